//! Shares of the next batch. Next: [`super::simulate()`].

use super::{
    super::{BetaPrior, NextBatch},
    Policy,
};
use crate::stats::normal_cdf;

/// What a policy knows beside the counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// Prior of every arm's rate.
    pub prior: BetaPrior,
    /// Standard deviation of log rates between arms.
    pub between_sd: f64,
    /// Share that epsilon-greedy explores with.
    pub epsilon: f64,
    /// Impressions of the batch.
    pub batch: f64,
    /// Batches after this one.
    pub batches_left: f64,
    /// Whether explore-then-commit still explores.
    pub exploring: bool,
}

/// Shares before the floor; they sum to one. `counts` are impressions and successes of each arm.
pub(super) fn shares(policy: Policy, counts: &[(f64, f64)], setting: &Setting) -> Vec<f64> {
    let arms = counts.len();
    let even = || vec![1.0 / arms.max(1) as f64; arms];
    let posteriors = || counts.iter().map(|(n, s)| setting.prior.after(*s, *n)).collect::<Vec<_>>();
    match policy {
        Policy::EvenSplit => even(),
        Policy::ExploreThenCommit if setting.exploring => even(),
        Policy::ExploreThenCommit => all_to(best(posteriors().iter().map(|one| one.mean())), arms),
        Policy::EpsilonGreedy => {
            let favourite = best(posteriors().iter().map(|one| one.mean()));
            let each = setting.epsilon / arms.max(1) as f64;
            (0..arms).map(|arm| each + if arm == favourite { 1.0 - setting.epsilon } else { 0.0 }).collect()
        }
        Policy::Thompson => chances(&posteriors()),
        Policy::TopTwoThompson => top_two(&chances(&posteriors())),
        Policy::KnowledgeGradient => all_to(knowledge_gradient(counts, setting), arms),
    }
}

/// Shares with a floor under each: `floor + (1 - K floor) share`, as GrowthBook does, so that no arm is starved of data.
pub fn floored(shares: &[f64], floor: f64) -> Vec<f64> {
    let arms = shares.len() as f64;
    let floor = floor.clamp(0.0, if arms > 0.0 { 1.0 / arms } else { 0.0 });
    shares.iter().map(|share| floor + (1.0 - arms * floor) * share).collect()
}

/// The prior of a campaign whose base rate is known: as wide as that of published headline tests, around that rate.
pub fn informed_prior(base_rate: f64) -> BetaPrior {
    let alpha = BetaPrior::default().alpha;
    BetaPrior { alpha, beta: alpha * (1.0 - base_rate) / base_rate }
}

/// Shares of a real campaign's next batch.
pub(in crate::experiments) fn next_shares(
    counts: &[(f64, f64)],
    prior: BetaPrior,
    between_sd: f64,
    next: &NextBatch,
) -> Vec<f64> {
    let setting = Setting {
        prior,
        between_sd,
        epsilon: next.epsilon,
        batch: next.impressions,
        batches_left: f64::from(next.batches_left),
        exploring: counts.iter().all(|(n, _)| *n <= 0.0),
    };
    floored(&shares(next.policy, counts, &setting), next.floor)
}

fn all_to(arm: usize, arms: usize) -> Vec<f64> {
    (0..arms).map(|other| if other == arm { 1.0 } else { 0.0 }).collect()
}

/// Place of the largest value, the first of equals.
pub(super) fn best(values: impl Iterator<Item = f64>) -> usize {
    let mut found = (0, f64::NEG_INFINITY);
    for (index, value) in values.enumerate() {
        if value > found.1 {
            found = (index, value);
        }
    }
    found.0
}

/// Points of the grid that chances are summed over: a share of a batch needs no more than two or three digits.
const GRID: usize = 128;

/// Chance of each arm to be the best, on a grid over the rate. Quick, for a simulator that asks a million times.
fn chances(posteriors: &[BetaPrior]) -> Vec<f64> {
    let low = posteriors.iter().map(|one| one.mean() - 5.0 * one.sd()).fold(1.0, f64::min).max(0.0);
    let high = posteriors.iter().map(|one| one.mean() + 6.0 * one.sd()).fold(0.0, f64::max).min(1.0);
    let logs: Vec<(f64, f64)> = (0..GRID)
        .map(|point| low + (high - low) * (point as f64 + 0.5) / GRID as f64)
        .map(|x| (x.ln(), (-x).ln_1p()))
        .collect();
    // Density and distribution of each arm, both scaled to sum to one over the grid.
    let tables: Vec<(Vec<f64>, Vec<f64>)> = posteriors
        .iter()
        .map(|one| {
            let heights: Vec<f64> =
                logs.iter().map(|(x, rest)| (one.alpha - 1.0) * x + (one.beta - 1.0) * rest).collect();
            let top = heights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let mut density: Vec<f64> = heights.iter().map(|height| (height - top).exp()).collect();
            let sum: f64 = density.iter().sum();
            for value in &mut density {
                *value /= sum;
            }
            let mut below = 0.0;
            let distribution = density
                .iter()
                .map(|value| {
                    below += value;
                    below - value / 2.0
                })
                .collect();
            (density, distribution)
        })
        .collect();
    let mut chances = vec![0.0; posteriors.len()];
    let mut after = vec![1.0; posteriors.len()];
    for point in 0..GRID {
        let at = |table: &[f64]| table.get(point).copied().unwrap_or(0.0);
        // Products of the distributions of all later arms, then of all earlier ones: their product leaves the arm itself out.
        let mut product = 1.0;
        for (slot, (_, distribution)) in after.iter_mut().zip(tables.iter()).rev() {
            *slot = product;
            product *= at(distribution);
        }
        let mut before = 1.0;
        for ((chance, (density, distribution)), after) in chances.iter_mut().zip(&tables).zip(&after) {
            *chance += at(density) * before * after;
            before *= at(distribution);
        }
    }
    let sum: f64 = chances.iter().sum();
    if sum > 0.0 {
        for chance in &mut chances {
            *chance /= sum;
        }
    } else {
        let even = 1.0 / chances.len().max(1) as f64;
        chances.fill(even);
    }
    chances
}

/// Half by chance of being best; half by chance of being best among the others once the best is set aside.
fn top_two(chances: &[f64]) -> Vec<f64> {
    if chances.len() < 2 {
        return chances.to_vec();
    }
    // What is left beside each arm, summed rather than taken from one: a sure winner leaves very little.
    let beside = |arm: usize| -> f64 {
        chances.iter().enumerate().filter(|(other, _)| *other != arm).map(|(_, chance)| chance).sum()
    };
    let rest: Vec<f64> = (0..chances.len()).map(beside).collect();
    let second = |arm: usize, own: f64| -> f64 {
        let others = chances.iter().zip(&rest).enumerate().filter(|(other, _)| *other != arm);
        others
            .map(|(_, (first, rest))| if *rest > 0.0 { first * own / rest } else { 1.0 / (chances.len() - 1) as f64 })
            .sum()
    };
    chances.iter().enumerate().map(|(arm, own)| 0.5 * own + 0.5 * second(arm, *own)).collect()
}

/// Rates are shrunk to the campaign's own mean with the strength that the spread between arms implies; the value of a batch is what it
/// is expected to raise the best known rate by, over the batches left.
fn knowledge_gradient(counts: &[(f64, f64)], setting: &Setting) -> usize {
    let (seen, successes) = counts.iter().fold((0.0, 0.0), |(n, s), (more, clicks)| (n + more, s + clicks));
    let mean = setting.prior.after(successes, seen).mean();
    let strength = ((1.0 - mean) / (mean * setting.between_sd.powi(2)) - 1.0).max(1.0);
    let shrunk = BetaPrior { alpha: mean * strength, beta: (1.0 - mean) * strength };
    let posteriors: Vec<BetaPrior> = counts.iter().map(|(n, s)| shrunk.after(*s, *n)).collect();
    best(posteriors.iter().enumerate().map(|(arm, own)| {
        let others = posteriors.iter().enumerate().filter(|(other, _)| *other != arm);
        let rival = others.map(|(_, one)| one.mean()).fold(0.0, f64::max);
        let known = own.alpha + own.beta;
        let change = own.sd() * (setting.batch / (setting.batch + known)).sqrt();
        let z = -(own.mean() - rival).abs() / change;
        let density = (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt();
        let gain = change * (density + z * normal_cdf(z));
        own.mean() + setting.batches_left * gain
    }))
}
