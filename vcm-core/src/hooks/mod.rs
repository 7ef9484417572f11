//! How strongly a headline or a first line draws a click, learned from real A/B tests.
//!
//! **Whose clicks.** The table was learned from the Upworthy Research Archive: randomised tests of headlines, 2013 to 2015, read by
//! visitors of one English-language site in the United States. It knows which of two headlines of one story those readers clicked
//! more often. That is an association for headlines of that kind, not a promise for another audience, product or year: use it
//! to order candidates that are right already, and test what matters on your own readers.
//!
//! **What it says.** [`compare`] is the chance that the first of two texts wins a test that comes out one way or the other; [`score`]
//! is the chance against the mean headline of the archive, so that one half is neutral. Both follow one log-odds scale, and are
//! measured on weeks that training never saw (docs/quality.md).
//!
//! **What it does not know.** A text most of whose words it has not met (another language, a string of names) scores one half, and
//! [`HookScore::trust`] says 0. In between it is drawn to one half. Case does not count unless a single word shouts.
//!
//! Read next: `features` (what it sees), [`table`] (how the sum is taken), `explain` (what moved it).

mod classes;
mod explain;
mod features;
pub mod learn;
pub mod table;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::explain::Contribution;
use self::table::{HookTable, Strength};

/// Names the shipped table: a stored score can be compared with one of the same model only.
pub const MODEL: &str = "hooks-1";

/// How many things [`score`] names as having moved it.
const MOVED_BY: usize = 3;

/// How strong a text is as a hook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HookScore {
    /// Chance, 0 to 1, that it wins against the mean headline; 0.5 when too little of it is known.
    pub score: f64,
    /// How much the score counts, 0 to 1: 0 when the model does not know the words, so that the score is 0.5 whatever they say.
    pub trust: f64,
    /// What moved it most, largest first; empty when `trust` is 0.
    pub moved_by: Vec<Contribution>,
}

/// Scores a text and names the three things that moved its score most.
pub fn score(text: &str) -> HookScore {
    let table = HookTable::shipped();
    let Strength { log_odds, trust } = table.strength(text);
    let moved_by = if trust > 0.0 { explain::contributions(table, text, MOVED_BY) } else { Vec::new() };
    HookScore { score: chance(log_odds), trust, moved_by }
}

/// Log-odds of a text against the mean headline, 0 when it is not known. Without the reasons this takes microseconds, and no memory.
pub fn strength(text: &str) -> Strength {
    HookTable::shipped().strength(text)
}

/// The chance, 0 to 1, that `first` wins a test against `second` that is decided; `compare(a, b) + compare(b, a)` is 1.
pub fn compare(first: &str, second: &str) -> f64 {
    chance(strength(first).log_odds - strength(second).log_odds)
}

/// The chance that a log-odds stands for.
pub fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

#[cfg(test)]
mod tests;
