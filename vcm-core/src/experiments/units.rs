//! Tests whose unit is a post or a block of posts: ratios by the delta method, over-dispersed counts, matched blocks.
//! Next: [`super::analyze()`].

use super::{ArmResult, BlockResult, BlockTest, MetricKind, PostResult, t_sequence_p, t_sequence_quantile};
use crate::stats::{student_t_quantile, student_t_two_sided_p};

/// A difference with what is known about its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct UnitTest {
    /// Estimates of control and arm, with the squared standard error of each.
    pub control: (f64, f64),
    pub arm: (f64, f64),
    /// Test statistic.
    pub t: f64,
    /// Degrees of freedom; below 1 nothing can be decided.
    pub degrees: f64,
    /// Observations that the sequential test counts.
    pub effective: f64,
    /// Variance over mean of counts.
    pub dispersion: Option<f64>,
}

impl UnitTest {
    pub(super) fn p(&self) -> f64 {
        if self.degrees < 1.0 { 1.0 } else { student_t_two_sided_p(self.t, self.degrees) }
    }

    pub(super) fn sequence_p(&self) -> f64 {
        t_sequence_p(self.t, self.effective, self.degrees)
    }

    /// Half-widths in standard errors: for one planned look, and for any number.
    pub(super) fn quantiles(&self, alpha: f64) -> [f64; 2] {
        if self.degrees < 1.0 {
            return [f64::INFINITY; 2];
        }
        [student_t_quantile(alpha, self.degrees), t_sequence_quantile(alpha, self.effective, self.degrees)]
    }
}

/// Sums over sums, compared with posts as the unit: the variance of a ratio by the delta method, Welch's degrees of freedom.
pub(super) fn ratio_test(control: &[PostResult], arm: &[PostResult]) -> UnitTest {
    let (first, second) = (ratio(control), ratio(arm));
    let error = (first.1 + second.1).sqrt();
    let (n0, n1) = (control.len() as f64, arm.len() as f64);
    let enough = n0 >= 2.0 && n1 >= 2.0 && error > 0.0;
    let welch = (first.1 + second.1).powi(2) / (first.1.powi(2) / (n0 - 1.0) + second.1.powi(2) / (n1 - 1.0));
    UnitTest {
        control: first,
        arm: second,
        t: if enough { (second.0 - first.0) / error } else { 0.0 },
        degrees: if enough { welch } else { 0.0 },
        effective: n0 * n1 / (n0 + n1).max(1.0),
        dispersion: None,
    }
}

/// A ratio of sums and its squared standard error: `(s_yy + R^2 s_xx - 2 R s_xy) / (n mean_x^2)`.
pub(super) fn ratio(posts: &[PostResult]) -> (f64, f64) {
    let n = posts.len() as f64;
    let (x, y) = posts.iter().fold((0.0, 0.0), |(x, y), post| (x + post.impressions, y + post.successes));
    if x <= 0.0 {
        return (0.0, 0.0);
    }
    let ratio = y / x;
    // The variance of y - R x is the same sum, without cancellation.
    let squares: f64 = posts.iter().map(|post| (post.successes - ratio * post.impressions).powi(2)).sum();
    let mean = x / n;
    (ratio, squares / (n - 1.0).max(1.0) / (n * mean * mean))
}

/// Mean counts, compared by the logarithm of their ratio in a quasi-Poisson model: the variance is the mean times a dispersion that
/// Pearson's statistic estimates from both arms (McCullagh and Nelder 1989).
pub(super) fn count_test(control: &[f64], arm: &[f64]) -> UnitTest {
    let mean = |counts: &[f64]| counts.iter().sum::<f64>() / (counts.len() as f64).max(1.0);
    let (first, second) = (mean(control), mean(arm));
    let (n0, n1) = (control.len() as f64, arm.len() as f64);
    let pearson = |counts: &[f64], mean: f64| {
        counts.iter().map(|count| (count - mean).powi(2)).sum::<f64>() / mean.max(f64::MIN_POSITIVE)
    };
    let degrees = n0 + n1 - 2.0;
    let dispersion = (pearson(control, first) + pearson(arm, second)) / degrees.max(1.0);
    let error = (dispersion / (n0 * first) + dispersion / (n1 * second)).sqrt();
    let enough = degrees >= 1.0 && first > 0.0 && second > 0.0 && error > 0.0;
    UnitTest {
        control: (first, dispersion * first / n0.max(1.0)),
        arm: (second, dispersion * second / n1.max(1.0)),
        t: if enough { (second / first).ln() / error } else { 0.0 },
        degrees: if enough { degrees } else { 0.0 },
        effective: n0 * n1 / (n0 + n1).max(1.0),
        dispersion: enough.then_some(dispersion),
    }
}

/// The paired test over blocks, with the standard error of the mean log ratio.
pub(super) fn block_test(
    control: &str,
    arm: &str,
    blocks: &[BlockResult],
    metric: MetricKind,
    alpha: f64,
) -> Option<(BlockTest, f64)> {
    let ratios: Vec<f64> = blocks
        .iter()
        .filter_map(|block| {
            let find = |name: &str| block.results.iter().find(|result| result.variant == name);
            Some(log_rate(find(arm)?, metric)? - log_rate(find(control)?, metric)?)
        })
        .collect();
    if ratios.len() < 2 {
        return None;
    }
    let n = ratios.len() as f64;
    let mean = ratios.iter().sum::<f64>() / n;
    let error = (ratios.iter().map(|ratio| (ratio - mean).powi(2)).sum::<f64>() / (n - 1.0) / n).sqrt();
    let t = if error > 0.0 { mean / error } else { 0.0 };
    let around = |quantile: f64| [(mean - quantile * error).exp_m1(), (mean + quantile * error).exp_m1()];
    let ever = t_sequence_quantile(alpha, n, n - 1.0);
    let test = BlockTest {
        blocks: u32::try_from(ratios.len()).unwrap_or(u32::MAX),
        lift: mean.exp_m1(),
        interval: around(student_t_quantile(alpha, n - 1.0)),
        t,
        p: student_t_two_sided_p(t, n - 1.0),
        sequence_interval: ever.is_finite().then(|| around(ever)),
        sequence_p: t_sequence_p(t, n, n - 1.0),
    };
    Some((test, error))
}

/// The logarithm of a result; half a success more keeps rates and counts of nothing finite. None for a result without data.
fn log_rate(result: &ArmResult, metric: MetricKind) -> Option<f64> {
    let (x, y) = sums(result);
    let rate = match metric {
        MetricKind::Rate => (y + 0.5) / (x + 1.0),
        MetricKind::Count => (y + 0.5) / x,
        MetricKind::Ratio => y / x,
    };
    (x > 0.0 && rate > 0.0).then(|| rate.ln())
}

/// Denominator and numerator of a result, however it was given.
pub(super) fn sums(result: &ArmResult) -> (f64, f64) {
    if !result.counts.is_empty() {
        return (result.counts.len() as f64, result.counts.iter().sum());
    }
    let posts = result.posts.iter().fold((0.0, 0.0), |(x, y), post| (x + post.impressions, y + post.successes));
    (posts.0 + result.impressions as f64, posts.1 + result.successes as f64)
}
