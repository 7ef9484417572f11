//! Families made of curves. Next: [`super::gauge`].

use std::f32::consts::TAU;

use resvg::tiny_skia::PathBuilder;

use super::Field;

impl Field<'_> {
    /// Layers of waves, the nearest at the bottom.
    pub(super) fn waves(&mut self) {
        let (width, height) = (self.width, self.height);
        let layers = 5_usize;
        let first = self.below(3);
        for layer in 0..layers {
            let depth = layer as f32 / layers as f32;
            let level = height * (0.12 + 0.80 * depth);
            let swell = self.short * self.between(0.07, 0.13);
            let length = width.max(height) * self.between(0.5, 0.8);
            let phase = self.between(0.0, TAU);
            let top = |x: f32| {
                level + swell * (x / length * TAU + phase).sin() + swell * 0.35 * (x / length * 2.3 * TAU).sin()
            };
            let mut builder = PathBuilder::new();
            builder.move_to(0.0, top(0.0));
            let steps = 48;
            for step in 1..=steps {
                let x = width * step as f32 / steps as f32;
                builder.line_to(x, top(x));
            }
            builder.line_to(width, height);
            builder.line_to(0.0, height);
            builder.close();
            let ink = self.ink(first + layer);
            self.canvas.fill(builder, ink);
        }
    }

    /// Lines of equal height around a hill.
    pub(super) fn contours(&mut self) {
        let (width, height) = (self.width, self.height);
        let (x, y) = (width * self.between(0.25, 0.75), height * self.between(0.25, 0.75));
        let far = (width * width + height * height).sqrt() * 0.8;
        let lines = if self.is_strip() { 26 } else { 15_usize };
        let [first, second, third] = [(); 3].map(|()| self.between(0.0, TAU));
        let filled = self.ink(2);
        let (thin, thick) = (self.ink(0), self.ink(1));
        let stretch = (width / height).sqrt().clamp(0.6, 1.7);
        for line in (1..=lines).rev() {
            let share = line as f32 / lines as f32;
            let mut builder = PathBuilder::new();
            let steps = 72;
            for step in 0..steps {
                let angle = step as f32 / steps as f32 * TAU;
                let bend = 1.0
                    + 0.20 * (2.0 * angle + first).sin()
                    + 0.12 * (3.0 * angle + second + share).sin()
                    + 0.05 * (5.0 * angle + third - share * 2.0).sin();
                let radius = far * share * bend;
                let (right, below) = (x + radius * stretch * angle.cos(), y + radius / stretch * angle.sin());
                if step == 0 {
                    builder.move_to(right, below);
                } else {
                    builder.line_to(right, below);
                }
            }
            builder.close();
            if line == lines / 3 || line == 1 {
                let inner = if line == 1 { thick } else { filled };
                self.canvas.fill(builder.clone(), inner);
            }
            let (colour, stroke) = if line % 4 == 0 { (thick, 0.009) } else { (thin, 0.006) };
            self.canvas.stroke(builder, colour, (self.short * stroke).clamp(1.5, 6.0));
        }
    }

    /// Discs on their orbits around a larger one.
    pub(super) fn orbits(&mut self) {
        let (width, height) = (self.width, self.height);
        let (x, y) = match self.below(4) {
            0 => (width, height),
            1 => (width * 0.5, height * 0.5),
            2 => (width, 0.0),
            _ => (width * 0.5, height),
        };
        let sun = self.short * self.between(0.20, 0.28);
        let far = width.max(height);
        let (line, disc) = (self.ink(2), self.ink(0));
        let mut radius = sun * 1.7;
        let mut index = 0;
        while radius < far {
            let mut builder = PathBuilder::new();
            builder.push_circle(x, y, radius);
            self.canvas.stroke(builder, line, (self.short * 0.006).max(1.5));
            let angle = self.between(0.0, TAU);
            let planet = self.short * self.between(0.03, 0.075);
            for turned in [angle, angle + 2.2, angle + 4.1] {
                let ink = self.ink(index);
                self.canvas.disc(x + radius * turned.cos(), y + radius * turned.sin(), planet, ink);
                index += 1;
            }
            radius += sun * self.between(0.62, 0.85);
        }
        self.canvas.disc(x, y, sun, disc);
        let core = self.ink(1);
        self.canvas.disc(x, y, sun * 0.55, core);
    }

    /// A grid of dots whose size follows a slope and a wave.
    pub(super) fn halftone(&mut self) {
        let (width, height) = (self.width, self.height);
        let rows = if self.is_strip() { 5.0 } else { 13.0 };
        let step = self.short / rows;
        let turn = self.between(0.0, TAU);
        let (across, down) = (turn.cos(), turn.sin());
        let bend = self.between(0.6, 1.2);
        let (columns, lines) = ((width / step).ceil() as usize + 1, (height / step).ceil() as usize + 1);
        let (plain, bright) = (self.ink(0), self.ink(1));
        for row in 0..lines {
            let shift = if row % 2 == 0 { 0.0 } else { step / 2.0 };
            for column in 0..columns {
                let (x, y) = (column as f32 * step + shift, row as f32 * step + step / 2.0);
                let (right, below) = (x / width - 0.5, y / height - 0.5);
                let slope = 0.5 + (right * across + below * down) * 0.9;
                let wave = 0.22 * ((right * down - below * across) * 6.0 * bend + turn).sin();
                let share = (slope + wave).clamp(0.08, 1.0);
                let ink = if share > 0.86 { bright } else { plain };
                self.canvas.disc(x, y, step * 0.5 * share.sqrt() * 0.92, ink);
            }
        }
    }
}
