//! Agents: who decides what is done next. An agent looks at the board and plans steps; it does nothing itself.
//!
//! Planning is by what is missing, so that a plan made after a crash goes on where the last one stopped. Each file is one
//! agent; [`Crew`] says who works in which state.

mod copywriter;
mod designer;
mod editor_in_chief;
mod growth_hacker;
mod trend_scout;

use std::{collections::BTreeMap, sync::Arc};

use serde_json::Value;
use vcm_core::{
    Result,
    campaign::{Board, State},
};

pub use self::{
    copywriter::Copywriter, designer::Designer, editor_in_chief::EditorInChief, growth_hacker::GrowthHacker,
    trend_scout::TrendScout,
};

/// A planned step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The tool to use.
    pub tool: &'static str,
    /// What it makes, for people: "LinkedIn · angle-2".
    pub label: String,
    /// The tool's input. With the round, the state and the tool it identifies the step, so it names everything that makes one
    /// step differ from another and nothing that changes between runs.
    pub input: Value,
}

/// Someone who plans.
pub trait Agent: Send + Sync + std::fmt::Debug {
    /// Its name, such as `copywriter`.
    fn name(&self) -> &'static str;

    /// The next steps in this state, in order. The driver drops steps that have receipts, does the rest and asks again, until
    /// nothing new is planned.
    ///
    /// # Errors
    /// Anything that makes the state impossible to finish; the campaign fails with it.
    fn plan(&self, board: &Board) -> Result<Vec<Step>>;
}

/// Who works in which state, in order.
#[derive(Debug, Clone, Default)]
pub struct Crew(BTreeMap<State, Vec<Arc<dyn Agent>>>);

impl Crew {
    /// Nobody.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an agent behind those already working in the state.
    #[must_use]
    pub fn with(mut self, state: State, agent: Arc<dyn Agent>) -> Self {
        self.0.entry(state).or_default().push(agent);
        self
    }

    /// The agents of a state.
    pub fn of(&self, state: State) -> &[Arc<dyn Agent>] {
        self.0.get(&state).map_or(&[], Vec::as_slice)
    }
}

/// The five agents, each in the states it works in.
pub fn standard() -> Crew {
    Crew::new()
        .with(State::Researching, Arc::new(TrendScout))
        .with(State::Drafting, Arc::new(Copywriter))
        .with(State::Assembling, Arc::new(Designer))
        .with(State::Assembling, Arc::new(GrowthHacker))
        .with(State::Scheduling, Arc::new(GrowthHacker))
        .with(State::Reviewing, Arc::new(EditorInChief))
}
