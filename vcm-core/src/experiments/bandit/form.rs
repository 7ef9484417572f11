//! Reads and checks a simulation request; every wrong field is told at once. Next: [`super::simulate()`].

use super::{super::form::read_form, SimulationRequest};
use crate::error::{Result, Violation};

/// More steps than this (runs x batches x arms x policies) would take minutes.
const MOST_STEPS: f64 = 1e7;

pub(super) fn parse(json: &str) -> Result<SimulationRequest> {
    read_form("simulate_experiment", json, |request, _| violations(request))
}

/// Everything wrong with a request.
pub(super) fn violations(request: &SimulationRequest) -> Vec<Violation> {
    let mut wrong = Vec::new();
    if request.impressions == 0 || request.impressions > 10_000_000_000 {
        wrong.push(Violation::new("impressions", request.impressions, "1 to 10,000,000,000"));
    }
    if request.batches.is_some() && request.batch.is_some() {
        wrong.push(Violation::new("batch", request.batch.unwrap_or_default(), "batch or batches, one of the two"));
    }
    for (field, value) in [("batches", request.batches), ("batch", request.batch)] {
        if let Some(value) = value.filter(|value| *value == 0 || *value > request.impressions) {
            wrong.push(Violation::new(field, value, "1 to impressions"));
        }
    }
    let drawn = request.rates.is_empty() && request.tests.is_empty();
    if !request.rates.is_empty() && !request.tests.is_empty() {
        wrong.push(Violation::new("tests", request.tests.len(), "rates or tests, one of the two"));
    }
    if let Some(arms) = request.arms {
        let fits = if drawn { (2..=100).contains(&arms) } else { request.rates.len() == arms };
        if !fits {
            let allowed = if drawn { "2 to 100" } else { "as many as there are rates; not with tests" };
            wrong.push(Violation::new("arms", arms, allowed));
        }
    }
    let lists = request.tests.iter().enumerate().map(|(index, test)| (format!("tests[{index}]"), test));
    let rates = (!request.rates.is_empty()).then(|| ("rates".to_owned(), &request.rates));
    for (path, list) in rates.into_iter().chain(lists) {
        if !(2..=100).contains(&list.len()) {
            wrong.push(Violation::new(&path, list.len(), "2 to 100 rates"));
        }
        for (index, rate) in list.iter().enumerate().filter(|(_, rate)| !(0.0..=1.0).contains(*rate)) {
            wrong.push(Violation::new(format!("{path}[{index}]"), rate, "0 to 1"));
        }
    }
    let inside = |value: f64| value > 0.0 && value < 1.0;
    if let Some(rate) = request.base_rate.filter(|rate| !inside(*rate)) {
        wrong.push(Violation::new("base_rate", rate, "above 0 and below 1"));
    } else if wrong.is_empty() && !inside(request.middle()) {
        wrong.push(Violation::new("base_rate", request.middle(), "given, because the rates are all 0 or all 1"));
    }
    if let Some(sd) = request.between_arms_sd.filter(|sd| !(*sd > 0.0 && *sd <= 3.0)) {
        wrong.push(Violation::new("between_arms_sd", sd, "above 0 and at most 3"));
    }
    if let Some(prior) = request.prior {
        for (field, value) in [("prior.alpha", prior.alpha), ("prior.beta", prior.beta)] {
            if !(value > 0.0 && value.is_finite()) {
                wrong.push(Violation::new(field, value, "above 0"));
            }
        }
    }
    if request.policies.is_empty() {
        wrong.push(Violation::new("policies", "none", "one or more policies"));
    }
    for (index, policy) in request.policies.iter().enumerate() {
        if request.policies.iter().take(index).any(|other| other == policy) {
            wrong.push(Violation::new(format!("policies[{index}]"), policy.as_str(), "each policy once"));
        }
    }
    for (field, value) in [("epsilon", request.epsilon), ("explore_share", request.explore_share)] {
        if !(0.0..=1.0).contains(&value) {
            wrong.push(Violation::new(field, value, "0 to 1"));
        }
    }
    let arms = request.most_arms();
    if !(request.floor >= 0.0 && request.floor * arms as f64 <= 1.0) {
        wrong.push(Violation::new("floor", request.floor, "0 or more, and at most one over the number of arms"));
    }
    if !(2..=1_000_000).contains(&request.runs) {
        wrong.push(Violation::new("runs", request.runs, "2 to 1,000,000"));
    }
    if wrong.is_empty() {
        let batches = request.impressions.div_ceil(request.batch_size());
        let steps = f64::from(request.runs) * batches as f64 * arms as f64 * request.policies.len() as f64;
        if steps > MOST_STEPS {
            let found = format!("{steps:.0} steps of runs x batches x arms x policies");
            wrong.push(Violation::new("runs", found, format!("at most {MOST_STEPS:.0} steps")));
        }
    }
    wrong
}
