//! What the schedule engine promises, on small fixed cases and on random ones.

use jiff::{SignedDuration, Timestamp, civil::Time, tz::TimeZone};
use proptest::prelude::*;

use super::*;
use super::{
    assign::{Problem, Row, SlotTime},
    calendar::{Grid, candidates, instant},
};
use crate::{
    brief::{QuietHours, Schedule},
    hash::Seed,
    platform::Platform,
};

fn schedule(start: &str, end: &str, zone: &str) -> Schedule {
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

fn post(key: &str, account: &str, block: Option<&str>, variant: &str) -> PostRequest {
    PostRequest {
        key: key.into(),
        platform: Platform::Mastodon,
        account: account.into(),
        experiment: block.map(|_| "experiment-mastodon".into()),
        block: block.map(Into::into),
        variant: variant.into(),
    }
}

fn request(posts: Vec<PostRequest>, history: &[HistoryPost]) -> ScheduleRequest<'_> {
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
fn history(account: &str, days: i64, lift: f64) -> Vec<HistoryPost> {
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

#[test]
fn strong_hours_are_found_and_said_with_their_uncertainty() {
    let posts = history("main", 120, 0.5);
    let plan = recommend(&request(vec![post("m-1", "main", None, "a")], &posts)).unwrap();
    let entry = &plan.entries[0];
    // 09:00 UTC is 10:00 in Berlin in winter.
    assert_eq!(&entry.local[10..], "T10:00");
    assert!(entry.low < entry.score && entry.score < entry.high && entry.score > 0.2, "{entry:?}");
    assert!(
        entry.why[0].contains("over your usual, from") && entry.why[0].contains("90 % interval"),
        "{}",
        entry.why[0]
    );
    assert!(plan.optimality_gap.abs() < 1e-12);
    assert_eq!(entry.confidence, crate::hashtags::Confidence::Ok);
}

#[test]
fn immature_future_and_broken_posts_do_not_count() {
    let zone = TimeZone::UTC;
    let now: Timestamp = "2026-01-06T00:00:00Z".parse().unwrap();
    // Three posts on 5 January: all younger than 72 hours, then all older.
    let posts = history("main", 1, 0.0);
    assert!(estimate_hours(&posts, &zone, now, &EstimateOptions::default()).is_empty());
    let later = now + SignedDuration::from_hours(72);
    let count = |posts: &[HistoryPost]| {
        estimate_hours(posts, &zone, later, &EstimateOptions::default()).iter().map(|row| row.posts).sum::<u32>()
    };
    assert_eq!(count(&posts), 3);
    let mut broken = posts;
    broken[0].engagement = f64::NAN;
    broken[1].engagement = -4.0;
    assert_eq!(count(&broken), 1);
}

#[test]
fn without_history_the_prior_is_called_a_prior() {
    let plan = recommend(&request(vec![post("m-1", "", None, "a")], &[])).unwrap();
    let entry = &plan.entries[0];
    assert_eq!(entry.confidence, crate::hashtags::Confidence::None);
    assert!(entry.why[0].contains("no own history: waking-hours prior"), "{}", entry.why[0]);
    assert!(entry.low < 0.0 && entry.high > 0.0);
    assert!(plan.notes.iter().any(|note| note.contains("No own history for Mastodon")));
}

#[test]
fn pairs_get_matched_slots_on_different_days_and_chance_decides_who_is_first() {
    let posts = history("main", 120, 0.5);
    let pair = |n: u32| {
        ["a", "b"]
            .map(|variant| post(&format!("m-{n}-{variant}"), "main", Some(&format!("angle-{n}")), variant))
            .to_vec()
    };
    let mut firsts = std::collections::BTreeSet::new();
    for seed in 0..20 {
        let mut wanted = request((1..=4).flat_map(pair).collect(), &posts);
        wanted.seed = Seed(seed);
        let plan = recommend(&wanted).unwrap();
        assert_eq!(plan.entries.len(), 8);
        for n in 1..=4 {
            let of =
                |variant: &str| plan.entries.iter().find(|entry| entry.copy == format!("m-{n}-{variant}")).unwrap();
            let (a, b) = (of("a"), of("b"));
            assert_ne!(a.local[..10], b.local[..10]);
            assert!((a.score - b.score).abs() < 1e-9);
            assert!(a.why[1].contains("same strength"), "{:?}", a.why);
            if n == 1 {
                firsts.insert(a.at < b.at);
            }
        }
    }
    assert_eq!(firsts.len(), 2, "variant order must be drawn");
}

#[test]
fn a_block_goes_out_whole_or_not_at_all() {
    let mut wanted = request(
        ["a", "b", "c"].map(|variant| post(&format!("m-1-{variant}"), "", Some("angle-1"), variant)).to_vec(),
        &[],
    );
    wanted.schedule.end = "2026-11-24".parse().unwrap();
    let plan = recommend(&wanted).unwrap();
    assert!(plan.entries.is_empty());
    assert!(plan.unplaced.iter().all(|one| one.reason.contains("needs 3 different days")), "{:?}", plan.unplaced);
    assert_eq!((plan.objective, plan.bound), (0.0, 0.0));
}

#[test]
fn infeasible_plans_name_the_rules_that_clash() {
    let many: Vec<PostRequest> = (0..20).map(|n| post(&format!("m-{n}"), "", None, "a")).collect();
    let case = |change: &dyn Fn(&mut ScheduleRequest<'_>)| {
        let mut wanted = request(many.clone(), &[]);
        wanted.schedule.end = "2026-11-26".parse().unwrap();
        change(&mut wanted);
        let plan = recommend(&wanted).unwrap();
        assert_eq!(plan.entries.len() + plan.unplaced.len(), 20);
        plan.unplaced[0].reason.clone()
    };
    let cadence = Cadence { platform: Platform::Mastodon, account: String::new(), posts_per_week: 3 };
    assert!(case(&|_| {}).contains("without daily_cap = 2"), "{}", case(&|_| {}));
    let weekly = case(&|wanted| {
        wanted.cadences = vec![cadence.clone()];
        wanted.schedule.daily_cap = 20;
    });
    assert!(weekly.contains("without posts_per_week = 3"), "{weekly}");
    let both = case(&|wanted| {
        wanted.schedule.daily_cap = 1;
        wanted.cadences = vec![Cadence { posts_per_week: 4, ..cadence.clone() }];
    });
    assert!(both.contains("clash together"), "{both}");
    assert!(case(&|wanted| wanted.now = "2027-01-01T00:00:00Z".parse().unwrap()).contains("no time is left"));
}

#[test]
fn bad_requests_name_every_field() {
    let mut wanted = request(vec![post("m-1", "", None, "a"), post("m-1", "", None, "b")], &[]);
    wanted.schedule.time_zone = "Mars/Olympus".into();
    wanted.schedule.end = "2026-11-01".parse().unwrap();
    wanted.options.grid_minutes = 7;
    let fields: Vec<String> =
        recommend(&wanted).unwrap_err().violations().iter().map(|violation| violation.field.clone()).collect();
    assert_eq!(fields, ["schedule.time_zone", "schedule.end", "options.grid_minutes", "posts[1].key"]);
}

#[test]
fn exploring_is_a_function_of_the_seed() {
    let posts = history("main", 10, 0.1);
    let draw = |seed| {
        let mut wanted = request(vec![post("m-1", "main", None, "a")], &posts);
        wanted.options.explore = true;
        wanted.seed = Seed(seed);
        recommend(&wanted).unwrap().entries[0].local.clone()
    };
    assert_eq!(draw(1), draw(1));
    assert!((0..20).map(draw).collect::<std::collections::BTreeSet<_>>().len() > 3);
}

#[test]
fn json_form_answers_hours_alone_and_reports_all_errors() {
    let posts = history("main", 120, 0.5);
    let hours = answer(&posts, &PlanInput::parse(r#"{"tz":"UTC","now":"2026-11-22T00:00:00Z"}"#).unwrap()).unwrap();
    assert_eq!((hours.hours.len(), hours.slots.len()), (24, 0));
    let best = hours.hours.iter().max_by(|a, b| a.score.total_cmp(&b.score)).unwrap();
    assert_eq!((best.hour, best.n, best.account.as_str()), (9, 120, "main"));

    let plan = r#"{"tz":"UTC","now":"2026-11-22T00:00:00Z","start":"2026-11-23","end":"2026-11-29",
                   "posts":[{"id":"one","account":"main"},{"id":"two","account":"main"},{"id":"three","account":"new"}]}"#;
    let slots = answer(&posts, &PlanInput::parse(plan).unwrap()).unwrap();
    assert_eq!((slots.slots.len(), slots.hours.len()), (3, 48));

    let error =
        answer(&[], &PlanInput::parse(r#"{"tz":"Nowhere","now":"today","posts":[{"id":"x"}]}"#).unwrap()).unwrap_err();
    let fields: Vec<&str> = error.violations().iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["tz", "now", "start", "end"]);
    assert!(PlanInput::parse(r#"{"tz":"UTC","now":"x","pots":[]}"#).unwrap_err().to_string().contains("pots"));
}

/// Every clock change of every zone in 2024 to 2027: skipped times move forward by the gap, repeated ones are the first, and a
/// grid over the days around it holds each instant once, in order.
#[test]
fn clock_changes_of_all_zones_are_kept() {
    let from: Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
    let until: Timestamp = "2028-01-01T00:00:00Z".parse().unwrap();
    let (mut zones, mut changes) = (0, 0);
    for name in jiff::tz::db().available() {
        let zone = TimeZone::get(name.as_str()).unwrap();
        zones += 1;
        for change in zone.following(from).take_while(|change| change.timestamp() < until) {
            let at = change.timestamp();
            let before = zone.to_offset(at - SignedDuration::from_secs(1)).seconds();
            let shift = i64::from(zone.to_offset(at).seconds() - before);
            let wall =
                zone.to_datetime(at - SignedDuration::from_secs(1)).checked_add(SignedDuration::from_secs(1)).unwrap();
            let found = instant(wall.date(), wall.time(), &zone).unwrap();
            if shift > 0 {
                // The first skipped minute is the instant of the change itself: it reads later by the length of the gap.
                assert_eq!(found, at, "{}", name.as_str());
                let landed = zone.to_datetime(found);
                assert_eq!(landed.duration_since(wall).as_secs(), shift, "{}", name.as_str());
            } else if shift < 0 {
                let repeated = wall.checked_sub(SignedDuration::from_secs(60)).unwrap();
                assert_eq!(
                    instant(repeated.date(), repeated.time(), &zone).unwrap(),
                    at - SignedDuration::from_secs(60)
                );
            }
            changes += 1;
            let day = wall.date();
            let mut around = schedule("2026-01-01", "2026-01-01", "UTC");
            around.quiet_hours.clear();
            (around.start, around.end) = (day.yesterday().unwrap(), day.tomorrow().unwrap());
            let slots = candidates(&around, &zone, Grid { minutes: 30, earliest: from });
            assert!(slots.windows(2).all(|pair| pair[0].at < pair[1].at), "{}", name.as_str());
            assert!(
                slots.iter().all(|slot| zone.to_datetime(slot.at).strftime("%Y-%m-%dT%H:%M").to_string() == slot.local)
            );
        }
    }
    assert!(zones > 400 && changes > 500, "{zones} zones, {changes} changes");
}

fn problems() -> impl Strategy<Value = Problem> {
    let row = (proptest::collection::vec(-1.0..1.0f64, 60), 0usize..12, 1i64..400, 1u32..4, 1u32..9);
    (proptest::collection::btree_set(0i64..28 * 24, 5..60), proptest::collection::vec(row, 1..4), 0i64..120).prop_map(
        |(hours, rows, campaign_gap_minutes)| {
            let times: Vec<SlotTime> =
                hours.iter().map(|hour| SlotTime { minute: hour * 60, day: (hour / 24) as usize }).collect();
            let rows = rows
                .into_iter()
                .map(|(mut weights, count, gap, daily_cap, weekly_cap)| {
                    weights.truncate(times.len());
                    let gap_minutes = gap.max(campaign_gap_minutes);
                    Row { weights, count, gap_minutes, daily_cap, weekly_cap }
                })
                .collect();
            Problem { times, rows, campaign_gap_minutes }
        },
    )
}

fn violations(problem: &Problem, chosen: &[Vec<usize>]) -> Vec<String> {
    let mut found = Vec::new();
    let mut all: Vec<(i64, usize)> = Vec::new();
    for (index, (row, slots)) in problem.rows.iter().zip(chosen).enumerate() {
        let times: Vec<SlotTime> = slots.iter().map(|slot| problem.times[*slot]).collect();
        if times.windows(2).any(|pair| pair[1].minute - pair[0].minute < row.gap_minutes) {
            found.push(format!("gap of row {index}"));
        }
        for time in &times {
            let same =
                |other: fn(SlotTime) -> usize| times.iter().filter(|peer| other(**peer) == other(*time)).count() as u32;
            if same(|time| time.day) > row.daily_cap || same(SlotTime::week) > row.weekly_cap {
                found.push(format!("cap of row {index}"));
            }
            all.push((time.minute, index));
        }
        if slots.len() > row.count {
            found.push(format!("count of row {index}"));
        }
    }
    all.sort_unstable();
    if all.windows(2).any(|pair| pair[0].1 != pair[1].1 && pair[1].0 - pair[0].0 < problem.campaign_gap_minutes) {
        found.push("campaign gap".into());
    }
    found
}

/// The best sum by trying everything, for as many slots per row as were placed.
fn exhaustive(problem: &Problem, counts: &[usize]) -> f64 {
    fn search(
        problem: &Problem,
        counts: &[usize],
        chosen: &mut Vec<Vec<usize>>,
        row: usize,
        from: usize,
        sum: f64,
        best: &mut f64,
    ) {
        if row == counts.len() {
            *best = best.max(sum);
            return;
        }
        if chosen[row].len() == counts[row] {
            return search(problem, counts, chosen, row + 1, 0, sum, best);
        }
        for slot in from..problem.times.len() {
            chosen[row].push(slot);
            if violations(problem, chosen).is_empty() {
                search(problem, counts, chosen, row, slot + 1, sum + problem.rows[row].weights[slot], best);
            }
            chosen[row].pop();
        }
    }
    let mut best = f64::NEG_INFINITY;
    search(problem, counts, &mut vec![Vec::new(); counts.len()], 0, 0, 0.0, &mut best);
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_rule_is_broken_and_the_bound_holds(problem in problems()) {
        let solution = problem.solve();
        prop_assert_eq!(violations(&problem, &solution.chosen), Vec::<String>::new());
        prop_assert!(solution.objective <= solution.bound + 1e-9);
        prop_assert_eq!(&problem.solve(), &solution);
    }

    #[test]
    fn small_problems_lie_between_greedy_and_the_bound(problem in problems()) {
        let mut small = problem;
        small.times.truncate(10);
        let most = 4 / small.rows.len();
        for row in &mut small.rows {
            row.weights.truncate(10);
            row.count = row.count.min(most);
        }
        let solution = small.solve();
        let counts: Vec<usize> = solution.chosen.iter().map(Vec::len).collect();
        let best = exhaustive(&small, &counts);
        prop_assert!(best <= solution.bound + 1e-9, "bound {} is below the optimum {best}", solution.bound);
        prop_assert!(solution.objective >= best - 0.05 * best.abs().max(1.0), "{} of {best}", solution.objective);
        if small.rows.len() == 1 {
            prop_assert!(solution.bound - best <= 0.02 * best.abs().max(1.0), "loose bound {} for {best}", solution.bound);
        }
    }

    #[test]
    fn order_of_posts_does_not_change_the_objective(seed in 0u64..1000) {
        let past = history("main", 40, 0.3);
        let mut posts: Vec<PostRequest> =
            (0..9).map(|n| post(&format!("m-{n}"), ["main", "other"][n % 2], None, "a")).collect();
        let first = recommend(&request(posts.clone(), &past)).unwrap();
        Seed(seed).stream("order").shuffle(&mut posts);
        let second = recommend(&request(posts, &past)).unwrap();
        prop_assert!((first.objective - second.objective).abs() < 1e-9);
    }
}

fn brief(posts_per_week: u8) -> crate::brief::Brief {
    serde_json::from_value(serde_json::json!({
        "name": "Release",
        "product": {"name": "vcm", "category": "a library", "summary": "It plans campaigns."},
        "audiences": [{"name": "developers", "time_zones": {"Asia/Tokyo": 1.0}}],
        "goals": [{"kind": "traffic"}],
        "platforms": [{"platform": "mastodon", "posts_per_week": posts_per_week}],
        "schedule": {"start": "2026-11-23", "end": "2026-12-06", "time_zone": "Europe/Berlin"},
    }))
    .unwrap()
}

fn copies(angles: usize) -> Vec<crate::copy::Copy> {
    let copy = |angle: usize, variant: &str| crate::copy::Copy {
        key: format!("mastodon-angle-{angle}-{variant}"),
        angle: format!("angle-{angle}"),
        platform: Platform::Mastodon,
        variant: variant.into(),
        format: crate::copy::CopyFormat::Post,
        title: None,
        parts: vec![],
        hashtags: vec![],
        alt_text: None,
        factors: std::collections::BTreeMap::new(),
        sentences: vec![],
        patterns: vec![],
    };
    (1..=angles).flat_map(|angle| ["a", "b"].map(|variant| copy(angle, variant))).collect()
}

#[test]
fn a_brief_sends_both_variants_only_when_the_experiment_can_decide() {
    let now = "2026-11-22T12:00:00Z".parse().unwrap();
    let plan = |decidable: bool, posts_per_week: u8| {
        let brief = brief(posts_per_week);
        let copies = copies(4);
        let wanted = crate::brief::ExperimentPlan {
            factors: vec![crate::brief::Factor::Hook],
            metric: "clicks".into(),
            baseline_rate: 0.02,
            impressions_per_post: if decidable { 1_000_000 } else { 10 },
            relative_lift: 0.2,
        };
        let places = places(&brief.schedule, posts_per_week);
        let experiment = crate::experiments::plan(&wanted, Platform::Mastodon, &copies, places).unwrap();
        assert_eq!(experiment.decidable, decidable);
        recommend(&ScheduleRequest::from_brief(&brief, &copies, &[experiment], &[], now, Seed(1))).unwrap()
    };
    // Three a week for two weeks are six places: three blocks of two.
    let tested = plan(true, 3);
    assert_eq!((tested.entries.len(), tested.unplaced.len()), (6, 2));
    assert!(tested.entries.iter().all(|entry| entry.experiment.is_some()));
    assert!(tested.unplaced.iter().all(|one| one.reason.starts_with("kept as a reserve: the cadence leaves 6 places")));
    let untested = plan(false, 3);
    assert_eq!((untested.entries.len(), untested.unplaced.len()), (4, 4));
    assert!(untested.entries.iter().all(|entry| entry.copy.ends_with("-a") && entry.experiment.is_none()));
    assert!(untested.unplaced.iter().all(|one| one.reason.contains("the experiment cannot decide")));
    // No more than the cadence in either week.
    for week in ["2026-11-2", "2026-12-0"] {
        assert!(tested.entries.iter().filter(|entry| entry.local.starts_with(week)).count() <= 4);
    }
}

#[test]
fn a_hundred_thousand_posts_and_an_empty_request_are_answered() {
    let posts = history("main", 34_000, 0.2);
    let now = "2120-01-01T00:00:00Z".parse().unwrap();
    let rows = estimate_hours(&posts, &TimeZone::UTC, now, &EstimateOptions::default());
    assert_eq!(
        (rows.len(), rows.iter().filter(|row| row.weekday == Some(1)).map(|row| row.posts).max()),
        (168, Some(24_286))
    );
    let empty = recommend(&request(vec![], &[])).unwrap();
    assert!(empty.entries.is_empty() && empty.bound.abs() < 1e-12);
}
