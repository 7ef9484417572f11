//! The checks that many fields of a brief share: length, list, range, id, source.
//!
//! Syntax of single values is in [`super::checks`]; which field is held to what is in [`super::validate`].

use std::collections::BTreeMap;

use super::{checks, forms};
use crate::{error::Violation, locale::Language};

/// Collects violations while the fields of a brief are checked one by one.
pub(super) struct Rules {
    /// What was found so far.
    pub(super) found: Vec<Violation>,
    /// The language whose grammar can be asked for; `None` for a language that vcm does not write.
    pub(super) language: Option<Language>,
}

impl Rules {
    pub(super) fn add(&mut self, field: impl Into<String>, found: impl std::fmt::Display, allowed: impl Into<String>) {
        self.found.push(Violation::new(field, found, allowed));
    }

    pub(super) fn checked(&mut self, field: impl Into<String>, value: &str, check: impl Fn(&str) -> Option<String>) {
        if let Some(allowed) = check(value) {
            self.add(field, quoted(value), allowed);
        }
    }

    /// One line of `least` to `most` characters, not blank, no hidden characters.
    pub(super) fn text(&mut self, field: impl Into<String>, value: &str, least: usize, most: usize) {
        self.lines(field, value, least, most, false);
    }

    pub(super) fn lines(
        &mut self,
        field: impl Into<String>,
        value: &str,
        least: usize,
        most: usize,
        line_breaks: bool,
    ) {
        let length = value.chars().count();
        if length < least || length > most || (least > 0 && value.trim().is_empty()) {
            let found = if length > most { format!("{length} characters") } else { quoted(value) };
            self.add(field, found, format!("{least} to {most} characters"));
        } else if let Some(allowed) = checks::hidden_character(value, line_breaks) {
            self.add(field, quoted(value), allowed);
        } else if value.trim() != value {
            self.add(field, quoted(value), "a text without spaces at its ends");
        }
    }

    pub(super) fn texts(&mut self, field: &str, values: &[String], most: usize, most_chars: usize) {
        self.list(field, values.len(), 0, most);
        for (index, value) in values.iter().enumerate() {
            self.text(format!("{field}[{index}]"), value, 1, most_chars);
        }
    }

    /// Infinitive phrases in the brief's language, as the writer puts them after "you can".
    pub(super) fn infinitives(&mut self, field: &str, values: &[String]) {
        self.texts(field, values, 20, 120);
        for (index, value) in values.iter().enumerate() {
            if let Some(allowed) = self.language.and_then(|language| forms::infinitive(language, value)) {
                self.add(format!("{field}[{index}]"), quoted(value), allowed);
            }
        }
    }

    /// A noun phrase that starts with no article, in the brief's language.
    pub(super) fn no_article(&mut self, field: impl Into<String>, value: &str) {
        if let Some(allowed) = self.language.and_then(|language| forms::no_article(language, value)) {
            self.add(field, quoted(value), allowed);
        }
    }

    pub(super) fn list(&mut self, field: &str, length: usize, least: usize, most: usize) {
        if length < least || length > most {
            self.add(field, format!("a list of {length}"), format!("{least} to {most} entries"));
        }
    }

    pub(super) fn range(&mut self, field: impl Into<String>, value: f64, low: f64, high: f64) {
        if !(low..=high).contains(&value) {
            self.add(field, value, format!("{low} to {high}"));
        }
    }

    /// Every id well formed and used once.
    pub(super) fn ids<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, id) in ids.enumerate() {
            self.checked(format!("{list}[{index}].id"), id, checks::id);
            match seen.get(id) {
                Some(first) => self.add(
                    format!("{list}[{index}].id"),
                    quoted(id),
                    format!("an id of its own; {list}[{first}] has this one"),
                ),
                None => drop(seen.insert(id, index)),
            }
        }
    }

    /// A URL or a citation.
    pub(super) fn source(&mut self, field: String, value: &str) {
        if value.contains("://") {
            self.checked(field, value, checks::url);
        } else {
            self.text(field, value, 1, 500);
        }
    }
}

pub(super) fn starts_with_word(text: &str, words: &[&str]) -> bool {
    text.split_whitespace().next().is_some_and(|first| words.iter().any(|word| first.eq_ignore_ascii_case(word)))
}

pub(super) fn quoted(text: &str) -> String {
    format!("{:?}", text.chars().take(100).collect::<String>())
}
