//! Holding a lease for as long as a run takes.

use std::sync::Arc;

use tokio::task::JoinHandle;
use vcm_core::{
    Result,
    campaign::FencingToken,
    id::{CampaignId, OrgId},
    ports::LeaseRequest,
};

use crate::machine::Parts;

/// A lease that renews itself until it is released or dropped.
pub(super) struct HeldLease {
    parts: Arc<Parts>,
    request: LeaseRequest,
    token: FencingToken,
    heartbeat: JoinHandle<()>,
}

impl HeldLease {
    /// Takes the lease and starts its heartbeat.
    pub(super) async fn acquire(parts: &Arc<Parts>, org: OrgId, campaign: CampaignId) -> Result<Self> {
        let request =
            LeaseRequest { org, campaign, owner: parts.owner.clone(), now: parts.clock.now(), ttl: parts.lease_ttl };
        let lease = parts.store.acquire_lease(&request).await?;
        let heartbeat = tokio::spawn(beat(parts.clone(), request.clone(), lease.token));
        Ok(Self { parts: parts.clone(), request, token: lease.token, heartbeat })
    }

    /// What commits of this run carry.
    pub(super) fn token(&self) -> FencingToken {
        self.token
    }

    /// Gives the lease back, so that the next run need not wait. A failure is harmless: the lease ends by itself.
    pub(super) async fn release(self) {
        let _ = self.parts.store.release_lease(&self.request, self.token).await;
    }
}

impl Drop for HeldLease {
    fn drop(&mut self) {
        self.heartbeat.abort();
    }
}

/// Renews at a third of the lease's time. A lost lease needs no message from here: the next commit is refused by its token.
async fn beat(parts: Arc<Parts>, mut request: LeaseRequest, token: FencingToken) {
    loop {
        tokio::time::sleep(request.ttl / 3).await;
        request.now = parts.clock.now();
        if parts
            .store
            .renew_lease(&request, token)
            .await
            .is_err_and(|error| error.kind() == vcm_core::ErrorKind::LeaseLost)
        {
            return;
        }
    }
}
