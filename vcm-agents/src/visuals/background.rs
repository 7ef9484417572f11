//! Shapes behind the text, chosen by a card's seed: quiet, large, and never under the contrast that text needs. Next:
//! [`super::card`].

use std::fmt::Write;

use vcm_core::hash::{Seed, SeededRandom};

use super::{canvas::Canvas, colour::Scheme};

/// Draws one of five motifs in the scheme's shape colour.
pub(super) fn draw(canvas: &mut Canvas, scheme: &Scheme, width: f32, height: f32, seed: u64) {
    let mut random = Seed(seed).stream("card background");
    let unit = width.min(height);
    let motif = random.below(5);
    let drawn = match motif {
        0 => discs(&mut random, width, height, unit),
        1 => rings(&mut random, width, height, unit),
        2 => bands(&mut random, width, height),
        3 => dots(&mut random, width, height, unit),
        _ => waves(&mut random, width, height),
    };
    canvas.shape(format_args!(r#"<g fill="{0}" stroke="{0}" stroke-width="0">{drawn}</g>"#, scheme.shape.hex()));
}

/// A corner of the picture, the upper right and lower left more often: text starts at the upper left.
fn corner(random: &mut SeededRandom, width: f32, height: f32) -> (f32, f32) {
    match random.below(3) {
        0 => (width, 0.0),
        1 => (width, height),
        _ => (0.0, height),
    }
}

fn between(random: &mut SeededRandom, low: f32, high: f32) -> f32 {
    low + random.unit() as f32 * (high - low)
}

fn discs(random: &mut SeededRandom, width: f32, height: f32, unit: f32) -> String {
    let (x, y) = corner(random, width, height);
    let radius = unit * between(random, 0.42, 0.62);
    let (other_x, other_y) = (width - x, between(random, 0.1, 0.9) * height);
    let small = unit * between(random, 0.06, 0.12);
    format!(
        r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}"/><circle cx="{other_x:.1}" cy="{other_y:.1}" r="{small:.1}"/>"#
    )
}

fn rings(random: &mut SeededRandom, width: f32, height: f32, unit: f32) -> String {
    let (x, y) = corner(random, width, height);
    let step = unit * between(random, 0.09, 0.13);
    (1..=6).fold(String::new(), |mut svg, ring| {
        let _ = write!(
            svg,
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="{:.1}" fill="none" stroke-width="{:.1}"/>"#,
            step * ring as f32,
            step * 0.34
        );
        svg
    })
}

fn bands(random: &mut SeededRandom, width: f32, height: f32) -> String {
    let lean = between(random, 0.25, 0.5) * height;
    let start = between(random, 0.62, 0.74) * width;
    let band = width * 0.11;
    (0..2).fold(String::new(), |mut svg, index| {
        let left = start + index as f32 * band * 1.9;
        let _ = write!(
            svg,
            r#"<path d="M{:.1} 0H{:.1}L{:.1} {height:.1}H{:.1}Z"/>"#,
            left + lean,
            left + lean + band,
            left + band - lean * 0.2,
            left - lean * 0.2
        );
        svg
    })
}

fn dots(random: &mut SeededRandom, width: f32, height: f32, unit: f32) -> String {
    let step = unit * 0.045;
    let (columns, rows) = (9 + random.below(4), 7 + random.below(4));
    let (x, y) = corner(random, width, height);
    let (across, down) = (if x > 0.0 { -1.0 } else { 1.0 }, if y > 0.0 { -1.0 } else { 1.0 });
    let mut svg = String::new();
    for row in 0..rows {
        for column in 0..columns {
            let fade = 1.0 - (row + column) as f32 / (rows + columns) as f32;
            let _ = write!(
                svg,
                r#"<circle cx="{:.1}" cy="{:.1}" r="{:.1}"/>"#,
                x + across * step * (column as f32 + 0.9),
                y + down * step * (row as f32 + 0.9),
                step * 0.24 * fade
            );
        }
    }
    svg
}

fn waves(random: &mut SeededRandom, width: f32, height: f32) -> String {
    let top = height * between(random, 0.78, 0.86);
    let swell = height * between(random, 0.05, 0.09);
    let turn = between(random, 0.3, 0.7) * width;
    format!(
        r#"<path d="M0 {top:.1}C{:.1} {:.1} {:.1} {:.1} {width:.1} {:.1}V{height:.1}H0Z"/>"#,
        turn * 0.6,
        top - swell * 2.0,
        turn * 1.2,
        top + swell * 1.6,
        top - swell
    )
}
