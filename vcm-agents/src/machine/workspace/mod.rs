//! The verbs, for one org and actor. Every verb checks the actor's permission first.
//!
//! This file creates, reads and runs; [`review`] approves, rejects and edits; [`branch`] retries, forks and replays;
//! [`release`] hands out the kit; [`voice`] keeps what edits teach.

mod branch;
#[cfg(feature = "export")]
mod release;
mod review;
mod voice;

use jiff::Timestamp;
use uuid::Uuid;
use vcm_core::{
    Error, ErrorKind, Result,
    audit::{AuditEntry, NewAuditEntry},
    brief::Brief,
    campaign::{
        Board, Campaign, Change, ChangeSet, Command, Committed, Event, EventKind, Inputs, NewEvent, Revision, Status,
        decide,
    },
    error::Violation,
    hash::Seed,
    id::{CampaignId, OrgId},
    org::{Actor, Permission},
    ports::{CampaignSummary, Page, StoreExt},
    schedule::HistoryPost,
    trends::TrendText,
};

#[cfg(feature = "export")]
pub use self::release::{Released, Target};
pub(crate) use self::{branch::FORK_TOOL, review::EDIT_TOOL};
pub use self::{
    branch::{ForkChanges, ReplayOutcome},
    review::{CopyEdit, EditedCopy},
};
use super::Machine;
use crate::{inputs, run::Run};

/// The verbs, for one org and actor. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Workspace {
    pub(crate) machine: Machine,
    pub(crate) org: OrgId,
    pub(crate) actor: Actor,
}

/// What a campaign is created from.
#[derive(Debug, Clone)]
pub struct NewCampaign {
    /// The brief.
    pub brief: Brief,
    /// Own earlier posts, as the brief's `history` files hold them.
    pub history: Vec<HistoryPost>,
    /// Dated texts, as the brief's `trends` files hold them.
    pub trends: Vec<TrendText>,
    /// The pictures that `brand` names, as [`crate::inputs::LoadedBrief`] holds them: name and bytes.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// The seed, instead of the brief's; 0 when neither names one.
    pub seed: Option<Seed>,
    /// The campaign's clock; the machine's clock when none is given.
    pub now: Option<Timestamp>,
}

impl From<Brief> for NewCampaign {
    fn from(brief: Brief) -> Self {
        Self { brief, history: Vec::new(), trends: Vec::new(), pictures: Vec::new(), seed: None, now: None }
    }
}

impl Workspace {
    /// Stores a new campaign. Its data files are kept with it, by content.
    ///
    /// # Errors
    /// `invalid_input` with every wrong field of the brief, or with the pictures it names that are not given.
    pub async fn create_campaign(&self, new: impl Into<NewCampaign>) -> Result<Campaign> {
        self.actor.require(Permission::Write, "create_campaign")?;
        let NewCampaign { brief, history, trends, pictures, seed, now } = new.into();
        brief.validate()?;
        let missing =
            brief.brand.pictures().into_iter().filter(|(_, file)| pictures.iter().all(|(name, _)| name != file));
        let missing: Vec<Violation> =
            missing.map(|(field, file)| Violation::new(field, file, "a picture given with the brief")).collect();
        if !missing.is_empty() {
            return Err(Error::invalid_input("create_campaign", missing));
        }
        let parts = &self.machine.0;
        let created_at = parts.clock.now();
        let mut kept = Inputs::default();
        if !history.is_empty() {
            kept.history = Some(parts.store.put_blob(self.org, inputs::to_canonical_jsonl(&history)?).await?);
        }
        if !trends.is_empty() {
            kept.trends = Some(parts.store.put_blob(self.org, inputs::to_canonical_jsonl(&trends)?).await?);
        }
        kept.voice = self.voice_snapshot(&brief).await?;
        for (name, bytes) in pictures {
            kept.pictures.insert(name, parts.store.put_blob(self.org, bytes).await?);
        }
        let mut campaign = Campaign {
            id: CampaignId(Uuid::now_v7()),
            org: self.org,
            seed: seed.or(brief.seed.map(Seed)).unwrap_or(Seed(0)),
            // Whole seconds: a clock given on a command line and one read from the system are written alike.
            now: whole_seconds(now.unwrap_or(created_at)),
            inputs: kept,
            status: Status::default(),
            revision: Revision(0),
            spent_micros: 0,
            budget_micros: brief.budget.limit_micros,
            forked_from: None,
            created_by: self.actor.user,
            created_at,
            brief,
        };
        let name = campaign.brief.name.clone();
        let committed = self
            .commit(
                &campaign,
                vec![Change::PutCampaign(Box::new(campaign.clone()))],
                vec![EventKind::Created { name }],
                Some("campaign.created"),
            )
            .await?;
        campaign.revision = committed.revision;
        Ok(campaign)
    }

    /// A page of campaigns, newest first.
    pub async fn campaigns(&self, page: Page) -> Result<Vec<CampaignSummary>> {
        self.actor.require(Permission::Read, "list_campaigns")?;
        self.machine.0.store.campaigns(self.org, page).await
    }

    /// The campaign.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn campaign(&self, id: CampaignId) -> Result<Campaign> {
        self.actor.require(Permission::Read, "show_campaign")?;
        let campaign = self.machine.0.store.campaign(self.org, id).await?;
        campaign.ok_or_else(|| Error::not_found("show_campaign", "campaign", id))
    }

    /// The campaign with everything it has made.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn board(&self, id: CampaignId) -> Result<Board> {
        self.actor.require(Permission::Read, "show_campaign")?;
        self.machine.0.store.board(self.org, id).await
    }

    /// Events with a number above `after`, at most 1,000, in order.
    pub async fn events(&self, id: CampaignId, after: u64) -> Result<Vec<Event>> {
        self.actor.require(Permission::Read, "list_events")?;
        self.machine.0.store.events(self.org, id, after, 1000).await
    }

    /// Runs the campaign from where it stands until it waits for a person. Also resumes: steps that have receipts are not
    /// done again. Must be called inside a tokio runtime.
    pub fn run(&self, id: CampaignId) -> Run {
        match self.actor.require(Permission::Write, "run_campaign") {
            Ok(()) => Run::start(self.machine.clone(), self.org, id),
            Err(error) => Run::refused(error),
        }
    }

    /// Sets what providers may cost in all, in millionths of a US dollar; none is no limit. A run that paused goes on with
    /// [`Workspace::run`].
    pub async fn set_budget(&self, id: CampaignId, budget_micros: Option<u64>) -> Result<()> {
        self.actor.require(Permission::Approve, "set_budget")?;
        let mut campaign = self.campaign(id).await?;
        campaign.budget_micros = budget_micros;
        let change = Change::PutCampaign(Box::new(campaign.clone()));
        self.commit(&campaign, vec![change], Vec::new(), Some("campaign.budget_set")).await.map(|_| ())
    }

    /// Entries of the org's audit trail with a position above `after`, at most 1,000, in order.
    pub async fn audit(&self, after: u64) -> Result<Vec<AuditEntry>> {
        self.actor.require(Permission::Administer, "read_audit")?;
        self.machine.0.store.audit(self.org, after, 1000).await
    }

    /// Checks the org's whole audit chain and says how many entries it has.
    ///
    /// # Errors
    /// `data_corrupt`, naming the first entry that is wrong.
    pub async fn verify_audit(&self) -> Result<u64> {
        let mut entries = Vec::new();
        loop {
            let page = self.audit(entries.len() as u64).await?;
            if page.is_empty() {
                vcm_core::audit::verify(&entries)?;
                return Ok(entries.len() as u64);
            }
            entries.extend(page);
        }
    }

    /// Commits a command on a campaign: decided on the revision read here, and refused if somebody else wrote meanwhile.
    pub(crate) async fn command(&self, mut board: Board, command: &Command, extra: Vec<Change>) -> Result<Board> {
        let decision = decide(&board.campaign.status, command)?;
        let mut changes = extra;
        if !decision.void.is_empty() {
            changes.push(Change::Void(decision.void.to_vec()));
        }
        board.campaign.status = decision.status;
        changes.push(Change::PutCampaign(Box::new(board.campaign.clone())));
        let committed = self.commit(&board.campaign, changes.clone(), decision.events, decision.audit).await?;
        for change in &changes {
            board.apply(change);
        }
        board.campaign.revision = committed.revision;
        Ok(board)
    }

    /// One commit by this actor outside a run.
    pub(crate) async fn commit(
        &self,
        campaign: &Campaign,
        changes: Vec<Change>,
        events: Vec<EventKind>,
        audit: Option<&'static str>,
    ) -> Result<Committed> {
        let at = self.machine.0.clock.now();
        let entry = audit.map(|action| NewAuditEntry {
            actor: self.actor.user,
            action: action.to_owned(),
            campaign: Some(campaign.id),
            detail: audit_detail(campaign),
            at,
        });
        let set = ChangeSet {
            org: self.org,
            campaign: campaign.id,
            expected: campaign.revision,
            fence: None,
            idempotency: None,
            changes,
            events: events.into_iter().map(|kind| NewEvent { at, kind }).collect(),
            audit: entry.into_iter().collect(),
            at,
        };
        self.machine.0.store.commit(set).await
    }
}

/// What the audit trail keeps of a campaign: where it stands and which content was approved, never its text.
fn audit_detail(campaign: &Campaign) -> serde_json::Value {
    let status = &campaign.status;
    serde_json::json!({
        "state": status.state,
        "round": status.round,
        "approved": status.approval.as_ref().map(|approval| &approval.content_hash),
        "budget_micros": campaign.budget_micros,
    })
}

fn whole_seconds(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// The error of a verb that asks for a state the campaign is not in.
pub(crate) fn wrong_state(operation: &'static str, board: &Board, wanted: &'static str) -> Error {
    Error::new(ErrorKind::InvalidTransition, operation, wanted).with("state", board.campaign.status.state)
}
