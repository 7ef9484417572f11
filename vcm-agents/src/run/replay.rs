//! Replay: walks a recorded run again without calling anything outside, and must reach the same content.

use std::sync::Arc;

use vcm_core::{
    Result,
    campaign::{Board, Command, Status},
    hash::ContentHash,
};

use super::{driver, journal::Journal};
use crate::machine::{
    Parts,
    workspace::{EDIT_TOOL, FORK_TOOL},
};

/// The content hash that a replay of `recorded` reaches, in the round and with the edits that the campaign has now.
///
/// # Errors
/// `replay_diverged`, naming the first step that is not the recorded one.
pub(crate) async fn replay(parts: Arc<Parts>, recorded: &Board) -> Result<ContentHash> {
    let mut campaign = recorded.campaign.clone();
    let rejections = std::mem::take(&mut campaign.status).rejections;
    campaign.status = Status::default();
    campaign.spent_micros = 0;
    campaign.budget_micros = None;
    let mut board = Board::new(campaign);
    // A fork begins with what it took over, kept in a receipt of its own.
    if let Some(origin) = &recorded.campaign.forked_from {
        board.campaign.status.state = origin.state;
        let inherited = recorded.receipts.values().find(|receipt| receipt.tool == FORK_TOOL);
        inherited
            .and_then(|receipt| receipt.changes.as_ref())
            .into_iter()
            .flatten()
            .for_each(|change| board.apply(change));
        board.receipts.extend(inherited.map(|receipt| (receipt.step.clone(), receipt.clone())));
    }
    let edits: Vec<_> = recorded.receipts.values().filter(|receipt| receipt.tool == EDIT_TOOL).collect();
    let mut journal = Journal::replay(parts, board, recorded.receipts.clone());
    let actor = recorded.campaign.created_by;
    loop {
        driver::drive(&mut journal).await?;
        let round = journal.board.campaign.status.round;
        let mut round_edits: Vec<_> = edits.iter().filter(|receipt| receipt.round == round).collect();
        round_edits.sort_by_key(|receipt| receipt.ordinal);
        let mut round_edits = round_edits.into_iter().peekable();
        while let Some(receipt) = round_edits.next() {
            receipt.changes.iter().flatten().for_each(|change| journal.board.apply(change));
            journal.transition(&Command::Edit, actor).await?;
            // Nothing was recorded between two edits in a row: the campaign was not run, and what stood there was never moderated.
            if round_edits.peek().is_none_or(|next| next.ordinal > receipt.ordinal + 1) {
                driver::drive(&mut journal).await?;
            }
        }
        let reached = usize::try_from(round).unwrap_or(usize::MAX);
        let Some(rejection) = rejections.get(reached) else { break };
        let (reason, by, at) = (rejection.reason.clone(), rejection.by, rejection.at);
        journal.transition(&Command::Reject { reason, by, at }, actor).await?;
    }
    ContentHash::of(&journal.board.content())
}
