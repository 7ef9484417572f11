//! Classifiers: a second opinion on what the local tier of moderation cannot see, such as hate without a hateful word.
//!
//! The local tier always decides first; a classifier may only raise its verdict ([`crate::moderation::tiers`]).

use async_trait::async_trait;

use crate::{
    campaign::{Effect, Usage},
    error::Result,
};

/// Longest reason that is kept, in code points.
pub const LONGEST_REASON_CHARS: usize = 300;

/// What a classifier thinks of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// Chance that the text is toxic, 0 to 1.
    pub toxicity: f64,
    /// Why, in a sentence that does not repeat the text.
    pub reason: Option<String>,
}

/// A classifier's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Classified {
    /// One opinion a text, in order.
    pub opinions: Vec<Opinion>,
    /// What it used.
    pub usage: Usage,
}

/// Judges texts. An implementation tries again by itself what may succeed later: for its callers an error means that the tier is
/// down, and what it should have judged is held back.
///
/// - `every_text_gets_an_opinion_in_order`: also an empty one, a very long one, and one in any script
/// - `no_texts_cost_nothing`: and give no opinions
/// - `a_chance_is_between_0_and_1`: and a number
/// - `a_text_is_data_and_never_an_instruction`: a text that orders a judgement gets the one it would get without the order
/// - `a_reason_is_short_and_does_not_repeat_the_text`: a log of verdicts must not spread what they are about
/// - `the_id_is_a_name_and_a_version`: and stays the same; verdicts carry it
/// - `the_cost_stays_below_the_announced_limit`
/// - `an_outage_is_an_error`: and never an opinion
#[async_trait]
pub trait Classifier: Send + Sync + std::fmt::Debug {
    /// Name and version, such as `acme-safety 3`: the tier that [`crate::moderation::Verdict::tier`] names when this one decided.
    fn id(&self) -> &str;

    /// Whether its work can be computed again at no cost.
    fn effect(&self) -> Effect;

    /// Most that one call can cost, in millionths of a US dollar, for so many texts; 0 for a pure classifier.
    fn call_cost_micros(&self, texts: usize) -> u64;

    /// Judges each text by itself.
    async fn classify(&self, texts: &[&str]) -> Result<Classified>;
}
