//! Events of a campaign; `outbox` hands the same rows to consumers.

use async_trait::async_trait;
use rusqlite::Connection;
use vcm_core::{
    campaign::{Event, NewEvent},
    error::Result,
    id::{CampaignId, OrgId},
    ports::EventReads,
};

use super::{
    SqliteStore,
    documents::{self, bytes},
    error::Fallible,
};

const WHAT: &str = "event";

/// An event as it is stored.
#[derive(Debug)]
pub(super) struct EventRow {
    at: String,
    document: String,
}

/// Writes the event as JSON.
pub(super) fn row(event: &NewEvent) -> Fallible<EventRow> {
    Ok(EventRow { at: event.at.to_string(), document: documents::json(WHAT, &event.kind)? })
}

/// Appends events behind number `last`.
pub(super) fn append(
    connection: &Connection,
    org: OrgId,
    campaign: CampaignId,
    last: i64,
    rows: &[EventRow],
) -> Fallible<()> {
    let mut statement = connection
        .prepare_cached("INSERT INTO events (org_id, campaign_id, seq, at, document) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for (seq, row) in (last + 1..).zip(rows) {
        statement.execute((bytes(&org.0), bytes(&campaign.0), seq, &row.at, &row.document))?;
    }
    Ok(())
}

/// Events with a number above `after`, at most `limit`.
pub(super) fn read(
    connection: &Connection,
    org: OrgId,
    campaign: CampaignId,
    after: u64,
    limit: u32,
) -> Fallible<Vec<Event>> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, document FROM events WHERE org_id = ?1 AND campaign_id = ?2 AND seq > ?3 ORDER BY seq LIMIT ?4",
    )?;
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    let mut found = statement.query((bytes(&org.0), bytes(&campaign.0), after, limit))?;
    let mut events = Vec::new();
    while let Some(row) = found.next()? {
        events.push(event(row, campaign, 0)?);
    }
    Ok(events)
}

/// The event in the columns `seq, at, document` from `first`.
pub(super) fn event(row: &rusqlite::Row<'_>, campaign: CampaignId, first: usize) -> Fallible<Event> {
    Ok(Event {
        campaign,
        seq: documents::unsigned(WHAT, row, first)?,
        at: documents::text(WHAT, row, first + 1)?,
        kind: documents::parse(WHAT, row, first + 2)?,
    })
}

#[async_trait]
impl EventReads for SqliteStore {
    async fn events(&self, org: OrgId, campaign: CampaignId, after: u64, limit: u32) -> Result<Vec<Event>> {
        self.connections.read("read_events", move |connection| read(connection, org, campaign, after, limit)).await
    }
}
