//! Derives what `vcm-core/src/voice/background.rs` and `languages/english.tsv` hold: how posts in general are written, and what each part
//! of a voice score weighs.
//!
//! `cargo run --release -p vcm-benches --bin fit-voice [words]`. Reads every other page of the posts in `VCM_DATA` (or
//! `../shared/data`); the pages between them are for the bench. Prints the means over pages and the weights; with `words`, the word
//! table instead.

use std::{collections::BTreeMap, io, path::PathBuf};

use vcm_benches::quality::voice::{Page, read, trials};
use vcm_core::{
    text::words,
    voice::{Habit, Language, Opening, VoiceProfile},
};

fn main() -> io::Result<()> {
    let data = std::env::var_os("VCM_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let pages: Vec<Page> = read(&data)?.into_iter().step_by(2).collect();
    if std::env::args().nth(1).as_deref() == Some("words") {
        print_words(&pages);
        return Ok(());
    }
    let profiles: Vec<VoiceProfile> =
        pages.iter().filter_map(|(_, posts)| VoiceProfile::measure(posts, Language::English)).collect();
    let mean = |value: &dyn Fn(&VoiceProfile) -> f64| profiles.iter().map(value).sum::<f64>() / profiles.len() as f64;
    let habits: Vec<String> =
        Habit::ALL.iter().map(|habit| format!("{:.4}", mean(&|one| one.habit(*habit).share))).collect();
    let openings: Vec<String> =
        Opening::ALL.iter().map(|way| format!("{:.4}", mean(&|one| one.opening(*way).share))).collect();
    println!("habits {}", habits.join(", "));
    println!("openings {}", openings.join(", "));
    println!("contractions {:.4}", mean(&|one| one.contractions.share));
    let normal = |name: &str, values: &dyn Fn(&VoiceProfile) -> vcm_core::voice::Spread| {
        let center = mean(&|one| values(one).mean);
        let square = mean(&|one| {
            let spread = values(one);
            spread.deviation.powi(2) + (spread.mean - center).powi(2)
        });
        println!("{name} ({center:.4}, {:.4})", square.sqrt());
    };
    normal("formality", &|one| one.formality);
    normal("ln_sentence_words", &VoiceProfile::log_sentence_words);
    normal("ln_post_words", &VoiceProfile::log_post_words);
    print_weights(&pages);
    Ok(())
}

/// Logistic regression through the origin on the parts' log-likelihood ratios, with voices of 5 and of 30 examples.
fn print_weights(pages: &[Page]) {
    let mut rows: Vec<([f64; 13], f64)> = Vec::new();
    for trial in trials(pages) {
        for examples in [5, 30] {
            let Some(voice) = trial.voice(examples) else { continue };
            rows.extend(trial.asked.iter().map(|(text, own)| (voice.part_ratios(text), f64::from(u8::from(*own)))));
        }
    }
    // Gradient ascent with a small step: the problem is convex and small.
    let mut weights = [0.3f64; 13];
    for _ in 0..4_000 {
        let mut gradient = [0.0f64; 13];
        for (ratios, own) in &rows {
            let sum: f64 = weights.iter().zip(ratios).map(|(weight, ratio)| weight * ratio).sum();
            let error = own - 1.0 / (1.0 + (-sum).exp());
            gradient.iter_mut().zip(ratios).for_each(|(slope, ratio)| *slope += error * ratio);
        }
        for (weight, slope) in weights.iter_mut().zip(gradient) {
            // Parts may be weak, never turned around.
            *weight = (*weight + 0.5 * slope / rows.len() as f64).max(0.05);
        }
    }
    let listed: Vec<String> = weights.iter().map(|weight| format!("{weight:.2}")).collect();
    println!("weights {}", listed.join(", "));
}

/// Words by the median over pages of the share of a page's posts that hold them, in posts of 10,000.
fn print_words(pages: &[Page]) {
    let mut counts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (_, posts) in pages {
        let mut of_page: BTreeMap<String, usize> = BTreeMap::new();
        for post in posts {
            let mut held = words::words(post);
            held.sort_unstable();
            held.dedup();
            for word in held {
                *of_page.entry(word).or_default() += 1;
            }
        }
        for (word, count) in of_page {
            counts.entry(word).or_default().push(count * 10_000 / posts.len());
        }
    }
    for (word, mut shares) in counts {
        shares.resize(pages.len(), 0);
        shares.sort_unstable();
        let median = shares.get(shares.len() / 2).copied().unwrap_or(0);
        if median >= 5 && word.chars().all(|c| c.is_alphabetic() || c == '\'') {
            println!("{word}\t{median}");
        }
    }
}
