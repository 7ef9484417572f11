//! Speed and quality benches. `orchestration` runs the peers' forty-step shape; the criterion benches time the engines.

pub mod quality;
