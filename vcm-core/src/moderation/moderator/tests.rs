use jiff::civil::date;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::moderation::lexicon::TermKind;

/// Harmless words stand in for the real ones.
fn moderator() -> Moderator {
    let terms =
        [("badger", TermKind::Profanity, Severity::Strong, 0.8), ("otter", TermKind::Slur, Severity::Severe, 0.9)];
    Moderator::new(Vec::new()).unwrap().with_lexicon(Lexicon::from_terms(terms, |_| false))
}

fn voice() -> BrandVoice {
    BrandVoice {
        banned_words: vec!["synergy".into(), "game changer".into(), "🚀".into()],
        required_words: vec!["Rust".into()],
        ..BrandVoice::default()
    }
}

fn rules(verdict: &Verdict) -> Vec<&str> {
    verdict.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

#[rstest]
#[case::clean("Rust makes builds faster", ModerationDecision::Allow, &[])]
#[case::coarse("Rust, you badger", ModerationDecision::Flag, &["lexicon.profanity"])]
#[case::slur("Rust, you 0tter", ModerationDecision::Quarantine, &["lexicon.slur"])]
#[case::threat("Rust or I will kill you", ModerationDecision::Block, &["safety.threat"])]
#[case::threat_disguised("Rust or I will k1ll you", ModerationDecision::Block, &["safety.threat"])]
#[case::banned("Rust brings synergy", ModerationDecision::Block, &["brand.banned_word"])]
#[case::banned_disguised("Rust brings s.y.n.e.r.g.y", ModerationDecision::Block, &["brand.banned_word"])]
#[case::banned_phrase("Rust, a Game-Changer", ModerationDecision::Block, &["brand.banned_word"])]
#[case::banned_sign("Rust to the moon 🚀", ModerationDecision::Block, &["brand.banned_word"])]
#[case::required("Builds got faster", ModerationDecision::Flag, &["brand.required_word"])]
#[case::email("Rust: ada@example.com", ModerationDecision::Quarantine, &["pii.email_address"])]
#[case::email_of_the_brief("Rust: Press@Example.com", ModerationDecision::Allow, &[])]
#[case::number("Rust is 90% faster", ModerationDecision::Flag, &["claim.number"])]
#[case::number_of_the_brief("Rust is 35% faster", ModerationDecision::Allow, &[])]
#[case::policy("Rust giveaway", ModerationDecision::Flag, &["giveaways.terms_missing"])]
#[case::several("Rust giveaway for badger fans", ModerationDecision::Flag, &["giveaways.terms_missing", "lexicon.profanity"])]
fn the_strictest_finding_decides(#[case] text: &str, #[case] decision: ModerationDecision, #[case] expected: &[&str]) {
    let mut grounding = Grounding::default();
    grounding.add_text("Builds are 35 % faster. Write to press@example.com.");
    let voice = voice();
    let parts = [text];
    let input = ModerationInput {
        voice: Some(&voice),
        grounding: Some(&grounding),
        as_of: Some(date(2026, 3, 1)),
        ..ModerationInput::text("x-angle-1-a", &parts)
    };
    let mut verdict = moderator().moderate(&input);
    verdict.findings.retain(|finding| finding.rule != "toxicity.model");
    assert_eq!(rules(&verdict), expected);
    assert_eq!(
        verdict.findings.iter().map(|finding| finding.decision).max().unwrap_or(ModerationDecision::Allow),
        decision
    );
    assert_eq!(verdict.subject, "x-angle-1-a");
}

#[test]
fn findings_name_their_part_and_span() {
    let parts = ["All fine here", "you b\u{200b}adger!"];
    let verdict = moderator().moderate(&ModerationInput::text("thread", &parts));
    let found: Vec<_> = verdict.findings.iter().map(|f| (f.rule.as_str(), f.part, f.start, f.end)).collect();
    assert_eq!(found, [("lexicon.profanity", Some(1), 4, 11), ("evasion.hidden_characters", Some(1), 5, 6)]);
    assert!(
        verdict.findings.iter().all(|finding| !finding.message.contains("badger")),
        "evidence is a span, not a copy"
    );
}

#[test]
fn a_required_word_may_stand_in_any_part() {
    let voice = voice();
    let input = ModerationInput { voice: Some(&voice), ..ModerationInput::text("t", &["One", "of rust"]) };
    assert_eq!(moderator().moderate(&input).decision, ModerationDecision::Allow);
}

#[test]
fn a_secret_is_blocked_even_when_the_brief_gives_it_out() {
    let key = format!("AKIA{}", "IOSFODNN7EXAMPLE");
    let mut grounding = Grounding::default();
    grounding.add_text(&key);
    let parts = [key.as_str()];
    let input = ModerationInput { grounding: Some(&grounding), ..ModerationInput::text("t", &parts) };
    assert_eq!(moderator().moderate(&input).decision, ModerationDecision::Block);
}

#[test]
fn a_report_has_the_form_of_the_command() {
    let report = moderator().report("Écris à ada@example.com, badger");
    let value = serde_json::to_value(&report).unwrap();
    assert_eq!(value["decision"], "quarantine");
    assert_eq!(value["pii"], serde_json::json!([{"type": "EMAIL_ADDRESS", "start": 8, "end": 23, "score": 1.0}]));
    assert_eq!(
        value["spans"][1],
        serde_json::json!({"kind": "toxicity", "rule": "lexicon.profanity", "start": 25, "end": 31})
    );
}

#[test]
fn a_moderator_is_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Moderator>();
}

/// Words of real places, people and things that hold other words: none is offensive.
#[rstest]
#[case("Scunthorpe, Penistone, Lightwater and Cockermouth are towns")]
#[case("The assassin's class passed a grass assessment")]
#[case("An analyst's cockpit; a shiitake mushroom; a peacock; a cocktail")]
#[case("Dickens and Hancock had a cumulative therapist")]
#[case("Essex and Middlesex, sussex county")]
#[case("Matsushita, Hitachi, the Bass player")]
#[case("Push it to the limit, it's hot, mass hits")]
#[case("Try it again. As is. We sell t-shirts & up-cycled caps")]
fn innocent_words_pass_the_shipped_lexicon(#[case] text: &str) {
    let verdict = Moderator::new(Vec::new()).unwrap().moderate(&ModerationInput::text("t", &[text]));
    assert_eq!(rules(&verdict), Vec::<&str>::new(), "{:?}", verdict.findings);
}

/// A name that is also a coarse word is no finding of the lexicon: it only counts in the model's score.
#[test]
fn an_ambiguous_name_is_left_to_the_model() {
    let verdict = Moderator::new(Vec::new()).unwrap().moderate(&ModerationInput::text("t", &["A Dick Tracy comic"]));
    assert!(!rules(&verdict).iter().any(|rule| rule.starts_with("lexicon")), "{:?}", verdict.findings);
}

proptest! {
    #[test]
    fn any_text_has_a_verdict_with_spans_inside_it(text in "\\PC{0,120}|(?:badger|giveaway|b\\*dger|[a-zé 0-9@.!*-]|\u{200b}|а|👩\u{200d}💻){0,40}") {
        let moderator = moderator();
        let voice = voice();
        let grounding = Grounding::default();
        let parts = [text.as_str()];
        let input = ModerationInput { voice: Some(&voice), grounding: Some(&grounding), ..ModerationInput::text("t", &parts) };
        let verdict = moderator.moderate(&input);
        let length = text.chars().count() as u32;
        prop_assert!((0.0..=1.0).contains(&verdict.toxicity));
        for finding in verdict.findings {
            prop_assert!(finding.start <= finding.end && finding.end <= length, "{finding:?}");
            prop_assert_eq!(finding.part.is_none(), finding.rule == "brand.required_word");
        }
    }
}
