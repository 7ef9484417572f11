//! Whole requests with every rule at once: checked from the answer alone, by code that shares nothing with the engine.

use std::collections::BTreeMap;

use jiff::{civil::Time, tz::TimeZone};
use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone)]
struct Case {
    zone: &'static str,
    start: &'static str,
    days: i64,
    quiet: Option<(i8, i8)>,
    blackout: Option<i64>,
    account_gap: u32,
    campaign_gap: u32,
    daily_cap: u32,
    platform_cap: Option<u32>,
    weekly_cap: Option<u32>,
    grid: u32,
    posts: Vec<(usize, u8)>,
    pinned: Option<i64>,
    explore: bool,
    seed: u64,
}

fn cases() -> impl Strategy<Value = Case> {
    // Days around clock changes among them.
    let zone =
        prop_oneof![Just("Europe/Berlin"), Just("America/New_York"), Just("Asia/Kolkata"), Just("Australia/Lord_Howe")];
    let start = prop_oneof![Just("2026-03-27"), Just("2026-10-23"), Just("2026-06-01"), Just("2026-03-06")];
    let place = (zone, start, 1i64..12, prop_oneof![Just(15u32), Just(30), Just(60)]);
    let days = (proptest::option::of((0i8..24, 0i8..24)), proptest::option::of(0i64..12));
    let gaps = (0u32..600, 0u32..90, 1u32..5, proptest::option::of(1u32..6), proptest::option::of(1u32..9));
    let posts = proptest::collection::vec((0usize..3, 0u8..4), 0..24);
    (place, days, gaps, posts, proptest::option::of(0i64..12 * 24 * 60), any::<bool>(), 0u64..1_000).prop_map(
        |(place, days, gaps, posts, pinned, explore, seed)| Case {
            zone: place.0,
            start: place.1,
            days: place.2,
            grid: place.3,
            quiet: days.0,
            blackout: days.1,
            account_gap: gaps.0,
            campaign_gap: gaps.1,
            daily_cap: gaps.2,
            platform_cap: gaps.3,
            weekly_cap: gaps.4,
            posts,
            pinned,
            explore,
            seed,
        },
    )
}

const ACCOUNTS: [(&str, Platform); 3] =
    [("main", Platform::Mastodon), ("other", Platform::Mastodon), ("page", Platform::Linkedin)];

fn wanted<'a>(case: &Case, history: &'a [HistoryPost]) -> ScheduleRequest<'a> {
    let zone = TimeZone::get(case.zone).unwrap();
    let first: jiff::civil::Date = case.start.parse().unwrap();
    let start = zone.to_timestamp(first.to_datetime(Time::midnight())).unwrap();
    let mut posts: Vec<PostRequest> = case
        .posts
        .iter()
        .enumerate()
        .map(|(index, (account, kind))| {
            // A quarter of the posts come in pairs of one block.
            let block = (*kind == 0).then(|| format!("block-{}", index / 2));
            let mut one = post(&format!("p-{index}"), ACCOUNTS[*account].0, block.as_deref(), "a");
            one.platform = ACCOUNTS[*account].1;
            one.format = ["link", "video"][index % 2].into();
            one
        })
        .collect();
    if let (Some(minute), Some(last)) = (case.pinned, posts.last_mut()) {
        last.pinned = Some(start + SignedDuration::from_mins(minute));
    }
    let mut wanted = request(posts, history);
    wanted.schedule = Schedule {
        start: first,
        end: first.checked_add(jiff::Span::new().days(case.days)).unwrap(),
        time_zone: case.zone.into(),
        quiet_hours: case
            .quiet
            .map(|(from, to)| QuietHours {
                from: Time::new(from, 0, 0, 0).unwrap(),
                to: Time::new(to, 0, 0, 0).unwrap(),
            })
            .into_iter()
            .collect(),
        blackout_days: case
            .blackout
            .map(|day| first.checked_add(jiff::Span::new().days(day)).unwrap())
            .into_iter()
            .collect(),
        account_gap_minutes: case.account_gap,
        campaign_gap_minutes: case.campaign_gap,
        daily_cap: case.daily_cap,
    };
    wanted.cadences = case
        .weekly_cap
        .map(|posts_per_week| Cadence { platform: Platform::Mastodon, account: String::new(), posts_per_week })
        .into_iter()
        .collect();
    wanted.now = start - SignedDuration::from_hours(2);
    wanted.seed = Seed(case.seed);
    wanted.options = ScheduleOptions {
        grid_minutes: case.grid,
        explore: case.explore,
        platform_daily_cap: case.platform_cap,
        ..ScheduleOptions::default()
    };
    wanted
}

/// Rules that the free entries of a plan break.
fn broken(wanted: &ScheduleRequest<'_>, plan: &SchedulePlan) -> Vec<String> {
    let schedule = &wanted.schedule;
    let zone = TimeZone::get(&schedule.time_zone).unwrap();
    let fixed: Vec<&str> =
        wanted.posts.iter().filter(|post| post.pinned.is_some()).map(|post| post.key.as_str()).collect();
    let free = |entry: &ScheduleEntry| !fixed.contains(&entry.copy.as_str());
    let mut found = Vec::new();
    let mut days: BTreeMap<(String, String), (u32, bool)> = BTreeMap::new();
    for (index, entry) in plan.entries.iter().enumerate() {
        let local = zone.to_datetime(entry.at);
        if free(entry) {
            let time = local.time();
            let quiet = schedule.quiet_hours.iter().any(|quiet| {
                if quiet.from <= quiet.to {
                    quiet.from <= time && time < quiet.to
                } else {
                    time >= quiet.from || time < quiet.to
                }
            });
            if quiet || schedule.blackout_days.contains(&local.date()) {
                found.push(format!("{} is quiet", entry.local));
            }
            if local.date() < schedule.start || local.date() > schedule.end || entry.at < wanted.now {
                found.push(format!("{} is out of the days", entry.local));
            }
        }
        for other in plan.entries.iter().skip(index + 1).filter(|other| free(entry) || free(other)) {
            let apart = (other.at.as_second() - entry.at.as_second()).abs() / 60;
            let own = (other.platform, &other.account) == (entry.platform, &entry.account);
            let gap = if own {
                schedule.account_gap_minutes.max(schedule.campaign_gap_minutes).max(1)
            } else {
                schedule.campaign_gap_minutes
            };
            if apart < i64::from(gap) {
                found.push(format!("{} and {} are {apart} minutes apart", entry.local, other.local));
            }
        }
        let week = schedule.start.until(local.date()).unwrap().get_days().div_euclid(7);
        for (who, when, _) in [
            (format!("account {}", entry.account), format!("day {}", local.date()), 0),
            (format!("platform {}", entry.platform), format!("day {}", local.date()), 0),
            (format!("account {}", entry.account), format!("week {week}"), 0),
        ] {
            let count = days.entry((who, when)).or_default();
            *count = (count.0 + 1, count.1 || free(entry));
        }
    }
    for ((who, when), (count, any_free)) in days {
        let cap = match (who.starts_with("account"), when.starts_with("day")) {
            (true, true) => Some(schedule.daily_cap),
            (false, _) => wanted.options.platform_daily_cap,
            (true, false) if who == "account page" => None,
            (true, false) => wanted.cadences.first().map(|cadence| cadence.posts_per_week),
        };
        // A fixed post alone may break a rule; it must not be joined by others.
        if any_free && cap.is_some_and(|cap| count > cap) {
            found.push(format!("{who} has {count} on {when}"));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_rule_is_broken_and_the_same_seed_gives_the_same_plan(case in cases()) {
        let mut past = history("main", 120, 0.4);
        past.iter_mut().skip(1).step_by(2).for_each(|post| post.format = "video".into());
        let wanted = wanted(&case, &past);
        let plan = recommend(&wanted).unwrap();
        prop_assert_eq!(broken(&wanted, &plan), Vec::<String>::new());
        prop_assert_eq!(plan.entries.len() + plan.unplaced.len(), wanted.posts.len());
        prop_assert!(plan.objective <= plan.bound + 1e-9 && plan.optimality_gap >= 0.0);
        prop_assert_eq!(&recommend(&wanted).unwrap(), &plan);
        for entry in &plan.entries {
            if let Some(pinned) = wanted.posts.iter().find(|post| post.key == entry.copy).and_then(|post| post.pinned) {
                prop_assert_eq!(entry.at, pinned);
            }
        }
    }

    /// What a shortage says would make room does make room, whichever of its remedies is taken.
    #[test]
    fn every_remedy_makes_room(
        posts in 3usize..20, days in 0i64..4, gap in 60u32..900, daily in 1u32..4, weekly in proptest::option::of(1u32..8),
    ) {
        let posts: Vec<PostRequest> = (0..posts).map(|n| post(&format!("m-{n}"), "", None, "a")).collect();
        let mut wanted = request(posts, &[]);
        wanted.schedule.end = wanted.schedule.start.checked_add(jiff::Span::new().days(days)).unwrap();
        (wanted.schedule.account_gap_minutes, wanted.schedule.daily_cap) = (gap, daily);
        let cadence = |posts_per_week| Cadence { platform: Platform::Mastodon, account: String::new(), posts_per_week };
        wanted.cadences = weekly.map(cadence).into_iter().collect();
        let plan = recommend(&wanted).unwrap();
        let Some(reason) = plan.unplaced.first().map(|one| one.reason.clone()) else { return Ok(()) };
        let room = format!("There is room for {}.", plan.entries.len());
        prop_assert!(reason.contains(&room), "{} is not {}", reason, room);
        let Some((_, remedies)) = reason.trim_end_matches('.').split_once("makes room: ") else { return Ok(()) };
        for remedy in remedies.split("; ") {
            let mut relaxed = wanted.clone();
            match remedy.split_once(" = ") {
                Some(("daily_cap", value)) => relaxed.schedule.daily_cap = value.parse().unwrap(),
                Some(("account_gap_minutes", value)) => relaxed.schedule.account_gap_minutes = value.parse().unwrap(),
                Some(("posts_per_week", value)) => relaxed.cadences = vec![cadence(value.parse().unwrap())],
                Some(("end", value)) => relaxed.schedule.end = value.parse().unwrap(),
                _ if remedy.starts_with("no quiet hours") => relaxed.schedule.quiet_hours.clear(),
                _ => panic!("unknown remedy {remedy}"),
            }
            prop_assert!(recommend(&relaxed).unwrap().unplaced.is_empty(), "{} does not help: {}", remedy, reason);
        }
    }
}
