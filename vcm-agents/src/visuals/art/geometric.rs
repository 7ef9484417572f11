//! Families made of circles, squares and straight lines. Next: [`super::flowing`].

use std::f32::consts::TAU;

use resvg::tiny_skia::PathBuilder;

use super::Field;
use crate::visuals::{canvas::Area, colour::Colour};

/// How far the control points of a quarter circle reach, as a share of the radius.
const QUARTER: f32 = 0.552_284_8;

impl Field<'_> {
    /// A grid of quarter circles, half circles, discs and leaves.
    pub(super) fn tiles(&mut self) {
        let across = if self.is_strip() { 1 } else { 2 + self.below(2) };
        let cell = whole_cell(self.short, across);
        let (columns, rows) = ((self.width / cell).ceil() as usize, (self.height / cell).ceil() as usize);
        let mut last = usize::MAX;
        for row in 0..rows {
            for column in 0..columns {
                let (x, y) = (column as f32 * cell, row as f32 * cell);
                let kind = loop {
                    let kind = self.below(8);
                    if kind != last {
                        break kind;
                    }
                };
                last = kind;
                let front = self.below(3);
                // Every third cell stands on a ground of its own.
                if self.below(3) == 0 {
                    let back = self.ink(front + 1);
                    self.square(x, y, cell, back);
                }
                let ink = self.ink(front);
                self.tile(kind, x, y, cell, ink);
            }
        }
    }

    fn tile(&mut self, kind: usize, x: f32, y: f32, cell: f32, ink: Colour) {
        let turn = self.below(4);
        match kind {
            0 | 1 => self.quarter(x, y, cell, turn, ink),
            2 => {
                // Two quarters with one centre: half a disc.
                let middle = cell / 2.0;
                let (x, y) = (x + middle, y + middle);
                self.wedge(x, y, middle, turn, ink);
                self.wedge(x, y, middle, turn + 1, ink);
            }
            3 => self.canvas.disc(x + cell / 2.0, y + cell / 2.0, cell * 0.5, ink),
            4 => {
                self.canvas.disc(x + cell / 2.0, y + cell / 2.0, cell * 0.5, ink);
                let hole = self.colours.ground;
                self.canvas.disc(x + cell / 2.0, y + cell / 2.0, cell * 0.24, hole);
            }
            5 => self.leaf(x, y, cell, turn.is_multiple_of(2), ink),
            6 => {
                let other = self.ink(turn);
                self.quarter(x, y, cell, turn, ink);
                let (left, top) = corner_of(x, y, cell, turn);
                self.wedge(left, top, cell * 0.5, turn, if other == ink { self.colours.ground } else { other });
            }
            _ => {
                let half = cell / 2.0;
                self.quarter(x, y, half, turn, ink);
                self.quarter(x + half, y + half, half, (turn + 2) % 4, ink);
                self.quarter(x + half, y, half, (turn + 1) % 4, ink);
                self.quarter(x, y + half, half, (turn + 3) % 4, ink);
            }
        }
    }

    fn square(&mut self, x: f32, y: f32, side: f32, colour: Colour) {
        // Half a pixel more on every side: neighbours leave no seam.
        self.square_of(Area { x: x - 0.5, y: y - 0.5, width: side + 1.0, height: side + 1.0 }, colour);
    }

    fn square_of(&mut self, area: Area, colour: Colour) {
        self.canvas.panel(area, 0.0, colour);
    }

    /// A quarter of a circle that fills the cell, with its centre in corner `turn`: upper left, upper right, lower right, lower left.
    fn quarter(&mut self, x: f32, y: f32, cell: f32, turn: usize, colour: Colour) {
        let (left, top) = corner_of(x, y, cell, turn);
        self.wedge(left, top, cell, turn, colour);
    }

    fn wedge(&mut self, x: f32, y: f32, radius: f32, turn: usize, colour: Colour) {
        let (across, down) =
            [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)].get(turn % 4).copied().unwrap_or((1.0, 1.0));
        let (right, below) = (x + across * radius, y + down * radius);
        let reach = radius * QUARTER;
        let mut builder = PathBuilder::new();
        builder.move_to(x, y);
        builder.line_to(right, y);
        builder.cubic_to(right, y + down * reach, x + across * reach, below, x, below);
        builder.close();
        self.canvas.fill(builder, colour);
    }

    /// What two quarter circles from opposite corners have in common.
    fn leaf(&mut self, x: f32, y: f32, cell: f32, falls: bool, colour: Colour) {
        let reach = cell * QUARTER;
        let (right, bottom) = (x + cell, y + cell);
        let mut builder = PathBuilder::new();
        if falls {
            builder.move_to(x, y);
            builder.cubic_to(x + reach, y, right, bottom - reach, right, bottom);
            builder.cubic_to(right - reach, bottom, x, y + reach, x, y);
        } else {
            builder.move_to(right, y);
            builder.cubic_to(right - reach, y, x, bottom - reach, x, bottom);
            builder.cubic_to(x + reach, bottom, right, y + reach, right, y);
        }
        builder.close();
        self.canvas.fill(builder, colour);
    }

    /// Nested arcs, cell by cell, each from a corner of its own.
    pub(super) fn arcs(&mut self) {
        let across = if self.is_strip() || self.below(3) == 0 { 1 } else { 2 };
        let cell = whole_cell(self.short, across);
        let (columns, rows) = ((self.width / cell).ceil() as usize, (self.height / cell).ceil() as usize);
        for row in 0..rows {
            for column in 0..columns {
                let (x, y) = (column as f32 * cell, row as f32 * cell);
                let (turn, first) = (self.below(4), self.below(3));
                let (left, top) = corner_of(x, y, cell, turn);
                for ring in 0..5_usize {
                    let radius = cell * (1.0 - ring as f32 * 0.2);
                    let colour = if ring % 2 == 1 { self.colours.ground } else { self.ink(first + ring / 2) };
                    self.wedge(left, top, radius, turn, colour);
                }
            }
        }
    }

    /// Rounded bars that rise and fall.
    pub(super) fn bars(&mut self) {
        let upright = self.width >= self.height || self.is_strip();
        let (long, deep) = if upright { (self.width, self.height) } else { (self.height, self.width) };
        let count = ((long / (self.short * 0.12)).round() as usize).clamp(7, 60);
        let step = long / count as f32;
        let (phase, swing) = (self.between(0.0, TAU), self.between(0.5, 0.9));
        let from_start = self.below(2) == 0;
        for index in 0..count {
            let place = index as f32 / count as f32;
            let swell = 0.5 + 0.26 * (place * TAU * swing + phase).sin() + 0.14 * (place * 15.0 + phase * 1.7).sin();
            let reach = deep * swell.clamp(0.14, 0.94);
            let thick = step * 0.62;
            let start = index as f32 * step + (step - thick) / 2.0;
            let ink = self.ink([0, 0, 1, 0, 2].get(index % 5).copied().unwrap_or(0));
            let from = if from_start { -thick } else { deep - reach };
            let bar = if upright {
                Area { x: start, y: from, width: thick, height: reach + thick }
            } else {
                Area { x: from, y: start, width: reach + thick, height: thick }
            };
            self.canvas.panel(bar, thick / 2.0, ink);
        }
    }

    /// Rays from a point, and the disc they come from.
    pub(super) fn rays(&mut self) {
        let (width, height) = (self.width, self.height);
        let (x, y) = match self.below(4) {
            0 => (width * 0.5, height),
            1 => (0.0, height),
            2 => (width, height),
            _ => (width, 0.0),
        };
        let count = 18 + 2 * self.below(5);
        let far = width + height;
        let turn = self.between(0.0, 0.3);
        let ink = self.ink(2);
        for index in (0..count).step_by(2) {
            let angle = |step: usize| turn + step as f32 / count as f32 * TAU;
            let mut builder = PathBuilder::new();
            builder.move_to(x, y);
            builder.line_to(x + far * angle(index).cos(), y + far * angle(index).sin());
            builder.line_to(x + far * angle(index + 1).cos(), y + far * angle(index + 1).sin());
            builder.close();
            self.canvas.fill(builder, ink);
        }
        let (outer, inner) = (self.ink(0), self.ink(1));
        let radius = self.short * 0.52;
        let ground = self.colours.ground;
        self.canvas.disc(x, y, radius, ground);
        self.canvas.disc(x, y, radius * 0.82, outer);
        self.canvas.disc(x, y, radius * 0.40, inner);
    }
}

/// Side of a cell in whole, even pixels: neighbours and halves then meet without a seam.
fn whole_cell(short: f32, across: usize) -> f32 {
    (short / across as f32 / 2.0).ceil().max(1.0) * 2.0
}

fn corner_of(x: f32, y: f32, cell: f32, turn: usize) -> (f32, f32) {
    match turn % 4 {
        0 => (x, y),
        1 => (x + cell, y),
        2 => (x + cell, y + cell),
        _ => (x, y + cell),
    }
}
