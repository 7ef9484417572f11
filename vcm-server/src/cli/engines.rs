//! The engines on their own: texts in, answers out. The forms are in docs/cli.md, with examples that a test runs.

use std::process::ExitCode;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vcm_agents::inputs::{self, DataFormat, HistoryOptions};
use vcm_core::{
    Error, ErrorKind, Result, experiments,
    hashtags::{Confidence, HashtagBucket, HashtagIndex, HashtagPost, RankOptions, RankQuery, RankedHashtag},
    moderation::{ModerationReport, Moderator},
    platform::{self, LengthOptions, Numbering, SplitOptions},
    schedule, text, trends,
};

use super::{
    JsonArgs, LinesArgs, PlatformLinesArgs, RankArgs, SlotsArgs, SplitArgs,
    jsonl::{answer_in_turn, answer_lines, io_error, read_all, read_text, to_bytes, write_sorted},
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
    if args.number {
        options.numbering = Numbering::End;
    }
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
    #[derive(Serialize)]
    struct Answer {
        id: Value,
        #[serde(flatten)]
        report: ModerationReport,
    }
    let moderator = Moderator::new(Vec::new())?;
    answer_lines(&args.file, |line: TextLine| Ok(Answer { id: line.id, report: moderator.report(&line.text) }))
}

pub(super) fn cluster(args: &LinesArgs) -> Result<ExitCode> {
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

pub(super) fn rank(args: &RankArgs) -> Result<ExitCode> {
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

pub(super) fn slots(args: &SlotsArgs) -> Result<ExitCode> {
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

pub(super) fn experiment_plan(args: &JsonArgs) -> Result<ExitCode> {
    let request = experiments::SizeRequest::parse(&read_text(&args.file)?)?;
    print_json(&experiments::size(&request)?)
}

pub(super) fn experiment_analyze(args: &JsonArgs) -> Result<ExitCode> {
    let input = experiments::AnalysisInput::parse(&read_text(&args.file)?)?;
    print_json(&experiments::analyze(&input)?)
}

fn length_options(args: &PlatformLinesArgs) -> LengthOptions {
    LengthOptions { max_chars: args.max_chars, ..LengthOptions::new(as_of(args)) }
}

fn as_of(args: &PlatformLinesArgs) -> Date {
    args.as_of.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date())
}

fn print_json(value: &impl Serialize) -> Result<ExitCode> {
    let text = serde_json::to_string_pretty(value).map_err(not_json)?;
    super::output::print(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn not_json(error: serde_json::Error) -> Error {
    Error::new(ErrorKind::Unexpected, "print", "cannot write JSON").caused_by(error)
}
