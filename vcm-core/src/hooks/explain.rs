//! What moved a score: the largest parts of the sum, in words.
//!
//! Each part is a difference from the mean headline, so that what every text has says nothing. Shape and classes of words are named;
//! what n-grams add goes to the word they end in.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    classes,
    features::{self, GROUPS, Group, SHAPE_NAMES, SHAPES, Sink},
    table::{HookTable, group_norm},
};

/// One thing that moved a score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contribution {
    /// What it is, such as `length` or `the word “until”`.
    pub what: String,
    /// What it adds to the log-odds against the mean headline: above 0 it helps.
    pub log_odds: f64,
}

/// The `most` largest parts, largest first.
pub(super) fn contributions(table: &HookTable, text: &str, most: usize) -> Vec<Contribution> {
    let mut words = Words { table, found: Vec::new(), counts: [0; GROUPS] };
    let dense = features::read(text, &mut words);
    let mut by_name: BTreeMap<String, f64> = BTreeMap::new();
    for (index, part) in table.dense_contributions(&dense).enumerate() {
        *by_name.entry(dense_name(index)).or_default() += f64::from(part);
    }
    let trimmed = text.trim();
    let norms = words.counts.map(group_norm);
    for word in &words.found {
        let shown = trimmed.get(word.start..word.end).unwrap_or_default();
        let sum: f32 = word.sums.iter().zip(norms).map(|(sum, norm)| sum * norm).sum();
        *by_name.entry(format!("the word “{shown}”")).or_default() += f64::from(sum - table.word_mean());
    }
    let mut parts: Vec<Contribution> = by_name
        .into_iter()
        .filter(|(_, log_odds)| log_odds.abs() >= 0.005)
        .map(|(what, log_odds)| Contribution { what, log_odds })
        .collect();
    parts.sort_by(|a, b| b.log_odds.abs().total_cmp(&a.log_odds.abs()));
    parts.truncate(most);
    parts
}

fn dense_name(index: usize) -> String {
    let Some(classed) = index.checked_sub(SHAPES) else {
        return SHAPE_NAMES.get(index).copied().unwrap_or_default().to_owned();
    };
    let name = classes::ALL.get(classed / 3).map_or("", |class| class.name);
    match classed % 3 {
        0 => name.to_owned(),
        1 => format!("{name}, as the first word"),
        _ => format!("{name}, near the end"),
    }
}

struct Words<'t> {
    table: &'t HookTable,
    found: Vec<Word>,
    counts: [u32; GROUPS],
}

#[derive(Default, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    sums: [f32; GROUPS],
}

impl Sink for Words<'_> {
    fn feature(&mut self, group: Group, hash: u32, word: usize) {
        let at = group as usize;
        if self.found.len() <= word {
            self.found.resize(word + 1, Word::default());
        }
        let slot = self.found.get_mut(word).and_then(|word| word.sums.get_mut(at));
        if let (Some(sum), Some(count)) = (slot, self.counts.get_mut(at)) {
            *sum += self.table.weight(hash);
            *count += 1;
        }
    }

    fn word(&mut self, start: usize, end: usize, _hash: u32) {
        if let Some(word) = self.found.last_mut() {
            (word.start, word.end) = (start, end);
        }
    }
}
