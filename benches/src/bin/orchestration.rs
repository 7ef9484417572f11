//! Seven states, forty zero-latency calls, sixty artefacts, durable after every step: vcm beside LangGraph and CrewAI.
//!
//! ```text
//! cargo run --release -p vcm-benches --bin orchestration -- --runs 5 \
//!   --peers ../shared/peers/orchestration --langgraph VENV/bin/python --crewai VENV/bin/python
//! ```
//! All commit with SQLite's synchronous=FULL. How fast the disk flushes decides the throughput, so compare within one run.
//! Without `--peers` only vcm is measured. Every contender runs in a process of its own, in turn, `--runs` times; the table has
//! medians, and ratios of medians from this one run.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use serde_json::{Value, json};
use vcm_agents::machine::NewCampaign;
use vcm_benches::{shape, usage};
use vcm_core::{Result, campaign::Effect, id::OrgId, org::Actor, testing::briefs};

type Measured = BTreeMap<&'static str, f64>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|index| arguments.get(index + 1)).cloned()
    };
    if let Some(form) = value("--child") {
        child(&form);
        return;
    }
    let runs = value("--runs").and_then(|runs| runs.parse().ok()).unwrap_or(3);
    let peers = value("--peers").map(PathBuf::from);
    let mut table: Vec<(String, Vec<Measured>)> = Vec::new();
    for _ in 0..runs {
        for (name, form) in [
            ("vcm, every step an outside call", "outside 100 1"),
            ("vcm, every step an outside call, 32 at once", "outside 640 32"),
            ("vcm, offline steps commit with their state", "pure 200 1"),
        ] {
            record(&mut table, name, ours(form));
        }
        if let Some(peers) = &peers {
            if let Some(python) = value("--langgraph") {
                record(
                    &mut table,
                    "LangGraph, SQLite checkpointer, sync",
                    peer(&python, peers, &["o_langgraph.py", "sqlite", "20"]),
                );
            }
            if let Some(python) = value("--crewai") {
                record(
                    &mut table,
                    "CrewAI, Flow with persistence",
                    peer(&python, peers, &["o_crewai.py", "persist", "3"]),
                );
            }
        }
    }
    print(&table);
}

fn record(table: &mut Vec<(String, Vec<Measured>)>, name: &str, measured: Option<Measured>) {
    let Some(measured) = measured else {
        eprintln!("{name}: did not run");
        return;
    };
    match table.iter_mut().find(|(other, _)| other == name) {
        Some((_, runs)) => runs.push(measured),
        None => table.push((name.to_owned(), vec![measured])),
    }
}

fn ours(form: &str) -> Option<Measured> {
    let output = Command::new(std::env::current_exe().ok()?).args(["--child", form]).output().ok()?;
    parse(&String::from_utf8_lossy(&output.stdout))
}

fn peer(python: &str, folder: &Path, arguments: &[&str]) -> Option<Measured> {
    let python = std::path::absolute(python).ok()?;
    let scratch = tempfile::tempdir().ok()?;
    let mut command = Command::new(python);
    command.current_dir(folder).args(arguments).env("PYTHONDONTWRITEBYTECODE", "1");
    // CrewAI writes to the home folder and calls home unless told not to.
    command.env("HOME", scratch.path()).env("XDG_DATA_HOME", scratch.path()).env("CREWAI_DISABLE_TELEMETRY", "true");
    command
        .env("OTEL_SDK_DISABLED", "true")
        .env("CREWAI_TRACING_ENABLED", "false")
        .env("CREWAI_DISABLE_VERSION_CHECK", "true");
    let output = command.output().ok()?;
    let measured = parse(&String::from_utf8_lossy(&output.stdout));
    if measured.is_none() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
    }
    measured
}

fn parse(stdout: &str) -> Option<Measured> {
    let line = stdout.lines().find_map(|line| serde_json::from_str::<Value>(line).ok().filter(Value::is_object))?;
    let names = ["campaigns_per_s", "ms_per_campaign", "cpu_ms_per_campaign", "peak_rss_mb"];
    Some(names.into_iter().filter_map(|name| Some((name, line.get(name)?.as_f64()?))).collect())
}

fn median(runs: &[Measured], name: &str) -> f64 {
    let mut values: Vec<f64> = runs.iter().filter_map(|run| run.get(name).copied()).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn print(table: &[(String, Vec<Measured>)]) {
    println!(
        "{:<46} {:>12} {:>12} {:>14} {:>10}",
        "median", "campaigns/s", "ms/campaign", "CPU ms/campaign", "peak MiB"
    );
    for (name, runs) in table {
        println!(
            "{name:<46} {:>12.1} {:>12.2} {:>14.2} {:>10.1}",
            median(runs, "campaigns_per_s"),
            median(runs, "ms_per_campaign"),
            median(runs, "cpu_ms_per_campaign"),
            median(runs, "peak_rss_mb"),
        );
    }
    let (ours, peers): (Vec<_>, Vec<_>) = table.iter().partition(|(name, _)| name.starts_with("vcm"));
    for (peer, peer_runs) in peers {
        println!(
            "\n{:<46} {:>12} {:>12} {:>14} {:>10}",
            format!("ratio to {peer}"),
            "faster ×",
            "",
            "less CPU ×",
            "less RAM ×"
        );
        for (name, runs) in &ours {
            println!(
                "{name:<46} {:>12.1} {:>12} {:>14.1} {:>10.1}",
                median(runs, "campaigns_per_s") / median(peer_runs, "campaigns_per_s"),
                "",
                median(peer_runs, "cpu_ms_per_campaign") / median(runs, "cpu_ms_per_campaign"),
                median(peer_runs, "peak_rss_mb") / median(runs, "peak_rss_mb"),
            );
        }
    }
}

/// Measures one form, `EFFECT CAMPAIGNS PARALLEL`, and prints it as the peers do.
fn child(form: &str) {
    let words: Vec<&str> = form.split_whitespace().collect();
    let effect = if words.first() == Some(&"outside") { Effect::Outside } else { Effect::Pure };
    let number = |index: usize| words.get(index).and_then(|word| word.parse::<usize>().ok()).unwrap_or(1);
    // One thread for the campaigns, as the peers have; the store has its own.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime
        .map_err(|error| vcm_core::Error::new(vcm_core::ErrorKind::Io, "start", "no runtime").caused_by(error))
        .and_then(|runtime| runtime.block_on(measure(form, effect, number(1), number(2))));
    match outcome {
        Ok(line) => println!("{line}"),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(1);
        }
    }
}

async fn measure(form: &str, effect: Effect, campaigns: usize, parallel: usize) -> Result<Value> {
    let folder = tempfile::tempdir().map_err(|error| {
        vcm_core::Error::new(vcm_core::ErrorKind::Io, "measure", "no temporary folder").caused_by(error)
    })?;
    // synchronous=FULL, as LangGraph's checkpointer: the default.
    let store = vcm_store::open(&format!("sqlite://{}", folder.path().join("bench.db").display())).await?;
    let machine = shape::machine(store, effect)?;
    let desk = machine.workspace(OrgId::LOCAL, Actor::LOCAL);
    let one = |desk: vcm_agents::Workspace| async move {
        let campaign = desk.create_campaign(NewCampaign::from(briefs::runnable())).await?;
        desk.run(campaign.id).finish().await
    };
    for _ in 0..2 {
        one(desk.clone()).await?;
    }
    let (began, cpu_before) = (Instant::now(), usage::cpu_ms());
    let mut workers = tokio::task::JoinSet::new();
    for worker in 0..parallel {
        let desk = desk.clone();
        let share = campaigns / parallel + usize::from(worker < campaigns % parallel);
        workers.spawn(async move {
            for _ in 0..share {
                one(desk.clone()).await?;
            }
            Ok::<_, vcm_core::Error>(())
        });
    }
    while let Some(outcome) = workers.join_next().await {
        outcome.map_err(|error| {
            vcm_core::Error::new(vcm_core::ErrorKind::Unexpected, "measure", "a worker stopped").caused_by(error)
        })??;
    }
    let (seconds, cpu) = (began.elapsed().as_secs_f64(), usage::cpu_ms() - cpu_before);
    let count = campaigns as f64;
    Ok(json!({
        "name": form,
        "campaigns": campaigns,
        "campaigns_per_s": count / seconds,
        "ms_per_campaign": 1000.0 * seconds / count,
        "cpu_ms_per_campaign": cpu / count,
        "peak_rss_mb": usage::peak_rss_mib(),
    }))
}
