//! Questions about an experiment that is not run yet, and their answers: `vcm experiment plan`. Next: [`super::size`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Design, Layout, ProportionFormula,
    plan::{ALPHA, POWER},
};

/// A question without a campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, tag = "test", rename_all = "snake_case")]
pub enum SizeRequest {
    /// Two or more arms compared by a rate.
    Proportions {
        /// Rate today, above 0 and below 1.
        baseline_rate: f64,
        /// Smallest relative lift worth finding. Default 0.2.
        #[serde(default = "default_lift")]
        relative_lift: f64,
        /// Level, two-sided. Default 0.05.
        #[serde(default = "default_alpha")]
        alpha: f64,
        /// Power. Default 0.8.
        #[serde(default = "default_power")]
        power: f64,
        /// The formula. Default `unpooled`.
        #[serde(default)]
        formula: ProportionFormula,
        /// Arms, the control included, 2 to 26. Default 2.
        #[serde(default = "default_arms")]
        arms: u32,
        /// How the level is shared over more than one comparison. Default `bonferroni`.
        #[serde(default)]
        correction: Correction,
        /// Impressions that each arm will get: the answer then has the power and the smallest lift they can find.
        #[serde(default)]
        impressions_per_arm: Option<f64>,
        /// Impressions of one post, if posts are planned.
        #[serde(default)]
        impressions_per_post: Option<f64>,
        /// Posts planned in all.
        #[serde(default)]
        posts: Option<u32>,
        /// Relative standard deviation of the rate between like posts; with it the sizes count clustering.
        #[serde(default)]
        post_sd: Option<f64>,
    },
    /// Two groups compared by a mean.
    TTest {
        /// Cohen's d.
        effect: f64,
        /// Level, two-sided. Default 0.05.
        #[serde(default = "default_alpha")]
        alpha: f64,
        /// Power. Default 0.8.
        #[serde(default = "default_power")]
        power: f64,
        /// Observations that each group will have.
        #[serde(default)]
        per_group: Option<f64>,
    },
    /// Several groups compared by a mean.
    Anova {
        /// Groups, 2 or more.
        groups: u32,
        /// Cohen's f.
        effect: f64,
        /// Level. Default 0.05.
        #[serde(default = "default_alpha")]
        alpha: f64,
        /// Power. Default 0.8.
        #[serde(default = "default_power")]
        power: f64,
        /// Observations that all groups together will have.
        #[serde(default)]
        total: Option<f64>,
    },
    /// Mean counts of posts (likes, shares, comments), which vary more than chance alone would make them.
    Counts {
        /// Mean count of a post today.
        mean: f64,
        /// Extra spread: the variance is `mean + dispersion * mean^2`.
        dispersion: f64,
        /// Smallest relative lift worth finding. Default 0.2.
        #[serde(default = "default_lift")]
        relative_lift: f64,
        /// Level, two-sided. Default 0.05.
        #[serde(default = "default_alpha")]
        alpha: f64,
        /// Power. Default 0.8.
        #[serde(default = "default_power")]
        power: f64,
        /// Arms, the control included, 2 to 26. Default 2.
        #[serde(default = "default_arms")]
        arms: u32,
        /// How the level is shared over more than one comparison. Default `bonferroni`.
        #[serde(default)]
        correction: Correction,
        /// Posts planned in all.
        #[serde(default)]
        posts: Option<u32>,
    },
    /// A two-level design: every combination, a fraction by generators, or the best fraction of a size or resolution.
    Factorial {
        /// Factors, 1 to 15.
        factors: usize,
        /// Generators such as `d=abc`; none for a full factorial.
        #[serde(default)]
        generators: Vec<String>,
        /// Instead of generators: halve the design this many times, with the generators of minimum aberration.
        #[serde(default)]
        fraction: Option<usize>,
        /// Instead of generators: the smallest design of at least this resolution.
        #[serde(default)]
        resolution: Option<usize>,
        /// Names of the factors.
        #[serde(default)]
        names: Vec<String>,
        /// Seed of the run order.
        #[serde(default)]
        seed: Option<u64>,
    },
    /// Every combination of factors with any number of levels.
    FullLevels {
        /// Levels of each factor.
        levels: Vec<usize>,
        /// Names of the factors.
        #[serde(default)]
        names: Vec<String>,
        /// Seed of the run order.
        #[serde(default)]
        seed: Option<u64>,
    },
    /// Main effects of many factors in few runs.
    PlackettBurman {
        /// Factors, 2 to 23.
        factors: usize,
        /// Names of the factors.
        #[serde(default)]
        names: Vec<String>,
        /// Seed of the run order.
        #[serde(default)]
        seed: Option<u64>,
    },
    /// Variants over slot classes and weeks.
    LatinSquare {
        /// The variants.
        variants: Vec<String>,
        /// The slot classes.
        slots: Vec<String>,
        /// Weeks.
        weeks: usize,
        /// Balance what follows what from week to week (Williams).
        #[serde(default)]
        carry_over: bool,
        /// Seed. Default 0.
        #[serde(default)]
        seed: u64,
    },
    /// Whole periods that alternate.
    Switchback {
        /// The variants.
        variants: Vec<String>,
        /// Number of periods.
        periods: usize,
        /// Length of a period. Default 24.
        #[serde(default = "default_period_hours")]
        period_hours: f64,
        /// Not counted after a change. Default 0.
        #[serde(default)]
        washout_hours: f64,
        /// Seed. Default 0.
        #[serde(default)]
        seed: u64,
    },
    /// Matched slots.
    PairedSlots {
        /// The variants.
        variants: Vec<String>,
        /// Blocks of like slots.
        blocks: usize,
        /// Seed. Default 0.
        #[serde(default)]
        seed: u64,
    },
    /// Which layout suits.
    Choose {
        /// Number of variants.
        variants: usize,
        /// Slot classes that can be used. Default 0: not known.
        #[serde(default)]
        slots: usize,
        /// Weeks that it may take. Default 0: not known.
        #[serde(default)]
        weeks: usize,
        /// What varies holds for the whole account for a while.
        #[serde(default)]
        whole_account: bool,
    },
}

/// How a level is shared over several comparisons with the control.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Correction {
    /// The level divided by the number of comparisons: at most `alpha` chance of any false winner.
    #[default]
    Bonferroni,
    /// Step-down: the smallest p at Bonferroni's level, the next a little higher, the last at the whole level. Sized by its first step.
    Holm,
    /// Every comparison at the whole level.
    None,
}

/// The answer to a [`SizeRequest`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SizeAnswer {
    /// The formula or design, by name.
    pub method: String,
    /// Observations needed in each arm (t-test: each group; counts: posts), not rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_per_arm: Option<f64>,
    /// Observations needed in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_total: Option<f64>,
    /// The same by every formula, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_formula: BTreeMap<String, f64>,
    /// The same by every correction, for three arms and more.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_correction: BTreeMap<String, f64>,
    /// Design effect of clustering by post that the sizes include.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub design_effect: Option<f64>,
    /// Observations expected in each arm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_per_arm: Option<f64>,
    /// Power with the observations expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_power: Option<f64>,
    /// Smallest relative lift that the observations expected can find.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_detectable_lift: Option<f64>,
    /// Smallest standardised effect (Cohen's d or f) that the observations expected can find.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_detectable_effect: Option<f64>,
    /// Whether what is planned can decide; absent when nothing is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decidable: Option<bool>,
    /// The design, for factorial requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub design: Option<Design>,
    /// The layout, for Latin squares, switchbacks and paired slots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// In words.
    pub why: Vec<String>,
}

pub(super) fn default_lift() -> f64 {
    0.2
}

pub(super) fn default_alpha() -> f64 {
    ALPHA
}

pub(super) fn default_power() -> f64 {
    POWER
}

pub(super) fn default_arms() -> u32 {
    2
}

pub(super) fn default_period_hours() -> f64 {
    24.0
}
