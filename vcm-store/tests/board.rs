//! `Board::apply` does in memory what a commit does on disk, for any changes in any order.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

use proptest::prelude::*;
use vcm_core::{
    campaign::{Board, Campaign, Change, Revision, Stage, State, Status},
    platform::Platform,
    ports::StoreExt,
    testing::fixtures::{
        angle, campaign, campaign_id, card, copy, creation, experiment, ladder, org, receipt, schedule, set, topic,
        verdict,
    },
};

/// Keys from so few that replacing is common; `text` tells one version from another.
fn change() -> impl Strategy<Value = Change> {
    let keys = || prop::collection::vec((0..4_u8, "[a-zäß東👩 ]{0,6}"), 0..4);
    prop_oneof![
        keys().prop_map(|keys| Change::PutTopics(
            keys.into_iter()
                .map(|(key, label)| vcm_core::trends::TrendTopic { label, ..topic(&format!("topic-{key}")) })
                .collect()
        )),
        keys().prop_map(|keys| Change::PutAngles(
            keys.into_iter()
                .map(|(key, title)| vcm_core::angles::Angle { title, ..angle(&format!("angle-{key}")) })
                .collect()
        )),
        keys().prop_map(|keys| Change::PutCopies(
            keys.into_iter()
                .map(|(key, variant)| vcm_core::copy::Copy { variant, ..copy(&format!("x-{key}")) })
                .collect()
        )),
        keys().prop_map(|keys| Change::PutAssets(
            keys.into_iter()
                .map(|(key, alt_text)| vcm_core::visuals::Asset { alt_text, ..card(&format!("card-{key}")) })
                .collect()
        )),
        keys().prop_map(|keys| Change::PutHashtags(
            keys.into_iter()
                .map(|(key, note)| vcm_core::hashtags::HashtagLadder {
                    notes: vec![note],
                    ..ladder(Platform::ALL[usize::from(key) * 3])
                })
                .collect()
        )),
        keys().prop_map(|keys| Change::PutExperiments(
            keys.into_iter()
                .map(|(key, metric)| vcm_core::experiments::Experiment {
                    metric,
                    ..experiment(&format!("experiment-{key}"))
                })
                .collect()
        )),
        "[a-z]{0,4}".prop_map(|note| Change::PutSchedule(Box::new(schedule(&note)))),
        keys().prop_map(|keys| Change::PutVerdicts(
            keys.into_iter()
                .map(|(key, tier)| vcm_core::moderation::Verdict { tier, ..verdict(&format!("x-{key}")) })
                .collect()
        )),
        (0..4_u32, 0..9_u32).prop_map(|(step, ordinal)| Change::PutReceipt(Box::new(vcm_core::campaign::Receipt {
            ordinal,
            ..receipt(step)
        }))),
        (any::<u32>(), any::<bool>()).prop_map(|(spent, failed)| {
            let state = if failed { State::Failed } else { State::Created };
            let status = Status { state, ..Status::default() };
            Change::PutCampaign(Box::new(Campaign {
                status,
                spent_micros: u64::from(spent),
                ..campaign(org(1), campaign_id(1))
            }))
        }),
        prop::sample::subsequence(Stage::ALL.to_vec(), 0..3).prop_map(Change::Void),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn memory_and_disk_agree(sets in prop::collection::vec(prop::collection::vec(change(), 0..5), 1..6)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let store = vcm_store::open("sqlite::memory:").await.unwrap();
            store.commit(creation(org(1), campaign_id(1))).await.unwrap();
            let mut board = Board::new(campaign(org(1), campaign_id(1)));
            for (revision, changes) in (1..).zip(sets) {
                for change in &changes {
                    board.apply(change);
                }
                board.campaign.revision =
                    store.commit(set(org(1), campaign_id(1), Revision(revision), changes)).await.unwrap().revision;
                let stored = store.board(org(1), campaign_id(1)).await.unwrap();
                prop_assert_eq!(&stored, &board);
            }
            Ok(())
        })?;
    }
}
