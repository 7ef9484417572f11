//! Burst alarms on labelled series of mention counts.

use std::{collections::BTreeMap, fs, io, path::Path};

use vcm_core::trends::{BurstOptions, bursts};

use super::{Row, Setting};

/// Recall over labelled windows and precision over bursts, all series together. The options were chosen on these series: another
/// series is needed for an unseen figure.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let folder = setting.data.join("trends/nab");
    let windows: BTreeMap<String, Vec<(jiff::civil::DateTime, jiff::civil::DateTime)>> =
        serde_json::from_str(&fs::read_to_string(folder.join("windows.json"))?.replace(".000000", ""))?;
    let (mut labelled, mut found, mut hits, mut right) = (0.0, 0.0, 0.0, 0.0);
    for (name, windows) in &windows {
        let bursts = bursts(&read(&folder.join(format!("{name}.csv")))?, &BurstOptions::default());
        let windows: Vec<(i64, i64)> = windows.iter().map(|(from, to)| (second(*from), second(*to))).collect();
        let meets = |from: i64, to: i64, window: &(i64, i64)| from <= window.1 && window.0 <= to;
        labelled += windows.len() as f64;
        found += bursts.len() as f64;
        hits +=
            windows.iter().filter(|window| bursts.iter().any(|burst| meets(burst.from_s, burst.to_s, window))).count()
                as f64;
        right +=
            bursts.iter().filter(|burst| windows.iter().any(|window| meets(burst.from_s, burst.to_s, window))).count()
                as f64;
    }
    let row = |metric: &str, ours, baseline, note: String| Row {
        engine: "bursts",
        set: format!("NAB mention counts, {} series (seen in tuning)", windows.len()),
        metric: metric.to_owned(),
        ours,
        baseline: Some(baseline),
        note,
    };
    Ok(vec![
        row("recall", hits / labelled, 0.58, format!("baseline: z > 4 on ten series; {hits} of {labelled} windows")),
        row("precision", right / found, 0.53, format!("baseline: z > 4 on ten series; {right} of {found} bursts")),
    ])
}

fn second(at: jiff::civil::DateTime) -> i64 {
    at.to_zoned(jiff::tz::TimeZone::UTC).map_or(0, |at| at.timestamp().as_second())
}

fn read(path: &Path) -> io::Result<Vec<(i64, f64)>> {
    let text = fs::read_to_string(path)?;
    let point = |line: &str| {
        let (at, count) = line.split_once(',')?;
        Some((second(at.parse().ok()?), count.parse().ok()?))
    };
    Ok(text.lines().skip(1).filter_map(point).collect())
}
