//! Experiments: planned and read out.

use std::process::ExitCode;

use clap::Subcommand;
use vcm_core::{Result, experiments};

use super::{JsonArgs, print_json};
use crate::cli::jsonl::read_text;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ExperimentVerb {
    /// Plan an experiment: design, power, smallest effect it can find. JSON in, JSON out.
    Plan(JsonArgs),
    /// Read an experiment out: lift with interval, chance to win, alarms. JSON in, JSON out.
    Analyze(JsonArgs),
}

pub(in crate::cli) fn run(verb: &ExperimentVerb) -> Result<ExitCode> {
    match verb {
        ExperimentVerb::Plan(args) => plan(args),
        ExperimentVerb::Analyze(args) => analyze(args),
    }
}

fn plan(args: &JsonArgs) -> Result<ExitCode> {
    let request = experiments::SizeRequest::parse(&read_text(&args.file)?)?;
    print_json(&experiments::size(&request)?)
}

fn analyze(args: &JsonArgs) -> Result<ExitCode> {
    let input = experiments::AnalysisInput::parse(&read_text(&args.file)?)?;
    print_json(&experiments::analyze(&input)?)
}
