//! Frames and their slots: how a phrase becomes a sentence. The notation is described in [`super::language`].
//!
//! Next: [`super::hooks`], which fills the slots of a story.

use std::collections::BTreeMap;

use super::{
    select::Choice,
    sentences::{capitalised, doubled_word, single_spaced},
    voice::Voice,
};

/// A filled frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Filled {
    /// The text.
    pub(super) text: String,
    /// What it rests on: the sources of the slots that carry facts.
    pub(super) sources: Vec<String>,
}

/// Values for slots.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    values: BTreeMap<&'static str, (String, Vec<String>)>,
    plural: bool,
    /// The post is for a professional network.
    pub(super) professional: bool,
}

impl Slots {
    /// No values; verbs agree with a plural product when `plural`.
    pub(super) fn new(plural: bool) -> Self {
        Self { values: BTreeMap::new(), plural, professional: false }
    }

    /// Sets a slot that claims nothing. Empty values are left out.
    pub(super) fn set(&mut self, slot: &'static str, value: impl Into<String>) {
        self.set_sourced(slot, value, &[]);
    }

    /// Sets a slot that carries a fact.
    pub(super) fn set_sourced(&mut self, slot: &'static str, value: impl Into<String>, sources: &[String]) {
        let value = value.into();
        if !value.trim().is_empty() {
            self.values.insert(slot, (value, sources.to_vec()));
        }
    }

    /// Whether a slot has a value.
    pub(super) fn has(&self, slot: &str) -> bool {
        self.values.contains_key(slot)
    }

    /// Drops every value that must not be shown.
    pub(super) fn drop_values(&mut self, refused: impl Fn(&str) -> bool) {
        self.values.retain(|_, (value, _)| !refused(value));
    }

    /// Fills a frame; `None` when a slot has no value, or the voice does not allow the frame or its words.
    pub(super) fn fill(&self, frame: &str, voice: &Voice) -> Option<Filled> {
        let frame = match frame.strip_prefix('@') {
            Some(_) if !self.professional => return None,
            Some(frame) => frame,
            None => frame,
        };
        let frame = match frame.strip_prefix('~') {
            Some(_) if !voice.casual => return None,
            Some(frame) => frame,
            None => frame,
        };
        let spoken = voice.say(frame);
        let mut text = String::new();
        let mut sources: Vec<String> = Vec::new();
        let mut rest = spoken.as_str();
        while let Some((head, tail)) = rest.split_once('{') {
            let (slot, tail) = tail.split_once('}')?;
            text.push_str(head);
            text.push_str(&self.value(slot, voice, &mut sources)?);
            rest = tail;
        }
        text.push_str(rest);
        let text = voice.language.grammar.finish(tidy(&text), &voice.locale);
        let sound = voice.allows(&text) && doubled_word(&text).is_none();
        sound.then_some(Filled { text, sources })
    }

    /// Every frame that can be filled, with the id `<row>.<position>` and the level `plain`.
    pub(super) fn fill_all(&self, row: &str, frames: &[&str], voice: &Voice) -> Vec<Choice> {
        frames
            .iter()
            .enumerate()
            .filter_map(|(at, frame)| {
                let filled = self.fill(frame, voice)?;
                Some(Choice {
                    id: format!("{row}.{at}"),
                    text: filled.text,
                    sources: filled.sources,
                    level: "plain",
                    cost: 0.0,
                })
            })
            .collect()
    }

    fn value(&self, slot: &str, voice: &Voice, sources: &mut Vec<String>) -> Option<String> {
        if let Some((informal, formal)) = slot.strip_prefix("address:").and_then(|forms| forms.split_once('|')) {
            let formally = voice.language.grammar.addresses_formally(voice.formal, voice.casual);
            return Some(if formally { formal } else { informal }.to_owned());
        }
        if let Some((singular, plural)) = slot.split_once('|') {
            return Some(if self.plural { plural } else { singular }.to_owned());
        }
        if let Some(pronoun) = voice.pronoun(slot) {
            return Some(voice.say(&pronoun));
        }
        let (preposition, slot) = match slot.rsplit_once(' ') {
            Some((preposition, slot)) => (Some(preposition), slot),
            None => (None, slot),
        };
        let lower = slot.to_lowercase();
        let (value, from) = self.values.get(lower.as_str())?;
        for source in from {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        let value = if lower == slot { value.clone() } else { capitalised(value) };
        Some(match preposition {
            Some(preposition) => voice.language.grammar.join(preposition, &value),
            None => value,
        })
    }
}

/// One end mark where a value brought its own ("Inc.." or "Who?."), and single spaces.
fn tidy(text: &str) -> String {
    [
        ("..", "."),
        ("?.", "?"),
        ("!.", "!"),
        (".?", "?"),
        ("!?", "?"),
        (".:", ":"),
        (".,", ","),
        ("?:", "?"),
        ("??", "?"),
    ]
    .iter()
    .fold(single_spaced(text), |text, (from, to)| if text.contains("...") { text } else { text.replace(from, to) })
}
