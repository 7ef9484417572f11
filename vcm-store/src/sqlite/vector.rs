//! The one place with `unsafe`: gives a connection the functions of sqlite-vec, and no other connection of the process.

use std::ffi::{c_char, c_int};

use rusqlite::{Connection, ffi};

type EntryPoint = unsafe extern "C" fn(*mut ffi::sqlite3, *mut *mut c_char, *const ffi::sqlite3_api_routines) -> c_int;

/// Adds `vec_distance_cosine` and its like to `connection`.
pub(super) fn install(connection: &Connection) -> rusqlite::Result<()> {
    #[expect(
        unsafe_code,
        reason = "sqlite-vec is a C extension; its crate declares the entry point without its arguments"
    )]
    // SAFETY: sqlite3_vec_init is an SQLite extension entry point with exactly this signature, compiled with SQLITE_CORE
    // against the SQLite that rusqlite bundles, so the API table is not used and may be null. The handle is open: it is
    // borrowed from a live connection.
    let code = unsafe {
        let entry: EntryPoint = std::mem::transmute(sqlite_vec::sqlite3_vec_init as *const ());
        entry(connection.handle(), std::ptr::null_mut(), std::ptr::null())
    };
    if code == ffi::SQLITE_OK {
        return Ok(());
    }
    Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("sqlite-vec cannot be loaded".into())))
}
