//! How strong each hour is: a curve with its interval for every account, and a heat map of all.
//!
//! A score is a log ratio to the account's usual engagement; it is shown as a change in per cent. The map's scale diverges from
//! orange over white to blue, which people with any colour vision tell apart, and every cell says its number.

use std::collections::{BTreeMap, BTreeSet};

use plotters::{
    element::{Circle, PathElement, Polygon, Rectangle, Text},
    style::{
        Color, RGBColor,
        text_anchor::{HPos, VPos},
    },
};
use vcm_core::{Result, kit::Kit, platform::Platform, schedule::HourEstimate};

use super::{
    super::{calendar::local_time, format},
    Plot, Table, draw, ink, short, text_style,
};

/// Most columns that a cell's number still fits on a phone.
const MOST_COLUMNS: usize = 7;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The charts of the posting hours.
#[derive(Debug, serde::Serialize)]
pub(in super::super) struct Hours {
    maps: Vec<Plot>,
    curves: Vec<Plot>,
}

/// A column of the heat map: one account, or one account's day of the week.
struct Column<'a> {
    name: String,
    account: String,
    /// By hour.
    cells: BTreeMap<u8, &'a HourEstimate>,
    /// Hours in which a post goes out.
    chosen: BTreeSet<u8>,
}

pub(in super::super) fn hours(kit: &Kit) -> Result<Hours> {
    let columns = columns(kit);
    let by_weekday = kit.content.schedule.hours.iter().any(|hour| hour.weekday.is_some());
    let mut groups: Vec<(String, Vec<&Column<'_>>)> = Vec::new();
    for column in &columns {
        // A map holds one account's week, or as many accounts as fit.
        match groups.last_mut() {
            Some((account, group)) if group.len() < MOST_COLUMNS && (!by_weekday || *account == column.account) => {
                group.push(column);
            }
            _ => groups.push((column.account.clone(), vec![column])),
        }
    }
    let maps = groups
        .iter()
        .enumerate()
        .map(|(at, (account, group))| map(at, if by_weekday { account } else { "" }, group))
        .collect::<Result<_>>()?;
    let curves = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !by_weekday && column.cells.len() > 1)
        .map(|(at, column)| curve(at, column))
        .collect::<Result<_>>()?;
    Ok(Hours { maps, curves })
}
/// Platform, account, day of the week: what one curve is about.
type Group<'a> = (Option<Platform>, &'a str, Option<u8>);

fn columns(kit: &Kit) -> Vec<Column<'_>> {
    let schedule = &kit.content.schedule;
    let mut groups: BTreeMap<Group<'_>, BTreeMap<u8, &HourEstimate>> = BTreeMap::new();
    let finite = |hour: &HourEstimate| [hour.score, hour.low, hour.high].iter().all(|value| value.is_finite());
    for hour in schedule.hours.iter().filter(|hour| hour.hour < 24 && finite(hour)) {
        let weekday = hour.weekday.map(|day| day.clamp(1, 7));
        groups.entry((hour.platform, &hour.account, weekday)).or_default().insert(hour.hour, hour);
    }
    let name = |platform: Option<Platform>, account: &str, weekday: Option<u8>| {
        let place = platform.map_or_else(|| account.to_owned(), |platform| format::short_name(platform).to_owned());
        match weekday.and_then(|day| WEEKDAYS.get(usize::from(day) - 1)) {
            Some(day) => (*day).to_owned(),
            None if place.is_empty() => "All".to_owned(),
            None => place,
        }
    };
    groups
        .into_iter()
        .map(|((platform, account, weekday), cells)| Column {
            name: name(platform, account, weekday),
            account: [platform.map_or("", Platform::label), account]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            chosen: schedule
                .entries
                .iter()
                .filter(|entry| platform.is_none_or(|platform| platform == entry.platform))
                .filter(|entry| account.is_empty() || entry.account == account)
                .filter_map(local_time)
                .filter(|at| weekday.is_none_or(|day| at.weekday().to_monday_one_offset() == day as i8))
                .map(|at| at.hour() as u8)
                .collect(),
            cells,
        })
        .collect()
}

fn map(at: usize, account: &str, columns: &[&Column<'_>]) -> Result<Plot> {
    const LABELS: i32 = 42;
    const CELL: (i32, i32) = (44, 21);
    const TOP: i32 = 22;
    let title = if account.is_empty() { "Hours of all accounts".to_owned() } else { format!("Hours of {account}") };
    let cells = || columns.iter().flat_map(|column| column.cells.values());
    let widest = cells().map(|hour| hour.score.abs()).fold(0.05, f64::max);
    let (lowest, highest) =
        cells().fold((0.0_f64, 0.0_f64), |(low, high), hour| (low.min(hour.low), high.max(hour.high)));
    let best = columns
        .iter()
        .flat_map(|column| column.cells.values().map(move |hour| (column, hour)))
        .max_by(|a, b| a.1.score.total_cmp(&b.1.score));
    let description = best.map_or_else(String::new, |(column, hour)| {
        format!(
            "Expected engagement by hour against the usual, in per cent. The strongest is {:02}:00 in {}: {} per cent, with a 90 per cent interval from {} to {}.",
            hour.hour,
            column.name,
            format::change(hour.score),
            format::change(hour.low),
            format::change(hour.high)
        )
    });
    let width = LABELS + columns.len() as i32 * CELL.0;
    let height = TOP + 24 * CELL.1;
    let svg = draw(&format!("plot-map-{at}"), (&title, &description), (width as u32, height as u32), |area| {
        for hour in (0..24).step_by(2) {
            let style = text_style(11.0, ink::TEXT, HPos::Left, VPos::Center);
            area.draw(&Text::new(format!("{hour:02}:00"), (0, TOP + hour * CELL.1 + CELL.1 / 2), style))?;
        }
        for (place, column) in columns.iter().enumerate() {
            let left = LABELS + place as i32 * CELL.0;
            let style = text_style(10.0, ink::TEXT, HPos::Center, VPos::Center);
            area.draw(&Text::new(short(&column.name, 9), (left + CELL.0 / 2, TOP / 2), style))?;
            for (hour, estimate) in &column.cells {
                let top = TOP + i32::from(*hour) * CELL.1;
                let (ground, ink) = heat(estimate.score / widest);
                area.draw(&Rectangle::new(
                    [(left + 1, top + 1), (left + CELL.0 - 1, top + CELL.1 - 1)],
                    ground.filled(),
                ))?;
                let style = text_style(10.0, ink, HPos::Center, VPos::Center);
                area.draw(&Text::new(format::change(estimate.score), (left + CELL.0 / 2, top + 8), style))?;
                let across = |value: f64| {
                    left + 4 + ((value - lowest) / (highest - lowest).max(1e-9) * f64::from(CELL.0 - 8)).round() as i32
                };
                area.draw(&Rectangle::new(
                    [(across(estimate.low), top + 16), (across(estimate.high), top + 18)],
                    ink.filled(),
                ))?;
                if column.chosen.contains(hour) {
                    let frame = ink::CHOSEN.stroke_width(2);
                    let (right, bottom) = (left + CELL.0 - 2, top + CELL.1 - 2);
                    let corners = [
                        (left + 1, top + 1),
                        (right, top + 1),
                        (right, bottom),
                        (left + 1, bottom),
                        (left + 1, top + 1),
                    ];
                    area.draw(&PathElement::new(corners, frame))?;
                }
            }
        }
        Ok(())
    })?;
    let head = std::iter::once("Hour".to_owned()).chain(columns.iter().map(|column| column.name.clone()));
    let rows = (0..24_u8).map(|hour| {
        let cell =
            |column: &&Column<'_>| column.cells.get(&hour).map_or_else(|| "–".to_owned(), |found| interval(found));
        std::iter::once(format!("{hour:02}:00")).chain(columns.iter().map(cell)).collect()
    });
    let table = Table { head: head.collect(), rows: rows.collect() };
    Ok(Plot { title, svg, table })
}

/// `+7 % (−11 to +29), 6 posts`.
fn interval(hour: &HourEstimate) -> String {
    format!(
        "{}\u{a0}% ({} to {}), {}",
        format::change(hour.score),
        format::change(hour.low),
        format::change(hour.high),
        format::count(hour.posts as usize, "post", "posts")
    )
}

/// Ground and ink of a cell for a strength from -1 to 1: ColorBrewer's PuOr without its violet, orange to blue.
fn heat(strength: f64) -> (RGBColor, RGBColor) {
    const LOW: [f64; 3] = [179.0, 88.0, 6.0];
    const MIDDLE: [f64; 3] = [247.0, 247.0, 247.0];
    const HIGH: [f64; 3] = [5.0, 80.0, 150.0];
    let strength = strength.clamp(-1.0, 1.0);
    let end = if strength < 0.0 { LOW } else { HIGH };
    // The full end would leave middle shades on which neither ink reads.
    let share = strength.abs().powf(0.8);
    let mixed: Vec<f64> = MIDDLE.iter().zip(end).map(|(from, to)| from + (to - from) * share).collect();
    let channel = |at: usize| mixed.get(at).copied().unwrap_or(0.0).round() as u8;
    let ground = RGBColor(channel(0), channel(1), channel(2));
    (ground, if contrast(ground, BLACK) >= contrast(ground, WHITE) { BLACK } else { WHITE })
}

const BLACK: RGBColor = RGBColor(0, 0, 0);
const WHITE: RGBColor = RGBColor(255, 255, 255);

/// Contrast of two colours, 1 to 21 (WCAG 2.2).
fn contrast(left: RGBColor, right: RGBColor) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let luminance =
        |RGBColor(red, green, blue): RGBColor| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (left, right) = (luminance(left), luminance(right));
    (left.max(right) + 0.05) / (left.min(right) + 0.05)
}

fn curve(at: usize, column: &Column<'_>) -> Result<Plot> {
    const SIZE: (i32, i32) = (340, 170);
    const LEFT: i32 = 36;
    const TOP: i32 = 8;
    const BOTTOM: i32 = 146;
    let title = format!(
        "Expected engagement by hour, {}",
        if column.account.is_empty() { "all accounts" } else { &column.account }
    );
    let chosen: Vec<String> = column.chosen.iter().map(|hour| format!("{hour:02}:00")).collect();
    let description = if chosen.is_empty() {
        "A line with its 90 per cent interval. No post goes out here.".to_owned()
    } else {
        format!("A line with its 90 per cent interval. Posts go out at {}.", format::list(&chosen))
    };
    let percent = |score: f64| (score.exp() - 1.0) * 100.0;
    let values = || column.cells.values();
    let low = values().map(|hour| percent(hour.low)).fold(0.0, f64::min);
    let high = values().map(|hour| percent(hour.high)).fold(0.0, f64::max);
    let x = |hour: u8| LEFT + (f64::from(hour) / 23.0 * f64::from(SIZE.0 - LEFT - 8)).round() as i32;
    let y = |value: f64| BOTTOM - ((value - low) / (high - low).max(1e-9) * f64::from(BOTTOM - TOP)).round() as i32;
    let svg = draw(&format!("plot-curve-{at}"), (&title, &description), (SIZE.0 as u32, SIZE.1 as u32), |area| {
        let upper = values().map(|hour| (x(hour.hour), y(percent(hour.high))));
        let lower = values().rev().map(|hour| (x(hour.hour), y(percent(hour.low))));
        area.draw(&Polygon::new(upper.chain(lower).collect::<Vec<_>>(), ink::BAND.filled()))?;
        for value in [low, 0.0, high] {
            area.draw(&Rectangle::new([(LEFT, y(value)), (SIZE.0, y(value) + 1)], ink::GRID.filled()))?;
        }
        for value in [low, 0.0, high] {
            // Labels that would run into the usual's are left out.
            if value == 0.0 || (y(value) - y(0.0)).abs() > 13 {
                let label =
                    if value == 0.0 { "usual".to_owned() } else { format!("{value:+.0} %").replace('-', "\u{2212}") };
                let style = text_style(10.5, ink::TEXT, HPos::Right, VPos::Center);
                area.draw(&Text::new(label, (LEFT - 4, y(value)), style))?;
            }
        }
        let line: Vec<(i32, i32)> = values().map(|hour| (x(hour.hour), y(percent(hour.score)))).collect();
        area.draw(&PathElement::new(line, ink::LINE.stroke_width(2)))?;
        for hour in values().filter(|hour| column.chosen.contains(&hour.hour)) {
            area.draw(&Circle::new((x(hour.hour), y(percent(hour.score))), 4, ink::CHOSEN.filled()))?;
        }
        for hour in [0, 6, 12, 18, 23] {
            let style = text_style(10.5, ink::TEXT, HPos::Center, VPos::Top);
            area.draw(&Text::new(format!("{hour:02}"), (x(hour), BOTTOM + 8), style))?;
        }
        Ok(())
    })?;
    let rows = column.cells.values().map(|hour| {
        let goes = if column.chosen.contains(&hour.hour) { "yes" } else { "" };
        vec![format!("{:02}:00", hour.hour), interval(hour), goes.to_owned()]
    });
    let head = ["Hour", "Expected (90\u{a0}% interval)", "Posts go out"].map(str::to_owned).to_vec();
    Ok(Plot { title, svg, table: Table { head, rows: rows.collect() } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shade_of_the_map_can_be_read() {
        for step in -100..=100 {
            let (ground, ink) = heat(f64::from(step) / 100.0);
            assert!(contrast(ground, ink) >= 4.5, "{step}: {ground:?}");
        }
    }
}
