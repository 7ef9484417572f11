//! Burst alarms on a stream of counts: when far more is said than this stream's own past explains.
//!
//! Mention counts are over-dispersed, so thresholds from a Poisson law or a normal one alarm all the time. The square root evens
//! out the counting noise, and the distance from the median to the 99th percentile of the stream's own last days is its measure
//! of a big but usual swing, whatever its dispersion and daily rhythm are. Next: [`super::topics()`].

use std::collections::VecDeque;

/// How a [`BurstDetector`] judges. The defaults were chosen on five labelled series of five-minute mention counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BurstOptions {
    /// Counts are summed over so many seconds before they are judged, above 0.
    pub sum_s: i64,
    /// Seconds of past sums that the newest is compared with, more than `sum_s`.
    pub history_s: i64,
    /// Seconds without any alarm at the start of a stream: too little is known of it.
    pub warm_up_s: i64,
    /// Usual swings above the median from which a sum is a burst, above 0; larger alarms less.
    pub alarm_swings: f64,
    /// An alarm within so many seconds of the last alarm is the same burst.
    pub merge_s: i64,
}

const HOUR_S: i64 = 3600;
const DAY_S: i64 = 24 * HOUR_S;

impl Default for BurstOptions {
    fn default() -> Self {
        Self { sum_s: HOUR_S, history_s: 14 * DAY_S, warm_up_s: 2 * DAY_S, alarm_swings: 1.4, merge_s: 6 * HOUR_S }
    }
}

/// A stretch of time with alarms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Burst {
    /// Second of its first alarm.
    pub from_s: i64,
    /// Second of its last alarm.
    pub to_s: i64,
    /// Its largest height in usual swings above the median.
    pub swings: f64,
}

/// Past sums are kept at so many places within the time of one sum.
const SAMPLES_A_SUM: i64 = 4;

/// A usual swing is taken to be no smaller, in square roots of counts: the 99th percentile of pure counting noise is 1.2 above its
/// median, so a handful after silence is no burst.
const SMALLEST_SWING: f64 = 1.5;

/// Watches one stream of counts in time order, in memory that does not grow.
#[derive(Debug, Clone)]
pub struct BurstDetector {
    options: BurstOptions,
    first_s: Option<i64>,
    /// Counts of the last `sum_s` seconds.
    recent: VecDeque<(i64, f64)>,
    sum: f64,
    /// Square roots of past sums, oldest first.
    history: VecDeque<(i64, f64)>,
    /// Median and usual swing, and when they were last taken.
    usual: Option<(i64, f64, f64)>,
}

impl BurstDetector {
    /// A detector that has seen nothing. Options out of range are brought to the nearest in range.
    pub fn new(options: BurstOptions) -> Self {
        let sum_s = options.sum_s.max(1);
        let options = BurstOptions { sum_s, history_s: options.history_s.max(sum_s + 1), ..options };
        Self { options, first_s: None, recent: VecDeque::new(), sum: 0.0, history: VecDeque::new(), usual: None }
    }

    /// Takes the count of a stretch that ends at second `at_s` and says how many usual swings the newest sum is above the median:
    /// [`BurstOptions::alarm_swings`] and more is a burst; 0 while warming up. Give counts in time order; one that is earlier than
    /// the one before is taken to be of the same time. A count that is negative or not finite counts as 0.
    pub fn observe(&mut self, at_s: i64, count: f64) -> f64 {
        let at_s = at_s.max(self.recent.back().map_or(at_s, |last| last.0));
        let first_s = *self.first_s.get_or_insert(at_s);
        let count = if count.is_finite() { count.max(0.0) } else { 0.0 };
        self.recent.push_back((at_s, count));
        self.sum += count;
        while let Some((_, old)) =
            self.recent.pop_front_if(|oldest| oldest.0.saturating_add(self.options.sum_s) <= at_s)
        {
            self.sum -= old;
        }
        let root = self.sum.max(0.0).sqrt();
        let warm = at_s.saturating_sub(first_s) >= self.options.warm_up_s;
        let swings = match (warm, self.usual_at(at_s)) {
            (true, Some((median, swing))) => (root - median) / swing,
            _ => 0.0,
        };
        let spacing = (self.options.sum_s / SAMPLES_A_SUM).max(1);
        if self.history.back().is_none_or(|last| at_s.saturating_sub(last.0) >= spacing) {
            self.history.push_back((at_s, root));
            while self.history.pop_front_if(|oldest| oldest.0.saturating_add(self.options.history_s) < at_s).is_some() {
            }
        }
        swings
    }

    /// Median and usual swing of the past sums, taken anew once in `sum_s`.
    fn usual_at(&mut self, at_s: i64) -> Option<(f64, f64)> {
        if let Some((taken_s, median, swing)) = self.usual
            && at_s.saturating_sub(taken_s) < self.options.sum_s
        {
            return Some((median, swing));
        }
        let mut roots: Vec<f64> = self.history.iter().map(|(_, root)| *root).collect();
        roots.sort_by(f64::total_cmp);
        let median = *roots.get(roots.len() / 2)?;
        let high = *roots.get(roots.len() * 99 / 100)?;
        let swing = (high - median).max(SMALLEST_SWING);
        self.usual = Some((at_s, median, swing));
        Some((median, swing))
    }
}

/// The bursts of a series of `(second, count)` in time order.
pub fn bursts(series: &[(i64, f64)], options: &BurstOptions) -> Vec<Burst> {
    let mut detector = BurstDetector::new(*options);
    let mut found: Vec<Burst> = Vec::new();
    for (at_s, count) in series {
        let swings = detector.observe(*at_s, *count);
        if swings < options.alarm_swings {
            continue;
        }
        match found.last_mut().filter(|last| at_s.saturating_sub(last.to_s) <= options.merge_s) {
            Some(last) => {
                last.to_s = *at_s;
                last.swings = last.swings.max(swings);
            }
            None => found.push(Burst { from_s: *at_s, to_s: *at_s, swings }),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Seed;

    /// Twelve days of five-minute counts with a daily rhythm and clumps, and a burst of an hour at 200 an interval on day nine.
    fn series(burst: f64) -> Vec<(i64, f64)> {
        let mut random = Seed(5).stream("counts");
        let intervals = 12 * 288;
        (0..intervals)
            .map(|interval| {
                let rhythm = 1.0 + (f64::from(interval) / 288.0 * std::f64::consts::TAU).sin();
                let clump = if random.below(50) == 0 { 40.0 } else { 0.0 };
                let extra = if (9 * 288..9 * 288 + 12).contains(&interval) { burst } else { 0.0 };
                (i64::from(interval) * 300, (20.0 * rhythm + random.below(12) as f64 + clump + extra).round())
            })
            .collect()
    }

    #[test]
    fn an_hour_far_above_the_streams_own_swings_is_one_burst() {
        assert_eq!(bursts(&series(0.0), &BurstOptions::default()), []);
        let found = bursts(&series(200.0), &BurstOptions::default());
        let [burst] = found.as_slice() else { panic!("{found:?}") };
        assert!((9 * DAY_S..9 * DAY_S + HOUR_S).contains(&burst.from_s) && burst.to_s - burst.from_s < 3 * HOUR_S);
        assert!(burst.swings > BurstOptions::default().alarm_swings);
    }

    #[test]
    fn silence_handfuls_and_hostile_series_raise_no_alarm() {
        let options = BurstOptions::default();
        let quiet: Vec<(i64, f64)> =
            (0..5000).map(|place| (place * 300, f64::from(u8::from(place % 400 == 0)))).collect();
        assert_eq!(bursts(&quiet, &options), []);
        assert_eq!(bursts(&[], &options), []);
        let hostile = [(i64::MIN, f64::NAN), (i64::MAX, -1.0), (0, f64::INFINITY), (i64::MAX, 1.0)];
        assert_eq!(bursts(&hostile, &BurstOptions { sum_s: 0, history_s: i64::MIN, ..options }), []);
    }

    #[test]
    fn memory_does_not_grow_with_the_stream() {
        let mut detector = BurstDetector::new(BurstOptions { history_s: DAY_S, ..BurstOptions::default() });
        for place in 0..20_000 {
            detector.observe(place * 60, 1.0);
        }
        assert!(detector.recent.len() <= 61 && detector.history.len() <= 98);
    }
}
