//! A million posts: how long the index takes to build, to write and to read, how big it is, and how long a query takes.
//!
//! The posts are made up with the spread of real ones: words and hashtags by Zipf's law, twenty thousand accounts that keep to tags of
//! their own, twelve words a post.

use std::{fs, io, time::Instant};

use jiff::Timestamp;
use vcm_core::{
    hash::{Seed, SeededRandom},
    hashtags::{HashtagIndex, HashtagPost, RankOptions, RankQuery},
};

use super::Row;

const POSTS: u64 = 1_000_000;
const WORDS: usize = 200_000;
const TAGS: usize = 60_000;
const ACCOUNTS: usize = 20_000;
const QUERIES: usize = 1_000;
const FIRST_SECOND: i64 = 1_700_000_000;

/// Rows for time, size and memory.
pub fn rows() -> io::Result<Vec<Row>> {
    let mut random = Seed(17).stream("hashtags at scale");
    let started = Instant::now();
    let mut index = HashtagIndex::new();
    let mut text = String::new();
    for number in 0..POSTS {
        let account = write_post(&mut random, &mut text);
        index.add(&HashtagPost {
            text: &text,
            account: Some(&account),
            at: Timestamp::from_second(FIRST_SECOND + number as i64 * 30).ok(),
            engagement: Some((random.below(1000)) as f64),
            ..HashtagPost::default()
        });
    }
    let built = started.elapsed();
    let file = tempfile::NamedTempFile::new()?;
    let started = Instant::now();
    fs::write(file.path(), index.to_bytes())?;
    let written = started.elapsed();
    drop(index);
    let started = Instant::now();
    let bytes = fs::read(file.path())?;
    let index = HashtagIndex::from_bytes(&bytes).map_err(io::Error::other)?;
    let loaded = started.elapsed();
    let size = bytes.len();
    drop(bytes);
    let options = RankOptions { limit: 10, ..RankOptions::default() };
    let mut times: Vec<f64> = Vec::with_capacity(QUERIES);
    for _ in 0..QUERIES {
        let account = write_post(&mut random, &mut text);
        let query = RankQuery { text: &text, account: Some(&account), at: None, brief: None };
        let started = Instant::now();
        let ranked = index.rank(&query, &options);
        times.push(started.elapsed().as_secs_f64() * 1e3);
        std::hint::black_box(ranked);
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or(0.0);
    let row = |metric: &str, ours: f64| Row {
        engine: "hashtags",
        set: format!("{POSTS} made-up posts, {} tags", index.distinct_tags()),
        metric: metric.to_owned(),
        ours,
        baseline: None,
        note: "one core; a query has twelve words, an account and ten answers".to_owned(),
    };
    let mut rows = vec![
        row("index build, s", built.as_secs_f64()),
        row("index encode and write, s", written.as_secs_f64()),
        row("index file, MB", size as f64 / 1e6),
        row("index read and decode, s", loaded.as_secs_f64()),
        row("query median, ms", at(0.5)),
        row("query 99th percentile, ms", at(0.99)),
    ];
    rows.extend(peak_memory_mb().map(|peak| row("peak memory of the bench, MB", peak)));
    Ok(rows)
}

/// Writes a post and returns its account.
fn write_post(random: &mut SeededRandom, text: &mut String) -> String {
    use std::fmt::Write;
    text.clear();
    // Writing to a String cannot fail.
    for _ in 0..12 {
        let _ = write!(text, "word{} ", zipf(random, WORDS));
    }
    let account = zipf(random, ACCOUNTS);
    for _ in 0..=random.below(3) {
        let own = random.below(3) > 0;
        let tag = if own { (account * 7 + random.below(12)) % TAGS } else { zipf(random, TAGS) };
        let _ = write!(text, "#tag{tag} ");
    }
    format!("account{account}")
}

/// A number below `count`, small ones often: by the inverse of Zipf's law with exponent 1.
fn zipf(random: &mut SeededRandom, count: usize) -> usize {
    let share = random.below(1 << 30) as f64 / f64::from(1u32 << 30);
    ((count as f64).powf(share) as usize).saturating_sub(1).min(count - 1)
}

/// Largest memory of this process so far, where the system tells.
fn peak_memory_mb() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1e3)
}
