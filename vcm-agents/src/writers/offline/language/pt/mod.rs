//! Portuguese, for Brazil and Portugal alike: the reader is spoken to in the third person without a pronoun («Quer saber mais?»),
//! which is neutral in both, and words that the two spell differently are avoided. Nouns beside a count are masculine, since
//! «dois» and «duas» differ.

mod angles;
mod ends;
mod grammar;
mod hooks;
mod joins;
mod titles;

use super::{Language, Phrases};

/// Portuguese.
pub(in super::super) static PORTUGUESE: Language =
    Language { code: "pt", phrases: &PHRASES, grammar: &grammar::Portuguese };

static PHRASES: Phrases = Phrases {
    // Portuguese puts the person into the verb: the slots are verbs.
    pronouns: &[
        ("vemos", "vemos", "vejo"),
        ("apresentamos", "apresentamos", "apresento"),
        ("queremos", "queremos", "quero"),
    ],
    quotes: ("“", "”"),
    hooks: &hooks::HOOKS,
    joins: &joins::JOINS,
    questions: &ends::QUESTIONS,
    calls: &ends::CALLS,
    titles: &titles::TITLES,
    angles: angles::ANGLES,
};
