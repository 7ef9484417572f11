//! Trend topics.

use async_trait::async_trait;
use vcm_core::{
    error::Result,
    id::{CampaignId, OrgId},
    ports::TrendReads,
    trends::TrendTopic,
};

use super::{
    SqliteStore,
    documents::{self, Table},
};

pub(super) const TABLE: Table = documents::table!("topics", "trend topic");

#[async_trait]
impl TrendReads for SqliteStore {
    async fn topics(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<TrendTopic>> {
        self.connections
            .read("read_topics", move |connection| documents::read(connection, TABLE.what, TABLE.read, org, campaign))
            .await
    }
}
