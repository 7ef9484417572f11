//! The length of a post as X counts it: twitter-text's weighted count, with its published configurations.

use std::{borrow::Cow, ops::RangeInclusive};

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{
    emoji::emoji_sequences,
    entities::{extract_urls, is_refused},
};

/// What a character, an emoji and a URL cost, and how much a post may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightedConfig {
    /// Most weight, in whole units.
    pub max_weighted_length: u32,
    /// Weights are in 1/`scale` of a unit.
    pub scale: u32,
    /// Weight of a code point outside `ranges`, and of an emoji sequence.
    pub default_weight: u32,
    /// Whole units that any URL costs.
    pub url_length: u32,
    /// An emoji sequence costs `default_weight`, however many code points it has.
    pub emoji_parsing: bool,
    /// Code points with a weight of their own.
    pub ranges: &'static [(RangeInclusive<u32>, u32)],
}

const LATIN_AND_PUNCTUATION: &[(RangeInclusive<u32>, u32)] =
    &[(0..=0x10FF, 100), (0x2000..=0x200D, 100), (0x2010..=0x201F, 100), (0x2032..=0x2037, 100)];

impl WeightedConfig {
    /// Configuration 1: 140 code points.
    pub const V1: Self = Self {
        max_weighted_length: 140,
        scale: 1,
        default_weight: 1,
        url_length: 23,
        emoji_parsing: false,
        ranges: &[],
    };
    /// Configuration 2: 280, most of the world's scripts at half the room.
    pub const V2: Self = Self {
        max_weighted_length: 280,
        scale: 100,
        default_weight: 200,
        url_length: 23,
        emoji_parsing: false,
        ranges: LATIN_AND_PUNCTUATION,
    };
    /// Configuration 3, in force: as 2, and an emoji sequence costs 2.
    pub const V3: Self = Self { emoji_parsing: true, ..Self::V2 };
}

/// A post, measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeightedLength {
    /// Weighted length in whole units.
    pub weighted_length: u32,
    /// Not empty, not too long, no refused character.
    pub valid: bool,
    /// Length as a share of the limit, in thousandths.
    pub permillage: u32,
    /// Last UTF-16 unit of the longest valid beginning, in the text as given.
    pub valid_range_end: usize,
    /// Last UTF-16 unit of the text as given.
    pub display_range_end: usize,
}

/// Measures `text` after NFC, as twitter-text's `parseTweet` does.
///
/// ```
/// use vcm_core::platform::weighted::{WeightedConfig, weighted_length};
/// let measured = weighted_length("日本 https://example.com/a/long/path", &WeightedConfig::V3);
/// assert_eq!(measured.weighted_length, 2 * 2 + 1 + 23);
/// ```
pub fn weighted_length(text: &str, config: &WeightedConfig) -> WeightedLength {
    let normalized: Cow<'_, str> =
        if is_nfc(text) { Cow::Borrowed(text) } else { text.nfc().collect::<String>().into() };
    let urls = extract_urls(&normalized);
    let mut urls = urls.iter().peekable();
    let emoji = if config.emoji_parsing { emoji_sequences(&normalized) } else { Vec::new() };
    let mut emoji = emoji.into_iter().peekable();
    let limit = u64::from(config.max_weighted_length) * u64::from(config.scale);
    let (mut weight, mut valid, mut units, mut valid_end) = (0_u64, true, 0_usize, 0_usize);
    let mut rest = normalized.char_indices();
    let mut skip_to = 0;
    while let Some((offset, character)) = rest.next() {
        units += character.len_utf16();
        if offset < skip_to {
            // Inside a URL or an emoji whose price is paid; where it ends, the beginning up to here may still be valid.
            if rest.offset() == skip_to && valid && weight <= limit {
                valid_end = units - 1;
            }
            continue;
        }
        while emoji.next_if(|range| range.start < offset).is_some() {}
        if let Some(url) = urls.next_if(|url| url.start_byte == offset) {
            weight += u64::from(config.url_length) * u64::from(config.scale);
            skip_to = url.end_byte;
        } else if let Some(range) = emoji.next_if(|range| range.start == offset) {
            weight += u64::from(config.default_weight);
            skip_to = range.end;
        } else {
            weight += u64::from(character_weight(character, config));
            valid = valid && !is_refused(character);
        }
        if rest.offset() >= skip_to && valid && weight <= limit {
            valid_end = units - 1;
        }
    }
    let length = weight / u64::from(config.scale.max(1));
    let given_units = text.encode_utf16().count();
    let permillage = length * 1_000 / u64::from(config.max_weighted_length.max(1));
    WeightedLength {
        weighted_length: u32::try_from(length).unwrap_or(u32::MAX),
        valid: valid && length > 0 && length <= u64::from(config.max_weighted_length),
        permillage: u32::try_from(permillage).unwrap_or(u32::MAX),
        valid_range_end: (valid_end + given_units).saturating_sub(units),
        display_range_end: given_units.saturating_sub(1),
    }
}

fn character_weight(character: char, config: &WeightedConfig) -> u32 {
    let point = u32::from(character);
    let own = config.ranges.iter().find(|(range, _)| range.contains(&point));
    own.map_or(config.default_weight, |&(_, weight)| weight)
}
