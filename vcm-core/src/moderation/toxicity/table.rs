//! The stored form of the model: a header, a byte a hashed feature, and eight bytes a known word.
//!
//! Everything that a word adds to the score, its character n-grams included, depends on the word alone. For the words that
//! training saw often the sum is stored, so that most words cost one look-up; only the others are taken apart.

use super::{DENSE, Thresholds};

/// log2 of the number of hashed weights.
pub const BUCKET_BITS: u32 = 20;

const MAGIC: &[u8; 8] = b"vcmtoxic";
/// Grows with the form of the file or the way features are read.
const VERSION: u32 = 2;
/// Slots of the table of words are tried from the hash's on, so many at the most.
const PROBES: usize = 16;

/// What a known word adds to the score, before the sums are brought to unit length.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct WordWeight {
    /// Sum of the weights of its character n-grams.
    pub grams: f32,
    /// Its own weight.
    pub word: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Slot {
    /// Low half of the hash; 0 is an empty slot.
    fingerprint: u32,
    grams: i16,
    word: i16,
}

/// Numbers of a model that are no table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Constants {
    /// Weights of the dense features.
    pub dense: [f32; DENSE],
    /// The log-odds of a text without features.
    pub bias: f32,
    /// Where the model acts.
    pub thresholds: Thresholds,
}

/// Weights by hash.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    buckets: Vec<i8>,
    bucket_scale: f32,
    slots: Vec<Slot>,
    gram_scale: f32,
    word_scale: f32,
}

impl Table {
    /// A table without weights.
    pub fn empty() -> Self {
        Self { buckets: Vec::new(), bucket_scale: 0.0, slots: Vec::new(), gram_scale: 0.0, word_scale: 0.0 }
    }

    /// A table of trained weights, one a bucket, and of known words with their hashes. The largest weight of each kind becomes the
    /// largest stored number; `words` beyond what a chain of slots holds are left to their n-grams.
    pub fn of(buckets: &[f32], words: &[(u64, WordWeight)]) -> Self {
        let largest = |values: &mut dyn Iterator<Item = f32>| values.fold(1e-9f32, |most, value| most.max(value.abs()));
        let bucket_scale = largest(&mut buckets.iter().copied()) / 127.0;
        let gram_scale = largest(&mut words.iter().map(|word| word.1.grams)) / 32_767.0;
        let word_scale = largest(&mut words.iter().map(|word| word.1.word)) / 32_767.0;
        let mut table = Self {
            buckets: buckets.iter().map(|weight| (weight / bucket_scale).round() as i8).collect(),
            bucket_scale,
            slots: vec![Slot::default(); (words.len() * 3 / 2).next_power_of_two().max(64)],
            gram_scale,
            word_scale,
        };
        for (hash, weight) in words {
            let fingerprint = fingerprint(*hash);
            let empty = table.chain(*hash).find(|place| {
                table.slots.get(*place).is_some_and(|slot| slot.fingerprint == 0 || slot.fingerprint == fingerprint)
            });
            if let Some(slot) = empty.and_then(|place| table.slots.get_mut(place)) {
                let grams = (weight.grams / gram_scale).round() as i16;
                *slot = Slot { fingerprint, grams, word: (weight.word / word_scale).round() as i16 };
            }
        }
        table
    }

    /// The weight of a hashed feature.
    pub fn bucket(&self, hash: u32) -> f32 {
        self.buckets.get(bucket_of(hash)).map_or(0.0, |weight| f32::from(*weight) * self.bucket_scale)
    }

    /// What a known word adds; none for a word to be taken apart.
    pub fn word(&self, hash: u64) -> Option<WordWeight> {
        let wanted = fingerprint(hash);
        for place in self.chain(hash) {
            let slot = self.slots.get(place)?;
            if slot.fingerprint == wanted {
                return Some(WordWeight {
                    grams: f32::from(slot.grams) * self.gram_scale,
                    word: f32::from(slot.word) * self.word_scale,
                });
            }
            if slot.fingerprint == 0 {
                return None;
            }
        }
        None
    }

    fn chain(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len().saturating_sub(1);
        let first = (hash >> 32) as usize;
        (0..PROBES).map(move |step| (first + step) & mask)
    }

    /// Reads the stored form. `None` when it is of another version, cut, or damaged.
    pub(super) fn read(bytes: &[u8]) -> Option<(Self, Constants)> {
        let (body, sum) = bytes.split_last_chunk::<8>()?;
        let (magic, rest) = body.split_first_chunk::<8>()?;
        if magic != MAGIC || u64::from_le_bytes(*sum) != checksum(body) {
            return None;
        }
        let (header, rest) = rest.split_at_checked(HEADER)?;
        let (numbers, _) = header.as_chunks::<4>();
        let mut integers = numbers.iter().map(|bytes| u32::from_le_bytes(*bytes));
        let (version, dense_count, bits, slots) =
            (integers.next()?, integers.next()?, integers.next()?, integers.next()? as usize);
        if (version, dense_count, bits) != (VERSION, DENSE as u32, BUCKET_BITS) || !slots.is_power_of_two() {
            return None;
        }
        let mut numbers = numbers.iter().skip(4).map(|bytes| f32::from_le_bytes(*bytes));
        let (bucket_scale, gram_scale, word_scale) = (numbers.next()?, numbers.next()?, numbers.next()?);
        let bias = numbers.next()?;
        let thresholds = Thresholds {
            fpr_5: numbers.next()?,
            fpr_1: numbers.next()?,
            fpr_0_5: numbers.next()?,
            fpr_0_1: numbers.next()?,
        };
        let mut dense = [0.0; DENSE];
        for slot in &mut dense {
            *slot = numbers.next()?;
        }
        let (buckets, rest) = rest.split_at_checked(1 << BUCKET_BITS)?;
        let (entries, left) = rest.as_chunks::<8>();
        if entries.len() != slots || !left.is_empty() {
            return None;
        }
        let slots = entries.iter().map(|[a, b, c, d, e, f, g, h]| Slot {
            fingerprint: u32::from_le_bytes([*a, *b, *c, *d]),
            grams: i16::from_le_bytes([*e, *f]),
            word: i16::from_le_bytes([*g, *h]),
        });
        let buckets = buckets.iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        let table = Self { buckets, bucket_scale, slots: slots.collect(), gram_scale, word_scale };
        Some((table, Constants { dense, bias, thresholds }))
    }

    /// The stored form, with a checksum at its end.
    pub(super) fn write(&self, constants: &Constants) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        for number in [VERSION, DENSE as u32, BUCKET_BITS, self.slots.len() as u32] {
            bytes.extend(number.to_le_bytes());
        }
        let Thresholds { fpr_5, fpr_1, fpr_0_5, fpr_0_1 } = constants.thresholds;
        let numbers =
            [self.bucket_scale, self.gram_scale, self.word_scale, constants.bias, fpr_5, fpr_1, fpr_0_5, fpr_0_1];
        for number in numbers.iter().chain(&constants.dense) {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(self.buckets.iter().flat_map(|weight| weight.to_le_bytes()));
        for slot in &self.slots {
            bytes.extend(slot.fingerprint.to_le_bytes());
            bytes.extend(slot.grams.to_le_bytes());
            bytes.extend(slot.word.to_le_bytes());
        }
        let sum = checksum(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }
}

const HEADER: usize = 4 * (4 + 8 + DENSE);

/// The bucket of a hashed feature.
pub fn bucket_of(hash: u32) -> usize {
    (hash >> (32 - BUCKET_BITS)) as usize
}

fn fingerprint(hash: u64) -> u32 {
    (hash as u32).max(1)
}

fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    let sum = words.iter().fold(0xcbf2_9ce4_8422_2325, |sum, word| step(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(sum, |sum, byte| step(sum, u64::from(*byte)))
}
