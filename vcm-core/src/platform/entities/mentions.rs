//! Mentions, mentions of lists, and whom a post replies to.

use super::{
    Entity, EntityKind, Scan,
    characters::{is_directional, is_latin_accent, is_space},
};

const MAX_NAME_CHARS: usize = 20;
const MAX_SLUG_CHARS: usize = 25;

/// Every mention, in order: `@name`, or `@name/list`, whose [`Entity::list`] is not empty.
///
/// ```
/// use vcm_core::platform::entities::extract_mentions;
/// let names: Vec<_> = extract_mentions("@ada, mail me@example.com").iter().map(|mention| mention.value).collect();
/// assert_eq!(names, ["ada"]);
/// ```
pub fn extract_mentions(text: &str) -> Vec<Entity<'_>> {
    if !text.contains(is_at_sign) {
        return Vec::new();
    }
    let scan = Scan::new(text);
    let mut mentions = Vec::new();
    let (mut from, mut sign) = (0, 0);
    while sign < scan.len() {
        if !scan.at(sign).is_some_and(is_at_sign) || !may_precede(&scan, from, sign) {
            sign += 1;
            continue;
        }
        let Some(name_end) = name_end(&scan, sign) else {
            sign += 1;
            continue;
        };
        let end = slug_end(&scan, name_end).unwrap_or(name_end);
        if !continues(&scan, end) {
            mentions.push(Entity {
                value: scan.str(sign + 1, name_end),
                list: scan.str(name_end, end),
                ..scan.entity(EntityKind::Mention, sign, end)
            });
        }
        (from, sign) = (end, end);
    }
    mentions
}

/// Whom the text replies to: the mention it begins with, after white space.
pub fn extract_reply(text: &str) -> Option<&str> {
    let scan = Scan::new(text);
    let sign = scan.end_of(0, |c| is_space(c) || is_directional(c));
    if !scan.at(sign).is_some_and(is_at_sign) {
        return None;
    }
    let end = name_end(&scan, sign)?;
    (!continues(&scan, end)).then(|| scan.str(sign + 1, end))
}

pub(super) fn is_at_sign(character: char) -> bool {
    matches!(character, '@' | '＠')
}

fn is_name_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

fn name_end(scan: &Scan<'_>, sign: usize) -> Option<usize> {
    let end = scan.end_of(sign + 1, is_name_character).min(sign + 1 + MAX_NAME_CHARS);
    (end > sign + 1).then_some(end)
}

fn slug_end(scan: &Scan<'_>, slash: usize) -> Option<usize> {
    if scan.at(slash) != Some('/') || !scan.at(slash + 1).is_some_and(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    Some(scan.end_of(slash + 1, |c| is_name_character(c) || c == '-').min(slash + 1 + MAX_SLUG_CHARS))
}

/// What follows makes it an address or a part of a word, not a mention.
fn continues(scan: &Scan<'_>, end: usize) -> bool {
    scan.at(end).is_some_and(|c| is_at_sign(c) || is_latin_accent(c)) || scan.has(end, "://")
}

fn may_precede(scan: &Scan<'_>, from: usize, sign: usize) -> bool {
    let Some(before) = scan.before(sign) else { return true };
    if sign <= from {
        return false;
    }
    let in_word = |c: char| is_name_character(c) || matches!(c, '!' | '#' | '$' | '%' | '&' | '*') || is_at_sign(c);
    if !in_word(before) {
        return true;
    }
    // `RT@name`, where RT is a word of its own.
    sign >= from + 2
        && scan.has(sign - 2, "rt")
        && (sign == 2
            || (sign > from + 2
                && scan.at(sign - 3).is_some_and(|c| !(is_name_character(c) || matches!(c, '+' | '~' | '.' | '-')))))
}
