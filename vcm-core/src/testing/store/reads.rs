//! Cases of the read traits in [`crate::ports::reads`].

use std::sync::Arc;

use super::{StoreFixture, Waiting, join_all, refused};
use crate::{
    audit::verify,
    campaign::{Board, Campaign, Change, Revision, State},
    error::ErrorKind,
    hash::Seed,
    id::{CampaignId, OrgId},
    ports::{NearestQuery, Page, Store, StoreExt},
    testing::fixtures::{
        artefacts, audit, campaign, campaign_id, copy, creation, embedding, event, events, evidence, full_status,
        numbered, org, set,
    },
};

async fn with_artefacts(fixture: &dyn StoreFixture) -> Arc<dyn Store> {
    let store = fixture.store();
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    let mut changes = artefacts();
    changes.push(Change::PutVoiceEvidence(vec![evidence("edit-1", campaign_id(1))]));
    store.commit(set(org(1), campaign_id(1), Revision(1), changes)).await.unwrap();
    store
}

/// Every read of a campaign is empty.
async fn assert_nothing(store: &Arc<dyn Store>, org: OrgId, id: CampaignId) {
    assert!(store.campaign(org, id).await.unwrap().is_none());
    assert_eq!(store.campaigns(org, Page { before: None, limit: 10 }).await.unwrap(), []);
    assert_eq!(refused(store.board(org, id).await), ErrorKind::NotFound);
    assert_eq!(store.topics(org, id).await.unwrap(), []);
    assert_eq!(store.angles(org, id).await.unwrap(), []);
    assert_eq!(store.copies(org, id).await.unwrap(), []);
    assert_eq!(store.assets(org, id).await.unwrap(), []);
    assert_eq!(store.hashtags(org, id).await.unwrap(), []);
    assert_eq!(store.experiments(org, id).await.unwrap(), []);
    assert_eq!(store.schedule(org, id).await.unwrap(), None);
    assert_eq!(store.verdicts(org, id).await.unwrap(), []);
    assert_eq!(store.receipts(org, id).await.unwrap(), []);
    assert_eq!(store.events(org, id, 0, 10).await.unwrap(), []);
    assert_eq!(store.audit(org, 0, 10).await.unwrap(), []);
    assert_eq!(store.voice_evidence(org, 10).await.unwrap(), []);
    assert_eq!(store.nearest_copies(org, &nearest_to(&[0.6, 0.8])).await.unwrap(), []);
}

fn nearest_to(vector: &[f32]) -> NearestQuery {
    NearestQuery { embedder: "lexical-1".into(), vector: vector.to_vec(), limit: 10, campaign: None }
}

/// A missing campaign has no artefacts.
pub async fn missing_is_none_or_empty(fixture: &mut dyn StoreFixture) {
    assert_nothing(&fixture.store(), org(1), campaign_id(1)).await;
}

/// Every field of everything, in order.
pub async fn reads_return_what_was_committed(fixture: &mut dyn StoreFixture) {
    let store = with_artefacts(fixture).await;
    let full =
        Campaign { status: full_status(State::Failed), spent_micros: 1 << 62, ..campaign(org(1), campaign_id(1)) };
    let mut last = set(org(1), campaign_id(1), Revision(2), vec![Change::PutCampaign(Box::new(full.clone()))]);
    last.events = events();
    store.commit(last).await.unwrap();

    let mut expected = Board::new(Campaign { revision: Revision(3), ..full.clone() });
    for change in artefacts() {
        expected.apply(&change);
    }
    assert_eq!(store.board(org(1), campaign_id(1)).await.unwrap(), expected);
    let keys: Vec<_> = expected.copies.iter().map(|copy| copy.key.as_str()).collect();
    assert_eq!(keys, ["x-angle-1-b", "x-angle-1-a", "x-angle-10-a"], "in the order they were written");
    let ordinals: Vec<_> =
        store.receipts(org(1), campaign_id(1)).await.unwrap().iter().map(|receipt| receipt.ordinal).collect();
    assert_eq!(ordinals, [0, 1]);
    assert_eq!(store.events(org(1), campaign_id(1), 1, 100).await.unwrap(), numbered(&events(), campaign_id(1), 2));
    let [summary] = &store.campaigns(org(1), Page { before: None, limit: 1_000 }).await.unwrap()[..] else {
        panic!("one campaign")
    };
    assert_eq!((summary.id, &summary.name), (full.id, &full.brief.name));
    assert_eq!((summary.state, summary.created_at), (State::Failed, full.created_at));
    assert_eq!(summary.spent_micros, full.spent_micros);

    // What was given can be given anew, and nothing else moves.
    let given = Campaign { seed: Seed(3), forked_from: None, revision: Revision(77), ..full };
    let again = vec![Change::PutCampaign(Box::new(given.clone()))];
    store.commit(set(org(1), campaign_id(1), Revision(3), again)).await.unwrap();
    expected.campaign = Campaign { revision: Revision(4), ..given };
    assert_eq!(store.board(org(1), campaign_id(1)).await.unwrap(), expected);
}

/// Neither by id nor in lists, searches or numbers; the same id may exist in both.
pub async fn another_org_sees_nothing(fixture: &mut dyn StoreFixture) {
    let store = with_artefacts(fixture).await;
    assert_nothing(&store, org(2), campaign_id(1)).await;
    let foreign = set(org(2), campaign_id(1), Revision(2), vec![Change::Void(vec![crate::campaign::Stage::Copy])]);
    assert_eq!(refused(store.commit(foreign).await), ErrorKind::NotFound);

    store.commit(creation(org(2), campaign_id(1))).await.unwrap();
    assert_eq!(store.board(org(2), campaign_id(1)).await.unwrap().copies, []);
    assert_eq!(store.events(org(2), campaign_id(1), 0, 10).await.unwrap().len(), 1);
    assert_eq!(store.audit(org(2), 0, 10).await.unwrap()[0].seq, 1);
    assert_eq!(store.board(org(1), campaign_id(1)).await.unwrap().copies.len(), 3);
}

/// A walk of pages while others insert before, between and after what it has seen.
pub async fn pages_are_newest_first_and_stable_under_inserts(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let present: Vec<u16> = (10..=90).step_by(10).collect();
    for number in &present {
        store.commit(creation(org(1), campaign_id(*number))).await.unwrap();
    }
    let (mut seen, mut before) = (Vec::new(), None);
    for inserted in [95, 65, 5, 85, 35] {
        let page = store.campaigns(org(1), Page { before, limit: 2 }).await.unwrap();
        before = page.last().map(|summary| summary.id);
        seen.extend(page.into_iter().map(|summary| summary.id));
        store.commit(creation(org(1), campaign_id(inserted))).await.unwrap();
    }
    loop {
        let page = store.campaigns(org(1), Page { before, limit: 2 }).await.unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        seen.extend(page.into_iter().map(|summary| summary.id));
    }
    assert!(seen.is_sorted_by(|left, right| left > right), "{seen:?}");
    for number in present {
        assert_eq!(seen.iter().filter(|id| **id == campaign_id(number)).count(), 1, "{number}");
    }
}

/// None at all and more than a thousand.
pub async fn a_page_of_a_wrong_size_is_refused(fixture: &mut dyn StoreFixture) {
    let store = with_artefacts(fixture).await;
    for limit in [0, 1_001, u32::MAX] {
        assert_eq!(refused(store.campaigns(org(1), Page { before: None, limit }).await), ErrorKind::InvalidInput);
        let query = NearestQuery { limit, ..nearest_to(&[0.6, 0.8]) };
        assert_eq!(refused(store.nearest_copies(org(1), &query).await), ErrorKind::InvalidInput);
    }
}

/// As a plain loop over all vectors finds them.
pub async fn nearest_is_exact_and_ordered(fixture: &mut dyn StoreFixture) {
    const DIMENSION: usize = 16;
    let store = fixture.store();
    let mut random = Seed(7).stream("vectors");
    let mut vector = || (0..DIMENSION).map(|_| random.normal() as f32).collect::<Vec<f32>>();
    let mut all = Vec::new();
    for number in [2, 1, 3] {
        let id = campaign_id(number);
        let mut vectors: Vec<_> = (0..60).map(|index| (format!("copy-{index}"), vector())).collect();
        // The same vector in every campaign, and twice in each: ties. And one that is like nothing.
        vectors.extend(["tie-b", "tie-a"].map(|key| (key.to_owned(), vec![0.25; DIMENSION])));
        vectors.push(("zero".to_owned(), vec![0.0; DIMENSION]));
        let mut first = creation(org(1), id);
        first.changes.push(Change::PutCopies(vectors.iter().map(|(key, _)| copy(key)).collect()));
        first.changes.push(Change::PutEmbeddings(vectors.iter().map(|(key, vector)| embedding(key, vector)).collect()));
        store.commit(first).await.unwrap();
        all.extend(vectors.into_iter().map(|(key, vector)| (id, key, vector)));
    }
    for campaign in [None, Some(campaign_id(2)), Some(campaign_id(9))] {
        for wanted in [vector(), vec![0.5; DIMENSION], vec![0.0; DIMENSION]] {
            let query = NearestQuery { campaign, limit: 25, ..nearest_to(&wanted) };
            let found = store.nearest_copies(org(1), &query).await.unwrap();
            let mut expected: Vec<_> = all
                .iter()
                .filter(|(id, ..)| campaign.is_none_or(|campaign| campaign == *id))
                .map(|(id, key, vector)| (*id, key, cosine(&wanted, vector)))
                .collect();
            expected.sort_by(|left, right| {
                right.2.total_cmp(&left.2).then_with(|| (left.0, left.1).cmp(&(right.0, right.1)))
            });
            assert_eq!(found.len(), expected.len().min(25));
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!((found.campaign, &found.copy), (expected.0, expected.1));
                assert!((f64::from(found.similarity) - expected.2).abs() < 1e-5, "{found:?} {expected:?}");
            }
        }
    }
    let other = NearestQuery { embedder: "other-1".into(), ..nearest_to(&[1.0]) };
    assert_eq!(store.nearest_copies(org(1), &other).await.unwrap(), []);
}

/// 0 when one of them is the zero vector; rounded, so that equal angles tie whatever their lengths.
fn cosine(left: &[f32], right: &[f32]) -> f64 {
    let dot = |left: &[f32], right: &[f32]| -> f64 {
        left.iter().zip(right).map(|(left, right)| f64::from(*left) * f64::from(*right)).sum()
    };
    let lengths = (dot(left, left) * dot(right, right)).sqrt();
    if lengths == 0.0 { 0.0 } else { (dot(left, right) / lengths * 1e9).round() / 1e9 }
}

/// In searches and in commits; so are vectors without numbers or with infinite ones.
pub async fn nearest_of_another_dimension_is_refused(fixture: &mut dyn StoreFixture) {
    let store = with_artefacts(fixture).await;
    for wrong in [&[1.0][..], &[1.0, 0.0, 0.0], &[], &[f32::NAN, 0.0], &[f32::INFINITY, 0.0]] {
        assert_eq!(refused(store.nearest_copies(org(1), &nearest_to(wrong)).await), ErrorKind::InvalidInput);
        let put = vec![Change::PutEmbeddings(vec![embedding("x-angle-1-a", wrong)])];
        let outcome = store.commit(set(org(1), campaign_id(1), Revision(2), put)).await;
        assert_eq!(refused(outcome), ErrorKind::InvalidInput);
    }
    // Another embedder has a dimension of its own.
    let other = crate::campaign::Embedding { embedder: "other-1".into(), ..embedding("x-angle-1-a", &[1.0, 0.0, 0.0]) };
    store.commit(set(org(1), campaign_id(1), Revision(2), vec![Change::PutEmbeddings(vec![other])])).await.unwrap();
    assert_eq!(store.nearest_copies(org(1), &nearest_to(&[1.0, 0.0])).await.unwrap().len(), 2);
}

/// A vector needs its copy, is replaced by a newer one, and goes with it.
pub async fn vectors_belong_to_stored_copies(fixture: &mut dyn StoreFixture) {
    let store = with_artefacts(fixture).await;
    let orphan = vec![Change::PutEmbeddings(vec![embedding("nowhere", &[1.0, 0.0])])];
    let outcome = store.commit(set(org(1), campaign_id(1), Revision(2), orphan)).await;
    assert_eq!(refused(outcome), ErrorKind::InvalidInput);

    let newer = vec![
        Change::PutCopies(vec![copy("x-angle-1-a")]),
        Change::PutEmbeddings(vec![embedding("x-angle-1-b", &[0.0, 1.0])]),
    ];
    store.commit(set(org(1), campaign_id(1), Revision(2), newer)).await.unwrap();
    let found = store.nearest_copies(org(1), &nearest_to(&[0.0, 1.0])).await.unwrap();
    let keys: Vec<_> = found.iter().map(|neighbour| neighbour.copy.as_str()).collect();
    assert_eq!(keys, ["x-angle-1-b", "x-angle-1-a"], "replacing a copy keeps its vector");

    let void = vec![Change::Void(vec![crate::campaign::Stage::Copy]), Change::PutCopies(vec![copy("x-angle-1-a")])];
    store.commit(set(org(1), campaign_id(1), Revision(3), void)).await.unwrap();
    assert_eq!(store.nearest_copies(org(1), &nearest_to(&[0.0, 1.0])).await.unwrap(), []);
}

/// However many are written at once, and whatever is refused between.
pub async fn event_numbers_are_gapless_per_campaign(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let writers = (0..4_u16).map(|number| {
        let store = Arc::clone(&store);
        Box::pin(async move {
            let id = campaign_id(number);
            store.commit(creation(org(1), id)).await.unwrap();
            for revision in 1..=10 {
                let mut good = set(org(1), id, Revision(revision), vec![]);
                good.events = (0..revision % 4).map(|_| event("step")).collect();
                let mut bad = good.clone();
                bad.changes = vec![Change::PutEmbeddings(vec![embedding("nowhere", &[1.0])])];
                refused(store.commit(bad).await);
                store.commit(good.clone()).await.unwrap();
                refused(store.commit(good).await);
            }
        }) as Waiting<()>
    });
    join_all(writers).await;
    for number in 0..4 {
        let events = store.events(org(1), campaign_id(number), 0, 1_000).await.unwrap();
        let numbers: Vec<_> = events.iter().map(|event| event.seq).collect();
        assert_eq!(numbers, (1..=16).collect::<Vec<_>>());
    }
}

/// At most so many, also behind the end.
pub async fn events_after_a_number_come_in_order(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let mut first = creation(org(1), campaign_id(1));
    first.events = events();
    store.commit(first).await.unwrap();
    let all = numbered(&events(), campaign_id(1), 1);
    for (after, limit) in [(0, 100), (0, 3), (4, 2), (11, 5), (u64::MAX, 5), (0, 0)] {
        let found = store.events(org(1), campaign_id(1), after, limit).await.unwrap();
        let expected: Vec<_> = all.iter().filter(|event| event.seq > after).take(limit as usize).cloned().collect();
        assert_eq!(found, expected, "after {after}, limit {limit}");
    }
}

/// [`verify`] accepts what was committed, however many campaigns wrote at once; pages of it join.
pub async fn audit_entries_chain_per_org(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let writers = (0..8_u16).map(|number| {
        let store = Arc::clone(&store);
        Box::pin(async move {
            let (org, id) = (org(number % 2), campaign_id(number));
            store.commit(creation(org, id)).await.unwrap();
            for revision in 1..=5 {
                let mut next = set(org, id, Revision(revision), vec![]);
                next.audit = vec![audit("one", id), audit("two", id)];
                store.commit(next).await.unwrap();
            }
        }) as Waiting<()>
    });
    join_all(writers).await;
    for number in 0..2 {
        let trail = store.audit(org(number), 0, 1_000).await.unwrap();
        assert_eq!(trail.len(), 4 * 11);
        verify(&trail).unwrap();
        let mut pages = store.audit(org(number), 0, 20).await.unwrap();
        pages.extend(store.audit(org(number), 20, 1_000).await.unwrap());
        assert_eq!(pages, trail);
    }
}

/// A board read while others commit never mixes two revisions.
pub async fn a_board_is_of_one_revision(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    let writer = {
        let store = Arc::clone(&store);
        Box::pin(async move {
            for revision in 1..=40 {
                // As many of each as the revision will be.
                let keys: Vec<_> = (0..=revision).map(|number| format!("{number}")).collect();
                let changes = vec![
                    Change::PutAngles(keys.iter().map(|key| crate::testing::fixtures::angle(key)).collect()),
                    Change::PutExperiments(keys.iter().map(|key| crate::testing::fixtures::experiment(key)).collect()),
                ];
                store.commit(set(org(1), campaign_id(1), Revision(revision), changes)).await.unwrap();
            }
        }) as Waiting<()>
    };
    let reader = {
        let store = Arc::clone(&store);
        Box::pin(async move {
            for _ in 0..20 {
                let board = store.board(org(1), campaign_id(1)).await.unwrap();
                let expected = match board.campaign.revision {
                    Revision(1) => 0,
                    Revision(revision) => revision as usize,
                };
                assert_eq!((board.angles.len(), board.experiments.len()), (expected, expected));
            }
        }) as Waiting<()>
    };
    join_all([writer, reader]).await;
}

/// Over campaigns, with every field; a replaced one stays where it was, and another org's never shows.
pub async fn voice_evidence_is_newest_first_and_of_all_campaigns(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let mut revisions = [Revision(0), Revision(0)];
    for number in [1, 2] {
        revisions[usize::from(number) - 1] =
            store.commit(creation(org(1), campaign_id(number))).await.unwrap().revision;
    }
    for (number, ids) in [(1_u16, vec!["edit-1", "edit-2"]), (2, vec!["edit-1"]), (1, vec!["edit-3", "edit-1"])] {
        let id = campaign_id(number);
        let revision = &mut revisions[usize::from(number) - 1];
        let put = Change::PutVoiceEvidence(ids.into_iter().map(|key| evidence(key, id)).collect());
        *revision = store.commit(set(org(1), id, *revision, vec![put])).await.unwrap().revision;
    }
    let expected = [("edit-3", 1), ("edit-1", 2), ("edit-2", 1), ("edit-1", 1)];
    let expected: Vec<_> = expected.iter().map(|(key, number)| evidence(key, campaign_id(*number))).collect();
    assert_eq!(store.voice_evidence(org(1), 1_000).await.unwrap(), expected);
    assert_eq!(store.voice_evidence(org(1), 2).await.unwrap(), expected[..2]);
    assert_eq!(store.voice_evidence(org(2), 1_000).await.unwrap(), []);
    for limit in [0, 1_001] {
        assert_eq!(refused(store.voice_evidence(org(1), limit).await), ErrorKind::InvalidInput);
    }
}

/// Only what is named goes, only of the campaign that is named, and in the commit that says so.
pub async fn forgotten_evidence_is_gone_and_forgetting_again_is_no_error(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    for number in [1, 2] {
        store.commit(creation(org(1), campaign_id(number))).await.unwrap();
        let both = ["edit-1", "edit-2"].map(|key| evidence(key, campaign_id(number))).to_vec();
        let put = set(org(1), campaign_id(number), Revision(1), vec![Change::PutVoiceEvidence(both)]);
        store.commit(put).await.unwrap();
    }
    let forget = || vec![Change::ForgetVoiceEvidence(vec!["edit-1".into(), "edit-9".into()])];
    let stale = set(org(1), campaign_id(1), Revision(1), forget());
    assert_eq!(refused(store.commit(stale).await), ErrorKind::Conflict);
    assert_eq!(store.voice_evidence(org(1), 10).await.unwrap().len(), 4, "a refused commit forgets nothing");
    for revision in [2, 3] {
        store.commit(set(org(1), campaign_id(1), Revision(revision), forget())).await.unwrap();
        let left = store.voice_evidence(org(1), 10).await.unwrap();
        let left: Vec<_> = left.iter().map(|one| (one.id.as_str(), one.campaign)).collect();
        assert_eq!(left, [("edit-2", campaign_id(2)), ("edit-1", campaign_id(2)), ("edit-2", campaign_id(1))]);
    }
}
