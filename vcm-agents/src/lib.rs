//! `Machine`: runs a campaign from brief to kit.
//!
//! [`machine`] is the face, [`run`] the driver with its journal, [`agents`] plan, [`tools`] do, [`writers`] write, [`visuals`]
//! draws, [`export`] releases, [`inputs`] reads data files, [`providers`] implement ports.

pub mod agents;
#[cfg(feature = "export")]
pub mod export;
pub mod inputs;
pub mod machine;
pub mod providers;
pub mod run;
pub mod tools;
#[cfg(feature = "visuals")]
pub mod visuals;
pub mod writers;

pub use machine::{Machine, Workspace};

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
