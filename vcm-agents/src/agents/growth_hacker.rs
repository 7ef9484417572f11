//! The Growth Hacker: hashtags in `assembling`; experiments and slots in `scheduling`.

use serde_json::json;
use vcm_core::{
    Result,
    campaign::{Board, State},
};

use super::{Agent, Step};

/// Plans hashtags, experiments and the schedule.
#[derive(Debug, Clone, Copy, Default)]
pub struct GrowthHacker;

impl Agent for GrowthHacker {
    fn name(&self) -> &'static str {
        "growth_hacker"
    }

    fn plan(&self, board: &Board) -> Result<Vec<Step>> {
        let brief = &board.campaign.brief;
        let step = |tool, label: String, input| Step { tool, label, input };
        if board.campaign.status.state == State::Assembling {
            return Ok(vec![
                step("Hashtags.rank", "ladders".to_owned(), json!({ "history": board.campaign.inputs.history })),
                step("Hashtags.ladder", "tags of every post".to_owned(), json!({ "copies": board.copies.len() })),
            ]);
        }
        let mut steps = Vec::new();
        if brief.experiment.is_some() {
            steps.extend(brief.platforms.iter().map(|plan| {
                step("Experiment.plan", plan.platform.label().to_owned(), json!({ "platform": plan.platform }))
            }));
        }
        steps.push(step("Schedule.recommend", "slots".to_owned(), json!({ "copies": board.copies.len() })));
        Ok(steps)
    }
}
