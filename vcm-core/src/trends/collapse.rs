//! Collapses near-duplicates before clustering: a text reposted a thousand times is one voice, not a thousand.
//!
//! Candidates come from MinHash signatures in bands (Broder 1997; Leskovec et al., *Mining of Massive Datasets*, ch. 3) and each
//! is verified by its exact character-3-gram Jaccard similarity, so time grows with the number of texts and not with its
//! square. Next: [`super::cluster`].

use crate::text::{
    embedding::{hash_bytes, mix},
    similarity::{canonical, jaccard, ngrams},
};

/// Signature: 8 bands of 4 rows. A pair at Jaccard 0.8 meets in some band with probability 0.985, one at 0.3 with 0.06.
const BANDS: usize = 8;
const ROWS: usize = 4;

/// Members of a bucket that a newcomer is compared with. A bound, so that boilerplate shared by all texts costs no square.
const COMPARED: usize = 8;

/// For each text, the index of the earliest text that it repeats, or its own index. Texts repeat each other when their
/// [`canonical`] forms are equal or have a 3-gram Jaccard similarity of at least `threshold`; texts without a word that is not a
/// hashtag repeat only an equal text.
pub(super) fn representatives(texts: &[&str], threshold: f64) -> Vec<usize> {
    let forms: Vec<String> = texts.iter().map(|text| canonical(text, &[])).collect();
    let mut parents: Vec<usize> = (0..texts.len()).collect();
    collapse_equal(texts, &forms, &mut parents);
    let waiting: Vec<usize> =
        (0..texts.len()).filter(|index| root(&parents, *index) == *index && has_words(&forms, *index)).collect();
    collapse_similar(&forms, &waiting, threshold, &mut parents);
    (0..texts.len()).map(|index| root(&parents, index)).collect()
}

fn has_words(forms: &[String], index: usize) -> bool {
    forms.get(index).is_some_and(|form| !form.is_empty())
}

fn collapse_equal(texts: &[&str], forms: &[String], parents: &mut [usize]) {
    let key = |(form, text): (&String, &&str)| {
        if form.is_empty() { hash_bytes(b"raw", text.trim().as_bytes()) } else { hash_bytes(b"form", form.as_bytes()) }
    };
    let mut keyed: Vec<(u64, usize)> = forms.iter().zip(texts).map(key).zip(0..).collect();
    keyed.sort_unstable();
    for same in keyed.chunk_by(|a, b| a.0 == b.0) {
        if let Some(((_, first), rest)) = same.split_first() {
            for (_, index) in rest {
                unite(parents, *first, *index);
            }
        }
    }
}

fn collapse_similar(forms: &[String], waiting: &[usize], threshold: f64, parents: &mut [usize]) {
    let grams_of = |index: usize| forms.get(index).map(|form| ngrams::<3>(form)).unwrap_or_default();
    // (band, bucket, text): sorted, equal buckets stand together.
    let mut buckets: Vec<(u8, u64, u32)> = Vec::with_capacity(waiting.len() * BANDS);
    for &index in waiting {
        let signature = min_hashes(&grams_of(index));
        for (band, rows) in signature.chunks(ROWS).enumerate() {
            let bucket = rows.iter().fold(band as u64, |hash, row| mix(hash.rotate_left(21) ^ row));
            buckets.push((band as u8, bucket, index as u32));
        }
    }
    buckets.sort_unstable();
    for bucket in buckets.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|bucket| bucket.len() > 1) {
        let mut kept: Vec<(usize, Vec<u64>)> = Vec::new();
        for &(_, _, index) in bucket {
            let index = index as usize;
            if kept.iter().any(|(other, _)| root(parents, *other) == root(parents, index)) {
                continue;
            }
            let grams = grams_of(index);
            match kept.iter().find(|(_, other)| jaccard(other, &grams) >= threshold) {
                Some((other, _)) => unite(parents, *other, index),
                None if kept.len() < COMPARED => kept.push((index, grams)),
                None => {}
            }
        }
    }
}

fn min_hashes(grams: &[u64]) -> [u64; BANDS * ROWS] {
    let mut smallest = [u64::MAX; BANDS * ROWS];
    for gram in grams {
        // Two independent hashes give the whole family (Kirsch and Mitzenmacher 2006).
        let first = mix(*gram);
        let step = mix(first ^ 0x9e37_79b9_7f4a_7c15) | 1;
        let mut hash = first;
        for slot in &mut smallest {
            *slot = (*slot).min(hash);
            hash = hash.wrapping_add(step);
        }
    }
    smallest
}

fn root(parents: &[usize], mut index: usize) -> usize {
    while let Some(&parent) = parents.get(index).filter(|parent| **parent != index) {
        index = parent;
    }
    index
}

/// The earlier of the two roots becomes the root of both.
fn unite(parents: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parents, a), root(parents, b));
    let (first, second) = (a.min(b), a.max(b));
    for index in [b, second] {
        if let Some(parent) = parents.get_mut(index) {
            *parent = first;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reposts_collapse_onto_the_first() {
        let texts = [
            "The new release compiles twice as fast, says the team https://x.org/1",
            "open until ten in july",
            "RT the new release compiles twice as fast, says the team! #rust",
            "The new release compiles twice as fast, say the team",
            "Open until ten in July",
            "#rust",
            "#rust",
            "#go",
            "",
        ];
        assert_eq!(representatives(&texts, 0.8), [0, 1, 0, 0, 1, 5, 5, 7, 8]);
    }
}
