//! The linear model: logistic regression by AdaGrad over hashed n-grams, with a bias of its own for every set.

use vcm_core::{
    hash::Seed,
    moderation::{
        lexicon::Lexicon,
        toxicity::{BUCKET_BITS, DENSE, Features, Thresholds, ToxicityModel, group_norm},
    },
    text::views::Views,
};

use crate::data::{Data, Part};

const EPOCHS: usize = 4;
const RATE: f32 = 0.3;
/// What every weight's sum of squared gradients starts from: large, so that rare n-grams do not learn by heart.
const FIRST_SQUARE: f32 = 1.0;
const L2: f32 = 2e-6;

pub(crate) struct Example {
    pub(crate) features: Features,
    pub(crate) toxic: bool,
    weight: f32,
    set: usize,
}

/// Sets to learn from, with how much one post of each counts.
const SETS: &[(&str, f32)] = &[
    ("tweeteval-offensive-train.jsonl.gz", 1.0),
    ("davidson.jsonl.gz", 0.05),
    ("jigsaw-nonfuzzed.jsonl.gz", 1.5),
    ("hatemoji-build-train.jsonl.gz", 0.1),
    ("tweeteval-hate-train.jsonl.gz", 0.02),
];

pub(crate) fn features(text: &str) -> Features {
    let views = Views::of(text);
    let mut features = Features::default();
    features.read(&views, &Lexicon::shipped().find(&views));
    features
}

pub(crate) fn train(data: &Data) -> Vec<u8> {
    let mut examples = Vec::new();
    let mut tune: Vec<Example> = Vec::new();
    for (set, (file, weight)) in SETS.iter().enumerate() {
        for (index, post) in data.labelled(&format!("toxicity/{file}")).into_iter().enumerate() {
            let example = Example { features: features(&post.text), toxic: post.toxic, weight: *weight, set };
            match Part::of(index) {
                Part::Train => examples.push(example),
                // This set has a validation file of its own that nothing here reads.
                Part::Unseen if set == 0 => examples.push(example),
                Part::Tune if set == 0 || set == 2 => tune.push(example),
                _ => {}
            }
        }
    }
    let mut clean_tune = Vec::new();
    for (part, text) in data.headlines() {
        let example = Example { features: features(&text), toxic: false, weight: 0.15, set: SETS.len() };
        match part {
            Part::Train => examples.push(example),
            Part::Tune => clean_tune.push(example.features),
            Part::Unseen => {}
        }
    }
    clean_tune.extend(data.news(2013).iter().map(|text| features(text)));
    println!("{} examples", examples.len());
    let model = fit(&mut examples);
    let (slope, offset) = platt(&model, &tune);
    let silent = Thresholds { flag: 1.0, quarantine: 1.0 };
    let model = model.calibrated(slope, offset, silent);
    let mut clean: Vec<f32> = clean_tune.iter().map(|features| model.probability(features) as f32).collect();
    clean.sort_by(f32::total_cmp);
    let at = |rate: f64| clean[((clean.len() as f64) * (1.0 - rate)) as usize];
    let thresholds = Thresholds { flag: at(0.004).max(0.5), quarantine: at(0.0005).max(0.9) };
    println!("slope {slope:.3} offset {offset:.3} thresholds {thresholds:?} on {} clean headlines", clean.len());
    model.calibrated(slope, offset, thresholds).to_bytes()
}

fn fit(examples: &mut [Example]) -> ToxicityModel {
    let buckets = 1usize << BUCKET_BITS;
    let mut weights = vec![0.0f32; buckets];
    let mut squares = vec![FIRST_SQUARE; buckets];
    let mut dense = [0.0f32; DENSE];
    let mut dense_squares = [1e-3f32; DENSE];
    let mut biases = vec![0.0f32; SETS.len() + 1];
    let mut bias_squares = vec![1e-3f32; SETS.len() + 1];
    let mut random = Seed(2).stream("train_moderation");
    let step = |weight: &mut f32, square: &mut f32, gradient: f32| {
        *square += gradient * gradient;
        *weight -= RATE * (gradient / square.sqrt() + L2 * *weight / square.sqrt());
    };
    for epoch in 0..EPOCHS {
        random.shuffle(examples);
        let mut loss = 0.0;
        for example in examples.iter() {
            let (characters, words) = example.features.hashed.split_at(example.features.characters);
            let groups = [(characters, group_norm(characters.len())), (words, group_norm(words.len()))];
            let mut score = biases[example.set];
            for (group, norm) in groups {
                score += group.iter().map(|index| weights[*index as usize]).sum::<f32>() * norm;
            }
            score += dense.iter().zip(example.features.dense).map(|(weight, value)| weight * value).sum::<f32>();
            let target = f32::from(u8::from(example.toxic));
            let chance = 1.0 / (1.0 + (-score).exp());
            let error = (chance - target) * example.weight;
            loss -= f64::from((if example.toxic { chance } else { 1.0 - chance }).max(1e-7).ln() * example.weight);
            for (group, norm) in groups {
                for index in group {
                    step(&mut weights[*index as usize], &mut squares[*index as usize], error * norm);
                }
            }
            for slot in 0..DENSE {
                step(&mut dense[slot], &mut dense_squares[slot], error * example.features.dense[slot]);
            }
            step(&mut biases[example.set], &mut bias_squares[example.set], error);
        }
        println!("epoch {epoch} loss {:.4}", loss / examples.len() as f64);
    }
    println!("dense {dense:?} biases {biases:?}");
    // Rare large weights would eat the resolution of the signed bytes.
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let cap = sizes[(sizes.len() as f64 * 0.9999) as usize];
    for weight in &mut weights {
        *weight = weight.clamp(-cap, cap);
    }
    ToxicityModel::from_weights(&weights, biases[0], dense)
}

/// Slope and offset that make the scores of unseen posts probabilities (Platt 1999), by Newton's method.
fn platt(model: &ToxicityModel, tune: &[Example]) -> (f32, f32) {
    let (mut slope, mut offset) = (1.0f64, 0.0f64);
    for _ in 0..30 {
        let (mut ga, mut gb, mut haa, mut hab, mut hbb) = (0.0, 0.0, 1e-6, 0.0, 1e-6);
        for example in tune {
            let score = f64::from(model.score(&example.features));
            let chance = 1.0 / (1.0 + (-(slope * score + offset)).exp());
            let error = chance - f64::from(u8::from(example.toxic));
            let curve = chance * (1.0 - chance);
            ga += error * score;
            gb += error;
            haa += curve * score * score;
            hab += curve * score;
            hbb += curve;
        }
        let determinant = haa * hbb - hab * hab;
        slope -= (hbb * ga - hab * gb) / determinant;
        offset -= (haa * gb - hab * ga) / determinant;
    }
    (slope as f32, offset as f32)
}
