//! Frames: sentences with slots, and the slots of a story.
//!
//! `{topic}` is a slot, `{Topic}` the same at the start of a sentence, `{is|are}` agrees with the product, `{we}` `{us}` `{our}`
//! follow the voice. A frame whose slot has no value cannot be used. `~` in front marks a frame for warm and playful
//! voices only, `@` one for professional networks. Next: [`super::stock`].

use std::collections::BTreeMap;

use super::{grammar, voice::Voice};

/// A row of frames that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stock {
    /// Stable name; frame ids are `<id>.<position>`.
    pub(super) id: &'static str,
    /// Level of the factor that frames of this row stand for.
    pub(super) level: &'static str,
    /// The frames.
    pub(super) frames: &'static [&'static str],
}

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
    /// Full stops and commas go inside closing quotation marks.
    pub(super) american: bool,
}

impl Slots {
    /// No values; verbs agree with a plural product when `plural`.
    pub(super) fn new(plural: bool) -> Self {
        Self { values: BTreeMap::new(), plural, professional: false, american: false }
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
        let text = tidy(&text);
        let text = if self.american { text.replace("”.", ".”").replace("”,", ",”") } else { text };
        let sound = voice.allows(&text) && grammar::doubled_word(&text).is_none();
        sound.then_some(Filled { text, sources })
    }

    fn value(&self, slot: &str, voice: &Voice, sources: &mut Vec<String>) -> Option<String> {
        if let Some((singular, plural)) = slot.split_once('|') {
            return Some(if self.plural { plural } else { singular }.to_owned());
        }
        if let Some(pronoun) = voice.pronoun(slot) {
            return Some(voice.say(pronoun));
        }
        let lower = slot.to_lowercase();
        let (value, from) = self.values.get(lower.as_str())?;
        for source in from {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        Some(if lower == slot { value.clone() } else { grammar::capitalised(value) })
    }
}

/// One end mark where a value brought its own ("Inc.." or "Who?."), and single spaces.
fn tidy(text: &str) -> String {
    [("..", "."), ("?.", "?"), ("!.", "!"), (".?", "?"), ("!?", "?"), (".:", ":"), (".,", ",")].iter().fold(
        grammar::single_spaced(text),
        |text, (from, to)| if text.contains("...") { text } else { text.replace(from, to) },
    )
}
