//! Hashtags: ranking, saturation and ladders.
//!
//! [`HashtagIndex`] holds what was seen; [`HashtagIndex::rank`] orders tags for one post and [`HashtagIndex::rising`] tells what is on the
//! rise; [`ladder()`] makes the set of one platform and [`choose_for_copy`] what each copy carries. [`HashtagIndex::to_bytes`] keeps an
//! index for later. Without history and trends only the brief speaks, and the notes say that nothing is known about reach. Next:
//! [`crate::experiments`].

mod evidence;
mod features;
mod identity;
mod index;
mod ladder;
mod rank;
mod rising;
mod saved;
mod segment;
#[cfg(test)]
mod tests;
mod weights;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    features::{FEATURE_COUNT, FEATURES},
    identity::{BriefTags, banned_reason, camel_case, identity},
    index::{HashtagIndex, HashtagPost},
    ladder::{LadderOptions, choose_for_copy, ladder},
    rank::{RankOptions, RankQuery, TagEvidence},
    rising::RisingHashtag,
};
use crate::platform::Platform;

/// The hashtags considered for one platform, with the ones that each copy carries chosen from them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HashtagLadder {
    /// The platform.
    pub platform: Platform,
    /// Most tags a post may carry there, by the platform's rule.
    pub cap: u32,
    /// Ranked tags, best first.
    pub rungs: Vec<RankedHashtag>,
    /// What is known of the data: posts seen, own posts, and what is missing.
    pub notes: Vec<String>,
}

/// A ranked hashtag.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RankedHashtag {
    /// Without `#`, in the spelling most used.
    pub tag: String,
    /// What tags are ordered by, 0 to 1.
    pub score: f64,
    /// How big it is.
    pub bucket: HashtagBucket,
    /// How crowded it is, 0 to 1; none when nothing is known.
    pub saturation: Option<f64>,
    /// How much data stands behind the score.
    pub confidence: Confidence,
    /// Why it is here, in words.
    pub why: Vec<String>,
}

/// How big a hashtag is, by its volume's percentile among the tags seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HashtagBucket {
    /// 90th percentile and up.
    High,
    /// 50th to 90th percentile.
    Medium,
    /// Below the median.
    Niche,
    /// From the brief, never seen in the data.
    Own,
}

/// How much data stands behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A prior, no data.
    None,
    /// One or two observations.
    Thin,
    /// Enough to act on.
    Ok,
}
