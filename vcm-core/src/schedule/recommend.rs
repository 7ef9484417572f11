//! The whole engine: estimate, choose, deal, explain. Next: [`super::estimate_hours`].

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{
    HourEstimate, ScheduleEntry, SchedulePlan, ScheduleRequest, Unplaced,
    assign::{Problem, Row, SlotTime, Solution},
    calendar::{Grid, Slot, candidates},
    estimate::{AccountKey, Profile, profiles, rows},
    explain,
    labels::{Place, deal},
    prior::WakingPrior,
    request::PostRequest,
};
use crate::{
    error::{Error, Result, Violation},
    platform::Platform,
};

/// One account of the request with its posts (index and request, in order).
struct Account<'a> {
    platform: Platform,
    name: &'a str,
    posts: Vec<(usize, &'a PostRequest)>,
    profile: Profile,
    known: bool,
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
    let known = profiles(request.history, &zone, request.now, &request.options.estimate);
    let accounts = accounts(request, &known, &prior);
    let lead = i64::from(request.options.lead_minutes) * 60;
    let earliest = request.now.checked_add(jiff::SignedDuration::from_secs(lead)).unwrap_or(request.now);
    let slots = candidates(&request.schedule, &zone, Grid { minutes: request.options.grid_minutes, earliest });
    let problem = problem(request, &accounts, &slots);
    let solution = problem.solve();

    let mut plan = SchedulePlan {
        objective: solution.objective,
        bound: solution.bound,
        unplaced: request.reserves.clone(),
        hours: hours(&accounts),
        notes: notes(request, &accounts, &known),
        ..SchedulePlan::default()
    };
    place(request, &accounts, &slots, &problem, &solution, audience.len(), &mut plan);
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
    let mut groups: BTreeMap<(Platform, &str), Vec<(usize, &PostRequest)>> = BTreeMap::new();
    for (index, post) in request.posts.iter().enumerate() {
        groups.entry((post.platform, &post.account)).or_default().push((index, post));
    }
    let alone = groups.len() == 1;
    groups
        .into_iter()
        .map(|((platform, name), posts)| {
            let profile = find(known, platform, name, alone);
            Account {
                platform,
                name,
                posts,
                known: profile.is_some(),
                profile: profile.cloned().unwrap_or_else(|| Profile::from_prior(prior)),
            }
        })
        .collect()
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

fn problem(request: &ScheduleRequest<'_>, accounts: &[Account<'_>], slots: &[Slot]) -> Problem {
    let rows = accounts.iter().map(|account| {
        // Exploring draws one strength per hour class, not per slot: all slots of a class stay alike.
        let mut random = request.seed.stream(&format!("slots/{}/{}", account.platform, account.name));
        let draws: Vec<f64> = account
            .profile
            .cells
            .iter()
            .map(|cell| if request.options.explore { cell.score + cell.sd * random.normal() } else { cell.score })
            .collect();
        let drawn = Profile {
            cells: account
                .profile
                .cells
                .iter()
                .zip(&draws)
                .map(|(cell, score)| super::estimate::Cell { score: *score, ..*cell })
                .collect(),
            posts: account.profile.posts,
        };
        let exact = |cadence: &&super::Cadence| cadence.platform == account.platform && cadence.account == account.name;
        let any = |cadence: &&super::Cadence| cadence.platform == account.platform && cadence.account.is_empty();
        let cadence = request.cadences.iter().find(exact).or_else(|| request.cadences.iter().find(any));
        let gap = request.schedule.account_gap_minutes.max(request.schedule.campaign_gap_minutes).max(1);
        Row {
            weights: slots.iter().map(|slot| drawn.cell(slot.weekday, slot.hour).score).collect(),
            count: account.posts.len(),
            gap_minutes: i64::from(gap),
            daily_cap: request.schedule.daily_cap,
            weekly_cap: cadence.map_or(u32::MAX, |cadence| cadence.posts_per_week),
        }
    });
    Problem {
        rows: rows.collect(),
        times: slots.iter().map(|slot| SlotTime { minute: slot.minute, day: slot.day }).collect(),
        campaign_gap_minutes: i64::from(request.schedule.campaign_gap_minutes),
    }
}

/// Deals the chosen slots to posts and writes entries and what was left out.
fn place(
    request: &ScheduleRequest<'_>,
    accounts: &[Account<'_>],
    slots: &[Slot],
    problem: &Problem,
    solution: &Solution,
    zones: usize,
    plan: &mut SchedulePlan,
) {
    let mut dealt = 0.0;
    let mut counts = Vec::new();
    for (row, account) in accounts.iter().enumerate() {
        let places: Vec<Place> = solution
            .chosen
            .get(row)
            .into_iter()
            .flatten()
            .filter_map(|slot| {
                let time = problem.times.get(*slot)?;
                Some(Place { slot: *slot, day: time.day, score: problem.weight(row, *slot) })
            })
            .collect();
        let mut random = request.seed.stream(&format!("pairs/{}/{}", account.platform, account.name));
        let labels = deal(&account.posts, &places, &mut random);
        counts.push(labels.placed.len());
        for (index, place, others) in labels.placed {
            let (Some(post), Some(slot)) = (request.posts.get(index), slots.get(place.slot)) else { continue };
            let cell = account.profile.cell(slot.weekday, slot.hour);
            let mut why = vec![explain::hour(slot, cell, &account.profile, zones)];
            if let Some(block) = &post.block {
                why.push(matched(block, place, &others, slots));
            }
            if request.options.explore {
                why.push(format!("exploring: this hour's draw was {} over your usual", explain::percent(place.score)));
            }
            dealt += place.score;
            plan.entries.push(ScheduleEntry {
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
            });
        }
        let shortage =
            if labels.left.is_empty() { String::new() } else { explain::shortage(problem, row, places.len()) };
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
    plan.entries.sort_by(|a, b| (a.at, a.platform, &a.account, &a.copy).cmp(&(b.at, b.platform, &b.account, &b.copy)));
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
