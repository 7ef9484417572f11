//! smoke
use vcm_core::{campaign::*, ports::*, testing::fixtures::*};
#[tokio::test]
async fn smoke() {
    let dir = tempfile::tempdir().unwrap();
    for url in ["sqlite::memory:".to_owned(), format!("sqlite://{}", dir.path().join("a.db").display())] {
        let store = vcm_store::open(&url).await.unwrap();
        let (org, id) = (org(1), campaign_id(1));
        let first = store.commit(creation(org, id)).await.unwrap();
        assert_eq!(first.revision, Revision(1));
        let second = store.commit(set(org, id, Revision(1), artefacts())).await.unwrap();
        assert_eq!(second.revision, Revision(2));
        let mut board = Board::new(campaign(org, id));
        artefacts().iter().for_each(|change| board.apply(change));
        board.campaign.revision = Revision(2);
        assert_eq!(store.board(org, id).await.unwrap(), board);
    }
}
