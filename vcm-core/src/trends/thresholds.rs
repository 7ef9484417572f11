//! From which similarity vectors are about one thing: a table by embedder id, and a calibration for an embedder that it lacks.
//!
//! Cosines of two embedders are not on one scale, so a threshold is worth nothing without the embedder's id. Next:
//! [`super::cluster`].

use crate::{hash::Seed, text::embedding::cosine};

/// A threshold and how it was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct JoinSimilarity {
    /// Mean cosine from which two clusters join.
    pub value: f64,
    /// How it was found, in words.
    pub how: &'static str,
}

/// Embedder id, threshold, how it was found.
const TABLE: &[(&str, JoinSimilarity)] = &[(
    "minilm-l6-v2",
    JoinSimilarity { value: 0.25, how: "average link on the first halves of annotated tweets and news titles" },
)];

/// Pairs of texts that a calibration looks at.
const PAIRS: usize = 20_000;

/// How far above the usual pair a mean cosine must be, in robust standard deviations. On the streams that the table was tuned on, its
/// threshold is 2.1 out; a little more is asked here, because joining strangers costs more than parting kin.
const DEVIATIONS: f64 = 2.5;

/// The threshold of an embedder: from the table, or for one that it lacks from the vectors themselves. Most pairs of texts of a
/// stream are strangers, so their median cosine and its spread (median absolute deviation) say where strangers end. Pairs are drawn
/// with a fixed seed. With fewer than 30 vectors that say something there is nothing to calibrate on: 1, only equal texts join.
pub fn join_similarity(embedder: &str, vectors: &[Vec<f32>]) -> JoinSimilarity {
    if let Some((_, known)) = TABLE.iter().find(|(id, _)| *id == embedder) {
        return *known;
    }
    let telling: Vec<&Vec<f32>> = vectors.iter().filter(|vector| vector.iter().any(|value| *value != 0.0)).collect();
    if telling.len() < 30 {
        return JoinSimilarity { value: 1.0, how: "too few texts to calibrate on: only equal ones join" };
    }
    let mut random = Seed(0).stream("pairs");
    let mut cosines: Vec<f64> = Vec::with_capacity(PAIRS);
    for _ in 0..PAIRS {
        let (one, two) = (random.below(telling.len()), random.below(telling.len()));
        if let (Some(one_vector), Some(two_vector), false) = (telling.get(one), telling.get(two), one == two) {
            cosines.push(cosine(one_vector, two_vector));
        }
    }
    let middle = median(&mut cosines);
    let mut distances: Vec<f64> = cosines.iter().map(|value| (value - middle).abs()).collect();
    // 1.4826 makes the median absolute deviation of a normal law its standard deviation.
    let deviation = 1.4826 * median(&mut distances);
    JoinSimilarity {
        value: (middle + DEVIATIONS * deviation).clamp(0.0, 1.0),
        how: "calibrated on random pairs of these texts",
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_embedder_is_calibrated_between_strangers_and_kin() {
        // Ten themes of ten texts: cosines about 0 between them, 0.9 within.
        let mut random = Seed(7).stream("vectors");
        let mut noise =
            |scale: f32| (0..64).map(|_| scale * (random.below(2001) as f32 / 1000.0 - 1.0)).collect::<Vec<f32>>();
        let themes: Vec<Vec<f32>> = (0..10).map(|_| noise(1.0)).collect();
        let unit = |vector: Vec<f32>| {
            let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
            vector.into_iter().map(|value| value / length).collect::<Vec<f32>>()
        };
        let vectors: Vec<Vec<f32>> = (0..100)
            .map(|text| unit(themes[text % 10].iter().zip(noise(0.3)).map(|(theme, own)| theme + own).collect()))
            .collect();
        let found = join_similarity("some-model", &vectors);
        assert!((0.2..0.8).contains(&found.value), "{found:?}");
        assert_eq!(join_similarity("some-model", &vectors), found);
        assert!(join_similarity("some-model", &vectors[..5]).value >= 1.0);
        assert!((join_similarity("minilm-l6-v2", &[]).value - 0.25).abs() < 1e-12);
    }
}
