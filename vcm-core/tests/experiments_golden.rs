//! The experiments engine gives the numbers of statsmodels, scipy and pyDOE3 (`benches/peers/experiments_golden.py` made the file).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use serde_json::Value;
use vcm_core::{
    experiments::{
        AnalysisInput, AnalysisResult, BetaPrior, Correction, ProportionFormula, SizeRequest, adjust_p, analyze,
        anova_needed, false_discovery_p, fractional_factorial, full_levels, generators_of_columns, plackett_burman,
        proportions_needed, sample_ratio, sequence_half_width, sequence_p, size, standings, t_test_needed,
    },
    stats::{beta_regularized, noncentral_f_upper_tail, student_t_quantile},
};

fn cases(table: &str) -> Vec<Value> {
    let golden: Value = serde_json::from_str(include_str!("golden/experiments.json")).unwrap();
    golden[table].as_array().unwrap().clone()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("not a number: {value}"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// The bar: one part in a million.
#[track_caller]
fn same(ours: f64, golden: &Value) {
    let golden = number(golden);
    assert!((ours - golden).abs() <= 1e-6 * golden.abs(), "ours {ours}, golden {golden}");
}

fn rows(table: &[Vec<i8>]) -> Vec<Vec<i64>> {
    let mut rows: Vec<Vec<i64>> = table.iter().map(|row| row.iter().map(|cell| i64::from(*cell)).collect()).collect();
    rows.sort();
    rows
}

fn golden_rows(value: &Value) -> Vec<Vec<i64>> {
    value.as_array().unwrap().iter().map(|row| numbers(row).into_iter().map(|cell| cell as i64).collect()).collect()
}

#[test]
fn sizes_by_every_formula() {
    for case in cases("sizes") {
        let [first, second, alpha, power] = ["first", "second", "alpha", "power"].map(|name| number(&case[name]));
        for (name, formula) in [
            ("arcsine", ProportionFormula::Arcsine),
            ("unpooled", ProportionFormula::Unpooled),
            ("pooled", ProportionFormula::Pooled),
        ] {
            same(proportions_needed(first, second, alpha, power, formula), &case[name]);
            let form = format!(
                r#"{{"baseline":{first},"target":{second},"alpha":{alpha},"power":{power},"method":"{name}"}}"#
            );
            let answer = size(&SizeRequest::parse(&form).unwrap()).unwrap();
            same(answer.needed_per_arm.unwrap(), &case[name]);
            same(answer.by_formula[name], &case[name]);
        }
    }
    for case in cases("t_sizes") {
        let [effect, alpha, power] = ["effect", "alpha", "power"].map(|name| number(&case[name]));
        same(t_test_needed(effect, alpha, power), &case["needed"]);
    }
    for case in cases("anova_sizes") {
        let [effect, alpha, power] = ["effect", "alpha", "power"].map(|name| number(&case[name]));
        same(anova_needed(number(&case["groups"]) as u32, effect, alpha, power), &case["needed"]);
    }
}

#[test]
fn sequences() {
    for case in cases("sequences") {
        let [variance, n, alpha, tuning, difference] =
            ["variance", "n", "alpha", "tuning", "difference"].map(|name| number(&case[name]));
        same(sequence_half_width(variance, n, alpha, tuning), &case["half_width"]);
        same(sequence_p(difference, (variance / n).sqrt(), n, alpha, tuning), &case["p"]);
    }
}

#[test]
fn sample_ratios() {
    for case in cases("sample_ratios") {
        let seen: Vec<u64> = numbers(&case["seen"]).into_iter().map(|count| count as u64).collect();
        let ratio = sample_ratio(&seen, &numbers(&case["shares"])).unwrap();
        same(ratio.chi_square, &case["chi_square"]);
        same(ratio.p, &case["p"]);
    }
}

#[test]
fn chances_to_win() {
    for case in cases("chances") {
        let arms: Vec<BetaPrior> = case["arms"]
            .as_array()
            .unwrap()
            .iter()
            .map(numbers)
            .map(|pair| BetaPrior { alpha: pair[0], beta: pair[1] })
            .collect();
        let last = standings(&arms).pop().unwrap();
        same(last.chance_to_win, &case["chance"]);
        same(last.expected_loss, &case["loss"]);
    }
}

fn read(json: &str) -> AnalysisResult {
    analyze(&AnalysisInput::parse(json).unwrap()).unwrap()
}

#[test]
fn two_arms() {
    for case in cases("two_arms") {
        let [control, arm] = ["control", "arm"].map(|name| numbers(&case[name]));
        let result = read(&format!(
            r#"{{"arms":[{{"impressions":{},"clicks":{}}},{{"impressions":{},"clicks":{}}}]}}"#,
            control[0], control[1], arm[0], arm[1]
        ));
        let comparison = &result.comparisons[0];
        same(comparison.z, &case["z"]);
        same(comparison.p, &case["p"]);
        let posterior = comparison.posterior.unwrap();
        same(posterior.mean, &case["lift"]);
        same(posterior.sd, &case["lift_sd"]);
        same(posterior.chance_to_beat, &case["chance_to_beat"]);
        same(posterior.expected_loss, &case["expected_loss"]);
        posterior
            .interval
            .into_iter()
            .zip(case["lift_interval"].as_array().unwrap())
            .for_each(|(ours, golden)| same(ours, golden));
    }
}

#[test]
fn counts() {
    for case in cases("counts") {
        let result = read(&format!(
            r#"{{"metric":"count","arms":[{{"counts":{}}},{{"counts":{}}}]}}"#,
            case["control"], case["arm"]
        ));
        let comparison = &result.comparisons[0];
        same(comparison.z, &case["t"]);
        same(comparison.p, &case["p"]);
        same(comparison.dispersion.unwrap(), &case["dispersion"]);
        same(comparison.lift.unwrap().ln_1p(), &case["log_ratio"]);
    }
}

#[test]
fn posts() {
    for case in cases("posts") {
        let list = |name: &str| -> Vec<Value> {
            case[name]
                .as_array()
                .unwrap()
                .iter()
                .map(|pair| serde_json::json!({"impressions": pair[0], "successes": pair[1]}))
                .collect()
        };
        let input = serde_json::json!({"arms": [{"posts": list("control")}, {"posts": list("arm")}]});
        let comparison = &read(&input.to_string()).comparisons[0];
        same(comparison.difference, &case["difference"]);
        same(comparison.z, &case["t"]);
        same(comparison.p, &case["p"]);
    }
}

#[test]
fn matched_blocks() {
    for case in cases("paired") {
        let blocks: Vec<Value> = case["blocks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|block| {
                let arm =
                    |index: usize| serde_json::json!({"impressions": block[index][0], "successes": block[index][1]});
                serde_json::json!({"results": [arm(0), arm(1)]})
            })
            .collect();
        let test = read(&serde_json::json!({"blocks": blocks}).to_string()).comparisons[0].blocks.unwrap();
        same(test.t, &case["t"]);
        same(test.p, &case["p"]);
        same(test.lift, &case["lift"]);
        same(test.interval[0], &case["interval"][0]);
        same(test.interval[1], &case["interval"][1]);
    }
}

#[test]
fn adjustments() {
    for case in cases("adjustments") {
        let p = numbers(&case["p"]);
        for (name, ours) in [
            ("bonferroni", adjust_p(&p, Correction::Bonferroni)),
            ("holm", adjust_p(&p, Correction::Holm)),
            ("fdr_bh", false_discovery_p(&p)),
        ] {
            ours.into_iter().zip(case[name].as_array().unwrap()).for_each(|(ours, golden)| same(ours, golden));
        }
    }
}

#[test]
fn designs() {
    let golden: Value = serde_json::from_str(include_str!("golden/experiments.json")).unwrap();
    let designs = &golden["designs"];
    for case in designs["fractions"].as_array().unwrap() {
        let (factors, generators) = generators_of_columns(case["text"].as_str().unwrap()).unwrap();
        let generators: Vec<&str> = generators.iter().map(String::as_str).collect();
        let design = fractional_factorial(factors, &generators).unwrap();
        assert_eq!(rows(&design.runs), golden_rows(&case["rows"]), "{}", case["text"]);
    }
    for case in designs["plackett_burman"].as_array().unwrap() {
        let design = plackett_burman(number(&case["factors"]) as usize).unwrap();
        assert_eq!(design.runs.len(), number(&case["runs"]) as usize);
    }
    for case in designs["full"].as_array().unwrap() {
        let levels: Vec<usize> = numbers(&case["levels"]).into_iter().map(|count| count as usize).collect();
        assert_eq!(rows(&full_levels(&levels).unwrap().runs), golden_rows(&case["rows"]));
    }
}

#[test]
fn tails() {
    for case in cases("distributions") {
        let at = numbers(&case["at"]);
        let ours = match case["of"].as_str().unwrap() {
            "beta" => beta_regularized(at[0], at[1], at[2]),
            "t" => student_t_quantile(at[0], at[1]),
            _ => noncentral_f_upper_tail(at[0], at[1], at[2], at[3]),
        };
        same(ours, &case["is"]);
    }
}
