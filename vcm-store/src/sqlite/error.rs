//! What can go wrong below the ports, and how it is told above them.
//!
//! Every message says what to do. The text of an SQLite error names tables and constraints but never stored values.

use std::time::Duration;

use rusqlite::ffi;
use vcm_core::{Error, ErrorKind, error::Retry};

/// An error inside the backend; becomes a [`vcm_core::Error`] when it leaves it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    #[error("a stored {what} cannot be read")]
    Stored {
        what: &'static str,
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    #[error("a {what} cannot be written as JSON")]
    Written {
        what: &'static str,
        #[source]
        source: serde_json::Error,
    },
    #[error("an owner file cannot be used")]
    OwnerFile(#[from] std::io::Error),
    /// Already in the words of the ports.
    #[error(transparent)]
    Core(#[from] Error),
}

pub(crate) type Fallible<T> = Result<T, StoreError>;

impl StoreError {
    /// A stored value that does not read.
    pub(crate) fn stored(what: &'static str, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Stored { what, source: source.into() }
    }

    /// Whether somebody else held a lock that this needed.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self, Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DatabaseBusy)
    }

    /// The error as the ports tell it.
    pub(crate) fn into_error(self, operation: &'static str) -> Error {
        match self {
            Self::Core(error) => error,
            Self::Sqlite(error) => from_sqlite(&error, operation),
            Self::Stored { what, source } => {
                Error::new(ErrorKind::DataCorrupt, operation, format!("a stored {what} cannot be read"))
                    .caused_by(source)
            }
            Self::Written { what, source } => {
                Error::new(ErrorKind::Unexpected, operation, format!("a {what} cannot be written as JSON"))
                    .caused_by(source)
            }
            Self::OwnerFile(source) => Error::new(
                ErrorKind::Io,
                operation,
                "the lock files beside the database cannot be used: check that its folder can be written",
            )
            .caused_by(source),
        }
    }
}

/// The error that SQLite gave, told again to everyone who waits for the same transaction.
pub(crate) fn from_sqlite(error: &rusqlite::Error, operation: &'static str) -> Error {
    let code = match error {
        rusqlite::Error::SqliteFailure(failure, _) => failure.extended_code,
        _ => ffi::SQLITE_ERROR,
    };
    let later = |after| Retry::Later { after };
    let (kind, retry, message) = match (code & 0xff, code) {
        (ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED, _) => (
            ErrorKind::StoreUnavailable,
            later(Some(Duration::from_secs(1))),
            "the database is locked by another process: wait for it to finish, or stop it, and try again",
        ),
        (ffi::SQLITE_FULL, _) => (
            ErrorKind::StoreUnavailable,
            later(None),
            "the disk is full: free some space and try again; nothing of this write was stored",
        ),
        (ffi::SQLITE_READONLY, _) => (
            ErrorKind::StoreUnavailable,
            Retry::Never,
            "the database is read-only: make the file and its folder writable",
        ),
        (ffi::SQLITE_CANTOPEN, _) => (
            ErrorKind::Io,
            Retry::Never,
            "the database file cannot be opened: check that its folder exists and can be written",
        ),
        (ffi::SQLITE_IOERR, _) => (
            ErrorKind::Io,
            later(None),
            "the disk failed while the database was used: nothing of this write was stored; check the disk and try again",
        ),
        (ffi::SQLITE_CORRUPT, _) => {
            (ErrorKind::DataCorrupt, Retry::Never, "the database file is damaged: restore it from a backup")
        }
        (ffi::SQLITE_NOTADB, _) => {
            (ErrorKind::ConfigInvalid, Retry::Never, "the file is not an SQLite database: name another file")
        }
        (ffi::SQLITE_TOOBIG, _) => {
            (ErrorKind::InvalidInput, Retry::Never, "a value is larger than the database can hold (1 GB)")
        }
        (_, ffi::SQLITE_CONSTRAINT_TRIGGER) => {
            (ErrorKind::InvalidTransition, Retry::Never, "the database refuses the change")
        }
        (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => {
            (ErrorKind::InvalidInput, Retry::Never, "the change refers to something that is not stored")
        }
        _ => (ErrorKind::Unexpected, Retry::Never, "the database refused a statement"),
    };
    let mut told = Error::new(kind, operation, message).retry_as(retry);
    if let rusqlite::Error::SqliteFailure(_, Some(text)) = error {
        told = told.with("sqlite", text);
    }
    told.with("code", code).caused_by(std::io::Error::other(error.to_string()))
}
