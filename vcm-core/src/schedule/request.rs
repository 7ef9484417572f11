//! What to schedule and under which rules, with the choice of which copies of a campaign go out at all.
//! Next: [`super::recommend`].

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{EstimateOptions, HistoryPost, Unplaced};
use crate::{
    brief::{Brief, Schedule},
    copy::{Copy, CopyFormat},
    experiments::Experiment,
    hash::Seed,
    platform::Platform,
};

/// One post that wants a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRequest {
    /// Key of the copy; unique.
    pub key: String,
    /// Where it goes.
    pub platform: Platform,
    /// From which account; empty when the platform has only one.
    pub account: String,
    /// Key of the experiment it is part of.
    pub experiment: Option<String>,
    /// The block within the experiment: members get slots of like strength on different days, all of them or none.
    pub block: Option<String>,
    /// `a`, `b` …
    pub variant: String,
    /// Its format, as in the history: with enough posts of it there, its own hours count. Empty means any. Members of a block take the
    /// account's hours whatever their format, so that what they are matched on is one thing.
    pub format: String,
    /// A time that is fixed already: the post is not moved, and the others keep their distance from it. A fixed post may break rules; others
    /// may not.
    pub pinned: Option<Timestamp>,
}

/// How often an account posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cadence {
    /// The platform.
    pub platform: Platform,
    /// The account; empty means any on the platform.
    pub account: String,
    /// Most posts in each week of the schedule, counted from its first day.
    pub posts_per_week: u32,
}

/// Settings of a schedule beyond the brief's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScheduleOptions {
    /// Minutes between candidate times: 15, 20, 30 or 60. Default 60.
    pub grid_minutes: u32,
    /// Nothing goes out earlier than this many minutes after `now`: a person has to approve first. Default 60.
    pub lead_minutes: u32,
    /// Draw each hour's strength from its posterior instead of taking its mean (Thompson), so that hours with few posts are
    /// tried. The draw is a function of the seed. Default off.
    pub explore: bool,
    /// Most posts of one platform on one day, over all its accounts. Default none.
    pub platform_daily_cap: Option<u32>,
    /// Settings of the hour estimate.
    pub estimate: EstimateOptions,
}

impl Default for ScheduleOptions {
    fn default() -> Self {
        Self {
            grid_minutes: 60,
            lead_minutes: 60,
            explore: false,
            platform_daily_cap: None,
            estimate: EstimateOptions::default(),
        }
    }
}

/// Everything [`super::recommend`] depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleRequest<'a> {
    /// What to place, the most important first within each account.
    pub posts: Vec<PostRequest>,
    /// Days, zone, quiet hours, gaps and caps.
    pub schedule: Schedule,
    /// Weekly caps; an account without one has none.
    pub cadences: Vec<Cadence>,
    /// Own earlier posts.
    pub history: &'a [HistoryPost],
    /// IANA zones of the audience with their shares; empty means the schedule's zone.
    pub audience_zones: Vec<(String, f64)>,
    /// The present.
    pub now: Timestamp,
    /// Seed of variant order and exploration.
    pub seed: Seed,
    /// Settings.
    pub options: ScheduleOptions,
    /// Copies that are not to be placed, with the reason; they are repeated in the plan.
    pub reserves: Vec<Unplaced>,
}

impl<'a> ScheduleRequest<'a> {
    /// Chooses which copies go out: each platform has room for cadence × weeks posts. Blocks of decidable experiments come
    /// first, whole; then variant `a` of the other angles, in order. The rest is kept as a reserve, each copy with the reason.
    pub fn from_brief(
        brief: &Brief,
        copies: &[Copy],
        experiments: &[Experiment],
        history: &'a [HistoryPost],
        now: Timestamp,
        seed: Seed,
    ) -> Self {
        let mut posts = Vec::new();
        let mut reserves = Vec::new();
        let mut accounts_of: BTreeMap<Platform, Vec<(String, usize)>> = BTreeMap::new();
        let mut cadences = Vec::new();
        for plan in &brief.platforms {
            let account = plan.account.clone().or_else(|| only_account(brief, plan.platform)).unwrap_or_default();
            let places = places(&brief.schedule, plan.posts_per_week);
            accounts_of.entry(plan.platform).or_default().push((account.clone(), places));
            cadences.push(Cadence { platform: plan.platform, account, posts_per_week: u32::from(plan.posts_per_week) });
        }
        for (platform, accounts) in accounts_of {
            let here: Vec<&Copy> = copies.iter().filter(|copy| copy.platform == platform).collect();
            let experiment = experiments.iter().find(|experiment| experiment.platform == platform);
            for (account, places) in accounts {
                choose(&here, experiment, &account, places, &mut posts, &mut reserves);
            }
        }
        let mut zones: BTreeMap<String, f64> = BTreeMap::new();
        for audience in &brief.audiences {
            let total: f64 = audience.time_zones.values().sum();
            for (zone, share) in &audience.time_zones {
                *zones.entry(zone.clone()).or_default() += share / total.max(f64::MIN_POSITIVE);
            }
            if audience.time_zones.is_empty() && brief.audiences.len() > 1 {
                *zones.entry(brief.schedule.time_zone.clone()).or_default() += 1.0;
            }
        }
        Self {
            posts,
            schedule: brief.schedule.clone(),
            cadences,
            history,
            audience_zones: zones.into_iter().collect(),
            now,
            seed,
            options: ScheduleOptions::default(),
            reserves,
        }
    }
}

/// How many posts a cadence makes from the schedule's first to its last day, rounded to the nearest, at least 1.
pub fn places(schedule: &Schedule, posts_per_week: u8) -> usize {
    let days = schedule.start.until(schedule.end).map_or(-1, |span| i64::from(span.get_days())) + 1;
    let places = (days.max(0) * i64::from(posts_per_week) + 3) / 7;
    usize::try_from(places.max(i64::from(days > 0))).unwrap_or(0)
}

/// What a history would call the format.
fn format_name(format: CopyFormat) -> &'static str {
    match format {
        CopyFormat::Post => "post",
        CopyFormat::Thread => "thread",
        CopyFormat::Video => "video",
        CopyFormat::Pin => "pin",
    }
}

/// The id of the platform's account when the brief names exactly one.
fn only_account(brief: &Brief, platform: Platform) -> Option<String> {
    let mut accounts = brief.accounts.iter().filter(|account| account.platform == platform);
    let first = accounts.next()?;
    accounts.next().is_none().then(|| first.id.clone())
}

/// Fills the places of one account.
fn choose(
    copies: &[&Copy],
    experiment: Option<&Experiment>,
    account: &str,
    places: usize,
    posts: &mut Vec<PostRequest>,
    reserves: &mut Vec<Unplaced>,
) {
    let mut free = places;
    // With several accounts on a platform a copy goes out from each, under a key of its own account.
    let mut done: Vec<&str> = Vec::new();
    let mut angles: Vec<&str> = Vec::new();
    let tested = experiment.filter(|experiment| experiment.decidable);
    if let Some(experiment) = tested {
        for block in &experiment.blocks {
            let members: Vec<&&Copy> = copies.iter().filter(|copy| block.copies.contains(&copy.key)).collect();
            if members.len() == block.copies.len() && members.len() <= free {
                free -= members.len();
                angles.push(&block.angle);
                for copy in members {
                    done.push(&copy.key);
                    posts.push(PostRequest {
                        key: copy.key.clone(),
                        platform: copy.platform,
                        account: account.to_owned(),
                        experiment: Some(experiment.key.clone()),
                        block: Some(block.angle.clone()),
                        variant: copy.variant.clone(),
                        format: String::new(),
                        pinned: None,
                    });
                }
            }
        }
    }
    for copy in copies.iter().filter(|copy| !done.contains(&copy.key.as_str())) {
        let reason = if angles.contains(&copy.angle.as_str()) {
            match experiment {
                Some(experiment) if !experiment.decidable => {
                    "kept as a reserve: the experiment cannot decide with the posts planned, so one variant of each angle goes out"
                }
                Some(_) => "kept as a reserve: another variant of this angle goes out",
                None => "kept as a reserve: no experiment on this platform, so one variant of each angle goes out",
            }
            .to_owned()
        } else if free == 0 {
            format!("kept as a reserve: the cadence leaves {places} places on this platform from start to end")
        } else {
            free -= 1;
            angles.push(&copy.angle);
            posts.push(PostRequest {
                key: copy.key.clone(),
                platform: copy.platform,
                account: account.to_owned(),
                experiment: None,
                block: None,
                variant: copy.variant.clone(),
                format: format_name(copy.format).to_owned(),
                pinned: None,
            });
            continue;
        };
        if !reserves.iter().any(|reserve| reserve.copy == copy.key) {
            reserves.push(Unplaced { copy: copy.key.clone(), reason });
        }
    }
}
