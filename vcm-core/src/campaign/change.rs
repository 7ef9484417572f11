//! The one form of a write: a [`ChangeSet`], committed whole or not at all.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    angles::Angle,
    audit::NewAuditEntry,
    campaign::{
        Campaign,
        event::{Event, NewEvent},
        state::Stage,
        step::Receipt,
    },
    copy::Copy,
    experiments::Experiment,
    hashtags::HashtagLadder,
    id::{CampaignId, OrgId},
    moderation::Verdict,
    schedule::SchedulePlan,
    trends::TrendTopic,
    visuals::Asset,
    voice::VoiceEvidence,
};

/// Number of commits a campaign has seen; 0 is "does not exist yet".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Revision(pub u64);

/// Proof of holding a lease. A commit with another token than the current lease's is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct FencingToken(pub u64);

/// Everything one commit writes, all of it or nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSet {
    /// The org.
    pub org: OrgId,
    /// The campaign.
    pub campaign: CampaignId,
    /// The revision the writer has seen; the commit is refused when the stored one differs.
    pub expected: Revision,
    /// The lease it writes under, for runs; none for single commands, which rely on the revision alone.
    pub fence: Option<FencingToken>,
    /// A key under which a repeated commit returns the first one's result, if the caller needs that.
    pub idempotency: Option<String>,
    /// What changes.
    pub changes: Vec<Change>,
    /// What is told.
    pub events: Vec<NewEvent>,
    /// What is recorded.
    pub audit: Vec<NewAuditEntry>,
    /// When, by the host's clock.
    pub at: Timestamp,
}

/// One change. Backends match it without a wildcard arm: a new change does not compile until every backend handles it.
/// The `Put…` changes insert or replace by key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "change", content = "value", rename_all = "snake_case")]
pub enum Change {
    /// The campaign itself. Its revision is set by the store.
    PutCampaign(Box<Campaign>),
    /// Trend topics.
    PutTopics(Vec<TrendTopic>),
    /// Angles.
    PutAngles(Vec<Angle>),
    /// Copies.
    PutCopies(Vec<Copy>),
    /// Vectors of copies, for nearest search.
    PutEmbeddings(Vec<Embedding>),
    /// Cards and storyboards.
    PutAssets(Vec<Asset>),
    /// Hashtag ladders, by platform.
    PutHashtags(Vec<HashtagLadder>),
    /// Experiments.
    PutExperiments(Vec<Experiment>),
    /// The schedule; replaces the one before.
    PutSchedule(Box<SchedulePlan>),
    /// Verdicts, by subject.
    PutVerdicts(Vec<Verdict>),
    /// A receipt.
    PutReceipt(Box<Receipt>),
    /// What edits taught of the org's voice. It belongs to the campaign that was edited and is no artefact of it.
    PutVoiceEvidence(Vec<VoiceEvidence>),
    /// Removes the campaign's voice evidence with these ids; what is not there is no error.
    ForgetVoiceEvidence(Vec<String>),
    /// Removes the artefacts of these stages.
    Void(Vec<Stage>),
}

/// The vector of a copy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Embedding {
    /// Key of the copy.
    pub copy: String,
    /// Id of the embedder; vectors of different embedders are never compared.
    pub embedder: String,
    /// The vector, of unit length.
    pub vector: Vec<f32>,
}

/// What a commit gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed {
    /// The campaign's revision after it.
    pub revision: Revision,
    /// The events with their numbers.
    pub events: Vec<Event>,
    /// True when the idempotency key had been seen and nothing was written now.
    pub repeated: bool,
}
