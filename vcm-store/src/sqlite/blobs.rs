//! Blobs: bytes by their SHA-256, checked when they are read.

use async_trait::async_trait;
use rusqlite::OptionalExtension;
use vcm_core::{Error, ErrorKind, error::Result, hash::ContentHash, id::OrgId, ports::Blobs};

use super::{SqliteStore, documents::bytes};

#[async_trait]
impl Blobs for SqliteStore {
    async fn put_blob(&self, org: OrgId, content: Vec<u8>) -> Result<ContentHash> {
        let hash = ContentHash::of_bytes(&content);
        let key = hash.0.clone();
        self.connections
            .write("put_blob", move |connection| {
                connection
                    .prepare_cached(
                        "INSERT INTO blobs (org_id, hash, bytes) VALUES (?1, ?2, ?3) ON CONFLICT (org_id, hash) DO NOTHING",
                    )?
                    .execute((bytes(&org.0), &key, &content))?;
                Ok(())
            })
            .await?;
        Ok(hash)
    }

    async fn blob(&self, org: OrgId, hash: &ContentHash) -> Result<Option<Vec<u8>>> {
        let key = hash.0.clone();
        let found: Option<Vec<u8>> = self
            .connections
            .read("read_blob", move |connection| {
                Ok(connection
                    .prepare_cached("SELECT bytes FROM blobs WHERE org_id = ?1 AND hash = ?2")?
                    .query_row((bytes(&org.0), &key), |row| row.get(0))
                    .optional()?)
            })
            .await?;
        if let Some(content) = &found
            && ContentHash::of_bytes(content) != *hash
        {
            return Err(Error::new(
                ErrorKind::DataCorrupt,
                "read_blob",
                "the stored bytes no longer have their hash: restore the database from a backup",
            )
            .with("hash", hash.short()));
        }
        Ok(found)
    }
}
