//! The phrase stock. Frames ask, point or arrange; none of them states a fact, praises or counts what the brief does not.
//!
//! [`pairs`], [`lists`] and [`singles`] hold hooks for archetypes, [`open`] hooks for any of them, [`ends`] calls to action and
//! closing questions, [`joins`] what stands between facts. Next: [`super::hooks`].

pub(super) mod ends;
pub(super) mod joins;
pub(super) mod lists;
pub(super) mod open;
pub(super) mod pairs;
pub(super) mod singles;
pub(super) mod titles;
