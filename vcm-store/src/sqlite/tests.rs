//! What only shows from inside: a full disk, a batch whose COMMIT fails, tampering, the second wall of the triggers.

use std::sync::mpsc;

use rusqlite::Connection;
use vcm_core::{
    Error, ErrorKind, audit,
    campaign::{Change, ChangeSet, Revision},
    error::Retry,
    ports::{AuditReads, CampaignReads, Commit, CopyReads, EventReads, ReceiptReads},
    testing::{
        fixtures::{audit as audit_entry, campaign_id, copy, creation, event, org, receipt, set},
        store::{Waiting, join_all},
    },
};

use super::{SqliteStore, error::Fallible};
use crate::open::{OpenOptions, Target};

async fn in_memory() -> SqliteStore {
    SqliteStore::open(Target::Memory, OpenOptions::default()).await.unwrap()
}

async fn in_a_file(folder: &tempfile::TempDir) -> SqliteStore {
    SqliteStore::open(Target::File(folder.path().join("vcm.db")), OpenOptions::default()).await.unwrap()
}

/// Runs SQL on the writer's connection.
async fn run(store: &SqliteStore, sql: &'static str) -> vcm_core::Result<()> {
    store.connections.write("test", move |connection| Ok(connection.execute_batch(sql)?)).await
}

/// Everything a step writes, some kilobytes of it.
fn step(number: u16, revision: u64) -> ChangeSet {
    let id = campaign_id(number);
    let changes = vec![
        Change::PutCopies((0..8).map(|copy_number| copy(&format!("x-{revision}-{copy_number}"))).collect()),
        Change::PutReceipt(Box::new(receipt(revision as u32))),
    ];
    let mut step = set(org(1), id, Revision(revision), changes);
    (step.events, step.audit) = (vec![event("step")], vec![audit_entry("step", id)]);
    step
}

/// Every table tells the same number of steps.
async fn steps_of(store: &SqliteStore, number: u16) -> u64 {
    let id = campaign_id(number);
    let steps = store.campaign(org(1), id).await.unwrap().map_or(0, |campaign| campaign.revision.0 - 1);
    assert_eq!(store.copies(org(1), id).await.unwrap().len() as u64, 8 * steps);
    assert_eq!(store.receipts(org(1), id).await.unwrap().len() as u64, steps);
    assert_eq!(store.events(org(1), id, 1, 1_000).await.unwrap().len() as u64, steps);
    steps
}

/// Lets `count` writes gather while the writer's thread is held, so that they are one batch.
async fn as_one_batch<T>(store: &SqliteStore, writes: Vec<Waiting<T>>) -> Vec<T> {
    let (release, held) = mpsc::channel::<()>();
    let hold = store.connections.write("hold", move |_| {
        let _ = held.recv();
        Ok(())
    });
    let mut hold = Box::pin(hold);
    // The first poll hands it over.
    assert!(std::future::poll_fn(|context| std::task::Poll::Ready(hold.as_mut().poll(context).is_pending())).await);
    let mut release = Some(release);
    let mut all = Box::pin(join_all(writes));
    let outcomes = std::future::poll_fn(|context| {
        let polled = all.as_mut().poll(context);
        release = None;
        polled
    })
    .await;
    hold.await.unwrap();
    outcomes
}

#[tokio::test]
async fn a_full_disk_refuses_cleanly_at_every_point_and_the_next_commit_lands() {
    let folder = tempfile::tempdir().unwrap();
    let store = in_a_file(&folder).await;
    for number in 0..8 {
        store.commit(creation(org(1), campaign_id(number))).await.unwrap();
    }
    let mut refused = 0;
    // The limit is raised page by page: every commit runs out of space somewhere else.
    for _ in 0..120 {
        let limit = |connection: &Connection| -> Fallible<()> {
            let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
            connection.query_row(&format!("PRAGMA max_page_count = {}", pages + 1), [], |_| Ok(()))?;
            Ok(())
        };
        store.connections.write("limit", limit).await.unwrap();
        let mut writes = Vec::new();
        let mut before = Vec::new();
        for number in 0..8 {
            let steps = steps_of(&store, number).await;
            before.push(steps);
            let commit = store.commit(step(number, steps + 1));
            writes.push(commit);
        }
        let outcomes = join_all(writes).await;
        for (number, outcome) in (0..).zip(outcomes) {
            let landed = u64::from(outcome.is_ok());
            assert_eq!(steps_of(&store, number).await, before[usize::from(number)] + landed);
            if let Err(error) = outcome {
                refused += 1;
                assert_eq!(error.kind(), ErrorKind::StoreUnavailable, "{error}");
                assert!(matches!(error.retry(), Retry::Later { .. }));
                assert!(error.message().contains("disk is full"), "{error}");
            }
        }
    }
    assert!(refused > 100, "{refused} commits ran out of space");
    store
        .connections
        .write("limit", |connection| Ok(connection.query_row("PRAGMA max_page_count = 1000000", [], |_| Ok(()))?))
        .await
        .unwrap();
    let steps = steps_of(&store, 0).await;
    store.commit(step(0, steps + 1)).await.unwrap();
    audit::verify(&store.audit(org(1), 0, 100_000).await.unwrap()).unwrap();
}

#[tokio::test]
async fn one_that_breaks_the_commit_of_a_batch_breaks_only_its_own() {
    let store = std::sync::Arc::new(in_memory().await);
    for number in 0..4 {
        store.commit(creation(org(1), campaign_id(number))).await.unwrap();
    }
    let mut writes: Vec<Waiting<vcm_core::Result<()>>> = Vec::new();
    for number in 0..4 {
        let store = std::sync::Arc::clone(&store);
        writes.push(Box::pin(async move { store.commit(step(number, 1)).await.map(drop) }));
    }
    let poison = std::sync::Arc::clone(&store);
    writes.insert(
        2,
        Box::pin(async move {
            // Found out only by COMMIT.
            let sql = "PRAGMA defer_foreign_keys = on; INSERT INTO schedules VALUES (x'00', x'00', '{}');";
            run(&poison, sql).await
        }),
    );
    let outcomes = as_one_batch(&store, writes).await;
    let kinds: Vec<_> = outcomes.iter().map(|outcome| outcome.as_ref().err().map(Error::kind)).collect();
    assert_eq!(kinds, [None, None, Some(ErrorKind::InvalidInput), None, None]);
    for number in 0..4 {
        assert_eq!(steps_of(&store, number).await, 1);
    }
}

#[tokio::test]
async fn one_that_is_refused_in_a_batch_takes_nobody_with_it() {
    let store = std::sync::Arc::new(in_memory().await);
    for number in 0..4 {
        store.commit(creation(org(1), campaign_id(number))).await.unwrap();
    }
    // Two with the same revision: exactly one of them lands.
    let writes = [0, 1, 1, 2, 3].map(|number| {
        let store = std::sync::Arc::clone(&store);
        Box::pin(async move { store.commit(step(number, 1)).await.map(drop) }) as Waiting<vcm_core::Result<()>>
    });
    let outcomes = as_one_batch(&store, writes.into()).await;
    let kinds: Vec<_> = outcomes.iter().map(|outcome| outcome.as_ref().err().map(Error::kind)).collect();
    assert_eq!(kinds, [None, None, Some(ErrorKind::Conflict), None, None]);
    for number in 0..4 {
        assert_eq!(steps_of(&store, number).await, 1);
    }
}

#[tokio::test]
async fn raw_sql_cannot_break_the_state_machine_the_events_or_the_audit_trail() {
    let store = in_memory().await;
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    for sql in [
        "UPDATE campaigns SET state = 'exported'",
        "UPDATE campaigns SET state = 'reviewing'",
        "UPDATE events SET seq = 7",
        "DELETE FROM events",
        "UPDATE audit SET document = '{}'",
        "DELETE FROM audit",
    ] {
        assert_eq!(run(&store, sql).await.unwrap_err().kind(), ErrorKind::InvalidTransition, "{sql}");
    }
    // A child cannot point into another org.
    let foreign =
        "INSERT INTO angles (org_id, campaign_id, key, document) SELECT randomblob(16), id, 'k', '{}' FROM campaigns";
    assert_eq!(run(&store, foreign).await.unwrap_err().kind(), ErrorKind::InvalidInput);
}

#[tokio::test]
async fn every_tampering_with_the_audit_trail_is_found() {
    let store = in_memory().await;
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    for revision in 1..=20 {
        store.commit(step(1, revision)).await.unwrap();
    }
    run(&store, "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; CREATE TABLE kept AS SELECT * FROM audit")
        .await
        .unwrap();
    audit::verify(&store.audit(org(1), 0, 100).await.unwrap()).unwrap();
    for (sql, named) in [
        ("UPDATE audit SET document = json_set(document, '$.action', 'other') WHERE seq = 7", "7"),
        ("UPDATE audit SET document = json_set(document, '$.at', '2026-01-01T00:00:00Z') WHERE seq = 3", "3"),
        ("UPDATE audit SET hash = previous_hash WHERE seq = 9", "9"),
        ("UPDATE audit SET previous_hash = hash WHERE seq = 9", "9"),
        ("DELETE FROM audit WHERE seq = 1", "2"),
        ("DELETE FROM audit WHERE seq = 11", "12"),
        ("UPDATE audit SET seq = 100 WHERE seq = 5", "6"),
        ("UPDATE audit SET org_id = x'00' WHERE seq = 5", "6"),
    ] {
        run(&store, sql).await.unwrap();
        let error = audit::verify(&store.audit(org(1), 0, 100).await.unwrap()).unwrap_err();
        assert!(error.context().contains(&("seq", named.to_owned())), "{sql}: {error}");
        run(&store, "DELETE FROM audit; INSERT INTO audit SELECT * FROM kept").await.unwrap();
    }
}

#[tokio::test]
async fn a_read_only_database_says_so() {
    let store = in_memory().await;
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    run(&store, "PRAGMA query_only = on").await.unwrap();
    let error = store.commit(step(1, 1)).await.unwrap_err();
    assert_eq!((error.kind(), error.retry()), (ErrorKind::StoreUnavailable, Retry::Never));
    assert!(error.message().contains("read-only"), "{error}");
    assert!(store.campaign(org(1), campaign_id(1)).await.unwrap().is_some());
}

#[tokio::test]
async fn dropping_the_store_writes_what_was_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let store = in_a_file(&folder).await;
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    for revision in 1..=50 {
        let mut commit = store.commit(step(1, revision));
        std::future::poll_fn(|context| {
            let _ = commit.as_mut().poll(context);
            std::task::Poll::Ready(())
        })
        .await;
    }
    drop(store);
    assert_eq!(steps_of(&in_a_file(&folder).await, 1).await, 50);
}
