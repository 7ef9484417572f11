//! Hashtag ladders, one a platform.

use async_trait::async_trait;
use vcm_core::{
    error::Result,
    hashtags::HashtagLadder,
    id::{CampaignId, OrgId},
    ports::HashtagReads,
};

use super::{
    SqliteStore,
    documents::{self, Table},
};

pub(super) const TABLE: Table = documents::table!("hashtags", "hashtag ladder");

#[async_trait]
impl HashtagReads for SqliteStore {
    async fn hashtags(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<HashtagLadder>> {
        let read = move |connection: &_| documents::read(connection, TABLE.what, TABLE.read, org, campaign);
        let mut ladders: Vec<HashtagLadder> = self.connections.read("read_hashtags", read).await?;
        ladders.sort_by_key(|ladder| ladder.platform);
        Ok(ladders)
    }
}
