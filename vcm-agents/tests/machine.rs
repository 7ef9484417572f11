//! The verbs of a workspace, as a person and a host use them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use futures_util::TryStreamExt;
use vcm_agents::{
    Machine, Workspace,
    agents::{Agent, Crew, Step},
    machine::{CopyEdit, ForkChanges, NewCampaign, Target},
    tools::{Tool, ToolCall, ToolOutput},
};
use vcm_core::{
    Error, ErrorKind, Result,
    campaign::{Board, Campaign, Effect, EventKind, State, Usage},
    error::Retry,
    hash::Seed,
    id::{CampaignId, OrgId, UserId},
    kit::KitStatus,
    org::{Actor, Role},
    ports::{Page, Store},
    testing::{briefs, hooked::HookedStore},
};

async fn desk() -> Workspace {
    desk_over(vcm_store::open("sqlite::memory:").await.unwrap())
}

fn desk_over(store: Arc<dyn Store>) -> Workspace {
    Machine::builder().store(store).build().unwrap().workspace(OrgId::LOCAL, Actor::LOCAL)
}

fn new_campaign() -> NewCampaign {
    let now = Some("2026-11-22T09:00:00Z".parse().unwrap());
    NewCampaign { seed: Some(Seed(7)), now, ..briefs::runnable().into() }
}

async fn reviewed(desk: &Workspace) -> Campaign {
    let campaign = desk.create_campaign(new_campaign()).await.unwrap();
    desk.run(campaign.id).finish().await.unwrap();
    desk.campaign(campaign.id).await.unwrap()
}

async fn approve(desk: &Workspace, id: CampaignId) {
    let hash = desk.campaign(id).await.unwrap().status.review.unwrap().content_hash;
    desk.approve(id, &hash).await.unwrap();
}

#[tokio::test]
async fn a_brief_becomes_a_kit() {
    let desk = desk().await;
    let campaign = desk.create_campaign(new_campaign()).await.unwrap();
    let events: Vec<_> = desk.run(campaign.id).try_collect().await.unwrap();
    let entered: Vec<State> = events
        .iter()
        .filter_map(|event| match event.kind {
            EventKind::StateEntered { state } => Some(state),
            _ => None,
        })
        .collect();
    assert_eq!(entered, [State::Researching, State::Drafting, State::Assembling, State::Scheduling, State::Reviewing]);
    assert!(matches!(events.last().unwrap().kind, EventKind::ReviewRequested { .. }));

    let draft = desk.kit(campaign.id).await.unwrap();
    assert_eq!(draft.status, KitStatus::Draft);
    for plan in &campaign.brief.platforms {
        assert!(draft.content.copies.iter().any(|copy| copy.platform == plan.platform), "{}", plan.platform);
    }
    for copy in &draft.content.copies {
        assert!(draft.content.verdicts.iter().any(|verdict| verdict.subject == copy.key), "{} is moderated", copy.key);
    }

    approve(&desk, campaign.id).await;
    let folder = tempfile::tempdir().unwrap();
    let released = desk.export(campaign.id, &Target::of(&folder.path().join("kit"))).await.unwrap();
    assert_eq!(released.status, KitStatus::Approved);
    assert!(folder.path().join("kit/report.html").exists());
    assert_eq!(desk.campaign(campaign.id).await.unwrap().status.state, State::Exported);
    assert!(desk.verify_audit().await.unwrap() >= 4);
}

#[tokio::test]
async fn the_same_brief_seed_and_clock_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let mut zips = Vec::new();
    for name in ["one.zip", "two.zip"] {
        let desk = desk().await;
        let campaign = reviewed(&desk).await;
        desk.export(campaign.id, &Target::of(&folder.path().join(name))).await.unwrap();
        zips.push(std::fs::read(folder.path().join(name)).unwrap());
    }
    assert!(zips[0] == zips[1]);
    let desk = desk().await;
    let other = NewCampaign { seed: Some(Seed(8)), ..new_campaign() };
    let other = desk.create_campaign(other).await.unwrap();
    desk.run(other.id).finish().await.unwrap();
    desk.export(other.id, &Target::of(&folder.path().join("other.zip"))).await.unwrap();
    assert!(zips[0] != std::fs::read(folder.path().join("other.zip")).unwrap(), "another seed, another kit");
}

#[tokio::test]
async fn an_approval_names_the_content_and_an_edit_voids_it() {
    let desk = desk().await;
    let campaign = reviewed(&desk).await;
    let hash = campaign.status.review.clone().unwrap().content_hash;
    desk.approve(campaign.id, &hash).await.unwrap();
    assert_eq!(desk.kit(campaign.id).await.unwrap().status, KitStatus::Approved);

    let key = desk.board(campaign.id).await.unwrap().copies[0].key.clone();
    let edit = CopyEdit { parts: Some(vec!["Short and plain.".to_owned()]), ..CopyEdit::default() };
    desk.edit_copy(campaign.id, &key, edit).await.unwrap();
    assert_eq!(desk.kit(campaign.id).await.unwrap().status, KitStatus::Draft, "the approval is void");
    let refused = desk.approve(campaign.id, &hash).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidTransition, "nothing is under review until it is moderated anew");

    desk.run(campaign.id).finish().await.unwrap();
    let refused = desk.approve(campaign.id, &hash).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Conflict, "the old hash is not the new content");
    approve(&desk, campaign.id).await;
    let outcome = desk.replay(campaign.id).await.unwrap();
    assert!(outcome.is_equal(), "a replay applies the edit too");
}

#[tokio::test]
async fn an_edit_over_a_limit_is_refused_with_the_limit() {
    let desk = desk().await;
    let campaign = reviewed(&desk).await;
    let board = desk.board(campaign.id).await.unwrap();
    let edit = CopyEdit { parts: Some(vec!["long ".repeat(20_000)]), ..CopyEdit::default() };
    let error = desk.edit_copy(campaign.id, &board.copies[0].key, edit).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(!error.violations().is_empty());
    assert_eq!(desk.board(campaign.id).await.unwrap(), board, "nothing changed");
}

#[tokio::test]
async fn a_rejection_gives_another_draft_and_keeps_the_reason() {
    let desk = desk().await;
    let campaign = reviewed(&desk).await;
    let before = desk.board(campaign.id).await.unwrap();
    desk.reject(campaign.id, "Too dry.").await.unwrap();
    desk.run(campaign.id).finish().await.unwrap();
    let after = desk.board(campaign.id).await.unwrap();
    assert_eq!(after.campaign.status.rejections[0].reason, "Too dry.");
    let same = after.copies.iter().filter(|copy| before.copies.iter().any(|old| old.parts == copy.parts)).count();
    assert!(same * 4 <= after.copies.len(), "{same} of {} texts came back word for word", after.copies.len());
    assert!(desk.replay(campaign.id).await.unwrap().is_equal());
}

#[tokio::test]
async fn replay_reaches_the_same_content_and_fork_goes_its_own_way() {
    let desk = desk().await;
    let campaign = reviewed(&desk).await;
    assert!(desk.replay(campaign.id).await.unwrap().is_equal());

    let original = desk.board(campaign.id).await.unwrap();
    let changes = ForkChanges { seed: Some(Seed(99)), ..ForkChanges::default() };
    let fork = desk.fork(campaign.id, State::Assembling, changes).await.unwrap();
    desk.run(fork.id).finish().await.unwrap();
    let forked = desk.board(fork.id).await.unwrap();
    assert_eq!(forked.angles, original.angles, "what was made before the fork is taken over");
    assert_eq!(forked.campaign.status.state, State::Reviewing);
    assert_eq!(desk.board(campaign.id).await.unwrap(), original, "the origin stays as it is");
    assert!(desk.replay(fork.id).await.unwrap().is_equal(), "a fork can be replayed");
    let refused = desk.fork(campaign.id, State::Exported, ForkChanges::default()).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidInput);
}

#[tokio::test]
async fn a_second_run_at_once_is_refused_and_loses_nothing() {
    let store = vcm_store::open("sqlite::memory:").await.unwrap();
    let slow = Machine::builder()
        .store(store.clone())
        .crew(one_agent())
        .tool(Arc::new(Probe::new(Effect::Outside, Behaviour::Waits)))
        .build()
        .unwrap()
        .workspace(OrgId::LOCAL, Actor::LOCAL);
    let campaign = slow.create_campaign(new_campaign()).await.unwrap();
    let mut first = slow.run(campaign.id);
    assert!(first.try_next().await.unwrap().is_some(), "the first run has begun");
    let error = desk_over(store).run(campaign.id).finish().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::LeaseHeld);
}

#[tokio::test]
async fn a_dropped_stream_leaves_no_half_step_and_the_next_run_goes_on() {
    let desk = desk().await;
    let campaign = desk.create_campaign(new_campaign()).await.unwrap();
    let mut run = desk.run(campaign.id);
    run.try_next().await.unwrap();
    drop(run);
    // The dropped run gives its lease back after the step in hand; until then the next run is told to wait.
    loop {
        match desk.run(campaign.id).finish().await {
            Ok(()) => break,
            Err(error) => assert_eq!(error.kind(), ErrorKind::LeaseHeld, "{error}"),
        }
        tokio::task::yield_now().await;
    }
    assert_eq!(desk.campaign(campaign.id).await.unwrap().status.state, State::Reviewing);
    assert!(desk.replay(campaign.id).await.unwrap().is_equal());
}

#[tokio::test]
async fn a_failure_is_kept_and_retried_where_it_happened() {
    let probe = Arc::new(Probe::new(Effect::Outside, Behaviour::FailsOnce));
    let desk = machine_with(probe.clone()).await;
    let campaign = desk.create_campaign(new_campaign()).await.unwrap();
    let error = desk.run(campaign.id).finish().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ProviderFailed);
    let failed = desk.campaign(campaign.id).await.unwrap();
    assert_eq!(failed.status.failure.as_ref().unwrap().state, State::Drafting);
    let refused = desk.run(campaign.id).finish().await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidTransition, "a failed campaign waits for retry");

    desk.retry(campaign.id).await.unwrap();
    desk.run(campaign.id).finish().await.unwrap();
    assert_eq!(desk.campaign(campaign.id).await.unwrap().status.state, State::Reviewing);
    assert_eq!(probe.calls.load(Ordering::SeqCst), 3, "one call failed, two were needed; none was repeated");
}

#[tokio::test(start_paused = true)]
async fn an_outside_call_that_may_succeed_later_is_tried_again() {
    let probe = Arc::new(Probe::new(Effect::Outside, Behaviour::BusyTwice));
    let desk = machine_with(probe.clone()).await;
    let campaign = desk.create_campaign(new_campaign()).await.unwrap();
    desk.run(campaign.id).finish().await.unwrap();
    assert_eq!(probe.calls.load(Ordering::SeqCst), 4);
    let receipts = desk.board(campaign.id).await.unwrap().receipts;
    assert_eq!(receipts.values().map(|receipt| receipt.attempts).max(), Some(3));
}

#[tokio::test]
async fn a_budget_pauses_before_the_call_and_goes_on_when_raised() {
    let probe = Arc::new(Probe::new(Effect::Outside, Behaviour::Costs(600)));
    let desk = machine_with(probe.clone()).await;
    let mut new = new_campaign();
    new.brief.budget.limit_micros = Some(1000);
    let campaign = desk.create_campaign(new).await.unwrap();
    let error = desk.run(campaign.id).finish().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BudgetExceeded);
    assert_eq!(probe.calls.load(Ordering::SeqCst), 1, "the call that could exceed it is not made");
    let paused = desk.campaign(campaign.id).await.unwrap();
    assert_eq!((paused.status.state, paused.spent_micros), (State::Drafting, 600));
    let events = desk.events(campaign.id, 0).await.unwrap();
    assert!(events.iter().any(|event| matches!(event.kind, EventKind::BudgetPaused { next_micros: 600, .. })));

    desk.set_budget(campaign.id, Some(1200)).await.unwrap();
    desk.run(campaign.id).finish().await.unwrap();
    assert_eq!(probe.calls.load(Ordering::SeqCst), 2, "the paid call was not made again");
    assert_eq!(desk.campaign(campaign.id).await.unwrap().spent_micros, 1200);
}

#[tokio::test]
async fn a_lost_acknowledgement_does_not_double_a_commit() {
    let store = vcm_store::open("sqlite::memory:").await.unwrap();
    let hooked = HookedStore::new(
        store.clone(),
        Box::new(|_| Ok(())),
        Box::new(|number| match number {
            3 => Err(Error::new(ErrorKind::StoreUnavailable, "commit", "the answer was lost")),
            _ => Ok(()),
        }),
    );
    let desk = desk_over(Arc::new(hooked));
    let campaign = desk.create_campaign(new_campaign()).await.unwrap();
    let error = desk.run(campaign.id).finish().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::StoreUnavailable);
    desk.run(campaign.id).finish().await.unwrap();
    let events = desk.events(campaign.id, 0).await.unwrap();
    let entered = |wanted| {
        events.iter().filter(|event| matches!(event.kind, EventKind::StateEntered { state } if state == wanted)).count()
    };
    assert_eq!((entered(State::Researching), entered(State::Drafting), entered(State::Reviewing)), (1, 1, 1));
}

#[tokio::test]
async fn what_a_role_may_not_do_is_refused() {
    let desk = desk().await;
    let campaign = reviewed(&desk).await;
    let machine = Machine::builder().store(vcm_store::open("sqlite::memory:").await.unwrap()).build().unwrap();
    let as_role = |role| machine.workspace(OrgId::LOCAL, Actor { user: UserId::LOCAL, role });
    let hash = campaign.status.review.unwrap().content_hash;
    let denied = [
        as_role(Role::Viewer).create_campaign(new_campaign()).await.unwrap_err(),
        as_role(Role::Viewer).run(campaign.id).finish().await.unwrap_err(),
        as_role(Role::Editor).approve(campaign.id, &hash).await.unwrap_err(),
        as_role(Role::Editor).reject(campaign.id, "no").await.unwrap_err(),
        as_role(Role::Approver).audit(0).await.unwrap_err(),
    ];
    for error in denied {
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{error}");
    }
}

#[tokio::test]
async fn another_org_does_not_see_a_campaign() {
    let store = vcm_store::open("sqlite::memory:").await.unwrap();
    let machine = Machine::builder().store(store).build().unwrap();
    let campaign = machine.workspace(OrgId::LOCAL, Actor::LOCAL).create_campaign(new_campaign()).await.unwrap();
    let other = machine.workspace(OrgId(uuid::Uuid::from_u128(42)), Actor::LOCAL);
    let errors = [
        other.campaign(campaign.id).await.unwrap_err(),
        other.run(campaign.id).finish().await.unwrap_err(),
        other.kit(campaign.id).await.unwrap_err(),
        other.reject(campaign.id, "no").await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
    }
    assert!(other.campaigns(Page { before: None, limit: 10 }).await.unwrap().is_empty());
}

/// A machine whose only work is two calls of the probe in `drafting`.
async fn machine_with(probe: Arc<Probe>) -> Workspace {
    let store = vcm_store::open("sqlite::memory:").await.unwrap();
    let machine = Machine::builder().store(store).crew(one_agent()).tool(probe).build().unwrap();
    machine.workspace(OrgId::LOCAL, Actor::LOCAL)
}

fn one_agent() -> Crew {
    Crew::new().with(State::Drafting, Arc::new(TwoCalls))
}

#[derive(Debug)]
struct TwoCalls;

impl Agent for TwoCalls {
    fn name(&self) -> &'static str {
        "two_calls"
    }

    fn plan(&self, _: &Board) -> Result<Vec<Step>> {
        let step =
            |call: u32| Step { tool: "Probe", label: call.to_string(), input: serde_json::json!({ "call": call }) };
        Ok(vec![step(1), step(2)])
    }
}

#[derive(Debug, Clone, Copy)]
enum Behaviour {
    Waits,
    FailsOnce,
    BusyTwice,
    Costs(u64),
}

#[derive(Debug)]
struct Probe {
    effect: Effect,
    behaviour: Behaviour,
    calls: AtomicU32,
}

impl Probe {
    fn new(effect: Effect, behaviour: Behaviour) -> Self {
        Self { effect, behaviour, calls: AtomicU32::new(0) }
    }
}

#[async_trait]
impl Tool for Probe {
    fn name(&self) -> &'static str {
        "Probe"
    }

    fn effect(&self) -> Effect {
        self.effect
    }

    fn cost_limit_micros(&self) -> u64 {
        match self.behaviour {
            Behaviour::Costs(micros) => micros,
            _ => 0,
        }
    }

    async fn call(&self, _: ToolCall<'_>) -> Result<ToolOutput> {
        let call = self.calls.fetch_add(1, Ordering::SeqCst);
        match self.behaviour {
            Behaviour::Waits => std::future::pending().await,
            Behaviour::FailsOnce if call == 1 => {
                Err(Error::new(ErrorKind::ProviderFailed, "probe", "refused for good"))
            }
            Behaviour::BusyTwice if call < 2 => Err(Error::new(ErrorKind::RateLimited, "probe", "busy")
                .retry_as(Retry::Later { after: Some(Duration::from_secs(1)) })),
            _ => {
                let usage = Usage { cost_micros: self.cost_limit_micros(), ..Usage::default() };
                Ok(ToolOutput { changes: Vec::new(), answered_by: "probe".to_owned(), usage })
            }
        }
    }
}
