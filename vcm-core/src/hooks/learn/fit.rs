//! The fit: L2-penalised logistic regression on weighted differences, by Newton's method with conjugate gradients.
//!
//! Features are scaled before the penalty: hashed ones by the inverse frequency of their bucket, so that rare and telling n-grams
//! may weigh more than common ones, dense ones to unit deviation. The scaling is multiplied into the weights afterwards.

use crate::hooks::{
    features::DENSE,
    table::{BUCKET_BITS, Features, HookTable, Weights, group_norm},
};

/// Scale of a hashed feature before the penalty, by group: characters, words.
const HASHED_SCALE: [f64; 2] = [0.3, 0.3];
/// Scale of a dense feature of unit deviation.
const DENSE_SCALE: f64 = 0.075;
/// Least deviation of a dense feature: one that is hardly ever there must not get a large weight.
const LEAST_DEVIATION: f64 = 0.05;
const PENALTY: f64 = 1.0;
const NEWTON_STEPS: usize = 6;
const GRADIENT_STEPS: usize = 25;
/// Words in fewer headlines than this are names and misspellings: the table does not call them known.
const KNOWN_WORD_HEADLINES: usize = 2;

/// One comparison.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    pub(super) block: u32,
    /// Number of the headline that was clicked more.
    pub(super) winner: usize,
    pub(super) loser: usize,
    pub(super) weight: f64,
}

/// The headlines as rows of scaled features.
pub(super) struct Design {
    rows: Vec<Vec<(u32, f32)>>,
    features: Vec<Features>,
    /// Bucket of every hashed column, ascending; the dense columns follow.
    buckets: Vec<u32>,
    bucket_scales: Vec<f64>,
    dense_means: Vec<f64>,
    dense_scales: Vec<f64>,
}

/// A design with its weights.
pub(super) struct Fitted<'d> {
    design: &'d Design,
    weights: Vec<f64>,
}

impl Design {
    pub(super) fn new(headlines: &[&str]) -> Self {
        let features: Vec<Features> = headlines.iter().map(|headline| Features::of(headline)).collect();
        let mut in_headlines = vec![0u32; 1 << BUCKET_BITS];
        for row in &features {
            for bucket in distinct(row.hashed.iter().map(|(_, bucket)| *bucket)) {
                if let Some(count) = in_headlines.get_mut(bucket as usize) {
                    *count += 1;
                }
            }
        }
        let count = features.len().max(1) as f64;
        let seen = in_headlines.iter().enumerate().filter(|(_, found)| **found > 0);
        let (buckets, bucket_scales) =
            seen.map(|(bucket, found)| (bucket as u32, libm::log((count + 1.0) / f64::from(found + 1)))).unzip();
        let mean = |at: usize| {
            features.iter().filter_map(|row| row.dense.get(at)).map(|value| f64::from(*value)).sum::<f64>() / count
        };
        let dense_means: Vec<f64> = (0..DENSE).map(mean).collect();
        let deviation = |(at, mean): (usize, &f64)| {
            let squares =
                features.iter().filter_map(|row| row.dense.get(at)).map(|value| (f64::from(*value) - mean).powi(2));
            DENSE_SCALE / (squares.sum::<f64>() / count).sqrt().max(LEAST_DEVIATION)
        };
        let dense_scales: Vec<f64> = dense_means.iter().enumerate().map(deviation).collect();
        let mut design = Self { rows: Vec::new(), features, buckets, bucket_scales, dense_means, dense_scales };
        design.rows = design.features.iter().map(|row| design.row(row)).collect();
        design
    }

    fn columns(&self) -> usize {
        self.buckets.len() + DENSE
    }

    /// Scaled values by column, each column once.
    fn row(&self, features: &Features) -> Vec<(u32, f32)> {
        let norms = features.counts().map(group_norm);
        let mut found: Vec<(u32, f32)> = Vec::with_capacity(features.hashed.len());
        for (group, bucket) in &features.hashed {
            let group = usize::from(*group);
            if let (Ok(column), Some(scale), Some(norm)) =
                (self.buckets.binary_search(bucket), HASHED_SCALE.get(group), norms.get(group))
            {
                let idf = self.bucket_scales.get(column).copied().unwrap_or(0.0);
                found.push((column as u32, (scale * idf) as f32 * norm));
            }
        }
        found.sort_by_key(|(column, _)| *column);
        let mut row: Vec<(u32, f32)> = Vec::with_capacity(found.len() + DENSE);
        for (column, value) in found {
            match row.last_mut() {
                Some((last, sum)) if *last == column => *sum += value,
                _ => row.push((column, value)),
            }
        }
        let dense = features.dense.iter().zip(&self.dense_means).zip(&self.dense_scales);
        row.extend(dense.enumerate().map(|(at, ((value, mean), scale))| {
            ((self.buckets.len() + at) as u32, ((f64::from(*value) - mean) * scale) as f32)
        }));
        row
    }

    /// Minimises half the squared weights times the penalty, plus the weighted logistic loss of the pairs.
    pub(super) fn fit(&self, pairs: &[&Pair]) -> Fitted<'_> {
        let mut weights = vec![0.0; self.columns()];
        for _ in 0..NEWTON_STEPS {
            let strengths = self.forward(&weights);
            let mut curvatures = Vec::with_capacity(pairs.len());
            let mut pulls = vec![0.0; self.rows.len()];
            for pair in pairs {
                let chance = crate::hooks::chance(difference(&strengths, pair));
                pull(&mut pulls, pair, pair.weight * (chance - 1.0));
                curvatures.push(pair.weight * chance * (1.0 - chance));
            }
            let mut gradient = self.backward(&pulls);
            add(&mut gradient, PENALTY, &weights);
            let step = self.newton_step(&gradient, pairs, &curvatures);
            add(&mut weights, 1.0, &step);
        }
        Fitted { design: self, weights }
    }

    /// Conjugate gradients for the step that the gradient and the curvature ask for.
    fn newton_step(&self, gradient: &[f64], pairs: &[&Pair], curvatures: &[f64]) -> Vec<f64> {
        let mut step = vec![0.0; gradient.len()];
        let mut residual: Vec<f64> = gradient.iter().map(|slope| -slope).collect();
        let mut direction = residual.clone();
        let mut squares = dot(&residual, &residual);
        let enough = squares * 1e-3;
        for _ in 0..GRADIENT_STEPS {
            if squares <= enough.max(1e-12) {
                break;
            }
            let strengths = self.forward(&direction);
            let mut pulls = vec![0.0; self.rows.len()];
            for (pair, curvature) in pairs.iter().zip(curvatures) {
                pull(&mut pulls, pair, curvature * difference(&strengths, pair));
            }
            let mut curved = self.backward(&pulls);
            add(&mut curved, PENALTY, &direction);
            let length = squares / dot(&direction, &curved);
            add(&mut step, length, &direction);
            add(&mut residual, -length, &curved);
            let before = std::mem::replace(&mut squares, dot(&residual, &residual));
            for (along, rest) in direction.iter_mut().zip(&residual) {
                *along = rest + squares / before * *along;
            }
        }
        step
    }

    /// Strength of every headline under weights.
    fn forward(&self, weights: &[f64]) -> Vec<f64> {
        let value = |(column, value): &(u32, f32)| {
            weights.get(*column as usize).map_or(0.0, |weight| weight * f64::from(*value))
        };
        self.rows.iter().map(|row| row.iter().map(value).sum()).collect()
    }

    /// What pulls on headlines add up to for every column.
    fn backward(&self, pulls: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.columns()];
        for (row, pull) in self.rows.iter().zip(pulls).filter(|(_, pull)| **pull != 0.0) {
            for (column, value) in row {
                if let Some(sum) = sums.get_mut(*column as usize) {
                    *sum += pull * f64::from(*value);
                }
            }
        }
        sums
    }
}

impl Fitted<'_> {
    pub(super) fn strength(&self, headline: usize) -> f64 {
        let row = self.design.rows.get(headline).map(Vec::as_slice).unwrap_or_default();
        row.iter().map(|(column, value)| self.weights.get(*column as usize).unwrap_or(&0.0) * f64::from(*value)).sum()
    }

    /// The table, with every strength times `slope`.
    pub(super) fn table(&self, slope: f64) -> HookTable {
        let design = self.design;
        let (hashed_weights, dense_weights) = self.weights.split_at(design.buckets.len());
        let mut hashed = vec![0.0f32; 1 << BUCKET_BITS];
        for ((bucket, weight), idf) in design.buckets.iter().zip(hashed_weights).zip(&design.bucket_scales) {
            if let Some(slot) = hashed.get_mut(*bucket as usize) {
                *slot = (slope * weight * idf * HASHED_SCALE[0]) as f32;
            }
        }
        let dense =
            dense_weights.iter().zip(&design.dense_scales).map(|(weight, scale)| (slope * weight * scale) as f32);
        let count = design.features.len().max(1) as f64;
        let centre = slope * (0..design.rows.len()).map(|headline| self.strength(headline)).sum::<f64>() / count;
        let words = design.features.iter().map(|features| features.words.len()).sum::<usize>().max(1);
        HookTable::from_weights(&Weights {
            hashed,
            dense: dense.collect(),
            dense_means: design.dense_means.iter().map(|mean| *mean as f32).collect(),
            centre: centre as f32,
            // The dense features of the mean headline add nothing, so that all of the centre is its words'.
            word_mean: (centre * count / words as f64) as f32,
            words: self.known_words(),
        })
    }

    fn known_words(&self) -> Vec<u32> {
        let mut words: Vec<u32> =
            self.design.features.iter().flat_map(|features| distinct(features.words.iter().copied())).collect();
        words.sort_unstable();
        let often = words.chunk_by(|a, b| a == b).filter(|same| same.len() >= KNOWN_WORD_HEADLINES);
        often.filter_map(|same| same.first().copied()).collect()
    }
}

fn distinct(values: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut values: Vec<u32> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}

fn difference(strengths: &[f64], pair: &Pair) -> f64 {
    strengths.get(pair.winner).unwrap_or(&0.0) - strengths.get(pair.loser).unwrap_or(&0.0)
}

fn pull(pulls: &mut [f64], pair: &Pair, by: f64) {
    for (headline, by) in [(pair.winner, by), (pair.loser, -by)] {
        if let Some(slot) = pulls.get_mut(headline) {
            *slot += by;
        }
    }
}

fn add(to: &mut [f64], times: f64, from: &[f64]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += times * from);
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}
