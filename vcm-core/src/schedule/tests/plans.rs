//! Strengths, priors, blocks, shortages and the JSON form.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::*;

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
fn infeasible_plans_name_the_rules_that_clash_and_what_would_do() {
    let many: Vec<PostRequest> = (0..20).map(|n| post(&format!("m-{n}"), "", None, "a")).collect();
    let case = |change: &dyn Fn(&mut ScheduleRequest<'_>)| {
        let mut wanted = request(many.clone(), &[]);
        wanted.schedule.end = "2026-11-26".parse().unwrap();
        change(&mut wanted);
        let plan = recommend(&wanted).unwrap();
        assert_eq!(plan.entries.len() + plan.unplaced.len(), 20);
        assert!(plan.notes.contains(&plan.unplaced[0].reason));
        plan.unplaced[0].reason.clone()
    };
    let cadence = Cadence { platform: Platform::Mastodon, account: String::new(), posts_per_week: 3 };
    // Quiet hours leave 15 hours a day: four posts with four hours between them.
    assert_eq!(
        case(&|_| {}),
        "20 posts on Mastodon cannot all go out: at most 2 a day (daily_cap), 240 minutes apart (account_gap_minutes), the 4 days from \
         2026-11-23 to 2026-11-26, from now on. There is room for 8. Any of these makes room: end = 2026-12-02."
            .replace("at most 2 a day (daily_cap), 240 minutes apart (account_gap_minutes), ", "at most 2 a day (daily_cap), ")
    );
    assert_eq!(
        case(&|wanted| {
            wanted.cadences = vec![cadence.clone()];
            (wanted.schedule.daily_cap, wanted.schedule.account_gap_minutes) = (20, 60);
        }),
        "20 posts on Mastodon cannot all go out: at most 3 a week (posts_per_week), the 4 days from 2026-11-23 to 2026-11-26, from now \
         on. There is room for 3. Any of these makes room: posts_per_week = 20; end = 2027-01-04."
    );
    let gone = case(&|wanted| wanted.now = "2027-01-01T00:00:00Z".parse().unwrap());
    assert!(gone.contains("There is room for 0"), "{gone}");
    assert!(gone.contains("end = 2027-01-"), "{gone}");
}

#[test]
fn other_accounts_and_platform_caps_are_named_too() {
    let posts: Vec<PostRequest> =
        (0..8).map(|n| post(&format!("m-{n}"), ["main", "other"][n % 2], None, "a")).collect();
    let mut wanted = request(posts, &[]);
    wanted.schedule.end = "2026-11-24".parse().unwrap();
    wanted.options.platform_daily_cap = Some(2);
    let plan = recommend(&wanted).unwrap();
    assert_eq!((plan.entries.len(), plan.unplaced.len()), (4, 4));
    assert!(plan.unplaced[0].reason.contains("platform_daily_cap = 2; 4 find room without it"), "{:?}", plan.unplaced);
}

#[test]
fn fixed_posts_stay_and_the_others_keep_their_distance() {
    let mut posts: Vec<PostRequest> = (0..3).map(|n| post(&format!("m-{n}"), "", None, "a")).collect();
    posts[0].pinned = Some("2026-11-23T12:17:00Z".parse().unwrap());
    let mut wanted = request(posts, &[]);
    wanted.schedule.end = "2026-11-24".parse().unwrap();
    let plan = recommend(&wanted).unwrap();
    assert_eq!(plan.entries.len(), 3);
    let fixed = plan.entries.iter().find(|entry| entry.copy == "m-0").unwrap();
    assert_eq!((fixed.at, fixed.local.as_str()), (wanted.posts[0].pinned.unwrap(), "2026-11-23T13:17"));
    assert!(fixed.why[0].starts_with("fixed in the plan"));
    for entry in plan.entries.iter().filter(|entry| entry.copy != "m-0") {
        assert!((entry.at.as_second() - fixed.at.as_second()).abs() >= 240 * 60, "{}", entry.local);
    }
    // Two a day, the fixed one counted.
    assert_eq!(plan.entries.iter().filter(|entry| entry.local.starts_with("2026-11-23")).count(), 2);
}

#[test]
fn a_format_with_enough_posts_has_hours_of_its_own() {
    // Links do well at 09:00, videos at 18:00.
    let mut posts = history("main", 120, 0.5);
    let videos = history("main", 120, 0.0).into_iter().map(|mut post| {
        let evening = post.at.as_second().rem_euclid(86_400) == 18 * 3_600;
        post.format = "video".into();
        post.engagement *= if evening { 2.0 } else { 1.0 };
        post
    });
    posts.extend(videos);
    let hour_of = |format: &str| {
        let mut one = post("m-1", "main", None, "a");
        one.format = format.into();
        let mut wanted = request(vec![one], &posts);
        wanted.schedule.time_zone = "UTC".into();
        let plan = recommend(&wanted).unwrap();
        (plan.entries[0].local[10..].to_owned(), plan.entries[0].why.len())
    };
    assert_eq!(hour_of("link"), ("T09:00".to_owned(), 2));
    assert_eq!(hour_of("video"), ("T18:00".to_owned(), 2));
    assert_eq!(hour_of("poll").1, 1);
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
