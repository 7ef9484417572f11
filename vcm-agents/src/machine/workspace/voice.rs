//! What was learned of an org's voice: what edits teach, read, removed, and handed to new campaigns as a snapshot.

use std::collections::BTreeMap;

use serde_json::json;
use vcm_core::{
    Error, Result,
    audit::NewAuditEntry,
    brief::Brief,
    campaign::{Campaign, Change, ChangeSet},
    hash::ContentHash,
    id::CampaignId,
    org::Permission,
    voice::{TargetVoice, VoiceEvidence},
};

use super::Workspace;
use crate::inputs::{self, CampaignInputs};

/// Most evidence that is read at once, and the most that a campaign takes.
const NEWEST: u32 = 1_000;
const SNAPSHOT: usize = 200;

impl Workspace {
    /// What edits have taught, newest first; the newest 1,000.
    pub async fn voice_evidence(&self) -> Result<Vec<VoiceEvidence>> {
        self.actor.require(Permission::Read, "list_voice")?;
        self.machine.0.store.voice_evidence(self.org, NEWEST).await
    }

    /// One piece of evidence.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn voice_evidence_of(&self, id: &str) -> Result<VoiceEvidence> {
        self.actor.require(Permission::Read, "show_voice")?;
        let all = self.machine.0.store.voice_evidence(self.org, NEWEST).await?;
        all.into_iter().find(|one| one.id == id).ok_or_else(|| Error::not_found("show_voice", "voice evidence", id))
    }

    /// Forgets one piece of evidence. Campaigns that exist keep the snapshot they were created with.
    ///
    /// # Errors
    /// `not_found`; `conflict` when its campaign changes meanwhile.
    pub async fn forget_voice(&self, id: &str) -> Result<VoiceEvidence> {
        self.actor.require(Permission::Approve, "forget_voice")?;
        let evidence = self.voice_evidence_of(id).await?;
        self.forget(evidence.campaign, vec![evidence.id.clone()]).await?;
        Ok(evidence)
    }

    /// Forgets everything that edits have taught, one commit a campaign, and says how much that was.
    pub async fn forget_all_voice(&self) -> Result<usize> {
        self.actor.require(Permission::Approve, "forget_voice")?;
        let mut forgotten = 0;
        loop {
            let evidence = self.machine.0.store.voice_evidence(self.org, NEWEST).await?;
            if evidence.is_empty() {
                return Ok(forgotten);
            }
            forgotten += evidence.len();
            let mut by_campaign: BTreeMap<CampaignId, Vec<String>> = BTreeMap::new();
            for one in evidence {
                by_campaign.entry(one.campaign).or_default().push(one.id);
            }
            for (campaign, ids) in by_campaign {
                self.forget(campaign, ids).await?;
            }
        }
    }

    /// The voice that a campaign should have, ready to score texts: the brief, what edits had taught when it was created, and the
    /// account's own earlier posts.
    pub async fn target_voice(&self, id: CampaignId) -> Result<TargetVoice> {
        self.actor.require(Permission::Read, "target_voice")?;
        self.target_of(&self.campaign(id).await?).await
    }

    pub(crate) async fn target_of(&self, campaign: &Campaign) -> Result<TargetVoice> {
        CampaignInputs::of(&self.machine.0.store, campaign).target_voice(&campaign.brief).await
    }

    /// Keeps what speaks for this brief, the newest 200, as a blob; none when there is nothing.
    pub(super) async fn voice_snapshot(&self, brief: &Brief) -> Result<Option<ContentHash>> {
        let store = &self.machine.0.store;
        let all = store.voice_evidence(self.org, NEWEST).await?;
        let speaking: Vec<VoiceEvidence> = all.into_iter().filter(|one| one.speaks_for(brief)).take(SNAPSHOT).collect();
        if speaking.is_empty() {
            return Ok(None);
        }
        store.put_blob(self.org, inputs::to_canonical_jsonl(&speaking)?).await.map(Some)
    }

    /// One commit on the campaign that was edited; the audit trail keeps ids, never texts.
    async fn forget(&self, id: CampaignId, ids: Vec<String>) -> Result<()> {
        let campaign = self.campaign(id).await?;
        let at = self.machine.0.clock.now();
        let entry = NewAuditEntry {
            actor: self.actor.user,
            action: "voice.forgotten".to_owned(),
            campaign: Some(id),
            detail: json!({ "evidence": ids }),
            at,
        };
        let set = ChangeSet {
            org: self.org,
            campaign: id,
            expected: campaign.revision,
            fence: None,
            idempotency: None,
            changes: vec![Change::ForgetVoiceEvidence(ids)],
            events: Vec::new(),
            audit: vec![entry],
            at,
        };
        self.machine.0.store.commit(set).await.map(|_| ())
    }
}
