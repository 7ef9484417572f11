//! Moderation on labelled posts: toxicity, calibration, identity terms, clean copy, evasion, and speed, beside alt-profanity-check,
//! better-profanity and obscenity.

mod evasion;
mod sets;
mod speed;

use std::io;

use serde::{Deserialize, Serialize};
use vcm_core::moderation::{
    ModerationDecision, Moderator,
    toxicity::{FalsePositiveRate, ToxicityModel, identity},
};

use self::sets::{Post, Sets};
use super::{Row, Setting, auroc};

/// better-profanity answers some tens of texts a second: it gets so many.
const BETTER_TEXTS: usize = 150;

/// What the Python peers answer.
#[derive(Deserialize)]
struct Profanity {
    alt: Vec<f64>,
    better: Vec<bool>,
}

#[derive(Serialize)]
struct Job<'a> {
    texts: Vec<&'a str>,
    better: usize,
}

/// Rows of toxicity, evasion and speed.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let sets = Sets { folder: &setting.data };
    let moderator = Moderator::new(Vec::new()).map_err(io::Error::other)?;
    let mut rows = Vec::new();
    let val = sets.labelled("tweeteval-offensive-val.jsonl")?;
    let labelled = [
        ("TweetEval offensive val (unseen)", val.clone()),
        ("Davidson, 2 of 10 lines (unseen)", sets.unseen("davidson.jsonl.gz")?),
        ("Jigsaw, 2 of 10 lines (unseen)", sets.unseen("jigsaw-nonfuzzed.jsonl.gz")?),
        ("HatemojiBuild validation (unseen)", sets.labelled("hatemoji-build-validation.jsonl")?),
    ];
    for (set, posts) in &labelled {
        toxicity(setting, &moderator, set, posts, &mut rows)?;
    }
    calibration(&moderator, &val, &mut rows);
    rates(&val, &moderator, &mut rows);
    identity_rows(&moderator, &sets, &val, &mut rows)?;
    for (set, texts) in sets.clean()? {
        clean(setting, &moderator, &set, &texts, &mut rows)?;
    }
    evasion::run(setting, &moderator, &sets, &mut rows)?;
    speed::run(setting, &moderator, &sets, &mut rows)?;
    Ok(rows)
}

fn row(engine: &'static str, set: &str, metric: &str, ours: f64, baseline: Option<f64>, note: &str) -> Row {
    Row { engine, set: set.to_owned(), metric: metric.to_owned(), ours, baseline, note: note.to_owned() }
}

fn toxicity(
    setting: &Setting,
    moderator: &Moderator,
    set: &str,
    posts: &[Post],
    rows: &mut Vec<Row>,
) -> io::Result<()> {
    let texts: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
    let job = Job { texts, better: BETTER_TEXTS };
    let peer: Option<Profanity> = setting.peers.python("profanity.py", &job)?;
    let scored: Vec<(f64, bool)> =
        posts.iter().map(|post| (moderator.report(&post.text).toxicity, post.toxic)).collect();
    let theirs = peer
        .as_ref()
        .map(|peer| auroc(&peer.alt.iter().zip(posts).map(|(score, post)| (*score, post.toxic)).collect::<Vec<_>>()));
    rows.push(row(
        "toxicity",
        set,
        "AUROC",
        auroc(&scored),
        theirs,
        "baseline: alt-profanity-check (it has seen Davidson and Jigsaw)",
    ));
    let acted: Vec<bool> = texts_acted(moderator, posts);
    rows.push(row(
        "toxicity",
        set,
        "F1 of what is acted on",
        f1(&acted, posts),
        peer.as_ref().map(|peer| f1(&peer.alt.iter().map(|chance| *chance >= 0.5).collect::<Vec<_>>(), posts)),
        "default thresholds; baseline: alt-profanity-check at 0.5",
    ));
    if let Some(peer) = peer {
        let some = posts.get(..peer.better.len()).unwrap_or(posts);
        let note = format!("the first {} texts; baseline: better-profanity", some.len());
        let acted = texts_acted(moderator, some);
        rows.push(row(
            "toxicity",
            set,
            "F1 of what is acted on",
            f1(&acted, some),
            Some(f1(&peer.better, some)),
            &note,
        ));
    }
    if let Some(found) = obscenity(setting, &job.texts)? {
        let note = "default thresholds; baseline: obscenity";
        rows.push(row("toxicity", set, "F1 of what is acted on", f1(&acted, posts), Some(f1(&found, posts)), note));
    }
    Ok(())
}

fn texts_acted(moderator: &Moderator, posts: &[Post]) -> Vec<bool> {
    posts.iter().map(|post| acts(moderator, &post.text)).collect()
}

/// Whether any stage asks for more than to let the text pass.
fn acts(moderator: &Moderator, text: &str) -> bool {
    moderator.report(text).decision != ModerationDecision::Allow
}

#[derive(Deserialize)]
struct Found {
    found: Vec<bool>,
}

/// Obscenity's answers, when there is a Node to ask.
fn obscenity(setting: &Setting, texts: &[&str]) -> io::Result<Option<Vec<bool>>> {
    let job = Job { texts: texts.to_vec(), better: 0 };
    Ok(setting.peers.node::<Found>("obscenity.mjs", &job)?.map(|answer| answer.found))
}

fn f1(acted: &[bool], posts: &[Post]) -> f64 {
    let count = |wanted: (bool, bool)| {
        acted.iter().zip(posts).filter(|(acted, post)| (**acted, post.toxic) == wanted).count() as f64
    };
    let (hits, alarms, misses) = (count((true, true)), count((true, false)), count((false, true)));
    2.0 * hits / (2.0 * hits + alarms + misses).max(1.0)
}

/// How well chances agree with how often posts are toxic.
fn calibration(moderator: &Moderator, posts: &[Post], rows: &mut Vec<Row>) {
    let scored: Vec<(f64, f64)> =
        posts.iter().map(|post| (moderator.report(&post.text).toxicity, f64::from(u8::from(post.toxic)))).collect();
    let count = scored.len() as f64;
    let brier = scored.iter().map(|(chance, label)| (chance - label).powi(2)).sum::<f64>() / count;
    let share = scored.iter().map(|(_, label)| label).sum::<f64>() / count;
    let mut error = 0.0;
    for bin in 0..10 {
        let inside: Vec<&(f64, f64)> =
            scored.iter().filter(|(chance, _)| ((chance * 10.0) as i32).min(9) == bin).collect();
        let gap: f64 = inside.iter().map(|(chance, label)| chance - label).sum();
        error += gap.abs() / count;
    }
    let set = "TweetEval offensive val (unseen)";
    rows.push(row(
        "toxicity",
        set,
        "Brier score",
        brier,
        Some(share * (1.0 - share)),
        "lower is better; baseline: always the mean",
    ));
    rows.push(row("toxicity", set, "calibration error", error, None, "ten bins, weighted by posts; lower is better"));
}

/// What the named thresholds do to posts that were not used to set them.
fn rates(posts: &[Post], moderator: &Moderator, rows: &mut Vec<Row>) {
    let thresholds = ToxicityModel::shipped().thresholds();
    for (name, rate, nominal) in [
        ("fpr_5", FalsePositiveRate::Percent5, 0.05),
        ("fpr_1", FalsePositiveRate::Percent1, 0.01),
        ("fpr_0_5", FalsePositiveRate::PerMille5, 0.005),
        ("fpr_0_1", FalsePositiveRate::PerMille1, 0.001),
    ] {
        let threshold = f64::from(thresholds.at(rate));
        let above = |toxic: bool| {
            let of: Vec<&Post> = posts.iter().filter(|post| post.toxic == toxic).collect();
            let above = of.iter().filter(|post| moderator.report(&post.text).toxicity >= threshold).count();
            above as f64 / of.len().max(1) as f64
        };
        let note = format!(
            "chance {threshold:.3}; finds {:.3} of the toxic posts; baseline: the rate it is named by",
            above(true)
        );
        let metric = format!("false positives at {name}");
        rows.push(row("toxicity", "TweetEval offensive val (unseen)", &metric, above(false), Some(nominal), &note));
    }
}

fn identity_rows(moderator: &Moderator, sets: &Sets<'_>, val: &[Post], rows: &mut Vec<Row>) -> io::Result<()> {
    let sentences = ["I am a {} person.", "My neighbour is {}.", "We welcome {} customers.", "Five {} authors to read"];
    let plain = ["friendly", "tall", "careful", "busy", "famous", "quiet", "curious", "patient", "modern", "cheerful"];
    let mean = |words: &[&str]| {
        let chances = words
            .iter()
            .flat_map(|word| sentences.map(|sentence| moderator.report(&sentence.replace("{}", word)).toxicity));
        chances.sum::<f64>() / (words.len() * sentences.len()) as f64
    };
    let note = "baseline: the same sentences with adjectives that name no group";
    rows.push(row(
        "toxicity",
        "sentences that name a group",
        "mean chance",
        mean(identity::IDENTITY_TERMS),
        Some(mean(&plain)),
        note,
    ));
    let names_group = |post: &&Post| {
        let text = post.text.to_lowercase();
        text.split(|character: char| !character.is_alphanumeric()).any(identity::is_identity_term)
    };
    for (set, posts) in
        [("TweetEval offensive val", val.to_vec()), ("Davidson unseen", sets.unseen("davidson.jsonl.gz")?)]
    {
        let score = |posts: &[&Post]| {
            auroc(&posts.iter().map(|post| (moderator.report(&post.text).toxicity, post.toxic)).collect::<Vec<_>>())
        };
        let named: Vec<&Post> = posts.iter().filter(names_group).collect();
        let note = format!("{} posts; baseline: all posts of the set", named.len());
        let all: Vec<&Post> = posts.iter().collect();
        rows.push(row("toxicity", set, "AUROC where a group is named", score(&named), Some(score(&all)), &note));
    }
    Ok(())
}

fn clean(setting: &Setting, moderator: &Moderator, set: &str, texts: &[String], rows: &mut Vec<Row>) -> io::Result<()> {
    let borrowed: Vec<&str> = texts.iter().map(String::as_str).collect();
    let peer: Option<Profanity> = setting.peers.python("profanity.py", &Job { texts: borrowed, better: 0 })?;
    let ours = texts.iter().filter(|text| acts(moderator, text)).count() as f64 / texts.len() as f64;
    let theirs = peer.map(|peer| peer.alt.iter().filter(|chance| **chance >= 0.5).count() as f64 / texts.len() as f64);
    let note = format!("{} texts, every stage; lower is better; baseline: alt-profanity-check at 0.5", texts.len());
    rows.push(row("toxicity", set, "share acted on", ours, theirs, &note));
    Ok(())
}
