//! The JSON form of `vcm experiment plan`: one flat object, read with every wrong field told at once, and turned into a
//! [`SizeRequest`]. A field that the question does not use is an error, never ignored. Next: [`super::request`].

mod questions;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::questions::{
    anova, count, counts, effect_of_two, factorial, letter_name, names, need, number_and_names, proportions,
};
use super::{
    Correction, SizeRequest,
    form::read_form,
    request::{default_alpha, default_period_hours, default_power},
    size_checks::check_size,
};
use crate::error::{Error, Result, Violation};

const OPERATION: &str = "plan_experiment";

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "a t-test is called that")]
enum Test {
    #[serde(alias = "proportion", alias = "rate")]
    Proportions,
    #[serde(alias = "ttest", alias = "t-test", alias = "mean")]
    TTest,
    Anova,
    #[serde(alias = "count", alias = "negative_binomial")]
    Counts,
    #[serde(alias = "full", alias = "full_factorial", alias = "fractional", alias = "fractional_factorial")]
    Factorial,
    PlackettBurman,
    #[serde(alias = "latin")]
    LatinSquare,
    Switchback,
    #[serde(alias = "paired", alias = "slot_pairs", alias = "matched_slots")]
    PairedSlots,
    #[serde(alias = "choose", alias = "auto")]
    Choose,
}

/// A formula or, for convenience, a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Method {
    Arcsine,
    Unpooled,
    Pooled,
    #[serde(alias = "ttest", alias = "t-test")]
    TTest,
    Anova,
    #[serde(alias = "count", alias = "negative_binomial")]
    Counts,
}

/// A number of things, or their names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a number of them, or a list of their names")]
enum CountOrNames {
    Number(usize),
    Names(Vec<String>),
}

/// Generators as a list (`["d=abc"]`) or as columns (`"a b c abc"`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "a list such as [\"d=abc\"], or columns such as \"a b c abc\"")]
enum Generators {
    List(Vec<String>),
    Columns(String),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
struct PlanForm {
    test: Option<Test>,
    design: Option<Test>,
    #[serde(alias = "formula")]
    method: Option<Method>,
    #[serde(alias = "baseline_rate", alias = "p1")]
    baseline: Option<f64>,
    #[serde(alias = "relative_lift")]
    lift: Option<f64>,
    #[serde(alias = "target_rate", alias = "p2")]
    target: Option<f64>,
    alpha: Option<f64>,
    power: Option<f64>,
    arms: Option<u32>,
    correction: Option<Correction>,
    #[serde(alias = "per_arm", alias = "impressions_per_arm", alias = "per_group")]
    n: Option<f64>,
    #[serde(alias = "n_total")]
    total: Option<f64>,
    impressions_per_post: Option<f64>,
    posts: Option<u32>,
    post_sd: Option<f64>,
    #[serde(alias = "effect_size", alias = "d", alias = "f")]
    effect: Option<f64>,
    difference: Option<f64>,
    sd: Option<f64>,
    #[serde(alias = "k")]
    groups: Option<u32>,
    means: Option<Vec<f64>>,
    mean: Option<f64>,
    variance: Option<f64>,
    dispersion: Option<f64>,
    history: Option<Vec<f64>>,
    factors: Option<CountOrNames>,
    generators: Option<Generators>,
    fraction: Option<usize>,
    resolution: Option<usize>,
    levels: Option<Vec<usize>>,
    variants: Option<CountOrNames>,
    #[serde(alias = "slot_classes")]
    slots: Option<CountOrNames>,
    weeks: Option<usize>,
    carry_over: Option<bool>,
    periods: Option<usize>,
    period_hours: Option<f64>,
    washout_hours: Option<f64>,
    blocks: Option<usize>,
    whole_account: Option<bool>,
    seed: Option<u64>,
}

/// Fields of each question, by every name they go by.
const RATES: &[&str] = &["baseline", "baseline_rate", "p1", "lift", "relative_lift", "target", "target_rate", "p2"];
/// Names of the same field: an error speaks of the one that was given.
const ALIASES: &[&[&str]] = &[
    &["baseline", "baseline_rate", "p1"],
    &["lift", "relative_lift", "target", "target_rate", "p2"],
    &["n", "per_arm", "impressions_per_arm", "per_group"],
    &["effect", "effect_size", "d", "f"],
    &["groups", "k"],
    &["total", "n_total"],
    &["names", "factors"],
];
const SIZES: &[&str] = &["alpha", "power"];
const ARMS: &[&str] = &["arms", "correction", "posts"];
const PER_ARM: &[&str] = &["n", "per_arm", "impressions_per_arm", "per_group"];
const EFFECT: &[&str] = &["effect", "effect_size", "d", "f", "sd"];
const DESIGN: &[&str] = &["factors", "seed"];
const ASKED: &[&str] = &["test", "design", "method", "formula"];

impl Test {
    fn fields(self) -> Vec<&'static str> {
        let lists: &[&[&str]] = match self {
            Self::Proportions => &[RATES, SIZES, ARMS, PER_ARM, &["impressions_per_post", "post_sd"]],
            Self::TTest => &[EFFECT, SIZES, PER_ARM, &["difference"]],
            Self::Anova => &[EFFECT, SIZES, &["groups", "k", "arms", "means", "total", "n_total"]],
            Self::Counts => &[&["mean", "variance", "dispersion", "history", "lift", "relative_lift"], SIZES, ARMS],
            Self::Factorial => &[DESIGN, &["generators", "fraction", "resolution", "levels"]],
            Self::PlackettBurman => &[DESIGN],
            Self::LatinSquare => &[&["variants", "slots", "slot_classes", "weeks", "carry_over", "seed"]],
            Self::Switchback => &[&["variants", "periods", "period_hours", "washout_hours", "seed"]],
            Self::PairedSlots => &[&["variants", "blocks", "seed"]],
            Self::Choose => &[&["variants", "slots", "slot_classes", "weeks", "whole_account"]],
        };
        lists.iter().chain(&[ASKED]).flat_map(|list| list.iter().copied()).collect()
    }

    fn name(self) -> &'static str {
        match self {
            Self::Proportions => "proportions",
            Self::TTest => "t_test",
            Self::Anova => "anova",
            Self::Counts => "counts",
            Self::Factorial => "factorial",
            Self::PlackettBurman => "plackett_burman",
            Self::LatinSquare => "latin_square",
            Self::Switchback => "switchback",
            Self::PairedSlots => "paired_slots",
            Self::Choose => "choose",
        }
    }
}

impl SizeRequest {
    /// Reads a question from the flat JSON form of `vcm experiment plan`. Every wrong field is told at once: unknown and unused names,
    /// wrong types, values that are missing or out of range.
    ///
    /// # Errors
    /// [`crate::ErrorKind::InvalidInput`].
    pub fn parse(json: &str) -> Result<Self> {
        let mut request = None;
        read_form::<PlanForm>(OPERATION, json, |form, given| {
            let (wrong, read) = resolve(form, given);
            request = read;
            wrong
        })?;
        request.ok_or_else(|| Error::invalid_field(OPERATION, "test", "nothing", QUESTIONS))
    }
}

const QUESTIONS: &str =
    "proportions, t_test, anova, counts, factorial, plackett_burman, latin_square, switchback, paired_slots or choose";

/// The question that the form asks: named, or told by the fields it has.
fn question(form: &PlanForm, wrong: &mut Vec<Violation>) -> Option<Test> {
    let by_method = match form.method {
        Some(Method::TTest) => Some(Test::TTest),
        Some(Method::Anova) => Some(Test::Anova),
        Some(Method::Counts) => Some(Test::Counts),
        Some(_) => Some(Test::Proportions),
        None => None,
    };
    let mut named = [form.test, form.design, by_method].into_iter().flatten();
    let first = named.next();
    if let Some(test) = first {
        if let Some(other) = named.find(|other| *other != test) {
            wrong.push(Violation::new("method", other.name(), format!("what goes with test {}", test.name())));
        }
        return first;
    }
    let by_field = [
        (form.baseline.is_some(), Test::Proportions),
        (form.groups.is_some() || form.means.is_some(), Test::Anova),
        (form.effect.is_some() || form.difference.is_some(), Test::TTest),
        (form.mean.is_some() || form.history.is_some(), Test::Counts),
        (form.factors.is_some() || form.generators.is_some() || form.levels.is_some(), Test::Factorial),
        (form.periods.is_some(), Test::Switchback),
        (form.blocks.is_some(), Test::PairedSlots),
        (form.slots.is_some() && form.weeks.is_some(), Test::LatinSquare),
        (form.variants.is_some(), Test::Choose),
    ];
    let found = by_field.into_iter().find(|(present, _)| *present).map(|(_, test)| test);
    if found.is_none() {
        wrong.push(Violation::new("test", "nothing", QUESTIONS));
    }
    found
}

fn resolve(form: &PlanForm, given: &Value) -> (Vec<Violation>, Option<SizeRequest>) {
    let mut wrong = Vec::new();
    let Some(test) = question(form, &mut wrong) else { return (wrong, None) };
    let fields = test.fields();
    for name in given.as_object().into_iter().flat_map(serde_json::Map::keys) {
        if !fields.contains(&name.as_str()) {
            let value = given.get(name).map(ToString::to_string).unwrap_or_default();
            wrong.push(Violation::new(name, value, format!("no such field with test {}", test.name())));
        }
    }
    let request = match test {
        Test::Proportions => proportions(form, &mut wrong),
        Test::TTest => SizeRequest::TTest {
            effect: effect_of_two(form, &mut wrong),
            alpha: form.alpha.unwrap_or_else(default_alpha),
            power: form.power.unwrap_or_else(default_power),
            per_group: form.n,
        },
        Test::Anova => anova(form, &mut wrong),
        Test::Counts => counts(form, &mut wrong),
        Test::Factorial => factorial(form, &mut wrong),
        Test::PlackettBurman => {
            let (factors, names) = number_and_names("factors", form.factors.as_ref(), &mut wrong);
            SizeRequest::PlackettBurman { factors, names, seed: form.seed }
        }
        Test::LatinSquare => {
            let variants = names("variants", form.variants.as_ref(), letter_name, &mut wrong);
            let slots = match &form.slots {
                None => (1..=variants.len()).map(|number| format!("slot {number}")).collect(),
                some => names("slots", some.as_ref(), |index| format!("slot {}", index + 1), &mut wrong),
            };
            let shortest = if form.carry_over == Some(true) && variants.len() % 2 == 1 { 2 } else { 1 };
            SizeRequest::LatinSquare {
                weeks: form.weeks.unwrap_or(shortest * variants.len()),
                variants,
                slots,
                carry_over: form.carry_over.unwrap_or(false),
                seed: form.seed.unwrap_or(0),
            }
        }
        Test::Switchback => SizeRequest::Switchback {
            variants: names("variants", form.variants.as_ref(), letter_name, &mut wrong),
            periods: need("periods", form.periods, &mut wrong).unwrap_or(0),
            period_hours: form.period_hours.unwrap_or_else(default_period_hours),
            washout_hours: form.washout_hours.unwrap_or(0.0),
            seed: form.seed.unwrap_or(0),
        },
        Test::PairedSlots => SizeRequest::PairedSlots {
            variants: names("variants", form.variants.as_ref(), letter_name, &mut wrong),
            blocks: need("blocks", form.blocks, &mut wrong).unwrap_or(0),
            seed: form.seed.unwrap_or(0),
        },
        Test::Choose => SizeRequest::Choose {
            variants: number_and_names("variants", form.variants.as_ref(), &mut wrong).0,
            slots: form.slots.as_ref().map_or(0, count),
            weeks: form.weeks.unwrap_or(0),
            whole_account: form.whole_account.unwrap_or(false),
        },
    };
    let noted: Vec<String> = wrong.iter().map(|violation| violation.field.clone()).collect();
    let as_given = |mut violation: Violation| {
        let names = ALIASES.iter().find(|names| names.contains(&violation.field.as_str()));
        if let Some(name) = names.into_iter().copied().flatten().find(|name| given.get(**name).is_some()) {
            (*name).clone_into(&mut violation.field);
        }
        violation
    };
    let range = check_size(&request).into_iter().filter(|violation| !noted.contains(&violation.field)).map(as_given);
    wrong.extend(range.filter(|violation| !noted.contains(&violation.field)));
    (wrong, Some(request))
}
