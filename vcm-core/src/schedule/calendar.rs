//! The moments at which a post may go out: a grid over the campaign's days, without quiet hours, blackout days and the past.
//!
//! Wall-clock times become instants by one rule: a time that a clock change skips moves forward by the length of the gap, a
//! time that it repeats means the first of the two. Next: [`super::assign`].

use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};

use crate::brief::{QuietHours, Schedule};

/// One candidate moment.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slot {
    pub(super) at: Timestamp,
    /// Minutes since the Unix epoch.
    pub(super) minute: i64,
    /// Days since the schedule's first day.
    pub(super) day: usize,
    /// Local weekday, 1 = Monday.
    pub(super) weekday: i8,
    /// Local hour.
    pub(super) hour: i8,
    /// Local time as `2026-11-22T09:00`.
    pub(super) local: String,
}

/// What a campaign's grid depends on besides its [`Schedule`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    /// Minutes between candidates; divides a day.
    pub(super) minutes: u32,
    /// Nothing before this moment.
    pub(super) earliest: Timestamp,
}

/// The candidates in time order, each instant once.
pub(super) fn candidates(schedule: &Schedule, zone: &TimeZone, grid: Grid) -> Vec<Slot> {
    let per_day = 1_440 / grid.minutes.clamp(1, 1_440);
    let mut slots: Vec<Slot> = Vec::new();
    let mut date = schedule.start;
    let mut day = 0;
    while date <= schedule.end {
        if !schedule.blackout_days.contains(&date) {
            for index in 0..per_day {
                let minute = index * grid.minutes;
                let Ok(time) = Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0) else { continue };
                let Some(slot) = slot(date, time, day, zone) else { continue };
                // A time skipped by a clock change may land on another day or on a slot that exists already.
                let landed = slot.at.to_zoned(zone.clone());
                let known = slots.last().is_some_and(|last| last.minute >= slot.minute);
                let quiet = schedule.quiet_hours.iter().any(|quiet| is_quiet(*quiet, landed.time()));
                if slot.at >= grid.earliest && !known && !quiet && landed.date() == date {
                    slots.push(slot);
                }
            }
        }
        let Ok(next) = date.tomorrow() else { break };
        date = next;
        day += 1;
    }
    slots
}

/// The instant of a wall-clock time: skipped times move forward, repeated ones are the first.
pub(super) fn instant(date: Date, time: Time, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(date.to_datetime(time)).compatible().ok()
}

/// Whether a local time lies in a quiet span; `from` later than `to` means across midnight.
pub(super) fn is_quiet(quiet: QuietHours, time: Time) -> bool {
    if quiet.from <= quiet.to { quiet.from <= time && time < quiet.to } else { time >= quiet.from || time < quiet.to }
}

/// A given moment as a slot; days before the schedule's first count as no day of it.
pub(super) fn fixed(at: Timestamp, schedule: &Schedule, zone: &TimeZone) -> Slot {
    let local = zone.to_datetime(at);
    let days = schedule.start.until(local.date()).map_or(-1, |span| i64::from(span.get_days()));
    let day = usize::try_from(days).unwrap_or(usize::MAX / 2);
    describe(at, day, zone)
}

fn slot(date: Date, time: Time, day: usize, zone: &TimeZone) -> Option<Slot> {
    instant(date, time, zone).map(|at| describe(at, day, zone))
}

fn describe(at: Timestamp, day: usize, zone: &TimeZone) -> Slot {
    let local = zone.to_datetime(at);
    Slot {
        at,
        minute: at.as_second().div_euclid(60),
        day,
        weekday: local.weekday().to_monday_one_offset(),
        hour: local.hour(),
        local: local.strftime("%Y-%m-%dT%H:%M").to_string(),
    }
}
