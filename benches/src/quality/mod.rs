//! Quality benches: each engine against labelled data, beside a plain method on the same data.
//!
//! A module has one `run(setting)`, which reads what the data folder holds, measures, and returns rows; [`ENGINES`] lists them and the
//! `quality` binary prints them as one table. Data sets are never part of this repository. Peers in [`peers`] are started only when
//! they are asked for. docs/quality.md says what each figure means for a user.

pub mod bursts;
pub mod experiments;
pub mod hashtags;
pub mod hashtags_momentum;
pub mod hashtags_scale;
pub mod hooks;
pub mod moderation;
pub mod near_duplicates;
pub mod peers;
pub mod pii;
pub mod slots;
pub mod trends;
pub mod voice;

use std::{io, path::PathBuf};

pub use self::peers::Peers;

/// What a measurement has at hand.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The folder with the data sets.
    pub data: PathBuf,
    /// The programs of others to measure beside.
    pub peers: Peers,
}

/// Measures one engine.
pub type Measure = fn(&Setting) -> io::Result<Vec<Row>>;

/// Every engine that is measured, by the name that the command takes.
pub const ENGINES: &[(&str, Measure)] = &[
    ("bursts", bursts::run),
    ("experiments", experiments::run),
    ("hashtags", hashtags::run),
    ("moderation", moderation::run),
    ("hooks", hooks::run),
    ("near-duplicates", near_duplicates::run),
    ("pii", pii::run),
    ("slots", slots::run),
    ("trends", trends::run),
    ("voice", voice::run),
];

/// One figure of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The engine measured.
    pub engine: &'static str,
    /// The data set, with the part of it when it is split.
    pub set: String,
    /// What was measured.
    pub metric: String,
    /// Our figure.
    pub ours: f64,
    /// The figure of a plain method or a peer on the same data, if there is one.
    pub baseline: Option<f64>,
    /// What the baseline is, and what else a reader must know.
    pub note: String,
}

/// Area under the ROC curve: the chance that a positive scores above a negative, ties counting half.
pub fn auroc(scored: &[(f64, bool)]) -> f64 {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut wins, mut negatives_below) = (0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let positives = tied.iter().filter(|(_, label)| *label).count() as f64;
        let negatives = tied.len() as f64 - positives;
        wins += positives * (negatives_below + negatives / 2.0);
        negatives_below += negatives;
    }
    wins / (negatives_below * (sorted.len() as f64 - negatives_below))
}
