//! What the data says of one hashtag: size, crowding, effect on the account's own posts, and how sure that is.
//!
//! Figures are held-out associations of past posts, never causes. Next: [`super::ladder()`].

use super::{
    Confidence, HashtagBucket, RankedHashtag,
    index::{HashtagIndex, Tag},
};
use crate::stats::normal_cdf;

/// Percentiles from which a tag is high or medium.
const HIGH_PERCENTILE: f64 = 0.9;
const MEDIUM_PERCENTILE: f64 = 0.5;
/// Observations of no effect that an own effect must speak against.
const EFFECT_PRIOR: f64 = 5.0;
/// Newest posts of a tag that are looked at.
const POSTS_LOOKED_AT: usize = 500;
/// Share of a tag's posts with most engagement that a post competes with.
const TOP_SHARE: f64 = 0.1;
const SMALLEST_TOP: usize = 3;

/// Share of tags with fewer uses, by number of uses.
pub(super) struct Percentiles(Vec<(u32, f64)>);

impl Percentiles {
    pub(super) fn of(index: &HashtagIndex) -> Self {
        let total: u32 = index.uses_histogram.values().sum();
        let mut below = 0;
        let share = |(uses, tags): (&u32, &u32)| {
            let percentile = f64::from(below) / f64::from(total.max(1));
            below += tags;
            (*uses, percentile)
        };
        Self(index.uses_histogram.iter().map(share).collect())
    }

    fn at(&self, uses: u32) -> f64 {
        let place = self.0.binary_search_by_key(&uses, |entry| entry.0);
        place.ok().and_then(|place| self.0.get(place)).map_or(0.0, |entry| entry.1)
    }
}

/// What is known of a tag.
pub(super) struct TagFacts {
    percentile: f64,
    /// Chance that a post of the account beats a top post of the tag.
    win_chance: Option<f64>,
    /// Shrunk effect on own log engagement, with the number of own posts behind it.
    own_effect: Option<(f64, u32)>,
    /// Whether the saturation lacks engagement.
    percentile_only: bool,
}

impl TagFacts {
    pub(super) fn of(index: &HashtagIndex, tag: u32, account: Option<u32>, percentiles: &Percentiles) -> Self {
        let uses = index.tags.get(tag as usize).map_or(0, |tag| tag.posts.len() as u32);
        let win_chance = win_chance(index, tag, account);
        Self {
            percentile: percentiles.at(uses),
            win_chance,
            own_effect: account.and_then(|account| own_effect(index, tag, account)),
            percentile_only: win_chance.is_none(),
        }
    }

    /// The tag with these facts; `posts` is the number of posts that speak for it in this place.
    pub(super) fn ranked(&self, tag: &Tag, score: f64, posts: u32, mut why: Vec<String>) -> RankedHashtag {
        let saturation = self.win_chance.map_or(self.percentile, |chance| f64::midpoint(self.percentile, 1.0 - chance));
        let bucket = match self.percentile {
            percentile if percentile >= HIGH_PERCENTILE => HashtagBucket::High,
            percentile if percentile >= MEDIUM_PERCENTILE => HashtagBucket::Medium,
            _ => HashtagBucket::Niche,
        };
        if let Some((effect, count)) = self.own_effect {
            let percent = (effect.exp() - 1.0) * 100.0;
            why.push(format!(
                "own posts with it had {percent:+.0} % engagement (shrunk, {count} posts; an association, not a cause)"
            ));
        }
        if let Some(chance) = self.win_chance {
            why.push(format!("chance of {:.0} % to reach its top posts", chance * 100.0));
        } else if self.percentile_only {
            why.push("saturation from volume alone".to_owned());
        }
        let confidence = match posts {
            0 => Confidence::None,
            1 | 2 => Confidence::Thin,
            _ => Confidence::Ok,
        };
        RankedHashtag {
            tag: tag.most_used_spelling().to_owned(),
            score,
            bucket,
            saturation: Some(saturation),
            confidence,
            why,
        }
    }
}

/// `Φ((μ_account - μ_top) / √(s_account² + s_top²))` on log engagement, where top are the tag's posts with most engagement.
fn win_chance(index: &HashtagIndex, tag: u32, account: Option<u32>) -> Option<f64> {
    let (count, sum, squares) = index.accounts.get(account? as usize)?.log_engagement;
    if count < 2 {
        return None;
    }
    let mean = sum / f64::from(count);
    let variance = (squares / f64::from(count) - mean * mean).max(0.0);
    let posts = index.tags.get(tag as usize)?.posts.iter().rev().take(POSTS_LOOKED_AT);
    let mut values: Vec<f64> =
        posts.filter_map(|post| index.posts.get(*post as usize)?.log_engagement.map(f64::from)).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    values.truncate(((values.len() as f64 * TOP_SHARE).ceil() as usize).max(SMALLEST_TOP));
    if values.len() < SMALLEST_TOP {
        return None;
    }
    let top_mean = values.iter().sum::<f64>() / values.len() as f64;
    let top_variance = values.iter().map(|value| (value - top_mean).powi(2)).sum::<f64>() / values.len() as f64;
    Some(normal_cdf((mean - top_mean) / (variance + top_variance).sqrt().max(1e-9)))
}

/// `n·z̄ / (n + 5)`, where z is log engagement above the account's mean for the form.
fn own_effect(index: &HashtagIndex, tag: u32, account: u32) -> Option<(f64, u32)> {
    let account = index.accounts.get(account as usize)?;
    let excess = |number: &u32| {
        let post = index.posts.get(*number as usize)?;
        let (count, sum) = *account.forms.get(post.form as usize)?;
        Some(f64::from(post.log_engagement?) - sum / f64::from(count.max(1)))
    };
    let values: Vec<f64> = account.uses.get(&tag)?.iter().rev().take(POSTS_LOOKED_AT).filter_map(excess).collect();
    let count = values.len() as f64;
    (!values.is_empty()).then(|| (values.iter().sum::<f64>() / (count + EFFECT_PRIOR), values.len() as u32))
}
