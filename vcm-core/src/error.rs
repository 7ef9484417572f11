//! One error type for every crate and host.
//!
//! `kind` says what went wrong and drives what a caller does; `retry` says whether trying again can help; `operation` and
//! `context` say where; `violations` list every offending field of a bad input at once. Hosts map `kind` alone: a status, a
//! Python class, a Node `kind`. Next: [`crate::id`].

use std::{borrow::Cow, fmt, time::Duration};

use serde::{Deserialize, Serialize};

/// `Result` with [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident => $code:literal),+ $(,)?) => {
        /// What went wrong. The snake-case code of [`ErrorKind::as_str`] is stable and public.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum ErrorKind { $($(#[$doc])* $variant),+ }

        impl ErrorKind {
            /// Every kind, so that a host's table of kinds can be tested for completeness.
            pub const ALL: &'static [ErrorKind] = &[$(ErrorKind::$variant),+];

            /// The stable code.
            pub fn as_str(self) -> &'static str {
                match self { $(ErrorKind::$variant => $code),+ }
            }
        }
    };
}

kinds! {
    /// A field of the input is wrong; [`Error::violations`] says which.
    InvalidInput => "invalid_input",
    /// The named thing does not exist in this org.
    NotFound => "not_found",
    /// Somebody else wrote first: the expected revision is not the stored one.
    Conflict => "conflict",
    /// The campaign is not in a state that allows the command.
    InvalidTransition => "invalid_transition",
    /// The actor's role does not allow it.
    PermissionDenied => "permission_denied",
    /// Moderation said block, or an approval is missing.
    ModerationBlocked => "moderation_blocked",
    /// Another run holds the campaign's lease.
    LeaseHeld => "lease_held",
    /// The lease was lost to another run: nothing of this commit was written.
    LeaseLost => "lease_lost",
    /// A budget would be exceeded by the next call.
    BudgetExceeded => "budget_exceeded",
    /// A provider or a quota asks to wait.
    RateLimited => "rate_limited",
    /// The backend, platform or build cannot do what was asked.
    Unsupported => "unsupported",
    /// A setting is missing or wrong.
    ConfigInvalid => "config_invalid",
    /// The store cannot be reached, is locked, full or read-only.
    StoreUnavailable => "store_unavailable",
    /// The database was written by a newer release.
    SchemaTooNew => "schema_too_new",
    /// Stored data fails its checksum or cannot be read.
    DataCorrupt => "data_corrupt",
    /// A replay took another path than the recorded run.
    ReplayDiverged => "replay_diverged",
    /// A file or folder cannot be read or written.
    Io => "io",
    /// An outside provider failed.
    ProviderFailed => "provider_failed",
    /// The caller stopped the operation.
    Cancelled => "cancelled",
    /// A defect in vcm.
    Unexpected => "unexpected",
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether trying again can help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retry {
    /// The same call will fail again.
    Never,
    /// The same call may succeed, at the earliest after the given time.
    Later {
        /// What the other side asked for, if it did.
        after: Option<Duration>,
    },
    /// It was retried and given up: outer layers must not retry again.
    Exhausted,
}

/// One wrong field: where it is, what was found, what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    /// Path of the field, such as `platforms[1].posts_per_week`.
    pub field: String,
    /// What was found, shortened for display.
    pub found: String,
    /// What is allowed, as a phrase that follows "allowed:".
    pub allowed: String,
}

impl Violation {
    /// A violation of `field`. `found` is shortened to 80 characters.
    pub fn new(field: impl Into<String>, found: impl fmt::Display, allowed: impl Into<String>) -> Self {
        let found = found.to_string();
        let mut short: String = found.chars().take(80).collect();
        if short.len() < found.len() {
            short.push('…');
        }
        Self { field: field.into(), found: short, allowed: allowed.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: found {}; allowed: {}", self.field, self.found, self.allowed)
    }
}

/// The error of every fallible vcm function. One pointer wide.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    retry: Retry,
    operation: &'static str,
    message: Cow<'static, str>,
    context: Vec<(&'static str, String)>,
    violations: Vec<Violation>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error of `kind` raised by `operation` (a verb such as `commit` or `parse_brief`). [`Retry::Never`] unless said otherwise.
    pub fn new(kind: ErrorKind, operation: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            retry: Retry::Never,
            operation,
            message: message.into(),
            context: Vec::new(),
            violations: Vec::new(),
            source: None,
        }))
    }

    /// Bad input: every violation at once.
    pub fn invalid_input(operation: &'static str, violations: Vec<Violation>) -> Self {
        let message = match violations.len() {
            1 => Cow::Borrowed("1 field is not valid"),
            count => Cow::Owned(format!("{count} fields are not valid")),
        };
        let mut error = Self::new(ErrorKind::InvalidInput, operation, message);
        error.0.violations = violations;
        error
    }

    /// One wrong field.
    pub fn invalid_field(
        operation: &'static str,
        field: impl Into<String>,
        found: impl fmt::Display,
        allowed: impl Into<String>,
    ) -> Self {
        Self::invalid_input(operation, vec![Violation::new(field, found, allowed)])
    }

    /// `what` with this `id` does not exist.
    pub fn not_found(operation: &'static str, what: &'static str, id: impl fmt::Display) -> Self {
        Self::new(ErrorKind::NotFound, operation, format!("no {what} {id}"))
    }

    /// Adds a key and value that help to find the cause. Never a secret, never a person's data.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl fmt::Display) -> Self {
        self.0.context.push((key, value.to_string()));
        self
    }

    /// Says whether trying again can help.
    #[must_use]
    pub fn retry_as(mut self, retry: Retry) -> Self {
        self.0.retry = retry;
        self
    }

    /// Keeps the error that caused this one.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Whether trying again can help.
    pub fn retry(&self) -> Retry {
        self.0.retry
    }

    /// The operation that failed.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// The message without context.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Keys and values that help to find the cause.
    pub fn context(&self) -> &[(&'static str, String)] {
        &self.0.context
    }

    /// Every wrong field of a bad input.
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        for (index, (key, value)) in self.0.context.iter().enumerate() {
            write!(f, "{}{key}: {value}", if index == 0 { " (" } else { ", " })?;
        }
        if !self.0.context.is_empty() {
            f.write_str(")")?;
        }
        for violation in &self.0.violations {
            write!(f, "\n  {violation}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &self.0.kind).field("operation", &self.0.operation).field("message", &self.0.message);
        debug.field("retry", &self.0.retry).field("context", &self.0.context).field("violations", &self.0.violations);
        debug.field("source", &self.0.source).finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.source {
            Some(source) => Some(source.as_ref()),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_serialises_as_its_code() {
        for kind in ErrorKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), serde_json::json!(kind.as_str()));
        }
    }

    #[test]
    fn display_lists_context_and_every_violation() {
        let error = Error::invalid_input(
            "parse_brief",
            vec![
                Violation::new("platforms[0].posts_per_week", 0, "1 to 50"),
                Violation::new("name", "\"\"", "1 to 120 characters"),
            ],
        )
        .with("file", "brief.toml");
        assert_eq!(
            error.to_string(),
            "2 fields are not valid (file: brief.toml)\n  platforms[0].posts_per_week: found 0; allowed: 1 to 50\n  \
             name: found \"\"; allowed: 1 to 120 characters"
        );
    }
}
