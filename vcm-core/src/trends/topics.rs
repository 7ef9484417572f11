//! From dated texts to scored topics: what grows, who talks about it, and whether it has to do with the brief.
//!
//! One actor never makes a trend: near-duplicates count once, an author counts once a day, and a topic whose authors are all known
//! and too few gets score 0.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{
    BurstOptions, ClusterOptions, TrendText, TrendTopic, bursts, cluster, continuity,
    label::{self, Vocabulary},
    momentum::{self, HISTORY_DAYS},
};
use crate::{brief::Brief, hash::ContentHash, text::words};

/// How topics are found and scored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TopicOptions {
    /// How texts are clustered.
    pub cluster: ClusterOptions,
    /// Most topics returned.
    pub limit: usize,
    /// Smallest number of different texts of a topic.
    pub minimum_texts: u32,
    /// Distinct authors that a topic needs when its authors are known.
    pub minimum_authors: u32,
    /// Days of past volume that the newest day must speak against, above 0: larger is calmer.
    pub prior_days: f64,
    /// A topic without a text for so many days is closed: the same words later are a new topic. Above 0.
    pub close_after_days: f64,
    /// What counts as a burst of voices.
    pub burst: BurstOptions,
}

impl Default for TopicOptions {
    fn default() -> Self {
        Self {
            cluster: ClusterOptions::default(),
            limit: 12,
            minimum_texts: 3,
            minimum_authors: 3,
            prior_days: 3.0,
            close_after_days: 14.0,
            burst: BurstOptions::default(),
        }
    }
}

/// Shares of a topic's score, before its diversity is multiplied in.
const RELEVANCE_SHARE: f64 = 0.6;
const GROWTH_SHARE: f64 = 0.25;
const VOLUME_SHARE: f64 = 0.15;

const SECONDS_A_DAY: f64 = 86_400.0;
const SECONDS_AN_HOUR: i64 = 3600;
const MAX_TERMS: usize = 8;

/// Texts by which a later run knows a topic again: its newest.
const MAX_TEXT_IDS: usize = 50;

/// The topics of `texts`, best first, as seen at `now`. `keywords` are words and phrases of the brief ([`brief_keywords`]).
///
/// Texts may come in any order and without times, authors or sources: what is missing is left out of the score and `why` says
/// so. Texts dated after `now` have not happened and are ignored. Topics that fail the author floor come last, with score 0.
pub fn topics(texts: &[TrendText], keywords: &[String], now: Timestamp, options: &TopicOptions) -> Vec<TrendTopic> {
    topics_since(&[], texts, keywords, now, options)
}

/// [`topics`] of a later run: a topic that holds most of the texts that a topic of `previous` was known by keeps its
/// [`id`](TrendTopic::id) (see [`super::continued`]).
pub fn topics_since(
    previous: &[TrendTopic],
    texts: &[TrendText],
    keywords: &[String],
    now: Timestamp,
    options: &TopicOptions,
) -> Vec<TrendTopic> {
    let mut ordered: Vec<&TrendText> = texts.iter().filter(|text| text.at.is_none_or(|at| at <= now)).collect();
    ordered.sort_by_key(|text| (text.at.is_none(), text.at));
    let raw: Vec<&str> = ordered.iter().map(|text| text.text.as_str()).collect();
    let clustering = cluster::cluster(&raw, &options.cluster);
    let mut members: BTreeMap<(u32, u32), Vec<Member>> = BTreeMap::new();
    let mut last_of: BTreeMap<u32, (u32, Option<Timestamp>)> = BTreeMap::new();
    for (index, (text, cluster)) in ordered.iter().zip(&clustering.clusters).enumerate() {
        let original = clustering.representatives.get(index) == Some(&index);
        let (part, last) = last_of.entry(*cluster).or_insert((0, text.at));
        if let (Some(before), Some(at)) = (*last, text.at) {
            *part += u32::from(age_days(before, at) > options.close_after_days);
        }
        *last = text.at.or(*last);
        members.entry((*cluster, *part)).or_default().push(Member { text, original });
    }
    let vocabulary = Vocabulary::of(raw.iter().copied());
    let corpus = Corpus {
        now,
        days: history_days(&ordered, now),
        keywords: keyword_stems(keywords),
        sources: ordered.iter().filter_map(|text| text.source.as_deref()).collect::<BTreeSet<_>>().len(),
        vocabulary: &vocabulary,
        options,
    };
    let drafts: Vec<(&[Member<'_>], f64, TrendTopic)> = members
        .values()
        .filter_map(|members| corpus.draft(members).map(|(level, topic)| (members.as_slice(), level, topic)))
        .collect();
    let loudest = drafts.iter().map(|(_, level, _)| *level).fold(0.0, f64::max);
    let mut scored: Vec<(&[Member<'_>], TrendTopic)> =
        drafts.into_iter().map(|(members, level, topic)| (members, corpus.score(topic, level, loudest))).collect();
    // The sort is stable: of equal topics the one that began first stands first.
    scored.sort_by(|(_, a), (_, b)| b.score.total_cmp(&a.score).then(b.texts.cmp(&a.texts)));
    scored.truncate(options.limit);
    // Only what is returned is named: naming reads every word of a cluster.
    let mut named: Vec<TrendTopic> =
        scored.into_iter().zip(1..).map(|((members, topic), place)| corpus.name(topic, members, place)).collect();
    keep_ids(previous, &mut named);
    named
}

/// Gives topics that go on from an earlier run the id they had there.
fn keep_ids(previous: &[TrendTopic], topics: &mut [TrendTopic]) {
    let text_ids = |topics: &[TrendTopic]| topics.iter().map(|topic| topic.text_ids.clone()).collect::<Vec<_>>();
    let continued = continuity::continued(&text_ids(previous), &text_ids(topics));
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (topic, before) in topics.iter_mut().zip(&continued) {
        if let Some(before) = before.and_then(|before| previous.get(before)).filter(|before| !before.id.is_empty()) {
            topic.id.clone_from(&before.id);
            taken.insert(topic.id.clone());
        }
    }
    // A part that split off may begin with the very text that named the whole.
    for (topic, before) in topics.iter_mut().zip(continued) {
        while before.is_none() && !taken.insert(topic.id.clone()) {
            topic.id.push('+');
        }
    }
}

/// The words and phrases of a brief that say what it is about: the product's name, category and deeds, the topics of its proof
/// points, the audiences' wants and pains, and the hashtags to use.
pub fn brief_keywords(brief: &Brief) -> Vec<String> {
    let product = &brief.product;
    let mut keywords = vec![product.name.clone(), product.category.clone()];
    keywords.extend(product.does.iter().cloned());
    keywords.extend(brief.proof_points.iter().filter_map(|point| point.topic.clone()));
    keywords.extend(brief.audiences.iter().flat_map(|audience| audience.wants.iter().chain(&audience.pains).cloned()));
    keywords.extend(brief.hashtags.r#use.iter().cloned());
    keywords
}

struct Member<'a> {
    text: &'a TrendText,
    original: bool,
}

struct Corpus<'a> {
    now: Timestamp,
    /// Days before the newest one that the texts cover, at most 28; 0 when there is nothing to compare with.
    days: f64,
    keywords: BTreeSet<String>,
    /// Distinct sources of all texts.
    sources: usize,
    vocabulary: &'a Vocabulary,
    options: &'a TopicOptions,
}

impl Corpus<'_> {
    /// The topic without score, and its volume; none when it is too small to be one.
    fn draft(&self, members: &[Member<'_>]) -> Option<(f64, TrendTopic)> {
        let originals = originals(members);
        if (originals.len() as u32) < self.options.minimum_texts {
            return None;
        }
        let authors: BTreeSet<&str> = members.iter().filter_map(|member| member.text.author.as_deref()).collect();
        let sources: BTreeSet<&str> = members.iter().filter_map(|member| member.text.source.as_deref()).collect();
        let times = || members.iter().filter_map(|member| member.text.at);
        let volume = self.volume(members);
        let mut why = vec![match authors.len() {
            0 => format!("{} different texts; who wrote them is not known", originals.len()),
            count => {
                format!("{} different texts by {count} author{}", originals.len(), if count == 1 { "" } else { "s" })
            }
        }];
        if sources.len() > 1 {
            why.push(format!("seen in {} sources", sources.len()));
        }
        let momentum = match &volume {
            Some(volume) if self.days > 0.0 => {
                let growth =
                    momentum::momentum(volume.newest, 1.0, volume.earlier / self.days, self.options.prior_days);
                why.push(growth_in_words(growth, volume.newest));
                growth
            }
            Some(_) => {
                why.push("all texts are from the newest day: growth cannot be told".to_owned());
                0.0
            }
            None => {
                why.push("no times: growth cannot be told".to_owned());
                0.0
            }
        };
        let burst = if self.days > 0.0 { self.burst(members) } else { 0.0 };
        if burst >= self.options.burst.alarm_swings {
            why.push(format!("burst alarm: {burst:.1} times its usual swing within a day"));
        }
        let relevance = self.relevance(&originals, &mut why);
        if self.one_voice(members, authors.len()) {
            why.push(format!("score 0: fewer than {} authors make no trend", self.options.minimum_authors));
        }
        let diversity = diversity(members.iter().map(|member| member.text.author.as_deref()), 0.5)
            * if self.sources > 1 {
                diversity(members.iter().map(|member| member.text.source.as_deref()), 0.8)
            } else {
                1.0
            };
        let topic = TrendTopic {
            key: String::new(),
            id: members.first().map(|member| topic_id(member.text)).unwrap_or_default(),
            text_ids: members.iter().rev().take(MAX_TEXT_IDS).map(|member| member.text.id.clone()).collect(),
            burst,
            label: String::new(),
            terms: Vec::new(),
            medoid: String::new(),
            texts: originals.len() as u32,
            authors: authors.len() as u32,
            sources: sources.into_iter().map(str::to_owned).collect(),
            first_seen: times().min(),
            last_seen: times().max(),
            momentum,
            relevance,
            score: if self.one_voice(members, authors.len()) { 0.0 } else { diversity },
            why,
        };
        Some((volume.map_or(originals.len() as f64, |volume| volume.level), topic))
    }

    /// Names the topic of a place in the list.
    fn name(&self, topic: TrendTopic, members: &[Member<'_>], place: usize) -> TrendTopic {
        let originals = originals(members);
        let name = label::label(&originals, self.vocabulary, MAX_TERMS);
        let medoid = originals.get(name.medoid).map(|text| (*text).to_owned()).unwrap_or_default();
        TrendTopic { key: format!("topic-{place}"), label: name.name, terms: name.terms, medoid, ..topic }
    }

    /// Turns a draft, whose score holds its diversity, into the final topic.
    fn score(&self, mut topic: TrendTopic, level: f64, loudest: f64) -> TrendTopic {
        let alarm = self.options.burst.alarm_swings;
        let bursting = if topic.burst >= alarm && alarm > 0.0 { topic.burst / (topic.burst + alarm) } else { 0.0 };
        // A day is too long to see a burst of an hour: whichever sees more growth is heard.
        let growth = (1.0 / (1.0 + (-topic.momentum).exp())).max(bursting);
        let volume = if loudest > 0.0 { level.ln_1p() / loudest.ln_1p() } else { 0.0 };
        let heat = GROWTH_SHARE * growth + VOLUME_SHARE * volume;
        // Without keywords there is no brief to fit: heat alone orders the topics, on the same scale.
        let merit = if self.keywords.is_empty() {
            heat / (GROWTH_SHARE + VOLUME_SHARE)
        } else {
            RELEVANCE_SHARE * topic.relevance + heat
        };
        topic.score = (topic.score * merit).clamp(0.0, 1.0);
        topic
    }

    fn one_voice(&self, members: &[Member<'_>], authors: usize) -> bool {
        members.iter().all(|member| member.text.author.is_some()) && (authors as u32) < self.options.minimum_authors
    }

    /// Mean over the texts of the rarest keyword that each holds: 0 when none does, towards 1 when all hold a telling one.
    fn relevance(&self, texts: &[&str], why: &mut Vec<String>) -> f64 {
        if self.keywords.is_empty() {
            return 0.0;
        }
        let mut shared: BTreeMap<String, (u32, String)> = BTreeMap::new();
        let mut sum = 0.0;
        for text in texts {
            let mut best: f64 = 0.0;
            for word in words::words(text) {
                let stem = words::stem(&word).into_owned();
                if self.keywords.contains(&stem) {
                    best = best.max(self.vocabulary.rarity(&stem).max(0.2));
                    shared.entry(stem).or_insert((0, word)).0 += 1;
                }
            }
            sum += best;
        }
        let mut shared: Vec<(u32, String)> = shared.into_values().collect();
        shared.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let named: Vec<&str> = shared.iter().take(3).map(|(_, word)| word.as_str()).collect();
        why.push(if named.is_empty() {
            "shares no word with the brief".to_owned()
        } else {
            format!("shares with the brief: {}", named.join(", "))
        });
        (sum / texts.len().max(1) as f64).clamp(0.0, 1.0)
    }

    /// Counts of the newest day and before. None without any time.
    fn volume(&self, members: &[Member<'_>]) -> Option<Volume> {
        let mut daily = vec![0.0; self.days.ceil() as usize + 1];
        let newest = daily.len() as i64 - 1;
        for at in voices(members, self.now) {
            let day = age_days(at, self.now) as i64;
            if let Some(slot) = usize::try_from(newest - day).ok().and_then(|place| daily.get_mut(place)) {
                *slot += 1.0;
            }
        }
        let dated = members.iter().any(|member| member.text.at.is_some());
        let newest = daily.last().copied().unwrap_or(0.0);
        dated.then(|| Volume { newest, earlier: daily.iter().sum::<f64>() - newest, level: momentum::level(&daily) })
    }

    /// The largest height of the newest day's hours in usual swings ([`bursts`]); 0 when there is none.
    fn burst(&self, members: &[Member<'_>]) -> f64 {
        let now_s = self.now.as_second();
        let hours = (self.days * 24.0) as i64 + 24;
        let mut hourly: BTreeMap<i64, f64> = BTreeMap::new();
        for at in voices(members, self.now) {
            *hourly.entry((now_s - at.as_second()) / SECONDS_AN_HOUR).or_default() += 1.0;
        }
        let count = |age: i64| hourly.get(&age).copied().unwrap_or_default();
        let series = (0..hours).rev().map(|age| (now_s - age * SECONDS_AN_HOUR, count(age)));
        let day_ago_s = now_s - 24 * SECONDS_AN_HOUR;
        let found = bursts(&series.collect::<Vec<_>>(), &self.options.burst);
        found.iter().filter(|burst| burst.to_s > day_ago_s).map(|burst| burst.swings).fold(0.0, f64::max)
    }
}

/// When a voice spoke: an author counts once a day, a near-duplicate whose author is not known never.
fn voices(members: &[Member<'_>], now: Timestamp) -> Vec<Timestamp> {
    let mut heard: BTreeSet<(i64, &str)> = BTreeSet::new();
    let mut voices = Vec::new();
    for member in members {
        let Some(at) = member.text.at else { continue };
        let counts = match member.text.author.as_deref() {
            Some(author) => heard.insert((age_days(at, now) as i64, author)),
            None => member.original,
        };
        if counts {
            voices.push(at);
        }
    }
    voices
}

/// A name that the topic's first text gives it, the same in every run that sees that text first.
fn topic_id(first: &TrendText) -> String {
    let named = [first.source.as_deref().unwrap_or_default(), &first.id, &first.text].join("\n");
    format!("trend-{}", ContentHash::of_bytes(named.as_bytes()).short())
}

fn originals<'a>(members: &[Member<'a>]) -> Vec<&'a str> {
    members.iter().filter(|member| member.original).map(|member| member.text.text.as_str()).collect()
}

struct Volume {
    newest: f64,
    earlier: f64,
    level: f64,
}

fn age_days(at: Timestamp, now: Timestamp) -> f64 {
    (now.as_second() - at.as_second()) as f64 / SECONDS_A_DAY
}

fn history_days(texts: &[&TrendText], now: Timestamp) -> f64 {
    let oldest = texts.iter().filter_map(|text| text.at).min();
    oldest.map_or(0.0, |at| (age_days(at, now) - 1.0).clamp(0.0, HISTORY_DAYS))
}

/// How many voices speak, `alone` to 1: effective number of names (inverse Simpson), saturating; halfway when none is known.
fn diversity<'a>(names: impl Iterator<Item = Option<&'a str>>, alone: f64) -> f64 {
    let mut texts_by: BTreeMap<&str, f64> = BTreeMap::new();
    for name in names.flatten() {
        *texts_by.entry(name).or_default() += 1.0;
    }
    if texts_by.is_empty() {
        return f64::midpoint(alone, 1.0);
    }
    let total: f64 = texts_by.values().sum();
    let effective = 1.0 / texts_by.values().map(|count| (count / total).powi(2)).sum::<f64>();
    1.0 - (1.0 - alone) / effective.max(1.0)
}

fn growth_in_words(growth: f64, newest: f64) -> String {
    let factor = growth.exp();
    match growth {
        growth if growth > 0.1 => {
            format!("growing: {factor:.1} times its past pace, {newest} voices in the newest day")
        }
        growth if growth < -0.1 => {
            format!("fading: {factor:.1} times its past pace, {newest} voices in the newest day")
        }
        _ => format!("steady: {newest} voices in the newest day"),
    }
}

fn keyword_stems(keywords: &[String]) -> BTreeSet<String> {
    keywords.iter().flat_map(|keyword| words::content_stems(keyword)).filter(|stem| stem.chars().count() > 1).collect()
}
