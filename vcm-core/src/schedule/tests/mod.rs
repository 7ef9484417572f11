//! What the schedule engine promises, on small fixed cases and on random ones. Here: the cases' makings.

mod assignment;
mod briefs;
mod clock_changes;
mod plans;
mod rules;

use jiff::{SignedDuration, Timestamp, civil::Time};

use super::*;
use crate::{
    brief::{QuietHours, Schedule},
    hash::Seed,
    platform::Platform,
};

pub(super) fn schedule(start: &str, end: &str, zone: &str) -> Schedule {
    Schedule {
        start: start.parse().unwrap(),
        end: end.parse().unwrap(),
        time_zone: zone.into(),
        quiet_hours: vec![QuietHours { from: Time::constant(22, 0, 0, 0), to: Time::constant(7, 0, 0, 0) }],
        blackout_days: vec![],
        account_gap_minutes: 240,
        campaign_gap_minutes: 30,
        daily_cap: 2,
    }
}

pub(super) fn post(key: &str, account: &str, block: Option<&str>, variant: &str) -> PostRequest {
    PostRequest {
        key: key.into(),
        platform: Platform::Mastodon,
        account: account.into(),
        experiment: block.map(|_| "experiment-mastodon".into()),
        block: block.map(Into::into),
        variant: variant.into(),
        format: String::new(),
        pinned: None,
    }
}

pub(super) fn request(posts: Vec<PostRequest>, history: &[HistoryPost]) -> ScheduleRequest<'_> {
    ScheduleRequest {
        posts,
        schedule: schedule("2026-11-23", "2026-12-06", "Europe/Berlin"),
        cadences: vec![],
        history,
        audience_zones: vec![],
        now: "2026-11-22T12:00:00Z".parse().unwrap(),
        seed: Seed(7),
        options: ScheduleOptions::default(),
        reserves: vec![],
    }
}

/// `days` days of three posts a day; 09:00 UTC does better by `lift` in log engagement.
pub(super) fn history(account: &str, days: i64, lift: f64) -> Vec<HistoryPost> {
    let first: Timestamp = "2026-01-05T00:00:00Z".parse().unwrap();
    let mut posts = Vec::new();
    for day in 0..days {
        for hour in [9, 13, 18] {
            let noise = f64::from(((day * 7 + hour * 3) % 11) as i32 - 5) * 0.1;
            let level = 3.0 + noise + if hour == 9 { lift } else { 0.0 };
            posts.push(HistoryPost {
                account: account.into(),
                platform: None,
                at: first + SignedDuration::from_hours(day * 24 + hour),
                text: String::new(),
                format: "link".into(),
                engagement: level.exp() - 1.0,
            });
        }
    }
    posts
}
