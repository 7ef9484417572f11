//! The fixture of both SQLite suites: a database in a folder of its own, or in memory.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be made fails its test")]

use std::sync::Arc;

use async_trait::async_trait;
use vcm_core::{
    hash::ContentHash,
    id::OrgId,
    ports::{LeaseRequest, Store},
    testing::store::StoreFixture,
};

pub(crate) struct Sqlite {
    /// None only while it is closed.
    store: Option<Arc<dyn Store>>,
    /// None in memory.
    folder: Option<tempfile::TempDir>,
}

impl Sqlite {
    #[allow(dead_code, reason = "each suite uses one of the two")]
    pub(crate) async fn in_memory() -> Self {
        Self { store: Some(vcm_store::open("sqlite::memory:").await.unwrap()), folder: None }
    }

    #[allow(dead_code, reason = "each suite uses one of the two")]
    pub(crate) async fn in_a_file() -> Self {
        let mut fixture = Self { store: None, folder: Some(tempfile::tempdir().unwrap()) };
        fixture.reopen().await;
        fixture
    }

    fn database(&self) -> Option<std::path::PathBuf> {
        self.folder.as_ref().map(|folder| folder.path().join("vcm.db"))
    }
}

#[async_trait]
impl StoreFixture for Sqlite {
    fn store(&self) -> Arc<dyn Store> {
        Arc::clone(self.store.as_ref().unwrap())
    }

    async fn reopen(&mut self) -> Option<Arc<dyn Store>> {
        let url = format!("sqlite://{}", self.database()?.display());
        self.store = None;
        self.store = Some(vcm_store::open(&url).await.unwrap());
        self.store.clone()
    }

    async fn corrupt_blob(&self, _: OrgId, hash: &ContentHash) -> bool {
        let Some(database) = self.database() else { return false };
        let connection = rusqlite::Connection::open(database).unwrap();
        connection.execute("UPDATE blobs SET bytes = x'00' WHERE hash = ?1", [&hash.0]).unwrap() == 1
    }

    async fn take_lease_and_die(&self, request: &LeaseRequest) -> bool {
        let Some(database) = self.database() else { return false };
        // What a killed process leaves: a lease whose owner holds no lock. `tests/crash.rs` kills a real one.
        let connection = rusqlite::Connection::open(database).unwrap();
        let insert = "INSERT INTO leases (org_id, campaign_id, token, owner, expires_at) VALUES (?1, ?2, 1, ?3, ?4)";
        let (org, campaign) = (request.org.0.into_bytes(), request.campaign.0.into_bytes());
        connection.execute(insert, (org, campaign, &request.owner, "2999-01-01T00:00:00Z")).unwrap() == 1
    }
}
