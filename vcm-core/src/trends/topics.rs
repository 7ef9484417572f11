//! From dated texts to scored topics: what grows, who talks about it, and whether it has to do with the brief.
//!
//! One actor never makes a trend: near-duplicates count once, an author counts once a day, and a topic whose authors are all known
//! and too few gets score 0.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{
    ClusterOptions, TrendText, TrendTopic, cluster,
    label::{self, Vocabulary},
    momentum::{self, HISTORY_DAYS},
};
use crate::{brief::Brief, text::words};

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
}

impl Default for TopicOptions {
    fn default() -> Self {
        Self { cluster: ClusterOptions::default(), limit: 12, minimum_texts: 3, minimum_authors: 3, prior_days: 3.0 }
    }
}

/// Shares of a topic's score, before its diversity is multiplied in.
const RELEVANCE_SHARE: f64 = 0.6;
const GROWTH_SHARE: f64 = 0.25;
const VOLUME_SHARE: f64 = 0.15;

const SECONDS_A_DAY: f64 = 86_400.0;
const MAX_TERMS: usize = 8;

/// The topics of `texts`, best first, as seen at `now`. `keywords` are words and phrases of the brief ([`brief_keywords`]).
///
/// Texts may come in any order and without times, authors or sources: what is missing is left out of the score and `why` says
/// so. Texts dated after `now` have not happened and are ignored. Topics that fail the author floor come last, with score 0.
pub fn topics(texts: &[TrendText], keywords: &[String], now: Timestamp, options: &TopicOptions) -> Vec<TrendTopic> {
    let mut ordered: Vec<&TrendText> = texts.iter().filter(|text| text.at.is_none_or(|at| at <= now)).collect();
    ordered.sort_by_key(|text| (text.at.is_none(), text.at));
    let raw: Vec<&str> = ordered.iter().map(|text| text.text.as_str()).collect();
    let clustering = cluster::cluster(&raw, &options.cluster);
    let mut members: BTreeMap<u32, Vec<Member>> = BTreeMap::new();
    for (index, (text, cluster)) in ordered.iter().zip(&clustering.clusters).enumerate() {
        let original = clustering.representatives.get(index) == Some(&index);
        members.entry(*cluster).or_default().push(Member { text, original });
    }
    let vocabulary = Vocabulary::of(raw.iter().copied());
    let corpus = Corpus {
        now,
        days: history_days(&ordered, now),
        keywords: keyword_stems(keywords),
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
    scored.into_iter().zip(1..).map(|((members, topic), place)| corpus.name(topic, members, place)).collect()
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
        let relevance = self.relevance(&originals, &mut why);
        if self.one_voice(members, authors.len()) {
            why.push(format!("score 0: fewer than {} authors make no trend", self.options.minimum_authors));
        }
        let topic = TrendTopic {
            key: String::new(),
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
            score: if self.one_voice(members, authors.len()) { 0.0 } else { diversity(&authors, members) },
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
        let growth = 1.0 / (1.0 + (-topic.momentum).exp());
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

    /// Counts of the newest day and before; an author counts once a day, near-duplicates once. None without any time.
    fn volume(&self, members: &[Member<'_>]) -> Option<Volume> {
        let mut voices: BTreeSet<(i64, &str)> = BTreeSet::new();
        let mut daily = vec![0.0; self.days.ceil() as usize + 1];
        let mut dated = false;
        for member in members {
            let Some(at) = member.text.at else { continue };
            dated = true;
            let day = (age_days(at, self.now)) as i64;
            let counts = match member.text.author.as_deref() {
                Some(author) => voices.insert((day, author)),
                None => member.original,
            };
            let newest = daily.len() as i64 - 1;
            if counts && let Some(slot) = usize::try_from(newest - day).ok().and_then(|place| daily.get_mut(place)) {
                *slot += 1.0;
            }
        }
        let newest = daily.last().copied().unwrap_or(0.0);
        dated.then(|| Volume { newest, earlier: daily.iter().sum::<f64>() - newest, level: momentum::level(&daily) })
    }
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

/// How many voices speak, 0.5 to 1: effective number of authors (inverse Simpson), saturating; 0.75 when authors are not known.
fn diversity(authors: &BTreeSet<&str>, members: &[Member<'_>]) -> f64 {
    if authors.is_empty() {
        return 0.75;
    }
    let mut texts_by: BTreeMap<&str, f64> = BTreeMap::new();
    for author in members.iter().filter_map(|member| member.text.author.as_deref()) {
        *texts_by.entry(author).or_default() += 1.0;
    }
    let total: f64 = texts_by.values().sum();
    let effective = 1.0 / texts_by.values().map(|count| (count / total).powi(2)).sum::<f64>();
    1.0 - 0.5 / effective.max(1.0)
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
