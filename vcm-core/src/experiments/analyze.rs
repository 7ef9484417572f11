//! Reads an experiment out: what was found, how sure it is, and what must not be concluded.
//!
//! Posts are not users: impressions of one post share its luck. When blocks (matched pairs of posts) are given they are the
//! unit, and the test is over blocks; totals alone are read as if impressions were independent, and the answer says so.
//! Next: [`super::plan`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    bayes::{BetaPrior, standings},
    sequential::{DEFAULT_TUNING, sequence_half_width, sequence_p},
};
use crate::{
    error::{Error, Result, Violation},
    stats::{chi_square_upper_tail, normal_cdf, normal_quantile, student_t_quantile, student_t_two_sided_p},
};

/// Results to read. Give `arms` (totals) or `blocks` (results of matched posts), not both. The first arm is the control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalysisInput {
    /// Totals of each arm.
    #[serde(default)]
    pub arms: Vec<ArmResult>,
    /// Matched blocks, each with a result for every variant.
    #[serde(default)]
    pub blocks: Vec<BlockResult>,
    /// Two-sided level. Default 0.05.
    #[serde(default = "default_alpha")]
    pub alpha: f64,
    /// Planned share of impressions of each arm, in their order, for the sample-ratio check. Default: equal for `arms`; for
    /// `blocks` no check is made unless shares are given, because a platform's reach is not assigned at random.
    #[serde(default)]
    pub planned_shares: Vec<f64>,
    /// Prior of a rate. Default Beta(1.66, 107), from published headline tests.
    #[serde(default)]
    pub prior: BetaPrior,
    /// Standard deviation of true log rates between variants of one test, which shrinks the winner's lift. Default 0.238, from the same tests.
    #[serde(default = "default_between_sd")]
    pub between_variants_sd: f64,
    /// Observations at which the confidence sequence is tightest. Default 5,000.
    #[serde(default = "default_tuning")]
    pub sequential_tuning: f64,
}

/// One arm's total.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArmResult {
    /// Its name.
    pub variant: String,
    /// How often it was shown.
    pub impressions: u64,
    /// How often the metric came about; at most `impressions`.
    pub successes: u64,
}

/// One matched block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockResult {
    /// Its name.
    pub block: String,
    /// One result for each variant.
    pub results: Vec<ArmResult>,
}

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

/// One arm as read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArmReading {
    /// Its name.
    pub variant: String,
    /// How often it was shown.
    pub impressions: u64,
    /// How often the metric came about.
    pub successes: u64,
    /// Observed rate.
    pub rate: f64,
    /// Rate shrunk to the prior.
    pub shrunk_rate: f64,
    /// Probability that its true rate is the highest.
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
    /// Difference of rates.
    pub difference: f64,
    /// Relative lift as observed; none when the control has no success.
    pub lift: Option<f64>,
    /// Relative lift after shrinkage for the winner's curse: what to expect next time.
    pub shrunk_lift: Option<f64>,
    /// Two-proportion z with pooled variance.
    pub z: f64,
    /// Two-sided p of `z`: valid for one look planned beforehand.
    pub p: f64,
    /// Fixed-horizon interval of the difference (unpooled).
    pub interval: [f64; 2],
    /// Interval of the difference that holds under any number of looks.
    pub sequence_interval: [f64; 2],
    /// p-value that holds under any number of looks.
    pub sequence_p: f64,
    /// The p that the decision uses, Holm-adjusted over the arms: of the blocks when there are any, else `sequence_p`.
    pub decision_p: f64,
    /// The test over matched blocks.
    pub blocks: Option<BlockTest>,
}

/// Paired t-test of log rate ratios over blocks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BlockTest {
    /// Blocks that have both arms.
    pub blocks: u32,
    /// Geometric mean lift over blocks.
    pub lift: f64,
    /// Interval of that lift.
    pub interval: [f64; 2],
    /// t statistic.
    pub t: f64,
    /// Two-sided p with `blocks - 1` degrees of freedom.
    pub p: f64,
}

/// Chi-square check of impressions against planned shares.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SampleRatio {
    /// The statistic.
    pub chi_square: f64,
    /// Its p.
    pub p: f64,
    /// True when `p < 0.001`.
    pub alarm: bool,
}

impl AnalysisInput {
    /// Reads the input from JSON; an unknown field is an error with its path.
    pub fn parse(json: &str) -> Result<Self> {
        let mut reader = serde_json::Deserializer::from_str(json);
        serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            Error::invalid_field(
                "parse_analysis",
                path,
                error.inner(),
                "the fields of an analysis, see the manual of experiment analyze",
            )
        })
    }
}

/// Checks impressions against planned shares (chi-square, alarm at p < 0.001). None with fewer than two arms or no impressions.
pub fn sample_ratio(impressions: &[u64], planned_shares: &[f64]) -> Option<SampleRatio> {
    let total = impressions.iter().sum::<u64>() as f64;
    let shares: f64 = planned_shares.iter().sum();
    if impressions.len() < 2 || impressions.len() != planned_shares.len() || total <= 0.0 || shares <= 0.0 {
        return None;
    }
    let chi_square = impressions
        .iter()
        .zip(planned_shares)
        .map(|(seen, share)| {
            let expected = total * share / shares;
            (*seen as f64 - expected).powi(2) / expected.max(f64::MIN_POSITIVE)
        })
        .sum();
    let p = chi_square_upper_tail(chi_square, impressions.len() as f64 - 1.0);
    Some(SampleRatio { chi_square, p, alarm: p < 0.001 })
}

/// Reads an experiment out.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn analyze(input: &AnalysisInput) -> Result<AnalysisResult> {
    check(input)?;
    let arms = totals(input);
    let impressions: Vec<u64> = arms.iter().map(|arm| arm.impressions).collect();
    let equal = vec![1.0; arms.len()];
    let ratio = match (input.planned_shares.is_empty(), input.blocks.is_empty()) {
        (false, _) => sample_ratio(&impressions, &input.planned_shares),
        (true, true) => sample_ratio(&impressions, &equal),
        (true, false) => None,
    };
    let posteriors: Vec<BetaPrior> =
        arms.iter().map(|arm| input.prior.after(arm.successes as f64, arm.impressions as f64)).collect();
    let readings =
        arms.iter().zip(&posteriors).zip(standings(&posteriors)).map(|((arm, posterior), standing)| ArmReading {
            variant: arm.variant.clone(),
            impressions: arm.impressions,
            successes: arm.successes,
            rate: rate(arm),
            shrunk_rate: posterior.mean(),
            chance_to_win: standing.chance_to_win,
            expected_loss: standing.expected_loss,
        });
    let readings: Vec<ArmReading> = readings.collect();
    let mut comparisons: Vec<Comparison> = match arms.split_first() {
        Some((control, others)) => others.iter().map(|arm| compare(control, arm, input)).collect(),
        None => Vec::new(),
    };
    holm(&mut comparisons);
    let broken = ratio.is_some_and(|ratio| ratio.alarm);
    let winner = if broken { None } else { winner(&arms, &comparisons, input.alpha) };
    let decision = match (broken, &winner) {
        (true, _) => Decision::Broken,
        (false, Some(_)) => Decision::Winner,
        (false, None) => Decision::Undecided,
    };
    let notes = notes(input, &comparisons, decision);
    Ok(AnalysisResult { decision, winner, arms: readings, comparisons, sample_ratio: ratio, notes })
}

fn check(input: &AnalysisInput) -> Result<()> {
    let mut wrong = Vec::new();
    if input.arms.is_empty() == input.blocks.is_empty() {
        wrong.push(Violation::new("arms", input.arms.len(), "totals in `arms` or results in `blocks`, one of the two"));
    }
    let lists =
        input.blocks.iter().enumerate().map(|(index, block)| (format!("blocks[{index}].results"), &block.results));
    for (path, results) in std::iter::once(("arms".to_owned(), &input.arms)).chain(lists) {
        for (index, arm) in results.iter().enumerate() {
            if arm.successes > arm.impressions {
                wrong.push(Violation::new(
                    format!("{path}[{index}].successes"),
                    arm.successes,
                    "at most its impressions",
                ));
            }
            if results.iter().take(index).any(|other| other.variant == arm.variant) {
                wrong.push(Violation::new(format!("{path}[{index}].variant"), &arm.variant, "each variant once"));
            }
        }
    }
    let arms = totals(input).len();
    if arms < 2 && wrong.is_empty() {
        wrong.push(Violation::new("arms", arms, "two or more"));
    }
    if !(input.alpha > 0.0 && input.alpha < 1.0) {
        wrong.push(Violation::new("alpha", input.alpha, "above 0 and below 1"));
    }
    let shares_bad = input.planned_shares.iter().any(|share| !share.is_finite() || *share <= 0.0);
    if !input.planned_shares.is_empty() && (shares_bad || input.planned_shares.len() != arms) {
        wrong.push(Violation::new(
            "planned_shares",
            format_args!("{:?}", input.planned_shares),
            "one number above 0 for each arm",
        ));
    }
    let positive = [
        ("prior.alpha", input.prior.alpha),
        ("prior.beta", input.prior.beta),
        ("between_variants_sd", input.between_variants_sd),
        ("sequential_tuning", input.sequential_tuning),
    ];
    for (field, value) in positive {
        if !value.is_finite() || value <= 0.0 {
            wrong.push(Violation::new(field, value, "above 0"));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::invalid_input("analyze_experiment", wrong)) }
}

/// Totals per variant, in order of first appearance.
fn totals(input: &AnalysisInput) -> Vec<ArmResult> {
    let mut arms: Vec<ArmResult> = input.arms.clone();
    for result in input.blocks.iter().flat_map(|block| &block.results) {
        match arms.iter_mut().find(|arm| arm.variant == result.variant) {
            Some(arm) => {
                arm.impressions = arm.impressions.saturating_add(result.impressions);
                arm.successes = arm.successes.saturating_add(result.successes);
            }
            None => arms.push(result.clone()),
        }
    }
    arms
}

fn rate(arm: &ArmResult) -> f64 {
    if arm.impressions == 0 { 0.0 } else { arm.successes as f64 / arm.impressions as f64 }
}

pub(super) fn compare(control: &ArmResult, arm: &ArmResult, input: &AnalysisInput) -> Comparison {
    let (n0, n1) = (control.impressions as f64, arm.impressions as f64);
    let (p0, p1) = (rate(control), rate(arm));
    let difference = p1 - p0;
    let seen = n0 > 0.0 && n1 > 0.0;
    let pooled = (control.successes + arm.successes) as f64 / (n0 + n1).max(1.0);
    let pooled_error = (pooled * (1.0 - pooled) * (1.0 / n0 + 1.0 / n1)).sqrt();
    let z = if seen && pooled_error > 0.0 { difference / pooled_error } else { 0.0 };
    // Without any success or failure an arm's plain variance is zero: half a success more keeps the interval honest.
    let guarded = |successes: u64, n: f64| {
        let p = (successes as f64 + 0.5) / (n + 1.0);
        p * (1.0 - p) / n
    };
    let error = if seen { (guarded(control.successes, n0) + guarded(arm.successes, n1)).sqrt() } else { f64::INFINITY };
    let around = |half: f64| [(difference - half).max(-1.0), (difference + half).min(1.0)];
    let n = n0 + n1;
    let half = if seen {
        sequence_half_width(error * error * n, n, input.alpha, input.sequential_tuning)
    } else {
        f64::INFINITY
    };
    let sequence_p = if seen { sequence_p(difference, error, n, input.alpha, input.sequential_tuning) } else { 1.0 };
    let lift = (p0 > 0.0).then(|| p1 / p0 - 1.0);
    // Normal prior on the difference of two log rates, each with the between-variants spread.
    let shrunk_lift = (control.successes > 0 && arm.successes > 0).then(|| {
        let spread = 2.0 * input.between_variants_sd.powi(2);
        let noise = (1.0 - p0) / (n0 * p0) + (1.0 - p1) / (n1 * p1);
        ((p1 / p0).ln() * spread / (spread + noise)).exp_m1()
    });
    let blocks = block_test(control, arm, input);
    Comparison {
        variant: arm.variant.clone(),
        control: control.variant.clone(),
        difference,
        lift,
        shrunk_lift,
        z,
        p: 2.0 * normal_cdf(-z.abs()),
        interval: around(normal_quantile(1.0 - input.alpha / 2.0) * error),
        sequence_interval: around(half),
        sequence_p,
        decision_p: if input.blocks.is_empty() { sequence_p } else { blocks.map_or(1.0, |test| test.p) },
        blocks,
    }
}

fn block_test(control: &ArmResult, arm: &ArmResult, input: &AnalysisInput) -> Option<BlockTest> {
    let log_rate = |result: &ArmResult| ((result.successes as f64 + 0.5) / (result.impressions as f64 + 1.0)).ln();
    let ratios: Vec<f64> = input
        .blocks
        .iter()
        .filter_map(|block| {
            let find =
                |name: &str| block.results.iter().find(|result| result.variant == name && result.impressions > 0);
            Some(log_rate(find(&arm.variant)?) - log_rate(find(&control.variant)?))
        })
        .collect();
    if ratios.len() < 2 {
        return None;
    }
    let n = ratios.len() as f64;
    let mean = ratios.iter().sum::<f64>() / n;
    let error = (ratios.iter().map(|ratio| (ratio - mean).powi(2)).sum::<f64>() / (n - 1.0) / n).sqrt();
    let t = if error > 0.0 { mean / error } else { 0.0 };
    let half = student_t_quantile(input.alpha, n - 1.0) * error;
    Some(BlockTest {
        blocks: u32::try_from(ratios.len()).unwrap_or(u32::MAX),
        lift: mean.exp_m1(),
        interval: [(mean - half).exp_m1(), (mean + half).exp_m1()],
        t,
        p: student_t_two_sided_p(t, n - 1.0),
    })
}

/// Holm's step-down adjustment of `decision_p`.
fn holm(comparisons: &mut [Comparison]) {
    let mut order: Vec<usize> = (0..comparisons.len()).collect();
    let p = |index: &usize, comparisons: &[Comparison]| comparisons.get(*index).map_or(1.0, |one| one.decision_p);
    order.sort_by(|a, b| p(a, comparisons).total_cmp(&p(b, comparisons)));
    let mut largest: f64 = 0.0;
    for (rank, index) in order.iter().enumerate() {
        let factor = (order.len() - rank) as f64;
        if let Some(comparison) = comparisons.get_mut(*index) {
            largest = largest.max((comparison.decision_p * factor).min(1.0));
            comparison.decision_p = largest;
        }
    }
}

/// The arm to go on with: among those that differ from the control, the one with the highest rate, or the control when they are all worse.
fn winner(arms: &[ArmResult], comparisons: &[Comparison], alpha: f64) -> Option<String> {
    let mut found: BTreeMap<usize, f64> = BTreeMap::new();
    for (index, comparison) in comparisons.iter().enumerate().filter(|(_, comparison)| comparison.decision_p < alpha) {
        let effect = comparison.blocks.map_or(comparison.difference, |test| test.lift);
        found.insert(index, effect);
    }
    let best = found.iter().max_by(|a, b| a.1.total_cmp(b.1))?;
    if *best.1 > 0.0 {
        return comparisons.get(*best.0).map(|comparison| comparison.variant.clone());
    }
    // Every arm is worse than the control beyond chance.
    (found.len() == comparisons.len()).then(|| arms.first().map(|arm| arm.variant.clone())).flatten()
}

fn notes(input: &AnalysisInput, comparisons: &[Comparison], decision: Decision) -> Vec<String> {
    let mut notes = Vec::new();
    if decision == Decision::Broken {
        notes.push(
            "Impressions are not split as planned (p < 0.001): something other than the variants differs. Find the cause before reading any figure."
                .to_owned(),
        );
    }
    if input.blocks.is_empty() {
        notes.push(
            "Totals are read as if impressions were independent. Impressions of one post share its luck: for posts, give `blocks` of matched \
             posts, or expect more false winners than alpha says."
                .to_owned(),
        );
        notes.push("sequence_p and sequence_interval hold however often you look; p and interval hold for one look planned beforehand.".to_owned());
    } else {
        notes.push(
            "Matched blocks are the unit: the test is a paired t-test over blocks, planned for one look at the end."
                .to_owned(),
        );
        if comparisons.iter().any(|comparison| comparison.blocks.is_none()) {
            notes.push("Fewer than two complete blocks: nothing can be decided yet.".to_owned());
        }
    }
    if decision == Decision::Winner {
        notes.push("The observed lift of a winner flatters it; shrunk_lift is what to expect next time.".to_owned());
    }
    notes
}

fn default_alpha() -> f64 {
    0.05
}

fn default_between_sd() -> f64 {
    0.238
}

fn default_tuning() -> f64 {
    DEFAULT_TUNING
}
