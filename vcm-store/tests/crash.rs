//! A process that is killed while it commits loses nothing it was told is stored, and leaves no half of anything.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{
    collections::BTreeMap,
    env,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use vcm_core::{
    audit,
    campaign::{Change, Revision},
    hash::Seed,
    id::CampaignId,
    ports::{LeaseRequest, Store},
    testing::fixtures::{angle, audit as audit_entry, campaign_id, creation, event, now, org, receipt, set},
};

const DATABASE: &str = "VCM_TEST_CRASH_DATABASE";
const CAMPAIGNS: u16 = 4;
const ROUNDS: u64 = 12;

/// Runs in the process that is killed: commits on four campaigns at once and says so after each acknowledgement.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the test below, in a process of its own"]
async fn commit_until_killed() {
    let store = vcm_store::open(&env::var(DATABASE).unwrap()).await.unwrap();
    let owner = format!("child:{}", std::process::id());
    let writers: Vec<_> = (0..CAMPAIGNS)
        .map(|number| tokio::spawn(commit_forever(Arc::clone(&store), campaign_id(number), owner.clone())))
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
}

async fn commit_forever(store: Arc<dyn Store>, id: CampaignId, owner: String) {
    let mut revision = match store.campaign(org(1), id).await.unwrap() {
        Some(campaign) => campaign.revision,
        None => store.commit(creation(org(1), id)).await.unwrap().revision,
    };
    let lease = store.acquire_lease(&lease(id, &owner)).await.unwrap();
    loop {
        let number = revision.0 as u32;
        let key = format!("angle-{number}");
        let changes = vec![Change::PutAngles(vec![angle(&key)]), Change::PutReceipt(Box::new(receipt(number)))];
        let mut step = set(org(1), id, revision, changes);
        (step.events, step.audit) = (vec![event(&key)], vec![audit_entry(&key, id)]);
        step.fence = Some(lease.token);
        revision = store.commit(step).await.unwrap().revision;
        // One write call a line, so that a kill never leaves half of one.
        let line = format!("acknowledged {id} {}\n", revision.0);
        std::io::stdout().write_all(line.as_bytes()).unwrap();
    }
}

fn lease(campaign: CampaignId, owner: &str) -> LeaseRequest {
    LeaseRequest { org: org(1), campaign, owner: owner.into(), now: now(), ttl: Duration::from_hours(1) }
}

/// Starts the child, kills it after `count` acknowledgements, and gives the last one of each campaign.
fn kill_after(url: &str, count: usize) -> BTreeMap<CampaignId, Revision> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "commit_until_killed"])
        .env(DATABASE, url)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let mut acknowledged = BTreeMap::new();
    let mut seen = 0;
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        // The test harness's own words may stand before the first one.
        let Some((_, rest)) = line.split_once("acknowledged ") else { continue };
        let (id, revision) = rest.split_once(' ').unwrap();
        acknowledged.insert(id.parse().unwrap(), Revision(revision.parse().unwrap()));
        seen += 1;
        if seen == count {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(seen >= count, "the child ended by itself after {seen} commits");
    acknowledged
}

#[tokio::test]
async fn what_was_acknowledged_survives_sigkill_and_nothing_is_half() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("vcm.db").display());
    let mut random = Seed(20).stream("kills");
    for round in 0..ROUNDS {
        let acknowledged = kill_after(&url, 1 + random.below(60));
        let store = vcm_store::open(&url).await.unwrap();
        for number in 0..CAMPAIGNS {
            let id = campaign_id(number);
            let Some(campaign) = store.campaign(org(1), id).await.unwrap() else {
                assert!(!acknowledged.contains_key(&id), "round {round}: {id} is gone");
                continue;
            };
            let revision = campaign.revision;
            assert!(acknowledged.get(&id).is_none_or(|seen| *seen <= revision), "round {round}: a commit is gone");
            let commits = revision.0 - 1;
            assert_eq!(store.angles(org(1), id).await.unwrap().len() as u64, commits, "round {round}");
            assert_eq!(store.receipts(org(1), id).await.unwrap().len() as u64, commits, "round {round}");
            let events = store.events(org(1), id, 0, u32::MAX).await.unwrap();
            assert!(events.iter().map(|event| event.seq).eq(1..=revision.0), "round {round}: events have gaps");
            // The dead process's lease, an hour long, is taken over at once.
            let taken = store.acquire_lease(&lease(id, "parent")).await.unwrap();
            store.release_lease(&lease(id, "parent"), taken.token).await.unwrap();
        }
        let trail = store.audit(org(1), 0, u32::MAX).await.unwrap();
        audit::verify(&trail).unwrap();
        let mut total = 0;
        for number in 0..CAMPAIGNS {
            total +=
                store.campaign(org(1), campaign_id(number)).await.unwrap().map_or(0, |campaign| campaign.revision.0);
        }
        assert_eq!(trail.len() as u64, total, "round {round}: one entry a commit");
        drop(store);
        assert!(!folder.path().join("vcm.db.owners").exists(), "owner files are cleaned up");
    }
}
