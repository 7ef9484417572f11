//! Numbered migrations: forward only, each in one transaction, under the database's own write lock.
//!
//! The version is SQLite's `user_version`; `application_id` marks the file as ours, so that another program's database is
//! refused and never touched.

use rusqlite::{Connection, OpenFlags};
use vcm_core::{Error, ErrorKind, Result};

use super::{
    connection::open_file,
    error::{Fallible, StoreError},
};
use crate::open::{SchemaStatus, Target};

/// "vcm1" in ASCII.
const APPLICATION_ID: i32 = 0x7663_6d31;

/// Every migration with its name; its version is its place, from 1.
const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_house", include_str!("../migrations/sqlite/0001_house.sql")),
    ("0002_voice_evidence", include_str!("../migrations/sqlite/0002_voice_evidence.sql")),
];

const LATEST: u32 = MIGRATIONS.len() as u32;

/// The version of the schema, 0 for an empty database.
///
/// # Errors
/// `config_invalid` for a file of another program; `schema_too_new`.
pub(super) fn check(connection: &Connection) -> Fallible<u32> {
    let found = version(connection)?;
    if found > LATEST {
        return Err(Error::new(
            ErrorKind::SchemaTooNew,
            "open_store",
            "the database was written by a newer release of vcm: use that release, or another database",
        )
        .with("found", found)
        .with("known", LATEST)
        .into());
    }
    Ok(found)
}

/// Runs what is missing.
pub(super) fn run(connection: &Connection) -> Fallible<()> {
    while check(connection)? < LATEST {
        connection.execute_batch("BEGIN EXCLUSIVE")?;
        let step = step(connection);
        if step.is_err() && !connection.is_autocommit() {
            connection.execute_batch("ROLLBACK")?;
        }
        step?;
    }
    Ok(())
}

fn step(connection: &Connection) -> Fallible<()> {
    // Read again under the lock: another process may have been faster.
    let found = check(connection)?;
    if let Some((_, sql)) = MIGRATIONS.get(found as usize) {
        connection.execute_batch(sql)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        connection.pragma_update(None, "user_version", found + 1)?;
    }
    connection.execute_batch("COMMIT")?;
    Ok(())
}

/// All three facts come from one snapshot: between two reads another process may have made the file.
fn version(connection: &Connection) -> Fallible<u32> {
    let snapshot = if connection.is_autocommit() { Some(connection.unchecked_transaction()?) } else { None };
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if let Some(snapshot) = snapshot {
        snapshot.commit()?;
    }
    let empty = application == 0 && found == 0 && tables == 0;
    if application != APPLICATION_ID && !empty {
        return Err(Error::new(
            ErrorKind::ConfigInvalid,
            "open_store",
            "the file is a database of another program: name another file",
        )
        .with("application_id", application)
        .into());
    }
    Ok(found)
}

/// What [`crate::schema_status`] tells.
pub(super) fn status(target: &Target) -> Result<SchemaStatus> {
    let found = match target {
        Target::File(path) if path.exists() => {
            let read = || -> Fallible<u32> { version(&open_file(path, OpenFlags::empty())?) };
            Some(read().map_err(|error: StoreError| error.into_error("schema_status").with("file", path.display()))?)
        }
        Target::File(_) | Target::Memory => None,
    };
    let done = found.unwrap_or(0) as usize;
    let pending = MIGRATIONS.iter().skip(done).map(|(name, _)| (*name).to_owned()).collect();
    Ok(SchemaStatus { found, latest: LATEST, pending })
}
