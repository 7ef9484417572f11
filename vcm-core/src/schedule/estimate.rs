//! How strong each hour is for each account, from its own earlier posts, with what is not known said.
//!
//! Method: log engagement less its format's mean (`evidence`), hours and their neighbours tied by a Gaussian process whose
//! smoothness and size are weighed by each account's own data (`gaussian`), mixed with a plain shrunk mean while posts are few
//! (`nearness`). Profiles of other accounts and global "best
//! hours" carried nothing on held-out posts; the account's own hours did. What comes out is an association in earlier posts,
//! not an effect of the hour. Next: `evidence`, `gaussian`, `prior`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, tz::TimeZone};

use super::{
    HistoryPost, HourEstimate,
    evidence::{self, Observation},
    gaussian::posterior,
    nearness,
    prior::WakingPrior,
};
use crate::{hashtags::Confidence, platform::Platform};

/// Settings of the estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EstimateOptions {
    /// Posts younger than this at `now` are dropped: their engagement is still growing. Default 72 hours.
    pub maturity_hours: u32,
    /// Weight of a post halves over this many days; none weighs all alike. Default none.
    pub half_life_days: Option<f64>,
    /// Working days and weekends are told apart from this many mature posts of the account on. Default 500; none never does.
    pub weekend_from_posts: Option<u32>,
    /// A format gets hours of its own, tied to those of the account's other posts, from this many mature posts on. Default 100; none never
    /// does.
    pub format_from_posts: Option<u32>,
}

impl Default for EstimateOptions {
    fn default() -> Self {
        Self { maturity_hours: 72, half_life_days: None, weekend_from_posts: Some(500), format_from_posts: Some(100) }
    }
}

/// Which account of which platform; history without a platform is kept under `None`.
pub(super) type AccountKey = (Option<Platform>, String);

/// The hours of one account. Without history of its own it holds the prior.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Profile {
    /// Cells by hour: 24 when days are not told apart, 48 (working days, then weekend) when they are.
    pub(super) cells: Vec<Cell>,
    /// The same for formats that were asked for and have enough posts.
    pub(super) formats: BTreeMap<String, Vec<Cell>>,
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

/// How far, in log engagement, an hour without own posts stays below the best hour with some.
const UNTRIED_BELOW_BEST: f64 = 0.01;

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
        Self { cells: cells.collect(), formats: BTreeMap::new(), posts: 0 }
    }

    pub(super) fn tells_weekends(&self) -> bool {
        self.cells.len() == 48
    }

    /// The index of a local hour on a weekday (1 = Monday) in the cells of this profile.
    pub(super) fn index(&self, weekday: i8, hour: i8) -> usize {
        let hour = usize::try_from(hour).unwrap_or(0) % 24;
        if self.tells_weekends() && weekday >= 6 { 24 + hour } else { hour }
    }

    /// The cells for posts of a format: its own where there are any, else those of all posts.
    pub(super) fn of_format(&self, format: &str) -> &[Cell] {
        self.formats.get(format).map_or(&self.cells, Vec::as_slice)
    }

    /// The cell of a local hour on a weekday for a format; an empty format means any.
    pub(super) fn cell(&self, format: &str, weekday: i8, hour: i8) -> Cell {
        self.of_format(format).get(self.index(weekday, hour)).copied().unwrap_or_default()
    }

    fn estimates(&self, account: &str, platform: Option<Platform>) -> Vec<HourEstimate> {
        let weekdays: Vec<Option<u8>> = if self.tells_weekends() { (1..=7).map(Some).collect() } else { vec![None] };
        let rows = weekdays.into_iter().flat_map(|weekday| (0..24u8).map(move |hour| (weekday, hour)));
        rows.map(|(weekday, hour)| {
            let cell = self.cell("", weekday.unwrap_or(1) as i8, hour as i8);
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
/// posterior interval; hours are those of `zone`, where the audience is taken to live. Posts after `now`, immature posts and posts whose
/// engagement is negative or not a number are left out; an account of which nothing is left gets no rows.
pub fn estimate_hours(
    history: &[HistoryPost],
    zone: &TimeZone,
    now: Timestamp,
    options: &EstimateOptions,
) -> Vec<HourEstimate> {
    let prior = WakingPrior::new(&[], zone, now);
    let profiles = profiles(history, zone, now, &prior, &BTreeSet::new(), options);
    profiles.iter().flat_map(|((platform, account), profile)| profile.estimates(account, *platform)).collect()
}

/// The rows of one profile, for plans.
pub(super) fn rows(profile: &Profile, account: &str, platform: Option<Platform>) -> Vec<HourEstimate> {
    profile.estimates(account, platform)
}

/// One profile per account in the history, with the hours of the `formats` that are asked for.
pub(super) fn profiles(
    history: &[HistoryPost],
    zone: &TimeZone,
    now: Timestamp,
    prior: &WakingPrior,
    formats: &BTreeSet<&str>,
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
            let observed = evidence::observations(&posts, zone, now, options);
            ((platform, account.to_owned()), profile(&observed, prior, formats, options))
        })
        .collect()
}

fn profile(
    observed: &[Observation<'_>],
    prior: &WakingPrior,
    formats: &BTreeSet<&str>,
    options: &EstimateOptions,
) -> Profile {
    let enough = |least: Option<u32>, posts: usize| least.is_some_and(|least| posts >= least as usize);
    let days = if enough(options.weekend_from_posts, observed.len()) { 2 } else { 1 };
    let day = |one: &Observation<'_>| usize::from(days == 2 && one.weekend);
    let own = formats.iter().filter(|format| {
        let posts = observed.iter().filter(|one| one.format == **format).count();
        enough(options.format_from_posts, posts) && posts < observed.len()
    });
    let of_format = own.map(|format| {
        // Kinds: the format on working days and weekends, then the other formats likewise.
        let cells = estimated(observed, prior, days * 2, |one| day(one) + if one.format == *format { 0 } else { days });
        ((*format).to_owned(), cells.into_iter().take(24 * days).collect())
    });
    Profile {
        formats: of_format.collect(),
        cells: estimated(observed, prior, days, day),
        posts: u32::try_from(observed.len()).unwrap_or(u32::MAX),
    }
}

fn estimated(
    observed: &[Observation<'_>],
    prior: &WakingPrior,
    kinds: usize,
    kind_of: impl Fn(&Observation<'_>) -> usize,
) -> Vec<Cell> {
    let found = evidence::cells(observed, prior.scores(), kinds, kind_of);
    let effects = posterior(&found.evidence, found.variance);
    let few = nearness::trust(observed.len());
    let near: Vec<f64> = found.evidence.chunks(24).flat_map(nearness::shrunk_to_neighbours).collect();
    let cells = effects.into_iter().zip(near).zip(found.posts);
    let mut cells: Vec<Cell> = cells
        .map(|(((score, sd), near), posts)| Cell { score: score + few * (near - score), sd, posts, own: true })
        .collect();
    // A smooth curve may rise on past the last hour tried: what was never seen must not outrank what it is drawn from.
    for kind in cells.chunks_mut(24) {
        let tried = kind.iter().filter(|cell| cell.posts > 0).map(|cell| cell.score);
        let ceiling = tried.fold(f64::NEG_INFINITY, f64::max) - UNTRIED_BELOW_BEST;
        for cell in kind.iter_mut().filter(|cell| cell.posts == 0 && ceiling.is_finite()) {
            cell.score = cell.score.min(ceiling);
        }
    }
    cells
}
