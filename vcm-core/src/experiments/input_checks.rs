//! Reads and checks the input of a read-out; every wrong field is told at once. Next: [`super::analyze()`].

use serde_json::Value;

use super::{AnalysisInput, ArmResult, BlockResult, MetricKind, form::read_form};
use crate::error::{Result, Violation};

const OPERATION: &str = "analyze_experiment";

/// [`AnalysisInput::parse`].
pub(super) fn parse(json: &str) -> Result<AnalysisInput> {
    let mut input = read_form::<AnalysisInput>(OPERATION, json, |input, given| {
        let mut wrong = missing(given);
        let mut named = input.clone();
        name_arms(&mut named);
        wrong.extend(violations(&named));
        wrong
    })?;
    name_arms(&mut input);
    Ok(input)
}

/// An arm without any figure is a mistake, not an arm that was never shown.
fn missing(given: &Value) -> Vec<Violation> {
    let mut wrong = Vec::new();
    let list = |value: &Value, path: &str, wrong: &mut Vec<Violation>| {
        for (index, arm) in value.as_array().into_iter().flatten().enumerate() {
            let figures = ["impressions", "views", "n", "posts", "counts"];
            if arm.is_object() && figures.iter().all(|name| arm.get(name).is_none()) {
                wrong.push(Violation::new(
                    format!("{path}[{index}].impressions"),
                    "nothing",
                    "impressions and successes, posts or counts",
                ));
            }
        }
    };
    let both = |value: &Value, path: &str, wrong: &mut Vec<Violation>| {
        list(value.get("arms").unwrap_or(&Value::Null), &format!("{path}arms"), wrong);
        for (index, block) in value.get("blocks").and_then(Value::as_array).into_iter().flatten().enumerate() {
            for name in ["results", "arms"] {
                list(block.get(name).unwrap_or(&Value::Null), &format!("{path}blocks[{index}].{name}"), wrong);
            }
        }
    };
    both(given, "", &mut wrong);
    for (index, metric) in given.get("metrics").and_then(Value::as_array).into_iter().flatten().enumerate() {
        both(metric, &format!("metrics[{index}]."), &mut wrong);
    }
    wrong
}

/// Arms without a name get `a`, `b` … in order.
fn name_arms(input: &mut AnalysisInput) {
    let name = |arms: &mut Vec<ArmResult>| {
        for (index, arm) in arms.iter_mut().enumerate().filter(|(_, arm)| arm.variant.is_empty()) {
            arm.variant = char::from(b'a' + (index % 26) as u8).to_string();
        }
    };
    name(&mut input.arms);
    input.blocks.iter_mut().for_each(|block| name(&mut block.results));
    for metric in &mut input.metrics {
        name(&mut metric.arms);
        metric.blocks.iter_mut().for_each(|block| name(&mut block.results));
    }
}

/// Everything wrong with an input.
pub(super) fn violations(input: &AnalysisInput) -> Vec<Violation> {
    let mut wrong = Vec::new();
    let given = [!input.arms.is_empty(), !input.blocks.is_empty(), input.summary.is_some()];
    if given.iter().filter(|given| **given).count() != 1 {
        wrong.push(Violation::new(
            "arms",
            input.arms.len(),
            "results in `arms` or in `blocks`, or a `summary`: one of the three",
        ));
    }
    results(input.metric, &input.arms, &input.blocks, "", &mut wrong);
    for (index, metric) in input.metrics.iter().enumerate() {
        if metric.arms.is_empty() == metric.blocks.is_empty() {
            wrong.push(Violation::new(
                format!("metrics[{index}].arms"),
                metric.arms.len(),
                "results in `arms` or in `blocks`, one of the two",
            ));
        }
        results(metric.metric, &metric.arms, &metric.blocks, &format!("metrics[{index}]."), &mut wrong);
    }
    if input.summary.is_some()
        && !(input.metrics.is_empty() && input.planned_shares.is_empty() && input.next_batch.is_none())
    {
        wrong.push(Violation::new(
            "summary",
            "other fields",
            "no metrics, planned_shares or next_batch beside a summary",
        ));
    }
    if let Some(summary) = &input.summary {
        let spread = summary.standard_error.or(summary.variance);
        if summary.standard_error.is_some() == summary.variance.is_some()
            || !spread.is_some_and(|spread| spread > 0.0 && spread.is_finite())
        {
            wrong.push(Violation::new(
                "summary.standard_error",
                spread.unwrap_or_default(),
                "standard_error or variance, one of the two, above 0",
            ));
        }
        if !(summary.n >= 1.0 && summary.n.is_finite()) {
            wrong.push(Violation::new("summary.n", summary.n, "1 or more"));
        }
        if !summary.difference.is_finite() {
            wrong.push(Violation::new("summary.difference", summary.difference, "a number"));
        }
    }
    if !(input.alpha > 0.0 && input.alpha < 1.0) {
        wrong.push(Violation::new("alpha", input.alpha, "above 0 and below 1"));
    }
    let arms = variants(&input.arms, &input.blocks).len();
    let shares_bad = input.planned_shares.iter().any(|share| !share.is_finite() || *share <= 0.0);
    if !input.planned_shares.is_empty() && (shares_bad || input.planned_shares.len() != arms) {
        let found = format!("{:?}", input.planned_shares);
        wrong.push(Violation::new("planned_shares", found, "one number above 0 for each arm"));
    }
    if !input.planned_shares.is_empty() && input.metric != MetricKind::Rate {
        wrong.push(Violation::new("planned_shares", "shares", "shares only with the metric rate"));
    }
    if input.prior.is_some() && !input.history.is_empty() {
        wrong.push(Violation::new("history", input.history.len(), "prior or history, one of the two"));
    }
    if input.metric != MetricKind::Rate
        && (input.prior.is_some() || !input.history.is_empty() || input.next_batch.is_some())
    {
        wrong.push(Violation::new("metric", "count or ratio", "rate, because prior, history or next_batch is given"));
    }
    for (index, past) in input.history.iter().enumerate() {
        if !(past.impressions > 0.0
            && past.impressions.is_finite()
            && past.successes >= 0.0
            && past.successes <= past.impressions)
        {
            wrong.push(Violation::new(
                format!("history[{index}]"),
                past.successes,
                "impressions above 0, successes from 0 to impressions",
            ));
        }
    }
    let prior = input.prior.unwrap_or_default();
    let positive = [
        ("prior.alpha", prior.alpha),
        ("prior.beta", prior.beta),
        ("between_variants_sd", input.between_variants_sd),
        ("sequential_tuning", input.sequential_tuning),
    ];
    for (field, value) in positive {
        if !value.is_finite() || value <= 0.0 {
            wrong.push(Violation::new(field, value, "above 0"));
        }
    }
    if let Some(next) = &input.next_batch {
        if !(next.floor >= 0.0 && next.floor * arms as f64 <= 1.0) {
            wrong.push(Violation::new(
                "next_batch.floor",
                next.floor,
                "0 or more, and at most one over the number of arms",
            ));
        }
        if !(next.impressions > 0.0 && next.impressions.is_finite()) {
            wrong.push(Violation::new("next_batch.impressions", next.impressions, "above 0"));
        }
        if !(0.0..=1.0).contains(&next.epsilon) {
            wrong.push(Violation::new("next_batch.epsilon", next.epsilon, "0 to 1"));
        }
    }
    wrong
}

/// Names of the variants, in order of first appearance.
pub(super) fn variants(arms: &[ArmResult], blocks: &[BlockResult]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for arm in arms.iter().chain(blocks.iter().flat_map(|block| &block.results)) {
        if !names.contains(&arm.variant) {
            names.push(arm.variant.clone());
        }
    }
    names
}

fn results(metric: MetricKind, arms: &[ArmResult], blocks: &[BlockResult], prefix: &str, wrong: &mut Vec<Violation>) {
    let before = wrong.len();
    let lists = blocks
        .iter()
        .enumerate()
        .map(|(index, block)| (format!("{prefix}blocks[{index}].results"), &block.results[..]));
    for (path, list) in std::iter::once((format!("{prefix}arms"), arms)).chain(lists) {
        for (index, arm) in list.iter().enumerate() {
            result(metric, arm, !blocks.is_empty(), &format!("{path}[{index}]"), wrong);
            if list.iter().take(index).any(|other| other.variant == arm.variant) {
                wrong.push(Violation::new(format!("{path}[{index}].variant"), &arm.variant, "each variant once"));
            }
        }
    }
    let by_posts = arms.iter().filter(|arm| !arm.posts.is_empty()).count();
    if by_posts > 0 && by_posts < arms.len() {
        wrong.push(Violation::new(
            format!("{prefix}arms"),
            format!("posts in {by_posts} of {}", arms.len()),
            "posts in every arm or in none",
        ));
    }
    let count = variants(arms, blocks).len();
    if wrong.len() == before && !(arms.is_empty() && blocks.is_empty()) && !(2..=100).contains(&count) {
        wrong.push(Violation::new(format!("{prefix}arms"), count, "2 to 100 variants"));
    }
}

fn result(metric: MetricKind, arm: &ArmResult, in_block: bool, path: &str, wrong: &mut Vec<Violation>) {
    let totals = arm.impressions > 0 || arm.successes > 0;
    let (allowed, fits) = match metric {
        MetricKind::Rate => {
            ("impressions and successes, or posts", arm.counts.is_empty() && (!totals || arm.posts.is_empty()))
        }
        MetricKind::Count => ("counts, one a post", !totals && arm.posts.is_empty() && !arm.counts.is_empty()),
        MetricKind::Ratio => (
            "posts, each with a denominator and a numerator",
            !totals && arm.counts.is_empty() && !arm.posts.is_empty(),
        ),
    };
    if !fits {
        wrong.push(Violation::new(path, "other figures", allowed));
    }
    if arm.successes > arm.impressions {
        wrong.push(Violation::new(format!("{path}.successes"), arm.successes, "at most its impressions"));
    }
    for (index, post) in arm.posts.iter().enumerate() {
        let denominator = post.impressions.is_finite() && post.impressions > 0.0;
        let numerator = match metric {
            MetricKind::Rate => (0.0..=post.impressions).contains(&post.successes),
            // Blocks of ratios are compared by their logarithm.
            _ => post.successes.is_finite() && (!in_block || post.successes > 0.0),
        };
        if !denominator {
            wrong.push(Violation::new(format!("{path}.posts[{index}].impressions"), post.impressions, "above 0"));
        }
        if !numerator {
            let allowed =
                if metric == MetricKind::Rate { "from 0 to its impressions" } else { "a number, above 0 in blocks" };
            wrong.push(Violation::new(format!("{path}.posts[{index}].successes"), post.successes, allowed));
        }
    }
    for (index, count) in arm.counts.iter().enumerate() {
        if !(*count >= 0.0 && count.is_finite()) {
            wrong.push(Violation::new(format!("{path}.counts[{index}]"), count, "0 or more"));
        }
    }
}
