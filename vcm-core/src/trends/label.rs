//! Names a cluster: its most characteristic terms by c-TF-IDF (Grootendorst 2022) and the text nearest to its centre.
//!
//! Next: [`super::topics()`].

use std::collections::BTreeMap;

use crate::text::words;

/// Terms in a label, at most and at least.
const LABEL_TERMS: usize = 4;
const SHORTEST_LABEL: usize = 2;

/// Words of all texts, counted once.
pub(super) struct Vocabulary {
    /// stem → number of texts that hold it
    texts_with: BTreeMap<String, u32>,
    texts: usize,
}

/// What a cluster is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// Up to four terms in the order in which its texts use them.
    pub(super) name: String,
    /// Best first, at most `terms`.
    pub(super) terms: Vec<String>,
    /// Index into the cluster's texts.
    pub(super) medoid: usize,
}

impl Vocabulary {
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut texts_with: BTreeMap<String, u32> = BTreeMap::new();
        let mut count = 0;
        for text in texts {
            count += 1;
            let mut stems = words::content_stems(text);
            stems.sort_unstable();
            stems.dedup();
            for stem in stems {
                *texts_with.entry(stem).or_default() += 1;
            }
        }
        Self { texts_with, texts: count }
    }

    /// Inverse document frequency, 0 to 1: 1 for a word in one text or none, 0 for a word in all.
    pub(super) fn rarity(&self, stem: &str) -> f64 {
        let texts = self.texts.max(2) as f64;
        let with = f64::from(self.texts_with.get(stem).copied().unwrap_or(1));
        (texts / with).ln() / texts.ln()
    }
}

struct Term {
    /// Texts of the cluster that hold it.
    texts: u32,
    /// Spellings with counts.
    spellings: BTreeMap<String, u32>,
    /// Sum of places in those texts, to order a label as people write it.
    places: usize,
}

/// Names the cluster of `texts`.
pub(super) fn label(texts: &[&str], vocabulary: &Vocabulary, max_terms: usize) -> Label {
    let mut terms: BTreeMap<String, Term> = BTreeMap::new();
    for text in texts {
        let mut seen: Vec<String> = Vec::new();
        for (place, word) in words::words(text).into_iter().filter(|word| !words::is_stop_word(word)).enumerate() {
            let stem = words::stem(&word).into_owned();
            if !seen.contains(&stem) && seen.len() < 200 {
                let term =
                    terms.entry(stem.clone()).or_insert(Term { texts: 0, spellings: BTreeMap::new(), places: 0 });
                term.texts += 1;
                term.places += place;
                *term.spellings.entry(word).or_default() += 1;
                seen.push(stem);
            }
        }
    }
    let weight = |stem: &str, term: &Term| {
        // A term of one text among many names that text, not the cluster.
        let shared = if term.texts > 1 || texts.len() < 3 { 1.0 } else { 0.1 };
        f64::from(term.texts) * vocabulary.rarity(stem) * shared
    };
    let mut ranked: Vec<(f64, &String, &Term)> =
        terms.iter().map(|(stem, term)| (weight(stem, term), stem, term)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let best = ranked.first().map_or(0.0, |first| first.0);
    // A label stops where the terms fall off, so that one strong pair is not diluted by two weak words.
    let named = |(place, entry): &(usize, &(f64, &String, &Term))| *place < SHORTEST_LABEL || entry.0 >= 0.4 * best;
    let mut in_label: Vec<&(f64, &String, &Term)> =
        ranked.iter().take(LABEL_TERMS).enumerate().take_while(named).map(|(_, entry)| entry).collect();
    in_label.sort_by_key(|(_, stem, term)| (term.places * 1000 / term.texts.max(1) as usize, stem.as_str()));
    Label {
        name: in_label.iter().map(|(_, _, term)| spelling(term)).collect::<Vec<_>>().join(" "),
        terms: ranked.iter().take(max_terms).map(|(_, _, term)| spelling(term).to_owned()).collect(),
        medoid: medoid(texts, &terms, vocabulary),
    }
}

fn spelling(term: &Term) -> &str {
    term.spellings.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map_or("", |(word, _)| word.as_str())
}

/// The text with the largest cosine to the cluster's centroid under TF-IDF; the earliest of several.
fn medoid(texts: &[&str], terms: &BTreeMap<String, Term>, vocabulary: &Vocabulary) -> usize {
    let closeness = |text: &str| {
        let mut stems = words::content_stems(text);
        stems.sort_unstable();
        stems.dedup();
        let (mut dot, mut length) = (0.0, 0.0);
        for stem in &stems {
            let rarity = vocabulary.rarity(stem);
            dot += rarity * rarity * terms.get(stem).map_or(0.0, |term| f64::from(term.texts));
            length += rarity * rarity;
        }
        if length > 0.0 { dot / f64::sqrt(length) } else { 0.0 }
    };
    let scored = texts.iter().map(|text| closeness(text)).enumerate();
    scored.fold((0, f64::NEG_INFINITY), |best, next| if next.1 > best.1 { next } else { best }).0
}
