//! Lines: text broken where [`super::balance`] says, at a size that fits.
//!
//! Widths are measured once in ems; every size after that is arithmetic, so a search over sizes costs nothing. Next:
//! [`super::canvas`].

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{
    balance::{self, LEFT_OVER, Piece},
    breaks::{price, unbreakable},
    fonts::Weight,
    line::{Line, Look},
    text::{clean, has_right_to_left, is_right_to_left, width_ems},
};

/// Share of the width that lines may fill: shaping a whole line can differ a little from the sum of its words.
const FILL: f32 = 0.985;

/// Text measured and ready to be broken at any size.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    words: Vec<Word>,
    weight: Weight,
    space_ems: f32,
    right_to_left: bool,
    leading: f32,
}

/// A piece that does not break by itself.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    ems: f32,
    spaced: bool,
    /// Bytes that are code.
    code: Vec<Range<usize>>,
    /// The code goes on from the word before.
    continues: bool,
    /// It stands out.
    strong: bool,
    /// Price of a line end after it.
    price: f32,
}

/// Lines at one size.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) lines: Vec<Line>,
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) right_to_left: bool,
    /// Widest line in pixels.
    pub(super) width: f32,
    /// Line height over that of Latin text: scripts with marks above and below need more.
    leading: f32,
    /// How badly it is broken, see [`balance::lines`].
    pub(super) badness: f32,
}

impl Block {
    /// From one baseline to the next.
    pub(super) fn line_height(&self) -> f32 {
        let latin = match self.weight {
            Weight::ExtraBold => 1.16,
            Weight::SemiBold => 1.26,
            Weight::Regular => 1.34,
        };
        self.size * latin * self.leading
    }

    /// Height of all lines.
    pub(super) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.line_height()
    }

    /// Baseline of a line, from the block's top.
    pub(super) fn baseline(&self, line: usize) -> f32 {
        line as f32 * self.line_height() + (self.line_height() - self.size) / 2.0 + self.size * 0.82
    }

    /// Keeps the first `count` lines and says so with an ellipsis.
    pub(super) fn keep_lines(&mut self, count: usize, width: f32) {
        if count >= self.lines.len() {
            return;
        }
        self.lines.truncate(count);
        let Some(last) = self.lines.last_mut() else { return };
        loop {
            last.spans.retain(|(range, _)| range.end <= last.text.len());
            let shown = Line { text: format!("{}…", last.text.trim_end()), spans: last.spans.clone() };
            if last.text.is_empty() || shown.width_ems(self.weight) * self.size <= width {
                *last = shown;
                return;
            }
            let end = last.text.grapheme_indices(true).next_back().map_or(0, |(start, _)| start);
            last.text.truncate(end);
        }
    }
}

impl Measured {
    /// Cleans and measures a text. What stands between back-ticks is code.
    pub(super) fn new(text: &str, weight: Weight) -> Self {
        let mut text = clean(text);
        // A lone back-tick marks nothing, and a line in two directions has no left and right of a piece.
        if text.matches('`').count() % 2 == 1 || has_right_to_left(&text) {
            text = clean(&text.replace('`', ""));
        }
        let right_to_left = is_right_to_left(&text);
        let mut words = Vec::new();
        let mut in_code = false;
        for word in text.split(' ') {
            let continued = in_code;
            let (word, code) = code_in(word, &mut in_code);
            let mut start = 0;
            for piece in unbreakable(&word) {
                let end = start + piece.len();
                let within =
                    |range: &Range<usize>| range.start.max(start) - start..range.end.min(end).max(start) - start;
                words.push(Word {
                    ems: width_ems(&piece, weight),
                    code: code.iter().map(within).filter(|range| !range.is_empty()).collect(),
                    continues: continued || start > 0,
                    spaced: start == 0,
                    text: piece,
                    strong: false,
                    price: 0.0,
                });
                start = end;
            }
        }
        // Code is shaped by itself: a mark that leans on a letter outside of it is wider there.
        for word in words.iter_mut().filter(|word| !word.code.is_empty()) {
            let mut line = Line::default();
            push(&mut line, word);
            word.ems = line.width_ems(weight).max(word.ems);
        }
        for index in 1..words.len() {
            let (before, after) = words.split_at_mut(index);
            if let (Some(word), Some(next)) = (before.last_mut(), after.first()) {
                // Code is one thing: it is not torn where it can be helped.
                let in_code = !word.code.is_empty() && !next.code.is_empty() && next.continues;
                word.price = if in_code { 1.0 } else { price(&word.text, &next.text, next.spaced) };
            }
        }
        Self { words, weight, space_ems: width_ems(" ", weight).max(0.2), right_to_left, leading: leading(&text) }
    }

    /// The same text with the words of `phrase` standing out, where it occurs first. A text in two directions has no such words.
    pub(super) fn with_strong(mut self, phrase: &str) -> Self {
        let phrase = clean(&phrase.replace('`', ""));
        let mut line = Line::default();
        let mut places = Vec::with_capacity(self.words.len());
        for word in &self.words {
            push(&mut line, word);
            places.push(line.text.len() - word.text.len()..line.text.len());
        }
        let Some(start) = line.text.find(&phrase).filter(|_| !phrase.is_empty() && !has_right_to_left(&line.text))
        else {
            return self;
        };
        let end = start + phrase.len();
        let mut inside = false;
        for (word, place) in self.words.iter_mut().zip(places) {
            let was_inside = inside;
            inside = place.start < end && place.end > start;
            word.strong = inside;
            if inside && was_inside {
                word.continues = true;
            }
            if inside && place.end < end {
                word.price += 0.8;
            }
        }
        self
    }

    /// The same text as one word, so that a figure and its sign stay together.
    pub(super) fn unbroken(self) -> Self {
        let mut line = Line::default();
        self.words.iter().for_each(|word| push(&mut line, word));
        let words = if line.text.is_empty() {
            Vec::new()
        } else {
            let ems = line.width_ems(self.weight);
            let code = line.spans.into_iter().filter(|(_, look)| *look == Look::Code).map(|(range, _)| range).collect();
            vec![Word { text: line.text, ems, spaced: true, code, continues: false, strong: false, price: 0.0 }]
        };
        Self { words, ..self }
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Lines within `width` at `size` or, when a single word is wider than that, at the size where it fits; below 60 % of
    /// `size` words are split instead.
    pub(super) fn wrap(&self, size: f32, width: f32) -> Block {
        self.wrap_at_least(size, size * 0.6, width)
    }

    /// As [`Self::wrap`], with the size below which words are split.
    pub(super) fn wrap_at_least(&self, size: f32, least: f32, width: f32) -> Block {
        let width = width.max(1.0) * FILL;
        let widest = self.words.iter().map(|word| word.ems).fold(0.0, f32::max);
        let size = if widest * size > width { (width / widest).max(least) } else { size };
        let mut size = size;
        let split;
        let words = if widest > width / size {
            split = self.split_wider_than(width / size);
            &split
        } else {
            &self.words
        };
        let (mut lines, mut badness) = self.balanced(words, width / size);
        // A little smaller often saves the lonely last word.
        for smaller in [0.95, 0.9] {
            let looks_left_over = |lines: &[(Line, f32)]| {
                let ems = lines.iter().map(|(_, ems)| *ems).fold(0.0, f32::max);
                lines.len() > 1 && lines.last().is_some_and(|(_, last)| *last < ems * LEFT_OVER)
            };
            if size * smaller < least || !looks_left_over(&lines) {
                break;
            }
            let (tried, tried_badness) = self.balanced(words, width / (size * smaller));
            if !looks_left_over(&tried) {
                (size, lines, badness) = (size * smaller, tried, tried_badness);
                break;
            }
        }
        let ems = lines.iter().map(|(_, ems)| *ems).fold(0.0, f32::max);
        Block {
            lines: lines.into_iter().map(|(line, _)| line).collect(),
            weight: self.weight,
            size,
            right_to_left: self.right_to_left,
            width: ems * size,
            leading: self.leading,
            badness,
        }
    }

    /// Lines of at most `limit` ems, no more than needed, about equally long.
    fn balanced(&self, words: &[Word], limit: f32) -> (Vec<(Line, f32)>, f32) {
        let space = |word: &Word| if word.spaced { self.space_ems } else { 0.0 };
        let pieces: Vec<Piece> =
            words.iter().map(|word| Piece { ems: word.ems, space_ems: space(word), price: word.price }).collect();
        let line = |range: Range<usize>| {
            let mut line = Line::default();
            let ems = balance::width(&pieces, &range);
            words.get(range).unwrap_or_default().iter().for_each(|word| push(&mut line, word));
            (line, ems)
        };
        let (lines, badness) = balance::lines(&pieces, limit);
        (lines.into_iter().map(line).collect(), badness)
    }

    fn split_wider_than(&self, limit: f32) -> Vec<Word> {
        let mut words = Vec::new();
        for word in &self.words {
            if word.ems <= limit {
                words.push(word.clone());
                continue;
            }
            let empty = |spaced| Word {
                text: String::new(),
                ems: 0.0,
                spaced,
                code: Vec::new(),
                continues: true,
                strong: word.strong,
                price: 0.5,
            };
            let mut piece = empty(word.spaced);
            for grapheme in word.text.graphemes(true) {
                let ems = width_ems(grapheme, self.weight);
                if !piece.text.is_empty() && piece.ems + ems > limit {
                    words.push(std::mem::replace(&mut piece, empty(false)));
                }
                piece.text.push_str(grapheme);
                piece.ems += ems;
            }
            words.push(piece);
        }
        words
    }
}

/// Adds a word to a line.
fn push(line: &mut Line, word: &Word) {
    let before = line.text.len();
    if word.spaced && before > 0 {
        line.text.push(' ');
    }
    let start = line.text.len();
    line.text.push_str(&word.text);
    if word.strong {
        line.mark(start..line.text.len(), Look::Strong, before, true);
        return;
    }
    for (index, range) in word.code.iter().enumerate() {
        line.mark(start + range.start..start + range.end, Look::Code, before, index == 0 && word.continues);
    }
}

/// How much more height than Latin the lines of a text need.
fn leading(text: &str) -> f32 {
    // Arabic, and the scripts of India and Thailand, stack marks over and under the letters.
    let stacks = text.chars().any(|character| matches!(character, '\u{0600}'..='\u{0DFF}' | '\u{0E00}'..='\u{0EFF}'));
    let is_dense = || text.chars().any(|character| ('\u{2E80}'..'\u{1F000}').contains(&character));
    if stacks {
        1.16
    } else if is_dense() {
        1.08
    } else {
        1.0
    }
}

/// A word without its back-ticks, and which of its bytes are code.
fn code_in(word: &str, in_code: &mut bool) -> (String, Vec<Range<usize>>) {
    let (mut plain, mut code) = (String::with_capacity(word.len()), Vec::new());
    for (index, piece) in word.split('`').enumerate() {
        if index > 0 {
            *in_code = !*in_code;
        }
        let start = plain.len();
        plain.push_str(piece);
        if *in_code && !piece.is_empty() {
            code.push(start..plain.len());
        }
    }
    (plain, code)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_are_balanced_and_lose_nothing() {
        let text = "A long sentence that should come out in lines of about the same length, without a lonely last word";
        let block = Measured::new(text, Weight::ExtraBold).wrap(60.0, 800.0);
        let lines: Vec<&str> = block.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines.join(" "), text);
        assert!(lines.last().is_some_and(|last| last.split(' ').count() > 1), "{lines:?}");
    }

    #[test]
    fn code_is_what_stands_between_back_ticks() {
        for (text, expected) in [
            ("Run `cargo fix --edition`, then test.", vec!["cargo fix --edition"]),
            ("`a`/`b` and (`c`)", vec!["a", "b", "c"]),
            ("a lone ` marks nothing", vec![]),
            ("`שלום` has two directions", vec![]),
            ("``", vec![]),
        ] {
            let block = Measured::new(text, Weight::Regular).wrap(10.0, 2000.0);
            let pieces: Vec<(&str, Look)> = block.lines.iter().flat_map(Line::pieces).collect();
            let code: Vec<&str> =
                pieces.iter().filter(|(_, look)| *look == Look::Code).map(|(piece, _)| *piece).collect();
            assert_eq!(code, expected, "{text}");
            let shown: String = pieces.iter().map(|(piece, _)| *piece).collect();
            assert_eq!(shown, text.replace('`', "").split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    #[test]
    fn japanese_breaks_between_characters_but_not_before_punctuation() {
        let block =
            Measured::new("今日は新しいリリースを発表します。詳しくはこちら、をご覧ください。", Weight::Regular)
                .wrap(50.0, 330.0);
        assert!(block.lines.len() > 3, "{:?}", block.lines);
        assert!(block.lines.iter().all(|line| !line.text.starts_with(['。', '、', 'ー', 'ッ'])), "{:?}", block.lines);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_line_is_within_the_width(text in "\\PC{0,120}|[a-z]{0,200}|[\u{5d0}-\u{5ea} a-z🚀日本]{0,80}", size in 12.0f32..160.0, width in 60.0f32..1500.0) {
            // One grapheme can be wider than the narrowest box at the largest size; the layout's boxes are at least five ems.
            let size = size.min(width / 5.0);
            let block = Measured::new(&text, Weight::SemiBold).wrap(size, width);
            for line in &block.lines {
                let measured = line.width_ems(block.weight) * block.size;
                prop_assert!(measured <= width * 1.02, "{line:?} is {measured} in {width}");
            }
        }
    }
}
