//! Own earlier posts from CSV or JSON Lines.

use std::{
    borrow::Cow,
    io::{BufRead, BufReader, Cursor, Read},
    path::Path,
};

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde::Deserialize;
use vcm_core::{
    error::{Error, Result, Violation},
    platform::Platform,
    schedule::HistoryPost,
};

use super::{
    lines::{BadLines, for_each_line, shown, unreadable},
    trends::bad_json,
};

const OPERATION: &str = "read_history";
const TIME_ALLOWED: &str = "a time such as 2026-11-22T09:00:00+01:00, or 2026-11-22 09:00 in the brief's time zone";
const COUNT_ALLOWED: &str = "a number from 0, digits only, such as 42";

/// The notation of a data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFormat {
    /// Comma, semicolon or tab separated values with a header row; told from the header.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

impl DataFormat {
    /// The format of a file by its extension: `csv`; `jsonl` or `ndjson`.
    pub fn of_path(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// How to read what a history leaves open.
#[derive(Debug, Clone)]
pub struct HistoryOptions {
    /// The notation.
    pub format: DataFormat,
    /// Account of rows that name none; empty when there is only one.
    pub account: String,
    /// Zone of times that have no offset.
    pub time_zone: TimeZone,
}

/// Reads own earlier posts.
///
/// Columns of the CSV header, or fields of the JSON objects (CSV names in any case): `at` (RFC 3339, or local in
/// `options.time_zone`; also called `time`, `timestamp`, `posted_at`, `published_at`), `engagement` or any of `reactions`,
/// `comments`, `shares` that are then summed, and if known `text`, `format`, `account`, `platform`. Others are ignored. A byte
/// order mark, Windows line breaks and blank lines do no harm.
///
/// # Errors
/// `invalid_input` with the first 20 bad lines (fields `line 7, column at`; context `bad_lines` counts all); `io`.
pub fn read_history(input: impl BufRead, options: &HistoryOptions) -> Result<Vec<HistoryPost>> {
    match options.format {
        DataFormat::Csv => read_csv(input, options),
        DataFormat::JsonLines => read_json_lines(input, options),
    }
}

fn read_csv(mut input: impl BufRead, options: &HistoryOptions) -> Result<Vec<HistoryPost>> {
    let mut header = Vec::new();
    (&mut input).take(1 << 16).read_until(b'\n', &mut header).map_err(|error| unreadable(OPERATION, error))?;
    let header = header.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(&header).to_vec();
    let separator = separator(&header);
    // A line break at the very end, so that every record ends with one: line numbers are counted from there. The reader's own
    // position is that of the gap before a record, which is a line off after a blank line or a Windows line break.
    let input = Cursor::new(header).chain(input).chain(&b"\n"[..]);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::Any(b'\n'))
        .flexible(true)
        .from_reader(BufReader::with_capacity(1 << 16, input));

    let columns = Columns::find(&reader.byte_headers().map_err(unreadable_csv)?.clone())?;
    let mut bad = BadLines::new(OPERATION);
    let mut posts = Vec::new();
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(unreadable_csv)? {
        let inner = record.as_slice().split(|byte| *byte == b'\n').count() as u64;
        let number = reader.position().line().saturating_sub(inner);
        let Ok(row) = std::str::from_utf8(record.as_slice()) else {
            bad.add(number, "", "bytes that are not UTF-8", "a file saved as UTF-8");
            continue;
        };
        if row.trim().is_empty() {
            continue;
        }
        if let Some(post) = columns.row(&record).post(number, "column", options, &mut bad) {
            posts.push(post);
        }
    }
    bad.finish(posts)
}

/// Of `,`, `;` and tab the one that the header has most of: spreadsheets choose by country.
fn separator(header: &[u8]) -> u8 {
    let count = |separator: u8| header.split(|byte| *byte == separator).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

fn unreadable_csv(error: csv::Error) -> Error {
    let line = error.position().map_or(0, csv::Position::line);
    unreadable(OPERATION, error.into()).with("line", line)
}

fn read_json_lines(input: impl BufRead, options: &HistoryOptions) -> Result<Vec<HistoryPost>> {
    let mut bad = BadLines::new(OPERATION);
    let mut posts = Vec::new();
    for_each_line(input, &mut bad, |number, line, bad| match serde_json::from_slice::<JsonRow<'_>>(line) {
        Ok(row) => posts.extend(row.fields().post(number, "field", options, bad)),
        Err(error) => bad_json(number, line, &error, bad),
    })?;
    bad.finish(posts)
}

/// Where each known column is.
#[derive(Default)]
struct Columns {
    at: Option<usize>,
    text: Option<usize>,
    format: Option<usize>,
    account: Option<usize>,
    platform: Option<usize>,
    counts: [Option<usize>; 4],
}

impl Columns {
    fn find(header: &csv::ByteRecord) -> Result<Self> {
        let mut columns = Self::default();
        let mut violations = Vec::new();
        let mut names = Vec::new();
        for (index, name) in header.iter().enumerate() {
            let name = String::from_utf8_lossy(name).trim().to_lowercase();
            let [engagement, reactions, comments, shares] = &mut columns.counts;
            let place = match name.as_str() {
                "at" | "time" | "timestamp" | "posted_at" | "published_at" => Some(&mut columns.at),
                "text" => Some(&mut columns.text),
                "format" => Some(&mut columns.format),
                "account" => Some(&mut columns.account),
                "platform" => Some(&mut columns.platform),
                "engagement" => Some(engagement),
                "reactions" => Some(reactions),
                "comments" => Some(comments),
                "shares" => Some(shares),
                _ => None,
            };
            if let Some(place) = place
                && place.replace(index).is_some()
            {
                violations.push(Violation::new("line 1", shown(&name), "each known column once"));
            }
            names.push(name);
        }
        let found = format!("the columns {}", if names.is_empty() { "(none)".to_owned() } else { names.join(", ") });
        if columns.at.is_none() {
            violations.push(Violation::new("line 1", &found, "a header with a column `at`"));
        }
        if columns.counts.iter().all(Option::is_none) {
            let allowed = "a header with a column `engagement`, or with `reactions`, `comments`, `shares`";
            violations.push(Violation::new("line 1", &found, allowed));
        }
        if violations.is_empty() { Ok(columns) } else { Err(Error::invalid_input(OPERATION, violations)) }
    }

    /// The fields of a record whose bytes are known to be UTF-8. The last one of a Windows line still has its carriage return.
    fn row<'a>(&self, record: &'a csv::ByteRecord) -> Fields<'a> {
        let field = |index: Option<usize>| -> &'a str {
            let bytes = index.and_then(|index| record.get(index)).unwrap_or_default();
            std::str::from_utf8(bytes).unwrap_or_default().trim_end_matches('\r')
        };
        Fields {
            at: field(self.at).into(),
            text: field(self.text).into(),
            format: field(self.format).into(),
            account: field(self.account).into(),
            platform: field(self.platform).into(),
            counts: self.counts.map(|index| Count::Text(field(index))),
        }
    }
}

#[derive(Deserialize)]
struct JsonRow<'a> {
    #[serde(borrow, alias = "time", alias = "timestamp", alias = "posted_at", alias = "published_at")]
    at: Option<Cow<'a, str>>,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    format: Option<Cow<'a, str>>,
    #[serde(borrow)]
    account: Option<Cow<'a, str>>,
    #[serde(borrow)]
    platform: Option<Cow<'a, str>>,
    engagement: Option<f64>,
    reactions: Option<f64>,
    comments: Option<f64>,
    shares: Option<f64>,
}

impl<'a> JsonRow<'a> {
    fn fields(self) -> Fields<'a> {
        let count = |count: Option<f64>| count.map_or(Count::Text(""), Count::Number);
        Fields {
            at: self.at.unwrap_or_default(),
            text: self.text.unwrap_or_default(),
            format: self.format.unwrap_or_default(),
            account: self.account.unwrap_or_default(),
            platform: self.platform.unwrap_or_default(),
            counts: [count(self.engagement), count(self.reactions), count(self.comments), count(self.shares)],
        }
    }
}

/// One row of either notation before it is checked. Empty means not given.
struct Fields<'a> {
    at: Cow<'a, str>,
    text: Cow<'a, str>,
    format: Cow<'a, str>,
    account: Cow<'a, str>,
    platform: Cow<'a, str>,
    counts: [Count<'a>; 4],
}

#[derive(Clone, Copy)]
enum Count<'a> {
    Text(&'a str),
    Number(f64),
}

const COUNT_NAMES: [&str; 4] = ["engagement", "reactions", "comments", "shares"];

impl Fields<'_> {
    /// The post, or a note of everything that is wrong with this row. `kind` is what the notation calls a field.
    fn post(self, number: u64, kind: &str, options: &HistoryOptions, bad: &mut BadLines) -> Option<HistoryPost> {
        let at = time(self.at.trim(), &options.time_zone);
        if at.is_none() {
            bad.add(number, &format!("{kind} at"), &shown(&self.at), TIME_ALLOWED);
        }
        let platform = match platform(self.platform.trim()) {
            Ok(platform) => platform,
            Err(allowed) => {
                bad.add(number, &format!("{kind} platform"), &shown(&self.platform), allowed);
                return None;
            }
        };
        let engagement = self.engagement(number, kind, bad);
        let account = self.account.trim();
        Some(HistoryPost {
            account: if account.is_empty() { options.account.clone() } else { account.to_owned() },
            platform,
            at: at?,
            text: self.text.into_owned(),
            format: self.format.trim().to_lowercase(),
            engagement: engagement?,
        })
    }

    /// `engagement` itself when it is given, else the sum of the parts that are.
    fn engagement(&self, number: u64, kind: &str, bad: &mut BadLines) -> Option<f64> {
        let mut values = [None; 4];
        let mut right = true;
        for ((value, count), name) in values.iter_mut().zip(self.counts).zip(COUNT_NAMES) {
            let (found, parsed) = match count {
                Count::Text(text) if text.trim().is_empty() => continue,
                Count::Text(text) => (Cow::Borrowed(text), text.trim().parse().ok()),
                Count::Number(number) => (Cow::Owned(number.to_string()), Some(number)),
            };
            *value = parsed.filter(|number: &f64| number.is_finite() && *number >= 0.0);
            if value.is_none() {
                bad.add(number, &format!("{kind} {name}"), &shown(&found), COUNT_ALLOWED);
                right = false;
            }
        }
        let [engagement, parts @ ..] = values;
        let sum = parts.into_iter().flatten().reduce(|sum, part| sum + part);
        let total = engagement.or(sum);
        if right && total.is_none() {
            bad.add(number, &format!("{kind} engagement"), "nothing", COUNT_ALLOWED);
        }
        total.filter(|_| right)
    }
}

/// A time with an offset as it is; one without in `zone`. In a gap or fold of daylight saving time the usual rule holds (later
/// after a gap, earlier in a fold). A bare date is refused: the hour is what a schedule learns from.
fn time(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    let local = text.parse::<DateTime>().ok().filter(|_| text.len() > "2026-11-22".len())?;
    zone.to_ambiguous_timestamp(local).compatible().ok()
}

/// By code or name, whatever the case; X also by its old name.
fn platform(text: &str) -> Result<Option<Platform>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    if text.eq_ignore_ascii_case("twitter") {
        return Ok(Some(Platform::X));
    }
    let named = |platform: &&Platform| {
        text.eq_ignore_ascii_case(platform.as_str()) || text.eq_ignore_ascii_case(platform.label())
    };
    let codes = || Platform::ALL.iter().map(|platform| platform.as_str()).collect::<Vec<_>>().join(", ");
    Platform::ALL.iter().find(named).copied().map(Some).ok_or_else(codes)
}
