//! What a language has to bring so that the offline writer can write it: phrases and grammar.
//!
//! The writer itself knows no words. It chooses material, order and form; every word that is not the brief's comes from
//! [`Phrases`], every rule of agreement from [`Grammar`]. English is [`en`], and the one to copy from. A new language is a folder
//! with the same files and a line in [`ALL`]; the tests below then hold it to the same rules.
//!
//! **Frames** are sentences with slots. `{topic}` is a slot, `{Topic}` the same with a capital. A frame whose slot has no value
//! is passed over, so that a phrase may ask for whatever it needs. Slots:
//!
//! | slot | what stands there |
//! |---|---|
//! | `product` | the product's name, as the brief writes it (any gender, any number: see `{is\|are}`) |
//! | `category`, `a_category` | what kind of thing it is, bare and with its article ([`Grammar::with_article`]) |
//! | `audience` | plural noun phrase: "backend developers" |
//! | `pain`, `pain_gerund` | what bothers them: a noun phrase; the second only where [`Grammar::is_gerund`] |
//! | `want`, `want3` | what they want: an infinitive phrase; `want` only where it can be said to "you" |
//! | `does` | what one does with the product: an infinitive phrase |
//! | `task` | what the steps lead to: an infinitive phrase |
//! | `topic`, `subject` | what the first fact is about: a noun phrase; `subject` may also be a clause ("how it works") |
//! | `figure` | a number as shown big |
//! | `belief`, `belief_bare` | a wrong belief, with and without its full stop |
//! | `doubt` | a question |
//! | `before`, `before_undated` | how it was; the second only where it does not date itself ("Before 2024, …") |
//! | `when` | a date without preposition |
//! | `n` | a count, two or more, in words |
//! | `until` | a day |
//! | `label`, `readable` | what is behind the link: a noun phrase with article; the second only where one reads it |
//! | `speaker` | a name |
//! | `trend` | what is talked about: a noun phrase |
//!
//! Notations inside braces: `{is|are}` agrees with the product's number; `{we}` and its kin ([`Phrases::pronouns`]) follow who
//! speaks and rule a frame out where nobody does; `{address:du|Sie}` follows the voice, informal first; `{de product}` puts a
//! preposition before a slot by [`Grammar::join`], which contracts ("del", "du", "do") or elides ("d'") as the language wants.
//! A `~` in front of a frame keeps it to warm and playful voices, `@` to professional networks.
//!
//! No frame states a fact, praises, or counts what the brief does not; none may need to know the gender or number of what
//! fills it. Next: [`super::slots`].

mod de;
pub(super) mod en;
mod es;
mod fr;
mod phrases;
mod pt;
mod romance;
#[cfg(test)]
mod tests;

pub(super) use self::phrases::{Calls, Frames, Hooks, Joins, Phrases, Questions, Row, Titles};

/// A language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Language {
    /// ISO 639-1 code: the first part of a brief's locale.
    pub(super) code: &'static str,
    /// Its words.
    pub(super) phrases: &'static Phrases,
    /// Its rules.
    pub(super) grammar: &'static dyn Grammar,
}

/// Every language that the offline writer writes, by code.
pub(super) static ALL: &[&Language] = &[&en::ENGLISH, &es::SPANISH, &de::GERMAN, &fr::FRENCH, &pt::PORTUGUESE];

/// The language of a locale such as `en-GB`; `None` when the writer does not write it.
pub(super) fn of(locale: &str) -> Option<&'static Language> {
    let code = locale.split(['-', '_']).next().unwrap_or("").to_lowercase();
    ALL.iter().copied().find(|language| language.code == code)
}

/// The stems of the words that carry meaning, in any language that is written.
pub(super) fn content_stems(text: &str) -> Vec<String> {
    let mut stems = vcm_core::text::words::content_stems(text);
    stems.retain(|stem| !romance::is_function_word(stem));
    stems
}

/// The rules of a language that phrases need. Facts are never changed by these: only the words between them are.
pub(super) trait Grammar: Sync + std::fmt::Debug {
    /// The noun phrase with its indefinite article; `None` where the article cannot be known from the phrase.
    fn with_article(&self, phrase: &str) -> Option<String>;

    /// A preposition before a value: contracted or elided as the language wants.
    fn join(&self, preposition: &str, value: &str) -> String {
        format!("{preposition} {value}")
    }

    /// Items joined: `a, b and c`, or with "or".
    fn list(&self, items: &[&str], or: bool) -> String;

    /// A count in words up to ten, in figures above.
    fn count_word(&self, count: usize) -> String;

    /// A phrase as a formal voice says it, such as without contractions.
    fn formal(&self, text: &str) -> String {
        text.to_owned()
    }

    /// Whether readers are spoken to formally, by whether the voice is formal or casual: "vous" is right for every French voice
    /// that is not casual, while Spanish says "usted" to formal ones only.
    fn addresses_formally(&self, formal: bool, _casual: bool) -> bool {
        formal
    }

    /// Whether the phrase names something one does ("waiting for builds") and fits `{pain_gerund}`.
    fn is_gerund(&self, phrase: &str) -> bool;

    /// Whether the infinitive phrase can be said to the reader: no "their", no "its".
    fn can_be_said_to_you(&self, phrase: &str) -> bool;

    /// Whether the phrase is a clause ("who runs the project"), which fits after "about" but not everywhere a noun does.
    fn is_clause(&self, phrase: &str) -> bool;

    /// Whether the sentence is about the past.
    fn tells_past(&self, sentence: &str) -> bool;

    /// Whether the sentence says by itself when it holds ("Before 2024, …").
    fn dates_itself(&self, sentence: &str) -> bool;

    /// A dated event as one sentence: "In May 2015, Rust 1.0 was released." `None` where the two do not join.
    fn on_date(&self, when: &str, event: &str) -> Option<String>;

    /// The date without its preposition: "in May 2015" → "May 2015".
    fn without_preposition(&self, when: &str) -> String;

    /// Whether one reads what the label names (a guide, an article), rather than looks at it or uses it.
    fn is_readable(&self, label: &str) -> bool;

    /// A day in words as the locale writes it.
    fn day_in_words(&self, date: jiff::civil::Date, locale: &str) -> String;

    /// A label before what it announces: "May 2015:".
    fn label(&self, text: &str) -> String {
        format!("{text}:")
    }

    /// Last touches on a filled frame, such as marks inside closing quotes in American English or narrow spaces in French.
    fn finish(&self, text: String, _locale: &str) -> String {
        text
    }
}
