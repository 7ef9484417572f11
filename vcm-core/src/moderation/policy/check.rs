//! What the author of a pack wants to know before it is used: every error at once, each with its line, and what is allowed but
//! cannot be meant.

use std::{collections::BTreeMap, ops::Range};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use super::{
    PolicyPack, PolicyRule,
    rules::{Rules, Situation},
};
use crate::{
    error::Violation,
    moderation::ModerationDecision,
    text::views::{Views, fold_text},
};

/// Something about a pack that its author should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PolicyProblem {
    /// Whether the pack can be used nevertheless.
    pub severity: Severity,
    /// The line of the file, from 1, where it can be told.
    pub line: Option<u32>,
    /// Id of the rule; none for the pack itself.
    pub rule: Option<String>,
    /// The field.
    pub field: String,
    /// What was found.
    pub found: String,
    /// What is allowed, or would be better.
    pub allowed: String,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The pack is refused.
    Error,
    /// The pack works, but hardly as meant.
    Warning,
}

/// Ordinary sentences: a rule that is found in most of them is found everywhere.
const ORDINARY: &[&str] = &[
    "Our new shop opens on Monday, and there is coffee for everyone.",
    "Three things we learned from a year of remote work.",
    "Thank you for 500 reviews. Which feature should come next?",
    "The weather is lovely today",
    "How to plan a week of meals in 20 minutes: a short guide",
];
/// Type errors of one rule that are looked for before giving up on it.
const MOST_TYPE_ERRORS: usize = 16;

/// Every problem of the pack in `text`, errors first, then by line. `today` tells which dates are past; without it none is.
pub fn check(text: &str, today: Option<Date>) -> Vec<PolicyProblem> {
    let table: Table = match toml::from_str(text) {
        Ok(table) => table,
        Err(error) => {
            let line = error.span().map(|span| line_of(text, span.start));
            return vec![PolicyProblem {
                severity: Severity::Error,
                line,
                rule: None,
                field: "(pack)".to_owned(),
                found: error.message().to_owned(),
                allowed: "valid TOML".to_owned(),
            }];
        }
    };
    let places = Places::of(text);
    let mut problems = Vec::new();
    let rules = read_rules(&table, &places, &mut problems);
    let named = |name: &str| table.get(name).and_then(Value::as_str).map(str::to_owned);
    for name in ["name", "version"] {
        if named(name).is_none() {
            problems.push(places.problem(Severity::Error, None, name, "nothing, or no string", "a string"));
        }
    }
    for key in table.keys().filter(|key| !["name", "version", "rule"].contains(&key.as_str())) {
        problems.push(places.problem(Severity::Error, None, key, "an unknown field", "name, version, rule"));
    }
    let indices: Vec<usize> = rules.iter().map(|(index, _)| *index).collect();
    let pack = PolicyPack {
        name: named("name").unwrap_or_else(|| "unnamed".to_owned()),
        version: named("version").unwrap_or_default(),
        rules: rules.into_iter().map(|(_, rule)| rule).collect(),
    };
    for (rule, violation) in pack.located_violations() {
        let rule = rule.and_then(|place| Some((*indices.get(place)?, pack.rules.get(place)?)));
        problems.push(places.of_violation(rule, &violation));
    }
    let broken: Vec<Option<String>> = problems.iter().map(|problem| problem.rule.clone()).collect();
    for (index, rule) in indices.iter().zip(&pack.rules) {
        if !broken.contains(&Some(rule.id.clone())) {
            look_closer(*index, rule, today, &places, &mut problems);
        }
    }
    problems.sort_by(|a, b| (a.severity, a.line, &a.field).cmp(&(b.severity, b.line, &b.field)));
    problems.dedup();
    problems
}

/// The rules that can be read, with their places in the file; what cannot be read goes to `problems`.
fn read_rules(table: &Table, places: &Places, problems: &mut Vec<PolicyProblem>) -> Vec<(usize, PolicyRule)> {
    let mut rules = Vec::new();
    let empty = Vec::new();
    let listed = match table.get("rule") {
        Some(Value::Array(listed)) => listed,
        other => {
            let found = if other.is_some() { "no list" } else { "no rule" };
            problems.push(places.problem(Severity::Error, None, "rule", found, "[[rule]] for each rule"));
            &empty
        }
    };
    for (index, value) in listed.iter().enumerate() {
        let id = value.get("id").and_then(Value::as_str).unwrap_or("no id").to_owned();
        let mut value = value.clone();
        for _ in 0..MOST_TYPE_ERRORS {
            let error = match serde_path_to_error::deserialize::<_, PolicyRule>(value.clone()) {
                Ok(rule) => {
                    rules.push((index, rule));
                    break;
                }
                Err(error) => error,
            };
            let message = error.inner().message().to_owned();
            let path = error.path().to_string();
            let quoted = message.split('`').nth(1).unwrap_or_default().to_owned();
            let missing = message.starts_with("missing field");
            let unknown = message.starts_with("unknown field");
            let field = if missing || unknown { quoted.clone() } else { path };
            let top = field.split(['.', '[']).next().unwrap_or_default().to_owned();
            let allowed = if missing { "this field in every rule" } else { "see the fields of a policy rule" };
            problems.push(places.problem(Severity::Error, Some((index, &id)), &field, &message, allowed));
            // The field is put right, so that what is wrong behind it is told too.
            let Some(rule) = value.as_table_mut() else { break };
            if unknown && rule.remove(&top).is_some() {
                continue;
            }
            let stand_in = match top.as_str() {
                "id" | "category" | "message" | "source" | "fix" => Value::String("x".to_owned()),
                "decision" => Value::String("flag".to_owned()),
                _ => {
                    if rule.remove(&top).is_none() {
                        break;
                    }
                    continue;
                }
            };
            rule.insert(top, stand_in);
        }
    }
    rules
}

/// What is allowed, but cannot be meant.
fn look_closer(
    index: usize,
    rule: &PolicyRule,
    today: Option<Date>,
    places: &Places,
    problems: &mut Vec<PolicyProblem>,
) {
    let mut tell = |severity, field: &str, found: String, allowed: &str| {
        problems.push(places.problem(severity, Some((index, &rule.id)), field, &found, allowed));
    };
    if let Some((until, today)) = rule.applies.until.zip(today).filter(|(until, today)| until < today) {
        tell(
            Severity::Warning,
            "applies.until",
            format!("{until}, before {today}"),
            "a date to come: the rule no longer applies",
        );
    }
    if rule.decision == ModerationDecision::Allow {
        return;
    }
    for phrase in rule.any.iter().filter(|phrase| rule.unless.iter().any(|excuse| holds(phrase, excuse))) {
        tell(
            Severity::Warning,
            "any",
            format!("{phrase:?}, which holds a phrase of unless"),
            "phrases that are not excused by themselves: this one is never found",
        );
    }
    if let Some(pattern) = &rule.pattern {
        let literal = pattern
            .replace("\\S", "")
            .replace("\\W", "")
            .replace("\\D", "")
            .replace("\\B", "")
            .replace("\\P", "")
            .replace("\\p", "");
        if literal.bytes().any(|byte| byte.is_ascii_uppercase()) && !pattern.contains("(?i") {
            tell(
                Severity::Warning,
                "pattern",
                format!("{pattern:?}"),
                "lower-case letters: it is tried on lower-case text, where an upper-case letter never stands",
            );
        }
    }
    let mut alone = rule.clone();
    alone.applies = super::Applies::default();
    alone.risk = None;
    let pack = PolicyPack { name: "checked".to_owned(), version: String::new(), rules: vec![alone] };
    let Ok(rules) = Rules::compile(std::slice::from_ref(&pack)) else { return };
    let everywhere = ORDINARY.iter().filter(|text| is_found(&rules, text)).count();
    if everywhere * 2 > ORDINARY.len() {
        let field = if rule.any.is_empty() { "pattern" } else { "any" };
        tell(
            Severity::Warning,
            field,
            "found in most ordinary sentences".to_owned(),
            "something that only some texts hold",
        );
    }
    for text in rule.matches.iter().filter(|text| !is_found(&rules, text)) {
        tell(
            Severity::Error,
            "matches",
            format!("{text:?}, in which the rule is not found"),
            "texts in which it is found",
        );
    }
    for text in rule.passes.iter().filter(|text| is_found(&rules, text)) {
        tell(
            Severity::Error,
            "passes",
            format!("{text:?}, in which the rule is found"),
            "texts in which it is not found",
        );
    }
}

fn holds(phrase: &str, excuse: &str) -> bool {
    let (phrase, excuse) = (fold_text(phrase.trim()), fold_text(excuse.trim()));
    format!(" {phrase} ").contains(&format!(" {excuse} "))
}

/// As the moderator looks for it.
fn is_found(rules: &Rules, text: &str) -> bool {
    let views = Views::of(text);
    let mut excused = Vec::new();
    if let Some(view) = views.folded() {
        rules.excuse(view, &mut excused);
    }
    views.folded().is_some_and(|view| !rules.find(view, Situation::default(), &excused).is_empty())
}

/// Places of fields by their path.
type Fields = BTreeMap<String, Range<usize>>;

/// Where the fields of a file stand.
struct Places<'a> {
    text: &'a str,
    /// Of each rule the place of its header and of its fields.
    rules: Vec<(Range<usize>, Fields)>,
    fields: Fields,
}

impl<'a> Places<'a> {
    fn of(text: &'a str) -> Self {
        let mut places = Self { text, rules: Vec::new(), fields: BTreeMap::new() };
        let Ok(table) = toml::de::DeTable::parse(text) else { return places };
        for (key, value) in table.get_ref() {
            places.fields.insert(key.get_ref().to_string(), key.span());
            if let (true, toml::de::DeValue::Array(rules)) = (key.get_ref() == "rule", value.get_ref()) {
                for rule in rules {
                    let mut fields = BTreeMap::new();
                    if let toml::de::DeValue::Table(rule) = rule.get_ref() {
                        for (key, value) in rule {
                            fields.insert(key.get_ref().to_string(), key.span());
                            if let toml::de::DeValue::Table(inner) = value.get_ref() {
                                for (inner_key, _) in inner {
                                    fields
                                        .insert(format!("{}.{}", key.get_ref(), inner_key.get_ref()), inner_key.span());
                                }
                            }
                        }
                    }
                    places.rules.push((rule.span(), fields));
                }
            }
        }
        places
    }

    fn line(&self, rule: Option<usize>, field: &str) -> Option<u32> {
        let top = field.split(['.', '[']).next().unwrap_or_default();
        let span = match rule {
            None => self.fields.get(top),
            Some(index) => {
                let (header, fields) = self.rules.get(index)?;
                Some(fields.get(field).or_else(|| fields.get(top)).unwrap_or(header))
            }
        };
        span.map(|span| line_of(self.text, span.start))
    }

    fn problem(
        &self,
        severity: Severity,
        rule: Option<(usize, &str)>,
        field: &str,
        found: &str,
        allowed: &str,
    ) -> PolicyProblem {
        let Violation { found, allowed, .. } = Violation::new(field, found, allowed);
        PolicyProblem {
            severity,
            line: self.line(rule.map(|(index, _)| index), field),
            rule: rule.map(|(_, id)| id.to_owned()),
            field: field.to_owned(),
            found,
            allowed,
        }
    }

    fn of_violation(&self, rule: Option<(usize, &PolicyRule)>, violation: &Violation) -> PolicyProblem {
        let field = violation.field.split_once(").").map_or(violation.field.as_str(), |(_, field)| field);
        let rule = rule.map(|(index, rule)| (index, rule.id.as_str()));
        self.problem(Severity::Error, rule, field, &violation.found, &violation.allowed)
    }
}

fn line_of(text: &str, place: usize) -> u32 {
    text.as_bytes().iter().take(place).filter(|byte| **byte == b'\n').count() as u32 + 1
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const PACK: &str = r#"name = "own"
version = "1"
[[rule]]
id = "own.badger"
category = "house"
any = ["badger", "honest badger"]
unless = ["honest"]
applies = { until = "2025-12-31" }
decision = "perhaps"
colour = "red"
source = "house rules"
[[rule]]
id = "own.everything"
category = "house"
pattern = '[A-Za-z]'
decision = "flag"
message = "Found."
source = "house rules"
matches = ["12"]
passes = ["abc"]
[[rule]]
id = "own.everything"
category = ""
decision = "flag"
message = "Twice."
source = "house rules"
"#;

    #[test]
    fn every_problem_is_told_at_once_with_its_line() {
        let problems = check(PACK, Some(date(2026, 1, 1)));
        let told: Vec<_> = problems.iter().map(|p| (p.severity, p.line.unwrap(), p.field.as_str())).collect();
        let (error, warning) = (Severity::Error, Severity::Warning);
        let expected = [(error, 9, "decision"), (error, 10, "colour"), (error, 22, "id"), (error, 23, "category")];
        for problem in expected {
            assert!(told.contains(&problem), "{problem:?} not in {problems:#?}");
        }
        assert!(
            problems
                .iter()
                .any(|p| p.severity == error && p.field == "message" && p.rule.as_deref() == Some("own.badger"))
        );
        assert!(
            problems.iter().any(|p| p.severity == error && p.field == "any" && p.line == Some(21)),
            "{problems:#?}"
        );
        assert_eq!(
            told.iter().filter(|p| p.0 == warning).count(),
            0,
            "a rule that cannot be used is not looked at closer"
        );
    }

    #[test]
    fn what_cannot_be_meant_is_a_warning() {
        let pack = PACK.replace("\"perhaps\"", "\"flag\"\nmessage = \"No.\"").replace("colour = \"red\"\n", "");
        let pack = pack.split("[[rule]]\nid = \"own.everything\"\ncategory = \"\"").next().unwrap();
        let problems = check(pack, Some(date(2026, 1, 1)));
        let told: Vec<_> = problems.iter().map(|p| (p.severity, p.field.as_str())).collect();
        let (error, warning) = (Severity::Error, Severity::Warning);
        assert_eq!(
            told,
            [
                (error, "matches"),
                (error, "passes"),
                (warning, "any"),
                (warning, "applies.until"),
                (warning, "pattern"),
                (warning, "pattern")
            ]
        );
    }

    #[test]
    fn broken_toml_has_its_line() {
        let problems = check("name = \"x\"\nversion = \n", None);
        assert_eq!((problems.len(), problems[0].line, problems[0].field.as_str()), (1, Some(2), "(pack)"));
        assert_eq!(check("", None).len(), 3);
    }

    #[test]
    fn the_shipped_packs_are_in_order() {
        for text in super::super::pack::SHIPPED {
            let problems = check(text, Some(date(2026, 11, 1)));
            assert!(problems.is_empty(), "{problems:#?}");
        }
    }
}
