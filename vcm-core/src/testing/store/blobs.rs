//! Cases of [`crate::ports::Blobs`].

use super::{StoreFixture, refused};
use crate::{error::ErrorKind, hash::ContentHash, testing::fixtures::org};

/// The bytes come back, none and many.
pub async fn put_then_get_returns_the_bytes(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let large: Vec<u8> = (0..3_000_000_u32).map(|number| (number % 251) as u8).collect();
    for bytes in [Vec::new(), vec![0, 255, 10, 13], large] {
        let hash = store.put_blob(org(1), bytes.clone()).await.unwrap();
        assert_eq!(hash, ContentHash::of_bytes(&bytes));
        assert_eq!(store.blob(org(1), &hash).await.unwrap(), Some(bytes));
    }
}

/// Putting again gives the same hash and disturbs nothing.
pub async fn put_twice_keeps_one(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let first = store.put_blob(org(1), b"same".to_vec()).await.unwrap();
    let second = store.put_blob(org(1), b"same".to_vec()).await.unwrap();
    assert_eq!(first, second);
    assert_eq!(store.blob(org(1), &first).await.unwrap().as_deref(), Some(b"same".as_slice()));
}

/// What was never put is none.
pub async fn get_of_a_missing_blob_is_none(fixture: &mut dyn StoreFixture) {
    let hash = ContentHash::of_bytes(b"never put");
    assert_eq!(fixture.store().blob(org(1), &hash).await.unwrap(), None);
}

/// The hash alone does not open another org's bytes.
pub async fn blobs_of_another_org_are_not_seen(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let hash = store.put_blob(org(1), b"ours".to_vec()).await.unwrap();
    assert_eq!(store.blob(org(2), &hash).await.unwrap(), None);
    store.put_blob(org(2), b"ours".to_vec()).await.unwrap();
    assert!(store.blob(org(2), &hash).await.unwrap().is_some());
}

/// Bytes that were changed on disk are never handed out.
pub async fn corrupt_bytes_are_refused(fixture: &mut dyn StoreFixture) {
    let store = fixture.store();
    let hash = store.put_blob(org(1), b"whole".to_vec()).await.unwrap();
    if fixture.corrupt_blob(org(1), &hash).await {
        assert_eq!(refused(store.blob(org(1), &hash).await), ErrorKind::DataCorrupt);
    }
}
