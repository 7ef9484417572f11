//! Hashtags of posts that were not seen: with account history, asked in time order (each post joins the history after it is answered),
//! and of tweets by content alone.

use std::{collections::BTreeMap, fs, io, io::Read, path::Path};

use flate2::read::GzDecoder;
use jiff::{Timestamp, civil::DateTime, tz};
use vcm_core::{
    hashtags::{HashtagIndex, HashtagPost, RankOptions, RankQuery, TagEvidence},
    text::words::{self, TokenKind},
};

use super::{Row, Setting};

const CUT: usize = 10;

/// How hashtags are ranked for a post: folded tags, best first.
type Ranker<'a> = &'a dyn Fn(&HashtagIndex, &TaggedPost) -> Vec<String>;

/// nDCG@10 on the last fifth of tagged Facebook posts and on the validation tweets, beside the blend of recency and neighbours; the fifth
/// and the part of the training tweets that weights were tuned on stand beside them.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let data_dir = &setting.data;
    let mut rows = Vec::new();
    let facebook = facebook(data_dir)?;
    for (part, from, to) in [("tuned on", 0.6, 0.8), ("unseen", 0.8, 1.0)] {
        let measure = |ranker| prequential(&facebook, from, to, ranker);
        rows.push(row(format!("Facebook pages, {part}"), "nDCG@10", measure(&ours), measure(&blend)));
        rows.push(row(format!("the same without accounts, {part}"), "nDCG@10", measure(&cold), measure(&neighbours)));
    }
    let train = tweets(data_dir, "train.jsonl.gz")?;
    let validation = tweets(data_dir, "val.jsonl")?;
    let (first, last) = train.split_at(train.len() * 4 / 5);
    for (part, history, queries) in [("tuned on", first, last), ("unseen", &train[..], &validation[..])] {
        let mut found = by_content(history, queries, &ours);
        let plain = by_content(history, queries, &neighbours);
        rows.push(row(format!("tweets, {part}"), "nDCG@10", found, plain));
        if let Some(peer) = peer(setting, history, queries)? {
            found.1 = peer.1;
            let note =
                format!("baseline: scikit-learn, TF-IDF and 50 nearest posts; {} posts with a known tag", peer.1);
            rows.push(Row { note, ..row(format!("tweets, {part}"), "nDCG@10 beside a peer", found, peer) });
        }
    }
    rows.extend(super::hashtags_momentum::rows(&facebook));
    rows.extend(super::hashtags_scale::rows()?);
    Ok(rows)
}

fn row(set: String, metric: &str, ours: (f64, usize), baseline: (f64, usize)) -> Row {
    let note = format!("baseline: own recency and 50 neighbours alone; {} posts with a known tag", ours.1);
    Row { engine: "hashtags", set, metric: metric.to_owned(), ours: ours.0, baseline: Some(baseline.0), note }
}

/// As the command ranks.
fn ours(index: &HashtagIndex, post: &TaggedPost) -> Vec<String> {
    let query = RankQuery { text: &post.text, account: post.account.as_deref(), at: post.at, brief: None };
    let ranked = index.rank(&query, &RankOptions { limit: CUT, ..RankOptions::default() });
    ranked.into_iter().map(|entry| words::fold(&entry.tag)).collect()
}

/// Ours for a text whose account is not known.
fn cold(index: &HashtagIndex, post: &TaggedPost) -> Vec<String> {
    ours(index, &TaggedPost { account: None, ..post.clone() })
}

/// The blend of the reference: base-level activation and votes of neighbours, each as a share of the largest, added.
fn blend(index: &HashtagIndex, post: &TaggedPost) -> Vec<String> {
    by_features(index, post, post.account.as_deref(), &[0, 10])
}

/// Votes of 50 neighbours alone.
fn neighbours(index: &HashtagIndex, post: &TaggedPost) -> Vec<String> {
    by_features(index, post, None, &[10])
}

fn by_features(index: &HashtagIndex, post: &TaggedPost, account: Option<&str>, features: &[usize]) -> Vec<String> {
    let query = RankQuery { text: &post.text, account, at: post.at, brief: None };
    let sum = |entry: &TagEvidence| features.iter().filter_map(|feature| entry.features.get(*feature)).sum::<f64>();
    let mut found: Vec<(f64, String)> = index
        .evidence(&query)
        .into_iter()
        .map(|entry| (sum(&entry), entry.tag))
        .filter(|entry| entry.0 > 0.0)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|entry| entry.1).collect()
}

/// What scikit-learn's nearest posts give on the same tweets; `None` without an environment.
fn peer(setting: &Setting, history: &[TaggedPost], queries: &[TaggedPost]) -> io::Result<Option<(f64, usize)>> {
    #[derive(serde::Serialize)]
    struct Input<'a> {
        history: Vec<(String, &'a [String])>,
        queries: Vec<String>,
    }
    let known = known_tags(history, 5);
    let content = |post: &TaggedPost| {
        let tokens = words::tokens(&post.text).into_iter();
        tokens.filter(|token| token.kind == TokenKind::Word).map(|token| token.text).collect::<Vec<_>>().join(" ")
    };
    let input = Input {
        history: history.iter().map(|post| (content(post), post.tags.as_slice())).collect(),
        queries: queries.iter().map(content).collect(),
    };
    let Some(answers) = setting.peers.python::<Vec<Vec<String>>>("hashtags_knn.py", &input)? else { return Ok(None) };
    let gains: Vec<f64> =
        queries.iter().zip(&answers).filter_map(|(post, ranked)| gain(post, ranked, &known)).collect();
    Ok(Some(mean(&gains)))
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

/// A post as the engine takes it. The form is left out: the command's measurement has none.
pub fn as_post(post: &TaggedPost) -> HashtagPost<'_> {
    HashtagPost {
        text: &post.text,
        tags: &[],
        account: post.account.as_deref(),
        at: post.at,
        format: None,
        engagement: post.engagement,
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
pub fn prequential(posts: &[TaggedPost], from: f64, to: f64, ranker: Ranker<'_>) -> (f64, usize) {
    let place = |share: f64| ((posts.len() as f64 * share) as usize).min(posts.len());
    let (history, rest) = posts.split_at(place(from));
    let known = known_tags(history, 2);
    let mut index = index_of(history);
    let mut gains = Vec::new();
    for post in rest.iter().take(place(to) - place(from)) {
        gains.extend(gain(post, &ranker(&index, post), &known));
        index.add(&as_post(post));
    }
    mean(&gains)
}

/// Mean nDCG@10 and number of queries, by content alone; the known tags have five uses in `history`.
pub fn by_content(history: &[TaggedPost], queries: &[TaggedPost], ranker: Ranker<'_>) -> (f64, usize) {
    let known = known_tags(history, 5);
    let index = index_of(history);
    mean(&queries.iter().filter_map(|post| gain(post, &ranker(&index, post), &known)).collect::<Vec<_>>())
}

/// nDCG@10 of one answer; `None` when the post has no known tag.
fn gain(post: &TaggedPost, ranked: &[String], known: &BTreeMap<&str, u32>) -> Option<f64> {
    let wanted: Vec<&String> = post.tags.iter().filter(|tag| known.contains_key(tag.as_str())).collect();
    if wanted.is_empty() {
        return None;
    }
    let discount = |place: usize| 1.0 / (place as f64 + 2.0).log2();
    let hits = ranked.iter().take(CUT).enumerate().filter(|(_, tag)| wanted.contains(tag));
    let gained: f64 = hits.map(|(place, _)| discount(place)).sum();
    Some(gained / (0..wanted.len().min(CUT)).map(discount).sum::<f64>())
}

fn index_of(posts: &[TaggedPost]) -> HashtagIndex {
    let mut index = HashtagIndex::new();
    for post in posts {
        index.add(&as_post(post));
    }
    index
}

/// Folded tags with so many uses.
pub fn known_tags(posts: &[TaggedPost], uses: u32) -> BTreeMap<&str, u32> {
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
