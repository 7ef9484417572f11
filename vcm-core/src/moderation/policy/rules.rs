//! Rules compiled for matching: one Aho–Corasick automaton over the phrases of all rules, regular expressions behind it.

use std::{collections::BTreeMap, fmt};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use jiff::civil::Date;
use regex::Regex;

use super::{PolicyPack, PolicyRule, Risk};
use crate::{
    error::{Error, Result},
    moderation::ModerationDecision,
    platform::Platform,
    text::views::{View, fold_text, is_word},
};

/// Countries of the European Union, for rules of region `EU`.
const EUROPEAN_UNION: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Where and when a post goes out.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Situation<'a> {
    pub(crate) platform: Option<Platform>,
    pub(crate) region: Option<&'a str>,
    pub(crate) as_of: Option<Date>,
    /// The highest risk that the brand tolerates; none tolerates all but the floor.
    pub(crate) tolerance: Option<Risk>,
}

/// A rule found in a part. Positions are code points of the original text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleHit<'a> {
    /// The rule.
    pub rule: &'a PolicyRule,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

#[derive(Debug)]
struct Compiled {
    rule: PolicyRule,
    pattern: Option<Regex>,
}

/// The rules of all packs.
#[derive(Debug)]
pub(crate) struct Rules {
    compiled: Vec<Compiled>,
    phrases: Option<AhoCorasick>,
    /// For each phrase of the automaton: its rule, and whether it is one of `unless`.
    owners: Vec<(usize, bool)>,
    /// Rules without phrases: their pattern is tried on every text.
    unguarded: Vec<usize>,
}

impl Rules {
    /// Compiles packs; a later rule replaces an earlier one of the same id, and `decision = "allow"` switches one off.
    pub(crate) fn compile(packs: &[PolicyPack]) -> Result<Self> {
        let mut by_id: BTreeMap<&str, &PolicyRule> = BTreeMap::new();
        for pack in packs {
            let violations = pack.violations();
            if !violations.is_empty() {
                return Err(Error::invalid_input("compile_policy", violations).with("pack", &pack.name));
            }
            by_id.extend(pack.rules.iter().map(|rule| (rule.id.as_str(), rule)));
        }
        let mut rules = Vec::new();
        let (mut phrases, mut owners, mut unguarded) = (Vec::new(), Vec::new(), Vec::new());
        for rule in by_id.into_values().filter(|rule| rule.decision != ModerationDecision::Allow) {
            let index = rules.len();
            for (words, unless) in [(&rule.any, false), (&rule.unless, true)] {
                for phrase in words {
                    phrases.push(normalise(phrase));
                    owners.push((index, unless));
                }
            }
            if rule.any.is_empty() {
                unguarded.push(index);
            }
            let pattern = rule.pattern.as_deref().map(compile).transpose().map_err(|error| {
                Error::invalid_field(
                    "compile_policy",
                    format!("rule ({}).pattern", rule.id),
                    error,
                    "a regular expression",
                )
            })?;
            rules.push(Compiled { rule: rule.clone(), pattern });
        }
        let phrases = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::Standard)
            .build(&phrases)
            .map_err(|error| {
                Error::invalid_field("compile_policy", "any", "too many phrases", "fewer or shorter phrases")
                    .caused_by(error)
            })?;
        Ok(Self { compiled: rules, phrases: Some(phrases).filter(|_| !owners.is_empty()), owners, unguarded })
    }

    /// Marks every rule excused by one of its `unless` phrases in this view.
    pub(crate) fn excuse(&self, view: &View, excused: &mut Vec<usize>) {
        self.each_phrase(view.text(), |owner, _, _| {
            if owner.1 {
                excused.push(owner.0);
            }
        });
    }

    /// Every rule found in the view of a part, with its span in the original.
    pub(crate) fn find(&self, view: &View, situation: Situation<'_>, excused: &[usize]) -> Vec<RuleHit<'_>> {
        let text = view.text();
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        self.each_phrase(text, |(index, unless), start, end| {
            if !unless {
                found.push((index, start, end));
            }
        });
        found.extend(self.unguarded.iter().map(|index| (*index, 0, 0)));
        let mut hits: Vec<(usize, RuleHit<'_>)> = Vec::new();
        for (index, start, end) in found {
            let Some(compiled) = self.compiled.get(index) else { continue };
            if excused.contains(&index)
                || hits.iter().any(|(known, _)| *known == index)
                || !applies(&compiled.rule, situation)
            {
                continue;
            }
            let span = match &compiled.pattern {
                Some(pattern) => pattern.find(text).map(|hit| (hit.start(), hit.end())),
                None => Some((start, end)),
            };
            let Some((start, end)) = span.filter(|(start, end)| start < end) else { continue };
            let characters = |to: usize| text.get(..to).map_or(0, |head| head.chars().count() as u32);
            let (start, end) = view.original(characters(start), characters(end));
            hits.push((index, RuleHit { rule: &compiled.rule, start, end }));
        }
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    fn each_phrase(&self, text: &str, mut visit: impl FnMut((usize, bool), usize, usize)) {
        let Some(phrases) = &self.phrases else { return };
        for hit in phrases.find_overlapping_iter(text) {
            if is_whole(text, hit.start(), hit.end())
                && let Some(owner) = self.owners.get(hit.pattern().as_usize())
            {
                visit(*owner, hit.start(), hit.end());
            }
        }
    }
}

/// Compiles a pattern of a rule. Patterns that match the empty text are refused: they would be found everywhere.
pub(super) fn compile(pattern: &str) -> Result<Regex, String> {
    let regex = regex::RegexBuilder::new(pattern).size_limit(1 << 20).build().map_err(|error| last_line(&error))?;
    if regex.is_match("") { Err("matches the empty text".to_owned()) } else { Ok(regex) }
}

/// The form in which phrases and texts meet: folded, with plain apostrophes.
fn normalise(phrase: &str) -> String {
    fold_text(phrase.trim())
}

fn last_line(error: &impl fmt::Display) -> String {
    error.to_string().lines().last().unwrap_or_default().to_owned()
}

/// True when no letter or digit touches the match. A phrase that begins or ends with a sign (`#ad`, `100%`) needs no boundary there.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let inner = |place: &str, first: bool| if first { place.chars().next() } else { place.chars().next_back() };
    let matched = text.get(start..end).unwrap_or_default();
    let before = text.get(..start).and_then(|head| inner(head, false));
    let after = text.get(end..).and_then(|tail| inner(tail, true));
    let open = inner(matched, true).is_some_and(is_word) && before.is_some_and(is_word);
    let close = inner(matched, false).is_some_and(is_word) && after.is_some_and(is_word);
    !open && !close
}

fn applies(rule: &PolicyRule, situation: Situation<'_>) -> bool {
    let Situation { platform, region, as_of, tolerance } = situation;
    let tolerated = tolerance.unwrap_or(Risk::High).min(Risk::High);
    if rule.risk.is_some_and(|risk| risk <= tolerated) {
        return false;
    }
    let limits = &rule.applies;
    let platform_fits =
        limits.platforms.is_empty() || platform.is_none_or(|platform| limits.platforms.contains(&platform));
    let region_fits = limits.regions.is_empty()
        || region.is_none_or(|region| {
            limits.regions.iter().any(|known| known == region || (known == "EU" && EUROPEAN_UNION.contains(&region)))
        });
    let date_fits = as_of
        .is_none_or(|day| limits.from.is_none_or(|from| from <= day) && limits.until.is_none_or(|until| day <= until));
    platform_fits && region_fits && date_fits
}
