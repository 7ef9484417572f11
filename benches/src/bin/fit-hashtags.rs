//! Fits the weights of the hashtag ranker and prints the three tables of `vcm-core/src/hashtags/weights.rs`:
//! `cargo run --release -p vcm-benches --bin fit-hashtags [--check] [DATA [TABLE…]]`.
//!
//! Only the first 80 % of the tagged Facebook posts and the training tweets are read; the rest stays unseen for the `quality` bench. Posts
//! are asked in time order, each joining the history after it is answered. The weights minimise the listwise softmax loss (the log
//! probability of the tags that a post really had among all candidates) with an L2 penalty; the logistic curve on top is fitted so that the
//! score is the chance that the post has the tag. Pages weigh by the root of their posts, so that large ones do not decide alone. With
//! `--check` it prints before each table what a fit on earlier posts gives on later ones, and what a fit on half of the pages gives on the
//! other half, beside the plain blend of recency and neighbours.

#![expect(clippy::indexing_slicing, reason = "every index runs over FEATURE_COUNT")]

use std::{collections::BTreeMap, io, path::Path, process::ExitCode};

use vcm_benches::quality::hashtags::{TaggedPost, as_post, facebook, known_tags, tweets};
use vcm_core::hashtags::{FEATURE_COUNT, FEATURES, HashtagIndex, RankQuery};

/// One post with the tags that could go with it.
struct Question {
    account: Option<String>,
    /// Share of the posts that came before it.
    place: f64,
    candidates: Vec<([f32; FEATURE_COUNT], bool)>,
    /// Whether the tag counts in nDCG, for each candidate that the post has; and how many such tags it has in all.
    counts: Vec<bool>,
    wanted: usize,
}

impl Question {
    fn page(&self) -> &str {
        self.account.as_deref().unwrap_or_default()
    }
}

const L2: f64 = 50.0;
const STEPS: usize = 250;
/// Candidates of a question that are learnt from: the best by the weights so far. Right ones further down are left out: beside wrong ones
/// chosen for strong evidence they would teach that weak evidence is good.
const LEARNT_FROM: usize = 100;
const CUT: usize = 10;

type Table = [f64; FEATURE_COUNT];

fn main() -> ExitCode {
    let (options, words): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|word| word == "--check");
    let data = words.first().map_or("../shared/data", String::as_str);
    match run(Path::new(data), words.get(1..).unwrap_or_default(), !options.is_empty()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{data}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(data: &Path, wanted: &[String], check: bool) -> io::Result<()> {
    let mut posts = facebook(data)?;
    posts.truncate(posts.len() * 4 / 5);
    let sharing = tweets(data, "train.jsonl.gz")?;
    for (name, posts, from, with_account) in
        [("UNTIMED", &sharing, 0.8, false), ("WITH_HISTORY", &posts, 0.7, true), ("COLD", &posts, 0.7, false)]
    {
        if !wanted.is_empty() && !wanted.iter().any(|table| table == name) {
            continue;
        }
        let questions = gather(posts, from, with_account);
        if check {
            report(&questions);
        }
        print_table(name, &questions);
    }
    Ok(())
}

/// Asks the posts after a share of them, in order.
fn gather(posts: &[TaggedPost], from: f64, with_account: bool) -> Vec<Question> {
    let start = (posts.len() as f64 * from) as usize;
    let known = known_tags(posts.get(..start).unwrap_or_default(), 2);
    let mut index = HashtagIndex::new();
    let mut questions = Vec::new();
    for (number, post) in posts.iter().enumerate() {
        if number >= start {
            let account = post.account.as_deref().filter(|_| with_account);
            let query = RankQuery { text: &post.text, account, at: post.at, brief: None };
            let mut counts = Vec::new();
            let mut ask = |tag: &String| {
                let right = post.tags.contains(tag);
                counts.push(right && known.contains_key(tag.as_str()));
                right
            };
            let candidates = index
                .evidence(&query)
                .iter()
                .map(|found| (found.features.map(|v| v as f32), ask(&found.tag)))
                .collect();
            let wanted = post.tags.iter().filter(|tag| known.contains_key(tag.as_str())).count();
            // An account without posts is a cold one.
            if !with_account || account.is_some_and(|name| index.posts_of(name) > 0) {
                let place = number as f64 / posts.len() as f64;
                questions.push(Question { account: post.account.clone(), place, candidates, counts, wanted });
            }
        }
        index.add(&as_post(post));
    }
    questions
}

fn report(questions: &[Question]) {
    let middle = questions.first().map_or(0.0, |first| f64::midpoint(first.place, 1.0));
    let (early, late): (Vec<&Question>, Vec<&Question>) =
        questions.iter().partition(|question| question.place < middle);
    let blend = blend();
    println!("// earlier to later: {:.4}, the blend {:.4}", ndcg(&late, &fit(&early)), ndcg(&late, &blend));
    let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
    for question in questions {
        let next = pages.len();
        pages.entry(question.page()).or_insert(next);
    }
    if pages.len() < 2 {
        return;
    }
    let is_even = |question: &&Question| pages.get(question.page()).is_some_and(|number| number % 2 == 0);
    let (even, odd): (Vec<&Question>, Vec<&Question>) = questions.iter().partition(is_even);
    for (from, to) in [(&even, &odd), (&odd, &even)] {
        println!("// pages to other pages: {:.4}, the blend {:.4}", ndcg(to, &fit(from)), ndcg(to, &blend));
    }
}

/// Own recency and neighbours, equally.
fn blend() -> Table {
    std::array::from_fn(|feature| if matches!(feature, 0 | 10) { 1.0 } else { 0.0 })
}

fn print_table(name: &str, questions: &[Question]) {
    let all: Vec<&Question> = questions.iter().collect();
    let weights = fit(&all);
    let (slope, offset) = curve(&all, &weights);
    println!("const {name}: Weights = Weights {{\n    features: [");
    for (weight, feature) in weights.iter().zip(FEATURES) {
        println!("        {weight:.3}, // {feature}");
    }
    println!("    ],\n    slope: {slope:.3},\n    offset: {offset:.3},\n}};");
}

fn dot(weights: &Table, features: &[f32; FEATURE_COUNT]) -> f64 {
    weights.iter().zip(features).map(|(weight, value)| weight * f64::from(*value)).sum()
}

fn ndcg(questions: &[&Question], weights: &Table) -> f64 {
    let discount = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let gains: Vec<f64> = questions
        .iter()
        .filter(|question| question.wanted > 0)
        .map(|question| {
            let mut scored: Vec<(f64, bool)> = question
                .candidates
                .iter()
                .zip(&question.counts)
                .map(|((features, _), hit)| (dot(weights, features), *hit))
                .collect();
            scored.sort_by(|a, b| b.0.total_cmp(&a.0));
            let gained: f64 = scored
                .iter()
                .take(CUT)
                .enumerate()
                .filter(|(_, entry)| entry.1)
                .map(|(place, _)| discount(place))
                .sum();
            gained / (0..question.wanted.min(CUT)).map(discount).sum::<f64>()
        })
        .collect();
    gains.iter().sum::<f64>() / gains.len().max(1) as f64
}

/// Full-batch Adam on the listwise loss over features brought to unit spread; twice, the second time on the candidates that the first
/// weights put on top.
fn fit(questions: &[&Question]) -> Table {
    let mut start = [0.0; FEATURE_COUNT];
    // Neighbours, own recency and words: enough to choose candidates by in the first round.
    for (feature, weight) in [(0, 1.0), (10, 1.0), (16, 0.5), (17, 0.6), (18, 0.3)] {
        if let Some(slot) = start.get_mut(feature) {
            *slot = weight;
        }
    }
    let first = fit_on(&learnt_from(questions, &start));
    fit_on(&learnt_from(questions, &first))
}

/// Features, what is right, and how much the question weighs.
type Example = (Vec<[f32; FEATURE_COUNT]>, Vec<bool>, f64);

fn learnt_from(questions: &[&Question], weights: &Table) -> Vec<Example> {
    let mut posts: BTreeMap<&str, f64> = BTreeMap::new();
    for question in questions {
        *posts.entry(question.page()).or_default() += 1.0;
    }
    let total: f64 = posts.values().map(|count| count.sqrt()).sum();
    let weight = |page: &str| {
        let count = posts.get(page).copied().unwrap_or(1.0);
        questions.len() as f64 / total / count.sqrt()
    };
    let example = |question: &&Question| {
        let mut scored: Vec<(f64, &([f32; FEATURE_COUNT], bool))> =
            question.candidates.iter().map(|entry| (dot(weights, &entry.0), entry)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        let kept = scored.iter().take(LEARNT_FROM);
        let (features, labels): (Vec<_>, Vec<_>) = kept.map(|(_, entry)| **entry).unzip();
        labels.contains(&true).then_some((features, labels, weight(question.page())))
    };
    questions.iter().filter_map(example).collect()
}

fn fit_on(examples: &[Example]) -> Table {
    let spread = spread(examples);
    let (mut weights, mut first, mut second) = ([0.0; FEATURE_COUNT], [0.0; FEATURE_COUNT], [0.0; FEATURE_COUNT]);
    let scaled = |weights: &Table| -> Table { std::array::from_fn(|f| weights[f] / spread[f]) };
    for step in 1..=STEPS {
        let mut gradient: Table = weights.map(|weight| L2 * weight);
        let raw = scaled(&weights);
        for (features, labels, weight) in examples {
            let sums: Vec<f64> = features.iter().map(|features| dot(&raw, features)).collect();
            let largest = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let total: f64 = sums.iter().map(|sum| (sum - largest).exp()).sum();
            let right = labels.iter().filter(|label| **label).count() as f64;
            for ((features, label), sum) in features.iter().zip(labels).zip(&sums) {
                let miss = weight * ((sum - largest).exp() / total - f64::from(u8::from(*label)) / right);
                for (f, value) in features.iter().enumerate() {
                    gradient[f] += miss * f64::from(*value) / spread[f];
                }
            }
        }
        let rate = 0.05 * if step > STEPS * 3 / 4 { 0.2 } else { 1.0 };
        for f in 0..FEATURE_COUNT {
            first[f] = 0.9 * first[f] + 0.1 * gradient[f];
            second[f] = 0.99 * second[f] + 0.01 * gradient[f] * gradient[f];
            let (mean, square) =
                (first[f] / (1.0 - 0.9f64.powi(step as i32)), second[f] / (1.0 - 0.99f64.powi(step as i32)));
            weights[f] -= rate * mean / (square.sqrt() + 1e-8);
        }
    }
    scaled(&weights)
}

fn spread(examples: &[Example]) -> Table {
    let (mut count, mut sum, mut squares) = (0.0, [0.0; FEATURE_COUNT], [0.0; FEATURE_COUNT]);
    for features in examples.iter().flat_map(|example| &example.0) {
        count += 1.0;
        for (f, value) in features.iter().enumerate() {
            sum[f] += f64::from(*value);
            squares[f] += f64::from(*value) * f64::from(*value);
        }
    }
    std::array::from_fn(|f| {
        let mean: f64 = sum[f] / f64::max(count, 1.0);
        let deviation = (squares[f] / f64::max(count, 1.0) - mean * mean).max(0.0).sqrt();
        // A feature that is the same everywhere says nothing; its rounding errors must not pass for spread.
        if deviation > 1e-3 { deviation } else { 1.0 }
    })
}

/// Slope and offset of the logistic curve from sum to chance, by Newton's method over the candidates that a list would show.
fn curve(questions: &[&Question], weights: &Table) -> (f64, f64) {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for question in questions {
        let mut scored: Vec<(f64, f64)> = question
            .candidates
            .iter()
            .map(|(features, right)| (dot(weights, features), f64::from(u8::from(*right))))
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        points.extend(scored.iter().take(2 * CUT));
    }
    let (mut slope, mut offset) = (1.0, -3.0);
    for _ in 0..50 {
        let (mut gs, mut go, mut hss, mut hso, mut hoo) = (0.0, 0.0, 1e-6, 0.0, 1e-6);
        for (sum, right) in &points {
            let chance = 1.0 / (1.0 + (-(slope * sum + offset)).exp());
            let (miss, weight) = (chance - right, chance * (1.0 - chance));
            gs += miss * sum;
            go += miss;
            hss += weight * sum * sum;
            hso += weight * sum;
            hoo += weight;
        }
        let determinant: f64 = hss * hoo - hso * hso;
        if determinant.abs() < 1e-12 {
            break;
        }
        slope -= 0.7 * (gs * hoo - go * hso) / determinant;
        offset -= 0.7 * (go * hss - gs * hso) / determinant;
    }
    (slope, offset)
}
