//! The material of a campaign: what is promoted, to whom, and the facts that may be said.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the campaign is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its name as copy writes it, 1 to 60 characters: "Rust 1.85", "the Tate Modern late".
    #[schemars(length(min = 1, max = 60))]
    pub name: String,
    /// What kind of thing it is: a singular noun phrase without article ("programming language release").
    pub category: String,
    /// What it is, in one sentence that can stand alone in a post, at most 300 characters.
    #[schemars(length(min = 1, max = 300))]
    pub summary: String,
    /// What one does with it: infinitive phrases without "to" ("write async closures").
    #[serde(default)]
    pub does: Vec<String>,
    /// True when the name takes a plural verb ("the Python docs *are*"). Default false.
    #[serde(default)]
    pub plural: bool,
}

/// A group of readers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// Plural noun phrase: "backend developers".
    pub name: String,
    /// What bothers them: noun or gerund phrases ("waiting for slow builds").
    #[serde(default)]
    pub pains: Vec<String>,
    /// What they want: infinitive phrases without "to" ("ship smaller binaries").
    #[serde(default)]
    pub wants: Vec<String>,
    /// IANA time zones they live in with their share, such as `{ "Europe/Berlin" = 0.6 }`. Shares are normalised; empty means
    /// the schedule's zone.
    #[serde(default)]
    pub time_zones: std::collections::BTreeMap<String, f64>,
}

/// A fact that copy may state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProofPoint {
    /// Short unique id; sentences in the kit cite it.
    pub id: String,
    /// The fact, as one complete sentence that can stand alone in a post, at most 240 characters.
    #[schemars(length(min = 1, max = 240))]
    pub statement: String,
    /// Where it can be checked: a URL or a citation.
    pub source: String,
    /// What kind of fact it is. Default `fact`.
    #[serde(default)]
    pub kind: ProofKind,
    /// What it is about: a short noun phrase without article at the front when none is needed ("async closures"). Used in hooks.
    #[serde(default)]
    #[schemars(length(min = 1, max = 60))]
    pub topic: Option<String>,
    /// The figure in it as it should be shown big on a card, such as "35 %", at most 24 characters. It must occur in the statement.
    #[serde(default)]
    #[schemars(length(min = 1, max = 24))]
    pub figure: Option<String>,
    /// Who said it, for quotes: "Ada Lovelace, mathematician".
    #[serde(default)]
    pub attribution: Option<String>,
}

/// Kinds of proof.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// A plain fact.
    #[default]
    Fact,
    /// A number that can be checked.
    Figure,
    /// What the product can do.
    Feature,
    /// What a person said, word for word.
    Quote,
    /// What a customer or a study found.
    Result,
}

/// A belief that is wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Myth {
    /// The belief, as a sentence: "You need nightly Rust for async closures."
    pub belief: String,
    /// The fact that answers it, as a sentence.
    pub fact: String,
    /// Id of the proof point that backs the fact.
    pub proof: String,
}

/// A doubt with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// The doubt, as a reader would ask it: "Will my old code still compile?"
    pub question: String,
    /// The answer, one or two sentences.
    pub answer: String,
    /// Id of the proof point that backs the answer.
    pub proof: String,
}

/// How things were and how they are now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// How it was, as a sentence.
    pub before: String,
    /// How it is now, as a sentence.
    pub after: String,
    /// Id of the proof point that backs it.
    pub proof: String,
}

/// A dated event of the product's story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// When, as copy writes it: "2012", "in May 2015".
    pub when: String,
    /// What happened, as a sentence that makes sense after "when".
    pub event: String,
    /// Where it can be checked.
    pub source: String,
}

/// What is offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The offer, as a sentence: "Entry is free until 18:00."
    pub text: String,
    /// A code to use, if any.
    #[serde(default)]
    pub code: Option<String>,
    /// The last day it holds.
    #[serde(default)]
    pub until: Option<Date>,
}

/// A link that copy may use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Short unique id.
    pub id: String,
    /// The http or https URL.
    pub url: String,
    /// What is behind it: a noun phrase that fits after "read" or "see" ("the release notes").
    pub label: String,
}
