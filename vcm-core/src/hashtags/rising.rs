//! Which hashtags are on the rise: the momentum of [`crate::trends`] over the daily uses that the index holds.
//!
//! Next: [`super::ladder()`].

use jiff::Timestamp;

use super::{identity::banned_reason, index::HashtagIndex};
use crate::trends::{expected_excess, momentum};

/// A hashtag that is used more than it usually is.
#[derive(Debug, Clone, PartialEq)]
pub struct RisingHashtag {
    /// Without `#`, in the spelling most used.
    pub tag: String,
    /// What tags are ordered by: [`expected_excess`] over the days up to now.
    pub expected_excess: f64,
    /// Shrunk log growth of the last 24 hours over the days before; 0 is steady.
    pub growth: f64,
    /// Uses within the last 24 hours.
    pub uses: u32,
}

const SECONDS_A_DAY: i64 = 86_400;
const DAYS: usize = 28;
/// Newest posts of a tag that are counted.
const POSTS_COUNTED: usize = 5_000;
/// Days of past volume that the newest day must speak against, as for topics.
const PRIOR_DAYS: f64 = 3.0;
/// Growth from which a tag is called rising: half as much again.
const RISING: f64 = 0.4;

impl HashtagIndex {
    /// The tags that were used within the last 24 hours and are most likely to be used more than usual in the next, best first. Banned
    /// ones are left out. `at`: default is the latest time seen; without any times there is nothing to tell.
    pub fn rising(&self, at: Option<Timestamp>, limit: usize) -> Vec<RisingHashtag> {
        let Some(now) = at.map(Timestamp::as_second).or(self.latest) else { return Vec::new() };
        let allowed = self.tags.iter().zip(0u32..).filter(|(tag, _)| banned_reason(&tag.folded).is_none());
        let mut rising: Vec<RisingHashtag> = allowed
            .filter_map(|(tag, number)| {
                let daily = self.daily(number, now);
                let uses = daily.last().copied().filter(|uses| *uses > 0.0)?;
                Some(RisingHashtag {
                    tag: tag.most_used_spelling().to_owned(),
                    expected_excess: expected_excess(&daily),
                    growth: growth(&daily),
                    uses: uses as u32,
                })
            })
            .collect();
        rising.sort_by(|a, b| b.expected_excess.total_cmp(&a.expected_excess).then_with(|| a.tag.cmp(&b.tag)));
        rising.truncate(limit);
        rising
    }

    /// That a tag is rising, in words, if it is: at least three uses in a day and half as much again as usual.
    pub(super) fn rise_in_words(&self, tag: u32, now: Option<i64>) -> Option<String> {
        let daily = self.daily(tag, now?);
        let uses = daily.last().copied().filter(|uses| *uses >= 3.0)?;
        let growth = growth(&daily);
        (growth >= RISING && daily.len() > 1)
            .then(|| format!("rising: {uses} uses in the last day, {:.1} times its past pace (shrunk)", growth.exp()))
    }

    /// Uses of a tag in each of the last 28 days up to `now`, oldest first; fewer days when the index is younger.
    fn daily(&self, tag: u32, now: i64) -> Vec<f64> {
        let first = self.posts.iter().find_map(|post| post.second).unwrap_or(now);
        let days = ((now - first) / SECONDS_A_DAY + 1).clamp(1, DAYS as i64) as usize;
        let mut daily = vec![0.0; days];
        let posts = self.tags.get(tag as usize).map(|tag| tag.posts.as_slice()).unwrap_or_default();
        for post in posts.iter().rev().take(POSTS_COUNTED) {
            let Some(then) = self.posts.get(*post as usize).and_then(|post| post.second) else { continue };
            let age = (now - then).div_euclid(SECONDS_A_DAY);
            let place = usize::try_from(age).ok().and_then(|age| days.checked_sub(age + 1));
            if let Some(count) = place.and_then(|place| daily.get_mut(place)) {
                *count += 1.0;
            }
        }
        daily
    }
}

fn growth(daily: &[f64]) -> f64 {
    let newest = daily.last().copied().unwrap_or(0.0);
    let before = daily.len().saturating_sub(1);
    let past = (daily.iter().sum::<f64>() - newest) / before.max(1) as f64;
    momentum(newest, 1.0, past, PRIOR_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hashtags::HashtagPost;

    #[test]
    fn a_burst_rises_above_a_loud_but_steady_tag_and_is_told() {
        let mut index = HashtagIndex::new();
        let start = 1_700_000_000i64;
        let mut add = |second: i64, text: &str| {
            let at = Timestamp::from_second(start + second).ok();
            index.add(&HashtagPost { text, at, ..HashtagPost::default() });
        };
        for day in 0..30 {
            for post in 0..4 {
                add(day * SECONDS_A_DAY + post, "morning #coffee");
            }
            for post in 0..if day == 29 { 9 } else { 0 } {
                add(day * SECONDS_A_DAY + 100 + post, "have you seen it #eclipse");
            }
            add(day * SECONDS_A_DAY + 200, "again #like4like");
        }
        let rising = index.rising(None, 5);
        let tags: Vec<&str> = rising.iter().map(|rising| rising.tag.as_str()).collect();
        assert_eq!(tags, ["eclipse", "coffee"]);
        assert!(rising[0].growth > 0.4 && rising[1].growth.abs() < 0.1, "{rising:?}");
        let number = index.tag_numbers["eclipse"];
        assert!(index.rise_in_words(number, index.latest).is_some_and(|words| words.contains("9 uses")));
        assert_eq!(index.rise_in_words(index.tag_numbers["coffee"], index.latest), None);
        assert_eq!(HashtagIndex::new().rising(None, 5), []);
    }
}
