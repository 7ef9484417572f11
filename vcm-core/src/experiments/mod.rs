//! Experiments: designs that are valid for posts, power stated before, read-outs that survive peeking.
//!
//! Read in this order: `power` (sizes), `design` (factorials), `layout` (slots and weeks), `request`, `plan_form` and `size`
//! (questions before a test), `plan` (a campaign's experiment), `sequential` and `bayes`, `analyze` (the read-out).
//! Next: [`crate::schedule`].

mod adjust;
mod analyze;
mod bandit;
mod bayes;
mod compare;
mod design;
mod form;
mod input;
mod input_checks;
mod layout;
mod plan;
mod plan_form;
mod power;
mod reading;
mod request;
mod sample_ratio;
mod sequential;
mod size;
mod size_checks;
#[cfg(test)]
mod tests;
mod units;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    adjust::{adjust_p, false_discovery_p},
    analyze::analyze,
    bandit::{Policy, PolicyOutcome, SimulationAnswer, SimulationRequest, floored, informed_prior, simulate},
    bayes::{BetaPrior, Normal, Standing, normal_standings, prior_of_history, standings},
    design::{
        Alias, Design, fractional_factorial, full_factorial, full_levels, generators_of_columns, minimum_aberration,
        plackett_burman,
    },
    input::{
        AnalysisInput, ArmResult, BlockResult, Looks, MetricInput, MetricKind, NextBatch, PastRate, PostResult, Summary,
    },
    layout::{
        Cell, Layout, LayoutKind, Situation, SwitchbackOptions, choose_layout, latin_square, paired_slots, switchback,
        williams_square,
    },
    plan::plan,
    power::{
        ProportionFormula, anova_needed, anova_power, anova_smallest_effect, counts_detectable_lift, counts_needed,
        counts_power, design_effect, minimum_detectable_lift, proportions_needed, proportions_power,
        proportions_power_by, t_test_needed, t_test_power, t_test_smallest_effect,
    },
    reading::{AnalysisResult, ArmReading, BlockTest, Comparison, Decision, LiftPosterior, MetricReading, Unit},
    request::{Correction, SizeAnswer, SizeRequest},
    sample_ratio::{SampleRatio, sample_ratio},
    sequential::{DEFAULT_TUNING, sequence_half_width, sequence_p, t_sequence_p, t_sequence_quantile},
    size::size,
};
use crate::{brief::Factor, platform::Platform};

/// A planned experiment on one platform.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Experiment {
    /// `experiment-<platform>`.
    pub key: String,
    /// Where it runs.
    pub platform: Platform,
    /// What is tested, in a sentence.
    pub hypothesis: String,
    /// What is counted.
    pub metric: String,
    /// The factors that differ.
    pub factors: Vec<Factor>,
    /// The arms, each with its level of every factor.
    pub arms: Vec<Arm>,
    /// Pairs (or blocks) of copies that share an angle and get matched slots.
    pub blocks: Vec<Block>,
    /// What it can find, stated before it runs.
    pub power: PowerStatement,
    /// Whether it can decide at all with the posts planned; when not, the kit says so and nothing is called a test.
    pub decidable: bool,
    /// What to know when reading it, in words.
    pub notes: Vec<String>,
}

/// One arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Arm {
    /// `a`, `b` …
    pub variant: String,
    /// Level of each factor.
    pub levels: BTreeMap<Factor, String>,
}

/// Copies that are compared with each other: same angle, slots of like strength.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// Key of the angle they share.
    pub angle: String,
    /// Copy keys in the order of their arms.
    pub copies: Vec<String>,
}

/// What an experiment can find.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PowerStatement {
    /// The formula used, by name.
    pub method: String,
    /// Significance level, two-sided.
    pub alpha: f64,
    /// Power aimed at.
    pub power: f64,
    /// Share of impressions that give the metric today.
    pub baseline_rate: f64,
    /// Relative lift asked for.
    pub relative_lift: f64,
    /// Impressions needed in each arm to find it.
    pub needed_per_arm: f64,
    /// Impressions each arm is expected to get.
    pub expected_per_arm: f64,
    /// Smallest relative lift that the expected impressions can find.
    pub minimum_detectable_lift: f64,
}
