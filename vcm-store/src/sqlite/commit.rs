//! `commit`: everything in a set, in one transaction, or nothing.
//!
//! The set is turned into rows on the caller's thread; the writer's thread only runs statements, as few as can be.

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension};
use vcm_core::{
    Error, ErrorKind,
    campaign::{Change, ChangeSet, Committed, Event, NewEvent, Revision, Stage},
    error::Result,
    hash::ContentHash,
    id::{CampaignId, OrgId},
    ports::Commit,
};

use super::{
    SqliteStore, angles, assets, audit,
    campaigns::{self, CampaignRow, Step},
    copies::{self, EmbeddingRow},
    documents::{self, Row, Table, bytes, json},
    error::{Fallible, StoreError},
    events::{self, EventRow},
    experiments, hashtags, leases, moderation,
    receipts::{self, ReceiptRow},
    schedule, trends, voice,
};

/// A set as rows.
struct Prepared {
    set: ChangeSet,
    at: String,
    /// Of the changes; only when the set has an idempotency key.
    fingerprint: Option<String>,
    changes: Vec<PreparedChange>,
    events: Vec<EventRow>,
}

enum PreparedChange {
    Campaign(CampaignRow),
    Documents(Table, Vec<Row>),
    Embeddings(Vec<EmbeddingRow>),
    Schedule(String),
    Receipt(ReceiptRow),
    ForgetVoice(Vec<String>),
    Void(Vec<Stage>),
}

/// What the statements gave; the events' texts come from the set.
struct Written {
    revision: Revision,
    last_event: u64,
    repeated: Option<Vec<Event>>,
}

fn prepare(set: ChangeSet) -> Fallible<Prepared> {
    let fingerprint = set.idempotency.as_ref().map(|_| fingerprint(&set)).transpose()?;
    let changes = set.changes.iter().map(|change| prepare_change(change, &set)).collect::<Fallible<_>>()?;
    let events = set.events.iter().map(events::row).collect::<Fallible<_>>()?;
    Ok(Prepared { at: set.at.to_string(), fingerprint, changes, events, set })
}

fn prepare_change(change: &Change, set: &ChangeSet) -> Fallible<PreparedChange> {
    use PreparedChange::Documents;
    Ok(match change {
        Change::PutCampaign(campaign) => PreparedChange::Campaign(campaigns::row(campaign, set.org, set.campaign)?),
        Change::PutTopics(topics) => {
            Documents(trends::TABLE, documents::rows(trends::TABLE, topics, |topic| &topic.key)?)
        }
        Change::PutAngles(items) => {
            Documents(angles::TABLE, documents::rows(angles::TABLE, items, |angle| &angle.key)?)
        }
        Change::PutCopies(items) => Documents(copies::TABLE, documents::rows(copies::TABLE, items, |copy| &copy.key)?),
        Change::PutEmbeddings(embeddings) => PreparedChange::Embeddings(copies::embedding_rows(embeddings)?),
        Change::PutAssets(items) => {
            Documents(assets::TABLE, documents::rows(assets::TABLE, items, |asset| &asset.key)?)
        }
        Change::PutHashtags(ladders) => {
            Documents(hashtags::TABLE, documents::rows(hashtags::TABLE, ladders, |ladder| ladder.platform.as_str())?)
        }
        Change::PutExperiments(items) => {
            Documents(experiments::TABLE, documents::rows(experiments::TABLE, items, |experiment| &experiment.key)?)
        }
        Change::PutSchedule(plan) => PreparedChange::Schedule(json(schedule::WHAT, plan)?),
        Change::PutVerdicts(verdicts) => {
            Documents(moderation::TABLE, documents::rows(moderation::TABLE, verdicts, |verdict| &verdict.subject)?)
        }
        Change::PutReceipt(receipt) => PreparedChange::Receipt(receipts::row(receipt)?),
        Change::PutVoiceEvidence(items) => {
            Documents(voice::TABLE, documents::rows(voice::TABLE, items, |one| &one.id)?)
        }
        Change::ForgetVoiceEvidence(ids) => PreparedChange::ForgetVoice(ids.clone()),
        Change::Void(stages) => PreparedChange::Void(stages.clone()),
    })
}

/// What makes two sets the same request: the campaign and the changes, without the revision that the store sets.
fn fingerprint(set: &ChangeSet) -> Fallible<String> {
    let mut changes = set.changes.clone();
    for change in &mut changes {
        if let Change::PutCampaign(campaign) = change {
            campaign.revision = Revision(0);
        }
    }
    Ok(ContentHash::of_bytes(json("change set", &(set.campaign, changes))?.as_bytes()).0)
}

fn write(connection: &Connection, prepared: &Prepared) -> Fallible<Written> {
    let set = &prepared.set;
    if let Some(repeated) = first_result(connection, prepared)? {
        return Ok(repeated);
    }
    if let Some(token) = set.fence {
        leases::check_fence(connection, set.org, set.campaign, token)?;
    }
    let step = Step {
        org: set.org,
        campaign: set.campaign,
        expected: set.expected,
        events: prepared.events.len(),
        at: &prepared.at,
    };
    let mut changes: Vec<&PreparedChange> = prepared.changes.iter().collect();
    // The campaign goes with the new revision, and before what refers to it.
    let put = changes.iter().position(|change| matches!(change, PreparedChange::Campaign(_)));
    let row = match put.map(|position| changes.remove(position)) {
        Some(PreparedChange::Campaign(row)) => Some(row),
        _ => None,
    };
    let last_event = match (set.expected, row) {
        (Revision(0), Some(row)) => campaigns::create(connection, step, row).map(|()| 0)?,
        _ => campaigns::advance(connection, step, row)?,
    };
    for change in changes {
        apply(connection, step, change)?;
    }
    events::append(connection, set.org, set.campaign, last_event, &prepared.events)?;
    audit::append(connection, set.org, &set.audit)?;
    let revision = Revision(set.expected.0 + 1);
    remember(connection, prepared, revision, last_event)?;
    Ok(Written { revision, last_event: last_event.unsigned_abs(), repeated: None })
}

fn apply(connection: &Connection, step: Step<'_>, change: &PreparedChange) -> Fallible<()> {
    let (org, campaign) = (step.org, step.campaign);
    match change {
        PreparedChange::Campaign(row) => campaigns::put(connection, step, row),
        PreparedChange::Documents(table, rows) => documents::put(connection, *table, org, campaign, rows),
        PreparedChange::Embeddings(rows) => copies::put_embeddings(connection, org, campaign, rows),
        PreparedChange::Schedule(document) => schedule::put(connection, org, campaign, document),
        PreparedChange::Receipt(row) => receipts::put(connection, org, campaign, row),
        PreparedChange::ForgetVoice(ids) => voice::forget(connection, org, campaign, ids),
        PreparedChange::Void(stages) => stages.iter().try_for_each(|stage| void(connection, org, campaign, *stage)),
    }
}

fn void(connection: &Connection, org: OrgId, campaign: CampaignId, stage: Stage) -> Fallible<()> {
    let sql = match stage {
        Stage::Trends => trends::TABLE.void,
        Stage::Angles => angles::TABLE.void,
        // Their vectors go with them.
        Stage::Copy => copies::TABLE.void,
        Stage::Visuals => assets::TABLE.void,
        Stage::Hashtags => hashtags::TABLE.void,
        Stage::Experiments => experiments::TABLE.void,
        Stage::Schedule => schedule::VOID,
        Stage::Moderation => moderation::TABLE.void,
    };
    documents::void(connection, sql, org, campaign)
}

/// The result of the commit that had the same idempotency key, if there was one.
fn first_result(connection: &Connection, prepared: &Prepared) -> Fallible<Option<Written>> {
    let (Some(key), Some(fingerprint)) = (&prepared.set.idempotency, &prepared.fingerprint) else { return Ok(None) };
    let found = connection
        .prepare_cached(
            "SELECT fingerprint, revision, last_event, events FROM idempotency WHERE org_id = ?1 AND key = ?2",
        )?
        .query_row((bytes(&prepared.set.org.0), key), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?, row.get::<_, u32>(3)?))
        })
        .optional()?;
    let Some((stored, revision, last_event, count)) = found else { return Ok(None) };
    if stored != *fingerprint {
        return Err(Error::new(
            ErrorKind::Conflict,
            "commit",
            "the idempotency key was used for other changes: use a new key for a new request",
        )
        .with("campaign", prepared.set.campaign)
        .into());
    }
    let last_event = last_event.unsigned_abs();
    let events = events::read(connection, prepared.set.org, prepared.set.campaign, last_event, count)?;
    Ok(Some(Written { revision: Revision(revision.unsigned_abs()), last_event, repeated: Some(events) }))
}

fn remember(connection: &Connection, prepared: &Prepared, revision: Revision, last_event: i64) -> Fallible<()> {
    let set = &prepared.set;
    let (Some(key), Some(fingerprint)) = (&set.idempotency, &prepared.fingerprint) else { return Ok(()) };
    connection
        .prepare_cached(
            "INSERT INTO idempotency (org_id, key, campaign_id, fingerprint, revision, last_event, events, at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            bytes(&set.org.0),
            key,
            bytes(&set.campaign.0),
            fingerprint,
            documents::integer("revision", revision.0)?,
            last_event,
            prepared.events.len() as i64,
            &prepared.at,
        ))?;
    Ok(())
}

fn numbered(events: &[NewEvent], campaign: CampaignId, last: u64) -> Vec<Event> {
    let number = |(seq, event): (u64, &NewEvent)| Event { campaign, seq, at: event.at, kind: event.kind.clone() };
    (last + 1..).zip(events).map(number).collect()
}

#[async_trait]
impl Commit for SqliteStore {
    async fn commit(&self, set: ChangeSet) -> Result<Committed> {
        let prepared = prepare(set).map_err(|error: StoreError| error.into_error("commit"))?;
        self.connections
            .write("commit", move |connection| {
                let written = write(connection, &prepared)?;
                let repeated = written.repeated.is_some();
                let events = written
                    .repeated
                    .unwrap_or_else(|| numbered(&prepared.set.events, prepared.set.campaign, written.last_event));
                Ok(Committed { revision: written.revision, events, repeated })
            })
            .await
    }
}
