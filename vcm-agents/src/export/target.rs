//! Checks of a place to write to, and the ZIP as a file of its own. Next: [`super::write_directory`].

use std::path::Path;

use vcm_core::{Error, ErrorKind, Result};

use super::{KitFiles, write_zip};

/// Checks that files can be made in a folder, making it if missing: before a run is spent on it.
///
/// # Errors
/// `io` naming the folder.
pub fn check_folder(folder: &Path) -> Result<()> {
    let failed = |error: std::io::Error| {
        Error::new(ErrorKind::Io, "check_folder", format!("cannot write to {}: {error}", folder.display()))
            .caused_by(error)
    };
    if folder.is_file() {
        return Err(Error::new(
            ErrorKind::Io,
            "check_folder",
            format!("cannot write to {}: it is a file; name a folder, or a file that ends in .zip", folder.display()),
        ));
    }
    std::fs::create_dir_all(folder).map_err(failed)?;
    tempfile::NamedTempFile::new_in(folder).map(|_| ()).map_err(failed)
}

/// Checks that a ZIP can be written as this file: before a run is spent on it.
///
/// # Errors
/// `io` naming the file or its folder.
pub fn check_zip_file(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Err(Error::new(
            ErrorKind::Io,
            "check_zip_file",
            format!(
                "cannot write {}: it is a folder; name a file, or a folder that does not end in .zip",
                path.display()
            ),
        ));
    }
    check_folder(parent_of(path))
}

fn parent_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Writes the ZIP as a file; whole or not at all.
///
/// # Errors
/// `io` naming the file.
pub fn write_zip_file(files: &KitFiles, path: &Path) -> Result<()> {
    let failed = |error: std::io::Error| {
        Error::new(ErrorKind::Io, "write_zip", format!("cannot write {}: {error}", path.display())).caused_by(error)
    };
    check_zip_file(path)?;
    let folder = parent_of(path);
    let mut temporary = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    write_zip(files, std::io::BufWriter::new(temporary.as_file_mut()))
        .and_then(|mut writer| std::io::Write::flush(&mut writer).map_err(failed))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary files are private; a kit is made to be shared.
        let permissions = std::fs::Permissions::from_mode(0o644);
        temporary.as_file().set_permissions(permissions).map_err(failed)?;
    }
    temporary.persist(path).map(|_| ()).map_err(|error| failed(error.error))
}
