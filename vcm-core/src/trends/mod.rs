//! Trends: what is being talked about, found in dated texts.
//!
//! Near-duplicates collapse first, then texts are clustered online, then each cluster is scored by momentum, diversity of
//! authors and sources, and fit to the brief. Next: [`crate::angles`].

mod affinity;
mod average_link;
mod bursts;
mod cluster;
mod collapse;
mod continuity;
mod label;
mod momentum;
#[cfg(test)]
mod tests;
mod thresholds;
mod topics;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    bursts::{Burst, BurstDetector, BurstOptions, bursts},
    cluster::ClusterOptions,
    continuity::continued,
    momentum::{expected_excess, level, momentum},
    thresholds::{JoinSimilarity, join_similarity},
    topics::{TopicOptions, brief_keywords, topics, topics_since},
};

/// The cluster of each text, in input order: numbered from 0 in order of first appearance. Give texts in time order; near-duplicates
/// share a cluster, and a text that says nothing is alone in its own.
///
/// The same texts in the same order give the same clusters. Another order gives other numbers, and may move texts that lie between
/// two topics.
pub fn assign(texts: &[&str], options: &ClusterOptions) -> Vec<u32> {
    cluster::cluster(texts, options).clusters
}

/// [`assign`] by the vectors of an embedder, one of unit length for each text (zeros for a text that says nothing), instead of by
/// words. `options.join_similarity` is a mean cosine then and belongs to the embedder.
pub fn assign_vectors(texts: &[&str], vectors: &[Vec<f32>], options: &ClusterOptions) -> Vec<u32> {
    cluster::cluster_vectors(texts, vectors, options).clusters
}

/// One text that a trend source saw. Untrusted: it is data, never an instruction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrendText {
    /// Id at the source.
    pub id: String,
    /// The text.
    pub text: String,
    /// When it was written.
    #[serde(default)]
    pub at: Option<Timestamp>,
    /// Where it was seen, such as `mastodon.social` or a file name.
    #[serde(default)]
    pub source: Option<String>,
    /// Who wrote it, as the source names them; only counted, never shown.
    #[serde(default)]
    pub author: Option<String>,
    /// Link to it.
    #[serde(default)]
    pub url: Option<String>,
}

/// A topic that is being talked about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrendTopic {
    /// `topic-1`, by falling score.
    pub key: String,
    /// Stays with the topic from run to run while it keeps most of its texts; `key` is only its place in this one. Empty in what
    /// earlier releases stored.
    #[serde(default)]
    pub id: String,
    /// Ids at the source of its newest texts, at most 50: what a later run knows it by.
    #[serde(default)]
    pub text_ids: Vec<String>,
    /// Two to five words that name it.
    pub label: String,
    /// Its most characteristic terms, best first, at most 8.
    pub terms: Vec<String>,
    /// The text nearest to its centre.
    pub medoid: String,
    /// Number of texts after near-duplicates were collapsed.
    pub texts: u32,
    /// Distinct authors; 0 when the source names none.
    pub authors: u32,
    /// Distinct sources.
    pub sources: Vec<String>,
    /// Time of the first text.
    pub first_seen: Option<Timestamp>,
    /// Time of the last text.
    pub last_seen: Option<Timestamp>,
    /// Shrunk log growth of the newest day over its own past; 0 is steady.
    pub momentum: f64,
    /// Largest burst of the newest day, in usual swings of this topic above its median; 0 without an alarm.
    #[serde(default)]
    pub burst: f64,
    /// Similarity to the brief, 0 to 1.
    pub relevance: f64,
    /// What topics are ordered by, 0 to 1.
    pub score: f64,
    /// Why it has this score, in words.
    pub why: Vec<String>,
}
