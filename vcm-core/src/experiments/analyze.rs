//! Reads an experiment out: what was found, how sure it is, and what must not be concluded.
//!
//! Posts are not users: impressions of one post share its luck. When blocks (matched pairs of posts) are given they are the
//! unit, and the test is over blocks; when each post is given posts are; totals alone are read as if impressions were independent,
//! and the answer says so. Next: [`super::bandit`].

use std::collections::BTreeMap;

use super::{
    AnalysisInput, AnalysisResult, ArmReading, ArmResult, BetaPrior, Comparison, Correction, Decision, Looks,
    MetricKind, MetricReading, Normal, Standing, Unit, adjust_p,
    bandit::next_shares,
    compare::{Results, compare},
    false_discovery_p,
    input_checks::{variants, violations},
    normal_standings, prior_of_history, sample_ratio, sequence_half_width, sequence_p, standings,
    units::{count_test, ratio, sums},
};
use crate::{
    error::{Error, Result},
    stats::{normal_cdf, normal_quantile},
};

/// Reads an experiment out.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn analyze(input: &AnalysisInput) -> Result<AnalysisResult> {
    let wrong = violations(input);
    if !wrong.is_empty() {
        return Err(Error::invalid_input("analyze_experiment", wrong));
    }
    if input.summary.is_some() {
        return Ok(read_summary(input));
    }
    let fitted = (!input.history.is_empty())
        .then(|| {
            let pairs: Vec<(f64, f64)> = input.history.iter().map(|past| (past.impressions, past.successes)).collect();
            prior_of_history(&pairs)
        })
        .flatten();
    let prior = fitted.or(input.prior).unwrap_or_default();
    let main = Results {
        metric: input.metric,
        arms: &input.arms,
        blocks: &input.blocks,
        higher_is_better: input.higher_is_better,
    };
    let (arms, mut comparisons) = read(main, input);
    decide(&mut comparisons.iter_mut().collect::<Vec<_>>(), input.looks, input.correction);
    let readings = readings(main, &arms, &comparisons, prior, input);
    let ratio = ratio_check(&arms, input);
    let broken = ratio.is_some_and(|ratio| ratio.alarm);
    let winner = if broken { None } else { winner(&arms, &comparisons, input.alpha, input.higher_is_better) };
    let decision = match (broken, &winner) {
        (true, _) => Decision::Broken,
        (false, Some(_)) => Decision::Winner,
        (false, None) => Decision::Undecided,
    };
    let metrics = further(input, prior);
    let next_batch = input.next_batch.as_ref().map(|next| {
        let counts: Vec<(f64, f64)> = arms.iter().map(sums).collect();
        next_shares(&counts, prior, input.between_variants_sd, next)
    });
    let mut notes = notes(input, &comparisons, decision);
    if !input.history.is_empty() && fitted.is_none() {
        notes.push("The history is too short or too even to fit a prior: the default one is used.".to_owned());
    }
    Ok(AnalysisResult {
        decision,
        winner,
        arms: readings,
        comparisons,
        sample_ratio: ratio,
        fitted_prior: fitted,
        metrics,
        next_batch: next_batch.unwrap_or_default(),
        notes,
    })
}

/// Totals and comparisons of one metric.
fn read(results: Results<'_>, input: &AnalysisInput) -> (Vec<ArmResult>, Vec<Comparison>) {
    let arms: Vec<ArmResult> =
        variants(results.arms, results.blocks).into_iter().map(|name| total(name, results)).collect();
    let comparisons = match arms.split_first() {
        Some((control, others)) => others.iter().map(|arm| compare(control, arm, results, input)).collect(),
        None => Vec::new(),
    };
    (arms, comparisons)
}

/// Everything that is known of one variant.
fn total(name: String, results: Results<'_>) -> ArmResult {
    let mut total = ArmResult { variant: name, ..ArmResult::default() };
    let all = results.arms.iter().chain(results.blocks.iter().flat_map(|block| &block.results));
    for result in all.filter(|result| result.variant == total.variant) {
        total.impressions = total.impressions.saturating_add(result.impressions);
        total.successes = total.successes.saturating_add(result.successes);
        total.posts.extend(&result.posts);
        total.counts.extend(&result.counts);
    }
    total
}

/// Chooses the p that decides and adjusts it over the comparisons.
fn decide(comparisons: &mut [&mut Comparison], looks: Looks, correction: Correction) {
    if looks == Looks::One {
        for comparison in comparisons.iter_mut() {
            comparison.decision_p = match comparison.unit {
                Unit::Blocks => comparison.blocks.map_or(1.0, |test| test.p),
                Unit::Impressions | Unit::Posts => comparison.p,
            };
        }
    }
    let p: Vec<f64> = comparisons.iter().map(|comparison| comparison.decision_p).collect();
    for (comparison, adjusted) in comparisons.iter_mut().zip(adjust_p(&p, correction)) {
        comparison.decision_p = adjusted;
    }
}

fn ratio_check(arms: &[ArmResult], input: &AnalysisInput) -> Option<super::SampleRatio> {
    let impressions: Vec<u64> = arms.iter().map(|arm| sums(arm).0.round() as u64).collect();
    let totals_only =
        input.blocks.is_empty() && input.metric == MetricKind::Rate && arms.iter().all(|arm| arm.posts.is_empty());
    match (input.planned_shares.is_empty(), totals_only) {
        (false, _) => sample_ratio(&impressions, &input.planned_shares),
        (true, true) => sample_ratio(&impressions, &vec![1.0; arms.len()]),
        (true, false) => None,
    }
}

fn readings(
    results: Results<'_>,
    arms: &[ArmResult],
    comparisons: &[Comparison],
    prior: BetaPrior,
    input: &AnalysisInput,
) -> Vec<ArmReading> {
    let rate = |arm: &ArmResult| {
        let (x, y) = sums(arm);
        if x > 0.0 { y / x } else { 0.0 }
    };
    let (shrunk, standings): (Vec<f64>, Vec<Standing>) = if results.metric == MetricKind::Rate {
        let effect = clustering(arms, comparisons, results);
        let posteriors: Vec<BetaPrior> = arms
            .iter()
            .map(|arm| {
                let (n, s) = sums(arm);
                prior.after(s / effect, n / effect)
            })
            .collect();
        let best = if results.higher_is_better {
            posteriors.clone()
        } else {
            posteriors.iter().map(|one| one.mirrored()).collect()
        };
        (posteriors.iter().map(|posterior| posterior.mean()).collect(), standings(&best))
    } else {
        let normals = normals(results, arms, comparisons, input);
        let best: Vec<Normal> = normals
            .iter()
            .map(|one| if results.higher_is_better { *one } else { Normal { mean: -one.mean, ..*one } })
            .collect();
        (normals.iter().map(|normal| normal.mean).collect(), normal_standings(&best))
    };
    arms.iter()
        .zip(shrunk.into_iter().zip(standings))
        .map(|(arm, (shrunk_rate, standing))| {
            let (x, y) = sums(arm);
            ArmReading {
                variant: arm.variant.clone(),
                impressions: x.max(0.0).round() as u64,
                successes: y.max(0.0).round() as u64,
                rate: rate(arm),
                shrunk_rate,
                chance_to_win: standing.chance_to_win,
                expected_loss: standing.expected_loss,
            }
        })
        .collect()
}

/// How many impressions count as one, because those of a post or a block share its luck: the noise found between posts or blocks over
/// what chance alone would make. 1 for totals, and never less.
fn clustering(arms: &[ArmResult], comparisons: &[Comparison], results: Results<'_>) -> f64 {
    let chance = |arm: &ArmResult| {
        let (n, s) = sums(arm);
        let p = (s + 0.5) / (n + 1.0);
        (p, p * (1.0 - p) / n.max(1.0))
    };
    if results.blocks.is_empty() {
        let found = arms.iter().filter(|arm| arm.posts.len() >= 2).map(|arm| ratio(&arm.posts).1 / chance(arm).1);
        return found.fold(1.0, f64::max);
    }
    let Some(control) = arms.first() else { return 1.0 };
    let log_noise = |arm: &ArmResult| {
        let (p, variance) = chance(arm);
        variance / (p * p)
    };
    let pairs = arms.iter().skip(1).zip(comparisons);
    let found = pairs.filter_map(|(arm, comparison)| {
        let test = comparison.blocks?;
        // t = mean / error, so the error is the mean over t.
        let error = if test.t.abs() > 0.0 { test.lift.ln_1p() / test.t } else { 0.0 };
        Some(error * error / (log_noise(control) + log_noise(arm)))
    });
    found.filter(|effect| effect.is_finite()).fold(1.0, f64::max)
}

/// Counts and ratios as normal posteriors, shrunk to their common mean by the between-variants spread.
fn normals(results: Results<'_>, arms: &[ArmResult], comparisons: &[Comparison], input: &AnalysisInput) -> Vec<Normal> {
    let control = arms.first();
    let measured: Vec<(f64, f64)> = arms
        .iter()
        .map(|arm| match (results.metric, control) {
            (MetricKind::Count, Some(control)) if results.blocks.is_empty() => {
                count_test(&control.counts, &arm.counts).arm
            }
            (MetricKind::Count, _) => {
                let posts: Vec<super::PostResult> =
                    arm.counts.iter().map(|count| super::PostResult { impressions: 1.0, successes: *count }).collect();
                ratio(&posts)
            }
            _ => ratio(&arm.posts),
        })
        .collect();
    let blocks_error = comparisons
        .iter()
        .filter_map(|one| one.blocks)
        .filter(|test| test.t.abs() > 0.0)
        .map(|test| (test.lift.ln_1p() / test.t).powi(2) / 2.0)
        .fold(0.0, f64::max);
    let mean = measured.iter().map(|(mean, _)| mean).sum::<f64>() / (measured.len() as f64).max(1.0);
    let spread = (mean * input.between_variants_sd).powi(2);
    measured
        .into_iter()
        .map(|(value, variance)| {
            let variance = if results.blocks.is_empty() { variance } else { blocks_error * value * value };
            let keep = if spread > 0.0 { spread / (spread + variance) } else { 1.0 };
            Normal { mean: mean + keep * (value - mean), sd: (keep * variance).sqrt() }
        })
        .collect()
}

/// Metrics beside the one that decides.
fn further(input: &AnalysisInput, prior: BetaPrior) -> Vec<MetricReading> {
    let mut all: Vec<(Results<'_>, Vec<ArmResult>, Vec<Comparison>)> = Vec::new();
    for metric in &input.metrics {
        let results = Results {
            metric: metric.metric,
            arms: &metric.arms,
            blocks: &metric.blocks,
            higher_is_better: metric.higher_is_better,
        };
        let (arms, comparisons) = read(results, input);
        all.push((results, arms, comparisons));
    }
    let mut every: Vec<&mut Comparison> =
        all.iter_mut().flat_map(|(_, _, comparisons)| comparisons.iter_mut()).collect();
    decide(&mut every, input.looks, Correction::None);
    let p: Vec<f64> = every.iter().map(|comparison| comparison.decision_p).collect();
    let mut discovery = false_discovery_p(&p).into_iter();
    decide(&mut every, Looks::Any, Correction::Holm);
    input
        .metrics
        .iter()
        .zip(all)
        .map(|(metric, (results, arms, comparisons))| MetricReading {
            name: metric.name.clone(),
            arms: readings(results, &arms, &comparisons, prior, input),
            false_discovery_p: discovery.by_ref().take(comparisons.len()).collect(),
            comparisons,
        })
        .collect()
}

/// The arm to go on with: among those that differ from the control, the best one, or the control when they are all worse.
fn winner(arms: &[ArmResult], comparisons: &[Comparison], alpha: f64, higher_is_better: bool) -> Option<String> {
    let mut found: BTreeMap<usize, f64> = BTreeMap::new();
    for (index, comparison) in comparisons.iter().enumerate().filter(|(_, comparison)| comparison.decision_p < alpha) {
        let effect = comparison.blocks.map_or(comparison.difference, |test| test.lift);
        found.insert(index, if higher_is_better { effect } else { -effect });
    }
    let best = found.iter().max_by(|a, b| a.1.total_cmp(b.1))?;
    if *best.1 > 0.0 {
        return comparisons.get(*best.0).map(|comparison| comparison.variant.clone());
    }
    // Every arm is worse than the control beyond chance.
    (found.len() == comparisons.len()).then(|| arms.first().map(|arm| arm.variant.clone())).flatten()
}

/// One difference of any metric, from its standard error alone.
fn read_summary(input: &AnalysisInput) -> AnalysisResult {
    let Some(summary) = input.summary else {
        return AnalysisResult {
            decision: Decision::Undecided,
            winner: None,
            arms: Vec::new(),
            comparisons: Vec::new(),
            sample_ratio: None,
            fitted_prior: None,
            metrics: Vec::new(),
            next_batch: Vec::new(),
            notes: Vec::new(),
        };
    };
    let n = summary.n;
    let error = summary.standard_error.unwrap_or_else(|| (summary.variance.unwrap_or_default() / n).sqrt());
    let z = summary.difference / error;
    let half = sequence_half_width(error * error * n, n, input.alpha, input.sequential_tuning);
    let ever = sequence_p(summary.difference, error, n, input.alpha, input.sequential_tuning);
    let once = normal_quantile(1.0 - input.alpha / 2.0) * error;
    let around = |half: f64| [summary.difference - half, summary.difference + half];
    let mut comparison = Comparison {
        variant: "b".into(),
        control: "a".into(),
        unit: Unit::Impressions,
        difference: summary.difference,
        lift: None,
        shrunk_lift: None,
        shrunk_interval: None,
        posterior: None,
        z,
        p: 2.0 * normal_cdf(-z.abs()),
        interval: around(once),
        sequence_interval: around(half),
        sequence_p: ever,
        decision_p: ever,
        dispersion: None,
        blocks: None,
    };
    decide(&mut [&mut comparison], input.looks, input.correction);
    let found = comparison.decision_p < input.alpha;
    let better = (summary.difference > 0.0) == input.higher_is_better;
    AnalysisResult {
        decision: if found { Decision::Winner } else { Decision::Undecided },
        winner: found.then(|| if better { "b".to_owned() } else { "a".to_owned() }),
        arms: Vec::new(),
        comparisons: vec![comparison],
        sample_ratio: None,
        fitted_prior: None,
        metrics: Vec::new(),
        next_batch: Vec::new(),
        notes: vec![
            "Read from a difference (b less a) and its standard error alone: no sample-ratio check and no shrinkage."
                .to_owned(),
            looks_note(input.looks).to_owned(),
        ],
    }
}

fn looks_note(looks: Looks) -> &'static str {
    match looks {
        Looks::Any => {
            "The decision holds however often you look (sequence_p, sequence_interval); p and interval hold for one look planned beforehand."
        }
        Looks::One => {
            "The decision holds for this one look, if it was planned beforehand; looking again and again finds winners that are none."
        }
    }
}

fn notes(input: &AnalysisInput, comparisons: &[Comparison], decision: Decision) -> Vec<String> {
    let mut notes = Vec::new();
    if decision == Decision::Broken {
        notes.push(
            "Impressions are not split as planned (p < 0.001): something other than the variants differs. Find the cause before reading any figure."
                .to_owned(),
        );
    }
    let unit = comparisons.first().map(|comparison| comparison.unit).unwrap_or_default();
    match unit {
        Unit::Impressions => notes.push(
            "Totals are read as if impressions were independent. Impressions of one post share its luck: for posts, give `blocks` of matched \
             posts or `posts` in each arm, or expect more false winners than alpha says."
                .to_owned(),
        ),
        Unit::Posts => notes.push(
            "Posts are the unit. Their slots are not matched: a variant that had the better slots looks better, and only `blocks` rule that out."
                .to_owned(),
        ),
        Unit::Blocks => notes.push("Matched blocks are the unit: the test is a paired t-test of log ratios over blocks.".to_owned()),
    }
    notes.push(looks_note(input.looks).to_owned());
    if unit == Unit::Blocks {
        let fewest =
            comparisons.iter().map(|comparison| comparison.blocks.map_or(0, |test| test.blocks)).min().unwrap_or(0);
        let never =
            comparisons.iter().any(|comparison| comparison.blocks.is_none_or(|test| test.sequence_interval.is_none()));
        if fewest < 2 {
            notes.push("Fewer than two complete blocks: nothing can be decided yet.".to_owned());
        } else if never && input.looks == Looks::Any {
            notes.push(format!(
                "With {fewest} blocks no difference, however large, decides under any number of looks: run more blocks, or give looks = one if \
                 this is the one look planned."
            ));
        }
    }
    if decision == Decision::Winner {
        notes.push("The observed lift of a winner flatters it; shrunk_lift is what to expect next time.".to_owned());
    }
    notes
}
