//! What edits taught of an org's voice.

use async_trait::async_trait;
use rusqlite::Connection;
use vcm_core::{
    error::Result,
    id::{CampaignId, OrgId},
    ports::VoiceReads,
    voice::VoiceEvidence,
};

use super::{
    SqliteStore,
    documents::{self, Table, bytes},
    error::Fallible,
};

pub(super) const TABLE: Table = documents::table!("voice_evidence", "voice evidence");

/// Removes the campaign's evidence with these ids.
pub(super) fn forget(connection: &Connection, org: OrgId, campaign: CampaignId, ids: &[String]) -> Fallible<()> {
    let mut statement =
        connection.prepare_cached("DELETE FROM voice_evidence WHERE org_id = ?1 AND campaign_id = ?2 AND key = ?3")?;
    for id in ids {
        statement.execute((bytes(&org.0), bytes(&campaign.0), id))?;
    }
    Ok(())
}

#[async_trait]
impl VoiceReads for SqliteStore {
    async fn voice_evidence(&self, org: OrgId, limit: u32) -> Result<Vec<VoiceEvidence>> {
        documents::page_size("read_voice_evidence", limit)?;
        let read = move |connection: &Connection| -> Fallible<Vec<VoiceEvidence>> {
            let mut statement = connection
                .prepare_cached("SELECT document FROM voice_evidence WHERE org_id = ?1 ORDER BY rank DESC LIMIT ?2")?;
            let mut found = statement.query((bytes(&org.0), limit))?;
            let mut evidence = Vec::new();
            while let Some(row) = found.next()? {
                evidence.push(documents::parse(TABLE.what, row, 0)?);
            }
            Ok(evidence)
        };
        self.connections.read("read_voice_evidence", read).await
    }
}
