//! Writing a kit: into a folder, file by file and never half a file; or as a ZIP with the same bytes every time.

use std::{
    collections::BTreeSet,
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use vcm_core::{Error, ErrorKind, Result};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{CHECKSUMS, KitFiles, names::is_safe_path};

/// Writes the files into `folder`, which is made when it is not there. Files of an earlier kit that this one does not have
/// are removed; files that no kit put there are left alone. `CHECKSUMS.sha256` is removed first and written last: a folder
/// without it holds an unfinished kit.
///
/// # Errors
/// [`ErrorKind::Io`] with the path when a file cannot be written: no permission, no space, a file where a folder should be.
pub fn write_directory(files: &KitFiles, folder: &Path) -> Result<()> {
    make_folder(folder)?;
    let earlier = earlier_files(folder);
    let checksums = folder.join(CHECKSUMS);
    remove(&checksums)?;
    for (path, bytes) in files.iter().filter(|(path, _)| *path != CHECKSUMS) {
        write_file(folder, path, bytes)?;
    }
    for path in earlier.iter().filter(|path| files.get(path).is_none()) {
        if let Some(stale) = inside(folder, path) {
            remove(&stale)?;
        }
    }
    write_file(folder, CHECKSUMS, files.get(CHECKSUMS).unwrap_or_default())
}

/// Writes the files as a ZIP: sorted entries, the time 1980-01-01, the same permissions everywhere. The same kit gives the
/// same bytes.
///
/// # Errors
/// [`ErrorKind::Io`] when the writer fails.
pub fn write_zip<W: Write + io::Seek>(files: &KitFiles, writer: W) -> Result<W> {
    let failed = |error: zip::result::ZipError| {
        Error::new(ErrorKind::Io, "write_zip", "the ZIP cannot be written").caused_by(error)
    };
    let mut archive = ZipWriter::new(writer);
    for (path, bytes) in files.iter() {
        // PNG is compressed already: packing it again takes time and gains nothing.
        let method = if path.starts_with("assets/") && Path::new(path).extension().is_some_and(|kind| kind == "png") {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        archive.start_file(path, options).map_err(failed)?;
        archive.write_all(bytes).map_err(|error| failed(error.into()))?;
    }
    archive.finish().map_err(failed)
}

/// An I/O error that names its path.
pub(super) fn io_error(operation: &'static str, path: &Path, error: io::Error) -> Error {
    let message = match error.kind() {
        io::ErrorKind::PermissionDenied => "no permission",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "no space left",
        io::ErrorKind::NotFound => "not found",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "a file is where a folder should be",
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only",
        _ => "the file cannot be read or written",
    };
    Error::new(ErrorKind::Io, operation, message).with("path", path.display()).caused_by(error)
}

fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| io_error("write_kit", folder, error))
}

/// A path inside the folder; none when it would leave it, also through a link.
pub(super) fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    if !is_safe_path(path) {
        return None;
    }
    let target = folder.join(path);
    let linked = target.ancestors().skip(1).take_while(|parent| *parent != folder).any(Path::is_symlink);
    (!linked).then_some(target)
}

fn write_file(folder: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let target = inside(folder, path).ok_or_else(|| {
        Error::new(ErrorKind::Io, "write_kit", "the path leaves the folder").with("path", folder.join(path).display())
    })?;
    let parent = target.parent().unwrap_or(folder);
    make_folder(parent)?;
    let failed = |error| io_error("write_kit", &target, error);
    let mut temporary = tempfile::NamedTempFile::new_in(parent).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are private; a kit is made to be shared.
        temporary.as_file().set_permissions(fs::Permissions::from_mode(0o644)).map_err(failed)?;
    }
    temporary.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// The files that the folder's own checksums list.
fn earlier_files(folder: &Path) -> BTreeSet<String> {
    let listed = fs::read_to_string(folder.join(CHECKSUMS)).unwrap_or_default();
    listed.lines().filter_map(|line| line.split_once("  ")).map(|(_, path)| path.to_owned()).collect()
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(io_error("write_kit", path, error)),
        _ => Ok(()),
    }
}
