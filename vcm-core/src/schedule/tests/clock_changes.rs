//! Daylight saving in every zone of the tz database.

use jiff::{SignedDuration, Timestamp, civil::Time, tz::TimeZone};

use super::*;
use crate::schedule::calendar::{Grid, candidates, instant, is_quiet};

/// Every clock change of every zone in 2024 to 2030: skipped times move forward by the gap, repeated ones are the first, and a
/// grid over the days around it holds each instant once, in order, and none in quiet hours.
#[test]
fn clock_changes_of_all_zones_are_kept() {
    let from: Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
    let until: Timestamp = "2031-01-01T00:00:00Z".parse().unwrap();
    let quiet = QuietHours { from: Time::constant(23, 0, 0, 0), to: Time::constant(2, 30, 0, 0) };
    let (mut zones, mut skips, mut repeats) = (0, 0, 0);
    for name in jiff::tz::db().available() {
        let name = name.as_str();
        let zone = TimeZone::get(name).unwrap();
        zones += 1;
        for change in zone.following(from).take_while(|change| change.timestamp() < until) {
            let at = change.timestamp();
            let before = zone.to_offset(at - SignedDuration::from_secs(1)).seconds();
            let shift = i64::from(zone.to_offset(at).seconds() - before);
            // What clocks would have shown at the change.
            let wall =
                zone.to_datetime(at - SignedDuration::from_secs(1)).checked_add(SignedDuration::from_secs(1)).unwrap();
            for minute in (0..shift / 60).step_by(15) {
                let skipped = wall.checked_add(SignedDuration::from_mins(minute)).unwrap();
                let found = instant(skipped.date(), skipped.time(), &zone).unwrap();
                assert_eq!(zone.to_datetime(found).duration_since(skipped).as_secs(), shift, "{name} {skipped}");
                skips += 1;
            }
            for minute in (1..=-shift / 60).step_by(15) {
                let repeated = wall.checked_sub(SignedDuration::from_mins(minute)).unwrap();
                let found = instant(repeated.date(), repeated.time(), &zone).unwrap();
                assert_eq!(found, at - SignedDuration::from_mins(minute), "{name} {repeated}");
                repeats += 1;
            }
            let mut around = schedule("2026-01-01", "2026-01-01", "UTC");
            around.quiet_hours = vec![quiet];
            (around.start, around.end) = (wall.date().yesterday().unwrap(), wall.date().tomorrow().unwrap());
            let slots = candidates(&around, &zone, Grid { minutes: 30, earliest: from });
            assert!(slots.windows(2).all(|pair| pair[0].at < pair[1].at), "{name}");
            for slot in &slots {
                let local = zone.to_datetime(slot.at);
                assert!(!is_quiet(quiet, local.time()), "{name} {local}");
                assert_eq!(local.strftime("%Y-%m-%dT%H:%M").to_string(), slot.local, "{name}");
                assert_eq!((local.hour(), local.weekday().to_monday_one_offset()), (slot.hour, slot.weekday), "{name}");
            }
        }
    }
    assert!(zones > 400 && skips > 2_000 && repeats > 2_000, "{zones} zones, {skips} skipped, {repeats} repeated");
}
