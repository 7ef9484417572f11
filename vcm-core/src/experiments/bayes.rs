//! Beta-binomial posteriors: chance to win, expected loss, shrunk rates. Next: [`super::analyze`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::stats::{beta_density, beta_regularized, normal_cdf};

/// A beta distribution of a rate: the prior, or what is known after some impressions.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BetaPrior {
    /// Successes, prior ones included.
    pub alpha: f64,
    /// Failures, prior ones included.
    pub beta: f64,
}

impl Default for BetaPrior {
    /// Fitted to the click rates of 22,666 arms of published headline tests (method of moments): mean 1.5 %.
    fn default() -> Self {
        Self { alpha: 1.66, beta: 107.0 }
    }
}

impl BetaPrior {
    /// What is known after `successes` of `impressions`.
    pub fn after(self, successes: f64, impressions: f64) -> Self {
        Self { alpha: self.alpha + successes, beta: self.beta + (impressions - successes).max(0.0) }
    }

    /// The mean: the observed rate shrunk to the prior's.
    pub fn mean(self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// The distribution of one less the rate.
    pub(super) fn mirrored(self) -> Self {
        Self { alpha: self.beta, beta: self.alpha }
    }

    fn density(self, x: f64) -> f64 {
        beta_density(self.alpha, self.beta, x)
    }

    /// Standard deviation.
    pub fn sd(self) -> f64 {
        let total = self.alpha + self.beta;
        (self.mean() * (1.0 - self.mean()) / (total + 1.0)).sqrt()
    }

    fn cdf(self, x: f64) -> f64 {
        beta_regularized(self.alpha, self.beta, x.clamp(0.0, 1.0))
    }
}

/// What one arm stands for beside the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// Probability that its rate is the highest.
    pub chance_to_win: f64,
    /// Rate given up on average by choosing it: `E[max(best other - this, 0)]`.
    pub expected_loss: f64,
}

/// A normal posterior.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normal {
    /// Mean.
    pub mean: f64,
    /// Standard deviation; 0 means nothing but the mean is known, and counts as a very small one.
    pub sd: f64,
}

/// The standing of every arm among all, by numerical integration over the rate (relative error below 1e-8 for priors of 1 or more).
pub fn standings(arms: &[BetaPrior]) -> Vec<Standing> {
    let spreads: Vec<(f64, f64)> = arms.iter().map(|arm| (arm.mean(), arm.sd())).collect();
    let nodes = nodes(&spreads, 0.0, 1.0);
    integrate(&nodes, arms.len(), |arm, x| arms.get(arm).map_or((0.0, 0.0), |arm| (arm.density(x), arm.cdf(x))))
}

/// [`standings`] of normal posteriors.
pub fn normal_standings(arms: &[Normal]) -> Vec<Standing> {
    let scale = arms.iter().map(|arm| arm.mean.abs() + arm.sd).fold(f64::MIN_POSITIVE, f64::max);
    let spreads: Vec<(f64, f64)> = arms.iter().map(|arm| (arm.mean, arm.sd.max(scale * 1e-9))).collect();
    let nodes = nodes(&spreads, f64::NEG_INFINITY, f64::INFINITY);
    integrate(&nodes, arms.len(), |arm, x| {
        let (mean, sd) = spreads.get(arm).copied().unwrap_or((0.0, 1.0));
        let z = (x - mean) / sd;
        ((-0.5 * z * z).exp() / (sd * std::f64::consts::TAU.sqrt()), normal_cdf(z))
    })
}

/// A prior from rates of earlier posts (impressions, successes): method of moments, with the noise that counting brings taken off the
/// spread. None with fewer than ten, or when they spread no more than counting alone makes them.
pub fn prior_of_history(history: &[(f64, f64)]) -> Option<BetaPrior> {
    let rates: Vec<(f64, f64)> = history.iter().filter(|(n, _)| *n > 0.0).map(|(n, s)| (*n, s / n)).collect();
    let count = rates.len() as f64;
    if count < 10.0 {
        return None;
    }
    let mean = rates.iter().map(|(_, rate)| rate).sum::<f64>() / count;
    let spread = rates.iter().map(|(_, rate)| (rate - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let noise = rates.iter().map(|(n, _)| mean * (1.0 - mean) / n).sum::<f64>() / count;
    let between = spread - noise;
    if mean <= 0.0 || mean >= 1.0 || between <= 0.0 {
        return None;
    }
    let strength = mean * (1.0 - mean) / between - 1.0;
    (strength > 0.0).then_some(BetaPrior { alpha: mean * strength, beta: (1.0 - mean) * strength })
}

/// Nodes and weights of a composite Gauss–Legendre rule whose pieces are as fine as the narrowest posterior near its mean.
fn nodes(spreads: &[(f64, f64)], low: f64, high: f64) -> Vec<(f64, f64)> {
    const STEPS: [f64; 15] = [-12.0, -8.0, -6.0, -4.5, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.5, 6.0, 8.0, 12.0];
    const POINTS: [(f64, f64); 4] = [
        (0.183_434_642_495_65, 0.362_683_783_378_362),
        (0.525_532_409_916_329, 0.313_706_645_877_887_3),
        (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
        (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
    ];
    let mut edges: Vec<f64> =
        spreads.iter().flat_map(|(mean, sd)| STEPS.map(|step| (mean + step * sd).clamp(low, high))).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup();
    let pieces = edges.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
    pieces
        .flat_map(|(from, to)| {
            let (middle, half) = (f64::midpoint(from, to), (to - from) / 2.0);
            POINTS.into_iter().flat_map(move |(at, weight)| {
                [(middle - at * half, weight * half), (middle + at * half, weight * half)]
            })
        })
        .collect()
}

/// Chance to win is the integral of own density times the others' distribution; expected loss, `E[max(best other - own, 0)]`, that of
/// `P(own <= x < best other)`.
fn integrate(nodes: &[(f64, f64)], arms: usize, at: impl Fn(usize, f64) -> (f64, f64)) -> Vec<Standing> {
    let mut standings = vec![Standing { chance_to_win: 0.0, expected_loss: 0.0 }; arms];
    for (x, weight) in nodes {
        let values: Vec<(f64, f64)> = (0..arms).map(|arm| at(arm, *x)).collect();
        for (arm, standing) in standings.iter_mut().enumerate() {
            let rest = values.iter().enumerate().filter(|(other, _)| *other != arm);
            let others: f64 = rest.map(|(_, (_, below))| below).product();
            let (density, below) = values.get(arm).copied().unwrap_or((0.0, 0.0));
            standing.chance_to_win += weight * density * others;
            standing.expected_loss += weight * below * (1.0 - others);
        }
    }
    for standing in &mut standings {
        standing.chance_to_win = standing.chance_to_win.clamp(0.0, 1.0);
    }
    standings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_arms_stand_equally_and_losses_match_closed_forms() {
        let same = standings(&[BetaPrior { alpha: 20.0, beta: 80.0 }; 2]);
        assert!((same[0].chance_to_win - 0.5).abs() < 1e-6);
        // Uniform beside uniform: P = 1/2, E[max(U - V, 0)] = 1/6.
        let uniform = standings(&[BetaPrior { alpha: 1.0, beta: 1.0 }; 2]);
        assert!((uniform[1].expected_loss - 1.0 / 6.0).abs() < 1e-5);
        // Beta(2, 1) beats uniform with probability 2/3.
        let uneven = standings(&[BetaPrior { alpha: 1.0, beta: 1.0 }, BetaPrior { alpha: 2.0, beta: 1.0 }]);
        assert!((uneven[1].chance_to_win - 2.0 / 3.0).abs() < 1e-5);
        assert!(standings(&[]).is_empty());
        let normal = normal_standings(&[Normal { mean: 0.0, sd: 3.0 }, Normal { mean: 5.0, sd: 4.0 }]);
        assert!((normal[1].chance_to_win - normal_cdf(1.0)).abs() < 1e-8, "{normal:?}");
        let certain = normal_standings(&[Normal { mean: 1.0, sd: 0.0 }, Normal { mean: 2.0, sd: 0.0 }]);
        assert!(
            (certain[1].chance_to_win - 1.0).abs() < 1e-6 && (certain[0].expected_loss - 1.0).abs() < 1e-6,
            "{certain:?}"
        );
    }

    #[test]
    fn a_prior_is_found_again_from_its_draws() {
        let mut random = crate::hash::Seed(4).stream("history");
        let truth = BetaPrior { alpha: 1.66, beta: 107.0 };
        let history: Vec<(f64, f64)> = (0..4_000)
            .map(|_| {
                let rate = crate::stats::beta_draw(truth.alpha, truth.beta, &mut random);
                (3_000.0, crate::stats::binomial_draw(3_000, rate, &mut random) as f64)
            })
            .collect();
        let found = prior_of_history(&history).unwrap();
        assert!(
            (found.alpha / truth.alpha - 1.0).abs() < 0.12 && (found.mean() / truth.mean() - 1.0).abs() < 0.05,
            "{found:?}"
        );
        assert!(prior_of_history(&history[..9]).is_none() && prior_of_history(&[(100.0, 1.0); 20]).is_none());
    }

    #[test]
    fn large_counts_agree_with_the_normal_limit() {
        let arms = [(15_000.0, 1e6), (15_300.0, 1e6)].map(|(successes, n)| BetaPrior::default().after(successes, n));
        let z = (arms[1].mean() - arms[0].mean()) / arms[0].sd().hypot(arms[1].sd());
        let chance = standings(&arms)[1].chance_to_win;
        assert!((chance - crate::stats::normal_cdf(z)).abs() < 1e-3, "{chance}");
    }
}
