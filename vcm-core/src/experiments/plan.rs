//! Plans an experiment before it runs: what it can find, what it would need, and whether it may be called a test at all.
//! Next: [`super::analyze`].

use std::collections::BTreeMap;

use super::{
    Arm, Block, Experiment, PowerStatement, ProportionFormula, design_effect, minimum_detectable_lift,
    proportions_needed,
};
use crate::{
    brief::{ExperimentPlan, Factor},
    copy::Copy,
    error::{Error, Result, Violation},
    platform::Platform,
};

pub(super) const ALPHA: f64 = 0.05;
pub(super) const POWER: f64 = 0.8;
/// Relative spread between posts of like kind assumed in notes: that between variants of published headline tests.
const POST_SD: f64 = 0.238;

/// Plans the experiment of a brief on one platform. `copies` are all copies of the campaign: angles with two or more variants on
/// the platform become blocks. `posts` is how many posts the cadence leaves ([`crate::schedule::places`]). Where the impressions
/// expected cannot decide, `decidable` is false and the first note says why and what would be needed.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field of the plan.
pub fn plan(plan: &ExperimentPlan, platform: Platform, copies: &[Copy], posts: usize) -> Result<Experiment> {
    check(plan)?;
    let mut angles: Vec<(&str, Vec<&Copy>)> = Vec::new();
    for copy in copies.iter().filter(|copy| copy.platform == platform) {
        match angles.iter_mut().find(|(angle, _)| *angle == copy.angle) {
            Some((_, variants)) => variants.push(copy),
            None => angles.push((&copy.angle, vec![copy])),
        }
    }
    let arms_count = angles.iter().map(|(_, variants)| variants.len()).max().unwrap_or(0);
    angles.retain(|(_, variants)| variants.len() == arms_count && arms_count >= 2);
    let room = posts / arms_count.max(1);
    let available = angles.len();
    angles.truncate(room);
    let comparisons = arms_count.saturating_sub(1).max(1) as f64;
    let lifted = plan.baseline_rate * (1.0 + plan.relative_lift);
    let alpha = ALPHA / comparisons;
    let needed = proportions_needed(plan.baseline_rate, lifted, alpha, POWER, ProportionFormula::Unpooled);
    let expected = angles.len() as f64 * f64::from(plan.impressions_per_post);
    let find =
        |per_arm: f64| minimum_detectable_lift(plan.baseline_rate, per_arm, alpha, POWER, ProportionFormula::Unpooled);
    let mut reasons = undecidable(plan, arms_count, angles.len(), needed, expected);
    let decidable = reasons.is_empty();
    let mut notes = Vec::new();
    if !decidable {
        reasons.insert(0, "Not decidable: it is not run as a test.".to_owned());
        notes.push(reasons.join(" "));
    }
    if available > angles.len() && arms_count >= 2 {
        notes.push(format!("The cadence leaves room for {} of {available} blocks.", angles.len()));
    }
    if arms_count > 2 {
        notes.push(format!("{arms_count} arms: level {alpha:.4} for each comparison with the first arm (Bonferroni); the read-out uses Holm."));
    }
    let effect = design_effect(plan.baseline_rate, f64::from(plan.impressions_per_post), POST_SD);
    if plan.impressions_per_post > 0 && expected > 0.0 {
        let clustered = (needed * effect / f64::from(plan.impressions_per_post)).ceil();
        notes.push(format!(
            "Impressions of one post share its luck. If like posts differ by ±{:.0} % in their rate, the design effect is {effect:.1} and it \
             takes {clustered:.0} posts in each arm: the read-out therefore tests over matched blocks, not over impressions.",
            POST_SD * 100.0
        ));
    }
    notes.push(
        "Members of a block go out in slots of like strength on different days, in an order drawn with the seed."
            .to_owned(),
    );
    Ok(Experiment {
        key: format!("experiment-{platform}"),
        platform,
        hypothesis: hypothesis(plan),
        metric: plan.metric.clone(),
        factors: plan.factors.clone(),
        arms: arms(plan, &angles, arms_count),
        blocks: angles
            .iter()
            .map(|(angle, variants)| Block {
                angle: (*angle).to_owned(),
                copies: variants.iter().map(|copy| copy.key.clone()).collect(),
            })
            .collect(),
        power: PowerStatement {
            method: format!(
                "{} ({})",
                ProportionFormula::Unpooled.as_str(),
                if comparisons > 1.0 { "Bonferroni" } else { "one comparison" }
            ),
            alpha: ALPHA,
            power: POWER,
            baseline_rate: plan.baseline_rate,
            relative_lift: plan.relative_lift,
            needed_per_arm: needed,
            expected_per_arm: expected,
            // What cannot be found at any lift is capped at the lift to a share of one.
            minimum_detectable_lift: find(expected.max(1.0)).unwrap_or(1.0 / plan.baseline_rate - 1.0),
        },
        decidable,
        notes,
    })
}

fn check(plan: &ExperimentPlan) -> Result<()> {
    let mut wrong = Vec::new();
    if !(plan.baseline_rate > 0.0 && plan.baseline_rate < 1.0) {
        wrong.push(Violation::new("experiment.baseline_rate", plan.baseline_rate, "above 0 and below 1"));
    }
    if !(plan.relative_lift > 0.0 && plan.baseline_rate * (1.0 + plan.relative_lift) < 1.0) {
        wrong.push(Violation::new(
            "experiment.relative_lift",
            plan.relative_lift,
            "above 0, with a lifted rate below 1",
        ));
    }
    if plan.factors.is_empty() || plan.factors.len() > 3 {
        wrong.push(Violation::new("experiment.factors", plan.factors.len(), "1 to 3 factors"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::invalid_input("plan_experiment", wrong)) }
}

fn undecidable(plan: &ExperimentPlan, arms: usize, blocks: usize, needed: f64, expected: f64) -> Vec<String> {
    let mut reasons = Vec::new();
    if arms < 2 {
        reasons.push("There is no angle with two variants on this platform.".to_owned());
    } else if blocks < 2 {
        reasons.push(format!(
            "A paired read-out needs at least 2 blocks of {arms} posts; the cadence and the copies leave {blocks}. Raise posts_per_week or the number of angles."
        ));
    } else if expected < needed {
        let per_post = f64::from(plan.impressions_per_post.max(1));
        reasons.push(format!(
            "Finding a lift of {:.0} % over {:.2} % needs {:.0} impressions in each arm and {expected:.0} are expected: it would take {:.0} posts in each arm \
             instead of {blocks}, or a larger lift to look for.",
            plan.relative_lift * 100.0,
            plan.baseline_rate * 100.0,
            needed.ceil(),
            (needed / per_post).ceil(),
        ));
    }
    reasons
}

fn hypothesis(plan: &ExperimentPlan) -> String {
    let names: Vec<&str> = plan.factors.iter().map(|factor| factor_name(*factor)).collect();
    let what = match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    };
    format!("Changing {what} alone changes {} by {:.0} % or more.", plan.metric, plan.relative_lift * 100.0)
}

fn factor_name(factor: Factor) -> &'static str {
    match factor {
        Factor::Hook => "the hook",
        Factor::Body => "the body",
        Factor::Cta => "the call to action",
        Factor::Visual => "the visual",
    }
}

/// Arms by variant; a level that differs from block to block is called so.
fn arms(plan: &ExperimentPlan, angles: &[(&str, Vec<&Copy>)], count: usize) -> Vec<Arm> {
    (0..count)
        .map(|index| {
            let copies: Vec<&&Copy> = angles.iter().filter_map(|(_, variants)| variants.get(index)).collect();
            let levels: BTreeMap<Factor, String> = plan
                .factors
                .iter()
                .filter_map(|factor| {
                    let mut seen = copies.iter().filter_map(|copy| copy.factors.get(factor));
                    let first = seen.next()?;
                    let level =
                        if seen.all(|level| level == first) { first.clone() } else { "differs by angle".to_owned() };
                    Some((*factor, level))
                })
                .collect();
            let fallback = || char::from(b'a' + (index % 26) as u8).to_string();
            Arm { variant: copies.first().map_or_else(fallback, |copy| copy.variant.clone()), levels }
        })
        .collect()
}
