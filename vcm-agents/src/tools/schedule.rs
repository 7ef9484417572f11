//! The schedule: which post goes out when.

use async_trait::async_trait;
use vcm_core::{
    Result,
    campaign::{Change, Effect},
    schedule::{self, ScheduleRequest},
};

use super::{Tool, ToolCall, ToolOutput};

/// `Schedule.recommend`: places the copies in slots, with the bound that says how good the schedule is.
#[derive(Debug, Clone, Copy)]
pub struct RecommendSchedule;

#[async_trait]
impl Tool for RecommendSchedule {
    fn name(&self) -> &'static str {
        "Schedule.recommend"
    }

    fn effect(&self) -> Effect {
        Effect::Pure
    }

    fn cost_limit_micros(&self) -> u64 {
        0
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let history = call.inputs.history().await?;
        let board = call.board.clone();
        let plan = super::engine(move || {
            let campaign = &board.campaign;
            let request = ScheduleRequest::from_brief(
                &campaign.brief,
                &board.copies,
                &board.experiments,
                &history,
                campaign.now,
                campaign.seed,
            );
            schedule::recommend(&request)
        })
        .await??;
        Ok(ToolOutput::of_engine("schedule", vec![Change::PutSchedule(Box::new(plan))]))
    }
}
