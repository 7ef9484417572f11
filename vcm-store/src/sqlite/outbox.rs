//! The outbox: `events` in commit order, handed to named consumers one batch at a time.
//!
//! A consumer holds at most one batch: an acknowledgement means "everything up to here", which would lose the other batch of
//! a dead worker if two could be out at once.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;
use vcm_core::{
    Error,
    error::Result,
    id::{CampaignId, OrgId},
    ports::{Outbox, OutboxEvent},
};

use super::{
    SqliteStore, documents,
    error::{Fallible, StoreError},
    events, leases,
};

const WHAT: &str = "outbox event";

fn claim(
    connection: &Connection,
    consumer: &str,
    limit: u32,
    now: Timestamp,
    lease: Duration,
) -> Fallible<Vec<OutboxEvent>> {
    let known = connection
        .prepare_cached("SELECT acknowledged, held_until FROM outbox_consumers WHERE consumer = ?1")?
        .query_row([consumer], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)))
        .optional()?;
    let (acknowledged, held_until) = known.unwrap_or((0, None));
    if let Some(held_until) = held_until {
        let held_until: Timestamp = held_until.parse().map_err(|error| StoreError::stored("claim", error))?;
        if now < held_until {
            return Ok(Vec::new());
        }
    }
    let mut statement = connection.prepare_cached(
        "SELECT position, org_id, campaign_id, seq, at, document FROM events WHERE position > ?1 ORDER BY position LIMIT ?2",
    )?;
    let mut found = statement.query((acknowledged, limit))?;
    let mut batch = Vec::new();
    while let Some(row) = found.next()? {
        let id = |column| -> Fallible<Uuid> {
            let bytes = row.get_ref(column)?.as_blob().map_err(|error| StoreError::stored(WHAT, error))?;
            Uuid::from_slice(bytes).map_err(|error| StoreError::stored(WHAT, error))
        };
        batch.push(OutboxEvent {
            position: documents::unsigned(WHAT, row, 0)?,
            org: OrgId(id(1)?),
            event: events::event(row, CampaignId(id(2)?), 3)?,
        });
    }
    let Some(last) = batch.last() else { return Ok(batch) };
    let claimed = documents::integer("position", last.position)?;
    connection
        .prepare_cached(
            "INSERT INTO outbox_consumers (consumer, acknowledged, claimed, held_until) VALUES (?1, 0, ?2, ?3) \
             ON CONFLICT (consumer) DO UPDATE SET claimed = max(claimed, excluded.claimed), held_until = excluded.held_until",
        )?
        .execute((consumer, claimed, leases::after(now, lease, "claim_events")?.to_string()))?;
    Ok(batch)
}

fn acknowledge(connection: &Connection, consumer: &str, position: u64) -> Fallible<()> {
    let position = documents::integer("position", position)?;
    let claimed = connection
        .prepare_cached("SELECT claimed FROM outbox_consumers WHERE consumer = ?1")?
        .query_row([consumer], |row| row.get::<_, i64>(0))
        .optional()?
        .unwrap_or(0);
    if position > claimed {
        // Taking it would lose events that nobody has seen.
        return Err(Error::invalid_field(
            "acknowledge_events",
            "position",
            position,
            format!("0 to {claimed}, the last one this consumer was given"),
        )
        .into());
    }
    connection
        .prepare_cached(
            "UPDATE outbox_consumers SET acknowledged = max(acknowledged, ?2), \
             held_until = CASE WHEN ?2 >= claimed THEN NULL ELSE held_until END WHERE consumer = ?1",
        )?
        .execute((consumer, position))?;
    Ok(())
}

#[async_trait]
impl Outbox for SqliteStore {
    async fn claim_events(
        &self,
        consumer: &str,
        limit: u32,
        now: Timestamp,
        lease: Duration,
    ) -> Result<Vec<OutboxEvent>> {
        let consumer = consumer.to_owned();
        self.connections.write("claim_events", move |connection| claim(connection, &consumer, limit, now, lease)).await
    }

    async fn acknowledge_events(&self, consumer: &str, position: u64) -> Result<()> {
        let consumer = consumer.to_owned();
        self.connections
            .write("acknowledge_events", move |connection| acknowledge(connection, &consumer, position))
            .await
    }
}
