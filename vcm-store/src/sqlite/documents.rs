//! What the artefact tables have in common: rows of `(org, campaign, key, document)`, in the order they were first put.

use rusqlite::Connection;
use serde::{Serialize, de::DeserializeOwned};
use vcm_core::id::{CampaignId, OrgId};

use super::error::{Fallible, StoreError};

/// The statements of one artefact table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    /// What a row is, for messages.
    pub(super) what: &'static str,
    /// Inserts at the end, or replaces in place: `(org, campaign, key, document)`.
    pub(super) put: &'static str,
    /// Documents in order: `(org, campaign)`.
    pub(super) read: &'static str,
    /// Deletes: `(org, campaign)`.
    pub(super) void: &'static str,
}

/// The statements of the table `$name`.
macro_rules! table {
    ($name:literal, $what:literal) => {
        $crate::sqlite::documents::Table {
            what: $what,
            put: concat!(
                "INSERT INTO ",
                $name,
                " (org_id, campaign_id, key, document) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (org_id, campaign_id, key) DO UPDATE SET document = excluded.document"
            ),
            read: concat!("SELECT document FROM ", $name, " WHERE org_id = ?1 AND campaign_id = ?2 ORDER BY rank"),
            void: concat!("DELETE FROM ", $name, " WHERE org_id = ?1 AND campaign_id = ?2"),
        }
    };
}
pub(super) use table;

/// A key with its document as JSON.
#[derive(Debug)]
pub(super) struct Row {
    key: String,
    document: String,
}

/// Writes every item as JSON. Runs on the caller's thread: the writer only stores.
pub(super) fn rows<'a, T: Serialize>(
    table: Table,
    items: &'a [T],
    key: impl Fn(&'a T) -> &'a str,
) -> Fallible<Vec<Row>> {
    items.iter().map(|item| Ok(Row { key: key(item).to_owned(), document: json(table.what, item)? })).collect()
}

/// Puts the rows.
pub(super) fn put(
    connection: &Connection,
    table: Table,
    org: OrgId,
    campaign: CampaignId,
    rows: &[Row],
) -> Fallible<()> {
    let mut statement = connection.prepare_cached(table.put)?;
    for row in rows {
        statement.execute((bytes(&org.0), bytes(&campaign.0), &row.key, &row.document))?;
    }
    Ok(())
}

/// All documents of a campaign, in order.
pub(super) fn read<T: DeserializeOwned>(
    connection: &Connection,
    what: &'static str,
    sql: &str,
    org: OrgId,
    campaign: CampaignId,
) -> Fallible<Vec<T>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query((bytes(&org.0), bytes(&campaign.0)))?;
    let mut documents = Vec::new();
    while let Some(row) = found.next()? {
        documents.push(parse(what, row, 0)?);
    }
    Ok(documents)
}

/// Removes all rows of a campaign.
pub(super) fn void(connection: &Connection, sql: &str, org: OrgId, campaign: CampaignId) -> Fallible<()> {
    connection.prepare_cached(sql)?.execute((bytes(&org.0), bytes(&campaign.0)))?;
    Ok(())
}

/// The value as JSON.
pub(super) fn json<T: Serialize + ?Sized>(what: &'static str, value: &T) -> Fallible<String> {
    serde_json::to_string(value).map_err(|source| StoreError::Written { what, source })
}

/// A JSON column of a row.
pub(super) fn parse<T: DeserializeOwned>(what: &'static str, row: &rusqlite::Row<'_>, column: usize) -> Fallible<T> {
    let text = row.get_ref(column)?.as_str().map_err(|error| StoreError::stored(what, error))?;
    serde_json::from_str(text).map_err(|error| StoreError::stored(what, error))
}

/// A text column of a row that has a string form.
pub(super) fn text<T>(what: &'static str, row: &rusqlite::Row<'_>, column: usize) -> Fallible<T>
where
    T: std::str::FromStr<Err: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    let text = row.get_ref(column)?.as_str().map_err(|error| StoreError::stored(what, error))?;
    text.parse().map_err(|error| StoreError::stored(what, error))
}

/// An id as it is stored.
pub(super) fn bytes(id: &uuid::Uuid) -> &[u8] {
    id.as_bytes()
}

/// A number as SQLite keeps it.
pub(super) fn integer(field: &'static str, value: u64) -> Fallible<i64> {
    i64::try_from(value)
        .map_err(|_| vcm_core::Error::invalid_field("commit", field, value, format!("0 to {}", i64::MAX)).into())
}

/// A number that was stored.
pub(super) fn unsigned(what: &'static str, row: &rusqlite::Row<'_>, column: usize) -> Fallible<u64> {
    u64::try_from(row.get::<_, i64>(column)?).map_err(|error| StoreError::stored(what, error))
}

/// Checks the size of a page.
pub(super) fn page_size(operation: &'static str, limit: u32) -> vcm_core::Result<()> {
    if (1..=1_000).contains(&limit) {
        return Ok(());
    }
    Err(vcm_core::Error::invalid_field(operation, "limit", limit, "1 to 1000"))
}
