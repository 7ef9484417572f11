//! Writers: who turns a brief into words. [`offline`] needs no key, no network and no model.

pub mod offline;

pub use self::offline::OfflineWriter;
