//! Word vectors of unlabelled posts: positive pointwise mutual information of neighbours (Levy and Goldberg 2014), brought to few
//! dimensions by subspace iteration (Halko, Martinsson and Tropp 2011).

use std::collections::BTreeMap;

use vcm_core::hash::Seed;

pub(crate) const DIMENSIONS: usize = 150;
const WINDOW: usize = 5;
const PASSES: usize = 5;

/// Unit vectors by word, with the word's inverse document frequency multiplied in.
pub(crate) struct Vectors {
    by_word: BTreeMap<u64, Vec<f32>>,
}

impl Vectors {
    pub(crate) fn get(&self, word: u64) -> Option<&[f32]> {
        self.by_word.get(&word).map(Vec::as_slice)
    }

    pub(crate) fn words(&self) -> impl Iterator<Item = u64> {
        self.by_word.keys().copied()
    }

    /// Learns from texts as hashes of words; words below `least` occurrences stay out.
    pub(crate) fn learn(texts: &[Vec<u64>], least: u32) -> Self {
        let mut counts: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
        for text in texts {
            let mut words = text.clone();
            words.sort_unstable();
            for same in words.chunk_by(|a, b| a == b) {
                let entry = counts.entry(same[0]).or_default();
                entry.0 += same.len() as u32;
                entry.1 += 1;
            }
        }
        let known: Vec<(u64, u32)> =
            counts.iter().filter(|(_, count)| count.0 >= least).map(|(word, count)| (*word, count.1)).collect();
        let place = |word: u64| known.binary_search_by_key(&word, |entry| entry.0).ok();
        let matrix = Matrix::of(texts, known.len(), place);
        let basis = matrix.principal();
        let mut by_word = BTreeMap::new();
        for (index, (word, documents)) in known.iter().enumerate() {
            let vector = &basis[index * DIMENSIONS..(index + 1) * DIMENSIONS];
            let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(1e-9);
            let rarity = (texts.len() as f32 / (1.0 + *documents as f32)).ln() / 8.0;
            by_word.insert(*word, vector.iter().map(|value| value / length * rarity).collect());
        }
        Self { by_word }
    }
}

/// A symmetric sparse matrix by rows.
struct Matrix {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Matrix {
    fn of(texts: &[Vec<u64>], size: usize, place: impl Fn(u64) -> Option<usize>) -> Self {
        let mut pairs: Vec<(u64, f32)> = Vec::new();
        for text in texts {
            let places: Vec<usize> = text.iter().filter_map(|word| place(*word)).collect();
            for (index, left) in places.iter().enumerate() {
                for (distance, right) in places.iter().skip(index + 1).take(WINDOW).enumerate() {
                    let weight = 1.0 / (distance + 1) as f32;
                    pairs.push(((*left as u64) << 32 | *right as u64, weight));
                    pairs.push(((*right as u64) << 32 | *left as u64, weight));
                }
            }
        }
        pairs.sort_by_key(|pair| pair.0);
        let mut merged: Vec<(u64, f32)> = Vec::new();
        for same in pairs.chunk_by(|a, b| a.0 == b.0) {
            merged.push((same[0].0, same.iter().map(|pair| pair.1).sum()));
        }
        drop(pairs);
        let mut sums = vec![0.0f64; size];
        for (key, weight) in &merged {
            sums[(key >> 32) as usize] += f64::from(*weight);
        }
        // Contexts count by the power ¾, as usual, half on each side so that the matrix stays symmetric.
        let smooth: f64 = sums.iter().map(|sum| sum.powf(0.75)).sum();
        let cost: Vec<f64> = sums.iter().map(|sum| 0.5 * (sum.max(1e-9).ln() * 1.75 - smooth.ln())).collect();
        let mut starts = vec![0];
        let mut entries = Vec::new();
        let mut row = 0;
        for (key, weight) in merged {
            let (left, right) = ((key >> 32) as usize, (key & 0xffff_ffff) as usize);
            while row < left {
                starts.push(entries.len());
                row += 1;
            }
            let information = f64::from(weight).ln() - cost[left] - cost[right];
            if information > 0.0 {
                entries.push((right as u32, information as f32));
            }
        }
        while starts.len() <= size {
            starts.push(entries.len());
        }
        Self { starts, entries }
    }

    fn size(&self) -> usize {
        self.starts.len() - 1
    }

    fn times(&self, basis: &[f32]) -> Vec<f32> {
        let mut out = vec![0.0f32; basis.len()];
        for row in 0..self.size() {
            let target = &mut out[row * DIMENSIONS..(row + 1) * DIMENSIONS];
            for (column, value) in &self.entries[self.starts[row]..self.starts[row + 1]] {
                let source = &basis[*column as usize * DIMENSIONS..(*column as usize + 1) * DIMENSIONS];
                for (slot, other) in target.iter_mut().zip(source) {
                    *slot += value * other;
                }
            }
        }
        out
    }

    /// The leading eigenvectors, each times the square root of its eigenvalue: one row a word.
    fn principal(&self) -> Vec<f32> {
        let mut random = Seed(3).stream("vectors");
        let mut basis: Vec<f32> = (0..self.size() * DIMENSIONS).map(|_| random.normal() as f32).collect();
        orthonormalise(&mut basis);
        for _ in 0..PASSES {
            basis = self.times(&basis);
            orthonormalise(&mut basis);
        }
        let image = self.times(&basis);
        let mut small = vec![0.0f64; DIMENSIONS * DIMENSIONS];
        for (left, right) in basis.chunks(DIMENSIONS).zip(image.chunks(DIMENSIONS)) {
            for (i, a) in left.iter().enumerate() {
                for (j, b) in right.iter().enumerate() {
                    small[i * DIMENSIONS + j] += f64::from(a * b);
                }
            }
        }
        let (values, vectors) = eigen(small);
        let mut out = vec![0.0f32; basis.len()];
        for (target, source) in out.chunks_mut(DIMENSIONS).zip(basis.chunks(DIMENSIONS)) {
            for (i, value) in source.iter().enumerate() {
                for (j, slot) in target.iter_mut().enumerate() {
                    *slot += value * (vectors[i * DIMENSIONS + j] * values[j].abs().sqrt()) as f32;
                }
            }
        }
        out
    }
}

/// Gram–Schmidt over the columns.
fn orthonormalise(basis: &mut [f32]) {
    // The rows of the triangular factor, by Cholesky of the Gram matrix, twice for accuracy.
    for _ in 0..2 {
        let mut gram = vec![0.0f64; DIMENSIONS * DIMENSIONS];
        for row in basis.chunks(DIMENSIONS) {
            for (i, a) in row.iter().enumerate() {
                for (j, b) in row.iter().enumerate().take(i + 1) {
                    gram[i * DIMENSIONS + j] += f64::from(a * b);
                }
            }
        }
        let mut lower = vec![0.0f64; DIMENSIONS * DIMENSIONS];
        for i in 0..DIMENSIONS {
            for j in 0..=i {
                let dot: f64 = (0..j).map(|k| lower[i * DIMENSIONS + k] * lower[j * DIMENSIONS + k]).sum();
                let value = gram[i * DIMENSIONS + j] - dot;
                lower[i * DIMENSIONS + j] =
                    if i == j { value.max(1e-12).sqrt() } else { value / lower[j * DIMENSIONS + j] };
            }
        }
        for row in basis.chunks_mut(DIMENSIONS) {
            for i in 0..DIMENSIONS {
                let dot: f64 = (0..i).map(|k| lower[i * DIMENSIONS + k] * f64::from(row[k])).sum();
                row[i] = ((f64::from(row[i]) - dot) / lower[i * DIMENSIONS + i]) as f32;
            }
        }
    }
}

/// Eigenvalues and eigenvectors (columns) of a symmetric matrix, by Jacobi's rotations.
fn eigen(mut matrix: Vec<f64>) -> (Vec<f64>, Vec<f64>) {
    let mut vectors = vec![0.0f64; DIMENSIONS * DIMENSIONS];
    for place in 0..DIMENSIONS {
        vectors[place * DIMENSIONS + place] = 1.0;
    }
    for _ in 0..12 {
        for low in 0..DIMENSIONS {
            for high in low + 1..DIMENSIONS {
                let off = matrix[low * DIMENSIONS + high];
                if off.abs() < 1e-9 {
                    continue;
                }
                let theta = (matrix[high * DIMENSIONS + high] - matrix[low * DIMENSIONS + low]) / (2.0 * off);
                let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
                let sine = tangent * cosine;
                let rotate = |values: &mut [f64], first: usize, second: usize| {
                    let (left, right) = (values[first], values[second]);
                    values[first] = cosine * left - sine * right;
                    values[second] = sine * left + cosine * right;
                };
                for row in 0..DIMENSIONS {
                    rotate(&mut matrix, row * DIMENSIONS + low, row * DIMENSIONS + high);
                }
                for column in 0..DIMENSIONS {
                    rotate(&mut matrix, low * DIMENSIONS + column, high * DIMENSIONS + column);
                    rotate(&mut vectors, column * DIMENSIONS + low, column * DIMENSIONS + high);
                }
            }
        }
    }
    ((0..DIMENSIONS).map(|place| matrix[place * DIMENSIONS + place]).collect(), vectors)
}
