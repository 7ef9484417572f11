//! The Editor-in-Chief: a policy pass over everything, before a person is asked. Works in `reviewing`.

use serde_json::json;
use vcm_core::{Result, campaign::Board, hash::ContentHash};

use super::{Agent, Step};

/// Plans one check a platform. The input names the texts, so an edited copy is checked again and an untouched one is not.
#[derive(Debug, Clone, Copy, Default)]
pub struct EditorInChief;

impl Agent for EditorInChief {
    fn name(&self) -> &'static str {
        "editor_in_chief"
    }

    fn plan(&self, board: &Board) -> Result<Vec<Step>> {
        let mut platforms: Vec<_> = board.copies.iter().map(|copy| copy.platform).collect();
        platforms.sort_unstable();
        platforms.dedup();
        platforms
            .into_iter()
            .map(|platform| {
                let copies: Vec<_> = board.copies.iter().filter(|copy| copy.platform == platform).collect();
                let assets: Vec<_> = board.assets.iter().filter(|asset| asset.platform == platform).collect();
                let texts = ContentHash::of(&(copies, assets))?;
                Ok(Step {
                    tool: "Moderation.check",
                    label: platform.label().to_owned(),
                    input: json!({ "platform": platform, "texts": texts }),
                })
            })
            .collect()
    }
}
