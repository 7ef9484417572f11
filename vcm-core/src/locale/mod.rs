//! How a language writes dates, times, numbers, lists and quotations.
//!
//! Copy that says "31 de March" or `1,500.5` to a German reader gives itself away, so every date, number and list in copy goes
//! through here. The tables are CLDR's, through ICU4X, compiled in: the same input gives the same text on every machine. What
//! ICU4X has no table for (prepositions before a date, ranges, quotation marks, percent) stands in the files that need it, each
//! with its source. Only the languages that the offline writer can write are here; others are refused by [`Locale::parse`].
//!
//! [`tag`] reads a language tag, [`date`], [`range`] and [`time`] write the calendar, [`number`] numbers and their plural forms,
//! [`list`] and [`quotation`] what is around words. Money is absent: no brief carries an amount with its currency.
//! Next: [`crate::brief`], whose `locale` chooses.

mod date;
mod list;
mod number;
mod quotation;
mod range;
mod tag;
mod time;

use jiff::civil::Date;

pub use self::{
    date::DateStyle,
    number::Plural,
    quotation::QuotationMarks,
    tag::{Language, check},
};
use crate::error::{Error, ErrorKind, Result, Violation};

/// A language with its region, ready to write with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    language: Language,
    /// The canonical tag, which ICU4X looks its tables up by.
    tag: icu_locale_core::Locale,
}

impl Locale {
    /// Reads a BCP-47 tag such as `en-GB`, in any case.
    ///
    /// # Errors
    /// `invalid_input` when it is no language tag (the message says what to write instead, where that can be told), and
    /// `unsupported` when its language is none of [`Language::ALL`].
    pub fn parse(text: &str) -> Result<Self> {
        if let Some(allowed) = check(text) {
            let found = format!("{:?}", text.chars().take(100).collect::<String>());
            return Err(Error::invalid_input("parse_locale", vec![Violation::new("locale", found, allowed)]));
        }
        let tag = tag::parse(text);
        let language = tag.as_ref().and_then(|tag| Language::from_code(tag.id.language.as_str()));
        if let (Some(tag), Some(language)) = (tag, language) {
            return Ok(Self { language, tag });
        }
        let message = format!("no dates, numbers and lists for this language; {}", tag::list_of_languages());
        Err(Error::new(ErrorKind::Unsupported, "parse_locale", message).with("locale", text))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The region as two capital letters or three digits (`GB`, `419`), if the tag names one.
    pub fn region(&self) -> Option<&str> {
        self.tag.id.region.as_ref().map(icu_locale_core::subtags::Region::as_str)
    }

    /// The tag in canonical form: `en-GB`.
    pub fn tag(&self) -> String {
        self.tag.to_string()
    }

    /// The region, or an empty text.
    fn region_or_empty(&self) -> &str {
        self.region().unwrap_or_default()
    }
}

/// Day and month as copy writes them: "March 31" (`en-US`), "31 March" (`en-GB`), "31 de marzo", "31 mars", "31. März".
///
/// `locale` is a language tag; in a language that vcm does not write, and for a text that is no tag, the ISO 8601 form
/// ("2026-03-31"), which no reader mistakes. [`Locale::date`] has the other forms.
pub fn day_month(date: Date, locale: &str) -> String {
    Locale::parse(locale).map_or_else(|_| date.to_string(), |locale| locale.date(date, DateStyle::DAY_MONTH))
}

#[cfg(test)]
mod tests;
