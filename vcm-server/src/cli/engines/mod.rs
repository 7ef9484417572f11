//! The engines on their own: texts in, answers out. One file an engine, under the engine's name; the forms are in docs/cli.md, with
//! examples that a test runs.

pub(super) mod experiments;
pub(super) mod hashtags;
pub(super) mod hooks;
pub(super) mod moderation;
pub(super) mod schedule;
pub(super) mod text;
pub(super) mod trends;

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vcm_agents::providers::embeddings;
use vcm_core::{Error, ErrorKind, Result, ports::Embedder};

#[derive(Debug, Args)]
pub(in crate::cli) struct LinesArgs {
    /// JSON Lines, or - for standard input.
    #[arg(default_value = "-")]
    pub(in crate::cli) file: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct EmbedderArgs {
    /// What turns texts into vectors: lexical, or minilm (in builds with the feature of that name).
    #[arg(long, value_name = "NAME", default_value = "lexical")]
    embedder: String,
    /// The folder of the embedder's model.
    #[arg(long, value_name = "DIR", env = "VCM_MODEL_DIR")]
    model_dir: Option<PathBuf>,
}

impl EmbedderArgs {
    fn open(&self) -> Result<Arc<dyn Embedder>> {
        embeddings::open(&self.embedder, self.model_dir.as_deref())
    }
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
