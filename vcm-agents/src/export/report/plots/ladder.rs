//! The hashtag ladder of a platform: how strong each rung is.

use plotters::{
    element::{Rectangle, Text},
    style::{
        Color, RGBColor,
        text_anchor::{HPos, VPos},
    },
};
use vcm_core::{
    Result,
    hashtags::{Confidence, HashtagBucket, HashtagLadder},
};

use super::{Plot, Table, draw, ink, short, text_style};

const WIDTH: i32 = 340;
const ROW: i32 = 24;
const LABELS: i32 = 150;

/// One chart a ladder that has rungs.
pub(in super::super) fn ladders(ladders: &[HashtagLadder]) -> Result<Vec<Option<Plot>>> {
    ladders
        .iter()
        .enumerate()
        .map(|(at, ladder)| if ladder.rungs.is_empty() { Ok(None) } else { plot(at, ladder).map(Some) })
        .collect()
}

fn plot(at: usize, ladder: &HashtagLadder) -> Result<Plot> {
    let title = format!("Hashtags for {}", ladder.platform.label());
    let best = ladder.rungs.first().map_or("", |rung| &rung.tag);
    let description = format!("Scores from 0 to 1 of {} tags; the strongest is #{best}.", ladder.rungs.len());
    let height = ladder.rungs.len() as i32 * ROW + 2;
    let svg = draw(&format!("plot-tags-{at}"), (&title, &description), (WIDTH as u32, height as u32), |area| {
        for (row, rung) in ladder.rungs.iter().enumerate() {
            let middle = row as i32 * ROW + ROW / 2;
            let style = text_style(13.0, ink::TEXT, HPos::Left, VPos::Center);
            area.draw(&Text::new(short(&format!("#{}", rung.tag), 20), (0, middle), style))?;
            let room = f64::from(WIDTH - LABELS - 34);
            let length = (rung.score.clamp(0.0, 1.0) * room).round() as i32;
            area.draw(&Rectangle::new([(LABELS, middle - 6), (WIDTH - 34, middle + 6)], ink::GRID.filled()))?;
            area.draw(&Rectangle::new(
                [(LABELS, middle - 6), (LABELS + length, middle + 6)],
                size_colour(rung.bucket).filled(),
            ))?;
            let style = text_style(12.0, ink::TEXT, HPos::Right, VPos::Center);
            area.draw(&Text::new(format!("{:.2}", rung.score), (WIDTH, middle), style))?;
        }
        Ok(())
    })?;
    let rows = ladder.rungs.iter().map(|rung| {
        vec![
            format!("#{}", rung.tag),
            format!("{:.2}", rung.score),
            size_name(rung.bucket).to_owned(),
            rung.saturation.map_or_else(|| "unknown".to_owned(), super::super::format::percent),
            match rung.confidence {
                Confidence::Ok => "enough",
                Confidence::Thin => "thin",
                Confidence::None => "none",
            }
            .to_owned(),
            rung.why.join("; "),
        ]
    });
    let head = ["Tag", "Score", "Size", "How crowded", "Data", "Why"].map(str::to_owned).to_vec();
    Ok(Plot { title, svg, table: Table { head, rows: rows.collect() } })
}

fn size_name(size: HashtagBucket) -> &'static str {
    match size {
        HashtagBucket::High => "large",
        HashtagBucket::Medium => "medium",
        HashtagBucket::Niche => "niche",
        HashtagBucket::Own => "your own, not seen yet",
    }
}

/// Darker is larger (ColorBrewer's blues); a tag that was never seen has the colour of none of them.
fn size_colour(size: HashtagBucket) -> RGBColor {
    match size {
        HashtagBucket::High => RGBColor(8, 81, 156),
        HashtagBucket::Medium => RGBColor(66, 146, 198),
        HashtagBucket::Niche => RGBColor(120, 170, 215),
        HashtagBucket::Own => RGBColor(217, 130, 30),
    }
}
