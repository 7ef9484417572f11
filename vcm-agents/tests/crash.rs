//! Crash tests (reliability A1, A2, A5): a real child process is SIGKILLed before and after every commit and after every outside
//! call of a whole campaign, then another process resumes. The kit must be the one of an undisturbed run, no commit may be
//! doubled, and at most the one call in flight may be repeated.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use std::{
    fs::OpenOptions,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use async_trait::async_trait;
use vcm_agents::{
    Machine,
    machine::{NewCampaign, Target},
    writers::offline::OfflineWriter,
};
use vcm_core::{
    Result,
    angles::Angle,
    campaign::{Effect, State, Usage},
    copy::Copy,
    hash::{ContentHash, Seed},
    id::{CampaignId, OrgId},
    org::Actor,
    ports::{AnglesTask, CopyTask, Page, Store, StoryboardTask, VisualTask, Writer, WriterId, Written},
    testing::{briefs, hooked::HookedStore},
    visuals::{Asset, Storyboard},
};

/// Where the child is killed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kill {
    Never,
    BeforeCommit(u64),
    AfterCommit(u64),
    AfterCall(u64),
}

/// The offline writer as a paid provider: every call is written down before it is answered.
#[derive(Debug)]
struct PaidWriter {
    offline: OfflineWriter,
    calls: PathBuf,
    kill: Kill,
}

impl PaidWriter {
    fn called<T>(&self, what: &str, written: Written<T>) -> Written<T> {
        let mut file = OpenOptions::new().create(true).append(true).open(&self.calls).unwrap();
        writeln!(file, "{what}").unwrap();
        let calls = std::fs::read_to_string(&self.calls).unwrap().lines().count() as u64;
        if self.kill == Kill::AfterCall(calls) {
            kill_self();
        }
        Written { work: written.work, usage: Usage { cost_micros: 100, ..written.usage } }
    }
}

#[async_trait]
impl Writer for PaidWriter {
    fn id(&self) -> WriterId {
        self.offline.id()
    }

    fn effect(&self) -> Effect {
        Effect::Outside
    }

    fn task_cost_micros(&self) -> u64 {
        100
    }

    async fn angles(&self, task: AnglesTask<'_>) -> Result<Written<Vec<Angle>>> {
        Ok(self.called("angles", self.offline.angles(task).await?))
    }

    async fn copy(&self, task: CopyTask<'_>) -> Result<Written<Vec<Copy>>> {
        let what = format!("copy {} {}", task.angle.key, task.platform);
        Ok(self.called(&what, self.offline.copy(task).await?))
    }

    async fn visual(&self, task: VisualTask<'_>) -> Result<Written<Asset>> {
        let what = format!("visual {}", task.copy.key);
        Ok(self.called(&what, self.offline.visual(task).await?))
    }

    async fn storyboard(&self, task: StoryboardTask<'_>) -> Result<Written<Storyboard>> {
        let what = format!("storyboard {}", task.copy.key);
        Ok(self.called(&what, self.offline.storyboard(task).await?))
    }
}

fn kill_self() {
    let pid = std::process::id().to_string();
    Command::new("kill").args(["-9", &pid]).status().unwrap();
    unreachable!("SIGKILL cannot be survived");
}

/// What the child does: create the campaign unless it is there, run it, approve it, export the kit.
async fn child(folder: &Path, kill: Kill, paid: bool) -> Result<()> {
    let kill_at = move |point: fn(u64) -> Kill| {
        Box::new(move |number| {
            if kill == point(number) {
                kill_self();
            }
            Ok(())
        })
    };
    let store = vcm_store::open(&format!("sqlite://{}", folder.join("vcm.db").display())).await?;
    let store: Arc<dyn Store> =
        Arc::new(HookedStore::new(store, kill_at(Kill::BeforeCommit), kill_at(Kill::AfterCommit)));
    let mut builder = Machine::builder().store(store);
    if paid {
        let calls = folder.join("calls");
        builder = builder.writer(Arc::new(PaidWriter { offline: OfflineWriter, calls, kill }));
    }
    let desk = builder.build()?.workspace(OrgId::LOCAL, Actor::LOCAL);
    let existing = desk.campaigns(Page { before: None, limit: 1 }).await?;
    let id = if let Some(campaign) = existing.first() {
        campaign.id
    } else {
        let mut new = NewCampaign::from(briefs::runnable());
        new.seed = Some(Seed(7));
        new.now = Some("2026-11-22T09:00:00Z".parse().unwrap());
        desk.create_campaign(new).await?.id
    };
    desk.run(id).finish().await?;
    let campaign = desk.campaign(id).await?;
    if campaign.status.state == State::Reviewing && campaign.status.approval.is_none() {
        let hash = campaign.status.review.unwrap().content_hash;
        desk.approve(id, &hash).await?;
    }
    desk.export(id, &Target::of(&folder.join("kit.zip"))).await?;
    Ok(())
}

/// Runs the child in a process of its own; says whether it was killed.
fn run_child(folder: &Path, kill: Kill, paid: bool) -> bool {
    let (point, number) = match kill {
        Kill::Never => ("never", 0),
        Kill::BeforeCommit(number) => ("before_commit", number),
        Kill::AfterCommit(number) => ("after_commit", number),
        Kill::AfterCall(number) => ("after_call", number),
    };
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_process", "--nocapture"])
        .env("VCM_CRASH_FOLDER", folder)
        .env("VCM_CRASH_POINT", point)
        .env("VCM_CRASH_NUMBER", number.to_string())
        .env("VCM_CRASH_PAID", if paid { "1" } else { "0" })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let killed = output.status.code().is_none();
    assert!(killed || output.status.success(), "{kill:?}: {}", String::from_utf8_lossy(&output.stderr));
    killed
}

/// The child's entry. Without the environment of [`run_child`] there is nothing to do.
#[test]
fn child_process() {
    let Some(folder) = std::env::var_os("VCM_CRASH_FOLDER") else { return };
    let number = std::env::var("VCM_CRASH_NUMBER").unwrap().parse().unwrap();
    let kill = match std::env::var("VCM_CRASH_POINT").unwrap().as_str() {
        "before_commit" => Kill::BeforeCommit(number),
        "after_commit" => Kill::AfterCommit(number),
        "after_call" => Kill::AfterCall(number),
        _ => Kill::Never,
    };
    let paid = std::env::var("VCM_CRASH_PAID").unwrap() == "1";
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(child(Path::new(&folder), kill, paid)).unwrap();
}

/// What is left when everything is done.
#[derive(Debug, PartialEq)]
struct Outcome {
    zip: ContentHash,
    receipts: usize,
    spent_micros: u64,
    state: State,
}

async fn outcome(folder: &Path) -> Outcome {
    let store = vcm_store::open(&format!("sqlite://{}", folder.join("vcm.db").display())).await.unwrap();
    let campaigns = store.campaigns(OrgId::LOCAL, Page { before: None, limit: 10 }).await.unwrap();
    assert_eq!(campaigns.len(), 1, "one campaign, created once");
    let id: CampaignId = campaigns[0].id;
    let campaign = store.campaign(OrgId::LOCAL, id).await.unwrap().unwrap();
    let events = store.events(OrgId::LOCAL, id, 0, 1000).await.unwrap();
    let numbers: Vec<u64> = events.iter().map(|event| event.seq).collect();
    assert_eq!(numbers, (1..=events.len() as u64).collect::<Vec<_>>(), "event numbers have no gap");
    let audit = store.audit(OrgId::LOCAL, 0, 1000).await.unwrap();
    vcm_core::audit::verify(&audit).unwrap();
    for action in ["campaign.created", "campaign.started", "campaign.approved"] {
        let count = audit.iter().filter(|entry| entry.entry.action == action).count();
        assert_eq!(count, 1, "{action} is recorded once");
    }
    Outcome {
        zip: ContentHash::of_bytes(&std::fs::read(folder.join("kit.zip")).unwrap()),
        receipts: store.receipts(OrgId::LOCAL, id).await.unwrap().len(),
        spent_micros: campaign.spent_micros,
        state: campaign.status.state,
    }
}

fn calls(folder: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join("calls")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// Kills at every number of one kind of point until a run gets through, and compares every resumed outcome.
async fn kill_at_every(point: fn(u64) -> Kill, paid: bool) {
    let undisturbed = tempfile::tempdir().unwrap();
    assert!(!run_child(undisturbed.path(), Kill::Never, paid));
    let expected = outcome(undisturbed.path()).await;
    let expected_calls = calls(undisturbed.path()).len();
    let mut kills = 0;
    for number in 1.. {
        let folder = tempfile::tempdir().unwrap();
        if !run_child(folder.path(), point(number), paid) {
            break;
        }
        kills += 1;
        assert!(!run_child(folder.path(), Kill::Never, paid), "the second process finishes");
        assert_eq!(outcome(folder.path()).await, expected, "{:?}", point(number));
        let made = calls(folder.path());
        let mut distinct = made.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), expected_calls, "{:?}: every call was made", point(number));
        assert!(
            made.len() <= expected_calls + 1,
            "{:?}: {} calls repeated",
            point(number),
            made.len() - expected_calls
        );
    }
    assert!(kills >= 5, "only {kills} kill points were reached");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_every_commit_of_a_paid_campaign() {
    kill_at_every(Kill::BeforeCommit, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_after_every_commit_of_a_paid_campaign() {
    kill_at_every(Kill::AfterCommit, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_after_every_outside_call() {
    kill_at_every(Kill::AfterCall, true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_before_every_commit_of_an_offline_campaign() {
    kill_at_every(Kill::BeforeCommit, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_after_every_commit_of_an_offline_campaign() {
    kill_at_every(Kill::AfterCommit, false).await;
}
