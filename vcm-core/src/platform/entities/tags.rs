//! Hashtags and cashtags.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Entity, EntityKind, Scan,
    characters::{is_punctuation, is_space},
    extract_urls,
};

/// Every hashtag that is not part of a link, in order.
///
/// ```
/// use vcm_core::platform::entities::extract_hashtags;
/// let tags: Vec<_> = extract_hashtags("#Rust 2024 is #1, see #naïve_tag.").iter().map(|tag| tag.value).collect();
/// assert_eq!(tags, ["Rust", "naïve_tag"]);
/// ```
pub fn extract_hashtags(text: &str) -> Vec<Entity<'_>> {
    if text.contains(is_hash_sign) { hashtags_beside(text, &extract_urls(text)) } else { Vec::new() }
}

/// Hashtags of `text`, whose links are `urls`.
pub(super) fn hashtags_beside<'text>(text: &'text str, urls: &[Entity<'text>]) -> Vec<Entity<'text>> {
    if !text.contains(is_hash_sign) {
        return Vec::new();
    }
    let scan = Scan::new(text);
    let mut tags = Vec::new();
    // `from` is where the last match ended: the character before a tag must not belong to it.
    let (mut from, mut sign) = (0, 0);
    while sign < scan.len() {
        if !scan.at(sign).is_some_and(is_hash_sign) || !may_precede(&scan, from, sign) {
            sign += 1;
            continue;
        }
        let end = scan.end_of(sign + 1, is_tag_character);
        let has_letter = scan.slice(sign + 1, end).iter().copied().any(is_letter_or_mark);
        let emoji = scan.at(sign + 1).is_some_and(|c| matches!(c, '\u{FE0F}' | '\u{20E3}'));
        if !has_letter || emoji {
            sign += 1;
            continue;
        }
        let continued = scan.at(end).is_some_and(is_hash_sign) || scan.has(end, "://");
        if !continued {
            tags.push(scan.entity(EntityKind::Hashtag, sign, end));
        }
        (from, sign) = (end, end);
    }
    // A link that begins first swallows the tag in it; one that begins inside the tag is dropped for it elsewhere.
    let mut urls = urls.iter().peekable();
    tags.retain(|tag| {
        while urls.next_if(|url| url.end <= tag.start).is_some() {}
        urls.peek().is_none_or(|url| url.start >= tag.end || url.start > tag.start)
    });
    tags
}

fn is_hash_sign(character: char) -> bool {
    matches!(character, '#' | '＃')
}

fn may_precede(scan: &Scan<'_>, from: usize, sign: usize) -> bool {
    if sign == 0 {
        return true;
    }
    sign > from
        && scan.before(sign).is_some_and(|c| matches!(c, '\u{FE0E}' | '\u{FE0F}') || !(is_tag_character(c) || c == '&'))
}

fn is_tag_character(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || character == '_';
    }
    is_letter_or_mark(character) || is_joiner(character) || is_decimal_digit(character)
}

/// Signs that stand inside words of some languages.
fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\u{200C}'
            | '\u{200D}'
            | '\u{A67E}'
            | '\u{5BE}'
            | '\u{5F3}'
            | '\u{5F4}'
            | '\u{FF5E}'
            | '\u{301C}'
            | '\u{309B}'
            | '\u{309C}'
            | '\u{30A0}'
            | '\u{30FB}'
            | '\u{3003}'
            | '\u{F0B}'
            | '\u{F0C}'
            | '\u{B7}'
    )
}

/// General categories L and M.
pub(crate) fn is_letter_or_mark(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    // Alphabetic is wider than L and M by the letter-like numbers (Nl) and the circled letters (So).
    let circled = matches!(character, '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}');
    unicode_normalization::char::is_combining_mark(character)
        || (character.is_alphabetic() && !circled && !character.is_numeric())
}

/// General category Nd.
pub(super) fn is_decimal_digit(character: char) -> bool {
    #[expect(clippy::unwrap_used, reason = "a literal pattern, compiled by every test that looks at a digit")]
    static DECIMAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\p{Nd}$").unwrap());
    character.is_ascii_digit()
        || (!character.is_ascii() && character.is_numeric() && DECIMAL.is_match(character.encode_utf8(&mut [0; 4])))
}

/// Every cashtag, in order: `$` and 1 to 6 ASCII letters, perhaps with `.` or `_` and one or two more.
pub fn extract_cashtags(text: &str) -> Vec<Entity<'_>> {
    if !text.contains('$') {
        return Vec::new();
    }
    let scan = Scan::new(text);
    let mut tags = Vec::new();
    for sign in 0..scan.len() {
        if scan.at(sign) != Some('$')
            || !scan.before(sign).is_none_or(|c| is_space(c) || super::characters::is_directional(c))
        {
            continue;
        }
        let letters = scan.end_of(sign + 1, |c| c.is_ascii_alphabetic());
        if !(2..=7).contains(&(letters - sign)) {
            continue;
        }
        let ends = |index: usize| scan.at(index).is_none_or(|c| is_space(c) || is_punctuation(c));
        let mut end = letters;
        if scan.at(letters).is_some_and(|c| matches!(c, '.' | '_')) {
            let suffix = scan.end_of(letters + 1, |c| c.is_ascii_alphabetic());
            if (1..=2).contains(&(suffix - letters - 1)) && ends(suffix) {
                end = suffix;
            }
        }
        if ends(end) {
            tags.push(scan.entity(EntityKind::Cashtag, sign, end));
        }
    }
    tags
}
