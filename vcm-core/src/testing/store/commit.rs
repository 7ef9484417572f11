//! Cases of [`crate::ports::Commit`].

use std::{future::poll_fn, sync::Arc, task::Poll};

use super::{StoreFixture, Waiting, join_all, refused};
use crate::{
    campaign::{Board, Campaign, Change, ChangeSet, Committed, Revision, Stage, State, Status},
    error::{ErrorKind, Result},
    id::CampaignId,
    ports::{Store, StoreExt},
    testing::fixtures::{
        UNICODE, angle, artefacts, audit, campaign, campaign_id, card, copy, creation, embedding, event, events,
        experiment, ladder, numbered, org, receipt, schedule, set, topic, verdict,
    },
};

/// A set on campaign 1 of org 1, as most cases need it.
fn on_one(expected: u64, changes: Vec<Change>) -> ChangeSet {
    set(org(1), campaign_id(1), Revision(expected), changes)
}

async fn with_campaign(fixture: &dyn StoreFixture) -> Arc<dyn Store> {
    let store = fixture.store();
    store.commit(creation(org(1), campaign_id(1))).await.unwrap();
    store
}

fn apply(board: &mut Board, changes: &[Change]) {
    for change in changes {
        board.apply(change);
    }
}

/// All that one campaign and its org have, to compare before and after.
async fn everything(store: &Arc<dyn Store>, id: CampaignId) -> String {
    let board = store.board(org(1), id).await.unwrap();
    let events = store.events(org(1), id, 0, 1_000).await.unwrap();
    format!("{board:?}\n{events:?}\n{:?}", store.audit(org(1), 0, 1_000).await.unwrap())
}

/// A set whose last change cannot be stored leaves no trace of the others, and its key can be used again.
pub async fn commit_applies_everything_or_nothing(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let before = everything(&store, campaign_id(1)).await;
    let mut good = on_one(1, artefacts());
    (good.events, good.audit) = (events(), vec![audit("a", campaign_id(1)), audit("b", campaign_id(1))]);
    good.idempotency = Some("key".into());

    let mut broken = good.clone();
    broken.changes.push(Change::PutEmbeddings(vec![embedding("a copy that is not there", &[0.6, 0.8])]));
    assert_eq!(refused(store.commit(broken).await), ErrorKind::InvalidInput);
    assert_eq!(everything(&store, campaign_id(1)).await, before);

    let committed = store.commit(good.clone()).await.unwrap();
    assert_eq!(
        committed,
        Committed { revision: Revision(2), events: numbered(&good.events, campaign_id(1), 2), repeated: false }
    );
    let mut expected = Board::new(Campaign { revision: Revision(2), ..campaign(org(1), campaign_id(1)) });
    apply(&mut expected, &good.changes);
    assert_eq!(store.board(org(1), campaign_id(1)).await.unwrap(), expected);
    assert_eq!(store.events(org(1), campaign_id(1), 1, 1_000).await.unwrap(), committed.events);
    let trail = store.audit(org(1), 1, 10).await.unwrap();
    assert_eq!(trail.into_iter().map(|entry| entry.entry).collect::<Vec<_>>(), good.audit);
}

/// An older revision and one that does not exist yet; nothing is written.
pub async fn commit_with_a_stale_revision_is_conflict(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    store.commit(on_one(1, vec![])).await.unwrap();
    let before = everything(&store, campaign_id(1)).await;
    for stale in [0, 1, 3, u64::MAX >> 1] {
        let mut set = on_one(stale, vec![Change::PutAngles(vec![angle("angle-1")])]);
        (set.events, set.audit) = (vec![event("lost")], vec![audit("lost", campaign_id(1))]);
        let error = store.commit(set).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Conflict, "{stale}");
        assert!(error.context().contains(&("stored", "2".into())), "{error}");
    }
    assert_eq!(everything(&store, campaign_id(1)).await, before);
}

/// A campaign begins with itself, once.
pub async fn the_first_commit_must_put_the_campaign(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    assert_eq!(refused(store.commit(on_one(0, artefacts())).await), ErrorKind::NotFound);
    assert_eq!(refused(store.commit(on_one(1, artefacts())).await), ErrorKind::NotFound);
    assert!(store.campaign(org(1), campaign_id(1)).await.unwrap().is_none());

    // Where in the set the campaign stands does not matter.
    let mut first = creation(org(1), campaign_id(1));
    first.changes.splice(0..0, artefacts());
    assert_eq!(store.commit(first).await.unwrap().revision, Revision(1));
    assert_eq!(store.angles(org(1), campaign_id(1)).await.unwrap().len(), 2);

    assert_eq!(refused(store.commit(creation(org(1), campaign_id(1))).await), ErrorKind::Conflict);
    store.commit(creation(org(2), campaign_id(1))).await.unwrap();
}

/// Also when the campaign has moved on, after a restart, and for the same key in another org.
pub async fn a_repeated_idempotency_key_returns_the_first_result(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let mut first = on_one(1, vec![Change::PutAngles(vec![angle("angle-1")])]);
    (first.events, first.audit) = (vec![event("one"), event("two")], vec![audit("a", campaign_id(1))]);
    first.idempotency = Some("approve-1".into());
    let result = store.commit(first.clone()).await.unwrap();
    store.commit(on_one(2, vec![])).await.unwrap();
    let before = everything(&store, campaign_id(1)).await;
    let repeated = Committed { repeated: true, ..result };
    assert_eq!(store.commit(first.clone()).await.unwrap(), repeated);

    let mut other = first.clone();
    other.changes.push(Change::Void(vec![Stage::Copy]));
    assert_eq!(refused(store.commit(other).await), ErrorKind::Conflict);
    assert_eq!(everything(&store, campaign_id(1)).await, before);

    let mut elsewhere = creation(org(2), campaign_id(2));
    elsewhere.idempotency = Some("approve-1".into());
    assert!(!store.commit(elsewhere).await.unwrap().repeated);

    drop(store);
    if let Some(store) = fixture.reopen().await {
        assert_eq!(store.commit(first).await.unwrap(), repeated);
    }
}

/// In every stage, as in memory.
pub async fn put_replaces_by_key_and_void_removes(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let mut expected = Board::new(campaign(org(1), campaign_id(1)));
    let replaced_topic = crate::trends::TrendTopic { label: "replaced".into(), ..topic("topic-1") };
    let replaced_angle = crate::angles::Angle { title: "replaced".into(), ..angle("angle-1") };
    let replaced_copy = crate::copy::Copy { variant: "z".into(), ..copy("x-angle-1-a") };
    let replaced_card = crate::visuals::Asset { alt_text: "replaced".into(), ..card("card-x-angle-1-b") };
    let replaced_ladder = crate::hashtags::HashtagLadder { cap: 30, ..ladder(crate::platform::Platform::X) };
    let replaced_test = crate::experiments::Experiment { decidable: false, ..experiment("experiment-x") };
    let replaced_verdict = crate::moderation::Verdict { findings: vec![], ..verdict("x-angle-1-b") };
    let replaced_receipt = crate::campaign::Receipt { ordinal: 7, changes: None, ..receipt(0) };
    let mut sets = vec![
        artefacts(),
        vec![
            Change::PutTopics(vec![topic("topic-3"), replaced_topic]),
            Change::PutAngles(vec![replaced_angle, angle("angle-0")]),
            Change::PutCopies(vec![copy("x-angle-0-a"), replaced_copy]),
            Change::PutAssets(vec![replaced_card, card("card-0")]),
            Change::PutHashtags(vec![replaced_ladder, ladder(crate::platform::Platform::Threads)]),
            Change::PutExperiments(vec![replaced_test, experiment("experiment-0")]),
            Change::PutSchedule(Box::new(schedule("second"))),
            Change::PutVerdicts(vec![replaced_verdict, verdict("a")]),
            Change::PutReceipt(Box::new(replaced_receipt)),
        ],
        vec![Change::Void(vec![Stage::Copy, Stage::Schedule]), Change::PutCopies(vec![copy("x-angle-1-a")])],
    ];
    sets.extend(Stage::ALL.iter().map(|stage| vec![Change::Void(vec![*stage])]));
    for (revision, changes) in (1..).zip(sets) {
        apply(&mut expected, &changes);
        let committed = store.commit(on_one(revision, changes)).await.unwrap();
        expected.campaign.revision = committed.revision;
        assert_eq!(store.board(org(1), campaign_id(1)).await.unwrap(), expected);
    }
    assert_eq!(expected.receipts.len(), 2, "receipts are never voided");
}

/// Every pair of states: what [`crate::campaign::decide`] never does, the database does not either.
pub async fn an_illegal_transition_is_refused(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let legal = |from: State, to: State| {
        let failing = to == State::Failed && from != State::Exported;
        let retried = from == State::Failed && to != State::Exported;
        let released = (from, to) == (State::Reviewing, State::Exported);
        let rejected = (from, to) == (State::Reviewing, State::Drafting);
        from == to || failing || retried || released || rejected || from.next() == Some(to)
    };
    for (number, (from, to)) in
        (1..).zip(State::ALL.iter().flat_map(|from| State::ALL.iter().map(move |to| (*from, *to))))
    {
        let id = campaign_id(number);
        let in_state = |state| {
            let status = Status { state, ..Status::default() };
            vec![Change::PutCampaign(Box::new(Campaign { status, ..campaign(org(1), id) }))]
        };
        store.commit(set(org(1), id, Revision(0), in_state(from))).await.unwrap();
        let outcome = store.commit(set(org(1), id, Revision(1), in_state(to))).await;
        if legal(from, to) {
            assert!(outcome.is_ok(), "{from} to {to}: {outcome:?}");
        } else {
            assert_eq!(refused(outcome), ErrorKind::InvalidTransition, "{from} to {to}");
        }
    }
}

/// A campaign cannot be put under another id or org than the set names.
pub async fn a_set_for_another_campaign_is_refused(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    for other in [campaign(org(1), campaign_id(2)), campaign(org(2), campaign_id(1))] {
        let outcome = store.commit(on_one(1, vec![Change::PutCampaign(Box::new(other))])).await;
        assert_eq!(refused(outcome), ErrorKind::InvalidInput);
    }
}

/// In values and in keys; texts of a megabyte come back equal.
pub async fn unicode_and_large_values_survive(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let mut large = copy(UNICODE);
    large.parts = vec!["日本語 👩‍👩‍👧‍👦 ".repeat(40_000), "x".repeat(1_000_000)];
    let angles: Vec<_> = (0..500).map(|number| angle(&format!("angle-{number}"))).collect();
    let changes = vec![Change::PutCopies(vec![large.clone()]), Change::PutAngles(angles.clone())];
    let mut set = on_one(1, changes);
    set.idempotency = Some(UNICODE.into());
    store.commit(set).await.unwrap();
    assert_eq!(store.copies(org(1), campaign_id(1)).await.unwrap(), [large]);
    assert_eq!(store.angles(org(1), campaign_id(1)).await.unwrap(), angles);
}

/// Sixteen writers on sixteen campaigns, then sixteen on one that read again after every conflict.
pub async fn concurrent_commits_each_land_once(fixture: &mut dyn StoreFixture) {
    const WRITERS: u16 = 16;
    const EACH: u64 = 8;
    let store = fixture.store();
    for number in 0..=WRITERS {
        store.commit(creation(org(1), campaign_id(number))).await.unwrap();
    }
    let apart = (0..WRITERS).map(|number| {
        let store = Arc::clone(&store);
        Box::pin(async move {
            for revision in 1..=EACH {
                let mut set = set(org(1), campaign_id(number), Revision(revision), vec![]);
                (set.events, set.audit) = (vec![event("step")], vec![audit("step", campaign_id(number))]);
                assert_eq!(store.commit(set).await.unwrap().revision, Revision(revision + 1));
            }
        }) as Waiting<()>
    });
    join_all(apart).await;

    let shared = campaign_id(WRITERS);
    let together = (0..WRITERS).map(|writer| {
        let store = Arc::clone(&store);
        Box::pin(async move {
            for number in 0..EACH {
                while let Err(error) = add_one(&store, shared, &format!("angle-{writer}-{number}")).await {
                    assert_eq!(error.kind(), ErrorKind::Conflict);
                }
            }
        }) as Waiting<()>
    });
    join_all(together).await;

    let total = u64::from(WRITERS) * EACH;
    assert_eq!(store.campaign(org(1), shared).await.unwrap().unwrap().revision, Revision(1 + total));
    assert_eq!(store.angles(org(1), shared).await.unwrap().len() as u64, total);
    let trail = store.audit(org(1), 0, 10_000).await.unwrap();
    crate::audit::verify(&trail).unwrap();
    assert_eq!(trail.len() as u64, u64::from(WRITERS) + 1 + total);
}

async fn add_one(store: &Arc<dyn Store>, id: CampaignId, key: &str) -> Result<()> {
    let seen = store.campaign(org(1), id).await?.expect("created").revision;
    store.commit(set(org(1), id, seen, vec![Change::PutAngles(vec![angle(key)])])).await.map(drop)
}

/// As it was acknowledged, and the next commit goes on from there.
pub async fn a_commit_survives_reopening(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    store.commit(on_one(1, artefacts())).await.unwrap();
    let before = everything(&store, campaign_id(1)).await;
    drop(store);
    if let Some(store) = fixture.reopen().await {
        assert_eq!(everything(&store, campaign_id(1)).await, before);
        assert_eq!(store.commit(on_one(2, vec![])).await.unwrap().revision, Revision(3));
    }
}

/// The caller goes away while its commit is under way.
pub async fn a_dropped_commit_is_whole_or_absent(fixture: &mut dyn StoreFixture) {
    let store = with_campaign(fixture).await;
    let mut revision = 1;
    for _ in 0..20 {
        let mut set = on_one(revision, vec![Change::PutAngles(vec![angle(&format!("angle-{revision}"))])]);
        set.events = vec![event("step")];
        set.audit = vec![audit("step", campaign_id(1))];
        let mut commit = store.commit(set);
        poll_fn(|context| {
            let _ = commit.as_mut().poll(context);
            Poll::Ready(())
        })
        .await;
        drop(commit);
        // Waits behind whatever the dropped commit has handed over.
        store.put_blob(org(1), revision.to_le_bytes().to_vec()).await.unwrap();
        revision = store.campaign(org(1), campaign_id(1)).await.unwrap().unwrap().revision.0;
        assert_eq!(store.angles(org(1), campaign_id(1)).await.unwrap().len() as u64, revision - 1);
        assert_eq!(store.events(org(1), campaign_id(1), 1, 100).await.unwrap().len() as u64, revision - 1);
        assert_eq!(store.audit(org(1), 1, 100).await.unwrap().len() as u64, revision - 1);
    }
}
