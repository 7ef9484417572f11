//! Draws from the distributions that simulations need, all from a seeded stream. Exact algorithms, no approximation by a normal.
//! Next: [`super::beta_regularized`].

use crate::hash::SeededRandom;

/// A gamma draw of scale 1 (Marsaglia and Tsang 2000; below shape 1 by their power boost). 0 for a shape that is not above 0.
pub fn gamma_draw(shape: f64, random: &mut SeededRandom) -> f64 {
    if shape.is_nan() || shape <= 0.0 {
        return 0.0;
    }
    if shape < 1.0 {
        let boost = (1.0 - random.unit()).powf(1.0 / shape);
        return gamma_draw(shape + 1.0, random) * boost;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let normal = random.normal();
        let cube = (1.0 + c * normal).powi(3);
        if cube > 0.0 {
            let limit = 0.5 * normal * normal + d - d * cube + d * cube.ln();
            if (1.0 - random.unit()).ln() < limit {
                return d * cube;
            }
        }
    }
}

/// A beta draw, as a ratio of gamma draws.
pub fn beta_draw(a: f64, b: f64, random: &mut SeededRandom) -> f64 {
    let (first, second) = (gamma_draw(a, random), gamma_draw(b, random));
    if first + second > 0.0 { first / (first + second) } else { 0.5 }
}

/// A binomial draw: by inversion while the mean is small, else by transformed rejection (Hörmann 1993, BTRS). A share outside 0 to 1
/// counts as the nearer bound.
pub fn binomial_draw(trials: u64, share: f64, random: &mut SeededRandom) -> u64 {
    if trials == 0 || share.is_nan() || share <= 0.0 {
        return 0;
    }
    if share >= 1.0 {
        return trials;
    }
    if share > 0.5 {
        return trials - binomial_draw(trials, 1.0 - share, random);
    }
    if trials as f64 * share < 10.0 { by_inversion(trials, share, random) } else { by_rejection(trials, share, random) }
}

/// `trials` dealt out over cells by weight. Weights that are not above 0 get nothing; all such weights deal nothing out.
pub fn multinomial_draw(trials: u64, weights: &[f64], random: &mut SeededRandom) -> Vec<u64> {
    let clean = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
    let mut left: f64 = weights.iter().map(|weight| clean(*weight)).sum();
    let mut rest = trials;
    weights
        .iter()
        .map(|weight| {
            let weight = clean(*weight);
            // Rounding may leave the last cell a hair less than what is left.
            let share = if left > 0.0 { weight / left } else { 0.0 };
            let count = binomial_draw(rest, if share > 1.0 - 1e-12 { 1.0 } else { share }, random);
            left = (left - weight).max(0.0);
            rest -= count;
            count
        })
        .collect()
}

fn by_inversion(trials: u64, share: f64, random: &mut SeededRandom) -> u64 {
    let odds = share / (1.0 - share);
    let mut chance = (trials as f64 * (-share).ln_1p()).exp();
    let mut left = random.unit();
    let mut count = 0;
    while left > chance && count < trials {
        left -= chance;
        count += 1;
        chance *= odds * (trials - count + 1) as f64 / count as f64;
    }
    count
}

fn by_rejection(trials: u64, share: f64, random: &mut SeededRandom) -> u64 {
    let n = trials as f64;
    let spread = (n * share * (1.0 - share)).sqrt();
    let width = 1.15 + 2.53 * spread;
    let slant = -0.0873 + 0.0248 * width + 0.01 * share;
    let centre = n * share + 0.5;
    let sure = 0.92 - 4.2 / width;
    let scale = (2.83 + 5.1 / width) * spread;
    let log_odds = (share / (1.0 - share)).ln();
    let mode = ((n + 1.0) * share).floor();
    let at_mode = libm::lgamma(mode + 1.0) + libm::lgamma(n - mode + 1.0);
    loop {
        let across = random.unit() - 0.5;
        let height = 1.0 - random.unit();
        let edge = 0.5 - across.abs();
        let count = ((2.0 * slant / edge + width) * across + centre).floor();
        if !(0.0..=n).contains(&count) {
            continue;
        }
        let log_height = || (height * scale / (slant / (edge * edge) + width)).ln();
        let log_chance =
            || at_mode - libm::lgamma(count + 1.0) - libm::lgamma(n - count + 1.0) + (count - mode) * log_odds;
        if (edge >= 0.07 && height <= sure) || log_height() <= log_chance() {
            return count as u64;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Seed;

    /// Mean and variance of many draws.
    fn moments(draws: u32, mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let values: Vec<f64> = (0..draws).map(|_| draw()).collect();
        let mean = values.iter().sum::<f64>() / f64::from(draws);
        (mean, values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / f64::from(draws))
    }

    #[test]
    fn draws_have_the_moments_of_their_distributions() {
        let mut random = Seed(5).stream("sample");
        let close = |ours: f64, truth: f64, tolerance: f64| (ours / truth - 1.0).abs() < tolerance;
        for (n, p) in [(40, 0.02), (1_000, 0.015), (1_000, 0.3), (100_000, 0.015), (500, 0.97)] {
            let (mean, variance) = moments(20_000, || binomial_draw(n, p, &mut random) as f64);
            let truth = n as f64 * p;
            assert!(close(mean, truth, 0.02), "{n} {p} {mean}");
            assert!(close(variance, truth * (1.0 - p), 0.06), "{n} {p} {variance}");
        }
        for shape in [0.4, 1.66, 40.0] {
            let (mean, variance) = moments(20_000, || gamma_draw(shape, &mut random));
            assert!(close(mean, shape, 0.04) && close(variance, shape, 0.08), "{shape} {mean} {variance}");
        }
        let (mean, _) = moments(20_000, || beta_draw(2.0, 6.0, &mut random));
        assert!(close(mean, 0.25, 0.02), "{mean}");
    }

    #[test]
    fn dealing_out_loses_nothing_and_bounds_hold() {
        let mut random = Seed(6).stream("sample");
        for weights in [&[0.2, 0.5, 0.3][..], &[0.0, 1.0], &[1.0, 1e-300, 0.0]] {
            let dealt = multinomial_draw(1_000, weights, &mut random);
            assert_eq!(dealt.iter().sum::<u64>(), 1_000, "{weights:?}");
        }
        assert_eq!(multinomial_draw(10, &[0.0, f64::NAN], &mut random), [0, 0]);
        assert_eq!((binomial_draw(9, 2.0, &mut random), binomial_draw(9, f64::NAN, &mut random)), (9, 0));
        assert!(gamma_draw(-1.0, &mut random) == 0.0);
    }
}
