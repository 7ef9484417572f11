//! How alike two texts are, by their letters and words.
//!
//! SimHash is unfit for short copy, so scores come from exact n-gram and word sets. Before comparing, [`canonical`] takes out
//! what all posts of a campaign share on purpose (links, hashtags, the call to action): two different posts with one call to
//! action are not duplicates. Next: [`super::embedding`].

use std::collections::BTreeMap;

use super::{
    background,
    words::{self, TokenKind},
};

/// The score from which two texts should not both be published: at this score and up, a reader takes one for the other.
pub const DUPLICATE_THRESHOLD: f64 = 0.7;

/// A text as it is compared: folded words, one space between them, without links, mentions, hashtags and the given fragments
/// (compared as folded words too, so that case and punctuation do not matter).
pub fn canonical(text: &str, shared_fragments: &[&str]) -> String {
    let mut form = canonical_words(text);
    for fragment in shared_fragments {
        let fragment = canonical_words(fragment);
        if !fragment.is_empty() {
            form = remove_words(&form, &fragment);
        }
    }
    form
}

/// How likely two texts are to be near-duplicates, 0 to 1; 1 for texts of the same canonical form, 0 when one is empty and the
/// other is not. Symmetric. Links and hashtags do not count.
pub fn near_duplicate_score(a: &str, b: &str) -> f64 {
    Fingerprint::new(a).similarity(&Fingerprint::new(b))
}

/// Jaccard similarity of the sets of character 3-grams of two texts (canonical form, one space around), 0 to 1.
pub fn trigram_jaccard(a: &str, b: &str) -> f64 {
    jaccard(&ngrams::<3>(&canonical_words(a)), &ngrams::<3>(&canonical_words(b)))
}

/// Jaccard similarity of the sets of words of two texts, 0 to 1.
pub fn word_jaccard(a: &str, b: &str) -> f64 {
    jaccard(&word_set(&canonical_words(a)), &word_set(&canonical_words(b)))
}

/// A text prepared for comparison with many others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    trigrams: Vec<u64>,
    words: Vec<String>,
    /// Each content word, in the order of the text.
    content: Vec<ContentWord>,
    numbers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct ContentWord {
    /// Character 2-grams.
    grams: Vec<u64>,
    /// How much the word tells, in hundredths of a nat: 760 for a rare word, half of that for one in forty posts.
    weight: u32,
}

impl ContentWord {
    fn new(word: &str) -> Self {
        let frequency = background::frequency(&words::stem(word));
        Self { grams: ngrams::<2>(word), weight: (-100.0 * (frequency + RAREST).ln()) as u32 }
    }
}

impl Fingerprint {
    /// Prepares a text.
    pub fn new(text: &str) -> Self {
        Self::of_canonical(&canonical_words(text))
    }

    /// Prepares a text that is in [`canonical`] form already.
    pub fn of_canonical(canonical: &str) -> Self {
        let words = word_set(canonical);
        let mut content: Vec<&str> = canonical.split(' ').filter(|word| !words::is_stop_word(word)).collect();
        if content.is_empty() {
            content = canonical.split(' ').collect();
        }
        content.retain(|word| !word.is_empty());
        // Longer texts are compared by sets alone; without a limit one huge text would cost its length squared.
        content.truncate(MAX_ALIGNED_WORDS);
        let numbers = words.iter().filter(|word| word.starts_with(char::is_numeric)).cloned().collect();
        let content = content.into_iter().map(ContentWord::new).collect();
        Self { trigrams: ngrams::<3>(canonical), words, content, numbers }
    }

    /// [`near_duplicate_score`] of the two texts.
    pub fn similarity(&self, other: &Self) -> f64 {
        self.similarity_at_least(other, 0.0).unwrap_or(0.0)
    }

    /// The score, unless a bound on it shows that it is below `threshold`: then the costly part is never computed.
    pub fn similarity_at_least(&self, other: &Self, threshold: f64) -> Option<f64> {
        if self.words == other.words && self.trigrams == other.trigrams {
            return Some(1.0);
        }
        let numbers = self.numbers.len() + other.numbers.len() - 2 * overlap(&self.numbers, &other.numbers);
        let discount = NUMBER_DISCOUNT.powi(numbers.min(16) as i32);
        let words = WORD_SHARE * jaccard(&self.words, &other.words);
        if (words + TRIGRAM_SHARE + ALIGNED_SHARE) * discount < threshold {
            return None;
        }
        let sets = words + TRIGRAM_SHARE * jaccard(&self.trigrams, &other.trigrams);
        if (sets + ALIGNED_SHARE) * discount < threshold {
            return None;
        }
        let aligned = aligned(&self.content, &other.content).min(aligned(&other.content, &self.content));
        let score = (sets + ALIGNED_SHARE * aligned) * discount;
        (score >= threshold).then_some(score)
    }
}

/// Shares of the three parts of the score and the discount for each number that only one text has. Chosen on SemEval STS headlines of
/// 2013 and 2014: shares chosen on either year alone come within 0.01 AUROC of these on the other.
const TRIGRAM_SHARE: f64 = 0.1;
const WORD_SHARE: f64 = 0.15;
const ALIGNED_SHARE: f64 = 0.75;
const NUMBER_DISCOUNT: f64 = 0.8;

/// Two words match from this Dice coefficient of their 2-grams; below, they are strangers with letters in common.
const WORD_MATCH_FLOOR: f64 = 0.4;

const MAX_ALIGNED_WORDS: usize = 256;

/// Frequency that a word is taken to have beyond the background's.
const RAREST: f64 = 1.0 / 2000.0;

/// Mean over the words of `from`, by weight, of their likeness to the most alike word of `to`.
fn aligned(from: &[ContentWord], to: &[ContentWord]) -> f64 {
    // Dice of two words is at most 2·min/(sum of lengths): words that cannot beat the best so far are passed over, exactly.
    let best = |word: &ContentWord| {
        let mut best = 0.0;
        for other in to {
            let total = (word.grams.len() + other.grams.len()).max(1) as f64;
            if 2.0 * word.grams.len().min(other.grams.len()) as f64 / total <= best {
                continue;
            }
            best = f64::max(best, 2.0 * overlap(&word.grams, &other.grams) as f64 / total);
            if best >= 1.0 {
                break;
            }
        }
        if best >= WORD_MATCH_FLOOR { best } else { 0.0 }
    };
    let (sum, weights) = from.iter().fold((0.0, 0.0), |(sum, weights), word| {
        let weight = f64::from(word.weight);
        (sum + weight * best(word), weights + weight)
    });
    if weights > 0.0 { sum / weights } else { 0.0 }
}

/// Every pair `(i, j, score)` with `i < j` and a [`near_duplicate_score`] of at least `threshold`, ordered by `(i, j)`: exact, none
/// is missed. Thresholds above 0.85 need not compare all pairs.
pub fn near_duplicates(texts: &[&str], threshold: f64) -> Vec<(usize, usize, f64)> {
    let prints: Vec<Fingerprint> = texts.iter().map(|text| Fingerprint::new(text)).collect();
    // Above this threshold a pair must share a word (equal texts do, or have none), so only those meet.
    let must_share_word = threshold > TRIGRAM_SHARE + ALIGNED_SHARE;
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut without_words: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (index, print) in prints.iter().enumerate() {
        let mut candidates: Vec<usize> = if must_share_word {
            let sharing = print.words.iter().filter_map(|word| by_word.get(word.as_str())).flatten();
            if print.words.is_empty() { without_words.clone() } else { sharing.copied().collect() }
        } else {
            (0..index).collect()
        };
        candidates.sort_unstable();
        candidates.dedup();
        for earlier in candidates {
            let score = prints.get(earlier).and_then(|other| other.similarity_at_least(print, threshold));
            found.extend(score.map(|score| (earlier, index, score)));
        }
        if print.words.is_empty() {
            without_words.push(index);
        }
        for word in &print.words {
            by_word.entry(word).or_default().push(index);
        }
    }
    found.sort_by_key(|(first, second, _)| (*first, *second));
    found
}

/// Picks up to `count` items, best first, by maximal marginal relevance (Carbonell and Goldstein 1998): each next item has the
/// largest `balance * relevance - (1 - balance) * (similarity to the nearest item already picked)`. `balance` 1 is pure
/// relevance, 0 pure diversity. Ties go to the earlier item. Returns indices into `relevance`.
pub fn select_diverse(
    relevance: &[f64],
    count: usize,
    balance: f64,
    mut similarity: impl FnMut(usize, usize) -> f64,
) -> Vec<usize> {
    let mut picked = Vec::with_capacity(count.min(relevance.len()));
    // (index, relevance, similarity to the nearest picked item)
    let mut waiting: Vec<(usize, f64, f64)> =
        relevance.iter().enumerate().map(|(at, value)| (at, *value, 0.0)).collect();
    while picked.len() < count {
        let value = |item: &(usize, f64, f64)| balance * item.1 - (1.0 - balance) * item.2;
        let best = waiting.iter().enumerate().max_by(|a, b| value(a.1).total_cmp(&value(b.1)).then(b.0.cmp(&a.0)));
        let Some((position, _)) = best else { break };
        let (chosen, ..) = waiting.remove(position);
        picked.push(chosen);
        for (index, _, nearest) in &mut waiting {
            *nearest = nearest.max(similarity(chosen, *index));
        }
    }
    picked
}

/// Jaccard similarity of two sorted sets; 1 when both are empty.
pub(crate) fn jaccard<T: Ord>(a: &[T], b: &[T]) -> f64 {
    let shared = overlap(a, b);
    let union = a.len() + b.len() - shared;
    if union == 0 { 1.0 } else { shared as f64 / union as f64 }
}

/// Number of items that two sorted sets share.
pub(crate) fn overlap<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0;
    while let (Some(x), Some(y)) = (left.peek(), right.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                shared += 1;
                left.next();
                right.next();
            }
        }
    }
    shared
}

fn canonical_words(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for token in words::tokens(text) {
        if token.kind == TokenKind::Word {
            if !form.is_empty() {
                form.push(' ');
            }
            form.push_str(&token.text);
        }
    }
    form
}

fn remove_words(form: &str, fragment: &str) -> String {
    let padded = format!(" {form} ").replace(&format!(" {fragment} "), " ");
    padded.trim().to_owned()
}

/// The distinct n-grams of a text between spaces, sorted, for `N` of 2 or 3: packed exactly, 21 bits a character.
pub(crate) fn ngrams<const N: usize>(canonical: &str) -> Vec<u64> {
    if canonical.is_empty() {
        return Vec::new();
    }
    let mut window = u64::from(' ');
    let mut grams = Vec::with_capacity(canonical.len() + 1);
    for (seen, character) in canonical.chars().chain(std::iter::once(' ')).enumerate() {
        window = ((window << 21) | u64::from(character)) & ((1 << (21 * N)) - 1);
        if seen + 2 >= N {
            grams.push(window);
        }
    }
    grams.sort_unstable();
    grams.dedup();
    grams
}

fn word_set(canonical: &str) -> Vec<String> {
    let mut set: Vec<String> = canonical.split_whitespace().map(str::to_owned).collect();
    set.sort_unstable();
    set.dedup();
    set
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the same sums in the same order give the same bits")]
mod tests {
    use super::*;

    #[test]
    fn canonical_form_ignores_what_posts_share() {
        let shared = ["Read the notes:", ""];
        assert_eq!(canonical("Rust 1.85 is OUT! Read the notes: https://x.org #rustlang", &shared), "rust 1 85 is out");
        assert_eq!(canonical("Read the notes: https://x.org", &shared), "");
        assert_eq!(canonical("reread the notes", &shared), "reread the notes");
    }

    #[test]
    fn scores_run_from_strangers_to_twins() {
        assert!((near_duplicate_score("Same text!", "same TEXT #tag https://x.org") - 1.0).abs() < 1e-12);
        assert!((near_duplicate_score("", "") - 1.0).abs() < 1e-12);
        assert_eq!(near_duplicate_score("", "anything"), 0.0);
        assert!(near_duplicate_score("The build is twice as fast", "Open until ten in July") < 0.2);
        let pair = ("The build is now twice as fast", "The build is twice as fast now");
        assert!(near_duplicate_score(pair.0, pair.1) > DUPLICATE_THRESHOLD);
        assert_eq!(near_duplicate_score(pair.0, pair.1), near_duplicate_score(pair.1, pair.0));
    }

    #[test]
    fn another_number_makes_another_text() {
        let base = "Prices fall 20 percent on Monday";
        assert!(near_duplicate_score(base, "Prices fall 30 percent on Monday") < DUPLICATE_THRESHOLD);
        let reworded = near_duplicate_score(base, "Prices fell 20 percent Monday");
        assert!(reworded > near_duplicate_score(base, "Prices fall 30 percent on Monday"));
    }

    #[test]
    fn pairs_are_the_same_whether_all_are_compared_or_not() {
        let texts = ["fast builds", "Fast builds!", "", "open until ten", "🎉", "builds fast", "open until eleven"];
        let naive = |threshold: f64| {
            let pairs = (0..texts.len()).flat_map(|i| (i + 1..texts.len()).map(move |j| (i, j)));
            let scored = pairs.map(|(i, j)| (i, j, near_duplicate_score(texts[i], texts[j])));
            scored.filter(|pair| pair.2 >= threshold).collect::<Vec<_>>()
        };
        for threshold in [0.0, 0.5, 0.76, 0.9, 1.0] {
            assert_eq!(near_duplicates(&texts, threshold), naive(threshold), "{threshold}");
        }
        assert_eq!(near_duplicates(&[], 0.8), []);
    }

    #[test]
    fn diverse_selection_passes_over_the_twin_of_a_pick() {
        let texts = ["fast builds at last", "fast builds at last!", "open until ten"];
        let alike = |a: usize, b: usize| near_duplicate_score(texts[a], texts[b]);
        assert_eq!(select_diverse(&[1.0, 0.9, 0.6], 2, 0.6, alike), [0, 2]);
        assert_eq!(select_diverse(&[1.0, 0.9, 0.6], 2, 1.0, alike), [0, 1]);
        assert_eq!(select_diverse(&[], 2, 0.5, alike), [0usize; 0]);
        assert_eq!(select_diverse(&[1.0, 1.0], 9, 0.5, |_, _| 0.0), [0, 1]);
    }

    proptest::proptest! {
        #[test]
        fn scores_are_symmetric_and_within_bounds(a in "\\PC{0,60}", b in "\\PC{0,60}") {
            let score = near_duplicate_score(&a, &b);
            proptest::prop_assert!((0.0..=1.0).contains(&score));
            proptest::prop_assert_eq!(score, near_duplicate_score(&b, &a));
            proptest::prop_assert!((near_duplicate_score(&a, &a) - 1.0).abs() < 1e-12);
        }
    }
}
