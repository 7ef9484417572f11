//! What the form of `vcm experiment plan` takes, answers and refuses.

use super::super::{SizeAnswer, SizeRequest, size};

fn answer(json: &str) -> SizeAnswer {
    size(&SizeRequest::parse(json).unwrap_or_else(|error| panic!("{json}: {error}"))).unwrap()
}

fn fields(json: &str) -> Vec<String> {
    let refused = SizeRequest::parse(json).and_then(|request| size(&request).map(|_| ()));
    refused.unwrap_err().violations().iter().map(|violation| violation.field.clone()).collect()
}

#[test]
fn a_question_is_known_by_its_fields() {
    for (json, method) in [
        (r#"{"baseline":0.05,"target":0.06}"#, "two proportions, unpooled variance"),
        (r#"{"baseline_rate":0.05,"lift":0.2,"method":"arcsine"}"#, "two proportions, arcsine (Cohen's h)"),
        (r#"{"test":"proportions","baseline_rate":0.05,"formula":"pooled"}"#, "two proportions, pooled variance"),
        (r#"{"effect":0.2}"#, "two-sample t-test, noncentral t"),
        (r#"{"method":"t_test","difference":2,"sd":10}"#, "two-sample t-test, noncentral t"),
        (r#"{"method":"anova","k":4,"f":0.1}"#, "one-way analysis of variance, noncentral F"),
        (r#"{"means":[1,1.2,0.8],"sd":1}"#, "one-way analysis of variance, noncentral F"),
        (r#"{"history":[12,3,45,8,0,22]}"#, "two mean counts, negative binomial"),
        (r#"{"generators":"a b c abc"}"#, "2^(4-1) fraction of resolution 4"),
        (r#"{"design":"fractional","factors":5,"fraction":2}"#, "2^(5-2) fraction of resolution 3"),
        (
            r#"{"design":"fractional_factorial","factors":["hook","body","cta","visual"],"resolution":4}"#,
            "2^(4-1) fraction of resolution 4",
        ),
        (r#"{"design":"full_factorial","factors":3}"#, "2^3 full factorial"),
        (r#"{"levels":[2,3]}"#, "2 x 3 full factorial"),
        (r#"{"design":"plackett_burman","factors":11}"#, "Plackett–Burman design of 12 runs"),
        (r#"{"design":"latin_square","variants":3}"#, "Latin square of 3 variants over 3 slot classes and 3 weeks"),
        (
            r#"{"design":"switchback","variants":["old","new"],"periods":8,"washout_hours":4}"#,
            "switchback of 8 periods in blocks of 2",
        ),
        (r#"{"variants":2,"blocks":6}"#, "6 blocks of 2 matched slots"),
        (r#"{"variants":2,"slots":4,"weeks":4,"test":"choose"}"#, "latin_square"),
        (r#"{"variants":2,"whole_account":true}"#, "switchback"),
    ] {
        assert_eq!(answer(json).method, method, "{json}");
    }
}

#[test]
fn what_is_planned_is_judged() {
    let given = answer(r#"{"baseline":0.05,"lift":0.2,"n":5000}"#);
    assert_eq!(given.decidable, Some(false));
    assert!(given.expected_power.unwrap() < 0.8 && given.minimum_detectable_lift.unwrap() > 0.2);
    let exact = answer(r#"{"baseline":0.05,"lift":0.2,"n":8154.986043988711,"method":"unpooled"}"#);
    assert!(
        (exact.expected_power.unwrap() - 0.8).abs() < 1e-6
            && (exact.minimum_detectable_lift.unwrap() - 0.2).abs() < 1e-6
    );
    let t = answer(r#"{"effect":0.2,"n":393.4056930002526}"#);
    assert!(
        (t.expected_power.unwrap() - 0.8).abs() < 1e-6 && (t.minimum_detectable_effect.unwrap() - 0.2).abs() < 1e-6
    );
    let anova = answer(r#"{"effect":0.1,"groups":4,"total":1094.1715747197604}"#);
    assert!(
        (anova.expected_power.unwrap() - 0.8).abs() < 1e-6
            && (anova.minimum_detectable_effect.unwrap() - 0.1).abs() < 1e-6
    );
    let counts = answer(r#"{"mean":20,"dispersion":0.5,"lift":0.5,"posts":30}"#);
    assert!(counts.decidable == Some(false) && counts.minimum_detectable_lift.unwrap() > 0.5);
}

#[test]
fn several_arms_are_corrected_by_name() {
    let four = answer(r#"{"baseline":0.05,"lift":0.2,"arms":4}"#);
    let by = &four.by_correction;
    assert!(by["bonferroni"] > by["none"] && (by["holm"] - by["bonferroni"]).abs() < 1e-9);
    assert!((four.needed_per_arm.unwrap() - by["bonferroni"]).abs() < 1e-9);
    let free = answer(r#"{"baseline":0.05,"lift":0.2,"arms":4,"correction":"none"}"#);
    assert!((free.needed_per_arm.unwrap() - by["none"]).abs() < 1e-9);
    // Twice as strict per comparison is a third of the level, so the whole plan is more than twice two arms.
    assert!(four.needed_total.unwrap() > 2.0 * answer(r#"{"baseline":0.05,"lift":0.2}"#).needed_total.unwrap());
}

#[test]
fn every_wrong_field_is_told_at_once() {
    assert_eq!(
        fields(r#"{"baseline":2,"lift":"x","alpha":0,"power":1,"arms":1,"weeks":3,"typo":1}"#),
        ["lift", "typo", "weeks", "baseline", "alpha", "power", "arms"]
    );
    assert_eq!(fields(r#"{"baseline_rate":0,"target":1.5}"#), ["target", "baseline_rate"]);
    assert_eq!(fields(r#"{"baseline":0.1,"lift":0.1,"target":0.2}"#), ["target"]);
    assert_eq!(fields("{}"), ["test"]);
    assert_eq!(fields(r#"{"test":"anova","effect":0.1,"method":"pooled"}"#), ["method", "groups"]);
    assert_eq!(fields(r#"{"test":"lattice","baseline":0.1}"#), ["test"]);
    assert_eq!(fields(r#"{"design":"latin_square","variants":["a","a"],"weeks":3}"#), ["variants[1]"]);
    assert_eq!(fields(r#"{"baseline":0.1,"posts":10}"#), ["impressions_per_post"]);
    assert_eq!(fields(r#"{"effect":0}"#), ["effect"]);
    assert_eq!(fields(r#"{"design":"fractional","factors":4,"generators":["d=abc"],"fraction":1}"#), ["generators"]);
    assert_eq!(fields("not json").len(), 1);
}

#[test]
fn layouts_repeat_with_their_seed() {
    let ask = |seed: u64| answer(&format!(r#"{{"design":"latin_square","variants":4,"seed":{seed}}}"#)).layout.unwrap();
    assert_eq!(ask(1), ask(1));
    assert_ne!(ask(1).squares, ask(2).squares);
    let runs = |seed: u64| answer(&format!(r#"{{"factors":4,"seed":{seed}}}"#)).design.unwrap().run_order;
    assert_ne!(runs(1), runs(2));
}
