//! German. Names keep their article and are declined by [`grammar`] where they have one; all other phrases of a brief stand in
//! the nominative, after a colon or in quotation marks, so that none needs a gender that nobody told.
//!
//! Infinitive phrases stand without "zu", after a modal verb, and are said to the reader: "Texte als PDF speichern". Reflexive
//! ones ("sich anmelden") do not fit beside "du" and are left out where they are wants.

mod angles;
mod ends;
mod grammar;
mod hooks;
mod joins;
mod titles;

use super::{Language, Phrases};

/// German as in Germany; the phrases avoid words that differ in Austria and Switzerland.
pub(in super::super) static GERMAN: Language = Language { code: "de", phrases: &PHRASES, grammar: &grammar::German };

static PHRASES: Phrases = Phrases {
    pronouns: &[
        ("uns", "uns", "mir"),
        ("dürfen_wir", "dürfen wir", "darf ich"),
        ("das_sehen_wir", "das sehen wir", "das sehe ich"),
        ("widersprechen_wir", "widersprechen wir", "widerspreche ich"),
        ("sollen_wir", "sollen wir", "soll ich"),
    ],
    quotes: ("„", "“"),
    hooks: &hooks::HOOKS,
    joins: &joins::JOINS,
    questions: &ends::QUESTIONS,
    calls: &ends::CALLS,
    titles: &titles::TITLES,
    angles: angles::ANGLES,
};
