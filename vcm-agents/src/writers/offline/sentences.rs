//! Sentences in any language: capitals, end marks, spaces.
//!
//! Facts are never changed by these beyond white space and a missing full stop. What differs by language is in
//! [`super::language`]. Next: [`super::voice`].

/// The text with its first letter in upper case, unless the first word is spelt in a way of its own (`iOS`, `cargo-deny`).
pub(super) fn capitalised(text: &str) -> String {
    let first_word = text.split_whitespace().next().unwrap_or("");
    let bare = first_word.trim_end_matches([',', '.', ':', ';', '?', '!']);
    let own_spelling = bare.chars().skip(1).any(|c| c.is_uppercase() || matches!(c, '_' | ':' | '.' | '/' | '`'));
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !own_spelling && first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// The text as a sentence: trimmed, single spaces, and a full stop when it has no end mark.
pub(super) fn as_sentence(text: &str) -> String {
    let text = single_spaced(text);
    if text.is_empty() || ends_sentence(&text) { text } else { text + "." }
}

/// The sentence without its full stop, to stand inside another one.
pub(super) fn without_stop(sentence: &str) -> &str {
    sentence.trim_end().trim_end_matches('.')
}

/// Whether the text ends in a mark that closes a sentence, closing quotes and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    // French sets a space inside its guillemets: "« Oui. »".
    let bare = text.trim_end_matches(['"', '”', '“', '’', '\'', ')', ']', '»', ' ', '\u{a0}', '\u{202f}']);
    bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

/// White space runs become one space; none at the ends. No-break spaces stay: French marks and figures need them.
pub(super) fn single_spaced(text: &str) -> String {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
    let words: Vec<&str> = text.split(breaks).map(str::trim).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A word said twice in a row ("the the"), if there is one. Numbers and words across a sentence end do not count.
pub(super) fn doubled_word(text: &str) -> Option<&str> {
    let mut last: Option<&str> = None;
    for line in text.lines() {
        last = None;
        for word in line.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if let Some(before) = last
                && !bare.is_empty()
                && bare.chars().all(char::is_alphabetic)
                && word.starts_with(|c: char| c.is_alphanumeric())
                && before.eq_ignore_ascii_case(bare)
            {
                return Some(bare);
            }
            last = word.ends_with(|c: char| c.is_alphanumeric()).then_some(bare);
        }
    }
    let _ = last;
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_keep_names_with_a_spelling_of_their_own() {
        assert_eq!(capitalised("async closures"), "Async closures");
        assert_eq!(capitalised("iOS builds"), "iOS builds");
        assert_eq!(capitalised("std::env paths"), "std::env paths");
        assert_eq!(capitalised("über"), "Über");
        assert_eq!(capitalised("Rust"), "Rust");
    }

    #[test]
    fn sentences_get_one_end_mark() {
        assert_eq!(as_sentence("It is  out"), "It is out.");
        assert_eq!(as_sentence("Is it?"), "Is it?");
        assert_eq!(as_sentence("He said “yes.”"), "He said “yes.”");
        assert_eq!(without_stop("It is out."), "It is out");
    }

    #[test]
    fn doubled_words_are_found_within_a_sentence_only() {
        assert_eq!(doubled_word("Read the the notes."), Some("the"));
        assert_eq!(doubled_word("That is it. It works."), None);
        assert_eq!(doubled_word("10 10 is not a word"), None);
        assert_eq!(doubled_word("the end\nend of story"), None);
    }
}
