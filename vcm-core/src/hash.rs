//! Canonical JSON, content hashes and seeded random streams: what makes runs repeatable.
//!
//! Two values are the same content when their canonical JSON is the same bytes: keys sorted, no white space, numbers as
//! `serde_json` prints them. Approvals, receipts, the audit chain and the kit all use this one form. Next: [`crate::brief`].

use std::fmt;

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng, SeedableRng},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorKind, Result};

/// SHA-256 of some canonical bytes, in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ContentHash(pub String);

impl ContentHash {
    /// The hash of raw bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(hex(&Sha256::digest(bytes)))
    }

    /// The hash of a value's canonical JSON.
    ///
    /// # Errors
    /// [`ErrorKind::Unexpected`] when the value cannot be written as JSON.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self> {
        Ok(Self::of_bytes(canonical_json(value)?.as_bytes()))
    }

    /// The first twelve characters, enough for a person to compare.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Lower-case hex of bytes.
pub fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The value as JSON with sorted keys and no white space.
///
/// # Errors
/// [`ErrorKind::Unexpected`] when the value cannot be written as JSON (a map with keys that are not text, say).
pub fn canonical_json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    // serde_json's map is a BTreeMap here (feature `preserve_order` is off in the whole tree; a test below holds it so).
    serde_json::to_value(value)
        .and_then(|value| serde_json::to_string(&value))
        .map_err(|error| Error::new(ErrorKind::Unexpected, "canonical_json", "value is not JSON").caused_by(error))
}

/// The campaign's seed. The same brief, seed and clock give the same kit byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Seed(pub u64);

impl Seed {
    /// A random stream of its own for `label`: streams of different labels are independent, so adding a draw in one place
    /// changes nothing elsewhere.
    pub fn stream(self, label: &str) -> SeededRandom {
        let mut hasher = Sha256::new();
        hasher.update(self.0.to_le_bytes());
        hasher.update(label.as_bytes());
        SeededRandom(ChaCha8Rng::from_seed(hasher.finalize().into()))
    }
}

/// A deterministic random stream, the only randomness vcm-core has.
#[derive(Debug, Clone)]
pub struct SeededRandom(ChaCha8Rng);

impl SeededRandom {
    /// 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number in `0..bound`; 0 when `bound` is 0. Unbiased to within 2^-64 (multiply-shift, Lemire 2019).
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.0.next_u64()) * bound as u128) >> 64) as usize
    }

    /// A number in `[0, 1)` with 53 random bits.
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A standard normal draw (Box–Muller).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// One of the items; `None` when there are none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// Shuffles in place (Fisher–Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_json_sorts_keys() {
        let value: serde_json::Value = serde_json::from_str(r#"{"b":1,"a":{"d":2.5,"c":[]}}"#).unwrap();
        assert_eq!(canonical_json(&value).unwrap(), r#"{"a":{"c":[],"d":2.5},"b":1}"#);
    }

    #[test]
    fn streams_repeat_and_differ_by_label() {
        let draw = |seed, label| Seed(seed).stream(label).next_u64();
        assert_eq!(draw(7, "hooks"), draw(7, "hooks"));
        assert_ne!(draw(7, "hooks"), draw(7, "slots"));
        assert_ne!(draw(7, "hooks"), draw(8, "hooks"));
    }

    #[test]
    fn below_stays_in_bounds_and_reaches_every_value() {
        let mut random = Seed(1).stream("below");
        let mut seen = [0; 5];
        (0..1000).for_each(|_| seen[random.below(5)] += 1);
        assert!(seen.iter().all(|count| *count > 150), "{seen:?}");
        assert_eq!(random.below(0), 0);
    }
}
