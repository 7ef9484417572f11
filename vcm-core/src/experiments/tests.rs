//! What plans and read-outs promise.

use std::collections::BTreeMap;

use super::*;
use crate::{
    brief::{ExperimentPlan, Factor},
    copy::{Copy, CopyFormat},
    hash::Seed,
    platform::Platform,
};

fn copy(angle: usize, variant: &str) -> Copy {
    Copy {
        key: format!("x-angle-{angle}-{variant}"),
        angle: format!("angle-{angle}"),
        platform: Platform::X,
        variant: variant.into(),
        format: CopyFormat::Post,
        title: None,
        parts: vec![],
        hashtags: vec![],
        alt_text: None,
        factors: BTreeMap::from([(
            Factor::Hook,
            if variant == "a" { "question".into() } else { format!("hook-{angle}") },
        )]),
        sentences: vec![],
        patterns: vec![],
    }
}

fn brief_plan(impressions_per_post: u32) -> ExperimentPlan {
    ExperimentPlan {
        factors: vec![Factor::Hook],
        metric: "link clicks".into(),
        baseline_rate: 0.02,
        impressions_per_post,
        relative_lift: 0.2,
    }
}

#[test]
fn a_plan_says_before_what_it_can_decide() {
    let copies: Vec<Copy> = (1..=6).flat_map(|angle| ["a", "b"].map(|variant| copy(angle, variant))).collect();
    let rich = plan(&brief_plan(8_000), Platform::X, &copies, 12).unwrap();
    assert!(rich.decidable, "{:?}", rich.notes);
    assert_eq!((rich.blocks.len(), rich.arms.len()), (6, 2));
    assert_eq!(rich.arms[0].levels[&Factor::Hook], "question");
    assert_eq!(rich.arms[1].levels[&Factor::Hook], "differs by angle");
    assert!(rich.power.minimum_detectable_lift < 0.2);

    let poor = plan(&brief_plan(500), Platform::X, &copies, 12).unwrap();
    assert!(!poor.decidable && poor.power.minimum_detectable_lift > 0.2);
    assert!(
        poor.notes[0].starts_with("Not decidable") && poor.notes[0].contains("posts in each arm"),
        "{:?}",
        poor.notes
    );

    let short = plan(&brief_plan(1_000_000), Platform::X, &copies, 3).unwrap();
    assert!(!short.decidable && short.blocks.len() == 1);
    let none = plan(&brief_plan(8_000), Platform::Bluesky, &copies, 12).unwrap();
    assert!(!none.decidable && none.arms.is_empty());

    let wrong = ExperimentPlan { baseline_rate: 1.5, relative_lift: -1.0, factors: vec![], ..brief_plan(1) };
    assert_eq!(plan(&wrong, Platform::X, &copies, 3).unwrap_err().violations().len(), 3);
}

#[test]
fn size_questions_are_answered_and_checked() {
    let ask = |json: &str| SizeRequest::parse(json).and_then(|request| size(&request));
    let plain = ask(r#"{"test":"proportions","baseline_rate":0.05,"relative_lift":0.2}"#).unwrap();
    assert!((plain.needed_per_arm.unwrap() - 8155.0).abs() < 0.06);
    assert_eq!(plain.by_formula.len(), 3);
    let posts =
        ask(r#"{"test":"proportions","baseline_rate":0.05,"impressions_per_post":1000,"posts":10,"post_sd":0.2}"#)
            .unwrap();
    assert_eq!(posts.decidable, Some(false));
    assert!(posts.needed_per_arm > plain.needed_per_arm && posts.minimum_detectable_lift.unwrap() > 0.2);
    let design = ask(r#"{"test":"factorial","factors":4,"generators":["d=abc"]}"#).unwrap().design.unwrap();
    assert_eq!((design.runs.len(), design.resolution), (8, Some(4)));
    let error = ask(r#"{"test":"proportions","baseline_rate":0,"alpha":2,"arms":1,"post_sd":1}"#).unwrap_err();
    assert!(error.violations().len() >= 4, "{error}");
    assert!(ask(r#"{"test":"proportions","baseline_rate":0.1,"lift":1}"#).is_err());
}

fn analysis(json: &str) -> AnalysisResult {
    analyze(&AnalysisInput::parse(json).unwrap()).unwrap()
}

#[test]
fn a_clear_difference_wins_and_its_lift_is_shrunk() {
    let result = analysis(
        r#"{"arms":[{"variant":"a","impressions":20000,"successes":300},{"variant":"b","impressions":20000,"successes":480}]}"#,
    );
    let comparison = &result.comparisons[0];
    assert_eq!((result.decision, result.winner.as_deref()), (Decision::Winner, Some("b")));
    assert!((comparison.lift.unwrap() - 0.6).abs() < 1e-12);
    assert!(comparison.shrunk_lift.unwrap() < 0.6 && comparison.shrunk_lift.unwrap() > 0.4);
    assert!(comparison.sequence_interval[0] < comparison.interval[0] && comparison.sequence_interval[0] > 0.0);
    assert!(result.arms[1].chance_to_win > 0.999 && result.arms[0].expected_loss > 0.008);
    // z of the pooled test, by hand: 0.009 / sqrt(0.0195 * 0.9805 * 2 / 20000).
    assert!((comparison.z - 0.009 / (0.0195f64 * 0.9805 * 1e-4).sqrt()).abs() < 1e-9);
}

#[test]
fn a_broken_split_stops_the_reading() {
    let result = analysis(
        r#"{"arms":[{"variant":"a","impressions":10000,"successes":100},{"variant":"b","impressions":11000,"successes":300}]}"#,
    );
    assert_eq!((result.decision, result.winner), (Decision::Broken, None));
    assert!(sample_ratio(&[10_000, 10_100], &[1.0, 1.0]).is_some_and(|ratio| !ratio.alarm));
    assert!(sample_ratio(&[7_000, 3_000], &[0.7, 0.3]).is_some_and(|ratio| ratio.p > 0.99));
    assert_eq!(sample_ratio(&[0, 0], &[1.0, 1.0]), None);
}

#[test]
fn blocks_are_the_unit_when_given() {
    // One lucky post carries the totals; block by block there is nothing.
    let lucky = analysis(
        r#"{"blocks":[
            {"block":"1","results":[{"variant":"a","impressions":5000,"successes":50},{"variant":"b","impressions":5000,"successes":400}]},
            {"block":"2","results":[{"variant":"a","impressions":5000,"successes":50},{"variant":"b","impressions":5000,"successes":45}]},
            {"block":"3","results":[{"variant":"a","impressions":5000,"successes":50},{"variant":"b","impressions":5000,"successes":48}]}]}"#,
    );
    assert!(lucky.comparisons[0].p < 1e-9 && lucky.comparisons[0].decision_p > 0.2);
    assert_eq!((lucky.decision, lucky.sample_ratio), (Decision::Undecided, None));
    let block = |n: u32, more: u32| {
        format!(
            r#"{{"block":"{n}","results":[{{"variant":"a","impressions":5000,"successes":{}}},{{"variant":"b","impressions":5000,"successes":{}}}]}}"#,
            100 + n,
            130 + n + more
        )
    };
    let steady =
        analysis(&format!(r#"{{"blocks":[{},{},{},{}]}}"#, block(1, 2), block(2, 0), block(3, 4), block(4, 1)));
    assert_eq!(steady.winner.as_deref(), Some("b"));
}

#[test]
fn bad_input_names_every_field() {
    let input = AnalysisInput::parse(
        r#"{"arms":[{"variant":"a","impressions":1,"successes":2},{"variant":"a","impressions":1,"successes":0}],"alpha":0,"planned_shares":[1]}"#,
    )
    .unwrap();
    let fields: Vec<String> = analyze(&input).unwrap_err().violations().iter().map(|one| one.field.clone()).collect();
    assert_eq!(fields, ["arms[0].successes", "arms[1].variant", "alpha", "planned_shares"]);
    assert!(AnalysisInput::parse(r#"{"arm":[]}"#).unwrap_err().to_string().contains("arm"));
    let empty = analysis(
        r#"{"arms":[{"variant":"a","impressions":0,"successes":0},{"variant":"b","impressions":0,"successes":0}]}"#,
    );
    assert_eq!(empty.decision, Decision::Undecided);
}

/// Fixed intervals cover the truth in 93 to 97 of 100 simulated tests.
#[test]
fn intervals_cover_the_truth() {
    let mut random = Seed(3).stream("coverage");
    let (runs, n) = (1_500, 4_000.0f64);
    let mut covered = 0;
    for _ in 0..runs {
        // A normal draw stands for a binomial count: n p is in the hundreds.
        let mut draw = |p: f64| (n * p + (n * p * (1.0 - p)).sqrt() * random.normal()).round().max(0.0) as u64;
        let arm = |variant: &str, successes| ArmResult { variant: variant.into(), impressions: 4_000, successes };
        let mut input = AnalysisInput::parse(r#"{"arms":[]}"#).unwrap();
        input.arms = vec![arm("a", draw(0.05)), arm("b", draw(0.06))];
        let control = &input.arms[0];
        let comparison = super::analyze::compare(control, &input.arms[1], &input);
        covered += u32::from(comparison.interval[0] <= 0.01 && 0.01 <= comparison.interval[1]);
    }
    let share = f64::from(covered) / f64::from(runs);
    assert!((0.93..=0.97).contains(&share), "{share}");
}
