//! How many posts go out on each day, stacked by platform.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use plotters::{
    element::{Rectangle, Text},
    style::{
        Color,
        text_anchor::{HPos, VPos},
    },
};
use vcm_core::{Result, kit::Kit, platform::Platform};

use super::{
    super::{calendar::local_time, format},
    Plot, Table, draw, ink, platform_colour, text_style,
};

const WIDTH: i32 = 720;
const LEFT: i32 = 26;
const PLOT_HEIGHT: i32 = 150;
const LEGEND_ROW: i32 = 20;

/// Most days with a bar of their own; longer campaigns have none of this chart's detail to show.
const MOST_DAYS: usize = 400;

/// None when nothing is scheduled.
pub(in super::super) fn posts_per_day(kit: &Kit) -> Result<Option<Plot>> {
    let mut counts: BTreeMap<Date, BTreeMap<Platform, usize>> = BTreeMap::new();
    for entry in &kit.content.schedule.entries {
        if let Some(at) = local_time(entry) {
            *counts.entry(at.date()).or_default().entry(entry.platform).or_default() += 1;
        }
    }
    let (Some(first), Some(last)) = (counts.keys().next().copied(), counts.keys().next_back().copied()) else {
        return Ok(None);
    };
    let schedule = &kit.content.brief.schedule;
    let (first, last) = (first.min(schedule.start), last.max(schedule.end));
    let days: Vec<Date> = first.series(1.day()).take_while(|day| *day <= last).take(MOST_DAYS).collect();
    let platforms: Vec<Platform> = Platform::ALL
        .iter()
        .copied()
        .filter(|platform| counts.values().any(|day| day.contains_key(platform)))
        .collect();
    let most = counts.values().map(|day| day.values().sum::<usize>()).max().unwrap_or(1);
    let total: usize = counts.values().flat_map(BTreeMap::values).sum();
    let title = "Posts a day".to_owned();
    let description = format!(
        "{} on {} from {}; at most {most} on one day.",
        format::count(total, "post", "posts"),
        format::count(platforms.len(), "platform", "platforms"),
        format::span(first, last)
    );
    let legend_rows = platforms.len().div_ceil(5).max(1) as i32;
    let height = 10 + PLOT_HEIGHT + 24 + legend_rows * LEGEND_ROW;
    let svg = draw("plot-days", (&title, &description), (WIDTH as u32, height as u32), |area| {
        let base = 10 + PLOT_HEIGHT;
        let slot = f64::from(WIDTH - LEFT) / days.len().max(1) as f64;
        let level = |posts: usize| base - (posts as f64 / most as f64 * f64::from(PLOT_HEIGHT)).round() as i32;
        let step = most.div_ceil(4).max(1);
        for posts in (0..=most).step_by(step) {
            let y = level(posts);
            area.draw(&Rectangle::new([(LEFT, y), (WIDTH, y + 1)], ink::GRID.filled()))?;
            area.draw(&Text::new(
                posts.to_string(),
                (LEFT - 6, y),
                text_style(11.0, ink::TEXT, HPos::Right, VPos::Center),
            ))?;
        }
        let every = days.len().div_ceil(10).max(1);
        for (at, day) in days.iter().enumerate() {
            let x = LEFT + (at as f64 * slot).round() as i32;
            let right = LEFT + ((at + 1) as f64 * slot).round() as i32 - i32::from(slot > 4.0) * 2;
            let mut under = 0;
            for platform in &platforms {
                let posts = counts.get(day).and_then(|day| day.get(platform)).copied().unwrap_or(0);
                if posts > 0 {
                    let gap = i32::from(under > 0);
                    area.draw(&Rectangle::new(
                        [(x, level(under + posts)), (right, level(under) - gap)],
                        platform_colour(*platform).filled(),
                    ))?;
                    under += posts;
                }
            }
            if at.is_multiple_of(every) {
                let label =
                    if at == 0 || day.day() <= every as i8 { day.strftime("%-d %b") } else { day.strftime("%-d") };
                let style = text_style(11.0, ink::TEXT, HPos::Center, VPos::Top);
                area.draw(&Text::new(label.to_string(), (x.midpoint(right).max(LEFT + 12), base + 6), style))?;
            }
        }
        for (at, platform) in platforms.iter().enumerate() {
            let (x, y) = (LEFT + (at % 5) as i32 * 136, base + 28 + (at / 5) as i32 * LEGEND_ROW);
            area.draw(&Rectangle::new([(x, y), (x + 11, y + 11)], platform_colour(*platform).filled()))?;
            let style = text_style(12.0, ink::TEXT, HPos::Left, VPos::Center);
            area.draw(&Text::new(platform.label(), (x + 17, y + 6), style))?;
        }
        Ok(())
    })?;
    let head = std::iter::once("Day".to_owned()).chain(platforms.iter().map(|platform| platform.label().to_owned()));
    let rows = counts.iter().map(|(day, posts)| {
        let cells = platforms.iter().map(|platform| posts.get(platform).copied().unwrap_or(0).to_string());
        std::iter::once(format::day(*day)).chain(cells).collect()
    });
    let table = Table { head: head.collect(), rows: rows.collect() };
    Ok(Some(Plot { title, svg, table }))
}
