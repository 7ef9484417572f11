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

/// What to order hashtags by when asking which will be used more tomorrow than they usually are: the moving average of [`level`], part of
/// what that weekday brought in each of the last three weeks, less the mean of the last 28 days. `daily` as for [`level`]; a weekday
/// that the history does not reach counts as usual.
///
/// It orders and is no forecast in uses: weekdays add up to 0.8 of the usual, because the louder a tag is the more its days differ.
/// The weights were chosen on the first half of the days of a public set of page posts, and hold on the second.
pub fn expected_excess(daily: &[f64]) -> f64 {
    let recent = daily.iter().rev().take(HISTORY_DAYS as usize);
    let usual = recent.clone().sum::<f64>() / recent.len().max(1) as f64;
    let mean = daily.iter().copied().reduce(|mean, day| NEWEST_DAY_WEIGHT * day + (1.0 - NEWEST_DAY_WEIGHT) * mean);
    let weekdays = SAME_WEEKDAY.iter().map(|(days, weight)| {
        let count = daily.iter().rev().nth(days - 1).copied().unwrap_or(usual);
        weight * count
    });
    mean.unwrap_or(0.0) + weekdays.sum::<f64>() - usual
}

/// Days back and weight of the weekday that comes next.
const SAME_WEEKDAY: [(usize, f64); 3] = [(7, 0.3), (14, 0.3), (21, 0.2)];

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

    #[test]
    fn what_is_always_loud_is_no_excess_and_a_weekly_series_is_expected_on_its_day() {
        let steady = expected_excess(&[50.0; 40]);
        let mut rising = vec![1.0; 39];
        rising.push(30.0);
        assert!(expected_excess(&rising) > 10.0);
        // The mean cancels and the weekdays stay: 0.3 + 0.3 + 0.2 of the usual.
        assert!((steady - 40.0).abs() < 1e-9, "{steady}");
        let weekly = |offset: usize| (0..42).map(|day| f64::from(u8::from(day % 7 == offset))).collect::<Vec<f64>>();
        // After 42 days the next is day 0 of the week.
        assert!(expected_excess(&weekly(0)) > expected_excess(&weekly(1)) + 0.5);
        assert!(expected_excess(&[]).abs() < 1e-12);
    }
}
