//! Cards and storyboards, through the machine's writer. Pixels are drawn when the kit is written.

use std::sync::Arc;

use async_trait::async_trait;
use vcm_core::{
    Error, Result,
    angles::Angle,
    campaign::{Board, Change, Effect},
    copy::Copy,
    ports::{StoryboardTask, VisualTask, Writer},
    visuals::{Asset, AssetContent},
};

use super::{
    Tool, ToolCall, ToolOutput,
    copy::{output, rejection_reasons, spark},
    input_str,
};
use crate::writers::offline::suited_length_ms;

/// `Visual.generate`: designs the card of a copy.
#[derive(Debug)]
pub struct GenerateVisual {
    /// Who designs.
    pub writer: Arc<dyn Writer>,
}

#[async_trait]
impl Tool for GenerateVisual {
    fn name(&self) -> &'static str {
        "Visual.generate"
    }

    fn effect(&self) -> Effect {
        self.writer.effect()
    }

    fn cost_limit_micros(&self) -> u64 {
        self.writer.task_cost_micros()
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let (angle, copy) = subject(call.board, input_str(call.input, "copy")?)?;
        let reasons = rejection_reasons(call.board);
        let written = self.writer.visual(VisualTask { spark: spark(call.board, &reasons), angle, copy }).await?;
        Ok(output(&*self.writer, vec![Change::PutAssets(vec![written.work])], written.usage))
    }
}

/// `Visual.storyboard`: plans the video of a copy.
#[derive(Debug)]
pub struct GenerateStoryboard {
    /// Who plans.
    pub writer: Arc<dyn Writer>,
}

#[async_trait]
impl Tool for GenerateStoryboard {
    fn name(&self) -> &'static str {
        "Visual.storyboard"
    }

    fn effect(&self) -> Effect {
        self.writer.effect()
    }

    fn cost_limit_micros(&self) -> u64 {
        self.writer.task_cost_micros()
    }

    async fn call(&self, call: ToolCall<'_>) -> Result<ToolOutput> {
        let (angle, copy) = subject(call.board, input_str(call.input, "copy")?)?;
        let reasons = rejection_reasons(call.board);
        let spark = spark(call.board, &reasons);
        let duration_ms = suited_length_ms(spark.brief, angle, copy);
        let written = self.writer.storyboard(StoryboardTask { spark, angle, copy, duration_ms }).await?;
        let asset = Asset {
            key: format!("storyboard-{}", copy.key),
            copy: copy.key.clone(),
            platform: copy.platform,
            alt_text: copy.alt_text.clone().unwrap_or_else(|| written.work.title.clone()),
            content: AssetContent::Storyboard(written.work),
        };
        Ok(output(&*self.writer, vec![Change::PutAssets(vec![asset])], written.usage))
    }
}

fn subject<'a>(board: &'a Board, key: &str) -> Result<(&'a Angle, &'a Copy)> {
    let copy = board.copies.iter().find(|copy| copy.key == key);
    let copy = copy.ok_or_else(|| Error::not_found("generate_visual", "copy", key))?;
    let angle = board.angles.iter().find(|angle| angle.key == copy.angle);
    Ok((angle.ok_or_else(|| Error::not_found("generate_visual", "angle", &copy.angle))?, copy))
}
