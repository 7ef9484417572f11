//! Hashtags, ranked for texts from a corpus of posts.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

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
use crate::cli::jsonl::{answer_in_turn, answer_lines, io_error, read_in_turn};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum HashtagsVerb {
    /// Rank hashtags for texts. JSON Lines in and out: {"id","text","account"?,"at"?}.
    Rank(RankArgs),
    /// Learn from posts once and keep what was learnt in a file for `rank --index`.
    Index(IndexArgs),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RankArgs {
    #[command(flatten)]
    lines: LinesArgs,
    /// Posts to learn from: JSON Lines {"id","text","account"?,"at"?,"engagement"?}.
    #[arg(long, value_name = "POSTS.jsonl", required_unless_present = "index")]
    corpus: Option<PathBuf>,
    /// What `hashtags index` wrote; a corpus beside it is learnt from as well.
    #[arg(long, value_name = "FILE")]
    index: Option<PathBuf>,
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

#[derive(Debug, Args)]
pub(in crate::cli) struct IndexArgs {
    /// Posts to learn from: JSON Lines {"id","text","account"?,"at"?,"engagement"?}.
    #[arg(long, value_name = "POSTS.jsonl")]
    corpus: PathBuf,
    /// An index to go on from.
    #[arg(long, value_name = "FILE")]
    index: Option<PathBuf>,
    /// Where to write the index. A file there is replaced as a whole, or not at all.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub(in crate::cli) fn run(verb: &HashtagsVerb) -> Result<ExitCode> {
    match verb {
        HashtagsVerb::Rank(args) => rank(args),
        HashtagsVerb::Index(args) => write_index(args),
    }
}

fn rank(args: &RankArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        hashtags: Vec<RankedTag>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        why: Vec<String>,
    }
    if !(1..=1000).contains(&args.top) {
        return Err(Error::invalid_field("rank_hashtags", "top", args.top, "1 to 1000"));
    }
    let mut index = learn(args.index.as_deref(), args.corpus.as_deref())?;
    // A platform's rule takes some away afterwards.
    let limit = if args.platform.is_some() { args.top + SPARE_FOR_RULES } else { args.top };
    let options = RankOptions { limit, ..RankOptions::default() };
    let answer = |index: &HashtagIndex, line: &PostLine| {
        let query = RankQuery { text: &line.text, account: line.account.as_deref(), at: line.at, brief: None };
        let allowed = |tag: &str| args.platform.is_none_or(|platform| platform::valid_hashtag(platform, tag));
        let ranked = index.rank(&query, &options).into_iter().filter(|ranked| allowed(&ranked.tag)).take(args.top);
        let hashtags: Vec<RankedTag> = ranked.map(RankedTag::from).collect();
        let why = if hashtags.iter().any(|tag| tag.confidence == Confidence::Ok) {
            Vec::new()
        } else {
            abstention(index, line.account.as_deref(), hashtags.is_empty())
        };
        Answer { id: line.id.clone(), hashtags, why }
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

/// Ranked beyond `--top` where a platform's rule for tags takes some away.
const SPARE_FOR_RULES: usize = 50;

/// Why there is no hashtag, or none to act on.
fn abstention(index: &HashtagIndex, account: Option<&str>, nothing: bool) -> Vec<String> {
    let said = if nothing {
        "nothing seen so far has to do with this text: no hashtag is recommended"
    } else {
        "one or two posts speak for these hashtags: too few to act on"
    };
    std::iter::once(said.to_owned()).chain(index.notes(account)).collect()
}

fn write_index(args: &IndexArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        tagged_posts: usize,
        hashtags: usize,
        bytes: usize,
    }
    let index = learn(args.index.as_deref(), Some(&args.corpus))?;
    let bytes = index.to_bytes();
    let mut partial = args.out.clone().into_os_string();
    partial.push(".part");
    let partial = PathBuf::from(partial);
    std::fs::write(&partial, &bytes).and_then(|()| std::fs::rename(&partial, &args.out)).map_err(|error| {
        // What was begun is of no use; that it may not even exist is fine.
        let _ = std::fs::remove_file(&partial);
        Error::new(ErrorKind::Io, "write_index", format!("cannot write {}: {error}", args.out.display()))
            .caused_by(error)
    })?;
    let answer = Answer { tagged_posts: index.tagged_posts(), hashtags: index.distinct_tags(), bytes: bytes.len() };
    super::print_json(&answer)
}

/// The index of a file and of the posts of a corpus, as far as they are named.
fn learn(saved: Option<&Path>, corpus: Option<&Path>) -> Result<HashtagIndex> {
    let mut index = match saved {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|error| io_error(path, error))?;
            HashtagIndex::from_bytes(&bytes).map_err(|error| error.with("file", path.display()))?
        }
        None => HashtagIndex::new(),
    };
    if let Some(path) = corpus {
        let bad = read_in_turn(path, |post: PostLine| index.add(&post_of(&post)))?;
        if let Some(first) = bad.first() {
            return Err(Error::new(ErrorKind::InvalidInput, "read_corpus", "the corpus has lines that are not posts")
                .with("file", path.display())
                .with("first_line", first)
                .with("lines", bad.len()));
        }
    }
    Ok(index)
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
