//! Policy rules: what law, platforms and brand safety ask of a post, as data.
//!
//! A pack is a TOML file of rules. A rule says where it applies, what it looks for, what then happens, and where it comes
//! from. `pack` is the form and its validation, `rules` the compiled rules, `check`
//! what an author wants to know before a pack is used. The shipped packs are in `packs/`.
//! A rule is advice with a source, not legal counsel. Next: [`super::claims`].

mod check;
mod pack;
mod rules;

pub(super) use self::rules::{Rules, Situation};
pub use self::{
    check::{PolicyProblem, Severity, check},
    pack::{Applies, PolicyPack, PolicyRule, Risk, schema},
    rules::RuleHit,
};

#[cfg(test)]
mod tests;
