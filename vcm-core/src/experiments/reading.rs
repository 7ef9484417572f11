//! What a read-out says: `vcm experiment analyze`, what comes out. Next: [`super::analyze()`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BetaPrior, SampleRatio};

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AnalysisResult {
    /// One of `winner`, `undecided`, `broken`.
    pub decision: Decision,
    /// The arm to go on with, when decided.
    pub winner: Option<String>,
    /// Every arm.
    pub arms: Vec<ArmReading>,
    /// Every other arm against the first.
    pub comparisons: Vec<Comparison>,
    /// The sample-ratio check, when one was made.
    pub sample_ratio: Option<SampleRatio>,
    /// The prior that was fitted to `history`, when there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fitted_prior: Option<BetaPrior>,
    /// Further metrics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<MetricReading>,
    /// Share of the next batch for each arm, in their order, when it was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next_batch: Vec<f64>,
    /// What to know, in words.
    pub notes: Vec<String>,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// An arm differs from the control beyond chance.
    Winner,
    /// No difference beyond chance so far.
    Undecided,
    /// The sample ratio is off: nothing may be concluded.
    Broken,
}

/// What the test counts as one observation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Impressions, as if they were independent.
    #[default]
    Impressions,
    /// Posts.
    Posts,
    /// Matched blocks of posts.
    Blocks,
}

/// One arm as read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArmReading {
    /// Its name.
    pub variant: String,
    /// How often it was shown. Counts: number of posts; ratios: the denominator, rounded.
    pub impressions: u64,
    /// How often the metric came about. Ratios: the numerator, rounded.
    pub successes: u64,
    /// Observed rate; mean count; ratio.
    pub rate: f64,
    /// Rate shrunk to the prior.
    pub shrunk_rate: f64,
    /// Probability that its true rate is the best.
    pub chance_to_win: f64,
    /// Rate given up on average by choosing it.
    pub expected_loss: f64,
}

/// One arm against the control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// The arm.
    pub variant: String,
    /// The first arm.
    pub control: String,
    /// What counts as one observation in the decision.
    pub unit: Unit,
    /// Difference of rates.
    pub difference: f64,
    /// Relative lift as observed; none when the control has no success.
    pub lift: Option<f64>,
    /// Relative lift after shrinkage for the winner's curse: what to expect next time.
    pub shrunk_lift: Option<f64>,
    /// Interval of that.
    pub shrunk_interval: Option<[f64; 2]>,
    /// The relative lift as a posterior with a flat prior; none when the control has no success.
    pub posterior: Option<LiftPosterior>,
    /// Rates: two-proportion z with pooled variance. Posts and counts: t.
    pub z: f64,
    /// Two-sided p of `z`: valid for one look planned beforehand.
    pub p: f64,
    /// Fixed-horizon interval of the difference.
    pub interval: [f64; 2],
    /// Interval of the difference that holds under any number of looks.
    pub sequence_interval: [f64; 2],
    /// p-value that holds under any number of looks.
    pub sequence_p: f64,
    /// The p that the decision uses, adjusted over the arms.
    pub decision_p: f64,
    /// Counts: how much more they vary than chance alone (variance over mean, pooled; 1 is chance).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispersion: Option<f64>,
    /// The test over matched blocks.
    pub blocks: Option<BlockTest>,
}

/// A relative lift, normal by the delta method, as GrowthBook reads it with a flat prior.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LiftPosterior {
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
    /// `1 - alpha` interval.
    pub interval: [f64; 2],
    /// Probability that the arm is better than the control.
    pub chance_to_beat: f64,
    /// Lift given up on average by choosing the arm: `P(worse) |E[lift | worse]|`.
    pub expected_loss: f64,
}

/// Paired t-test of log rate ratios over blocks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BlockTest {
    /// Blocks that have both arms.
    pub blocks: u32,
    /// Geometric mean lift over blocks.
    pub lift: f64,
    /// Interval of that lift, for one look planned beforehand.
    pub interval: [f64; 2],
    /// t statistic.
    pub t: f64,
    /// Two-sided p with `blocks - 1` degrees of freedom, for one look planned beforehand.
    pub p: f64,
    /// Interval of the lift that holds under any number of looks; none while there are too few blocks for one.
    pub sequence_interval: Option<[f64; 2]>,
    /// p-value that holds under any number of looks.
    pub sequence_p: f64,
}

/// A further metric as read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MetricReading {
    /// Its name.
    pub name: String,
    /// Every arm.
    pub arms: Vec<ArmReading>,
    /// Every other arm against the first; `decision_p` is adjusted over all arms of all further metrics (Holm).
    pub comparisons: Vec<Comparison>,
    /// For each comparison, p adjusted so that the share of false finds is bounded (Benjamini and Hochberg).
    pub false_discovery_p: Vec<f64>,
}
