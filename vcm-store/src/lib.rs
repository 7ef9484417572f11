//! The store of the Viral Content Machine: the ports of `vcm_core::ports` over a database.
//!
//! [`open`] takes a URL and gives a [`vcm_core::ports::Store`]; nothing else of a backend is public. `sqlite/` has one file a
//! port, named as in vcm-core. Start with `open.rs`, then `sqlite/mod.rs`.

mod open;
#[cfg(feature = "sqlite")]
mod sqlite;

pub use open::{OpenOptions, SchemaStatus, Synchronous, migrate, open, open_with, schema_status};
