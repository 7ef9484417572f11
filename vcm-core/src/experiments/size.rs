//! Answers questions about an experiment that is not run yet: sizes, power, smallest effect, designs, layouts. Next: [`super::plan()`].

use std::{collections::BTreeMap, fmt::Write};

use super::{
    Correction, Design, Layout, ProportionFormula, Situation, SizeAnswer, SizeRequest, anova_needed, anova_power,
    anova_smallest_effect, choose_layout, counts_detectable_lift, counts_needed, counts_power, design_effect,
    fractional_factorial, full_levels, latin_square,
    layout::{LayoutKind, SAME_FOLLOWERS, SwitchbackOptions},
    minimum_aberration, minimum_detectable_lift, paired_slots, plackett_burman, proportions_needed,
    proportions_power_by,
    size_checks::check_size,
    switchback, t_test_needed, t_test_power, t_test_smallest_effect,
};
use crate::{
    error::{Error, Result},
    hash::Seed,
};

/// Answers a question about an experiment that is not run yet.
///
/// # Errors
/// [`crate::ErrorKind::InvalidInput`] with every wrong field.
pub fn size(request: &SizeRequest) -> Result<SizeAnswer> {
    let wrong = check_size(request);
    if !wrong.is_empty() {
        return Err(Error::invalid_input("plan_experiment", wrong));
    }
    match request {
        SizeRequest::Proportions { .. } => Ok(proportions(request)),
        SizeRequest::Counts { .. } => Ok(counts(request)),
        SizeRequest::TTest { effect, alpha, power, per_group } => {
            let needed = t_test_needed(*effect, *alpha, *power);
            let smallest = per_group.map(|n| t_test_smallest_effect(n, *alpha, *power));
            Ok(SizeAnswer {
                method: "two-sample t-test, noncentral t".into(),
                needed_per_arm: Some(needed),
                needed_total: Some(2.0 * needed),
                expected_per_arm: *per_group,
                expected_power: per_group.map(|n| t_test_power(*effect, n, *alpha)),
                minimum_detectable_effect: smallest,
                decidable: per_group.map(|n| n >= needed),
                why: per_group
                    .filter(|n| *n < needed)
                    .map(|n| undecidable(needed, n, "observations"))
                    .into_iter()
                    .collect(),
                ..SizeAnswer::default()
            })
        }
        SizeRequest::Anova { groups, effect, alpha, power, total } => {
            let needed = anova_needed(*groups, *effect, *alpha, *power);
            let groups_f = f64::from((*groups).max(1));
            Ok(SizeAnswer {
                method: "one-way analysis of variance, noncentral F".into(),
                needed_per_arm: Some(needed / groups_f),
                needed_total: Some(needed),
                expected_per_arm: total.map(|total| total / groups_f),
                expected_power: total.map(|total| anova_power(*groups, *effect, total, *alpha)),
                minimum_detectable_effect: total.map(|total| anova_smallest_effect(*groups, total, *alpha, *power)),
                decidable: total.map(|total| total >= needed),
                why: total
                    .filter(|total| *total < needed)
                    .map(|total| undecidable(needed / groups_f, total / groups_f, "observations"))
                    .into_iter()
                    .collect(),
                ..SizeAnswer::default()
            })
        }
        SizeRequest::Factorial { factors, generators, fraction, resolution, names, seed } => {
            let found = match (fraction, resolution) {
                (Some(fraction), _) => minimum_aberration(*factors, *fraction)?,
                (None, Some(resolution)) => smallest_of_resolution(*factors, *resolution)?,
                (None, None) => generators.clone(),
            };
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            Ok(two_level(finished(fractional_factorial(*factors, &found)?, names, *seed)))
        }
        SizeRequest::FullLevels { levels, names, seed } => {
            let design = finished(full_levels(levels)?, names, *seed);
            let sizes: Vec<String> = levels.iter().map(ToString::to_string).collect();
            Ok(SizeAnswer {
                method: format!("{} full factorial", sizes.join(" x ")),
                why: vec![format!(
                    "{} combinations, every interaction clear. Runs hold level numbers from 0.",
                    design.runs.len()
                )],
                design: Some(design),
                ..SizeAnswer::default()
            })
        }
        SizeRequest::PlackettBurman { factors, names, seed } => {
            let design = finished(plackett_burman(*factors)?, names, *seed);
            Ok(SizeAnswer {
                method: format!("Plackett–Burman design of {} runs", design.runs.len()),
                design: Some(design),
                why: vec![
                    "Resolution 3: for screening. Main effects are clear of each other but mixed with two-factor interactions; test the few \
                     factors that stand out again in a full factorial."
                        .into(),
                ],
                ..SizeAnswer::default()
            })
        }
        SizeRequest::LatinSquare { variants, slots, weeks, carry_over, seed } => {
            let layout = latin_square(variants, slots, *weeks, *carry_over, *seed)?;
            let mut why = vec![LayoutKind::LatinSquare.when().to_owned(), SAME_FOLLOWERS.to_owned()];
            if *carry_over {
                why.push("Williams squares: in every slot class each variant follows every other equally often from week to week, so an echo of the week before cancels.".into());
            }
            Ok(laid_out(
                format!(
                    "Latin square of {} variants over {} slot classes and {weeks} weeks",
                    variants.len(),
                    slots.len()
                ),
                layout,
                why,
            ))
        }
        SizeRequest::Switchback { variants, periods, period_hours, washout_hours, seed } => {
            let layout = switchback(&SwitchbackOptions {
                variants: variants.clone(),
                periods: *periods,
                period_hours: *period_hours,
                washout_hours: *washout_hours,
                seed: *seed,
            })?;
            let mut why = vec![LayoutKind::Switchback.when().to_owned(), SAME_FOLLOWERS.to_owned()];
            why.push(if *washout_hours > 0.0 {
                format!(
                    "After a change {washout_hours} of {period_hours} hours are not counted; {:.0} % of the time counts. Carry-over that lasts longer \
                     than that is charged to the wrong variant.",
                    layout.counted_share.unwrap_or(1.0) * 100.0
                )
            } else {
                "No washout: what one variant leaves behind is charged to the next. Give washout_hours as long as a post is still seen.".into()
            });
            Ok(laid_out(format!("switchback of {periods} periods in blocks of {}", variants.len()), layout, why))
        }
        SizeRequest::PairedSlots { variants, blocks, seed } => {
            let layout = paired_slots(variants, *blocks, *seed)?;
            let why = vec![LayoutKind::PairedSlots.when().to_owned(), SAME_FOLLOWERS.to_owned()];
            Ok(laid_out(format!("{blocks} blocks of {} matched slots", variants.len()), layout, why))
        }
        SizeRequest::Choose { variants, slots, weeks, whole_account } => {
            let situation =
                Situation { variants: *variants, slots: *slots, weeks: *weeks, whole_account: *whole_account };
            let (kind, reason) = choose_layout(&situation);
            let all = [LayoutKind::PairedSlots, LayoutKind::LatinSquare, LayoutKind::Switchback];
            let mut why = vec![reason];
            why.extend(all.map(|kind| kind.when().to_owned()));
            why.push(SAME_FOLLOWERS.to_owned());
            let method = match kind {
                LayoutKind::PairedSlots => "paired_slots",
                LayoutKind::LatinSquare => "latin_square",
                LayoutKind::Switchback => "switchback",
            };
            Ok(SizeAnswer { method: method.into(), why, ..SizeAnswer::default() })
        }
    }
}

/// The level of one comparison.
fn level(alpha: f64, arms: u32, correction: Correction) -> f64 {
    match correction {
        Correction::None => alpha,
        Correction::Bonferroni | Correction::Holm => alpha / f64::from(arms.saturating_sub(1).max(1)),
    }
}

const CORRECTIONS: [(&str, Correction); 3] =
    [("none", Correction::None), ("bonferroni", Correction::Bonferroni), ("holm", Correction::Holm)];

fn correction_note(alpha: f64, arms: u32, correction: Correction) -> Option<String> {
    let comparisons = arms.saturating_sub(1);
    (comparisons > 1).then(|| match correction {
        Correction::Bonferroni => {
            format!("{comparisons} comparisons with the control: level {:.5} for each (Bonferroni).", alpha / f64::from(comparisons))
        }
        Correction::Holm => format!(
            "{comparisons} comparisons with the control, Holm: the smallest p is tested at {:.5}, which the size is for; once it is found the \
             next may be larger, up to {alpha}.",
            alpha / f64::from(comparisons)
        ),
        Correction::None => format!(
            "{comparisons} comparisons with the control, each at {alpha}: the chance of some false winner is up to {:.2}.",
            1.0 - (1.0 - alpha).powi(comparisons as i32)
        ),
    })
}

fn undecidable(needed: f64, expected: f64, what: &str) -> String {
    format!("Not decidable: {:.0} {what} are needed in each arm and {expected:.0} are expected.", needed.ceil())
}

fn proportions(request: &SizeRequest) -> SizeAnswer {
    let SizeRequest::Proportions {
        baseline_rate,
        relative_lift,
        alpha,
        power,
        formula,
        arms,
        correction,
        impressions_per_arm,
        impressions_per_post,
        posts,
        post_sd,
    } = request
    else {
        return SizeAnswer::default();
    };
    let lifted = baseline_rate * (1.0 + relative_lift);
    let each_level = level(*alpha, *arms, *correction);
    let effect = post_sd.zip(*impressions_per_post).map(|(sd, each)| design_effect(*baseline_rate, each, sd));
    let inflate = effect.unwrap_or(1.0);
    let needed_at = |formula, level| proportions_needed(*baseline_rate, lifted, level, *power, formula) * inflate;
    let needed = needed_at(*formula, each_level);
    let blocks = posts.map(|posts| posts / arms);
    let by_posts = blocks.zip(*impressions_per_post).map(|(blocks, each)| f64::from(blocks) * each);
    let expected = by_posts.or(*impressions_per_arm);
    let decidable = expected.map(|expected| expected >= needed && blocks.is_none_or(|blocks| blocks >= 2));
    let smallest = expected
        .filter(|n| *n > 0.0)
        .and_then(|n| minimum_detectable_lift(*baseline_rate, n / inflate, each_level, *power, *formula));
    let mut why: Vec<String> = correction_note(*alpha, *arms, *correction).into_iter().collect();
    if let Some(effect) = effect {
        why.push(format!("Sizes are multiplied by {effect:.2}: impressions of one post share its luck."));
    }
    if let (Some(each), None) = (impressions_per_post, posts) {
        why.push(format!(
            "At {each} impressions a post that is {:.0} posts in each arm.",
            (needed / each).ceil().max(1.0)
        ));
    }
    if let (Some(false), Some(expected)) = (decidable, expected) {
        let mut text = undecidable(needed, expected, "impressions");
        if let Some(each) = impressions_per_post {
            // Writing to a String cannot fail.
            let _ = write!(text, " It takes {:.0} posts in each arm.", (needed / each).ceil().max(2.0));
        }
        why.push(text);
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
        .map(|(name, formula)| (name.to_owned(), needed_at(formula, each_level)))
        .into(),
        by_correction: if *arms > 2 {
            CORRECTIONS.map(|(name, one)| (name.to_owned(), needed_at(*formula, level(*alpha, *arms, one)))).into()
        } else {
            BTreeMap::new()
        },
        design_effect: effect,
        expected_per_arm: expected,
        expected_power: expected
            .filter(|n| *n > 0.0)
            .map(|n| proportions_power_by(*baseline_rate, lifted, n / inflate, each_level, *formula)),
        minimum_detectable_lift: smallest,
        decidable,
        why,
        ..SizeAnswer::default()
    }
}

fn counts(request: &SizeRequest) -> SizeAnswer {
    let SizeRequest::Counts { mean, dispersion, relative_lift, alpha, power, arms, correction, posts } = request else {
        return SizeAnswer::default();
    };
    let ratio = 1.0 + relative_lift;
    let needed_at = |level| counts_needed(*mean, ratio, *dispersion, level, *power);
    let each_level = level(*alpha, *arms, *correction);
    let needed = needed_at(each_level);
    let expected = posts.map(|posts| f64::from(posts / arms));
    let decidable = expected.map(|expected| expected >= needed && expected >= 2.0);
    let mut why: Vec<String> = correction_note(*alpha, *arms, *correction).into_iter().collect();
    why.push(format!(
        "One count a post: with mean {mean} and dispersion {dispersion:.3} the variance is {:.1} times the mean, so sizes are in posts, not in \
         impressions.",
        1.0 + dispersion * mean
    ));
    if let (Some(false), Some(expected)) = (decidable, expected) {
        why.push(undecidable(needed.max(2.0), expected, "posts"));
    }
    SizeAnswer {
        method: "two mean counts, negative binomial".into(),
        needed_per_arm: Some(needed),
        needed_total: Some(needed * f64::from(*arms)),
        by_correction: if *arms > 2 {
            CORRECTIONS.map(|(name, one)| (name.to_owned(), needed_at(level(*alpha, *arms, one)))).into()
        } else {
            BTreeMap::new()
        },
        expected_per_arm: expected,
        expected_power: expected.filter(|n| *n > 0.0).map(|n| counts_power(*mean, ratio, *dispersion, n, each_level)),
        minimum_detectable_lift: expected
            .filter(|n| *n > 0.0)
            .and_then(|n| counts_detectable_lift(*mean, *dispersion, n, each_level, *power)),
        decidable,
        why,
        ..SizeAnswer::default()
    }
}

/// Generators of the smallest fraction with at least this resolution; none when only the full factorial has it.
fn smallest_of_resolution(factors: usize, resolution: usize) -> Result<Vec<String>> {
    if resolution < 3 {
        return Err(Error::invalid_field("plan_experiment", "resolution", resolution, "3 or more"));
    }
    let reaches = |generators: &[String]| -> Result<bool> {
        let generators: Vec<&str> = generators.iter().map(String::as_str).collect();
        Ok(fractional_factorial(factors, &generators)?.resolution.is_none_or(|found| found >= resolution))
    };
    for fraction in (1..factors).rev() {
        // A fraction that does not exist, or one too large to search, is passed over for a larger design.
        if let Ok(generators) = minimum_aberration(factors, fraction)
            && reaches(&generators)?
        {
            return Ok(generators);
        }
    }
    Ok(Vec::new())
}

fn finished(design: Design, names: &[String], seed: Option<u64>) -> Design {
    let mut run_order: Vec<usize> = (0..design.runs.len()).collect();
    match seed {
        Some(seed) => Seed(seed).stream("run-order").shuffle(&mut run_order),
        None => run_order.clear(),
    }
    Design { names: names.to_vec(), run_order, ..design }
}

fn two_level(design: Design) -> SizeAnswer {
    let (factors, fraction) = (design.factors, design.generators.len());
    let method = match design.resolution {
        Some(resolution) => format!("2^({factors}-{fraction}) fraction of resolution {resolution}"),
        None => format!("2^{factors} full factorial"),
    };
    let why = match design.resolution {
        Some(resolution @ ..=3) => {
            vec![format!("Resolution {resolution}: main effects cannot be told from two-factor interactions.")]
        }
        Some(4) => vec![
            "Resolution 4: main effects are clear of two-factor interactions, which share columns with each other."
                .into(),
        ],
        Some(_) => vec!["Main effects and two-factor interactions are clear of each other.".into()],
        None => Vec::new(),
    };
    SizeAnswer { method, design: Some(design), why, ..SizeAnswer::default() }
}

fn laid_out(method: String, layout: Layout, mut why: Vec<String>) -> SizeAnswer {
    if layout.error_degrees < 4 {
        why.push(format!(
            "Only {} degrees of freedom are left for error: repeat the layout (more weeks, periods or blocks) before concluding anything.",
            layout.error_degrees.max(0)
        ));
    }
    why.push(format!("Drawn with seed {}: the same seed gives the same layout.", layout.seed));
    SizeAnswer { method, layout: Some(layout), why, ..SizeAnswer::default() }
}
