//! Reading a kit back: from its folder, its ZIP or its `kit.json`. What is read is not trusted: sizes, paths and hashes are checked.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{Read, Seek},
    path::Path,
};

use vcm_core::{
    Error, ErrorKind, Result,
    hash::ContentHash,
    kit::{KIT_FORMAT, Kit},
};
use zip::ZipArchive;

use super::{
    CHECKSUMS, KIT_JSON,
    names::is_safe_path,
    write::{inside, io_error},
};

/// Most files that a kit may have.
const MAX_FILES: usize = 20_000;

/// Largest single file, unpacked, in bytes.
const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// Largest sum of all files, unpacked, in bytes.
const MAX_TOTAL_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// Reads a kit from a folder, a ZIP or a `kit.json`, and checks it: its format, its content hash and, in a folder or ZIP, the
/// checksum of every file.
///
/// # Errors
/// [`ErrorKind::Io`] when it cannot be read, [`ErrorKind::SchemaTooNew`] when a newer release wrote it,
/// [`ErrorKind::DataCorrupt`] when it is not whole or was changed.
pub fn read_kit(path: &Path) -> Result<Kit> {
    if path.is_dir() {
        return from_folder(path);
    }
    let mut file = open(path)?;
    let mut start = [0; 4];
    let read = file.read(&mut start).map_err(|error| io_error("read_kit", path, error))?;
    file.rewind().map_err(|error| io_error("read_kit", path, error))?;
    if start.get(..read).is_some_and(|start| start.starts_with(b"PK")) {
        from_zip(file).map_err(|error| error.with("path", path.display()))
    } else {
        parse(&limited(file).map_err(|error| error.with("path", path.display()))?)
    }
}

fn open(path: &Path) -> Result<File> {
    File::open(path).map_err(|error| io_error("read_kit", path, error))
}

fn corrupt(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::DataCorrupt, "read_kit", message)
}

/// All bytes of a reader, up to the largest file.
fn limited(reader: impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let failed = |error: std::io::Error| corrupt("a file cannot be read").caused_by(error);
    reader.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(corrupt("a file is too large").with("limit_bytes", MAX_FILE_BYTES));
    }
    Ok(bytes)
}

fn from_folder(folder: &Path) -> Result<Kit> {
    let listed = match File::open(folder.join(CHECKSUMS)) {
        Ok(file) => checksums(&limited(file)?)?,
        Err(_) if folder.join(KIT_JSON).exists() => {
            return Err(corrupt("the kit is unfinished: CHECKSUMS.sha256 is missing").with("path", folder.display()));
        }
        Err(error) => return Err(io_error("read_kit", &folder.join(CHECKSUMS), error)),
    };
    let mut kit = None;
    for (path, expected) in &listed {
        // What a link points to is no part of the kit, and may be a file that the reader must not see.
        let target = inside(folder, path)
            .filter(|target| !target.is_symlink())
            .ok_or_else(|| corrupt("a file is reached through a link").with("file", path))?;
        let bytes = limited(open(&target)?)?;
        check(path, expected, &bytes)?;
        if path == KIT_JSON {
            kit = Some(parse(&bytes)?);
        }
    }
    kit.ok_or_else(|| corrupt("kit.json is not listed in CHECKSUMS.sha256"))
}

fn from_zip(file: File) -> Result<Kit> {
    let failed = |error: zip::result::ZipError| corrupt("the ZIP cannot be read").caused_by(error);
    let mut archive = ZipArchive::new(file).map_err(failed)?;
    if archive.len() > MAX_FILES {
        return Err(corrupt("the ZIP has too many files").with("limit", MAX_FILES));
    }
    let mut hashes = BTreeMap::new();
    let (mut listed, mut kit, mut total) = (BTreeMap::new(), None, 0);
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(failed)?;
        let path = entry.name().map_err(failed)?.into_owned();
        if !is_safe_path(&path) || entry.is_symlink() || entry.is_dir() {
            return Err(corrupt("the ZIP has a path that no kit has").with("entry", path));
        }
        let bytes = limited(entry)?;
        total += bytes.len() as u64;
        if total > MAX_TOTAL_BYTES {
            return Err(corrupt("the ZIP unpacks to too much").with("limit_bytes", MAX_TOTAL_BYTES));
        }
        if path == CHECKSUMS {
            listed = checksums(&bytes)?;
        } else if hashes.insert(path.to_ascii_lowercase(), ContentHash::of_bytes(&bytes)).is_some() {
            return Err(corrupt("the ZIP has a file twice").with("entry", path));
        }
        if path == KIT_JSON {
            kit = Some(parse(&bytes)?);
        }
    }
    if listed.is_empty() || listed.len() != hashes.len() {
        return Err(corrupt("the ZIP's files are not those that CHECKSUMS.sha256 lists"));
    }
    for (path, expected) in &listed {
        if hashes.get(&path.to_ascii_lowercase()).is_none_or(|found| found.0 != *expected) {
            return Err(corrupt("a file is not the one that was written").with("file", path));
        }
    }
    kit.ok_or_else(|| corrupt("the ZIP has no kit.json"))
}

fn check(path: &str, expected: &str, bytes: &[u8]) -> Result<()> {
    if ContentHash::of_bytes(bytes).0 == expected {
        return Ok(());
    }
    Err(corrupt("a file is not the one that was written").with("file", path))
}

/// Path to hash, with paths that a kit may have.
fn checksums(bytes: &[u8]) -> Result<BTreeMap<String, String>> {
    let text = std::str::from_utf8(bytes).map_err(|error| corrupt("CHECKSUMS.sha256 is not text").caused_by(error))?;
    let mut listed = BTreeMap::new();
    for line in text.lines() {
        let (hash, path) = line.split_once("  ").ok_or_else(|| corrupt("CHECKSUMS.sha256 has a line that is none"))?;
        if !is_safe_path(path) {
            return Err(corrupt("CHECKSUMS.sha256 names a path that no kit has").with("entry", path.escape_debug()));
        }
        listed.insert(path.to_owned(), hash.to_owned());
    }
    if listed.len() > MAX_FILES {
        return Err(corrupt("the kit has too many files").with("limit", MAX_FILES));
    }
    Ok(listed)
}

fn parse(bytes: &[u8]) -> Result<Kit> {
    #[derive(serde::Deserialize)]
    struct Head {
        format: u32,
    }
    let invalid = |error: serde_json::Error| corrupt("kit.json is not a kit").caused_by(error);
    let head: Head = serde_json::from_slice(bytes).map_err(invalid)?;
    if head.format > KIT_FORMAT {
        return Err(Error::new(ErrorKind::SchemaTooNew, "read_kit", "a newer release wrote this kit")
            .with("format", head.format)
            .with("newest_known", KIT_FORMAT));
    }
    let kit: Kit = serde_json::from_slice(bytes).map_err(invalid)?;
    let found = ContentHash::of(&kit.content)?;
    if found != kit.content_hash {
        return Err(corrupt("the content is not what its hash names")
            .with("expected", &kit.content_hash)
            .with("found", found));
    }
    Ok(kit)
}
