//! No two posts of a kit that a reader takes for one.
//!
//! On one platform the bar is the engine's own, [`DUPLICATE_THRESHOLD`]. The same angle told on two platforms shares its facts on
//! purpose and reaches other readers, so only near-identity counts there.

use vcm_core::{
    copy::Copy,
    text::similarity::{DUPLICATE_THRESHOLD, Fingerprint, canonical},
};

use super::{Finding, shown};
use crate::kits::Kit;

/// From here on two posts on different platforms are the same text with a word changed.
const ACROSS_PLATFORMS: f64 = 0.95;

pub(crate) fn check(kit: &Kit) -> Vec<Finding> {
    let first: Vec<&Copy> = kit.copies.iter().filter(|copy| copy.variant == "a").collect();
    let prints: Vec<Fingerprint> =
        first.iter().map(|copy| Fingerprint::of_canonical(&canonical(&copy.full_text(), &[]))).collect();
    let mut found = Vec::new();
    for (at, copy) in first.iter().enumerate() {
        for (other, print) in first.iter().zip(&prints).take(at) {
            let (kind, bar) = if copy.platform == other.platform {
                ("near-duplicate", DUPLICATE_THRESHOLD)
            } else {
                ("same text on two platforms", ACROSS_PLATFORMS)
            };
            if let Some(score) = prints[at].similarity_at_least(print, bar) {
                let what = format!("{} {score:.2}\n{}\n   and", other.key, shown(other));
                found.push(Finding::of_copy(kind, kit, copy, &what));
            }
        }
    }
    found
}
