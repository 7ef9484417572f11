//! How the copy of a brief has to sound, as checks and small rewrites of everything that is not a fact.
//!
//! Reasons of earlier rejections are heeded here in three ways, by plain word search: "short" or "long" (too long) halves the
//! facts of a post, "emoji" takes emoji out, "sales" or "pushy" replaces sign-up and sales calls by a plain pointer.
//! Next: [`super::material`].

use vcm_core::brief::{Brief, EmojiPolicy, Person, Tone};

use super::{
    language::{self, Language},
    sentences::single_spaced,
};

/// The voice of a brief, ready to use.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches, each read on its own")]
pub(super) struct Voice {
    /// What it speaks.
    pub(super) language: &'static Language,
    /// In which country.
    pub(super) locale: String,
    /// Measured: no contractions, the formal address.
    pub(super) formal: bool,
    /// Light frames and exclamation marks are allowed.
    pub(super) casual: bool,
    /// Who speaks.
    pub(super) person: Person,
    /// How many emoji.
    pub(super) emoji: EmojiPolicy,
    /// Fewer facts in a post, after a rejection for length.
    pub(super) shorter: bool,
    /// Plain pointers only, after a rejection as pushy.
    pub(super) reserved: bool,
    banned: Vec<String>,
    required: Vec<String>,
}

impl Voice {
    /// The voice of the brief, with the reasons of earlier rejections heeded.
    pub(super) fn new(brief: &Brief, rejections: &[String]) -> Self {
        let voice = &brief.voice;
        let asked = |words: &[&str]| {
            rejections.iter().any(|reason| {
                let reason = reason.to_lowercase();
                words.iter().any(|word| reason.contains(word))
            })
        };
        let has = |tone| voice.tone.contains(&tone);
        Self {
            language: language::of(&brief.locale).unwrap_or(&language::en::ENGLISH),
            locale: brief.locale.clone(),
            formal: has(Tone::Formal),
            casual: (has(Tone::Warm) || has(Tone::Playful)) && !has(Tone::Formal),
            person: voice.person,
            emoji: if asked(&["emoji"]) { EmojiPolicy::None } else { voice.emoji },
            shorter: asked(&["shorter", "too long", "too wordy"]),
            reserved: asked(&["salesy", "sales-y", "pushy", "less sales"]),
            banned: folded_all(&voice.banned_words),
            required: voice.required_words.iter().map(|word| single_spaced(word)).filter(|w| !w.is_empty()).collect(),
        }
    }

    /// Whether the text has none of the banned words.
    pub(super) fn allows(&self, text: &str) -> bool {
        let text = folded(text);
        self.banned.iter().all(|banned| !contains_words(&text, banned))
    }

    /// Required words that the text lacks.
    pub(super) fn missing<'a>(&'a self, text: &str) -> Vec<&'a str> {
        let text = folded(text);
        self.required.iter().filter(|word| !contains_words(&text, &folded(word))).map(String::as_str).collect()
    }

    /// A frame as this voice says it: contractions written out where it is formal.
    pub(super) fn say(&self, text: &str) -> String {
        if self.formal { self.language.grammar.formal(text) } else { text.to_owned() }
    }

    /// The personal pronoun of a slot, capital as in the slot; `None` when it is none, or nobody speaks.
    pub(super) fn pronoun(&self, slot: &str) -> Option<String> {
        let lower = slot.to_lowercase();
        let (_, we, i) = self.language.phrases.pronouns.iter().find(|(name, ..)| *name == lower)?;
        let pronoun = match self.person {
            Person::We => we,
            Person::I => i,
            Person::Third => return None,
        };
        Some(if lower == slot { (*pronoun).to_owned() } else { super::sentences::capitalised(pronoun) })
    }

    /// The text in the language's quotation marks.
    pub(super) fn quoted(&self, text: &str) -> String {
        let (open, close) = self.language.phrases.quotes;
        format!("{open}{text}{close}")
    }
}

fn folded_all(words: &[String]) -> Vec<String> {
    words.iter().map(|word| folded(word)).filter(|word| !word.is_empty()).collect()
}

fn folded(text: &str) -> String {
    single_spaced(&text.to_lowercase().replace('’', "'"))
}

/// Whether `needle` stands in `text` as whole words.
fn contains_words(text: &str, needle: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    text.match_indices(needle).any(|(start, found)| {
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let after = text.get(start + found.len()..).and_then(|tail| tail.chars().next());
        let open_start = !found.starts_with(is_word) || !before.is_some_and(is_word);
        let open_end = !found.ends_with(is_word) || !after.is_some_and(is_word);
        open_start && open_end
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banned_words_match_whole_words_whatever_their_case() {
        assert!(contains_words(&folded("A Best-in-class tool"), "best"));
        assert!(!contains_words(&folded("The bestiary"), "best"));
        assert!(contains_words(&folded("C++ code"), "c++"));
    }
}
