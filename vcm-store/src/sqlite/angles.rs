//! Angles.

use async_trait::async_trait;
use vcm_core::{
    angles::Angle,
    error::Result,
    id::{CampaignId, OrgId},
    ports::AngleReads,
};

use super::{
    SqliteStore,
    documents::{self, Table},
};

pub(super) const TABLE: Table = documents::table!("angles", "angle");

#[async_trait]
impl AngleReads for SqliteStore {
    async fn angles(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Angle>> {
        self.connections
            .read("read_angles", move |connection| documents::read(connection, TABLE.what, TABLE.read, org, campaign))
            .await
    }
}
