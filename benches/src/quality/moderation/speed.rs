//! Posts a second on one core, every stage, from a JSON line to a JSON line, as the command does it.

use std::io;

use serde::{Deserialize, Serialize};
use vcm_core::moderation::{ModerationReport, Moderator};

use super::{
    super::{Row, Setting},
    row,
    sets::Sets,
};

/// Presidio answers some hundreds of texts a second: it gets so many.
const PRESIDIO_TEXTS: usize = 200;

#[derive(Serialize)]
struct Job<'a> {
    texts: &'a [String],
    presidio: usize,
}

/// CPU seconds a text.
#[derive(Deserialize)]
struct Seconds {
    profanity: f64,
    presidio: f64,
}

#[derive(Serialize, Deserialize)]
struct Line {
    id: usize,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: usize,
    #[serde(flatten)]
    report: ModerationReport,
}

pub(super) fn run(setting: &Setting, moderator: &Moderator, sets: &Sets<'_>, rows: &mut Vec<Row>) -> io::Result<()> {
    let tweets: Vec<String> =
        sets.labelled("tweeteval-offensive-train.jsonl.gz")?.into_iter().take(5_000).map(|post| post.text).collect();
    let clean = sets.clean()?.into_iter().next().map(|(_, texts)| texts).unwrap_or_default();
    for (set, texts) in [("TweetEval tweets", &tweets), ("Upworthy headlines", &clean)] {
        let lines: Vec<String> = texts
            .iter()
            .enumerate()
            .map(|(id, text)| serde_json::to_string(&Line { id, text: text.clone() }))
            .collect::<Result<_, _>>()?;
        let mut rounds = Vec::new();
        for _ in 0..3 {
            let start = cpu_seconds();
            let mut bytes = 0;
            for line in &lines {
                let Line { id, text } = serde_json::from_str(line)?;
                bytes += serde_json::to_vec(&Answer { id, report: moderator.report(&text) })?.len();
            }
            std::hint::black_box(bytes);
            rounds.push(texts.len() as f64 / (cpu_seconds() - start).max(1e-9));
        }
        rounds.sort_by(f64::total_cmp);
        let ours = rounds.get(1).copied().unwrap_or_default();
        let peer: Option<Seconds> =
            setting.peers.python("moderation_speed.py", &Job { texts, presidio: PRESIDIO_TEXTS })?;
        let theirs = peer.map(|seconds| 1.0 / (seconds.profanity + seconds.presidio));
        let note =
            "CPU time, lines parsed and written; baseline: alt-profanity-check in one batch, then Presidio's patterns";
        rows.push(row("moderation speed", set, "posts a second on one core", ours, theirs, note));
    }
    Ok(())
}

/// Seconds that this thread was on a core (Linux), so that a busy machine does not count.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}
