//! Colour and errors on the terminal. No colour when `NO_COLOR` is set or the stream is not a terminal.

use std::{fmt::Display, io::IsTerminal, sync::OnceLock};

use vcm_core::Error;

use super::output::say;

/// Paints for one stream, or does not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint(bool);

impl Paint {
    /// For standard output.
    pub(crate) fn stdout() -> Self {
        Self(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && std::io::stdout().is_terminal())
    }

    /// For standard error.
    pub(crate) fn stderr() -> Self {
        Self(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) && std::io::stderr().is_terminal())
    }

    pub(crate) fn bold(self, text: impl Display) -> String {
        self.paint("1", text)
    }

    pub(crate) fn dim(self, text: impl Display) -> String {
        self.paint("2", text)
    }

    pub(crate) fn red(self, text: impl Display) -> String {
        self.paint("31", text)
    }

    pub(crate) fn green(self, text: impl Display) -> String {
        self.paint("32", text)
    }

    pub(crate) fn yellow(self, text: impl Display) -> String {
        self.paint("33", text)
    }

    fn paint(self, code: &str, text: impl Display) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_string() }
    }
}

/// Prints an error with its kind and causes to standard error.
pub(crate) fn print_error(error: &Error) {
    let paint = Paint::stderr();
    say(format_args!("{} {error}", paint.red(format_args!("error [{}]:", error.kind()))));
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        say(format_args!("  {} {cause}", paint.dim("because:")));
        source = cause.source();
    }
}

/// The database as later commands must name it: empty when they find it by themselves.
static DATABASE: OnceLock<String> = OnceLock::new();

/// Remembers the database for [`command`]. Only a file is repeated: another address may carry a password.
pub(super) fn remember_database(url: &str) {
    let known = url == super::DEFAULT_DATABASE || std::env::var("VCM_DB").is_ok_and(|set| set == url);
    if known || !url.starts_with("sqlite:") {
        return;
    }
    let plain = url.chars().all(|c| c.is_ascii_alphanumeric() || "/:._-+=@%,~".contains(c));
    let quoted = if plain { url.to_owned() } else { format!("'{}'", url.replace('\'', "'\\''")) };
    let _ = DATABASE.set(format!(" --db {quoted}"));
}

/// A `vcm` command to go on with, on the database that this one used.
pub(super) fn command(arguments: impl Display) -> String {
    format!("vcm {arguments}{}", DATABASE.get().map_or("", String::as_str))
}
