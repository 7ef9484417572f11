//! Derives `vcm-core/src/text/background.tsv`: how common a word is in general English posts.
//!
//! `cargo run --release -p vcm-benches --bin background_words > vcm-core/src/text/background.tsv`. Reads the pages of
//! `posts/facebook-pages-2016.csv.gz` in `VCM_DATA` (or `../shared/data`). A word's frequency is the median over pages of the share
//! of a page's posts that hold it, so that no page's own subject counts as general.

use std::{collections::BTreeMap, io, path::PathBuf};

use vcm_core::text::words;

/// A word is listed when the median page has it in so many of 10,000 posts.
const LEAST: usize = 5;

/// Pages with fewer posts say too little.
const LEAST_POSTS: usize = 300;

fn main() -> io::Result<()> {
    let data = std::env::var_os("VCM_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let file = std::fs::File::open(data.join("posts/facebook-pages-2016.csv.gz"))?;
    let mut reader = csv::Reader::from_reader(flate2::read::GzDecoder::new(file));
    let headers = reader.headers()?.clone();
    let column =
        |name: &str| headers.iter().position(|header| header == name).ok_or_else(|| io::Error::other(name.to_owned()));
    let (page, message) = (column("page")?, column("status_message")?);
    let mut posts: BTreeMap<String, usize> = BTreeMap::new();
    let mut with: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for record in reader.records() {
        let record = record?;
        let field = |column: usize| record.get(column).unwrap_or_default();
        if field(message).is_empty() {
            continue;
        }
        *posts.entry(field(page).to_owned()).or_default() += 1;
        let mut stems = words::content_stems(field(message));
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            *with.entry(stem).or_default().entry(field(page).to_owned()).or_default() += 1;
        }
    }
    let pages: Vec<(&String, &usize)> = posts.iter().filter(|(_, posts)| **posts >= LEAST_POSTS).collect();
    let mut listed: Vec<(usize, &String)> = with
        .iter()
        .filter_map(|(stem, counts)| {
            let mut shares: Vec<usize> = pages
                .iter()
                .map(|(page, posts)| counts.get(*page).map_or(0, |count| count * 10_000 / **posts))
                .collect();
            shares.sort_unstable();
            let median = shares.get(shares.len() / 2).copied()?;
            // A year in the posts is the posts' year.
            let is_word = stem.chars().count() > 1 && stem.chars().all(char::is_alphabetic);
            (median >= LEAST && is_word).then_some((median, stem))
        })
        .collect();
    listed.sort_by(|a, b| a.1.cmp(b.1));
    for (share, stem) in listed {
        println!("{stem}\t{share}");
    }
    Ok(())
}
