//! The brief: everything a person says about a campaign before it starts.
//!
//! The offline writer says only what stands here or in a source, so the fields that carry facts ask for a grammatical form
//! (noun phrase, infinitive, sentence): with it, copy reads as written by hand. [`parse()`] reads TOML or JSON and reports every
//! wrong field at once; [`Brief::validate`] holds the rules; [`schema()`] is the JSON schema; [`advice()`] tells what it could
//! still say. Next: [`crate::platform`].

mod advice;
mod brand;
mod checks;
mod document;
mod forms;
mod material;
mod parse;
mod plan;
mod rules;
mod schema;
mod shape;
mod suggest;
mod validate;
mod voice;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    advice::{Advice, AdviceCode, AdviceWeight, Produced, advice, is_link},
    brand::{Brand, BrandPhoto},
    material::{Audience, Comparison, Link, Milestone, Myth, Objection, Offer, Product, ProofKind, ProofPoint},
    parse::{BriefFormat, from_value, parse},
    plan::{Account, Budget, ExperimentPlan, Factor, PlatformPlan, QuietHours, Schedule},
    schema::schema,
    voice::{BrandVoice, EmojiPolicy, HashtagPolicy, Person, Tone},
};

/// A campaign brief. Unknown fields are errors, so that a typing mistake is never silently ignored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brief {
    /// The campaign's name, 1 to 120 characters. Appears in the kit, never in copy.
    #[schemars(length(min = 1, max = 120))]
    pub name: String,
    /// What the campaign is about.
    pub product: Product,
    /// Whom it speaks to: 1 to 5 audiences, the most important first.
    #[schemars(length(min = 1, max = 5))]
    pub audiences: Vec<Audience>,
    /// What it should achieve: 1 to 3 goals, the most important first.
    #[schemars(length(min = 1, max = 3))]
    pub goals: Vec<Goal>,
    /// Where it is posted and how often: 1 to 10 platforms, each once per account.
    #[schemars(length(min = 1, max = 10))]
    pub platforms: Vec<PlatformPlan>,
    /// How it sounds.
    #[serde(default)]
    pub voice: BrandVoice,
    /// Colours and marks for visuals.
    #[serde(default)]
    pub brand: Brand,
    /// Facts that copy may state, each with an id and a source. Ids are unique.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub proof_points: Vec<ProofPoint>,
    /// Steps of a how-to, each an imperative sentence ("Run `rustup update stable`."). They feed how-to angles.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub steps: Vec<String>,
    /// Beliefs that are wrong, with the fact that answers them. They feed myth angles.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub myths: Vec<Myth>,
    /// Doubts that readers have, with the answer. They feed objection angles.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub objections: Vec<Objection>,
    /// How things were and how they are now. They feed before/after and comparison angles.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub comparisons: Vec<Comparison>,
    /// Dated events of the product's story. They feed story and behind-the-scenes angles.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub milestones: Vec<Milestone>,
    /// What is offered, if anything.
    #[serde(default)]
    pub offer: Option<Offer>,
    /// Links that copy may use; the first is the campaign's main link.
    #[serde(default)]
    #[schemars(length(max = 50))]
    pub links: Vec<Link>,
    /// Hashtags to use and to avoid.
    #[serde(default)]
    pub hashtags: HashtagPolicy,
    /// When posts may go out.
    pub schedule: Schedule,
    /// BCP-47 locale of the copy, such as `en-GB`. Default `en-US`. It chooses the language of the offline writer, its dates and its
    /// numbers, and the grammatical forms that fields are held to.
    #[serde(default = "default_locale")]
    pub locale: String,
    /// What the campaign may cost.
    #[serde(default)]
    pub budget: Budget,
    /// Accounts that post, referred to by `platforms[].account`.
    #[serde(default)]
    #[schemars(length(max = 50))]
    pub accounts: Vec<Account>,
    /// The A/B experiment to plan, if any.
    #[serde(default)]
    pub experiment: Option<ExperimentPlan>,
    /// How many angles to develop, 1 to 24. Default 6.
    #[serde(default = "default_angles")]
    #[schemars(range(min = 1, max = 24))]
    pub angles: u8,
    /// Seed of every random choice. Default 0; the host may override it.
    #[serde(default)]
    pub seed: Option<u64>,
    /// Files of own earlier posts (CSV or JSON Lines with time, text, format, engagement): relative paths with `/` inside the folder
    /// of the brief's file, ending in `.csv`, `.jsonl` or `.ndjson`. Absolute paths and `..` are refused: a brief travels, and must
    /// not be able to name a file of the machine that runs it.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub history: Vec<String>,
    /// Files of dated texts to find trends in (JSON Lines, `.jsonl` or `.ndjson`), by the same rule.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub trends: Vec<String>,
}

/// What a campaign should achieve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// The kind of outcome.
    pub kind: GoalKind,
    /// A figure to reach, if one is set.
    #[serde(default)]
    pub target: Option<f64>,
    /// What the figure counts, such as "newsletter sign-ups".
    #[serde(default)]
    pub metric: Option<String>,
    /// The day the target is due.
    #[serde(default)]
    pub due: Option<Date>,
}

/// Kinds of outcome; they choose calls to action and funnel stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GoalKind {
    /// Many people see it.
    Awareness,
    /// People reply, share and save.
    Engagement,
    /// People follow the link.
    Traffic,
    /// People sign up, register or subscribe.
    Signups,
    /// People buy or donate.
    Sales,
    /// People take part: join, contribute, attend.
    Community,
}

fn default_locale() -> String {
    "en-US".into()
}

fn default_angles() -> u8 {
    6
}
