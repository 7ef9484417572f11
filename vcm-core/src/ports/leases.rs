//! Leases: one run at a time, and a way to take over from a dead one.

use async_trait::async_trait;
use jiff::Timestamp;
use std::time::Duration;

use crate::{
    campaign::FencingToken,
    error::Result,
    id::{CampaignId, OrgId},
};

/// A wish to run a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaseRequest {
    /// The org.
    pub org: OrgId,
    /// The campaign.
    pub campaign: CampaignId,
    /// Names the process and run, such as `host:pid:nonce`.
    pub owner: String,
    /// The host's clock now.
    pub now: Timestamp,
    /// How long it holds without renewal.
    pub ttl: Duration,
}

/// A held lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// Goes into every commit of the run; grows with every change of hands.
    pub token: FencingToken,
    /// Until when it holds.
    pub expires_at: Timestamp,
}

/// Grants leases on campaigns.
///
/// - `acquire_when_free_grants`
/// - `acquire_of_a_missing_campaign_is_not_found`
/// - `acquire_when_held_is_lease_held`: and says until when.
/// - `acquire_when_expired_takes_over_with_a_higher_token`
/// - `acquire_from_a_dead_owner_takes_over_at_once`: where the backend can tell that the owner's process is gone (SQLite: it
///   holds a file lock), it does not wait for the expiry. In-memory databases have one process and skip the case.
/// - `renew_extends_and_keeps_the_token`: also when it has expired but nobody has taken it.
/// - `renew_after_loss_is_lease_lost`
/// - `release_frees_for_the_next`: releasing a lease that was lost does nothing.
/// - `commit_with_a_stale_token_is_lease_lost`: and nothing of it is written.
#[async_trait]
pub trait Leases: Send + Sync {
    /// Takes the lease.
    async fn acquire_lease(&self, request: &LeaseRequest) -> Result<Lease>;

    /// Extends a held lease.
    async fn renew_lease(&self, request: &LeaseRequest, token: FencingToken) -> Result<Lease>;

    /// Gives it back.
    async fn release_lease(&self, request: &LeaseRequest, token: FencingToken) -> Result<()>;
}
