//! Charts as inline SVG, drawn with plotters. Each has a title and a description for people who cannot see it, and a table that
//! says the same. Colours that follow light and dark are drawn as the marker colours of [`ink`]; the style sheet replaces them.
//! Read: `hours` (the curve and the heat map), `days`, `ladder`.

mod days;
mod hours;
mod ladder;

use plotters::{
    coord::Shift,
    prelude::{DrawingArea, DrawingAreaErrorKind, IntoFont, IntoTextStyle, RGBColor, SVGBackend},
    style::{
        Color, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};
use serde::Serialize;
use vcm_core::{Error, ErrorKind, Result, platform::Platform};

pub(super) use self::{days::posts_per_day, hours::hours, ladder::ladders};

/// A chart with what it says in words.
#[derive(Debug, Serialize)]
pub(super) struct Plot {
    /// What it shows.
    title: String,
    /// The drawing.
    svg: String,
    table: Table,
}

/// The same as numbers.
#[derive(Debug, Default, Serialize)]
struct Table {
    head: Vec<String>,
    /// The first cell names the row.
    rows: Vec<Vec<String>>,
}

/// Marker colours: `templates/style.css` gives them their light and dark values.
mod ink {
    use plotters::style::RGBColor;

    pub(super) const TEXT: RGBColor = RGBColor(1, 1, 1);
    pub(super) const GRID: RGBColor = RGBColor(2, 2, 2);
    pub(super) const BAND: RGBColor = RGBColor(3, 3, 3);
    pub(super) const LINE: RGBColor = RGBColor(4, 4, 4);
    pub(super) const CHOSEN: RGBColor = RGBColor(5, 5, 5);
}

type Canvas<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Drawn = std::result::Result<(), DrawingAreaErrorKind<std::io::Error>>;

/// Draws a chart of a size in CSS pixels.
fn draw(
    id: &str,
    (title, description): (&str, &str),
    (width, height): (u32, u32),
    paint: impl FnOnce(&Canvas<'_>) -> Drawn,
) -> Result<String> {
    let failed = |error: DrawingAreaErrorKind<std::io::Error>| {
        Error::new(ErrorKind::Unexpected, "report_html", "a chart cannot be drawn").with("reason", error)
    };
    let mut drawn = String::new();
    {
        let area = <SVGBackend<'_> as plotters::prelude::IntoDrawingArea>::into_drawing_area(SVGBackend::with_string(
            &mut drawn,
            (width, height),
        ));
        paint(&area).map_err(failed)?;
        area.present().map_err(failed)?;
    }
    let body = drawn
        .split_once(">\n")
        .map_or("", |(_, body)| body)
        .replace(" opacity=\"1\"", "")
        .replace(" stroke=\"none\"", "");
    let body = body.replace(" font-family=\"sans-serif\"", "");
    // The size is the style sheet's: a chart shrinks on a phone and never grows past its own pixels.
    Ok(format!(
        "<svg class=\"plot\" viewBox=\"0 0 {width} {height}\" style=\"max-width:{width}px\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>\n{body}",
        escaped(title),
        escaped(description)
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// Text of a height in pixels, placed by its anchor.
fn text_style(px: f64, colour: RGBColor, horizontal: HPos, vertical: VPos) -> TextStyle<'static> {
    // The backend divides sizes by this.
    const POINTS: f64 = 1.24;
    ("sans-serif", px * POINTS)
        .into_font()
        .color(&colour.to_rgba())
        .pos(Pos::new(horizontal, vertical))
        .into_text_style(&(1, 1))
}

/// A text cut to a number of characters.
fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// A colour for each platform that the colour-blind tell apart (Okabe and Ito 2008, and two greys).
fn platform_colour(platform: Platform) -> RGBColor {
    match platform {
        Platform::X => RGBColor(90, 90, 90),
        Platform::Instagram => RGBColor(204, 121, 167),
        Platform::Tiktok => RGBColor(213, 94, 0),
        Platform::Linkedin => RGBColor(0, 114, 178),
        Platform::YoutubeShorts => RGBColor(170, 51, 60),
        Platform::Facebook => RGBColor(70, 130, 220),
        Platform::Threads => RGBColor(150, 150, 150),
        Platform::Pinterest => RGBColor(230, 159, 0),
        Platform::Bluesky => RGBColor(86, 180, 233),
        Platform::Mastodon => RGBColor(0, 158, 115),
    }
}
