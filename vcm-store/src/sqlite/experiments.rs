//! Experiments.

use async_trait::async_trait;
use vcm_core::{
    error::Result,
    experiments::Experiment,
    id::{CampaignId, OrgId},
    ports::ExperimentReads,
};

use super::{
    SqliteStore,
    documents::{self, Table},
};

pub(super) const TABLE: Table = documents::table!("experiments", "experiment");

#[async_trait]
impl ExperimentReads for SqliteStore {
    async fn experiments(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Experiment>> {
        self.connections
            .read("read_experiments", move |connection| {
                documents::read(connection, TABLE.what, TABLE.read, org, campaign)
            })
            .await
    }
}
