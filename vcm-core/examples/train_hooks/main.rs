//! Derives the table that the hook scorer ships: `hooks.bin` in `vcm-core/src/hooks`.
//!
//! `VCM_DATA=<folder> cargo run --release -p vcm-core --example train_hooks -- train|check`
//!
//! `train` learns from every test of `experiments/headline-tests.jsonl.gz` in the folder and writes the table; `check` learns again
//! and says whether the table in the tree is the one. Only hashes and weights leave the folder. What the method reaches on weeks
//! that it did not learn from is measured by `cargo run --release -p vcm-benches --bin quality hooks`.
#![expect(
    clippy::disallowed_methods,
    reason = "a tool, not part of the pure crate: it reads files and the environment"
)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a tool run by hand: a broken data folder ends it at once"
)]

use std::process::Command;

use serde_json::Value;
use vcm_core::{
    hash::ContentHash,
    hooks::learn::{HeadlineTest, TestArm, learn},
};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/hooks/hooks.bin");

fn main() {
    let folder = std::env::var("VCM_DATA").expect("VCM_DATA names the folder of the labelled data");
    let bytes = learn(&tests(&format!("{folder}/experiments/headline-tests.jsonl.gz"))).to_bytes();
    let hash = ContentHash::of_bytes(&bytes);
    match std::env::args().nth(1).as_deref() {
        Some("train") => {
            std::fs::write(TABLE, &bytes).expect("write the table");
            println!("{} bytes, {hash}: write the hash to vcm-core/src/hooks/tests.rs", bytes.len());
        }
        Some("check") => {
            let same = std::fs::read(TABLE).is_ok_and(|shipped| shipped == bytes);
            println!("{hash}: {}", if same { "the shipped table" } else { "NOT the shipped table" });
            std::process::exit(i32::from(!same));
        }
        other => {
            eprintln!("train or check, not {other:?}");
            std::process::exit(2);
        }
    }
}

fn tests(path: &str) -> Vec<HeadlineTest> {
    let bytes = Command::new("gzip").args(["-dc", path]).output().expect("gzip unpacks").stdout;
    let rows = String::from_utf8_lossy(&bytes);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let arm = |arm: &Value| TestArm {
        headline: text(&arm["headline"]),
        image: text(&arm["image"]),
        impressions: arm["impressions"].as_u64().unwrap_or(0),
        clicks: arm["clicks"].as_u64().unwrap_or(0),
    };
    let test = |row: Value| HeadlineTest {
        block: row["week"].as_u64().and_then(|week| u32::try_from(week).ok()).unwrap_or(0),
        arms: row["arms"].as_array().into_iter().flatten().map(arm).collect(),
    };
    rows.lines().map(|line| test(serde_json::from_str(line).expect("a line is a test"))).collect()
}
