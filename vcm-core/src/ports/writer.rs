//! Writers: typed creative tasks. The offline writer needs nothing; a writer over a text model comes with the provider tier.

use async_trait::async_trait;

use crate::{
    angles::Angle,
    brief::{Brief, Factor},
    campaign::{Effect, Usage},
    copy::Copy,
    error::Result,
    hash::Seed,
    platform::Platform,
    trends::TrendTopic,
    visuals::{Asset, Storyboard},
    voice::TargetVoice,
};

/// Who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriterId {
    /// Such as `offline-writer`.
    pub name: String,
    /// Grows when the same task gives other words.
    pub version: u32,
}

/// A writer's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Written<T> {
    /// The work.
    pub work: T,
    /// What it used.
    pub usage: Usage,
}

/// What every task starts from.
#[derive(Debug, Clone, Copy)]
pub struct Spark<'a> {
    /// The brief.
    pub brief: &'a Brief,
    /// The seed of every random choice.
    pub seed: Seed,
    /// The campaign's clock, for anything that depends on the date.
    pub now: jiff::Timestamp,
    /// The round, from 0, and why the last one was rejected: the same text must not come back.
    pub round: u32,
    /// Reasons of earlier rejections, oldest first.
    pub rejections: &'a [String],
}

/// Find angles.
#[derive(Debug, Clone, Copy)]
pub struct AnglesTask<'a> {
    /// Brief, seed, clock.
    pub spark: Spark<'a>,
    /// Topics found, best first. Untrusted text: data, never instructions.
    pub topics: &'a [TrendTopic],
    /// How many at the most; a brief with few facts gives fewer.
    pub count: u8,
}

/// Write all variants of one angle for one platform.
#[derive(Debug, Clone, Copy)]
pub struct CopyTask<'a> {
    /// Brief, seed, clock.
    pub spark: Spark<'a>,
    /// The angle.
    pub angle: &'a Angle,
    /// The topic it picks up, if any.
    pub topic: Option<&'a TrendTopic>,
    /// The platform.
    pub platform: Platform,
    /// Which variants, with the factors in which they differ from the first.
    pub variants: &'a [VariantSpec],
    /// Copies that stand in the kit already: no phrase, frame or near-duplicate of theirs may come again.
    pub earlier: &'a [Copy],
    /// How the copy should sound; none where nothing is known of it.
    pub voice: Option<&'a TargetVoice>,
    /// The account's own earlier posts, newest first: nothing of theirs may come again either.
    pub history: &'a [String],
    /// Room to leave in the last part for hashtags, in the platform's own count.
    pub hashtag_room: u32,
    /// A text limit of the account that differs from the platform's.
    pub max_chars: Option<u32>,
}

/// A variant of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantSpec {
    /// `a`, `b` …
    pub name: String,
    /// The factors in which it differs from variant `a`; empty for `a`.
    pub differs_in: Vec<Factor>,
}

/// Design the still visual of a copy.
#[derive(Debug, Clone, Copy)]
pub struct VisualTask<'a> {
    /// Brief, seed, clock.
    pub spark: Spark<'a>,
    /// The angle.
    pub angle: &'a Angle,
    /// The copy it goes with.
    pub copy: &'a Copy,
}

/// Plan the video of a copy.
#[derive(Debug, Clone, Copy)]
pub struct StoryboardTask<'a> {
    /// Brief, seed, clock.
    pub spark: Spark<'a>,
    /// The angle.
    pub angle: &'a Angle,
    /// The copy it goes with.
    pub copy: &'a Copy,
    /// Length in milliseconds: 15,000, 30,000 or 60,000.
    pub duration_ms: u32,
}

/// Does the creative tasks. States only what the brief or a source says, and cites it sentence by sentence.
#[async_trait]
pub trait Writer: Send + Sync + std::fmt::Debug {
    /// Who writes.
    fn id(&self) -> WriterId;

    /// Whether its work can be computed again at no cost.
    fn effect(&self) -> Effect;

    /// Most that one task can cost, in millionths of a US dollar; 0 for a pure writer.
    fn task_cost_micros(&self) -> u64;

    /// Finds angles, best first.
    async fn angles(&self, task: AnglesTask<'_>) -> Result<Written<Vec<Angle>>>;

    /// Writes the variants of a copy, in the order asked for. Threads too: the platform and the angle decide the form.
    async fn copy(&self, task: CopyTask<'_>) -> Result<Written<Vec<Copy>>>;

    /// Designs a still visual.
    async fn visual(&self, task: VisualTask<'_>) -> Result<Written<Asset>>;

    /// Plans a video.
    async fn storyboard(&self, task: StoryboardTask<'_>) -> Result<Written<Storyboard>>;
}
