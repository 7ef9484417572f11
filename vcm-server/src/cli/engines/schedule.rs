//! Posting slots from own history.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use jiff::tz::TimeZone;
use vcm_agents::inputs::{self, DataFormat, HistoryOptions};
use vcm_core::{Error, Result, schedule};

use super::print_json;
use crate::cli::jsonl::{io_error, read_text};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum SlotsVerb {
    /// Recommend slots from own history. JSON out.
    Recommend(SlotsArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SlotsArgs {
    /// Own posts: CSV with account, at, format, engagement; or JSON Lines.
    #[arg(long, value_name = "POSTS.csv")]
    history: PathBuf,
    /// The plan: JSON, or - for standard input. A plan of only {"tz","now"} answers the hours.
    #[arg(long, value_name = "PLAN.json")]
    plan: PathBuf,
    /// Time zone of times in the history that have no offset.
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    tz: String,
}

pub(in crate::cli) fn run(verb: &SlotsVerb) -> Result<ExitCode> {
    match verb {
        SlotsVerb::Recommend(args) => recommend(args),
    }
}

fn recommend(args: &SlotsArgs) -> Result<ExitCode> {
    let time_zone = TimeZone::get(&args.tz).map_err(|_| {
        Error::invalid_field("slots", "tz", format_args!("{:?}", args.tz), "an IANA time zone, such as Europe/Berlin")
    })?;
    let format = DataFormat::of_path(&args.history).unwrap_or(DataFormat::Csv);
    let file = std::fs::File::open(&args.history).map_err(|error| io_error(&args.history, error))?;
    let options = HistoryOptions { format, account: String::new(), time_zone };
    let history = inputs::read_history(std::io::BufReader::new(file), &options)
        .map_err(|error| error.with("file", args.history.display()))?;
    let plan = schedule::PlanInput::parse(&read_text(&args.plan)?)?;
    print_json(&schedule::answer(&history, &plan)?)
}
