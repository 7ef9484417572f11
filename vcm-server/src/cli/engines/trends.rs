//! Clusters of texts.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::Value;
use vcm_agents::tools::trends::cluster_texts;
use vcm_core::Result;

use super::{EmbedderArgs, LinesArgs, TextLine};
use crate::cli::{
    campaign::block_on,
    jsonl::{read_all, to_bytes, write_sorted},
};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum TrendsVerb {
    /// Cluster texts. JSON Lines in and out: {"id","text"} gives {"id","cluster"}.
    Cluster(ClusterArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ClusterArgs {
    #[command(flatten)]
    lines: LinesArgs,
    #[command(flatten)]
    embedder: EmbedderArgs,
}

pub(in crate::cli) fn run(verb: &TrendsVerb) -> Result<ExitCode> {
    match verb {
        TrendsVerb::Cluster(args) => cluster(args),
    }
}

fn cluster(args: &ClusterArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        cluster: u32,
    }
    let embedder = args.embedder.open()?;
    let (lines, mut answers) = read_all::<TextLine>(&args.lines.file)?;
    let failed = !answers.is_empty();
    let texts: Vec<&str> = lines.iter().map(|(_, line)| line.text.as_str()).collect();
    block_on(async {
        let clusters = cluster_texts(&texts, embedder.as_ref()).await?;
        let answer = |((number, line), cluster): (&(u64, TextLine), u32)| {
            (*number, to_bytes(&Answer { id: line.id.clone(), cluster }))
        };
        answers.extend(lines.iter().zip(clusters).map(answer));
        write_sorted(answers, failed)
    })
}
