//! What a campaign tells the outside: events with a gapless number per campaign.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    campaign::state::State,
    hash::ContentHash,
    id::{CampaignId, UserId},
};

/// An event to be stored with a commit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NewEvent {
    /// When, by the host's clock.
    pub at: Timestamp,
    /// What happened.
    pub kind: EventKind,
}

/// A stored event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// The campaign.
    pub campaign: CampaignId,
    /// Position among the campaign's events, from 1, without gaps.
    pub seq: u64,
    /// When, by the host's clock.
    pub at: Timestamp,
    /// What happened.
    #[serde(flatten)]
    pub kind: EventKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
#[non_exhaustive]
pub enum EventKind {
    /// The campaign was stored.
    Created {
        /// Name of the campaign.
        name: String,
    },
    /// It was copied from another campaign.
    Forked {
        /// The campaign it was copied from.
        from: CampaignId,
        /// The state it goes on from.
        state: State,
    },
    /// A state was entered.
    StateEntered {
        /// The state.
        state: State,
    },
    /// A step is done.
    StepCompleted {
        /// The state it belongs to.
        state: State,
        /// The agent that asked for it.
        agent: String,
        /// The tool that did it.
        tool: String,
        /// What it made, for people: "LinkedIn · angle-2".
        label: String,
        /// What it cost, in millionths of a US dollar.
        cost_micros: u64,
    },
    /// A person is asked to approve.
    ReviewRequested {
        /// The content.
        content_hash: ContentHash,
        /// Subjects that moderation blocks or quarantines.
        blocked: Vec<String>,
    },
    /// A person approved.
    Approved {
        /// The content.
        content_hash: ContentHash,
        /// Who.
        by: UserId,
    },
    /// A person sent it back.
    Rejected {
        /// Why.
        reason: String,
        /// Who.
        by: UserId,
    },
    /// The content was edited.
    Edited,
    /// The kit was written somewhere.
    KitWritten {
        /// Where: a path or a service.
        target: String,
        /// Draft or approved.
        status: crate::kit::KitStatus,
        /// The content.
        content_hash: ContentHash,
    },
    /// The next call would exceed the budget; the run stopped before it.
    BudgetPaused {
        /// Spent so far, in millionths of a US dollar.
        spent_micros: u64,
        /// The limit.
        limit_micros: u64,
        /// What the next call would cost at the most.
        next_micros: u64,
    },
    /// An error stopped the run.
    Failed {
        /// The state it failed in.
        state: State,
        /// Kind of the error.
        kind: String,
        /// Its message.
        message: String,
    },
}

impl EventKind {
    /// The stable code, as in JSON.
    pub fn as_str(&self) -> &'static str {
        match self {
            EventKind::Created { .. } => "created",
            EventKind::Forked { .. } => "forked",
            EventKind::StateEntered { .. } => "state_entered",
            EventKind::StepCompleted { .. } => "step_completed",
            EventKind::ReviewRequested { .. } => "review_requested",
            EventKind::Approved { .. } => "approved",
            EventKind::Rejected { .. } => "rejected",
            EventKind::Edited => "edited",
            EventKind::KitWritten { .. } => "kit_written",
            EventKind::BudgetPaused { .. } => "budget_paused",
            EventKind::Failed { .. } => "failed",
        }
    }
}
