//! What speaks for each hashtag that could go with a post, as numbers: own history, similar posts, words, and how it is used lately.
//!
//! Each number is cheap and is 0 when its data is missing. [`super::weights`] turns them into one score; the weights are fitted by
//! `cargo run --release -p vcm-benches --bin fit-hashtags`. Next: [`super::rank`].

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{
    identity::plain_words,
    index::{Account, HashtagIndex, weights},
    rank::RankQuery,
};
use crate::text::words;

/// Number of features.
pub const FEATURE_COUNT: usize = 23;

/// What the features are, in order. "Share" is of the largest of the query.
pub const FEATURES: [&str; FEATURE_COUNT] = [
    "own recency: share of Σ hours^-0.5",
    "log of that share + 0.01",
    "own recency in posts: share of Σ posts^-1",
    "share of the last 3 own posts",
    "share of the last 10 own posts",
    "share of the last 40 own posts",
    "share of own uses at this time of day",
    "share of own uses at this time of this weekday",
    "-ln(1 + hours since last own use)",
    "used by the account",
    "share of the votes of 50 neighbours, own posts three times",
    "share of the votes of 30 own neighbours, newer ones more",
    "similarity of the nearest own post",
    "share of that",
    "share of the votes of 30 neighbours of others, newer ones more",
    "similarity of the nearest post of others",
    "naive Bayes over words, beside the best tag",
    "the text says it",
    "share of its words that the text has",
    "share of its letters in words that the text has",
    "goes with a tag that fits",
    "ln(1 + uses by others within 24 hours)",
    "ln(1 + uses)",
];

const OWN_RECENCY: usize = 0;
const LOG_OWN_RECENCY: usize = 1;
const POST_RECENCY: usize = 2;
const LAST_3: usize = 3;
const LAST_10: usize = 4;
const LAST_40: usize = 5;
const TIME_OF_DAY: usize = 6;
const TIME_OF_WEEK: usize = 7;
const LAST_USE: usize = 8;
const OWN: usize = 9;
const NEIGHBOURS: usize = 10;
const OWN_NEIGHBOURS: usize = 11;
const OWN_NEAREST: usize = 12;
const OWN_NEAREST_SHARE: usize = 13;
const OTHER_NEIGHBOURS: usize = 14;
const OTHER_NEAREST: usize = 15;
const WORDS: usize = 16;
const MENTION: usize = 17;
const PARTS: usize = 18;
const PART_LETTERS: usize = 19;
const COMPANION: usize = 20;
const LATELY: usize = 21;
const USES: usize = 22;

/// Features that are shown as a share of the largest of the query.
const SHARES: [usize; 6] = [OWN_RECENCY, POST_RECENCY, NEIGHBOURS, OWN_NEIGHBOURS, OWN_NEAREST_SHARE, OTHER_NEIGHBOURS];

const NEAREST: usize = 50;
const NEAREST_APART: usize = 30;
const OWN_NEIGHBOUR_WEIGHT: f32 = 3.0;
/// Smallest age of a use, in hours: one minute.
const YOUNGEST_HOURS: f64 = 1.0 / 60.0;
/// Age of one post when times are missing, in hours.
const HOURS_A_POST: f64 = 24.0;
/// Words that every tag is taken to have been seen with beforehand, spread as in the whole corpus.
const PRIOR_WORDS: f64 = 20.0;
/// Tags that the words alone may bring in.
const TAGS_BY_WORDS: usize = 60;
/// Newest posts of one word, of one own tag and of one tag that are looked at: what keeps a query within milliseconds.
const POSTS_OF_A_WORD: usize = 10_000;
const POSTS_OF_OWN_TAG: usize = 500;
const POSTS_OF_A_TAG: usize = 100;

/// A tag that could go with a post.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Candidate {
    pub(super) tag: u32,
    pub(super) features: [f64; FEATURE_COUNT],
    /// Posts that speak for it.
    pub(super) posts: u32,
}

/// What ties a tag to the text or account, for people.
impl Candidate {
    /// Whether the account used it.
    pub(super) fn is_own(&self) -> bool {
        self.get(OWN) > 0.0
    }

    /// Whether similar posts carry it.
    pub(super) fn has_neighbours(&self) -> bool {
        self.get(NEIGHBOURS) >= 0.1
    }

    /// Whether it goes with words of the text.
    pub(super) fn goes_with_words(&self) -> bool {
        self.get(WORDS) >= 0.1
    }

    /// Whether the text says it or its words.
    pub(super) fn is_said(&self) -> bool {
        self.get(MENTION) > 0.0 || self.get(PARTS) >= 1.0
    }

    /// Whether the account tends to use it at this hour or weekday.
    pub(super) fn is_usual_now(&self) -> bool {
        self.get(TIME_OF_DAY) + self.get(TIME_OF_WEEK) >= 0.5
    }

    /// Uses by others within a day.
    pub(super) fn uses_lately(&self) -> u32 {
        self.get(LATELY).exp_m1().round() as u32
    }

    fn get(&self, feature: usize) -> f64 {
        self.features.get(feature).copied().unwrap_or(0.0)
    }
}

/// Gathers the candidates of one query.
struct Gather<'a> {
    index: &'a HashtagIndex,
    second: Option<i64>,
    /// Whether some posts are later than the query.
    has_later: bool,
    found: BTreeMap<u32, Candidate>,
}

/// A post near the text.
#[derive(Clone, Copy)]
struct Near {
    similarity: f32,
    post: u32,
    own: bool,
}

impl HashtagIndex {
    /// Every tag that anything speaks for, with its features, in the order of their first use; `with_popular` most used ones are added.
    pub(super) fn candidates(&self, query: &RankQuery<'_>, with_popular: usize) -> Vec<Candidate> {
        let second = query.at.map(Timestamp::as_second).or(self.latest);
        let has_later = second < self.latest;
        let mut gather = Gather { index: self, second, has_later, found: BTreeMap::new() };
        let account = self.account(query.account);
        let text_words = plain_words(query.text);
        if let Some((_, account)) = account {
            gather.own_history(account);
        }
        let terms = self.terms(&text_words);
        gather.content(&terms, account.map(|(number, _)| number));
        gather.mentions(&text_words);
        if with_popular > 0 {
            gather.popular(with_popular);
        }
        gather.companions();
        gather.finish(&text_words, account.map(|(number, _)| number))
    }

    /// The known content words of a text with `1 + ln(count)`.
    fn terms(&self, text_words: &[String]) -> Vec<(u32, f32)> {
        let content = text_words.iter().filter(|word| !words::is_stop_word(word));
        let mut numbers: Vec<u32> =
            content.filter_map(|word| self.words.get(words::stem(word).as_ref()).copied()).collect();
        numbers.sort_unstable();
        weights(&numbers)
    }
}

impl Gather<'_> {
    fn entry(&mut self, tag: u32) -> &mut Candidate {
        self.found.entry(tag).or_insert_with(|| Candidate { tag, ..Candidate::default() })
    }

    fn set(&mut self, tag: u32, feature: usize, value: f64, posts: u32) {
        let entry = self.entry(tag);
        if let Some(slot) = entry.features.get_mut(feature) {
            *slot = value;
        }
        entry.posts = entry.posts.max(posts);
    }

    fn add(&mut self, tag: u32, feature: usize, value: f64) {
        if let Some(slot) = self.entry(tag).features.get_mut(feature) {
            *slot += value;
        }
    }

    /// Hours since a post, `None` when it is later than the query.
    fn hours_since(&self, post: u32, posts_since: u32) -> Option<f64> {
        match (self.second, self.index.posts.get(post as usize)?.second) {
            (Some(now), Some(then)) if then > now => None,
            (Some(now), Some(then)) => Some(((now - then) as f64 / 3600.0).max(YOUNGEST_HOURS)),
            _ => Some(f64::from(posts_since) * HOURS_A_POST),
        }
    }

    fn has_happened(&self, post: u32) -> bool {
        !self.has_later || self.hours_since(post, 1).is_some()
    }

    /// Frequency and recency of each tag that the account used, and whether it keeps to an hour or a weekday.
    fn own_history(&mut self, account: &Account) {
        let timed = self.second.is_some();
        for (tag, uses) in &account.uses {
            let (mut recency, mut post_recency, mut last) = (0.0, 0.0, [0.0; 3]);
            let (mut same_hour, mut same_weekday, mut count) = (0.0, 0.0, 0u32);
            let mut youngest: Option<f64> = None;
            for post in uses.iter().rev().take(POSTS_OF_OWN_TAG) {
                let ordinal = self.index.posts.get(*post as usize).map_or(0, |post| post.ordinal);
                let since = account.posts.saturating_sub(ordinal) + 1;
                let Some(hours) = self.hours_since(*post, since) else { continue };
                count += 1;
                recency += hours.sqrt().recip();
                post_recency += f64::from(since).recip();
                for (share, window) in last.iter_mut().zip([3.0, 10.0, 40.0]) {
                    *share += if f64::from(since) <= window { 1.0 / window } else { 0.0 };
                }
                same_hour += f64::from(u8::from(timed && hours > 20.0 && off_period(hours, 24.0) < 1.5));
                same_weekday += f64::from(u8::from(timed && hours > 144.0 && off_period(hours, 168.0) < 6.0));
                youngest = Some(youngest.map_or(hours, |least| least.min(hours)));
            }
            let Some(youngest) = youngest else { continue };
            let shrunk = f64::from(count) + 3.0;
            let values = [
                (OWN_RECENCY, recency),
                (POST_RECENCY, post_recency),
                (LAST_3, last[0]),
                (LAST_10, last[1]),
                (LAST_40, last[2]),
                (TIME_OF_DAY, same_hour / shrunk),
                (TIME_OF_WEEK, same_weekday / shrunk),
                (LAST_USE, -youngest.ln_1p()),
                (OWN, 1.0),
            ];
            for (feature, value) in values {
                self.set(*tag, feature, value, count);
            }
        }
    }

    /// Nearest posts and naive Bayes, from one pass over the postings of the text's words.
    fn content(&mut self, terms: &[(u32, f32)], account: Option<u32>) {
        let index = self.index;
        let mut scores = vec![0.0f32; if terms.is_empty() { 0 } else { index.posts.len() }];
        let mut reached: Vec<u32> = Vec::new();
        let mut counts = vec![0u32; if terms.is_empty() { 0 } else { index.tags.len() }];
        let mut gains: BTreeMap<u32, f64> = BTreeMap::new();
        let mut length = 0.0f32;
        for (word, weight) in terms {
            let Some(posting) = index.postings.get(*word as usize) else { continue };
            let rarity = index.rarity(*word);
            length += (weight * rarity).powi(2);
            let mut tags_seen: Vec<u32> = Vec::new();
            let mut looked_at = 0;
            for (post, in_post) in posting.iter().rev().filter(|entry| self.has_happened(entry.0)).take(POSTS_OF_A_WORD)
            {
                looked_at += 1;
                if let Some(score) = scores.get_mut(*post as usize) {
                    if *score <= 0.0 {
                        reached.push(*post);
                    }
                    *score += weight * in_post * rarity * rarity;
                }
                for tag in index.tags_of(*post) {
                    if let Some(count) = counts.get_mut(*tag as usize) {
                        if *count == 0 {
                            tags_seen.push(*tag);
                        }
                        *count += 1;
                    }
                }
            }
            // A word whose older posts were left out is taken to go with the same tags there.
            let left_out = posting.len() as f64 / f64::from(looked_at.max(1));
            let scale = if looked_at as usize == POSTS_OF_A_WORD { left_out } else { 1.0 };
            let share = posting.len() as f64 / index.held.max(1) as f64;
            for tag in tags_seen {
                if let Some(count) = counts.get_mut(tag as usize) {
                    let expected = PRIOR_WORDS * share;
                    *gains.entry(tag).or_default() += (f64::from(*count) * scale / expected).ln_1p();
                    *count = 0;
                }
            }
        }
        self.by_words(gains, terms.len());
        let length = length.sqrt();
        let near = reached.into_iter().filter_map(|number| {
            let post = index.posts.get(number as usize)?;
            let similarity = scores.get(number as usize)? / (post.length * length).max(f32::MIN_POSITIVE);
            Some(Near { similarity, post: number, own: account.is_some() && post.account == account })
        });
        self.neighbours(near.collect());
    }

    /// Naive Bayes with a Dirichlet prior on each tag's words, over tags that share a word with the text:
    /// `ln P(tag) + Σ ln[(n(word, tag) + μ p(word)) / (n(tag) + μ)]`, as a probability beside the best tag.
    fn by_words(&mut self, gains: BTreeMap<u32, f64>, terms: usize) {
        let log_probability = |(tag, gain): (u32, f64)| {
            let seen = self.index.tags.get(tag as usize)?;
            let size = (f64::from(seen.words) / PRIOR_WORDS).ln_1p() * terms as f64;
            Some((tag, (seen.posts.len() as f64).ln() + gain - size, seen.posts.len() as u32))
        };
        let mut scored: Vec<(u32, f64, u32)> = gains.into_iter().filter_map(log_probability).collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let largest = scored.first().map_or(0.0, |entry| entry.1);
        for (tag, value, posts) in scored.into_iter().take(TAGS_BY_WORDS) {
            self.set(tag, WORDS, (value - largest).exp(), posts.min(2));
        }
    }

    fn neighbours(&mut self, near: Vec<Near>) {
        let index = self.index;
        let weighed = |near: &Near| if near.own { near.similarity * OWN_NEIGHBOUR_WEIGHT } else { near.similarity };
        let (own, others): (Vec<Near>, Vec<Near>) = near.iter().partition(|near| near.own);
        let mut votes: BTreeMap<u32, u32> = BTreeMap::new();
        for near in nearest(near, NEAREST, weighed) {
            for tag in index.tags_of(near.post) {
                self.add(*tag, NEIGHBOURS, f64::from(weighed(&near)));
                *votes.entry(*tag).or_default() += 1;
            }
        }
        for (tag, count) in votes {
            let entry = self.entry(tag);
            entry.posts = entry.posts.max(count);
        }
        for (posts, sum, best) in [(own, OWN_NEIGHBOURS, OWN_NEAREST), (others, OTHER_NEIGHBOURS, OTHER_NEAREST)] {
            for near in nearest(posts, NEAREST_APART, |near| near.similarity) {
                let similarity = f64::from(near.similarity);
                let hours = self.hours_since(near.post, 1).unwrap_or(YOUNGEST_HOURS);
                for tag in index.tags_of(near.post) {
                    self.add(*tag, sum, similarity.powf(1.5) * hours.powf(-0.25));
                    let slot = self.entry(*tag).features.get_mut(best);
                    if let Some(slot) = slot {
                        *slot = slot.max(similarity);
                    }
                }
            }
        }
    }

    /// Tags that are one to four words in a row of the text, written as one.
    fn mentions(&mut self, text_words: &[String]) {
        for size in 1..=4 {
            for run in text_words.windows(size) {
                let joined = run.concat();
                if joined.len() < 3 || (size == 1 && words::is_stop_word(&joined)) {
                    continue;
                }
                if let Some(tag) = self.index.tag_numbers.get(&joined) {
                    let uses = self.index.tags.get(*tag as usize).map_or(0, |tag| tag.posts.len() as u32);
                    self.set(*tag, MENTION, 1.0, uses);
                }
            }
        }
    }

    fn popular(&mut self, limit: usize) {
        let tags = self.index.tags.iter().zip(0..);
        let mut by_uses: Vec<(u32, u32)> = tags.map(|(tag, number)| (tag.posts.len() as u32, number)).collect();
        let order = |a: &(u32, u32), b: &(u32, u32)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        if by_uses.len() > limit {
            by_uses.select_nth_unstable_by(limit, order);
            by_uses.truncate(limit);
        }
        for (uses, tag) in by_uses {
            let entry = self.entry(tag);
            entry.posts = entry.posts.max(uses);
        }
    }

    /// Lifts the tags that come with the three that fit best so far.
    fn companions(&mut self) {
        let index = self.index;
        let largest = |feature: usize| {
            self.found.values().map(|entry| entry.get(feature)).fold(0.0, f64::max).max(f64::MIN_POSITIVE)
        };
        let (recency, votes) = (largest(OWN_RECENCY), largest(NEIGHBOURS));
        let blend = |entry: &Candidate| f64::midpoint(entry.get(OWN_RECENCY) / recency, entry.get(NEIGHBOURS) / votes);
        let mut fitting: Vec<(f64, u32)> = self.found.values().map(|entry| (blend(entry), entry.tag)).collect();
        fitting.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (fit, tag) in fitting.into_iter().take(3).filter(|(fit, _)| *fit > 0.0) {
            let Some(uses) = index.tags.get(tag as usize).map(|tag| &tag.posts) else { continue };
            let newest = uses.iter().rev().filter(|post| self.has_happened(**post)).take(POSTS_OF_A_TAG);
            let mut together: BTreeMap<u32, u32> = BTreeMap::new();
            let mut looked_at = 0u32;
            for post in newest {
                looked_at += 1;
                for other in index.tags_of(*post).iter().filter(|other| **other != tag) {
                    *together.entry(*other).or_default() += 1;
                }
            }
            for (other, count) in together {
                let strength = fit * f64::from(count) / f64::from(looked_at + 1);
                let known = self.entry(other).get(COMPANION);
                self.set(other, COMPANION, known.max(strength), count);
            }
        }
    }

    /// Fills in what is known of each candidate and turns sums into shares.
    fn finish(self, text_words: &[String], account: Option<u32>) -> Vec<Candidate> {
        let stems: BTreeSet<String> = text_words.iter().map(|word| words::stem(word).into_owned()).collect();
        let index = self.index;
        let (second, has_later) = (self.second, self.has_later);
        let lately = |tag: u32| {
            let uses = index.tags.get(tag as usize).map(|tag| tag.posts.as_slice()).unwrap_or_default();
            let recent = |post: &&u32| {
                let Some(post) = index.posts.get(**post as usize) else { return false };
                let age = second.zip(post.second).map(|(now, then)| now - then);
                age.is_some_and(|age| (0..=86_400).contains(&age)) && (account.is_none() || post.account != account)
            };
            // In time order the first old post ends the search; a history out of order is only looked at so far.
            let window = uses.iter().rev().take(if has_later { 5000 } else { POSTS_OF_A_TAG });
            window.filter(recent).take(POSTS_OF_A_TAG).count()
        };
        let mut found: Vec<Candidate> = self.found.into_values().collect();
        for entry in &mut found {
            let Some(tag) = index.tags.get(entry.tag as usize) else { continue };
            let long = || tag.parts.iter().filter(|part| part.chars().count() > 1);
            let said: Vec<&String> = long().filter(|part| stems.contains(*part)).collect();
            let letters: usize = said.iter().map(|part| part.len()).sum();
            let features = &mut entry.features;
            features[PARTS] = said.len() as f64 / tag.parts.len().max(1) as f64;
            features[PART_LETTERS] = (letters as f64 / tag.folded.len().max(1) as f64).min(1.0);
            features[LATELY] = (lately(entry.tag) as f64).ln_1p();
            features[USES] = (tag.posts.len() as f64).ln_1p();
            features[OWN_NEAREST_SHARE] = features[OWN_NEAREST];
        }
        for feature in SHARES {
            let largest = found.iter().map(|entry| entry.get(feature)).fold(0.0, f64::max);
            if largest > 0.0 {
                for slot in found.iter_mut().filter_map(|entry| entry.features.get_mut(feature)) {
                    *slot /= largest;
                }
            }
        }
        for entry in &mut found {
            entry.features[LOG_OWN_RECENCY] = (entry.features[OWN_RECENCY] + 0.01).ln();
        }
        found
    }
}

/// How far an age is from a whole number of periods.
fn off_period(hours: f64, period: f64) -> f64 {
    let rest = hours % period;
    rest.min(period - rest)
}

/// The largest by a measure; of equals the newer one counts.
fn nearest(mut near: Vec<Near>, limit: usize, measure: impl Fn(&Near) -> f32) -> Vec<Near> {
    let order = |a: &Near, b: &Near| measure(b).total_cmp(&measure(a)).then(b.post.cmp(&a.post));
    if near.len() > limit {
        near.select_nth_unstable_by(limit, order);
        near.truncate(limit);
    }
    near.sort_by(order);
    near
}
