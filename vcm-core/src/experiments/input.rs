//! Results to read out: `vcm experiment analyze`, what goes in. Next: [`super::reading`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BetaPrior, Correction, Policy, input_checks, sequential::DEFAULT_TUNING};
use crate::error::Result;

/// Results to read. Give `arms` (totals, or one entry a post) or `blocks` (results of matched posts), not both; or a `summary`. The
/// first arm is the control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalysisInput {
    /// Results of each arm.
    #[serde(default)]
    pub arms: Vec<ArmResult>,
    /// Matched blocks, each with a result for every variant.
    #[serde(default)]
    pub blocks: Vec<BlockResult>,
    /// Instead of arms or blocks: one difference with its standard error, of any metric.
    #[serde(default)]
    pub summary: Option<Summary>,
    /// What is compared. Default `rate`.
    #[serde(default)]
    pub metric: MetricKind,
    /// False when less is better (unfollows, cost). Default true.
    #[serde(default = "yes")]
    pub higher_is_better: bool,
    /// Further metrics of the same arms. They decide nothing; their p-values are adjusted over all of them.
    #[serde(default)]
    pub metrics: Vec<MetricInput>,
    /// Two-sided level. Default 0.05.
    #[serde(default = "default_alpha")]
    pub alpha: f64,
    /// Whether the decision must hold however often one looks (`any`, the default) or this is the `one` look planned beforehand.
    #[serde(default)]
    pub looks: Looks,
    /// How several arms share the level. Default `holm`.
    #[serde(default = "default_correction")]
    pub correction: Correction,
    /// Planned share of impressions of each arm, in their order, for the sample-ratio check. Default: equal for `arms` of totals; for
    /// posts and `blocks` no check is made unless shares are given, because a platform's reach is not assigned at random.
    #[serde(default)]
    pub planned_shares: Vec<f64>,
    /// Prior of a rate. Default Beta(1.66, 107), from published headline tests.
    #[serde(default)]
    pub prior: Option<BetaPrior>,
    /// Instead of a prior: rates of earlier posts, to fit one (method of moments, sampling noise taken off).
    #[serde(default)]
    pub history: Vec<PastRate>,
    /// Standard deviation of true log rates between variants of one test, which shrinks the winner's lift. Default 0.238, from the same tests.
    #[serde(default = "default_between_sd")]
    pub between_variants_sd: f64,
    /// Observations at which the confidence sequence is tightest. Default 5,000.
    #[serde(default = "default_tuning")]
    pub sequential_tuning: f64,
    /// When given, the answer has the share of the next batch that each arm should get.
    #[serde(default)]
    pub next_batch: Option<NextBatch>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MetricKind {
    /// Successes of impressions, a share.
    #[default]
    Rate,
    /// One count a post (likes, comments), in `counts`.
    Count,
    /// A sum over a sum (revenue a click, minutes a view), in `posts`.
    Ratio,
}

/// How often the data are looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Looks {
    /// As often as wanted.
    #[default]
    Any,
    /// Once, as planned beforehand.
    One,
}

/// One arm's result: totals, or one entry a post.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArmResult {
    /// Its name. Default `a`, `b` … in order.
    #[serde(default, alias = "name", alias = "arm")]
    pub variant: String,
    /// How often it was shown.
    #[serde(default, alias = "views", alias = "n")]
    pub impressions: u64,
    /// How often the metric came about; at most `impressions`.
    #[serde(default, alias = "clicks", alias = "conversions")]
    pub successes: u64,
    /// Instead of totals: one entry a post. Posts are then the unit (delta method), which counts that impressions of one post share its luck.
    #[serde(default)]
    pub posts: Vec<PostResult>,
    /// For the metric `count`: one count a post.
    #[serde(default)]
    pub counts: Vec<f64>,
}

/// One post: a numerator over a denominator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostResult {
    /// The denominator: impressions, or for a ratio anything above 0.
    #[serde(alias = "denominator", alias = "views")]
    pub impressions: f64,
    /// The numerator: successes, or for a ratio any number.
    #[serde(alias = "numerator", alias = "clicks")]
    pub successes: f64,
}

/// One matched block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockResult {
    /// Its name.
    #[serde(default)]
    pub block: String,
    /// One result for each variant.
    #[serde(alias = "arms")]
    pub results: Vec<ArmResult>,
}

/// A further metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MetricInput {
    /// Its name.
    pub name: String,
    /// What is compared. Default `rate`.
    #[serde(default)]
    pub metric: MetricKind,
    /// Results of each arm.
    #[serde(default)]
    pub arms: Vec<ArmResult>,
    /// Matched blocks.
    #[serde(default)]
    pub blocks: Vec<BlockResult>,
    /// False when less is better. Default true.
    #[serde(default = "yes")]
    pub higher_is_better: bool,
}

/// One difference, of any metric.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// The difference found. Default 0.
    #[serde(default)]
    pub difference: f64,
    /// Its standard error; or give `variance`.
    #[serde(default)]
    pub standard_error: Option<f64>,
    /// Variance of one observation: the squared standard error times `n`.
    #[serde(default)]
    pub variance: Option<f64>,
    /// Observations in all arms together.
    pub n: f64,
}

/// An earlier post.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PastRate {
    /// How often it was shown.
    pub impressions: f64,
    /// How often the metric came about.
    #[serde(alias = "clicks")]
    pub successes: f64,
}

/// How to share out the next batch.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NextBatch {
    /// The policy. Default `thompson`.
    #[serde(default)]
    pub policy: Policy,
    /// Least share of every arm. Default 0.01.
    #[serde(default = "default_floor")]
    pub floor: f64,
    /// Impressions of a batch, which `knowledge_gradient` weighs. Default 200.
    #[serde(default = "default_batch")]
    pub impressions: f64,
    /// Batches after the next one, which `knowledge_gradient` weighs. Default 0.
    #[serde(default)]
    pub batches_left: u32,
    /// Share of impressions that `epsilon_greedy` explores with. Default 0.1.
    #[serde(default = "default_epsilon")]
    pub epsilon: f64,
}

impl Default for AnalysisInput {
    /// Nothing to read, with every option at its default.
    fn default() -> Self {
        Self {
            arms: Vec::new(),
            blocks: Vec::new(),
            summary: None,
            metric: MetricKind::default(),
            higher_is_better: true,
            metrics: Vec::new(),
            alpha: default_alpha(),
            looks: Looks::default(),
            correction: default_correction(),
            planned_shares: Vec::new(),
            prior: None,
            history: Vec::new(),
            between_variants_sd: default_between_sd(),
            sequential_tuning: default_tuning(),
            next_batch: None,
        }
    }
}

impl AnalysisInput {
    /// Reads the input from JSON. Every wrong field is told at once: unknown names, wrong types, values that are missing or out of range.
    ///
    /// # Errors
    /// [`crate::ErrorKind::InvalidInput`].
    pub fn parse(json: &str) -> Result<Self> {
        input_checks::parse(json)
    }
}

fn yes() -> bool {
    true
}

pub(super) fn default_alpha() -> f64 {
    0.05
}

fn default_correction() -> Correction {
    Correction::Holm
}

pub(super) fn default_between_sd() -> f64 {
    0.238
}

fn default_tuning() -> f64 {
    DEFAULT_TUNING
}

pub(super) fn default_floor() -> f64 {
    0.01
}

fn default_batch() -> f64 {
    200.0
}

pub(super) fn default_epsilon() -> f64 {
    0.1
}
