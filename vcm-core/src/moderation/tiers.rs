//! Two tiers, one verdict: the local tier decides, a classifier of a provider may raise it, and its silence holds the text back.
//!
//! A classifier never lowers a verdict. It is not asked about what the local tier quarantines or blocks: that is held back
//! anyway, and may carry personal data or secrets that must not leave the machine. Next: [`crate::kit`].

use super::{Finding, FindingKind, ModerationDecision, Verdict};
use crate::{
    error::ErrorKind,
    ports::classifier::{LONGEST_REASON_CHARS, Opinion},
};

/// From this chance on a classifier's opinion asks for a reviewer's look.
pub const FLAG_AT: f64 = 0.5;
/// From this chance on the text must be looked at before it can be approved.
pub const QUARANTINE_AT: f64 = 0.8;

/// True when a classifier should be asked about the subject of this verdict.
pub fn wants_opinion(verdict: &Verdict) -> bool {
    verdict.decision < ModerationDecision::Quarantine
}

/// The verdict with the opinion of the classifier `id` taken in. It becomes the tier of the verdict when it raised the decision. An
/// opinion without a chance between 0 and 1 counts as none.
#[must_use]
pub fn with_opinion(mut verdict: Verdict, id: &str, opinion: &Opinion) -> Verdict {
    if !(0.0..=1.0).contains(&opinion.toxicity) {
        return without_opinion(verdict, id, ErrorKind::ProviderFailed);
    }
    let decision = match opinion.toxicity {
        chance if chance >= QUARANTINE_AT => ModerationDecision::Quarantine,
        chance if chance >= FLAG_AT => ModerationDecision::Flag,
        _ => return verdict,
    };
    let reason = opinion.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let reason = reason.unwrap_or("The classifier judges the text as abusive.");
    verdict.findings.push(finding(
        "toxicity.classifier",
        decision,
        &reason.chars().take(LONGEST_REASON_CHARS).collect::<String>(),
        "Say it without abuse.",
        opinion.toxicity,
    ));
    if decision > verdict.decision {
        verdict.decision = decision;
        verdict.toxicity = opinion.toxicity;
        id.clone_into(&mut verdict.tier);
    }
    verdict
}

/// The verdict when the classifier `id` was asked and did not answer: held back until a person has looked. The tier becomes
/// `<id> unavailable`; the chance stays the local tier's.
#[must_use]
pub fn without_opinion(mut verdict: Verdict, id: &str, why: ErrorKind) -> Verdict {
    verdict.findings.push(finding(
        "toxicity.classifier_unavailable",
        ModerationDecision::Quarantine,
        &format!("The classifier {id} did not answer ({why})."),
        "Moderate again when it is back, or let a person decide.",
        1.0,
    ));
    if verdict.decision < ModerationDecision::Quarantine {
        verdict.decision = ModerationDecision::Quarantine;
        verdict.tier = format!("{id} unavailable");
    }
    verdict
}

fn finding(rule: &str, decision: ModerationDecision, message: &str, fix: &str, score: f64) -> Finding {
    Finding {
        kind: FindingKind::Toxicity,
        rule: rule.to_owned(),
        decision,
        part: None,
        start: 0,
        end: 0,
        message: message.to_owned(),
        fix: Some(fix.to_owned()),
        score,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn verdict(decision: ModerationDecision) -> Verdict {
        Verdict { subject: "post".into(), decision, toxicity: 0.2, tier: "local".into(), findings: Vec::new() }
    }

    #[rstest]
    #[case::below(ModerationDecision::Allow, 0.49, ModerationDecision::Allow, "local", 0.2)]
    #[case::flags(ModerationDecision::Allow, 0.5, ModerationDecision::Flag, "acme 1", 0.5)]
    #[case::quarantines(ModerationDecision::Flag, 0.8, ModerationDecision::Quarantine, "acme 1", 0.8)]
    #[case::agrees(ModerationDecision::Flag, 0.6, ModerationDecision::Flag, "local", 0.2)]
    #[case::never_lowers(ModerationDecision::Block, 0.0, ModerationDecision::Block, "local", 0.2)]
    #[case::no_chance(ModerationDecision::Allow, f64::NAN, ModerationDecision::Quarantine, "acme 1 unavailable", 0.2)]
    #[case::out_of_range(ModerationDecision::Allow, 1.5, ModerationDecision::Quarantine, "acme 1 unavailable", 0.2)]
    fn a_classifier_may_only_raise(
        #[case] local: ModerationDecision,
        #[case] chance: f64,
        #[case] decision: ModerationDecision,
        #[case] tier: &str,
        #[case] toxicity: f64,
    ) {
        let combined = with_opinion(verdict(local), "acme 1", &Opinion { toxicity: chance, reason: None });
        assert_eq!((combined.decision, combined.tier.as_str()), (decision, tier));
        assert!((combined.toxicity - toxicity).abs() < 1e-12);
    }

    #[rstest]
    #[case(ModerationDecision::Allow, ModerationDecision::Quarantine, "acme 1 unavailable")]
    #[case(ModerationDecision::Block, ModerationDecision::Block, "local")]
    fn an_outage_holds_back(
        #[case] local: ModerationDecision,
        #[case] decision: ModerationDecision,
        #[case] tier: &str,
    ) {
        let combined = without_opinion(verdict(local), "acme 1", ErrorKind::ProviderFailed);
        assert_eq!((combined.decision, combined.tier.as_str()), (decision, tier));
        assert_eq!(
            combined.findings.last().map(|finding| finding.rule.as_str()),
            Some("toxicity.classifier_unavailable")
        );
    }

    #[test]
    fn what_is_held_back_already_is_not_sent_out() {
        let asked: Vec<bool> = [
            ModerationDecision::Allow,
            ModerationDecision::Flag,
            ModerationDecision::Quarantine,
            ModerationDecision::Block,
        ]
        .map(|decision| wants_opinion(&verdict(decision)))
        .to_vec();
        assert_eq!(asked, [true, true, false, false]);
    }

    #[test]
    fn a_long_reason_is_cut() {
        let reason = Some("é".repeat(5_000));
        let combined = with_opinion(verdict(ModerationDecision::Allow), "acme 1", &Opinion { toxicity: 0.9, reason });
        assert_eq!(combined.findings.last().map(|finding| finding.message.chars().count()), Some(LONGEST_REASON_CHARS));
    }
}
