//! Splits a hashtag into its words: `RustReleaseDay` by its capitals, `rustreleaseday` by the words seen in posts.
//!
//! The word model is made of the very posts that the index holds, so it speaks their language; a tag of words never seen stays
//! whole. Next: [`super::rank`].

use std::collections::BTreeMap;

/// Words with their counts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lexicon {
    pub(super) counts: BTreeMap<String, u32>,
    pub(super) total: u64,
}

/// Longest word that is looked for in a tag, and longest tag that is split, in characters.
const LONGEST_WORD: usize = 20;
const LONGEST_TAG: usize = 60;
/// Log probability of an unknown piece: a first cost, and more for each character, so that an unknown word is kept whole rather than
/// cut into rare short ones. Chosen by eye.
const UNKNOWN_PIECE: f64 = -12.0;
const UNKNOWN_CHARACTER: f64 = -2.0;
/// Uses from which a word may be a part of a tag: rarer ones are names and slips.
const FEWEST_USES: u32 = 2;

impl Lexicon {
    /// Counts words in lower case.
    pub(super) fn add(&mut self, words: &[String]) {
        for word in words {
            // A new word is rarer than a known one: most lookups allocate nothing.
            if let Some(count) = self.counts.get_mut(word) {
                *count += 1;
            } else {
                self.counts.insert(word.clone(), 1);
            }
        }
        self.total += words.len() as u64;
    }

    /// The words of a tag, in lower case and in order. Capitals, digits and underscores decide where they can; a run of one case is
    /// cut where the words are most probable together.
    pub(super) fn split(&self, tag: &str) -> Vec<String> {
        split_at_capitals(tag).iter().flat_map(|piece| self.split_run(piece)).collect()
    }

    /// The most probable cut of a run of letters: words independent of each other.
    fn split_run(&self, run: &str) -> Vec<String> {
        let bounds: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
        if bounds.len() > LONGEST_TAG || self.total == 0 {
            return vec![run.to_owned()];
        }
        // For each number of characters the best score and where its last word begins.
        let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
        for end in 1..bounds.len() {
            let scored = (end.saturating_sub(LONGEST_WORD).min(end - 1)..end).filter_map(|start| {
                let piece = run.get(*bounds.get(start)?..*bounds.get(end)?)?;
                Some((best.get(start)?.0 + self.log_probability(piece, end - start), start))
            });
            let chosen = scored.fold((f64::NEG_INFINITY, 0), |best, next| if next.0 > best.0 { next } else { best });
            best.push(chosen);
        }
        let mut words = Vec::new();
        let mut end = bounds.len() - 1;
        while end > 0 {
            let start = best.get(end).map_or(0, |entry| entry.1).min(end - 1);
            let range = bounds.get(start).zip(bounds.get(end));
            words.extend(range.and_then(|(from, to)| run.get(*from..*to)).map(str::to_owned));
            end = start;
        }
        words.reverse();
        words
    }

    fn log_probability(&self, piece: &str, characters: usize) -> f64 {
        match self.counts.get(piece) {
            // One letter is a word only where it is one in the language: "a", "i" and their like are frequent.
            Some(count) if *count >= FEWEST_USES && (characters > 1 || u64::from(*count) * 500 > self.total) => {
                (f64::from(*count) / self.total as f64).ln()
            }
            _ => UNKNOWN_PIECE + UNKNOWN_CHARACTER * characters as f64,
        }
    }
}

/// The pieces of a tag in lower case, cut where a capital follows a small letter or digit, before the last capital of a run that a small
/// letter follows ("NYCMarathon"), between letters and digits, and at underscores.
pub(super) fn split_at_capitals(tag: &str) -> Vec<String> {
    let characters: Vec<char> = tag.chars().collect();
    let mut pieces: Vec<String> = vec![String::new()];
    let mut previous: Option<char> = None;
    for (at, character) in characters.iter().enumerate() {
        let next_is_small = characters.get(at + 1).is_some_and(|next| next.is_lowercase());
        let cut = previous.is_some_and(|previous| {
            (character.is_uppercase() && (previous.is_lowercase() || previous.is_numeric()))
                || (character.is_uppercase() && previous.is_uppercase() && next_is_small)
                || (character.is_numeric() != previous.is_numeric())
        });
        if cut || *character == '_' {
            pieces.push(String::new());
        }
        if *character != '_'
            && let Some(piece) = pieces.last_mut()
        {
            piece.extend(character.to_lowercase());
        }
        previous = (*character != '_').then_some(*character);
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        let text =
            "the rust release day is a good day for a rust release and the sun is on a beach day in a city marathon";
        for _ in 0..20 {
            lexicon.add(&text.split(' ').map(str::to_owned).collect::<Vec<_>>());
        }
        lexicon
    }

    #[test]
    fn tags_are_split_by_capitals_and_by_known_words() {
        let lexicon = lexicon();
        for (tag, words) in [
            ("RustReleaseDay", &["rust", "release", "day"][..]),
            ("rustreleaseday", &["rust", "release", "day"]),
            ("NYCMarathon2026", &["nyc", "marathon", "2026"]),
            ("sun_day", &["sun", "day"]),
            ("DAYINACITY", &["day", "in", "a", "city"]),
            ("xyzzyplugh", &["xyzzyplugh"]),
            ("", &[]),
            ("___", &[]),
        ] {
            assert_eq!(lexicon.split(tag), words, "{tag}");
        }
        assert_eq!(Lexicon::default().split("rustday"), ["rustday"]);
    }

    proptest::proptest! {
        #[test]
        fn no_letter_is_lost(tag in "[a-zA-Z0-9_é日]{0,70}") {
            let joined = tag.replace('_', "").to_lowercase();
            proptest::prop_assert_eq!(lexicon().split(&tag).concat(), joined);
        }
    }
}
