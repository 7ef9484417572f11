//! How common a word is in general English posts.
//!
//! A handful of texts cannot tell which of their words say little; a table can. It was derived from public pages' posts by
//! `benches/src/bin/background_words.rs`. Next: [`super::views`].

use std::sync::LazyLock;

/// Lines `stem TAB posts of 10,000 that hold it`, sorted by stem.
const TABLE: &str = include_str!("background.tsv");

static FREQUENCIES: LazyLock<Vec<(&'static str, f32)>> = LazyLock::new(|| {
    let entry = |line: &'static str| {
        let (stem, share) = line.split_once('\t')?;
        Some((stem, share.parse::<f32>().ok()? / 10_000.0))
    };
    TABLE.lines().filter_map(entry).collect()
});

/// The share of general English posts that hold a word of this stem ([`super::words::stem`]), 0 to 1. 0 for a word that fewer than
/// one post in 2,000 holds, and for words of other languages.
pub fn frequency(stem: &str) -> f64 {
    let found = FREQUENCIES.binary_search_by(|entry| entry.0.cmp(stem));
    found.ok().and_then(|place| FREQUENCIES.get(place)).map_or(0.0, |entry| f64::from(entry.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_known_and_rare_ones_are_not() {
        assert!(FREQUENCIES.is_sorted_by(|a, b| a.0 < b.0) && FREQUENCIES.len() > 300);
        assert!(frequency("new") > 0.02 && frequency("today") > 0.005);
        assert!(frequency("tardigrad").abs() < 1e-12 && frequency("").abs() < 1e-12);
    }
}
