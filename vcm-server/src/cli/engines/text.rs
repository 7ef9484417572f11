//! Counting, splitting and embedding texts.

use std::process::ExitCode;

use clap::Args;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::Serialize;
use serde_json::Value;
use vcm_core::{
    Result,
    platform::{self, LengthOptions, Numbering, Platform, SplitOptions},
};

use super::{EmbedderArgs, LinesArgs, TextLine};
use crate::cli::{
    campaign::block_on,
    jsonl::{answer_batches, answer_lines},
};

#[derive(Debug, Args)]
pub(in crate::cli) struct PlatformLinesArgs {
    #[command(flatten)]
    lines: LinesArgs,
    /// The platform: x, instagram, tiktok, linkedin, youtube_shorts, facebook, threads, pinterest, bluesky or mastodon.
    #[arg(long)]
    platform: Platform,
    /// The day whose rules hold, such as 2026-11-22; today when left out.
    #[arg(long, value_name = "DATE")]
    as_of: Option<jiff::civil::Date>,
    /// A limit of the account or instance that differs from the platform's.
    #[arg(long, value_name = "N")]
    max_chars: Option<u32>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SplitArgs {
    #[command(flatten)]
    target: PlatformLinesArgs,
    /// Number the parts: 1/3, 2/3, 3/3.
    #[arg(long)]
    number: bool,
}

pub(in crate::cli) fn length(args: &PlatformLinesArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        length: u32,
        limit: u32,
        valid: bool,
    }
    let options = length_options(args);
    answer_lines(&args.lines.file, |line: TextLine| {
        let length = platform::text_length(args.platform, &line.text, &options);
        Ok(Answer { id: line.id, length: length.length, limit: length.limit, valid: length.valid })
    })
}

pub(in crate::cli) fn split(args: &SplitArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        parts: Vec<String>,
    }
    let target = &args.target;
    let mut options = SplitOptions::new(as_of(target));
    options.max_chars = target.max_chars;
    if args.number {
        options.numbering = Numbering::End;
    }
    answer_lines(&target.lines.file, |line: TextLine| {
        let parts = platform::split_thread(target.platform, &line.text, &options)?;
        Ok(Answer { id: line.id, parts })
    })
}

#[derive(Debug, Args)]
pub(in crate::cli) struct EmbedArgs {
    #[command(flatten)]
    lines: LinesArgs,
    #[command(flatten)]
    embedder: EmbedderArgs,
}

pub(in crate::cli) fn embed(args: &EmbedArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        embedder: String,
        vector: Vec<f32>,
    }
    let embedder = args.embedder.open()?;
    block_on(answer_batches(&args.lines.file, async |lines: Vec<TextLine>| {
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let vectors = embedder.embed(&texts).await?;
        let answer =
            |(line, vector): (TextLine, Vec<f32>)| Answer { id: line.id, embedder: embedder.id().to_owned(), vector };
        Ok(lines.into_iter().zip(vectors).map(answer).collect())
    }))
}

fn length_options(args: &PlatformLinesArgs) -> LengthOptions {
    LengthOptions { max_chars: args.max_chars, ..LengthOptions::new(as_of(args)) }
}

fn as_of(args: &PlatformLinesArgs) -> Date {
    args.as_of.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date())
}
