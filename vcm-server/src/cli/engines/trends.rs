//! Clusters of texts.

use std::process::ExitCode;

use clap::Subcommand;
use serde::Serialize;
use serde_json::Value;
use vcm_core::{Result, trends};

use super::{LinesArgs, TextLine};
use crate::cli::jsonl::{read_all, to_bytes, write_sorted};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum TrendsVerb {
    /// Cluster texts. JSON Lines in and out: {"id","text"} gives {"id","cluster"}.
    Cluster(LinesArgs),
}

pub(in crate::cli) fn run(verb: &TrendsVerb) -> Result<ExitCode> {
    match verb {
        TrendsVerb::Cluster(args) => cluster(args),
    }
}

fn cluster(args: &LinesArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        cluster: u32,
    }
    let (lines, mut answers) = read_all::<TextLine>(&args.file)?;
    let failed = !answers.is_empty();
    let texts: Vec<&str> = lines.iter().map(|(_, line)| line.text.as_str()).collect();
    let clusters = trends::assign(&texts, &trends::ClusterOptions::default());
    answers.extend(
        lines
            .into_iter()
            .zip(clusters)
            .map(|((number, line), cluster)| (number, to_bytes(&Answer { id: line.id, cluster }))),
    );
    write_sorted(answers, failed)
}
