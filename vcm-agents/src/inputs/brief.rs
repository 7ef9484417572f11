//! A brief's file with the data files it names.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

use jiff::tz::TimeZone;
use vcm_core::{
    brief::{self, Brief, BriefFormat},
    error::{Error, ErrorKind, Result, Violation},
    schedule::HistoryPost,
    trends::TrendText,
};

use super::{
    history::{DataFormat, HistoryOptions, read_history},
    lines::unreadable,
    trends::read_trends,
};

const OPERATION: &str = "load_brief";

/// The largest brief that is read, one byte over what [`brief::parse`] takes, so that it can say that there is more.
const MAX_BRIEF_BYTES: u64 = (1 << 20) + 1;

/// A brief with its data.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedBrief {
    /// The brief.
    pub brief: Brief,
    /// Posts of all `history` files, in the order of the files.
    pub history: Vec<HistoryPost>,
    /// Texts of all `trends` files, in the order of the files.
    pub trends: Vec<TrendText>,
    /// The pictures that `brand` names: name and bytes, as [`crate::visuals::clean_picture`] leaves them.
    pub pictures: Vec<(String, Vec<u8>)>,
}

/// Reads a brief (`.toml` or `.json`) and the files it names, which lie in the brief's folder.
///
/// # Errors
/// `io` when the brief cannot be read; else `invalid_input` with everything that is wrong in the brief or, when the brief is
/// right, in its data files, with the file's name in front. Context `file` names the brief.
pub fn load_brief_file(path: &Path) -> Result<LoadedBrief> {
    let named = |error: Error| error.with("file", path.display());
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let format = BriefFormat::from_extension(extension).ok_or_else(|| {
        Error::invalid_field(OPERATION, "file", path.display(), "a brief that ends in .toml or .json")
    })?;
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_BRIEF_BYTES).read_to_end(&mut bytes))
        .map_err(|error| named(unreadable(OPERATION, error)))?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        // Cut inside a character: too long, which is what `parse` will say.
        Err(error) if error.as_bytes().len() as u64 == MAX_BRIEF_BYTES => {
            String::from_utf8_lossy(error.as_bytes()).into()
        }
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let found = format!("a byte that is not UTF-8 at offset {offset}");
            return Err(named(Error::invalid_field(OPERATION, "document", found, "a file saved as UTF-8")));
        }
    };
    load_brief(&text, format, path.parent().unwrap_or(Path::new("."))).map_err(named)
}

/// Reads a brief from text and the files it names from `folder`.
///
/// # Errors
/// As [`load_brief_file`].
pub fn load_brief(text: &str, format: BriefFormat, folder: &Path) -> Result<LoadedBrief> {
    let brief = brief::parse(text, format)?;
    let time_zone = TimeZone::get(&brief.schedule.time_zone).map_err(|error| {
        Error::invalid_field(OPERATION, "schedule.time_zone", &brief.schedule.time_zone, "an IANA time zone")
            .caused_by(error)
    })?;
    // With several accounts a row that names none belongs to none: the schedule then knows only its platform.
    let account = match brief.accounts.as_slice() {
        [only] => only.id.clone(),
        _ => String::new(),
    };

    let mut violations = Vec::new();
    let mut history = Vec::new();
    for (index, name) in brief.history.iter().enumerate() {
        let format = DataFormat::of_path(Path::new(name)).unwrap_or(DataFormat::Csv);
        let options = HistoryOptions { format, account: account.clone(), time_zone: time_zone.clone() };
        let posts = open(folder, name, &format!("history[{index}]")).and_then(|file| read_history(file, &options));
        collect(posts, name, &mut history, &mut violations)?;
    }
    for post in history.iter_mut().filter(|post| post.platform.is_none()) {
        post.platform =
            brief.accounts.iter().find(|account| account.id == post.account).map(|account| account.platform);
    }
    let mut trends = Vec::new();
    for (index, name) in brief.trends.iter().enumerate() {
        let texts = open(folder, name, &format!("trends[{index}]")).and_then(|file| read_trends(file, name));
        collect(texts, name, &mut trends, &mut violations)?;
    }
    let mut pictures = Vec::new();
    for (field, name) in brief.brand.pictures() {
        let picture = open(folder, name, &field).and_then(|file| read_picture(file, &field, name));
        collect(picture.map(|bytes| vec![(name.to_owned(), bytes)]), name, &mut pictures, &mut violations)?;
    }
    if violations.is_empty() {
        Ok(LoadedBrief { brief, history, trends, pictures })
    } else {
        Err(Error::invalid_input(OPERATION, violations))
    }
}

/// A picture file, without anything that is not pixels.
#[cfg(feature = "visuals")]
fn read_picture(file: BufReader<File>, field: &str, name: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(crate::visuals::MAX_PICTURE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(OPERATION, error))?;
    // A logo is small; a photo is seen across a card.
    let least_px = if field == "brand.logo" { 24 } else { 320 };
    crate::visuals::clean_picture(&bytes, least_px).map_err(|error| match error.violations() {
        [violation, ..] => {
            Error::invalid_field(OPERATION, field, format!("{name:?}: {}", violation.found), violation.allowed.clone())
        }
        [] => error,
    })
}

#[cfg(not(feature = "visuals"))]
fn read_picture(_: BufReader<File>, field: &str, name: &str) -> Result<Vec<u8>> {
    Err(Error::new(ErrorKind::Unsupported, OPERATION, "this build draws no pictures; leave the field out")
        .with("field", field)
        .with("found", name))
}

/// Opens a regular file; anything else (missing, a folder, a pipe that would block) is a wrong field of the brief.
fn open(folder: &Path, name: &str, field: &str) -> Result<BufReader<File>> {
    let path = folder.join(name);
    let opened = match path.metadata() {
        Ok(metadata) if !metadata.is_file() => Err("it is not a regular file".to_owned()),
        Ok(_) => File::open(&path).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let file = opened.map_err(|reason| {
        Error::invalid_field(
            OPERATION,
            field,
            format_args!("{name:?}"),
            format!("a readable file beside the brief ({reason})"),
        )
    })?;
    Ok(BufReader::with_capacity(1 << 16, file))
}

/// Adds what was read to `all`, or what is wrong, with the file's name, to `violations`.
fn collect<T>(read: Result<Vec<T>>, name: &str, all: &mut Vec<T>, violations: &mut Vec<Violation>) -> Result<()> {
    match read {
        Ok(rows) => all.extend(rows),
        Err(error) if error.kind() == ErrorKind::InvalidInput => {
            for violation in error.violations() {
                let in_file = violation.field.starts_with("line ");
                let field = if in_file { format!("{name}: {}", violation.field) } else { violation.field.clone() };
                violations.push(Violation { field, ..violation.clone() });
            }
            if let Some((_, count)) = error.context().iter().find(|(key, _)| *key == "bad_lines")
                && error.context().iter().any(|(key, _)| *key == "listed_lines")
            {
                violations.push(Violation::new(
                    name,
                    format!("{count} bad lines, of which the first are listed"),
                    "none",
                ));
            }
        }
        Err(error) => return Err(error.with("data_file", name)),
    }
    Ok(())
}
