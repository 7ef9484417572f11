//! Leases with a fencing token that only ever grows; `owners` tells whether a holder's process still lives.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use vcm_core::{
    Error, ErrorKind,
    campaign::FencingToken,
    error::{Result, Retry},
    id::{CampaignId, OrgId},
    ports::{Lease, LeaseRequest, Leases},
};

use super::{
    SqliteStore, campaigns,
    documents::{self, bytes},
    error::{Fallible, StoreError},
    owners::Owners,
};

const WHAT: &str = "lease";

struct Held {
    token: i64,
    /// None when it was given back.
    owner: Option<String>,
    expires_at: Timestamp,
}

fn read(connection: &Connection, org: OrgId, campaign: CampaignId) -> Fallible<Option<Held>> {
    let mut statement = connection
        .prepare_cached("SELECT token, owner, expires_at FROM leases WHERE org_id = ?1 AND campaign_id = ?2")?;
    let mut found = statement.query((bytes(&org.0), bytes(&campaign.0)))?;
    let Some(row) = found.next()? else { return Ok(None) };
    Ok(Some(Held { token: row.get(0)?, owner: row.get(1)?, expires_at: documents::text(WHAT, row, 2)? }))
}

fn acquire(connection: &Connection, owners: Option<&Owners>, request: &LeaseRequest) -> Fallible<Lease> {
    if campaigns::revision(connection, request.org, request.campaign)?.is_none() {
        return Err(campaigns::missing("acquire_lease", request.campaign).into());
    }
    let held = read(connection, request.org, request.campaign)?;
    if let Some(Held { owner: Some(owner), expires_at, .. }) = &held
        && *expires_at > request.now
        && owners.is_none_or(|owners| owners.is_alive(owner))
    {
        let wait = Duration::try_from(expires_at.duration_since(request.now)).ok();
        return Err(Error::new(
            ErrorKind::LeaseHeld,
            "acquire_lease",
            "another run holds the campaign: wait for it, or try again when its lease ends",
        )
        .retry_as(Retry::Later { after: wait })
        .with("campaign", request.campaign)
        .with("owner", owner)
        .with("until", expires_at)
        .into());
    }
    let token = held.map_or(0, |held| held.token) + 1;
    let expires_at = after(request.now, request.ttl, "acquire_lease")?;
    connection
        .prepare_cached(
            "INSERT INTO leases (org_id, campaign_id, token, owner, expires_at) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (org_id, campaign_id) DO UPDATE SET token = excluded.token, owner = excluded.owner, \
             expires_at = excluded.expires_at",
        )?
        .execute((bytes(&request.org.0), bytes(&request.campaign.0), token, &request.owner, expires_at.to_string()))?;
    Ok(Lease { token: FencingToken(token.unsigned_abs()), expires_at })
}

fn renew(connection: &Connection, request: &LeaseRequest, token: FencingToken) -> Fallible<Lease> {
    let expires_at = after(request.now, request.ttl, "renew_lease")?;
    let renewed = connection
        .prepare_cached(
            "UPDATE leases SET expires_at = ?5 WHERE org_id = ?1 AND campaign_id = ?2 AND token = ?3 AND owner = ?4",
        )?
        .execute((
            bytes(&request.org.0),
            bytes(&request.campaign.0),
            documents::integer("token", token.0)?,
            &request.owner,
            expires_at.to_string(),
        ))?;
    if renewed == 0 {
        return Err(lost("renew_lease", request.campaign, token).into());
    }
    Ok(Lease { token, expires_at })
}

fn release(connection: &Connection, request: &LeaseRequest, token: FencingToken) -> Fallible<()> {
    connection
        .prepare_cached(
            "UPDATE leases SET owner = NULL WHERE org_id = ?1 AND campaign_id = ?2 AND token = ?3 AND owner = ?4",
        )?
        .execute((
            bytes(&request.org.0),
            bytes(&request.campaign.0),
            documents::integer("token", token.0)?,
            &request.owner,
        ))?;
    Ok(())
}

/// Checks that `token` is the campaign's current lease.
pub(super) fn check_fence(
    connection: &Connection,
    org: OrgId,
    campaign: CampaignId,
    token: FencingToken,
) -> Fallible<()> {
    let current: Option<i64> = connection
        .prepare_cached("SELECT token FROM leases WHERE org_id = ?1 AND campaign_id = ?2 AND owner IS NOT NULL")?
        .query_row((bytes(&org.0), bytes(&campaign.0)), |row| row.get(0))
        .optional()?;
    if current.is_some_and(|current| current.unsigned_abs() == token.0) {
        return Ok(());
    }
    Err(lost("commit", campaign, token).into())
}

fn lost(operation: &'static str, campaign: CampaignId, token: FencingToken) -> Error {
    Error::new(
        ErrorKind::LeaseLost,
        operation,
        "the lease was lost to another run or given back: nothing was written; stop this run",
    )
    .with("campaign", campaign)
    .with("token", token.0)
}

/// The moment `span` after `now`.
pub(super) fn after(now: Timestamp, span: Duration, operation: &'static str) -> Fallible<Timestamp> {
    SignedDuration::try_from(span).ok().and_then(|span| now.checked_add(span).ok()).ok_or_else(|| {
        StoreError::Core(Error::invalid_field(
            operation,
            "ttl",
            format_args!("{} s", span.as_secs()),
            "a span that ends before the year 10000",
        ))
    })
}

#[async_trait]
impl Leases for SqliteStore {
    async fn acquire_lease(&self, request: &LeaseRequest) -> Result<Lease> {
        let (owners, request) = (self.owners.clone(), request.clone());
        let mut entered = false;
        self.connections
            .write_unflushed("acquire_lease", move |connection| {
                // Locked before the lease can be seen, so that nobody takes this process for dead.
                let owners = owners.as_deref();
                if let Some(owners) = owners
                    && !entered
                {
                    owners.enter(&request.owner)?;
                    entered = true;
                }
                let lease = acquire(connection, owners, &request);
                if let Some(owners) = owners
                    && lease.is_err()
                {
                    owners.leave(&request.owner);
                    entered = false;
                }
                lease
            })
            .await
    }

    async fn renew_lease(&self, request: &LeaseRequest, token: FencingToken) -> Result<Lease> {
        let request = request.clone();
        self.connections.write_unflushed("renew_lease", move |connection| renew(connection, &request, token)).await
    }

    async fn release_lease(&self, request: &LeaseRequest, token: FencingToken) -> Result<()> {
        let owners: Option<Arc<Owners>> = self.owners.clone();
        let owner = request.owner.clone();
        let request = request.clone();
        self.connections
            .write_unflushed("release_lease", move |connection| release(connection, &request, token))
            .await?;
        owners.inspect(|owners| owners.leave(&owner));
        Ok(())
    }
}
