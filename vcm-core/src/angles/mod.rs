//! Angles: the different ways a campaign tells its story. Next: [`crate::copy`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One way to tell the campaign's story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Angle {
    /// `angle-1` and so on, in the order the writer ranks them.
    pub key: String,
    /// The kind of story.
    pub archetype: Archetype,
    /// A title for people who plan, not for readers: "Myth: you need nightly".
    pub title: String,
    /// What the angle says, in one sentence.
    pub premise: String,
    /// Ids of the proof points, or `steps[0]`, `myths[1]`, `product.summary` … paths into the brief, that it builds on.
    pub sources: Vec<String>,
    /// Key of the trend topic it picks up, if any.
    pub topic: Option<String>,
    /// Where in the funnel it works.
    pub funnel: FunnelStage,
}

/// Kinds of story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Archetype {
    /// What is new.
    Announcement,
    /// Against what most believe.
    Contrarian,
    /// Steps to a result.
    HowTo,
    /// A wrong belief and the fact.
    Myth,
    /// How it came about.
    BehindTheScenes,
    /// Then and now.
    BeforeAfter,
    /// Several things in a row.
    List,
    /// An honest question to readers.
    Question,
    /// A fact that proves the point.
    Proof,
    /// A story over time.
    Story,
    /// A doubt, answered.
    Objection,
    /// This beside that.
    Comparison,
    /// Tied to a date or season.
    Seasonal,
    /// A single number.
    DataPoint,
    /// What somebody said.
    Quote,
    /// A problem and the way out.
    Problem,
    /// What is offered.
    Offer,
    /// Picks up a trend.
    Trend,
    /// Several doubts, each with its answer.
    Faq,
    /// What it is, for people who never heard of it.
    Explainer,
    /// What to have done, to tick off.
    Checklist,
    /// Several figures side by side.
    Numbers,
    /// One thing it does, up close.
    Spotlight,
    /// Whom it is for.
    Fit,
    /// Readers choose between several things.
    Poll,
    /// A letter to the audience.
    OpenLetter,
}

/// Where in the funnel something works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FunnelStage {
    /// Readers learn that it exists.
    Awareness,
    /// Readers weigh it.
    Consideration,
    /// Readers act.
    Conversion,
}
