//! The weights of the features, and the chance that they give a tag.
//!
//! Fitted by `cargo run --release -p vcm-benches --bin fit-hashtags`, which prints the three tables below. Next: [`super::rank`].

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

/// The weights for a query of an account with posts; of one without, where times are known; and where they are not, so that nothing tells
/// what is new.
pub(super) fn of(has_history: bool, has_times: bool) -> &'static Weights {
    match (has_history, has_times) {
        (true, _) => &WITH_HISTORY,
        (false, true) => &COLD,
        (false, false) => &UNTIMED,
    }
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
        -0.912, // own recency: share of Σ hours^-0.5
        0.945,  // log of that share + 0.01
        0.148,  // own recency in posts: share of Σ posts^-1
        0.270,  // share of the last 3 own posts
        1.292,  // share of the last 10 own posts
        -0.265, // share of the last 40 own posts
        2.426,  // share of own uses at this time of day
        2.632,  // share of own uses at this time of this weekday
        0.315,  // -ln(1 + hours since last own use)
        1.898,  // used by the account
        0.421,  // share of the votes of 50 neighbours, own posts three times
        0.728,  // share of the votes of 30 own neighbours, newer ones more
        2.621,  // similarity of the nearest own post
        1.019,  // share of that
        1.452,  // share of the votes of 30 neighbours of others, newer ones more
        2.079,  // similarity of the nearest post of others
        0.731,  // naive Bayes over words, beside the best tag
        0.429,  // the text says it
        -0.762, // share of its words that the text has
        1.608,  // share of its letters in words that the text has
        -0.178, // goes with a tag that fits
        1.035,  // ln(1 + uses by others within 24 hours)
        -0.561, // ln(1 + uses)
    ],
    slope: 1.091,
    offset: -2.705,
};

const COLD: Weights = Weights {
    features: [
        0.000,  // own recency: share of Σ hours^-0.5
        0.000,  // log of that share + 0.01
        0.000,  // own recency in posts: share of Σ posts^-1
        0.000,  // share of the last 3 own posts
        0.000,  // share of the last 10 own posts
        0.000,  // share of the last 40 own posts
        0.000,  // share of own uses at this time of day
        0.000,  // share of own uses at this time of this weekday
        0.000,  // -ln(1 + hours since last own use)
        0.000,  // used by the account
        0.418,  // share of the votes of 50 neighbours, own posts three times
        0.000,  // share of the votes of 30 own neighbours, newer ones more
        0.000,  // similarity of the nearest own post
        0.000,  // share of that
        2.835,  // share of the votes of 30 neighbours of others, newer ones more
        3.644,  // similarity of the nearest post of others
        0.935,  // naive Bayes over words, beside the best tag
        0.675,  // the text says it
        -0.931, // share of its words that the text has
        1.590,  // share of its letters in words that the text has
        0.450,  // goes with a tag that fits
        1.151,  // ln(1 + uses by others within 24 hours)
        -0.167, // ln(1 + uses)
    ],
    slope: 1.039,
    offset: -6.048,
};

const UNTIMED: Weights = Weights {
    features: [
        0.000, // own recency: share of Σ hours^-0.5
        0.000, // log of that share + 0.01
        0.000, // own recency in posts: share of Σ posts^-1
        0.000, // share of the last 3 own posts
        0.000, // share of the last 10 own posts
        0.000, // share of the last 40 own posts
        0.000, // share of own uses at this time of day
        0.000, // share of own uses at this time of this weekday
        0.000, // -ln(1 + hours since last own use)
        0.000, // used by the account
        0.992, // share of the votes of 50 neighbours, own posts three times
        0.000, // share of the votes of 30 own neighbours, newer ones more
        0.000, // similarity of the nearest own post
        0.000, // share of that
        0.383, // share of the votes of 30 neighbours of others, newer ones more
        0.728, // similarity of the nearest post of others
        0.919, // naive Bayes over words, beside the best tag
        1.781, // the text says it
        0.154, // share of its words that the text has
        0.357, // share of its letters in words that the text has
        3.607, // goes with a tag that fits
        0.000, // ln(1 + uses by others within 24 hours)
        0.303, // ln(1 + uses)
    ],
    slope: 0.873,
    offset: -6.409,
};
