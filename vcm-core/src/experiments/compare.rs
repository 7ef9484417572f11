//! One arm against the control. Next: [`super::analyze()`].

use super::{
    AnalysisInput, ArmResult, BlockResult, Comparison, LiftPosterior, MetricKind, Unit, sequence_half_width,
    sequence_p,
    units::{UnitTest, block_test, count_test, ratio_test, sums},
};
use crate::stats::{normal_cdf, normal_quantile};

/// The results of one metric.
#[derive(Debug, Clone, Copy)]
pub(super) struct Results<'a> {
    pub metric: MetricKind,
    pub arms: &'a [ArmResult],
    pub blocks: &'a [BlockResult],
    pub higher_is_better: bool,
}

/// Compares `arm` with `control`, both with all their results. `decision_p` is not adjusted yet and holds for any number of looks.
pub(super) fn compare(control: &ArmResult, arm: &ArmResult, results: Results<'_>, input: &AnalysisInput) -> Comparison {
    let unit_test = match results.metric {
        _ if !results.blocks.is_empty() => None,
        MetricKind::Count => Some(count_test(&control.counts, &arm.counts)),
        _ if !control.posts.is_empty() => Some(ratio_test(&control.posts, &arm.posts)),
        _ => None,
    };
    let mut comparison = match unit_test {
        Some(test) => by_posts(&test, results, input),
        None => by_impressions(control, arm, results, input),
    };
    comparison.variant.clone_from(&arm.variant);
    comparison.control.clone_from(&control.variant);
    if let Some((test, error)) = block_test(&control.variant, &arm.variant, results.blocks, results.metric, input.alpha)
    {
        // Few blocks may agree by luck; the noise of counting impressions is there all the same.
        let noise = (error * error).max(counting_noise(control, arm, results.metric));
        let shrunk = shrink(test.lift.ln_1p(), noise, input);
        (comparison.shrunk_lift, comparison.shrunk_interval) = (Some(shrunk.0), Some(shrunk.1));
        comparison.blocks = Some(test);
    }
    if !results.blocks.is_empty() {
        comparison.unit = Unit::Blocks;
        comparison.decision_p = comparison.blocks.map_or(1.0, |test| test.sequence_p);
    }
    comparison
}

/// Variance of a log ratio of rates that counting alone makes; 0 for other metrics.
fn counting_noise(control: &ArmResult, arm: &ArmResult, metric: MetricKind) -> f64 {
    let of = |arm: &ArmResult| {
        let (n, s) = sums(arm);
        let p = (s + 0.5) / (n + 1.0);
        (1.0 - p) / (p * n.max(1.0))
    };
    if metric == MetricKind::Rate { of(control) + of(arm) } else { 0.0 }
}

/// Posts as the unit.
fn by_posts(test: &UnitTest, results: Results<'_>, input: &AnalysisInput) -> Comparison {
    let alpha = input.alpha;
    let ((first, first_error), (second, second_error)) = (test.control, test.arm);
    let difference = second - first;
    let error = (first_error + second_error).sqrt();
    let [once, ever] = test.quantiles(alpha);
    let around = |quantile: f64| {
        let half = quantile * error;
        if half.is_nan() { [f64::NEG_INFINITY, f64::INFINITY] } else { [difference - half, difference + half] }
    };
    let noise = first_error / (first * first) + second_error / (second * second);
    let positive = first > 0.0 && second > 0.0;
    let shrunk = positive.then(|| shrink((second / first).ln(), noise, input));
    Comparison {
        unit: Unit::Posts,
        difference,
        lift: (first > 0.0).then(|| second / first - 1.0),
        shrunk_lift: shrunk.map(|(lift, _)| lift),
        shrunk_interval: shrunk.map(|(_, interval)| interval),
        posterior: posterior(test.control, test.arm, alpha, results.higher_is_better),
        z: test.t,
        p: test.p(),
        interval: finite(around(once)),
        sequence_interval: finite(around(ever)),
        sequence_p: test.sequence_p(),
        decision_p: test.sequence_p(),
        dispersion: test.dispersion,
        ..empty()
    }
}

/// Impressions as the unit: rates of totals.
fn by_impressions(control: &ArmResult, arm: &ArmResult, results: Results<'_>, input: &AnalysisInput) -> Comparison {
    let ((n0, s0), (n1, s1)) = (sums(control), sums(arm));
    let rate = |n: f64, s: f64| if n > 0.0 { s / n } else { 0.0 };
    let (p0, p1) = (rate(n0, s0), rate(n1, s1));
    let difference = p1 - p0;
    if results.metric != MetricKind::Rate {
        // Blocks of counts or ratios: the blocks are the only test, the totals only describe.
        return Comparison { difference, lift: (p0 > 0.0).then(|| p1 / p0 - 1.0), ..empty() };
    }
    let seen = n0 > 0.0 && n1 > 0.0;
    let pooled = (s0 + s1) / (n0 + n1).max(1.0);
    let pooled_error = (pooled * (1.0 - pooled) * (1.0 / n0 + 1.0 / n1)).sqrt();
    let z = if seen && pooled_error > 0.0 { difference / pooled_error } else { 0.0 };
    // Without any success or failure an arm's plain variance is zero: half a success more keeps the interval honest.
    let guarded = |s: f64, n: f64| {
        let p = (s + 0.5) / (n + 1.0);
        p * (1.0 - p) / n
    };
    let error = if seen { (guarded(s0, n0) + guarded(s1, n1)).sqrt() } else { f64::INFINITY };
    let around = |half: f64| [(difference - half).max(-1.0), (difference + half).min(1.0)];
    let n = n0 + n1;
    let (half, ever) = if seen {
        let half = sequence_half_width(error * error * n, n, input.alpha, input.sequential_tuning);
        (half, sequence_p(difference, error, n, input.alpha, input.sequential_tuning))
    } else {
        (f64::INFINITY, 1.0)
    };
    let shrunk = (s0 > 0.0 && s1 > 0.0).then(|| {
        let noise = (1.0 - p0) / (n0 * p0) + (1.0 - p1) / (n1 * p1);
        shrink((p1 / p0).ln(), noise, input)
    });
    let plain = |p: f64, n: f64| (p, p * (1.0 - p) / n);
    Comparison {
        unit: Unit::Impressions,
        difference,
        lift: (p0 > 0.0).then(|| p1 / p0 - 1.0),
        shrunk_lift: shrunk.map(|(lift, _)| lift),
        shrunk_interval: shrunk.map(|(_, interval)| interval),
        posterior: seen
            .then(|| posterior(plain(p0, n0), plain(p1, n1), input.alpha, results.higher_is_better))
            .flatten(),
        z,
        p: 2.0 * normal_cdf(-z.abs()),
        interval: around(normal_quantile(1.0 - input.alpha / 2.0) * error),
        sequence_interval: around(half),
        sequence_p: ever,
        decision_p: ever,
        ..empty()
    }
}

/// The relative lift with a flat prior, its variance by the delta method: `v1 / m0^2 + v0 m1^2 / m0^4`.
fn posterior(control: (f64, f64), arm: (f64, f64), alpha: f64, higher_is_better: bool) -> Option<LiftPosterior> {
    let ((m0, v0), (m1, v1)) = (control, arm);
    let sd = (v1 / (m0 * m0) + v0 * m1 * m1 / m0.powi(4)).sqrt();
    if m0 <= 0.0 || !sd.is_finite() || sd <= 0.0 {
        return None;
    }
    let mean = m1 / m0 - 1.0;
    let sign = if higher_is_better { 1.0 } else { -1.0 };
    let worse = normal_cdf(-sign * mean / sd);
    let density = (-0.5 * (mean / sd).powi(2)).exp() / std::f64::consts::TAU.sqrt();
    let half = normal_quantile(1.0 - alpha / 2.0) * sd;
    Some(LiftPosterior {
        mean,
        sd,
        interval: [mean - half, mean + half],
        chance_to_beat: 1.0 - worse,
        // P(worse) |E[lift | worse]| of a normal.
        expected_loss: (sd * density - sign * mean * worse).max(0.0),
    })
}

/// A log ratio shrunk to no difference, for the winner's curse: normal prior, each variant's log rate with the between-variants spread.
fn shrink(log_ratio: f64, noise: f64, input: &AnalysisInput) -> (f64, [f64; 2]) {
    let spread = 2.0 * input.between_variants_sd.powi(2);
    let keep = spread / (spread + noise);
    let mean = log_ratio * keep;
    let half = normal_quantile(1.0 - input.alpha / 2.0) * (keep * noise).sqrt();
    (mean.exp_m1(), [(mean - half).exp_m1(), (mean + half).exp_m1()])
}

/// JSON knows no infinity: an interval that excludes nothing is as wide as numbers go.
fn finite(interval: [f64; 2]) -> [f64; 2] {
    interval.map(|end| end.clamp(f64::MIN, f64::MAX))
}

fn empty() -> Comparison {
    Comparison {
        variant: String::new(),
        control: String::new(),
        unit: Unit::Impressions,
        difference: 0.0,
        lift: None,
        shrunk_lift: None,
        shrunk_interval: None,
        posterior: None,
        z: 0.0,
        p: 1.0,
        interval: [f64::MIN, f64::MAX],
        sequence_interval: [f64::MIN, f64::MAX],
        sequence_p: 1.0,
        decision_p: 1.0,
        dispersion: None,
        blocks: None,
    }
}
