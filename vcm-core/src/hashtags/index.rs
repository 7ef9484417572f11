//! What is known about hashtags: posts seen, own and others', indexed as they come.
//!
//! Adding a post costs its words; nothing is rebuilt, except that document lengths are renewed each time the index has doubled
//! (word weights drift as the vocabulary grows). Next: [`super::rank`].

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::identity::{folded, plain_words};
use crate::text::words;

/// A post that used hashtags, or an own post that did not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HashtagPost<'a> {
    /// Its text. Hashtags in it are found.
    pub text: &'a str,
    /// Hashtags that are not in the text, with or without `#`.
    pub tags: &'a [String],
    /// Who posted it.
    pub account: Option<&'a str>,
    /// When.
    pub at: Option<Timestamp>,
    /// Its form, such as `video`: engagement is compared within an account and a form.
    pub format: Option<&'a str>,
    /// Reactions, comments and shares together, 0 or more.
    pub engagement: Option<f64>,
}

/// Posts and their hashtags, ready to rank hashtags for a new post.
#[derive(Debug, Clone, Default)]
pub struct HashtagIndex {
    pub(super) words: BTreeMap<String, u32>,
    /// For each word the posts that hold it, with `1 + ln(count)`.
    pub(super) postings: Vec<Vec<(u32, f32)>>,
    /// For each word the tags that it occurred with, with counts, sorted by tag.
    pub(super) word_tags: Vec<Vec<(u32, u32)>>,
    pub(super) posts: Vec<Post>,
    pub(super) tag_numbers: BTreeMap<String, u32>,
    pub(super) tags: Vec<Tag>,
    /// How many tags have so many uses.
    pub(super) uses_histogram: BTreeMap<u32, u32>,
    pub(super) account_numbers: BTreeMap<String, u32>,
    pub(super) accounts: Vec<Account>,
    pub(super) latest: Option<i64>,
    renewed_at: usize,
}

/// A post with at least one tag.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub(super) tags: Vec<u32>,
    pub(super) words: Vec<(u32, f32)>,
    /// Euclidean length under TF-IDF.
    pub(super) length: f32,
    pub(super) account: Option<u32>,
    pub(super) second: Option<i64>,
    /// Log engagement above the mean of its account and form at the time it was added, and itself.
    pub(super) log_engagement: Option<f32>,
    pub(super) form: u32,
}

#[derive(Debug, Clone)]
pub(super) struct Tag {
    pub(super) folded: String,
    /// Spellings with counts.
    pub(super) spellings: BTreeMap<String, u32>,
    pub(super) posts: Vec<u32>,
    /// Words of its posts, in all.
    pub(super) words: u32,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Account {
    /// Posts, tagged or not.
    pub(super) posts: u32,
    /// For each tag the account used: its posts (number, ordinal among the account's posts).
    pub(super) uses: BTreeMap<u32, Vec<(u32, u32)>>,
    form_numbers: BTreeMap<String, u32>,
    /// Count and sum of log engagement, for each form.
    pub(super) forms: Vec<(u32, f64)>,
    pub(super) log_engagement: (u32, f64, f64),
}

impl HashtagIndex {
    /// An index that knows nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of posts with at least one hashtag.
    pub fn tagged_posts(&self) -> usize {
        self.posts.len()
    }

    /// Number of distinct hashtags.
    pub fn distinct_tags(&self) -> usize {
        self.tags.len()
    }

    /// Number of posts of an account, tagged or not.
    pub fn posts_of(&self, account: &str) -> u32 {
        self.account(Some(account)).map_or(0, |(_, account)| account.posts)
    }

    /// Adds a post. Posts of one account are best added in time order; posts later than a query are never used for it.
    pub fn add(&mut self, post: &HashtagPost<'_>) {
        let spelled: Vec<String> = words::hashtags(post.text)
            .into_iter()
            .chain(post.tags.iter().map(|tag| tag.trim().trim_start_matches('#').to_owned()))
            .filter(|tag| !tag.is_empty())
            .collect();
        let engagement = post.engagement.filter(|value| value.is_finite() && *value >= 0.0).map(f64::ln_1p);
        let second = post.at.map(Timestamp::as_second);
        self.latest = self.latest.max(second);
        let account = post.account.map(|name| number_of(&mut self.account_numbers, name));
        let form = account.map_or(0, |account| self.count_in_account(account, post.format, engagement));
        if spelled.is_empty() {
            return;
        }
        let number = self.posts.len() as u32;
        let words = self.count_words(post.text, number);
        let mut tags: Vec<u32> = spelled.iter().map(|tag| self.count_spelling(tag)).collect();
        tags.sort_unstable();
        tags.dedup();
        for tag in &tags {
            self.count_use(*tag, number, &words, account);
        }
        let log_engagement = engagement.map(|value| value as f32);
        self.posts.push(Post { tags, words, length: 0.0, account, second, log_engagement, form });
        if self.posts.len() >= 2 * self.renewed_at {
            self.renew_lengths();
        } else {
            let length = self.posts.last().map_or(0.0, |post| self.length(&post.words));
            if let Some(post) = self.posts.last_mut() {
                post.length = length;
            }
        }
    }

    /// Inverse document frequency of a word: `ln((1 + posts) / (1 + posts with it)) + 1`.
    pub(super) fn rarity(&self, word: u32) -> f32 {
        let with = self.postings.get(word as usize).map_or(0, Vec::len);
        ((1.0 + self.posts.len() as f32) / (1.0 + with as f32)).ln() + 1.0
    }

    pub(super) fn account(&self, name: Option<&str>) -> Option<(u32, &Account)> {
        let number = *self.account_numbers.get(name?)?;
        self.accounts.get(number as usize).map(|account| (number, account))
    }

    fn length(&self, words: &[(u32, f32)]) -> f32 {
        words.iter().map(|(word, weight)| (weight * self.rarity(*word)).powi(2)).sum::<f32>().sqrt()
    }

    fn renew_lengths(&mut self) {
        self.renewed_at = self.posts.len();
        let lengths: Vec<f32> = self.posts.iter().map(|post| self.length(&post.words)).collect();
        for (post, length) in self.posts.iter_mut().zip(lengths) {
            post.length = length;
        }
    }

    fn count_words(&mut self, text: &str, post: u32) -> Vec<(u32, f32)> {
        let content = plain_words(text).into_iter().filter(|word| !words::is_stop_word(word));
        let mut numbers: Vec<u32> =
            content.map(|word| number_of(&mut self.words, words::stem(&word).as_ref())).collect();
        numbers.sort_unstable();
        let weight = |same: &[u32]| same.first().map(|word| (*word, 1.0 + (same.len() as f32).ln()));
        let weighted: Vec<(u32, f32)> = numbers.chunk_by(|a, b| a == b).filter_map(weight).collect();
        self.postings.resize_with(self.words.len(), Vec::new);
        self.word_tags.resize_with(self.words.len(), Vec::new);
        for (word, weight) in &weighted {
            if let Some(posting) = self.postings.get_mut(*word as usize) {
                posting.push((post, *weight));
            }
        }
        weighted
    }

    fn count_spelling(&mut self, spelled: &str) -> u32 {
        let folded = folded(spelled);
        let number = number_of(&mut self.tag_numbers, &folded);
        if self.tags.len() <= number as usize {
            self.tags.push(Tag { folded, spellings: BTreeMap::new(), posts: Vec::new(), words: 0 });
        }
        if let Some(tag) = self.tags.get_mut(number as usize) {
            *tag.spellings.entry(spelled.to_owned()).or_default() += 1;
        }
        number
    }

    fn count_use(&mut self, tag: u32, post: u32, words: &[(u32, f32)], account: Option<u32>) {
        if let Some(seen) = self.tags.get_mut(tag as usize) {
            let uses = seen.posts.len() as u32;
            seen.posts.push(post);
            seen.words += words.len() as u32;
            if let Some(count) = self.uses_histogram.get_mut(&uses) {
                *count -= 1;
            }
            *self.uses_histogram.entry(uses + 1).or_default() += 1;
        }
        for (word, _) in words {
            let Some(list) = self.word_tags.get_mut(*word as usize) else { continue };
            match list.binary_search_by_key(&tag, |entry| entry.0) {
                Ok(place) => {
                    if let Some(entry) = list.get_mut(place) {
                        entry.1 += 1;
                    }
                }
                Err(place) => list.insert(place, (tag, 1)),
            }
        }
        if let Some(account) = account.and_then(|number| self.accounts.get_mut(number as usize)) {
            let ordinal = account.posts;
            account.uses.entry(tag).or_default().push((post, ordinal));
        }
    }

    /// Counts a post of an account and returns the number of its form.
    fn count_in_account(&mut self, number: u32, form: Option<&str>, log_engagement: Option<f64>) -> u32 {
        if self.accounts.len() <= number as usize {
            self.accounts.push(Account::default());
        }
        let Some(account) = self.accounts.get_mut(number as usize) else { return 0 };
        account.posts += 1;
        let form = number_of(&mut account.form_numbers, form.unwrap_or(""));
        account.forms.resize(account.form_numbers.len(), (0, 0.0));
        if let (Some(value), Some(sums)) = (log_engagement, account.forms.get_mut(form as usize)) {
            *sums = (sums.0 + 1, sums.1 + value);
            let (count, sum, squares) = account.log_engagement;
            account.log_engagement = (count + 1, sum + value, squares + value * value);
        }
        form
    }
}

fn number_of(numbers: &mut BTreeMap<String, u32>, name: &str) -> u32 {
    if let Some(number) = numbers.get(name) {
        return *number;
    }
    let next = numbers.len() as u32;
    numbers.insert(name.to_owned(), next);
    next
}
