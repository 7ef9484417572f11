//! The ladder: tags of all sizes for one platform, and the ones that a copy carries.

use std::collections::BTreeSet;

use super::{
    HashtagBucket, HashtagLadder, RankedHashtag,
    identity::{banned_reason, identity, plain_words},
    segment::split_at_capitals,
};
use crate::{
    platform::Platform,
    text::{
        similarity::{select_diverse, trigram_jaccard},
        words,
    },
};

/// The shape of a ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LadderOptions {
    /// Most rungs.
    pub rungs: usize,
    /// Most rungs of each size. Tags of the brief that were never seen have no size and no quota.
    pub high: usize,
    /// See `high`.
    pub medium: usize,
    /// See `high`.
    pub niche: usize,
    /// Weight of score against variety, 0 to 1: 1 ranks by score alone.
    pub balance: f64,
}

impl Default for LadderOptions {
    fn default() -> Self {
        Self { rungs: 15, high: 5, medium: 5, niche: 5, balance: 0.7 }
    }
}

impl LadderOptions {
    fn quota(&self, bucket: HashtagBucket) -> usize {
        match bucket {
            HashtagBucket::High => self.high,
            HashtagBucket::Medium => self.medium,
            HashtagBucket::Niche => self.niche,
            HashtagBucket::Own => self.rungs,
        }
    }
}

/// Builds the ladder of one platform from ranked tags: valid ones only, one of each identity, within the quotas, chosen by maximal
/// marginal relevance and shown best first. `cap` is the most tags that a post may carry there; with 0 the ladder is empty. `is_valid` is the
/// platform's rule for one tag. `notes` say what is known of the data ([`super::HashtagIndex::notes`]).
pub fn ladder(
    platform: Platform,
    ranked: &[RankedHashtag],
    cap: u32,
    is_valid: &dyn Fn(&str) -> bool,
    mut notes: Vec<String>,
    options: &LadderOptions,
) -> HashtagLadder {
    let mut seen = BTreeSet::new();
    let candidates: Vec<&RankedHashtag> = ranked
        .iter()
        .filter(|entry| {
            cap > 0 && banned_reason(&entry.tag).is_none() && is_valid(&entry.tag) && seen.insert(identity(&entry.tag))
        })
        .collect();
    let relevance: Vec<f64> = candidates.iter().map(|entry| entry.score).collect();
    let alike = |a: usize, b: usize| match (candidates.get(a), candidates.get(b)) {
        (Some(a), Some(b)) => trigram_jaccard(&identity(&a.tag), &identity(&b.tag)),
        _ => 0.0,
    };
    let mut taken = [0usize; 4];
    let mut rungs: Vec<RankedHashtag> = Vec::new();
    for index in select_diverse(&relevance, candidates.len().min(MAX_CONSIDERED), options.balance, alike) {
        let Some(entry) = candidates.get(index).filter(|_| rungs.len() < options.rungs) else { continue };
        if let Some(count) = taken.get_mut(entry.bucket as usize)
            && *count < options.quota(entry.bucket)
        {
            *count += 1;
            rungs.push((*entry).clone());
        }
    }
    rungs.sort_by(|a, b| b.score.total_cmp(&a.score));
    if cap == 0 {
        notes.push(format!("{} posts carry no hashtags", platform.label()));
    } else if rungs.is_empty() {
        notes.push("no hashtag has evidence behind it: none is recommended".to_owned());
    }
    HashtagLadder { platform, cap, rungs, notes }
}

/// Tags considered for a ladder; those further down never reach it.
const MAX_CONSIDERED: usize = 200;

/// Smallest merit of a tag that a copy carries: below, the tag has little to do with the text.
const SMALLEST_MERIT: f64 = 0.15;

/// The tags that one copy carries: up to `cap` (and the ladder's own cap), those that fit its text first, no two alike. Tags already
/// written in the text count against the cap and are not repeated. Tags the brief asks for come first.
pub fn choose_for_copy(ladder: &HashtagLadder, text: &str, cap: usize) -> Vec<String> {
    let written: BTreeSet<String> = words::hashtags(text).iter().map(|tag| identity(tag)).collect();
    let room = cap.min(ladder.cap as usize).saturating_sub(written.len());
    let text_words = plain_words(text);
    let joined: BTreeSet<String> =
        (1..=4).flat_map(|size| text_words.windows(size).map(|run| identity(&run.concat()))).collect();
    let stems: BTreeSet<String> = text_words.iter().map(|word| words::stem(word).into_owned()).collect();
    let fit = |tag: &str| {
        if joined.contains(&identity(tag)) {
            return 1.0;
        }
        let parts = split_at_capitals(tag);
        let shared = parts.iter().filter(|part| stems.contains(words::stem(part).as_ref())).count();
        shared as f64 / parts.len().max(1) as f64
    };
    let candidates: Vec<(&RankedHashtag, f64)> = ladder
        .rungs
        .iter()
        .filter(|entry| !written.contains(&identity(&entry.tag)))
        .map(|entry| (entry, 0.6 * entry.score + 0.4 * fit(&entry.tag)))
        .filter(|(_, merit)| *merit >= SMALLEST_MERIT)
        .collect();
    let merits: Vec<f64> = candidates.iter().map(|(_, merit)| *merit).collect();
    let alike = |a: usize, b: usize| match (candidates.get(a), candidates.get(b)) {
        (Some((a, _)), Some((b, _))) => trigram_jaccard(&identity(&a.tag), &identity(&b.tag)),
        _ => 0.0,
    };
    let picked = select_diverse(&merits, room, 0.7, alike);
    picked.into_iter().filter_map(|index| candidates.get(index)).map(|(entry, _)| entry.tag.clone()).collect()
}
