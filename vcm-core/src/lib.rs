//! The heart of the Viral Content Machine: domain, state machine, engines and ports, as pure functions.
//!
//! No I/O, no runtime, no clock, no unseeded randomness: what comes out depends on what goes in. Read in this order:
//!
//! 1. [`error`], [`id`], [`hash`]: errors, names, canonical form, seeded randomness
//! 2. [`brief`], [`platform`]: what goes in, and the rules it must keep
//! 3. [`campaign`]: the state machine, steps and receipts, the form of a write
//! 4. the stages, in the order they run: [`trends`], [`angles`], [`copy`], [`visuals`], [`hashtags`], [`experiments`],
//!    [`schedule`], [`moderation`], [`kit`]
//! 5. [`hooks`]: which of two first lines is clicked more; [`voice`]: how somebody writes; both for the writer and the kit
//! 6. [`text`], [`locale`], [`stats`], [`audit`], [`org`]: what the stages share
//! 7. [`ports`]: what the machine needs from outside; `testing` holds the suites that every backend passes

pub mod angles;
pub mod audit;
pub mod brief;
pub mod campaign;
pub mod copy;
pub mod error;
pub mod experiments;
pub mod hash;
pub mod hashtags;
pub mod hooks;
pub mod id;
pub mod kit;
pub mod locale;
pub mod moderation;
pub mod org;
pub mod platform;
pub mod ports;
pub mod schedule;
pub mod stats;
#[cfg(feature = "testing")]
pub mod testing;
pub mod text;
pub mod trends;
pub mod visuals;
pub mod voice;

pub use error::{Error, ErrorKind, Result};
