//! Fills in the marks of a phrase: `{name}`, `{id}`, `{one|other}`, `{#low-high}`, `{singular/plural}`, `{informal~formal}`, and
//! `[…]` around the figure of a fact.

use crate::hash::SeededRandom;

/// What marks are filled with.
pub(super) struct Filler<'a> {
    pub(super) language: &'a str,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) plural: bool,
    pub(super) formal: bool,
    pub(super) random: SeededRandom,
}

/// A phrase with its marks filled, and the figure that was bracketed in it.
pub(super) struct Filled {
    pub(super) text: String,
    pub(super) figure: Option<String>,
}

impl Filler<'_> {
    /// A phrase in the middle of a sentence.
    pub(super) fn phrase(&mut self, template: &str) -> String {
        self.fill(template).text
    }

    /// A whole sentence: an article that comes first in the name becomes upper case.
    pub(super) fn sentence(&mut self, template: &str) -> Filled {
        let mut filled = self.fill(template);
        if template.starts_with("{name}") && self.name.starts_with("the ") {
            filled.text.replace_range(0..1, "T");
        }
        filled
    }

    fn fill(&mut self, template: &str) -> Filled {
        let (mut text, mut figure, mut figure_start) = (String::new(), None, 0);
        let mut rest = template;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '{' => {
                    let (mark, after) = rest.split_once('}').unwrap_or_else(|| panic!("open mark in {template:?}"));
                    text.push_str(&self.mark(mark));
                    rest = after;
                }
                '[' => figure_start = text.len(),
                ']' => figure = Some(text[figure_start..].to_owned()),
                _ => text.push(c),
            }
        }
        Filled { figure: figure.map(|figure| self.typeset(&figure)), text: self.typeset(&text) }
    }

    fn mark(&mut self, mark: &str) -> String {
        if let Some(range) = mark.strip_prefix('#') {
            let (low, high) = range.split_once('-').unwrap();
            let (low, high): (usize, usize) = (low.parse().unwrap(), high.parse().unwrap());
            let number = low + self.random.below(high + 1 - low);
            return self.number(number);
        }
        match mark {
            "name" => self.name.to_owned(),
            "id" => self.id.to_owned(),
            _ if mark.contains('|') => {
                let options: Vec<&str> = mark.split('|').collect();
                options[self.random.below(options.len())].to_owned()
            }
            _ if mark.contains('/') => either(mark, '/', self.plural),
            _ if mark.contains('~') => either(mark, '~', self.formal),
            _ => panic!("unknown mark {mark:?}"),
        }
    }

    fn number(&self, number: usize) -> String {
        let separator = match self.language {
            "en" => ",",
            "fr" => "\u{202f}",
            // Four digits stay together in Spanish (Ortografía 2010).
            "es" if number < 10_000 => "",
            "es" => "\u{a0}",
            _ => ".",
        };
        if number < 1000 {
            return number.to_string();
        }
        format!("{}{separator}{:03}", number / 1000, number % 1000)
    }

    /// French puts a space that does not break before high punctuation and inside its quotes.
    fn typeset(&self, text: &str) -> String {
        if self.language != "fr" {
            return text.to_owned();
        }
        let pairs = [(" ?", "\u{202f}?"), (" !", "\u{202f}!"), (" ;", "\u{202f};"), (" :", "\u{a0}:")];
        let quotes = [("« ", "«\u{a0}"), (" »", "\u{a0}»"), (" %", "\u{202f}%"), (" €", "\u{a0}€")];
        pairs.iter().chain(&quotes).fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    }
}

fn either(mark: &str, separator: char, second: bool) -> String {
    let (first, other) = mark.split_once(separator).unwrap();
    if second { other } else { first }.to_owned()
}
