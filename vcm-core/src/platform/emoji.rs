//! Where emoji stand in a text, each sequence once: with skin tone, joined by ZWJ, flags, keycaps and tags.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

/// One emoji sequence. A character that is text by default and asks for text (U+FE0E) is taken out afterwards; © and ® are
/// emoji only when they ask for it (U+FE0F).
const SEQUENCE: &str = r"(?x)
    [0-9\#*]\x{FE0F}?\x{20E3}
  | \p{Regional_Indicator}+
  | \x{1F3F4}[\x{E0030}-\x{E0039}\x{E0061}-\x{E007A}]+\x{E007F}
  | (?: [©®]\x{FE0F} | ELEMENT ) (?: \x{200D} ELEMENT )*
";
const ELEMENT: &str = r"(?: [\p{Emoji_Modifier_Base}]\x{FE0F}?\p{Emoji_Modifier} | [\p{Extended_Pictographic}\p{Emoji_Presentation}--[©®]]\x{FE0F}? )";

#[expect(clippy::unwrap_used, reason = "a literal pattern, compiled by every test that looks at an emoji")]
static EMOJI: LazyLock<Regex> = LazyLock::new(|| Regex::new(&SEQUENCE.replace("ELEMENT", ELEMENT)).unwrap());

/// Regions that have a flag: ISO 3166-1, and the nine more that Unicode recommends.
const FLAGS: &str = "\
    ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCO\
    CPCRCUCVCWCXCYCZDEDGDJDKDMDODZEAECEEEGEHERESETEUFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHK\
    HMHNHRHTHUICIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMK\
    MLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASB\
    SCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUNUSUYUZVAVCVEVGVIVNVU\
    WFWSXKYEYTZAZMZW";

/// Byte ranges of the emoji sequences of `text`, in order.
pub(crate) fn emoji_sequences(text: &str) -> Vec<Range<usize>> {
    // No emoji sequence is ASCII throughout, and most posts are.
    if text.is_ascii() {
        return Vec::new();
    }
    let mut sequences = Vec::new();
    for found in EMOJI.find_iter(text) {
        if found.as_str().starts_with(is_regional_indicator) {
            push_flags(found.as_str(), found.start(), &mut sequences);
        } else if !text.get(found.end()..).is_some_and(|rest| rest.starts_with('\u{FE0E}')) {
            sequences.push(found.range());
        }
    }
    sequences
}

fn is_regional_indicator(character: char) -> bool {
    matches!(character, '\u{1F1E6}'..='\u{1F1FF}')
}

/// Two regional indicators are one emoji only where there is such a flag.
fn push_flags(indicators: &str, start: usize, sequences: &mut Vec<Range<usize>>) {
    let letter = |c: char| (u32::from(c) - u32::from('\u{1F1E6}')) as u8 + b'A';
    let mut rest = indicators.char_indices().peekable();
    while let Some((offset, first)) = rest.next() {
        let flag = |&(_, second): &(usize, char)| {
            FLAGS.as_bytes().chunks_exact(2).any(|region| region == [letter(first), letter(second)])
        };
        let last = rest.next_if(flag).map_or(offset, |(second, _)| second);
        sequences.push(start + offset..start + last + first.len_utf8());
    }
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
    #[case::no_such_flag("🇵🇮", &["🇵", "🇮"])]
    #[case::flag_after_half("🇵🇮🇹", &["🇵", "🇮🇹"])]
    #[case::scotland("🏴󠁧󠁢󠁳󠁣󠁴󠁿", &["🏴󠁧󠁢󠁳󠁣󠁴󠁿"])]
    #[case::keycap("press 1️⃣", &["1️⃣"])]
    #[case::digits_are_not("1 # *", &[])]
    #[case::copyright_is_text("© 2024", &[])]
    #[case::copyright_as_emoji("©️", &["©️"])]
    #[case::asks_for_text("☺︎", &[])]
    #[case::dangling_joiner("😀\u{200D}a", &["😀"])]
    fn found(#[case] text: &str, #[case] expected: &[&str]) {
        let found: Vec<_> = emoji_sequences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }
}
