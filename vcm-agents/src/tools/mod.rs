//! Tools: what agents may do. A tool takes a canonical input and the board, and answers with changes; the driver performs it
//! through the journal, so a tool never writes by itself.
//!
//! [`toolbox`] is the set a machine has. The files beside it are the tools of the stages, each under its stage's name.

pub mod copy;
pub mod experiments;
pub mod hashtags;
pub mod moderation;
pub mod schedule;
mod toolbox;
pub mod trends;
pub mod visuals;

use std::sync::Arc;

use async_trait::async_trait;
use serde_json::Value;
use vcm_core::{
    Result,
    campaign::{Board, Change, Effect, Usage},
    hash::ContentHash,
    ports::{Classifier, Embedder, Writer},
};

pub use self::toolbox::Toolbox;
use crate::inputs::CampaignInputs;

/// Something an agent may do.
#[async_trait]
pub trait Tool: Send + Sync + std::fmt::Debug {
    /// Its name, such as `Copy.generate`.
    fn name(&self) -> &'static str;

    /// Whether its work can be computed again at no cost. [`Effect::Outside`] work is committed at once and never repeated.
    fn effect(&self) -> Effect;

    /// Most that one call can cost, in millionths of a US dollar. The run pauses before a call that could exceed the budget.
    fn cost_limit_micros(&self) -> u64;

    /// Does it. A pure tool answers the same for the same board and input.
    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput>;
}

/// What a tool gets.
#[derive(Debug, Clone, Copy)]
pub struct ToolCall<'a> {
    /// Everything the campaign has made so far.
    pub board: &'a Board,
    /// The campaign's data files.
    pub inputs: &'a Arc<CampaignInputs>,
    /// The step's input, as the agent planned it.
    pub input: &'a Value,
    /// The step's identity: the idempotency key for outside providers.
    pub idempotency_key: &'a ContentHash,
}

/// What a tool answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolOutput {
    /// What it made.
    pub changes: Vec<Change>,
    /// Who answered, such as `offline-writer 1`.
    pub answered_by: String,
    /// What it used.
    pub usage: Usage,
}

impl ToolOutput {
    /// The answer of an engine of vcm itself, which costs nothing.
    pub fn of_engine(engine: &str, changes: Vec<Change>) -> Self {
        Self { changes, answered_by: engine.to_owned(), usage: Usage::default() }
    }
}

/// The tools of every stage. Without a classifier moderation is local.
///
/// # Errors
/// `config_invalid` when a shipped policy pack cannot be read.
pub fn standard(
    writer: Arc<dyn Writer>,
    embedder: Arc<dyn Embedder>,
    classifier: Option<Arc<dyn Classifier>>,
) -> Result<Toolbox> {
    let mut toolbox = Toolbox::new();
    toolbox.insert(Arc::new(trends::GetTrends));
    toolbox.insert(Arc::new(trends::ClusterTrends));
    toolbox.insert(Arc::new(copy::GenerateAngles { writer: writer.clone() }));
    toolbox.insert(Arc::new(copy::GenerateCopy { writer: writer.clone(), embedder }));
    toolbox.insert(Arc::new(visuals::GenerateVisual { writer: writer.clone() }));
    toolbox.insert(Arc::new(visuals::GenerateStoryboard { writer }));
    toolbox.insert(Arc::new(hashtags::RankHashtags));
    toolbox.insert(Arc::new(hashtags::ChooseHashtags));
    toolbox.insert(Arc::new(experiments::PlanExperiment));
    toolbox.insert(Arc::new(schedule::RecommendSchedule));
    toolbox.insert(Arc::new(moderation::CheckModeration::new(classifier)?));
    Ok(toolbox)
}

/// Runs an engine off the runtime's threads: it may take a while and never waits.
pub(crate) async fn engine<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        vcm_core::Error::new(vcm_core::ErrorKind::Unexpected, "run_engine", "the engine stopped").caused_by(error)
    })
}

/// A field of a step's input.
///
/// # Errors
/// `invalid_input` when an agent planned the step without it.
pub(crate) fn input_str<'a>(input: &'a Value, field: &'static str) -> Result<&'a str> {
    input.get(field).and_then(Value::as_str).ok_or_else(|| {
        vcm_core::Error::invalid_field("read_step_input", field, input.get(field).unwrap_or(&Value::Null), "text")
    })
}
