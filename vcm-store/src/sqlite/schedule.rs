//! Schedules, one a campaign.

use async_trait::async_trait;
use rusqlite::Connection;
use vcm_core::{
    error::Result,
    id::{CampaignId, OrgId},
    ports::ScheduleReads,
    schedule::SchedulePlan,
};

use super::{
    SqliteStore,
    documents::{self, bytes},
    error::Fallible,
};

pub(super) const WHAT: &str = "schedule";
pub(super) const VOID: &str = "DELETE FROM schedules WHERE org_id = ?1 AND campaign_id = ?2";

/// Puts the schedule in place of the one before.
pub(super) fn put(connection: &Connection, org: OrgId, campaign: CampaignId, document: &str) -> Fallible<()> {
    connection
        .prepare_cached(
            "INSERT INTO schedules (org_id, campaign_id, document) VALUES (?1, ?2, ?3) \
             ON CONFLICT (org_id, campaign_id) DO UPDATE SET document = excluded.document",
        )?
        .execute((bytes(&org.0), bytes(&campaign.0), document))?;
    Ok(())
}

#[async_trait]
impl ScheduleReads for SqliteStore {
    async fn schedule(&self, org: OrgId, campaign: CampaignId) -> Result<Option<SchedulePlan>> {
        const READ: &str = "SELECT document FROM schedules WHERE org_id = ?1 AND campaign_id = ?2";
        self.connections
            .read("read_schedule", move |connection| Ok(documents::read(connection, WHAT, READ, org, campaign)?.pop()))
            .await
    }
}
