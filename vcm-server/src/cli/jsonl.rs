//! JSON Lines in, JSON Lines out: one answer a line, in the same order, in constant memory, on every core.
//!
//! A bad line becomes `{"line": N, "error": {…}}` and the work goes on; the command then exits with 1.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::Path,
    process::ExitCode,
};

use rayon::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use vcm_core::{Error, ErrorKind, Result};

/// Lines handled at once: enough to feed every core, few enough to stay small.
const BATCH_LINES: usize = 4096;
/// Longest line that is read; a longer one is an error of its own.
const MAX_LINE_BYTES: usize = 16 << 20;

/// Answers every line of `path` (`-` is standard input).
pub(crate) fn answer_lines<T, A>(path: &Path, answer: impl Fn(T) -> Result<A> + Sync) -> Result<ExitCode>
where
    T: DeserializeOwned + Send,
    A: Serialize,
{
    let mut lines = Lines::open(path)?;
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut failed = false;
    loop {
        let batch = lines.next_batch(BATCH_LINES)?;
        if batch.is_empty() {
            break;
        }
        let answers: Vec<(Vec<u8>, bool)> =
            batch.par_iter().map(|line| answer_line(line, |text| answer(parse(text)?))).collect();
        for (bytes, ok) in answers {
            failed |= !ok;
            write(&mut out, &bytes)?;
        }
    }
    finish(out, failed)
}

/// Answers lines by the batch, for work that goes faster together; `answer` gives one answer an item.
pub(crate) async fn answer_batches<T, A>(
    path: &Path,
    answer: impl AsyncFn(Vec<T>) -> Result<Vec<A>>,
) -> Result<ExitCode>
where
    T: DeserializeOwned,
    A: Serialize,
{
    let mut lines = Lines::open(path)?;
    let mut failed = false;
    loop {
        let batch = lines.next_batch(BATCH_LINES)?;
        if batch.is_empty() {
            return finish(io::stdout().lock(), failed);
        }
        let (good, mut answers) = parse_batch(&batch);
        failed |= !answers.is_empty();
        let (numbers, items): (Vec<u64>, Vec<T>) = good.into_iter().unzip();
        answers.extend(numbers.into_iter().zip(answer(items).await?.iter().map(to_bytes)));
        write_sorted(answers, failed)?;
    }
}

/// Answers every line in turn, for verbs whose answers depend on the lines before.
pub(crate) fn answer_in_turn<T, A>(path: &Path, mut answer: impl FnMut(T) -> Result<A>) -> Result<ExitCode>
where
    T: DeserializeOwned,
    A: Serialize,
{
    let mut lines = Lines::open(path)?;
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut failed = false;
    loop {
        let batch = lines.next_batch(256)?;
        if batch.is_empty() {
            break;
        }
        for line in &batch {
            let (bytes, ok) = answer_line(line, |text| answer(parse(text)?));
            failed |= !ok;
            write(&mut out, &bytes)?;
        }
    }
    finish(out, failed)
}

/// Answers as bytes, with the lines they answer.
pub(crate) type Answers = Vec<(u64, Vec<u8>)>;

/// All lines at once, for verbs whose answers depend on every line: the good ones with their place, and the answers of the bad.
pub(crate) fn read_all<T: DeserializeOwned + Send>(path: &Path) -> Result<(Vec<(u64, T)>, Answers)> {
    let mut lines = Lines::open(path)?;
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    loop {
        let batch = lines.next_batch(BATCH_LINES)?;
        if batch.is_empty() {
            return Ok((good, bad));
        }
        let (items, errors) = parse_batch(&batch);
        good.extend(items);
        bad.extend(errors);
    }
}

/// The items of the good lines and the answers of the bad ones, with their lines.
fn parse_batch<T: DeserializeOwned>(batch: &[Line]) -> (Vec<(u64, T)>, Answers) {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for line in batch {
        let text = line.text.as_deref().map_err(Clone::clone);
        match text.and_then(|text| parse(text).map_err(|error| error_value(&error))) {
            Ok(item) => good.push((line.number, item)),
            Err(error) => bad.push((line.number, bad_line(line.number, &error))),
        }
    }
    (good, bad)
}

/// Takes every line in turn, in constant memory, for verbs that learn before they answer. Returns the numbers of the bad lines.
pub(crate) fn read_in_turn<T: DeserializeOwned>(path: &Path, mut take: impl FnMut(T)) -> Result<Vec<u64>> {
    let mut lines = Lines::open(path)?;
    let mut bad = Vec::new();
    loop {
        let batch = lines.next_batch(BATCH_LINES)?;
        if batch.is_empty() {
            return Ok(bad);
        }
        for line in batch {
            match line.text.ok().and_then(|text| parse(&text).ok()) {
                Some(item) => take(item),
                None => bad.push(line.number),
            }
        }
    }
}

/// Writes answers that were made out of order, in the order of their lines.
pub(crate) fn write_sorted(mut answers: Answers, failed: bool) -> Result<ExitCode> {
    answers.sort_by_key(|(number, _)| *number);
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    for (_, answer) in answers {
        write(&mut out, &answer)?;
    }
    finish(out, failed)
}

/// Reads a whole JSON or text input (`-` is standard input).
pub(crate) fn read_text(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map_err(|error| io_error(path, error))?;
    } else {
        File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(|error| io_error(path, error))?;
    }
    String::from_utf8(bytes)
        .map_err(|_| Error::new(ErrorKind::InvalidInput, "read", "the input is not UTF-8").with("file", path.display()))
}

/// An I/O error that names the file.
pub(crate) fn io_error(path: &Path, error: io::Error) -> Error {
    Error::new(ErrorKind::Io, "read", format!("cannot read {}: {error}", path.display())).caused_by(error)
}

/// What a host shows of an error.
pub(crate) fn error_value(error: &Error) -> Value {
    let mut value = json!({ "kind": error.kind(), "message": error.message() });
    if let Some(object) = value.as_object_mut()
        && !error.violations().is_empty()
    {
        object.insert("violations".to_owned(), json!(error.violations()));
    }
    value
}

struct Line {
    number: u64,
    text: Result<String, Value>,
}

struct Lines {
    reader: Box<dyn BufRead>,
    number: u64,
}

impl Lines {
    fn open(path: &Path) -> Result<Self> {
        let reader: Box<dyn BufRead> = if path == Path::new("-") {
            Box::new(BufReader::with_capacity(1 << 16, io::stdin().lock()))
        } else {
            Box::new(BufReader::with_capacity(1 << 16, File::open(path).map_err(|error| io_error(path, error))?))
        };
        Ok(Self { reader, number: 0 })
    }

    /// The next lines; empty lines are passed over but counted.
    fn next_batch(&mut self, limit: usize) -> Result<Vec<Line>> {
        let mut batch = Vec::new();
        let mut bytes_held = 0;
        while batch.len() < limit && bytes_held < MAX_LINE_BYTES {
            let mut bytes = Vec::new();
            let read =
                (&mut self.reader).take(MAX_LINE_BYTES as u64 + 1).read_until(b'\n', &mut bytes).map_err(|error| {
                    Error::new(ErrorKind::Io, "read", format!("cannot read line {}", self.number + 1)).caused_by(error)
                })?;
            if read == 0 {
                break;
            }
            self.number += 1;
            bytes_held += bytes.len();
            let text = if bytes.len() > MAX_LINE_BYTES {
                self.skip_line()?;
                Err(
                    json!({ "kind": ErrorKind::InvalidInput, "message": format!("the line is longer than {MAX_LINE_BYTES} bytes") }),
                )
            } else {
                String::from_utf8(bytes)
                    .map_err(|_| json!({ "kind": ErrorKind::InvalidInput, "message": "the line is not UTF-8" }))
            };
            if text.as_ref().is_ok_and(|text| text.trim().is_empty()) {
                continue;
            }
            batch.push(Line { number: self.number, text });
        }
        Ok(batch)
    }

    fn skip_line(&mut self) -> Result<()> {
        loop {
            let buffer = self.reader.fill_buf().map_err(|error| io_error(Path::new("-"), error))?;
            if buffer.is_empty() {
                return Ok(());
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.reader.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| {
        // The position within the line is left out: what is wrong names it, and "line 1" would mislead.
        let told = error.to_string();
        let told = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
        let message = match error.classify() {
            serde_json::error::Category::Data => format!("not the expected fields: {told}"),
            _ => format!("not JSON: {told} at byte {}", error.column()),
        };
        Error::new(ErrorKind::InvalidInput, "read_line", message)
    })
}

fn answer_line<A: Serialize>(line: &Line, answer: impl FnOnce(&str) -> Result<A>) -> (Vec<u8>, bool) {
    let outcome = match &line.text {
        Ok(text) => answer(text).map_err(|error| error_value(&error)),
        Err(error) => Err(error.clone()),
    };
    match outcome {
        Ok(answer) => (to_bytes(&answer), true),
        Err(error) => (bad_line(line.number, &error), false),
    }
}

fn bad_line(line: u64, error: &Value) -> Vec<u8> {
    #[derive(Serialize)]
    struct BadLine<'a> {
        line: u64,
        error: &'a Value,
    }
    to_bytes(&BadLine { line, error })
}

/// An answer as a line.
pub(crate) fn to_bytes<A: Serialize>(answer: &A) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(answer).unwrap_or_else(|error| {
        json!({ "error": { "kind": "unexpected", "message": error.to_string() } }).to_string().into_bytes()
    });
    bytes.push(b'\n');
    bytes
}

fn write(out: &mut impl Write, bytes: &[u8]) -> Result<()> {
    out.write_all(bytes).map_err(write_error)
}

fn finish(mut out: impl Write, failed: bool) -> Result<ExitCode> {
    out.flush().map_err(write_error)?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn write_error(error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::BrokenPipe {
        // The reader has what it wanted (`vcm … | head`): nothing to report.
        std::process::exit(0);
    }
    Error::new(ErrorKind::Io, "write", format!("cannot write the answers: {error}")).caused_by(error)
}
