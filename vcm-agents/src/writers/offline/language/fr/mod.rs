//! French. Topics, labels and names bring their article where French wants one, and [`grammar`] contracts and elides around it;
//! audiences are plurals without article ("associations").
//!
//! No phrase agrees with a gender that nobody told. Infinitive phrases follow "pour", "de" or a modal verb; reflexive ones
//! ("s'inscrire") are said with "on", never with "tu".

mod angles;
mod ends;
mod grammar;
mod hooks;
mod joins;
mod titles;

use super::{Language, Phrases};

/// French, in any country: punctuation follows the locale.
pub(in super::super) static FRENCH: Language = Language { code: "fr", phrases: &PHRASES, grammar: &grammar::French };

static PHRASES: Phrases = Phrases {
    pronouns: &[
        ("nous_ne_sommes_pas", "nous ne sommes pas", "je ne suis pas"),
        ("nous_contestons", "nous contestons", "je conteste"),
        ("allons_nous", "allons-nous", "vais-je"),
    ],
    quotes: ("«\u{202f}", "\u{202f}»"),
    hooks: &hooks::HOOKS,
    joins: &joins::JOINS,
    questions: &ends::QUESTIONS,
    calls: &ends::CALLS,
    titles: &titles::TITLES,
    angles: angles::ANGLES,
};
