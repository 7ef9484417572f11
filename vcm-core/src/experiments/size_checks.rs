//! Checks the values of a question about an experiment that is not run yet. Next: [`super::size()`].

use super::SizeRequest;
use crate::error::Violation;

/// Everything wrong with a question, before it is answered. Designs and layouts check themselves when they are made.
pub(super) fn check_size(request: &SizeRequest) -> Vec<Violation> {
    let mut wrong = Vec::new();
    let open = |wrong: &mut Vec<Violation>, field: &str, value: f64| {
        if !(1e-9..=1.0 - 1e-9).contains(&value) {
            wrong.push(Violation::new(field, value, "above 0 and below 1, by a billionth or more"));
        }
    };
    let above = |wrong: &mut Vec<Violation>, field: &str, value: Option<f64>, least: f64| {
        if let Some(value) = value.filter(|value| !value.is_finite() || *value < least || *value <= 0.0) {
            let allowed = if least > 0.0 { format!("{least} or more") } else { "above 0".to_owned() };
            wrong.push(Violation::new(field, value, allowed));
        }
    };
    let effect = |wrong: &mut Vec<Violation>, field: &str, value: f64| {
        if !value.is_finite() || value.abs() < 1e-4 {
            wrong.push(Violation::new(field, value, "0.0001 or more in size"));
        }
    };
    match request {
        SizeRequest::Proportions {
            baseline_rate,
            relative_lift,
            alpha,
            power,
            arms,
            impressions_per_arm,
            impressions_per_post,
            post_sd,
            posts,
            ..
        } => {
            open(&mut wrong, "baseline", *baseline_rate);
            open(&mut wrong, "alpha", *alpha);
            open(&mut wrong, "power", *power);
            if *baseline_rate > 0.0 && *baseline_rate < 1.0 {
                let lifted = baseline_rate * (1.0 + relative_lift);
                if !(lifted > 0.0 && lifted < 1.0) {
                    wrong.push(Violation::new("lift", relative_lift, "a lifted rate above 0 and below 1"));
                }
            }
            if !relative_lift.is_nan() {
                effect(&mut wrong, "lift", *relative_lift);
            }
            arms_fit(&mut wrong, *arms);
            above(&mut wrong, "n", *impressions_per_arm, 1.0);
            above(&mut wrong, "impressions_per_post", *impressions_per_post, 0.0);
            above(&mut wrong, "post_sd", *post_sd, 0.0);
            if impressions_per_post.is_none() {
                for (field, given) in [("post_sd", post_sd.is_some()), ("posts", posts.is_some())] {
                    if given {
                        wrong.push(Violation::new(
                            "impressions_per_post",
                            "nothing",
                            format!("a number, because {field} is given"),
                        ));
                        break;
                    }
                }
            }
        }
        SizeRequest::TTest { effect: d, alpha, power, per_group } => {
            open(&mut wrong, "alpha", *alpha);
            open(&mut wrong, "power", *power);
            effect(&mut wrong, "effect", *d);
            above(&mut wrong, "n", *per_group, 2.0);
        }
        SizeRequest::Anova { groups, effect: f, alpha, power, total } => {
            open(&mut wrong, "alpha", *alpha);
            open(&mut wrong, "power", *power);
            effect(&mut wrong, "effect", *f);
            if !(2..=1_000).contains(groups) {
                wrong.push(Violation::new("groups", groups, "2 to 1000"));
            }
            above(&mut wrong, "total", *total, f64::from(*groups) + 1.0);
        }
        SizeRequest::Counts { mean, dispersion, relative_lift, alpha, power, arms, .. } => {
            open(&mut wrong, "alpha", *alpha);
            open(&mut wrong, "power", *power);
            above(&mut wrong, "mean", Some(*mean).filter(|mean| !mean.is_nan()), 0.0);
            if !(*dispersion >= 0.0 && dispersion.is_finite()) {
                wrong.push(Violation::new("dispersion", dispersion, "0 or more"));
            }
            effect(&mut wrong, "lift", *relative_lift);
            if *relative_lift <= -1.0 {
                wrong.push(Violation::new("lift", relative_lift, "above -1"));
            }
            arms_fit(&mut wrong, *arms);
        }
        SizeRequest::Factorial { names, factors, .. } | SizeRequest::PlackettBurman { names, factors, .. }
            if !names.is_empty() && names.len() != *factors =>
        {
            wrong.push(Violation::new("names", names.len(), format!("one for each of the {factors} factors")));
        }
        SizeRequest::Choose { variants, .. } if !(2..=26).contains(variants) => {
            wrong.push(Violation::new("variants", variants, "2 to 26 variants"));
        }
        _ => {}
    }
    wrong
}

fn arms_fit(wrong: &mut Vec<Violation>, arms: u32) {
    if !(2..=26).contains(&arms) {
        wrong.push(Violation::new("arms", arms, "2 to 26"));
    }
}
