//! The Designer: a card for every post, a storyboard for every video. Works in `assembling`.

use serde_json::json;
use vcm_core::{
    Result,
    brief::Factor,
    campaign::Board,
    copy::{Copy, CopyFormat},
};

use super::{Agent, Step};

/// Plans visuals. Variants share one unless they differ in the visual.
#[derive(Debug, Clone, Copy, Default)]
pub struct Designer;

impl Agent for Designer {
    fn name(&self) -> &'static str {
        "designer"
    }

    fn plan(&self, board: &Board) -> Result<Vec<Step>> {
        Ok(board.copies.iter().filter(|copy| has_own_visual(board, copy)).map(step).collect())
    }
}

fn has_own_visual(board: &Board, copy: &Copy) -> bool {
    let first = board.copies.iter().find(|other| other.angle == copy.angle && other.platform == copy.platform);
    first.is_none_or(|first| {
        first.key == copy.key || first.factors.get(&Factor::Visual) != copy.factors.get(&Factor::Visual)
    })
}

fn step(copy: &Copy) -> Step {
    let tool = if copy.format == CopyFormat::Video { "Visual.storyboard" } else { "Visual.generate" };
    Step { tool, label: copy.key.clone(), input: json!({ "copy": copy.key }) }
}
