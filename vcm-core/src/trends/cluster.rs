//! Clusters short texts online by their words, without a number of clusters given.
//!
//! A text goes to the topic that most probably wrote it, under a Dirichlet-process mixture of word distributions (Yin and Wang
//! 2014, GSDMM; Yin et al. 2018, MStream), or opens a topic when none did. Like MStream it takes the most probable topic and
//! draws nothing, so the result is deterministic. On tweets and news titles this finds the annotators' events far better than
//! TF-IDF cosine on a threshold. An inverted index from words to topics means that a text meets only topics it shares a word
//! with. Next: [`super::label`].

use super::collapse;
use crate::text::{embedding::hash_bytes, words};

/// How texts are clustered. The defaults were tuned on one half of two annotated streams and checked on the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusterOptions {
    /// Pull of a new topic, in texts (scaled down below 1,000 texts, like `prior_words`): a topic of so many texts and no shared word draws a text as much as a new topic does.
    /// Above 0; larger gives more topics.
    pub new_topic_weight: f64,
    /// How many words every topic is taken to hold beforehand. Above 0; larger gives fewer, wider topics.
    pub prior_words: f64,
    /// Share of those words that are spread as in all the texts, 0 to 1; the rest is spread evenly over the vocabulary. The first
    /// part keeps common words from tying strangers together however many texts there are.
    pub background_share: f64,
    /// Passes over the texts, at least 1: the first assigns each text as it comes, the others let it move.
    pub passes: u32,
    /// Character-3-gram Jaccard similarity from which two texts are one, 0 to 1.
    pub duplicate_threshold: f64,
}

impl Default for ClusterOptions {
    fn default() -> Self {
        Self { new_topic_weight: 30.0, prior_words: 250.0, background_share: 0.6, passes: 6, duplicate_threshold: 0.8 }
    }
}

/// Texts with their clusters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clustering {
    /// Cluster of each text, numbered from 0 in order of first appearance.
    pub(super) clusters: Vec<u32>,
    /// For each text the earliest one it repeats, or its own index.
    pub(super) representatives: Vec<usize>,
}

/// Clusters texts that stand in time order. A text without a content word is a cluster of its own.
pub(super) fn cluster(texts: &[&str], options: &ClusterOptions) -> Clustering {
    let representatives = collapse::representatives(texts, options.duplicate_threshold);
    let originals: Vec<usize> =
        representatives.iter().enumerate().filter(|(index, first)| index == *first).map(|(index, _)| index).collect();
    let documents = documents(originals.iter().filter_map(|index| texts.get(*index).copied()));
    let topics = Mixture::new(&documents, options).run(&documents);
    let mut topic_of = vec![0; texts.len()];
    for (index, topic) in originals.iter().zip(topics) {
        if let Some(slot) = topic_of.get_mut(*index) {
            *slot = topic;
        }
    }
    let of_representative = representatives.iter().map(|first| topic_of.get(*first).copied().unwrap_or_default());
    Clustering { clusters: number_by_appearance(of_representative), representatives }
}

/// Renumbers labels from 0 in order of first appearance.
fn number_by_appearance(labels: impl Iterator<Item = u32>) -> Vec<u32> {
    let labels: Vec<u32> = labels.collect();
    let mut numbers = vec![u32::MAX; labels.iter().max().map_or(0, |largest| *largest as usize + 1)];
    let mut next = 0;
    let number = |label: u32| {
        let slot = numbers.get_mut(label as usize)?;
        if *slot == u32::MAX {
            *slot = next;
            next += 1;
        }
        Some(*slot)
    };
    labels.into_iter().filter_map(number).collect()
}

/// The distinct content words of each text, as numbers that are dense over all texts, rarest word first.
struct Documents {
    words: Vec<Vec<u32>>,
    /// Texts that hold each word.
    texts_with: Vec<u32>,
}

fn documents<'a>(texts: impl Iterator<Item = &'a str>) -> Documents {
    let hash = |stem: &String| hash_bytes(b"w", stem.as_bytes());
    let hashed: Vec<Vec<u64>> = texts
        .map(|text| {
            let mut hashes: Vec<u64> = words::content_stems(text).iter().map(hash).collect();
            hashes.sort_unstable();
            hashes.dedup();
            hashes
        })
        .collect();
    let mut all: Vec<u64> = hashed.iter().flatten().copied().collect();
    all.sort_unstable();
    // Words numbered from the rarest, so that a document's sorted words are in order of what they tell.
    let mut counted: Vec<(usize, u64)> =
        all.chunk_by(|a, b| a == b).filter_map(|same| same.first().map(|hash| (same.len(), *hash))).collect();
    counted.sort_unstable();
    let mut numbers: Vec<(u64, u32)> = counted.iter().zip(0..).map(|((_, hash), number)| (*hash, number)).collect();
    numbers.sort_unstable();
    let number = |hash: u64| {
        let position = numbers.binary_search_by_key(&hash, |entry| entry.0).ok()?;
        numbers.get(position).map(|entry| entry.1)
    };
    let numbered = |hashes: Vec<u64>| {
        let mut words: Vec<u32> = hashes.into_iter().filter_map(number).collect();
        words.sort_unstable();
        words
    };
    let texts_with = counted.iter().map(|(texts, _)| *texts as u32).collect();
    Documents { words: hashed.into_iter().map(numbered).collect(), texts_with }
}

/// A word in more topics than this scores only the most promising topics that rarer words of the text have reached.
const COMMON_WORD_TOPICS: usize = 100;

/// How many topics common words are looked up for.
const PROMISING_TOPICS: usize = 48;

/// Passes end when fewer than one text in so many still moves.
const SETTLED: usize = 200;

/// Texts from which the priors of the options hold in full, and the least of words that a topic is taken to hold.
const FULL_PRIOR_TEXTS: f64 = 1000.0;
const SMALLEST_PRIOR: f64 = 4.0;

const UNASSIGNED: u32 = u32::MAX;

struct Mixture {
    alpha: f64,
    prior_words: f64,
    /// Occurrences of each word that every topic is taken to hold beforehand.
    priors: Vec<f64>,
    passes: u32,
    /// Texts and words of each topic.
    topics: Vec<(u32, u32)>,
    /// Topics that hold no text any more, to be used again.
    empty: Vec<u32>,
    /// For each word the topics that hold it, sorted by topic.
    postings: Vec<Vec<Posting>>,
    /// Scratch: summed gain of each topic for the text at hand, and which topics have one.
    scores: Vec<f64>,
    reached: Vec<u32>,
}

impl Mixture {
    fn new(documents: &Documents, options: &ClusterOptions) -> Self {
        // A prior must not outweigh the texts themselves, so it is scaled down when there are few.
        let scale = (documents.words.len() as f64 / FULL_PRIOR_TEXTS).min(1.0);
        let prior_words = (scale * options.prior_words).max(SMALLEST_PRIOR);
        let background = options.background_share.clamp(0.0, 1.0);
        let total = documents.texts_with.iter().map(|texts| f64::from(*texts)).sum::<f64>();
        let even = (1.0 - background) / documents.texts_with.len().max(1) as f64;
        let prior = |texts: &u32| prior_words * (even + background * f64::from(*texts) / total);
        Self {
            alpha: (scale * options.new_topic_weight).max(1e-9),
            prior_words,
            priors: documents.texts_with.iter().map(prior).collect(),
            passes: options.passes.max(1),
            topics: Vec::new(),
            empty: Vec::new(),
            postings: vec![Vec::new(); documents.texts_with.len()],
            scores: Vec::new(),
            reached: Vec::new(),
        }
    }

    fn run(mut self, documents: &Documents) -> Vec<u32> {
        let mut assigned = vec![UNASSIGNED; documents.words.len()];
        for _ in 0..self.passes {
            let mut moved = 0;
            for (words, topic) in documents.words.iter().zip(&mut assigned) {
                let before = *topic;
                if before != UNASSIGNED {
                    if words.is_empty() {
                        continue;
                    }
                    self.remove(words, before);
                }
                *topic = self.best_topic(words).unwrap_or_else(|| self.open_topic());
                self.add(words, *topic);
                moved += usize::from(*topic != before);
            }
            if moved * SETTLED < documents.words.len() {
                break;
            }
        }
        assigned
    }

    /// The most probable topic, none when a new one is: `P(topic) ∝ texts × ∏ (count(word) + prior(word)) / (words + prior)`, all divided by the
    /// same product for a new topic. Words are counted once a text.
    fn best_topic(&mut self, words: &[u32]) -> Option<u32> {
        self.scores.resize(self.topics.len(), 0.0);
        let (mut rare, mut common): (Vec<u32>, Vec<u32>) = words.iter().partition(|word| {
            self.postings.get(**word as usize).is_none_or(|posting| posting.len() <= COMMON_WORD_TOPICS)
        });
        if rare.is_empty() && !common.is_empty() {
            rare.push(common.remove(0));
        }
        for word in rare {
            for entry in self.postings.get(word as usize).into_iter().flatten() {
                if let Some(score) = self.scores.get_mut(entry.topic as usize) {
                    // Gains are positive, so an untouched score is told by its sign.
                    if *score <= 0.0 {
                        self.reached.push(entry.topic);
                    }
                    *score += entry.gain;
                }
            }
        }
        if !common.is_empty() {
            self.keep_most_promising(words.len());
        }
        for posting in common.iter().filter_map(|word| self.postings.get(*word as usize)) {
            for topic in &self.reached {
                if let Ok(position) = posting.binary_search_by_key(topic, |entry| entry.topic)
                    && let (Some(entry), Some(score)) = (posting.get(position), self.scores.get_mut(*topic as usize))
                {
                    *score += entry.gain;
                }
            }
        }
        let mut best = (self.alpha.ln(), None);
        for topic in std::mem::take(&mut self.reached) {
            let value = self.log_probability(topic, words.len());
            if let Some(score) = self.scores.get_mut(topic as usize) {
                *score = 0.0;
            }
            // Ties go to the older topic, whatever order the words reached them in.
            let is_older = best.1.is_some_and(|other| topic < other);
            if value > best.0 || (is_older && value.total_cmp(&best.0).is_eq()) {
                best = (value, Some(topic));
            }
        }
        best.1
    }

    /// Log probability of a reached topic for a text of so many words, beside a new topic's, from the gains summed so far.
    fn log_probability(&self, topic: u32, words: usize) -> f64 {
        let (Some(score), Some((texts, held))) = (self.scores.get(topic as usize), self.topics.get(topic as usize))
        else {
            return f64::NEG_INFINITY;
        };
        let size = (f64::from(*held) / self.prior_words).ln_1p() * words as f64;
        f64::from(*texts).ln() + score - size
    }

    /// Drops all but the most probable of the reached topics, before the common words are looked at.
    fn keep_most_promising(&mut self, words: usize) {
        if self.reached.len() <= PROMISING_TOPICS {
            return;
        }
        let mut valued: Vec<(f64, u32)> =
            self.reached.iter().map(|topic| (self.log_probability(*topic, words), *topic)).collect();
        valued.select_nth_unstable_by(PROMISING_TOPICS, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, topic) in valued.split_off(PROMISING_TOPICS) {
            if let Some(score) = self.scores.get_mut(topic as usize) {
                *score = 0.0;
            }
        }
        self.reached = valued.into_iter().map(|(_, topic)| topic).collect();
    }

    fn open_topic(&mut self) -> u32 {
        self.empty.pop().unwrap_or_else(|| {
            self.topics.push((0, 0));
            self.topics.len() as u32 - 1
        })
    }

    fn add(&mut self, words: &[u32], topic: u32) {
        if let Some((texts, held)) = self.topics.get_mut(topic as usize) {
            *texts += 1;
            *held += words.len() as u32;
        }
        for word in words {
            let prior = self.priors.get(*word as usize).copied().unwrap_or(1.0);
            let Some(posting) = self.postings.get_mut(*word as usize) else { continue };
            match posting.binary_search_by_key(&topic, |entry| entry.topic) {
                Ok(position) => {
                    if let Some(entry) = posting.get_mut(position) {
                        *entry = Posting::new(topic, entry.count + 1, prior);
                    }
                }
                Err(position) => posting.insert(position, Posting::new(topic, 1, prior)),
            }
        }
    }

    fn remove(&mut self, words: &[u32], topic: u32) {
        if let Some((texts, held)) = self.topics.get_mut(topic as usize) {
            *texts -= 1;
            *held -= words.len() as u32;
            if *texts == 0 {
                self.empty.push(topic);
            }
        }
        for word in words {
            let prior = self.priors.get(*word as usize).copied().unwrap_or(1.0);
            let Some(posting) = self.postings.get_mut(*word as usize) else { continue };
            let Ok(position) = posting.binary_search_by_key(&topic, |entry| entry.topic) else { continue };
            if let Some(entry) = posting.get_mut(position) {
                *entry = Posting::new(topic, entry.count - 1, prior);
                if entry.count == 0 {
                    posting.remove(position);
                }
            }
        }
    }
}

/// A topic that holds a word.
#[derive(Clone, Copy)]
struct Posting {
    topic: u32,
    count: u32,
    /// `ln(1 + count / prior)`: what sharing the word adds to the topic's log probability.
    gain: f64,
}

impl Posting {
    fn new(topic: u32, count: u32, prior: f64) -> Self {
        Self { topic, count, gain: (f64::from(count) / prior).ln_1p() }
    }
}
