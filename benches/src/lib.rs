//! Speed and quality benches of the Viral Content Machine, beside its peers.
//!
//! [`shape`] is the workload that `cargo run --release -p vcm-benches --bin orchestration` runs beside LangGraph and CrewAI;
//! `cargo bench -p vcm-benches` times engines, commit and a whole campaign; [`quality`] measures the engines on labelled data.

pub mod quality;
pub mod shape;
pub mod usage;
