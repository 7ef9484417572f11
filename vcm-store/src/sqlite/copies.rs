//! Copies and their vectors; nearest search is an exact scan with sqlite-vec.

use async_trait::async_trait;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;
use vcm_core::{
    Error,
    campaign::Embedding,
    copy::Copy,
    error::Result,
    id::{CampaignId, OrgId},
    ports::{CopyReads, NearestQuery, Neighbour},
};

use super::{
    SqliteStore,
    documents::{self, Table, bytes},
    error::{Fallible, StoreError},
};

pub(super) const TABLE: Table = documents::table!("copies", "copy");

/// A vector as it is stored.
#[derive(Debug)]
pub(super) struct EmbeddingRow {
    copy: String,
    embedder: String,
    dimension: usize,
    vector: Vec<u8>,
}

/// Checks the vectors and gives their bytes.
pub(super) fn embedding_rows(embeddings: &[Embedding]) -> Fallible<Vec<EmbeddingRow>> {
    let row = |embedding: &Embedding| {
        Ok(EmbeddingRow {
            copy: embedding.copy.clone(),
            embedder: embedding.embedder.clone(),
            dimension: embedding.vector.len(),
            vector: vector_bytes("commit", &embedding.vector)?,
        })
    };
    embeddings.iter().map(row).collect()
}

/// Puts vectors of copies that are stored.
pub(super) fn put_embeddings(
    connection: &Connection,
    org: OrgId,
    campaign: CampaignId,
    rows: &[EmbeddingRow],
) -> Fallible<()> {
    let mut known: Option<(&str, usize)> = None;
    for row in rows {
        if known != Some((&row.embedder, row.dimension)) {
            let expected = if let Some(expected) = dimension(connection, org, &row.embedder)? {
                expected
            } else {
                connection
                    .prepare_cached("INSERT INTO embedders (org_id, id, dimension) VALUES (?1, ?2, ?3)")?
                    .execute((bytes(&org.0), &row.embedder, row.dimension as i64))?;
                row.dimension
            };
            if expected != row.dimension {
                return Err(wrong_dimension("commit", row.dimension, expected).into());
            }
            known = Some((&row.embedder, row.dimension));
        }
        let stored = connection
            .prepare_cached(
                "INSERT INTO embeddings (org_id, campaign_id, copy, embedder, vector) \
                 SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS \
                 (SELECT 1 FROM copies WHERE org_id = ?1 AND campaign_id = ?2 AND key = ?3) \
                 ON CONFLICT (org_id, campaign_id, copy, embedder) DO UPDATE SET vector = excluded.vector",
            )?
            .execute((bytes(&org.0), bytes(&campaign.0), &row.copy, &row.embedder, &row.vector))?;
        if stored == 0 {
            return Err(Error::invalid_field(
                "commit",
                "embedding.copy",
                &row.copy,
                "the key of a copy of this campaign",
            )
            .into());
        }
    }
    Ok(())
}

fn dimension(connection: &Connection, org: OrgId, embedder: &str) -> Fallible<Option<usize>> {
    Ok(connection
        .prepare_cached("SELECT dimension FROM embedders WHERE org_id = ?1 AND id = ?2")?
        .query_row((bytes(&org.0), embedder), |row| row.get::<_, u32>(0))
        .optional()?
        .map(|dimension| dimension as usize))
}

fn wrong_dimension(operation: &'static str, found: usize, expected: usize) -> Error {
    Error::invalid_field(
        operation,
        "vector",
        format_args!("{found} numbers"),
        format!("{expected} numbers, as all vectors of this embedder"),
    )
}

fn vector_bytes(operation: &'static str, vector: &[f32]) -> Result<Vec<u8>> {
    if vector.is_empty() || !vector.iter().all(|number| number.is_finite()) {
        let found = if vector.is_empty() { "no numbers" } else { "a number that is not finite" };
        return Err(Error::invalid_field(operation, "vector", found, "one or more finite numbers"));
    }
    Ok(vector.iter().flat_map(|number| number.to_le_bytes()).collect())
}

fn nearest(connection: &Connection, org: OrgId, query: &NearestQuery, vector: &[u8]) -> Fallible<Vec<Neighbour>> {
    // A zero vector is like nothing: its cosine is not a number, which SQLite keeps as NULL.
    const ALL: &str = "SELECT campaign_id, copy, coalesce(1.0 - vec_distance_cosine(vector, ?1), 0.0) AS similarity \
         FROM embeddings WHERE org_id = ?2 AND embedder = ?3 AND ?4 IS NULL \
         ORDER BY similarity DESC, campaign_id, copy LIMIT ?5";
    const ONE: &str = "SELECT campaign_id, copy, coalesce(1.0 - vec_distance_cosine(vector, ?1), 0.0) AS similarity \
         FROM embeddings WHERE org_id = ?2 AND embedder = ?3 AND campaign_id = ?4 \
         ORDER BY similarity DESC, campaign_id, copy LIMIT ?5";
    match dimension(connection, org, &query.embedder)? {
        None => return Ok(Vec::new()),
        Some(expected) if expected != query.vector.len() => {
            return Err(wrong_dimension("nearest_copies", query.vector.len(), expected).into());
        }
        Some(_) => {}
    }
    let campaign = query.campaign.as_ref().map(|campaign| bytes(&campaign.0));
    let mut statement = connection.prepare_cached(if campaign.is_some() { ONE } else { ALL })?;
    let mut found = statement.query((vector, bytes(&org.0), &query.embedder, campaign, query.limit))?;
    let mut neighbours = Vec::new();
    while let Some(row) = found.next()? {
        let id: Vec<u8> = row.get(0)?;
        neighbours.push(Neighbour {
            campaign: CampaignId(Uuid::from_slice(&id).map_err(|error| StoreError::stored("vector", error))?),
            copy: row.get(1)?,
            similarity: row.get::<_, f64>(2)?.clamp(-1.0, 1.0) as f32,
        });
    }
    Ok(neighbours)
}

#[async_trait]
impl CopyReads for SqliteStore {
    async fn copies(&self, org: OrgId, campaign: CampaignId) -> Result<Vec<Copy>> {
        self.connections
            .read("read_copies", move |connection| documents::read(connection, TABLE.what, TABLE.read, org, campaign))
            .await
    }

    async fn nearest_copies(&self, org: OrgId, query: &NearestQuery) -> Result<Vec<Neighbour>> {
        documents::page_size("nearest_copies", query.limit)?;
        let vector = vector_bytes("nearest_copies", &query.vector)?;
        let query = query.clone();
        self.connections.read("nearest_copies", move |connection| nearest(connection, org, &query, &vector)).await
    }
}
