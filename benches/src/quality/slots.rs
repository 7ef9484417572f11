//! Posting slots: uplift of the three strongest hours on posts held out in time, and the assignment beside its bound.
//!
//! Protocol: pages of the public Facebook history with 400 posts or more; the last 30 % of each page are held out; the three hours
//! that the estimate ranks highest, among hours with five held-out posts or more, are compared with all held-out posts of the page,
//! as the residual of log engagement over page × format mean; geometric mean over pages. An association, never a cause. Pages are split
//! in two by a hash of their name: settings were tuned on the even half, the odd half is reported apart.

use std::{
    collections::BTreeMap,
    io::{self, Read},
    path::Path,
    process::Command,
    time::Instant,
};

use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{Offset, TimeZone},
};
use vcm_core::{
    brief::Schedule,
    hash::Seed,
    platform::Platform,
    schedule::{
        EstimateOptions, HistoryPost, PostRequest, ScheduleOptions, ScheduleRequest, estimate_hours, recommend,
    },
};

use super::{Row, Setting};

/// The pages' own clock: UTC-5 without daylight saving.
fn zone() -> TimeZone {
    TimeZone::fixed(Offset::constant(-5))
}

/// Every figure of this engine.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let data_dir = &setting.data;
    let mut rows = Vec::new();
    if let Some(pages) = pages(&data_dir.join("posts/facebook-pages-2016.csv.gz")) {
        for (half, name) in [(None, "all pages"), (Some(0), "tuning half"), (Some(1), "unseen half")] {
            for (last, label) in [(None, "all history"), (Some(200), "last 200"), (Some(60), "last 60")] {
                let ours = uplift(&pages, half, last, |history, now| ranked(history, now, &EstimateOptions::default()));
                let raw = uplift(&pages, half, last, |history, now| {
                    let plain = EstimateOptions {
                        shrinkage_posts: 1e-9,
                        account_shrinkage_posts: 0.0,
                        ..EstimateOptions::default()
                    };
                    ranked(history, now, &plain)
                });
                rows.push(Row {
                    engine: "slots",
                    set: format!("facebook-pages-2016, {name}"),
                    metric: format!("slope of held-out hours on scores, {label}"),
                    ours: slope(&pages, half, last, |history, now| ranked(history, now, &EstimateOptions::default())),
                    baseline: Some(1.0),
                    note: "1: the size of a score means what it says".into(),
                });
                rows.push(Row {
                    engine: "slots",
                    set: format!("facebook-pages-2016, {name}"),
                    metric: format!("held-out uplift of top-3 hours, {label}"),
                    ours,
                    baseline: Some(raw),
                    note: "baseline: the account's raw hourly mean; a held-out association".into(),
                });
            }
        }
    }
    rows.extend(assignment());
    Ok(rows)
}

/// Hours by falling score, for one page.
pub fn ranked(history: &[HistoryPost], now: Timestamp, options: &EstimateOptions) -> [f64; 24] {
    let options = EstimateOptions { maturity_hours: 0, weekend_from_posts: None, ..*options };
    let mut scores = [f64::NEG_INFINITY; 24];
    for row in estimate_hours(history, &zone(), now, &options) {
        if let Some(score) = scores.get_mut(usize::from(row.hour)) {
            *score = if options.shrinkage_posts < 1e-6 && row.posts == 0 { f64::NEG_INFINITY } else { row.score };
        }
    }
    scores
}

/// Pages with 400 posts or more, each in time order.
pub fn pages(file: &Path) -> Option<BTreeMap<String, Vec<HistoryPost>>> {
    let output = Command::new("gzip").arg("-dc").arg(file).output().ok().filter(|output| output.status.success())?;
    let mut pages: BTreeMap<String, Vec<HistoryPost>> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice().take(u64::MAX));
    for record in reader.records().flatten() {
        let field = |index: usize| record.get(index).unwrap_or_default();
        let count = |index: usize| field(index).parse::<f64>().unwrap_or(0.0);
        let at = field(5).parse::<DateTime>().ok().and_then(|local| zone().to_timestamp(local).ok());
        let Some(at) = at else { continue };
        pages.entry(field(0).to_owned()).or_default().push(HistoryPost {
            account: String::new(),
            platform: None,
            at,
            text: String::new(),
            format: field(4).to_owned(),
            engagement: count(6) + count(7) + count(8),
        });
    }
    pages.retain(|_, posts| posts.len() >= 400);
    for posts in pages.values_mut() {
        posts.sort_by_key(|post| post.at);
    }
    Some(pages)
}

/// Half of a page: a stable hash of its name.
fn half_of(page: &str) -> u64 {
    page.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        >> 17
        & 1
}

/// Geometric mean over pages of engagement in the three best hours against all held-out posts.
pub fn uplift(
    pages: &BTreeMap<String, Vec<HistoryPost>>,
    half: Option<u64>,
    last: Option<usize>,
    score: impl Fn(&[HistoryPost], Timestamp) -> [f64; 24],
) -> f64 {
    let mut gains = Vec::new();
    for (_, posts) in pages.iter().filter(|(page, _)| half.is_none_or(|half| half_of(page) == half)) {
        let cut = posts.len() * 7 / 10;
        let (before, held_out) = posts.split_at(cut);
        let train = before.get(last.map_or(0, |last| before.len().saturating_sub(last))..).unwrap_or_default();
        let Some(now) = held_out.first().map(|post| post.at) else { continue };
        let scores = score(train, now);
        let hours = held_out_hours(held_out);
        let mut eligible: Vec<(f64, (f64, f64))> =
            scores.into_iter().zip(hours).filter(|(_, hour)| hour.1 >= 5.0).collect();
        eligible.sort_by(|a, b| b.0.total_cmp(&a.0));
        let top = eligible.iter().take(3).map(|(_, hour)| hour);
        let (sum, count) = top.fold((0.0, 0.0), |(sum, count), hour| (sum + hour.0, count + hour.1));
        if count > 0.0 {
            gains.push(sum / count);
        }
    }
    (gains.iter().sum::<f64>() / gains.len().max(1) as f64).exp()
}

/// Regression of held-out hour means on the scores, weighted by posts: 1 when the size of a score means what it says.
pub fn slope(
    pages: &BTreeMap<String, Vec<HistoryPost>>,
    half: Option<u64>,
    last: Option<usize>,
    score: impl Fn(&[HistoryPost], Timestamp) -> [f64; 24],
) -> f64 {
    let (mut cross, mut square) = (0.0, 0.0);
    for (_, posts) in pages.iter().filter(|(page, _)| half.is_none_or(|half| half_of(page) == half)) {
        let (before, held_out) = posts.split_at(posts.len() * 7 / 10);
        let train = before.get(last.map_or(0, |last| before.len().saturating_sub(last))..).unwrap_or_default();
        let Some(now) = held_out.first().map(|post| post.at) else { continue };
        let scores = score(train, now);
        let hours = held_out_hours(held_out);
        let total: f64 = hours.iter().map(|hour| hour.1).sum();
        for (score, (sum, count)) in scores.iter().zip(hours).filter(|(score, hour)| score.is_finite() && hour.1 > 0.0)
        {
            // Pages count alike, whatever their number of posts.
            cross += score * sum / total;
            square += score * score * count / total;
        }
    }
    cross / square
}

/// Sum and number of held-out residuals in each hour.
fn held_out_hours(held_out: &[HistoryPost]) -> [(f64, f64); 24] {
    let mut formats: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for post in held_out {
        let sums = formats.entry(&post.format).or_default();
        *sums = (sums.0 + post.engagement.ln_1p(), sums.1 + 1.0);
    }
    let mut hours = [(0.0, 0.0); 24];
    for post in held_out {
        let (sum, count) = formats.get(post.format.as_str()).copied().unwrap_or((0.0, 1.0));
        if let Some(hour) = hours.get_mut(usize::try_from(zone().to_datetime(post.at).hour()).unwrap_or(0)) {
            *hour = (hour.0 + post.engagement.ln_1p() - sum / count, hour.1 + 1.0);
        }
    }
    hours
}

/// 200 posts on 1,000 hourly slots: time and gap, for one account and for five.
fn assignment() -> Vec<Row> {
    let mut rows = Vec::new();
    for accounts in [1usize, 5] {
        let (request_posts, history) = case(accounts);
        let request = ScheduleRequest {
            posts: request_posts,
            schedule: Schedule {
                start: jiff::civil::date(2026, 1, 5),
                end: jiff::civil::date(2026, 2, 15),
                time_zone: "UTC".into(),
                quiet_hours: vec![],
                blackout_days: vec![],
                account_gap_minutes: 180,
                campaign_gap_minutes: 30,
                daily_cap: 6,
            },
            cadences: vec![],
            history: &history,
            audience_zones: vec![],
            now: "2026-01-01T00:00:00Z".parse().unwrap_or_default(),
            seed: Seed(1),
            options: ScheduleOptions { grid_minutes: 60, ..ScheduleOptions::default() },
            reserves: vec![],
        };
        let mut best = f64::INFINITY;
        let mut gap = f64::NAN;
        for _ in 0..5 {
            let start = Instant::now();
            if let Ok(plan) = recommend(&request) {
                best = best.min(start.elapsed().as_secs_f64() * 1e3);
                gap = plan.optimality_gap;
            }
        }
        let set = format!("200 posts × 1,008 slots, {accounts} accounts");
        let row = |metric: &str, ours, baseline, note: &str| Row {
            engine: "slots",
            set: set.clone(),
            metric: metric.into(),
            ours,
            baseline: Some(baseline),
            note: note.into(),
        };
        rows.push(row("time of the whole plan, ms", best, 100.0, "baseline: the bar"));
        rows.push(row("optimality gap, proven", gap, 0.01, "baseline: the bar"));
    }
    rows
}

/// Posts over accounts whose hours differ, made with a seed.
fn case(accounts: usize) -> (Vec<PostRequest>, Vec<HistoryPost>) {
    let mut random = Seed(5).stream("bench/slots");
    let first: Timestamp = "2025-06-01T00:00:00Z".parse().unwrap_or_default();
    let mut history = Vec::new();
    for account in 0..accounts {
        let level: Vec<f64> = (0..24).map(|_| random.normal() * 0.3).collect();
        for index in 0..800i64 {
            let hour = index * 5;
            let strength = level.get((hour % 24) as usize).copied().unwrap_or(0.0);
            history.push(HistoryPost {
                account: format!("account-{account}"),
                platform: None,
                at: first + jiff::SignedDuration::from_hours(hour),
                text: String::new(),
                format: "post".into(),
                engagement: (4.0 + strength + random.normal() * 0.5).exp(),
            });
        }
    }
    let post = |index: usize| PostRequest {
        key: format!("post-{index}"),
        platform: Platform::X,
        account: format!("account-{}", index % accounts),
        experiment: None,
        block: None,
        variant: "a".into(),
    };
    ((0..200).map(post).collect(), history)
}
