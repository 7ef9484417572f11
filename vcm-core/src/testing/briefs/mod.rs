//! Briefs for tests: one true and small one, and as many plausible ones as a property test needs.
//!
//! [`generated()`] makes briefs from a seed with sentences that a person would write, so that a grammar check of the copy means
//! something. [`material`] reads the phrases in `domains/`, [`marks`] fills them in, [`oddities`] holds the names and characters
//! that break careless writers.

mod generate;
mod marks;
mod material;
mod oddities;
mod runnable;

pub use self::{
    generate::{Richness, generated, richness},
    material::LANGUAGES,
    runnable::runnable,
};
