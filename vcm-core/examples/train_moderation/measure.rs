//! What the shipped tables reach on posts that training never saw.

use std::collections::BTreeMap;

use vcm_core::moderation::{ModerationDecision, Moderator};

use crate::data::{Data, Labelled, Part};

pub(crate) fn print(data: &Data, moderator: &Moderator) {
    let unseen = |file: &str| -> Vec<Labelled> {
        let all = data.labelled(&format!("toxicity/{file}"));
        all.into_iter()
            .enumerate()
            .filter(|(index, _)| Part::of(*index) == Part::Unseen)
            .map(|(_, post)| post)
            .collect()
    };
    toxicity(moderator, "TweetEval offensive, validation", &data.labelled("toxicity/tweeteval-offensive-val.jsonl"));
    toxicity(moderator, "Davidson, unseen", &unseen("davidson.jsonl.gz"));
    toxicity(moderator, "Jigsaw, unseen", &unseen("jigsaw-nonfuzzed.jsonl.gz"));
    toxicity(moderator, "HatemojiBuild, validation", &data.labelled("toxicity/hatemoji-build-validation.jsonl"));
    let headlines: Vec<String> =
        data.headlines().into_iter().filter(|(part, _)| *part == Part::Unseen).map(|(_, text)| text).collect();
    clean(moderator, "Upworthy headlines, unseen", &headlines);
    clean(moderator, "STS headlines 2014", &data.news(2014));
    pii(moderator, "generated_small", &data.json("pii/generated_small.jsonl"));
    pii(moderator, "generated_large", &data.json("pii/generated_large.jsonl.gz"));
    evasion(moderator, data);
    let posts: Vec<String> =
        data.labelled("toxicity/tweeteval-offensive-train.jsonl.gz").into_iter().map(|post| post.text).collect();
    for (name, texts) in [("TweetEval posts", &posts), ("headlines", &headlines)] {
        let start = cpu_seconds();
        let flagged = texts.iter().filter(|text| moderator.report(text).decision != ModerationDecision::Allow).count();
        let seconds = cpu_seconds() - start;
        println!(
            "{name}: {:.0} posts/s on one core ({} of {} acted on)",
            texts.len() as f64 / seconds,
            flagged,
            texts.len()
        );
    }
}

fn toxicity(moderator: &Moderator, name: &str, posts: &[Labelled]) {
    let mut scored: Vec<(f64, bool, bool)> = posts
        .iter()
        .map(|post| {
            let report = moderator.report(&post.text);
            (report.toxicity, post.toxic, report.decision != ModerationDecision::Allow)
        })
        .collect();
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let positives = scored.iter().filter(|post| post.1).count() as f64;
    let negatives = scored.len() as f64 - positives;
    let ranks: f64 = scored.iter().enumerate().filter(|(_, post)| post.1).map(|(rank, _)| rank as f64 + 1.0).sum();
    let auroc = (ranks - positives * (positives + 1.0) / 2.0) / (positives * negatives);
    let at = |act: &dyn Fn(&(f64, bool, bool)) -> bool| {
        let hits = scored.iter().filter(|post| post.1 && act(post)).count() as f64;
        let alarms = scored.iter().filter(|post| !post.1 && act(post)).count() as f64;
        (2.0 * hits / (positives + hits + alarms), alarms / negatives)
    };
    let (half_f1, half_rate) = at(&|post| post.0 >= 0.5);
    let (flag_f1, flag_rate) = at(&|post| post.2);
    println!(
        "{name}: n {} AUROC {auroc:.3}; at 0.5 F1 {half_f1:.3} FPR {half_rate:.3}; acted on F1 {flag_f1:.3} FPR {flag_rate:.3}",
        scored.len()
    );
}

fn clean(moderator: &Moderator, name: &str, texts: &[String]) {
    let mut rules: BTreeMap<String, u32> = BTreeMap::new();
    let mut flagged = 0;
    for text in texts {
        let report = moderator.report(text);
        if report.decision != ModerationDecision::Allow {
            flagged += 1;
            for span in report.spans {
                *rules.entry(span.rule).or_default() += 1;
            }
        }
    }
    println!(
        "{name}: {flagged} of {} acted on ({:.4}) {rules:?}",
        texts.len(),
        f64::from(flagged) / texts.len() as f64
    );
}

fn pii(moderator: &Moderator, name: &str, rows: &[serde_json::Value]) {
    let mut counts: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for row in rows {
        let found = moderator.report(row["text"].as_str().unwrap_or_default()).pii;
        let mut used = vec![false; found.len()];
        for gold in row["spans"].as_array().into_iter().flatten() {
            let kind = gold["type"].as_str().unwrap_or_default().replace("DOMAIN_NAME", "URL");
            let (start, end) = (gold["start"].as_u64().unwrap_or(0) as u32, gold["end"].as_u64().unwrap_or(0) as u32);
            let hit = found.iter().enumerate().position(|(index, span)| {
                let overlap = span.end.min(end).saturating_sub(span.start.max(start));
                !used[index] && span.kind.as_str() == kind && 2 * overlap >= (span.end - span.start).min(end - start)
            });
            let entry = counts.entry(kind).or_default();
            if let Some(index) = hit {
                used[index] = true;
                entry[0] += 1;
            } else {
                entry[2] += 1;
            }
        }
        for (span, _) in found.iter().zip(used).filter(|(_, used)| !used) {
            counts.entry(span.kind.to_string()).or_default()[1] += 1;
        }
    }
    for (kind, [hits, alarms, misses]) in counts {
        let f1 = 2.0 * f64::from(hits) / f64::from((2 * hits + alarms + misses).max(1));
        println!("{name} {kind}: F1 {f1:.3} (found {hits}, wrong {alarms}, missed {misses})");
    }
}

/// Seconds that this thread was on a core (Linux), so that a busy machine does not count.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}

/// A disguise: its name, and what it makes of a word.
type Trick = (&'static str, fn(&str) -> String);

/// Posts with one word of the English list, that word disguised in seven ways, and the same with a harmless word.
fn evasion(moderator: &Moderator, data: &Data) {
    let list: Vec<String> = data
        .lines("toxicity/LDNOOBW/en")
        .into_iter()
        .filter(|term| term.len() >= 4 && term.bytes().all(|byte| byte.is_ascii_lowercase()))
        .collect();
    let mut cases: Vec<(String, String)> = Vec::new();
    for (index, post) in data.labelled("toxicity/davidson.jsonl.gz").into_iter().enumerate() {
        let words: Vec<&str> = post
            .text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| list.iter().any(|term| term == word))
            .collect();
        if let ([word], Part::Unseen) = (words.as_slice(), Part::of(index)) {
            cases.push((post.text.clone(), (*word).to_owned()));
        }
    }
    cases.truncate(1500);
    let tricks: [Trick; 8] = [
        ("plain", str::to_owned),
        ("homoglyph", |word| {
            word.chars()
                .map(|c| match c {
                    'a' => 'а',
                    'e' => 'е',
                    'o' => 'о',
                    'c' => 'с',
                    'p' => 'р',
                    'i' => 'і',
                    'u' => 'υ',
                    _ => c,
                })
                .collect()
        }),
        ("zero width", |word| word.chars().flat_map(|c| [c, '\u{200b}']).collect()),
        ("dots", |word| word.chars().map(String::from).collect::<Vec<_>>().join(".")),
        ("spaces", |word| word.chars().map(String::from).collect::<Vec<_>>().join(" ")),
        ("repeats", |word| word.chars().enumerate().flat_map(|(i, c)| vec![c; if i == 1 { 3 } else { 1 }]).collect()),
        ("star", |word| word.char_indices().map(|(i, c)| if i > 0 && "aeiou".contains(c) { '*' } else { c }).collect()),
        ("swap", |word| {
            let mut c: Vec<char> = word.chars().collect();
            c.swap(1, 2);
            c.into_iter().collect()
        }),
    ];
    for (name, trick) in tricks {
        let acted = |new: &dyn Fn(&str) -> String| {
            let hits = cases.iter().filter(|(text, word)| {
                moderator.report(&text.replacen(word.as_str(), &new(word), 1)).decision != ModerationDecision::Allow
            });
            hits.count() as f64 / cases.len() as f64
        };
        println!(
            "evasion {name}: recall {:.3}, harmless word {:.3}, n {}",
            acted(&|word| trick(word)),
            acted(&|_| trick("flower")),
            cases.len()
        );
    }
}
