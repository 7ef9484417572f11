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
    std::fs::create_dir_all(folder).map_err(failed)?;
    tempfile::NamedTempFile::new_in(folder).map(|_| ()).map_err(failed)
}

/// Writes the ZIP as a file; whole or not at all.
///
/// # Errors
/// `io` naming the file.
pub fn write_zip_file(files: &KitFiles, path: &Path) -> Result<()> {
    let failed = |error: std::io::Error| {
        Error::new(ErrorKind::Io, "write_zip", format!("cannot write {}: {error}", path.display())).caused_by(error)
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    check_folder(folder)?;
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
