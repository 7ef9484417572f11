//! The weights of the features, and the chance that they give a tag.
//!
//! Fitted by `cargo run --release -p vcm-benches --bin fit-hashtags`, which prints the two tables below. Next: [`super::rank`].

use super::features::FEATURE_COUNT;

/// How features become the chance that a post carries a tag: a weighted sum through a logistic curve.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weights {
    features: [f64; FEATURE_COUNT],
    /// Of the logistic curve.
    slope: f64,
    /// Of the logistic curve.
    offset: f64,
}

/// The weights for a query of an account with posts, or without.
pub(super) fn of(has_history: bool) -> &'static Weights {
    if has_history { &WITH_HISTORY } else { &COLD }
}

impl Weights {
    /// The chance that a post carries a tag with these features, 0 to 1.
    pub(super) fn chance(&self, features: &[f64; FEATURE_COUNT]) -> f64 {
        let sum: f64 = self.features.iter().zip(features).map(|(weight, value)| weight * value).sum();
        1.0 / (1.0 + libm::exp(-(self.slope * sum + self.offset)))
    }
}

const WITH_HISTORY: Weights = Weights {
    features: [
        0.0, 0.7, 1.0, 0.4, 0.8, 0.8, 2.4, 1.7, 0.3, 2.0, 1.0, 1.4, 0.5, 0.8, 1.1, 0.4, 0.6, 0.0, 0.4, 0.7, 0.4, 0.9,
        -0.7,
    ],
    slope: 1.0,
    offset: -3.0,
};

const COLD: Weights = Weights {
    features: [
        0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.2, 1.0, 0.4, 1.0, 0.4, 0.7, 0.2, 0.5,
        0.1,
    ],
    slope: 1.0,
    offset: -3.0,
};
