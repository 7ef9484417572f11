//! Schedule: which post goes out when, and why.
//!
//! Read in this order: `estimate` (how strong each hour is), `evidence` and `gaussian` (how that is known), `prior` (what to
//! assume without history), `calendar` (which moments are allowed), `request` (which copies want a slot), `assign`, `matching`,
//! `board` and `bound` (the choice and its proof), `labels` (A/B pairs in matched slots), `explain` and `conflict` (why, and why
//! not), `answer` (the JSON form). Next: [`crate::moderation`].

mod answer;
pub mod assign;
mod best_slots;
mod board;
mod bound;
mod calendar;
mod conflict;
mod estimate;
mod evidence;
mod explain;
mod gaussian;
mod labels;
mod matching;
mod nearness;
mod prior;
mod recommend;
mod request;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    answer::{HourAnswer, PlanAnswer, PlanInput, PlanPost, PlanQuietHours, SlotAnswer, answer},
    estimate::{EstimateOptions, estimate_hours},
    recommend::recommend,
    request::{Cadence, PostRequest, ScheduleOptions, ScheduleRequest, places},
};
use crate::{hashtags::Confidence, platform::Platform};

/// One own earlier post, from the brief's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryPost {
    /// Account it was posted from; empty when the history has only one.
    #[serde(default)]
    pub account: String,
    /// The platform, when the history says.
    #[serde(default)]
    pub platform: Option<Platform>,
    /// When.
    pub at: Timestamp,
    /// Its text.
    #[serde(default)]
    pub text: String,
    /// Its format, such as `link`, `photo`, `video`.
    #[serde(default)]
    pub format: String,
    /// Engagement in one number (reactions + comments + shares, or clicks).
    pub engagement: f64,
}

/// The schedule with the bound that says how good it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SchedulePlan {
    /// Entries in time order.
    pub entries: Vec<ScheduleEntry>,
    /// Copies that found no place, with the constraint that kept them out.
    pub unplaced: Vec<Unplaced>,
    /// Sum of the chosen slots' scores.
    pub objective: f64,
    /// No schedule of as many posts per account under the same constraints can score more than this.
    pub bound: f64,
    /// `(bound - objective) / |bound|`; 0 is proven optimal.
    pub optimality_gap: f64,
    /// Strength of every hour per account, for the heat map.
    pub hours: Vec<HourEstimate>,
    /// What to know, in words.
    pub notes: Vec<String>,
}

/// One post at one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ScheduleEntry {
    /// Key of the copy.
    pub copy: String,
    /// Where.
    pub platform: Platform,
    /// From which account; empty when the platform has only one.
    pub account: String,
    /// When, in UTC.
    pub at: Timestamp,
    /// When, in the schedule's zone, as `2026-11-22T09:00`.
    pub local: String,
    /// Expected log engagement over the account's mean.
    pub score: f64,
    /// Lower end of the 90 % interval of `score`.
    pub low: f64,
    /// Upper end of the 90 % interval of `score`.
    pub high: f64,
    /// Own posts behind the estimate.
    pub posts: u32,
    /// How much data stands behind it.
    pub confidence: Confidence,
    /// Why this slot, in words.
    pub why: Vec<String>,
    /// Key of the experiment it is part of.
    pub experiment: Option<String>,
}

/// A copy that found no place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Unplaced {
    /// Key of the copy.
    pub copy: String,
    /// What kept it out.
    pub reason: String,
}

/// Strength of one hour of the week for one account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HourEstimate {
    /// The account; empty when there is only one.
    pub account: String,
    /// The platform.
    pub platform: Option<Platform>,
    /// 1 = Monday to 7 = Sunday; none when weekdays are not told apart.
    pub weekday: Option<u8>,
    /// Local hour, 0 to 23.
    pub hour: u8,
    /// Expected log engagement over the account's mean.
    pub score: f64,
    /// Lower end of the 90 % interval.
    pub low: f64,
    /// Upper end of the 90 % interval.
    pub high: f64,
    /// Own posts in this hour.
    pub posts: u32,
}
