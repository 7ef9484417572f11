//! Turns the fields of a question into a [`SizeRequest`], and says what does not fit together. Next: [`super::super::size()`].

use super::{
    super::{
        ProportionFormula, SizeRequest,
        design::generators_of_columns,
        layout::MOST_CELLS,
        request::{default_alpha, default_arms, default_lift, default_power},
    },
    CountOrNames, Generators, Method, PlanForm,
};
use crate::error::Violation;

pub(super) fn proportions(form: &PlanForm, wrong: &mut Vec<Violation>) -> SizeRequest {
    let baseline = need("baseline", form.baseline, wrong).unwrap_or(f64::NAN);
    if form.lift.is_some() && form.target.is_some() {
        wrong.push(Violation::new("target", form.target.unwrap_or_default(), "target or lift, one of the two"));
    }
    if let Some(target) = form.target.filter(|target| !(*target > 0.0 && *target < 1.0)) {
        wrong.push(Violation::new("target", target, "above 0 and below 1"));
    }
    if form.n.is_some() && form.posts.is_some() {
        wrong.push(Violation::new("n", form.n.unwrap_or_default(), "n or posts, one of the two"));
    }
    SizeRequest::Proportions {
        baseline_rate: baseline,
        relative_lift: form
            .target
            .map_or_else(|| form.lift.unwrap_or_else(default_lift), |target| target / baseline - 1.0),
        alpha: form.alpha.unwrap_or_else(default_alpha),
        power: form.power.unwrap_or_else(default_power),
        formula: match form.method {
            Some(Method::Arcsine) => ProportionFormula::Arcsine,
            Some(Method::Pooled) => ProportionFormula::Pooled,
            _ => ProportionFormula::Unpooled,
        },
        arms: form.arms.unwrap_or_else(default_arms),
        correction: form.correction.unwrap_or_default(),
        impressions_per_arm: form.n,
        impressions_per_post: form.impressions_per_post,
        posts: form.posts,
        post_sd: form.post_sd,
    }
}

/// Cohen's d: given, or a difference over its standard deviation.
pub(super) fn effect_of_two(form: &PlanForm, wrong: &mut Vec<Violation>) -> f64 {
    match (form.effect, form.difference, form.sd) {
        (Some(effect), None, None) => effect,
        (None, Some(difference), Some(sd)) if sd > 0.0 => difference / sd,
        (None, Some(_), Some(sd)) => {
            wrong.push(Violation::new("sd", sd, "above 0"));
            1.0
        }
        (effect, _, _) => {
            let found = effect.map_or_else(|| "nothing".to_owned(), |effect| effect.to_string());
            wrong.push(Violation::new("effect", found, "effect (Cohen's d), or difference and sd"));
            1.0
        }
    }
}

pub(super) fn anova(form: &PlanForm, wrong: &mut Vec<Violation>) -> SizeRequest {
    let listed = form.means.as_ref().map(|means| means.len() as u32);
    let groups = form.groups.or(form.arms).or(listed);
    if let (Some(groups), Some(listed)) = (groups, listed)
        && groups != listed
    {
        wrong.push(Violation::new("means", listed, format!("one for each of the {groups} groups")));
    }
    let effect = match (form.effect, &form.means, form.sd) {
        (Some(effect), None, None) => effect,
        (None, Some(means), Some(sd)) if sd > 0.0 && !means.is_empty() => {
            let mean = means.iter().sum::<f64>() / means.len() as f64;
            (means.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / means.len() as f64).sqrt() / sd
        }
        _ => {
            wrong.push(Violation::new("effect", "nothing", "effect (Cohen's f), or means and sd above 0"));
            1.0
        }
    };
    SizeRequest::Anova {
        groups: need("groups", groups, wrong).unwrap_or(2),
        effect,
        alpha: form.alpha.unwrap_or_else(default_alpha),
        power: form.power.unwrap_or_else(default_power),
        total: form.total,
    }
}

pub(super) fn counts(form: &PlanForm, wrong: &mut Vec<Violation>) -> SizeRequest {
    let known = form.history.as_ref().filter(|history| history.len() >= 2).map(|history| {
        let n = history.len() as f64;
        let mean = history.iter().sum::<f64>() / n;
        (mean, history.iter().map(|count| (count - mean).powi(2)).sum::<f64>() / (n - 1.0))
    });
    if form.history.is_some()
        && (known.is_none() || form.history.iter().flatten().any(|count| count.is_nan() || *count < 0.0))
    {
        wrong.push(Violation::new(
            "history",
            "a list too short or with negative counts",
            "two or more counts of 0 or more",
        ));
    }
    let mean = form.mean.or(known.map(|(mean, _)| mean));
    let variance = form.variance.or(known.map(|(_, variance)| variance));
    let dispersion = match (form.dispersion, variance, mean) {
        (Some(dispersion), _, _) => dispersion,
        (None, Some(variance), Some(mean)) => ((variance - mean) / (mean * mean)).max(0.0),
        _ => {
            wrong.push(Violation::new(
                "dispersion",
                "nothing",
                "dispersion, variance, or history (counts of earlier posts)",
            ));
            0.0
        }
    };
    SizeRequest::Counts {
        mean: need("mean", mean, wrong).unwrap_or(f64::NAN),
        dispersion,
        relative_lift: form.lift.unwrap_or_else(default_lift),
        alpha: form.alpha.unwrap_or_else(default_alpha),
        power: form.power.unwrap_or_else(default_power),
        arms: form.arms.unwrap_or_else(default_arms),
        correction: form.correction.unwrap_or_default(),
        posts: form.posts,
    }
}

pub(super) fn factorial(form: &PlanForm, wrong: &mut Vec<Violation>) -> SizeRequest {
    let ways = [form.generators.is_some(), form.fraction.is_some(), form.resolution.is_some(), form.levels.is_some()];
    if ways.iter().filter(|given| **given).count() > 1 {
        wrong.push(Violation::new("generators", "several", "generators, fraction, resolution or levels, one of them"));
    }
    if let Some(levels) = &form.levels {
        let names = match &form.factors {
            Some(factors) if count(factors) != levels.len() => {
                wrong.push(Violation::new("factors", count(factors), format!("as many as levels, {}", levels.len())));
                Vec::new()
            }
            Some(CountOrNames::Names(names)) => names.clone(),
            _ => Vec::new(),
        };
        return SizeRequest::FullLevels { levels: levels.clone(), names, seed: form.seed };
    }
    let generators = match &form.generators {
        Some(Generators::List(list)) => Some((None, list.clone())),
        Some(Generators::Columns(text)) => {
            let read = generators_of_columns(text);
            if read.is_none() {
                wrong.push(Violation::new(
                    "generators",
                    text,
                    "columns such as \"a b c abc\", single letters in order first",
                ));
            }
            read.map(|(factors, list)| (Some(factors), list))
        }
        None => None,
    };
    let by_columns = generators.as_ref().and_then(|(factors, _)| *factors);
    let (factors, names) = match (&form.factors, by_columns) {
        (None, Some(factors)) => (factors, Vec::new()),
        (some, columns) => {
            let (factors, names) = number_and_names("factors", some.as_ref(), wrong);
            if columns.is_some_and(|columns| columns != factors) {
                wrong.push(Violation::new("factors", factors, "as many as there are columns in generators"));
            }
            (factors, names)
        }
    };
    SizeRequest::Factorial {
        factors,
        generators: generators.map(|(_, list)| list).unwrap_or_default(),
        fraction: form.fraction,
        resolution: form.resolution,
        names,
        seed: form.seed,
    }
}

pub(super) fn need<T>(field: &str, value: Option<T>, wrong: &mut Vec<Violation>) -> Option<T> {
    if value.is_none() {
        wrong.push(Violation::new(field, "nothing", "a value"));
    }
    value
}

pub(super) fn count(some: &CountOrNames) -> usize {
    match some {
        CountOrNames::Number(number) => *number,
        CountOrNames::Names(names) => names.len(),
    }
}

pub(super) fn number_and_names(
    field: &str,
    some: Option<&CountOrNames>,
    wrong: &mut Vec<Violation>,
) -> (usize, Vec<String>) {
    match need(field, some, wrong) {
        Some(CountOrNames::Names(names)) => (names.len(), names.clone()),
        some => (some.map_or(2, count), Vec::new()),
    }
}

pub(super) fn names(
    field: &str,
    some: Option<&CountOrNames>,
    name: impl Fn(usize) -> String,
    wrong: &mut Vec<Violation>,
) -> Vec<String> {
    match need(field, some, wrong) {
        Some(CountOrNames::Names(names)) => {
            if let Some(twice) =
                names.iter().enumerate().find(|(index, one)| names.iter().take(*index).any(|other| other == *one))
            {
                wrong.push(Violation::new(format!("{field}[{}]", twice.0), twice.1, "each name once"));
            }
            names.clone()
        }
        Some(CountOrNames::Number(number)) => (0..(*number).min(MOST_CELLS)).map(name).collect(),
        None => vec!["a".into(), "b".into()],
    }
}

pub(super) fn letter_name(index: usize) -> String {
    char::from(b'a' + (index % 26) as u8).to_string()
}
