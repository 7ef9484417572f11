//! The whole engine: estimate, choose, deal, explain. Next: [`super::estimate_hours`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use super::{
    HourEstimate, ScheduleEntry, SchedulePlan, ScheduleRequest, Unplaced,
    assign::{Group, Problem, Row, SlotTime, Solution},
    calendar::{self, Grid, Slot, candidates},
    conflict::Clash,
    estimate::{AccountKey, Cell, Profile, profiles, rows},
    explain,
    labels::{Place, deal},
    prior::WakingPrior,
    request::PostRequest,
};
use crate::{
    error::{Error, Result, Violation},
    platform::Platform,
};

/// One account of the request.
struct Account<'a> {
    platform: Platform,
    name: &'a str,
    profile: Profile,
    known: bool,
}

/// Posts of one account that value slots alike: one row of the problem.
struct Line<'a> {
    account: usize,
    format: &'a str,
    /// Index and request, in order.
    posts: Vec<(usize, &'a PostRequest)>,
    /// Strength of each of the account's hours, drawn when exploring.
    drawn: Vec<f64>,
}

/// A post whose time is given.
struct Pin<'a> {
    post: &'a PostRequest,
    account: usize,
    slot: Slot,
}

/// Places every post of the request at the strongest times its rules allow, as many posts as possible first. `objective` is
/// the sum of the entries' scores, `bound` is proven (see `bound`), and every entry and every post left out says why.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field: zones that do not exist, an end before the start, a grid that does not divide an
/// hour, keys that repeat.
pub fn recommend(request: &ScheduleRequest<'_>) -> Result<SchedulePlan> {
    let zone = check(request)?;
    let audience: Vec<(TimeZone, f64)> = request
        .audience_zones
        .iter()
        .filter_map(|(name, share)| TimeZone::get(name).ok().map(|zone| (zone, *share)))
        .collect();
    let prior = WakingPrior::new(&audience, &zone, request.now);
    let formats = request.posts.iter().map(|post| post.format.as_str()).filter(|format| !format.is_empty()).collect();
    let known = profiles(request.history, &zone, request.now, &prior, &formats, &request.options.estimate);
    let accounts = accounts(request, &known, &prior);
    let lines = lines(request, &accounts);
    let lead = i64::from(request.options.lead_minutes) * 60;
    let earliest = request.now.checked_add(jiff::SignedDuration::from_secs(lead)).unwrap_or(request.now);
    let grid = Grid { minutes: request.options.grid_minutes, earliest };
    let slots = candidates(&request.schedule, &zone, grid);
    let pins = pins(request, &accounts, &zone);
    let problem = problem(request, &accounts, &lines, &pins, &slots);
    let solution = problem.solve();

    let mut plan = SchedulePlan {
        objective: solution.objective,
        bound: solution.bound,
        unplaced: request.reserves.clone(),
        hours: hours(&accounts),
        notes: notes(request, &accounts, &known),
        ..SchedulePlan::default()
    };
    let clash = Clash { request, zone: &zone, grid, problem: &problem };
    place(request, &accounts, &lines, &slots, &clash, &solution, &mut plan);
    plan.entries.extend(pins.iter().map(|pin| pinned_entry(pin, &accounts, audience.len())));
    plan.entries.sort_by(|a, b| (a.at, a.platform, &a.account, &a.copy).cmp(&(b.at, b.platform, &b.account, &b.copy)));
    Ok(plan)
}

fn gap(objective: f64, bound: f64) -> f64 {
    let difference = bound - objective;
    if difference <= 1e-9 * bound.abs().max(1e-3) { 0.0 } else { difference / bound.abs().max(1e-9) }
}

fn check(request: &ScheduleRequest<'_>) -> Result<TimeZone> {
    let mut violations = Vec::new();
    let schedule = &request.schedule;
    let zone = TimeZone::get(&schedule.time_zone);
    if zone.is_err() {
        violations.push(Violation::new(
            "schedule.time_zone",
            &schedule.time_zone,
            "an IANA time zone such as Europe/Berlin",
        ));
    }
    let last = schedule.start.checked_add(jiff::Span::new().days(366));
    if schedule.end < schedule.start || last.is_ok_and(|last| schedule.end > last) {
        violations.push(Violation::new("schedule.end", schedule.end, "the start or up to 366 days later"));
    }
    if schedule.daily_cap == 0 {
        violations.push(Violation::new("schedule.daily_cap", 0, "1 or more"));
    }
    if request.options.platform_daily_cap == Some(0) {
        violations.push(Violation::new("options.platform_daily_cap", 0, "1 or more"));
    }
    if !matches!(request.options.grid_minutes, 5 | 10 | 15 | 20 | 30 | 60) {
        violations.push(Violation::new(
            "options.grid_minutes",
            request.options.grid_minutes,
            "5, 10, 15, 20, 30 or 60",
        ));
    }
    for (index, (name, share)) in request.audience_zones.iter().enumerate() {
        if TimeZone::get(name).is_err() {
            violations.push(Violation::new(
                format!("audience_zones[{index}]"),
                name,
                "an IANA time zone such as Asia/Tokyo",
            ));
        }
        if !share.is_finite() || *share < 0.0 {
            violations.push(Violation::new(format!("audience_zones[{index}]"), share, "a share of 0 or more"));
        }
    }
    let mut seen: BTreeMap<(&str, Platform, &str), usize> = BTreeMap::new();
    for (index, post) in request.posts.iter().enumerate() {
        if let Some(first) = seen.insert((&post.key, post.platform, &post.account), index) {
            violations.push(Violation::new(
                format!("posts[{index}].key"),
                &post.key,
                format!("a key that posts[{first}] does not have"),
            ));
        }
    }
    match zone {
        Ok(zone) if violations.is_empty() => Ok(zone),
        _ => Err(Error::invalid_input("recommend_slots", violations)),
    }
}

/// The accounts in the order of platform and name.
fn accounts<'a>(
    request: &'a ScheduleRequest<'_>,
    known: &BTreeMap<AccountKey, Profile>,
    prior: &WakingPrior,
) -> Vec<Account<'a>> {
    let names: BTreeSet<(Platform, &str)> =
        request.posts.iter().map(|post| (post.platform, post.account.as_str())).collect();
    let alone = names.len() == 1;
    names
        .into_iter()
        .map(|(platform, name)| {
            let profile = find(known, platform, name, alone);
            Account {
                platform,
                name,
                known: profile.is_some(),
                profile: profile.cloned().unwrap_or_else(|| Profile::from_prior(prior)),
            }
        })
        .collect()
}

/// The free posts by account and, where a format has hours of its own, by format.
fn lines<'a>(request: &'a ScheduleRequest<'_>, accounts: &[Account<'_>]) -> Vec<Line<'a>> {
    let mut groups: BTreeMap<(usize, &str), Vec<(usize, &PostRequest)>> = BTreeMap::new();
    for (index, post) in request.posts.iter().enumerate().filter(|(_, post)| post.pinned.is_none()) {
        let Some((number, account)) = account_of(accounts, post) else { continue };
        let own = post.block.is_none() && account.profile.formats.contains_key(&post.format);
        let format = if own { post.format.as_str() } else { "" };
        groups.entry((number, format)).or_default().push((index, post));
    }
    let lines = groups.into_iter().map(|((number, format), posts)| {
        let account = accounts.get(number);
        let name = account.map_or_else(String::new, |account| {
            let suffix = if format.is_empty() { String::new() } else { format!("/{format}") };
            format!("slots/{}/{}{suffix}", account.platform, account.name)
        });
        // Exploring draws one strength per hour class, not per slot: all slots of a class stay alike.
        let mut random = request.seed.stream(&name);
        let cells = account.map_or(&[][..], |account| account.profile.of_format(format)).iter();
        let draw =
            cells.map(|cell| if request.options.explore { cell.score + cell.sd * random.normal() } else { cell.score });
        Line { account: number, format, posts, drawn: draw.collect() }
    });
    lines.collect()
}

fn account_of<'a, 'b>(accounts: &'b [Account<'a>], post: &PostRequest) -> Option<(usize, &'b Account<'a>)> {
    let mut numbered = accounts.iter().enumerate();
    numbered.find(|(_, account)| account.platform == post.platform && account.name == post.account)
}

fn pins<'a>(request: &'a ScheduleRequest<'_>, accounts: &[Account<'_>], zone: &TimeZone) -> Vec<Pin<'a>> {
    let fixed = request.posts.iter().filter_map(|post| {
        let (account, _) = account_of(accounts, post)?;
        Some(Pin { post, account, slot: calendar::fixed(post.pinned?, &request.schedule, zone) })
    });
    fixed.collect()
}

fn pinned_entry(pin: &Pin<'_>, accounts: &[Account<'_>], zones: usize) -> ScheduleEntry {
    let (post, slot) = (pin.post, &pin.slot);
    let cell = accounts.get(pin.account).map(|account| account.profile.cell(&post.format, slot.weekday, slot.hour));
    let mut why = vec!["fixed in the plan: not moved, and not part of the objective".to_owned()];
    let profile = accounts.get(pin.account).map(|account| &account.profile);
    why.extend(profile.zip(cell).map(|(profile, cell)| explain::hour(slot, cell, profile, zones)));
    entry(post, slot, cell.unwrap_or_default(), why)
}

fn entry(post: &PostRequest, slot: &Slot, cell: Cell, why: Vec<String>) -> ScheduleEntry {
    ScheduleEntry {
        copy: post.key.clone(),
        platform: post.platform,
        account: post.account.clone(),
        at: slot.at,
        local: slot.local.clone(),
        score: cell.score,
        low: cell.low(),
        high: cell.high(),
        posts: cell.posts,
        confidence: cell.confidence(),
        why,
        experiment: post.experiment.clone(),
    }
}

/// The history that belongs to an account: by platform and name, by name alone when the history names no platform, by platform when
/// only one account of it is known; a history that names neither counts only when there is a single account.
fn find<'a>(
    known: &'a BTreeMap<AccountKey, Profile>,
    platform: Platform,
    name: &str,
    alone: bool,
) -> Option<&'a Profile> {
    let get = |platform: Option<Platform>, name: &str| known.get(&(platform, name.to_owned()));
    let on_platform = || {
        let mut here = known.iter().filter(|((place, _), _)| *place == Some(platform));
        let first = here.next();
        first
            .filter(|((_, account), _)| here.next().is_none() && (name.is_empty() || account.is_empty()))
            .map(|(_, profile)| profile)
    };
    let only = || {
        known.iter().next().filter(|((place, account), _)| {
            alone && known.len() == 1 && place.is_none() && (name.is_empty() || account.is_empty())
        })
    };
    get(Some(platform), name)
        .or_else(|| (!name.is_empty()).then(|| get(None, name)).flatten())
        .or_else(on_platform)
        .or_else(|| only().map(|(_, profile)| profile))
}

fn problem(
    request: &ScheduleRequest<'_>,
    accounts: &[Account<'_>],
    lines: &[Line<'_>],
    pins: &[Pin<'_>],
    slots: &[Slot],
) -> Problem {
    let days = slots.last().map_or(0, |last| last.day + 1);
    let campaign_gap = i64::from(request.schedule.campaign_gap_minutes);
    let gap = account_gap(request);
    let of_account = |number: usize| pins.iter().filter(move |pin| pin.account == number);
    let groups: Vec<Group> = accounts
        .iter()
        .enumerate()
        .map(|(number, account)| {
            let weekly = weekly_cap(request, account.platform, account.name);
            let left = |cap: u32, taken: usize| cap.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX));
            let on_day = |day: usize| of_account(number).filter(|pin| pin.slot.day == day).count();
            let in_week = |week: usize| of_account(number).filter(|pin| pin.slot.day / 7 == week).count();
            Group {
                gap_minutes: gap,
                day_caps: (0..days).map(|day| left(request.schedule.daily_cap, on_day(day))).collect(),
                week_caps: weekly
                    .map(|cap| (0..=days / 7).map(|week| left(cap, in_week(week))).collect())
                    .unwrap_or_default(),
            }
        })
        .collect();
    let mut platforms: Vec<Platform> = accounts.iter().map(|account| account.platform).collect();
    platforms.dedup();
    let platform_caps = request.options.platform_daily_cap.map(|cap| {
        let on_day = |platform: Platform, day: usize| {
            let taken = pins.iter().filter(|pin| pin.post.platform == platform && pin.slot.day == day).count();
            cap.saturating_sub(u32::try_from(taken).unwrap_or(u32::MAX))
        };
        platforms.iter().map(|platform| (0..days).map(|day| on_day(*platform, day)).collect()).collect()
    });
    let rows = lines.iter().filter_map(|line| {
        let account = accounts.get(line.account)?;
        let weight = |slot: &Slot| {
            let near = pins.iter().any(|pin| {
                let distance = (pin.slot.minute - slot.minute).abs();
                distance < campaign_gap || (pin.account == line.account && distance < gap)
            });
            let strength = line.drawn.get(account.profile.index(slot.weekday, slot.hour)).copied().unwrap_or(0.0);
            if near { f64::NEG_INFINITY } else { strength }
        };
        Some(Row {
            weights: slots.iter().map(weight).collect(),
            count: line.posts.len(),
            group: line.account,
            platform: platforms.iter().position(|platform| *platform == account.platform).unwrap_or(0),
        })
    });
    Problem {
        rows: rows.collect(),
        times: slots.iter().map(|slot| SlotTime { minute: slot.minute, day: slot.day }).collect(),
        groups,
        platform_caps: platform_caps.unwrap_or_default(),
        campaign_gap_minutes: campaign_gap,
    }
}

/// Smallest distance in minutes between posts of one account.
pub(super) fn account_gap(request: &ScheduleRequest<'_>) -> i64 {
    i64::from(request.schedule.account_gap_minutes.max(request.schedule.campaign_gap_minutes).max(1))
}

/// Most posts of an account in a week.
pub(super) fn weekly_cap(request: &ScheduleRequest<'_>, platform: Platform, account: &str) -> Option<u32> {
    let of =
        |name: &str| request.cadences.iter().find(|cadence| cadence.platform == platform && cadence.account == name);
    of(account).or_else(|| of("")).map(|cadence| cadence.posts_per_week)
}

/// Deals the chosen slots to posts and writes entries and what was left out.
fn place(
    request: &ScheduleRequest<'_>,
    accounts: &[Account<'_>],
    lines: &[Line<'_>],
    slots: &[Slot],
    clash: &Clash<'_>,
    solution: &Solution,
    plan: &mut SchedulePlan,
) {
    let (problem, zones) = (clash.problem, request.audience_zones.len());
    let mut dealt = 0.0;
    let mut counts = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        let Some(account) = accounts.get(line.account) else { continue };
        let chosen = solution.chosen.get(row).into_iter().flatten();
        let places: Vec<Place> = chosen
            .filter_map(|slot| {
                let time = problem.times.get(*slot)?;
                Some(Place { slot: *slot, day: time.day, score: problem.weight(row, *slot) })
            })
            .collect();
        let mut random = request.seed.stream(&format!("pairs/{}/{}", account.platform, account.name));
        let labels = deal(&line.posts, &places, &mut random);
        counts.push(labels.placed.len());
        for (index, place, others) in labels.placed {
            let (Some(post), Some(slot)) = (request.posts.get(index), slots.get(place.slot)) else { continue };
            let cell = account.profile.cell(line.format, slot.weekday, slot.hour);
            let mut why = vec![explain::hour(slot, cell, &account.profile, zones)];
            if !line.format.is_empty() {
                why.push(format!("hours of format {}, tied to those of your other posts", line.format));
            }
            if let Some(block) = &post.block {
                why.push(matched(block, place, &others, slots));
            }
            if request.options.explore {
                why.push(format!("exploring: this hour's draw was {} over your usual", explain::percent(place.score)));
            }
            dealt += place.score;
            plan.entries.push(entry(post, slot, cell, why));
        }
        if labels.left.is_empty() {
            continue;
        }
        let shortage = clash.explain(line.account, account.platform, account.name, row, places.len());
        if labels.left.iter().any(|(_, reason)| reason.is_none()) {
            plan.notes.push(shortage.clone());
        }
        for (index, reason) in labels.left {
            let Some(post) = request.posts.get(index) else { continue };
            plan.unplaced.push(Unplaced { copy: post.key.clone(), reason: reason.unwrap_or_else(|| shortage.clone()) });
        }
    }
    // Blocks that could not be dealt whole give slots back: objective and bound are those of the entries.
    if counts.iter().zip(&solution.chosen).any(|(count, chosen)| *count < chosen.len()) {
        plan.bound = problem.bound_for(&counts, dealt).max(dealt);
        plan.objective = dealt;
    }
    plan.optimality_gap = gap(plan.objective, plan.bound);
}

fn matched(block: &str, place: Place, others: &[Place], slots: &[Slot]) -> String {
    let partners: Vec<&str> =
        others.iter().filter_map(|other| slots.get(other.slot)).map(|slot| slot.local.as_str()).collect();
    let apart = others.iter().map(|other| (other.score - place.score).abs()).fold(0.0, f64::max);
    let strength = if apart < 1e-9 {
        "same strength".to_owned()
    } else {
        format!("strengths differ by {}", explain::percent(apart))
    };
    format!(
        "block {block}: matched with {} on another day, {strength}; which variant got which was drawn",
        partners.join(" and ")
    )
}

fn hours(accounts: &[Account<'_>]) -> Vec<HourEstimate> {
    accounts.iter().flat_map(|account| rows(&account.profile, account.name, Some(account.platform))).collect()
}

fn notes(
    request: &ScheduleRequest<'_>,
    accounts: &[Account<'_>],
    known: &BTreeMap<AccountKey, Profile>,
) -> Vec<String> {
    let mut notes = Vec::new();
    if accounts.iter().any(|account| account.known) {
        notes.push(
            "Strengths of hours are associations in your own earlier posts (posts of the same format compared), not effects of the hour; \
             on held-out posts of other pages the three strongest hours went with 10 to 20 % more engagement than usual."
                .to_owned(),
        );
    }
    for account in accounts.iter().filter(|account| !account.known) {
        let name = if account.name.is_empty() { String::new() } else { format!(" ({})", account.name) };
        notes.push(format!(
            "No own history for {}{name}: hours follow when the audience is awake, which is an assumption. Add own posts to the brief's history.",
            account.platform.label()
        ));
    }
    if !known.is_empty() && accounts.iter().all(|account| !account.known) {
        notes.push(
            "The history's accounts match none of the accounts that post: name them alike, or leave both empty."
                .to_owned(),
        );
    }
    if request.options.explore {
        notes.push(format!(
            "Exploring: strengths were drawn from their posteriors with seed {}; objective and bound are those of the draw.",
            request.seed.0
        ));
    }
    notes
}
