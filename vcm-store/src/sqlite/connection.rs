//! Threads and connections: one writer with group commit, a few readers, no SQLite call on the caller's thread.
//!
//! A flush to disk costs a hundred times what a commit's statements cost, so the writer takes every write that waits, runs
//! and commits them together (a refused one is rolled back alone): many tasks share one flush, and nobody is answered before it. Callers wait on a oneshot channel, which any executor can poll; a write is handed
//! over at the first poll, so a caller that goes away afterwards leaves it whole or not begun.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use rusqlite::{Connection, OpenFlags};
use tokio::sync::oneshot;
use vcm_core::{Error, ErrorKind, Result};

use super::{
    error::{Fallible, StoreError, from_sqlite},
    migrate, vector,
};
use crate::open::{OpenOptions, Synchronous, Target};

/// Writes taken into one transaction, so that nobody waits behind an endless one.
const LARGEST_BATCH: usize = 256;

/// The longest that a batch waits for writers who are expected back.
const LONGEST_PATIENCE: Duration = Duration::from_millis(2);

/// Between two looks at who has come back.
const PAUSE: Duration = Duration::from_micros(100);

/// Statements that a connection keeps compiled; more than there are.
const CACHED_STATEMENTS: usize = 128;

/// Gets the connection, or why there is none.
type Read = Box<dyn FnOnce(Fallible<&Connection>) + Send>;

enum Job {
    Write(Box<dyn Write>),
    Read(Read),
}

/// A write that may have to run again when the batch it was in could not be committed.
trait Write: Send {
    /// Whether its answer must outlive the power: false only for what is worth nothing without a later flush.
    fn must_be_flushed(&self) -> bool;
    /// Runs in an open transaction and remembers the outcome. False when it was refused.
    fn run(&mut self, connection: &Connection) -> bool;
    /// Replaces the outcome: the transaction failed.
    fn fail(&mut self, error: &rusqlite::Error);
    /// Tells the caller the outcome.
    fn answer(self: Box<Self>);
}

struct WriteOf<T, F> {
    operation: &'static str,
    must_be_flushed: bool,
    work: F,
    outcome: Option<Result<T>>,
    caller: oneshot::Sender<Result<T>>,
}

impl<T: Send, F: FnMut(&Connection) -> Fallible<T> + Send> Write for WriteOf<T, F> {
    fn must_be_flushed(&self) -> bool {
        self.must_be_flushed
    }

    fn run(&mut self, connection: &Connection) -> bool {
        let outcome = (self.work)(connection).map_err(|error| error.into_error(self.operation));
        let done = outcome.is_ok();
        self.outcome = Some(outcome);
        done
    }

    fn fail(&mut self, error: &rusqlite::Error) {
        self.outcome = Some(Err(from_sqlite(error, self.operation)));
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(stopped(self.operation)));
        // A caller that went away does not want to know.
        let _ = self.caller.send(outcome);
    }
}

/// The threads of one open database.
#[derive(Debug)]
pub(super) struct Connections {
    /// None only while dropping.
    writer: Option<mpsc::Sender<Job>>,
    /// None for a database in memory, which only its writer's connection sees.
    readers: Option<mpsc::Sender<Read>>,
    threads: Vec<JoinHandle<()>>,
}

impl Connections {
    /// Opens the database on the writer's thread, migrates it, and starts the readers.
    pub(super) async fn open(target: &Target, options: &OpenOptions) -> Result<Self> {
        let (opened, wait) = oneshot::channel();
        let (writer, jobs) = mpsc::channel();
        let settings = (target.clone(), options.clone());
        let thread = spawn("vcm-store-writer", move || {
            let (target, options) = settings;
            match open_writer(&target, &options) {
                Ok(connection) => {
                    if opened.send(Ok(())).is_ok() {
                        let flushes = options.synchronous == Synchronous::Full && matches!(target, Target::File(_));
                        write_loop(&connection, flushes, &jobs);
                    }
                }
                Err(error) => drop(opened.send(Err(error))),
            }
        })?;
        let mut connections = Self { writer: Some(writer), readers: None, threads: vec![thread] };
        wait.await.map_err(|_| stopped("open_store"))??;
        if let Target::File(path) = target {
            connections.start_readers(path, options)?;
        }
        Ok(connections)
    }

    fn start_readers(&mut self, path: &Path, options: &OpenOptions) -> Result<()> {
        let (sender, reads) = mpsc::channel();
        let reads = Arc::new(Mutex::new(reads));
        for _ in 0..options.readers {
            let (reads, path, options) = (Arc::clone(&reads), path.to_owned(), options.clone());
            let reader = spawn("vcm-store-reader", move || read_loop(&path, &options, &reads))?;
            // The writer closes last: the last connection to close folds the write-ahead log into the database.
            self.threads.insert(0, reader);
        }
        self.readers = Some(sender);
        Ok(())
    }

    /// Runs `work` on a connection that reads.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        operation: &'static str,
        work: impl FnOnce(&Connection) -> Fallible<T> + Send + 'static,
    ) -> Result<T> {
        let (caller, answer) = oneshot::channel();
        let read: Read = Box::new(move |connection| {
            let _ = caller.send(connection.and_then(work).map_err(|error| error.into_error(operation)));
        });
        let sent = match (&self.readers, &self.writer) {
            (Some(readers), _) => readers.send(read).is_ok(),
            (None, Some(writer)) => writer.send(Job::Read(read)).is_ok(),
            (None, None) => false,
        };
        if !sent {
            return Err(stopped(operation));
        }
        answer.await.map_err(|_| stopped(operation))?
    }

    /// Runs `work` in a transaction; it is durable when this returns. `work` may run more than once and must start over.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        operation: &'static str,
        work: impl FnMut(&Connection) -> Fallible<T> + Send + 'static,
    ) -> Result<T> {
        self.hand_over(operation, true, work).await
    }

    /// As [`Self::write`], but durable only together with the next write: for leases. The log keeps its order, so a commit that
    /// was made under a lease is never there without it, and a lease that went with the power had no holder left either.
    pub(super) async fn write_unflushed<T: Send + 'static>(
        &self,
        operation: &'static str,
        work: impl FnMut(&Connection) -> Fallible<T> + Send + 'static,
    ) -> Result<T> {
        self.hand_over(operation, false, work).await
    }

    async fn hand_over<T: Send + 'static>(
        &self,
        operation: &'static str,
        must_be_flushed: bool,
        work: impl FnMut(&Connection) -> Fallible<T> + Send + 'static,
    ) -> Result<T> {
        let (caller, answer) = oneshot::channel();
        let job = Job::Write(Box::new(WriteOf { operation, work, must_be_flushed, outcome: None, caller }));
        if self.writer.as_ref().is_none_or(|writer| writer.send(job).is_err()) {
            return Err(stopped(operation));
        }
        answer.await.map_err(|_| stopped(operation))?
    }
}

impl Drop for Connections {
    /// Everything handed over is still written; the threads end when their queues are empty.
    fn drop(&mut self) {
        self.readers = None;
        self.writer = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_owned()).spawn(body).map_err(|error| {
        Error::new(ErrorKind::StoreUnavailable, "open_store", "no thread for the database can be started")
            .caused_by(error)
    })
}

fn stopped(operation: &'static str) -> Error {
    Error::new(ErrorKind::StoreUnavailable, operation, "the store's thread has stopped: open the store again")
}

fn open_writer(target: &Target, options: &OpenOptions) -> Result<Connection> {
    let opened = match target {
        Target::Memory => Connection::open_in_memory().map_err(StoreError::from),
        Target::File(path) => open_file(path, OpenFlags::SQLITE_OPEN_CREATE).map_err(StoreError::from),
    };
    let began = Instant::now();
    let prepare = |connection: Connection| -> Fallible<Connection> {
        connection.busy_timeout(options.busy_timeout)?;
        // The switch to a write-ahead log asks for more than it holds already, and SQLite never waits for that: it says "busy" at
        // once when somebody else opens the same new file. Every step may run again, so all of them do.
        while let Err(error) = prepare_once(&connection, target, options) {
            if !error.is_busy() || began.elapsed() >= options.busy_timeout {
                return Err(error);
            }
            std::thread::sleep(PAUSE);
        }
        Ok(connection)
    };
    opened.and_then(prepare).map_err(|error| {
        let error = error.into_error("open_store");
        match target {
            Target::File(path) => error.with("file", path.display()),
            Target::Memory => error,
        }
    })
}

fn prepare_once(connection: &Connection, target: &Target, options: &OpenOptions) -> Fallible<()> {
    // Refuses other programs' files before anything is changed in them.
    migrate::check(connection)?;
    configure(connection, target, options)?;
    migrate::run(connection)
}

fn configure(connection: &Connection, target: &Target, options: &OpenOptions) -> Fallible<()> {
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    if matches!(target, Target::File(_)) {
        let mode: String = connection.query_row("PRAGMA journal_mode = wal", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(Error::new(
                ErrorKind::Unsupported,
                "open_store",
                "the file system does not support a write-ahead log: put the database on a local disk",
            )
            .with("journal_mode", mode)
            .into());
        }
        let synchronous = match options.synchronous {
            Synchronous::Full => "full",
            Synchronous::Normal => "normal",
        };
        connection.pragma_update(None, "synchronous", synchronous)?;
        // A checkpoint copies pages and flushes twice: every 4,000 pages (16 MB) instead of every 1,000.
        connection.pragma_update(None, "wal_autocheckpoint", 4_000)?;
    }
    vector::install(connection)?;
    Ok(())
}

fn open_reader(path: &Path, options: &OpenOptions) -> Fallible<Connection> {
    let connection = open_file(path, OpenFlags::empty())?;
    connection.busy_timeout(options.busy_timeout)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    connection.pragma_update(None, "query_only", true)?;
    vector::install(&connection)?;
    Ok(connection)
}

/// Opens a file for this thread alone. Never takes the name for a URI.
pub(super) fn open_file(path: &Path, more: OpenFlags) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more)
}

fn read_loop(path: &Path, options: &OpenOptions, reads: &Mutex<mpsc::Receiver<Read>>) {
    let mut connection = None;
    loop {
        let next = reads.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(read) = next else { return };
        if connection.is_none() {
            match open_reader(path, options) {
                Ok(opened) => connection = Some(opened),
                // This caller is told; the next read tries again.
                Err(error) => {
                    read(Err(error));
                    continue;
                }
            }
        }
        if let Some(connection) = &connection {
            read(Ok(connection));
        }
    }
}

fn write_loop(connection: &Connection, flushes: bool, jobs: &mpsc::Receiver<Job>) {
    let mut flushing = flushes;
    let mut batch = Vec::new();
    let mut crowd = Crowd::default();
    loop {
        if batch.is_empty() {
            let Ok(first) = jobs.recv() else { return };
            take(connection, first, &mut batch);
        }
        crowd.gather(connection, jobs, &mut batch);
        let began = Instant::now();
        let wanted = flushes && batch.iter().any(|write| write.must_be_flushed());
        match flush_at_commit(connection, flushing, wanted) {
            Ok(()) => {
                flushing = wanted;
                commit_batch(connection, &mut batch);
            }
            Err(error) => batch.iter_mut().for_each(|write| write.fail(&error)),
        }
        crowd.patience = (began.elapsed() / 4).min(LONGEST_PATIENCE);
        let done = std::mem::take(&mut batch);
        // Before anybody is answered: whoever waits now is none of those who come back soon.
        take_waiting(connection, jobs, &mut batch);
        crowd.callers = done.len() + batch.len();
        done.into_iter().for_each(Write::answer);
    }
}

/// Who writes at the moment, as the last batch tells it. Those who were answered soon come back; a flush for the first of them
/// makes the others wait for the next one. A short wait for all of them lets them share one flush. A lone writer never waits.
#[derive(Default)]
struct Crowd {
    /// Answered after the last batch, or waiting when it was done.
    callers: usize,
    /// How long to wait for them: a quarter of the last batch's time, so that waiting in vain costs little.
    patience: Duration,
}

impl Crowd {
    fn gather(&self, connection: &Connection, jobs: &mpsc::Receiver<Job>, batch: &mut Vec<Box<dyn Write>>) {
        let began = Instant::now();
        loop {
            take_waiting(connection, jobs, batch);
            let missing = batch.len() < self.callers.min(LARGEST_BATCH);
            if !missing || began.elapsed() >= self.patience {
                return;
            }
            // Not `recv_timeout`: every caller would wake this thread.
            std::thread::sleep(PAUSE);
        }
    }
}

/// Whether COMMIT waits for the disk, from here on.
fn flush_at_commit(connection: &Connection, flushing: bool, wanted: bool) -> rusqlite::Result<()> {
    match (flushing, wanted) {
        (true, false) => connection.execute_batch("PRAGMA synchronous = normal"),
        (false, true) => connection.execute_batch("PRAGMA synchronous = full"),
        _ => Ok(()),
    }
}

fn take(connection: &Connection, job: Job, batch: &mut Vec<Box<dyn Write>>) {
    match job {
        Job::Write(write) => batch.push(write),
        Job::Read(read) => read(Ok(connection)),
    }
}

fn take_waiting(connection: &Connection, jobs: &mpsc::Receiver<Job>, batch: &mut Vec<Box<dyn Write>>) {
    while batch.len() < LARGEST_BATCH
        && let Ok(job) = jobs.try_recv()
    {
        take(connection, job, batch);
    }
}

/// Commits all of them in one transaction, or, when that cannot be done, each in its own, so that none is lost for another's
/// sake.
fn commit_batch(connection: &Connection, batch: &mut [Box<dyn Write>]) {
    if let [write] = batch {
        return commit_alone(connection, write.as_mut());
    }
    if batch.is_empty() {
        return;
    }
    // Under a savepoint SQLite copies every page before it changes, and all but no batch has a refused write: the first try
    // goes without, and is given up at the first refusal.
    for savepoints in [false, true] {
        if let Err(error) = execute(connection, "BEGIN IMMEDIATE") {
            return batch.iter_mut().for_each(|write| write.fail(&error));
        }
        if matches!(commit_together(connection, batch, savepoints), Ok(true)) {
            return;
        }
        roll_back(connection);
    }
    for write in batch {
        commit_alone(connection, write.as_mut());
    }
}

/// Runs and commits all of them. False when one was refused that has no savepoint to go back to.
fn commit_together(connection: &Connection, batch: &mut [Box<dyn Write>], savepoints: bool) -> rusqlite::Result<bool> {
    for write in batch {
        if savepoints {
            execute(connection, "SAVEPOINT one")?;
        }
        let done = write.run(connection);
        if !savepoints && !done {
            return Ok(false);
        }
        if savepoints {
            if !done {
                // Some errors (a full disk) end the whole transaction: then there is no savepoint to go back to.
                execute(connection, "ROLLBACK TO one")?;
            }
            execute(connection, "RELEASE one")?;
        }
    }
    execute(connection, "COMMIT")?;
    Ok(true)
}

fn commit_alone(connection: &Connection, write: &mut dyn Write) {
    if let Err(error) = execute(connection, "BEGIN IMMEDIATE") {
        return write.fail(&error);
    }
    if write.run(connection)
        && let Err(error) = execute(connection, "COMMIT")
    {
        write.fail(&error);
    }
    roll_back(connection);
}

/// Ends a transaction that is still open; SQLite has closed it already after some errors and every commit.
fn roll_back(connection: &Connection) {
    if !connection.is_autocommit() {
        // When even this fails the next BEGIN fails too and is told to its caller.
        let _ = execute(connection, "ROLLBACK");
    }
}

fn execute(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(drop)
}

/// Runs `work` on a thread of its own.
pub(super) async fn elsewhere<T: Send + 'static>(
    operation: &'static str,
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let (caller, answer) = oneshot::channel();
    spawn("vcm-store-status", move || drop(caller.send(work())))?;
    answer.await.map_err(|_| stopped(operation))?
}
