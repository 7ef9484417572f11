//! French. Warm and playful voices say «tu», all others «vous», as French readers expect of an organisation. What one does is
//! put impersonally («permet de …»), so that a pronominal infinitive in the brief («se repérer») fits.

mod angles;
mod cards;
mod ends;
mod grammar;
mod hooks;
mod joins;
mod titles;

use super::{Language, Phrases};

/// French.
pub(in super::super) static FRENCH: Language = Language { code: "fr", phrases: &PHRASES, grammar: &grammar::French };

static PHRASES: Phrases = Phrases {
    pronouns: &[("nous", "nous", "moi"), ("voyons", "voyons", "vois"), ("on", "nous", "je")],
    quotes: ("«\u{a0}", "\u{a0}»"),
    hooks: &hooks::HOOKS,
    joins: &joins::JOINS,
    questions: &ends::QUESTIONS,
    calls: &ends::CALLS,
    titles: &titles::TITLES,
    angles: angles::ANGLES,
    cards: &cards::CARDS,
};
