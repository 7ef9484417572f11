//! Scores of hooks and headlines.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::Value;
use vcm_core::{
    Result,
    hooks::{self, Contribution},
};

use super::{LinesArgs, TextLine};
use crate::cli::jsonl::answer_lines;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum HooksVerb {
    /// Score headlines and first lines. JSON Lines in and out: {"id","text"} gives {"id","score"}.
    Score(ScoreArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ScoreArgs {
    #[command(flatten)]
    lines: LinesArgs,
    /// Add how far the score can be trusted and what moved it.
    #[arg(long)]
    explain: bool,
}

pub(in crate::cli) fn run(verb: &HooksVerb) -> Result<ExitCode> {
    match verb {
        HooksVerb::Score(args) => score(args),
    }
}

fn score(args: &ScoreArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        score: f64,
        #[serde(flatten)]
        explained: Option<Explained>,
    }
    #[derive(Serialize)]
    struct Explained {
        model: &'static str,
        trust: f64,
        moved_by: Vec<Contribution>,
    }
    answer_lines(&args.lines.file, |line: TextLine| {
        if !args.explain {
            let score = hooks::chance(hooks::strength(&line.text).log_odds);
            return Ok(Answer { id: line.id, score, explained: None });
        }
        let scored = hooks::score(&line.text);
        let explained = Explained { model: hooks::MODEL, trust: scored.trust, moved_by: scored.moved_by };
        Ok(Answer { id: line.id, score: scored.score, explained: Some(explained) })
    })
}
