//! The tools a machine has, by name.

use std::{collections::BTreeMap, sync::Arc};

use vcm_core::{Error, ErrorKind, Result};

use super::Tool;

/// Tools by name.
#[derive(Debug, Clone, Default)]
pub struct Toolbox(BTreeMap<&'static str, Arc<dyn Tool>>);

impl Toolbox {
    /// No tools.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a tool; one of the same name is replaced.
    pub fn insert(&mut self, tool: Arc<dyn Tool>) {
        self.0.insert(tool.name(), tool);
    }

    /// The tool of this name.
    ///
    /// # Errors
    /// `config_invalid`, naming the tools there are: an agent asked for one that the machine was not given.
    pub fn get(&self, name: &str) -> Result<&Arc<dyn Tool>> {
        self.0.get(name).ok_or_else(|| {
            Error::new(ErrorKind::ConfigInvalid, "find_tool", "an agent asks for a tool that the machine does not have")
                .with("tool", name)
                .with("tools", self.0.keys().copied().collect::<Vec<_>>().join(", "))
        })
    }
}
