//! Glyphs as paths. Next: [`super::canvas`].

use resvg::tiny_skia::PathBuilder;

use super::{fonts::fonts, text::Run};

/// The outlines of a run in pixels.
pub(super) fn outlines(builder: &mut PathBuilder, run: &Run, size: f32, x: f32, y: f32) {
    let scale = size / fonts().units_per_em(run.face);
    for glyph in &run.glyphs {
        let mut pen = Pen { builder, scale, x: x + glyph.x_ems * size, y: y - glyph.y_ems * size };
        fonts().outline(run.face, *glyph, &mut pen);
    }
}

/// Font units with y up, as pixels with y down.
struct Pen<'a> {
    builder: &'a mut PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl skrifa::outline::OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.builder.line_to(x, y);
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        let ((control_x, control_y), (x, y)) = (self.at(control_x, control_y), self.at(x, y));
        self.builder.quad_to(control_x, control_y, x, y);
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, second_x: f32, second_y: f32, x: f32, y: f32) {
        let ((first_x, first_y), (second_x, second_y)) = (self.at(first_x, first_y), self.at(second_x, second_y));
        let (x, y) = self.at(x, y);
        self.builder.cubic_to(first_x, first_y, second_x, second_y, x, y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}
