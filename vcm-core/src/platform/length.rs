//! How long a text is for a platform, and whether it may be posted there.
//!
//! Each platform counts in its own unit ([`CountMethod`]); this file is where the units are implemented, except X's, which
//! is in [`super::weighted`]. Next: [`super::split`].

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Platform,
    emoji::emoji_sequences,
    entities::{extract_hashtags, extract_urls},
    rule::{CountMethod, Rules, TextLimit, rules},
    weighted::{WeightedConfig, weighted_length},
};

/// What a link costs on Mastodon (`characters_reserved_per_url`).
const MASTODON_URL_CHARS: usize = 23;
/// What LinkedIn's `{hashtag|\#|…}` costs around the tag.
const LITTLE_TEXT_TEMPLATE_CHARS: usize = r"{hashtag|\#|}".len();

/// Which text of a post is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextField {
    /// The text of the post, or of one part of a thread.
    #[default]
    Text,
    /// The title.
    Title,
    /// The description of a picture.
    AltText,
}

/// By which rules a text is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LengthOptions {
    /// The day whose rules apply.
    pub as_of: Date,
    /// The account's or instance's own limit for the text, in the platform's unit. It can always lower the limit; it raises
    /// it only where accounts differ (X Premium, a Mastodon instance). [`TextLength::limit`] is what came out.
    pub max_chars: Option<u32>,
    /// Another way to count than the platform's rule, such as [`CountMethod::Graphemes`] for Instagram.
    pub count: Option<CountMethod>,
    /// Which text it is.
    pub field: TextField,
}

impl LengthOptions {
    /// The text of a post by the rules of `as_of`.
    pub fn new(as_of: Date) -> Self {
        Self { as_of, max_chars: None, count: None, field: TextField::Text }
    }
}

/// The length of a text and what it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TextLength {
    /// Length in the platform's unit.
    pub length: u32,
    /// Most allowed, in the same unit. 0 where the platform has no such field.
    pub limit: u32,
    /// The text may be posted: not over a limit, no forbidden character, and not empty where a text is needed.
    pub valid: bool,
    /// Length in UTF-8 bytes.
    pub bytes: u32,
    /// Most bytes allowed, where the platform has that limit too.
    pub max_bytes: Option<u32>,
}

/// Measures `text` by the rules of `platform`.
///
/// ```
/// use jiff::civil::date;
/// use vcm_core::platform::{LengthOptions, Platform, text_length};
/// let options = LengthOptions::new(date(2026, 1, 1));
/// assert_eq!(text_length(Platform::X, "👨‍👩‍👧 ok", &options).length, 5);
/// assert_eq!(text_length(Platform::Bluesky, "👨‍👩‍👧 ok", &options).length, 4);
/// assert_eq!(text_length(Platform::Threads, "👨‍👩‍👧 ok", &options).length, 21);
/// ```
pub fn text_length(platform: Platform, text: &str, options: &LengthOptions) -> TextLength {
    measure(&rules(platform, options.as_of), text, options)
}

/// Measures `text` by `rules`.
pub(super) fn measure(rules: &Rules, text: &str, options: &LengthOptions) -> TextLength {
    let bytes = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let Some(limit) = field_limit(rules, options.field) else {
        return TextLength { length: bytes, limit: 0, valid: text.is_empty(), bytes, max_bytes: None };
    };
    let max = allowed(&limit, options);
    let length = count(options.count.unwrap_or(limit.count), text);
    let may_be_empty = match options.field {
        TextField::Text => rules.media.value.required,
        TextField::Title => false,
        TextField::AltText => true,
    };
    let valid = length <= max
        && limit.max_bytes.is_none_or(|max_bytes| bytes <= max_bytes)
        && (may_be_empty || !text.is_empty())
        && !text.contains(rules.forbidden_characters.value);
    TextLength { length, limit: max, valid, bytes, max_bytes: limit.max_bytes }
}

fn field_limit(rules: &Rules, field: TextField) -> Option<TextLimit> {
    match field {
        TextField::Text => Some(rules.text.value),
        TextField::Title => rules.title.value,
        TextField::AltText => rules.alt_text.value,
    }
}

/// The limit with the account's own limit taken into account.
fn allowed(limit: &TextLimit, options: &LengthOptions) -> u32 {
    match options.max_chars {
        Some(own) if options.field == TextField::Text => own.min(limit.raisable_to.unwrap_or(limit.max)),
        _ => limit.max,
    }
}

/// The length of `text` in the unit of `method`. Saturates at `u32::MAX`.
///
/// ```
/// use vcm_core::platform::{CountMethod, count};
/// assert_eq!(count(CountMethod::Graphemes, "e\u{301}"), 1);
/// assert_eq!(count(CountMethod::CodePoints, "e\u{301}"), 2);
/// assert_eq!(count(CountMethod::Utf8Bytes, "e\u{301}"), 3);
/// assert_eq!(count(CountMethod::LittleText, "(a_b)"), 8);
/// ```
pub fn count(method: CountMethod, text: &str) -> u32 {
    let length = match method {
        CountMethod::Weighted => return weighted_length(text, &WeightedConfig::V3).weighted_length,
        CountMethod::Graphemes => graphemes(text),
        CountMethod::CodePoints => text.chars().count(),
        CountMethod::Utf16Units => text.encode_utf16().count(),
        CountMethod::Utf8Bytes => text.len(),
        CountMethod::LittleText => little_text(text),
        CountMethod::EmojiAsBytes => emoji_as_bytes(text),
        CountMethod::Mastodon => mastodon(text),
    };
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn graphemes(text: &str) -> usize {
    // CR LF is the one grapheme of ASCII that has two characters.
    if text.is_ascii() && !text.contains('\r') { text.len() } else { text.graphemes(true).count() }
}

fn emoji_as_bytes(text: &str) -> usize {
    let extra: usize = emoji_sequences(text)
        .into_iter()
        .filter_map(|range| text.get(range))
        .map(|emoji| emoji.len() - emoji.chars().count())
        .sum();
    text.chars().count() + extra
}

fn little_text(text: &str) -> usize {
    let escaped = |text: &str| -> usize { text.chars().map(|c| 1 + usize::from(is_reserved(c))).sum() };
    let templates: usize = extract_hashtags(text)
        .iter()
        // The sign was counted as an escaped character; the template has its own.
        .map(|tag| LITTLE_TEXT_TEMPLATE_CHARS + escaped(tag.value) - escaped(tag.text))
        .sum();
    escaped(text) + templates
}

/// Reserved characters of LinkedIn's little text.
fn is_reserved(character: char) -> bool {
    matches!(character, '\\' | '|' | '{' | '}' | '@' | '[' | ']' | '(' | ')' | '<' | '>' | '#' | '*' | '_' | '~')
}

/// Graphemes, with links that have a protocol at a fixed price and mentions without their server.
fn mastodon(text: &str) -> usize {
    let mut length = graphemes(text);
    let urls = extract_urls(text);
    let mut urls = urls.iter().filter(|url| url.text.contains("://")).peekable();
    for url in urls.clone() {
        length = length + MASTODON_URL_CHARS - graphemes(url.text).min(length);
    }
    for handle in full_handles(text) {
        while urls.next_if(|url| url.end_byte <= handle.start).is_some() {}
        if urls.peek().is_none_or(|url| url.start_byte > handle.start) {
            let server = text.get(handle.server..handle.end).unwrap_or_default();
            length -= graphemes(server).min(length);
        }
    }
    length
}

/// `@name@server` in bytes: where it begins, where `@server` begins, where it ends.
pub(super) struct FullHandle {
    pub(super) start: usize,
    pub(super) server: usize,
    pub(super) end: usize,
}

/// Every `@name@server`, in order.
pub(super) fn full_handles(text: &str) -> Vec<FullHandle> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find('@')).map(|at| from + at) {
        from = at + 1;
        let preceded = text.get(..at).and_then(|before| before.chars().next_back());
        if preceded.is_some_and(|c| c == '/' || c == '_' || c.is_alphanumeric()) {
            continue;
        }
        let server = end_of(text, from, |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
        if server == from || text.as_bytes().get(server) != Some(&b'@') {
            from = server;
            continue;
        }
        let host_end = end_of(text, server + 1, |c| c.is_alphanumeric() || matches!(c, '.' | '-'));
        let host = text.get(server + 1..host_end).unwrap_or_default().trim_end_matches(['.', '-']);
        from = server;
        if !host.is_empty() {
            let end = server + 1 + host.len();
            found.push(FullHandle { start: at, server, end });
            from = end;
        }
    }
    found
}

/// First byte from `start` on whose character is not `wanted`.
fn end_of(text: &str, start: usize, wanted: impl Fn(char) -> bool) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.find(|c| !wanted(c)).unwrap_or(rest.len())
}

/// What a grapheme or an entity costs by itself; a quick [`count`] for the plain ones.
pub(super) fn unit_cost(method: CountMethod, atom: &str) -> u32 {
    match (method, atom.as_bytes()) {
        (CountMethod::LittleText, &[byte]) => 1 + u32::from(is_reserved(char::from(byte))),
        (_, &[_]) => 1,
        _ => count(method, atom),
    }
}

#[cfg(test)]
mod tests;
