//! The Trend Scout: gets dated texts and finds the topics in them. Works in `researching`.

use serde_json::json;
use vcm_core::{Result, campaign::Board};

use super::{Agent, Step};

/// Finds topics, when the brief names texts to find them in.
#[derive(Debug, Clone, Copy, Default)]
pub struct TrendScout;

impl Agent for TrendScout {
    fn name(&self) -> &'static str {
        "trend_scout"
    }

    fn plan(&self, board: &Board) -> Result<Vec<Step>> {
        let Some(texts) = &board.campaign.inputs.trends else { return Ok(Vec::new()) };
        let input = json!({ "texts": texts });
        Ok(vec![
            Step { tool: "Trends.get", label: "local texts".to_owned(), input: input.clone() },
            Step { tool: "Trends.cluster", label: "topics".to_owned(), input },
        ])
    }
}
