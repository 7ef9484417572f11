//! Approve, reject, edit: what a person does with a campaign in `reviewing`.

use serde_json::json;
use vcm_core::{
    Error, Result,
    campaign::{Approval, Board, Campaign, Change, Command, Effect, Receipt, State, Usage, step::step_id},
    copy::{self, Copy, Sentence},
    hash::ContentHash,
    hooks,
    id::CampaignId,
    org::Permission,
    ports::StoreExt,
    voice::{CopyVoice, Language, VoiceEvidence, drift, learned::account_of},
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
    /// Why, in the editor's words, at most 500 characters; kept with what the edit teaches.
    pub why: Option<String>,
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq)]
pub struct EditedCopy {
    /// The copy as it was.
    pub before: Copy,
    /// The copy as it is.
    pub after: Copy,
    /// Its hook's score before and after, 0 to 1.
    pub hook: (f64, f64),
    /// Its voice before and after, beside the one that the campaign should have, with the house rules it breaks.
    pub voice: (CopyVoice, CopyVoice),
    /// New sentences, which rest on no source.
    pub without_source: Vec<String>,
    /// What the edit teaches; none when the text stayed.
    pub learned: Option<VoiceEvidence>,
    /// Whether an approval became void.
    pub approval_void: bool,
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

    /// Changes a copy. An approval is void; run the campaign to moderate it anew. What the edit teaches of the voice is kept in the
    /// same commit, for the next campaign.
    ///
    /// # Errors
    /// `invalid_input` with every platform rule that the edited copy breaks, or when nothing changes; `not_found`;
    /// `invalid_transition` outside `reviewing`. Broken house rules and banned words are told in the answer: moderation decides on them.
    pub async fn edit_copy(&self, id: CampaignId, key: &str, edit: CopyEdit) -> Result<EditedCopy> {
        self.actor.require(Permission::Write, "edit_copy")?;
        let board = self.machine.0.store.board(self.org, id).await?;
        if board.campaign.status.state != State::Reviewing {
            return Err(wrong_state("edit_copy", &board, "only a campaign in reviewing can be edited"));
        }
        let old = board.copies.iter().find(|copy| copy.key == key);
        let old = old.ok_or_else(|| Error::not_found("edit_copy", "copy", key))?.clone();
        let brief = &board.campaign.brief;
        let language = Language::of(&brief.locale);
        let why = edit.why.clone().filter(|why| !why.trim().is_empty());
        if why.as_ref().is_some_and(|why| why.chars().count() > 500) {
            return Err(Error::invalid_field("edit_copy", "why", "a longer text", "at most 500 characters"));
        }
        let (copy, without_source) = edited(&old, edit, language);
        if copy == old {
            return Err(Error::invalid_field(
                "edit_copy",
                "edit",
                "the copy as it is",
                "another text, title or hashtags",
            ));
        }
        check(&board, &copy)?;
        let target = self.target_of(&board.campaign).await?;
        let read = |copy: &Copy| drift::read_copy(&target, &brief.voice, copy);
        let voice = (read(&old), read(&copy));
        let receipt = self.edit_receipt(&board, &copy)?;
        let learned = self.learned(&board.campaign, &receipt, (&old, &copy), why);
        let mut changes = vec![Change::PutCopies(vec![copy.clone()]), Change::PutReceipt(Box::new(receipt))];
        changes.extend(learned.clone().map(|evidence| Change::PutVoiceEvidence(vec![evidence])));
        let approval_void = board.campaign.status.approval.is_some();
        self.command(board, &Command::Edit, changes).await?;
        let hook = (hooks::score(old.hook()).score, hooks::score(copy.hook()).score);
        Ok(EditedCopy { before: old, after: copy, hook, voice, without_source, learned, approval_void })
    }

    /// What the edit teaches, if the text changed. Its id is of the edit's step, so that the same edit is learned once.
    fn learned(
        &self,
        campaign: &Campaign,
        receipt: &Receipt,
        (old, new): (&Copy, &Copy),
        why: Option<String>,
    ) -> Option<VoiceEvidence> {
        let (before, after) = (drift::spoken(old), drift::spoken(new));
        let language = Language::of(&campaign.brief.locale);
        (before != after).then(|| VoiceEvidence {
            id: format!(
                "edit-{}",
                ContentHash::of_bytes(format!("{} {}", campaign.id, receipt.step).as_bytes())
                    .0
                    .get(..12)
                    .unwrap_or_default()
            ),
            campaign: campaign.id,
            copy: new.key.clone(),
            platform: new.platform,
            account: account_of(&campaign.brief, new.platform),
            language,
            changed: VoiceEvidence::measure(&before, &after, language),
            before,
            after,
            why,
            by: self.actor.user,
            at: receipt.finished_at,
        })
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

/// The copy after the edit, and its new sentences. Sentences that are still there keep their sources; new ones have none, so that
/// moderation looks at what they claim.
fn edited(old: &Copy, edit: CopyEdit, language: Language) -> (Copy, Vec<String>) {
    let mut copy = old.clone();
    if let Some(title) = edit.title {
        copy.title = Some(title);
    }
    if let Some(hashtags) = edit.hashtags {
        copy.hashtags = hashtags;
    }
    let Some(parts) = edit.parts else { return (copy, Vec::new()) };
    let mut sentences: Vec<((usize, usize), Sentence)> = Vec::new();
    for kept in &old.sentences {
        let place = parts.iter().enumerate().find_map(|(part, text)| Some((part, text.find(&kept.text)?)));
        sentences.extend(place.filter(|_| !kept.text.is_empty()).map(|place| (place, kept.clone())));
    }
    let mut without_source = Vec::new();
    for (part, text) in parts.iter().enumerate().filter(|(_, text)| !old.parts.contains(text)) {
        let kept: Vec<(usize, usize)> = sentences
            .iter()
            .filter(|((of, _), _)| *of == part)
            .map(|((_, start), sentence)| (*start, start + sentence.text.len()))
            .collect();
        let mut from = 0;
        for sentence in drift::sentences(text, language) {
            let start = text.get(from..).and_then(|rest| rest.find(sentence)).map_or(from, |offset| from + offset);
            from = start + sentence.len();
            if !kept.iter().any(|(first, last)| *first < from && start < *last) {
                sentences.push(((part, start), Sentence { text: sentence.to_owned(), sources: Vec::new() }));
                without_source.push(sentence.to_owned());
            }
        }
    }
    sentences.sort_by_key(|(place, _)| *place);
    copy.sentences = sentences.into_iter().map(|(_, sentence)| sentence).collect();
    copy.parts = parts;
    (copy, without_source)
}

fn check(board: &Board, copy: &Copy) -> Result<()> {
    let violations = copy::check(copy, &board.campaign);
    if violations.is_empty() { Ok(()) } else { Err(Error::invalid_input("edit_copy", violations)) }
}
