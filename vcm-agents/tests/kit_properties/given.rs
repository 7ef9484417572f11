//! Which characters of a text come word for word from the brief.
//!
//! Clients answer for their facts, the writer for everything else. The search is its own: it does not trust what the writer
//! says about its sentences.

use serde_json::Value;
use vcm_core::brief::Brief;

/// Texts of a brief, the longest first, folded for comparison.
pub(crate) struct Given {
    /// (path into the brief or proof id, text)
    texts: Vec<(String, String)>,
    name: String,
}

/// A place where a text of the brief stands.
pub(crate) struct Quotation<'a> {
    pub(crate) path: &'a str,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Given {
    pub(crate) fn new(brief: &Brief) -> Self {
        let mut texts = Vec::new();
        collect(&serde_json::to_value(brief).unwrap(), "", &mut texts);
        for proof in &brief.proof_points {
            texts.push((proof.id.clone(), proof.statement.clone()));
        }
        for (_, text) in &mut texts {
            *text = fold(text.trim_end_matches(['.', '!', '?', '…', '\u{202f}', '\u{a0}']));
        }
        // A name keeps its own stop: "Yippee!" and "Crumb & Co." end so wherever they stand.
        texts.push(("product.name".to_owned(), fold(&brief.product.name)));
        texts.retain(|(_, text)| text.chars().count() >= 3);
        texts.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
        Self { texts, name: fold(&brief.product.name) }
    }

    /// For each byte of `text` whether it is the brief's. Single short words do not count unless they are the product's name:
    /// "time" may be a topic and still be a word of the writer's own.
    pub(crate) fn mask(&self, text: &str) -> Vec<bool> {
        let mut mask = vec![false; text.len()];
        let folded = fold(text);
        for (_, given) in &self.texts {
            let long = given.contains(' ') || given.len() >= 12 || *given == self.name || given.contains("://");
            for (start, end) in if long { occurrences(&folded, given) } else { Vec::new() } {
                mask[start..end].fill(true);
            }
        }
        mask
    }

    /// Every place where a text of at least `least` characters stands whole.
    pub(crate) fn quotations(&self, text: &str, least: usize) -> Vec<Quotation<'_>> {
        let folded = fold(text);
        let long = self.texts.iter().filter(|(_, given)| given.chars().count() >= least);
        long.flat_map(|(path, given)| {
            occurrences(&folded, given).into_iter().map(move |(start, end)| Quotation { path, start, end })
        })
        .collect()
    }

    /// Whether a word or phrase occurs anywhere in the brief.
    pub(crate) fn has(&self, phrase: &str) -> bool {
        let phrase = fold(phrase);
        self.texts.iter().any(|(_, given)| given.contains(&phrase))
    }

    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(_, text)| text.as_str())
    }
}

fn collect(value: &Value, path: &str, texts: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => texts.push((path.to_owned(), text.clone())),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                collect(item, &format!("{path}[{at}]"), texts);
            }
        }
        Value::Object(fields) => {
            // How a brief sounds and when it runs is nothing that copy may state.
            for (key, item) in
                fields.iter().filter(|(key, _)| !matches!(key.as_str(), "voice" | "schedule" | "experiment"))
            {
                collect(item, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, texts);
            }
        }
        _ => {}
    }
}

/// Lower case, typographic apostrophes as plain ones of the same width in bytes, so that positions stay.
pub(crate) fn fold(text: &str) -> String {
    let lower = |c: char| {
        let mut lower = c.to_lowercase();
        lower.next().filter(|other| lower.next().is_none() && other.len_utf8() == c.len_utf8()).unwrap_or(c)
    };
    text.chars().map(lower).collect()
}

/// Where `part` stands in `text` with no letter or digit right before or after it.
pub(crate) fn occurrences(text: &str, part: &str) -> Vec<(usize, usize)> {
    let open = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let starts_bare = open(part.chars().next());
    let ends_bare = open(part.chars().next_back());
    text.match_indices(part)
        .map(|(start, part)| (start, start + part.len()))
        .filter(|(start, end)| {
            (starts_bare || open(text[..*start].chars().next_back()))
                && (ends_bare || open(text[*end..].chars().next()))
        })
        .collect()
}
