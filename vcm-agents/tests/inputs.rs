//! Data files: what is read from them, and what is said of a bad one.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::{fmt::Write as _, fs, path::Path};

use jiff::tz::TimeZone;
use rstest::rstest;
use vcm_agents::inputs::{
    DataFormat, HistoryOptions, from_canonical_jsonl, load_brief_file, read_history, read_trends, to_canonical_jsonl,
};
use vcm_core::{Error, ErrorKind, platform::Platform, schedule::HistoryPost};

fn options(format: DataFormat) -> HistoryOptions {
    HistoryOptions { format, account: "main".into(), time_zone: TimeZone::get("Europe/Berlin").unwrap() }
}

fn csv(text: &str) -> vcm_core::Result<Vec<HistoryPost>> {
    read_history(text.as_bytes(), &options(DataFormat::Csv))
}

fn json_lines(text: &str) -> vcm_core::Result<Vec<HistoryPost>> {
    read_history(text.as_bytes(), &options(DataFormat::JsonLines))
}

fn said(error: &Error) -> Vec<String> {
    error.violations().iter().map(|violation| format!("{} = {}", violation.field, violation.found)).collect()
}

fn one(posts: Vec<HistoryPost>) -> HistoryPost {
    assert_eq!(posts.len(), 1, "{posts:?}");
    posts.into_iter().next().unwrap()
}

#[test]
fn csv_is_read_whatever_the_spreadsheet_made_of_it() {
    let expected = HistoryPost {
        account: "main".into(),
        platform: Some(Platform::X),
        at: "2026-01-05T08:30:00Z".parse().unwrap(),
        text: "Hello, \"world\"".into(),
        format: "link".into(),
        engagement: 12.0,
    };
    for text in [
        "platform,at,format,engagement,text\r\nx,2026-01-05T08:30:00Z,link,12,\"Hello, \"\"world\"\"\"\r\n",
        "at,text,format,engagement,platform\n2026-01-05T08:30:00Z,\"Hello, \"\"world\"\"\",link,12,x\n",
        "\u{feff}At,TEXT,Format,Engagement,Platform,extra\r\n2026-01-05 09:30,\"Hello, \"\"world\"\"\",Link,12,Twitter,?\r\n\r\n",
        "posted_at;text;format;reactions;comments;shares;platform;account\n\
         2026-01-05T09:30:00+01:00;\"Hello, \"\"world\"\"\";link;7;2;3;X;\n",
        "time\ttext\tformat\treactions\tshares\tplatform\n2026-01-05T09:30\t\"Hello, \"\"world\"\"\"\tlink\t12\t\tx",
    ] {
        assert_eq!(one(csv(text).unwrap()), expected, "{text}");
    }
}

#[test]
fn engagement_wins_over_its_parts() {
    let post = one(csv("at,engagement,reactions\n2026-01-05T08:30:00Z,5,99\n").unwrap());
    assert_eq!((post.engagement, post.platform), (5.0, None));
}

#[rstest]
#[case::winter("2026-01-05 09:00", "2026-01-05T08:00:00Z")]
#[case::summer("2026-07-05 09:00", "2026-07-05T07:00:00Z")]
#[case::gap("2026-03-29 02:30", "2026-03-29T01:30:00Z")]
#[case::fold("2026-10-25 02:30", "2026-10-25T00:30:00Z")]
#[case::offset("2026-07-05T09:00:00-04:00", "2026-07-05T13:00:00Z")]
fn local_times_are_in_the_briefs_zone(#[case] written: &str, #[case] expected: &str) {
    let post = one(csv(&format!("at,engagement\n{written},1\n")).unwrap());
    assert_eq!(post.at.to_string(), expected);
}

#[rstest]
#[case::empty("", "line 1 = the columns (none)")]
#[case::no_time("text,engagement\n", "line 1 = the columns text, engagement")]
#[case::no_engagement("at,text\n", "line 1 = the columns at, text")]
#[case::column_twice("at,At,engagement\n", "line 1 = \"at\"")]
#[case::bad_time("at,engagement\nyesterday,1\n", "line 2, column at = \"yesterday\"")]
#[case::date_only("at,engagement\n2026-01-05,1\n", "line 2, column at = \"2026-01-05\"")]
#[case::no_such_day("at,engagement\n2026-02-30 09:00,1\n", "line 2, column at = \"2026-02-30 09:00\"")]
#[case::thousands("at,engagement\n2026-01-05T09:00Z,\"1,234\"\n", "line 2, column engagement = \"1,234\"")]
#[case::negative("at,shares\n2026-01-05T09:00Z,-1\n", "line 2, column shares = \"-1\"")]
#[case::not_a_number("at,engagement\n2026-01-05T09:00Z,NaN\n", "line 2, column engagement = \"NaN\"")]
#[case::missing("at,engagement\n2026-01-05T09:00Z,\n", "line 2, column engagement = nothing")]
#[case::short_row("at,engagement\n2026-01-05T09:00Z\n", "line 2, column engagement = nothing")]
#[case::platform("at,engagement,platform\n2026-01-05T09:00Z,1,myspace\n", "line 2, column platform = \"myspace\"")]
fn a_bad_history_says_where(#[case] text: &str, #[case] expected: &str) {
    let error = csv(text).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(said(&error).contains(&expected.to_owned()), "{:?}", said(&error));
}

#[test]
fn lines_are_counted_in_the_file_not_in_rows() {
    let text = "at,text,engagement\n2026-01-05T09:00Z,\"two\nlines\",1\n\nbad,x,1\n";
    assert_eq!(said(&csv(text).unwrap_err()), ["line 5, column at = \"bad\""]);
    let windows = text.replace('\n', "\r\n");
    assert_eq!(said(&csv(windows.trim_end()).unwrap_err()), ["line 5, column at = \"bad\""]);
}

#[test]
fn only_the_first_twenty_bad_lines_are_listed() {
    let mut text = "at,engagement\n".to_owned();
    for _ in 0..30 {
        text.push_str("never,none\n");
    }
    let error = csv(&text).unwrap_err();
    assert_eq!(error.violations().len(), 40, "two columns of twenty lines");
    assert!(error.context().contains(&("bad_lines", "30".to_owned())));
}

#[test]
fn latin1_is_refused_with_its_line() {
    let error =
        read_history(&b"at,text,engagement\n2026-01-05T09:00Z,caf\xe9,1\n"[..], &options(DataFormat::Csv)).unwrap_err();
    assert_eq!(said(&error), ["line 2 = bytes that are not UTF-8"]);
}

#[test]
fn json_lines_hold_the_same_fields() {
    let text = "\u{feff}{\"at\":\"2026-01-05T08:30:00Z\",\"reactions\":7,\"comments\":5,\"platform\":\"x\"}\r\n\n";
    assert!((one(json_lines(text).unwrap()).engagement - 12.0).abs() < 1e-9);
    let error = json_lines("{\"at\":3}\n{\n{\"at\":\"2026-01-05T08:30:00Z\",\"shares\":-1}\n").unwrap_err();
    let lines: Vec<_> = error.violations().iter().map(|violation| violation.field.clone()).collect();
    assert_eq!(lines, ["line 1, column 7", "line 2, column 1", "line 3, field shares"]);
}

#[test]
fn trends_name_their_source_and_bad_lines() {
    let texts = read_trends(
        "{\"id\":7,\"text\":\"hello\",\"lang\":\"en\"}\n{\"id\":\"b\",\"text\":\"x\",\"at\":\"2026-01-05T08:30:00Z\",\"source\":\"s\"}".as_bytes(),
        "file.jsonl",
    )
    .unwrap();
    assert_eq!((texts[0].id.as_str(), texts[0].source.as_deref()), ("7", Some("file.jsonl")));
    assert_eq!((texts[1].source.as_deref(), texts[1].at.is_some()), (Some("s"), true));

    let error =
        read_trends("{\"text\":\" \"}\n[1]\n{\"id\":\"c\",\"text\":\"x\",\"at\":\"noon\"}".as_bytes(), "").unwrap_err();
    let fields: Vec<_> = error.violations().iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["line 1, field id", "line 1, field text", "line 2, column 3", "line 3, field at"]);
}

#[test]
fn a_line_without_end_is_refused_not_held() {
    let mut text = "x".repeat(3 << 20);
    text.push_str("\n{\"id\":\"a\",\"text\":\"b\"}\n");
    assert_eq!(said(&read_trends(text.as_bytes(), "").unwrap_err()), ["line 1 = more than 1 MiB"]);
}

#[test]
fn canonical_lines_come_back_as_they_were() {
    let posts = csv("at,text,engagement\n2026-01-05T09:00Z,\"two\nlines\",1.5\n2026-01-06T09:00Z,é,2\n").unwrap();
    let bytes = to_canonical_jsonl(&posts).unwrap();
    assert_eq!(bytes.split(|byte| *byte == b'\n').count(), 3);
    assert_eq!(from_canonical_jsonl::<HistoryPost>(&bytes).unwrap(), posts);
    assert_eq!(to_canonical_jsonl(&from_canonical_jsonl::<HistoryPost>(&bytes).unwrap()).unwrap(), bytes);

    let error = from_canonical_jsonl::<HistoryPost>(b"\n{}\n").unwrap_err();
    assert_eq!((error.kind(), error.context()), (ErrorKind::DataCorrupt, &[("line", "2".to_owned())][..]));
}

#[test]
fn the_example_loads_with_its_data() {
    let loaded =
        load_brief_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/briefs/rust-1-85.toml")).unwrap();
    assert!(loaded.history.len() > 300 && loaded.trends.len() > 150);
    let accounts: Vec<&str> = loaded.brief.accounts.iter().map(|account| account.id.as_str()).collect();
    assert!(loaded.history.iter().all(|post| accounts.contains(&post.account.as_str()) && post.platform.is_some()));
}

const SMALL: &str = r#"
name = "Small"
history = ["posts.csv", "missing.csv"]
trends = ["texts.jsonl"]
product = { name = "A", category = "thing", summary = "A is a thing." }
audiences = [{ name = "people" }]
goals = [{ kind = "awareness" }]
platforms = [{ platform = "x" }]
schedule = { start = 2026-12-01, end = 2026-12-07, time_zone = "Europe/Berlin" }
accounts = [{ id = "only", platform = "x" }]
"#;

#[test]
fn every_bad_file_of_a_brief_is_named_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.toml");
    fs::write(&path, SMALL).unwrap();
    fs::write(folder.path().join("posts.csv"), "at,engagement\nnever,1\n").unwrap();
    fs::create_dir(folder.path().join("texts.jsonl")).unwrap();
    let error = load_brief_file(&path).unwrap_err();
    let fields: Vec<_> = error.violations().iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["posts.csv: line 2, column at", "history[1]", "trends[0]"]);
    assert!(error.to_string().contains("small.toml"), "{error}");
}

#[test]
fn a_single_account_owns_rows_that_name_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.toml");
    fs::write(&path, SMALL.replace(", \"missing.csv\"", "").replace("trends = [\"texts.jsonl\"]", "")).unwrap();
    fs::write(folder.path().join("posts.csv"), "at,engagement\n2026-01-05 09:00,1\n").unwrap();
    let post = one(load_brief_file(&path).unwrap().history);
    assert_eq!((post.account.as_str(), post.platform), ("only", Some(Platform::X)));
}

#[rstest]
#[case::no_file("absent.toml", None, ErrorKind::Io)]
#[case::other_extension("brief.yaml", Some(&b""[..]), ErrorKind::InvalidInput)]
#[case::not_utf8("brief.toml", Some(&b"name = \"\xff\""[..]), ErrorKind::InvalidInput)]
fn a_brief_that_cannot_be_read_is_named(#[case] name: &str, #[case] content: Option<&[u8]>, #[case] kind: ErrorKind) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    if let Some(content) = content {
        fs::write(&path, content).unwrap();
    }
    let error = load_brief_file(&path).unwrap_err();
    assert_eq!(error.kind(), kind);
    assert!(error.to_string().contains(name), "{error}");
}

/// Run with `cargo test --release -p vcm-agents --test inputs -- --ignored --nocapture` for the figures.
#[test]
#[ignore = "measures"]
fn a_hundred_thousand_rows() {
    let mut history = "at,text,format,reactions,comments,shares,account\n".to_owned();
    let mut trends = String::new();
    for row in 0..100_000 {
        let (hour, minute) = (row % 24, row % 60);
        let text = format!(
            "A post number {row} about a thing, with some words around it so that it has a usual length. #tag{}",
            row % 50
        );
        writeln!(history, "2026-0{}-1{} {hour:02}:{minute:02},\"{text}\",link,{row},3,4,main", 1 + row % 9, row % 10)
            .unwrap();
        writeln!(trends, "{{\"id\":\"{row}\",\"text\":\"{text}\",\"at\":\"2026-11-20T{hour:02}:{minute:02}:00Z\",\"author\":\"a{}\"}}", row % 999).unwrap();
    }
    let clock = std::time::Instant::now();
    let posts = csv(&history).unwrap();
    println!("history csv  {:?}", clock.elapsed());
    let clock = std::time::Instant::now();
    let texts = read_trends(trends.as_bytes(), "x").unwrap();
    println!("trends jsonl {:?}", clock.elapsed());
    let clock = std::time::Instant::now();
    let bytes = to_canonical_jsonl(&posts).unwrap();
    println!("canonical    {:?}", clock.elapsed());
    assert_eq!(from_canonical_jsonl::<HistoryPost>(&bytes).unwrap().len(), 100_000);
    assert_eq!(texts.len(), 100_000);
    let peak = fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", peak.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
}
