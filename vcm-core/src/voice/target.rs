//! The voice that a campaign is asked to have: what the brief shows and says, what was learned from edits, how the account has
//! written so far. Next: [`super::score`].

use std::collections::BTreeMap;

use super::{
    habits::{Habit, Opening},
    languages::Language,
    profile::{Share, Spread, VoiceProfile},
};
use crate::brief::{BrandVoice, EmojiPolicy, Person, Tone};

/// What a target voice is made of.
#[derive(Debug, Clone, Copy)]
pub struct VoiceSources<'a> {
    /// The brief's voice: its examples, and what it declares.
    pub voice: &'a BrandVoice,
    /// The language of the copy.
    pub language: Language,
    /// Texts that people made of copies, by editing them; the newest ones first.
    pub edited: &'a [String],
    /// The account's own earlier posts.
    pub history: &'a [String],
}

/// An example that the brief gives counts as three earlier posts: somebody chose it.
pub const EXAMPLE_WEIGHT: f64 = 3.0;
/// An edited copy counts as two: somebody changed only what had to be.
pub const EDIT_WEIGHT: f64 = 2.0;
/// The history counts one a post, and as this many at the most: a long past must not drown out what is asked for now.
pub const MOST_HISTORY_POSTS: f64 = 30.0;
/// What a brief only declares counts as this many posts beside measured texts, and alone when there are none.
pub(super) const DECLARED_POSTS: f64 = 4.0;
/// A declared voice beside texts that show it.
pub const DECLARED_WEIGHT: f64 = 0.25;

impl VoiceProfile {
    /// The voice that a campaign should have. Examples weigh 3 each, edited copies 2, the history 1 (30 at the most); what tone, person
    /// and emoji declare stands in where no text shows it and counts as one post otherwise.
    pub fn target(sources: VoiceSources<'_>) -> Self {
        let VoiceSources { voice, language, edited, history } = sources;
        let examples = Self::measure(&voice.examples, language);
        let edited = Self::measure(edited, language);
        let history = Self::measure(history, language);
        let declared = Self::declared(voice, language);
        let measured = examples.is_some() || edited.is_some() || history.is_some();
        let mut voices = vec![(&declared, if measured { DECLARED_WEIGHT } else { 1.0 })];
        voices.extend(examples.iter().map(|profile| (profile, EXAMPLE_WEIGHT)));
        voices.extend(edited.iter().map(|profile| (profile, EDIT_WEIGHT)));
        voices.extend(
            history.iter().map(|profile| (profile, (MOST_HISTORY_POSTS / f64::from(profile.texts.max(1))).min(1.0))),
        );
        Self::merged(language, &voices)
    }

    /// What tone, person and emoji policy say about a voice, as if four posts showed it. Only what they speak of is known.
    pub fn declared(voice: &BrandVoice, language: Language) -> Self {
        let mut profile = Self::unknown(language);
        let sentences = DECLARED_POSTS * 3.0;
        let (we, i) = match voice.person {
            Person::We => (0.4, 0.02),
            Person::I => (0.02, 0.4),
            Person::Third => (0.01, 0.01),
        };
        let emoji = match voice.emoji {
            EmojiPolicy::None => 0.0,
            EmojiPolicy::Sparing => 0.1,
            EmojiPolicy::Free => 0.4,
        };
        let mut habits = BTreeMap::from([(Habit::We, vec![we]), (Habit::I, vec![i]), (Habit::Emoji, vec![emoji])]);
        let (mut lengths, mut formality, mut contractions) = (Vec::new(), Vec::new(), Vec::new());
        let mut openings: BTreeMap<Opening, Vec<f64>> = BTreeMap::new();
        for tone in &voice.tone {
            let traits = traits(*tone);
            lengths.push(traits.sentence_words);
            formality.push(traits.formality);
            contractions.push(traits.contractions);
            for (habit, share) in [
                (Habit::Exclamation, traits.exclamations),
                (Habit::Question, traits.questions),
                (Habit::You, traits.you),
            ] {
                habits.entry(habit).or_default().push(share);
            }
            openings.entry(Opening::Question).or_default().push(traits.questions);
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
        profile.habits = habits
            .into_iter()
            .map(|(habit, shares)| (habit, Share { share: mean(&shares), cases: sentences }))
            .collect();
        if lengths.is_empty() {
            return profile;
        }
        let words = mean(&lengths);
        profile.sentence_words = Spread { mean: words, deviation: words * 0.45, cases: sentences };
        profile.sentence_range_words = [words * 0.6, words * 1.4];
        profile.ln_sentence_words = Spread { mean: libm::log(words), deviation: 0.4, cases: DECLARED_POSTS };
        profile.formality = Spread { mean: mean(&formality), deviation: 0.1, cases: DECLARED_POSTS };
        profile.contractions = Share { share: mean(&contractions), cases: sentences };
        profile.openings = openings
            .into_iter()
            .map(|(way, shares)| (way, Share { share: mean(&shares), cases: DECLARED_POSTS }))
            .collect();
        profile
    }
}

/// What a tone means in figures: editors' usual ranges, not measured.
struct Traits {
    sentence_words: f64,
    formality: f64,
    /// Share of places contracted.
    contractions: f64,
    /// Shares of sentences.
    exclamations: f64,
    questions: f64,
    you: f64,
}

fn traits(tone: Tone) -> Traits {
    let (sentence_words, formality, contractions, exclamations, questions, you) = match tone {
        Tone::Plain => (12.0, 0.47, 0.6, 0.03, 0.1, 0.2),
        Tone::Warm => (11.0, 0.38, 0.9, 0.15, 0.15, 0.4),
        Tone::Playful => (9.0, 0.32, 0.95, 0.25, 0.2, 0.35),
        Tone::Bold => (8.0, 0.45, 0.6, 0.05, 0.05, 0.25),
        Tone::Formal => (18.0, 0.68, 0.02, 0.0, 0.05, 0.1),
        Tone::Technical => (16.0, 0.58, 0.3, 0.01, 0.08, 0.15),
    };
    Traits { sentence_words, formality, contractions, exclamations, questions, you }
}
