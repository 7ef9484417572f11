//! Plans an experiment before it runs: what it can find, what it would need, and whether it may be called a test at all.
//! Next: [`super::analyze`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Arm, Block, Design, Experiment, PowerStatement, ProportionFormula, anova_needed, design_effect,
    fractional_factorial, minimum_detectable_lift, proportions_needed, proportions_power, t_test_needed,
};
use crate::{
    brief::{ExperimentPlan, Factor},
    copy::Copy,
    error::{Error, Result, Violation},
    platform::Platform,
};

const ALPHA: f64 = 0.05;
const POWER: f64 = 0.8;
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

/// A size question without a campaign: `vcm experiment plan`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, tag = "test", rename_all = "snake_case")]
pub enum SizeRequest {
    /// Two or more arms compared by a rate.
    Proportions {
        /// Rate today, above 0 and below 1.
        baseline_rate: f64,
        /// Smallest relative lift worth finding. Default 0.2.
        #[serde(default = "default_lift")]
        relative_lift: f64,
        /// Level, two-sided. Default 0.05.
        #[serde(default = "default_alpha")]
        alpha: f64,
        /// Power. Default 0.8.
        #[serde(default = "default_power")]
        power: f64,
        /// The formula. Default `unpooled`.
        #[serde(default)]
        formula: ProportionFormula,
        /// Arms, the control included, 2 to 26. Default 2. More than two are corrected by Bonferroni.
        #[serde(default = "default_arms")]
        arms: u32,
        /// Impressions of one post, if posts are planned.
        #[serde(default)]
        impressions_per_post: Option<f64>,
        /// Posts planned in all.
        #[serde(default)]
        posts: Option<u32>,
        /// Relative standard deviation of the rate between like posts; with it the sizes count clustering.
        #[serde(default)]
        post_sd: Option<f64>,
    },
    /// Two groups compared by a mean.
    TTest {
        /// Cohen's d.
        effect: f64,
        /// Level, two-sided. Default 0.05.
        #[serde(default = "default_alpha")]
        alpha: f64,
        /// Power. Default 0.8.
        #[serde(default = "default_power")]
        power: f64,
    },
    /// Several groups compared by a mean.
    Anova {
        /// Groups, 2 or more.
        groups: u32,
        /// Cohen's f.
        effect: f64,
        /// Level. Default 0.05.
        #[serde(default = "default_alpha")]
        alpha: f64,
        /// Power. Default 0.8.
        #[serde(default = "default_power")]
        power: f64,
    },
    /// A two-level design.
    Factorial {
        /// Factors, 1 to 10.
        factors: usize,
        /// Generators such as `d=abc`; none for a full factorial.
        #[serde(default)]
        generators: Vec<String>,
    },
}

/// The answer to a [`SizeRequest`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SizeAnswer {
    /// The formula or design, by name.
    pub method: String,
    /// Observations needed in each arm (t-test: each group), not rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_per_arm: Option<f64>,
    /// Observations needed in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed_total: Option<f64>,
    /// The same by every formula, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_formula: BTreeMap<String, f64>,
    /// Design effect of clustering by post that the sizes include.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub design_effect: Option<f64>,
    /// Impressions expected in each arm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_per_arm: Option<f64>,
    /// Power with the impressions expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_power: Option<f64>,
    /// Smallest relative lift that the impressions expected can find.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum_detectable_lift: Option<f64>,
    /// Whether the posts planned can decide; absent when none are planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decidable: Option<bool>,
    /// The design, for factorial requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub design: Option<Design>,
    /// In words.
    pub why: Vec<String>,
}

impl SizeRequest {
    /// Reads a request from JSON; an unknown field is an error with its path.
    pub fn parse(json: &str) -> Result<Self> {
        let mut reader = serde_json::Deserializer::from_str(json);
        serde_path_to_error::deserialize(&mut reader).map_err(|error| {
            let path = error.path().to_string();
            Error::invalid_field(
                "parse_size_request",
                path,
                error.inner(),
                "test = proportions, t_test, anova or factorial with its fields",
            )
        })
    }
}

/// Answers a size question.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn size(request: &SizeRequest) -> Result<SizeAnswer> {
    check_size(request)?;
    match request {
        SizeRequest::Proportions { .. } => Ok(proportions(request)),
        SizeRequest::TTest { effect, alpha, power } => {
            let needed = t_test_needed(*effect, *alpha, *power);
            Ok(SizeAnswer {
                method: "two-sample t-test, noncentral t".into(),
                needed_per_arm: Some(needed),
                needed_total: Some(2.0 * needed),
                ..SizeAnswer::default()
            })
        }
        SizeRequest::Anova { groups, effect, alpha, power } => {
            let needed = anova_needed(*groups, *effect, *alpha, *power);
            Ok(SizeAnswer {
                method: "one-way analysis of variance, noncentral F".into(),
                needed_per_arm: Some(needed / f64::from((*groups).max(1))),
                needed_total: Some(needed),
                ..SizeAnswer::default()
            })
        }
        SizeRequest::Factorial { factors, generators } => {
            let generators: Vec<&str> = generators.iter().map(String::as_str).collect();
            let design = fractional_factorial(*factors, &generators)?;
            let method = match design.resolution {
                Some(resolution) => format!("2^({factors}-{}) fraction of resolution {resolution}", generators.len()),
                None => format!("2^{factors} full factorial"),
            };
            let why = match design.resolution {
                Some(resolution @ ..=3) => vec![format!("Resolution {resolution}: main effects cannot be told from two-factor interactions.")],
                Some(4) => vec!["Resolution 4: main effects are clear of two-factor interactions, which share columns with each other.".into()],
                Some(_) => vec!["Main effects and two-factor interactions are clear of each other.".into()],
                None => Vec::new(),
            };
            Ok(SizeAnswer { method, design: Some(design), why, ..SizeAnswer::default() })
        }
    }
}

fn check_size(request: &SizeRequest) -> Result<()> {
    let mut wrong = Vec::new();
    let mut open = |field: &str, value: f64| {
        if !(value > 0.0 && value < 1.0) {
            wrong.push(Violation::new(field, value, "above 0 and below 1"));
        }
    };
    let effects = match request {
        SizeRequest::Proportions { baseline_rate, relative_lift, alpha, power, .. } => {
            open("baseline_rate", *baseline_rate);
            open("alpha", *alpha);
            open("power", *power);
            open("baseline_rate * (1 + relative_lift)", baseline_rate * (1.0 + relative_lift));
            *relative_lift
        }
        SizeRequest::TTest { effect, alpha, power } | SizeRequest::Anova { effect, alpha, power, .. } => {
            open("alpha", *alpha);
            open("power", *power);
            *effect
        }
        SizeRequest::Factorial { .. } => 1.0,
    };
    if !effects.is_finite() || effects.abs() < 1e-4 {
        wrong.push(Violation::new("effect", effects, "0.0001 or more in size"));
    }
    match request {
        SizeRequest::Proportions { arms, impressions_per_post, post_sd, .. } => {
            if !(2..=26).contains(arms) {
                wrong.push(Violation::new("arms", arms, "2 to 26"));
            }
            for (field, value) in [("impressions_per_post", impressions_per_post), ("post_sd", post_sd)] {
                if value.is_some_and(|value| !value.is_finite() || value <= 0.0) {
                    wrong.push(Violation::new(field, value.unwrap_or_default(), "above 0"));
                }
            }
            if post_sd.is_some() && impressions_per_post.is_none() {
                wrong.push(Violation::new("impressions_per_post", "nothing", "a number, because post_sd is given"));
            }
        }
        SizeRequest::Anova { groups, .. } if *groups < 2 => wrong.push(Violation::new("groups", groups, "2 or more")),
        _ => {}
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::invalid_input("plan_experiment", wrong)) }
}

fn proportions(request: &SizeRequest) -> SizeAnswer {
    let SizeRequest::Proportions {
        baseline_rate,
        relative_lift,
        alpha,
        power,
        formula,
        arms,
        impressions_per_post,
        posts,
        post_sd,
    } = request
    else {
        return SizeAnswer::default();
    };
    let lifted = baseline_rate * (1.0 + relative_lift);
    let level = alpha / f64::from(arms - 1);
    let effect = post_sd.zip(*impressions_per_post).map(|(sd, each)| design_effect(*baseline_rate, each, sd));
    let inflate = effect.unwrap_or(1.0);
    let by = |formula| proportions_needed(*baseline_rate, lifted, level, *power, formula) * inflate;
    let needed = by(*formula);
    let blocks = posts.map(|posts| posts / arms);
    let expected = blocks.zip(*impressions_per_post).map(|(blocks, each)| f64::from(blocks) * each);
    let decidable = expected.map(|expected| expected >= needed && blocks >= Some(2));
    let mut why = Vec::new();
    if *arms > 2 {
        why.push(format!("{} comparisons with the control: level {level:.5} for each (Bonferroni).", arms - 1));
    }
    if let Some(effect) = effect {
        why.push(format!("Sizes are multiplied by {effect:.2}: impressions of one post share its luck."));
    }
    if let (Some(false), Some(expected), Some(each)) = (decidable, expected, impressions_per_post) {
        why.push(format!(
            "Not decidable: {:.0} impressions are needed in each arm and {expected:.0} are expected. It takes {:.0} posts in each arm.",
            needed.ceil(),
            (needed / each).ceil().max(2.0)
        ));
    }
    SizeAnswer {
        method: formula.as_str().to_owned(),
        needed_per_arm: Some(needed),
        needed_total: Some(needed * f64::from(*arms)),
        by_formula: [
            ("unpooled", ProportionFormula::Unpooled),
            ("pooled", ProportionFormula::Pooled),
            ("arcsine", ProportionFormula::Arcsine),
        ]
        .map(|(name, formula)| (name.to_owned(), by(formula)))
        .into(),
        design_effect: effect,
        expected_per_arm: expected,
        expected_power: expected
            .filter(|n| *n > 0.0)
            .map(|n| proportions_power(*baseline_rate, lifted, n / inflate, level)),
        minimum_detectable_lift: expected
            .filter(|n| *n > 0.0)
            .and_then(|n| minimum_detectable_lift(*baseline_rate, n / inflate, level, *power, *formula)),
        decidable,
        design: None,
        why,
    }
}

fn default_lift() -> f64 {
    0.2
}

fn default_alpha() -> f64 {
    ALPHA
}

fn default_power() -> f64 {
    POWER
}

fn default_arms() -> u32 {
    2
}
