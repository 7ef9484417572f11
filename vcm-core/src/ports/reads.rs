//! Reads, one trait an aggregate. Every read names its org; what belongs to another org does not exist.
//!
//! For all of them:
//! - `missing_is_none_or_empty`: a missing campaign has no artefacts.
//! - `reads_return_what_was_committed`: equal in every field, in the order that [`crate::campaign::Board`] documents.
//! - `another_org_sees_nothing`

use async_trait::async_trait;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    angles::Angle,
    audit::AuditEntry,
    campaign::{Campaign, Event, Receipt, State},
    copy::Copy,
    error::Result,
    experiments::Experiment,
    hashtags::HashtagLadder,
    id::{CampaignId, OrgId},
    moderation::Verdict,
    schedule::SchedulePlan,
    trends::TrendTopic,
    visuals::Asset,
    voice::VoiceEvidence,
};

/// A page of a list that is ordered by time-ordered id, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Only ids before this one; none for the first page.
    pub before: Option<CampaignId>,
    /// At most this many, 1 to 1,000.
    pub limit: u32,
}

/// A campaign in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CampaignSummary {
    /// Its id.
    pub id: CampaignId,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: State,
    /// When it was created.
    pub created_at: Timestamp,
    /// What providers have cost so far, in millionths of a US dollar.
    pub spent_micros: u64,
}

/// Campaigns.
///
/// - `pages_are_newest_first_and_stable_under_inserts`: a walk by `before` sees every campaign that was there at its start
///   exactly once, whatever is inserted meanwhile.
/// - `a_page_of_a_wrong_size_is_refused`: with `invalid_input`, as is a search for too many neighbours.
#[async_trait]
pub trait CampaignReads: Send + Sync {
    /// The campaign.
    async fn campaign(&self, org: OrgId, id: CampaignId) -> Result<Option<Campaign>>;
    /// A page of campaigns, newest id first.
    async fn campaigns(&self, org: OrgId, page: Page) -> Result<Vec<CampaignSummary>>;
}

/// Trend topics.
#[async_trait]
pub trait TrendReads: Send + Sync {
    /// The campaign's topics.
    async fn topics(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<TrendTopic>>;
}

/// Angles.
#[async_trait]
pub trait AngleReads: Send + Sync {
    /// The campaign's angles.
    async fn angles(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Angle>>;
}

/// A search for the nearest copies.
#[derive(Debug, Clone, PartialEq)]
pub struct NearestQuery {
    /// Id of the embedder that made the vector; only vectors of the same one are compared.
    pub embedder: String,
    /// The vector.
    pub vector: Vec<f32>,
    /// At most this many, 1 to 1,000.
    pub limit: u32,
    /// Only copies of this campaign; none for all of the org's.
    pub campaign: Option<CampaignId>,
}

/// A copy near to a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Its campaign.
    pub campaign: CampaignId,
    /// Its key.
    pub copy: String,
    /// Cosine similarity, -1 to 1.
    pub similarity: f32,
}

/// Copies.
///
/// - `nearest_is_exact_and_ordered`: by falling similarity, ties by campaign and key.
///   The zero vector is like nothing: similarity 0.
/// - `nearest_of_another_dimension_is_refused`: with `invalid_input`, in searches and in commits; the first vector of an
///   embedder in an org fixes its dimension.
/// - `vectors_belong_to_stored_copies`: a vector needs its copy, stays when the copy is replaced and goes when it is voided.
#[async_trait]
pub trait CopyReads: Send + Sync {
    /// The campaign's copies.
    async fn copies(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Copy>>;
    /// The nearest copies to a vector.
    async fn nearest_copies(&self, org: OrgId, query: &NearestQuery) -> Result<Vec<Neighbour>>;
}

/// Assets.
#[async_trait]
pub trait AssetReads: Send + Sync {
    /// The campaign's assets.
    async fn assets(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Asset>>;
}

/// Hashtag ladders.
#[async_trait]
pub trait HashtagReads: Send + Sync {
    /// The campaign's ladders, by platform.
    async fn hashtags(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<HashtagLadder>>;
}

/// Experiments.
#[async_trait]
pub trait ExperimentReads: Send + Sync {
    /// The campaign's experiments.
    async fn experiments(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Experiment>>;
}

/// Schedules.
#[async_trait]
pub trait ScheduleReads: Send + Sync {
    /// The campaign's schedule.
    async fn schedule(&self, org: OrgId, campaign: CampaignId) -> Result<Option<SchedulePlan>>;
}

/// Verdicts.
#[async_trait]
pub trait VerdictReads: Send + Sync {
    /// The campaign's verdicts, by subject.
    async fn verdicts(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Verdict>>;
}

/// What edits taught of an org's voice.
///
/// - `voice_evidence_is_newest_first_and_of_all_campaigns`: in the order of commits, turned around; evidence put again under its id
///   keeps its place. A limit outside of 1 to 1,000 is `invalid_input`.
/// - `forgotten_evidence_is_gone_and_forgetting_again_is_no_error`
#[async_trait]
pub trait VoiceReads: Send + Sync {
    /// The org's newest evidence, at most `limit`, 1 to 1,000.
    async fn voice_evidence(&self, org: OrgId, limit: u32) -> Result<Vec<VoiceEvidence>>;
}

/// Receipts.
#[async_trait]
pub trait ReceiptReads: Send + Sync {
    /// The campaign's receipts, by ordinal.
    async fn receipts(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Receipt>>;
}

/// Events.
///
/// - `event_numbers_are_gapless_per_campaign`
/// - `events_after_a_number_come_in_order`
#[async_trait]
pub trait EventReads: Send + Sync {
    /// Events with a number above `after`, at most `limit`, in order.
    async fn events(&self, org: OrgId, campaign: CampaignId, after: u64, limit: u32) -> Result<Vec<Event>>;
}

/// The audit trail.
///
/// - `audit_entries_chain_per_org`: [`crate::audit::verify`] accepts what was committed, however many campaigns wrote at once.
#[async_trait]
pub trait AuditReads: Send + Sync {
    /// Entries of the org's chain with a position above `after`, at most `limit`, in order.
    async fn audit(&self, org: OrgId, after: u64, limit: u32) -> Result<Vec<AuditEntry>>;
}
