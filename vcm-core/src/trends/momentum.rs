//! How fast something grows, from few counts: shrunk rates, because a raw growth ratio predicts next to nothing.
//!
//! Next: [`super::topics()`].

/// Days of history that a rate is compared with, at most.
pub(super) const HISTORY_DAYS: f64 = 28.0;

/// Weight of the newest day in the moving average. 0.6 predicted the next day best among those tried.
const NEWEST_DAY_WEIGHT: f64 = 0.6;

/// Shrunk log growth of a recent count over a past rate: `ln[(recent + k·μ) / ((recent_days + k)·μ)]`, the log of the posterior
/// mean of a gamma–Poisson model over its prior mean. `past_per_day` (μ) is floored at one in 28 days; `prior_days` (k, above 0) says
/// how many days of the past rate the recent count must speak against. 0 is steady, positive is growing.
pub fn momentum(recent: f64, recent_days: f64, past_per_day: f64, prior_days: f64) -> f64 {
    let rate = past_per_day.max(1.0 / HISTORY_DAYS);
    ((recent + prior_days * rate) / ((recent_days + prior_days) * rate)).ln()
}

/// Expected volume of the next day: an exponentially weighted mean (newest day 0.6) and half the volume of that weekday last week.
/// `daily` is oldest first, one count a day, 0 for a day without any.
pub fn level(daily: &[f64]) -> f64 {
    let mean = daily.iter().copied().reduce(|mean, day| NEWEST_DAY_WEIGHT * day + (1.0 - NEWEST_DAY_WEIGHT) * mean);
    let same_weekday = daily.iter().rev().nth(6);
    mean.unwrap_or(0.0) + 0.5 * same_weekday.copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn momentum_is_zero_when_steady_and_shrinks_small_counts() {
        assert!(momentum(4.0, 1.0, 4.0, 3.0).abs() < 1e-12);
        assert!(momentum(8.0, 1.0, 4.0, 3.0) > 0.0 && momentum(1.0, 1.0, 4.0, 3.0) < 0.0);
        // Twenty times as much of a big rate says more than twenty times as much of a tiny one; neither is infinite.
        assert!(momentum(200.0, 1.0, 10.0, 3.0) > momentum(1.0, 1.0, 0.05, 3.0));
        assert!(momentum(5.0, 1.0, 0.0, 3.0).is_finite());
    }

    #[test]
    fn level_leans_on_the_newest_day_and_last_weeks_weekday() {
        assert!((level(&[]) - 0.0).abs() < 1e-12);
        assert!((level(&[0.0, 10.0]) - 6.0).abs() < 1e-12);
        assert!((level(&[2.0; 7]) - 3.0).abs() < 1e-12);
    }
}
