//! Measures commits: one and thirty-two writers, `synchronous` full and normal.
//!
//! A commit is what a paid step makes: a receipt with the changes it made, two artefacts of about 420 bytes and one event,
//! under a lease. Prints commits a second and processor time a commit, that of the callers included. Run with
//! `cargo run --release -p vcm-store --example commit_rate`.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use vcm_core::{
    Result,
    campaign::{Change, Receipt, Revision},
    copy::Copy,
    ports::{LeaseRequest, Store},
    testing::fixtures::{campaign_id, copy, creation, event, now, org, receipt, set},
};
use vcm_store::{OpenOptions, Synchronous, open_with};

fn main() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime =
        runtime.map_err(|error| vcm_core::Error::new(vcm_core::ErrorKind::Io, "measure", error.to_string()))?;
    println!("{:<8} {:>7} {:>9} {:>11} {:>14}", "sync", "writers", "commits", "commits/s", "CPU µs/commit");
    for (synchronous, name) in [(Synchronous::Full, "full"), (Synchronous::Normal, "normal")] {
        for (writers, each) in [(1, 1_000), (32, 400)] {
            runtime.block_on(measure(synchronous, name, writers, each))?;
        }
    }
    Ok(())
}

async fn measure(synchronous: Synchronous, name: &str, writers: u16, each: u64) -> Result<()> {
    let folder = std::env::temp_dir().join(format!("vcm-commit-rate-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .map_err(|error| vcm_core::Error::new(vcm_core::ErrorKind::Io, "measure", error.to_string()))?;
    let url = format!("sqlite://{}", folder.join(format!("{name}-{writers}.db")).display());
    let store = open_with(&url, OpenOptions { synchronous, ..OpenOptions::default() }).await?;
    for number in 0..writers {
        store.commit(creation(org(1), campaign_id(number))).await?;
    }
    let (cpu, start) = (processor_time(), Instant::now());
    let tasks: Vec<_> = (0..writers).map(|number| tokio::spawn(write(Arc::clone(&store), number, each))).collect();
    for task in tasks {
        task.await
            .map_err(|error| vcm_core::Error::new(vcm_core::ErrorKind::Unexpected, "measure", error.to_string()))??;
    }
    let (wall, cpu) = (start.elapsed(), processor_time().saturating_sub(cpu));
    let commits = u64::from(writers) * each;
    println!(
        "{name:<8} {writers:>7} {commits:>9} {:>11.0} {:>14.1}",
        commits as f64 / wall.as_secs_f64(),
        cpu.as_secs_f64() * 1e6 / commits as f64,
    );
    drop(store);
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

async fn write(store: Arc<dyn Store>, number: u16, each: u64) -> Result<()> {
    let id = campaign_id(number);
    let owner = format!("measure:{number}");
    let request = LeaseRequest { org: org(1), campaign: id, owner, now: now(), ttl: Duration::from_mins(10) };
    let lease = store.acquire_lease(&request).await?;
    for step in 0..each {
        let copies: Vec<Copy> = (0..2)
            .map(|variant| Copy {
                parts: vec!["One lamp, ten nights, no glare: read on. ".repeat(10)],
                sentences: Vec::new(),
                ..copy(&format!("x-angle-{step}-{variant}"))
            })
            .collect();
        let ordinal = step as u32;
        let made = vec![Change::PutCopies(copies)];
        let proof = Receipt { changes: Some(made.clone()), ..receipt(ordinal) };
        let mut changes = made;
        changes.push(Change::PutReceipt(Box::new(proof)));
        let mut set = set(org(1), id, Revision(step + 1), changes);
        set.fence = Some(lease.token);
        set.events = vec![event("X · angle")];
        store.commit(set).await?;
    }
    store.release_lease(&request, lease.token).await
}

/// Processor time of the whole process, user and system.
fn processor_time() -> Duration {
    // Fields 14 and 15, counted after the command's closing parenthesis, in hundredths of a second.
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks: u64 = stat
        .rsplit(") ")
        .next()
        .unwrap_or_default()
        .split(' ')
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}
