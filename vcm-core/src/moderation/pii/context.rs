//! The words around a find, which say what a number is.

use aho_corasick::AhoCorasick;

/// How far before a find context is looked for, in bytes.
const BEFORE: usize = 48;
/// How far after it.
const AFTER: usize = 16;
/// How far around a number of [`Words`]; a name of a document may follow its number in other languages.
const AROUND: (usize, usize) = (64, 36);

/// Context words of one type, compiled once.
#[derive(Debug)]
pub(super) struct Context(Option<AhoCorasick>);

impl Context {
    pub(super) fn new(words: &[&str]) -> Self {
        Self(automaton(words))
    }

    /// True when one of the words stands near `start..end`.
    pub(super) fn near(&self, text: &str, start: usize, end: usize) -> bool {
        self.inside(text, boundary_down(text, start.saturating_sub(BEFORE)), start)
            || self.inside(text, end, boundary_up(text, (end + AFTER).min(text.len())))
    }

    /// True when one of the words stands shortly before `start`.
    pub(super) fn before(&self, text: &str, start: usize) -> bool {
        self.inside(text, boundary_down(text, start.saturating_sub(BEFORE)), start)
    }

    fn inside(&self, text: &str, from: usize, to: usize) -> bool {
        let (Some(automaton), Some(window)) = (&self.0, text.get(from..to)) else { return false };
        whole_words(automaton, window).next().is_some()
    }
}

/// Context words of many types in one automaton.
#[derive(Debug)]
pub(super) struct Words {
    automaton: Option<AhoCorasick>,
    /// For each word the types that it names.
    owners: Vec<Vec<usize>>,
}

/// Context words found in a text.
#[derive(Debug)]
pub(super) struct Named<'a> {
    words: &'a Words,
    found: Vec<(usize, usize, usize)>,
}

impl Words {
    pub(super) fn new<'a>(lists: impl Iterator<Item = &'a [&'a str]>) -> Self {
        let mut owners: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
        for (index, list) in lists.enumerate() {
            for word in list {
                owners.entry(word).or_default().push(index);
            }
        }
        let words: Vec<&str> = owners.keys().copied().collect();
        Self { automaton: automaton(&words), owners: owners.into_values().collect() }
    }

    pub(super) fn find(&self, text: &str) -> Named<'_> {
        let found = self.automaton.iter().flat_map(|automaton| whole_words(automaton, text)).collect();
        Named { words: self, found }
    }
}

impl Named<'_> {
    /// True when a word that names type `owner` stands near `start..end`.
    pub(super) fn near(&self, owner: usize, start: usize, end: usize) -> bool {
        self.found.iter().any(|(from, to, word)| {
            let before = *to <= start && start - to <= AROUND.0;
            let after = *from >= end && from - end <= AROUND.1;
            (before || after) && self.words.owners.get(*word).is_some_and(|owners| owners.contains(&owner))
        })
    }
}

fn automaton(words: &[&str]) -> Option<AhoCorasick> {
    AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok()
}

/// Hits that no Latin letter touches, overlapping ones too, so that a word inside a longer one is still seen.
fn whole_words<'a>(automaton: &'a AhoCorasick, text: &'a str) -> impl Iterator<Item = (usize, usize, usize)> + 'a {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let bytes = text.as_bytes();
    automaton
        .try_find_overlapping_iter(text)
        .into_iter()
        .flatten()
        .filter(move |hit| {
            !letter(hit.start().checked_sub(1).and_then(|place| bytes.get(place))) && !letter(bytes.get(hit.end()))
        })
        .map(|hit| (hit.start(), hit.end(), hit.pattern().as_usize()))
}

fn boundary_down(text: &str, mut place: usize) -> usize {
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn boundary_up(text: &str, mut place: usize) -> usize {
    while !text.is_char_boundary(place) {
        place += 1;
    }
    place
}
