//! Whether the owner of a lease still lives: it holds an operating-system lock on a file beside the database.
//!
//! The system releases the lock when the process dies, however it dies, so a crashed run is taken over at once and a slow one
//! never. `<database>.owners/<owner>.lock`; the file goes with the last lease of its owner.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs::{File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use vcm_core::hash::ContentHash;

/// Names longer than this are replaced by their hash.
const LONGEST_NAME: usize = 120;

/// The owner files of one open store.
#[derive(Debug)]
pub(super) struct Owners {
    folder: PathBuf,
    held: Mutex<BTreeMap<String, Held>>,
}

#[derive(Debug)]
struct Held {
    /// Locked while it is open.
    file: File,
    leases: usize,
}

impl Owners {
    /// The owners of the database at `database`. Touches nothing yet.
    pub(super) fn beside(database: &Path) -> Self {
        let mut folder = database.as_os_str().to_owned();
        folder.push(".owners");
        Self { folder: folder.into(), held: Mutex::default() }
    }

    /// Says that `owner` lives in this process, once for each of its leases.
    pub(super) fn enter(&self, owner: &str) -> io::Result<()> {
        let mut held = self.held();
        if let Some(held) = held.get_mut(owner) {
            held.leases += 1;
            return Ok(());
        }
        std::fs::create_dir_all(&self.folder)?;
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(self.file(owner))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, "another store uses the same owner name"));
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        held.insert(owner.to_owned(), Held { file, leases: 1 });
        Ok(())
    }

    /// Takes one [`Owners::enter`] back.
    pub(super) fn leave(&self, owner: &str) {
        let mut all = self.held();
        let Some(held) = all.get_mut(owner) else { return };
        held.leases = held.leases.saturating_sub(1);
        if held.leases == 0 {
            all.remove(owner).inspect(|held| self.remove(owner, held));
        }
    }

    /// Whether the process that entered as `owner` still runs and still has it entered.
    pub(super) fn is_alive(&self, owner: &str) -> bool {
        let path = self.file(owner);
        let file = match OpenOptions::new().write(true).open(&path) {
            Ok(file) => file,
            Err(error) => return error.kind() != io::ErrorKind::NotFound,
        };
        // Anything but a lock that could be taken counts as alive: a lease then ends by its expiry, never too early.
        if file.try_lock().is_err() {
            return true;
        }
        let _ = std::fs::remove_file(&path);
        false
    }

    /// Removed before it is unlocked: nobody can lock a file that is about to go.
    fn remove(&self, owner: &str, held: &Held) {
        let _ = std::fs::remove_file(self.file(owner));
        let _ = held.file.unlock();
    }

    fn held(&self) -> MutexGuard<'_, BTreeMap<String, Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self, owner: &str) -> PathBuf {
        self.folder.join(file_name(owner))
    }
}

impl Drop for Owners {
    fn drop(&mut self) {
        for (owner, held) in self.held().iter() {
            self.remove(owner, held);
        }
        // Only when it is empty: others may have the database open.
        let _ = std::fs::remove_dir(&self.folder);
    }
}

/// A file name for an owner, another one for every owner: letters, digits and `-` stand for themselves.
fn file_name(owner: &str) -> String {
    let mut name = String::with_capacity(owner.len() + 5);
    for byte in owner.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => name.push(char::from(byte)),
            // Writing to a String cannot fail.
            _ => drop(write!(name, "%{byte:02x}")),
        }
    }
    if name.len() > LONGEST_NAME {
        name = format!("_{}", ContentHash::of_bytes(owner.as_bytes()));
    }
    name + ".lock"
}
