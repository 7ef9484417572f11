//! What copy may claim: the figures, superlatives and words that stand in the brief and its sources.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::{
    numbers::{self, Number},
    superlatives,
};
use crate::{
    brief::Brief,
    moderation::pii::{PiiOptions, detect},
    text::views::{fold_text, is_word},
    trends::TrendTopic,
};

/// What backs the claims of a campaign's copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grounding {
    numbers: BTreeSet<String>,
    /// Years, months and days of the brief's dates.
    dates: BTreeSet<String>,
    superlatives: BTreeSet<&'static str>,
    /// All texts, as words between single spaces, so that a quotation is found by its words.
    words: String,
    /// Personal data that the brief itself gives out: a contact address, say.
    personal: BTreeSet<String>,
}

impl Grounding {
    /// What the brief says about the product, its proof, its story and offer, and what trend topics' texts say.
    pub fn from_brief(brief: &Brief, topics: &[TrendTopic]) -> Self {
        let mut grounding = Self::default();
        grounding.add_all(&brief.name);
        grounding.add_all(&brief.product);
        grounding.add_all(
            &brief.audiences.iter().map(|group| (&group.name, &group.pains, &group.wants)).collect::<Vec<_>>(),
        );
        grounding.add_all(&brief.goals);
        grounding.add_all(&brief.proof_points);
        grounding.add_all(&brief.steps);
        grounding.add_all(&brief.myths);
        grounding.add_all(&brief.objections);
        grounding.add_all(&brief.comparisons);
        grounding.add_all(&brief.milestones);
        grounding.add_all(&brief.offer);
        grounding.add_all(&brief.links);
        grounding.add_all(&brief.voice.examples);
        grounding.add_all(&brief.voice.required_words);
        grounding.add_all(&brief.accounts.iter().map(|account| &account.handle).collect::<Vec<_>>());
        for day in [brief.schedule.start, brief.schedule.end] {
            grounding.add_date(day);
        }
        for topic in topics {
            grounding.add_all(&(&topic.label, &topic.medoid));
        }
        grounding
    }

    /// Adds a text: what stands in it may be claimed.
    pub fn add_text(&mut self, text: &str) {
        self.numbers.extend(numbers::all(text).into_iter().map(|number| number.value));
        self.superlatives.extend(superlatives::all(text).into_iter().map(|word| word.stem));
        self.words.push_str(&words_of(text));
        let characters: Vec<char> = text.chars().collect();
        for span in detect(text, &PiiOptions::default()) {
            let value = characters.get(span.start as usize..span.end as usize).unwrap_or_default();
            self.personal.insert(comparable(&value.iter().collect::<String>()));
        }
        if let Ok(day) = text.parse::<jiff::civil::Date>() {
            self.add_date(day);
        }
    }

    /// Adds every text inside a value. Text fields carry the facts, numbers are settings, except a goal's target.
    fn add_all<T: Serialize>(&mut self, value: &T) {
        fn walk(grounding: &mut Grounding, value: &Value) {
            match value {
                Value::String(text) => grounding.add_text(text),
                Value::Number(number) => grounding.add_text(&number.to_string()),
                Value::Array(items) => items.iter().for_each(|item| walk(grounding, item)),
                Value::Object(fields) => fields.values().for_each(|field| walk(grounding, field)),
                Value::Null | Value::Bool(_) => {}
            }
        }
        if let Ok(value) = serde_json::to_value(value) {
            walk(self, &value);
        }
    }

    fn add_date(&mut self, day: jiff::civil::Date) {
        self.dates
            .extend([i32::from(day.year()), i32::from(day.month()), i32::from(day.day())].map(|part| part.to_string()));
    }

    /// True when the figure stands in the brief or a source. A bare figure is carried by the same figure with a percent sign, not
    /// the other way round.
    pub(super) fn carries_number(&self, number: &Number) -> bool {
        let value = &number.value;
        let known = |value: &str| self.numbers.contains(value) || (number.date && self.dates.contains(value));
        let in_parts = || value.split('.').all(|part| known(part.trim_start_matches('0')));
        known(value) || (!value.ends_with('%') && known(&format!("{value}%"))) || (number.date && in_parts())
    }

    /// True when the superlative stands in the brief or a source.
    pub(super) fn carries_superlative(&self, stem: &str) -> bool {
        self.superlatives.contains(stem)
    }

    /// True when these words stand in the brief or a source, in this order.
    pub(super) fn carries_quotation(&self, quote: &str) -> bool {
        let words = words_of(quote);
        self.words.contains(words.trim_end())
    }

    /// True when the brief itself gives out this personal datum.
    pub(in crate::moderation) fn gives_out(&self, value: &str) -> bool {
        self.personal.contains(&comparable(value))
    }
}

/// The words of a text, folded, each between single spaces.
fn words_of(text: &str) -> String {
    let folded = fold_text(text);
    let mut out = String::with_capacity(folded.len() + 2);
    out.push(' ');
    for word in folded.replace('\'', "").split(|character| !is_word(character)).filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// A personal datum without case, spaces and signs that people write differently.
fn comparable(value: &str) -> String {
    value
        .chars()
        .filter(|character| character.is_alphanumeric() || *character == '@')
        .flat_map(char::to_lowercase)
        .collect()
}
