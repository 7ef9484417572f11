//! Retry, fork, replay: three operations that other engines mix up. Retry goes back to the state that failed. Fork copies a
//! campaign at a state and goes on from there with changes. Replay walks the recorded run again and must reach the same kit.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;
use vcm_core::{
    Error, Result,
    brief::Brief,
    campaign::{
        Board, Campaign, Change, Command, Effect, EventKind, ForkOrigin, Receipt, Revision, Stage, State, Status,
        Usage, step::step_id,
    },
    hash::{ContentHash, Seed},
    id::CampaignId,
    org::Permission,
    ports::StoreExt,
};

use super::Workspace;
use crate::{run::replay, tools::copy::embed_copies};

/// Name of the step that a fork's inheritance is kept as.
pub(crate) const FORK_TOOL: &str = "Campaign.fork";

/// What a fork does differently. Fields left out stay.
#[derive(Debug, Clone, Default)]
pub struct ForkChanges {
    /// Another brief.
    pub brief: Option<Brief>,
    /// Another seed.
    pub seed: Option<Seed>,
    /// Another clock.
    pub now: Option<Timestamp>,
}

/// What a replay found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayOutcome {
    /// Hash of the stored content.
    pub recorded: ContentHash,
    /// Hash of the content that the replay reached.
    pub reached: ContentHash,
}

impl ReplayOutcome {
    /// Whether the replay reached the stored content.
    pub fn is_equal(&self) -> bool {
        self.recorded == self.reached
    }
}

impl Workspace {
    /// Takes a failed campaign back to the state it failed in; run it to go on.
    pub async fn retry(&self, id: CampaignId) -> Result<Campaign> {
        self.actor.require(Permission::Write, "retry")?;
        let board = self.machine.0.store.board(self.org, id).await?;
        Ok(self.command(board, &Command::Retry, Vec::new()).await?.campaign)
    }

    /// Copies a campaign as it was when it entered `state`, with changes; run the copy to go on. Its origin stays as it is.
    ///
    /// # Errors
    /// `invalid_input` when `state` has no work or the campaign has not reached it, or when the changed brief is not valid.
    pub async fn fork(&self, id: CampaignId, state: State, changes: ForkChanges) -> Result<Campaign> {
        self.actor.require(Permission::Write, "fork")?;
        let origin = self.machine.0.store.board(self.org, id).await?;
        check_fork(&origin, state)?;
        let source = &origin.campaign;
        let brief = changes.brief.unwrap_or_else(|| source.brief.clone());
        brief.validate()?;
        let now = self.machine.0.clock.now();
        let mut campaign = Campaign {
            id: CampaignId(Uuid::now_v7()),
            brief,
            seed: changes.seed.unwrap_or(source.seed),
            now: changes.now.unwrap_or(source.now),
            status: Status { state, ..Status::default() },
            revision: Revision(0),
            spent_micros: 0,
            forked_from: Some(ForkOrigin { campaign: id, state }),
            created_by: self.actor.user,
            created_at: now,
            ..source.clone()
        };
        let inherited = inherited(&origin, state);
        let mut all = vec![Change::PutCampaign(Box::new(campaign.clone()))];
        all.extend(inherited.iter().cloned());
        if state > State::Drafting {
            all.push(embed_copies(&*self.machine.0.embedder, &origin.copies).await?);
        }
        all.push(Change::PutReceipt(Box::new(Receipt {
            step: step_id(0, State::Created, FORK_TOOL, &json!({ "from": id, "state": state }))?,
            ordinal: 0,
            round: 0,
            state: State::Created,
            agent: "person".to_owned(),
            tool: FORK_TOOL.to_owned(),
            label: state.to_string(),
            effect: Effect::Outside,
            output_hash: ContentHash::of(&inherited)?,
            changes: Some(inherited),
            answered_by: self.actor.user.to_string(),
            usage: Usage::default(),
            attempts: 1,
            started_at: now,
            finished_at: now,
        })));
        let events = vec![EventKind::Forked { from: id, state }];
        campaign.revision = self.commit(&campaign, all, events, Some("campaign.forked")).await?.revision;
        Ok(campaign)
    }

    /// Walks the recorded run again, calling nothing outside, and compares the content.
    ///
    /// # Errors
    /// `replay_diverged`, naming the first step that was not the recorded one; `invalid_transition` for a campaign that has not
    /// reached `reviewing`.
    pub async fn replay(&self, id: CampaignId) -> Result<ReplayOutcome> {
        self.actor.require(Permission::Read, "replay")?;
        let board = self.machine.0.store.board(self.org, id).await?;
        if !matches!(board.campaign.status.state, State::Reviewing | State::Exported) {
            return Err(super::wrong_state("replay", &board, "only a campaign that reached reviewing can be replayed"));
        }
        let recorded = ContentHash::of(&board.content())?;
        let reached = replay::replay(self.machine.0.clone(), &board).await?;
        Ok(ReplayOutcome { recorded, reached })
    }
}

fn check_fork(origin: &Board, state: State) -> Result<()> {
    let reached = match &origin.campaign.status.failure {
        Some(failure) => failure.state,
        None => origin.campaign.status.state,
    };
    let allowed = [State::Researching, State::Drafting, State::Assembling, State::Scheduling, State::Reviewing];
    if allowed.contains(&state) && state <= reached {
        return Ok(());
    }
    let allowed: Vec<_> = allowed.iter().filter(|state| **state <= reached).map(|state| state.as_str()).collect();
    let allowed = if allowed.is_empty() { "none: the campaign was never run".to_owned() } else { allowed.join(", ") };
    Err(Error::invalid_field("fork", "at", state, allowed))
}

/// Everything that was made in states before `state`.
fn inherited(origin: &Board, state: State) -> Vec<Change> {
    let mut copies = origin.copies.clone();
    if state <= State::Assembling {
        for copy in &mut copies {
            copy.hashtags.clear();
        }
    }
    Stage::ALL
        .iter()
        .filter(|stage| stage.state() < state)
        .filter_map(|stage| match stage {
            Stage::Trends => some(&origin.topics, Change::PutTopics),
            Stage::Angles => some(&origin.angles, Change::PutAngles),
            Stage::Copy => some(&copies, Change::PutCopies),
            Stage::Visuals => some(&origin.assets, Change::PutAssets),
            Stage::Hashtags => some(&origin.hashtags.values().cloned().collect::<Vec<_>>(), Change::PutHashtags),
            Stage::Experiments => some(&origin.experiments, Change::PutExperiments),
            Stage::Schedule => origin.schedule.clone().map(|schedule| Change::PutSchedule(Box::new(schedule))),
            Stage::Moderation => None,
        })
        .collect()
}

fn some<T: Clone>(items: &[T], change: impl Fn(Vec<T>) -> Change) -> Option<Change> {
    (!items.is_empty()).then(|| change(items.to_vec()))
}
