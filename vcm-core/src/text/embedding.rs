//! A lexical embedding: texts that share words, stems or parts of words get similar vectors.
//!
//! It needs no model and no training, so nearest-copy search and novelty work offline on any machine. It knows nothing of
//! meaning: "car" and "automobile" are strangers to it. A provider's embedder can take its place behind
//! [`crate::ports::Embedder`]; thresholds are kept by embedder id. Next: [`super::views`].

use std::collections::BTreeMap;

use super::words;

/// The stable id of this embedding. Any change to a vector's values changes the id.
pub const ID: &str = "lexical-1";

/// The length of every vector.
pub const DIMENSION: usize = 512;

/// Weight of a character n-gram beside a whole stem's 1, so that the words decide and spelling variants still meet.
const NGRAM_WEIGHT: f32 = 0.35;

/// Weight of a stop word beside a content word's 1.
const STOP_WORD_WEIGHT: f32 = 0.1;

/// The vector of a text: unit length, or all zeros when the text has no word.
///
/// Signed feature hashing (Weinberger et al. 2009) of word stems, stem pairs and character 3- and 4-grams within words, each
/// weighted by `1 + ln(count)`.
pub fn embed(text: &str) -> Vec<f32> {
    embed_weighted(text, |word| if words::is_stop_word(word) { STOP_WORD_WEIGHT } else { 1.0 })
}

/// [`embed`] with a weight of your own for each word (in lower case), such as its inverse document frequency. Weights that are
/// not positive leave the word out.
pub fn embed_weighted(text: &str, weight: impl Fn(&str) -> f32) -> Vec<f32> {
    // Feature hash → (count, weight); ordered, because the order of a float sum is part of its value.
    let mut features: BTreeMap<u64, (u32, f32)> = BTreeMap::new();
    let mut add = |hash: u64, weight: f32| {
        let entry = features.entry(hash).or_insert((0, 0.0));
        entry.0 += 1;
        entry.1 = entry.1.max(weight);
    };
    let mut previous: Option<(u64, f32)> = None;
    for word in words::words(text) {
        let weight = weight(&word);
        if weight.is_nan() || weight <= 0.0 {
            previous = None;
            continue;
        }
        let stem = words::stem(&word);
        let hash = hash_bytes(b"w", stem.as_bytes());
        add(hash, weight);
        if let Some((before, before_weight)) = previous {
            add(mix(before.rotate_left(17) ^ hash), 0.5 * weight.min(before_weight));
        }
        previous = Some((hash, weight));
        let padded: Vec<char> = std::iter::once('^').chain(stem.chars()).chain(std::iter::once('$')).collect();
        // Each word spreads one fixed amount over its n-grams: long words must not outweigh short ones.
        let grams = padded.len().saturating_sub(2) + padded.len().saturating_sub(3);
        let share = weight * NGRAM_WEIGHT * 2.0 / (grams.max(1) as f32).sqrt();
        for size in [3, 4] {
            for gram in padded.windows(size) {
                let gram: String = gram.iter().collect();
                add(hash_bytes(b"g", gram.as_bytes()), share);
            }
        }
    }
    let mut vector = vec![0.0f32; DIMENSION];
    for (hash, (count, weight)) in features {
        let value = weight * (1.0 + (count as f32).ln());
        if let Some(slot) = vector.get_mut((hash % DIMENSION as u64) as usize) {
            *slot += if hash >> 63 == 0 { value } else { -value };
        }
    }
    normalise(vector)
}

/// The cosine of two unit vectors of one embedder: -1 to 1, 0 when one is all zeros.
pub fn cosine(a: &[f32], b: &[f32]) -> f64 {
    f64::from(a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>()).clamp(-1.0, 1.0)
}

fn normalise(mut vector: Vec<f32>) -> Vec<f32> {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > 0.0 {
        for value in &mut vector {
            *value /= length;
        }
    }
    vector
}

/// FNV-1a over a kind and the bytes, then mixed so that every bit depends on all of them.
pub(crate) fn hash_bytes(kind: &[u8], bytes: &[u8]) -> u64 {
    let hash = kind
        .iter()
        .chain(bytes)
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    mix(hash)
}

/// The finaliser of SplitMix64 (Steele et al. 2014).
pub(crate) fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_have_unit_length_or_are_zero() {
        for text in ["a", "Rust 1.85 is out", "été à Paris", "日本語のテキスト", "word ".repeat(5000).as_str()]
        {
            let vector = embed(text);
            assert_eq!(vector.len(), DIMENSION);
            assert!((cosine(&vector, &vector) - 1.0).abs() < 1e-5, "{text}");
        }
        for text in ["", "…", "🎉", "https://example.org"] {
            assert!(embed(text).iter().all(|value| *value == 0.0), "{text}");
        }
    }

    #[test]
    fn nearer_in_words_is_nearer_in_space() {
        let near = |a: &str, b: &str| cosine(&embed(a), &embed(b));
        let base = "The new release compiles twice as fast";
        assert!(near(base, "New releases compile twice as fast") > 0.8);
        assert!(near(base, "The release is faster to compile") > near(base, "Open every evening until ten in July"));
        assert!(near(base, "Open every evening until ten in July").abs() < 0.2);
    }

    #[test]
    fn a_weight_of_zero_leaves_a_word_out() {
        let without = embed_weighted("alpha beta", |word| if word == "beta" { 0.0 } else { 1.0 });
        assert_eq!(without, embed_weighted("alpha", |_| 1.0));
    }
}
