//! Quality of the engines on data nobody here wrote. One file an engine, one row a figure.

pub mod experiments;
pub mod slots;

/// One figure beside its baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The engine.
    pub engine: &'static str,
    /// The data set.
    pub set: String,
    /// What is measured.
    pub metric: String,
    /// Our figure.
    pub ours: f64,
    /// The baseline's or peer's figure.
    pub baseline: f64,
    /// What the baseline is, and what to know.
    pub note: String,
}
