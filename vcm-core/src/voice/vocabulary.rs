//! How common a word is in posts in general, function words included: how somebody uses "which" and "just" tells more of a voice than
//! its topics do.
//!
//! English has a table, derived from public pages' posts by `benches/src/bin/fit-voice.rs`. For other languages function words are
//! taken as common and all others as rare. Next: [`super::score`].

use std::sync::LazyLock;

use super::languages::{self, Language, class};

/// Lines `word TAB posts of 10,000 that hold it`.
const ENGLISH: &str = include_str!("languages/english.tsv");

/// Share of posts for a word that the table does not hold.
const RARE: f64 = 0.0003;

/// Shares for languages without a table.
const COMMON_FUNCTION_WORD: f64 = 0.08;

static FREQUENCIES: LazyLock<Vec<(u64, f32)>> = LazyLock::new(|| {
    let entry = |line: &str| {
        let (word, share) = line.split_once('\t')?;
        Some((languages::hash(word), share.parse::<f32>().ok()? / 10_000.0))
    };
    let mut all: Vec<(u64, f32)> = ENGLISH.lines().filter_map(entry).collect();
    all.sort_by_key(|entry| entry.0);
    all
});

/// The share of general posts that hold the word, above 0.
pub(super) fn frequency(word: &str, language: Language) -> f64 {
    let hash = languages::hash(word);
    frequency_of(hash, language.table().classes(hash), language)
}

/// [`frequency`] of a scanned word.
pub(super) fn frequency_of(hash: u64, classes: u16, language: Language) -> f64 {
    if language == Language::English {
        let found = FREQUENCIES.binary_search_by_key(&hash, |entry| entry.0);
        let share = found.ok().and_then(|at| FREQUENCIES.get(at)).map_or(0.0, |entry| f64::from(entry.1));
        share.max(RARE)
    } else if classes & class::FUNCTION != 0 {
        COMMON_FUNCTION_WORD
    } else {
        RARE * 3.0
    }
}

/// A word as the tables and profiles spell it: lower case, straight apostrophes.
pub(super) fn spelling(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}
