//! The suite for stores: one file a port, one case for every bullet in a port's docs, of the same name.
//!
//! A backend runs it with a [`StoreFixture`] and one line, which gives one `#[tokio::test]` for every case (the backend's
//! crate needs tokio as a dev-dependency; vcm-core does not):
//!
//! ```ignore
//! vcm_core::store_conformance!(fixture); // async fn fixture() -> impl StoreFixture
//! ```

pub mod blobs;
pub mod commit;
pub mod leases;
pub mod outbox;
pub mod reads;

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::Arc,
    task::Poll,
};

use async_trait::async_trait;

use crate::{
    error::{ErrorKind, Result},
    hash::ContentHash,
    id::OrgId,
    ports::{LeaseRequest, Store},
};

/// A fresh, empty database of a backend. Dropping it cleans up.
#[async_trait]
pub trait StoreFixture: Send + Sync {
    /// The open store.
    fn store(&self) -> Arc<dyn Store>;

    /// The same database opened once more, as another process would after this one was killed; none for a backend that
    /// forgets everything with its last store. Callers have dropped their own stores.
    async fn reopen(&mut self) -> Option<Arc<dyn Store>>;

    /// Changes the stored bytes of a blob behind the store's back; false when the backend gives no way to do it.
    async fn corrupt_blob(&self, org: OrgId, hash: &ContentHash) -> bool;

    /// Takes the lease in a process that then dies without giving it back; false when the backend cannot tell the living
    /// from the dead.
    async fn take_lease_and_die(&self, request: &LeaseRequest) -> bool;
}

/// Expands to one `#[tokio::test]` for every case of the suite, over the fixture that the given async function makes.
#[macro_export]
macro_rules! store_conformance {
    ($fixture:ident) => {
        $crate::store_conformance! {
            @cases $fixture;
            commit: [
                commit_applies_everything_or_nothing,
                commit_with_a_stale_revision_is_conflict,
                the_first_commit_must_put_the_campaign,
                a_repeated_idempotency_key_returns_the_first_result,
                put_replaces_by_key_and_void_removes,
                an_illegal_transition_is_refused,
                a_set_for_another_campaign_is_refused,
                unicode_and_large_values_survive,
                concurrent_commits_each_land_once,
                a_commit_survives_reopening,
                a_dropped_commit_is_whole_or_absent,
            ];
            reads: [
                missing_is_none_or_empty,
                reads_return_what_was_committed,
                another_org_sees_nothing,
                pages_are_newest_first_and_stable_under_inserts,
                a_page_of_a_wrong_size_is_refused,
                nearest_is_exact_and_ordered,
                nearest_of_another_dimension_is_refused,
                vectors_belong_to_stored_copies,
                event_numbers_are_gapless_per_campaign,
                events_after_a_number_come_in_order,
                audit_entries_chain_per_org,
                voice_evidence_is_newest_first_and_of_all_campaigns,
                forgotten_evidence_is_gone_and_forgetting_again_is_no_error,
                a_board_is_of_one_revision,
            ];
            outbox: [
                claim_returns_events_in_commit_order,
                a_claimed_batch_is_not_claimed_twice_before_its_lease_ends,
                an_unacknowledged_batch_comes_again_after_its_lease,
                acknowledged_events_never_come_again,
                an_acknowledgement_of_what_was_not_claimed_is_refused,
                consumers_are_independent,
            ];
            leases: [
                acquire_when_free_grants,
                acquire_of_a_missing_campaign_is_not_found,
                acquire_when_held_is_lease_held,
                acquire_when_expired_takes_over_with_a_higher_token,
                acquire_from_a_dead_owner_takes_over_at_once,
                renew_extends_and_keeps_the_token,
                renew_after_loss_is_lease_lost,
                release_frees_for_the_next,
                commit_with_a_stale_token_is_lease_lost,
            ];
            blobs: [
                put_then_get_returns_the_bytes,
                put_twice_keeps_one,
                get_of_a_missing_blob_is_none,
                blobs_of_another_org_are_not_seen,
                corrupt_bytes_are_refused,
            ];
        }
    };
    (@cases $fixture:ident; $($port:ident: [$($case:ident,)*];)*) => {$(
        mod $port {
            $(
                #[::tokio::test]
                async fn $case() {
                    let mut fixture = super::$fixture().await;
                    $crate::testing::store::$port::$case(&mut fixture).await;
                }
            )*
        }
    )*};
}

/// Something to wait for, of any type.
pub type Waiting<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Waits for all of them at once, in one task: no runtime is needed.
pub async fn join_all<F: Future + Unpin>(waiting: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let mut waiting: Vec<_> = waiting.into_iter().map(|future| (future, None)).collect();
    poll_fn(|context| {
        let mut ready = true;
        for (future, outcome) in &mut waiting {
            if outcome.is_none() {
                match Pin::new(&mut *future).poll(context) {
                    Poll::Ready(value) => *outcome = Some(value),
                    Poll::Pending => ready = false,
                }
            }
        }
        if ready { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    waiting.into_iter().filter_map(|(_, outcome)| outcome).collect()
}

/// The kind of the error that the operation must give.
#[track_caller]
fn refused<T: std::fmt::Debug>(outcome: Result<T>) -> ErrorKind {
    match outcome {
        Ok(value) => panic!("expected an error, got {value:?}"),
        Err(error) => error.kind(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// The names of all bullets "- `name`" in the ports' docs.
    fn bullets() -> BTreeSet<&'static str> {
        [
            include_str!("../../ports/reads.rs"),
            include_str!("../../ports/store.rs"),
            include_str!("../../ports/outbox.rs"),
            include_str!("../../ports/leases.rs"),
            include_str!("../../ports/blobs.rs"),
        ]
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(|line| line.split_once("- `").filter(|(doc, _)| matches!(doc.trim(), "///" | "//!")))
        .filter_map(|(_, rest)| rest.split('`').next())
        .collect()
    }

    #[test]
    fn every_bullet_of_the_ports_is_a_case_and_every_case_a_bullet() {
        let list = include_str!("mod.rs");
        let list = &list[list.find("@cases $fixture;").unwrap()..list.find("(@cases").unwrap()];
        let cases: BTreeSet<_> = list.lines().map(str::trim).filter_map(|line| line.strip_suffix(',')).collect();
        assert_eq!(cases, bullets());
    }
}
