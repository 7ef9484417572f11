//! The engines on their own: texts in, answers out. The forms are in docs/cli.md, with examples that a test runs.

use std::process::ExitCode;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use vcm_core::{
    Error, ErrorKind, Result,
    experiments, hashtags,
    moderation::{ModerationInput, Moderator},
    platform::{self, LengthOptions, SplitOptions},
    schedule, text, trends,
};

use super::{
    JsonArgs, LinesArgs, PlatformLinesArgs, RankArgs, SlotsArgs, SplitArgs,
    jsonl::{answer_in_turn, answer_lines, io_error, read_all, read_input, write_sorted},
};

/// A line of most verbs. Other fields are left alone, so that a file made for another use can be fed as it is.
#[derive(Deserialize)]
struct TextLine {
    #[serde(default)]
    id: Value,
    text: String,
}

pub(super) fn length(args: &PlatformLinesArgs) -> Result<ExitCode> {
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

pub(super) fn split(args: &SplitArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        parts: Vec<String>,
    }
    let target = &args.target;
    let mut options = SplitOptions::new(as_of(target));
    options.max_chars = target.max_chars;
    options.numbered = args.number;
    answer_lines(&target.lines.file, |line: TextLine| {
        let parts = platform::split_thread(target.platform, &line.text, &options)?;
        Ok(Answer { id: line.id, parts })
    })
}

pub(super) fn embed(args: &LinesArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        embedder: &'static str,
        vector: Vec<f32>,
    }
    answer_lines(&args.file, |line: TextLine| {
        Ok(Answer { id: line.id, embedder: text::embedding::ID, vector: text::embedding::embed(&line.text) })
    })
}

pub(super) fn moderate(args: &LinesArgs) -> Result<ExitCode> {
    let moderator = Moderator::shipped()?;
    answer_lines(&args.file, |line: TextLine| {
        let report = moderator.report(&ModerationInput::text(&line.text));
        let mut answer = serde_json::to_value(&report).map_err(not_json)?;
        if let Some(object) = answer.as_object_mut() {
            object.insert("id".to_owned(), line.id);
        }
        Ok(answer)
    })
}

pub(super) fn cluster(args: &LinesArgs) -> Result<ExitCode> {
    let (lines, bad) = read_all::<TextLine>(&args.file)?;
    let texts: Vec<&str> = lines.iter().map(|(_, line)| line.text.as_str()).collect();
    let clusters = trends::assign(&texts, &trends::ClusterOptions::default());
    let failed = !bad.is_empty();
    let mut answers = bad;
    answers.extend(
        lines.iter().zip(clusters).map(|((number, line), cluster)| (*number, json!({ "id": line.id, "cluster": cluster }))),
    );
    write_sorted(answers, failed)
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
    tags: Option<Vec<String>>,
}

pub(super) fn rank(args: &RankArgs) -> Result<ExitCode> {
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        hashtags: Vec<Value>,
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
    let mut index = hashtags::HashtagIndex::new();
    for (_, post) in corpus {
        index.add(post_of(post));
    }
    let options = rank_options(args);
    let answer = |index: &hashtags::HashtagIndex, line: &PostLine| {
        let query = hashtags::RankQuery {
            text: line.text.clone(),
            account: line.account.clone(),
            at: line.at,
            ..hashtags::RankQuery::default()
        };
        let ranked = hashtags::rank(index, &query, &options);
        let hashtags = ranked.into_iter().map(|tag| {
            json!({ "tag": tag.tag, "score": tag.score, "bucket": tag.bucket, "saturation": tag.saturation, "confidence": tag.confidence })
        });
        Answer { id: line.id.clone(), hashtags: hashtags.collect() }
    };
    if args.prequential {
        return answer_in_turn(&args.lines.file, |line: PostLine| {
            let answered = answer(&index, &line);
            index.add(post_of(line));
            Ok(answered)
        });
    }
    answer_lines(&args.lines.file, |line: PostLine| Ok(answer(&index, &line)))
}

fn post_of(line: PostLine) -> hashtags::IndexedPost {
    hashtags::IndexedPost {
        tags: line.tags,
        text: line.text,
        account: line.account,
        at: line.at,
        engagement: line.engagement,
    }
}

fn rank_options(args: &RankArgs) -> hashtags::RankOptions {
    let platform = args.platform;
    hashtags::RankOptions { limit: args.top, platform, ..hashtags::RankOptions::default() }
}

pub(super) fn slots(args: &SlotsArgs) -> Result<ExitCode> {
    let zone = TimeZone::get(&args.tz)
        .map_err(|_| Error::invalid_field("slots", "tz", format_args!("{:?}", args.tz), "an IANA time zone, such as Europe/Berlin"))?;
    let history = std::fs::File::open(&args.history).map_err(|error| io_error(&args.history, error))?;
    let format = vcm_agents::inputs::DataFormat::of_path(&args.history)?;
    let history = vcm_agents::inputs::read_history(history, format, &zone)
        .map_err(|error| error.with("file", args.history.display()))?;
    let plan = schedule::PlanInput::parse(&utf8(read_input(&args.plan)?)?)?;
    print_json(&schedule::answer(&history, &plan)?)
}

pub(super) fn experiment_plan(args: &JsonArgs) -> Result<ExitCode> {
    let input = experiments::PlanInput::parse(&utf8(read_input(&args.file)?)?)?;
    print_json(&experiments::answer_plan(&input)?)
}

pub(super) fn experiment_analyze(args: &JsonArgs) -> Result<ExitCode> {
    let input = experiments::AnalysisInput::parse(&utf8(read_input(&args.file)?)?)?;
    print_json(&experiments::analyze(&input)?)
}

fn length_options(args: &PlatformLinesArgs) -> LengthOptions {
    LengthOptions { max_chars: args.max_chars, ..LengthOptions::new(as_of(args)) }
}

fn as_of(args: &PlatformLinesArgs) -> Date {
    args.as_of.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date())
}

fn utf8(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|_| Error::new(ErrorKind::InvalidInput, "read", "the input is not UTF-8"))
}

fn print_json(value: &impl Serialize) -> Result<ExitCode> {
    let text = serde_json::to_string_pretty(value).map_err(not_json)?;
    super::campaign::print(&(text + "\n"));
    Ok(ExitCode::SUCCESS)
}

fn not_json(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::Unexpected, "print", "cannot write JSON").caused_by(error)
}
