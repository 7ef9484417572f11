//! From a brief to a schedule, and sizes at both ends.

use jiff::tz::TimeZone;

use super::*;

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
        framework: None,
        selection: None,
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
