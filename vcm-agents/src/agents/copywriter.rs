//! The Copywriter: finds angles, then writes every angle for every platform in its variants. Works in `drafting`.

use serde_json::json;
use vcm_core::{
    Result,
    brief::{Brief, Factor},
    campaign::Board,
};

use super::{Agent, Step};

/// Plans angles first, and copies once there are angles.
#[derive(Debug, Clone, Copy, Default)]
pub struct Copywriter;

impl Agent for Copywriter {
    fn name(&self) -> &'static str {
        "copywriter"
    }

    fn plan(&self, board: &Board) -> Result<Vec<Step>> {
        let brief = &board.campaign.brief;
        let mut steps =
            vec![Step { tool: "Angles.generate", label: "angles".to_owned(), input: json!({ "count": brief.angles }) }];
        let differs_in = variant_factors(brief);
        for angle in &board.angles {
            for plan in &brief.platforms {
                steps.push(Step {
                    tool: "Copy.generate",
                    label: format!("{} · {}", plan.platform.label(), angle.title),
                    input: json!({ "angle": angle.key, "platform": plan.platform, "variant_b_differs_in": differs_in }),
                });
            }
        }
        Ok(steps)
    }
}

/// What variant `b` differs in: the experiment's factors, or the hook when no experiment is planned, so that a reviewer has a
/// choice.
fn variant_factors(brief: &Brief) -> Vec<Factor> {
    brief.experiment.as_ref().map_or_else(|| vec![Factor::Hook], |experiment| experiment.factors.clone())
}
