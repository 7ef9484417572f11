//! How posts in general are written: what a voice is told apart from.
//!
//! Means over the pages of a public set of posts, each page counting once; printed by `benches/src/bin/fit-voice.rs`, as are the
//! weights of the parts. They are of English posts and stand for other languages too: marks and layout differ little. Next:
//! [`super::score`].

use super::{
    habits::{Habit, Opening},
    score::Part,
};

/// Mean and standard deviation over posts.
pub(super) type Normal = (f64, f64);

pub(super) const LN_SENTENCE_WORDS: Normal = (2.3, 0.55);
pub(super) const LN_POST_WORDS: Normal = (2.9, 0.85);
pub(super) const FORMALITY: Normal = (0.47, 0.14);
pub(super) const CONTRACTIONS: f64 = 0.6;
pub(super) const FORMAL_ADDRESS: f64 = 0.4;

pub(super) const HABITS: [f64; Habit::COUNT] = [
    0.14, 0.10, 0.32, 0.07, 0.09, 0.01, 0.03, 0.04, 0.08, 0.02, 0.06, 0.18, 0.08, 0.06, 0.16, 0.70, 0.2, 0.15, 0.02,
    0.03, 0.12, 0.05, 0.2,
];

pub(super) const OPENINGS: [f64; Opening::COUNT] = [0.01, 0.04, 0.08, 0.05, 0.09, 0.10, 0.06, 0.06, 0.03, 0.12, 0.36];

pub(super) const WEIGHTS: [f64; Part::COUNT] = [0.5; Part::COUNT];
