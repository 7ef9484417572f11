//! Intervals and p-values that stay valid however often one looks (asymptotic confidence sequences).
//!
//! Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021 (arXiv 2103.06476), in the form that GrowthBook documents. Next: [`super::bayes`].

/// Observations at which the sequence is tightest, by default.
pub const DEFAULT_TUNING: f64 = 5_000.0;

/// `rho = sqrt((-2 ln a + ln(-2 ln a + 1)) / N*)`: where the sequence is tightest.
fn rho(alpha: f64, tuning: f64) -> f64 {
    let information = -2.0 * alpha.ln();
    ((information + (information + 1.0).ln()) / tuning).sqrt()
}

/// Half-width of the `1 - alpha` confidence sequence after `n` observations. `variance` is that of one observation: the squared
/// standard error times `n`. Infinite before the first observation.
pub fn sequence_half_width(variance: f64, n: f64, alpha: f64, tuning: f64) -> f64 {
    let rho = rho(alpha, tuning);
    let t = n * rho * rho + 1.0;
    if n <= 0.0 {
        return f64::INFINITY;
    }
    variance.sqrt() * (2.0 * t * (t.sqrt() / alpha).ln() / (n * rho).powi(2)).sqrt()
}

/// Always-valid p-value of a difference with this standard error after `n` observations: below `alpha` exactly when the confidence
/// sequence leaves zero out.
pub fn sequence_p(difference: f64, standard_error: f64, n: f64, alpha: f64, tuning: f64) -> f64 {
    if n <= 0.0 || standard_error <= 0.0 {
        return 1.0;
    }
    let rho = rho(alpha, tuning);
    let t = n * rho * rho + 1.0;
    let distance = difference * difference * n / (standard_error * standard_error);
    (t.sqrt() * (-rho * rho * distance / (2.0 * t)).exp()).min(1.0)
}

/// Scale of the effects that [`t_sequence_p`] looks for, in standard deviations of one observation.
const EFFECT_SCALE: f64 = 1.0;

/// Always-valid p-value of a t statistic, for few observations (blocks, posts), where the sequence above, which rests on large
/// numbers, would err too often. `1 / p` is the Bayes factor of the t-test with a normal prior on the standardised effect and the
/// right-Haar prior on the spread, which is an e-process: under the null hypothesis and normal observations it ever falls below
/// `alpha` with probability at most `alpha`, however often one looks (Lai 1976; Perez-Ortiz et al. 2024, arXiv 2208.07610). `n` is
/// the number of observations, for two samples `n0 n1 / (n0 + n1)`.
pub fn t_sequence_p(t: f64, n: f64, degrees: f64) -> f64 {
    if degrees < 1.0 || !t.is_finite() {
        return 1.0;
    }
    let spread = n.mul_add(EFFECT_SCALE * EFFECT_SCALE, 1.0);
    let x = t * t / degrees;
    let log_ratio = x.ln_1p() - (x / spread).ln_1p();
    (0.5 * spread.ln() - 0.5 * (degrees + 1.0) * log_ratio).exp().min(1.0)
}

/// The `t` at which [`t_sequence_p`] is `alpha`; infinite while there are too few observations for any result to decide.
pub fn t_sequence_quantile(alpha: f64, n: f64, degrees: f64) -> f64 {
    if degrees < 1.0 {
        return f64::INFINITY;
    }
    let spread = n.mul_add(EFFECT_SCALE * EFFECT_SCALE, 1.0);
    let target = ((spread.ln() - 2.0 * alpha.ln()) / (degrees + 1.0)).exp();
    if target >= spread {
        return f64::INFINITY;
    }
    (degrees * (target - 1.0) / (1.0 - target / spread)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Seed;

    #[test]
    fn t_quantile_inverts_p_and_few_blocks_cannot_decide() {
        for n in [5.0, 8.0, 40.0, 900.0] {
            let t = t_sequence_quantile(0.05, n, n - 1.0);
            assert!((t_sequence_p(t, n, n - 1.0) - 0.05).abs() < 1e-12, "{n} {t}");
        }
        assert!(t_sequence_quantile(0.05, 4.0, 3.0).is_infinite() && t_sequence_p(1e9, 4.0, 3.0) > 0.05);
        assert!((t_sequence_p(0.0, 1.0, 0.0) - 1.0).abs() < 1e-15);
    }

    /// A look after every block from the second to the fortieth.
    #[test]
    fn looking_after_every_block_does_not_raise_false_alarms() {
        let mut random = Seed(12).stream("peeking");
        let runs = 2_000;
        let mut alarms = 0;
        for _ in 0..runs {
            let (mut sum, mut squares, mut alarm) = (0.0, 0.0, false);
            for block in 1..=40 {
                let value: f64 = 3.0 * random.normal();
                sum += value;
                squares += value * value;
                let n = f64::from(block);
                if block >= 2 {
                    let error = ((squares - sum * sum / n) / (n - 1.0) / n).sqrt();
                    alarm |= t_sequence_p(sum / n / error, n, n - 1.0) < 0.05;
                }
            }
            alarms += u32::from(alarm);
        }
        assert!(alarms * 20 <= runs && alarms > 0, "{alarms} of {runs}");
    }

    #[test]
    fn half_width_is_the_published_one() {
        let width = sequence_half_width(0.2, 10_000.0, 0.05, DEFAULT_TUNING);
        assert!((width / 0.013_691_34 - 1.0).abs() < 1e-6, "{width}");
    }

    #[test]
    fn p_and_interval_agree() {
        for n in [10.0, 500.0, 80_000.0] {
            let error = (0.2f64 / n).sqrt();
            let width = sequence_half_width(0.2, n, 0.05, DEFAULT_TUNING);
            assert!(sequence_p(width * 1.001, error, n, 0.05, DEFAULT_TUNING) < 0.05);
            assert!(sequence_p(width * 0.999, error, n, 0.05, DEFAULT_TUNING) > 0.05);
        }
        assert!((sequence_p(0.5, 0.0, 10.0, 0.05, DEFAULT_TUNING) - 1.0).abs() < 1e-15);
        assert!(sequence_half_width(0.2, 0.0, 0.05, DEFAULT_TUNING).is_infinite());
    }

    /// Forty looks at tests without a difference: the sequence errs in at most one of twenty, the fixed test in one of four.
    #[test]
    fn forty_peeks_do_not_raise_false_alarms() {
        let mut random = Seed(11).stream("peeking");
        let (mut sequential, mut fixed) = (0, 0);
        let runs = 600;
        for _ in 0..runs {
            let (mut sum, mut by_sequence, mut by_z) = (0.0, false, false);
            for look in 1..=40 {
                // Difference of two arms' sums over 250 observations each, unit variance per observation pair.
                sum += random.normal() * (500.0f64).sqrt();
                let n = f64::from(look) * 500.0;
                let (mean, error) = (sum / n, (1.0 / n).sqrt());
                by_sequence |= sequence_p(mean, error, n, 0.05, DEFAULT_TUNING) < 0.05;
                by_z |= (mean / error).abs() > 1.96;
            }
            sequential += u32::from(by_sequence);
            fixed += u32::from(by_z);
        }
        assert!(sequential * 20 <= runs, "{sequential} of {runs}");
        assert!(fixed * 5 >= runs, "the fixed test should fail here: {fixed} of {runs}");
    }
}
