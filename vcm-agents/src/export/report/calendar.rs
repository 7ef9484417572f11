//! The calendar: one grid a month in the campaign's zone, weeks from Monday. On a phone the same table reads as an agenda. Next:
//! [`super::posts`].

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, DateTime},
};
use serde::Serialize;
use vcm_core::{
    kit::{Kit, KitContent},
    schedule::ScheduleEntry,
};

use super::format;

/// Longest stretch that is drawn; a schedule is at most a year long.
const MOST_DAYS: usize = 400;

/// A month of the campaign.
#[derive(Debug, Serialize)]
pub(super) struct Month {
    name: String,
    weeks: Vec<Vec<Day>>,
}

#[derive(Debug, Default, Serialize)]
struct Day {
    /// Day of the month; none pads the first and last week.
    number: Option<i8>,
    name: String,
    /// Whether it lies between the campaign's first and last day.
    within: bool,
    /// Whether the brief keeps it free.
    free: bool,
    posts: Vec<Post>,
}

#[derive(Debug, Clone, Serialize)]
struct Post {
    key: String,
    time: String,
    platform: &'static str,
    name: &'static str,
    account: String,
    angle: String,
    variant: String,
}

/// The months between the first and the last day, with every post on its day.
pub(super) fn months(kit: &Kit) -> Vec<Month> {
    let content = &kit.content;
    let schedule = &content.brief.schedule;
    let posts = posts_by_day(content);
    // A post outside the campaign's days, as a kit from elsewhere may have it, is shown all the same.
    let first = posts.keys().next().map_or(schedule.start, |day| schedule.start.min(*day));
    let last = posts.keys().next_back().map_or(schedule.end, |day| schedule.end.max(*day));
    let mut months: Vec<(Date, Vec<Day>)> = Vec::new();
    for date in
        first.first_of_month().series(1.day()).take_while(|date| *date <= last.last_of_month()).take(MOST_DAYS + 62)
    {
        let day = Day {
            number: Some(date.day()),
            name: format::day(date),
            within: schedule.start <= date && date <= schedule.end,
            free: schedule.blackout_days.contains(&date),
            posts: posts.get(&date).cloned().unwrap_or_default(),
        };
        match months.last_mut() {
            Some((month, days)) if *month == date.first_of_month() => days.push(day),
            _ => months.push((date.first_of_month(), vec![day])),
        }
    }
    months.into_iter().map(|(first, days)| Month { name: format::month(first), weeks: weeks(first, days) }).collect()
}

fn posts_by_day(content: &KitContent) -> BTreeMap<Date, Vec<Post>> {
    let mut days: BTreeMap<Date, Vec<Post>> = BTreeMap::new();
    for entry in &content.schedule.entries {
        if let Some(at) = local_time(entry) {
            days.entry(at.date()).or_default().push(post(content, entry, at));
        }
    }
    days
}

/// When a post goes out in the schedule's zone.
pub(super) fn local_time(entry: &ScheduleEntry) -> Option<DateTime> {
    entry.local.parse().ok()
}

fn post(content: &KitContent, entry: &ScheduleEntry, at: DateTime) -> Post {
    let copy = content.copies.iter().find(|copy| copy.key == entry.copy);
    let angle = copy.and_then(|copy| content.angles.iter().find(|angle| angle.key == copy.angle));
    Post {
        key: entry.copy.clone(),
        time: at.strftime("%H:%M").to_string(),
        platform: entry.platform.as_str(),
        name: format::short_name(entry.platform),
        account: entry.account.clone(),
        angle: angle.map(|angle| angle.title.clone()).unwrap_or_default(),
        variant: copy.map(|copy| copy.variant.to_uppercase()).unwrap_or_default(),
    }
}

/// The days of a month in rows of seven, without the weeks in which nothing of the campaign lies.
fn weeks(first: Date, days: Vec<Day>) -> Vec<Vec<Day>> {
    let padding = first.weekday().to_monday_zero_offset() as usize;
    let mut cells: Vec<Day> = (0..padding).map(|_| Day::default()).chain(days).collect();
    while !cells.len().is_multiple_of(7) {
        cells.push(Day::default());
    }
    let mut weeks = Vec::new();
    while !cells.is_empty() {
        let week: Vec<Day> = cells.drain(..7).collect();
        if week.iter().any(|day| day.within || !day.posts.is_empty()) {
            weeks.push(week);
        }
    }
    weeks
}
