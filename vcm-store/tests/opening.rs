//! What opening a database refuses, and what it says.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{path::Path, time::Duration};

use rusqlite::Connection;
use vcm_core::{
    ErrorKind,
    error::Retry,
    testing::fixtures::{campaign_id, creation, org},
};
use vcm_store::{OpenOptions, SchemaStatus, Synchronous, migrate, open, open_with, schema_status};

fn url(path: &Path) -> String {
    format!("sqlite://{}", path.display())
}

#[tokio::test]
async fn a_missing_file_is_created_and_a_missing_folder_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vcm ü.db");
    drop(open(&url(&file)).await.unwrap());
    assert!(file.exists());

    let error = open(&url(&folder.path().join("nowhere/vcm.db"))).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(error.message().contains("folder"), "{error}");
    assert!(error.context().iter().any(|(key, value)| *key == "file" && value.contains("nowhere")), "{error}");
    assert_eq!(open(&url(folder.path())).await.err().unwrap().kind(), ErrorKind::Io);
}

#[tokio::test]
async fn the_schema_is_told_and_migrated_and_a_newer_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vcm.db");
    let none =
        SchemaStatus { found: None, latest: 2, pending: vec!["0001_house".into(), "0002_voice_evidence".into()] };
    assert_eq!(schema_status(&url(&file)).await.unwrap(), none);
    assert!(!file.exists(), "asking creates nothing");
    assert_eq!(migrate(&url(&file)).await.unwrap(), none);
    let done = SchemaStatus { found: Some(2), latest: 2, pending: vec![] };
    assert_eq!(schema_status(&url(&file)).await.unwrap(), done);
    assert_eq!(migrate(&url(&file)).await.unwrap(), done);

    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let error = open(&url(&file)).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::SchemaTooNew);
    assert!(error.to_string().contains("found: 99, known: 2"), "{error}");
    assert_eq!(schema_status(&url(&file)).await.unwrap().found, Some(99));
}

#[tokio::test]
async fn files_of_others_are_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("notes.db");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE notes (text)").unwrap();
    let text = folder.path().join("brief.toml");
    std::fs::write(&text, "name = \"not a database\"\n".repeat(100)).unwrap();
    for file in [foreign, text] {
        let before = std::fs::read(&file).unwrap();
        for error in [open(&url(&file)).await.err().unwrap(), schema_status(&url(&file)).await.unwrap_err()] {
            assert_eq!(error.kind(), ErrorKind::ConfigInvalid, "{error}");
            assert!(error.message().contains("another"), "{error}");
        }
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }
}

#[tokio::test]
async fn a_damaged_file_is_data_corrupt() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vcm.db");
    let store = open(&url(&file)).await.unwrap();
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    drop(store);
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[4096..].fill(0x5a);
    std::fs::write(&file, bytes).unwrap();
    let outcome = match open(&url(&file)).await {
        Ok(store) => store.campaign(org(1), campaign_id(1)).await.map(drop),
        Err(error) => Err(error),
    };
    assert_eq!(outcome.unwrap_err().kind(), ErrorKind::DataCorrupt);
}

#[tokio::test]
async fn a_locked_database_says_so_and_takes_the_next_commit() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vcm.db");
    let options =
        OpenOptions { busy_timeout: Duration::from_millis(20), synchronous: Synchronous::Normal, ..Default::default() };
    let store = open_with(&url(&file), options).await.unwrap();
    let other = Connection::open(&file).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = store.commit(creation(org(1), campaign_id(1))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::StoreUnavailable);
    assert!(matches!(error.retry(), Retry::Later { .. }));
    assert!(error.message().contains("locked by another process"), "{error}");
    assert!(store.campaign(org(1), campaign_id(1)).await.unwrap().is_none(), "reads go on");
    other.execute_batch("ROLLBACK").unwrap();
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
}

#[tokio::test]
async fn options_that_cannot_be_honoured_are_refused() {
    for options in [
        OpenOptions { readers: 0, ..OpenOptions::default() },
        OpenOptions { readers: 65, ..OpenOptions::default() },
        OpenOptions { busy_timeout: Duration::MAX, ..OpenOptions::default() },
    ] {
        let error = open_with("sqlite::memory:", options).await.err().unwrap();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
    }
}

#[tokio::test]
async fn two_stores_open_a_new_file_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let address = url(&folder.path().join("vcm.db"));
    let opening: Vec<_> = (0..8)
        .map(|_| {
            let address = address.clone();
            tokio::spawn(async move { open(&address).await })
        })
        .collect();
    for (number, store) in (0..).zip(opening) {
        let store = store.await.unwrap().unwrap();
        store.commit(creation(org(1), campaign_id(number))).await.unwrap();
    }
}
