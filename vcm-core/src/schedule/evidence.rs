//! From posts to evidence: what each hour's posts say about the hour, with format, viral outliers and bursts taken care of.
//!
//! Level of a post: the natural logarithm of 1 + engagement, less the mean of its format. Formats with few posts have means of
//! little worth, so they are pulled to the mean of all. One viral post must not make an hour: residuals are cut at two robust
//! standard deviations (Huber 1964). Posts of one hour of one day share that day's luck: they count for less than as many
//! posts on different days. Next: [`super::gaussian`].

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};

use super::{HistoryPost, estimate::EstimateOptions, gaussian::Evidence};

/// Pseudo-posts that pull a format's mean to the mean of all formats.
const FORMAT_PULL: f64 = 5.0;
/// Pseudo-posts that pull an hour's mean to 0 while outliers are looked for.
const ROUGH_PULL: f64 = 20.0;
/// Robust standard deviations at which a residual is cut.
const CUT: f64 = 2.0;
/// Standard deviation of a normal distribution in units of its median absolute deviation.
const MAD_TO_SD: f64 = 1.4826;
/// How alike two posts of one hour of one day are (intraclass correlation).
const ALIKE_ON_A_DAY: f64 = 0.3;
/// Pseudo-posts with variance 1 in the variance of single posts, so that a handful of alike posts does not look certain.
const VARIANCE_POSTS: f64 = 5.0;

/// One mature post.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Observation<'a> {
    pub(super) format: &'a str,
    pub(super) hour: usize,
    pub(super) weekend: bool,
    /// Local days since year 0, to tell bursts.
    day: i64,
    level: f64,
    weight: f64,
}

/// The evidence of all hours of all kinds.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cells {
    /// 24 for each kind.
    pub(super) evidence: Vec<Evidence>,
    /// Posts in each.
    pub(super) posts: Vec<u32>,
    /// Variance of single posts.
    pub(super) variance: f64,
}

/// Level and place of each post.
pub(super) fn observations<'a>(
    posts: &[&'a HistoryPost],
    zone: &TimeZone,
    now: Timestamp,
    options: &EstimateOptions,
) -> Vec<Observation<'a>> {
    let observed = posts.iter().map(|post| {
        let age_days = (now.as_second() - post.at.as_second()) as f64 / 86_400.0;
        let local = zone.to_datetime(post.at);
        Observation {
            format: &post.format,
            hour: usize::try_from(local.hour()).unwrap_or(0) % 24,
            weekend: local.weekday().to_monday_one_offset() >= 6,
            day: i64::from(local.year()) * 366 + i64::from(local.day_of_year()),
            level: libm::log1p(post.engagement),
            weight: options.half_life_days.map_or(1.0, |half_life| libm::exp2(-age_days / half_life.max(1e-6))),
        }
    });
    let mut observed: Vec<Observation<'_>> = observed.collect();
    subtract_formats(&mut observed);
    cut_outliers(&mut observed);
    discount_bursts(&mut observed);
    observed
}

/// Means per hour and kind, with the prior of each hour. `kind_of` is less than `kinds`.
pub(super) fn cells(
    observations: &[Observation<'_>],
    prior: &[f64; 24],
    kinds: usize,
    kind_of: impl Fn(&Observation<'_>) -> usize,
) -> Cells {
    let mut cells: Vec<Evidence> =
        (0..kinds).flat_map(|_| prior.iter().map(|prior| Evidence { prior: *prior, ..Evidence::default() })).collect();
    let mut posts = vec![0u32; cells.len()];
    let index = |one: &Observation<'_>| kind_of(one) * 24 + one.hour;
    let share = 1.0 / observations.len().max(1) as f64;
    for one in observations {
        if let (Some(cell), Some(count)) = (cells.get_mut(index(one)), posts.get_mut(index(one))) {
            cell.mean += one.weight * one.level;
            cell.weight += one.weight;
            cell.share += share;
            *count += 1;
        }
    }
    for cell in &mut cells {
        cell.mean /= cell.weight.max(f64::MIN_POSITIVE);
    }
    let (mut squares, mut weight) = (0.0, 0.0);
    for one in observations {
        let mean = cells.get(index(one)).map_or(0.0, |cell| cell.mean);
        squares += one.weight * (one.level - mean) * (one.level - mean);
        weight += one.weight;
    }
    // Half of each used hour's mean is fitted noise.
    let used = cells.iter().filter(|cell| cell.weight > 0.0).count() as f64;
    let freedom = (weight - 0.5 * used).max(1.0);
    Cells { evidence: cells, posts, variance: (squares + VARIANCE_POSTS) / (freedom + VARIANCE_POSTS) }
}

fn subtract_formats(observed: &mut [Observation<'_>]) {
    let mut formats: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    let mut all = (0.0, 0.0);
    for one in observed.iter() {
        let sums = formats.entry(one.format).or_default();
        *sums = (sums.0 + one.weight * one.level, sums.1 + one.weight);
        all = (all.0 + one.weight * one.level, all.1 + one.weight);
    }
    let mean = all.0 / all.1.max(f64::MIN_POSITIVE);
    for one in observed {
        let (sum, weight) = formats.get(one.format).copied().unwrap_or_default();
        one.level -= (sum + FORMAT_PULL * mean) / (weight + FORMAT_PULL);
    }
}

fn cut_outliers(observed: &mut [Observation<'_>]) {
    let mut rough = [(0.0, 0.0); 24];
    for one in observed.iter() {
        if let Some(sums) = rough.get_mut(one.hour) {
            *sums = (sums.0 + one.weight * one.level, sums.1 + one.weight);
        }
    }
    let rough = rough.map(|(sum, weight)| sum / (weight + ROUGH_PULL));
    let around = |one: &Observation<'_>| rough.get(one.hour).copied().unwrap_or(0.0);
    let mut residuals: Vec<f64> = observed.iter().map(|one| one.level - around(one)).collect();
    let middle = median(&mut residuals);
    let mut distances: Vec<f64> = residuals.iter().map(|residual| (residual - middle).abs()).collect();
    let cut = CUT * MAD_TO_SD * median(&mut distances);
    // More than half of the posts alike: what differs is the signal, not an outlier.
    if cut <= 1e-9 {
        return;
    }
    for one in observed {
        let rough = around(one);
        one.level = rough + (one.level - rough).clamp(-cut, cut);
    }
}

fn discount_bursts(observed: &mut [Observation<'_>]) {
    let mut together: BTreeMap<(i64, usize), u32> = BTreeMap::new();
    for one in observed.iter() {
        *together.entry((one.day, one.hour)).or_default() += 1;
    }
    for one in observed {
        let others = together.get(&(one.day, one.hour)).map_or(0, |count| count.saturating_sub(1));
        one.weight /= 1.0 + ALIKE_ON_A_DAY * f64::from(others);
    }
}

/// The middle value; 0 of none. Sorts.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    let at = |index: usize| values.get(index).copied().unwrap_or(0.0);
    if values.len().is_multiple_of(2) { f64::midpoint(at(half.saturating_sub(1)), at(half)) } else { at(half) }
}
