//! Finds the brand's words in a text: whole words, whatever their case, curly or straight apostrophes, any white space between
//! them.

use std::ops::Range;

/// Byte ranges of `phrase` in `text`, in order, none overlapping. A phrase without letters and digits is looked for as it stands.
pub fn find_phrase(text: &str, phrase: &str) -> Vec<Range<usize>> {
    let wanted: Vec<String> = phrase.split_whitespace().map(folded).collect();
    let Some(first) = wanted.first() else { return Vec::new() };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some((start, length)) = text.get(at..).and_then(|rest| find_folded(rest, first)) {
        let start = at + start;
        let mut end = start + length;
        let matches = wanted.iter().skip(1).all(|word| {
            let rest = text.get(end..).unwrap_or_default();
            let spaces = rest.len() - rest.trim_start().len();
            let next = rest.trim_start();
            match prefix_length(next, word) {
                Some(length) if spaces > 0 => {
                    end += spaces + length;
                    true
                }
                _ => false,
            }
        });
        if matches && is_whole(text, start, end) {
            found.push(start..end);
            at = end;
        } else {
            at = start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        }
    }
    found
}

/// Whether `phrase` stands in `text` as whole words.
pub fn contains_phrase(text: &str, phrase: &str) -> bool {
    !find_phrase(text, phrase).is_empty()
}

/// Neither end cuts a word.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let within = text.get(start..end).unwrap_or_default();
    let before = text.get(..start).and_then(|head| head.chars().next_back());
    let after = text.get(end..).and_then(|tail| tail.chars().next());
    let open_start = !within.starts_with(char::is_alphanumeric) || !before.is_some_and(char::is_alphanumeric);
    let open_end = !within.ends_with(char::is_alphanumeric) || !after.is_some_and(char::is_alphanumeric);
    open_start && open_end
}

fn folded(word: &str) -> String {
    word.chars().flat_map(fold).collect()
}

fn fold(character: char) -> impl Iterator<Item = char> {
    let straight = if matches!(character, '’' | 'ʼ') { '\'' } else { character };
    straight.to_lowercase()
}

/// Start and length in bytes of the first place where the folded text begins with `word`.
fn find_folded(text: &str, word: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(start, _)| Some((start, prefix_length(text.get(start..)?, word)?)))
}

/// Bytes of `text` that fold to `word`, if it begins so.
fn prefix_length(text: &str, word: &str) -> Option<usize> {
    let mut wanted = word.chars();
    for (offset, character) in text.char_indices() {
        if wanted.as_str().is_empty() {
            return Some(offset);
        }
        for folded in fold(character) {
            if wanted.next() != Some(folded) {
                return None;
            }
        }
    }
    wanted.as_str().is_empty().then_some(text.len())
}
