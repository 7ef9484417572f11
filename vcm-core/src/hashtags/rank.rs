//! Ranks hashtags for a new post from four kinds of evidence, each missing when its data is:
//!
//! * own history: how often and how recently the account used a tag (base-level learning, Kowald, Pujari and Lex 2017)
//! * neighbours: tags of the 50 most similar posts, the account's own counting three times
//! * words: tags whose posts use the words of this one (naive Bayes); it carries texts without an account
//! * mention: the tag is itself a word, or two or three words in a row, of the text
//!
//! Next: [`super::ladder()`].

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{
    Confidence, HashtagBucket, RankedHashtag,
    evidence::{self, TagFacts},
    identity::{BriefTags, banned_reason, folded, identity, plain_words},
    index::{Account, HashtagIndex, Post},
};
use crate::text::words;

/// The post to find hashtags for.
#[derive(Debug, Clone, Copy, Default)]
pub struct RankQuery<'a> {
    /// Its text. Hashtags and links in it are ignored: they never vote for themselves.
    pub text: &'a str,
    /// Who will post it.
    pub account: Option<&'a str>,
    /// When. Posts later than this are not used. Default: the latest time seen.
    pub at: Option<Timestamp>,
    /// What the brief says, if there is one.
    pub brief: Option<&'a BriefTags>,
}

/// How hashtags are ranked. The weights were tuned on the first part of two public sets and checked on the rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankOptions {
    /// Most tags returned.
    pub limit: usize,
    /// Weight of the account's own history.
    pub own_history: f64,
    /// Weight of the most similar posts.
    pub neighbours: f64,
    /// Weight of the words; a fifth of it without own history, where neighbours are the better guide.
    pub words: f64,
    /// Weight of a tag that the text itself contains as words.
    pub mention: f64,
    /// Whether the most used tags may fill the list when there is too little evidence. Default false: better few than random.
    pub fill_with_popular: bool,
}

impl Default for RankOptions {
    fn default() -> Self {
        Self { limit: 30, own_history: 1.0, neighbours: 1.0, words: 0.5, mention: 0.6, fill_with_popular: false }
    }
}

const NEIGHBOURS: usize = 50;
const OWN_NEIGHBOUR_WEIGHT: f32 = 3.0;
/// Smallest age of a use, in hours: one minute.
const YOUNGEST_HOURS: f64 = 1.0 / 60.0;
/// Age of one post when times are missing, in hours.
const HOURS_A_POST: f64 = 24.0;
/// Words that every tag is taken to have been seen with beforehand, spread as in the whole corpus.
const PRIOR_WORDS: f64 = 20.0;
/// Score of a tag made from the brief that no data speaks for or against.
const DERIVED_SCORE: f64 = 0.3;

/// What speaks for a tag, each part 0 to 1 beside the best tag of this query.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    own: f64,
    neighbours: f64,
    words: f64,
    mention: f64,
    /// Posts that speak for it.
    posts: u32,
    popular: f64,
}

impl HashtagIndex {
    /// The best hashtags for a post, best first, each identity of the brief's tags and each spelling of the data once. Banned tags and
    /// those that the brief avoids are left out. Empty when nothing is known: an index without posts and a brief without tags
    /// give no advice.
    pub fn rank(&self, query: &RankQuery<'_>, options: &RankOptions) -> Vec<RankedHashtag> {
        let second = query.at.map(Timestamp::as_second).or(self.latest);
        let account = self.account(query.account);
        let text_words = plain_words(query.text);
        let mut evidence: BTreeMap<u32, Evidence> = BTreeMap::new();
        if let Some((_, account)) = account {
            self.own_history(account, second, &mut evidence);
        }
        let terms = self.terms(&text_words);
        self.neighbours(&terms, account.map(|(number, _)| number), second, &mut evidence);
        self.by_words(&terms, &mut evidence);
        self.mentions(&text_words, &mut evidence);
        if options.fill_with_popular {
            self.popular(&mut evidence, options.limit);
        }
        let words_weight = if account.is_some() { options.words } else { 0.2 * options.words };
        let total = options.own_history * f64::from(u8::from(account.is_some()))
            + options.neighbours
            + words_weight
            + options.mention;
        let merit = |evidence: &Evidence| {
            let sum = options.own_history * evidence.own
                + options.neighbours * evidence.neighbours
                + words_weight * evidence.words
                + options.mention * evidence.mention;
            (sum / total.max(f64::MIN_POSITIVE)).min(1.0) + 1e-3 * evidence.popular
        };
        let mut scored: Vec<(f64, u32, Evidence)> =
            evidence.into_iter().map(|(tag, evidence)| (merit(&evidence), tag, evidence)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut ranked = self.brief_tags(query, &scored, account.map(|(number, _)| number));
        let listed: Vec<String> = ranked.iter().map(|entry| identity(&entry.tag)).collect();
        let allowed = |tag: &str| {
            banned_reason(tag).is_none()
                && query.brief.is_none_or(|brief| !brief.avoids(tag))
                && !listed.contains(&identity(tag))
        };
        let percentiles = evidence::Percentiles::of(self);
        for (score, number, evidence) in scored {
            if ranked.len() >= options.limit {
                break;
            }
            let Some(tag) = self.tags.get(number as usize) else { continue };
            if score > 0.0 && allowed(&tag.folded) {
                let facts = TagFacts::of(self, number, account.map(|(number, _)| number), &percentiles);
                ranked.push(facts.ranked(tag, score.clamp(0.0, 1.0), evidence.posts, why(&evidence)));
            }
        }
        ranked.truncate(options.limit);
        ranked
    }

    /// What is known about the data behind a ranking, in words, and what is missing.
    pub fn notes(&self, account: Option<&str>) -> Vec<String> {
        if self.posts.is_empty() {
            let note =
                "no earlier posts and no trend texts with hashtags: nothing is known about the reach of these tags";
            return vec![note.to_owned()];
        }
        let mut notes =
            vec![format!("{} posts with hashtags seen, {} different tags", self.posts.len(), self.tags.len())];
        match account.map(|name| (name, self.posts_of(name))) {
            Some((name, 0)) => notes.push(format!("no earlier posts of {name}: ranked by content alone")),
            Some((name, posts)) => notes.push(format!("{posts} earlier posts of {name}")),
            None => notes.push("no account given: ranked by content alone".to_owned()),
        }
        if self.posts.iter().all(|post| post.log_engagement.is_none()) {
            notes.push("no engagement known: saturation is the volume's percentile alone".to_owned());
        }
        if self.latest.is_none() {
            notes.push("no times known: recency is counted in posts".to_owned());
        }
        notes
    }

    /// Base-level activation of each tag the account used, as a share of the largest: `Σ max(age, 1/60 h)^-0.5`.
    fn own_history(&self, account: &Account, second: Option<i64>, evidence: &mut BTreeMap<u32, Evidence>) {
        let activation = |uses: &[(u32, u32)]| {
            let past = uses.iter().filter_map(|(post, ordinal)| {
                let post = self.posts.get(*post as usize)?;
                let hours = match (second, post.second) {
                    (Some(now), Some(then)) if then > now => return None,
                    (Some(now), Some(then)) => (now - then) as f64 / 3600.0,
                    _ => f64::from(account.posts.saturating_sub(*ordinal) + 1) * HOURS_A_POST,
                };
                Some(1.0 / hours.max(YOUNGEST_HOURS).sqrt())
            });
            past.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1))
        };
        let activations: Vec<(u32, (f64, u32))> =
            account.uses.iter().map(|(tag, uses)| (*tag, activation(uses))).collect();
        let largest = activations.iter().map(|(_, (sum, _))| *sum).fold(0.0, f64::max);
        for (tag, (sum, count)) in activations.into_iter().filter(|(_, (sum, _))| *sum > 0.0) {
            let entry = evidence.entry(tag).or_default();
            entry.own = sum / largest;
            entry.posts += count;
        }
    }

    /// The known content words of a text with `1 + ln(count)`.
    fn terms(&self, text_words: &[String]) -> Vec<(u32, f32)> {
        let content = text_words.iter().filter(|word| !words::is_stop_word(word));
        let mut numbers: Vec<u32> =
            content.filter_map(|word| self.words.get(words::stem(word).as_ref()).copied()).collect();
        numbers.sort_unstable();
        let weight = |same: &[u32]| same.first().map(|word| (*word, 1.0 + (same.len() as f32).ln()));
        numbers.chunk_by(|a, b| a == b).filter_map(weight).collect()
    }

    fn neighbours(
        &self,
        terms: &[(u32, f32)],
        account: Option<u32>,
        second: Option<i64>,
        evidence: &mut BTreeMap<u32, Evidence>,
    ) {
        let mut scores = vec![0.0f32; if terms.is_empty() { 0 } else { self.posts.len() }];
        let mut reached: Vec<u32> = Vec::new();
        let mut length = 0.0;
        for (word, weight) in terms {
            let rarity = self.rarity(*word);
            length += (weight * rarity).powi(2);
            for (post, in_post) in self.postings.get(*word as usize).into_iter().flatten() {
                if let Some(score) = scores.get_mut(*post as usize) {
                    if *score <= 0.0 {
                        reached.push(*post);
                    }
                    *score += weight * in_post * rarity * rarity;
                }
            }
        }
        let similarity = |number: u32| {
            let post: &Post = self.posts.get(number as usize)?;
            let known_later = matches!((second, post.second), (Some(now), Some(then)) if then > now);
            let score = scores.get(number as usize)? / (post.length * length.sqrt()).max(f32::MIN_POSITIVE);
            let own = account.is_some() && post.account == account;
            (!known_later).then_some((if own { score * OWN_NEIGHBOUR_WEIGHT } else { score }, number))
        };
        let mut near: Vec<(f32, u32)> = reached.into_iter().filter_map(similarity).collect();
        // Of equally similar posts the newer one counts.
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1));
        if near.len() > NEIGHBOURS {
            near.select_nth_unstable_by(NEIGHBOURS, order);
            near.truncate(NEIGHBOURS);
        }
        near.sort_by(order);
        let mut votes: BTreeMap<u32, (f64, u32)> = BTreeMap::new();
        for (similarity, number) in near {
            for tag in self.posts.get(number as usize).map(|post| post.tags.as_slice()).unwrap_or_default() {
                let vote = votes.entry(*tag).or_default();
                *vote = (vote.0 + f64::from(similarity), vote.1 + 1);
            }
        }
        let largest = votes.values().map(|(sum, _)| *sum).fold(0.0, f64::max);
        for (tag, (sum, count)) in votes.into_iter().filter(|(_, (sum, _))| *sum > 0.0) {
            let entry = evidence.entry(tag).or_default();
            entry.neighbours = sum / largest;
            entry.posts = entry.posts.max(count);
        }
    }

    /// Naive Bayes with a Dirichlet prior on each tag's words, over tags that share a word with the text:
    /// `ln P(tag) + Σ ln[(n(word, tag) + μ p(word)) / (n(tag) + μ)]`, as a probability beside the best tag.
    fn by_words(&self, terms: &[(u32, f32)], evidence: &mut BTreeMap<u32, Evidence>) {
        let held: f64 = self.postings.iter().map(Vec::len).sum::<usize>() as f64;
        let mut gains: BTreeMap<u32, f64> = BTreeMap::new();
        for (word, _) in terms {
            let share = self.postings.get(*word as usize).map_or(0, Vec::len) as f64 / held;
            for (tag, count) in self.word_tags.get(*word as usize).into_iter().flatten() {
                *gains.entry(*tag).or_default() += (f64::from(*count) / (PRIOR_WORDS * share)).ln_1p();
            }
        }
        let log_probability = |(tag, gain): (u32, f64)| {
            let seen = self.tags.get(tag as usize)?;
            let size = (f64::from(seen.words) / PRIOR_WORDS).ln_1p() * terms.len() as f64;
            Some((tag, (seen.posts.len() as f64).ln() + gain - size, seen.posts.len() as u32))
        };
        let scored: Vec<(u32, f64, u32)> = gains.into_iter().filter_map(log_probability).collect();
        let largest = scored.iter().map(|entry| entry.1).fold(f64::NEG_INFINITY, f64::max);
        for (tag, value, posts) in scored {
            let likelihood = (value - largest).exp();
            if likelihood > 1e-4 {
                let entry = evidence.entry(tag).or_default();
                entry.words = likelihood;
                entry.posts = entry.posts.max(posts.min(2));
            }
        }
    }

    /// Tags that are one to three words in a row of the text, written as one.
    fn mentions(&self, text_words: &[String], evidence: &mut BTreeMap<u32, Evidence>) {
        for size in 1..=3 {
            for run in text_words.windows(size) {
                let joined = run.concat();
                if joined.len() < 3 || (size == 1 && words::is_stop_word(&joined)) {
                    continue;
                }
                if let Some(tag) = self.tag_numbers.get(&joined) {
                    let entry = evidence.entry(*tag).or_default();
                    entry.mention = 1.0;
                    let uses = self.tags.get(*tag as usize).map_or(0, |tag| tag.posts.len() as u32);
                    entry.posts = entry.posts.max(uses);
                }
            }
        }
    }

    fn popular(&self, evidence: &mut BTreeMap<u32, Evidence>, limit: usize) {
        let mut by_uses: Vec<(usize, u32)> =
            self.tags.iter().zip(0..).map(|(tag, number)| (tag.posts.len(), number)).collect();
        let order = |a: &(usize, u32), b: &(usize, u32)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        if by_uses.len() > limit {
            by_uses.select_nth_unstable_by(limit, order);
            by_uses.truncate(limit);
        }
        let largest = by_uses.iter().map(|entry| entry.0).max().unwrap_or(1) as f64;
        for (uses, tag) in by_uses {
            let entry = evidence.entry(tag).or_default();
            entry.popular = uses as f64 / largest;
            entry.posts = entry.posts.max(uses as u32);
        }
    }

    /// The brief's tags: those to use first with full score, then those made from its phrases, with what the data says of them.
    fn brief_tags(
        &self,
        query: &RankQuery<'_>,
        scored: &[(f64, u32, Evidence)],
        account: Option<u32>,
    ) -> Vec<RankedHashtag> {
        let Some(brief) = query.brief else { return Vec::new() };
        let percentiles = evidence::Percentiles::of(self);
        let allowed = |tag: &&String| banned_reason(tag).is_none() && !brief.avoids(tag);
        let preferred = brief.preferred.iter().filter(allowed).map(|tag| (tag, true));
        let derived = brief.derived.iter().filter(allowed).map(|tag| (tag, false));
        let mut ranked: Vec<RankedHashtag> = preferred
            .chain(derived)
            .map(|(tag, preferred)| {
                let number = self.tag_numbers.get(&folded(tag)).copied();
                let found = number.and_then(|number| scored.iter().find(|entry| entry.1 == number));
                let data_score = found.map_or(0.0, |entry| entry.0);
                let score = if preferred { 1.0 } else { (DERIVED_SCORE + data_score).min(1.0) };
                let reason = if preferred { "the brief asks for it" } else { "made from the brief's own words" };
                match number.and_then(|number| self.tags.get(number as usize).map(|seen| (number, seen))) {
                    Some((number, seen)) => {
                        let facts = TagFacts::of(self, number, account, &percentiles);
                        let mut entry = facts.ranked(seen, score, seen.posts.len() as u32, vec![reason.to_owned()]);
                        entry.tag.clone_from(tag);
                        entry
                    }
                    None => RankedHashtag {
                        tag: tag.clone(),
                        score,
                        bucket: HashtagBucket::Own,
                        saturation: None,
                        confidence: Confidence::None,
                        why: vec![reason.to_owned(), "never seen in the data: its reach is not known".to_owned()],
                    },
                }
            })
            .collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
        ranked
    }
}

fn why(evidence: &Evidence) -> Vec<String> {
    let parts = [
        (evidence.own, "the account uses it, and lately"),
        (evidence.neighbours, "similar posts carry it"),
        (evidence.words, "it goes with words of the text"),
        (evidence.mention, "the text says it"),
    ];
    let mut why: Vec<String> =
        parts.iter().filter(|(strength, _)| *strength >= 0.1).map(|(_, words)| (*words).to_owned()).collect();
    if why.is_empty() {
        why.push(
            if evidence.popular > 0.0 { "among the most used; nothing ties it to the text" } else { "weak evidence" }
                .to_owned(),
        );
    }
    why
}
