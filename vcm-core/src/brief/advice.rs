//! What a brief could still say, and what each thing would unlock: advice before a run, and after it with what was produced.
//!
//! A brief with few facts gives few, short posts. Rather than fill them up, the machine names what is missing: a field, and what
//! that field makes possible. Nothing is said about what is there already, and nothing is asked for that this release would not
//! use. Read next: [`super::rules`] for what a brief must say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Brand, Brief, GoalKind, ProofKind};
use crate::{kit::KitContent, moderation::FindingKind, platform::Platform};

/// One thing that would make the campaign better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Advice {
    /// What is missing: stable, for programs.
    pub code: AdviceCode,
    /// How much it would change.
    pub weight: AdviceWeight,
    /// Path of the field in the brief, such as `proof_points` or `audiences[0].pains`.
    pub field: String,
    /// What is missing, as a sentence.
    pub missing: String,
    /// What to do, as an imperative sentence.
    pub add: String,
    /// What that unlocks, as a sentence.
    pub unlocks: String,
}

/// How much a piece of advice would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AdviceWeight {
    /// Whole kinds of posts, or whether anything can be claimed or measured at all.
    Large,
    /// Some posts get better.
    Medium,
    /// A detail.
    Small,
}

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AdviceCode {
    /// No proof point at all.
    NoProofPoints,
    /// Fewer than four.
    FewProofPoints,
    /// No proof point with a figure.
    NoFigure,
    /// No proof point of kind `result`.
    NoResult,
    /// No quotation with its author.
    NoQuote,
    /// Proof points without a topic.
    ProofWithoutTopic,
    /// Proof points whose source is no link.
    ProofWithoutLink,
    /// Fewer than two steps.
    NoSteps,
    /// No wrong belief with its fact.
    NoMyths,
    /// No doubt with its answer.
    NoObjections,
    /// Nothing to compare with.
    NoComparisons,
    /// Fewer than two dated events.
    FewMilestones,
    /// A goal that asks readers to buy or sign up, and no offer.
    NoOffer,
    /// An offer without a last day.
    OfferWithoutEnd,
    /// No link.
    NoLink,
    /// What bothers the audience is not said.
    NoPains,
    /// What the audience wants is not said.
    NoWants,
    /// What one does with the product is not said.
    NoFeatures,
    /// No post that sounds right.
    NoVoiceExamples,
    /// No own earlier posts.
    NoHistory,
    /// No dated texts.
    NoTrends,
    /// The first goal has no figure to reach.
    NoGoalTarget,
    /// No hashtag of its own.
    NoHashtags,
    /// Brand colours are the defaults.
    DefaultColours,
    /// No experiment.
    NoExperiment,
    /// An experiment that cannot decide. Known after a run.
    ExperimentTooSmall,
    /// Fewer angles than asked for. Known after a run.
    AngleCountNotReached,
    /// Posts without a slot. Known after a run.
    PostsInReserve,
    /// Sentences that claim what no source carries. Known after a run.
    ClaimsWithoutSource,
}

impl AdviceCode {
    /// The stable code, as in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoProofPoints => "no_proof_points",
            Self::FewProofPoints => "few_proof_points",
            Self::NoFigure => "no_figure",
            Self::NoResult => "no_result",
            Self::NoQuote => "no_quote",
            Self::ProofWithoutTopic => "proof_without_topic",
            Self::ProofWithoutLink => "proof_without_link",
            Self::NoSteps => "no_steps",
            Self::NoMyths => "no_myths",
            Self::NoObjections => "no_objections",
            Self::NoComparisons => "no_comparisons",
            Self::FewMilestones => "few_milestones",
            Self::NoOffer => "no_offer",
            Self::OfferWithoutEnd => "offer_without_end",
            Self::NoLink => "no_link",
            Self::NoPains => "no_pains",
            Self::NoWants => "no_wants",
            Self::NoFeatures => "no_features",
            Self::NoVoiceExamples => "no_voice_examples",
            Self::NoHistory => "no_history",
            Self::NoTrends => "no_trends",
            Self::NoGoalTarget => "no_goal_target",
            Self::NoHashtags => "no_hashtags",
            Self::DefaultColours => "default_colours",
            Self::NoExperiment => "no_experiment",
            Self::ExperimentTooSmall => "experiment_too_small",
            Self::AngleCountNotReached => "angle_count_not_reached",
            Self::PostsInReserve => "posts_in_reserve",
            Self::ClaimsWithoutSource => "claims_without_source",
        }
    }
}

/// Below so many proof points, angles share their facts and posts say the same.
const FEW_PROOF_POINTS: usize = 4;

/// What a run made of the brief, as far as advice depends on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Produced {
    /// Angles developed.
    pub angles: usize,
    /// Copies without a slot.
    pub unplaced: usize,
    /// Copies with a slot.
    pub placed: usize,
    /// Platforms whose experiment cannot decide.
    pub undecidable: Vec<Platform>,
    /// Copies and visuals with a claim that no source carries.
    pub unsourced_claims: usize,
}

impl Produced {
    /// Reads it off a kit's content.
    pub fn of(content: &KitContent) -> Self {
        let undecidable = content.experiments.iter().filter(|experiment| !experiment.decidable);
        let claims = |kind: FindingKind| kind == FindingKind::Claim;
        Self {
            angles: content.angles.len(),
            unplaced: content.schedule.unplaced.len(),
            placed: content.schedule.entries.len(),
            undecidable: undecidable.map(|experiment| experiment.platform).collect(),
            unsourced_claims: content
                .verdicts
                .iter()
                .filter(|verdict| verdict.findings.iter().any(|finding| claims(finding.kind)))
                .count(),
        }
    }
}

/// What would make the campaign better, what changes most first. `produced` adds what only a run can know; without it the brief
/// alone is read.
pub fn advice(brief: &Brief, produced: Option<&Produced>) -> Vec<Advice> {
    let mut given = Vec::new();
    proof(brief, &mut given);
    material(brief, &mut given);
    readers_and_voice(brief, &mut given);
    data_and_aims(brief, &mut given);
    if let Some(produced) = produced {
        after_a_run(brief, produced, &mut given);
    }
    given.sort_by_key(|advice| advice.weight);
    given
}

use AdviceCode as Code;
use AdviceWeight::{Large, Medium, Small};

/// Whether a source can be followed.
pub fn is_link(source: &str) -> bool {
    let after = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
    after.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !source.chars().any(|c| c.is_whitespace() || c.is_control())
    })
}

fn note(
    given: &mut Vec<Advice>,
    (code, weight): (AdviceCode, AdviceWeight),
    field: impl Into<String>,
    missing: impl Into<String>,
    add: impl Into<String>,
    unlocks: &str,
) {
    let advice = Advice {
        code,
        weight,
        field: field.into(),
        missing: missing.into(),
        add: add.into(),
        unlocks: unlocks.to_owned(),
    };
    given.push(advice);
}

fn proof(brief: &Brief, given: &mut Vec<Advice>) {
    let points = &brief.proof_points;
    if points.is_empty() {
        note(
            given,
            (Code::NoProofPoints, Large),
            "proof_points",
            "The brief has no proof point.",
            "Add three facts that can be checked, each with its source.",
            "Proof, list and announcement posts that state something; without them copy repeats the summary.",
        );
        return;
    }
    if points.len() < FEW_PROOF_POINTS {
        note(
            given,
            (Code::FewProofPoints, Large),
            "proof_points",
            format!("The brief has {} proof point{}.", points.len(), if points.len() == 1 { "" } else { "s" }),
            format!("Add facts until there are at least {FEW_PROOF_POINTS}, each with its source."),
            "Angles that rest on facts of their own, and longer posts.",
        );
    }
    if !points.iter().any(|point| point.figure.is_some()) {
        note(
            given,
            (Code::NoFigure, Large),
            "proof_points[].figure",
            "No proof point has a figure.",
            "Add one number with its source: how many, how fast, how much less.",
            "Data-point posts and statistic cards.",
        );
    }
    if !points.iter().any(|point| point.kind == ProofKind::Result) {
        note(
            given,
            (Code::NoResult, Medium),
            "proof_points[].kind",
            "No proof point is a result that a customer or a study found.",
            "Add one customer number, with kind = \"result\".",
            "Proof posts that speak from use rather than from features.",
        );
    }
    if !points.iter().any(|point| point.kind == ProofKind::Quote && point.attribution.is_some()) {
        note(
            given,
            (Code::NoQuote, Medium),
            "proof_points[].attribution",
            "Nobody is quoted.",
            "Add one sentence that somebody said, with kind = \"quote\" and who said it.",
            "Quote posts and quote cards.",
        );
    }
    let without_topic: Vec<usize> =
        points.iter().enumerate().filter(|(_, point)| point.topic.is_none()).map(|(at, _)| at).collect();
    if let Some(first) = without_topic.first() {
        note(
            given,
            (Code::ProofWithoutTopic, Medium),
            format!("proof_points[{first}].topic"),
            format!("{} of {} proof points do not say what they are about.", without_topic.len(), points.len()),
            "Name the topic of each in a few words, such as \"async closures\".",
            "First lines that name the subject instead of the product.",
        );
    }
    let unlinked: Vec<usize> =
        points.iter().enumerate().filter(|(_, point)| !is_link(&point.source)).map(|(at, _)| at).collect();
    if let Some(first) = unlinked.first() {
        note(
            given,
            (Code::ProofWithoutLink, Small),
            format!("proof_points[{first}].source"),
            format!("{} of {} sources cannot be followed by a link.", unlinked.len(), points.len()),
            "Give the address of the page where the fact stands.",
            "Reviewers and readers can check the claim themselves.",
        );
    }
}

fn material(brief: &Brief, given: &mut Vec<Advice>) {
    if brief.steps.len() < 2 {
        let missing = if brief.steps.is_empty() { "There are no steps." } else { "There is only one step." };
        note(
            given,
            (Code::NoSteps, Medium),
            "steps",
            missing,
            "List the steps to a result, each as an imperative sentence.",
            "How-to posts, threads and step cards.",
        );
    }
    if brief.objections.is_empty() {
        note(
            given,
            (Code::NoObjections, Medium),
            "objections",
            "No doubt of readers is answered.",
            "Add a question that holds readers back, its answer, and the proof point behind it.",
            "Objection posts.",
        );
    }
    if brief.myths.is_empty() {
        note(
            given,
            (Code::NoMyths, Medium),
            "myths",
            "No wrong belief is put right.",
            "Add one belief that is wrong, the fact, and the proof point behind it.",
            "Myth posts.",
        );
    }
    if brief.comparisons.is_empty() {
        note(
            given,
            (Code::NoComparisons, Medium),
            "comparisons",
            "Nothing says how it was before.",
            "Add how it was, how it is now, and the proof point behind it.",
            "Before-and-after posts and comparison cards.",
        );
    }
    if brief.milestones.len() < 2 {
        let missing =
            if brief.milestones.is_empty() { "There are no dated events." } else { "There is only one dated event." };
        note(
            given,
            (Code::FewMilestones, Medium),
            "milestones",
            missing,
            "Add two to five dated events with their sources.",
            "Story and behind-the-scenes posts.",
        );
    }
    if brief.links.is_empty() {
        note(
            given,
            (Code::NoLink, Large),
            "links",
            "There is no link.",
            "Add the page that readers should land on, first in the list.",
            "Calls to action that lead somewhere.",
        );
    }
    let sells = |kind: GoalKind| matches!(kind, GoalKind::Sales | GoalKind::Signups);
    match &brief.offer {
        None if brief.goals.iter().any(|goal| sells(goal.kind)) => note(
            given,
            (Code::NoOffer, Medium),
            "offer",
            "The goal asks readers to act, and nothing is offered.",
            "Say what they get, as a sentence, and until when.",
            "Offer posts.",
        ),
        Some(offer) if offer.until.is_none() => note(
            given,
            (Code::OfferWithoutEnd, Small),
            "offer.until",
            "The offer has no last day.",
            "Give the last day it holds, if there is one.",
            "Posts that remind readers in time.",
        ),
        _ => {}
    }
    if brief.product.does.is_empty() {
        note(
            given,
            (Code::NoFeatures, Medium),
            "product.does",
            "The brief does not say what one does with the product.",
            "List what it lets people do, such as \"write async closures\".",
            "Benefits and calls to action in the reader's terms.",
        );
    }
}

fn readers_and_voice(brief: &Brief, given: &mut Vec<Advice>) {
    for (at, audience) in brief.audiences.iter().enumerate() {
        // The first audience leads most posts.
        let weight = if at == 0 { Medium } else { Small };
        if audience.pains.is_empty() {
            note(
                given,
                (Code::NoPains, weight),
                format!("audiences[{at}].pains"),
                format!("The brief does not say what bothers {}.", audience.name),
                "Name one to three things, such as \"waiting for slow builds\".",
                "Problem posts and first lines that meet the reader.",
            );
        }
        if audience.wants.is_empty() {
            note(
                given,
                (Code::NoWants, weight),
                format!("audiences[{at}].wants"),
                format!("The brief does not say what {} want.", audience.name),
                "Name one to three things, such as \"ship smaller binaries\".",
                "Question posts and promises that matter to them.",
            );
        }
    }
    if brief.voice.examples.is_empty() {
        note(
            given,
            (Code::NoVoiceExamples, Medium),
            "voice.examples",
            "There is no post that sounds right.",
            "Paste two or three posts in the voice that you want.",
            "Copy measured against your own voice.",
        );
    }
    if brief.hashtags.r#use.is_empty() {
        note(
            given,
            (Code::NoHashtags, Small),
            "hashtags.use",
            "No hashtag is asked for.",
            "Name the tags that your community uses.",
            "Ladders that begin with tags you know.",
        );
    }
    let usual = Brand::default();
    if (&brief.brand.primary, &brief.brand.accent) == (&usual.primary, &usual.accent) {
        note(
            given,
            (Code::DefaultColours, Small),
            "brand",
            "The brand's colours are not set.",
            "Give primary, accent and paper as #rrggbb.",
            "Visuals that look like yours.",
        );
    }
}

fn data_and_aims(brief: &Brief, given: &mut Vec<Advice>) {
    if brief.history.is_empty() {
        note(
            given,
            (Code::NoHistory, Large),
            "history",
            "There are no own earlier posts.",
            "Name a file of them: time, text and engagement are enough.",
            "Posting hours and hashtags learned from your audience instead of a general prior.",
        );
    }
    if brief.trends.is_empty() {
        note(
            given,
            (Code::NoTrends, Medium),
            "trends",
            "There are no texts to find trends in.",
            "Name a file of dated texts from your field.",
            "Trend angles, and hashtags that are on the rise.",
        );
    }
    if brief.goals.first().is_some_and(|goal| goal.target.is_none()) {
        note(
            given,
            (Code::NoGoalTarget, Small),
            "goals[0].target",
            "The first goal has no figure to reach.",
            "Set a target, what it counts, and when it is due.",
            "A yes or no to whether the campaign worked.",
        );
    }
    if brief.experiment.is_none() {
        note(
            given,
            (Code::NoExperiment, Medium),
            "experiment",
            "No experiment is asked for.",
            "Name the metric, its rate today and the impressions of a post.",
            "Variants in matched slots, and a read-out that tells which works.",
        );
    }
}

fn after_a_run(brief: &Brief, produced: &Produced, given: &mut Vec<Advice>) {
    if produced.angles < usize::from(brief.angles) {
        note(
            given,
            (Code::AngleCountNotReached, Large),
            "angles",
            format!("{} angles were asked for, and the facts carry {}.", brief.angles, produced.angles),
            "Add material of the kinds named here, or ask for fewer.",
            "As many different stories as you planned.",
        );
    }
    if produced.unsourced_claims > 0 {
        note(
            given,
            (Code::ClaimsWithoutSource, Large),
            "proof_points",
            format!("{} texts claim something that no source carries.", produced.unsourced_claims),
            "Add a proof point that carries the claim, or take it out.",
            "Approval without reservations.",
        );
    }
    if !produced.undecidable.is_empty() {
        let names: Vec<&str> = produced.undecidable.iter().map(|platform| platform.label()).collect();
        note(
            given,
            (Code::ExperimentTooSmall, Medium),
            "platforms[].posts_per_week",
            format!("The experiment cannot decide on {}.", names.join(", ")),
            "Post more often there, run longer, or look for a larger lift.",
            "A result instead of a hint.",
        );
    }
    if produced.unplaced > 0 {
        note(
            given,
            (Code::PostsInReserve, Small),
            "platforms[].posts_per_week",
            format!("{} of {} posts have no slot.", produced.unplaced, produced.unplaced + produced.placed),
            "Post more often or longer to use them, or keep them as a reserve.",
            "Every post that was made goes out.",
        );
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::*;

    fn sparse() -> Value {
        json!({
            "name": "n", "product": {"name": "uv", "category": "tool", "summary": "A tool."},
            "audiences": [{"name": "people"}], "goals": [{"kind": "sales"}], "platforms": [{"platform": "x"}],
            "schedule": {"start": "2026-11-23", "end": "2026-12-06", "time_zone": "Europe/Berlin"}
        })
    }

    fn full() -> Value {
        let mut brief = sparse();
        let proof = |id: &str| json!({"id": id, "statement": "It takes 3 s.", "source": "https://example.org/a", "topic": "speed"});
        let mut proofs = vec![proof("a"), proof("b"), proof("c"), proof("d")];
        if let [first, second, third, ..] = proofs.as_mut_slice() {
            first["figure"] = json!("3 s");
            second["kind"] = json!("result");
            third["kind"] = json!("quote");
            third["attribution"] = json!("Somebody");
        }
        brief["proof_points"] = json!(proofs);
        brief["audiences"] = json!([{"name": "people", "pains": ["waiting"], "wants": ["go home"]}]);
        brief["goals"] = json!([{"kind": "sales", "target": 3.0}]);
        brief["steps"] = json!(["Open it.", "Use it."]);
        brief["myths"] = json!([{"belief": "B.", "fact": "F.", "proof": "a"}]);
        brief["objections"] = json!([{"question": "Q?", "answer": "A.", "proof": "a"}]);
        brief["comparisons"] = json!([{"before": "B.", "after": "A.", "proof": "a"}]);
        let event = json!({"when": "2012", "event": "it began.", "source": "https://example.org"});
        brief["milestones"] = json!([event, event]);
        brief["links"] = json!([{"id": "l", "url": "https://example.org", "label": "the page"}]);
        brief["offer"] = json!({"text": "It is free.", "until": "2026-12-01"});
        brief["product"]["does"] = json!(["save time"]);
        brief["voice"] = json!({"examples": ["It works."]});
        brief["hashtags"] = json!({"use": ["uv"]});
        brief["brand"] = json!({"primary": "#000000", "accent": "#112233"});
        brief["history"] = json!(["h.csv"]);
        brief["trends"] = json!(["t.jsonl"]);
        brief["experiment"] = json!({"metric": "clicks", "baseline_rate": 0.02, "impressions_per_post": 1000});
        brief
    }

    fn codes(brief: &Value, produced: Option<&Produced>) -> Vec<&'static str> {
        let brief: Brief = serde_json::from_value(brief.clone()).expect("a brief");
        advice(&brief, produced).iter().map(|advice| advice.code.as_str()).collect()
    }

    #[test]
    fn a_full_brief_gets_no_advice() {
        assert_eq!(codes(&full(), None), Vec::<&str>::new());
    }

    #[test]
    fn each_missing_thing_is_named_once_and_only_it() {
        let cases: [(&str, Value, &[&str]); 16] = [
            ("/proof_points", json!([]), &["no_proof_points"]),
            ("/steps", json!(["One."]), &["no_steps"]),
            ("/myths", json!([]), &["no_myths"]),
            ("/objections", json!([]), &["no_objections"]),
            ("/comparisons", json!([]), &["no_comparisons"]),
            ("/milestones", json!([]), &["few_milestones"]),
            ("/links", json!([]), &["no_link"]),
            ("/offer", json!(null), &["no_offer"]),
            ("/offer/until", json!(null), &["offer_without_end"]),
            ("/audiences", json!([{"name": "people"}]), &["no_pains", "no_wants"]),
            ("/voice", json!({}), &["no_voice_examples"]),
            ("/history", json!([]), &["no_history"]),
            ("/trends", json!([]), &["no_trends"]),
            ("/experiment", json!(null), &["no_experiment"]),
            ("/proof_points/0/figure", json!(null), &["no_figure"]),
            ("/proof_points/3/source", json!("javascript:alert(1)"), &["proof_without_link"]),
        ];
        for (path, value, expected) in cases {
            let mut brief = full();
            *brief.pointer_mut(path).expect(path) = value;
            assert_eq!(codes(&brief, None), expected, "{path}");
        }
    }

    #[test]
    fn a_run_adds_what_only_it_can_know() {
        let produced =
            Produced { angles: 5, unplaced: 2, placed: 8, undecidable: vec![Platform::X], unsourced_claims: 1 };
        assert_eq!(
            codes(&full(), Some(&produced)),
            ["angle_count_not_reached", "claims_without_source", "experiment_too_small", "posts_in_reserve"]
        );
        let whole = Produced { angles: 6, placed: 10, ..Produced::default() };
        assert_eq!(codes(&full(), Some(&whole)), Vec::<&str>::new());
    }

    #[test]
    fn the_largest_comes_first_and_codes_are_the_json_ones() {
        let brief: Brief = serde_json::from_value(sparse()).expect("a brief");
        let given = advice(&brief, None);
        assert!(given.is_sorted_by_key(|advice| advice.weight));
        let distinct: BTreeSet<(&str, &str)> =
            given.iter().map(|advice| (advice.code.as_str(), advice.field.as_str())).collect();
        assert_eq!(distinct.len(), given.len());
        for advice in &given {
            assert_eq!(json!(advice.code), json!(advice.code.as_str()));
            for sentence in [&advice.missing, &advice.add, &advice.unlocks] {
                assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{sentence}");
            }
        }
    }

    #[test]
    fn only_web_addresses_are_links() {
        for good in ["https://a.b", "http://a.b/c?d=e"] {
            assert!(is_link(good), "{good}");
        }
        for bad in [
            "",
            "https://",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://a b",
            "//a.b",
            " https://a.b",
            "HTTPS:",
        ] {
            assert!(!is_link(bad), "{bad}");
        }
    }
}
