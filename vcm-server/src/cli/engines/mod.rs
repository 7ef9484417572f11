//! The engines on their own: texts in, answers out. One file an engine, under the engine's name; the forms are in docs/cli.md, with
//! examples that a test runs.

pub(super) mod experiments;
pub(super) mod hashtags;
pub(super) mod hooks;
pub(super) mod moderation;
pub(super) mod schedule;
pub(super) mod text;
pub(super) mod trends;

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vcm_core::{Error, ErrorKind, Result};

#[derive(Debug, Args)]
pub(in crate::cli) struct LinesArgs {
    /// JSON Lines, or - for standard input.
    #[arg(default_value = "-")]
    pub(in crate::cli) file: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct JsonArgs {
    /// JSON, or - for standard input.
    #[arg(default_value = "-")]
    pub(in crate::cli) file: PathBuf,
}

/// A line of most verbs. Other fields are left alone, so that a file made for another use can be fed as it is.
#[derive(Deserialize)]
struct TextLine {
    #[serde(default)]
    id: Value,
    text: String,
}

fn print_json(value: &impl Serialize) -> Result<ExitCode> {
    let text = serde_json::to_string_pretty(value).map_err(not_json)?;
    crate::cli::output::print(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn not_json(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::Unexpected, "print", "cannot write JSON").caused_by(error)
}
