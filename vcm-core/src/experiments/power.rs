//! How many observations a comparison needs, three ways by name, and what a given number can find. Next: [`super::design`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::stats::{f_quantile, noncentral_f_upper_tail, normal_cdf, normal_quantile};

/// Formula for the size of a comparison of two shares. They agree within a percent or two unless shares are very small or far apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProportionFormula {
    /// `(z_{1-a/2} + z_b)^2 (p1 q1 + p2 q2) / (p1 - p2)^2`. The default.
    #[default]
    Unpooled,
    /// The same with the pooled variance under the null hypothesis (Fleiss).
    Pooled,
    /// Cohen's `h = 2 asin sqrt p1 - 2 asin sqrt p2`: `2 (z_{1-a/2} + z_b)^2 / h^2`, as statsmodels computes it.
    Arcsine,
}

impl ProportionFormula {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Unpooled, Self::Pooled, Self::Arcsine];

    /// The name as it stands in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unpooled => "two proportions, unpooled variance",
            Self::Pooled => "two proportions, pooled variance",
            Self::Arcsine => "two proportions, arcsine (Cohen's h)",
        }
    }
}

/// Observations needed in each arm to tell share `first` from `second` at two-sided level `alpha` with `power`. Not rounded.
/// Infinite when the shares are equal; not a number when a share is not strictly between 0 and 1.
pub fn proportions_needed(first: f64, second: f64, alpha: f64, power: f64, formula: ProportionFormula) -> f64 {
    let inside = |share: f64| share > 0.0 && share < 1.0;
    if !inside(first) || !inside(second) {
        return f64::NAN;
    }
    let (z_alpha, z_power) = (normal_quantile(1.0 - alpha / 2.0), normal_quantile(power));
    let separate = first * (1.0 - first) + second * (1.0 - second);
    let difference = (first - second).powi(2);
    match formula {
        ProportionFormula::Unpooled => (z_alpha + z_power).powi(2) * separate / difference,
        ProportionFormula::Pooled => {
            let mean = f64::midpoint(first, second);
            let null = 2.0 * mean * (1.0 - mean);
            (z_alpha * null.sqrt() + z_power * separate.sqrt()).powi(2) / difference
        }
        ProportionFormula::Arcsine => {
            let h = 2.0 * first.sqrt().asin() - 2.0 * second.sqrt().asin();
            // Both tails, as the reference implementation counts them; the far one matters only for tiny power.
            let mut needed = 2.0 * (z_alpha + z_power).powi(2) / (h * h);
            for _ in 0..20 {
                let shift = h.abs() * (needed / 2.0).sqrt();
                let reached = normal_cdf(shift - z_alpha) + normal_cdf(-shift - z_alpha);
                let density = (-(shift - z_alpha).powi(2) / 2.0).exp() / std::f64::consts::TAU.sqrt();
                let slope = density * shift / (2.0 * needed);
                let step = (reached - power) / slope;
                if !step.is_finite() || step.abs() < 1e-12 * needed {
                    break;
                }
                needed = (needed - step).max(1e-9);
            }
            needed
        }
    }
}

/// Power of the unpooled comparison with `per_arm` observations in each arm.
pub fn proportions_power(first: f64, second: f64, per_arm: f64, alpha: f64) -> f64 {
    proportions_power_by(first, second, per_arm, alpha, ProportionFormula::Unpooled)
}

/// Power of the comparison with `per_arm` observations in each arm, by the formula; both tails count.
pub fn proportions_power_by(first: f64, second: f64, per_arm: f64, alpha: f64, formula: ProportionFormula) -> f64 {
    let z_alpha = normal_quantile(1.0 - alpha / 2.0);
    let separate = (first * (1.0 - first) + second * (1.0 - second)).sqrt();
    let mean = f64::midpoint(first, second);
    // The distance in standard errors, and the critical value in the same unit.
    let (shift, critical) = match formula {
        ProportionFormula::Unpooled => ((first - second).abs() / separate * per_arm.sqrt(), z_alpha),
        ProportionFormula::Pooled => {
            let under_null = (2.0 * mean * (1.0 - mean)).sqrt();
            ((first - second).abs() / separate * per_arm.sqrt(), z_alpha * under_null / separate)
        }
        ProportionFormula::Arcsine => {
            let h = 2.0 * first.sqrt().asin() - 2.0 * second.sqrt().asin();
            (h.abs() * (per_arm / 2.0).sqrt(), z_alpha)
        }
    };
    normal_cdf(shift - critical) + normal_cdf(-shift - critical)
}

/// Smallest relative lift over `baseline` that `per_arm` observations find at `alpha` with `power`, by the formula. None when even
/// the largest possible lift (to a share of 1) needs more.
pub fn minimum_detectable_lift(
    baseline: f64,
    per_arm: f64,
    alpha: f64,
    power: f64,
    formula: ProportionFormula,
) -> Option<f64> {
    let needed = |lift: f64| proportions_needed(baseline, baseline * (1.0 + lift), alpha, power, formula);
    let (mut low, mut high) = (0.0, (1.0 / baseline - 1.0) * (1.0 - 1e-12));
    // Written so that a needed size that is not a number counts as out of reach.
    let reached = |lift: f64| needed(lift) <= per_arm;
    if !reached(high) {
        return None;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if reached(middle) { high = middle } else { low = middle }
    }
    Some(high)
}

/// Observations in each of two groups for a two-sided t-test of standardised difference `effect` (Cohen's d), by the noncentral t
/// as statsmodels computes it. Not rounded.
pub fn t_test_needed(effect: f64, alpha: f64, power: f64) -> f64 {
    smallest(2.0, |n| t_test_power(effect, n, alpha) >= power)
}

/// Power of a two-sided t-test with `per_group` observations in each of two groups. The square of a noncentral t is a noncentral F.
pub fn t_test_power(effect: f64, per_group: f64, alpha: f64) -> f64 {
    let degrees = 2.0 * per_group - 2.0;
    if degrees <= 0.0 {
        return 0.0;
    }
    let critical = f_quantile(1.0 - alpha, 1.0, degrees);
    noncentral_f_upper_tail(critical, 1.0, degrees, effect * effect * per_group / 2.0)
}

/// Smallest Cohen's d that `per_group` observations in each of two groups find.
pub fn t_test_smallest_effect(per_group: f64, alpha: f64, power: f64) -> f64 {
    smallest(0.0, |effect| t_test_power(effect, per_group, alpha) >= power)
}

/// Observations in all groups together for a one-way analysis of variance with effect size `effect` (Cohen's f).
pub fn anova_needed(groups: u32, effect: f64, alpha: f64, power: f64) -> f64 {
    smallest(f64::from(groups.max(2)) + 1.0, |n| anova_power(groups, effect, n, alpha) >= power)
}

/// Power of a one-way analysis of variance with `total` observations in all groups together.
pub fn anova_power(groups: u32, effect: f64, total: f64, alpha: f64) -> f64 {
    let groups = f64::from(groups.max(2));
    let (between, within) = (groups - 1.0, total - groups);
    if within <= 0.0 {
        return 0.0;
    }
    let critical = f_quantile(1.0 - alpha, between, within);
    noncentral_f_upper_tail(critical, between, within, effect * effect * total)
}

/// Smallest Cohen's f that `total` observations in all groups together find.
pub fn anova_smallest_effect(groups: u32, total: f64, alpha: f64, power: f64) -> f64 {
    smallest(0.0, |effect| anova_power(groups, effect, total, alpha) >= power)
}

/// Posts needed in each arm to tell mean counts apart whose ratio is `ratio`, when a count varies by `mean + dispersion * mean^2`
/// (negative binomial; Zhu and Lakkis 2014, rates under the alternative). `dispersion` 0 is Poisson. Not rounded.
pub fn counts_needed(mean: f64, ratio: f64, dispersion: f64, alpha: f64, power: f64) -> f64 {
    let z = normal_quantile(1.0 - alpha / 2.0) + normal_quantile(power);
    z * z * counts_variance(mean, ratio, dispersion) / ratio.ln().powi(2)
}

/// Power of the comparison of mean counts with `per_arm` posts in each arm.
pub fn counts_power(mean: f64, ratio: f64, dispersion: f64, per_arm: f64, alpha: f64) -> f64 {
    let shift = ratio.ln().abs() * (per_arm / counts_variance(mean, ratio, dispersion)).sqrt();
    let z_alpha = normal_quantile(1.0 - alpha / 2.0);
    normal_cdf(shift - z_alpha) + normal_cdf(-shift - z_alpha)
}

/// Smallest relative lift of a mean count that `per_arm` posts in each arm find. None beyond a millionfold.
pub fn counts_detectable_lift(mean: f64, dispersion: f64, per_arm: f64, alpha: f64, power: f64) -> Option<f64> {
    let lift = smallest(0.0, |lift| lift > 0.0 && counts_power(mean, 1.0 + lift, dispersion, per_arm, alpha) >= power);
    (lift < 1e6).then_some(lift)
}

/// Variance of the log ratio of two mean counts, one post in each arm.
fn counts_variance(mean: f64, ratio: f64, dispersion: f64) -> f64 {
    1.0 / mean + 1.0 / (mean * ratio) + 2.0 * dispersion
}

/// What clustering costs: impressions of one post share its luck. `1 + (m - 1) icc`, where posts of like kind differ by the relative
/// standard deviation `post_sd` in their rate and `icc = rate * post_sd^2 / (1 - rate)`.
pub fn design_effect(rate: f64, impressions_per_post: f64, post_sd: f64) -> f64 {
    1.0 + (impressions_per_post - 1.0).max(0.0) * rate * post_sd * post_sd / (1.0 - rate)
}

/// The smallest `n` (not rounded) from `start` on at which `enough` turns true.
fn smallest(start: f64, enough: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (start, (start * 2.0).max(1e-3));
    if enough(low) {
        return low;
    }
    while !enough(high) {
        low = high;
        high *= 2.0;
        if high > 1e12 {
            return f64::INFINITY;
        }
    }
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if enough(middle) { high = middle } else { low = middle }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needed(first: f64, second: f64) -> [f64; 3] {
        [ProportionFormula::Arcsine, ProportionFormula::Unpooled, ProportionFormula::Pooled]
            .map(|formula| (proportions_needed(first, second, 0.05, 0.8, formula) * 10.0).round() / 10.0)
    }

    #[test]
    fn sizes_match_the_published_numbers() {
        for (first, second, golden) in [
            (0.05, 0.06, [8142.6, 8155.0, 8157.7]),
            (0.015, 0.018, [28246.3, 28300.4, 28303.2]),
            (0.10, 0.11, [14744.1, 14748.0, 14750.8]),
            (0.015, 0.0225, [5083.2, 5130.6, 5133.3]),
        ] {
            let ours = needed(first, second);
            assert!(ours.iter().zip(golden).all(|(ours, golden)| (ours - golden).abs() < 0.051), "{ours:?} {golden:?}");
        }
        assert!((t_test_needed(0.2, 0.05, 0.8) - 393.41).abs() < 0.006, "{}", t_test_needed(0.2, 0.05, 0.8));
        assert!((anova_needed(4, 0.1, 0.05, 0.8) - 1094.17).abs() < 0.006, "{}", anova_needed(4, 0.1, 0.05, 0.8));
    }

    #[test]
    fn size_power_and_smallest_lift_invert_each_other() {
        for baseline in [0.002, 0.015, 0.2] {
            let needed = proportions_needed(baseline, baseline * 1.2, 0.05, 0.8, ProportionFormula::Unpooled);
            assert!((proportions_power(baseline, baseline * 1.2, needed, 0.05) - 0.8).abs() < 1e-6);
            let lift = minimum_detectable_lift(baseline, needed, 0.05, 0.8, ProportionFormula::Unpooled).unwrap();
            assert!((lift - 0.2).abs() < 1e-9, "{lift}");
        }
        assert_eq!(minimum_detectable_lift(0.01, 0.01, 0.05, 0.8, ProportionFormula::Unpooled), None);
        assert!(proportions_needed(0.0, 0.1, 0.05, 0.8, ProportionFormula::Pooled).is_nan());
    }
}
