//! A brief that runs: small, true, and with material for several kinds of angle.

use serde_json::json;

use crate::brief::{self, Brief};

/// Rust 1.85 for three platforms (short text, long text, video), three angles, an experiment, no data files.
pub fn runnable() -> Brief {
    let source = "https://blog.rust-lang.org/2025/02/20/Rust-1.85.0/";
    brief::from_value(json!({
        "name": "Rust 1.85",
        "product": {
            "name": "Rust 1.85",
            "category": "release of a programming language",
            "summary": "Rust 1.85 is the release that brought the 2024 edition.",
            "does": ["write async closures", "move a crate to the 2024 edition"],
        },
        "audiences": [{
            "name": "Rust developers",
            "pains": ["waiting for a stable way to write async closures"],
            "wants": ["write async closures on stable Rust"],
        }],
        "goals": [{ "kind": "traffic" }],
        "platforms": [
            { "platform": "bluesky", "posts_per_week": 3 },
            { "platform": "linkedin", "posts_per_week": 2 },
            { "platform": "tiktok", "posts_per_week": 1 },
        ],
        "proof_points": [
            { "id": "date", "statement": "Rust 1.85.0 was released on 20 February 2025.", "source": source, "topic": "the release" },
            { "id": "edition", "statement": "The release stabilised the 2024 edition.", "source": source, "topic": "the 2024 edition" },
            {
                "id": "async", "statement": "Async closures are stable: write `async || {}` and await the call.", "source": source,
                "topic": "async closures", "kind": "feature",
            },
            {
                "id": "fix", "statement": "`cargo fix --edition` rewrites most code for the new edition.", "source": source,
                "topic": "the migration", "kind": "feature",
            },
        ],
        "steps": ["Run `rustup update stable`.", "Run `cargo fix --edition`.", "Set `edition = \"2024\"` in Cargo.toml."],
        "myths": [{
            "belief": "Async closures need nightly Rust.", "fact": "They are stable since Rust 1.85.", "proof": "async",
        }],
        "links": [{ "id": "notes", "url": source, "label": "the release notes" }],
        "hashtags": { "use": ["rustlang"] },
        "schedule": {
            "start": "2026-11-24", "end": "2026-12-07", "time_zone": "Europe/Berlin",
            "quiet_hours": [{ "from": "22:00", "to": "07:00" }],
        },
        "experiment": { "metric": "link clicks", "baseline_rate": 0.02, "impressions_per_post": 3000 },
        "angles": 3,
    }))
    .unwrap()
}
