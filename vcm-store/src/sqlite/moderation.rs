//! Verdicts, one a subject.

use async_trait::async_trait;
use vcm_core::{
    error::Result,
    id::{CampaignId, OrgId},
    moderation::Verdict,
    ports::VerdictReads,
};

use super::{
    SqliteStore,
    documents::{self, Table},
};

pub(super) const TABLE: Table = documents::table!("verdicts", "verdict");

#[async_trait]
impl VerdictReads for SqliteStore {
    async fn verdicts(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Verdict>> {
        let read = move |connection: &_| documents::read(connection, TABLE.what, TABLE.read, org, campaign);
        let mut verdicts: Vec<Verdict> = self.connections.read("read_verdicts", read).await?;
        verdicts.sort_by(|left, right| left.subject.cmp(&right.subject));
        Ok(verdicts)
    }
}
