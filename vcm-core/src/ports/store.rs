//! The store: the sum of the reads, and the one way to write.

use async_trait::async_trait;

use super::{
    AngleReads, AssetReads, AuditReads, Blobs, CampaignReads, CopyReads, EventReads, ExperimentReads, HashtagReads,
    Leases, Outbox, ReceiptReads, ScheduleReads, TrendReads, VerdictReads,
};
use crate::{
    campaign::{Board, ChangeSet, Committed},
    error::{Error, Result},
    id::{CampaignId, OrgId},
};

/// The one way to write: everything in the set, in one transaction, or nothing.
///
/// - `commit_applies_everything_or_nothing`: changes, events, audit, idempotency key; a set that fails half way leaves no trace.
/// - `commit_with_a_stale_revision_is_conflict`
/// - `the_first_commit_must_put_the_campaign`: `expected` 0 with `PutCampaign`, else `not_found`; a second creation is `conflict`.
/// - `a_repeated_idempotency_key_returns_the_first_result`: marked as repeated, writing nothing, also after a restart. With
///   different changes it is `conflict`.
/// - `put_replaces_by_key_and_void_removes`: as [`Board::apply`] does.
/// - `unicode_and_large_values_survive`: every code point but NUL-free text is not required; texts of a megabyte come back equal.
/// - `concurrent_commits_each_land_once`: sixteen writers on sixteen campaigns, and sixteen on one with retries.
/// - `a_commit_survives_reopening`: what was acknowledged is there after the process is killed.
#[async_trait]
pub trait Commit: Send + Sync {
    /// Commits the set.
    async fn commit(&self, set: ChangeSet) -> Result<Committed>;
}

/// Everything the machine needs from a database.
pub trait Store:
    CampaignReads
    + TrendReads
    + AngleReads
    + CopyReads
    + AssetReads
    + HashtagReads
    + ExperimentReads
    + ScheduleReads
    + VerdictReads
    + ReceiptReads
    + EventReads
    + AuditReads
    + Outbox
    + Leases
    + Blobs
    + Commit
    + 'static
{
}

impl<T> Store for T where
    T: CampaignReads
        + TrendReads
        + AngleReads
        + CopyReads
        + AssetReads
        + HashtagReads
        + ExperimentReads
        + ScheduleReads
        + VerdictReads
        + ReceiptReads
        + EventReads
        + AuditReads
        + Outbox
        + Leases
        + Blobs
        + Commit
        + 'static
{
}

/// Combined reads, for every store.
#[async_trait]
pub trait StoreExt {
    /// A campaign with all its artefacts.
    ///
    /// # Errors
    /// `not_found` when there is no such campaign in the org.
    async fn board(&self, org: OrgId, id: CampaignId) -> Result<Board>;
}

#[async_trait]
impl<T: Store + ?Sized> StoreExt for T {
    async fn board(&self, org: OrgId, id: CampaignId) -> Result<Board> {
        let campaign =
            self.campaign(org, id).await?.ok_or_else(|| Error::not_found("load_campaign", "campaign", id))?;
        let mut board = Board::new(campaign);
        board.topics = self.topics(org, id).await?;
        board.angles = self.angles(org, id).await?;
        board.copies = self.copies(org, id).await?;
        board.assets = self.assets(org, id).await?;
        board.hashtags = self.hashtags(org, id).await?.into_iter().map(|ladder| (ladder.platform, ladder)).collect();
        board.experiments = self.experiments(org, id).await?;
        board.schedule = self.schedule(org, id).await?;
        board.verdicts =
            self.verdicts(org, id).await?.into_iter().map(|verdict| (verdict.subject.clone(), verdict)).collect();
        board.receipts =
            self.receipts(org, id).await?.into_iter().map(|receipt| (receipt.step.clone(), receipt)).collect();
        Ok(board)
    }
}
