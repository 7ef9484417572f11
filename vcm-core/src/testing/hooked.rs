//! A store that calls hooks around every commit: for crash tests (stop here), fault tests (refuse here) and counters.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{
    angles::Angle,
    audit::AuditEntry,
    campaign::{Campaign, ChangeSet, Committed, Event, FencingToken, Receipt},
    copy::Copy,
    error::Result,
    experiments::Experiment,
    hash::ContentHash,
    hashtags::HashtagLadder,
    id::{CampaignId, OrgId},
    moderation::Verdict,
    ports::{
        AngleReads, AssetReads, AuditReads, Blobs, CampaignReads, CampaignSummary, Commit, CopyReads, EventReads,
        ExperimentReads, HashtagReads, Lease, LeaseRequest, Leases, NearestQuery, Neighbour, Outbox, OutboxEvent, Page,
        ReceiptReads, ScheduleReads, Store, TrendReads, VerdictReads, VoiceReads,
    },
    schedule::SchedulePlan,
    trends::TrendTopic,
    visuals::Asset,
    voice::VoiceEvidence,
};

/// Called with the number of the commit, from 1, among the commits of this store.
pub type Hook = Box<dyn Fn(u64) -> Result<()> + Send + Sync>;

/// A store around another.
pub struct HookedStore {
    inner: Arc<dyn Store>,
    commits: AtomicU64,
    /// Before the commit reaches the store; an error refuses it.
    before: Hook,
    /// After the store has committed and before the caller hears of it; an error loses the acknowledgement.
    after: Hook,
}

impl HookedStore {
    /// Hooks around `inner`'s commits.
    pub fn new(inner: Arc<dyn Store>, before: Hook, after: Hook) -> Self {
        Self { inner, commits: AtomicU64::new(0), before, after }
    }
}

impl std::fmt::Debug for HookedStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HookedStore").field("commits", &self.commits).finish_non_exhaustive()
    }
}

#[async_trait]
impl Commit for HookedStore {
    async fn commit(&self, set: ChangeSet) -> Result<Committed> {
        let number = self.commits.fetch_add(1, Ordering::SeqCst) + 1;
        (self.before)(number)?;
        let committed = self.inner.commit(set).await?;
        (self.after)(number)?;
        Ok(committed)
    }
}

/// Reads that go straight through.
macro_rules! pass_through {
    ($($port:ident :: $name:ident($($arg:ident: $type:ty),*) -> $result:ty);+ $(;)?) => {$(
        #[async_trait]
        impl $port for HookedStore {
            async fn $name(&self, org: OrgId, $($arg: $type),*) -> Result<$result> {
                self.inner.$name(org, $($arg),*).await
            }
        }
    )+};
}

pass_through! {
    TrendReads::topics(campaign: CampaignId) -> Vec<TrendTopic>;
    AngleReads::angles(campaign: CampaignId) -> Vec<Angle>;
    AssetReads::assets(campaign: CampaignId) -> Vec<Asset>;
    HashtagReads::hashtags(campaign: CampaignId) -> Vec<HashtagLadder>;
    ExperimentReads::experiments(campaign: CampaignId) -> Vec<Experiment>;
    ScheduleReads::schedule(campaign: CampaignId) -> Option<SchedulePlan>;
    VerdictReads::verdicts(campaign: CampaignId) -> Vec<Verdict>;
    ReceiptReads::receipts(campaign: CampaignId) -> Vec<Receipt>;
    EventReads::events(campaign: CampaignId, after: u64, limit: u32) -> Vec<Event>;
    VoiceReads::voice_evidence(limit: u32) -> Vec<VoiceEvidence>;
    AuditReads::audit(after: u64, limit: u32) -> Vec<AuditEntry>;
}

#[async_trait]
impl CampaignReads for HookedStore {
    async fn campaign(&self, org: OrgId, id: CampaignId) -> Result<Option<Campaign>> {
        self.inner.campaign(org, id).await
    }

    async fn campaigns(&self, org: OrgId, page: Page) -> Result<Vec<CampaignSummary>> {
        self.inner.campaigns(org, page).await
    }
}

#[async_trait]
impl CopyReads for HookedStore {
    async fn copies(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Copy>> {
        self.inner.copies(org, campaign).await
    }

    async fn nearest_copies(&self, org: OrgId, query: &NearestQuery) -> Result<Vec<Neighbour>> {
        self.inner.nearest_copies(org, query).await
    }
}

#[async_trait]
impl Outbox for HookedStore {
    async fn claim_events(
        &self,
        consumer: &str,
        limit: u32,
        now: Timestamp,
        lease: std::time::Duration,
    ) -> Result<Vec<OutboxEvent>> {
        self.inner.claim_events(consumer, limit, now, lease).await
    }

    async fn acknowledge_events(&self, consumer: &str, position: u64) -> Result<()> {
        self.inner.acknowledge_events(consumer, position).await
    }
}

#[async_trait]
impl Leases for HookedStore {
    async fn acquire_lease(&self, request: &LeaseRequest) -> Result<Lease> {
        self.inner.acquire_lease(request).await
    }

    async fn renew_lease(&self, request: &LeaseRequest, token: FencingToken) -> Result<Lease> {
        self.inner.renew_lease(request, token).await
    }

    async fn release_lease(&self, request: &LeaseRequest, token: FencingToken) -> Result<()> {
        self.inner.release_lease(request, token).await
    }
}

#[async_trait]
impl Blobs for HookedStore {
    async fn put_blob(&self, org: OrgId, bytes: Vec<u8>) -> Result<ContentHash> {
        self.inner.put_blob(org, bytes).await
    }

    async fn blob(&self, org: OrgId, hash: &ContentHash) -> Result<Option<Vec<u8>>> {
        self.inner.blob(org, hash).await
    }
}
