//! Logistic regression by coordinate ascent in its dual (Yu, Huang and Lin 2011), for sparse rows with weights of their own.

use vcm_core::hash::Seed;

/// What the fit is regularised by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    /// Inverse strength of regularisation of n-grams and words.
    pub(crate) strength: f32,
    /// The same for the word vectors.
    pub(crate) vector_strength: f32,
    /// Power of the inverse document frequency in the scale of a feature.
    pub(crate) rarity: f32,
    /// Power of the Naive Bayes ratio in it.
    pub(crate) ratio: f32,
}

/// A sparse example.
#[derive(Clone, Default)]
pub(crate) struct Row {
    pub(crate) places: Vec<u32>,
    pub(crate) values: Vec<f32>,
}

impl Row {
    pub(crate) fn push(&mut self, place: u32, value: f32) {
        self.places.push(place);
        self.values.push(value);
    }

    pub(crate) fn dot(&self, weights: &[f32]) -> f32 {
        self.places.iter().zip(&self.values).map(|(place, value)| weights[*place as usize] * value).sum()
    }
}

/// What one row teaches.
#[derive(Clone, Copy)]
pub(crate) struct Lesson<'a> {
    pub(crate) row: &'a Row,
    pub(crate) toxic: bool,
    /// How much the row counts; the inverse strength of regularisation is multiplied in.
    pub(crate) weight: f32,
}

/// Weights that minimise ½|w|² + Σ weight × log-loss, with `prior` as the scale of each feature: a feature of prior 0 stays out.
pub(crate) fn fit(lessons: &[Lesson<'_>], prior: &[f32], epochs: usize) -> Vec<f32> {
    let mut weights = vec![0.0f32; prior.len()];
    let scaled = |lesson: &Lesson<'_>| -> Vec<f32> {
        let Row { places, values } = lesson.row;
        places.iter().zip(values).map(|(place, value)| value * prior[*place as usize]).collect()
    };
    let squares: Vec<f32> =
        lessons.iter().map(|lesson| scaled(lesson).iter().map(|value| value * value).sum()).collect();
    // The dual variable of a row lies between 0 and its weight; it starts near 0.
    let mut duals: Vec<f32> = lessons.iter().map(|lesson| lesson.weight * 1e-3).collect();
    let sign = |lesson: &Lesson<'_>| if lesson.toxic { 1.0f32 } else { -1.0 };
    for (lesson, dual) in lessons.iter().zip(&duals) {
        for (place, value) in lesson.row.places.iter().zip(&lesson.row.values) {
            weights[*place as usize] += sign(lesson) * dual * value * prior[*place as usize];
        }
    }
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut random = Seed(2).stream("train_moderation");
    for _ in 0..epochs {
        random.shuffle(&mut order);
        for index in &order {
            let lesson = &lessons[*index];
            let (old, square, limit) = (duals[*index], squares[*index], lesson.weight);
            let Row { places, values } = lesson.row;
            let score: f32 = places
                .iter()
                .zip(values)
                .map(|(place, value)| weights[*place as usize] * value * prior[*place as usize])
                .sum();
            let margin = sign(lesson) * score;
            // Newton's method for t + square × (limit × σ(t) − old) + margin = 0, which rises in t.
            let mut t = (old / (limit - old)).max(1e-12).ln();
            for _ in 0..8 {
                let share = 1.0 / (1.0 + (-t).exp());
                let value = t + square * (limit * share - old) + margin;
                t = (t - value / (1.0 + square * limit * share * (1.0 - share))).clamp(-25.0, 25.0);
                if value.abs() < 1e-3 {
                    break;
                }
            }
            let new = (limit / (1.0 + (-t).exp())).clamp(limit * 1e-7, limit * (1.0 - 1e-6));
            let step = sign(lesson) * (new - old);
            duals[*index] = new;
            for (place, value) in places.iter().zip(values) {
                weights[*place as usize] += step * value * prior[*place as usize];
            }
        }
    }
    for (weight, prior) in weights.iter_mut().zip(prior) {
        *weight *= prior;
    }
    weights
}

/// The scale of each feature's prior: how strongly it speaks for one side by its counts (log of a smoothed ratio), times its
/// inverse document frequency; of mean square 1 over the entries of all rows, so that the strength means the same everywhere.
pub(crate) fn bayes_ratios(lessons: &[Lesson<'_>], count: usize, settings: Settings) -> Vec<f32> {
    let (mut toxic, mut clean) = (vec![0.0f64; count], vec![0.0f64; count]);
    let mut documents = vec![0.0f64; count];
    for lesson in lessons {
        let side = if lesson.toxic { &mut toxic } else { &mut clean };
        for (place, value) in lesson.row.places.iter().zip(&lesson.row.values) {
            documents[*place as usize] += 1.0;
            side[*place as usize] += f64::from(value * lesson.weight);
        }
    }
    let smooth = 0.2;
    let seen: Vec<usize> = (0..count).filter(|place| documents[*place] > 0.0).collect();
    let sum = |side: &[f64]| seen.iter().map(|place| side[*place] + smooth).sum::<f64>();
    let (toxic_sum, clean_sum) = (sum(&toxic), sum(&clean));
    let total = lessons.len() as f64;
    let mut scales = vec![0.0f32; count];
    for place in &seen {
        let ratio = ((toxic[*place] + smooth) / toxic_sum).ln() - ((clean[*place] + smooth) / clean_sum).ln();
        let rarity = (1.0 + total / (1.0 + documents[*place])).ln();
        scales[*place] = (ratio.abs().powf(f64::from(settings.ratio)) * rarity.powf(f64::from(settings.rarity))) as f32;
    }
    let (mut squares, mut entries) = (0.0f64, 0.0f64);
    for (place, documents) in documents.iter().enumerate() {
        squares += documents * f64::from(scales[place] * scales[place]);
        entries += documents;
    }
    let mean = (squares / entries.max(1.0)).sqrt().max(1e-9) as f32;
    for scale in &mut scales {
        *scale /= mean;
    }
    scales
}
