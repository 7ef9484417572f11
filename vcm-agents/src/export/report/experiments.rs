//! The experiment plan as a person would explain it: what differs, what is counted, how much is needed, when it can be read, and
//! what will be decided. Next: [`super::storyboards`].

use jiff::civil::Date;
use serde::Serialize;
use vcm_core::{experiments::Experiment, kit::Kit, schedule::EstimateOptions};

use super::{calendar::local_time, format, posts::factor_name};

/// An experiment in words.
#[derive(Debug, Serialize)]
pub(super) struct ExperimentView<'a> {
    key: &'a str,
    platform: &'static str,
    hypothesis: &'a str,
    decidable: bool,
    /// Question and answer, in reading order.
    told: Vec<(&'static str, String)>,
    arms: Vec<ArmView<'a>>,
    notes: &'a [String],
}

#[derive(Debug, Serialize)]
struct ArmView<'a> {
    variant: String,
    levels: Vec<String>,
    copies: Vec<&'a str>,
}

pub(super) fn experiments(kit: &Kit) -> Vec<ExperimentView<'_>> {
    kit.content.experiments.iter().map(|experiment| view(kit, experiment)).collect()
}

fn view<'a>(kit: &'a Kit, experiment: &'a Experiment) -> ExperimentView<'a> {
    ExperimentView {
        key: &experiment.key,
        platform: experiment.platform.label(),
        hypothesis: &experiment.hypothesis,
        decidable: experiment.decidable,
        told: told(kit, experiment),
        arms: experiment
            .arms
            .iter()
            .enumerate()
            .map(|(at, arm)| ArmView {
                variant: arm.variant.to_uppercase(),
                levels: arm
                    .levels
                    .iter()
                    .map(|(factor, level)| format!("{}: {}", factor_name(*factor), format::words(level)))
                    .collect(),
                copies: experiment.blocks.iter().filter_map(|block| block.copies.get(at)).map(String::as_str).collect(),
            })
            .collect(),
        notes: &experiment.notes,
    }
}

fn told(kit: &Kit, experiment: &Experiment) -> Vec<(&'static str, String)> {
    let power = &experiment.power;
    let factors: Vec<String> =
        experiment.factors.iter().map(|factor| format!("the {}", factor_name(*factor))).collect();
    let factors = format::list(&factors);
    let blocks = experiment.blocks.len();
    let arms: Vec<String> = experiment.arms.iter().map(|arm| arm.variant.to_uppercase()).collect();
    let mut told = vec![
        (
            "What differs",
            format!("Only {factors}. Variants {} of one story share everything else.", format::list(&arms)),
        ),
        (
            "What is counted",
            format!(
                "{}. Today {} of impressions give one.",
                sentence_case(&experiment.metric),
                format::percent(power.baseline_rate)
            ),
        ),
        (
            "How much is needed",
            format!(
                "About {} impressions for each variant, to find a lift of {} with {} certainty. About {} are expected, from {}.",
                format::number(power.needed_per_arm.ceil()),
                format::percent(power.relative_lift),
                format::percent(power.power),
                format::number(power.expected_per_arm),
                format::count(blocks, "matched pair of slots", "matched sets of slots"),
            ),
        ),
    ];
    if experiment.decidable {
        if let Some(day) = readable_on(kit, experiment) {
            let rest = EstimateOptions::default().maturity_hours / 24;
            told.push((
                "When it can be read",
                format!(
                    "From {} on: {rest} days after the last of its posts, when their figures have settled.",
                    format::date(day)
                ),
            ));
        }
        told.push((
            "What will be decided",
            format!(
                "If one variant does better by {} or more over the matched sets (at the {} level), the next campaign writes {factors} \
                 that way. If not, both stay in use: the difference, if any, is smaller than that.",
                format::percent(power.minimum_detectable_lift),
                format::percent(power.alpha),
            ),
        ));
    } else {
        told.push((
            "What will be decided",
            format!(
                "Nothing: with so few impressions only a lift of {} or more would show. Read the result as a hint.",
                format::percent(power.minimum_detectable_lift)
            ),
        ));
    }
    told
}

/// The day on which the last post's figures have settled; none when not every post of it has a slot.
fn readable_on(kit: &Kit, experiment: &Experiment) -> Option<Date> {
    let entries = kit.content.schedule.entries.iter();
    let mine = entries.filter(|entry| entry.experiment.as_deref() == Some(&experiment.key));
    let last = mine.filter_map(local_time).max()?;
    let settled = i64::from(EstimateOptions::default().maturity_hours);
    last.checked_add(jiff::SignedDuration::from_hours(settled)).ok().map(jiff::civil::DateTime::date)
}

fn sentence_case(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
