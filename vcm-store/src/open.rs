//! From a URL to a store. Next: `sqlite/mod.rs`.

use std::{path::PathBuf, sync::Arc, time::Duration};

use vcm_core::{Error, ErrorKind, Result, ports::Store};

/// How a store is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOptions {
    /// What an acknowledged commit survives. Default [`Synchronous::Full`].
    pub synchronous: Synchronous,
    /// How long a write waits for another process that is writing, at most an hour. Default 5 seconds.
    pub busy_timeout: Duration,
    /// Connections that read at the same time, 1 to 64; each has a thread that is started at its first read. Default 2. An
    /// in-memory database has one connection for everything and does not use it.
    pub readers: usize,
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self { synchronous: Synchronous::Full, busy_timeout: Duration::from_secs(5), readers: 2 }
    }
}

/// What an acknowledged commit survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// Loss of power: every commit waits for the disk. Commits that wait together share one flush.
    Full,
    /// The death of the process, but the last commits may be lost with the power. The database stays whole.
    Normal,
}

/// The version of a database's schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaStatus {
    /// The version found; none when there is no database yet.
    pub found: Option<u32>,
    /// The version this release writes.
    pub latest: u32,
    /// Names of the migrations that have not run yet, in order.
    pub pending: Vec<String>,
}

/// Opens the store at `url` with the default options; creates it when it is missing and migrates it when it is older.
///
/// - `sqlite://PATH` or `sqlite:PATH`: a file, relative to the working folder or absolute (`sqlite:///var/lib/vcm.db`)
/// - `sqlite::memory:`: a database that is gone with the store
///
/// # Errors
/// [`ErrorKind::ConfigInvalid`] for a URL or a file that is not a vcm database; [`ErrorKind::Unsupported`] for a backend that
/// is not in this build; [`ErrorKind::SchemaTooNew`]; [`ErrorKind::StoreUnavailable`] when it is locked, full or read-only;
/// [`ErrorKind::Io`]; [`ErrorKind::DataCorrupt`].
pub async fn open(url: &str) -> Result<Arc<dyn Store>> {
    open_with(url, OpenOptions::default()).await
}

/// Opens the store at `url`.
///
/// # Errors
/// As [`open`].
pub async fn open_with(url: &str, options: OpenOptions) -> Result<Arc<dyn Store>> {
    if !(1..=64).contains(&options.readers) {
        return Err(Error::invalid_field("open_store", "readers", options.readers, "1 to 64"));
    }
    if options.busy_timeout > Duration::from_hours(1) {
        let found = format!("{} s", options.busy_timeout.as_secs());
        return Err(Error::invalid_field("open_store", "busy_timeout", found, "at most an hour"));
    }
    match parse(url, "open_store")? {
        #[cfg(feature = "sqlite")]
        target => Ok(Arc::new(crate::sqlite::SqliteStore::open(target, options).await?)),
        #[cfg(not(feature = "sqlite"))]
        _ => Err(not_in_this_build("open_store", "sqlite")),
    }
}

/// The version of the schema at `url`. Creates and changes nothing.
///
/// # Errors
/// As [`open`], but a database that is newer than this release is not an error here.
pub async fn schema_status(url: &str) -> Result<SchemaStatus> {
    match parse(url, "schema_status")? {
        #[cfg(feature = "sqlite")]
        target => crate::sqlite::schema_status(target).await,
        #[cfg(not(feature = "sqlite"))]
        _ => Err(not_in_this_build("schema_status", "sqlite")),
    }
}

/// Brings the schema at `url` to this release's version, creating the database when it is missing. Gives the status from
/// before, so that `pending` lists what has now run.
///
/// # Errors
/// As [`open`].
pub async fn migrate(url: &str) -> Result<SchemaStatus> {
    let before = schema_status(url).await?;
    open(url).await?;
    Ok(before)
}

/// Where a database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Gone with the store.
    Memory,
    /// A file.
    File(PathBuf),
}

fn parse(url: &str, operation: &'static str) -> Result<Target> {
    const FORMS: &str = "sqlite://PATH or sqlite::memory:";
    // A URL may carry a password: only its scheme is ever told.
    let Some((scheme, rest)) = url.split_once(':') else {
        return Err(
            Error::new(ErrorKind::ConfigInvalid, operation, "the database URL has no scheme").with("allowed", FORMS)
        );
    };
    match scheme {
        "sqlite" => {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            if path == ":memory:" {
                return Ok(Target::Memory);
            }
            if path.is_empty() || path.contains(['?', '#', '\0']) {
                return Err(Error::new(
                    ErrorKind::ConfigInvalid,
                    operation,
                    "the database URL must name a file, without ? or #: options are given to open_with",
                )
                .with("allowed", FORMS));
            }
            Ok(Target::File(PathBuf::from(path)))
        }
        "postgres" | "postgresql" => Err(not_in_this_build(operation, "postgres")),
        other => Err(Error::new(ErrorKind::ConfigInvalid, operation, "no such kind of database")
            .with("scheme", other.chars().take(20).collect::<String>())
            .with("allowed", FORMS)),
    }
}

fn not_in_this_build(operation: &'static str, backend: &str) -> Error {
    Error::new(ErrorKind::Unsupported, operation, format!("the {backend} store is not in this build"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("sqlite://vcm.db", Target::File("vcm.db".into()))]
    #[case("sqlite:vcm.db", Target::File("vcm.db".into()))]
    #[case("sqlite:///var/lib/vcm.db", Target::File("/var/lib/vcm.db".into()))]
    #[case("sqlite://./a folder/ü.db", Target::File("./a folder/ü.db".into()))]
    #[case("sqlite::memory:", Target::Memory)]
    #[case("sqlite://:memory:", Target::Memory)]
    fn a_url_names_its_target(#[case] url: &str, #[case] expected: Target) {
        assert_eq!(parse(url, "open_store").unwrap(), expected);
    }

    #[rstest]
    #[case("vcm.db", ErrorKind::ConfigInvalid)]
    #[case("", ErrorKind::ConfigInvalid)]
    #[case("sqlite://", ErrorKind::ConfigInvalid)]
    #[case("sqlite://vcm.db?mode=ro", ErrorKind::ConfigInvalid)]
    #[case("mysql://user:hunter2@host/vcm", ErrorKind::ConfigInvalid)]
    #[case("postgres://user:hunter2@host/vcm", ErrorKind::Unsupported)]
    fn other_urls_are_refused_without_telling_a_password(#[case] url: &str, #[case] kind: ErrorKind) {
        let error = parse(url, "open_store").unwrap_err();
        assert_eq!(error.kind(), kind);
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
}
