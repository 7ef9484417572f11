//! The local tier of toxicity: a calibrated linear model over hashed n-grams, with the lexicon as features.
//!
//! Words, pairs of neighbours and character n-grams of 2 to 5 inside words are hashed (Weinberger et al. 2009); the lexicon's hits and
//! how the text is written add dense features. Logistic regression with Naive Bayes ratios as prior (Wang and Manning 2012), to which word
//! vectors of unlabelled posts are folded in, calibrated on posts that training did not see; `examples/train_moderation` writes
//! the table. It knows overt abuse; what is only implied needs a provider tier ([`crate::ports::Classifier`]). [`features`] says
//! what it reads, [`table`] how it is stored, [`identity`] which words must not count. Next: [`super::tiers`].

pub mod features;
pub mod identity;
pub mod table;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use self::features::{Reader, each_gram, gram_count};
pub use self::{
    features::DENSE,
    table::{Constants, Table, WordWeight},
};
use super::lexicon::Hit;
use crate::text::views::{View, ViewKind, Views, Word};

/// The tier that [`super::Verdict::tier`] names when this model decided.
pub const TIER: &str = "local-linear-2";

/// The shipped table, written by `examples/train_moderation`.
static SHIPPED: &[u8] = include_bytes!("toxicity.bin");

/// Which share of clean posts may be called toxic by mistake: names the threshold at which the model acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FalsePositiveRate {
    /// One clean post in 1,000.
    #[serde(rename = "fpr_0_1")]
    PerMille1,
    /// One clean post in 200.
    #[default]
    #[serde(rename = "fpr_0_5")]
    PerMille5,
    /// One clean post in 100.
    #[serde(rename = "fpr_1")]
    Percent1,
    /// One clean post in 20.
    #[serde(rename = "fpr_5")]
    Percent5,
}

/// Probabilities at which a text is acted on, named by the share (in per cent) of labelled clean posts at or above them, measured on
/// posts of the training sets that the model which scored them had not seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// One clean post in 20.
    pub fpr_5: f32,
    /// One in 100.
    pub fpr_1: f32,
    /// One in 200. The default for "a reviewer should look".
    pub fpr_0_5: f32,
    /// One in 1,000. The default for "must be looked at before approval".
    pub fpr_0_1: f32,
}

impl Thresholds {
    /// The threshold of a rate.
    pub fn at(self, rate: FalsePositiveRate) -> f32 {
        match rate {
            FalsePositiveRate::PerMille1 => self.fpr_0_1,
            FalsePositiveRate::PerMille5 => self.fpr_0_5,
            FalsePositiveRate::Percent1 => self.fpr_1,
            FalsePositiveRate::Percent5 => self.fpr_5,
        }
    }

    /// Thresholds that nothing reaches.
    pub const NEVER: Self = Self { fpr_5: 2.0, fpr_1: 2.0, fpr_0_5: 2.0, fpr_0_1: 2.0 };
}

/// The model.
#[derive(Debug, Clone, PartialEq)]
pub struct ToxicityModel {
    table: Table,
    constants: Constants,
}

impl ToxicityModel {
    /// The shipped model, read once.
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<ToxicityModel> = OnceLock::new();
        MODEL.get_or_init(|| Self::from_bytes(SHIPPED).unwrap_or_else(Self::silent))
    }

    /// A model that knows nothing: every text has probability 0 and no threshold is reached.
    pub fn silent() -> Self {
        Self::new(Table::empty(), Constants { dense: [0.0; DENSE], bias: -50.0, thresholds: Thresholds::NEVER })
    }

    /// A model of a table and its constants.
    pub fn new(table: Table, constants: Constants) -> Self {
        Self { table, constants }
    }

    /// Reads the stored form; `None` when it is no table of this version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Table::read(bytes).map(|(table, constants)| Self { table, constants })
    }

    /// The stored form.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.table.write(&self.constants)
    }

    /// Its thresholds.
    pub fn thresholds(&self) -> Thresholds {
        self.constants.thresholds
    }

    /// The log-odds that a text is toxic.
    pub fn score(&self, reading: &Reading<'_>) -> f32 {
        let mut sum = Sum { table: &self.table, grams: 0.0, gram_count: 0, words: 0.0, word_count: 0 };
        features::read(reading.view, reading.words, &mut sum);
        let dense = features::dense(reading);
        let dense: f32 = self.constants.dense.iter().zip(dense).map(|(weight, value)| weight * value).sum();
        self.constants.bias + dense + sum.grams * unit(sum.gram_count) + sum.words * unit(sum.word_count)
    }

    /// The calibrated probability that a text is toxic, 0 to 1.
    pub fn probability(&self, reading: &Reading<'_>) -> f64 {
        1.0 / (1.0 + libm::exp(-f64::from(self.score(reading))))
    }

    /// The same over every view that shows a disguised term, the highest: what was hidden counts as if it stood there.
    /// `words` are those of the folded view.
    pub(super) fn seen_through(&self, text: &str, views: &Views, words: &[Word], hits: &[Hit]) -> f64 {
        let Some(folded) = views.folded() else { return 0.0 };
        let plain = self.probability(&Reading { text, view: folded, words, hits, hidden: !views.hidden().is_empty() });
        let disguised = views
            .iter()
            .filter(|view| view.kind() != ViewKind::Folded && hits.iter().any(|hit| hit.view == view.kind()));
        disguised
            .map(|view| {
                let words = view.words();
                self.probability(&Reading { text, view, words: &words, hits, hidden: !views.hidden().is_empty() })
            })
            .fold(plain, f64::max)
    }
}

/// A text as the model reads it.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// As posted.
    pub text: &'a str,
    /// The view to read: the folded one, unless another shows what the text means.
    pub view: &'a View,
    /// The words of that view.
    pub words: &'a [Word],
    /// What the lexicon found in any view.
    pub hits: &'a [Hit],
    /// True when characters that do not show stand inside words.
    pub hidden: bool,
}

/// What one occurrence of a feature counts in a group of `count`: groups have unit length whatever the text's.
pub fn unit(count: u32) -> f32 {
    1.0 / (count.max(1) as f32).sqrt()
}

/// The bucket hash of a pair of neighbours.
pub fn pair_bucket(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Adds weights up as the text is read.
struct Sum<'a> {
    table: &'a Table,
    grams: f32,
    gram_count: u32,
    words: f32,
    word_count: u32,
}

impl Reader for Sum<'_> {
    fn word(&mut self, hash: u64, text: &[u8]) {
        self.gram_count += gram_count(text.len());
        self.word_count += 2;
        if let Some(weight) = self.table.word(hash) {
            self.grams += weight.grams;
            self.words += weight.word;
        } else {
            let mut grams = 0.0;
            each_gram(text, |hash| grams += self.table.bucket(hash));
            self.grams += grams;
        }
    }

    fn sign(&mut self, hash: u64) {
        self.word_count += 2;
        self.words += self.table.word(hash).map_or(0.0, |weight| weight.word);
    }

    fn pair(&mut self, hash: u64) {
        self.words += self.table.bucket(pair_bucket(hash));
    }
}

#[cfg(test)]
mod tests;
