//! The words around a find, which say what a number is.

use aho_corasick::AhoCorasick;

/// How far before a find context is looked for, in bytes.
const BEFORE: usize = 48;
/// How far after it.
const AFTER: usize = 16;

/// Context words of one type, compiled once.
#[derive(Debug)]
pub(super) struct Context(Option<AhoCorasick>);

impl Context {
    pub(super) fn new(words: &[&str]) -> Self {
        Self(AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok())
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
        automaton.find_overlapping_iter_safe(window).any(|(start, end)| {
            let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
            !letter(start.checked_sub(1).and_then(|place| window.as_bytes().get(place)))
                && !letter(window.as_bytes().get(end))
        })
    }
}

/// Overlapping search, so that a word inside a longer pattern is still seen.
trait Overlapping {
    fn find_overlapping_iter_safe<'a>(&'a self, text: &'a str) -> Box<dyn Iterator<Item = (usize, usize)> + 'a>;
}

impl Overlapping for AhoCorasick {
    fn find_overlapping_iter_safe<'a>(&'a self, text: &'a str) -> Box<dyn Iterator<Item = (usize, usize)> + 'a> {
        match self.try_find_overlapping_iter(text) {
            Ok(found) => Box::new(found.map(|found| (found.start(), found.end()))),
            Err(_) => Box::new(std::iter::empty()),
        }
    }
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
