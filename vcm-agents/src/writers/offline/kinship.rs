//! Which facts belong in one post: those that share a word which says something in this brief.
//!
//! The product's name and words that run through many of its facts say nothing, nor do units and everyday verbs: two facts
//! that share only these read as chance when one follows the other. Next: [`super::material`].

use std::collections::BTreeMap;

use vcm_core::{brief::Brief, text::words::stem};

use super::language::content_stems;

/// Words that two unrelated facts share easily.
const EVERYDAY: &[&str] = &[
    "measure",
    "meter",
    "metre",
    "kilometer",
    "kilometre",
    "kilogram",
    "hour",
    "minute",
    "work",
    "take",
    "make",
    "use",
    "new",
    "first",
    "year",
    "people",
    "million",
    "thousand",
    "roughly",
    "large",
    "need",
    "side",
    "include",
    "add",
    "start",
    "come",
    "release",
    "call",
    "begin",
    "find",
    "get",
    "give",
    "help",
    "show",
    "keep",
    "place",
    "day",
    "month",
    "week",
    "stay",
    "support",
    "found",
    "near",
    "around",
    "about",
    "away",
    "outside",
    "last",
    "big",
    "many",
];

/// The words of a brief that tie nothing together.
#[derive(Debug, Clone, Default)]
pub(super) struct Kinship {
    common: Vec<String>,
}

impl Kinship {
    /// Reads the brief: a word in more than a third of the facts, and in three at least, is common.
    pub(super) fn of(brief: &Brief) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for proof in &brief.proof_points {
            for stem in distinct(&proof.statement) {
                *counts.entry(stem).or_default() += 1;
            }
        }
        let most = (brief.proof_points.len() / 3).max(2);
        let mut common: Vec<String> =
            counts.into_iter().filter(|(_, count)| *count > most).map(|(stem, _)| stem).collect();
        common.extend(content_stems(&brief.product.name));
        common.extend(EVERYDAY.iter().map(|word| stem(word).into_owned()));
        common.sort();
        common.dedup();
        Self { common }
    }

    /// How many words that say something two texts share.
    pub(super) fn shared(&self, a: &str, b: &str) -> usize {
        self.shared_stems(a, b).len()
    }

    /// Whether a fact belongs beside what is told already: they share two such words, or one that names what the post is
    /// about. `topic` is the noun phrase of what is told; the whole text where it has none.
    pub(super) fn related(&self, told: &str, topic: Option<&str>, fact: &str) -> bool {
        let shared = self.shared_stems(told, fact);
        let names = |stem: &String| {
            stem.len() >= 4
                && stem.chars().all(char::is_alphabetic)
                && topic.is_none_or(|topic| content_stems(topic).contains(stem))
        };
        shared.len() >= 2 || shared.iter().any(names)
    }

    fn shared_stems(&self, a: &str, b: &str) -> Vec<String> {
        let b = distinct(b);
        distinct(a).into_iter().filter(|stem| b.contains(stem) && self.common.binary_search(stem).is_err()).collect()
    }
}

fn distinct(text: &str) -> Vec<String> {
    let mut stems = content_stems(text);
    stems.sort();
    stems.dedup();
    stems
}
