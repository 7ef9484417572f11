//! English. The language to copy from when another is added: the same files hold the same things.

mod angles;
mod ends;
mod grammar;
mod hooks;
mod joins;
mod titles;

use super::{Language, Phrases};

/// English, in any country's spelling: the phrases avoid words that differ.
pub(in super::super) static ENGLISH: Language = Language { code: "en", phrases: &PHRASES, grammar: &grammar::English };

static PHRASES: Phrases = Phrases {
    pronouns: &[
        ("we", "we", "I"),
        ("us", "us", "me"),
        ("our", "our", "my"),
        ("we'd", "we'd", "I'd"),
        ("we're", "we're", "I'm"),
    ],
    quotes: ("“", "”"),
    hooks: &hooks::HOOKS,
    joins: &joins::JOINS,
    questions: &ends::QUESTIONS,
    calls: &ends::CALLS,
    titles: &titles::TITLES,
    angles: angles::ANGLES,
};
