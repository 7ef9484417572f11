//! The store: the sum of the reads, and the one way to write.

use async_trait::async_trait;

use super::{
    AngleReads, AssetReads, AuditReads, Blobs, CampaignReads, CopyReads, EventReads, ExperimentReads, HashtagReads,
    Leases, Outbox, ReceiptReads, ScheduleReads, TrendReads, VerdictReads, VoiceReads,
};
use crate::{
    campaign::{Board, Campaign, ChangeSet, Committed},
    error::{Error, ErrorKind, Result, Retry},
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
/// - `an_illegal_transition_is_refused`: with `invalid_transition`, also by the database itself: a campaign never skips a state
///   and never leaves `exported`.
/// - `a_set_for_another_campaign_is_refused`: with `invalid_input`, when it puts a campaign under another id or org.
/// - `unicode_and_large_values_survive`: every code point but NUL; texts of a megabyte come back equal.
/// - `concurrent_commits_each_land_once`: sixteen writers on sixteen campaigns, and sixteen on one with retries.
/// - `a_commit_survives_reopening`: what was acknowledged is there after the process is killed.
/// - `a_dropped_commit_is_whole_or_absent`: the set is handed over when the future is first polled; a caller that goes away
///   afterwards never leaves half of it.
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
    + VoiceReads
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
        + VoiceReads
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
    /// - `a_board_is_of_one_revision`: whoever commits meanwhile, it never mixes two revisions.
    ///
    /// # Errors
    /// `not_found` when there is no such campaign in the org; `conflict` when others commit faster than it can be read.
    async fn board(&self, org: OrgId, id: CampaignId) -> Result<Board>;
}

#[async_trait]
impl<T: Store + ?Sized> StoreExt for T {
    async fn board(&self, org: OrgId, id: CampaignId) -> Result<Board> {
        let missing = || Error::not_found("load_campaign", "campaign", id);
        let mut campaign = self.campaign(org, id).await?.ok_or_else(missing)?;
        for _ in 0..BOARD_ATTEMPTS {
            let board = artefacts(self, campaign).await?;
            campaign = self.campaign(org, id).await?.ok_or_else(missing)?;
            if campaign.revision == board.campaign.revision {
                return Ok(board);
            }
        }
        Err(Error::new(
            ErrorKind::Conflict,
            "load_campaign",
            "the campaign changes faster than it can be read: try again",
        )
        .retry_as(Retry::Later { after: None })
        .with("campaign", id))
    }
}

/// How often a board is read again because somebody committed meanwhile.
const BOARD_ATTEMPTS: u32 = 100;

async fn artefacts<T: Store + ?Sized>(store: &T, campaign: Campaign) -> Result<Board> {
    let (org, id) = (campaign.org, campaign.id);
    let mut board = Board::new(campaign);
    board.topics = store.topics(org, id).await?;
    board.angles = store.angles(org, id).await?;
    board.copies = store.copies(org, id).await?;
    board.assets = store.assets(org, id).await?;
    board.hashtags = store.hashtags(org, id).await?.into_iter().map(|ladder| (ladder.platform, ladder)).collect();
    board.experiments = store.experiments(org, id).await?;
    board.schedule = store.schedule(org, id).await?;
    board.verdicts =
        store.verdicts(org, id).await?.into_iter().map(|verdict| (verdict.subject.clone(), verdict)).collect();
    board.receipts =
        store.receipts(org, id).await?.into_iter().map(|receipt| (receipt.step.clone(), receipt)).collect();
    Ok(board)
}
