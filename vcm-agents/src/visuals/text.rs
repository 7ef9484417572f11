//! Text as runs: cut by face and direction, measured as it will be drawn.
//!
//! A line of mixed scripts is drawn run by run, each with one face and one direction, at a position computed here. The drawing
//! library's own fallback is never used, so what is measured is what is drawn. Next: [`super::lines`].

use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{FaceIndex, Glyph, Weight, fonts, has, is_emoji_face, is_invisible};

/// A piece of a line with one face and one direction, in visual order.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) face: FaceIndex,
    pub(super) right_to_left: bool,
    pub(super) glyphs: Vec<Glyph>,
    /// In ems.
    pub(super) advance: f32,
    /// What it says; emoji are drawn from it.
    pub(super) text: String,
}

/// Makes text ready for layout: control characters and unpaired joiners go, white space becomes single spaces, flags become
/// their letters, skin tones fall back to the plain sign, and characters that no shipped font has are left out (see [`uncovered`]).
pub(super) fn clean(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut space = true;
    for grapheme in text.graphemes(true) {
        if grapheme.chars().all(|character| character.is_whitespace() || character.is_control()) {
            if !space {
                kept.push(' ');
            }
            space = true;
            continue;
        }
        let shown = showable(grapheme);
        if !shown.is_empty() {
            kept.push_str(&shown);
            space = false;
        }
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// The characters of a text that no shipped font can draw, in order, each once. They are left out of pictures.
pub(super) fn uncovered(text: &str) -> Vec<char> {
    let mut missing = Vec::new();
    for grapheme in text.graphemes(true) {
        let is_space = grapheme.chars().all(|character| character.is_whitespace() || character.is_control());
        if !is_space && showable(grapheme).is_empty() {
            missing.extend(
                grapheme
                    .chars()
                    .filter(|character| !is_invisible(*character) && !missing.contains(character))
                    .collect::<Vec<_>>(),
            );
        }
    }
    missing
}

/// The width of a cleaned line in ems.
pub(super) fn width_ems(line: &str, weight: Weight) -> f32 {
    runs(line, weight).iter().map(|run| run.advance).sum()
}

/// Whether a text is read from right to left: its first strong character decides (UAX #9, rules P2 and P3).
pub(super) fn is_right_to_left(text: &str) -> bool {
    BidiInfo::new(text, None).paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl())
}

/// Whether any part of a text is read from right to left.
pub(super) fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && BidiInfo::new(text, None).has_rtl()
}

/// A cleaned line as runs from left to right.
pub(super) fn runs(line: &str, weight: Weight) -> Vec<Run> {
    if line.is_ascii() {
        return by_face(line, weight, false);
    }
    let bidi = BidiInfo::new(line, None);
    let mut found = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, visual) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in visual {
            let right_to_left = levels.get(range.start).copied().is_some_and(|level: Level| level.is_rtl());
            let mut pieces = by_face(line.get(range).unwrap_or_default(), weight, right_to_left);
            if right_to_left {
                pieces.reverse();
            }
            found.append(&mut pieces);
        }
    }
    found
}

/// Cuts a run of one direction where the face changes. Spaces stay with what is before them.
fn by_face(text: &str, weight: Weight, right_to_left: bool) -> Vec<Run> {
    let mut pieces: Vec<Run> = Vec::new();
    for grapheme in text.graphemes(true) {
        let neutral = grapheme.chars().all(|character| character == ' ' || character.is_ascii_punctuation());
        if let Some(last) = pieces.last_mut()
            && neutral
            && !is_emoji_face(last.face)
            && has(last.face, grapheme)
        {
            last.text.push_str(grapheme);
            continue;
        }
        let Some(face) = fonts().face_for(grapheme, weight, is_emoji(grapheme)) else { continue };
        match pieces.last_mut() {
            Some(last) if last.face == face => last.text.push_str(grapheme),
            _ => pieces.push(Run { face, right_to_left, glyphs: Vec::new(), advance: 0.0, text: grapheme.to_owned() }),
        }
    }
    for piece in &mut pieces {
        (piece.glyphs, piece.advance) = fonts().shape(piece.face, &piece.text, right_to_left);
    }
    pieces
}

/// Whether a grapheme asks for its coloured form (UTS #51: presentation selector, keycap, or an emoji by default).
fn is_emoji(grapheme: &str) -> bool {
    let first = grapheme.chars().next().unwrap_or_default();
    grapheme.contains(['\u{FE0F}', '\u{20E3}']) || matches!(first, '\u{1F000}'..='\u{1FAFF}')
}

/// A grapheme in a form that the shipped fonts can draw; empty when there is none.
fn showable(grapheme: &str) -> String {
    let drawn = |text: &str| {
        let visible = text.chars().any(|character| !is_invisible(character));
        visible && fonts().face_for(text, Weight::Regular, is_emoji(text)).is_some()
    };
    if drawn(grapheme) {
        return grapheme.chars().filter(|character| !is_directional(*character)).collect();
    }
    let mut shown = String::new();
    for character in grapheme.chars() {
        let plain = match character {
            // Regional indicators: a flag becomes its country code.
            '\u{1F1E6}'..='\u{1F1FF}' => char::from_u32(u32::from('A') + u32::from(character) - 0x1F1E6),
            '\u{1F3FB}'..='\u{1F3FF}' => None,
            other if is_invisible(other) => None,
            other => Some(other),
        };
        if let Some(plain) = plain
            && drawn(plain.encode_utf8(&mut [0; 4]))
        {
            shown.push(plain);
        }
    }
    shown
}

/// Explicit directional controls could reorder what stands beside them; layout decides direction itself.
fn is_directional(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_keeps_what_can_be_drawn() {
        for (given, expected) in [
            ("  two \n\t words ", "two words"),
            ("a\u{0}b\u{202E}c", "a bc"),
            ("🇩🇪 🚀 👍🏽", "DE 🚀 👍"),
            ("\u{12000}cuneiform", "cuneiform"),
            ("", ""),
        ] {
            assert_eq!(clean(given), expected, "{given:?}");
        }
        assert_eq!(uncovered("ok \u{12000}\u{12000}"), vec!['\u{12000}']);
    }

    #[test]
    fn direction_follows_the_first_strong_character() {
        for (text, expected) in
            [("שלום world", true), ("hello שלום", false), ("12 مرحبا", true), ("123", false), ("", false)]
        {
            assert_eq!(is_right_to_left(text), expected, "{text}");
        }
    }

    #[test]
    fn mixed_lines_are_as_wide_as_their_runs() {
        let parts =
            width_ems("Rust ", Weight::Regular) + width_ems("日本", Weight::Regular) + width_ems("🚀", Weight::Regular);
        let whole = width_ems("Rust 日本🚀", Weight::Regular);
        assert!((parts - whole).abs() < 0.01, "{parts} {whole}");
    }
}
