//! A campaign: one brief on its way to a kit.
//!
//! [`state`] is the state machine, [`step`] what a run does and the receipt it leaves, [`change`] the one form of a write,
//! [`board`] everything a campaign has made so far, [`event`] what is told to the outside. Next: [`crate::trends`].

pub mod board;
pub mod change;
pub mod event;
pub mod state;
pub mod step;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    board::Board,
    change::{Change, ChangeSet, Committed, Embedding, FencingToken, Revision},
    event::{Event, EventKind, NewEvent},
    state::{Approval, Command, Decision, Failure, Rejection, Review, Stage, State, Status, decide},
    step::{Effect, Receipt, Usage},
};
use crate::{
    brief::Brief,
    hash::{ContentHash, Seed},
    id::{CampaignId, OrgId, UserId},
};

/// A campaign as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// The org it belongs to.
    pub org: OrgId,
    /// The brief, as validated.
    pub brief: Brief,
    /// The seed of every random choice.
    pub seed: Seed,
    /// The campaign's clock, fixed when it was created: every date-dependent decision uses it, so that a run resumed next week
    /// reaches the same kit.
    pub now: Timestamp,
    /// The inputs it was created with.
    pub inputs: Inputs,
    /// Where it stands.
    pub status: Status,
    /// Grows by one with every commit.
    pub revision: Revision,
    /// What providers have cost so far, in millionths of a US dollar.
    pub spent_micros: u64,
    /// Most that providers may cost, in millionths of a US dollar: the brief's limit until somebody raises it. None is no limit.
    pub budget_micros: Option<u64>,
    /// The campaign and state it was forked from.
    pub forked_from: Option<ForkOrigin>,
    /// Who created it.
    pub created_by: UserId,
    /// When it was created, by the host's clock.
    pub created_at: Timestamp,
}

/// Data files of a brief, kept by content hash so that a campaign does not depend on files that may change or vanish.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Inputs {
    /// Own earlier posts: canonical JSON Lines of [`crate::schedule::HistoryPost`], if the brief names any.
    pub history: Option<ContentHash>,
    /// Dated texts: canonical JSON Lines of [`crate::trends::TrendText`], if the brief names any.
    pub trends: Option<ContentHash>,
    /// What edits had taught of the voice when the campaign was created: canonical JSON Lines of [`crate::voice::VoiceEvidence`], if
    /// there was anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<ContentHash>,
    /// The brief's logo and photos by the names it gives them, cleaned of everything that is not pixels.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub pictures: std::collections::BTreeMap<String, ContentHash>,
}

/// Where a fork came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ForkOrigin {
    /// The campaign it was copied from.
    pub campaign: CampaignId,
    /// The state it goes on from.
    pub state: State,
}
