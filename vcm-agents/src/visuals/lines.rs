//! Lines: where text breaks, balanced, at a size that fits.
//!
//! Widths are measured once in ems; every size after that is arithmetic, so a search over sizes costs nothing. Next:
//! [`super::canvas`].

use unicode_segmentation::UnicodeSegmentation;

use super::{
    fonts::Weight,
    text::{clean, is_right_to_left, width_ems},
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
}

/// A piece that does not break by itself.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    ems: f32,
    spaced: bool,
}

/// Lines at one size.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) right_to_left: bool,
    /// Widest line in pixels.
    pub(super) width: f32,
}

impl Block {
    /// From one baseline to the next.
    pub(super) fn line_height(&self) -> f32 {
        self.size * if self.weight == Weight::ExtraBold { 1.16 } else { 1.34 }
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
        if let Some(last) = self.lines.last_mut() {
            loop {
                let shown = format!("{}…", last.trim_end());
                if last.is_empty() || width_ems(&shown, self.weight) * self.size <= width {
                    *last = shown;
                    break;
                }
                let end = last.grapheme_indices(true).next_back().map_or(0, |(start, _)| start);
                last.truncate(end);
            }
        }
    }
}

impl Measured {
    /// Cleans and measures a text.
    pub(super) fn new(text: &str, weight: Weight) -> Self {
        // Copy marks code with back-ticks; in a picture they are noise.
        let text = clean(&text.replace('`', ""));
        let right_to_left = is_right_to_left(&text);
        let mut words = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let mut spaced = true;
            for piece in unbreakable(word) {
                words.push(Word { ems: width_ems(&piece, weight), text: piece, spaced });
                spaced = false;
            }
        }
        Self { words, weight, space_ems: width_ems(" ", weight).max(0.2), right_to_left }
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
        let limit = width / size;
        let split;
        let words = if widest > limit {
            split = self.split_wider_than(limit);
            &split
        } else {
            &self.words
        };
        let count = self.break_at(words, limit).len();
        let balanced = self.narrowest(words, limit, count);
        let lines = self.break_at(words, balanced);
        let ems = lines.iter().map(|(_, ems)| *ems).fold(0.0, f32::max);
        Block {
            lines: lines.into_iter().map(|(line, _)| line).collect(),
            weight: self.weight,
            size,
            right_to_left: self.right_to_left,
            width: ems * size,
        }
    }

    /// The least width that needs no more lines: with it the lines come out about equally long.
    fn narrowest(&self, words: &[Word], limit: f32, count: usize) -> f32 {
        let (mut low, mut high) = (words.iter().map(|word| word.ems).fold(0.0, f32::max), limit);
        if low >= high {
            return limit;
        }
        for _ in 0..12 {
            let middle = f32::midpoint(low, high);
            if self.break_at(words, middle).len() <= count {
                high = middle;
            } else {
                low = middle;
            }
        }
        high
    }

    /// Greedy lines of at most `limit` ems.
    fn break_at(&self, words: &[Word], limit: f32) -> Vec<(String, f32)> {
        let mut lines: Vec<(String, f32)> = Vec::new();
        for word in words {
            let space = if word.spaced { self.space_ems } else { 0.0 };
            match lines.last_mut() {
                Some((line, ems)) if *ems + space + word.ems <= limit => {
                    if word.spaced {
                        line.push(' ');
                    }
                    line.push_str(&word.text);
                    *ems += space + word.ems;
                }
                _ => lines.push((word.text.clone(), word.ems)),
            }
        }
        lines
    }

    fn split_wider_than(&self, limit: f32) -> Vec<Word> {
        let mut words = Vec::new();
        for word in &self.words {
            if word.ems <= limit {
                words.push(word.clone());
                continue;
            }
            let mut piece = Word { text: String::new(), ems: 0.0, spaced: word.spaced };
            for grapheme in word.text.graphemes(true) {
                let ems = width_ems(grapheme, self.weight);
                if !piece.text.is_empty() && piece.ems + ems > limit {
                    let next = Word { text: String::new(), ems: 0.0, spaced: false };
                    words.push(std::mem::replace(&mut piece, next));
                }
                piece.text.push_str(grapheme);
                piece.ems += ems;
            }
            words.push(piece);
        }
        words
    }
}

/// The pieces of a word between which a line may break: around ideographs and kana, never before closing or after opening
/// punctuation (the core of JIS X 4051).
fn unbreakable(word: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut open = true;
    for grapheme in word.graphemes(true) {
        let first = grapheme.chars().next().unwrap_or_default();
        let joins =
            open || closes(first) || pieces.last().is_some_and(|last| !breaks_around(last.chars().next_back(), first));
        match pieces.last_mut() {
            Some(last) if joins => last.push_str(grapheme),
            _ => pieces.push(grapheme.to_owned()),
        }
        open = matches!(first, '「' | '『' | '（' | '《' | '〈' | '【' | '“' | '‘' | '(' | '[');
    }
    pieces
}

fn breaks_around(before: Option<char>, after: char) -> bool {
    is_ideograph(after) || before.is_some_and(is_ideograph)
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

fn closes(character: char) -> bool {
    "、。，．・：；？！」』）》〉】”’)],.!?:;%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…".contains(character)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_are_balanced_and_lose_nothing() {
        let text = "A long sentence that should come out in lines of about the same length, without a lonely last word";
        let block = Measured::new(text, Weight::ExtraBold).wrap(60.0, 800.0);
        assert_eq!(block.lines.join(" "), text);
        let last = block.lines.last().expect("a line");
        assert!(last.split(' ').count() > 1, "{:?}", block.lines);
    }

    #[test]
    fn japanese_breaks_between_characters_but_not_before_punctuation() {
        let block =
            Measured::new("今日は新しいリリースを発表します。詳しくはこちら、をご覧ください。", Weight::Regular)
                .wrap(50.0, 330.0);
        assert!(block.lines.len() > 3, "{:?}", block.lines);
        assert!(block.lines.iter().all(|line| !line.starts_with(['。', '、', 'ー', 'ッ'])), "{:?}", block.lines);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_line_is_within_the_width(text in "\\PC{0,120}|[a-z]{0,200}|[\u{5d0}-\u{5ea} a-z🚀日本]{0,80}", size in 12.0f32..160.0, width in 60.0f32..1500.0) {
            // One grapheme can be wider than the narrowest box at the largest size; the layout's boxes are at least five ems.
            let size = size.min(width / 5.0);
            let block = Measured::new(&text, Weight::SemiBold).wrap(size, width);
            for line in &block.lines {
                let measured = width_ems(line, block.weight) * block.size;
                prop_assert!(measured <= width * 1.02, "{line:?} is {measured} in {width}");
            }
        }
    }
}
