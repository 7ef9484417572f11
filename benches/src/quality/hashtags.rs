//! Hashtags of posts that were not seen: with account history, asked in time order (each post joins the history after it is answered),
//! and of tweets by content alone.

use std::{collections::BTreeMap, fs, io, io::Read, path::Path};

use flate2::read::GzDecoder;
use jiff::{Timestamp, civil::DateTime, tz};
use vcm_core::{
    hashtags::{HashtagIndex, HashtagPost, RankOptions, RankQuery},
    text::words,
};

use super::{Row, Setting};

const CUT: usize = 10;

/// nDCG@10 on the last fifth of tagged Facebook posts and on the validation tweets, beside recency and neighbours alone; the fifth and
/// the part of the training tweets that weights were tuned on stand beside them.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let data_dir = &setting.data;
    let ours = RankOptions { limit: CUT, fill_with_popular: true, ..RankOptions::default() };
    let plain = RankOptions { words: 0.0, mention: 0.0, fill_with_popular: false, ..ours };
    let mut rows = Vec::new();
    let facebook = facebook(data_dir)?;
    for (part, from, to) in [("tuned on", 0.6, 0.8), ("unseen", 0.8, 1.0)] {
        let measure = |options| prequential(&facebook, from, to, options);
        rows.push(row(format!("Facebook pages, {part}"), measure(&ours), measure(&plain)));
    }
    let train = tweets(data_dir, "train.jsonl.gz")?;
    let validation = tweets(data_dir, "val.jsonl")?;
    let (first, last) = train.split_at(train.len() * 4 / 5);
    for (part, history, queries) in [("tuned on", first, last), ("unseen", &train[..], &validation[..])] {
        rows.push(row(
            format!("tweets, {part}"),
            by_content(history, queries, &ours),
            by_content(history, queries, &plain),
        ));
    }
    Ok(rows)
}

fn row(set: String, ours: (f64, usize), baseline: (f64, usize)) -> Row {
    let note = format!("baseline: own recency and 50 neighbours alone; {} posts with a known tag", ours.1);
    Row { engine: "hashtags", set, metric: "nDCG@10".to_owned(), ours: ours.0, baseline: Some(baseline.0), note }
}

/// A post with its hashtags folded.
#[derive(Debug, Clone)]
pub struct TaggedPost {
    /// Its text.
    pub text: String,
    /// Who posted it.
    pub account: Option<String>,
    /// When.
    pub at: Option<Timestamp>,
    /// Its form.
    pub format: Option<String>,
    /// Reactions, comments and shares.
    pub engagement: Option<f64>,
    /// Folded hashtags in its text.
    pub tags: Vec<String>,
}

impl TaggedPost {
    fn as_post(&self) -> HashtagPost<'_> {
        HashtagPost {
            text: &self.text,
            tags: &[],
            account: self.account.as_deref(),
            at: self.at,
            format: self.format.as_deref(),
            engagement: self.engagement,
        }
    }
}

/// The tagged Facebook posts in time order.
pub fn facebook(data_dir: &Path) -> io::Result<Vec<TaggedPost>> {
    let bytes = gunzip(&data_dir.join("posts/facebook-pages-2016.csv.gz"))?;
    let mut posts: Vec<TaggedPost> = Vec::new();
    for record in csv::Reader::from_reader(bytes.as_slice()).records() {
        let record = record?;
        let field = |index| record.get(index).unwrap_or_default();
        let tags = tags_of(field(2));
        if tags.is_empty() {
            continue;
        }
        let local: Option<DateTime> = field(5).parse().ok();
        let at = local.and_then(|time| tz::offset(-5).to_timestamp(time).ok());
        let count = |index| field(index).parse::<f64>().unwrap_or_default();
        posts.push(TaggedPost {
            text: field(2).to_owned(),
            account: Some(field(0).to_owned()),
            at,
            format: Some(field(4).to_owned()),
            engagement: Some(count(6) + count(7) + count(8)),
            tags,
        });
    }
    posts.sort_by_key(|post| post.at);
    Ok(posts)
}

/// Tweets, without author or time.
pub fn tweets(data_dir: &Path, part: &str) -> io::Result<Vec<TaggedPost>> {
    let path = data_dir.join(format!("hashtags/tweets-{part}"));
    let is_packed = path.extension().is_some_and(|extension| extension == "gz");
    let bytes = if is_packed { gunzip(&path)? } else { fs::read(path)? };
    let parse = |line: &str| {
        let Tweet { text } = serde_json::from_str(line)?;
        let tags = tags_of(&text);
        Ok(TaggedPost { text, account: None, at: None, format: None, engagement: None, tags })
    };
    String::from_utf8_lossy(&bytes).lines().map(parse).collect()
}

#[derive(serde::Deserialize)]
struct Tweet {
    text: String,
}

/// Mean nDCG@10 and number of queries over the posts between two shares of `posts`; the known tags are those with two uses before `from`.
pub fn prequential(posts: &[TaggedPost], from: f64, to: f64, options: &RankOptions) -> (f64, usize) {
    let place = |share: f64| ((posts.len() as f64 * share) as usize).min(posts.len());
    let (history, rest) = posts.split_at(place(from));
    let known = known_tags(history, 2);
    let mut index = index_of(history);
    let mut gains = Vec::new();
    for post in rest.iter().take(place(to) - place(from)) {
        gains.extend(ask(&index, post, &known, options));
        index.add(&post.as_post());
    }
    mean(&gains)
}

/// Mean nDCG@10 and number of queries, by content alone; the known tags have five uses in `history`.
pub fn by_content(history: &[TaggedPost], queries: &[TaggedPost], options: &RankOptions) -> (f64, usize) {
    let known = known_tags(history, 5);
    let index = index_of(history);
    mean(&queries.iter().filter_map(|post| ask(&index, post, &known, options)).collect::<Vec<_>>())
}

fn ask(index: &HashtagIndex, post: &TaggedPost, known: &BTreeMap<&str, u32>, options: &RankOptions) -> Option<f64> {
    let wanted: Vec<&String> = post.tags.iter().filter(|tag| known.contains_key(tag.as_str())).collect();
    if wanted.is_empty() {
        return None;
    }
    let query = RankQuery { text: &post.text, account: post.account.as_deref(), at: post.at, brief: None };
    let discount = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let ranked = index.rank(&query, options);
    let hits = ranked
        .iter()
        .take(CUT)
        .enumerate()
        .filter(|(_, entry)| wanted.iter().any(|tag| **tag == words::fold(&entry.tag)));
    let gained: f64 = hits.map(|(place, _)| discount(place)).sum();
    Some(gained / (0..wanted.len().min(CUT)).map(discount).sum::<f64>())
}

fn index_of(posts: &[TaggedPost]) -> HashtagIndex {
    let mut index = HashtagIndex::new();
    for post in posts {
        index.add(&post.as_post());
    }
    index
}

fn known_tags(posts: &[TaggedPost], uses: u32) -> BTreeMap<&str, u32> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for tag in posts.iter().flat_map(|post| &post.tags) {
        *counts.entry(tag).or_default() += 1;
    }
    counts.retain(|_, count| *count >= uses);
    counts
}

fn tags_of(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = words::hashtags(text).iter().map(|tag| words::fold(tag)).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn mean(values: &[f64]) -> (f64, usize) {
    (values.iter().sum::<f64>() / values.len().max(1) as f64, values.len())
}

fn gunzip(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(fs::File::open(path)?).read_to_end(&mut bytes)?;
    Ok(bytes)
}
