//! Trends: gets dated texts and finds topics in them.

use async_trait::async_trait;
use vcm_core::{
    Result,
    campaign::{Change, Effect},
    ports::Embedder,
    text::embedding,
    trends::{self, ClusterOptions, TopicOptions},
};

use super::{Tool, ToolCall, ToolOutput};

/// `Trends.get`: reads the texts that the brief names. They stay with the campaign; nothing is made of them yet.
#[derive(Debug, Clone, Copy)]
pub struct GetTrends;

#[async_trait]
impl Tool for GetTrends {
    fn name(&self) -> &'static str {
        "Trends.get"
    }

    fn effect(&self) -> Effect {
        Effect::Pure
    }

    fn cost_limit_micros(&self) -> u64 {
        0
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        call.inputs.trends().await?;
        Ok(ToolOutput::of_engine("local-files", Vec::new()))
    }
}

/// `Trends.cluster`: finds topics, best first.
#[derive(Debug, Clone, Copy)]
pub struct ClusterTrends;

#[async_trait]
impl Tool for ClusterTrends {
    fn name(&self) -> &'static str {
        "Trends.cluster"
    }

    fn effect(&self) -> Effect {
        Effect::Pure
    }

    fn cost_limit_micros(&self) -> u64 {
        0
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let texts = call.inputs.trends().await?;
        let keywords = trends::brief_keywords(&call.board.campaign.brief);
        let now = call.board.campaign.now;
        // In a later round the topics of the one before are on the board: what goes on keeps its id.
        let previous = call.board.topics.clone();
        let find = move || trends::topics_since(&previous, &texts, &keywords, now, &TopicOptions::default());
        let topics = super::engine(find).await?;
        Ok(ToolOutput::of_engine("trends", vec![Change::PutTopics(topics)]))
    }
}

/// The cluster of each text ([`trends::assign`]): by words for the lexical embedder, which beats its own vectors, else by the
/// embedder's vectors and the threshold of its id ([`trends::join_similarity`]).
pub async fn cluster_texts(texts: &[&str], embedder: &dyn Embedder) -> Result<Vec<u32>> {
    let options = ClusterOptions::default();
    if embedder.id() == embedding::ID {
        return Ok(trends::assign(texts, &options));
    }
    let vectors = embedder.embed(texts).await?;
    let join_similarity = trends::join_similarity(embedder.id(), &vectors).value;
    Ok(trends::assign_vectors(texts, &vectors, &ClusterOptions { join_similarity, ..options }))
}
