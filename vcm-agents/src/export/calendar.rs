//! The schedule as an iCalendar file (RFC 5545) that every calendar reads.

use std::collections::BTreeMap;

use icalendar::{Calendar, Component, Event};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use vcm_core::{
    copy::Copy,
    hash::ContentHash,
    kit::{Kit, KitStatus},
    schedule::ScheduleEntry,
};

/// How long a post stands in the calendar.
const EVENT_MINUTES: i64 = 15;

/// One event a post. The same post keeps its UID over exports, so a calendar updates it instead of doubling it.
pub(super) fn schedule_ics(kit: &Kit) -> Vec<u8> {
    let content = &kit.content;
    let copies: BTreeMap<&str, &Copy> = content.copies.iter().map(|copy| (copy.key.as_str(), copy)).collect();
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Viral Content Machine//vcm//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.name(&one_line(&content.brief.name));
    for entry in &content.schedule.entries {
        calendar.push(event(kit, entry, copies.get(entry.copy.as_str()).copied()));
    }
    calendar.to_string().into_bytes()
}

fn event(kit: &Kit, entry: &ScheduleEntry, copy: Option<&Copy>) -> Event {
    let draft = kit.status == KitStatus::Draft;
    let text = copy.map(Copy::full_text).unwrap_or_default();
    let opening: String = one_line(&text).chars().take(60).collect();
    let mark = if draft { "[DRAFT] " } else { "" };
    let place = if entry.account.is_empty() { String::new() } else { format!(" ({})", one_line(&entry.account)) };
    let summary = format!("{mark}{}{place}: {opening}", entry.platform.label());
    let description =
        format!("{}\n\nCopy: {}\nWhy this slot: {}", plain(&text), entry.copy, plain(&entry.why.join("; ")));
    let end = entry.at.checked_add(SignedDuration::from_mins(EVENT_MINUTES)).unwrap_or(entry.at);
    let identity = format!("{}\n{}\n{}", kit.content.brief.name, entry.copy, entry.account);
    let mut event = Event::new();
    event
        .uid(&format!("{}@vcm", ContentHash::of_bytes(identity.as_bytes()).0.get(..32).unwrap_or_default()))
        .add_property("DTSTAMP", utc(kit.content.now))
        .add_property("DTSTART", utc(entry.at))
        .add_property("DTEND", utc(end))
        .add_property("STATUS", if draft { "TENTATIVE" } else { "CONFIRMED" })
        .add_property("TRANSP", "TRANSPARENT")
        .summary(&summary)
        .description(&description);
    event.done()
}

fn utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text without control characters other than line ends: they are not allowed in a calendar (RFC 5545, 3.1).
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|character| *character == '\n' || !character.is_control())
        .collect()
}

fn one_line(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
