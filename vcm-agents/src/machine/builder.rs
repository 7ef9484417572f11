//! Puts a [`Machine`] together.

use std::{sync::Arc, time::Duration};

use uuid::Uuid;
use vcm_core::{
    Error, ErrorKind, Result,
    error::Violation,
    ports::{Classifier, Clock, Embedder, Store, Writer},
};

use super::{Machine, Parts, clock::SystemClock};
use crate::{
    agents::{self, Crew},
    providers::embeddings::LexicalEmbedder,
    tools::{self, Tool},
    writers::offline::OfflineWriter,
};

/// Puts a [`Machine`] together. Defaults: the offline writer, the lexical embedder, the system's clock, the five agents and
/// their tools, leases of 15 seconds, three attempts for an outside call.
#[derive(Default)]
pub struct MachineBuilder {
    store: Option<Arc<dyn Store>>,
    writer: Option<Arc<dyn Writer>>,
    embedder: Option<Arc<dyn Embedder>>,
    classifier: Option<Arc<dyn Classifier>>,
    clock: Option<Arc<dyn Clock>>,
    crew: Option<Crew>,
    tools: Vec<Arc<dyn Tool>>,
    lease_ttl: Option<Duration>,
    attempts: Option<u32>,
}

impl MachineBuilder {
    /// Where campaigns are kept.
    #[must_use]
    pub fn store(mut self, store: Arc<dyn Store>) -> Self {
        self.store = Some(store);
        self
    }

    /// Who writes.
    #[must_use]
    pub fn writer(mut self, writer: Arc<dyn Writer>) -> Self {
        self.writer = Some(writer);
        self
    }

    /// What turns copies into vectors.
    #[must_use]
    pub fn embedder(mut self, embedder: Arc<dyn Embedder>) -> Self {
        self.embedder = Some(embedder);
        self
    }

    /// A second tier of moderation, asked about what the local tier lets pass. It may raise a verdict, never lower one; when it is down,
    /// what it was asked about is quarantined. Default: none, moderation is local.
    #[must_use]
    pub fn classifier(mut self, classifier: Arc<dyn Classifier>) -> Self {
        self.classifier = Some(classifier);
        self
    }

    /// What tells the time.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = Some(clock);
        self
    }

    /// Who works in which state, instead of the five agents.
    #[must_use]
    pub fn crew(mut self, crew: Crew) -> Self {
        self.crew = Some(crew);
        self
    }

    /// One more tool, or another of the same name.
    #[must_use]
    pub fn tool(mut self, tool: Arc<dyn Tool>) -> Self {
        self.tools.push(tool);
        self
    }

    /// How long a lease holds without renewal, 1 second to 1 hour. A dead run's campaign can be taken over after it at the latest.
    #[must_use]
    pub fn lease_ttl(mut self, lease_ttl: Duration) -> Self {
        self.lease_ttl = Some(lease_ttl);
        self
    }

    /// How often an outside call that may succeed later is tried, 1 to 10.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = Some(attempts);
        self
    }

    /// The machine.
    ///
    /// # Errors
    /// `config_invalid` with everything that is missing or out of range.
    pub fn build(self) -> Result<Machine> {
        let lease_ttl = self.lease_ttl.unwrap_or(Duration::from_secs(15));
        let attempts = self.attempts.unwrap_or(3);
        let mut violations = Vec::new();
        if !(1..=3600).contains(&lease_ttl.as_secs()) {
            violations.push(Violation::new("lease_ttl", format_args!("{lease_ttl:?}"), "1 second to 1 hour"));
        }
        if !(1..=10).contains(&attempts) {
            violations.push(Violation::new("attempts", attempts, "1 to 10"));
        }
        let Some(store) = self.store else {
            violations.push(Violation::new(
                "store",
                "nothing",
                "a store, such as vcm_store::open(\"sqlite://vcm.db\")",
            ));
            return Err(invalid(&violations));
        };
        if !violations.is_empty() {
            return Err(invalid(&violations));
        }
        let writer = self.writer.unwrap_or_else(|| Arc::new(OfflineWriter));
        let embedder = self.embedder.unwrap_or_else(|| Arc::new(LexicalEmbedder));
        let mut toolbox = tools::standard(writer, embedder.clone(), self.classifier)?;
        self.tools.into_iter().for_each(|tool| toolbox.insert(tool));
        Ok(Machine(Arc::new(Parts {
            store,
            embedder,
            clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock)),
            crew: self.crew.unwrap_or_else(agents::standard),
            toolbox,
            owner: format!("{}-{}", std::process::id(), Uuid::now_v7().simple()),
            lease_ttl,
            attempts,
        })))
    }
}

impl std::fmt::Debug for MachineBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MachineBuilder").field("writer", &self.writer).field("crew", &self.crew).finish_non_exhaustive()
    }
}

fn invalid(violations: &[Violation]) -> Error {
    let listed = violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    Error::new(ErrorKind::ConfigInvalid, "build_machine", "the machine cannot be built").with("parts", listed)
}
