//! The table of weights: how it is stored, checked, and summed over a text.
//!
//! One signed byte for every bucket of hashed features (Weinberger et al. 2009), a number for every dense feature, and the words of
//! the headlines it learned from as a bit set, by which it knows what it cannot judge. Written by `examples/train_hooks`. A text's
//! strength is a sum, so the difference of two texts is the log-odds that one beats the other. Next: [`super::explain`].

use std::sync::OnceLock;

use super::features::{self, DENSE, Dense, GROUPS, Group, Sink};

/// The shipped table, written by `examples/train_hooks`.
static SHIPPED: &[u8] = include_bytes!("hooks.bin");

/// log2 of the number of hashed weights.
pub const BUCKET_BITS: u32 = 18;
/// log2 of the number of bits of the word set.
const WORD_BITS: u32 = 17;
const MAGIC: &[u8; 8] = b"vcmhook1";
const NUMBERS: usize = 3 + 2 * DENSE;
const HEADER: usize = MAGIC.len() + 4 * NUMBERS;
const WORD_BYTES: usize = 1 << (WORD_BITS - 3);

/// At or below this share of known words a text is not judged; from [`FULLY_KNOWN`] up it counts in full.
const UNKNOWN: f32 = 0.4;
const FULLY_KNOWN: f32 = 0.6;

/// The features of a text as training takes them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Features {
    /// Group and bucket of every hashed feature in the order of the text, with repeats.
    pub hashed: Vec<(u8, u32)>,
    /// Hash of every word.
    pub words: Vec<u32>,
    /// Dense features.
    pub dense: Vec<f32>,
}

impl Features {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let mut features = Self::default();
        features.dense = features::read(text, &mut features).to_vec();
        features
    }

    /// How many hashed features each group has.
    pub fn counts(&self) -> [u32; GROUPS] {
        let mut counts = [0; GROUPS];
        for (group, _) in &self.hashed {
            if let Some(count) = counts.get_mut(usize::from(*group)) {
                *count += 1;
            }
        }
        counts
    }
}

impl Sink for Features {
    fn feature(&mut self, group: Group, hash: u32, _word: usize) {
        self.hashed.push((group as u8, bucket(hash) as u32));
    }

    fn word(&mut self, _start: usize, _end: usize, hash: u32) {
        self.words.push(hash);
    }
}

/// What a table is made of, before it is packed.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// What a feature in each of 2^[`BUCKET_BITS`] buckets adds when it is the only one of its group.
    pub hashed: Vec<f32>,
    /// One weight for each dense feature.
    pub dense: Vec<f32>,
    /// Mean of each dense feature over the headlines learned from.
    pub dense_means: Vec<f32>,
    /// Strength of the mean headline before it is taken off, so that the mean headline scores one half.
    pub centre: f32,
    /// What one word adds in the mean.
    pub word_mean: f32,
    /// Hashes of the words known.
    pub words: Vec<u32>,
}

/// The model.
#[derive(Debug, Clone, PartialEq)]
pub struct HookTable {
    weights: Vec<i8>,
    scale: f32,
    dense: [f32; DENSE],
    dense_means: [f32; DENSE],
    centre: f32,
    word_mean: f32,
    words: Vec<u8>,
}

/// How strong a text is, and how far the model can tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    /// Log-odds against the mean headline, drawn to 0 as `trust` falls.
    pub log_odds: f64,
    /// 1 when the words of the text are known, 0 when too few are for a judgement.
    pub trust: f64,
}

impl HookTable {
    /// The shipped table, read once.
    pub fn shipped() -> &'static Self {
        static TABLE: OnceLock<HookTable> = OnceLock::new();
        TABLE.get_or_init(|| Self::from_bytes(SHIPPED).unwrap_or_else(Self::silent))
    }

    /// A model that knows no word: every text has strength 0 and trust 0.
    pub fn silent() -> Self {
        Self {
            weights: Vec::new(),
            scale: 0.0,
            dense: [0.0; DENSE],
            dense_means: [0.0; DENSE],
            centre: 0.0,
            word_mean: 0.0,
            words: Vec::new(),
        }
    }

    /// Packs weights: the one in ten thousand that are largest are cut, the largest left becomes ±127.
    pub fn from_weights(weights: &Weights) -> Self {
        let mut sizes: Vec<f32> = weights.hashed.iter().map(|weight| weight.abs()).collect();
        sizes.sort_by(f32::total_cmp);
        let largest = sizes.get(sizes.len() - sizes.len() / 10_000 - 1).copied().unwrap_or(0.0).max(1e-9);
        let scale = largest / 127.0;
        let packed = |weight: &f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
        let dense = |from: &[f32]| {
            let mut to = [0.0; DENSE];
            to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
            to
        };
        let mut words = vec![0; WORD_BYTES];
        for hash in &weights.words {
            let (byte, mask) = word_bit(*hash);
            if let Some(slot) = words.get_mut(byte) {
                *slot |= mask;
            }
        }
        Self {
            weights: weights.hashed.iter().map(packed).collect(),
            scale,
            dense: dense(&weights.dense),
            dense_means: dense(&weights.dense_means),
            centre: weights.centre,
            word_mean: weights.word_mean,
            words,
        }
    }

    /// How strong a text is. Allocates nothing.
    pub fn strength(&self, text: &str) -> Strength {
        let mut sum = Sum { table: self, totals: [0; GROUPS], counts: [0; GROUPS], words: 0, known: 0 };
        let dense = features::read(text, &mut sum);
        let trust = sum.trust();
        let raw = sum.hashed() + self.dense_part(&dense) - self.centre;
        Strength { log_odds: f64::from(raw) * trust, trust }
    }

    fn dense_part(&self, dense: &Dense) -> f32 {
        self.dense.iter().zip(dense).zip(&self.dense_means).map(|((weight, value), mean)| weight * (value - mean)).sum()
    }

    /// What each dense feature adds over its mean, by index.
    pub(super) fn dense_contributions(&self, dense: &Dense) -> impl Iterator<Item = f32> {
        self.dense.iter().zip(*dense).zip(&self.dense_means).map(|((weight, value), mean)| weight * (value - mean))
    }

    /// What a hashed feature adds when it is the only one of its group.
    pub(super) fn weight(&self, hash: u32) -> f32 {
        f32::from(self.weights.get(bucket(hash)).copied().unwrap_or(0)) * self.scale
    }

    /// What one word adds in the mean.
    pub(super) fn word_mean(&self) -> f32 {
        self.word_mean
    }

    fn knows(&self, hash: u32) -> bool {
        let (byte, mask) = word_bit(hash);
        self.words.get(byte).is_some_and(|slot| slot & mask != 0)
    }

    /// Reads the stored form; `None` when it is no table of this version or not of its length.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let (magic, numbers) = header.split_first_chunk::<8>()?;
        if magic != MAGIC || rest.len() != (1 << BUCKET_BITS) + WORD_BYTES {
            return None;
        }
        let mut numbers = numbers.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes));
        let (scale, centre, word_mean) = (numbers.next()?, numbers.next()?, numbers.next()?);
        let mut read = || {
            let mut slots = [0.0; DENSE];
            for slot in &mut slots {
                *slot = numbers.next().unwrap_or(0.0);
            }
            slots
        };
        let (dense, dense_means) = (read(), read());
        let finite =
            [scale, centre, word_mean].iter().chain(&dense).chain(&dense_means).all(|number| number.is_finite());
        let (weights, words) = rest.split_at_checked(1 << BUCKET_BITS)?;
        let weights = weights.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        finite.then(|| Self { weights, scale, dense, dense_means, centre, word_mean, words: words.to_vec() })
    }

    /// The stored form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for number in [self.scale, self.centre, self.word_mean].iter().chain(&self.dense).chain(&self.dense_means) {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(self.weights.iter().flat_map(|weight| weight.to_le_bytes()));
        bytes.extend(&self.words);
        bytes
    }
}

/// What one feature counts in a group of `count`: groups have a length of their own, whatever the text's.
pub fn group_norm(count: u32) -> f32 {
    1.0 / (count.max(1) as f32).sqrt()
}

fn bucket(hash: u32) -> usize {
    ((hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d) >> (32 - BUCKET_BITS)) as usize
}

fn word_bit(hash: u32) -> (usize, u8) {
    let bit = hash.wrapping_mul(0x9e37_79b1) >> (32 - WORD_BITS);
    ((bit >> 3) as usize, 1 << (bit & 7))
}

/// Adds up while a text is read.
struct Sum<'t> {
    table: &'t HookTable,
    totals: [i32; GROUPS],
    counts: [u32; GROUPS],
    words: u32,
    known: u32,
}

impl Sum<'_> {
    fn hashed(&self) -> f32 {
        self.totals
            .iter()
            .zip(self.counts)
            .map(|(total, count)| *total as f32 * self.table.scale * group_norm(count))
            .sum()
    }

    fn trust(&self) -> f64 {
        let share = self.known as f32 / self.words.max(1) as f32;
        f64::from(((share - UNKNOWN) / (FULLY_KNOWN - UNKNOWN)).clamp(0.0, 1.0))
    }
}

impl Sink for Sum<'_> {
    fn feature(&mut self, group: Group, hash: u32, _word: usize) {
        let at = group as usize;
        if let (Some(total), Some(count)) = (self.totals.get_mut(at), self.counts.get_mut(at)) {
            *total += i32::from(self.table.weights.get(bucket(hash)).copied().unwrap_or(0));
            *count += 1;
        }
    }

    fn word(&mut self, _start: usize, _end: usize, hash: u32) {
        self.words += 1;
        self.known += u32::from(self.table.knows(hash));
    }
}
