//! The outbox: events of every campaign in commit order, for relays that publish them at least once.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::{campaign::Event, error::Result, id::OrgId};

/// An event on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct OutboxEvent {
    /// Position among all events of the database; consumers drop positions they have seen.
    pub position: u64,
    /// The org.
    pub org: OrgId,
    /// The event.
    pub event: Event,
}

/// Hands out committed events to named consumers.
///
/// - `claim_returns_events_in_commit_order`
/// - `a_claimed_batch_is_not_claimed_twice_before_its_lease_ends`: nor is what comes after it: an acknowledgement means everything up
///   to a position, so a consumer holds one batch at a time.
/// - `an_unacknowledged_batch_comes_again_after_its_lease`: what a dead consumer held is not lost.
/// - `acknowledged_events_never_come_again`
/// - `an_acknowledgement_of_what_was_not_claimed_is_refused`: with `invalid_input`; it would lose events.
/// - `consumers_are_independent`
#[async_trait]
pub trait Outbox: Send + Sync {
    /// The next events for `consumer`, at most `limit`, held for `lease`.
    async fn claim_events(
        &self,
        consumer: &str,
        limit: u32,
        now: Timestamp,
        lease: Duration,
    ) -> Result<Vec<OutboxEvent>>;

    /// Marks everything up to and including `position` as published by `consumer`.
    async fn acknowledge_events(&self, consumer: &str, position: u64) -> Result<()>;
}
