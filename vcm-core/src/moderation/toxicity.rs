//! The local tier of toxicity: a calibrated linear model over hashed n-grams, with the lexicon as features.
//!
//! Character n-grams of 2 to 5 inside words and word n-grams of 1 and 2 are hashed into one table of signed bytes
//! (Weinberger et al. 2009); the lexicon's hits add a few dense features. Logistic regression, calibrated by Platt scaling; table and
//! thresholds are written by `examples/train_moderation.rs`. It knows overt abuse; what is only implied needs a
//! provider tier. Next: [`super::policy`].

use std::sync::OnceLock;

use super::lexicon::{Hit, Severity, TermKind};
use crate::text::views::{Views, is_word};

/// The tier that [`super::Verdict::tier`] names when this model decided.
pub const TIER: &str = "local-linear-1";

/// The shipped table, written by `examples/train_moderation.rs`.
static SHIPPED: &[u8] = include_bytes!("toxicity.bin");

/// Number of dense features.
pub const DENSE: usize = 8;
/// log2 of the number of hashed weights.
pub const BUCKET_BITS: u32 = 19;
const HEADER: usize = 16 + 4 * (8 + DENSE);
const MAGIC: &[u8; 8] = b"vcmtox01";

/// Texts longer than this are scored by their first words: a post is shorter on every platform, and time stays bounded.
const LONGEST_BYTES: usize = 20_000;

/// The features of a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Features {
    /// Bucket of every feature in the order of the text, with repeats: character n-grams first, then words.
    pub hashed: Vec<u32>,
    /// Of those, how many from the front are character n-grams.
    pub characters: usize,
    /// Dense features from the lexicon.
    pub dense: [f32; DENSE],
}

/// The model.
#[derive(Debug, Clone, PartialEq)]
pub struct ToxicityModel {
    weights: Vec<i8>,
    scale: f32,
    bias: f32,
    dense: [f32; DENSE],
    /// Platt scaling: probability = sigmoid(slope × score + offset).
    slope: f32,
    offset: f32,
    thresholds: Thresholds,
}

/// Probabilities above which a text is acted on, named by the share of clean marketing copy that lies above them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// One clean post in 200 lies above: a reviewer should look.
    pub flag: f32,
    /// One in 2,000: must be looked at before approval.
    pub quarantine: f32,
}

impl ToxicityModel {
    /// The shipped model, read once.
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<ToxicityModel> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_bytes(SHIPPED).unwrap_or_else(Self::silent))
    }

    /// A model that knows nothing: every text has probability 0 and no threshold is reached.
    pub fn silent() -> Self {
        let thresholds = Thresholds { flag: 2.0, quarantine: 2.0 };
        Self { weights: Vec::new(), scale: 0.0, bias: -50.0, dense: [0.0; DENSE], slope: 1.0, offset: 0.0, thresholds }
    }

    /// A model of trained weights, one per bucket. They are stored in signed bytes: the largest becomes ±127.
    pub fn from_weights(weights: &[f32], bias: f32, dense: [f32; DENSE]) -> Self {
        let largest = weights.iter().fold(1e-9f32, |largest, weight| largest.max(weight.abs()));
        let scale = largest / 127.0;
        let weights = weights.iter().map(|weight| (weight / scale).round() as i8).collect();
        let thresholds = Thresholds { flag: 2.0, quarantine: 2.0 };
        Self { weights, scale, bias, dense, slope: 1.0, offset: 0.0, thresholds }
    }

    /// The same model with calibration and thresholds.
    #[must_use]
    pub fn calibrated(self, slope: f32, offset: f32, thresholds: Thresholds) -> Self {
        Self { slope, offset, thresholds, ..self }
    }

    /// Its thresholds.
    pub fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// The raw score of features: a log-odds before calibration.
    pub fn score(&self, features: &Features) -> f32 {
        let (characters, words) =
            features.hashed.split_at_checked(features.characters).unwrap_or((&features.hashed, &[]));
        let sum = |hashed: &[u32]| {
            let total: i32 = hashed
                .iter()
                .map(|index| self.weights.get(*index as usize).map_or(0, |weight| i32::from(*weight)))
                .sum();
            total as f32 * self.scale * group_norm(hashed.len())
        };
        let dense: f32 = self.dense.iter().zip(features.dense).map(|(weight, value)| weight * value).sum();
        sum(characters) + sum(words) + dense + self.bias
    }

    /// The calibrated probability that a text with these features is toxic, 0 to 1.
    pub fn probability(&self, features: &Features) -> f64 {
        1.0 / (1.0 + libm::exp(-f64::from(self.slope * self.score(features) + self.offset)))
    }

    /// Reads the stored form; `None` when it is no table of this version.
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (header, weights) = bytes.split_at_checked(HEADER)?;
        let (magic, rest) = header.split_first_chunk::<8>()?;
        if magic != MAGIC || weights.len() != 1 << BUCKET_BITS {
            return None;
        }
        let (_, rest) = rest.split_first_chunk::<8>()?;
        let (numbers, _) = rest.as_chunks::<4>();
        let mut numbers = numbers.iter().map(|bytes| f32::from_le_bytes(*bytes));
        let (scale, bias, slope, offset) = (numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()?);
        let thresholds = Thresholds { flag: numbers.next()?, quarantine: numbers.next()? };
        let mut numbers = numbers.skip(2);
        let mut dense = [0.0; DENSE];
        for slot in &mut dense {
            *slot = numbers.next()?;
        }
        let weights = weights.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        Some(Self { weights, scale, bias, dense, slope, offset, thresholds })
    }

    /// The stored form: a header and one byte a bucket.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([0; 8]);
        let Thresholds { flag, quarantine } = self.thresholds;
        for number in
            [self.scale, self.bias, self.slope, self.offset, flag, quarantine, 0.0, 0.0].iter().chain(&self.dense)
        {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(self.weights.iter().flat_map(|weight| weight.to_le_bytes()));
        bytes
    }
}

/// What one occurrence of a feature counts in a group of `count`: groups have unit length whatever the text's.
pub fn group_norm(count: usize) -> f32 {
    1.0 / (count.max(1) as f32).sqrt()
}

impl Features {
    /// The features of a text from its views and lexicon hits, into buffers that are used again.
    pub fn read(&mut self, views: &Views, hits: &[Hit]) {
        self.hashed.clear();
        let text = views.folded().map_or("", |view| view.text());
        let mut end = text.len().min(LONGEST_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let bytes = text.get(..end).unwrap_or_default().as_bytes();
        self.read_characters(bytes);
        self.characters = self.hashed.len();
        self.read_words(text.get(..end).unwrap_or_default());
        self.dense = dense(hits);
    }

    /// N-grams of 2 to 5 bytes of each word with a space around it. Links and mentions say who, not what: they are left out.
    fn read_characters(&mut self, bytes: &[u8]) {
        let mut padded = [0u8; 66];
        for word in bytes.split(u8::is_ascii_whitespace) {
            if word.is_empty() || is_reference(word) {
                continue;
            }
            let word = word.get(..64).unwrap_or(word);
            let length = word.len() + 2;
            padded.fill(b' ');
            for (slot, byte) in padded.iter_mut().skip(1).zip(word) {
                *slot = *byte;
            }
            for start in 0..length.saturating_sub(1) {
                let window = padded.get(start..(start + 5).min(length)).unwrap_or_default();
                let mut hash = 0x811c_9dc5u32;
                for (index, byte) in window.iter().enumerate() {
                    hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
                    if index > 0 {
                        self.hashed.push(bucket(hash));
                    }
                }
            }
        }
    }

    /// Words and pairs of neighbours.
    fn read_words(&mut self, text: &str) {
        let mut previous = 0x9e37_79b9u32;
        let mut hash = 0u32;
        let mut inside = false;
        for character in text.chars().chain([' ']) {
            if is_word(character) || character == '\'' {
                hash = (if inside { hash } else { 0x2f0b_4c47 } ^ character as u32)
                    .wrapping_mul(0x0100_0193)
                    .rotate_left(5);
                inside = true;
            } else if inside {
                inside = false;
                self.hashed.push(bucket(hash));
                self.hashed.push(bucket(previous.rotate_left(13).wrapping_mul(0x85eb_ca6b) ^ hash));
                previous = hash;
            }
        }
    }
}

fn is_reference(word: &[u8]) -> bool {
    word.starts_with(b"@") || word.starts_with(b"http") || word.starts_with(b"www.")
}

fn bucket(hash: u32) -> u32 {
    (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d) >> (32 - BUCKET_BITS)
}

/// What the lexicon found, as numbers the model weighs.
fn dense(hits: &[Hit]) -> [f32; DENSE] {
    let best = |filter: &dyn Fn(&Hit) -> bool| {
        hits.iter().filter(|hit| filter(hit)).map(|hit| hit.entry.weight).fold(0.0f32, f32::max)
    };
    let english = |hit: &Hit| hit.entry.kind != TermKind::Foreign;
    [
        best(&english),
        best(&|hit| hit.entry.severity == Severity::Severe),
        best(&|hit| hit.entry.severity == Severity::Mild),
        best(&|hit| hit.is_disguised()),
        best(&|hit| hit.entry.kind == TermKind::Foreign),
        (hits.iter().filter(|hit| english(hit)).count() as f32).min(4.0) / 4.0,
        best(&|hit| hit.entry.weight > 0.85),
        best(&|hit| hit.entry.swapped),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_model_is_one() {
        let model = ToxicityModel::from_bytes(SHIPPED).expect("a table of this version");
        let Thresholds { flag, quarantine } = model.thresholds();
        assert!(0.0 < flag && flag < quarantine && quarantine <= 1.0, "{flag} {quarantine}");
    }

    #[test]
    fn the_stored_form_reads_back() {
        let mut weights = vec![0.0; 1 << BUCKET_BITS];
        weights[7] = 1.27;
        weights[8] = -0.5;
        let thresholds = Thresholds { flag: 0.5, quarantine: 0.9 };
        let model = ToxicityModel::from_weights(&weights, -1.0, [0.5; DENSE]).calibrated(1.5, 0.1, thresholds);
        assert_eq!(ToxicityModel::from_bytes(&model.to_bytes()), Some(model));
        assert_eq!(ToxicityModel::from_bytes(b"vcmtox01"), None);
    }

    #[test]
    fn links_and_mentions_add_no_character_features() {
        let mut features = Features::default();
        features.read(&Views::of("@badger https://example.com/badger"), &[]);
        assert_eq!(features.characters, 0);
    }

    #[test]
    fn empty_and_huge_texts_have_a_probability() {
        let model = ToxicityModel::shipped();
        let mut features = Features::default();
        for text in [String::new(), "é".repeat(50_000), "word ".repeat(100_000)] {
            features.read(&Views::of(&text), &[]);
            assert!((0.0..=1.0).contains(&model.probability(&features)));
        }
    }
}
