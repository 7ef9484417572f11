//! Distributions and tests that the engines share. Formulas are named with their source; precision is that of f64 unless said.

mod beta;
mod gamma;
mod sample;

pub use self::{
    beta::{
        beta_density, beta_regularized, f_cdf, f_quantile, noncentral_f_upper_tail, student_t_quantile,
        student_t_two_sided_p,
    },
    gamma::{chi_square_upper_tail, gamma_upper_regularized},
    sample::{beta_draw, binomial_draw, gamma_draw, multinomial_draw},
};

/// Probability that a standard normal draw is below `x`, through `erfc` (relative error below 1e-14).
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// The `x` with `normal_cdf(x) = p`, for `0 < p < 1`: Acklam's rational approximation and one step of Halley's method
/// (absolute error below 1e-13). Infinite at 0 and 1, not a number outside.
pub fn normal_quantile(p: f64) -> f64 {
    const A: [f64; 6] = [
        -3.969_683_028_665_376e1,
        2.209_460_984_245_205e2,
        -2.759_285_104_469_687e2,
        1.383_577_518_672_69e2,
        -3.066_479_806_614_716e1,
        2.506_628_277_459_239,
    ];
    const B: [f64; 5] = [
        -5.447_609_879_822_406e1,
        1.615_858_368_580_409e2,
        -1.556_989_798_598_866e2,
        6.680_131_188_771_972e1,
        -1.328_068_155_288_572e1,
    ];
    const C: [f64; 6] = [
        -7.784_894_002_430_293e-3,
        -3.223_964_580_411_365e-1,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 4] =
        [7.784_695_709_041_462e-3, 3.224_671_290_700_398e-1, 2.445_134_137_142_996, 3.754_408_661_907_416];
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    if p <= 0.0 || p >= 1.0 {
        return if p <= 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let horner = |coefficients: &[f64], x: f64| coefficients.iter().fold(0.0, |sum, c| sum * x + c);
    let tail = |p: f64| {
        let q = (-2.0 * p.ln()).sqrt();
        horner(&C, q) / (horner(&D, q) * q + 1.0)
    };
    let x = if p < 0.024_25 {
        tail(p)
    } else if p > 1.0 - 0.024_25 {
        -tail(1.0 - p)
    } else {
        let (q, r) = (p - 0.5, (p - 0.5) * (p - 0.5));
        horner(&A, r) * q / (horner(&B, r) * r + 1.0)
    };
    let error = normal_cdf(x) - p;
    let step = error * std::f64::consts::TAU.sqrt() * (x * x / 2.0).exp();
    x - step / (1.0 + x * step / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantile_inverts_cdf() {
        for p in [1e-12, 1e-4, 0.01, 0.024, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999_9] {
            assert!((normal_cdf(normal_quantile(p)) - p).abs() < 1e-13 * (1.0 + 1.0 / p).min(10.0), "{p}");
        }
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-12);
    }
}
