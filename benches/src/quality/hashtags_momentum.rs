//! Which hashtags will be used more tomorrow than they usually are: nDCG@20 of the next day's excess over the mean of the last 28 days.
//!
//! For each day the tags that had at least three uses within the last seven are ranked by their daily counts so far, which is all that a
//! harvester has; the gain of a tag is `max(0, next day - mean of the last 28 days)`.

use std::collections::BTreeMap;

use vcm_core::trends::{expected_excess, level};

use super::{Row, hashtags::TaggedPost};

const CUT: usize = 20;
/// Days before the first that is judged.
const FIRST_DAY: usize = 5;
const HISTORY_DAYS: usize = 28;
const ACTIVE_DAYS: usize = 7;
const ACTIVE_USES: f64 = 3.0;
const SECONDS_A_DAY: i64 = 86_400;

/// Rows for the days that the constants were tuned on and for the unseen rest.
pub fn rows(posts: &[TaggedPost]) -> Vec<Row> {
    let daily = daily_counts(posts);
    let days = daily.first().map_or(0, Vec::len);
    let middle = days / 2;
    let mut rows = Vec::new();
    for (part, from, to) in [
        ("first half of the days, tuned on", FIRST_DAY, middle),
        ("second half of the days, unseen", middle, days.saturating_sub(1)),
    ] {
        let (ours, judged) = measure(&daily, from, to, &expected_excess);
        let (baseline, _) = measure(&daily, from, to, &level);
        rows.push(Row {
            engine: "hashtags",
            set: format!("Facebook pages, {part}"),
            metric: "momentum nDCG@20 of next-day excess".to_owned(),
            ours,
            baseline: Some(baseline),
            note: format!("baseline: EWMA 0.6 and half of last week's weekday; {judged} days, {} tags", daily.len()),
        });
    }
    rows
}

/// For each tag its uses a day, oldest first.
fn daily_counts(posts: &[TaggedPost]) -> Vec<Vec<f64>> {
    let day = |post: &TaggedPost| post.at.map(|at| at.as_second().div_euclid(SECONDS_A_DAY));
    let (Some(first), Some(last)) = (posts.iter().filter_map(day).min(), posts.iter().filter_map(day).max()) else {
        return Vec::new();
    };
    let mut daily: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for post in posts {
        let Some(place) = day(post).map(|day| (day - first) as usize) else { continue };
        for tag in &post.tags {
            let counts = daily.entry(tag).or_insert_with(|| vec![0.0; (last - first + 1) as usize]);
            if let Some(count) = counts.get_mut(place) {
                *count += 1.0;
            }
        }
    }
    daily.into_values().collect()
}

/// Mean nDCG@20 over the days with any excess, and their number.
fn measure(daily: &[Vec<f64>], from: usize, to: usize, score: &dyn Fn(&[f64]) -> f64) -> (f64, usize) {
    let discount = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let mut gains = Vec::new();
    for day in from..to {
        let mut scored: Vec<(f64, f64)> = Vec::new();
        for counts in daily {
            let (Some(past), Some(next)) = (counts.get(..=day), counts.get(day + 1)) else { continue };
            let sum_of = |days: usize| past.iter().rev().take(days).sum::<f64>();
            if sum_of(ACTIVE_DAYS) >= ACTIVE_USES {
                let usual = sum_of(HISTORY_DAYS) / past.len().min(HISTORY_DAYS) as f64;
                scored.push((score(past), (next - usual).max(0.0)));
            }
        }
        let sum = |scored: &[(f64, f64)]| {
            scored.iter().take(CUT).enumerate().map(|(place, entry)| entry.1 * discount(place)).sum::<f64>()
        };
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        let gained = sum(&scored);
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        let best = sum(&scored);
        if best > 0.0 {
            gains.push(gained / best);
        }
    }
    (gains.iter().sum::<f64>() / gains.len().max(1) as f64, gains.len())
}
