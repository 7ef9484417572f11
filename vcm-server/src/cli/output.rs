//! Writing to the standard streams: a reader that went away is no error, a full disk is one.

use std::io::{self, Write};

use vcm_core::{Error, ErrorKind, Result};

/// Prints a result to standard output. A reader that went away (`vcm … | head`) has what it wanted.
pub(super) fn print(text: &str) -> Result<()> {
    match write_out(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(cannot_write(&error)),
        _ => Ok(()),
    }
}

/// Writes to standard output, at once.
pub(super) fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Tells a person something on standard error; if it is closed there is nobody to tell.
pub(super) fn say(line: impl std::fmt::Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// The error of a standard output that cannot be written.
pub(super) fn cannot_write(error: &io::Error) -> Error {
    Error::new(ErrorKind::Io, "write", format!("cannot write to standard output: {error}"))
}
