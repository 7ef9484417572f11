//! The store on SQLite, one file a port.
//!
//! `connection` has the threads and the group commit, `commit` the one way to write, `documents` what the artefact tables
//! share, `migrate` the schema (`migrations/sqlite/*.sql`), `owners` who still lives, `error` what is told. Start with
//! `commit`.

mod angles;
mod assets;
mod audit;
mod blobs;
mod campaigns;
mod commit;
mod connection;
mod copies;
mod documents;
mod error;
mod events;
mod experiments;
mod hashtags;
mod leases;
mod migrate;
mod moderation;
mod outbox;
mod owners;
mod receipts;
mod schedule;
#[cfg(test)]
mod tests;
mod trends;
mod vector;
mod voice;

use std::sync::Arc;

use vcm_core::Result;

use crate::open::{OpenOptions, SchemaStatus, Target};
use connection::Connections;
use owners::Owners;

/// A store on SQLite.
#[derive(Debug)]
pub(crate) struct SqliteStore {
    connections: Connections,
    /// None for a database in memory: it has one process.
    owners: Option<Arc<Owners>>,
}

impl SqliteStore {
    /// Opens, creates or migrates the database.
    pub(crate) async fn open(target: Target, options: OpenOptions) -> Result<Self> {
        let connections = Connections::open(&target, &options).await?;
        let owners = match &target {
            Target::File(path) => Some(Arc::new(Owners::beside(path))),
            Target::Memory => None,
        };
        Ok(Self { connections, owners })
    }
}

/// The version of a database's schema.
pub(crate) async fn schema_status(target: Target) -> Result<SchemaStatus> {
    connection::elsewhere("schema_status", move || migrate::status(&target)).await
}
