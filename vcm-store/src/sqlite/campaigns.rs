//! Campaigns: a small row that every commit rewrites, and a large document that stays.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vcm_core::{
    Error, ErrorKind,
    brief::Brief,
    campaign::{Campaign, ForkOrigin, Inputs, Revision, Status},
    error::Result,
    hash::Seed,
    id::{CampaignId, OrgId, UserId},
    ports::{CampaignReads, CampaignSummary, Page},
};

use super::{
    SqliteStore,
    documents::{self, bytes, integer, json},
    error::{Fallible, StoreError},
};

const WHAT: &str = "campaign";

/// What is given once and stays.
#[derive(Serialize)]
struct Given<'a> {
    brief: &'a Brief,
    seed: Seed,
    now: Timestamp,
    inputs: &'a Inputs,
    budget_micros: Option<u64>,
    forked_from: &'a Option<ForkOrigin>,
    created_by: UserId,
}

#[derive(Deserialize)]
struct StoredGiven {
    brief: Brief,
    seed: Seed,
    now: Timestamp,
    inputs: Inputs,
    budget_micros: Option<u64>,
    forked_from: Option<ForkOrigin>,
    created_by: UserId,
}

/// A campaign as it is stored.
#[derive(Debug)]
pub(super) struct CampaignRow {
    state: &'static str,
    status: String,
    spent_micros: i64,
    name: String,
    created_at: String,
    document: String,
}

/// Checks that the campaign is the one the set is for, and writes it as JSON.
pub(super) fn row(campaign: &Campaign, org: OrgId, id: CampaignId) -> Fallible<CampaignRow> {
    if campaign.org != org || campaign.id != id {
        return Err(Error::invalid_field(
            "commit",
            "changes.put_campaign.id",
            format_args!("{} of org {}", campaign.id, campaign.org),
            format!("the campaign of the set: {id} of org {org}"),
        )
        .into());
    }
    let given = Given {
        brief: &campaign.brief,
        seed: campaign.seed,
        now: campaign.now,
        inputs: &campaign.inputs,
        budget_micros: campaign.budget_micros,
        forked_from: &campaign.forked_from,
        created_by: campaign.created_by,
    };
    Ok(CampaignRow {
        state: campaign.status.state.as_str(),
        status: json(WHAT, &campaign.status)?,
        spent_micros: integer("spent_micros", campaign.spent_micros)?,
        name: campaign.brief.name.clone(),
        created_at: campaign.created_at.to_string(),
        document: json(WHAT, &given)?,
    })
}

/// The campaign a commit is for, when it gets there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step<'a> {
    pub(super) org: OrgId,
    pub(super) campaign: CampaignId,
    pub(super) expected: Revision,
    /// Events that the commit appends.
    pub(super) events: usize,
    /// The host's time of the commit.
    pub(super) at: &'a str,
}

/// Stores a new campaign at revision 1. The first commit of a campaign.
pub(super) fn create(connection: &Connection, step: Step<'_>, row: &CampaignRow) -> Fallible<()> {
    let created = connection
        .prepare_cached(
            "INSERT INTO campaigns (org_id, id, revision, last_event, state, status, spent_micros, name, created_at, updated_at) \
             VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (org_id, id) DO NOTHING",
        )?
        .execute((
            bytes(&step.org.0),
            bytes(&step.campaign.0),
            step.events as i64,
            row.state,
            &row.status,
            row.spent_micros,
            &row.name,
            &row.created_at,
            step.at,
        ))?;
    if created == 0 {
        return Err(stale(connection, step)?.into());
    }
    connection
        .prepare_cached("INSERT INTO campaign_documents (org_id, campaign_id, document) VALUES (?1, ?2, ?3)")?
        .execute((bytes(&step.org.0), bytes(&step.campaign.0), &row.document))?;
    Ok(())
}

/// Goes from the expected revision to the next, with the campaign's new status when the set puts it. Gives the number of the
/// last event before the set.
pub(super) fn advance(connection: &Connection, step: Step<'_>, row: Option<&CampaignRow>) -> Fallible<i64> {
    let (org, id, events) = (bytes(&step.org.0), bytes(&step.campaign.0), step.events as i64);
    let expected = integer("expected", step.expected.0)?;
    let last_event = match row {
        None => connection
            .prepare_cached(
                "UPDATE campaigns SET revision = revision + 1, last_event = last_event + ?4, updated_at = ?5 \
                 WHERE org_id = ?1 AND id = ?2 AND revision = ?3 RETURNING last_event",
            )?
            .query_row((org, id, expected, events, step.at), |found| found.get::<_, i64>(0))
            .optional()?,
        Some(row) => connection
            .prepare_cached(
                "UPDATE campaigns SET revision = revision + 1, last_event = last_event + ?4, updated_at = ?5, \
                 state = ?6, status = ?7, spent_micros = ?8, name = ?9, created_at = ?10 \
                 WHERE org_id = ?1 AND id = ?2 AND revision = ?3 RETURNING last_event",
            )?
            .query_row(
                (
                    org,
                    id,
                    expected,
                    events,
                    step.at,
                    row.state,
                    &row.status,
                    row.spent_micros,
                    &row.name,
                    &row.created_at,
                ),
                |found| found.get::<_, i64>(0),
            )
            .optional()?,
    };
    let Some(last_event) = last_event else { return Err(stale(connection, step)?.into()) };
    if let Some(row) = row {
        replace_document(connection, step, row)?;
    }
    Ok(last_event - events)
}

/// Puts the campaign once more in the same set.
pub(super) fn put(connection: &Connection, step: Step<'_>, row: &CampaignRow) -> Fallible<()> {
    connection
        .prepare_cached(
            "UPDATE campaigns SET state = ?3, status = ?4, spent_micros = ?5, name = ?6, created_at = ?7 \
             WHERE org_id = ?1 AND id = ?2",
        )?
        .execute((
            bytes(&step.org.0),
            bytes(&step.campaign.0),
            row.state,
            &row.status,
            row.spent_micros,
            &row.name,
            &row.created_at,
        ))?;
    replace_document(connection, step, row)
}

/// Rewrites the document only when it differs: it is large, and a run puts the campaign often.
fn replace_document(connection: &Connection, step: Step<'_>, row: &CampaignRow) -> Fallible<()> {
    connection
        .prepare_cached(
            "UPDATE campaign_documents SET document = ?3 WHERE org_id = ?1 AND campaign_id = ?2 AND document <> ?3",
        )?
        .execute((bytes(&step.org.0), bytes(&step.campaign.0), &row.document))?;
    Ok(())
}

/// Why the campaign is not at the revision that the writer has seen.
fn stale(connection: &Connection, step: Step<'_>) -> Fallible<Error> {
    let stored = revision(connection, step.org, step.campaign)?;
    Ok(match stored {
        None => missing("commit", step.campaign),
        Some(stored) => Error::new(
            ErrorKind::Conflict,
            "commit",
            "somebody else wrote to the campaign first: read it again and decide anew",
        )
        .with("campaign", step.campaign)
        .with("expected", step.expected.0)
        .with("stored", stored),
    })
}

/// The stored revision, if there is such a campaign.
pub(super) fn revision(connection: &Connection, org: OrgId, campaign: CampaignId) -> Fallible<Option<i64>> {
    Ok(connection
        .prepare_cached("SELECT revision FROM campaigns WHERE org_id = ?1 AND id = ?2")?
        .query_row((bytes(&org.0), bytes(&campaign.0)), |row| row.get(0))
        .optional()?)
}

/// The error for a campaign that does not exist.
pub(super) fn missing(operation: &'static str, campaign: CampaignId) -> Error {
    Error::not_found(operation, "campaign", campaign)
}

fn read(connection: &Connection, org: OrgId, id: CampaignId) -> Fallible<Option<Campaign>> {
    let mut statement = connection.prepare_cached(
        "SELECT revision, status, spent_micros, created_at, document FROM campaigns \
         JOIN campaign_documents AS documents ON documents.org_id = campaigns.org_id AND campaign_id = id \
         WHERE campaigns.org_id = ?1 AND id = ?2",
    )?;
    let mut found = statement.query((bytes(&org.0), bytes(&id.0)))?;
    let Some(row) = found.next()? else { return Ok(None) };
    let status: Status = documents::parse(WHAT, row, 1)?;
    let given: StoredGiven = documents::parse(WHAT, row, 4)?;
    Ok(Some(Campaign {
        id,
        org,
        brief: given.brief,
        seed: given.seed,
        now: given.now,
        inputs: given.inputs,
        status,
        revision: Revision(documents::unsigned(WHAT, row, 0)?),
        spent_micros: documents::unsigned(WHAT, row, 2)?,
        budget_micros: given.budget_micros,
        forked_from: given.forked_from,
        created_by: given.created_by,
        created_at: documents::text(WHAT, row, 3)?,
    }))
}

fn page(connection: &Connection, org: OrgId, page: Page) -> Fallible<Vec<CampaignSummary>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, state, created_at, spent_micros FROM campaigns \
         WHERE org_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
    )?;
    // Seventeen bytes of ones are greater than every id.
    let first = [0xff; 17];
    let before = page.before.as_ref().map_or(first.as_slice(), |id| bytes(&id.0));
    let mut found = statement.query((bytes(&org.0), before, page.limit))?;
    let mut summaries = Vec::new();
    while let Some(row) = found.next()? {
        let id: Vec<u8> = row.get(0)?;
        summaries.push(CampaignSummary {
            id: CampaignId(Uuid::from_slice(&id).map_err(|error| StoreError::stored(WHAT, error))?),
            name: row.get(1)?,
            state: documents::text(WHAT, row, 2)?,
            created_at: documents::text(WHAT, row, 3)?,
            spent_micros: documents::unsigned(WHAT, row, 4)?,
        });
    }
    Ok(summaries)
}

#[async_trait]
impl CampaignReads for SqliteStore {
    async fn campaign(&self, org: OrgId, id: CampaignId) -> Result<Option<Campaign>> {
        self.connections.read("read_campaign", move |connection| read(connection, org, id)).await
    }

    async fn campaigns(&self, org: OrgId, wanted: Page) -> Result<Vec<CampaignSummary>> {
        documents::page_size("list_campaigns", wanted.limit)?;
        self.connections.read("list_campaigns", move |connection| page(connection, org, wanted)).await
    }
}
