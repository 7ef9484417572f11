//! What holds for every kit that the offline writer makes: properties over 300 generated briefs, in every language it writes.
//!
//! [`kits`] makes the kits through the `Writer` port, [`given`] knows which words of a copy come from the brief (only the writer's own
//! words and the joints are judged), [`checks`] look for what an editor would strike out, [`report`] counts it. The generator of
//! the briefs is `vcm_core::testing::briefs`. docs/kit-quality.md says in words what is checked.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, too"
)]

mod checks;
mod given;
mod kits;
mod report;

use rayon::prelude::*;
use vcm_agents::writers::OfflineWriter;

use self::{checks::Finding, kits::Kit};

/// Over all languages together.
const BRIEFS: u64 = 300;

fn findings(kit: &Kit) -> Vec<Finding> {
    let mut found = checks::run(kit);
    // Every tenth brief once more: the same words, or the seed means nothing.
    if kit.seed % 10 == 3 && *kit != Kit::new(kit.language, kit.seed) {
        found.push(Finding::of_kit("not deterministic", kit, "a second run gave another kit", ""));
    }
    found
}

#[test]
fn kits_of_300_briefs_hold_what_an_editor_asks_for() {
    let languages = OfflineWriter::LANGUAGES;
    let briefs: Vec<(&'static str, u64)> =
        (0..BRIEFS).map(|seed| (languages[(seed % languages.len() as u64) as usize], seed)).collect();
    let results: Vec<(usize, Vec<Finding>)> = briefs
        .par_iter()
        .map(|(language, seed)| {
            let kit = Kit::new(language, *seed);
            (kit.copies.len(), findings(&kit))
        })
        .collect();
    let copies: usize = results.iter().map(|(copies, _)| copies).sum();
    let found: Vec<Finding> = results.into_iter().flat_map(|(_, found)| found).collect();
    let (allowed, open): (Vec<Finding>, Vec<Finding>) = found.into_iter().partition(report::is_allowed);
    println!("{}", report::tally(copies, &open, &allowed));
    assert!(open.is_empty(), "{}", report::examples(&open));
    assert!(copies >= BRIEFS as usize * 4, "{copies} copies are too few to say anything");
}
