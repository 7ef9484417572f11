use std::io::BufRead;
use vcm_core::moderation::pii::*;
fn main() {
    let options = PiiOptions { urls: true, dates: true, candidates: true, ..PiiOptions::default() };
    let lines: Vec<serde_json::Value> = std::io::stdin().lock().lines().map(|l| serde_json::from_str(&l.unwrap()).unwrap()).collect();
    if std::env::args().nth(1).as_deref() == Some("time") {
        let texts: Vec<&str> = lines.iter().map(|l| l["text"].as_str().unwrap()).collect();
        let t = std::time::Instant::now();
        let _ = detect("call +442079460958 or 2125550142, id 123456789 x", &options);
        eprintln!("first {:?}", t.elapsed());
        for _ in 0..3 {
            let t = std::time::Instant::now();
            let n: usize = texts.iter().map(|t| detect(t, &options).len()).sum();
            let e = t.elapsed();
            eprintln!("{} texts {} spans {:?} {:.0}/s", texts.len(), n, e, texts.len() as f64 / e.as_secs_f64());
        }
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        eprintln!("{}", status.lines().find(|l| l.starts_with("VmHWM")).unwrap());
        return;
    }
    for line in lines {
        let spans = detect(line["text"].as_str().unwrap(), &options);
        println!("{}", serde_json::json!({"id": line["id"], "pii": spans}));
    }
}
