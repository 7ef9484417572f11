//! Learning a table from A/B tests of headlines: the shipped one from the Upworthy archive, or one from tests of your own.
//!
//! Bradley–Terry on differences: of two headlines of one test, the chance that one has the higher click rate is logistic in the
//! difference of their strengths. Every pair teaches, not only the decided ones, with a weight that grows with its evidence
//! (|z|^1.5, capped). What tests share (story, day, image) falls out of the difference; pairs under different images teach less.
//! A second pass over held-out blocks finds the slope that makes the differences mean what they say. Next: [`super::table`].

mod fit;

use std::collections::BTreeMap;

use self::fit::{Design, Pair};
use super::table::HookTable;

/// A test: several headlines for one story, shown at random.
#[derive(Debug, Clone, PartialEq)]
pub struct HeadlineTest {
    /// What is held out together when the slope is found, such as the week: tests of one block may share stories.
    pub block: u32,
    /// What was shown.
    pub arms: Vec<TestArm>,
}

/// One arm of a test.
#[derive(Debug, Clone, PartialEq)]
pub struct TestArm {
    /// The headline.
    pub headline: String,
    /// What names the picture shown with it; empty when there is none.
    pub image: String,
    /// How often it was shown.
    pub impressions: u64,
    /// How often it was clicked.
    pub clicks: u64,
}

/// Two headlines of one test under one image whose click rates differ at |z| ≥ 1.96.
#[derive(Debug, Clone, PartialEq)]
pub struct DecidedPair<'t> {
    /// Block of the test.
    pub block: u32,
    /// The headline that was clicked more.
    pub winner: &'t str,
    /// The other.
    pub loser: &'t str,
}

/// Two-sided 5 %.
const DECIDED_Z: f64 = 1.96;
/// Evidence past this |z| counts no more.
const MOST_Z: f64 = 4.0;
/// Exponent of |z| in a pair's weight.
const EVIDENCE_POWER: f64 = 1.5;
/// Standard deviation of what an image adds to the log-odds of a click, and what pairs across images count beside the others.
const IMAGE_DEVIATION: f64 = 0.25;
const ACROSS_IMAGES: f64 = 0.7;
/// Parts of the blocks that are held out in turn to find the slope.
const FOLDS: usize = 6;

/// Learns a table. Deterministic: the same tests in the same order give the same bytes.
///
/// Without a single pair to learn from, the table knows no word and abstains from everything.
pub fn learn(tests: &[HeadlineTest]) -> HookTable {
    let headlines = headlines(tests);
    let pairs = pairs(tests, &headlines);
    if pairs.is_empty() {
        return HookTable::silent();
    }
    let texts: Vec<&str> = headlines.keys().copied().collect();
    let design = Design::new(&texts);
    let mut blocks: Vec<u32> = pairs.iter().map(|pair| pair.block).collect();
    blocks.sort_unstable();
    blocks.dedup();
    let fold = |block: u32| blocks.binary_search(&block).map_or(0, |at| at % FOLDS);
    let decided = decided(tests, &headlines);
    let mut differences = Vec::new();
    for held_out in 0..FOLDS.min(blocks.len()) {
        let kept: Vec<&Pair> = pairs.iter().filter(|pair| fold(pair.block) != held_out).collect();
        let asked = decided.iter().filter(|pair| fold(pair.block) == held_out);
        if kept.is_empty() {
            continue;
        }
        let fitted = design.fit(&kept);
        differences.extend(asked.map(|pair| fitted.strength(pair.winner) - fitted.strength(pair.loser)));
    }
    design.fit(&pairs.iter().collect::<Vec<_>>()).table(slope(&differences))
}

/// Every decided pair of the tests, in order. Arms with the same headline and image are separate showings and are compared each.
pub fn decided_pairs(tests: &[HeadlineTest]) -> Vec<DecidedPair<'_>> {
    let mut found = Vec::new();
    for test in tests {
        for (at, first) in test.arms.iter().enumerate() {
            for second in test.arms.iter().skip(at + 1) {
                if first.image != second.image || first.headline.trim() == second.headline.trim() {
                    continue;
                }
                let z = z_of_rates(first, second);
                let (winner, loser) = if z > 0.0 { (first, second) } else { (second, first) };
                if z.abs() >= DECIDED_Z {
                    found.push(DecidedPair {
                        block: test.block,
                        winner: winner.headline.trim(),
                        loser: loser.headline.trim(),
                    });
                }
            }
        }
    }
    found
}

/// Pooled two-proportion z.
fn z_of_rates(first: &TestArm, second: &TestArm) -> f64 {
    let (n1, n2) = (first.impressions as f64, second.impressions as f64);
    let (c1, c2) = (first.clicks as f64, second.clicks as f64);
    let pooled = (c1 + c2) / (n1 + n2);
    let error = (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
    if error > 0.0 && error.is_finite() { (c1 / n1 - c2 / n2) / error } else { 0.0 }
}

/// Headline to number, in order of the alphabet.
fn headlines(tests: &[HeadlineTest]) -> BTreeMap<&str, usize> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for arm in tests.iter().flat_map(|test| &test.arms) {
        found.insert(arm.headline.trim(), 0);
    }
    for (number, slot) in found.values_mut().enumerate() {
        *slot = number;
    }
    found
}

fn decided(tests: &[HeadlineTest], headlines: &BTreeMap<&str, usize>) -> Vec<Pair> {
    let number = |text: &str| headlines.get(text).copied().unwrap_or(0);
    decided_pairs(tests)
        .iter()
        .map(|pair| Pair { block: pair.block, winner: number(pair.winner), loser: number(pair.loser), weight: 1.0 })
        .collect()
}

/// Every pair of different headlines of a test, the better first, weighted by evidence.
fn pairs(tests: &[HeadlineTest], headlines: &BTreeMap<&str, usize>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for test in tests {
        let mut arms: BTreeMap<(&str, usize), (f64, f64)> = BTreeMap::new();
        for arm in &test.arms {
            let number = headlines.get(arm.headline.trim()).copied().unwrap_or(0);
            let (shown, clicked) = arms.entry((&arm.image, number)).or_default();
            *shown += arm.impressions as f64;
            *clicked += arm.clicks.min(arm.impressions) as f64;
        }
        let arms: Vec<_> = arms.into_iter().collect();
        for (at, ((image, headline), (shown, clicked))) in arms.iter().enumerate() {
            for ((other_image, other), (other_shown, other_clicked)) in arms.iter().skip(at + 1) {
                if headline == other {
                    continue;
                }
                let difference = log_odds(*shown, *clicked) - log_odds(*other_shown, *other_clicked);
                let mut variance = 1.0 / (clicked + 0.5) + 1.0 / (other_clicked + 0.5);
                let mut weight = 1.0;
                if image != other_image {
                    variance += 2.0 * IMAGE_DEVIATION * IMAGE_DEVIATION;
                    weight = ACROSS_IMAGES;
                }
                let z = difference / variance.sqrt();
                weight *= libm::pow(z.abs().min(MOST_Z) / DECIDED_Z, EVIDENCE_POWER);
                let (winner, loser) = if z > 0.0 { (*headline, *other) } else { (*other, *headline) };
                pairs.push(Pair { block: test.block, winner, loser, weight });
            }
        }
    }
    pairs
}

/// Log-odds of a click, with half a click added on either side (Haldane 1956) so that none is finite too.
fn log_odds(shown: f64, clicked: f64) -> f64 {
    libm::log((clicked + 0.5) / (shown - clicked + 0.5))
}

/// The slope that makes differences of held-out winners over losers the log-odds of winning, by Newton's method; 1 without any.
fn slope(differences: &[f64]) -> f64 {
    let mut slope = 1.0;
    for _ in 0..30 {
        let (mut gradient, mut curvature) = (0.0, 1e-9);
        for difference in differences {
            let chance = super::chance(slope * difference);
            gradient += difference * (chance - 1.0);
            curvature += difference * difference * chance * (1.0 - chance);
        }
        slope = (slope - gradient / curvature).clamp(0.05, 2.0);
    }
    if differences.is_empty() { 1.0 } else { slope }
}
