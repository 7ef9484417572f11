//! Designs of runs: which combinations of levels are tried, and what they cannot tell apart.
//!
//! `two_level` makes full factorials and fractions from generators, `aberration` finds the best generators, `plackett_burman`
//! screens many factors in few runs, `levels` crosses factors with any number of levels. Next: [`super::layout`], which puts
//! variants into slots and weeks.

mod aberration;
mod levels;
mod plackett_burman;
mod two_level;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    aberration::minimum_aberration,
    levels::full_levels,
    plackett_burman::plackett_burman,
    two_level::{fractional_factorial, full_factorial, generators_of_columns},
};

/// Most factors of a design.
pub(super) const MOST_FACTORS: usize = 15;
/// Most runs of a design.
pub(super) const MOST_RUNS: usize = 1_024;

/// A design. Factors are letters `a`, `b` … in the order given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Design {
    /// Number of factors.
    pub factors: usize,
    /// Names of the factors, when they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// One row a run. Two levels: -1 or 1 for each factor; several levels: the number of the level, from 0.
    pub runs: Vec<Vec<i8>>,
    /// Order in which to make the runs, as row numbers from 0, drawn with the seed; empty without a seed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub run_order: Vec<usize>,
    /// Generators such as `d=abc`; empty for a full factorial.
    pub generators: Vec<String>,
    /// Words that equal the identity, such as `abcd`; empty for a full factorial.
    pub defining_relation: Vec<String>,
    /// Length of the shortest word; none for a full factorial, where nothing is aliased.
    pub resolution: Option<usize>,
    /// Each main effect and two-factor interaction with the effects up to three factors that it cannot be told from.
    pub aliases: Vec<Alias>,
}

/// An effect and what it cannot be told from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alias {
    /// The effect, such as `a` or `ab`.
    pub effect: String,
    /// Effects in the same column; a leading `-` means with the opposite sign.
    pub with: Vec<String>,
}

fn letter(factor: usize) -> char {
    char::from(b'a' + (factor % 26) as u8)
}

fn letters(bits: u32) -> String {
    (0..26).filter(|factor| bits >> factor & 1 == 1).map(letter).collect()
}
