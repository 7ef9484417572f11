//! A campaign's data files, read from the store when a tool first needs them and kept for the run.

use std::sync::Arc;

use tokio::sync::OnceCell;
use vcm_core::{
    Error, ErrorKind, Result,
    brief::Brief,
    campaign::{Campaign, Inputs},
    hash::ContentHash,
    id::OrgId,
    ports::Store,
    schedule::HistoryPost,
    trends::TrendText,
    voice::{Language, TargetVoice, VoiceEvidence, VoiceProfile, VoiceSources},
};

use super::from_canonical_jsonl;

/// The data files of one campaign.
pub struct CampaignInputs {
    store: Arc<dyn Store>,
    org: OrgId,
    inputs: Inputs,
    history: OnceCell<Arc<Vec<HistoryPost>>>,
    trends: OnceCell<Arc<Vec<TrendText>>>,
    voice: OnceCell<Arc<Vec<VoiceEvidence>>>,
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
            voice: OnceCell::new(),
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

    /// What edits had taught of the voice when the campaign was created, newest first; empty when there was nothing.
    pub async fn voice_evidence(&self) -> Result<Arc<Vec<VoiceEvidence>>> {
        self.voice.get_or_try_init(|| self.read(self.inputs.voice.as_ref())).await.cloned()
    }

    /// The voice that the campaign's copy should have: the brief's examples, what edits had taught, own earlier posts, and what the
    /// brief declares.
    pub async fn target_voice(&self, brief: &Brief) -> Result<TargetVoice> {
        let edited: Vec<String> = self.voice_evidence().await?.iter().map(|one| one.after.clone()).collect();
        let posts = self.history().await?;
        let history: Vec<String> =
            posts.iter().filter(|post| !post.text.trim().is_empty()).map(|post| post.text.clone()).collect();
        let language = Language::of(&brief.locale);
        let sources = VoiceSources { voice: &brief.voice, language, edited: &edited, history: &history };
        Ok(TargetVoice::new(VoiceProfile::target(sources)))
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
