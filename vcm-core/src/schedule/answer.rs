//! The JSON form of the engine: a plan goes in beside a history, hours and slots come out. Used by `vcm slots recommend` and by
//! hosts that speak JSON. Next: [`super::recommend`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Cadence, EstimateOptions, HistoryPost, HourEstimate, PostRequest, ScheduleOptions, ScheduleRequest,
    estimate::{AccountKey, Profile, profiles, rows},
    prior::WakingPrior,
    recommend,
};
use crate::{
    brief::{QuietHours, Schedule},
    error::{Error, Result, Violation},
    hash::Seed,
    hashtags::Confidence,
    platform::Platform,
};

/// A plan to answer. Only `tz` and `now` are needed: then the answer holds the hours. With posts, `start` and `end` are needed too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanInput {
    /// IANA time zone of hours, days and slots.
    pub tz: String,
    /// The present, RFC 3339.
    pub now: String,
    /// First day, `2026-11-22`.
    #[serde(default)]
    pub start: Option<String>,
    /// Last day, included; at most 366 days after `start`.
    #[serde(default)]
    pub end: Option<String>,
    /// What to place, the most important first.
    #[serde(default)]
    pub posts: Vec<PlanPost>,
    /// Minutes between candidate times: 5, 10, 15, 20, 30 or 60. Default 60.
    #[serde(default = "default_grid")]
    pub grid_minutes: u32,
    /// Nothing earlier than this many minutes after `now`. Default 60.
    #[serde(default = "default_lead")]
    pub lead_minutes: u32,
    /// Spans of local time without posts, `{"from":"22:00","to":"07:00"}`.
    #[serde(default)]
    pub quiet_hours: Vec<PlanQuietHours>,
    /// Days without posts.
    #[serde(default)]
    pub blackout_days: Vec<String>,
    /// Smallest gap between two posts of one account. Default 240.
    #[serde(default = "default_account_gap")]
    pub account_gap_minutes: u32,
    /// Smallest gap between any two posts. Default 30.
    #[serde(default = "default_campaign_gap")]
    pub campaign_gap_minutes: u32,
    /// Most posts of one account on one day. Default 2.
    #[serde(default = "default_cap")]
    pub daily_cap: u32,
    /// Most posts of one platform on one day, over all its accounts. Default: no limit.
    #[serde(default)]
    pub platform_daily_cap: Option<u32>,
    /// Most posts of one account in one week from `start`. Default: no limit.
    #[serde(default)]
    pub posts_per_week: Option<u32>,
    /// Zones of the audience with their shares; empty means `tz`.
    #[serde(default)]
    pub audience_time_zones: BTreeMap<String, f64>,
    /// Tell working days and weekends apart where an account has 500 posts or more; rows then carry `weekday`. Default false.
    #[serde(default)]
    pub weekdays: bool,
    /// Let a post's weight halve over this many days. Default: all weigh alike.
    #[serde(default)]
    pub half_life_days: Option<f64>,
    /// Draw strengths from their posteriors (Thompson) with `seed`. Default false.
    #[serde(default)]
    pub explore: bool,
    /// Seed of variant order and exploration. Default 0.
    #[serde(default)]
    pub seed: u64,
}

/// One post of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanPost {
    /// Unique name.
    pub id: String,
    /// The account, as in the history.
    #[serde(default)]
    pub account: String,
    /// The platform; only told apart from others, so any will do when there is one. Default `x`.
    #[serde(default = "default_platform")]
    pub platform: Platform,
    /// The experiment it is part of.
    #[serde(default)]
    pub experiment: Option<String>,
    /// Its block in the experiment: members get matched slots on different days.
    #[serde(default)]
    pub block: Option<String>,
    /// Its variant.
    #[serde(default)]
    pub variant: String,
    /// Its format, as in the history: a format with 100 posts or more there has hours of its own.
    #[serde(default)]
    pub format: String,
    /// Fixed at this time, RFC 3339: not moved, and the others keep their distance.
    #[serde(default)]
    pub at: Option<String>,
}

/// A span of local time; `from` later than `to` means across midnight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanQuietHours {
    /// Start, included, `22:00`.
    pub from: String,
    /// End, excluded, `07:00`.
    pub to: String,
}

/// The answer to a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanAnswer {
    /// Strength of every hour per account.
    pub hours: Vec<HourAnswer>,
    /// Where each post goes, in time order.
    pub slots: Vec<SlotAnswer>,
    /// Posts that found no slot.
    pub unplaced: Vec<super::Unplaced>,
    /// Sum of the slots' scores.
    pub objective: f64,
    /// No schedule of as many posts per account scores more.
    pub bound: f64,
    /// `(bound - objective) / |bound|`.
    pub optimality_gap: f64,
    /// What to know, in words.
    pub why: Vec<String>,
}

/// One hour of one account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HourAnswer {
    /// The account.
    pub account: String,
    /// 1 = Monday to 7 = Sunday, when weekdays are told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<u8>,
    /// Local hour.
    pub hour: u8,
    /// Expected log engagement over the account's mean.
    pub score: f64,
    /// Lower end of the 90 % interval.
    pub low: f64,
    /// Upper end of the 90 % interval.
    pub high: f64,
    /// Own posts in this hour.
    pub n: u32,
    /// How much data stands behind it.
    pub confidence: Confidence,
}

/// One post at one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SlotAnswer {
    /// The post.
    pub id: String,
    /// The account.
    pub account: String,
    /// When, in UTC.
    pub at: Timestamp,
    /// When, in `tz`.
    pub local: String,
    /// Expected log engagement over the account's mean.
    pub score: f64,
    /// Lower end of the 90 % interval.
    pub low: f64,
    /// Upper end of the 90 % interval.
    pub high: f64,
    /// Own posts in this hour.
    pub n: u32,
    /// Why here, in words.
    pub why: Vec<String>,
}

impl PlanInput {
    /// Reads a plan from JSON. An unknown or misspelt field is an error with its path.
    pub fn parse(json: &str) -> Result<Self> {
        let mut reader = serde_json::Deserializer::from_str(json);
        serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            Error::invalid_field(
                "parse_plan",
                path,
                error.inner(),
                "the fields of a plan, see the manual of slots recommend",
            )
        })
    }
}

/// Answers a plan: hours always, slots when it has posts.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn answer(history: &[HistoryPost], plan: &PlanInput) -> Result<PlanAnswer> {
    let read = read(plan)?;
    let estimate = EstimateOptions {
        weekend_from_posts: if plan.weekdays { EstimateOptions::default().weekend_from_posts } else { None },
        half_life_days: plan.half_life_days,
        maturity_hours: MATURE_HOURS,
        ..EstimateOptions::default()
    };
    let audience: Vec<(TimeZone, f64)> = plan
        .audience_time_zones
        .iter()
        .filter_map(|(name, share)| TimeZone::get(name).ok().map(|zone| (zone, *share)))
        .collect();
    let prior = WakingPrior::new(&audience, &read.zone, read.now);
    let known = profiles(history, &read.zone, read.now, &prior, &BTreeSet::new(), &estimate);
    let mut hours: Vec<HourEstimate> =
        known.iter().flat_map(|((platform, account), profile)| rows(profile, account, *platform)).collect();
    let Some((start, end)) = read.days else {
        let mut why = Vec::new();
        if hours.is_empty() {
            hours = rows(&Profile::from_prior(&prior), "", None);
            why.push(format!(
                "No own history: {} posts were read, none of them {MATURE_HOURS} hours old or older. The hours are a waking-hours \
                 prior, an assumption and not a measurement.",
                history.len()
            ));
        } else {
            why.extend(told(history, &known, &read, plan));
        }
        return Ok(PlanAnswer {
            hours: hours.into_iter().map(HourAnswer::from).collect(),
            slots: Vec::new(),
            unplaced: Vec::new(),
            objective: 0.0,
            bound: 0.0,
            optimality_gap: 0.0,
            why,
        });
    };
    let request = ScheduleRequest {
        posts: plan.posts.iter().zip(&read.pinned).map(|(post, pinned)| request_of(post, *pinned)).collect(),
        schedule: Schedule {
            start,
            end,
            time_zone: plan.tz.clone(),
            quiet_hours: read.quiet_hours,
            blackout_days: read.blackout_days,
            account_gap_minutes: plan.account_gap_minutes,
            campaign_gap_minutes: plan.campaign_gap_minutes,
            daily_cap: plan.daily_cap,
        },
        cadences: cadences(plan),
        history,
        audience_zones: plan.audience_time_zones.iter().map(|(zone, share)| (zone.clone(), *share)).collect(),
        now: read.now,
        seed: Seed(plan.seed),
        options: ScheduleOptions {
            grid_minutes: plan.grid_minutes,
            lead_minutes: plan.lead_minutes,
            explore: plan.explore,
            platform_daily_cap: plan.platform_daily_cap,
            estimate,
        },
        reserves: Vec::new(),
    };
    let found = recommend(&request)?;
    // Accounts that post come from the plan (with priors where they have no history), the others from the history.
    hours.retain(|row| !found.hours.iter().any(|planned| planned.account == row.account));
    hours.extend(found.hours);
    Ok(PlanAnswer {
        hours: hours.into_iter().map(HourAnswer::from).collect(),
        slots: found.entries.into_iter().map(SlotAnswer::from).collect(),
        unplaced: found.unplaced,
        objective: found.objective,
        bound: found.bound,
        optimality_gap: found.optimality_gap,
        why: found.notes,
    })
}

/// What the hours rest on, an account a line.
fn told(history: &[HistoryPost], known: &BTreeMap<AccountKey, Profile>, read: &Read, plan: &PlanInput) -> Vec<String> {
    let horizon = read.now.as_second() - i64::from(MATURE_HOURS) * 3_600;
    let young = history.iter().filter(|post| post.at.as_second() > horizon).count();
    let mut why = vec![
        "Scores are expected log engagement over the account's mean, posts of the same format compared: associations in earlier posts, not \
         effects of the hour."
            .to_owned(),
    ];
    if young > 0 {
        why.push(format!(
            "{young} posts younger than {MATURE_HOURS} hours were left out: their engagement is still growing."
        ));
    }
    for ((_, account), profile) in known.iter().filter(|(_, profile)| profile.posts < THIN_POSTS) {
        let name = if account.is_empty() { "The account" } else { account };
        why.push(format!(
            "{name} has {} mature posts: too few to tell hours apart with confidence, so scores lie near 0 and lean on waking hours.",
            profile.posts
        ));
    }
    if plan.weekdays {
        for ((_, account), profile) in known.iter().filter(|(_, profile)| !profile.tells_weekends()) {
            let name = if account.is_empty() { "The account" } else { account };
            why.push(format!(
                "{name} has {} mature posts, weekdays need {}: weekends and working days are not told apart.",
                profile.posts,
                EstimateOptions::default().weekend_from_posts.unwrap_or_default()
            ));
        }
    }
    why
}

/// Posts below which hours of an account are called thin.
const THIN_POSTS: u32 = 30;
/// The age from which a post counts.
const MATURE_HOURS: u32 = 72;

struct Read {
    zone: TimeZone,
    now: Timestamp,
    days: Option<(Date, Date)>,
    quiet_hours: Vec<QuietHours>,
    blackout_days: Vec<Date>,
    /// Per post: when it is fixed.
    pinned: Vec<Option<Timestamp>>,
}

/// Checks every field and reports all that are wrong.
fn read(plan: &PlanInput) -> Result<Read> {
    let mut wrong = Vec::new();
    let zone =
        parse("tz", &plan.tz, "an IANA time zone such as Europe/Berlin", |text| TimeZone::get(text).ok(), &mut wrong);
    let now =
        parse("now", &plan.now, "an RFC 3339 time such as 2026-11-22T09:00:00Z", |text| text.parse().ok(), &mut wrong);
    let day = "a day such as 2026-11-22";
    let date = |text: &str| text.parse::<Date>().ok();
    let mut bound = |field: &str, value: &Option<String>| {
        if let Some(text) = value {
            return parse(field, text, day, date, &mut wrong);
        }
        if !plan.posts.is_empty() {
            wrong.push(Violation::new(field, "nothing", "a day, because the plan has posts"));
        }
        None
    };
    let (start, end) = (bound("start", &plan.start), bound("end", &plan.end));
    let mut blackout_days = Vec::new();
    for (index, text) in plan.blackout_days.iter().enumerate() {
        blackout_days.extend(parse(&format!("blackout_days[{index}]"), text, day, date, &mut wrong));
    }
    let mut quiet_hours = Vec::new();
    for (index, quiet) in plan.quiet_hours.iter().enumerate() {
        let mut time = |name: &str, text: &str| {
            let field = format!("quiet_hours[{index}].{name}");
            parse(&field, text, "a local time such as 22:00", |text| text.parse::<Time>().ok(), &mut wrong)
        };
        if let (Some(from), Some(to)) = (time("from", &quiet.from), time("to", &quiet.to)) {
            quiet_hours.push(QuietHours { from, to });
        }
    }
    let mut pinned = Vec::new();
    for (index, post) in plan.posts.iter().enumerate() {
        let time = post.at.as_ref().and_then(|text| {
            let allowed = "an RFC 3339 time such as 2026-11-22T09:00:00Z";
            parse(&format!("posts[{index}].at"), text, allowed, |text| text.parse().ok(), &mut wrong)
        });
        pinned.push(time);
    }
    for (name, share) in &plan.audience_time_zones {
        let field = format!("audience_time_zones.{name}");
        parse(&field, name, "an IANA time zone such as Asia/Tokyo", |text| TimeZone::get(text).ok(), &mut wrong);
        if !share.is_finite() || *share < 0.0 {
            wrong.push(Violation::new(field, share, "a share of 0 or more"));
        }
    }
    if plan.half_life_days.is_some_and(|days| !days.is_finite() || days <= 0.0) {
        wrong.push(Violation::new("half_life_days", plan.half_life_days.unwrap_or_default(), "a number above 0"));
    }
    if plan.posts_per_week == Some(0) {
        wrong.push(Violation::new("posts_per_week", 0, "1 or more"));
    }
    match (zone, now) {
        (Some(zone), Some(now)) if wrong.is_empty() => {
            let days = start.zip(end).filter(|_| !plan.posts.is_empty());
            Ok(Read { zone, now, days, quiet_hours, blackout_days, pinned })
        }
        _ => Err(Error::invalid_input("recommend_slots", wrong)),
    }
}

fn parse<T>(
    field: &str,
    text: &str,
    allowed: &str,
    read: impl Fn(&str) -> Option<T>,
    wrong: &mut Vec<Violation>,
) -> Option<T> {
    let value = read(text);
    if value.is_none() {
        wrong.push(Violation::new(field, format_args!("{text:?}"), allowed));
    }
    value
}

fn cadences(plan: &PlanInput) -> Vec<Cadence> {
    let platforms: BTreeSet<Platform> = plan.posts.iter().map(|post| post.platform).collect();
    let cap = plan.posts_per_week.into_iter();
    cap.flat_map(|posts_per_week| {
        platforms.iter().map(move |platform| Cadence { platform: *platform, account: String::new(), posts_per_week })
    })
    .collect()
}

fn request_of(post: &PlanPost, pinned: Option<Timestamp>) -> PostRequest {
    PostRequest {
        key: post.id.clone(),
        platform: post.platform,
        account: post.account.clone(),
        experiment: post.experiment.clone(),
        block: post.block.clone(),
        variant: post.variant.clone(),
        format: post.format.clone(),
        pinned,
    }
}

impl From<HourEstimate> for HourAnswer {
    fn from(row: HourEstimate) -> Self {
        let confidence = match row.posts {
            0 => Confidence::None,
            1 | 2 => Confidence::Thin,
            _ => Confidence::Ok,
        };
        let HourEstimate { account, weekday, hour, score, low, high, posts, .. } = row;
        Self { account, weekday, hour, score, low, high, n: posts, confidence }
    }
}

impl From<super::ScheduleEntry> for SlotAnswer {
    fn from(entry: super::ScheduleEntry) -> Self {
        let super::ScheduleEntry { copy, account, at, local, score, low, high, posts, why, .. } = entry;
        Self { id: copy, account, at, local, score, low, high, n: posts, why }
    }
}

fn default_grid() -> u32 {
    60
}

fn default_lead() -> u32 {
    60
}

fn default_account_gap() -> u32 {
    240
}

fn default_campaign_gap() -> u32 {
    30
}

fn default_cap() -> u32 {
    2
}

fn default_platform() -> Platform {
    Platform::X
}
