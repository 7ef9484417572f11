//! Ranks hashtags for a new post: gathers what speaks for each tag ([`super::features`]), weighs it ([`super::weights`]), and says what is
//! known of the best.
//!
//! There are three sets of weights: with own history; cold, for texts without an account or with one never seen; and cold without times. Next:
//! [`super::ladder()`].

use jiff::Timestamp;

use super::{
    Confidence, HashtagBucket, RankedHashtag,
    evidence::{self, TagFacts},
    features::{Candidate, FEATURE_COUNT},
    identity::{BriefTags, banned_reason, folded, identity},
    index::HashtagIndex,
    weights,
};

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

/// How hashtags are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankOptions {
    /// Most tags returned.
    pub limit: usize,
    /// Whether the most used tags may fill the list when there is too little evidence. Default false: better few than random.
    pub fill_with_popular: bool,
}

impl Default for RankOptions {
    fn default() -> Self {
        Self { limit: 30, fill_with_popular: false }
    }
}

/// Score of a tag made from the brief that no data speaks for or against.
const DERIVED_SCORE: f64 = 0.3;

/// A tag that could go with a post, with the numbers that speak for it.
#[derive(Debug, Clone, PartialEq)]
pub struct TagEvidence {
    /// Folded, without `#`.
    pub tag: String,
    /// In the order of [`super::FEATURES`].
    pub features: [f64; FEATURE_COUNT],
}

impl HashtagIndex {
    /// The best hashtags for a post, best first, each identity of the brief's tags and each spelling of the data once. Banned tags and
    /// those that the brief avoids are left out. Empty when nothing is known: an index without posts and a brief without tags
    /// give no advice, and neither does a text that nothing seen has to do with.
    pub fn rank(&self, query: &RankQuery<'_>, options: &RankOptions) -> Vec<RankedHashtag> {
        let account = self.account(query.account).map(|(number, _)| number);
        let second = query.at.map(Timestamp::as_second).or(self.latest);
        let popular = if options.fill_with_popular { options.limit } else { 0 };
        let weigh = weights::of(account.is_some(), second.is_some());
        let candidates = self.candidates(query, popular);
        let mut scored: Vec<(f64, Candidate)> =
            candidates.into_iter().map(|candidate| (weigh.chance(&candidate.features), candidate)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.tag.cmp(&b.1.tag)));
        let mut ranked = self.brief_tags(query, &scored, account);
        let listed: Vec<String> = ranked.iter().map(|entry| identity(&entry.tag)).collect();
        let allowed = |tag: &str| {
            banned_reason(tag).is_none()
                && query.brief.is_none_or(|brief| !brief.avoids(tag))
                && !listed.contains(&identity(tag))
        };
        let percentiles = evidence::Percentiles::of(self);
        for (score, candidate) in scored {
            if ranked.len() >= options.limit {
                break;
            }
            let Some(tag) = self.tags.get(candidate.tag as usize) else { continue };
            if allowed(&tag.folded) {
                let facts = TagFacts::of(self, candidate.tag, account, &percentiles);
                let mut why = why(&candidate);
                why.extend(self.rise_in_words(candidate.tag, second));
                ranked.push(facts.ranked(tag, score, candidate.posts, why));
            }
        }
        ranked.truncate(options.limit);
        ranked
    }

    /// The tags that anything speaks for, with the features that [`Self::rank`] weighs: what the weights are fitted on.
    pub fn evidence(&self, query: &RankQuery<'_>) -> Vec<TagEvidence> {
        let named = |candidate: Candidate| {
            let tag = self.tags.get(candidate.tag as usize)?;
            Some(TagEvidence { tag: tag.folded.clone(), features: candidate.features })
        };
        self.candidates(query, 0).into_iter().filter_map(named).collect()
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

    /// The brief's tags: those to use first with full score, then those made from its phrases, with what the data says of them.
    fn brief_tags(
        &self,
        query: &RankQuery<'_>,
        scored: &[(f64, Candidate)],
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
                let found = number.and_then(|number| scored.iter().find(|entry| entry.1.tag == number));
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

fn why(candidate: &Candidate) -> Vec<String> {
    let parts = [
        (candidate.is_own(), "the account uses it"),
        (candidate.is_usual_now(), "the account uses it at this time of the day or week"),
        (candidate.has_neighbours(), "similar posts carry it"),
        (candidate.goes_with_words(), "it goes with words of the text"),
        (candidate.is_said(), "the text says it"),
    ];
    let mut why: Vec<String> = parts.iter().filter(|(holds, _)| *holds).map(|(_, words)| (*words).to_owned()).collect();
    match candidate.uses_lately() {
        0 => {}
        1 => why.push("one post of others had it in the last day".to_owned()),
        uses => why.push(format!("{uses} posts of others had it in the last day")),
    }
    if why.is_empty() {
        why.push("weak evidence".to_owned());
    }
    why
}
