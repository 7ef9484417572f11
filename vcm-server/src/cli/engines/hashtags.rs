//! Hashtags, ranked for texts from a corpus of posts.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vcm_core::{
    Error, ErrorKind, Result,
    hashtags::{Confidence, HashtagBucket, HashtagIndex, HashtagPost, RankOptions, RankQuery, RankedHashtag},
    platform::{self, Platform},
};

use super::LinesArgs;
use crate::cli::jsonl::{answer_in_turn, answer_lines, read_all};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum HashtagsVerb {
    /// Rank hashtags for texts. JSON Lines in and out: {"id","text","account"?,"at"?}.
    Rank(RankArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RankArgs {
    #[command(flatten)]
    lines: LinesArgs,
    /// Posts to learn from: JSON Lines {"id","text","account"?,"at"?,"engagement"?}.
    #[arg(long, value_name = "POSTS.jsonl")]
    corpus: PathBuf,
    /// How many hashtags at the most.
    #[arg(long, default_value_t = 10)]
    top: usize,
    /// Only tags that this platform allows.
    #[arg(long)]
    platform: Option<Platform>,
    /// Each query, with the tags in its own "tags", joins the history after it is answered.
    #[arg(long)]
    prequential: bool,
}

pub(in crate::cli) fn run(verb: &HashtagsVerb) -> Result<ExitCode> {
    match verb {
        HashtagsVerb::Rank(args) => rank(args),
    }
}

fn rank(args: &RankArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        hashtags: Vec<RankedTag>,
    }
    if !(1..=1000).contains(&args.top) {
        return Err(Error::invalid_field("rank_hashtags", "top", args.top, "1 to 1000"));
    }
    let (corpus, bad) = read_all::<PostLine>(&args.corpus)?;
    if let Some((number, _)) = bad.first() {
        return Err(Error::new(ErrorKind::InvalidInput, "read_corpus", "the corpus has lines that are not posts")
            .with("file", args.corpus.display())
            .with("first_line", number)
            .with("lines", bad.len()));
    }
    let mut index = HashtagIndex::new();
    for (_, post) in &corpus {
        index.add(&post_of(post));
    }
    drop(corpus);
    let options =
        RankOptions { limit: RANKED_BEFORE_RULES.max(args.top), fill_with_popular: true, ..RankOptions::default() };
    let answer = |index: &HashtagIndex, line: &PostLine| {
        let query = RankQuery { text: &line.text, account: line.account.as_deref(), at: line.at, brief: None };
        let allowed = |tag: &str| args.platform.is_none_or(|platform| platform::valid_hashtag(platform, tag));
        let ranked = index.rank(&query, &options).into_iter().filter(|ranked| allowed(&ranked.tag)).take(args.top);
        Answer { id: line.id.clone(), hashtags: ranked.map(RankedTag::from).collect() }
    };
    if args.prequential {
        return answer_in_turn(&args.lines.file, |line: PostLine| {
            let answered = answer(&index, &line);
            index.add(&post_of(&line));
            Ok(answered)
        });
    }
    answer_lines(&args.lines.file, |line: PostLine| Ok(answer(&index, &line)))
}

/// A post to learn from, or a query.
#[derive(Deserialize)]
struct PostLine {
    #[serde(default)]
    id: Value,
    text: String,
    #[serde(default)]
    account: Option<String>,
    #[serde(default)]
    at: Option<Timestamp>,
    #[serde(default)]
    engagement: Option<f64>,
    #[serde(default)]
    format: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
}

/// Ranked before a platform's rule for tags takes some away.
const RANKED_BEFORE_RULES: usize = 50;

#[derive(Serialize)]
struct RankedTag {
    tag: String,
    score: f64,
    bucket: HashtagBucket,
    saturation: Option<f64>,
    confidence: Confidence,
}

impl From<RankedHashtag> for RankedTag {
    fn from(ranked: RankedHashtag) -> Self {
        let RankedHashtag { tag, score, bucket, saturation, confidence, .. } = ranked;
        Self { tag, score, bucket, saturation, confidence }
    }
}

fn post_of(line: &PostLine) -> HashtagPost<'_> {
    HashtagPost {
        text: &line.text,
        tags: &line.tags,
        account: line.account.as_deref(),
        at: line.at,
        format: line.format.as_deref(),
        engagement: line.engagement,
    }
}
