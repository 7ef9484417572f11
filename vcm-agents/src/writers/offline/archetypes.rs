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
        Archetype::Proof | Archetype::DataPoint => 4,
        Archetype::Offer | Archetype::Seasonal => 5,
        Archetype::Question | Archetype::Problem => 6,
        other => 10 + other as u8,
    }
}

/// Whether the archetype serves the goal.
pub(super) fn fits(goal: GoalKind, archetype: Archetype) -> bool {
    use Archetype as A;
    match goal {
        GoalKind::Awareness => {
            matches!(archetype, A::Announcement | A::DataPoint | A::Story | A::Myth | A::Trend | A::BeforeAfter)
        }
        GoalKind::Engagement => {
            matches!(archetype, A::Question | A::Myth | A::Contrarian | A::Quote | A::List | A::Trend)
        }
        GoalKind::Traffic => {
            matches!(archetype, A::List | A::HowTo | A::Proof | A::Announcement | A::BeforeAfter | A::DataPoint)
        }
        GoalKind::Signups => matches!(archetype, A::Problem | A::Objection | A::Offer | A::HowTo | A::Seasonal),
        GoalKind::Sales => {
            matches!(archetype, A::Offer | A::Problem | A::Objection | A::BeforeAfter | A::Proof | A::Seasonal)
        }
        GoalKind::Community => matches!(archetype, A::Story | A::BehindTheScenes | A::Question | A::HowTo | A::Quote),
    }
}

/// Where in the funnel the archetype works.
pub(super) fn funnel(archetype: Archetype) -> FunnelStage {
    use Archetype as A;
    match archetype {
        A::HowTo | A::List | A::Proof | A::Objection | A::Comparison | A::BeforeAfter | A::Quote => {
            FunnelStage::Consideration
        }
        A::Offer | A::Seasonal => FunnelStage::Conversion,
        _ => FunnelStage::Awareness,
    }
}
