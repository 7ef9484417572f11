//! What is known about hashtags: posts seen, own and others', indexed as they come.
//!
//! Adding a post costs its words; nothing is rebuilt, except that document lengths are renewed each time the index has doubled
//! (word weights drift as the vocabulary grows). Next: [`super::rank`].

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{
    identity::{folded, plain_words},
    segment::Lexicon,
};
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
    /// Stems of content words.
    pub(super) words: BTreeMap<String, u32>,
    /// For each stem the posts that hold it, in the order they came, with `1 + ln(count)`.
    pub(super) postings: Vec<Vec<(u32, f32)>>,
    /// Words as written, stop words too: what hashtags are split by.
    pub(super) lexicon: Lexicon,
    pub(super) posts: Vec<Post>,
    /// The tags of all posts, one post after the other.
    pub(super) post_tags: Vec<u32>,
    pub(super) tag_numbers: BTreeMap<String, u32>,
    pub(super) tags: Vec<Tag>,
    /// How many tags have so many uses.
    pub(super) uses_histogram: BTreeMap<u32, u32>,
    pub(super) account_numbers: BTreeMap<String, u32>,
    pub(super) accounts: Vec<Account>,
    pub(super) latest: Option<i64>,
    /// Sum of the lengths of all postings.
    pub(super) held: u64,
    pub(super) renewed_at: u64,
}

/// A post with at least one tag.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Post {
    /// Where its tags begin in the list of all.
    pub(super) tags_from: u32,
    /// How many posts its account had before it, tagged or not.
    pub(super) ordinal: u32,
    /// Euclidean length under TF-IDF.
    pub(super) length: f32,
    pub(super) account: Option<u32>,
    pub(super) second: Option<i64>,
    pub(super) log_engagement: Option<f32>,
    /// The number of its form in its account.
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
    /// The stems it is made of, as far as the words seen so far tell.
    pub(super) parts: Vec<String>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Account {
    /// Posts, tagged or not.
    pub(super) posts: u32,
    /// For each tag the account used: its posts.
    pub(super) uses: BTreeMap<u32, Vec<u32>>,
    pub(super) form_numbers: BTreeMap<String, u32>,
    /// Count and sum of log engagement, for each form.
    pub(super) forms: Vec<(u32, f64)>,
    /// Count, sum and sum of squares of log engagement.
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
            self.count_use(*tag, number, words.len() as u32, account);
        }
        let ordinal = account.and_then(|number| self.accounts.get(number as usize)).map_or(0, |account| account.posts);
        let tags_from = self.post_tags.len() as u32;
        self.post_tags.extend(tags);
        let length = self.length(&words);
        let log_engagement = engagement.map(|value| value as f32);
        self.posts.push(Post { tags_from, ordinal, length, account, second, log_engagement, form });
        if self.posts.len() as u64 >= 2 * self.renewed_at {
            self.renew_lengths();
        }
    }

    /// The tags of a post.
    pub(super) fn tags_of(&self, post: u32) -> &[u32] {
        let from = |number: usize| self.posts.get(number).map_or(self.post_tags.len(), |post| post.tags_from as usize);
        self.post_tags.get(from(post as usize)..from(post as usize + 1)).unwrap_or_default()
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
        self.renewed_at = self.posts.len() as u64;
        let mut squares = vec![0.0f32; self.posts.len()];
        for (posting, word) in self.postings.iter().zip(0..) {
            let rarity = self.rarity(word);
            for (post, weight) in posting {
                if let Some(square) = squares.get_mut(*post as usize) {
                    *square += (weight * rarity).powi(2);
                }
            }
        }
        for (post, square) in self.posts.iter_mut().zip(squares) {
            post.length = square.sqrt();
        }
    }

    /// Counts the words of a post and returns its stems with `1 + ln(count)`.
    fn count_words(&mut self, text: &str, post: u32) -> Vec<(u32, f32)> {
        let plain = plain_words(text);
        self.lexicon.add(&plain);
        let content = plain.into_iter().filter(|word| !words::is_stop_word(word));
        let mut numbers: Vec<u32> =
            content.map(|word| number_of(&mut self.words, words::stem(&word).as_ref())).collect();
        numbers.sort_unstable();
        let weighted: Vec<(u32, f32)> = weights(&numbers);
        self.postings.resize_with(self.words.len(), Vec::new);
        self.held += weighted.len() as u64;
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
            self.tags.push(Tag { folded, spellings: BTreeMap::new(), posts: Vec::new(), words: 0, parts: Vec::new() });
        }
        if let Some(tag) = self.tags.get_mut(number as usize) {
            *tag.spellings.entry(spelled.to_owned()).or_default() += 1;
        }
        number
    }

    fn count_use(&mut self, tag: u32, post: u32, words: u32, account: Option<u32>) {
        if let Some(seen) = self.tags.get_mut(tag as usize) {
            let uses = seen.posts.len() as u32;
            // Split again each time the uses have doubled: by then more words are known.
            if (uses + 1).is_power_of_two() {
                let spelling = seen.most_used_spelling().to_owned();
                let split = self.lexicon.split(&spelling);
                seen.parts = split.iter().map(|part| words::stem(part).into_owned()).collect();
            }
            seen.posts.push(post);
            seen.words += words;
            if let Some(count) = self.uses_histogram.get_mut(&uses) {
                *count -= 1;
            }
            *self.uses_histogram.entry(uses + 1).or_default() += 1;
        }
        if let Some(account) = account.and_then(|number| self.accounts.get_mut(number as usize)) {
            account.uses.entry(tag).or_default().push(post);
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

impl Tag {
    /// The spelling most used, the first in the alphabet of equals.
    pub(super) fn most_used_spelling(&self) -> &str {
        let most_used = self.spellings.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
        most_used.map_or(self.folded.as_str(), |(spelling, _)| spelling.as_str())
    }
}

/// `1 + ln(count)` of each number in a sorted list.
pub(super) fn weights(sorted: &[u32]) -> Vec<(u32, f32)> {
    let weight = |same: &[u32]| same.first().map(|word| (*word, weight(same.len() as u32)));
    sorted.chunk_by(|a, b| a == b).filter_map(weight).collect()
}

/// `1 + ln(count)`.
pub(super) fn weight(count: u32) -> f32 {
    1.0 + (count as f32).ln()
}

fn number_of(numbers: &mut BTreeMap<String, u32>, name: &str) -> u32 {
    if let Some(number) = numbers.get(name) {
        return *number;
    }
    let next = numbers.len() as u32;
    numbers.insert(name.to_owned(), next);
    next
}
