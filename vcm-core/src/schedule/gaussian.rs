//! How strong each hour is, given shrunk evidence: a Gaussian process over the circle of 24 hours.
//!
//! An hour's effect is the sum of a smooth part (periodic squared-exponential covariance, MacKay 1998) and a part of its own. How smooth
//! and how large they are differs between accounts, so every combination of a small grid is fitted and combinations are weighed by
//! their marginal likelihood (Rasmussen & Williams 2006, section 5.2, averaged instead of maximised): an account whose hours say
//! little is shrunk hard, one with clear hours hardly. All variances are in units of the variance of single posts.
//! Next: [`super::prior`].

/// Reach of the smooth part, in hours.
const REACH_HOURS: [f64; 3] = [1.5, 3.0, 6.0];
/// Variance of the smooth part.
const SMOOTH: [f64; 5] = [0.0, 0.02, 0.05, 0.12, 0.3];
/// Variance of each hour's own part; never 0, so that an hour that was never tried does not outrank the hour it borrows from.
const OWN: [f64; 4] = [0.005, 0.01, 0.03, 0.08];
/// Hour effects do not stay as they are: this much variance of a period's hour mean says nothing about the next period. It is also
/// what makes 90 % intervals hold 90 % of later hour means.
const PASSING: f64 = 0.05;
/// Uncertainty of the account's level.
const LEVEL: f64 = 0.5;
/// Correlation of hour effects between two kinds of posts (working days and weekends, one format and the others).
const BETWEEN_KINDS: f64 = 0.75;
/// Variance of the levels of kinds.
const KIND_LEVEL: f64 = 0.05;

/// What the posts of one hour of one kind say.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Evidence {
    /// Mean residual; 0 without posts.
    pub(super) mean: f64,
    /// Posts' worth of weight; 0 without posts.
    pub(super) weight: f64,
    /// Share of the account's posts.
    pub(super) share: f64,
    /// What was assumed before any post.
    pub(super) prior: f64,
}

/// Posterior mean and standard deviation of every cell's effect over the account's mean. `cells` holds 24 hours for each kind; two
/// kinds are the closer the fewer bits of their indices differ. `variance` is that of single posts.
pub(super) fn posterior(cells: &[Evidence], variance: f64) -> Vec<(f64, f64)> {
    let centre: f64 = cells.iter().map(|cell| cell.share * cell.prior).sum();
    let mut mixed = vec![(0.0, 0.0); cells.len()];
    let (mut total, mut peak) = (0.0, f64::NEG_INFINITY);
    for reach in REACH_HOURS {
        let kernel = circular(reach);
        for smooth in SMOOTH {
            for own in OWN {
                let covariance = covariance(cells.len(), &kernel, smooth, own);
                let Some(fit) = fit(cells, &covariance, variance) else { continue };
                if fit.log_likelihood > peak {
                    let fade = libm::exp(peak - fit.log_likelihood);
                    for (mean, square) in &mut mixed {
                        (*mean, *square) = (*mean * fade, *square * fade);
                    }
                    (total, peak) = (total * fade, fit.log_likelihood);
                }
                let weight = libm::exp(fit.log_likelihood - peak);
                total += weight;
                for ((mean, square), (found, spread)) in mixed.iter_mut().zip(fit.effects) {
                    *mean += weight * found;
                    *square += weight * (spread + found * found);
                }
            }
        }
    }
    let scale = if total > 0.0 { total } else { 1.0 };
    let finish = |((mean, square), cell): ((f64, f64), &Evidence)| {
        let (mean, square) = (mean / scale, square / scale);
        (mean + cell.prior - centre, (square - mean * mean).max(0.0).sqrt())
    };
    mixed.into_iter().zip(cells).map(finish).collect()
}

struct Fit {
    log_likelihood: f64,
    /// Mean and variance of each cell's effect over the share-weighted mean of all.
    effects: Vec<(f64, f64)>,
}

/// Exact Gaussian conditioning for one combination.
fn fit(cells: &[Evidence], covariance: &[Vec<f64>], variance: f64) -> Option<Fit> {
    let seen: Vec<usize> = (0..cells.len()).filter(|index| cells.get(*index).is_some_and(|c| c.weight > 0.0)).collect();
    let pick = |row: &[f64]| seen.iter().map(|index| row.get(*index).copied().unwrap_or(0.0)).collect::<Vec<_>>();
    let mut observed = Vec::with_capacity(seen.len());
    let mut surprise = Vec::with_capacity(seen.len());
    for (position, index) in seen.iter().enumerate() {
        let (cell, row) = (cells.get(*index)?, covariance.get(*index)?);
        let mut row = pick(row);
        for value in &mut row {
            *value += LEVEL;
        }
        *row.get_mut(position)? += 1.0 / cell.weight + PASSING;
        observed.push(row);
        surprise.push(cell.mean - cell.prior);
    }
    let factor = cholesky(&observed)?;
    let weighed = forward(&factor, &surprise);
    let log_determinant: f64 = factor.iter().filter_map(|row| row.last()).map(|value| 2.0 * libm::log(*value)).sum();
    let log_likelihood = -0.5 * (dot(&weighed, &weighed) / variance + log_determinant);

    let whitened: Vec<Vec<f64>> = covariance.iter().map(|row| forward(&factor, &pick(row))).collect();
    let mut middle = vec![0.0; seen.len()];
    for (cell, row) in cells.iter().zip(&whitened).filter(|(cell, _)| cell.share > 0.0) {
        middle.iter_mut().zip(row).for_each(|(sum, value)| *sum += cell.share * value);
    }
    let with_mean: Vec<f64> =
        covariance.iter().map(|row| row.iter().zip(cells).map(|(value, cell)| value * cell.share).sum()).collect();
    let of_mean: f64 = with_mean.iter().zip(cells).map(|(value, cell)| value * cell.share).sum();
    let effects = whitened.iter().zip(covariance).zip(&with_mean).enumerate().map(|(index, ((white, row), cross))| {
        let apart: Vec<f64> = white.iter().zip(&middle).map(|(one, mean)| one - mean).collect();
        let before = row.get(index).copied().unwrap_or(0.0) - 2.0 * cross + of_mean;
        (dot(&apart, &weighed), variance * (before - dot(&apart, &apart)).max(0.0))
    });
    Some(Fit { log_likelihood, effects: effects.collect() })
}

/// Covariance between all cells, before any post.
fn covariance(cells: usize, kernel: &[f64; 24], smooth: f64, own: f64) -> Vec<Vec<f64>> {
    let several = cells > 24;
    let between = |one: usize, other: usize| {
        let distance = (one % 24 + 24 - other % 24) % 24;
        let differing = ((one / 24) ^ (other / 24)).count_ones();
        let hour = smooth * kernel.get(distance).copied().unwrap_or(0.0) + if distance == 0 { own } else { 0.0 };
        let level = if several && differing == 0 { KIND_LEVEL } else { 0.0 };
        hour * BETWEEN_KINDS.powi(i32::try_from(differing).unwrap_or(0)) + level
    };
    (0..cells).map(|one| (0..cells).map(|other| between(one, other)).collect()).collect()
}

/// Correlation by distance on the circle, 1 at distance 0.
fn circular(reach_hours: f64) -> [f64; 24] {
    let turn = std::f64::consts::TAU / 24.0;
    let mut kernel = [0.0; 24];
    for (distance, value) in kernel.iter_mut().enumerate() {
        let chord = 2.0 * libm::sin(turn * distance as f64 / 2.0) / (turn * reach_hours);
        *value = libm::exp(-0.5 * chord * chord);
    }
    kernel
}

/// Lower triangular rows whose product with their transpose is `matrix`; none when it is not positive definite.
fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (index, row) in matrix.iter().enumerate() {
        let mut next: Vec<f64> = Vec::with_capacity(index + 1);
        for (before, value) in factor.iter().zip(row) {
            next.push((value - dot(&next, before)) / before.last()?);
        }
        let rest = row.get(index)? - dot(&next, &next);
        if rest.is_nan() || rest <= 0.0 {
            return None;
        }
        next.push(rest.sqrt());
        factor.push(next);
    }
    Some(factor)
}

/// Solves `factor · x = right`.
fn forward(factor: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let mut solved: Vec<f64> = Vec::with_capacity(right.len());
    for (row, value) in factor.iter().zip(right) {
        let diagonal = row.last().copied().unwrap_or(1.0);
        solved.push((value - dot(&solved, row)) / diagonal);
    }
    solved
}

/// Sum of products over the shorter length.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(kinds: usize) -> Vec<Evidence> {
        vec![Evidence { mean: 0.0, weight: 10.0, share: 1.0 / (24 * kinds) as f64, prior: 0.0 }; 24 * kinds]
    }

    #[test]
    fn a_clear_hour_stands_out_and_its_neighbours_follow() {
        let mut cells = flat(1);
        cells[9] = Evidence { mean: 0.8, weight: 60.0, ..cells[9] };
        let found = posterior(&cells, 0.25);
        assert!(found[9].0 > 0.3 && found[9].0 < 0.8, "{:?}", found[9]);
        assert!(found[10].0 > found[21].0);
        assert!(found.iter().all(|(mean, sd)| mean.is_finite() && *sd > 0.0));
    }

    #[test]
    fn without_posts_the_prior_is_what_is_left() {
        let mut cells = vec![Evidence::default(); 24];
        for (hour, cell) in cells.iter_mut().enumerate() {
            (cell.share, cell.prior) = (1.0 / 24.0, hour as f64);
        }
        let found = posterior(&cells, 1.0);
        assert!(found.iter().enumerate().all(|(hour, (mean, _))| (mean - (hour as f64 - 11.5)).abs() < 1e-9));
    }

    #[test]
    fn kinds_share_what_they_have_in_common() {
        let mut cells = flat(2);
        // The second kind has no posts of its own at nine.
        cells[9] = Evidence { mean: 0.8, weight: 60.0, ..cells[9] };
        cells[33].weight = 0.0;
        let found = posterior(&cells, 0.25);
        assert!(found[33].0 > 0.1 && found[33].0 < found[9].0, "{:?} {:?}", found[33], found[9]);
        assert!(found[33].1 > 0.0);
    }

    #[test]
    fn the_factor_times_its_transpose_is_the_matrix() {
        let matrix = vec![vec![4.0, 2.0, 0.4], vec![2.0, 3.0, 1.0], vec![0.4, 1.0, 2.0]];
        let factor = cholesky(&matrix).unwrap();
        for (i, row) in matrix.iter().enumerate() {
            for (j, value) in row.iter().enumerate() {
                let product: f64 = (0..=i.min(j)).map(|k| factor[i][k] * factor[j][k]).sum();
                assert!((product - value).abs() < 1e-12);
            }
        }
        assert!(cholesky(&[vec![1.0, 2.0], vec![2.0, 1.0]]).is_none());
    }
}
