//! Slots, spaces, punctuation, capitals, quotes and lines, in every language.

use super::{Block, Remark};

/// Words that end in a stop without ending a sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g.", "i.e.", "Inc.", "Dr.", "Mr.", "Ms.", "Mrs.", "No.", "p.", "vs.", "etc.", "z. B.", "d. h.", "Nr.", "bzw.",
    "usw.", "p. ej.", "p. ex.", "Sr.", "Sra.", "M.", "Mme.", "n.º", "Ud.", "Uds.", "EE. UU.", "ca.", "St.",
];

/// Words that a language may say twice in a row.
const TWICE: &[(&str, &[&str])] = &[
    ("en", &["that", "had"]),
    ("de", &["die", "das", "der", "sie", "wir"]),
    ("fr", &["nous", "vous"]),
    ("es", &[]),
    ("pt", &[]),
];

pub(crate) fn check(block: &Block<'_>, language: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    slots(block, &mut remarks);
    spaces(block, language, &mut remarks);
    punctuation(block, &mut remarks);
    doubled_words(block, language, &mut remarks);
    capitals(block, &mut remarks);
    quotes(block, &mut remarks);
    lines(block, &mut remarks);
    remarks
}

/// Some text around a place, for the report.
pub(crate) fn around(text: &str, at: usize) -> String {
    let before: String = text[..at].chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text[at..].chars().take(24).collect();
    format!("…{before}{after}…").replace('\n', "⏎")
}

fn slots(block: &Block<'_>, remarks: &mut Vec<Remark>) {
    let own = block.own_words();
    if let Some(at) = own.replace(" | ", " · ").find(['{', '}', '|', '<', '>', '\\', '^', '~']) {
        remarks.push(("slot left open", around(&own, at)));
    }
    for word in ["TODO", "undefined", "null", "None)", "Some(", "%s", "[]", "()", "“”", "„“", "\"\""] {
        if let Some(at) = own.find(word) {
            remarks.push(("slot left open", around(&own, at)));
        }
    }
}

fn spaces(block: &Block<'_>, language: &str, remarks: &mut Vec<Remark>) {
    let characters: Vec<(usize, char)> = block.text.char_indices().collect();
    for pair in characters.windows(2) {
        let [(start, a), (at, b)] = [pair[0], pair[1]];
        if block.is_given(start, at + b.len_utf8()) {
            continue;
        }
        let blank = |c: char| c.is_whitespace() && c != '\n';
        if blank(a) && blank(b) || blank(a) && b == '\n' || a == '\n' && blank(b) {
            remarks.push(("doubled space", around(block.text, at)));
        }
        let high = matches!(b, '?' | '!' | ';' | ':' | '»');
        let fixed = matches!(a, '\u{a0}' | '\u{202f}');
        if language == "fr" && high {
            let joined = a.is_alphanumeric() || matches!(a, ')' | '”' | '»' | '%' | '…' | ' ');
            // A colon in a time, an emoji's or a link's is none of ours.
            let in_link = b == ':' && block.text[at..].starts_with("://");
            if joined && !in_link && !fixed {
                remarks.push(("French space", around(block.text, at)));
            }
        } else if a.is_whitespace() && matches!(b, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '”' | '…') {
            let smiley = language != "fr" && b == ':' && block.text[at + 1..].starts_with([')', '(', '-']);
            // Ellipsis may open what a thread goes on with.
            let opens =
                b == '…' && block.text[at + b.len_utf8()..].starts_with(|c: char| c == ' ' || c.is_alphabetic());
            if !smiley && !opens {
                remarks.push(("space before punctuation", around(block.text, at)));
            }
        }
        if language == "fr" && a == '«' && !matches!(b, '\u{a0}' | '\u{202f}') {
            remarks.push(("French space", around(block.text, at)));
        }
        let glued = matches!(a, '.' | ',' | ';' | '!' | '?' | ':') && b.is_alphabetic() && !block.mask[start];
        if glued && !in_link(block.text, at) {
            remarks.push(("no space after punctuation", around(block.text, at)));
        }
    }
}

/// Whether a place is inside a word that is a link, an address or code.
fn in_link(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |found| found + 1);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |found| at + found);
    let word = text[start..end].trim_matches(|c: char| !c.is_alphanumeric());
    word.contains("://") || word.contains('@') || text[..at].matches('`').count() % 2 == 1
}

fn punctuation(block: &Block<'_>, remarks: &mut Vec<Remark>) {
    let characters: Vec<(usize, char)> = block.text.char_indices().collect();
    for window in characters.windows(2) {
        let [(start, a), (at, b)] = [window[0], window[1]];
        if block.is_given(start, at + b.len_utf8()) {
            continue;
        }
        let stop = |c: char| matches!(c, '.' | '!' | '?' | '…' | ':' | ';' | ',');
        if !stop(a) || !stop(b) {
            continue;
        }
        // "Inc.," and "Yippee!:" end with the brief's own mark; dots in a row are an ellipsis.
        let names_own = block.mask[start] && matches!(b, ',' | ':' | ';' | '?');
        let ellipsis =
            block.text[start.saturating_sub(2)..].starts_with("...") || block.text[start..].starts_with("...");
        if !names_own && !ellipsis {
            remarks.push(("doubled punctuation", around(block.text, at)));
        }
    }
    for window in characters.windows(3) {
        let [(start, a), (_, b), (at, c)] = [window[0], window[1], window[2]];
        let closed = matches!(b, '”' | '"' | '»' | '“' | '’' | ')');
        if matches!(a, '.' | '!' | '…') && closed && c == '.' && !block.is_given(start, at + 1) {
            remarks.push(("doubled punctuation", around(block.text, at)));
        }
    }
}

fn doubled_words(block: &Block<'_>, language: &str, remarks: &mut Vec<Remark>) {
    let allowed = TWICE.iter().find(|(code, _)| *code == language).map_or(&[][..], |(_, words)| *words);
    let words: Vec<(usize, &str)> = words(block.text);
    for pair in words.windows(2) {
        let [(start, a), (at, b)] = [pair[0], pair[1]];
        let between = &block.text[start + a.len()..at];
        let same = a.to_lowercase() == b.to_lowercase() && a.chars().all(char::is_alphabetic);
        let apart = between.chars().any(|c| c == '\n' || !c.is_whitespace());
        if same && !apart && !allowed.contains(&a.to_lowercase().as_str()) && !block.is_given(start, at + b.len()) {
            remarks.push(("doubled word", around(block.text, at)));
        }
    }
}

/// Words with their places: runs without white space or punctuation.
pub(crate) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (inner(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn capitals(block: &Block<'_>, remarks: &mut Vec<Remark>) {
    let text = block.text;
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        // Entries of a list may go on in lower case.
        if !line.trim_start().starts_with(['-', '–', '•', '→', '·', '▸', '✓', '✔', '…']) {
            starts.push(at);
        }
        at += line.len() + 1;
    }
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let ends = matches!(c, '.' | '!' | '?') && !block.mask[at] && text[after..].starts_with(' ');
        if ends && !ABBREVIATIONS.iter().any(|short| text[..after].ends_with(short)) {
            starts.push(after + 1);
        }
    }
    for start in starts {
        let rest = &text[start..];
        let first = rest.char_indices().find(|(_, c)| c.is_alphanumeric() || matches!(c, '`' | '#' | '@' | '…'));
        let Some((offset, c)) = first else { continue };
        let word: &str = rest[offset..].split_whitespace().next().unwrap_or_default();
        let link = word.contains("://");
        // A name in lower case stays so, where the name itself comes first.
        if c.is_lowercase() && !link && !block.mask[start + offset] && offset < 12 {
            remarks.push(("no capital at the start", around(text, start + offset)));
        }
    }
}

fn quotes(block: &Block<'_>, remarks: &mut Vec<Remark>) {
    let count = |c: char| block.text.matches(c).count();
    // The letters of a poll: A) B) C)
    let letters = ["A) ", "B) ", "C) ", "D) "].iter().filter(|letter| block.text.contains(**letter)).count();
    for (open, close) in [('(', ')'), ('«', '»')] {
        let listed = if close == ')' { letters } else { 0 };
        if count(open) + listed != count(close) && count(open) != count(close) {
            remarks.push(("unbalanced quotes or brackets", format!("{open} {close}")));
        }
    }
    // In German “ closes what „ opens.
    let german = block.text.contains('„');
    let balanced = if german { count('„') == count('“') } else { count('“') == count('”') };
    if !balanced {
        remarks.push(("unbalanced quotes or brackets", "“ ”".to_owned()));
    }
    for mark in ['"', '`'] {
        if count(mark) % 2 == 1 {
            remarks.push(("unbalanced quotes or brackets", mark.to_string()));
        }
    }
    let own = block.own_words();
    if let Some(at) = own.find('"') {
        remarks.push(("straight quotes", around(&own, at)));
    }
    let nested = ["““", "””", "„„", "««", "»»", "“„", "“ “"];
    if let Some(at) = nested.iter().find_map(|pair| own.find(pair)) {
        remarks.push(("quotes in quotes", around(&own, at)));
    }
}

fn lines(block: &Block<'_>, remarks: &mut Vec<Remark>) {
    if block.text.contains("\n\n\n") {
        remarks.push(("empty lines", "three line ends in a row".to_owned()));
    }
    if block.text.trim() != block.text || block.text.is_empty() {
        remarks.push(("empty lines", "blank at the edge".to_owned()));
    }
    for line in block.text.lines().filter(|line| !line.is_empty()) {
        if !line.chars().any(char::is_alphanumeric) {
            remarks.push(("line without words", line.to_owned()));
        }
        // In German “ closes.
        let german = line.contains('„') && line.ends_with('“');
        if line.ends_with([',', '(', '“', '„', '«']) && !german {
            remarks.push(("line ends in the middle", line.to_owned()));
        }
    }
    let last = block.text.lines().next_back().unwrap_or_default();
    if last.ends_with(':') {
        remarks.push(("colon with nothing after it", last.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use vcm_core::testing::briefs;

    use super::*;
    use crate::given::Given;

    fn kinds(text: &str, language: &str) -> Vec<&'static str> {
        let given = Given::new(&briefs::runnable());
        check(&Block::new(&given, text), language).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn each_fault_is_found() {
        for (language, text, kind) in [
            ("en", "About {topic}.", "slot left open"),
            ("en", "Two  spaces.", "doubled space"),
            ("en", "Before , a comma.", "space before punctuation"),
            ("en", "An end..", "doubled punctuation"),
            ("en", "He said “yes.”.", "doubled punctuation"),
            ("en", "The the word.", "doubled word"),
            ("en", "One. two.", "no capital at the start"),
            ("en", "lower case.", "no capital at the start"),
            ("en", "An “open quote.", "unbalanced quotes or brackets"),
            ("en", "A \"straight\" quote.", "straight quotes"),
            ("en", "One.\n\n\nTwo.", "empty lines"),
            ("en", "One.Two.", "no space after punctuation"),
            ("en", "One.\n\n👉\n\nTwo.", "line without words"),
            ("en", "Read on:", "colon with nothing after it"),
            ("de", "Ein „offenes Zitat.", "unbalanced quotes or brackets"),
            ("fr", "Pourquoi?", "French space"),
            ("fr", "Un «mot\u{a0}».", "French space"),
        ] {
            assert!(kinds(text, language).contains(&kind), "{text:?} has {:?}", kinds(text, language));
        }
    }

    #[test]
    fn sound_texts_pass() {
        for (language, text) in [
            ("en", "Rust 1.85: what is new?\n\n1. Run `rustup update stable`.\n2. Done… almost."),
            ("en", "Read https://blog.rust-lang.org/2025/02/20/Rust-1.85.0/ now."),
            ("de", "„So ist es.“ Was nun?"),
            ("fr", "Pourquoi\u{202f}? Voici\u{a0}: «\u{a0}oui\u{a0}»."),
            ("es", "¿Por qué? ¡Así!"),
        ] {
            assert_eq!(kinds(text, language), Vec::<&str>::new(), "{text}");
        }
    }
}
