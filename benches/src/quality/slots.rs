//! Posting slots: uplift of the three strongest hours on posts held out in time, coverage of the intervals, and (in [`assignment`])
//! the assignment beside its bound and CP-SAT.
//!
//! Protocol: pages of the public Facebook history with 400 posts or more; the last 30 % of each page are held out; the three hours
//! that the estimate ranks highest, among hours with five held-out posts or more, are compared with all held-out posts of the page,
//! as the residual of log engagement over page × format mean; geometric mean over pages. An association, never a cause. Pages are split
//! in two by a hash of their name: settings were tuned on the tuning half, the unseen half is reported apart. The single cut at
//! 70 % decides little (its standard error is five times the difference between sound methods), so rolling cuts stand beside it:
//! from 30 % to 70 % in steps of 5 %, the 30 % after each held out. Every page is estimated alone, as one account in one history.

mod assignment;
mod methods;

use std::{
    collections::BTreeMap,
    io::{self, Read},
    path::Path,
    process::Command,
};

use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{Offset, TimeZone},
};
use vcm_core::{
    hash::Seed,
    schedule::{EstimateOptions, HistoryPost, HourEstimate, estimate_hours},
};

use self::methods::METHODS;
use super::{Row, Setting};

/// Cuts in percent of a page's posts: the one of the reference, and rolling ones.
const FINAL: &[usize] = &[70];
const ROLLING: &[usize] = &[30, 35, 40, 45, 50, 55, 60, 65, 70];

/// Pages by name, each in time order.
type Pages = BTreeMap<String, Vec<HistoryPost>>;

/// The pages' own clock: UTC-5 without daylight saving.
fn zone() -> TimeZone {
    TimeZone::fixed(Offset::constant(-5))
}

/// Every figure of this engine.
pub fn run(setting: &Setting) -> io::Result<Vec<Row>> {
    let mut rows = Vec::new();
    if let Some(pages) = pages(&setting.data.join("posts/facebook-pages-2016.csv.gz")) {
        for (half, name) in [(None, "all pages"), (Some(0), "tuning half"), (Some(1), "unseen half")] {
            let chosen: Pages = pages
                .iter()
                .filter(|(page, _)| half.is_none_or(|half| half_of(page) == half))
                .map(|(page, posts)| (page.clone(), posts.clone()))
                .collect();
            for (last, label) in [(None, "all history"), (Some(200), "last 200"), (Some(60), "last 60")] {
                let set = format!("facebook-pages-2016, {name} ({})", chosen.len());
                rows.extend(uplift_rows(&chosen, last, &set, label, half.is_none()));
                rows.push(coverage_row(&chosen, last, &set, label));
            }
        }
    }
    rows.extend(assignment::rows(setting)?);
    Ok(rows)
}

/// Ours beside the account's raw hourly mean; on all pages beside every other method.
fn uplift_rows(pages: &Pages, last: Option<usize>, set: &str, label: &str, every: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (cuts, protocol) in [(FINAL, "70 % cut"), (ROLLING, "rolling cuts")] {
        let ours = gains(pages, last, cuts, ours);
        // Beside other pages' hours only once: each cut of each page would read all other pages again.
        let asked = |name: &str| every && (cuts.len() == 1 || !name.contains("other pages"));
        for (name, method) in METHODS.iter().filter(|(name, _)| asked(name) || name.starts_with("raw")) {
            let theirs = gains(pages, last, cuts, *method);
            let (error, difference) = (standard_error(&ours), paired_error(&ours, &theirs));
            rows.push(Row {
                engine: "slots",
                set: set.into(),
                metric: format!("held-out uplift of top-3 hours, {label}, {protocol}"),
                ours: mean(&ours).exp(),
                baseline: Some(mean(&theirs).exp()),
                note: format!(
                    "baseline: {name}; standard error over pages {error:.3}, of the difference {difference:.3}"
                ),
            });
        }
    }
    rows
}

fn coverage_row(pages: &Pages, last: Option<usize>, set: &str, label: &str) -> Row {
    Row {
        engine: "slots",
        set: set.into(),
        metric: format!("90 % intervals that hold the later hour mean, {label}, rolling cuts"),
        ours: coverage(pages, last),
        baseline: Some(0.9),
        note: "hours with 20 held-out posts; their own sampling error (clustered by day) added to the interval".into(),
    }
}

/// Scores of our estimate.
fn ours(page: &[HistoryPost], train: std::ops::Range<usize>, _pages: &Pages) -> [f64; 24] {
    let mut scores = [f64::NEG_INFINITY; 24];
    for row in estimates(page, train) {
        if let Some(score) = scores.get_mut(usize::from(row.hour)) {
            *score = row.score;
        }
    }
    scores
}

fn estimates(page: &[HistoryPost], train: std::ops::Range<usize>) -> Vec<HourEstimate> {
    let now = page.get(train.end).map_or(Timestamp::MAX, |post| post.at);
    // These counts were read weeks after the last post: all are mature.
    let options = EstimateOptions { maturity_hours: 0, weekend_from_posts: None, ..EstimateOptions::default() };
    estimate_hours(page.get(train).unwrap_or_default(), &zone(), now, &options)
}

/// Train and held-out ranges of a page for a cut.
fn split(posts: usize, cut: usize, last: Option<usize>) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
    let (cut, end) = (posts * cut / 100, (posts * (cut + 30) / 100).min(posts));
    (last.map_or(0, |last| cut.saturating_sub(last))..cut, cut..end)
}

/// Per page: mean over cuts of the log of the engagement in the three best hours over that of all held-out posts.
fn gains(pages: &Pages, last: Option<usize>, cuts: &[usize], method: methods::Method) -> Vec<f64> {
    let of_page = |posts: &Vec<HistoryPost>| {
        let gains: Vec<f64> = cuts
            .iter()
            .filter_map(|cut| {
                let (train, held_out) = split(posts.len(), *cut, last);
                let hours = hours(posts.get(held_out)?);
                let scores = method(posts, train, pages);
                let mut eligible: Vec<(f64, (f64, f64))> =
                    scores.into_iter().zip(hours).filter(|(_, hour)| hour.1 >= 5.0).collect();
                eligible.sort_by(|a, b| b.0.total_cmp(&a.0));
                let top = eligible.iter().take(3).map(|(_, hour)| hour);
                let (sum, count) = top.fold((0.0, 0.0), |(sum, count), hour| (sum + hour.0, count + hour.1));
                (count > 0.0).then_some(sum / count)
            })
            .collect();
        (!gains.is_empty()).then(|| mean(&gains))
    };
    pages.values().filter_map(of_page).collect()
}

/// Share of 90 % intervals that hold the later mean of their hour.
fn coverage(pages: &Pages, last: Option<usize>) -> f64 {
    let (mut inside, mut all) = (0.0, 0.0);
    for posts in pages.values() {
        for cut in ROLLING {
            let (train, held_out) = split(posts.len(), *cut, last);
            let estimates = estimates(posts, train);
            let held_out = posts.get(held_out).unwrap_or_default();
            let total = held_out.len().max(1) as f64;
            let residuals = residuals(held_out);
            // Both sides are relative to the mean of the posts at hand.
            let score = |hour: u8| estimates.iter().find(|row| row.hour == hour).map_or(0.0, |row| row.score);
            let centre: f64 = residuals.iter().map(|(hour, ..)| score(*hour as u8) / total).sum();
            for row in &estimates {
                let mut days: BTreeMap<i64, (f64, f64)> = BTreeMap::new();
                for (_, day, residual) in residuals.iter().filter(|(hour, ..)| *hour == usize::from(row.hour)) {
                    let sums = days.entry(*day).or_default();
                    *sums = (sums.0 + residual, sums.1 + 1.0);
                }
                let (sum, count) = days.values().fold((0.0, 0.0), |all, day| (all.0 + day.0, all.1 + day.1));
                if count < 20.0 || days.len() < 2 {
                    continue;
                }
                let found = sum / count;
                let squares: f64 = days.values().map(|(sum, posts)| (sum - posts * found).powi(2)).sum();
                let clusters = days.len() as f64;
                let noise = squares / (count * count) * clusters / (clusters - 1.0);
                let sd = (row.high - row.low) / (2.0 * 1.644_853_626_951_472_2);
                let reach = 1.644_853_626_951_472_2 * (sd * sd + noise).sqrt();
                all += 1.0;
                inside += f64::from(u8::from((found - (row.score - centre)).abs() <= reach));
            }
        }
    }
    inside / f64::max(all, 1.0)
}

/// Hour, day and residual of each post.
fn residuals(posts: &[HistoryPost]) -> Vec<(usize, i64, f64)> {
    let mut formats: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for post in posts {
        let sums = formats.entry(&post.format).or_default();
        *sums = (sums.0 + post.engagement.ln_1p(), sums.1 + 1.0);
    }
    let of_post = |post: &HistoryPost| {
        let (sum, count) = formats.get(post.format.as_str()).copied().unwrap_or((0.0, 1.0));
        let local = zone().to_datetime(post.at);
        let day = i64::from(local.year()) * 366 + i64::from(local.day_of_year());
        (usize::try_from(local.hour()).unwrap_or(0), day, post.engagement.ln_1p() - sum / count)
    };
    posts.iter().map(of_post).collect()
}

/// Sum and number of residuals in each hour.
fn hours(posts: &[HistoryPost]) -> [(f64, f64); 24] {
    let mut hours = [(0.0, 0.0); 24];
    for (hour, _, residual) in residuals(posts) {
        if let Some(hour) = hours.get_mut(hour) {
            *hour = (hour.0 + residual, hour.1 + 1.0);
        }
    }
    hours
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Bootstrap over pages of the mean's exponential.
fn standard_error(values: &[f64]) -> f64 {
    let zeros = vec![0.0; values.len()];
    paired_error(values, &zeros)
}

/// Bootstrap over pages of the difference of two uplifts.
fn paired_error(ours: &[f64], theirs: &[f64]) -> f64 {
    let mut random = Seed(11).stream("bench/slots/bootstrap");
    let draws: Vec<f64> = (0..1_000)
        .map(|_| {
            let picked: Vec<usize> = ours.iter().map(|_| random.below(ours.len())).collect();
            let of = |values: &[f64]| {
                mean(&picked.iter().filter_map(|at| values.get(*at).copied()).collect::<Vec<_>>()).exp()
            };
            of(ours) - of(theirs)
        })
        .collect();
    let centre = mean(&draws);
    mean(&draws.iter().map(|draw| (draw - centre).powi(2)).collect::<Vec<_>>()).sqrt()
}

/// Pages with 400 posts or more, each in time order.
fn pages(file: &Path) -> Option<Pages> {
    let output = Command::new("gzip").arg("-dc").arg(file).output().ok().filter(|output| output.status.success())?;
    let mut pages = Pages::new();
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
