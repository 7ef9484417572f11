//! The lexicon: terms of published lists, weighted by how often posts that hold them were labelled offensive.

use std::collections::{BTreeMap, BTreeSet};

use vcm_core::{
    moderation::{
        lexicon::{Lexicon, Severity, TermKind},
        toxicity::identity::is_identity_term,
    },
    text::views::Views,
};

use crate::data::{Data, Part};

/// Languages of the lists, without constructed ones.
const LANGUAGES: &[&str] = &[
    "ar",
    "cs",
    "da",
    "de",
    "es",
    "fa",
    "fi",
    "fil",
    "fr",
    "fr-CA-u-sd-caqc",
    "hi",
    "hu",
    "it",
    "ja",
    "ko",
    "nl",
    "no",
    "pl",
    "pt",
    "ru",
    "sv",
    "th",
    "tr",
    "zh",
];
/// Endings of English terms that are looked for in the labelled posts.
const ENDINGS: &[&str] = &["s", "es", "z", "ed", "er", "ers", "ing", "in", "y", "a", "as", "head", "heads"];
/// How many posts the mean of a list counts for, beside those that hold the term.
const PRIOR_POSTS: f32 = 4.0;
const PRIOR: f32 = 0.7;
const LONGEST_PHRASE: usize = 6;

#[derive(Default, Clone, Copy)]
struct Seen {
    posts: f32,
    offensive: f32,
    hateful: f32,
    clean: f32,
}

pub(crate) fn build(data: &Data) -> Lexicon {
    let english: BTreeSet<String> = data
        .lines("toxicity/LDNOOBW/en")
        .iter()
        .map(|term| key(term))
        .filter(|term| !term.is_empty() && !is_identity_term(term))
        .collect();
    let mut candidates = english.clone();
    for term in english.iter().filter(|term| !term.contains(' ') && term.len() >= 3) {
        candidates.extend(ENDINGS.iter().map(|ending| format!("{term}{ending}")));
        candidates.extend(
            ENDINGS
                .iter()
                .filter(|ending| ending.starts_with(['e', 'i', 'y']))
                .map(|ending| format!("{term}{}{ending}", &term[term.len() - 1..])),
        );
    }
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    let mut words: BTreeMap<String, u32> = BTreeMap::new();
    for (file, weight) in
        [("tweeteval-offensive-train.jsonl.gz", 1.0), ("davidson.jsonl.gz", 1.0), ("jigsaw-nonfuzzed.jsonl.gz", 1.0)]
    {
        for (index, post) in data.labelled(&format!("toxicity/{file}")).iter().enumerate() {
            if Part::of(index) == Part::Unseen {
                continue;
            }
            let grams = grams(&post.text);
            for gram in grams.iter().filter(|gram| candidates.contains(*gram)) {
                let entry = seen.entry(gram.clone()).or_default();
                entry.posts += weight;
                entry.offensive += weight * f32::from(u8::from(post.toxic));
                entry.hateful += weight * f32::from(u8::from(post.kind == "hate"));
            }
            if !post.toxic {
                count_words(&post.text, &mut words);
            }
        }
    }
    let headlines = data.headlines().into_iter().filter(|(part, _)| *part != Part::Unseen).map(|(_, text)| text);
    for text in data.pages().into_iter().chain(data.news(2013)).chain(headlines) {
        for gram in grams(&text).iter().filter(|gram| candidates.contains(*gram)) {
            seen.entry(gram.clone()).or_default().clean += 1.0;
        }
        count_words(&text, &mut words);
    }
    let is_word = |word: &str| words.get(word).is_some_and(|count| *count >= 2);
    let mut terms: Vec<(String, TermKind, Severity, f32)> = Vec::new();
    for term in candidates {
        let Seen { posts, offensive, hateful, clean } = seen.get(&term).copied().unwrap_or_default();
        let listed = english.contains(&term);
        // Derived words must have earned their place.
        if !listed && (posts < 5.0 || offensive / posts < 0.8) {
            continue;
        }
        let weight = (offensive + PRIOR * PRIOR_POSTS) / (posts + PRIOR_POSTS);
        let often_clean = clean > 2.0 && clean > posts / 10.0;
        let severity = match () {
            () if often_clean || weight < 0.6 || term.len() < 3 => Severity::Mild,
            () if posts >= 8.0 && hateful / posts >= 0.25 => Severity::Severe,
            () => Severity::Strong,
        };
        let kind = if severity == Severity::Severe { TermKind::Slur } else { TermKind::Profanity };
        terms.push((term, kind, severity, if often_clean { weight.min(0.5) } else { weight }));
    }
    let count = terms.len();
    let known: BTreeSet<String> = terms.iter().map(|term| term.0.clone()).collect();
    for language in LANGUAGES {
        for term in data.lines(&format!("toxicity/LDNOOBW/{language}")) {
            let term = key(&term);
            let letters = term.chars().count();
            let ascii = term.is_ascii();
            let ordinary = term.split(' ').all(|word| words.contains_key(word));
            if term.is_empty()
                || known.contains(&term)
                || is_identity_term(&term)
                || (ascii && (letters < 4 || ordinary))
                || letters < 2
            {
                continue;
            }
            terms.push((term, TermKind::Foreign, Severity::Strong, 0.6));
        }
    }
    let lexicon = Lexicon::from_terms(
        terms.iter().map(|(term, kind, severity, weight)| (term.as_str(), *kind, *severity, *weight)),
        is_word,
    );
    let by = |wanted: Severity| terms[..count].iter().filter(|term| term.2 == wanted).count();
    println!(
        "{count} English terms ({} mild, {} strong, {} severe), {} of other languages, {} entries",
        by(Severity::Mild),
        by(Severity::Strong),
        by(Severity::Severe),
        terms.len() - count,
        lexicon.len()
    );
    lexicon
}

/// A term as its words between single spaces.
fn key(term: &str) -> String {
    tokens(term).join(" ")
}

fn tokens(text: &str) -> Vec<String> {
    let views = Views::of(text);
    let Some(view) = views.folded() else { return Vec::new() };
    view.words().iter().map(|word| view.word_text(word).to_owned()).collect()
}

fn grams(text: &str) -> BTreeSet<String> {
    let tokens = tokens(text);
    (0..tokens.len())
        .flat_map(|start| (1..=LONGEST_PHRASE.min(tokens.len() - start)).map(move |length| (start, length)))
        .map(|(start, length)| tokens[start..start + length].join(" "))
        .collect()
}

fn count_words(text: &str, words: &mut BTreeMap<String, u32>) {
    for token in tokens(text) {
        *words.entry(token).or_default() += 1;
    }
}
