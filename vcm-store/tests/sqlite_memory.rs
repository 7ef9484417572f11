//! The suite for stores over a database in memory.

mod common;

async fn fixture() -> common::Sqlite {
    common::Sqlite::in_memory().await
}

vcm_core::store_conformance!(fixture);
