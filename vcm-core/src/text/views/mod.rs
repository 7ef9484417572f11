//! A text as an evader meant it: several views, each with every place mapped back to the original code points.
//!
//! The folded view (NFKC, lower case, invisible characters dropped) always exists and costs next to nothing for plain ASCII.
//! The others exist only when the text shows the trick they undo, and change only the words that show it: genuine Cyrillic,
//! Greek, Arabic, Hindi or CJK text is the same in every view. `fold` builds the first view, `variants` the others, `words` finds and hashes
//! their words.
//! Read by [`crate::moderation`].

mod fold;
mod variants;
mod words;

pub use self::{
    fold::fold_text,
    words::{Word, hash_word, is_word},
};

/// Which trick a view undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ViewKind {
    /// NFKC and lower case; format characters, variation selectors, soft hyphens and stacked marks dropped.
    Folded,
    /// Look-alike letters of another script (UTS #39 skeleton) in words that mix scripts.
    Skeleton,
    /// Digits and symbols read as letters; `1`, `!` and `|` as i.
    Leet,
    /// The same with `1`, `!` and `|` as l.
    LeetAsL,
    /// Letters repeated more than twice cut to two.
    RepeatsToTwo,
    /// Letters repeated more than twice cut to one; doubled letters stay.
    RunsToOne,
    /// Repeated letters cut to one, in words that repeat a letter.
    RepeatsToOne,
    /// Letters and fragments separated by spaces, dots, dashes and the like joined again.
    Joined,
    /// Words with `*` in the place of letters; the star is part of the word.
    Starred,
}

/// One code point of a view and the code points of the original it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cell {
    character: char,
    start: u32,
    end: u32,
}

/// A view of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    kind: ViewKind,
    text: String,
    ascii: bool,
    /// Original span of each code point; `None` when every code point stands for itself.
    map: Option<Vec<(u32, u32)>>,
    /// Starts of words joined from single letters: several words may hide in one.
    spelled: Vec<u32>,
}

impl View {
    fn from_cells(kind: ViewKind, cells: &[Cell]) -> Self {
        let text: String = cells.iter().map(|cell| cell.character).collect();
        Self {
            kind,
            ascii: text.is_ascii(),
            text,
            map: Some(cells.iter().map(|cell| (cell.start, cell.end)).collect()),
            spelled: Vec::new(),
        }
    }

    /// Which trick it undoes.
    pub fn kind(&self) -> ViewKind {
        self.kind
    }

    /// True when its text is plain ASCII.
    pub fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// The text of the view.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the original text, in code points, that `start..end` of the view stands for.
    pub fn original(&self, start: u32, end: u32) -> (u32, u32) {
        let Some(map) = &self.map else { return (start, end) };
        let first = map.get(start as usize).map_or(0, |span| span.0);
        let last = map.get((end.max(start + 1) - 1) as usize).or(map.last()).map_or(first, |span| span.1);
        (first, last.max(first))
    }

    /// Its words: runs of letters, digits and the marks that belong to them. In [`ViewKind::Starred`] stars belong to words.
    pub fn words(&self) -> Vec<Word> {
        words::words(&self.text, self.kind == ViewKind::Starred)
    }

    /// The text of a word of this view.
    pub fn word_text(&self, word: &Word) -> &str {
        self.text.get(word.byte_start as usize..word.byte_end as usize).unwrap_or_default()
    }

    /// True when the word at `start` was joined from single letters, so that several words may hide in it.
    pub fn is_spelled(&self, start: u32) -> bool {
        self.spelled.binary_search(&start).is_ok()
    }
}

/// Every view of a text that differs from the ones before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Views {
    views: Vec<View>,
    hidden: Vec<(u32, u32)>,
}

impl Views {
    /// Builds the views of `text`.
    pub fn of(text: &str) -> Self {
        if text.is_ascii() && !variants::Tricks::scan(text).any() {
            let folded = View {
                kind: ViewKind::Folded,
                text: text.to_ascii_lowercase(),
                ascii: true,
                map: None,
                spelled: Vec::new(),
            };
            return Self { views: vec![folded], hidden: Vec::new() };
        }
        let (cells, hidden) = fold::fold_cells(text);
        let mut views = vec![View::from_cells(ViewKind::Folded, &cells)];
        variants::push_variants(&mut views, &cells);
        Self { views, hidden }
    }

    /// The folded view.
    pub fn folded(&self) -> Option<&View> {
        self.views.first()
    }

    /// All views, the folded one first.
    pub fn iter(&self) -> std::slice::Iter<'_, View> {
        self.views.iter()
    }

    /// Spans of the original, in code points, of invisible characters and stacked marks inside Latin words: nobody types them
    /// by accident.
    pub fn hidden(&self) -> &[(u32, u32)] {
        &self.hidden
    }
}

impl<'a> IntoIterator for &'a Views {
    type Item = &'a View;
    type IntoIter = std::slice::Iter<'a, View>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests;
