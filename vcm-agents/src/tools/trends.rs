//! Trends: gets dated texts and finds topics in them.

use async_trait::async_trait;
use vcm_core::{
    Result,
    campaign::{Change, Effect},
    trends::{self, TopicOptions},
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
        let topics = super::engine(move || trends::topics(&texts, &keywords, now, &TopicOptions::default())).await?;
        Ok(ToolOutput::of_engine("trends", vec![Change::PutTopics(topics)]))
    }
}
