//! Sample-ratio check: whether arms got the impressions that were planned. Next: [`super::analyze()`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::stats::chi_square_upper_tail;

/// Chi-square check of impressions against planned shares.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SampleRatio {
    /// The statistic.
    pub chi_square: f64,
    /// Its p.
    pub p: f64,
    /// True when `p < 0.001`.
    pub alarm: bool,
}

/// Checks impressions against planned shares (chi-square, alarm at p < 0.001; Fabijan et al. 2019). None with fewer than two arms or no
/// impressions.
pub fn sample_ratio(impressions: &[u64], planned_shares: &[f64]) -> Option<SampleRatio> {
    let total: f64 = impressions.iter().map(|seen| *seen as f64).sum();
    let shares: f64 = planned_shares.iter().sum();
    if impressions.len() < 2 || impressions.len() != planned_shares.len() || total <= 0.0 || shares <= 0.0 {
        return None;
    }
    let chi_square = impressions
        .iter()
        .zip(planned_shares)
        .map(|(seen, share)| {
            let expected = total * share / shares;
            (*seen as f64 - expected).powi(2) / expected.max(f64::MIN_POSITIVE)
        })
        .sum();
    let p = chi_square_upper_tail(chi_square, impressions.len() as f64 - 1.0);
    Some(SampleRatio { chi_square, p, alarm: p < 0.001 })
}
