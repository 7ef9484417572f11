//! Where emoji stand in a text, each sequence once: with skin tone, joined by ZWJ, flags, keycaps and tags.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

/// One emoji sequence. A character that is text by default and asks for text (U+FE0E) is taken out afterwards; © and ® are
/// emoji only when they ask for it (U+FE0F).
const SEQUENCE: &str = r"(?x)
    [0-9\#*]\x{FE0F}?\x{20E3}
  | \p{Regional_Indicator}{2}
  | \x{1F3F4}[\x{E0030}-\x{E0039}\x{E0061}-\x{E007A}]+\x{E007F}
  | (?: [©®]\x{FE0F} | ELEMENT ) (?: \x{200D} ELEMENT )*
  | \p{Regional_Indicator}
";
const ELEMENT: &str = r"(?: [\p{Emoji_Modifier_Base}]\x{FE0F}?\p{Emoji_Modifier} | [\p{Extended_Pictographic}\p{Emoji_Presentation}--[©®]]\x{FE0F}? )";

#[expect(clippy::unwrap_used, reason = "a literal pattern, compiled by every test that looks at an emoji")]
static EMOJI: LazyLock<Regex> = LazyLock::new(|| Regex::new(&SEQUENCE.replace("ELEMENT", ELEMENT)).unwrap());

/// Byte ranges of the emoji sequences of `text`, in order.
pub(super) fn emoji_sequences(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    // No emoji sequence is ASCII throughout, and most posts are.
    let searched = if text.is_ascii() { "" } else { text };
    EMOJI
        .find_iter(searched)
        .map(|found| found.range())
        .filter(|range| !text.get(range.end..).is_some_and(|rest| rest.starts_with('\u{FE0E}')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::plain("a😀b", &["😀"])]
    #[case::two_beside("😀😀", &["😀", "😀"])]
    #[case::skin_tone("👍🏽!", &["👍🏽"])]
    #[case::family("👩‍👩‍👧‍👦", &["👩‍👩‍👧‍👦"])]
    #[case::heart_on_fire("❤️‍🔥", &["❤️‍🔥"])]
    #[case::flag("🇫🇷🇩🇪", &["🇫🇷", "🇩🇪"])]
    #[case::half_a_flag("🇫", &["🇫"])]
    #[case::scotland("🏴󠁧󠁢󠁳󠁣󠁴󠁿", &["🏴󠁧󠁢󠁳󠁣󠁴󠁿"])]
    #[case::keycap("press 1️⃣", &["1️⃣"])]
    #[case::digits_are_not("1 # *", &[])]
    #[case::copyright_is_text("© 2024", &[])]
    #[case::copyright_as_emoji("©️", &["©️"])]
    #[case::asks_for_text("☺︎", &[])]
    #[case::dangling_joiner("😀\u{200D}a", &["😀"])]
    fn found(#[case] text: &str, #[case] expected: &[&str]) {
        let found: Vec<_> = emoji_sequences(text).map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }
}
