//! Approve, reject, edit: what a person does with a campaign in `reviewing`.

use serde_json::json;
use vcm_core::{
    Error, Result,
    campaign::{Approval, Board, Campaign, Change, Command, Effect, Receipt, State, Usage, step::step_id},
    copy::{self, Copy, Sentence},
    hash::ContentHash,
    id::CampaignId,
    org::Permission,
    ports::StoreExt,
};

use super::{Workspace, wrong_state};

/// Name of the step that an edit is kept as, so that a replay applies it too.
pub(crate) const EDIT_TOOL: &str = "Copy.edit";

/// A person's change to one copy. Fields left out stay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopyEdit {
    /// The parts, without hashtags.
    pub parts: Option<Vec<String>>,
    /// The title.
    pub title: Option<String>,
    /// The hashtags without `#`.
    pub hashtags: Option<Vec<String>>,
}

impl Workspace {
    /// Approves exactly the content with this hash.
    ///
    /// # Errors
    /// `conflict` when the content is another by now; `moderation_blocked` when moderation blocks part of it;
    /// `invalid_transition` outside `reviewing`.
    pub async fn approve(&self, id: CampaignId, content_hash: &ContentHash) -> Result<Campaign> {
        self.actor.require(Permission::Approve, "approve")?;
        let board = self.machine.0.store.board(self.org, id).await?;
        // The hash is computed from what is stored, never taken from the status alone.
        let actual = ContentHash::of(&board.content())?;
        if let Some(review) = &board.campaign.status.review
            && review.content_hash != actual
        {
            return Err(Error::new(
                vcm_core::ErrorKind::DataCorrupt,
                "approve",
                "the stored content is not what was reviewed",
            )
            .with("reviewed", review.content_hash.short())
            .with("stored", actual.short()));
        }
        let at = self.machine.0.clock.now();
        let approval = Approval { content_hash: content_hash.clone(), by: self.actor.user, at };
        Ok(self.command(board, &Command::Approve(approval), Vec::new()).await?.campaign)
    }

    /// Sends the campaign back to drafting. The reason is kept and given to the writer; run the campaign to go on.
    pub async fn reject(&self, id: CampaignId, reason: &str) -> Result<Campaign> {
        self.actor.require(Permission::Approve, "reject")?;
        let board = self.machine.0.store.board(self.org, id).await?;
        let at = self.machine.0.clock.now();
        let command = Command::Reject { reason: reason.to_owned(), by: self.actor.user, at };
        Ok(self.command(board, &command, Vec::new()).await?.campaign)
    }

    /// Changes a copy. An approval is void; run the campaign to moderate it anew.
    ///
    /// # Errors
    /// `invalid_input` with every platform rule that the edited copy breaks; `not_found`; `invalid_transition` outside
    /// `reviewing`.
    pub async fn edit_copy(&self, id: CampaignId, key: &str, edit: CopyEdit) -> Result<Copy> {
        self.actor.require(Permission::Write, "edit_copy")?;
        let board = self.machine.0.store.board(self.org, id).await?;
        if board.campaign.status.state != State::Reviewing {
            return Err(wrong_state("edit_copy", &board, "only a campaign in reviewing can be edited"));
        }
        let old = board.copies.iter().find(|copy| copy.key == key);
        let old = old.ok_or_else(|| Error::not_found("edit_copy", "copy", key))?;
        let copy = edited(old, edit);
        check(&board, &copy)?;
        let receipt = self.edit_receipt(&board, &copy)?;
        let changes = vec![Change::PutCopies(vec![copy.clone()]), Change::PutReceipt(Box::new(receipt))];
        self.command(board, &Command::Edit, changes).await?;
        Ok(copy)
    }

    fn edit_receipt(&self, board: &Board, copy: &Copy) -> Result<Receipt> {
        let status = &board.campaign.status;
        let changes = vec![Change::PutCopies(vec![copy.clone()])];
        let ordinal = u32::try_from(board.receipts.len()).unwrap_or(u32::MAX);
        let now = self.machine.0.clock.now();
        Ok(Receipt {
            step: step_id(status.round, status.state, EDIT_TOOL, &json!({ "copy": copy.key, "edit": ordinal }))?,
            ordinal,
            round: status.round,
            state: status.state,
            agent: "person".to_owned(),
            tool: EDIT_TOOL.to_owned(),
            label: copy.key.clone(),
            effect: Effect::Outside,
            output_hash: ContentHash::of(&changes)?,
            changes: Some(changes),
            answered_by: self.actor.user.to_string(),
            usage: Usage::default(),
            attempts: 1,
            started_at: now,
            finished_at: now,
        })
    }
}

/// The copy after the edit. Sentences that are still there keep their sources; new ones have none, so that moderation looks at
/// what they claim.
fn edited(old: &Copy, edit: CopyEdit) -> Copy {
    let mut copy = old.clone();
    if let Some(title) = edit.title {
        copy.title = Some(title);
    }
    if let Some(hashtags) = edit.hashtags {
        copy.hashtags = hashtags;
    }
    if let Some(parts) = edit.parts {
        copy.sentences.retain(|sentence| parts.iter().any(|part| part.contains(&sentence.text)));
        for part in &parts {
            if !old.parts.contains(part) && !copy.sentences.iter().any(|sentence| part.trim() == sentence.text) {
                copy.sentences.push(Sentence { text: part.clone(), sources: Vec::new() });
            }
        }
        copy.parts = parts;
    }
    copy
}

fn check(board: &Board, copy: &Copy) -> Result<()> {
    let violations = copy::check(copy, &board.campaign);
    if violations.is_empty() { Ok(()) } else { Err(Error::invalid_input("edit_copy", violations)) }
}
