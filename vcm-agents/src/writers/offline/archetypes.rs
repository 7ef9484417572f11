//! What kinds of story are good for. Next: [`super::angles`].

use vcm_core::{
    angles::{Archetype, FunnelStage},
    brief::GoalKind,
};

/// Archetypes that feel alike when they follow each other.
pub(super) fn family(archetype: Archetype) -> u8 {
    match archetype {
        Archetype::Myth | Archetype::Contrarian => 1,
        Archetype::BeforeAfter | Archetype::Comparison => 2,
        Archetype::Story | Archetype::BehindTheScenes => 3,
        Archetype::Proof | Archetype::DataPoint | Archetype::Numbers => 4,
        Archetype::Offer | Archetype::Seasonal => 5,
        Archetype::Question | Archetype::Problem | Archetype::OpenLetter => 6,
        Archetype::HowTo | Archetype::Checklist => 7,
        Archetype::Announcement | Archetype::Explainer => 8,
        Archetype::Objection | Archetype::Faq => 9,
        other => 20 + other as u8,
    }
}

/// Whether the archetype serves the goal.
pub(super) fn fits(goal: GoalKind, archetype: Archetype) -> bool {
    use Archetype as A;
    match goal {
        GoalKind::Awareness => {
            matches!(
                archetype,
                A::Announcement | A::Explainer | A::DataPoint | A::Story | A::Myth | A::Trend | A::BeforeAfter
            )
        }
        GoalKind::Engagement => {
            matches!(
                archetype,
                A::Question | A::Poll | A::Myth | A::Contrarian | A::Quote | A::List | A::Trend | A::Numbers
            )
        }
        GoalKind::Traffic => {
            matches!(
                archetype,
                A::List | A::HowTo | A::Proof | A::Spotlight | A::Announcement | A::BeforeAfter | A::DataPoint | A::Faq
            )
        }
        GoalKind::Signups => matches!(
            archetype,
            A::Problem | A::Objection | A::Offer | A::HowTo | A::Seasonal | A::Fit | A::Faq | A::Checklist
        ),
        GoalKind::Sales => {
            matches!(
                archetype,
                A::Offer | A::Problem | A::Objection | A::BeforeAfter | A::Proof | A::Seasonal | A::Spotlight | A::Fit
            )
        }
        GoalKind::Community => matches!(
            archetype,
            A::Story | A::BehindTheScenes | A::Question | A::HowTo | A::Quote | A::OpenLetter | A::Poll
        ),
    }
}

/// Where in the funnel the archetype works.
pub(super) fn funnel(archetype: Archetype) -> FunnelStage {
    use Archetype as A;
    match archetype {
        A::HowTo
        | A::List
        | A::Proof
        | A::Objection
        | A::Comparison
        | A::BeforeAfter
        | A::Quote
        | A::Faq
        | A::Checklist
        | A::Numbers
        | A::Spotlight
        | A::Fit => FunnelStage::Consideration,
        A::Offer | A::Seasonal => FunnelStage::Conversion,
        _ => FunnelStage::Awareness,
    }
}
