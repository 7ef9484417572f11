//! How a copy is built and why it was chosen among the drafts.
//!
//! A writer makes more drafts than it needs and keeps one. What spoke for it is kept with it, so that a reviewer can disagree
//! with a reason and not with a number. Next: [`crate::visuals`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The order in which a body tells what it has to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Framework {
    /// What is new first, then the details by weight: the inverted pyramid of news writing.
    Announcement,
    /// Attention, interest, desire, action (E. St. Elmo Lewis).
    Aida,
    /// Problem, agitation, solution; the agitation is what the brief says bothers readers.
    ProblemSolution,
    /// How it was, how it is, and what leads from one to the other.
    BeforeAfterBridge,
    /// Steps to a result.
    HowTo,
    /// Steps to tick off.
    Checklist,
    /// Several things in a row.
    List,
    /// Figures in a row.
    Numbers,
    /// A wrong belief and the fact.
    MythFact,
    /// Dated events in order.
    Story,
    /// One event and what it led to.
    BehindTheScenes,
    /// Several questions with their answers.
    Faq,
    /// One doubt with its answer.
    Objection,
    /// This beside that.
    Comparison,
    /// A fact that can be checked, and what goes with it.
    Proof,
    /// One figure and what it means.
    DataPoint,
    /// A letter to the audience.
    OpenLetter,
    /// Somebody's words, then the context.
    Quote,
    /// The offer and its terms.
    Offer,
    /// The offer by its last day.
    Deadline,
    /// What it is, from the beginning.
    Explainer,
    /// A benefit first, then the fact behind it.
    BenefitProof,
    /// Whom it is for.
    Fit,
    /// Choices for readers.
    Poll,
    /// A question to readers and what the facts say to it.
    Question,
    /// A topic that is being talked about, and a fact for it.
    Trend,
}

impl Framework {
    /// Its stable name, as in the kit.
    pub fn name(self) -> &'static str {
        match self {
            Self::Announcement => "announcement",
            Self::Aida => "aida",
            Self::ProblemSolution => "problem_solution",
            Self::BeforeAfterBridge => "before_after_bridge",
            Self::HowTo => "how_to",
            Self::Checklist => "checklist",
            Self::List => "list",
            Self::Numbers => "numbers",
            Self::MythFact => "myth_fact",
            Self::Story => "story",
            Self::BehindTheScenes => "behind_the_scenes",
            Self::Faq => "faq",
            Self::Objection => "objection",
            Self::Comparison => "comparison",
            Self::Proof => "proof",
            Self::DataPoint => "data_point",
            Self::OpenLetter => "open_letter",
            Self::Quote => "quote",
            Self::Offer => "offer",
            Self::Deadline => "deadline",
            Self::Explainer => "explainer",
            Self::BenefitProof => "benefit_proof",
            Self::Fit => "fit",
            Self::Poll => "poll",
            Self::Question => "question",
            Self::Trend => "trend",
        }
    }
}

/// Why a draft was chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Selection {
    /// How many drafts were compared, 1 or more.
    pub drafts: u32,
    /// The weighted mean of the parts, 0 to 1.
    pub score: f64,
    /// What the score is made of, the heaviest first.
    pub parts: Vec<SelectionPart>,
}

/// One reason for a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SelectionPart {
    /// Such as `hook`, `voice`, `novelty`, `grounding`, `fit`, `variety`.
    pub name: String,
    /// 0 to 1; higher is better.
    pub value: f64,
    /// Its share of the score; the shares add up to 1.
    pub weight: f64,
}
