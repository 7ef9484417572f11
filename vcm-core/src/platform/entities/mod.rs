//! What stands in a post beside plain words: links, mentions, hashtags and cashtags, found as X finds them.
//!
//! twitter-text's rules are public and come with a conformance suite, so they serve for every platform. They are written
//! as scanners here, not as one large regular expression: linear in the length of the text, whatever it holds. Next:
//! [`urls`], then [`super::weighted`].

mod characters;
mod domains;
mod mentions;
mod tags;
mod urls;
mod validate;

pub(crate) use characters::is_refused;
pub use mentions::{extract_mentions, extract_reply};
pub(crate) use tags::is_letter_or_mark;
pub use tags::{extract_cashtags, extract_hashtags};
pub use urls::extract_urls;
pub use validate::{is_valid_hashtag, is_valid_list, is_valid_url, is_valid_username};

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntityKind {
    /// A link, with or without `https://`.
    Url,
    /// `@name`, or `@name/list`.
    Mention,
    /// `#tag`.
    Hashtag,
    /// `$TICKER`.
    Cashtag,
}

/// An entity and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entity<'text> {
    /// What it is.
    pub kind: EntityKind,
    /// As it stands in the text, sign included.
    pub text: &'text str,
    /// Without its sign, and for a mention without its list.
    pub value: &'text str,
    /// For a mention of a list: its slug with the slash, such as `/team`. Empty otherwise.
    pub list: &'text str,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// First byte.
    pub start_byte: usize,
    /// One past the last byte.
    pub end_byte: usize,
}

/// All links, mentions, hashtags and cashtags in order. Where two overlap, the one that starts first stays.
pub fn extract_entities(text: &str) -> Vec<Entity<'_>> {
    let urls = extract_urls(text);
    let mut entities = tags::hashtags_beside(text, &urls);
    entities.extend(extract_mentions(text));
    entities.extend(extract_cashtags(text));
    entities.extend(urls);
    without_overlaps(entities)
}

/// Sorted by position, each one that begins inside an earlier one dropped.
fn without_overlaps(mut entities: Vec<Entity<'_>>) -> Vec<Entity<'_>> {
    entities.sort_by_key(|entity| (entity.start, entity.kind));
    let mut end = 0;
    entities.retain(|entity| {
        let free = entity.start >= end;
        if free {
            end = entity.end;
        }
        free
    });
    entities
}

/// A text as code points with their byte offsets, so that scanners can look both ways.
struct Scan<'text> {
    text: &'text str,
    characters: Vec<char>,
    /// Byte offset of each code point, and the length of the text at the end.
    offsets: Vec<usize>,
}

impl<'text> Scan<'text> {
    fn new(text: &'text str) -> Self {
        let mut characters = Vec::with_capacity(text.len());
        let mut offsets = Vec::with_capacity(text.len() + 1);
        for (offset, character) in text.char_indices() {
            characters.push(character);
            offsets.push(offset);
        }
        offsets.push(text.len());
        Self { text, characters, offsets }
    }

    fn len(&self) -> usize {
        self.characters.len()
    }

    fn at(&self, index: usize) -> Option<char> {
        self.characters.get(index).copied()
    }

    /// The code point before `index`.
    fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// Code points of `start..end`; empty when out of range.
    fn slice(&self, start: usize, end: usize) -> &[char] {
        self.characters.get(start..end).unwrap_or_default()
    }

    fn byte(&self, index: usize) -> usize {
        self.offsets.get(index).copied().unwrap_or(self.text.len())
    }

    fn str(&self, start: usize, end: usize) -> &'text str {
        self.text.get(self.byte(start)..self.byte(end)).unwrap_or_default()
    }

    /// First index from `start` on whose code point is not `wanted`.
    fn end_of(&self, start: usize, wanted: impl Fn(char) -> bool) -> usize {
        let run = self.characters.get(start..).unwrap_or_default();
        start + run.iter().position(|&character| !wanted(character)).unwrap_or(run.len())
    }

    /// `wanted` (ASCII) stands at `index`, whatever its case.
    fn has(&self, index: usize, wanted: &str) -> bool {
        self.slice(index, index + wanted.len())
            .iter()
            .copied()
            .map(|character| character.to_ascii_lowercase())
            .eq(wanted.chars())
    }

    fn entity(&self, kind: EntityKind, start: usize, end: usize) -> Entity<'text> {
        let sign = usize::from(kind != EntityKind::Url);
        Entity {
            kind,
            text: self.str(start, end),
            value: self.str(start + sign, end),
            list: "",
            start,
            end,
            start_byte: self.byte(start),
            end_byte: self.byte(end),
        }
    }
}
