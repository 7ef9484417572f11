//! How alike a text is to a voice, and in what.
//!
//! Each part compares two explanations of what the text shows: it is of this voice, or it is a post like any other
//! ([`super::background`]). The natural logarithm of how much likelier the first is (the log-likelihood ratio) is 0 when the
//! text shows nothing, so that a part without evidence is neutral. Parts are cut at ±3, because none of them may decide alone, and
//! summed with weights that were fitted on posts of pages; the logistic function of the sum is the score. Shares in a profile
//! are pulled to the general ones by a few pseudo-cases, so that a voice of few texts decides little. Next: [`super::drift`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    background::{self, Normal},
    habits::{Habit, Opening},
    languages,
    profile::{Share, Spread, VoiceProfile},
    scan::Scan,
    vocabulary, words,
};

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident => $code:literal),+ $(,)?) => {
        /// A part of a voice.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[repr(u8)]
        pub enum Part { $($(#[$doc])* $name),+ }

        impl Part {
            /// Every part, in the order of a score.
            pub const ALL: [Part; Self::COUNT] = [$(Part::$name),+];

            pub(super) const COUNT: usize = [$(Part::$name),+].len();

            /// The stable code.
            pub fn as_str(self) -> &'static str {
                match self { $(Part::$name => $code),+ }
            }
        }
    };
}

parts! {
    /// Words a sentence.
    SentenceLength => "sentence_length",
    /// Words a post.
    PostLength => "post_length",
    /// Who speaks to whom: we, I, you.
    Person => "person",
    /// Contracted or written out.
    Contractions => "contractions",
    /// Whether, and which.
    Emoji => "emoji",
    /// Exclamation marks.
    Exclamations => "exclamations",
    /// Questions.
    Questions => "questions",
    /// Commas, dashes, colons, semicolons, parentheses, ellipses, quotation marks, capitals, figures.
    Punctuation => "punctuation",
    /// Line breaks, lists, hashtags, mentions, links.
    Layout => "layout",
    /// How the post begins.
    Opening => "opening",
    /// From chat to official.
    Formality => "formality",
    /// Familiar or formal, where the language tells them apart.
    Address => "address",
    /// Which words, common ones too.
    Vocabulary => "vocabulary",
}

/// How alike a text is to a voice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VoiceScore {
    /// 0 (nothing like it) to 1 (just like it). 0.5 says that the text might as well be anybody's.
    pub score: f64,
    /// The parts, all of them, in a fixed order.
    pub parts: Vec<VoicePart>,
}

/// One part of a score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VoicePart {
    /// Which.
    pub name: Part,
    /// What the voice has, in words.
    pub target: String,
    /// What the text has, in words.
    pub found: String,
    /// 0 to 1; 0.5 is no evidence.
    pub score: f64,
    /// How much the part counts in the score.
    pub weight: f64,
}

/// A part's share of the score is cut here, in natural logarithms.
const CUT: f64 = 3.0;
/// Pseudo-cases of posts in general in every share.
const SHARE_PULL: f64 = 6.0;
/// Pseudo-posts of posts in general in means and deviations.
const SPREAD_PULL: f64 = 3.0;
/// How alike sentences of one post are (intraclass correlation): ten sentences are not ten posts.
const ALIKE_IN_A_POST: f64 = 0.3;
/// Shape of the gamma distribution of a word's frequency over writers: small means that writers differ much.
const WORD_SHAPE: f64 = 0.3;

/// A voice made ready to score many texts.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetVoice {
    profile: VoiceProfile,
    /// Log-likelihood ratios of a sentence or post with and without each habit.
    habits: [(f64, f64); Habit::COUNT],
    contractions: (f64, f64),
    address: (f64, f64),
    openings: [f64; Opening::COUNT],
    sentence_words: Normal,
    post_words: Normal,
    formality: Normal,
    /// Weighted posts that hold each word, by hash, sorted.
    words: Vec<(u64, f64)>,
    emoji: Vec<String>,
}

/// How alike `text` is to the voice. To score many texts, make the [`TargetVoice`] once.
pub fn similarity(target: &VoiceProfile, text: &str) -> VoiceScore {
    TargetVoice::new(target.clone()).similarity(text)
}

impl TargetVoice {
    /// Makes a voice ready.
    pub fn new(profile: VoiceProfile) -> Self {
        let habits = Habit::ALL.map(|habit| {
            let general = background::HABITS.get(habit as usize).copied().unwrap_or(0.1);
            ratios(profile.habit(habit), general)
        });
        let openings = Opening::ALL.map(|way| {
            let general = background::OPENINGS.get(way as usize).copied().unwrap_or(0.1);
            let Share { share, cases } = profile.opening(way);
            libm::log((share * cases + SHARE_PULL * general) / (cases + SHARE_PULL) / general)
        });
        let mut words: Vec<(u64, f64)> =
            profile.vocabulary.iter().map(|(word, posts)| (languages::hash(word), *posts)).collect();
        words.sort_by_key(|entry| entry.0);
        Self {
            habits,
            openings,
            contractions: ratios(profile.contractions, background::CONTRACTIONS),
            address: ratios(profile.formal_address, background::FORMAL_ADDRESS),
            sentence_words: pulled(profile.ln_sentence_words, background::LN_SENTENCE_WORDS),
            post_words: pulled(profile.ln_post_words, background::LN_POST_WORDS),
            formality: pulled(profile.formality, background::FORMALITY),
            words,
            emoji: profile.emoji.iter().map(|one| one.text.clone()).collect(),
            profile,
        }
    }

    /// The voice.
    pub fn profile(&self) -> &VoiceProfile {
        &self.profile
    }

    /// The score alone, 0 to 1: as [`TargetVoice::similarity`] gives it, without the words about its parts.
    pub fn score(&self, text: &str) -> f64 {
        score_of(&self.ratios(text, &Scan::of(text, self.profile.language)))
    }

    /// How alike `text` is to the voice, part by part.
    pub fn similarity(&self, text: &str) -> VoiceScore {
        let scan = Scan::of(text, self.profile.language);
        let ratios = self.ratios(text, &scan);
        let parts = Part::ALL.into_iter().zip(ratios).map(|(name, ratio)| VoicePart {
            name,
            target: words::of_profile(name, &self.profile),
            found: words::of_text(name, text, &scan, &self.profile),
            score: rounded(logistic(ratio)),
            weight: weight(name),
        });
        VoiceScore { score: rounded(score_of(&ratios)), parts: parts.collect() }
    }

    /// Log-likelihood ratios of the parts, for fitting their weights.
    pub fn part_ratios(&self, text: &str) -> [f64; 13] {
        self.ratios(text, &Scan::of(text, self.profile.language))
    }

    fn ratios(&self, text: &str, scan: &Scan) -> [f64; Part::COUNT] {
        Part::ALL.map(|part| self.ratio(part, text, scan).clamp(-CUT, CUT))
    }

    fn ratio(&self, part: Part, text: &str, scan: &Scan) -> f64 {
        let sum = |habits: &[Habit]| habits.iter().map(|habit| self.habit(*habit, scan)).sum::<f64>();
        let places = |(with, without): (f64, f64), held: u32, not: u32| {
            spread_out(f64::from(held) * with + f64::from(not) * without, held + not)
        };
        match part {
            Part::SentenceLength => scan.mean_sentence_words().map_or(0.0, |words| {
                normal_ratio(libm::log(words), self.sentence_words, background::LN_SENTENCE_WORDS)
            }),
            Part::PostLength => {
                let words = libm::log(f64::from(scan.words));
                if scan.words == 0 { 0.0 } else { normal_ratio(words, self.post_words, background::LN_POST_WORDS) }
            }
            Part::Person => sum(&[Habit::We, Habit::I, Habit::You]),
            Part::Contractions => places(self.contractions, scan.contracted, scan.contractible),
            Part::Emoji => self.habit(Habit::Emoji, scan) + self.emoji_set(text, scan),
            Part::Exclamations => sum(&[Habit::Exclamation, Habit::RepeatedMark]),
            Part::Questions => sum(&[Habit::Question]),
            Part::Punctuation => sum(&[
                Habit::Comma,
                Habit::Dash,
                Habit::Colon,
                Habit::Semicolon,
                Habit::Parenthesis,
                Habit::Ellipsis,
                Habit::Quote,
                Habit::AllCaps,
                Habit::Number,
            ]),
            Part::Layout => {
                sum(&[Habit::LineBreak, Habit::BlankLine, Habit::List, Habit::Hashtag, Habit::Mention, Habit::Link])
            }
            Part::Opening => scan.opening.and_then(|way| self.openings.get(way as usize)).copied().unwrap_or(0.0),
            Part::Formality => {
                scan.formality().map_or(0.0, |found| normal_ratio(found, self.formality, background::FORMALITY))
            }
            Part::Address if self.profile.language.has_address() => {
                places(self.address, scan.formal_address, scan.familiar_address)
            }
            Part::Address => 0.0,
            Part::Vocabulary => self.vocabulary(scan),
        }
    }

    fn habit(&self, habit: Habit, scan: &Scan) -> f64 {
        let (with, without) = self.habits.get(habit as usize).copied().unwrap_or_default();
        let cases = if habit.is_of_sentences() { scan.sentences() } else { u32::from(scan.words > 0) };
        let held = scan.count(habit).min(cases);
        spread_out(f64::from(held) * with + f64::from(cases - held) * without, cases)
    }

    /// Emoji that the voice uses speak for it, others against it, the more the better its set is known.
    fn emoji_set(&self, text: &str, scan: &Scan) -> f64 {
        let known = self.emoji.len() as f64 / (self.emoji.len() as f64 + 3.0);
        let of = |range: &std::ops::Range<usize>| {
            let emoji = text.get(range.clone()).unwrap_or_default();
            if self.emoji.iter().any(|own| own == emoji) { 0.8 * known } else { -0.5 * known }
        };
        let count = scan.emoji.len().max(1) as f64;
        scan.emoji.iter().map(of).sum::<f64>() / count
    }

    /// Sum over distinct words of the logarithm of how much likelier a post of the voice holds them, by a gamma–Poisson model, over
    /// the square root of their number.
    fn vocabulary(&self, scan: &Scan) -> f64 {
        if self.words.is_empty() || scan.tokens.is_empty() {
            return 0.0;
        }
        let mut hashes: Vec<(u64, u16)> = scan.tokens.iter().map(|token| (token.hash, token.classes)).collect();
        hashes.sort_unstable_by_key(|entry| entry.0);
        hashes.dedup_by_key(|entry| entry.0);
        let posts = self.profile.vocabulary_posts;
        let count = hashes.len() as f64;
        let ratio = |(hash, classes): (u64, u16)| {
            let general = vocabulary::frequency_of(hash, classes, self.profile.language);
            let held = self.words.binary_search_by_key(&hash, |entry| entry.0);
            let held = held.ok().and_then(|at| self.words.get(at)).map_or(0.0, |entry| entry.1);
            libm::log((held + WORD_SHAPE) / (posts * general + WORD_SHAPE))
        };
        hashes.into_iter().map(ratio).sum::<f64>() / count.sqrt()
    }
}

/// How much a part counts.
fn weight(part: Part) -> f64 {
    background::WEIGHTS.get(part as usize).copied().unwrap_or(0.0)
}

fn score_of(ratios: &[f64; Part::COUNT]) -> f64 {
    logistic(Part::ALL.into_iter().zip(ratios).map(|(part, ratio)| weight(part) * ratio).sum())
}

/// Logarithms of how much likelier a case of the voice is to have it, and not to have it, than a case in general.
fn ratios(Share { share, cases }: Share, general: f64) -> (f64, f64) {
    let own = (share * cases + SHARE_PULL * general) / (cases + SHARE_PULL);
    (libm::log(own / general), libm::log((1.0 - own) / (1.0 - general)))
}

/// Sentences of one post speak for each other: their sum counts for fewer.
fn spread_out(sum: f64, cases: u32) -> f64 {
    sum / (1.0 + ALIKE_IN_A_POST * f64::from(cases.saturating_sub(1)))
}

/// Mean and deviation pulled to the general ones.
fn pulled(own: Spread, general: Normal) -> Normal {
    let cases = own.cases + SPREAD_PULL;
    let mean = (own.mean * own.cases + general.0 * SPREAD_PULL) / cases;
    let square = (own.deviation * own.deviation * own.cases + general.1 * general.1 * SPREAD_PULL) / cases;
    (mean, square.sqrt())
}

fn normal_ratio(found: f64, own: Normal, general: Normal) -> f64 {
    let log_density = |(mean, deviation): Normal| {
        let deviations = (found - mean) / deviation;
        -0.5 * deviations * deviations - libm::log(deviation)
    };
    log_density(own) - log_density(general)
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// Four decimals: more say nothing and make kits long.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
