//! Shapes behind the text, chosen by a card's seed: quiet, large, and never under the contrast that text needs. Next:
//! [`super::card`].

use resvg::tiny_skia::PathBuilder;
use vcm_core::hash::{Seed, SeededRandom};

use super::{
    canvas::{Area, Canvas},
    colour::Scheme,
};

/// Draws one of eight motifs in the scheme's shape colour.
pub(super) fn draw(canvas: &mut Canvas, scheme: &Scheme, width: f32, height: f32, seed: u64) {
    let mut random = Seed(seed).stream("card background");
    let mut sheet = Sheet { canvas, scheme, width, height, unit: width.min(height) };
    match random.below(8) {
        0 => sheet.discs(&mut random),
        1 => sheet.rings(&mut random),
        2 => sheet.bands(&mut random),
        3 => sheet.dots(&mut random),
        4 => sheet.waves(&mut random),
        5 => sheet.border(&mut random),
        6 => sheet.steps(&mut random),
        _ => sheet.split(&mut random),
    }
}

struct Sheet<'a> {
    canvas: &'a mut Canvas,
    scheme: &'a Scheme,
    width: f32,
    height: f32,
    /// The shorter side.
    unit: f32,
}

impl Sheet<'_> {
    /// A corner, never the upper left where text starts.
    fn corner(&self, random: &mut SeededRandom) -> (f32, f32) {
        match random.below(3) {
            0 => (self.width, 0.0),
            1 => (self.width, self.height),
            _ => (0.0, self.height),
        }
    }

    fn fill(&mut self, builder: PathBuilder) {
        self.canvas.fill(builder, self.scheme.shape);
    }

    fn discs(&mut self, random: &mut SeededRandom) {
        let (x, y) = self.corner(random);
        let radius = self.unit * between(random, 0.42, 0.62);
        self.canvas.disc(x, y, radius, self.scheme.shape);
        let (other_x, other_y) = (self.width - x, between(random, 0.1, 0.9) * self.height);
        let small = self.unit * between(random, 0.06, 0.12);
        self.canvas.disc(other_x, other_y, small, self.scheme.shape);
    }

    fn rings(&mut self, random: &mut SeededRandom) {
        let (x, y) = self.corner(random);
        let step = self.unit * between(random, 0.09, 0.13);
        for ring in 1..=6 {
            let mut builder = PathBuilder::new();
            builder.push_circle(x, y, step * ring as f32);
            self.canvas.stroke(builder, self.scheme.shape, step * 0.34);
        }
    }

    fn bands(&mut self, random: &mut SeededRandom) {
        let lean = between(random, 0.25, 0.5) * self.height;
        let start = between(random, 0.62, 0.74) * self.width;
        let band = self.width * 0.11;
        for index in 0..2 {
            let left = start + index as f32 * band * 1.9;
            let mut builder = PathBuilder::new();
            builder.move_to(left + lean, 0.0);
            builder.line_to(left + lean + band, 0.0);
            builder.line_to(left + band - lean * 0.2, self.height);
            builder.line_to(left - lean * 0.2, self.height);
            builder.close();
            self.fill(builder);
        }
    }

    fn dots(&mut self, random: &mut SeededRandom) {
        let step = self.unit * 0.045;
        let (columns, rows) = (9 + random.below(4), 7 + random.below(4));
        let (x, y) = self.corner(random);
        let (across, down) = (if x > 0.0 { -1.0 } else { 1.0 }, if y > 0.0 { -1.0 } else { 1.0 });
        let mut builder = PathBuilder::new();
        for row in 0..rows {
            for column in 0..columns {
                let fade = 1.0 - (row + column) as f32 / (rows + columns) as f32;
                let (right, below) = (step * (column as f32 + 0.9), step * (row as f32 + 0.9));
                builder.push_circle(x + across * right, y + down * below, step * 0.24 * fade);
            }
        }
        self.fill(builder);
    }

    fn waves(&mut self, random: &mut SeededRandom) {
        let (width, height) = (self.width, self.height);
        let top = height * between(random, 0.84, 0.90);
        let swell = height * between(random, 0.05, 0.09);
        let turn = between(random, 0.3, 0.7) * width;
        let mut builder = PathBuilder::new();
        builder.move_to(0.0, top);
        builder.cubic_to(turn * 0.6, top - swell * 2.0, turn * 1.2, top + swell * 1.6, width, top - swell);
        builder.line_to(width, height);
        builder.line_to(0.0, height);
        builder.close();
        self.fill(builder);
    }

    /// A frame around the card.
    fn border(&mut self, random: &mut SeededRandom) {
        let edge = self.unit * between(random, 0.020, 0.032);
        let whole = Area { x: 0.0, y: 0.0, width: self.width, height: self.height };
        let round = if random.below(2) == 0 { 0.0 } else { self.unit * 0.05 };
        self.canvas.panel(whole, 0.0, self.scheme.shape);
        self.canvas.panel(whole.inset(edge), round, self.scheme.ground);
    }

    /// Bars that rise towards a side.
    fn steps(&mut self, random: &mut SeededRandom) {
        let count = 5 + random.below(3);
        let span = self.width * between(random, 0.34, 0.46);
        let most = self.height * between(random, 0.34, 0.52);
        let bar = span / count as f32;
        for index in 0..count {
            let rise = (index + 1) as f32 / count as f32;
            let height = most * rise * rise;
            let x = self.width - span + index as f32 * bar;
            self.canvas.panel(
                Area { x, y: self.height - height, width: bar * 0.72, height: height + 1.0 },
                0.0,
                self.scheme.shape,
            );
        }
    }

    /// A field along one side, beside the text and never under it.
    fn split(&mut self, random: &mut SeededRandom) {
        let (width, height) = (self.width, self.height);
        let field = if width > height * 1.2 {
            let width = width * between(random, 0.026, 0.036);
            Area { x: self.width - width, y: 0.0, width, height }
        } else {
            let tall = height > width * 1.6;
            let deep = if tall { height * 0.18 } else { self.unit * 0.08 + (width * height).sqrt() * 0.05 };
            Area { x: 0.0, y: height - deep, width, height: deep }
        };
        self.canvas.panel(field, 0.0, self.scheme.shape);
    }
}

fn between(random: &mut SeededRandom, low: f32, high: f32) -> f32 {
    low + random.unit() as f32 * (high - low)
}
