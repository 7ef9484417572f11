//! What the kit says already, and the choice of what was said least.
//!
//! Every frame has an id; copies carry the ids they were made of. A frame that was used costs far more than one that was not,
//! an opening that was heard costs a little, and the seed decides between equals. Next: [`super::forms`].

use std::collections::BTreeMap;

use vcm_core::{copy::Copy, hash::SeededRandom, platform::Platform, text::similarity::Fingerprint};

/// What the copies before this one used.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    patterns: BTreeMap<String, u32>,
    patterns_here: BTreeMap<String, u32>,
    openings: BTreeMap<String, u32>,
    openings_here: BTreeMap<String, u32>,
    facts_here: BTreeMap<String, u32>,
    texts: Vec<(bool, Fingerprint)>,
}

/// A frame that could be used.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    /// Id of the frame.
    pub(super) id: String,
    /// The filled text.
    pub(super) text: String,
    /// What it rests on.
    pub(super) sources: Vec<String>,
    /// Level of the factor.
    pub(super) level: &'static str,
    /// What speaks against it; lower is better.
    pub(super) cost: f64,
}

impl Ledger {
    /// Reads the earlier copies, seen from `platform`. Variants of one post share their body on purpose: pass only copies of
    /// other posts. `history` are the account's own posts from before.
    pub(super) fn new(earlier: &[Copy], history: &[String], platform: Platform) -> Self {
        let mut ledger = Self::default();
        ledger.texts.extend(history.iter().map(|text| (true, Fingerprint::new(text))));
        for copy in earlier {
            let here = copy.platform == platform;
            for pattern in &copy.patterns {
                *ledger.patterns.entry(pattern.clone()).or_default() += 1;
                if here {
                    *ledger.patterns_here.entry(pattern.clone()).or_default() += 1;
                }
            }
            if let Some(opening) = copy.parts.first().map(|part| opening(part)) {
                *ledger.openings.entry(opening.clone()).or_default() += 1;
                if here {
                    *ledger.openings_here.entry(opening).or_default() += 1;
                }
            }
            if here {
                for source in copy.sentences.iter().flat_map(|sentence| &sentence.sources) {
                    *ledger.facts_here.entry(source.clone()).or_default() += 1;
                }
            }
            ledger.texts.push((here, Fingerprint::new(&copy.parts.join("\n"))));
        }
        ledger
    }

    /// How often a frame was used.
    fn uses(&self, pattern: &str) -> u32 {
        self.patterns.get(pattern).copied().unwrap_or(0)
    }

    /// What the uses of a frame cost. A hook shows through wherever it comes again; a call, a question or a label only to the
    /// readers of one platform.
    fn worn(&self, pattern: &str) -> f64 {
        let uses = f64::from(self.uses(pattern));
        let here = 10.0 * f64::from(self.patterns_here.get(pattern).copied().unwrap_or(0));
        if pattern.starts_with("hook.") {
            here + 3.5 * uses
        } else if pattern.starts_with("direct.") {
            here + 1.3 * uses
        } else {
            here + 0.8 * uses.min(5.0)
        }
    }

    /// How often a fact was stated on this platform.
    pub(super) fn told_here(&self, source: &str) -> u32 {
        self.facts_here.get(source).copied().unwrap_or(0)
    }

    /// Similarity to the nearest earlier copy, or `floor` when none is that near; copies on other platforms weigh less, since few
    /// readers see both. A floor spares the costly part of most comparisons.
    pub(super) fn nearest(&self, text: &str, floor: f64) -> f64 {
        let fingerprint = Fingerprint::new(text);
        let mut nearest = floor;
        for (here, other) in &self.texts {
            let weight = if *here { 1.0 } else { 0.65 };
            // What cannot be nearer than the nearest so far is not compared to the end.
            if let Some(similarity) = fingerprint.similarity_at_least(other, nearest / weight) {
                nearest = f64::max(nearest, similarity * weight);
            }
        }
        nearest
    }

    /// 1 for a copy whose phrases and opening are new to its platform, less for every one that is not.
    pub(super) fn variety(&self, copy: &Copy) -> f64 {
        let worn: u32 = copy
            .patterns
            .iter()
            .map(|pattern| self.patterns_here.get(pattern).copied().unwrap_or(0))
            .chain(copy.parts.first().map(|part| self.openings_here.get(&opening(part)).copied().unwrap_or(0)))
            .sum();
        1.0 / (1.0 + 0.5 * f64::from(worn))
    }

    /// The choice that was used least, heard least and costs least; `None` when there is none.
    pub(super) fn choose(&self, choices: Vec<Choice>, random: &mut SeededRandom) -> Option<Choice> {
        let mut best: Option<(f64, Choice)> = None;
        for choice in choices {
            let opening = opening(&choice.text);
            let cost = choice.cost
                + 2.0 * f64::from(echoes(&choice.text))
                + self.worn(&choice.id)
                + 0.5 * f64::from(self.openings.get(&opening).copied().unwrap_or(0).min(4))
                + 1.5 * f64::from(self.openings_here.get(&opening).copied().unwrap_or(0).min(4))
                + 1.5 * random.unit();
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, choice));
            }
        }
        best.map(|(_, choice)| choice)
    }
}

/// Longer words that the text says twice ("use it to use", "sign up on the sign-up page"). Plain comparison: this runs for every
/// frame of every slot.
fn echoes(text: &str) -> u32 {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3 || word.eq_ignore_ascii_case("use"))
        .collect();
    let repeated = |at: usize, word: &str| words.iter().take(at).any(|before| before.eq_ignore_ascii_case(word));
    words.iter().enumerate().filter(|(at, word)| repeated(*at, word)).count() as u32
}

/// The first two words, by which a reader hears that two posts begin alike.
fn opening(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .take(2)
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
