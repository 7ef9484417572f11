//! The suite for stores over a file.

mod common;

async fn fixture() -> common::Sqlite {
    common::Sqlite::in_a_file().await
}

vcm_core::store_conformance!(fixture);
