//! The programs of others, each a short script under `benches/peers/` that reads JSON on standard input and prints JSON.
//!
//! A script gets what our engine got and answers what our engine answers, so that both are scored by the same code here. It prints
//! nothing else on standard output.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde::{Serialize, de::DeserializeOwned};

/// Where the peers are installed.
#[derive(Debug, Clone, Default)]
pub struct Peers {
    /// A Python virtual environment with the packages of `benches/peers/requirements.txt`.
    pub python: Option<PathBuf>,
    /// A folder whose `node_modules` has the packages of `benches/peers/package.json`.
    pub node: Option<PathBuf>,
}

impl Peers {
    /// Runs `benches/peers/SCRIPT` in the virtual environment. `None` when no environment was named.
    ///
    /// # Errors
    /// The script cannot be started, fails (its last lines are in the error), or prints something that is not such an answer.
    pub fn python<T: DeserializeOwned>(&self, script: &str, input: &impl Serialize) -> io::Result<Option<T>> {
        let Some(environment) = &self.python else { return Ok(None) };
        let mut command = Command::new(environment.join("bin/python"));
        command.env("PYTHONHASHSEED", "0");
        run(command, script, input).map(Some)
    }

    /// Runs `benches/peers/SCRIPT` (an ES module) with Node. `None` when no folder was named.
    ///
    /// # Errors
    /// As [`Self::python`].
    pub fn node<T: DeserializeOwned>(&self, script: &str, input: &impl Serialize) -> io::Result<Option<T>> {
        let Some(folder) = &self.node else { return Ok(None) };
        let mut command = Command::new("node");
        // ES modules do not look in NODE_PATH: the script resolves its packages from here.
        command.env("PEERS", folder);
        run(command, script, input).map(Some)
    }
}

fn run<T: DeserializeOwned>(mut command: Command, script: &str, input: &impl Serialize) -> io::Result<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(script);
    let bytes = serde_json::to_vec(input)?;
    let mut child = command.arg(path).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let stdin = child.stdin.take();
    // On a thread of its own: a script may answer before it has read everything.
    let writer = std::thread::spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(&bytes)));
    let output = child.wait_with_output()?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        let last: Vec<&str> = told.lines().rev().take(5).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        return Err(io::Error::other(format!("{script} failed ({}): {}", output.status, last.join(" / "))));
    }
    writer.join().map_err(|_| io::Error::other("the thread that writes to the peer failed"))??;
    serde_json::from_slice(&output.stdout).map_err(|error| io::Error::other(format!("{script} answered: {error}")))
}
