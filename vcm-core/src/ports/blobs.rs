//! Blobs: bytes kept by their hash.

use async_trait::async_trait;

use crate::{error::Result, hash::ContentHash, id::OrgId};

/// Keeps bytes by content.
///
/// - `put_then_get_returns_the_bytes`
/// - `put_twice_keeps_one`: the same bytes have the same hash and are kept once an org.
/// - `get_of_a_missing_blob_is_none`
/// - `blobs_of_another_org_are_not_seen`
/// - `corrupt_bytes_are_refused`: bytes that no longer have their hash are `data_corrupt`.
#[async_trait]
pub trait Blobs: Send + Sync {
    /// Keeps the bytes, durable when it returns, and gives their hash.
    async fn put_blob(&self, org: OrgId, bytes: Vec<u8>) -> Result<ContentHash>;

    /// The bytes with this hash.
    async fn blob(&self, org: OrgId, hash: &ContentHash) -> Result<Option<Vec<u8>>>;
}
