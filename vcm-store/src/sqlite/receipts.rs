//! Receipts of steps.

use async_trait::async_trait;
use rusqlite::Connection;
use vcm_core::{
    campaign::Receipt,
    error::Result,
    id::{CampaignId, OrgId},
    ports::ReceiptReads,
};

use super::{
    SqliteStore,
    documents::{self, bytes},
    error::Fallible,
};

const WHAT: &str = "receipt";

/// A receipt as it is stored.
#[derive(Debug)]
pub(super) struct ReceiptRow {
    step: String,
    ordinal: u32,
    document: String,
}

/// Writes the receipt as JSON.
pub(super) fn row(receipt: &Receipt) -> Fallible<ReceiptRow> {
    Ok(ReceiptRow { step: receipt.step.0.clone(), ordinal: receipt.ordinal, document: documents::json(WHAT, receipt)? })
}

/// Puts the receipt of its step.
pub(super) fn put(connection: &Connection, org: OrgId, campaign: CampaignId, row: &ReceiptRow) -> Fallible<()> {
    connection
        .prepare_cached(
            "INSERT INTO receipts (org_id, campaign_id, step, ordinal, document) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (org_id, campaign_id, step) DO UPDATE SET ordinal = excluded.ordinal, document = excluded.document",
        )?
        .execute((bytes(&org.0), bytes(&campaign.0), &row.step, row.ordinal, &row.document))?;
    Ok(())
}

#[async_trait]
impl ReceiptReads for SqliteStore {
    async fn receipts(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Receipt>> {
        const READ: &str =
            "SELECT document FROM receipts WHERE org_id = ?1 AND campaign_id = ?2 ORDER BY ordinal, step";
        self.connections
            .read("read_receipts", move |connection| documents::read(connection, WHAT, READ, org, campaign))
            .await
    }
}
