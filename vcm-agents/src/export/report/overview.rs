//! The campaign in words: what it is for, for whom, where and when, and what was made. Next: [`super::calendar`].

use serde::Serialize;
use vcm_core::{
    brief::{Goal, GoalKind},
    kit::Kit,
    platform::Platform,
    visuals::AssetContent,
};

use super::format;

/// The overview.
#[derive(Debug, Serialize)]
pub(super) struct Overview {
    /// What the campaign should achieve, one sentence a goal.
    goals: Vec<String>,
    audiences: Vec<String>,
    dates: String,
    zone: String,
    limits: Vec<String>,
    platforms: Vec<PlatformLine>,
    tiles: Vec<Tile>,
    /// Brand colours that are colours.
    colours: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PlatformLine {
    platform: &'static str,
    name: &'static str,
    scheduled: usize,
    reserve: usize,
    accounts: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Tile {
    figure: String,
    what: &'static str,
}

pub(super) fn overview(kit: &Kit, to_look_at: usize) -> Overview {
    let content = &kit.content;
    let brief = &content.brief;
    let schedule = &brief.schedule;
    let storyboards =
        content.assets.iter().filter(|asset| matches!(asset.content, AssetContent::Storyboard(_))).count();
    let tile = |many: usize, one: &'static str, more: &'static str| Tile {
        figure: format::number(many as f64),
        what: if many == 1 { one } else { more },
    };
    let mut tiles = vec![
        tile(content.schedule.entries.len(), "post scheduled", "posts scheduled"),
        tile(content.schedule.unplaced.len(), "in reserve", "in reserve"),
        tile(content.angles.len(), "angle", "angles"),
        tile(content.assets.len() - storyboards, "card", "cards"),
    ];
    if storyboards > 0 {
        tiles.push(tile(storyboards, "storyboard", "storyboards"));
    }
    tiles.push(tile(to_look_at, "text to look at", "texts to look at"));
    Overview {
        goals: brief.goals.iter().map(goal).collect(),
        audiences: brief.audiences.iter().map(|audience| audience.name.clone()).collect(),
        dates: format::span(schedule.start, schedule.end),
        zone: schedule.time_zone.clone(),
        limits: limits(kit),
        platforms: Platform::ALL.iter().filter_map(|platform| platform_line(kit, *platform)).collect(),
        tiles,
        colours: [&brief.brand.primary, &brief.brand.accent, &brief.brand.paper]
            .into_iter()
            .filter(|colour| is_colour(colour))
            .cloned()
            .collect(),
    }
}

/// Only this form reaches a style attribute.
fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))
}

fn goal(goal: &Goal) -> String {
    let what = match goal.kind {
        GoalKind::Awareness => "Be seen",
        GoalKind::Engagement => "Have readers reply, share and save",
        GoalKind::Traffic => "Have readers follow the link",
        GoalKind::Signups => "Win sign-ups",
        GoalKind::Sales => "Sell",
        GoalKind::Community => "Have readers take part",
    };
    let metric = goal.metric.as_deref().unwrap_or_default();
    let figure = match goal.target {
        Some(target) if metric.is_empty() => format!(": {}", format::number(target)),
        Some(target) => format!(": {} {metric}", format::number(target)),
        None if metric.is_empty() => String::new(),
        None => format!(": {metric}"),
    };
    let due = goal.due.map(|day| format!(" by {}", format::date(day))).unwrap_or_default();
    format!("{what}{figure}{due}.")
}

/// What keeps posts apart, in words.
fn limits(kit: &Kit) -> Vec<String> {
    let schedule = &kit.content.brief.schedule;
    let mut limits: Vec<String> = schedule
        .quiet_hours
        .iter()
        .map(|quiet| format!("nothing between {} and {}", quiet.from.strftime("%H:%M"), quiet.to.strftime("%H:%M")))
        .collect();
    if !schedule.blackout_days.is_empty() {
        let days: Vec<String> = schedule.blackout_days.iter().map(|day| format::day(*day)).collect();
        limits.push(format!("nothing on {}", format::list(&days)));
    }
    limits
        .push(format!("at most {} a day on one account", format::count(schedule.daily_cap as usize, "post", "posts")));
    limits
}

fn platform_line(kit: &Kit, platform: Platform) -> Option<PlatformLine> {
    let content = &kit.content;
    let copies = content.copies.iter().filter(|copy| copy.platform == platform).count();
    let planned = content.brief.platforms.iter().any(|plan| plan.platform == platform);
    let entries: Vec<_> = content.schedule.entries.iter().filter(|entry| entry.platform == platform).collect();
    let mut accounts: Vec<String> =
        entries.iter().map(|entry| entry.account.clone()).filter(|account| !account.is_empty()).collect();
    accounts.sort();
    accounts.dedup();
    let placed = content
        .copies
        .iter()
        .filter(|copy| copy.platform == platform && entries.iter().any(|entry| entry.copy == copy.key))
        .count();
    (planned || copies > 0).then(|| PlatformLine {
        platform: platform.as_str(),
        name: platform.label(),
        scheduled: entries.len(),
        reserve: copies - placed,
        accounts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_colours_reach_the_style() {
        assert!(is_colour("#0b1437"));
        for bad in ["red", "#fff", "#0b143", "#0b14377", "#00000;", "url(x)", ""] {
            assert!(!is_colour(bad), "{bad}");
        }
    }

    #[test]
    fn goals_read_as_sentences() {
        let read = |json: &str| serde_json::from_str::<Goal>(json).map(|read| goal(&read)).unwrap_or_default();
        assert_eq!(
            read(r#"{"kind":"traffic","target":2500,"metric":"visits","due":"2026-12-21"}"#),
            "Have readers follow the link: 2,500 visits by 21 December 2026."
        );
        assert_eq!(read(r#"{"kind":"community"}"#), "Have readers take part.");
    }
}
