//! Moderation of texts.

use std::process::ExitCode;

use serde::Serialize;
use serde_json::Value;
use vcm_core::{
    Result,
    moderation::{ModerationReport, Moderator},
};

use super::{LinesArgs, TextLine};
use crate::cli::jsonl::answer_lines;

pub(in crate::cli) fn moderate(args: &LinesArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        #[serde(flatten)]
        report: ModerationReport,
    }
    let moderator = Moderator::new(Vec::new())?;
    answer_lines(&args.file, |line: TextLine| Ok(Answer { id: line.id, report: moderator.report(&line.text) }))
}
