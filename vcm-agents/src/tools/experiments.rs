//! Experiments: a design for one platform, with its power stated before.

use async_trait::async_trait;
use vcm_core::{
    Error, Result,
    campaign::{Change, Effect},
    experiments,
    platform::Platform,
    schedule,
};

use super::{Tool, ToolCall, ToolOutput, input_str};

/// `Experiment.plan`: plans the brief's experiment on one platform, and says so when it cannot decide.
#[derive(Debug, Clone, Copy)]
pub struct PlanExperiment;

#[async_trait]
impl Tool for PlanExperiment {
    fn name(&self) -> &'static str {
        "Experiment.plan"
    }

    fn effect(&self) -> Effect {
        Effect::Pure
    }

    fn cost_limit_micros(&self) -> u64 {
        0
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let brief = &call.board.campaign.brief;
        let platform: Platform = input_str(call.input, "platform")?.parse()?;
        let plan = brief.experiment.as_ref().ok_or_else(|| {
            Error::invalid_field("plan_experiment", "experiment", "nothing", "the experiment to plan")
        })?;
        let on_platform = brief.platforms.iter().filter(|plan| plan.platform == platform);
        let posts = on_platform.map(|plan| schedule::places(&brief.schedule, plan.posts_per_week)).sum();
        let experiment = experiments::plan(plan, platform, &call.board.copies, posts)?;
        Ok(ToolOutput::of_engine("experiments", vec![Change::PutExperiments(vec![experiment])]))
    }
}
