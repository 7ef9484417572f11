//! What plans and read-outs promise.

use std::collections::BTreeMap;

use super::*;
use crate::{
    brief::{ExperimentPlan, Factor},
    copy::{Copy, CopyFormat},
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
        framework: None,
        selection: None,
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
    assert!(ask(r#"{"test":"proportions","baseline_rate":0.1,"lifts":1}"#).is_err());
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
    let four = format!("{},{},{},{}", block(1, 2), block(2, 0), block(3, 4), block(4, 1));
    // Four blocks can decide at the one look planned, and never under any number of looks.
    assert_eq!(analysis(&format!(r#"{{"blocks":[{four}],"looks":"one"}}"#)).winner.as_deref(), Some("b"));
    let early = analysis(&format!(r#"{{"blocks":[{four}]}}"#));
    assert!(
        early.winner.is_none() && early.notes.iter().any(|note| note.contains("With 4 blocks")),
        "{:?}",
        early.notes
    );
    let six = analysis(&format!(r#"{{"blocks":[{four},{},{}]}}"#, block(5, 3), block(6, 0)));
    assert_eq!(six.winner.as_deref(), Some("b"));
}

#[test]
fn bad_input_names_every_field() {
    let told = |json: &str| -> Vec<String> {
        AnalysisInput::parse(json).unwrap_err().violations().iter().map(|one| one.field.clone()).collect()
    };
    let fields = told(
        r#"{"arms":[{"variant":"a","impressions":1,"successes":2},{"variant":"a","impressions":1,"successes":0}],"alpha":0,"planned_shares":[0]}"#,
    );
    assert_eq!(fields, ["arms[0].successes", "arms[1].variant", "alpha", "planned_shares"]);
    assert_eq!(
        told(
            r#"{"arms":[{"clicks":1},{"impressions":"x"}],"look":1,"metrics":[{"name":"m"}],"next_batch":{"floor":2}}"#
        ),
        [
            "arms[1].impressions",
            "look",
            "arms[0].impressions",
            "arms[0].successes",
            "metrics[0].arms",
            "next_batch.floor"
        ]
    );
    assert_eq!(told(r#"{"arms":[{"clicks":1},{"impressions":5}]}"#), ["arms[0].impressions", "arms[0].successes"]);
    assert_eq!(
        told(r#"{"metric":"count","arms":[{"counts":[1,-2]},{"impressions":3}]}"#),
        ["arms[0].counts[1]", "arms[1]"]
    );
    assert!(AnalysisInput::parse(r#"{"arm":[]}"#).unwrap_err().to_string().contains("arm"));
    let empty = analysis(
        r#"{"arms":[{"variant":"a","impressions":0,"successes":0},{"variant":"b","impressions":0,"successes":0}]}"#,
    );
    assert_eq!(empty.decision, Decision::Undecided);
}

#[test]
fn posts_and_counts_are_units_of_their_own() {
    // Ten thousand impressions each way, but two posts: totals are sure, posts are not.
    let posts = analysis(
        r#"{"arms":[{"posts":[{"impressions":5000,"clicks":50},{"impressions":5000,"clicks":150}]},{"posts":[{"impressions":5000,"clicks":90},{"impressions":5000,"clicks":210}]}]}"#,
    );
    assert_eq!(
        (posts.decision, posts.comparisons[0].unit, posts.sample_ratio),
        (Decision::Undecided, Unit::Posts, None)
    );
    assert!(posts.comparisons[0].p > 0.1 && posts.arms[1].chance_to_win < 0.9, "{posts:?}");
    assert_eq!((posts.arms[0].variant.as_str(), posts.arms[0].successes), ("a", 200));
    let counts =
        analysis(r#"{"metric":"count","arms":[{"counts":[2,40,3,5,11,0,9,30]},{"counts":[4,22,61,8,3,19,2,35]}]}"#);
    let comparison = &counts.comparisons[0];
    assert!(comparison.dispersion.unwrap() > 5.0 && comparison.p > 0.05 && counts.decision == Decision::Undecided);
    let ratio = analysis(
        r#"{"metric":"ratio","higher_is_better":false,"looks":"one","arms":[
            {"posts":[{"denominator":100,"numerator":250.5},{"denominator":90,"numerator":230},{"denominator":110,"numerator":270},{"denominator":95,"numerator":240}]},
            {"posts":[{"denominator":100,"numerator":150.5},{"denominator":90,"numerator":130},{"denominator":110,"numerator":175},{"denominator":95,"numerator":140}]}]}"#,
    );
    assert_eq!(ratio.winner.as_deref(), Some("b"));
    assert!(
        ratio.comparisons[0].posterior.unwrap().chance_to_beat > 0.99 && ratio.arms[1].chance_to_win > 0.99,
        "{ratio:?}"
    );
}

#[test]
fn further_metrics_decide_nothing_and_are_adjusted() {
    let result = analysis(
        r#"{"arms":[{"impressions":20000,"successes":300},{"impressions":20000,"successes":310}],"metrics":[
            {"name":"replies","arms":[{"impressions":20000,"successes":300},{"impressions":20000,"successes":480}]},
            {"name":"saves","arms":[{"impressions":20000,"successes":90},{"impressions":20000,"successes":100}]}],
            "next_batch":{"policy":"thompson"}}"#,
    );
    assert_eq!((result.decision, result.metrics.len()), (Decision::Undecided, 2));
    let [replies, saves] = &result.metrics[..] else { panic!("two metrics") };
    assert!(replies.comparisons[0].decision_p < 0.05 && saves.comparisons[0].decision_p > 0.5);
    assert!((replies.comparisons[0].decision_p - 2.0 * replies.comparisons[0].sequence_p).abs() < 1e-15);
    assert!((result.next_batch.iter().sum::<f64>() - 1.0).abs() < 1e-9 && result.next_batch[1] > 0.5);
}

#[test]
fn a_summary_is_read_by_its_error_alone() {
    let result = analysis(r#"{"summary":{"difference":0.012,"variance":0.2,"n":10000}}"#);
    let comparison = &result.comparisons[0];
    let half = (comparison.sequence_interval[1] - comparison.sequence_interval[0]) / 2.0;
    assert!((half / 0.013_691_342_345_909_09 - 1.0).abs() < 1e-9, "{half}");
    assert_eq!(result.decision, Decision::Undecided);
    let one =
        analysis(r#"{"summary":{"difference":0.012,"standard_error":0.0044721359549995794,"n":10000},"looks":"one"}"#);
    assert_eq!(one.winner.as_deref(), Some("b"));
    assert!(AnalysisInput::parse(r#"{"summary":{"n":10},"arms":[]}"#).is_err());
}

/// Under the null hypothesis every p-value is uniform: a tenth below .1, half below .5, and so on.
#[test]
fn p_values_are_uniform_without_a_difference() {
    use crate::{
        hash::Seed,
        stats::{binomial_draw, gamma_draw, multinomial_draw},
    };
    let mut random = Seed(9).stream("uniform");
    let runs = 1_000;
    let mut found: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for _ in 0..runs {
        let mut arm = |variant: &str| ArmResult {
            variant: variant.into(),
            impressions: 4_000,
            successes: binomial_draw(4_000, 0.05, &mut random),
            ..ArmResult::default()
        };
        let totals = AnalysisInput { arms: vec![arm("a"), arm("b")], ..AnalysisInput::default() };
        found.entry("totals").or_default().push(analyze(&totals).unwrap().comparisons[0].p);
        let block = |block: u32, arms: Vec<ArmResult>| BlockResult { block: block.to_string(), results: arms };
        let blocks = (0..6).map(|number| block(number, vec![arm("a"), arm("b")])).collect();
        let blocks = AnalysisInput { blocks, ..AnalysisInput::default() };
        found.entry("blocks").or_default().push(analyze(&blocks).unwrap().comparisons[0].blocks.unwrap().p);
        // Negative binomial counts: a Poisson draw with a gamma mean, as the limit of many small chances.
        let mut count = || {
            let mean = 30.0 * gamma_draw(2.0, &mut random) / 2.0;
            binomial_draw(1_000_000, mean / 1e6, &mut random) as f64
        };
        let mut counted = |variant: &str| ArmResult {
            variant: variant.into(),
            counts: (0..20).map(|_| count()).collect(),
            ..ArmResult::default()
        };
        let arms = vec![counted("a"), counted("b")];
        let counts = AnalysisInput { arms, metric: MetricKind::Count, ..AnalysisInput::default() };
        found.entry("counts").or_default().push(analyze(&counts).unwrap().comparisons[0].p);
        let seen = multinomial_draw(12_000, &[1.0, 1.0, 1.0], &mut random);
        found.entry("sample ratio").or_default().push(sample_ratio(&seen, &[1.0; 3]).unwrap().p);
    }
    for (name, values) in found {
        for level in [0.05, 0.1, 0.25, 0.5, 0.75, 0.9] {
            let share = values.iter().filter(|p| **p < level).count() as f64 / f64::from(runs);
            let tolerance = 4.0 * (level * (1.0 - level) / f64::from(runs)).sqrt();
            assert!((share - level).abs() < tolerance, "{name}: {share} below {level}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn power_grows_with_size_and_effect(baseline in 0.001f64..0.4, lift in 0.05f64..1.0, n in 100.0f64..50_000.0) {
        for formula in ProportionFormula::ALL {
            let power = |lift: f64, n: f64| proportions_power_by(baseline, baseline * (1.0 + lift), n, 0.05, formula);
            proptest::prop_assert!(power(lift, n) <= power(lift, n * 1.3) + 1e-12);
            proptest::prop_assert!(power(lift, n) <= power(lift * 1.2, n) + 1e-12);
        }
        proptest::prop_assert!(t_test_power(lift, n / 100.0 + 2.0, 0.05) <= t_test_power(lift, n / 50.0 + 2.0, 0.05) + 1e-9);
        let size = proportions_needed(baseline, baseline * (1.0 + lift), 0.05, 0.8, ProportionFormula::Pooled);
        let smallest = minimum_detectable_lift(baseline, size, 0.05, 0.8, ProportionFormula::Pooled);
        proptest::prop_assert!((smallest.unwrap() / lift - 1.0).abs() < 1e-6);
    }
}
