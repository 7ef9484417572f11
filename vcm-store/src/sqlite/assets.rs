//! Assets.

use async_trait::async_trait;
use vcm_core::{
    error::Result,
    id::{CampaignId, OrgId},
    ports::AssetReads,
    visuals::Asset,
};

use super::{
    SqliteStore,
    documents::{self, Table},
};

pub(super) const TABLE: Table = documents::table!("assets", "asset");

#[async_trait]
impl AssetReads for SqliteStore {
    async fn assets(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Asset>> {
        self.connections
            .read("read_assets", move |connection| documents::read(connection, TABLE.what, TABLE.read, org, campaign))
            .await
    }
}
