//! Cases of [`crate::ports::Leases`].

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};

use super::{StoreFixture, refused};
use crate::{
    campaign::{Change, FencingToken, Revision},
    error::{ErrorKind, Retry},
    ports::{LeaseRequest, Store},
    testing::fixtures::{angle, audit, campaign_id, creation, event, now, org, set},
};

fn request(owner: &str, seconds_from_now: i64) -> LeaseRequest {
    LeaseRequest {
        org: org(1),
        campaign: campaign_id(1),
        owner: owner.into(),
        now: later(seconds_from_now),
        ttl: Duration::from_secs(15),
    }
}

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

async fn with_campaign(fixture: &dyn StoreFixture) -> Arc<dyn Store> {
    let store = fixture.store();
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    store
}

/// For as long as was asked.
pub async fn acquire_when_free_grants(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let lease = store.acquire_lease(&request("host:1:a", 0)).await.unwrap();
    assert_eq!(lease.expires_at, later(15));
}

/// Also a campaign of another org.
pub async fn acquire_of_a_missing_campaign_is_not_found(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let missing = LeaseRequest { campaign: campaign_id(2), ..request("host:1:a", 0) };
    assert_eq!(refused(store.acquire_lease(&missing).await), ErrorKind::NotFound);
    let others = LeaseRequest { org: org(2), ..request("host:1:a", 0) };
    assert_eq!(refused(store.acquire_lease(&others).await), ErrorKind::NotFound);
}

/// The error says until when, and when to try again.
pub async fn acquire_when_held_is_lease_held(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let lease = store.acquire_lease(&request("host:1:a", 0)).await.unwrap();
    let error = store.acquire_lease(&request("host:2:b", 5)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::LeaseHeld);
    assert_eq!(error.retry(), Retry::Later { after: Some(Duration::from_secs(10)) });
    assert!(error.context().contains(&("until", lease.expires_at.to_string())), "{error}");
    assert_eq!(refused(store.acquire_lease(&request("host:2:b", 14)).await), ErrorKind::LeaseHeld);
}

/// The old token is worth nothing from then on.
pub async fn acquire_when_expired_takes_over_with_a_higher_token(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let first = store.acquire_lease(&request("host:1:a", 0)).await.unwrap();
    let second = store.acquire_lease(&request("host:2:b", 15)).await.unwrap();
    assert!(second.token > first.token);
    let mut stale = set(org(1), campaign_id(1), Revision(1), vec![]);
    stale.fence = Some(first.token);
    assert_eq!(refused(store.commit(stale).await), ErrorKind::LeaseLost);
}

/// Long before the lease would end.
pub async fn acquire_from_a_dead_owner_takes_over_at_once(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    if fixture.take_lease_and_die(&request("host:1:dead", 0)).await {
        let lease = store.acquire_lease(&request("host:2:b", 1)).await.unwrap();
        assert!(lease.token > FencingToken(1), "{lease:?}");
    }
}

/// Also when it has expired but nobody has taken it.
pub async fn renew_extends_and_keeps_the_token(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let lease = store.acquire_lease(&request("host:1:a", 0)).await.unwrap();
    for seconds in [10, 40] {
        let renewed = store.renew_lease(&request("host:1:a", seconds), lease.token).await.unwrap();
        assert_eq!(renewed.token, lease.token);
        assert_eq!(renewed.expires_at, later(seconds + 15));
    }
    assert_eq!(refused(store.acquire_lease(&request("host:2:b", 54)).await), ErrorKind::LeaseHeld);
}

/// Lost to another, given back, or never had.
pub async fn renew_after_loss_is_lease_lost(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    assert_eq!(refused(store.renew_lease(&request("host:1:a", 0), FencingToken(1)).await), ErrorKind::LeaseLost);
    let first = store.acquire_lease(&request("host:1:a", 0)).await.unwrap();
    let second = store.acquire_lease(&request("host:2:b", 15)).await.unwrap();
    assert_eq!(refused(store.renew_lease(&request("host:1:a", 16), first.token).await), ErrorKind::LeaseLost);
    store.release_lease(&request("host:2:b", 16), second.token).await.unwrap();
    assert_eq!(refused(store.renew_lease(&request("host:2:b", 17), second.token).await), ErrorKind::LeaseLost);
}

/// At once, with a higher token; a lease that was lost stays with its new holder.
pub async fn release_frees_for_the_next(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let first = store.acquire_lease(&request("host:1:a", 0)).await.unwrap();
    store.release_lease(&request("host:1:a", 1), first.token).await.unwrap();
    let second = store.acquire_lease(&request("host:2:b", 1)).await.unwrap();
    assert!(second.token > first.token);
    store.release_lease(&request("host:1:a", 2), first.token).await.unwrap();
    assert_eq!(refused(store.acquire_lease(&request("host:3:c", 2)).await), ErrorKind::LeaseHeld);
    store.renew_lease(&request("host:2:b", 3), second.token).await.unwrap();
}

/// Also of a lease that was given back or never existed; the current token commits.
pub async fn commit_with_a_stale_token_is_lease_lost(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let fenced = |token| {
        let mut set = set(org(1), campaign_id(1), Revision(1), vec![Change::PutAngles(vec![angle("angle-1")])]);
        set.fence = Some(token);
        set.events = vec![event("step")];
        set.audit = vec![audit("step", campaign_id(1))];
        set
    };
    assert_eq!(refused(store.commit(fenced(FencingToken(1))).await), ErrorKind::LeaseLost);
    let first = store.acquire_lease(&request("host:1:a", 0)).await.unwrap();
    store.release_lease(&request("host:1:a", 0), first.token).await.unwrap();
    assert_eq!(refused(store.commit(fenced(first.token)).await), ErrorKind::LeaseLost);
    let second = store.acquire_lease(&request("host:2:b", 0)).await.unwrap();
    assert_eq!(refused(store.commit(fenced(first.token)).await), ErrorKind::LeaseLost);

    assert_eq!(store.angles(org(1), campaign_id(1)).await.unwrap(), []);
    assert_eq!(store.events(org(1), campaign_id(1), 1, 10).await.unwrap(), []);
    assert_eq!(store.audit(org(1), 1, 10).await.unwrap(), []);
    assert_eq!(store.commit(fenced(second.token)).await.unwrap().revision, Revision(2));
}
