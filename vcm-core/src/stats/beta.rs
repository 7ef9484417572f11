//! The incomplete beta function with the distributions built on it: Student's t, F, noncentral F. Next: [`super`].

/// Regularised incomplete beta `I_x(a, b)`, Lentz's continued fraction (Numerical Recipes 6.4). Relative error below 1e-11 for
/// `a`, `b` up to 1e9. Not a number outside `0 <= x <= 1` or for `a`, `b` not above 0.
pub fn beta_regularized(a: f64, b: f64, x: f64) -> f64 {
    if a.is_nan() || b.is_nan() || a <= 0.0 || b <= 0.0 || !(0.0..=1.0).contains(&x) {
        return f64::NAN;
    }
    if x <= 0.0 || x >= 1.0 {
        return x;
    }
    let front = front(a, b, x);
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

/// Density of a beta distribution. 0 outside `0 < x < 1`.
pub fn beta_density(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 { 0.0 } else { front(a, b, x) / (x * (1.0 - x)) }
}

/// Probability that `|T|` exceeds `|t|` for Student's t with `degrees` of freedom.
pub fn student_t_two_sided_p(t: f64, degrees: f64) -> f64 {
    beta_regularized(degrees / 2.0, 0.5, degrees / (degrees + t * t))
}

/// The `t >= 0` with `P(|T| > t) = two_sided_p`.
pub fn student_t_quantile(two_sided_p: f64, degrees: f64) -> f64 {
    invert(|t| 1.0 - student_t_two_sided_p(t, degrees), 1.0 - two_sided_p)
}

/// Probability that an F draw with `numerator` and `denominator` degrees of freedom is below `x`.
pub fn f_cdf(x: f64, numerator: f64, denominator: f64) -> f64 {
    let x = x.max(0.0);
    beta_regularized(numerator / 2.0, denominator / 2.0, numerator * x / (numerator * x + denominator))
}

/// The `x` with `f_cdf(x) = p`.
pub fn f_quantile(p: f64, numerator: f64, denominator: f64) -> f64 {
    invert(|x| f_cdf(x, numerator, denominator), p)
}

/// Probability that a noncentral F draw exceeds `x`: a Poisson mixture of betas, summed from its mode outwards until terms
/// fall below 1e-17. The square of a noncentral t is the case of one numerator degree.
pub fn noncentral_f_upper_tail(x: f64, numerator: f64, denominator: f64, noncentrality: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    let half = noncentrality / 2.0;
    if half <= 0.0 {
        return 1.0 - f_cdf(x, numerator, denominator);
    }
    // So far above the critical value that the sum, which would be long, is one to the last bit.
    if noncentrality > 20_000.0 && denominator > 200.0 && numerator * x < noncentrality / 4.0 {
        return 1.0;
    }
    let share = numerator * x / (numerator * x + denominator);
    let weight = |j: f64| (j * half.ln() - half - libm::lgamma(j + 1.0)).exp();
    let term = |j: f64| weight(j) * beta_regularized(numerator / 2.0 + j, denominator / 2.0, share);
    let mode = half.floor();
    let mut below = 0.0;
    let mut j = mode;
    while j >= 0.0 && weight(j) > 1e-17 {
        below += term(j);
        j -= 1.0;
    }
    let mut j = mode + 1.0;
    while weight(j) > 1e-17 {
        below += term(j);
        j += 1.0;
    }
    (1.0 - below).clamp(0.0, 1.0)
}

/// Inverts a rising function on the half-line by doubling and bisection to the last bit.
fn invert(rising: impl Fn(f64) -> f64, target: f64) -> f64 {
    let mut high = 1.0;
    while rising(high) < target && high < 1e300 {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if rising(middle) < target {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// `x^a (1 - x)^b / B(a, b)`. For large `a` and `b` the logarithms are large and nearly cancel, so there the density is written
/// around its mean, with Stirling's series for what is left (Loader 2000).
fn front(a: f64, b: f64, x: f64) -> f64 {
    if a.min(b) < 15.0 {
        return (a * x.ln() + b * (-x).ln_1p() - log_beta(a, b)).exp();
    }
    let n = a + b;
    let mean = a / n;
    // n * (deviance of x from the mean), each logarithm taken of a ratio near one.
    let gap = (x * n - a) / n;
    let exponent = a * (gap / mean).ln_1p() + b * (-gap / (b / n)).ln_1p();
    (exponent + stirling(n) - stirling(a) - stirling(b)).exp() * (a * (b / n) / std::f64::consts::TAU).sqrt()
}

/// `ln B(a, b)`, without the cancellation that large arguments bring.
fn log_beta(a: f64, b: f64) -> f64 {
    let (small, large) = (a.min(b), a.max(b));
    if large < 15.0 {
        return libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    }
    let ratio = (small / large).ln_1p();
    let drop = -(large + small - 0.5) * ratio - small * large.ln() + small + stirling(large) - stirling(small + large);
    libm::lgamma(small) + drop
}

/// What `lgamma(z)` is above `(z - 1/2) ln z - z + ln(2 pi) / 2`, for `z` of 15 or more.
fn stirling(z: f64) -> f64 {
    let square = z * z;
    (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / (1188.0 * square)) / square) / square) / square)
        / z
}

#[expect(clippy::many_single_char_names, reason = "the letters of the published recurrence")]
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let guard = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / guard(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for step in 1..200_000 {
        let m = f64::from(step);
        for numerator in [
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        ] {
            d = 1.0 / guard(1.0 + numerator * d);
            c = guard(1.0 + numerator / c);
            h *= d * c;
        }
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beta_matches_closed_forms() {
        // I_x(1, b) = 1 - (1 - x)^b; I_x(a, 1) = x^a; symmetric at one half.
        for x in [0.01, 0.3, 0.5, 0.77, 0.999] {
            assert!((beta_regularized(1.0, 5.0, x) - (1.0 - (1.0 - x).powi(5))).abs() < 1e-13, "{x}");
            assert!((beta_regularized(4.0, 1.0, x) - x.powi(4)).abs() < 1e-13, "{x}");
        }
        assert!((beta_regularized(40.0, 40.0, 0.5) - 0.5).abs() < 1e-12);
        assert!(beta_regularized(0.0, 1.0, 0.5).is_nan());
    }

    #[test]
    fn t_and_f_have_the_textbook_quantiles() {
        assert!((student_t_quantile(0.05, 10.0) - 2.228_138_851_986_273).abs() < 1e-9);
        assert!((student_t_quantile(0.10, 1.0) - 6.313_751_514_675_04).abs() < 1e-8);
        assert!((f_quantile(0.95, 3.0, 20.0) - 3.098_391_212_073_74).abs() < 1e-6);
    }

    #[test]
    fn noncentral_f_reduces_to_central_and_grows() {
        let at = |noncentrality| noncentral_f_upper_tail(3.0, 2.0, 30.0, noncentrality);
        assert!((at(0.0) - (1.0 - f_cdf(3.0, 2.0, 30.0))).abs() < 1e-12);
        assert!(at(0.0) < at(1.0) && at(1.0) < at(5.0) && at(5.0) < at(500.0) && at(500.0) <= 1.0);
    }
}
