//! Which of two headlines won a real A/B test, on weeks that the table was not learned from.
//!
//! The shipped table is learned from every week of the data, so it is not what is measured here: the same method learns anew
//! from the other weeks. One week of five is held out and was not looked at while features and settings were chosen; those were
//! chosen by folds over the weeks that are learned from here.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{self, Read},
    path::Path,
    time::Instant,
};

use flate2::read::GzDecoder;
use serde::Deserialize;
use vcm_core::hooks::{
    self,
    learn::{DecidedPair, HeadlineTest, TestArm, decided_pairs, learn},
    table::HookTable,
};

use super::{Peers, Row, Setting};

/// Pairwise accuracy, log-loss and calibration on held-out weeks, beside plain methods; hooks a second on one core.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let tests = read(&setting.data.join("experiments/headline-tests.jsonl.gz"))?;
    let weeks: BTreeSet<u32> = tests.iter().map(|test| test.block).collect();
    let held_out: BTreeSet<u32> = weeks.into_iter().skip(3).step_by(5).collect();
    let (unseen, seen): (Vec<_>, Vec<_>) = tests.into_iter().partition(|test| held_out.contains(&test.block));
    let table = learn(&seen);
    let pairs = decided_pairs(&unseen);
    let set = format!("headline tests, {} pairs of held-out weeks", pairs.len());
    let difference =
        |pair: &DecidedPair<'_>| table.strength(pair.winner).log_odds - table.strength(pair.loser).log_odds;
    let ours: Vec<f64> = pairs.iter().map(difference).collect();
    let lengths: Vec<f64> =
        pairs.iter().map(|pair| pair.winner.chars().count() as f64 - pair.loser.chars().count() as f64).collect();
    let row = |metric: &str, ours: f64, baseline: Option<f64>, note: &str| Row {
        engine: "hooks",
        set: set.clone(),
        metric: metric.to_owned(),
        ours,
        baseline,
        note: note.to_owned(),
    };
    let error = (accuracy(&ours) * (1.0 - accuracy(&ours)) / ours.len() as f64).sqrt();
    let mut rows = vec![
        row(
            "pairwise accuracy",
            accuracy(&ours),
            Some(accuracy(&lengths)),
            &format!("baseline: the longer wins; standard error {error:.3}"),
        ),
        row("log-loss", log_loss(&ours), Some(std::f64::consts::LN_2), "baseline: a coin; lower is better"),
        row(
            "calibration error (ECE, 5 bins)",
            calibration_error(&ours),
            None,
            "mean gap between the chance said and the share that won; lower is better",
        ),
    ];
    rows.extend(bins(&ours).into_iter().map(|(said, won, count)| {
        let note = format!("baseline: the mean chance said in this bin of {count} pairs");
        row(&format!("won, of pairs said {said:.2}"), won, Some(said), &note)
    }));
    for (peer, scored) in peer_scores(&setting.peers, &seen, &pairs)? {
        let note = format!("baseline: {peer}, same pairs; log-loss {:.3}", log_loss(&scored));
        rows.push(row("pairwise accuracy", accuracy(&ours), Some(accuracy(&scored)), &note));
    }
    let (everything, folded) = by_fifths(seen, unseen);
    let error = (accuracy(&folded) * (1.0 - accuracy(&folded)) / folded.len() as f64).sqrt();
    rows.push(Row {
        engine: "hooks",
        set: format!("headline tests, {} pairs, each fifth of the weeks held out in turn", folded.len()),
        metric: "pairwise accuracy".to_owned(),
        ours: accuracy(&folded),
        baseline: Some(0.66),
        note: format!("baseline: the bar; settings were chosen on four of the fifths; standard error {error:.3}"),
    });
    rows.push(speed(&everything));
    rows.push(Row {
        engine: "hooks",
        set: "shipped table".to_owned(),
        metric: "size, MB".to_owned(),
        ours: HookTable::shipped().to_bytes().len() as f64 / 1e6,
        baseline: Some(2.0),
        note: "baseline: the limit".to_owned(),
    });
    Ok(rows)
}

/// All tests, and the differences of their decided pairs, each by a table learned from the weeks of the other fifths.
fn by_fifths(seen: Vec<HeadlineTest>, unseen: Vec<HeadlineTest>) -> (Vec<HeadlineTest>, Vec<f64>) {
    let mut tests = seen;
    tests.extend(unseen);
    let weeks: BTreeSet<u32> = tests.iter().map(|test| test.block).collect();
    let fifth: BTreeMap<u32, usize> = weeks.into_iter().enumerate().map(|(at, week)| (week, at % 5)).collect();
    let mut differences = Vec::new();
    for held_out in 0..5 {
        let is_held_out = |test: &HeadlineTest| fifth.get(&test.block) == Some(&held_out);
        let others: Vec<HeadlineTest> = tests.iter().filter(|test| !is_held_out(test)).cloned().collect();
        let asked: Vec<HeadlineTest> = tests.iter().filter(|test| is_held_out(test)).cloned().collect();
        let table = learn(&others);
        differences.extend(
            decided_pairs(&asked)
                .iter()
                .map(|pair| table.strength(pair.winner).log_odds - table.strength(pair.loser).log_odds),
        );
    }
    (tests, differences)
}

/// Share of pairs whose winner is stronger; a tie is half a pair.
fn accuracy(differences: &[f64]) -> f64 {
    let right = |difference: &f64| match difference.total_cmp(&0.0) {
        std::cmp::Ordering::Greater => 1.0,
        _ if *difference == 0.0 => 0.5,
        _ => 0.0,
    };
    differences.iter().map(right).sum::<f64>() / differences.len() as f64
}

fn log_loss(differences: &[f64]) -> f64 {
    differences.iter().map(|difference| (-difference).exp().ln_1p()).sum::<f64>() / differences.len() as f64
}

/// Mean chance said for the favourite, share of favourites that won, and pairs, in bins from one half to 1.
fn bins(differences: &[f64]) -> Vec<(f64, f64, usize)> {
    let mut sums = [(0.0, 0.0, 0usize); 5];
    for difference in differences {
        let said = hooks::chance(difference.abs());
        let bin = (((said - 0.5) * 10.0) as usize).min(4);
        if let Some((chances, wins, count)) = sums.get_mut(bin) {
            *chances += said;
            *wins += f64::from(u8::from(*difference > 0.0));
            *count += 1;
        }
    }
    let filled = sums.into_iter().filter(|(_, _, count)| *count > 0);
    filled.map(|(said, won, count)| (said / count as f64, won / count as f64, count)).collect()
}

fn calibration_error(differences: &[f64]) -> f64 {
    let gaps = bins(differences).into_iter().map(|(said, won, count)| (said - won).abs() * count as f64);
    gaps.sum::<f64>() / differences.len() as f64
}

fn peer_scores(
    peers: &Peers,
    seen: &[HeadlineTest],
    pairs: &[DecidedPair<'_>],
) -> io::Result<Vec<(&'static str, Vec<f64>)>> {
    #[derive(Deserialize)]
    struct Scores {
        words: Vec<f64>,
        characters: Vec<f64>,
    }
    let texts = |pairs: &[DecidedPair<'_>]| -> Vec<[String; 2]> {
        pairs.iter().map(|pair| [pair.winner.to_owned(), pair.loser.to_owned()]).collect()
    };
    let request = serde_json::json!({ "train": texts(&decided_pairs(seen)), "test": texts(pairs) });
    let scores: Option<Scores> = peers.python("hooks_logreg.py", &request)?;
    Ok(scores
        .into_iter()
        .flat_map(|scores| {
            [
                ("scikit-learn, TF-IDF of words and logistic regression", scores.words),
                ("scikit-learn, TF-IDF of characters and logistic regression", scores.characters),
            ]
        })
        .collect())
}

/// Hooks a second on this thread, by the shipped table, the best of three passes.
fn speed(tests: &[HeadlineTest]) -> Row {
    let headlines: Vec<&str> = tests.iter().flat_map(|test| &test.arms).map(|arm| arm.headline.as_str()).collect();
    let texts: Vec<&str> = headlines.iter().copied().cycle().take(100_000).collect();
    let pass = || {
        let start = Instant::now();
        let sum: f64 = texts.iter().map(|text| hooks::strength(text).log_odds).sum();
        std::hint::black_box(sum);
        texts.len() as f64 / start.elapsed().as_secs_f64()
    };
    Row {
        engine: "hooks",
        set: "headlines of all tests, repeated".to_owned(),
        metric: "hooks a second, one core".to_owned(),
        ours: (0..3).map(|_| pass()).fold(0.0, f64::max),
        baseline: Some(100_000.0),
        note: "baseline: the bar".to_owned(),
    }
}

#[derive(Deserialize)]
struct Line {
    week: u32,
    arms: Vec<Arm>,
}

#[derive(Deserialize)]
struct Arm {
    headline: String,
    image: String,
    impressions: u64,
    clicks: u64,
}

fn read(path: &Path) -> io::Result<Vec<HeadlineTest>> {
    let mut text = String::new();
    GzDecoder::new(File::open(path)?).read_to_string(&mut text)?;
    let test = |line: &str| -> io::Result<HeadlineTest> {
        let Line { week, arms } = serde_json::from_str(line)?;
        let arm = |Arm { headline, image, impressions, clicks }| TestArm { headline, image, impressions, clicks };
        Ok(HeadlineTest { block: week, arms: arms.into_iter().map(arm).collect() })
    };
    text.lines().map(test).collect()
}
