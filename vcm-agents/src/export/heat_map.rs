//! The heat map of posting hours: cells for an inline SVG, with how sure each one is.

use std::collections::BTreeMap;

use serde::Serialize;
use vcm_core::schedule::HourEstimate;

const CELL: f64 = 26.0;
const LABELS: f64 = 92.0;
const TOP: f64 = 22.0;

/// One account's map.
#[derive(Debug, Serialize)]
pub(super) struct HeatMap {
    title: String,
    width: f64,
    height: f64,
    rows: Vec<RowLabel>,
    columns: Vec<ColumnLabel>,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct RowLabel {
    text: &'static str,
    y: f64,
}

#[derive(Debug, Serialize)]
struct ColumnLabel {
    text: String,
    x: f64,
}

#[derive(Debug, Serialize)]
struct Cell {
    x: f64,
    y: f64,
    /// Strength among this account's hours, 0 to 1.
    opacity: f64,
    /// Width of the bar that shows the interval, in pixels.
    bar: f64,
    title: String,
}

/// One map for every account and platform in the estimates.
pub(super) fn heat_maps(hours: &[HourEstimate]) -> Vec<HeatMap> {
    let mut groups: BTreeMap<(String, String), Vec<&HourEstimate>> = BTreeMap::new();
    for hour in hours.iter().filter(|hour| hour.hour < 24 && hour.score.is_finite()) {
        let platform = hour.platform.map(|platform| platform.label().to_owned()).unwrap_or_default();
        groups.entry((platform, hour.account.clone())).or_default().push(hour);
    }
    groups.into_iter().map(|((platform, account), hours)| heat_map(&platform, &account, &hours)).collect()
}

fn heat_map(platform: &str, account: &str, hours: &[&HourEstimate]) -> HeatMap {
    let title = [platform, account].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let (low, high) = hours
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), hour| (low.min(hour.score), high.max(hour.score)));
    let widest = hours.iter().map(|hour| hour.high - hour.low).filter(|width| width.is_finite()).fold(1e-9, f64::max);
    let by_weekday = hours.iter().any(|hour| hour.weekday.is_some());
    let names = if by_weekday {
        vec!["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    } else {
        vec!["Every day"]
    };
    let cells = hours
        .iter()
        .map(|hour| {
            let row = hour.weekday.map_or(0, |day| day.clamp(1, 7) - 1);
            let day = names.get(usize::from(row)).copied().unwrap_or("Every day");
            Cell {
                x: LABELS + f64::from(hour.hour) * CELL,
                y: TOP + f64::from(row) * CELL,
                opacity: round(0.08 + 0.92 * (hour.score - low) / (high - low).max(1e-9)),
                bar: round(((hour.high - hour.low) / widest).clamp(0.0, 1.0) * (CELL - 8.0)),
                title: format!(
                    "{day} {:02}:00: {:+.2} (90 % interval {:+.2} to {:+.2}), {} own posts",
                    hour.hour, hour.score, hour.low, hour.high, hour.posts
                ),
            }
        })
        .collect();
    HeatMap {
        title: if title.is_empty() { "All accounts".to_owned() } else { title },
        width: LABELS + 24.0 * CELL + 4.0,
        height: TOP + names.len() as f64 * CELL + 4.0,
        rows: names
            .into_iter()
            .enumerate()
            .map(|(row, text)| RowLabel { text, y: TOP + row as f64 * CELL + CELL * 0.68 })
            .collect(),
        columns: (0..24)
            .step_by(3)
            .map(|hour| ColumnLabel { text: format!("{hour:02}"), x: LABELS + f64::from(hour) * CELL + CELL / 2.0 })
            .collect(),
        cells,
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
