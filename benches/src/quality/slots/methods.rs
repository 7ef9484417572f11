//! What ours is measured beside: the reference's methods, chance, and an oracle that peeks at the held-out posts.

use std::ops::Range;

use vcm_core::{hash::Seed, schedule::HistoryPost};

use super::{Pages, hours};

/// Scores of the 24 hours from the posts of a page in a range; only the oracle looks past it.
pub(super) type Method = fn(&[HistoryPost], Range<usize>, &Pages) -> [f64; 24];

pub(super) const METHODS: &[(&str, Method)] = &[
    ("raw hourly mean", raw),
    ("kernel mean, 1 hour wide, shrunk by 20 posts", kernel),
    ("hourly mean shrunk by 20 posts to its kernel mean, 2 hours wide", shrunk_to_kernel),
    ("best hours of the other pages", global),
    ("most used hours", most_used),
    ("random hours", random),
    ("oracle, the held-out posts themselves", oracle),
];

fn raw(page: &[HistoryPost], train: Range<usize>, _: &Pages) -> [f64; 24] {
    hours(page.get(train).unwrap_or_default())
        .map(|(sum, count)| if count > 0.0 { sum / count } else { f64::NEG_INFINITY })
}

fn kernel(page: &[HistoryPost], train: Range<usize>, _: &Pages) -> [f64; 24] {
    smooth(&hours(page.get(train).unwrap_or_default()), 1.0).map(|(sum, count)| sum / (count + 20.0))
}

fn shrunk_to_kernel(page: &[HistoryPost], train: Range<usize>, _: &Pages) -> [f64; 24] {
    let hours = hours(page.get(train).unwrap_or_default());
    let near = smooth(&hours, 2.0);
    std::array::from_fn(|hour| {
        let at = |table: &[(f64, f64); 24]| table.get(hour).copied().unwrap_or_default();
        let ((sum, count), (near, weight)) = (at(&hours), at(&near));
        (sum + 20.0 * near / weight.max(1e-9)) / (count + 20.0)
    })
}

fn global(page: &[HistoryPost], train: Range<usize>, pages: &Pages) -> [f64; 24] {
    let until = page.get(train.end).map(|post| post.at);
    let mut all = [(0.0, 0.0); 24];
    for other in pages.values().filter(|other| other.first() != page.first()) {
        let before = other.partition_point(|post| until.is_none_or(|until| post.at < until));
        for (all, (sum, count)) in all.iter_mut().zip(hours(other.get(..before).unwrap_or_default())) {
            *all = (all.0 + sum, all.1 + count);
        }
    }
    all.map(|(sum, count)| sum / f64::max(count, 1.0))
}

fn most_used(page: &[HistoryPost], train: Range<usize>, _: &Pages) -> [f64; 24] {
    hours(page.get(train).unwrap_or_default()).map(|(_, count)| count)
}

fn random(_: &[HistoryPost], train: Range<usize>, _: &Pages) -> [f64; 24] {
    let mut random = Seed(train.end as u64).stream("bench/slots/random");
    std::array::from_fn(|_| random.normal())
}

fn oracle(page: &[HistoryPost], train: Range<usize>, _: &Pages) -> [f64; 24] {
    let end = (train.end + page.len() * 3 / 10).min(page.len());
    hours(page.get(train.end..end).unwrap_or_default()).map(|(sum, count)| sum / f64::max(count, 1.0))
}

/// Sums and counts under a circular Gaussian.
fn smooth(hours: &[(f64, f64); 24], width: f64) -> [(f64, f64); 24] {
    std::array::from_fn(|hour| {
        hours.iter().enumerate().fold((0.0, 0.0), |all, (other, (sum, count))| {
            let apart = (hour + 24 - other) % 24;
            let apart = apart.min(24 - apart) as f64 / width;
            let weight = (-0.5 * apart * apart).exp();
            (all.0 + weight * sum, all.1 + weight * count)
        })
    })
}
