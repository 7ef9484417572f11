//! Where, when and under which limits a campaign posts.

use jiff::civil::{Date, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::platform::Platform;

/// One platform with its cadence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlatformPlan {
    /// The platform.
    pub platform: Platform,
    /// How many posts a week, 1 to 50. Default 3.
    #[serde(default = "default_posts_per_week")]
    #[schemars(range(min = 1, max = 50))]
    pub posts_per_week: u8,
    /// Id of the account in `accounts`; needed only when there are several on this platform.
    #[serde(default)]
    pub account: Option<String>,
    /// Length of the videos there in seconds: 15, 30 or 60. Default: what there is to tell decides, video by video. Only on
    /// TikTok and YouTube Shorts, where posts are videos.
    #[serde(default)]
    #[schemars(range(min = 15, max = 60))]
    pub video_seconds: Option<u8>,
}

/// An account that posts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Short unique id; also the `account` column of the history.
    pub id: String,
    /// The platform it is on.
    pub platform: Platform,
    /// Its handle without `@`.
    #[serde(default)]
    pub handle: Option<String>,
    /// A text limit of this account or instance that differs from the platform's default (Mastodon instance, X premium), in
    /// the platform's own count.
    #[serde(default)]
    #[schemars(range(min = 1, max = 100_000))]
    pub max_chars: Option<u32>,
}

/// When posts may go out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// First day, in `time_zone`.
    pub start: Date,
    /// Last day, in `time_zone`; at most 366 days after `start`.
    pub end: Date,
    /// IANA time zone, such as `Europe/Berlin`.
    pub time_zone: String,
    /// Times of day when nothing is posted.
    #[serde(default)]
    pub quiet_hours: Vec<QuietHours>,
    /// Days when nothing is posted.
    #[serde(default)]
    pub blackout_days: Vec<Date>,
    /// Smallest gap between two posts of one account, in minutes, up to a week. Default 240.
    #[serde(default = "default_account_gap_minutes")]
    #[schemars(range(max = 10_080))]
    pub account_gap_minutes: u32,
    /// Smallest gap between any two posts of the campaign, in minutes, up to a day. Default 30.
    #[serde(default = "default_campaign_gap_minutes")]
    #[schemars(range(max = 1_440))]
    pub campaign_gap_minutes: u32,
    /// Most posts of one account on one day, 1 to 50. Default 2.
    #[serde(default = "default_daily_cap")]
    #[schemars(range(min = 1, max = 50))]
    pub daily_cap: u32,
}

/// A span of the day, local time. `from` later than `to` means across midnight.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// Start, such as `22:00`, included.
    pub from: Time,
    /// End, such as `07:00`, excluded.
    pub to: Time,
}

/// What the campaign may cost.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Budget {
    /// Most that providers may cost, in millionths of a US dollar. None means no limit. The offline writer costs nothing.
    pub limit_micros: Option<u64>,
}

/// The A/B experiment to plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExperimentPlan {
    /// What differs between variants; nothing else does. 1 to 3 factors. Default: the hook.
    #[serde(default = "default_factors")]
    #[schemars(length(min = 1, max = 3))]
    pub factors: Vec<Factor>,
    /// What is counted, such as "link clicks".
    pub metric: String,
    /// Share of impressions that give the metric today, above 0 and below 1; with the lift it is still below 1.
    pub baseline_rate: f64,
    /// Impressions that one post is expected to get.
    #[schemars(range(min = 1))]
    pub impressions_per_post: u32,
    /// Smallest relative lift worth finding, such as 0.2 for 20 %. Default 0.2.
    #[serde(default = "default_relative_lift")]
    pub relative_lift: f64,
}

/// What may differ between variants of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// The first line.
    Hook,
    /// The frame of the body.
    Body,
    /// The call to action.
    Cta,
    /// The template of the visual.
    Visual,
}

fn default_posts_per_week() -> u8 {
    3
}

fn default_account_gap_minutes() -> u32 {
    240
}

fn default_campaign_gap_minutes() -> u32 {
    30
}

fn default_daily_cap() -> u32 {
    2
}

fn default_factors() -> Vec<Factor> {
    vec![Factor::Hook]
}

fn default_relative_lift() -> f64 {
    0.2
}
