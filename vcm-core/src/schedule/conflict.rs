//! Why posts found no slot: the fewest rules that cannot all hold, and what each would have to become.
//!
//! Rules are dropped one after the other; one that is not needed for the shortage stays dropped. What is left is a minimal conflict:
//! giving up any one of it makes room (the deletion filter of Chinneck & Dravnieks 1991). For an account alone room is counted
//! exactly; where accounts or platforms stand in each other's way it is what a packing finds. Next: [`super::answer`].

use jiff::{ToSpan, tz::TimeZone};

use super::{
    ScheduleRequest,
    assign::{Group, Problem, Row, SlotTime},
    calendar::{Grid, candidates},
    recommend::{account_gap, weekly_cap},
};
use crate::{brief::Schedule, platform::Platform};

/// What a shortage is explained from.
pub(super) struct Clash<'a> {
    pub(super) request: &'a ScheduleRequest<'a>,
    pub(super) zone: &'a TimeZone,
    pub(super) grid: Grid,
    pub(super) problem: &'a Problem,
}

/// The rules of one account; any of them may be given up.
#[derive(Clone)]
struct Rules {
    schedule: Schedule,
    gap_minutes: Option<u32>,
    daily_cap: Option<u32>,
    weekly_cap: Option<u32>,
}

/// A rule that can be given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Blackout,
    Quiet,
    Weekly,
    Daily,
    Gap,
    End,
}

impl Clash<'_> {
    /// The shortage of a row that got `placed` slots, in words.
    pub(super) fn explain(&self, group: usize, platform: Platform, name: &str, row: usize, placed: usize) -> String {
        let rows = self.problem.rows.iter().filter(|row| row.group == group);
        let pinned =
            |post: &&super::PostRequest| post.pinned.is_some() && post.platform == platform && post.account == name;
        let fixed = self.request.posts.iter().filter(pinned).count();
        let wanted = rows.map(|row| row.count).sum::<usize>() + fixed;
        let who = if name.is_empty() { platform.label().to_owned() } else { format!("{} ({name})", platform.label()) };
        let posts = if wanted == 1 { "1 post".to_owned() } else { format!("{wanted} posts") };
        let schedule = &self.request.schedule;
        let rules = Rules {
            schedule: schedule.clone(),
            gap_minutes: u32::try_from(account_gap(self.request)).ok(),
            daily_cap: Some(schedule.daily_cap),
            weekly_cap: weekly_cap(self.request, platform, name),
        };
        let room = self.room(&rules);
        if room >= wanted {
            return self.between(&who, &posts, row, placed, fixed);
        }
        let (mut rest, mut clash) = (rules.clone(), Vec::new());
        for rule in [Rule::Blackout, Rule::Quiet, Rule::Weekly, Rule::Daily, Rule::Gap, Rule::End] {
            let Some(without) = given_up(&rest, rule) else { continue };
            if rule != Rule::End && self.room(&without) < wanted {
                rest = without;
            } else {
                clash.push(rule);
            }
        }
        let said: Vec<String> = clash.iter().map(|rule| said(&rules, *rule)).collect();
        let remedies: Vec<String> = clash.iter().filter_map(|rule| self.remedy(&rules, *rule, wanted)).collect();
        let remedy = if remedies.is_empty() {
            "No single rule makes room: relax several, or place fewer posts.".to_owned()
        } else {
            format!("Any of these makes room: {}.", remedies.join("; "))
        };
        format!("{posts} on {who} cannot all go out: {}. There is room for {room}. {remedy}", said.join(", "))
    }

    /// A shortage that other accounts, platforms or fixed posts cause.
    fn between(&self, who: &str, posts: &str, row: usize, placed: usize, fixed: usize) -> String {
        let campaign_gap = self.request.schedule.campaign_gap_minutes;
        let placed = placed + fixed;
        let mut ways = Vec::new();
        let count = |problem: &Problem| problem.solve().chosen.get(row).map_or(0, Vec::len) + fixed;
        if let (Some(cap), false) = (self.request.options.platform_daily_cap, self.problem.platform_caps.is_empty()) {
            let open = count(&Problem { platform_caps: Vec::new(), ..self.problem.clone() });
            if open > placed {
                ways.push(format!("at most {cap} posts a day on the platform (platform_daily_cap = {cap}; {open} find room without it)"));
            }
        }
        if campaign_gap > 0 {
            let open = count(&Problem { campaign_gap_minutes: 0, ..self.problem.clone() });
            if open > placed {
                ways.push(format!(
                    "{campaign_gap} minutes from posts of other accounts (campaign_gap_minutes = {campaign_gap}; {open} find room without it)"
                ));
            }
        }
        if ways.is_empty() {
            let distance = if fixed > 0 { "fixed posts and the distance to them" } else { "other accounts' posts" };
            return format!(
                "{posts} on {who} cannot all go out: {distance} leave room for {placed}. Move a fixed post, allow more days, or place fewer posts."
            );
        }
        format!(
            "{posts} on {who} cannot all go out: {}. There is room for {placed}. Relax one of these, or allow more days.",
            ways.join(", ")
        )
    }

    /// Most posts of one account alone under these rules.
    fn room(&self, rules: &Rules) -> usize {
        let slots = candidates(&rules.schedule, self.zone, self.grid);
        let days = slots.last().map_or(0, |last| last.day + 1);
        let caps = |cap: Option<u32>, periods: usize| cap.map(|cap| vec![cap; periods]).unwrap_or_default();
        let problem = Problem {
            times: slots.iter().map(|slot| SlotTime { minute: slot.minute, day: slot.day }).collect(),
            rows: vec![Row { weights: vec![0.0; slots.len()], count: usize::MAX, group: 0, platform: 0 }],
            groups: vec![Group {
                gap_minutes: i64::from(rules.gap_minutes.unwrap_or(1)),
                day_caps: caps(rules.daily_cap, days),
                week_caps: caps(rules.weekly_cap, days / 7 + 1),
            }],
            platform_caps: Vec::new(),
            campaign_gap_minutes: 0,
        };
        problem.capacity(0)
    }

    /// The mildest change of one rule that makes room.
    fn remedy(&self, rules: &Rules, rule: Rule, wanted: usize) -> Option<String> {
        let enough = |change: &dyn Fn(&mut Rules)| {
            let mut changed = rules.clone();
            change(&mut changed);
            self.room(&changed) >= wanted
        };
        let most = u32::try_from(wanted).unwrap_or(u32::MAX);
        match rule {
            Rule::Blackout => enough(&|rules| rules.schedule.blackout_days.clear())
                .then(|| "no blackout days (blackout_days)".to_owned()),
            Rule::Quiet => {
                enough(&|rules| rules.schedule.quiet_hours.clear()).then(|| "no quiet hours (quiet_hours)".to_owned())
            }
            Rule::Weekly => smallest(1, most, |cap| enough(&|rules| rules.weekly_cap = Some(cap)))
                .map(|cap| format!("posts_per_week = {cap}")),
            Rule::Daily => smallest(1, most, |cap| enough(&|rules| rules.daily_cap = Some(cap)))
                .map(|cap| format!("daily_cap = {cap}")),
            Rule::Gap => {
                let now = rules.gap_minutes.unwrap_or(1);
                let closer = smallest(0, now.saturating_sub(1), |less| {
                    enough(&|rules| rules.gap_minutes = Some(now.saturating_sub(less).max(1)))
                });
                closer.map(|less| format!("account_gap_minutes = {}", now.saturating_sub(less)))
            }
            Rule::End => {
                let last =
                    |days: u32| rules.schedule.end.checked_add(i64::from(days).days()).unwrap_or(rules.schedule.end);
                let used = rules.schedule.start.until(rules.schedule.end).map_or(366, |span| span.get_days());
                let left = u32::try_from(366 - used).unwrap_or(0);
                smallest(1, left, |days| enough(&|rules| rules.schedule.end = last(days)))
                    .map(|days| format!("end = {}", last(days)))
            }
        }
    }
}

/// The rules without one of them; none when that rule does not bind anyone.
fn given_up(rules: &Rules, rule: Rule) -> Option<Rules> {
    let mut rest = rules.clone();
    let there = match rule {
        Rule::Blackout => !std::mem::take(&mut rest.schedule.blackout_days).is_empty(),
        Rule::Quiet => !std::mem::take(&mut rest.schedule.quiet_hours).is_empty(),
        Rule::Weekly => rest.weekly_cap.take().is_some(),
        Rule::Daily => rest.daily_cap.take().is_some(),
        Rule::Gap => rest.gap_minutes.take().is_some_and(|gap| gap > 1),
        Rule::End => true,
    };
    there.then_some(rest)
}

fn said(rules: &Rules, rule: Rule) -> String {
    let schedule = &rules.schedule;
    match rule {
        Rule::Blackout => format!("{} blackout days (blackout_days)", schedule.blackout_days.len()),
        Rule::Quiet => {
            let spans = schedule
                .quiet_hours
                .iter()
                .map(|quiet| format!("{} to {}", quiet.from.strftime("%H:%M"), quiet.to.strftime("%H:%M")));
            format!("quiet from {} (quiet_hours)", spans.collect::<Vec<_>>().join(" and "))
        }
        Rule::Weekly => format!("at most {} a week (posts_per_week)", rules.weekly_cap.unwrap_or(u32::MAX)),
        Rule::Daily => format!("at most {} a day (daily_cap)", rules.daily_cap.unwrap_or(u32::MAX)),
        Rule::Gap => format!("{} minutes apart (account_gap_minutes)", rules.gap_minutes.unwrap_or(1)),
        Rule::End => {
            let days = schedule.start.until(schedule.end).map_or(0, |span| span.get_days()) + 1;
            format!("the {days} days from {} to {}, from now on", schedule.start, schedule.end)
        }
    }
}

/// The smallest number from `low` to `high` that will do, when more always does where less does.
fn smallest(low: u32, high: u32, will_do: impl Fn(u32) -> bool) -> Option<u32> {
    if low > high || !will_do(high) {
        return None;
    }
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low + (high - low) / 2;
        if will_do(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(high)
}
