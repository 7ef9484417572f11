//! Steps and receipts: what makes resume, replay and fork possible.
//!
//! A step is `(round, state, tool, canonical input) → changes`. A step that is paid for or reaches outside leaves its receipt,
//! with the changes it made, in a commit of its own before anything else happens: a resume finds the receipt and never calls
//! again. A pure step leaves its receipt (without the changes: they can be computed again) in the commit of its state.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    campaign::{change::Change, state::State},
    error::Result,
    hash::ContentHash,
};

/// Whether a step can be computed again at no cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// A function of its input: same input, same changes.
    Pure,
    /// Paid for, or reaches outside, or not repeatable.
    Outside,
}

/// What a step used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Usage {
    /// Tokens sent.
    pub input_tokens: u64,
    /// Tokens received.
    pub output_tokens: u64,
    /// Images made.
    pub images: u64,
    /// Cost in millionths of a US dollar.
    pub cost_micros: u64,
}

/// Proof that a step was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Receipt {
    /// [`step_id`]: the same in every campaign that does the same step.
    pub step: ContentHash,
    /// Position in the campaign's run, from 0.
    pub ordinal: u32,
    /// The round (see [`crate::campaign::Status::round`]).
    pub round: u32,
    /// The state it belongs to.
    pub state: State,
    /// The agent that asked for it.
    pub agent: String,
    /// The tool that did it.
    pub tool: String,
    /// What it made, for people.
    pub label: String,
    /// Whether it can be computed again.
    pub effect: Effect,
    /// The changes it made; kept for [`Effect::Outside`] only.
    pub changes: Option<Vec<Change>>,
    /// Hash of the changes it made.
    pub output_hash: ContentHash,
    /// Who answered, such as `offline-writer 1` or a model's name.
    pub answered_by: String,
    /// What it used.
    pub usage: Usage,
    /// How many tries it took, from 1.
    pub attempts: u32,
    /// When it began, by the host's clock.
    pub started_at: Timestamp,
    /// When it ended, by the host's clock.
    pub finished_at: Timestamp,
}

/// The identity of a step: SHA-256 over the canonical JSON of `[round, state, tool, input]`. It is also the idempotency key
/// that outside providers get.
pub fn step_id(round: u32, state: State, tool: &str, input: &serde_json::Value) -> Result<ContentHash> {
    ContentHash::of(&(round, state, tool, input))
}
