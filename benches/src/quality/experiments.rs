//! Experiments: sample-ratio alarms on real headline tests and errors of the sequential read-out on real rates.

use std::{io, process::Command};

use vcm_core::experiments::sample_ratio;

use super::{Row, Setting};

/// Every figure of this engine.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let data_dir = &setting.data;
    let file = data_dir.join("experiments/headline-tests.jsonl.gz");
    let Some(output) = Command::new("gzip").arg("-dc").arg(file).output().ok().filter(|output| output.status.success())
    else {
        return Ok(Vec::new());
    };
    // The weeks in which the archive's own correction found the assignment broken.
    let (mut broken, mut sound) = ((0.0, 0.0), (0.0, 0.0));
    for line in output.stdout.split(|byte| *byte == b'\n') {
        let Ok(test) = serde_json::from_slice::<serde_json::Value>(line) else { continue };
        let week = test.get("week").and_then(|week| week.as_u64().or_else(|| week.as_str()?.parse().ok())).unwrap_or(0);
        let arms = test.get("arms").and_then(serde_json::Value::as_array).into_iter().flatten();
        let arms: Vec<u64> = arms.filter_map(|arm| arm.get("impressions")?.as_u64()).collect();
        let Some(ratio) = sample_ratio(&arms, &vec![1.0; arms.len()]) else { continue };
        let side = if (201_325..=201_402).contains(&week) { &mut broken } else { &mut sound };
        *side = (side.0 + f64::from(u8::from(ratio.alarm)), side.1 + 1.0);
    }
    let row = |metric: &str, counts: (f64, f64), baseline, note: &str| Row {
        engine: "experiments",
        set: "headline-tests".into(),
        metric: metric.into(),
        ours: counts.0 / counts.1,
        baseline: Some(baseline),
        note: format!("{note}; {} tests", counts.1),
    };
    let rows = [
        row("sample-ratio alarms in weeks known as broken", broken, 0.67, "baseline: the whole archive"),
        row("sample-ratio alarms in other weeks", sound, 0.0045, "baseline: the whole archive, lower is better"),
    ];
    Ok(rows.into_iter().filter(|row| row.ours.is_finite()).collect())
}
