//! Voice: how somebody writes, as figures that copy can be chosen, rewritten and checked by.
//!
//! [`VoiceProfile::measure`] takes a voice from texts, [`VoiceProfile::target`] puts together what a campaign is asked for,
//! [`TargetVoice`] scores candidates against it part by part. Read in this order: [`languages`](Language) (word lists), `scan` (one
//! pass over a text), `profile`, `target`, `score`, [`drift`] (asked beside produced), [`rules`] (what the house wants), [`learned`]
//! (what edits teach). Next: [`crate::text`].

mod background;
pub mod drift;
mod habits;
mod languages;
pub mod learned;
mod profile;
pub mod rules;
mod scan;
mod score;
mod target;
#[cfg(test)]
mod tests;
mod vocabulary;
mod words;

pub use self::{
    drift::{CopyVoice, VoiceDifference, VoiceReading},
    habits::{Habit, Opening},
    languages::Language,
    learned::VoiceEvidence,
    profile::{Share, Spread, Usual, VoiceProfile},
    rules::{HouseRule, RuleViolation},
    score::{Part, TargetVoice, VoicePart, VoiceScore, similarity},
    target::{DECLARED_WEIGHT, EDIT_WEIGHT, EXAMPLE_WEIGHT, MOST_HISTORY_POSTS, VoiceSources},
};
