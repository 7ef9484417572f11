//! The state machine: `decide(status, command) -> Decision`, and nothing else moves a campaign.
//!
//! `created → researching → drafting → assembling → scheduling → reviewing → exported`, and `failed` from anywhere before
//! `exported`, with the state it failed in kept so that `retry` goes back to it. The whole state × command table is a snapshot
//! in `tests/state_table.rs`.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    campaign::event::EventKind,
    error::{Error, ErrorKind, Result},
    hash::ContentHash,
    id::UserId,
};

/// Where a campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Stored, not started.
    Created,
    /// Finding trends.
    Researching,
    /// Writing angles and copy.
    Drafting,
    /// Making visuals and choosing hashtags.
    Assembling,
    /// Planning experiments and slots.
    Scheduling,
    /// Moderated; waiting for a person.
    Reviewing,
    /// Approved and released.
    Exported,
    /// Stopped by an error; `retry` goes back.
    Failed,
}

impl State {
    /// Every state, in order.
    pub const ALL: &'static [State] = &[
        State::Created,
        State::Researching,
        State::Drafting,
        State::Assembling,
        State::Scheduling,
        State::Reviewing,
        State::Exported,
        State::Failed,
    ];

    /// The stable code.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Created => "created",
            State::Researching => "researching",
            State::Drafting => "drafting",
            State::Assembling => "assembling",
            State::Scheduling => "scheduling",
            State::Reviewing => "reviewing",
            State::Exported => "exported",
            State::Failed => "failed",
        }
    }

    /// The working state after this one; none for `reviewing`, `exported` and `failed`.
    pub fn next(self) -> Option<State> {
        match self {
            State::Created => Some(State::Researching),
            State::Researching => Some(State::Drafting),
            State::Drafting => Some(State::Assembling),
            State::Assembling => Some(State::Scheduling),
            State::Scheduling => Some(State::Reviewing),
            State::Reviewing | State::Exported | State::Failed => None,
        }
    }
}

impl std::fmt::Display for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for State {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.iter().copied().find(|state| state.as_str() == text).ok_or_else(|| {
            let codes: Vec<_> = Self::ALL.iter().map(|state| state.as_str()).collect();
            Error::invalid_field("parse_state", "state", format_args!("{text:?}"), codes.join(", "))
        })
    }
}

/// The stages, in the order they are made. Each is a folder of the same name in every layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Made in `researching`.
    Trends,
    /// Made in `drafting`.
    Angles,
    /// Made in `drafting`.
    Copy,
    /// Made in `assembling`.
    Visuals,
    /// Made in `assembling`.
    Hashtags,
    /// Made in `scheduling`.
    Experiments,
    /// Made in `scheduling`.
    Schedule,
    /// Made in `reviewing`.
    Moderation,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: &'static [Stage] = &[
        Stage::Trends,
        Stage::Angles,
        Stage::Copy,
        Stage::Visuals,
        Stage::Hashtags,
        Stage::Experiments,
        Stage::Schedule,
        Stage::Moderation,
    ];

    /// The state that makes it.
    pub fn state(self) -> State {
        match self {
            Stage::Trends => State::Researching,
            Stage::Angles | Stage::Copy => State::Drafting,
            Stage::Visuals | Stage::Hashtags => State::Assembling,
            Stage::Experiments | Stage::Schedule => State::Scheduling,
            Stage::Moderation => State::Reviewing,
        }
    }
}

/// A campaign's position with all that a decision needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Status {
    /// The state.
    pub state: State,
    /// Grows by one with every rejection: the same step in another round is another step.
    pub round: u32,
    /// What a person is asked to approve; set while everything in `reviewing` is moderated.
    pub review: Option<Review>,
    /// The approval; void after any edit.
    pub approval: Option<Approval>,
    /// Why earlier rounds were rejected, oldest first.
    pub rejections: Vec<Rejection>,
    /// Where and why it failed; set in `failed` only.
    pub failure: Option<Failure>,
}

impl Default for Status {
    fn default() -> Self {
        Self { state: State::Created, round: 0, review: None, approval: None, rejections: Vec::new(), failure: None }
    }
}

/// What a person is asked to approve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Review {
    /// Hash of the kit's content.
    pub content_hash: ContentHash,
    /// Subjects that moderation blocks or quarantines; an approval needs none.
    pub blocked: Vec<String>,
}

/// A person's approval of exactly one content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Approval {
    /// The content approved.
    pub content_hash: ContentHash,
    /// Who approved.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// A rejection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rejection {
    /// The round that was rejected.
    pub round: u32,
    /// Why, in the reviewer's words.
    pub reason: String,
    /// Who rejected.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// A failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Failure {
    /// The state it failed in.
    pub state: State,
    /// Kind of the error.
    pub kind: ErrorKindCode,
    /// The error's message.
    pub message: String,
}

/// An error kind as its stable code, so that a failure stored by a newer release can still be read.
pub type ErrorKindCode = String;

/// What may be asked of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Begin.
    Start,
    /// The work of the current state is done: go on to the next.
    Advance,
    /// Everything in `reviewing` is moderated: ask a person.
    Submit(Review),
    /// A person approves this content.
    Approve(Approval),
    /// A person sends it back to drafting.
    Reject {
        /// Why.
        reason: String,
        /// Who.
        by: UserId,
        /// When.
        at: Timestamp,
    },
    /// The content was edited: the review must be made anew and an approval is void.
    Edit,
    /// The approved kit was released.
    Export,
    /// An error stopped the run.
    Fail {
        /// Kind of the error.
        kind: ErrorKindCode,
        /// Its message.
        message: String,
    },
    /// Go back to the state that failed.
    Retry,
}

impl Command {
    /// The stable code.
    pub fn as_str(&self) -> &'static str {
        match self {
            Command::Start => "start",
            Command::Advance => "advance",
            Command::Submit(_) => "submit",
            Command::Approve(_) => "approve",
            Command::Reject { .. } => "reject",
            Command::Edit => "edit",
            Command::Export => "export",
            Command::Fail { .. } => "fail",
            Command::Retry => "retry",
        }
    }
}

/// What follows from a command.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The status after it.
    pub status: Status,
    /// What is told to the outside.
    pub events: Vec<EventKind>,
    /// What is recorded in the audit trail, such as `campaign.approved`; none for the machine's own moves.
    pub audit: Option<&'static str>,
    /// Stages whose artefacts are void and must be made again.
    pub void: &'static [Stage],
}

/// Decides what a command does to a campaign. Pure: the caller writes the decision in one commit.
///
/// # Errors
/// [`ErrorKind::InvalidTransition`] when the state does not allow the command; [`ErrorKind::ModerationBlocked`] when something
/// blocked would be approved; [`ErrorKind::Conflict`] when an approval names other content than the one under review;
/// [`ErrorKind::InvalidInput`] for a rejection without a reason.
pub fn decide(status: &Status, command: &Command) -> Result<Decision> {
    let mut next = status.clone();
    let entered = |state| vec![EventKind::StateEntered { state }];
    let (events, audit, void): (_, _, &'static [Stage]) = match (status.state, command) {
        (State::Created, Command::Start) => {
            next.state = State::Researching;
            (entered(next.state), Some("campaign.started"), &[])
        }
        (State::Researching | State::Drafting | State::Assembling | State::Scheduling, Command::Advance) => {
            next.state = status.state.next().unwrap_or(status.state);
            (entered(next.state), None, &[])
        }
        (State::Reviewing, Command::Submit(review)) => {
            next.approval = next.approval.filter(|approval| approval.content_hash == review.content_hash);
            next.review = Some(review.clone());
            let (content_hash, blocked) = (review.content_hash.clone(), review.blocked.clone());
            (vec![EventKind::ReviewRequested { content_hash, blocked }], None, &[])
        }
        (State::Reviewing, Command::Approve(approval)) => {
            let Some(review) = &status.review else {
                return Err(refused(status, command, "moderation has not finished: run the campaign first"));
            };
            if review.content_hash != approval.content_hash {
                return Err(Error::new(ErrorKind::Conflict, "approve", "the content is not the one that was reviewed")
                    .with("approved", approval.content_hash.short())
                    .with("current", review.content_hash.short()));
            }
            if !review.blocked.is_empty() {
                return Err(Error::new(
                    ErrorKind::ModerationBlocked,
                    "approve",
                    "moderation blocks part of the content",
                )
                .with("subjects", review.blocked.join(", ")));
            }
            next.approval = Some(approval.clone());
            (
                vec![EventKind::Approved { content_hash: approval.content_hash.clone(), by: approval.by }],
                Some("campaign.approved"),
                &[],
            )
        }
        (State::Reviewing, Command::Reject { reason, by, at }) => {
            if reason.trim().is_empty() {
                return Err(Error::invalid_field(
                    "reject",
                    "reason",
                    "\"\"",
                    "the reason, so that the next draft can heed it",
                ));
            }
            next.rejections.push(Rejection { round: status.round, reason: reason.clone(), by: *by, at: *at });
            next.round += 1;
            (next.review, next.approval) = (None, None);
            next.state = State::Drafting;
            let events = vec![
                EventKind::Rejected { reason: reason.clone(), by: *by },
                EventKind::StateEntered { state: State::Drafting },
            ];
            (events, Some("campaign.rejected"), Stage::ALL.get(1..).unwrap_or_default())
        }
        (State::Reviewing, Command::Edit) => {
            (next.review, next.approval) = (None, None);
            (vec![EventKind::Edited], Some("campaign.edited"), &[])
        }
        (State::Reviewing, Command::Export) => {
            let (Some(review), Some(approval)) = (&status.review, &status.approval) else {
                return Err(refused(status, command, "nothing leaves the machine without an approval"));
            };
            if review.content_hash != approval.content_hash {
                return Err(refused(status, command, "the approval is for other content"));
            }
            next.state = State::Exported;
            (entered(State::Exported), Some("campaign.exported"), &[])
        }
        // Releasing once more changes nothing but is told and recorded.
        (State::Exported, Command::Export) => (Vec::new(), Some("campaign.exported"), &[]),
        (State::Exported, _) => return Err(refused(status, command, "fork the campaign to change it")),
        (State::Failed, _) if !matches!(command, Command::Retry) => {
            return Err(refused(status, command, "retry the campaign to go on"));
        }
        (_, Command::Fail { kind, message }) => {
            next.state = State::Failed;
            next.failure = Some(Failure { state: status.state, kind: kind.clone(), message: message.clone() });
            (
                vec![EventKind::Failed { state: status.state, kind: kind.clone(), message: message.clone() }],
                Some("campaign.failed"),
                &[],
            )
        }
        (State::Failed, Command::Retry) => {
            let Some(failure) = next.failure.take() else {
                return Err(refused(status, command, "the failure does not say where it happened"));
            };
            next.state = failure.state;
            (entered(failure.state), Some("campaign.retried"), &[])
        }
        _ => return Err(refused(status, command, "this state does not allow it")),
    };
    Ok(Decision { status: next, events, audit, void })
}

fn refused(status: &Status, command: &Command, why: &'static str) -> Error {
    Error::new(ErrorKind::InvalidTransition, "decide", why)
        .with("state", status.state)
        .with("command", command.as_str())
}
