//! Spanish, for Spain and Latin America alike: words that differ between the two are avoided. Plain voices say «tú», formal ones
//! «usted». What one does is put impersonally («sirve para …», «es posible …»), so that a reflexive infinitive in the brief fits.

mod angles;
mod ends;
mod grammar;
mod hooks;
mod joins;
mod titles;

use super::{Language, Phrases};

/// Spanish.
pub(in super::super) static SPANISH: Language = Language { code: "es", phrases: &PHRASES, grammar: &grammar::Spanish };

static PHRASES: Phrases = Phrases {
    // Spanish puts the person into the verb: the slots are verbs and enclitics.
    pronouns: &[
        ("nos", "nos", "me"),
        ("vemos", "vemos", "veo"),
        ("presentamos", "presentamos", "presento"),
        ("desmontamos", "desmontamos", "desmonto"),
    ],
    quotes: ("«", "»"),
    hooks: &hooks::HOOKS,
    joins: &joins::JOINS,
    questions: &ends::QUESTIONS,
    calls: &ends::CALLS,
    titles: &titles::TITLES,
    angles: angles::ANGLES,
};
