//! A campaign's data files, read from the store when a tool first needs them and kept for the run.

use std::sync::Arc;

use tokio::sync::OnceCell;
use vcm_core::{
    Error, ErrorKind, Result,
    campaign::{Campaign, Inputs},
    hash::ContentHash,
    id::OrgId,
    ports::Store,
    schedule::HistoryPost,
    trends::TrendText,
};

use super::from_canonical_jsonl;

/// The data files of one campaign.
pub struct CampaignInputs {
    store: Arc<dyn Store>,
    org: OrgId,
    inputs: Inputs,
    history: OnceCell<Arc<Vec<HistoryPost>>>,
    trends: OnceCell<Arc<Vec<TrendText>>>,
}

impl CampaignInputs {
    /// The data files of `campaign`; nothing is read yet.
    pub fn of(store: &Arc<dyn Store>, campaign: &Campaign) -> Arc<Self> {
        Arc::new(Self {
            store: store.clone(),
            org: campaign.org,
            inputs: campaign.inputs.clone(),
            history: OnceCell::new(),
            trends: OnceCell::new(),
        })
    }

    /// Own earlier posts; empty when the brief names none.
    pub async fn history(&self) -> Result<Arc<Vec<HistoryPost>>> {
        self.history.get_or_try_init(|| self.read(self.inputs.history.as_ref())).await.cloned()
    }

    /// Dated texts; empty when the brief names none.
    pub async fn trends(&self) -> Result<Arc<Vec<TrendText>>> {
        self.trends.get_or_try_init(|| self.read(self.inputs.trends.as_ref())).await.cloned()
    }

    async fn read<T: serde::de::DeserializeOwned>(&self, hash: Option<&ContentHash>) -> Result<Arc<Vec<T>>> {
        let Some(hash) = hash else { return Ok(Arc::default()) };
        let bytes = self.store.blob(self.org, hash).await?.ok_or_else(|| {
            Error::new(ErrorKind::DataCorrupt, "read_inputs", "a data file of the campaign is missing")
                .with("hash", hash)
        })?;
        Ok(Arc::new(from_canonical_jsonl(&bytes)?))
    }
}

impl std::fmt::Debug for CampaignInputs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CampaignInputs").field("org", &self.org).field("inputs", &self.inputs).finish_non_exhaustive()
    }
}
