//! The second tier of moderation in a run: a test double in the place of a provider's classifier.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use async_trait::async_trait;
use rstest::rstest;
use vcm_agents::{Machine, Workspace, machine::NewCampaign};
use vcm_core::{
    Error, ErrorKind, Result,
    campaign::{Campaign, Effect, Usage},
    hash::Seed,
    id::OrgId,
    moderation::{ModerationDecision, Verdict, toxicity},
    org::Actor,
    ports::{
        Classifier,
        classifier::{Classified, Opinion},
    },
    testing::{briefs, classifier::ClassifierFixture},
};

const COST_MICROS: u64 = 7;

/// Judges every text the same, and counts its calls.
#[derive(Debug, Default)]
struct Double {
    toxicity: f64,
    down: bool,
    /// Leaves out the last opinion.
    short: bool,
    calls: AtomicU64,
}

#[async_trait]
impl Classifier for Double {
    fn id(&self) -> &'static str {
        "double 1"
    }

    fn effect(&self) -> Effect {
        Effect::Outside
    }

    fn call_cost_micros(&self, texts: usize) -> u64 {
        COST_MICROS * texts as u64
    }

    async fn classify(&self, texts: &[&str]) -> Result<Classified> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        if self.down {
            return Err(Error::new(ErrorKind::ProviderFailed, "classify", "the test takes the provider down"));
        }
        let opinion = Opinion { toxicity: self.toxicity, reason: Some("The double says so.".to_owned()) };
        let opinions = vec![opinion; texts.len() - usize::from(self.short && !texts.is_empty())];
        let cost_micros = self.call_cost_micros(texts.len());
        Ok(Classified { opinions, usage: Usage { cost_micros, ..Usage::default() } })
    }
}

struct Fixture;

#[async_trait]
impl ClassifierFixture for Fixture {
    fn classifier(&self) -> Arc<dyn Classifier> {
        Arc::new(Double::default())
    }

    fn down(&self) -> Arc<dyn Classifier> {
        Arc::new(Double { down: true, ..Double::default() })
    }
}

async fn fixture() -> Fixture {
    Fixture
}

vcm_core::classifier_conformance!(fixture);

async fn run(classifier: Option<Arc<Double>>) -> (Workspace, Campaign, Vec<Verdict>) {
    let mut builder = Machine::builder().store(vcm_store::open("sqlite::memory:").await.unwrap());
    if let Some(classifier) = classifier {
        builder = builder.classifier(classifier);
    }
    let desk = builder.build().unwrap().workspace(OrgId::LOCAL, Actor::LOCAL);
    let now = Some("2026-11-22T09:00:00Z".parse().unwrap());
    let new = NewCampaign { seed: Some(Seed(7)), now, ..briefs::runnable().into() };
    let campaign = desk.create_campaign(new).await.unwrap();
    desk.run(campaign.id).finish().await.unwrap();
    let verdicts = desk.kit(campaign.id).await.unwrap().content.verdicts;
    let campaign = desk.campaign(campaign.id).await.unwrap();
    (desk, campaign, verdicts)
}

#[tokio::test]
async fn without_a_classifier_the_local_tier_decides() {
    let (_, campaign, verdicts) = run(None).await;
    assert!(!verdicts.is_empty() && verdicts.iter().all(|verdict| verdict.tier == toxicity::TIER));
    assert_eq!(campaign.spent_micros, 0);
}

#[rstest]
#[case::agrees(Double { toxicity: 0.1, ..Double::default() }, ModerationDecision::Allow, toxicity::TIER)]
#[case::raises(Double { toxicity: 0.9, ..Double::default() }, ModerationDecision::Quarantine, "double 1")]
#[case::is_down(Double { down: true, ..Double::default() }, ModerationDecision::Quarantine, "double 1 unavailable")]
#[case::leaves_one_out(Double { short: true, ..Double::default() }, ModerationDecision::Quarantine, "double 1 unavailable")]
#[tokio::test]
async fn the_verdict_says_which_tier_decided(
    #[case] double: Double,
    #[case] least: ModerationDecision,
    #[case] tier: &str,
) {
    let (_, _, verdicts) = run(Some(Arc::new(double))).await;
    assert!(!verdicts.is_empty());
    for verdict in verdicts {
        assert!(verdict.decision >= least, "{verdict:?}");
        assert_eq!(verdict.tier, tier, "{verdict:?}");
    }
}

#[tokio::test]
async fn a_paid_opinion_is_journalled_and_never_bought_twice() {
    let double = Arc::new(Double { toxicity: 0.6, ..Double::default() });
    let (desk, campaign, verdicts) = run(Some(double.clone())).await;
    let (calls, platforms) = (double.calls.load(Ordering::SeqCst), campaign.brief.platforms.len() as u64);
    assert_eq!(calls, platforms, "one call a platform");
    assert_eq!(campaign.spent_micros, COST_MICROS * verdicts.len() as u64);
    desk.run(campaign.id).finish().await.unwrap();
    desk.replay(campaign.id).await.unwrap();
    assert_eq!(double.calls.load(Ordering::SeqCst), calls, "neither a second run nor a replay asks again");
}
