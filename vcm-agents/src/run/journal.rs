//! The journal: every step's receipt, and when it is committed.
//!
//! Pure steps wait in memory and are committed with the state they complete; a step that is paid for or reaches outside is
//! committed alone, with its receipt, before anything else happens. In a replay nothing is committed: outside steps are read
//! from the recorded receipts, pure ones are computed again and must give the recorded output.

use std::{collections::BTreeMap, sync::Arc};

use tokio::sync::mpsc;
use vcm_core::{
    Error, ErrorKind, Result,
    audit::NewAuditEntry,
    campaign::{
        Board, Change, ChangeSet, Command, Effect, Event, EventKind, FencingToken, NewEvent, Receipt, State, decide,
        step::step_id,
    },
    hash::ContentHash,
    id::UserId,
};

use crate::{
    agents::Step,
    inputs::CampaignInputs,
    machine::Parts,
    tools::{ToolCall, ToolOutput},
};

/// The journal of one run.
pub(crate) struct Journal {
    parts: Arc<Parts>,
    /// The campaign as it stands, pending changes applied.
    pub(crate) board: Board,
    inputs: Arc<CampaignInputs>,
    pending: Pending,
    mode: Mode,
}

#[derive(Default)]
struct Pending {
    changes: Vec<Change>,
    events: Vec<NewEvent>,
    audit: Vec<NewAuditEntry>,
}

enum Mode {
    Live { fence: FencingToken, sender: mpsc::Sender<Result<Event>> },
    Replay { recorded: BTreeMap<ContentHash, Receipt> },
}

impl Journal {
    /// The journal of a run that commits.
    pub(crate) fn live(
        parts: Arc<Parts>,
        board: Board,
        fence: FencingToken,
        sender: mpsc::Sender<Result<Event>>,
    ) -> Self {
        let inputs = CampaignInputs::of(&parts.store, &board.campaign);
        Self { parts, board, inputs, pending: Pending::default(), mode: Mode::Live { fence, sender } }
    }

    /// The journal of a replay over recorded receipts.
    pub(crate) fn replay(parts: Arc<Parts>, board: Board, recorded: BTreeMap<ContentHash, Receipt>) -> Self {
        let inputs = CampaignInputs::of(&parts.store, &board.campaign);
        Self { parts, board, inputs, pending: Pending::default(), mode: Mode::Replay { recorded } }
    }

    /// What the machine is made of.
    pub(crate) fn parts(&self) -> &Arc<Parts> {
        &self.parts
    }

    /// Does a step unless its receipt is there; says whether it did.
    ///
    /// # Errors
    /// The tool's; `budget_exceeded` before a call that could exceed the campaign's budget; `replay_diverged`.
    pub(crate) async fn perform(&mut self, agent: &str, step: &Step) -> Result<bool> {
        let (round, state) = (self.board.campaign.status.round, self.board.campaign.status.state);
        let id = step_id(round, state, step.tool, &step.input)?;
        if self.board.receipts.contains_key(&id) {
            return Ok(false);
        }
        let tool = self.parts.toolbox.get(step.tool)?.clone();
        let started_at = self.parts.clock.now();
        let (output, attempts) = match (&self.mode, tool.effect()) {
            (Mode::Replay { recorded }, Effect::Outside) => (recorded_output(recorded, &id, step)?, 1),
            (_, effect) => {
                if effect == Effect::Outside {
                    self.check_budget(tool.cost_limit_micros()).await?;
                }
                self.call(&tool, &id, step).await?
            }
        };
        let output_hash = ContentHash::of(&output.changes)?;
        if let Mode::Replay { recorded } = &self.mode {
            compare(recorded, &id, &output_hash, step)?;
        }
        let effect = tool.effect();
        let receipt = Receipt {
            step: id,
            ordinal: u32::try_from(self.board.receipts.len()).unwrap_or(u32::MAX),
            round,
            state,
            agent: agent.to_owned(),
            tool: step.tool.to_owned(),
            label: step.label.clone(),
            effect,
            changes: (effect == Effect::Outside).then(|| output.changes.clone()),
            output_hash,
            answered_by: output.answered_by,
            usage: output.usage,
            attempts,
            started_at,
            finished_at: self.parts.clock.now(),
        };
        self.told(EventKind::StepCompleted {
            state,
            agent: receipt.agent.clone(),
            tool: receipt.tool.clone(),
            label: receipt.label.clone(),
            cost_micros: receipt.usage.cost_micros,
        });
        for change in output.changes {
            self.change(change);
        }
        if receipt.usage.cost_micros > 0 {
            self.board.campaign.spent_micros += receipt.usage.cost_micros;
            let campaign = Box::new(self.board.campaign.clone());
            self.pending.changes.push(Change::PutCampaign(campaign));
        }
        self.change(Change::PutReceipt(Box::new(receipt)));
        if effect == Effect::Outside {
            self.flush().await?;
        }
        Ok(true)
    }

    /// Moves the state machine and commits everything pending with it.
    pub(crate) async fn transition(&mut self, command: &Command, actor: UserId) -> Result<()> {
        let decision = decide(&self.board.campaign.status, command)?;
        if !decision.void.is_empty() {
            self.change(Change::Void(decision.void.to_vec()));
        }
        self.board.campaign.status = decision.status;
        self.pending.changes.push(Change::PutCampaign(Box::new(self.board.campaign.clone())));
        for event in decision.events {
            self.told(event);
        }
        if let Some(action) = decision.audit {
            let at = self.parts.clock.now();
            let detail = serde_json::to_value(command)
                .map_err(|error| Error::new(ErrorKind::Unexpected, "audit", "command is not JSON").caused_by(error))?;
            let campaign = Some(self.board.campaign.id);
            self.pending.audit.push(NewAuditEntry { actor, action: action.to_owned(), campaign, detail, at });
        }
        self.flush().await
    }

    /// Drops what is pending and commits the failure, so that the campaign says where and why it stopped.
    pub(crate) async fn fail(&mut self, error: &Error) -> Result<()> {
        self.pending = Pending::default();
        let command = Command::Fail { kind: error.kind().as_str().to_owned(), message: error.to_string() };
        let actor = self.board.campaign.created_by;
        self.transition(&command, actor).await
    }

    fn change(&mut self, change: Change) {
        self.board.apply(&change);
        self.pending.changes.push(change);
    }

    fn told(&mut self, kind: EventKind) {
        if matches!(self.mode, Mode::Live { .. }) {
            self.pending.events.push(NewEvent { at: self.parts.clock.now(), kind });
        }
    }

    /// Commits everything pending and tells the stream. A reader that went away stops the run here, after a durable step.
    async fn flush(&mut self) -> Result<()> {
        let pending = std::mem::take(&mut self.pending);
        let Mode::Live { fence, sender } = &self.mode else { return Ok(()) };
        let campaign = &self.board.campaign;
        let set = ChangeSet {
            org: campaign.org,
            campaign: campaign.id,
            expected: campaign.revision,
            fence: Some(*fence),
            idempotency: None,
            changes: pending.changes,
            events: pending.events,
            audit: pending.audit,
            at: self.parts.clock.now(),
        };
        let committed = self.parts.store.commit(set).await?;
        self.board.campaign.revision = committed.revision;
        for event in committed.events {
            if sender.send(Ok(event)).await.is_err() {
                return Err(Error::new(ErrorKind::Cancelled, "run", "nobody reads the run's events any more"));
            }
        }
        Ok(())
    }

    async fn check_budget(&mut self, next_micros: u64) -> Result<()> {
        let campaign = &self.board.campaign;
        let Some(limit_micros) = campaign.budget_micros else { return Ok(()) };
        let spent_micros = campaign.spent_micros;
        if spent_micros.saturating_add(next_micros) <= limit_micros {
            return Ok(());
        }
        self.told(EventKind::BudgetPaused { spent_micros, limit_micros, next_micros });
        self.flush().await?;
        Err(Error::new(
            ErrorKind::BudgetExceeded,
            "run",
            "the next call could exceed the budget; raise it and run again",
        )
        .with("spent_micros", spent_micros)
        .with("limit_micros", limit_micros)
        .with("next_micros", next_micros))
    }

    /// Calls the tool; an outside call that may succeed later is tried again with a growing pause, longer if the other side
    /// asks for it.
    async fn call(
        &self,
        tool: &Arc<dyn crate::tools::Tool>,
        id: &ContentHash,
        step: &Step,
    ) -> Result<(ToolOutput, u32)> {
        let call = || ToolCall { board: &self.board, inputs: &self.inputs, input: &step.input, idempotency_key: id };
        let mut attempt = 1;
        loop {
            match tool.call(call()).await {
                Ok(output) => return Ok((output, attempt)),
                Err(error) => {
                    let vcm_core::error::Retry::Later { after } = error.retry() else { return Err(error) };
                    if attempt >= self.parts.attempts || tool.effect() == Effect::Pure {
                        return Err(error.retry_as(vcm_core::error::Retry::Exhausted).with("attempts", attempt));
                    }
                    let pause = std::time::Duration::from_millis(250) * 2u32.pow(attempt.min(6));
                    tokio::time::sleep(after.unwrap_or(pause).max(pause)).await;
                    attempt += 1;
                }
            }
        }
    }
}

fn recorded_output(recorded: &BTreeMap<ContentHash, Receipt>, id: &ContentHash, step: &Step) -> Result<ToolOutput> {
    let receipt = recorded.get(id).ok_or_else(|| diverged(step, "the recorded run did not do this step"))?;
    let changes = receipt.changes.clone().ok_or_else(|| diverged(step, "its receipt has no output"))?;
    Ok(ToolOutput { changes, answered_by: receipt.answered_by.clone(), usage: receipt.usage })
}

fn compare(
    recorded: &BTreeMap<ContentHash, Receipt>,
    id: &ContentHash,
    output_hash: &ContentHash,
    step: &Step,
) -> Result<()> {
    match recorded.get(id) {
        None => Err(diverged(step, "the recorded run did not do this step")),
        Some(receipt) if receipt.output_hash != *output_hash => {
            Err(diverged(step, "its output is not the recorded one"))
        }
        Some(_) => Ok(()),
    }
}

fn diverged(step: &Step, what: &'static str) -> Error {
    Error::new(ErrorKind::ReplayDiverged, "replay", what)
        .with("tool", step.tool)
        .with("step", &step.label)
        .with("input", &step.input)
}

/// The states that have work, as the driver walks them.
pub(crate) fn is_working(state: State) -> bool {
    matches!(state, State::Researching | State::Drafting | State::Assembling | State::Scheduling | State::Reviewing)
}
