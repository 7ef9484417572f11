//! Line by line reading in bounded memory, the list of bad lines, and canonical JSON Lines.

use std::io::{BufRead, Read};

use serde::{Serialize, de::DeserializeOwned};
use vcm_core::{
    error::{Error, ErrorKind, Result, Violation},
    hash::canonical_json,
};

/// Bad lines that are listed; the rest is only counted.
const LISTED_LINES: usize = 20;

/// Longest line of a JSON Lines file. A longer one is reported and skipped without being held in memory.
const MAX_LINE_BYTES: usize = 1 << 20;

/// Collects what is wrong, line by line.
pub(super) struct BadLines {
    operation: &'static str,
    listed: Vec<Violation>,
    lines: usize,
    last: u64,
}

impl BadLines {
    pub(super) fn new(operation: &'static str) -> Self {
        Self { operation, listed: Vec::new(), lines: 0, last: 0 }
    }

    /// Notes that `place` (such as `column at`) of line `line` is wrong. Lines come in rising order.
    pub(super) fn add(&mut self, line: u64, place: &str, found: &str, allowed: impl Into<String>) {
        if self.lines == 0 || self.last != line {
            self.lines += 1;
            self.last = line;
        }
        if self.lines <= LISTED_LINES {
            let comma = if place.is_empty() { "" } else { ", " };
            self.listed.push(Violation::new(format!("line {line}{comma}{place}"), found, allowed));
        }
    }

    /// `rows` when nothing was wrong.
    pub(super) fn finish<T>(self, rows: Vec<T>) -> Result<Vec<T>> {
        if self.lines == 0 {
            return Ok(rows);
        }
        let error = Error::invalid_input(self.operation, self.listed).with("bad_lines", self.lines);
        Err(if self.lines > LISTED_LINES { error.with("listed_lines", LISTED_LINES) } else { error })
    }
}

/// Calls `each` with the number (from 1) and bytes of every line that is not blank, without its line break; a byte order mark
/// at the start is dropped. Lines over 1 MiB are reported to `bad`.
pub(super) fn for_each_line(
    mut input: impl BufRead,
    bad: &mut BadLines,
    mut each: impl FnMut(u64, &[u8], &mut BadLines),
) -> Result<()> {
    let mut buffer = Vec::new();
    let mut number = 0;
    loop {
        buffer.clear();
        let mut limited = (&mut input).take(MAX_LINE_BYTES as u64 + 1);
        let read = limited.read_until(b'\n', &mut buffer).map_err(|error| unreadable(bad.operation, error))?;
        if read == 0 {
            return Ok(());
        }
        number += 1;
        if buffer.len() > MAX_LINE_BYTES && buffer.last() != Some(&b'\n') {
            bad.add(number, "", "more than 1 MiB", "a line of at most 1 MiB");
            skip_line(&mut input).map_err(|error| unreadable(bad.operation, error))?;
            continue;
        }
        let mut line = buffer.as_slice();
        if number == 1 {
            line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        }
        let line = line.trim_ascii();
        if !line.is_empty() {
            each(number, line, bad);
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let chunk = input.fill_buf()?;
        let (used, done) = match chunk.iter().position(|byte| *byte == b'\n') {
            Some(position) => (position + 1, true),
            None => (chunk.len(), chunk.is_empty()),
        };
        input.consume(used);
        if done {
            return Ok(());
        }
    }
}

pub(super) fn unreadable(operation: &'static str, error: std::io::Error) -> Error {
    Error::new(ErrorKind::Io, operation, "the file cannot be read").caused_by(error)
}

/// A found value, quoted and cut to what a message can show.
pub(super) fn shown(text: &str) -> String {
    format!("{:?}", text.chars().take(60).collect::<String>())
}

/// Rows as canonical JSON, one a line: the form in which inputs are stored and hashed.
///
/// # Errors
/// [`ErrorKind::Unexpected`] when a row cannot be written as JSON.
pub fn to_canonical_jsonl<T: Serialize>(rows: &[T]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for row in rows {
        bytes.extend_from_slice(canonical_json(row)?.as_bytes());
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// Reads what [`to_canonical_jsonl`] wrote.
///
/// # Errors
/// [`ErrorKind::DataCorrupt`] with the line that cannot be read.
pub fn from_canonical_jsonl<T: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<T>> {
    let lines = bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.is_empty());
    lines
        .map(|(index, line)| {
            serde_json::from_slice(line).map_err(|error| {
                Error::new(ErrorKind::DataCorrupt, "from_canonical_jsonl", "a stored line cannot be read")
                    .with("line", index + 1)
                    .caused_by(error)
            })
        })
        .collect()
}
