//! How strong each hour is for each account, from its own earlier posts, with what is not known said.
//!
//! Method: log engagement, as a residual of the account × format mean, averaged by local hour, each hour shrunk to the
//! account's own circular-kernel mean. Global "best hours" carried nothing on held-out posts; the account's own hours did.
//! What comes out is an association in earlier posts, not an effect of the hour. Next: [`super::prior`].

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};

use super::{HistoryPost, HourEstimate, prior::WakingPrior};
use crate::{hashtags::Confidence, platform::Platform};

/// Settings of the estimate. The defaults were chosen on one half of the pages of a public history and checked on the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EstimateOptions {
    /// Posts younger than this at `now` are dropped: their engagement is still growing. Default 72 hours.
    pub maturity_hours: u32,
    /// Pseudo-posts that pull an hour to the account's own kernel mean. Default 20.
    pub shrinkage_posts: f64,
    /// Posts near an hour (by kernel weight) from which its kernel mean counts in full; with fewer it counts in proportion, so
    /// that one lucky post does not colour the hours around it. Default 2.
    pub kernel_full_posts: f64,
    /// Pseudo-posts that pull all hours of an account to its mean alike: keeps their order, and makes the size of a score mean what it says
    /// when posts are few (on held-out posts, unscaled scores were three times too large with 60 posts). Default 150.
    pub account_shrinkage_posts: f64,
    /// Standard deviation of the circular Gaussian kernel, in hours. Default 2.
    pub bandwidth_hours: f64,
    /// Weight of a post halves over this many days; none weighs all alike. Default none.
    pub half_life_days: Option<f64>,
    /// Working days and weekends are told apart from this many mature posts of the account on. Default 500; none never does.
    pub weekend_from_posts: Option<u32>,
}

impl Default for EstimateOptions {
    fn default() -> Self {
        Self {
            maturity_hours: 72,
            shrinkage_posts: 20.0,
            kernel_full_posts: 2.0,
            account_shrinkage_posts: 150.0,
            bandwidth_hours: 2.0,
            half_life_days: None,
            weekend_from_posts: Some(500),
        }
    }
}

/// Which account of which platform; history without a platform is kept under `None`.
pub(super) type AccountKey = (Option<Platform>, String);

/// The hours of one account. Without history of its own it holds the prior.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Profile {
    /// Cells by hour: 24 when days are not told apart, 48 (working days, then weekend) when they are.
    pub(super) cells: Vec<Cell>,
    /// Mature posts behind it.
    pub(super) posts: u32,
}

/// One hour class.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Cell {
    pub(super) score: f64,
    pub(super) sd: f64,
    pub(super) posts: u32,
    /// False while nothing but the waking-hours prior speaks.
    pub(super) own: bool,
}

/// Own posts from which an hour counts as one that the account uses.
const USED_HOUR_POSTS: f64 = 3.0;

/// z of a two-sided 90 % interval.
const Z90: f64 = 1.644_853_626_951_472_2;

impl Cell {
    pub(super) fn low(&self) -> f64 {
        self.score - Z90 * self.sd
    }

    pub(super) fn high(&self) -> f64 {
        self.score + Z90 * self.sd
    }

    pub(super) fn confidence(&self) -> Confidence {
        match (self.own, self.posts) {
            (false, _) | (true, 0) => Confidence::None,
            (true, 1..=2) => Confidence::Thin,
            (true, _) => Confidence::Ok,
        }
    }
}

impl Profile {
    /// The profile of an account without history.
    pub(super) fn from_prior(prior: &WakingPrior) -> Self {
        let cells =
            prior.scores().iter().map(|score| Cell { score: *score, sd: WakingPrior::SD, posts: 0, own: false });
        Self { cells: cells.collect(), posts: 0 }
    }

    pub(super) fn tells_weekends(&self) -> bool {
        self.cells.len() == 48
    }

    /// The cell of a local hour on a weekday (1 = Monday).
    pub(super) fn cell(&self, weekday: i8, hour: i8) -> Cell {
        let hour = usize::try_from(hour).unwrap_or(0) % 24;
        let index = if self.tells_weekends() && weekday >= 6 { 24 + hour } else { hour };
        self.cells.get(index).copied().unwrap_or_default()
    }

    fn estimates(&self, account: &str, platform: Option<Platform>) -> Vec<HourEstimate> {
        let weekdays: Vec<Option<u8>> = if self.tells_weekends() { (1..=7).map(Some).collect() } else { vec![None] };
        let rows = weekdays.into_iter().flat_map(|weekday| (0..24u8).map(move |hour| (weekday, hour)));
        rows.map(|(weekday, hour)| {
            let cell = self.cell(weekday.unwrap_or(1) as i8, hour as i8);
            HourEstimate {
                account: account.to_owned(),
                platform,
                weekday,
                hour,
                score: cell.score,
                low: cell.low(),
                high: cell.high(),
                posts: cell.posts,
            }
        })
        .collect()
    }
}

/// Strength of every hour for every account in the history: 24 rows an account, or 168 when there are enough posts to tell
/// weekends apart. `score` is the expected log engagement over the account's mean for a post of the same format, with its 90 %
/// posterior interval; hours are those of `zone`. Posts after `now`, immature posts and posts whose engagement is negative or not a number are left
/// out; an account of which nothing is left gets no rows.
pub fn estimate_hours(
    history: &[HistoryPost],
    zone: &TimeZone,
    now: Timestamp,
    options: &EstimateOptions,
) -> Vec<HourEstimate> {
    let profiles = profiles(history, zone, now, options);
    profiles.iter().flat_map(|((platform, account), profile)| profile.estimates(account, *platform)).collect()
}

/// The rows of one profile, for plans.
pub(super) fn rows(profile: &Profile, account: &str, platform: Option<Platform>) -> Vec<HourEstimate> {
    profile.estimates(account, platform)
}

struct Observation {
    residual: f64,
    weight: f64,
    hour: usize,
    weekend: bool,
}

/// One profile per account in the history.
pub(super) fn profiles(
    history: &[HistoryPost],
    zone: &TimeZone,
    now: Timestamp,
    options: &EstimateOptions,
) -> BTreeMap<AccountKey, Profile> {
    let horizon = now.as_second() - i64::from(options.maturity_hours) * 3_600;
    let mut accounts: BTreeMap<(Option<Platform>, &str), Vec<&HistoryPost>> = BTreeMap::new();
    for post in history {
        if post.at.as_second() <= horizon && post.engagement.is_finite() && post.engagement >= 0.0 {
            accounts.entry((post.platform, post.account.as_str())).or_default().push(post);
        }
    }
    accounts
        .into_iter()
        .map(|((platform, account), posts)| {
            ((platform, account.to_owned()), profile(&observations(&posts, zone, now, options), options))
        })
        .collect()
}

/// Residuals of log engagement over the mean of the post's format.
fn observations(
    posts: &[&HistoryPost],
    zone: &TimeZone,
    now: Timestamp,
    options: &EstimateOptions,
) -> Vec<Observation> {
    let mut formats: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    let weighed: Vec<(f64, f64)> = posts
        .iter()
        .map(|post| {
            let age_days = (now.as_second() - post.at.as_second()) as f64 / 86_400.0;
            let weight = options.half_life_days.map_or(1.0, |half_life| (-age_days / half_life.max(1e-6)).exp2());
            (post.engagement.ln_1p(), weight)
        })
        .collect();
    for (post, (level, weight)) in posts.iter().zip(&weighed) {
        let sums = formats.entry(post.format.as_str()).or_default();
        sums.0 += weight * level;
        sums.1 += weight;
    }
    posts
        .iter()
        .zip(&weighed)
        .map(|(post, (level, weight))| {
            let mean = formats.get(post.format.as_str()).map_or(0.0, |(sum, total)| sum / total.max(f64::MIN_POSITIVE));
            let local = zone.to_datetime(post.at);
            Observation {
                residual: level - mean,
                weight: *weight,
                hour: usize::try_from(local.hour()).unwrap_or(0) % 24,
                weekend: local.weekday().to_monday_one_offset() >= 6,
            }
        })
        .collect()
}

fn profile(observations: &[Observation], options: &EstimateOptions) -> Profile {
    let split = options.weekend_from_posts.is_some_and(|least| observations.len() >= least as usize);
    let posts = u32::try_from(observations.len()).unwrap_or(u32::MAX);
    // Spread of single posts, with a weak prior (sd 1, five posts) so that a handful of alike posts does not look certain.
    let weight: f64 = observations.iter().map(|one| one.weight).sum();
    let squares: f64 = observations.iter().map(|one| one.weight * one.residual * one.residual).sum();
    let variance = (squares + 5.0) / (weight + 5.0);
    let scale = weight / (weight + options.account_shrinkage_posts.max(0.0)).max(1e-9);
    let cells = if split {
        let half = |weekend| cells(observations.iter().filter(|one| one.weekend == weekend), variance, scale, options);
        let mut both = half(false);
        both.extend(half(true));
        both
    } else {
        cells(observations.iter(), variance, scale, options)
    };
    Profile { cells, posts }
}

/// Shrunk means of the 24 hours of one kind of day.
fn cells<'a>(
    observations: impl Iterator<Item = &'a Observation>,
    variance: f64,
    scale: f64,
    options: &EstimateOptions,
) -> Vec<Cell> {
    let mut sums = [(0.0, 0.0, 0u32); 24];
    for one in observations {
        if let Some(cell) = sums.get_mut(one.hour) {
            cell.0 += one.weight * one.residual;
            cell.1 += one.weight;
            cell.2 += 1;
        }
    }
    let kernel = circular_kernel(options.bandwidth_hours);
    let own_weight = options.shrinkage_posts.max(0.0);
    (0..24usize)
        .map(|hour| {
            let (mut near, mut near_weight, mut near_square) = (0.0, 0.0, 0.0);
            for (other, (sum, weight, _)) in sums.iter().enumerate() {
                let k = kernel.get((hour + 24 - other) % 24).copied().unwrap_or(0.0);
                near += k * sum;
                near_weight += k * weight;
                near_square += k * k * weight;
            }
            let (sum, weight, posts) = sums.get(hour).copied().unwrap_or_default();
            // How close the evidence lies: 1/sqrt 2 when posts surround the hour evenly, far less when they are all hours away.
            let closeness = (near_square / near_weight.max(1e-12) * std::f64::consts::SQRT_2).min(1.0);
            // Hours that the account uses may borrow freely; hours it never tried must not outrank the ones they borrow from.
            let closeness = closeness + (1.0 - closeness) * (weight / USED_HOUR_POSTS).min(1.0);
            let trust = (near_weight / options.kernel_full_posts.max(1e-9)).min(1.0) * closeness;
            let kernel_mean = trust * near / near_weight.max(1e-12);
            let total = (weight + own_weight).max(1e-9);
            // The pull to the kernel mean is worth no more posts than the kernel has seen around this hour.
            let known = weight + own_weight.min(near_weight);
            Cell {
                score: scale * (sum + own_weight * kernel_mean) / total,
                sd: (variance / known.max(1.0)).sqrt(),
                posts,
                own: true,
            }
        })
        .collect()
}

/// Weights by circular distance in hours, 1 at distance 0.
fn circular_kernel(bandwidth_hours: f64) -> [f64; 24] {
    let bandwidth = bandwidth_hours.max(1e-3);
    let mut kernel = [0.0; 24];
    for (distance, weight) in kernel.iter_mut().enumerate() {
        let shortest = distance.min(24 - distance) as f64;
        *weight = (-0.5 * (shortest / bandwidth) * (shortest / bandwidth)).exp();
    }
    kernel
}
