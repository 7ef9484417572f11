//! The lexicon: words and phrases that may offend, with how likely they do.
//!
//! A table of 64-bit hashes of folded words, derived from published word lists and labelled posts by
//! `examples/train_moderation.rs`: the repository carries no offensive text. Words are looked up whole, in every view of the
//! text, so "Scunthorpe" passes without an allow list; the allow list is for words that a trick's view would make
//! up. `table` is the stored form. Next: [`super::toxicity`].

mod table;

use std::sync::OnceLock;

use crate::text::views::{View, ViewKind, Views, Word, hash_word};

pub use self::table::{Entry, Lexicon, Severity, TermKind};

/// The shipped table, written by `examples/train_moderation.rs`.
static SHIPPED: &[u8] = include_bytes!("lexicon.bin");

/// Words shorter than this are looked up as they stand only; undoing tricks on them would make them out of anything.
const SHORTEST_DISGUISED: usize = 3;

/// A word or phrase of the lexicon found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// First code point of the original text.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// What the lexicon says about it.
    pub entry: Entry,
    /// The view that showed it.
    pub view: ViewKind,
}

impl Hit {
    /// True when the word was disguised: only a view that undoes a trick shows it.
    pub fn is_disguised(&self) -> bool {
        self.view != ViewKind::Folded
    }
}

impl Lexicon {
    /// The shipped lexicon, read once.
    pub fn shipped() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Lexicon::from_bytes(SHIPPED))
    }

    /// Every term of the lexicon in the views of a text, in the order of the text; of overlapping hits the one in the earlier
    /// view, then the longer one.
    pub fn find(&self, views: &Views) -> Vec<Hit> {
        self.find_with(views, &views.folded().map(View::words).unwrap_or_default())
    }

    /// The same when the words of the folded view are at hand.
    pub(super) fn find_with(&self, views: &Views, folded: &[Word]) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for view in views {
            if view.kind() == ViewKind::Folded {
                self.find_in(view, folded, &mut hits);
            } else {
                self.find_in(view, &view.words(), &mut hits);
            }
        }
        if hits.len() > 1 {
            hits.sort_by_key(|hit| (hit.view, std::cmp::Reverse(hit.end - hit.start), hit.start));
            let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
            for hit in hits {
                if kept.iter().all(|other| hit.end <= other.start || other.end <= hit.start) {
                    kept.push(hit);
                }
            }
            kept.sort_by_key(|hit| hit.start);
            return kept;
        }
        hits
    }

    fn find_in(&self, view: &View, words: &[Word], hits: &mut Vec<Hit>) {
        for (index, token) in words.iter().enumerate() {
            let mut push = |start: u32, end: u32, entry: Entry| {
                let (start, end) = view.original(start, end);
                hits.push(Hit { start, end, entry, view: view.kind() });
            };
            let hash = token.hash;
            match view.kind() {
                ViewKind::Starred => {
                    if let Some(entry) = self.unstar(view.word_text(token)) {
                        push(token.start, token.end, entry);
                    }
                    continue;
                }
                ViewKind::RepeatsToOne => {
                    // Only words that were changed are looked up: a changed word is shorter than what it stands for.
                    let (start, end) = view.original(token.start, token.end);
                    let count = token.end - token.start;
                    if end - start > count
                        && let Some(entry) = self.collapsed(hash, count, longest_run_is_emphasis(end - start, count))
                    {
                        push(token.start, token.end, entry);
                    }
                    continue;
                }
                ViewKind::RunsToOne => {
                    let (start, end) = view.original(token.start, token.end);
                    let count = token.end - token.start;
                    if end - start > count
                        && count as usize >= SHORTEST_DISGUISED
                        && let Some(entry) = self.word(hash).filter(|entry| !entry.swapped)
                    {
                        push(token.start, token.end, entry);
                    }
                    continue;
                }
                _ => {}
            }
            if let Some(entry) = self.word(hash) {
                push(token.start, token.end, entry);
            }
            if self.opens_phrase(hash) {
                if let Some((end, entry)) = self.phrase(hash, words.get(index + 1..).unwrap_or_default()) {
                    push(token.start, end, entry);
                }
            } else if view.is_spelled(token.start) {
                self.inside(view.word_text(token), token.start, &mut push);
            }
            if view.kind() == ViewKind::Folded
                && !view.is_ascii()
                && view.word_text(token).chars().next().is_some_and(is_unspaced)
            {
                self.inside(view.word_text(token), token.start, &mut push);
            }
        }
    }

    /// The phrase that opens with the word hashed as `first` and goes on with `rest`, the longest one.
    fn phrase(&self, first: u64, rest: &[Word]) -> Option<(u32, Entry)> {
        let mut found = None;
        let mut hash = first;
        for token in rest.iter().take(table::LONGEST_PHRASE - 1) {
            hash = table::hash_next(hash, token.hash);
            if let Some(entry) = self.word(hash) {
                found = Some((token.end, entry));
            }
        }
        found
    }

    /// Terms inside a word that has no boundaries of its own: spelled out letter by letter, or in a script without spaces.
    fn inside(&self, word: &str, start: u32, push: &mut impl FnMut(u32, u32, Entry)) {
        let offsets: Vec<usize> = word.char_indices().map(|(offset, _)| offset).chain([word.len()]).collect();
        let unspaced = word.chars().next().is_some_and(is_unspaced);
        let shortest = if unspaced { 2 } else { SHORTEST_DISGUISED + 1 };
        let mut from = 0;
        while from + shortest <= offsets.len().saturating_sub(1) {
            let longest = (offsets.len() - 1 - from).min(16);
            let found = (shortest..=longest).rev().find_map(|length| {
                let text = word.get(*offsets.get(from)?..*offsets.get(from + length)?)?;
                // The whole word was looked up already.
                (text.len() < word.len()).then(|| self.word(table::hash_word(text)))?.map(|entry| (length, entry))
            });
            if let Some((length, entry)) = found {
                let start = start + from as u32;
                push(start, start + length as u32, entry);
                from += length;
            } else {
                from += 1;
            }
        }
    }

    /// The term that a starred word stands for: one or two stars for any letter, three for vowels.
    fn unstar(&self, word: &str) -> Option<Entry> {
        let word = word.trim_start_matches('*');
        let stars = word.bytes().filter(|byte| *byte == b'*').count();
        if stars == 0 || stars > 3 || !word.is_ascii() || word.len() < 4 || word.len() > 24 || word.len() - stars < 2 {
            return None;
        }
        let alphabet: &[u8] = if stars == 3 { b"aeiou" } else { b"abcdefghijklmnopqrstuvwxyz" };
        let places: Vec<usize> =
            word.bytes().enumerate().filter(|(_, byte)| *byte == b'*').map(|(place, _)| place).collect();
        let mut bytes = word.as_bytes().to_vec();
        let mut best: Option<Entry> = None;
        for mut code in 0..alphabet.len().pow(stars as u32) {
            for place in &places {
                if let (Some(slot), Some(letter)) = (bytes.get_mut(*place), alphabet.get(code % alphabet.len())) {
                    *slot = *letter;
                }
                code /= alphabet.len();
            }
            if let Some(entry) = self.word(hash_word(&bytes))
                && best.is_none_or(|best| entry.weight > best.weight)
            {
                best = Some(entry);
            }
        }
        best
    }
}

/// True when letters were repeated for emphasis (three or more in a row) rather than doubled.
fn longest_run_is_emphasis(original: u32, collapsed: u32) -> bool {
    original >= collapsed + 2
}

/// Scripts written without spaces between words.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{0e00}'..='\u{0e7f}')
}

#[cfg(test)]
mod evasion_tests;
#[cfg(test)]
mod tests;
