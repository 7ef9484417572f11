//! The audit trail: one hash chain an org, appended in the commit it tells of.

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension};
use vcm_core::{
    audit::{AuditEntry, NewAuditEntry},
    error::Result,
    hash::ContentHash,
    id::OrgId,
    ports::AuditReads,
};

use super::{
    SqliteStore,
    documents::{self, bytes},
    error::Fallible,
};

const WHAT: &str = "audit entry";

/// Chains the entries behind the org's last one. Only the writer appends, so no other entry can come between.
pub(super) fn append(connection: &Connection, org: OrgId, entries: &[NewAuditEntry]) -> Fallible<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let last = connection
        .prepare_cached("SELECT seq, hash FROM audit WHERE org_id = ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row([bytes(&org.0)], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .optional()?;
    let (mut seq, mut previous) = match last {
        Some((seq, hash)) => (seq, Some(ContentHash(hash))),
        None => (0, None),
    };
    let mut statement = connection
        .prepare_cached("INSERT INTO audit (org_id, seq, previous_hash, hash, document) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for entry in entries {
        seq += 1;
        let chained = AuditEntry::chain(org, seq.unsigned_abs(), entry.clone(), previous.as_ref())?;
        let document = documents::json(WHAT, &chained.entry)?;
        statement.execute((bytes(&org.0), seq, &chained.previous_hash.0, &chained.hash.0, document))?;
        previous = Some(chained.hash);
    }
    Ok(())
}

#[async_trait]
impl AuditReads for SqliteStore {
    async fn audit(&self, org: OrgId, after: u64, limit: u32) -> Result<Vec<AuditEntry>> {
        let read = move |connection: &Connection| -> Fallible<Vec<AuditEntry>> {
            let mut statement = connection.prepare_cached(
                "SELECT seq, previous_hash, hash, document FROM audit \
                 WHERE org_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
            )?;
            let after = i64::try_from(after).unwrap_or(i64::MAX);
            let mut found = statement.query((bytes(&org.0), after, limit))?;
            let mut entries = Vec::new();
            while let Some(row) = found.next()? {
                entries.push(AuditEntry {
                    org,
                    seq: documents::unsigned(WHAT, row, 0)?,
                    previous_hash: ContentHash(row.get(1)?),
                    hash: ContentHash(row.get(2)?),
                    entry: documents::parse(WHAT, row, 3)?,
                });
            }
            Ok(entries)
        };
        self.connections.read("read_audit", read).await
    }
}
