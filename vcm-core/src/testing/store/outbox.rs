//! Cases of [`crate::ports::Outbox`].

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};

use super::{StoreFixture, refused};
use crate::{
    campaign::Revision,
    error::ErrorKind,
    id::CampaignId,
    ports::{OutboxEvent, Store},
    testing::fixtures::{campaign_id, creation, event, now, org, set},
};

const LEASE: Duration = Duration::from_secs(30);

/// Three commits on two campaigns: four events after the two of the creations.
async fn six_events(store: &Arc<dyn Store>) -> [CampaignId; 2] {
    let ids = [campaign_id(1), campaign_id(2)];
    for id in ids {
        store.commit(creation(org(1), id)).await.unwrap();
    }
    for (id, expected, labels) in [(ids[1], 1, vec!["a", "b"]), (ids[0], 1, vec!["c"]), (ids[1], 2, vec!["d"])] {
        let mut set = set(org(1), id, Revision(expected), vec![]);
        set.events = labels.into_iter().map(event).collect();
        store.commit(set).await.unwrap();
    }
    ids
}

async fn claim(store: &Arc<dyn Store>, limit: u32, at: Timestamp) -> Vec<OutboxEvent> {
    store.claim_events("relay", limit, at, LEASE).await.unwrap()
}

fn seconds(count: i64) -> Timestamp {
    now() + SignedDuration::from_secs(count)
}

/// Positions grow, and each campaign's numbers are in order.
pub async fn claim_returns_events_in_commit_order(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    assert_eq!(claim(&store, 10, now()).await, []);
    let [one, two] = six_events(&store).await;
    let batch = claim(&store, 10, now()).await;
    let order: Vec<_> = batch.iter().map(|event| (event.event.campaign, event.event.seq)).collect();
    assert_eq!(order, [(one, 1), (two, 1), (two, 2), (two, 3), (one, 2), (two, 4)]);
    assert!(batch.is_sorted_by(|left, right| left.position < right.position));
    assert!(batch.iter().all(|event| event.org == org(1)));
    for event in &batch {
        let stored = store.events(event.org, event.event.campaign, event.event.seq - 1, 1).await.unwrap();
        assert_eq!(stored, std::slice::from_ref(&event.event));
    }
}

/// While a batch is out, its consumer gets nothing: not the same again, and not what comes after it.
pub async fn a_claimed_batch_is_not_claimed_twice_before_its_lease_ends(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    six_events(&store).await;
    assert_eq!(claim(&store, 2, now()).await.len(), 2);
    assert_eq!(claim(&store, 2, seconds(29)).await, []);
}

/// What a dead consumer held is handed out again.
pub async fn an_unacknowledged_batch_comes_again_after_its_lease(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    six_events(&store).await;
    let first = claim(&store, 4, now()).await;
    store.acknowledge_events("relay", first[1].position).await.unwrap();
    assert_eq!(claim(&store, 4, seconds(29)).await, []);
    let again = claim(&store, 4, seconds(30)).await;
    assert_eq!(again[..2], first[2..]);
    assert_eq!(again.len(), 4);
}

/// Not at once, not after the lease, and an older acknowledgement takes nothing back.
pub async fn acknowledged_events_never_come_again(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    six_events(&store).await;
    let first = claim(&store, 4, now()).await;
    store.acknowledge_events("relay", first[3].position).await.unwrap();
    store.acknowledge_events("relay", first[0].position).await.unwrap();
    let second = claim(&store, 4, now()).await;
    assert_eq!(second.len(), 2);
    assert!(second[0].position > first[3].position);
    store.acknowledge_events("relay", second[1].position).await.unwrap();
    assert_eq!(claim(&store, 4, seconds(3600)).await, []);
}

/// Otherwise events that nobody has seen would be lost.
pub async fn an_acknowledgement_of_what_was_not_claimed_is_refused(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    six_events(&store).await;
    assert_eq!(refused(store.acknowledge_events("relay", 1).await), ErrorKind::InvalidInput);
    let batch = claim(&store, 2, now()).await;
    let beyond = batch[1].position + 1;
    assert_eq!(refused(store.acknowledge_events("relay", beyond).await), ErrorKind::InvalidInput);
    assert_eq!(claim(&store, 2, seconds(30)).await, batch);
}

/// What one consumer claims or acknowledges does not concern another.
pub async fn consumers_are_independent(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    six_events(&store).await;
    let relay = claim(&store, 10, now()).await;
    store.acknowledge_events("relay", relay[5].position).await.unwrap();
    let other = store.claim_events("webhooks", 10, now(), LEASE).await.unwrap();
    assert_eq!(other, relay);
}
