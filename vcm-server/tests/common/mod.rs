//! What the tests of the command share: the real binary, run in a folder of its own.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "each test file uses its part"
)]

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A folder with a database, and the command in it.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// What a command said, as text.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn database(&self) -> PathBuf {
        self.path("vcm.db")
    }

    /// A connection of another program.
    pub fn connect(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.database()).unwrap()
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The command with its arguments, not yet started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(vcm());
        command.args(arguments).current_dir(self.folder.path()).env_remove("VCM_DB").env_remove("NO_COLOR");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the command to its end.
    pub fn vcm(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments).output().unwrap())
    }

    /// Runs the command with a text as its standard input.
    pub fn vcm_with(&self, arguments: &[&str], input: &str) -> Said {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        said(child.wait_with_output().unwrap())
    }

    /// Runs a shell script in the folder; `$VCM` is the command.
    pub fn shell(&self, script: &str) -> Said {
        let mut command = Command::new("bash");
        command.args(["-c", script]).env("VCM", vcm()).env_remove("VCM_DB").current_dir(self.folder.path());
        said(command.stdin(Stdio::null()).output().unwrap())
    }

    /// Runs the command, which must succeed.
    pub fn ok(&self, arguments: &[&str]) -> Said {
        let said = self.vcm(arguments);
        assert_eq!(said.code, 0, "{arguments:?}: {said:?}");
        said
    }

    /// Campaigns in the database, as `campaigns --json` lists them.
    pub fn campaigns(&self) -> Vec<serde_json::Value> {
        json_lines(&self.ok(&["campaigns", "--json"]).out)
    }

    /// The state of the newest campaign.
    pub fn state(&self) -> String {
        self.campaigns()[0]["state"].as_str().unwrap().to_owned()
    }

    /// The content hash of the newest campaign's kit.
    pub fn content(&self) -> String {
        let kit: serde_json::Value = serde_json::from_str(&self.ok(&["show", "last", "--json"]).out).unwrap();
        kit["content_hash"].as_str().unwrap().to_owned()
    }
}

pub fn vcm() -> &'static str {
    env!("CARGO_BIN_EXE_vcm")
}

/// One of the example briefs.
pub fn brief(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/briefs").join(name);
    path.canonicalize().unwrap().to_str().unwrap().to_owned()
}

/// A brief that is quick to run.
pub fn small_brief() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/small.toml").to_owned()
}

pub const FIXED: [&str; 4] = ["--seed", "7", "--now", "2026-11-22T09:00:00Z"];

pub fn json_lines(text: &str) -> Vec<serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Asserts that a command failed with 1 and one error of a kind, and that it was no panic.
#[track_caller]
pub fn failed(said: &Said, kind: &str) {
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.starts_with(&format!("error [{kind}]: ")), "{said:?}");
    assert!(!said.err.contains("panicked"), "{said:?}");
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
