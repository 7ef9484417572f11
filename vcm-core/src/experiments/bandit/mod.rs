//! Bandits: shares of the next batch by what was seen so far, and a simulator that says which policy suits a campaign.
//!
//! A bandit earns while it learns and reads out badly afterwards; an even split is an experiment. There is no UCB1 here: in short
//! batched campaigns it loses about as much as an even split does. Next: `policy`, then `simulate`.

mod form;
mod policy;
mod simulate;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(super) use self::policy::next_shares;
pub use self::{
    policy::{floored, informed_prior},
    simulate::{PolicyOutcome, SimulationAnswer, SimulationRequest, simulate},
};

/// How a batch is shared out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// Each arm gets its chance of being the best (Thompson 1933).
    #[default]
    #[serde(alias = "ts", alias = "thompson_sampling")]
    Thompson,
    /// Half to the likely best, half to the likely second (Russo 2020): finds the best arm sooner, and pays for it.
    #[serde(alias = "top_two", alias = "ttts")]
    TopTwoThompson,
    /// All but a share to the best so far, that share to all evenly.
    #[serde(alias = "eps", alias = "eps_greedy")]
    EpsilonGreedy,
    /// Evenly for the first part of the campaign, then each batch to the best so far.
    #[serde(alias = "etc")]
    ExploreThenCommit,
    /// The arm whose rate, plus what one more batch of it is worth to the batches that are left, is the highest (Frazier, Powell and
    /// Dayanik 2008), with rates shrunk to the campaign's own mean.
    #[serde(alias = "kg")]
    KnowledgeGradient,
    /// Evenly to the end: an experiment.
    #[serde(alias = "uniform", alias = "ab_test")]
    EvenSplit,
}

impl Policy {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::EvenSplit,
        Self::ExploreThenCommit,
        Self::EpsilonGreedy,
        Self::Thompson,
        Self::TopTwoThompson,
        Self::KnowledgeGradient,
    ];

    /// The name as it stands in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Thompson => "Thompson sampling",
            Self::TopTwoThompson => "top-two Thompson sampling",
            Self::EpsilonGreedy => "epsilon-greedy",
            Self::ExploreThenCommit => "explore, then commit",
            Self::KnowledgeGradient => "knowledge gradient",
            Self::EvenSplit => "an even split",
        }
    }
}
