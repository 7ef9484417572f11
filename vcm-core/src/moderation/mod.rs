//! Moderation: one verdict with evidence for everything that leaves the machine.
//!
//! [`Moderator`] runs the checks, each in its own module: [`lexicon`] (words and phrases, in any disguise that
//! [`crate::text::views`] undoes), [`toxicity`] (a small calibrated model), [`pii`] (personal data and secrets), [`policy`] (rules as
//! data), [`claims`] (what neither the brief nor a source carries) and the brand's own words. The strictest finding decides. [`tiers`]
//! takes in the opinion of a provider's classifier.
//! Next: [`crate::kit`].

mod brand;
pub mod claims;
pub mod lexicon;
pub mod moderator;
pub mod pii;
pub mod policy;
pub mod tiers;
pub mod toxicity;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    claims::Grounding,
    moderator::{ModerationInput, ModerationReport, Moderator, ReportSpan},
    policy::PolicyPack,
};

/// The verdict on one subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Verdict {
    /// Key of the copy or asset.
    pub subject: String,
    /// The decision: the strictest of the findings.
    pub decision: ModerationDecision,
    /// Chance that the text is toxic, 0 to 1, by the tier named in `tier`.
    pub toxicity: f64,
    /// Which tier decided: the local model (`local-linear-2`), a classifier by its id, or `<id> unavailable` when a classifier was
    /// asked and its silence holds the text back.
    pub tier: String,
    /// The evidence.
    pub findings: Vec<Finding>,
}

/// What may happen with a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ModerationDecision {
    /// Nothing to say.
    Allow,
    /// A reviewer should look.
    Flag,
    /// Must be looked at before it can be approved.
    Quarantine,
    /// Never leaves the machine.
    Block,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// What kind of thing it is.
    pub kind: FindingKind,
    /// Id of the rule, stable.
    pub rule: String,
    /// What the rule asks for.
    pub decision: ModerationDecision,
    /// Part of the copy, from 0; none for a whole subject.
    pub part: Option<u32>,
    /// First code point of the span in that part.
    pub start: u32,
    /// One past the last code point of the span.
    pub end: u32,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What would make it right, in a sentence.
    pub fix: Option<String>,
    /// How sure, 0 to 1.
    pub score: f64,
}

/// Kinds of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Insult, slur, threat, profanity.
    Toxicity,
    /// Personal data.
    Pii,
    /// A key, token or password.
    Secret,
    /// A policy rule.
    Policy,
    /// A claim without a source.
    Claim,
    /// A word the brief bans, or a required one that is missing.
    Brand,
    /// A platform limit or form.
    Platform,
    /// Text that tries to hide: invisible or look-alike characters.
    Evasion,
}
