//! What backends are tested with: conformance suites for the ports, fixtures with every field filled, a fake clock.
//!
//! Only in builds with the feature `testing`. [`store`] says how a backend runs its suite.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "test code: a case that does not hold panics"
)]

pub mod briefs;
pub mod classifier;
pub mod clock;
pub mod fixtures;
pub mod hooked;
pub mod store;

pub use clock::FakeClock;
