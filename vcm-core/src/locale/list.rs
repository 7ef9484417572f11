//! Lists in a sentence: "a, b, and c", "a, b y c", "a, b und c".
//!
//! CLDR's patterns, with the comma before the last item where the region writes it and Spanish "e" and "u" before a vowel of
//! the same sound. Next: [`super::quotation`].

use icu_list::{
    ListFormatter,
    options::{ListFormatterOptions, ListLength},
};

use super::{Language, Locale};

impl Locale {
    /// Items joined with "and". No items are an empty text, one item is itself.
    pub fn join_and(&self, items: &[impl AsRef<str>]) -> String {
        let formatter = ListFormatter::try_new_and((&self.tag).into(), wide());
        joined(formatter.ok().as_ref(), items)
    }

    /// Items joined with "or".
    pub fn join_or(&self, items: &[impl AsRef<str>]) -> String {
        let formatter = ListFormatter::try_new_or((&self.tag).into(), wide());
        joined(formatter.ok().as_ref(), items)
    }

    /// The word that joins two clauses or items: "and", "y", "und", "et", "e". Before a word that starts with an i sound,
    /// Spanish asks for "e", which [`Locale::join_and`] knows.
    pub fn and(&self) -> &'static str {
        match self.language {
            Language::English => "and",
            Language::Spanish => "y",
            Language::German => "und",
            Language::French => "et",
            Language::Portuguese => "e",
        }
    }
}

fn wide() -> ListFormatterOptions {
    ListFormatterOptions::default().with_length(ListLength::Wide)
}

fn joined(formatter: Option<&ListFormatter>, items: &[impl AsRef<str>]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match formatter {
        Some(formatter) => formatter.format(items.iter()).to_string(),
        None => items.join(", "),
    }
}
