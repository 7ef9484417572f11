//! The form of a policy pack, and what makes one valid.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, Result, Violation},
    moderation::{FindingKind, ModerationDecision},
    platform::Platform,
};

pub(super) const SHIPPED: &[&str] = &[
    include_str!("packs/disclosure.toml"),
    include_str!("packs/health.toml"),
    include_str!("packs/finance.toml"),
    include_str!("packs/giveaways.toml"),
    include_str!("packs/safety.toml"),
    include_str!("packs/suitability.toml"),
    include_str!("packs/platforms.toml"),
];

/// A set of rules, written as TOML.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyPack {
    /// Its name: lower-case letters, digits, `_` and `-`.
    pub name: String,
    /// Its version, as its author counts.
    pub version: String,
    /// Its rules.
    #[serde(rename = "rule")]
    pub rules: Vec<PolicyRule>,
}

/// A rule. It is found in a part when one of `any` stands there, and `pattern`, if given, matches, and none of `unless` stands
/// anywhere in the post.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyRule {
    /// Stable id, such as `health.cure_claim`. A later pack replaces the rule of the same id.
    pub id: String,
    /// What it is about, such as `health`.
    pub category: String,
    /// Kind of finding: `policy` (the default) or `toxicity` for threats and the like.
    #[serde(default = "policy_kind")]
    pub kind: FindingKind,
    /// Where it applies; everywhere by default.
    #[serde(default)]
    pub applies: Applies,
    /// Words and phrases, whole words in any case. At least one of `any` and `pattern` must be given.
    #[serde(default)]
    pub any: Vec<String>,
    /// A regular expression (syntax of the `regex` crate, on lower-case text). With `any` it is tried only where one of `any` stands.
    #[serde(default)]
    pub pattern: Option<String>,
    /// Words and phrases that make it right, such as `#ad`.
    #[serde(default)]
    pub unless: Vec<String>,
    /// What happens. `allow` switches the rule off.
    pub decision: ModerationDecision,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What would make it right, in a sentence.
    #[serde(default)]
    pub fix: Option<String>,
    /// Where the rule comes from: a law, a platform's page, with its section.
    pub source: String,
    /// False when nobody has held the rule against its source yet.
    #[serde(default = "verified")]
    pub verified: bool,
    /// The risk of a brand-suitability rule. Such a rule holds when the brand does not tolerate the risk; one of the floor always does.
    #[serde(default)]
    pub risk: Option<Risk>,
    /// Texts in which the rule must be found; `vcm policy check` tries them.
    #[serde(default)]
    pub matches: Vec<String>,
    /// Texts in which it must not be found.
    #[serde(default)]
    pub passes: Vec<String>,
}

/// How much a brand risks beside some content, from least to most (GARM Brand Safety Floor + Suitability Framework, 2022).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Informative, educational or artistic treatment.
    Low,
    /// Dramatic depiction, discussion without news or instruction.
    Medium,
    /// Glamorous, gratuitous or instructive treatment.
    High,
    /// Not fit for any advertising.
    Floor,
}

impl std::str::FromStr for Risk {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "low" => Ok(Self::Low),
            "medium" => Ok(Self::Medium),
            "high" => Ok(Self::High),
            "floor" => Ok(Self::Floor),
            _ => Err(Error::invalid_field("risk", "risk", format_args!("{text:?}"), "low, medium, high")),
        }
    }
}

/// Where a rule applies. Empty means everywhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Applies {
    /// Platforms; all when empty.
    pub platforms: Vec<Platform>,
    /// ISO 3166 codes of countries, or `EU`; all when empty. A post whose region is not known is held to every region's rules.
    pub regions: Vec<String>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

impl PolicyPack {
    /// Reads and checks a pack.
    ///
    /// # Errors
    /// `invalid_input` with every wrong rule by its id.
    pub fn parse(text: &str) -> Result<Self> {
        const OPERATION: &str = "parse_policy_pack";
        let pack: Self = match toml::Deserializer::parse(text) {
            Ok(deserializer) => serde_path_to_error::deserialize(deserializer).map_err(|error| {
                let path = error.path().to_string();
                let field = named_path(text, &path);
                Error::invalid_field(OPERATION, field, error.inner().message(), "see the fields of a policy rule")
                    .caused_by(error.into_inner())
            })?,
            Err(error) => {
                return Err(Error::invalid_field(OPERATION, "(pack)", error.message(), "valid TOML").caused_by(error));
            }
        };
        let violations = pack.violations();
        if violations.is_empty() { Ok(pack) } else { Err(Error::invalid_input(OPERATION, violations)) }
    }

    /// The packs that ship with vcm: ad disclosure, health, finance, giveaways, brand-safety floor, brand suitability, and what single
    /// platforms forbid.
    ///
    /// # Errors
    /// Never for a released version: a test reads them all.
    pub fn shipped() -> Result<Vec<Self>> {
        SHIPPED.iter().map(|text| Self::parse(text)).collect()
    }

    /// What is wrong with the pack, each with the id of its rule.
    pub(super) fn violations(&self) -> Vec<Violation> {
        self.located_violations().into_iter().map(|(_, violation)| violation).collect()
    }

    /// The same, each with the place of its rule.
    pub(super) fn located_violations(&self) -> Vec<(Option<usize>, Violation)> {
        let mut located = Vec::new();
        let mut violations = Vec::new();
        let code = |text: &str, more: &str| {
            !text.is_empty()
                && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || more.contains(c))
        };
        if !code(&self.name, "-") {
            violations.push(Violation::new(
                "name",
                format_args!("{:?}", self.name),
                "lower-case letters, digits, _ and -",
            ));
        }
        let mut ids = BTreeSet::new();
        located.extend(violations.drain(..).map(|violation| (None, violation)));
        for (index, rule) in self.rules.iter().enumerate() {
            let field = |name: &str| {
                format!("rule {} ({}).{name}", index + 1, if rule.id.is_empty() { "no id" } else { &rule.id })
            };
            if !code(&rule.id, ".-") {
                violations.push(Violation::new(
                    field("id"),
                    format_args!("{:?}", rule.id),
                    "lower-case letters, digits, . _ and -",
                ));
            }
            if !ids.insert(rule.id.as_str()) {
                violations.push(Violation::new(field("id"), format_args!("{:?} twice", rule.id), "each id once"));
            }
            if rule.any.is_empty() && rule.pattern.is_none() {
                violations.push(Violation::new(field("any"), "neither any nor pattern", "at least one of them"));
            }
            for (name, phrases) in [("any", &rule.any), ("unless", &rule.unless)] {
                if phrases.iter().any(|phrase| phrase.trim().is_empty()) {
                    violations.push(Violation::new(field(name), "\"\"", "phrases with at least one character"));
                }
            }
            if let Some(pattern) = &rule.pattern
                && let Err(error) = super::rules::compile(pattern)
            {
                violations.push(Violation::new(
                    field("pattern"),
                    error,
                    "a regular expression that does not match nothing",
                ));
            }
            for (name, value) in [("message", &rule.message), ("source", &rule.source), ("category", &rule.category)] {
                if value.trim().is_empty() {
                    violations.push(Violation::new(field(name), "\"\"", "at least one character"));
                }
            }
            if !matches!(rule.kind, FindingKind::Policy | FindingKind::Toxicity) {
                violations.push(Violation::new(field("kind"), format_args!("{:?}", rule.kind), "policy, toxicity"));
            }
            if let (Some(from), Some(until)) = (rule.applies.from, rule.applies.until)
                && from > until
            {
                violations.push(Violation::new(field("applies.until"), until, format!("{from} or later")));
            }
            if let Some(region) = rule.applies.regions.iter().find(|region| !is_region(region)) {
                violations.push(Violation::new(
                    field("applies.regions"),
                    format_args!("{region:?}"),
                    "two upper-case letters",
                ));
            }
            if rule.risk.is_some() && rule.kind != FindingKind::Policy && rule.risk != Some(Risk::Floor) {
                violations.push(Violation::new(
                    field("risk"),
                    format_args!("{:?}", rule.risk),
                    "floor, or kind = policy",
                ));
            }
            located.extend(violations.drain(..).map(|violation| (Some(index), violation)));
        }
        located
    }
}

fn is_region(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The path of a field with the rule's id in the place of its index, as far as the id can be read.
fn named_path(text: &str, path: &str) -> String {
    let index = path
        .strip_prefix("rule[")
        .and_then(|rest| rest.split_once(']'))
        .and_then(|(index, rest)| Some((index.parse::<usize>().ok()?, rest)));
    let Some((index, rest)) = index else { return path.to_owned() };
    let table: Option<toml::Table> = toml::from_str(text).ok();
    let id = table
        .as_ref()
        .and_then(|table| table.get("rule")?.as_array()?.get(index)?.get("id")?.as_str())
        .unwrap_or("no id");
    format!("rule {} ({id}){rest}", index + 1)
}

fn policy_kind() -> FindingKind {
    FindingKind::Policy
}

fn verified() -> bool {
    true
}

/// The JSON schema of a pack, as published in docs/schema.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(PolicyPack).to_value()
}
