//! Angles and copy, through the machine's writer.

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::Value;
use vcm_core::{
    Error, Result,
    brief::{Brief, Factor},
    campaign::{Board, Change, Effect, Embedding},
    copy::{self, Copy},
    platform::Platform,
    ports::{AnglesTask, CopyTask, Embedder, Spark, VariantSpec, Writer},
};

use super::{Tool, ToolCall, ToolOutput, input_str};

/// Own earlier posts that a new one is compared with: those that readers may remember.
const MOST_HISTORY_POSTS: usize = 100;

/// `Angles.generate`: finds angles.
#[derive(Debug)]
pub struct GenerateAngles {
    /// Who writes.
    pub writer: Arc<dyn Writer>,
}

#[async_trait]
impl Tool for GenerateAngles {
    fn name(&self) -> &'static str {
        "Angles.generate"
    }

    fn effect(&self) -> Effect {
        self.writer.effect()
    }

    fn cost_limit_micros(&self) -> u64 {
        self.writer.task_cost_micros()
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let reasons = rejection_reasons(call.board);
        let task = AnglesTask {
            spark: spark(call.board, &reasons),
            topics: &call.board.topics,
            count: call.board.campaign.brief.angles,
        };
        let written = self.writer.angles(task).await?;
        if written.work.is_empty() {
            return Err(Error::invalid_field(
                "generate_angles",
                "proof_points",
                "too few facts for a single angle",
                "at least one proof point, step, myth, objection, comparison or milestone",
            ));
        }
        Ok(output(&*self.writer, vec![Change::PutAngles(written.work)], written.usage))
    }
}

/// `Copy.generate`: writes all variants of one angle for one platform, threads included.
#[derive(Debug)]
pub struct GenerateCopy {
    /// Who writes.
    pub writer: Arc<dyn Writer>,
    /// What turns copies into vectors.
    pub embedder: Arc<dyn Embedder>,
}

#[async_trait]
impl Tool for GenerateCopy {
    fn name(&self) -> &'static str {
        "Copy.generate"
    }

    fn effect(&self) -> Effect {
        self.writer.effect()
    }

    fn cost_limit_micros(&self) -> u64 {
        self.writer.task_cost_micros()
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let board = call.board;
        let brief = &board.campaign.brief;
        let key = input_str(call.input, "angle")?;
        let angle = board.angles.iter().find(|angle| angle.key == key);
        let angle = angle.ok_or_else(|| Error::not_found("generate_copy", "angle", key))?;
        let platform: Platform = input_str(call.input, "platform")?.parse()?;
        let reasons = rejection_reasons(board);
        let variants = variants(call.input)?;
        let voice = call.inputs.target_voice(brief).await?;
        let history: Vec<String> =
            call.inputs.history().await?.iter().rev().take(MOST_HISTORY_POSTS).map(|post| post.text.clone()).collect();
        let task = CopyTask {
            spark: spark(board, &reasons),
            angle,
            topic: angle.topic.as_ref().and_then(|key| board.topics.iter().find(|topic| topic.key == *key)),
            platform,
            variants: &variants,
            earlier: &board.copies,
            voice: Some(&voice),
            history: &history,
            hashtag_room: hashtag_room(brief, platform),
            max_chars: copy::account_limit(brief, platform),
        };
        let written = self.writer.copy(task).await?;
        for copy in &written.work {
            let violations = copy::check(copy, &board.campaign);
            if !violations.is_empty() {
                return Err(Error::invalid_input("generate_copy", violations).with("copy", &copy.key));
            }
        }
        let embeddings = embed_copies(&*self.embedder, &written.work).await?;
        Ok(output(&*self.writer, vec![Change::PutCopies(written.work), embeddings], written.usage))
    }
}

/// The vectors of copies, over everything a reader sees.
pub async fn embed_copies(embedder: &dyn Embedder, copies: &[Copy]) -> Result<Change> {
    let texts: Vec<String> = copies.iter().map(|copy| copy.parts.join("\n\n")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let vectors = embedder.embed(&texts).await?;
    let embedding =
        |(copy, vector): (&Copy, _)| Embedding { copy: copy.key.clone(), embedder: embedder.id().to_owned(), vector };
    Ok(Change::PutEmbeddings(copies.iter().zip(vectors).map(embedding).collect()))
}

/// What every writing task starts from.
pub(crate) fn spark<'a>(board: &'a Board, rejections: &'a [String]) -> Spark<'a> {
    let campaign = &board.campaign;
    Spark { brief: &campaign.brief, seed: campaign.seed, now: campaign.now, round: campaign.status.round, rejections }
}

/// Why earlier rounds were rejected.
pub(crate) fn rejection_reasons(board: &Board) -> Vec<String> {
    board.campaign.status.rejections.iter().map(|rejection| rejection.reason.clone()).collect()
}

/// The answer of a writer.
pub(crate) fn output(writer: &dyn Writer, changes: Vec<Change>, usage: vcm_core::campaign::Usage) -> ToolOutput {
    let id = writer.id();
    ToolOutput { changes, answered_by: format!("{} {}", id.name, id.version), usage }
}

fn variants(input: &Value) -> Result<Vec<VariantSpec>> {
    let differs_in: Vec<Factor> =
        serde_json::from_value(input.get("variant_b_differs_in").cloned().unwrap_or_default()).map_err(|error| {
            Error::invalid_field("generate_copy", "variant_b_differs_in", error, "a list of hook, body, cta, visual")
        })?;
    Ok(vec![
        VariantSpec { name: "a".to_owned(), differs_in: Vec::new() },
        VariantSpec { name: "b".to_owned(), differs_in },
    ])
}

/// Room for the hashtags that `assembling` adds: enough for a few tags where text is short, more where it is not.
fn hashtag_room(brief: &Brief, platform: Platform) -> u32 {
    if brief.hashtags.r#use.is_empty() && brief.history.is_empty() {
        // Tags made from the product's name still find a place.
        return 24;
    }
    match platform {
        Platform::X | Platform::Bluesky => 40,
        Platform::Threads | Platform::Mastodon => 60,
        _ => 120,
    }
}
