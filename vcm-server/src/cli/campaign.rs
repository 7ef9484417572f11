//! Verbs on campaigns: run, list, show, resume, approve, reject, retry, fork, replay, export.

use std::{
    future::Future,
    path::{Path, PathBuf},
    process::ExitCode,
};

use vcm_agents::{
    Machine, Workspace,
    inputs::{self, LoadedBrief},
    machine::{ForkChanges, NewCampaign, Target},
};
use vcm_core::{
    Error, ErrorKind, Result,
    brief::BriefFormat,
    campaign::{Campaign, EventKind, State},
    hash::{ContentHash, Seed},
    id::{CampaignId, OrgId},
    org::Actor,
    ports::Page,
};

use super::{
    ApproveArgs, ExportArgs, ForkArgs, IdArgs, ListArgs, ProgressForm, RejectArgs, ResumeArgs, RunArgs, ShowArgs,
    jsonl::read_text,
    output::{self, print, say},
    progress::{self, Display, Ending},
    signals::{Signals, Stop},
    style::{Paint, command},
    summary,
};

/// Runs a future on a runtime of its own. Two workers: one for the run, one for progress and the store's answers.
pub(super) fn block_on(future: impl Future<Output = Result<ExitCode>>) -> Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Error::new(ErrorKind::Io, "start", "cannot start the runtime").caused_by(error))?
        .block_on(future)
}

/// The workspace of the embedded database's one user.
pub(super) async fn open(db: &str) -> Result<Workspace> {
    let machine = Machine::builder().store(vcm_store::open(db).await?).build()?;
    Ok(machine.workspace(OrgId::LOCAL, Actor::LOCAL))
}

/// The campaign that an argument names.
pub(super) async fn resolve(desk: &Workspace, args: &IdArgs) -> Result<CampaignId> {
    if args.id != "last" {
        return args.id.parse();
    }
    let newest = desk.campaigns(Page { before: None, limit: 1 }).await?;
    newest
        .first()
        .map(|campaign| campaign.id)
        .ok_or_else(|| Error::new(ErrorKind::NotFound, "find_campaign", "the database has no campaigns yet"))
}

pub(super) async fn run(db: &str, args: RunArgs) -> Result<ExitCode> {
    let LoadedBrief { brief, history, trends, pictures } = read_brief(&args.brief)?;
    // Before the run: a typing mistake here should not cost one.
    if let Some(out) = &args.out {
        Target::of(out).check()?;
    }
    let desk = open(db).await?;
    let new = NewCampaign { brief, history, trends, pictures, seed: args.seed.map(Seed), now: args.now };
    let campaign = desk.create_campaign(new).await?;
    let way = Way { progress: args.progress.progress, after: 0, out: args.out, approve: args.approve };
    go(&desk, campaign.id, way).await
}

/// How a campaign is run and what becomes of it.
struct Way {
    progress: ProgressForm,
    /// The last event from before this command.
    after: u64,
    out: Option<PathBuf>,
    approve: bool,
}

/// Runs to the review, then writes the draft or, when approved here, the kit.
async fn go(desk: &Workspace, id: CampaignId, way: Way) -> Result<ExitCode> {
    let mut signals = Signals::listen()?;
    let mut display = Display::new(way.progress, way.after);
    if let Err(stop) = catch_up(desk, id, &mut display).await? {
        return Ok(stop.exit_code());
    }
    let outcome = progress::show(desk.run(id), &mut display, &mut signals).await;
    if let Ending::Stopped(stop) = outcome.map_err(|error| error.with("campaign", id))? {
        return stopped(desk, id, stop).await;
    }
    let campaign = desk.campaign(id).await?;
    if !matches!(campaign.status.state, State::Reviewing | State::Exported) {
        return Err(Error::new(
            ErrorKind::Unexpected,
            "run",
            format!("the run ended early; go on with: {}", command(format_args!("resume {id}"))),
        )
        .with("campaign", id)
        .with("state", campaign.status.state));
    }
    let release = async {
        if campaign.status.state == State::Exported {
            return Ok(None);
        }
        if way.approve {
            let hash = under_review(&campaign)?;
            desk.approve(id, &hash).await?;
        }
        match &way.out {
            Some(out) => desk.export(id, &Target::of(out)).await.map(Some),
            None => Ok(None),
        }
    };
    let released = tokio::select! {
        released = release => released.map_err(|error| error.with("campaign", id))?,
        stop = signals.next() => {
            let again = command(format_args!("export {id} --to TARGET"));
            say(format_args!("Stopped before the kit was recorded. Write it again with: {again}"));
            return Ok(stop.exit_code());
        }
    };
    if display.shown().is_some() {
        return Ok(catch_up(desk, id, &mut display).await?.err().map_or(ExitCode::SUCCESS, Stop::exit_code));
    }
    let board = desk.board(id).await?;
    print(&summary::review(&board, released.as_ref(), Paint::stdout()))?;
    Ok(ExitCode::SUCCESS)
}

/// Shows the events that were committed outside of the run, so that a program sees every one. `Err` when its reader is gone.
async fn catch_up(desk: &Workspace, id: CampaignId, display: &mut Display) -> Result<std::result::Result<(), Stop>> {
    while let Some(after) = display.shown() {
        let events = desk.events(id, after).await?;
        if events.is_empty() {
            break;
        }
        for event in &events {
            match display.event(event) {
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(Err(Stop::ReaderGone)),
                outcome => outcome.map_err(|error| output::cannot_write(&error))?,
            }
        }
    }
    Ok(Ok(()))
}

/// After a run that was asked to stop: says how to go on.
async fn stopped(desk: &Workspace, id: CampaignId, stop: Stop) -> Result<ExitCode> {
    let state = desk.campaign(id).await?.status.state;
    if stop != Stop::ReaderGone {
        let next = command(format_args!("resume {id}"));
        say(format_args!("Stopped in {state}; what is done is kept. Go on with: {next}"));
    }
    Ok(stop.exit_code())
}

pub(super) async fn list(db: &str, args: &ListArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let campaigns = desk.campaigns(Page { before: None, limit: args.limit }).await?;
    let mut text = String::new();
    if args.json {
        for campaign in &campaigns {
            text.push_str(&serde_json::to_string(campaign).map_err(not_json)?);
            text.push('\n');
        }
    } else {
        text = summary::list(&campaigns, Paint::stdout());
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn show(db: &str, args: &ShowArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    if args.json {
        let kit = desk.kit(id).await?;
        print(&(serde_json::to_string_pretty(&kit).map_err(not_json)? + "\n"))?;
    } else {
        print(&summary::review(&desk.board(id).await?, None, Paint::stdout()))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn resume(db: &str, args: &ResumeArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    set_budget(&desk, id, args.budget).await?;
    let Past { last, target } = past(&desk, id).await?;
    go(&desk, id, Way { progress: args.progress.progress, after: last, out: target, approve: false }).await
}

pub(super) async fn retry(db: &str, args: &ResumeArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    set_budget(&desk, id, args.budget).await?;
    let Past { last, target } = past(&desk, id).await?;
    desk.retry(id).await?;
    go(&desk, id, Way { progress: args.progress.progress, after: last, out: target, approve: false }).await
}

pub(super) async fn approve(db: &str, args: ApproveArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    let out = match args.out {
        Some(out) => Some(out),
        None => past(&desk, id).await?.target,
    };
    if let Some(out) = &out {
        Target::of(out).check()?;
    }
    let campaign = desk.campaign(id).await?;
    let hash = match args.hash {
        Some(hash) => full_hash(&campaign, hash),
        None => under_review(&campaign)?,
    };
    desk.approve(id, &hash).await?;
    let released = match &out {
        Some(out) => Some(desk.export(id, &Target::of(out)).await?),
        None => None,
    };
    print(&summary::released(id, released.as_ref(), Paint::stdout()))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn reject(db: &str, args: &RejectArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    desk.reject(id, &args.why).await?;
    let next = command(format_args!("resume {id}"));
    print(&format!("Rejected; back in drafting. Write the next draft with: {next}\n"))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn fork(db: &str, args: ForkArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    let brief = match &args.brief {
        Some(path) => Some(read_brief(path)?.brief),
        None => None,
    };
    let changes = ForkChanges { brief, seed: args.seed.map(Seed), now: None };
    let fork = desk.fork(id, args.at, changes).await?;
    go(&desk, fork.id, Way { progress: args.progress.progress, after: 0, out: None, approve: false }).await
}

pub(super) async fn replay(db: &str, args: &IdArgs) -> Result<ExitCode> {
    let desk = open(db).await?;
    let id = resolve(&desk, args).await?;
    let outcome = desk.replay(id).await?;
    if outcome.is_equal() {
        print(&format!("The replay reached the same content: {}\n", outcome.recorded))?;
        return Ok(ExitCode::SUCCESS);
    }
    Err(Error::new(ErrorKind::ReplayDiverged, "replay", "the replay reached other content than the run")
        .with("recorded", outcome.recorded)
        .with("reached", outcome.reached))
}

pub(super) async fn export(db: &str, args: &ExportArgs) -> Result<ExitCode> {
    let target = Target::of(&args.to);
    target.check()?;
    let desk = open(db).await?;
    let id = resolve(&desk, &args.id).await?;
    let released = desk.export(id, &target).await?;
    print(&summary::released(id, Some(&released), Paint::stdout()))?;
    Ok(ExitCode::SUCCESS)
}

/// A brief from a file, or from standard input with the data files it names in the working folder.
fn read_brief(path: &Path) -> Result<LoadedBrief> {
    if path != Path::new("-") {
        return inputs::load_brief_file(path);
    }
    let text = read_text(path)?;
    let format = if text.trim_start().starts_with('{') { BriefFormat::Json } else { BriefFormat::Toml };
    inputs::load_brief(&text, format, Path::new("."))
}

async fn set_budget(desk: &Workspace, id: CampaignId, budget_usd: Option<f64>) -> Result<()> {
    let Some(usd) = budget_usd else { return Ok(()) };
    if !(0.0..=1e9).contains(&usd) {
        return Err(Error::invalid_field("set_budget", "budget", usd, "0 to 1,000,000,000 US dollars"));
    }
    desk.set_budget(id, Some((usd * 1e6).round() as u64)).await
}

/// What a campaign's events tell of earlier commands.
#[derive(Default)]
struct Past {
    /// The last event.
    last: u64,
    /// Where the kit was written last.
    target: Option<PathBuf>,
}

async fn past(desk: &Workspace, id: CampaignId) -> Result<Past> {
    let mut past = Past::default();
    loop {
        let events = desk.events(id, past.last).await?;
        let Some(last) = events.last() else { return Ok(past) };
        past.last = last.seq;
        for event in events {
            if let EventKind::KitWritten { target, .. } = event.kind {
                past.target = Some(PathBuf::from(target));
            }
        }
    }
}

fn under_review(campaign: &Campaign) -> Result<ContentHash> {
    campaign.status.review.as_ref().map(|review| review.content_hash.clone()).ok_or_else(|| {
        Error::new(ErrorKind::InvalidTransition, "approve", "nothing is under review; run the campaign first")
            .with("state", campaign.status.state)
    })
}

/// The whole hash for the short form that `show` prints.
fn full_hash(campaign: &Campaign, given: String) -> ContentHash {
    match &campaign.status.review {
        Some(review) if given.len() >= 12 && review.content_hash.0.starts_with(&given) => review.content_hash.clone(),
        _ => ContentHash(given),
    }
}

pub(super) fn not_json(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::Unexpected, "print", "cannot write JSON").caused_by(error)
}
