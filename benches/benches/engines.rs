//! Speed of the engines alone: `cargo bench -p vcm-benches --bench engines`.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench may panic; criterion's macros have no docs")]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use jiff::{Timestamp, ToSpan, civil::date, tz::TimeZone};
use vcm_core::{
    hash::Seed,
    hooks,
    moderation::{ModerationInput, Moderator},
    platform::{LengthOptions, Platform, SplitOptions, split_thread, text_length},
    schedule::{EstimateOptions, HistoryPost, estimate_hours},
    text::{embedding, similarity},
    trends::{self, ClusterOptions},
};

const POST: &str = "Async closures are stable: write `async || {}` and borrow from the environment, no boxing needed. \
                    Read the release notes at https://blog.rust-lang.org/2025/02/20/Rust-1.85.0.html #rustlang";

/// Texts that share words without being alike, from a seed.
fn texts(count: usize) -> Vec<String> {
    let words =
        ["launch", "map", "telescope", "release", "volunteer", "galaxy", "compiler", "street", "image", "edition"];
    let mut random = Seed(1).stream("bench-texts");
    (0..count)
        .map(|index| {
            let picked: Vec<&str> = (0..12).filter_map(|_| random.pick(&words).copied()).collect();
            format!("{} number {}", picked.join(" "), index % 97)
        })
        .collect()
}

fn history(count: i64) -> Vec<HistoryPost> {
    let mut random = Seed(2).stream("bench-history");
    let start: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    (0..count)
        .map(|index| HistoryPost {
            account: "page".to_owned(),
            platform: None,
            at: start + (index * 37).minutes(),
            text: String::new(),
            format: "link".to_owned(),
            engagement: 100.0 * random.unit(),
        })
        .collect()
}

fn platform(criterion: &mut Criterion) {
    let options = LengthOptions::new(date(2026, 11, 22));
    let mut group = criterion.benchmark_group("platform");
    group.throughput(Throughput::Elements(1));
    for platform in [Platform::X, Platform::Bluesky, Platform::Linkedin, Platform::Mastodon] {
        group.bench_function(format!("length/{platform}"), |bench| {
            bench.iter(|| text_length(platform, black_box(POST), &options));
        });
    }
    let long = POST.repeat(20);
    let split = SplitOptions::new(date(2026, 11, 22));
    group.bench_function("split/x, 4 kB", |bench| bench.iter(|| split_thread(Platform::X, black_box(&long), &split)));
    group.finish();
}

fn moderation(criterion: &mut Criterion) {
    let moderator = Moderator::new(Vec::new()).unwrap();
    let mut group = criterion.benchmark_group("moderation");
    group.throughput(Throughput::Elements(1));
    group.bench_function("clean post", |bench| {
        bench.iter(|| moderator.moderate(&ModerationInput::text("post", &[black_box(POST)])));
    });
    group.finish();
}

fn text(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("text");
    group.throughput(Throughput::Elements(1));
    group.bench_function("embed", |bench| bench.iter(|| embedding::embed(black_box(POST))));
    group.bench_function("hooks/strength", |bench| bench.iter(|| hooks::strength(black_box(POST))));
    group.bench_function("near_duplicate_score", |bench| {
        bench.iter(|| {
            similarity::near_duplicate_score(black_box(POST), black_box("Async closures borrow from around them."))
        });
    });
    group.finish();
}

fn batches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("batch");
    group.sample_size(10);
    let owned = texts(5_000);
    let texts: Vec<&str> = owned.iter().map(String::as_str).collect();
    group.throughput(Throughput::Elements(5_000));
    group.bench_function("trends/assign 5,000", |bench| {
        bench.iter(|| trends::assign(black_box(&texts), &ClusterOptions::default()));
    });
    let posts = history(10_000);
    let now: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    group.throughput(Throughput::Elements(10_000));
    group.bench_function("schedule/estimate 10,000", |bench| {
        bench.iter_batched(
            || posts.clone(),
            |posts| estimate_hours(&posts, &zone, now, &EstimateOptions::default()),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

criterion_group!(benches, platform, moderation, text, batches);
criterion_main!(benches);
