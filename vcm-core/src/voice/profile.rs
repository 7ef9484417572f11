//! A voice as figures, measured from texts or taken from what a brief declares. Next: [`super::target`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    habits::{Habit, Opening},
    languages::{Language, class},
    scan::Scan,
    vocabulary,
};

/// How often something holds, and on how many cases (sentences, posts, places) that rests. Weighted evidence makes fractions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, JsonSchema)]
pub struct Share {
    /// 0 to 1.
    pub share: f64,
    /// Cases it rests on.
    pub cases: f64,
}

/// Mean and standard deviation, and on how many cases they rest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, JsonSchema)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub deviation: f64,
    /// Cases it rests on.
    pub cases: f64,
}

/// A word, phrase, emoji or mark and the share of posts that hold it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Usual {
    /// As it is written (words in lower case).
    pub text: String,
    /// Share of posts, 0 to 1.
    pub share: f64,
}

/// How somebody writes. [`VoiceProfile::measure`] takes it from texts, [`VoiceProfile::declared`] from a brief's words about the voice,
/// [`VoiceProfile::merged`] from several with weights.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VoiceProfile {
    /// The language its word lists are of.
    pub language: Language,
    /// Texts it was measured from; 0 for a declared voice.
    pub texts: u32,
    /// Words in them.
    pub words: u32,
    /// Words a sentence.
    pub sentence_words: Spread,
    /// The range that the middle 60 % of sentences lie in, in words: what to aim for.
    pub sentence_range_words: [f64; 2],
    /// Words a post, links and tags left out.
    pub post_words: Spread,
    /// How formally it is written, 0 (chat) to 1 (official); 0.5 is plain prose.
    pub formality: Spread,
    /// How often sentences and posts have each habit; one without cases is unknown. See [`Habit::is_of_sentences`].
    pub habits: BTreeMap<Habit, Share>,
    /// Share of contractions among the places where one was possible.
    pub contractions: Share,
    /// Share of formal address (Sie, usted, vous) among all words that address the reader, in languages that tell them apart.
    pub formal_address: Share,
    /// Share of posts that begin in each way; the cases are posts.
    pub openings: BTreeMap<Opening, Share>,
    /// First two words that several posts share, most usual first, at most 8.
    pub opening_words: Vec<Usual>,
    /// Emoji by share of posts, most usual first, at most 24.
    pub emoji: Vec<Usual>,
    /// Marks of list lines by share of posts, most usual first; `1` stands for numbers, `😀` for emoji.
    pub list_marks: Vec<Usual>,
    /// Words that several posts hold and posts in general rarely do, most telling first, at most 24.
    pub characteristic_words: Vec<Usual>,
    /// Natural logarithm of the words a sentence, over posts.
    #[serde(skip)]
    pub(super) ln_sentence_words: Spread,
    /// Natural logarithm of the words a post.
    #[serde(skip)]
    pub(super) ln_post_words: Spread,
    /// Posts (weighted) that hold each word.
    #[serde(skip)]
    pub(super) vocabulary: BTreeMap<String, f64>,
    /// Posts (weighted) that the vocabulary is of.
    #[serde(skip)]
    pub(super) vocabulary_posts: f64,
}

/// Texts beyond this many add nothing but time.
const MAX_TEXTS: usize = 5_000;

impl VoiceProfile {
    /// The voice of these texts, all of one writer and in one language. None when no text holds a word. The first 5,000 count.
    pub fn measure<T: AsRef<str>>(texts: &[T], language: Language) -> Option<Self> {
        let mut sums = Sums::default();
        for text in texts.iter().take(MAX_TEXTS) {
            sums.add(text.as_ref(), language);
        }
        (sums.posts > 0).then(|| sums.profile(language))
    }

    /// A voice of which nothing is known.
    pub fn unknown(language: Language) -> Self {
        Sums::default().profile(language)
    }

    /// Several voices as one: each one's cases count as many times as its weight says. Weights of 0 and less are passed over.
    pub fn merged(language: Language, voices: &[(&VoiceProfile, f64)]) -> Self {
        let voices: Vec<_> = voices.iter().copied().filter(|(_, weight)| *weight > 0.0).collect();
        let spread = |pick: fn(&VoiceProfile) -> Spread| {
            pooled_spread(&voices.iter().map(|(voice, weight)| (pick(voice), *weight)).collect::<Vec<_>>())
        };
        let share = |pick: &dyn Fn(&VoiceProfile) -> Option<Share>| {
            let shares = voices.iter().filter_map(|(voice, weight)| Some((pick(voice)?, *weight)));
            pooled_share(shares)
        };
        let usual = |pick: fn(&VoiceProfile) -> &Vec<Usual>, most: usize| {
            let posts = |voice: &VoiceProfile, weight: f64| voice.vocabulary_posts * weight;
            let all: f64 = voices.iter().map(|(voice, weight)| posts(voice, *weight)).sum();
            let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
            for (voice, weight) in &voices {
                for one in pick(voice) {
                    *counts.entry(&one.text).or_default() += one.share * posts(voice, *weight);
                }
            }
            ranked(counts, all, most)
        };
        let mut vocabulary: BTreeMap<String, f64> = BTreeMap::new();
        for (voice, weight) in &voices {
            for (word, posts) in &voice.vocabulary {
                *vocabulary.entry(word.clone()).or_default() += posts * weight;
            }
        }
        let vocabulary_posts = voices.iter().map(|(voice, weight)| voice.vocabulary_posts * weight).sum();
        let range = |edge: usize| {
            let edges: Vec<(f64, f64)> = voices
                .iter()
                .map(|(voice, weight)| {
                    (voice.sentence_range_words.get(edge).copied().unwrap_or(0.0), voice.sentence_words.cases * weight)
                })
                .collect();
            let cases: f64 = edges.iter().map(|(_, cases)| cases).sum();
            edges.iter().map(|(value, cases)| value * cases).sum::<f64>() / cases.max(f64::MIN_POSITIVE)
        };
        let present = |share: Share| (share.cases > 0.0).then_some(share);
        Self {
            language,
            texts: voices.iter().map(|(voice, _)| voice.texts).sum(),
            words: voices.iter().map(|(voice, _)| voice.words).sum(),
            sentence_words: spread(|voice| voice.sentence_words),
            sentence_range_words: [range(0), range(1)],
            post_words: spread(|voice| voice.post_words),
            formality: spread(|voice| voice.formality),
            habits: Habit::ALL
                .into_iter()
                .filter_map(|habit| Some((habit, present(share(&|voice| voice.habits.get(&habit).copied()))?)))
                .collect(),
            contractions: share(&|voice| Some(voice.contractions)),
            formal_address: share(&|voice| Some(voice.formal_address)),
            openings: Opening::ALL
                .into_iter()
                .filter_map(|way| Some((way, present(share(&|voice| voice.openings.get(&way).copied()))?)))
                .collect(),
            opening_words: usual(|voice| &voice.opening_words, 8),
            emoji: usual(|voice| &voice.emoji, 24),
            list_marks: usual(|voice| &voice.list_marks, 6),
            characteristic_words: characteristic(&vocabulary, vocabulary_posts, language),
            ln_sentence_words: spread(|voice| voice.ln_sentence_words),
            ln_post_words: spread(|voice| voice.ln_post_words),
            vocabulary,
            vocabulary_posts,
        }
    }

    /// How often sentences or posts have the habit; without cases when nothing is known.
    pub fn habit(&self, habit: Habit) -> Share {
        self.habits.get(&habit).copied().unwrap_or_default()
    }

    /// How often posts begin in this way.
    pub fn opening(&self, opening: Opening) -> Share {
        self.openings.get(&opening).copied().unwrap_or_default()
    }

    /// Who speaks: shares of sentences that say we, that say I, that speak to the reader, and that do neither.
    pub fn person(&self) -> [(Habit, f64); 4] {
        [Habit::We, Habit::I, Habit::You, Habit::Third].map(|habit| (habit, self.habit(habit).share))
    }

    /// Natural logarithm of the mean words a sentence, over posts.
    pub fn log_sentence_words(&self) -> Spread {
        self.ln_sentence_words
    }

    /// Natural logarithm of the words a post, over posts.
    pub fn log_post_words(&self) -> Spread {
        self.ln_post_words
    }

    /// Whether anything is known of it.
    pub fn is_known(&self) -> bool {
        self.texts > 0 || !self.habits.is_empty()
    }
}

/// Sums over texts.
#[derive(Default)]
struct Sums {
    posts: u32,
    words: u32,
    sentence_words: Vec<u32>,
    post_words: Vec<f64>,
    formality: Vec<f64>,
    ln_sentence_words: Vec<f64>,
    counts: [u32; Habit::COUNT],
    contracted: u32,
    places: u32,
    formal_address: u32,
    addresses: u32,
    openings: [u32; Opening::COUNT],
    opening_words: BTreeMap<String, f64>,
    emoji: BTreeMap<String, f64>,
    list_marks: BTreeMap<String, f64>,
    vocabulary: BTreeMap<String, f64>,
}

impl Sums {
    fn add(&mut self, text: &str, language: Language) {
        let scan = Scan::of(text, language);
        let (Some(sentence), Some(formality)) = (scan.mean_sentence_words(), scan.formality()) else { return };
        self.posts += 1;
        self.words += scan.words;
        self.sentence_words.extend(&scan.sentence_words);
        self.post_words.push(f64::from(scan.words));
        self.formality.push(formality);
        self.ln_sentence_words.push(libm::log(sentence));
        for (sum, count) in self.counts.iter_mut().zip(scan.counts) {
            *sum += count;
        }
        self.contracted += scan.contracted;
        self.places += scan.contracted + scan.contractible;
        self.formal_address += scan.formal_address;
        self.addresses += scan.formal_address + scan.familiar_address;
        if let Some(sum) = scan.opening.and_then(|way| self.openings.get_mut(way as usize)) {
            *sum += 1;
        }
        count_once(&mut self.emoji, scan.emoji.iter().filter_map(|range| text.get(range.clone())).map(str::to_owned));
        count_once(&mut self.list_marks, scan.list_marks.iter().map(char::to_string));
        let words: Vec<String> = scan
            .tokens
            .iter()
            .filter_map(|token| text.get(token.start as usize..token.end as usize))
            .map(vocabulary::spelling)
            .collect();
        if let [first, second, ..] = words.as_slice() {
            count_once(&mut self.opening_words, std::iter::once(format!("{first} {second}")));
        }
        count_once(&mut self.vocabulary, words.into_iter());
    }

    fn profile(self, language: Language) -> VoiceProfile {
        let posts = f64::from(self.posts);
        let sentences = self.sentence_words.len() as f64;
        let share = |part: u32, whole: f64| Share {
            share: if whole > 0.0 { f64::from(part) / whole } else { 0.0 },
            cases: whole,
        };
        let habits = Habit::ALL
            .into_iter()
            .zip(self.counts)
            .filter(|_| posts > 0.0)
            .map(|(habit, count)| (habit, share(count, if habit.is_of_sentences() { sentences } else { posts })));
        let openings = Opening::ALL.into_iter().zip(self.openings).filter(|_| posts > 0.0);
        let borrowed = |counts: &BTreeMap<String, f64>, least: f64, most: usize| {
            let counts = counts.iter().filter(|(_, count)| **count >= least);
            ranked(counts.map(|(text, count)| (text.as_str(), *count)).collect(), posts, most)
        };
        let mut lengths = self.sentence_words.clone();
        lengths.sort_unstable();
        let quantile = |q: f64| {
            let at = (lengths.len().saturating_sub(1) as f64 * q).round() as usize;
            lengths.get(at).map_or(0.0, |words| f64::from(*words))
        };
        let ln_post_words: Vec<f64> = self.post_words.iter().map(|words| libm::log(*words)).collect();
        VoiceProfile {
            language,
            texts: self.posts,
            words: self.words,
            sentence_words: spread(&self.sentence_words.iter().map(|words| f64::from(*words)).collect::<Vec<_>>()),
            sentence_range_words: [quantile(0.2), quantile(0.8)],
            post_words: spread(&self.post_words),
            formality: spread(&self.formality),
            habits: habits.collect(),
            contractions: share(self.contracted, f64::from(self.places)),
            formal_address: share(self.formal_address, f64::from(self.addresses)),
            openings: openings.map(|(way, count)| (way, share(count, posts))).collect(),
            opening_words: borrowed(&self.opening_words, 2.0, 8),
            emoji: borrowed(&self.emoji, 1.0, 24),
            list_marks: borrowed(&self.list_marks, 1.0, 6),
            characteristic_words: characteristic(&self.vocabulary, posts, language),
            ln_sentence_words: spread(&self.ln_sentence_words),
            ln_post_words: spread(&ln_post_words),
            vocabulary: self.vocabulary,
            vocabulary_posts: posts,
        }
    }
}

/// Adds one for every distinct text.
fn count_once(counts: &mut BTreeMap<String, f64>, texts: impl Iterator<Item = String>) {
    let mut texts: Vec<String> = texts.collect();
    texts.sort_unstable();
    texts.dedup();
    for text in texts {
        *counts.entry(text).or_default() += 1.0;
    }
}

fn ranked(counts: BTreeMap<&str, f64>, posts: f64, most: usize) -> Vec<Usual> {
    let mut all: Vec<(&str, f64)> = counts.into_iter().collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    let share = |count: f64| count / posts.max(f64::MIN_POSITIVE);
    all.into_iter().take(most).map(|(text, count)| Usual { text: text.to_owned(), share: share(count) }).collect()
}

/// Words of at least two posts (and a tenth of them) that posts in general hold less than half as often.
fn characteristic(counts: &BTreeMap<String, f64>, posts: f64, language: Language) -> Vec<Usual> {
    let table = language.table();
    let least = f64::max(2.0, posts * 0.05);
    let mut found: Vec<(f64, &String, f64)> = counts
        .iter()
        .filter(|(word, count)| **count >= least && word.chars().any(char::is_alphabetic))
        .filter(|(word, _)| table.classes(super::languages::hash(word)) & class::FUNCTION == 0)
        .map(|(word, count)| {
            let general = vocabulary::frequency(word, language);
            (count * libm::log((count / posts) / general), word, *count)
        })
        .filter(|(telling, _, count)| *telling > count * std::f64::consts::LN_2)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    found.into_iter().take(24).map(|(_, word, count)| Usual { text: word.clone(), share: count / posts }).collect()
}

fn spread(values: &[f64]) -> Spread {
    let cases = values.len() as f64;
    if values.is_empty() {
        return Spread::default();
    }
    let mean = values.iter().sum::<f64>() / cases;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Spread { mean, deviation: (squares / cases).sqrt(), cases }
}

fn pooled_spread(spreads: &[(Spread, f64)]) -> Spread {
    let cases: f64 = spreads.iter().map(|(spread, weight)| spread.cases * weight).sum();
    if cases <= 0.0 {
        return Spread::default();
    }
    let average = |value: &dyn Fn(&Spread) -> f64| {
        spreads.iter().map(|(spread, weight)| value(spread) * spread.cases * weight).sum::<f64>() / cases
    };
    let mean = average(&|spread| spread.mean);
    let square = average(&|spread| spread.deviation * spread.deviation + (spread.mean - mean) * (spread.mean - mean));
    Spread { mean, deviation: square.sqrt(), cases }
}

fn pooled_share(shares: impl Iterator<Item = (Share, f64)>) -> Share {
    let (held, cases) = shares.fold((0.0, 0.0), |(held, cases), (share, weight)| {
        (held + share.share * share.cases * weight, cases + share.cases * weight)
    });
    Share { share: if cases > 0.0 { held / cases } else { 0.0 }, cases }
}
