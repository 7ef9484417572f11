//! What a frame shows, in outline, so that the eye reads the cut: people at the size of the framing, hands, screens, tables.
//!
//! Shapes are placed in shares of the frame's width and height, so a frame of any shape has them. The upper third is left to the
//! text on screen.

use resvg::tiny_skia::PathBuilder;
use vcm_core::visuals::ShotKind;

use super::super::{
    canvas::{Area, Canvas},
    colour::{Colour, Scheme},
};

/// Draws the subject of a frame.
pub(super) fn draw(canvas: &mut Canvas, kind: ShotKind, frame: Area, scheme: &Scheme) {
    let tone = |share: f64| scheme.ground.mix(scheme.text, share);
    let mut sketch = Sketch {
        canvas,
        frame,
        // From the background to what is nearest.
        far: tone(0.07),
        mid: tone(0.17),
        near: tone(0.30),
        light: tone(0.52),
        bright: tone(0.80),
        mark: scheme.mark,
        ground: scheme.ground,
    };
    match kind {
        ShotKind::CloseUp => sketch.close_up(),
        ShotKind::Medium => sketch.medium(),
        ShotKind::Wide => sketch.wide(),
        ShotKind::OverShoulder => sketch.over_shoulder(),
        ShotKind::Hands => sketch.hands(),
        ShotKind::Detail => sketch.detail(),
        ShotKind::TopDown => sketch.top_down(),
        ShotKind::Screen => sketch.screen(),
        ShotKind::Graphic => sketch.graphic(),
        ShotKind::Establishing => sketch.establishing(),
    }
}

/// Gives a frame its edges and round corners, over whatever was drawn across them.
pub(super) fn round_off(canvas: &mut Canvas, frame: Area, radius: f32, colour: Colour) {
    // Arms and circles may reach over the edge; what does is covered.
    let over = 31.0;
    for (x, y, width, height) in [
        (frame.x - over, frame.y - over, over, frame.height + 2.0 * over),
        (frame.right(), frame.y - over, over, frame.height + 2.0 * over),
        (frame.x, frame.bottom(), frame.width, over),
    ] {
        canvas.panel(Area { x, y, width, height }, 0.0, colour);
    }
    let bend = radius * 0.45;
    for (x, across) in [(frame.x, 1.0), (frame.right(), -1.0)] {
        for (y, down) in [(frame.y, 1.0), (frame.bottom(), -1.0)] {
            let mut builder = PathBuilder::new();
            builder.move_to(x - across, y - down);
            builder.line_to(x + across * radius, y - down);
            builder.line_to(x + across * radius, y);
            builder.cubic_to(x + across * bend, y, x, y + down * bend, x, y + down * radius);
            builder.line_to(x - across, y + down * radius);
            builder.close();
            canvas.fill(builder, colour);
        }
    }
}

struct Sketch<'a> {
    canvas: &'a mut Canvas,
    frame: Area,
    far: Colour,
    mid: Colour,
    near: Colour,
    light: Colour,
    bright: Colour,
    mark: Colour,
    ground: Colour,
}

impl Sketch<'_> {
    fn x(&self, share: f32) -> f32 {
        self.frame.x + self.frame.width * share
    }

    fn y(&self, share: f32) -> f32 {
        self.frame.y + self.frame.height * share
    }

    /// The unit of sizes: the frame's width, or the part of its height that a tall frame has.
    fn unit(&self) -> f32 {
        self.frame.width.min(self.frame.height * 0.62)
    }

    fn panel(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), radius: f32, colour: Colour) {
        let area =
            Area { x: self.x(x), y: self.y(y), width: self.frame.width * width, height: self.frame.height * height };
        self.canvas.panel(area, radius * self.unit(), colour);
    }

    fn disc(&mut self, (x, y): (f32, f32), radius: f32, colour: Colour) {
        let (x, y, radius) = (self.x(x), self.y(y), radius * self.unit());
        self.canvas.disc(x, y, radius, colour);
    }

    fn line(&mut self, points: &[(f32, f32)], width: f32, colour: Colour) {
        let mut builder = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let (x, y) = (self.x(*x), self.y(*y));
            if at == 0 { builder.move_to(x, y) } else { builder.line_to(x, y) }
        }
        let width = width * self.unit();
        self.canvas.stroke(builder, colour, width);
    }

    fn shape(&mut self, points: &[(f32, f32)], colour: Colour) {
        let mut builder = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let (x, y) = (self.x(*x), self.y(*y));
            if at == 0 { builder.move_to(x, y) } else { builder.line_to(x, y) }
        }
        builder.close();
        self.canvas.fill(builder, colour);
    }

    /// Head and shoulders down to the frame's lower edge; `head` is the radius in units.
    fn person(&mut self, x: f32, y: f32, head: f32, (body, face, hair): (Colour, Colour, Colour)) {
        let radius = head * self.unit();
        let (middle, centre, floor) = (self.x(x), self.y(y), self.frame.bottom());
        let shoulders = centre + radius * 1.55;
        let reach = (radius * 2.15).min(middle - self.frame.x).min(self.frame.right() - middle);
        let neck = Area { x: middle - radius * 0.42, y: centre, width: radius * 0.84, height: radius * 1.9 };
        self.canvas.panel(neck, radius * 0.2, face.mix(body, 0.35));
        let mut builder = PathBuilder::new();
        builder.move_to(middle - reach, floor);
        builder.line_to(middle - reach, (shoulders + radius * 0.9).min(floor));
        builder.cubic_to(
            middle - reach,
            shoulders,
            middle - radius * 0.9,
            shoulders,
            middle - radius * 0.42,
            shoulders - radius * 0.3,
        );
        builder.line_to(middle, shoulders + radius * 0.25);
        builder.line_to(middle + radius * 0.42, shoulders - radius * 0.3);
        builder.cubic_to(
            middle + radius * 0.9,
            shoulders,
            middle + reach,
            shoulders,
            middle + reach,
            (shoulders + radius * 0.9).min(floor),
        );
        builder.line_to(middle + reach, floor);
        builder.close();
        self.canvas.fill(builder, body);
        self.canvas.disc(middle, centre - radius * 0.14, radius * 1.1, hair);
        let face_area =
            Area { x: middle - radius * 0.82, y: centre - radius * 0.72, width: radius * 1.64, height: radius * 1.85 };
        self.canvas.panel(face_area, radius * 0.8, face);
        for side in [-1.0, 1.0] {
            self.canvas.disc(middle + side * radius * 0.33, centre + radius * 0.02, radius * 0.075, hair);
        }
        let mut mouth = PathBuilder::new();
        mouth.move_to(middle - radius * 0.26, centre + radius * 0.55);
        mouth.quad_to(middle, centre + radius * 0.78, middle + radius * 0.26, centre + radius * 0.55);
        self.canvas.stroke(mouth, hair, radius * 0.075);
    }

    /// A forearm with a hand whose fingers reach to the left of `x`, from `from`.
    fn hand(&mut self, from: (f32, f32), (x, y): (f32, f32), scale: f32, mirrored: bool) {
        let side = if mirrored { -1.0 } else { 1.0 };
        let shape = self.frame.width / self.frame.height;
        self.line(&[from, (x + side * 0.10 * scale, y + 0.06 * scale * shape)], 0.17 * scale, self.near);
        self.line(&[(x + side * 0.10 * scale, y + 0.06 * scale * shape), (x, y)], 0.17 * scale, self.light);
        for (finger, (dx, dy)) in [(-0.16, -0.09), (-0.19, -0.02), (-0.17, 0.05), (-0.12, 0.11)].into_iter().enumerate()
        {
            let root = (x - side * 0.02 * scale, y + (finger as f32 - 1.5) * 0.035 * scale * shape);
            self.line(&[root, (x + side * dx * scale, y + dy * scale * shape)], 0.045 * scale, self.light);
        }
        let thumb = (x + side * 0.01 * scale, y - 0.15 * scale * shape);
        self.line(&[(x + side * 0.04 * scale, y - 0.02 * scale * shape), thumb], 0.05 * scale, self.light);
    }

    fn lines(&mut self, (x, y): (f32, f32), width: f32, step: f32, shares: &[f32], marked: usize, colour: Colour) {
        for (row, share) in shares.iter().enumerate() {
            let colour = if row == marked { self.mark } else { colour };
            self.panel((x, y + row as f32 * step), (width * share, step * 0.36), 0.012, colour);
        }
    }

    fn close_up(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.far);
        self.disc((0.84, 0.42), 0.20, self.mid);
        self.person(0.5, 0.60, 0.27, (self.mark.mix(self.ground, 0.35), self.light, self.near.mix(self.ground, 0.45)));
    }

    fn medium(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.far);
        // A shelf behind the speaker tells the distance.
        self.panel((0.0, 0.40), (0.24, 0.012), 0.0, self.mid);
        self.panel((0.03, 0.345), (0.05, 0.055), 0.01, self.mid);
        self.panel((0.10, 0.36), (0.05, 0.04), 0.01, self.mid);
        self.person(0.46, 0.50, 0.15, (self.mark.mix(self.ground, 0.35), self.light, self.near.mix(self.ground, 0.45)));
        self.panel((0.66, 0.60), (0.24, 0.16), 0.02, self.bright);
        self.lines((0.69, 0.63), 0.18, 0.032, &[0.7, 1.0, 0.5], 0, self.near);
        self.line(&[(0.60, 0.82), (0.68, 0.92), (0.75, 0.79)], 0.10, self.mark.mix(self.ground, 0.44));
        self.disc((0.755, 0.755), 0.055, self.light);
    }

    fn wide(&mut self) {
        self.panel((0.0, 0.0), (1.0, 0.72), 0.0, self.far);
        self.shape(
            &[(0.0, 0.66), (0.22, 0.54), (0.48, 0.64), (0.74, 0.50), (1.0, 0.62), (1.0, 0.73), (0.0, 0.73)],
            self.mid,
        );
        self.panel((0.0, 0.72), (1.0, 0.28), 0.0, self.near);
        for x in [0.16, 0.84] {
            self.disc((x, 0.655), 0.042, self.light);
            self.panel((x - 0.045, 0.69), (0.09, 0.085), 0.04, self.bright);
            self.panel((x - 0.036, 0.76), (0.028, 0.075), 0.012, self.bright);
            self.panel((x + 0.008, 0.76), (0.028, 0.075), 0.012, self.bright);
        }
        self.line(&[(0.21, 0.735), (0.79, 0.735)], 0.014, self.mark);
        for tick in 0..9 {
            let x = 0.24 + tick as f32 * 0.065;
            self.line(&[(x, 0.735), (x, 0.747)], 0.008, self.mark);
        }
    }

    fn over_shoulder(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.far);
        self.panel((0.30, 0.40), (0.62, 0.33), 0.03, self.near);
        self.panel((0.325, 0.414), (0.57, 0.30), 0.02, self.bright);
        self.lines((0.37, 0.445), 0.46, 0.042, &[0.6, 0.95, 0.8, 0.9, 0.5], 2, self.light);
        self.shape(&[(0.22, 0.755), (1.0, 0.755), (1.0, 0.79), (0.16, 0.79)], self.near);
        // Seen from behind: hair and the shoulder nearest to the lens.
        let dark = self.ground.mix(self.near, 0.35);
        let (middle, radius) = (self.x(0.20), 0.23 * self.unit());
        let centre = self.y(0.68);
        let mut builder = PathBuilder::new();
        builder.move_to(self.frame.x, centre + radius * 1.1);
        builder.cubic_to(
            middle,
            centre + radius * 0.9,
            middle + radius * 2.0,
            centre + radius * 1.2,
            middle + radius * 2.1,
            self.frame.bottom(),
        );
        builder.line_to(self.frame.x, self.frame.bottom());
        builder.close();
        self.canvas.fill(builder, self.mark.mix(self.ground, 0.45));
        let neck = Area { x: middle - radius * 0.4, y: centre, width: radius * 0.85, height: radius * 1.5 };
        self.canvas.panel(neck, radius * 0.2, self.light.mix(self.ground, 0.3));
        let left = (middle - radius).max(self.frame.x);
        self.canvas.panel(
            Area { x: left, y: centre - radius * 1.15, width: middle + radius - left, height: radius * 2.1 },
            radius,
            dark,
        );
    }

    fn hands(&mut self) {
        self.panel((0.0, 0.0), (1.0, 0.55), 0.0, self.far);
        self.panel((0.0, 0.55), (1.0, 0.45), 0.0, self.mid);
        self.panel((0.27, 0.46), (0.46, 0.24), 0.03, self.bright);
        self.lines((0.33, 0.50), 0.34, 0.045, &[0.9, 0.6, 0.8], 1, self.near);
        self.hand((0.98, 0.98), (0.76, 0.655), 0.95, false);
        self.hand((0.02, 0.98), (0.24, 0.655), 0.95, true);
    }

    fn detail(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.far);
        self.panel((0.12, 0.40), (0.76, 0.44), 0.05, self.bright);
        self.panel((0.16, 0.423), (0.68, 0.394), 0.03, self.near);
        self.disc((0.66, 0.52), 0.085, self.mark);
        self.shape(
            &[(0.16, 0.817), (0.16, 0.73), (0.36, 0.58), (0.52, 0.70), (0.64, 0.63), (0.84, 0.76), (0.84, 0.817)],
            self.light,
        );
        // The lens is near: its focus marks.
        for (x, across) in [(0.06, 1.0), (0.94, -1.0)] {
            for (y, down) in [(0.365, 1.0), (0.875, -1.0)] {
                let shape = self.frame.width / self.frame.height;
                self.line(&[(x + across * 0.09, y), (x, y), (x, y + down * 0.09 * shape)], 0.014, self.mark);
            }
        }
    }

    fn top_down(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.mid);
        for row in 1..5 {
            let y = row as f32 * 0.21;
            self.line(&[(0.0, y), (1.0, y)], 0.005, self.far);
        }
        self.shape(&[(0.10, 0.43), (0.70, 0.40), (0.75, 0.80), (0.15, 0.83)], self.bright);
        for (row, share) in [0.44, 0.36, 0.42, 0.25].into_iter().enumerate() {
            let y = 0.50 + row as f32 * 0.07;
            let colour = if row == 1 { self.mark } else { self.light };
            self.line(&[(0.19 + row as f32 * 0.009, y), (0.19 + share + row as f32 * 0.009, y - 0.011)], 0.02, colour);
        }
        self.disc((0.86, 0.46), 0.105, self.near);
        self.disc((0.86, 0.46), 0.078, self.ground);
        self.line(&[(0.56, 0.565), (0.72, 0.64)], 0.03, self.ground);
        self.hand((1.0, 0.92), (0.80, 0.67), 0.85, false);
    }

    fn screen(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.far);
        self.panel((0.07, 0.38), (0.86, 0.50), 0.04, self.bright);
        self.panel((0.07, 0.38), (0.86, 0.05), 0.04, self.near);
        self.panel((0.07, 0.41), (0.86, 0.02), 0.0, self.near);
        for (at, x) in [0.125, 0.175, 0.225].into_iter().enumerate() {
            self.disc((x, 0.405), 0.014, if at == 0 { self.mark } else { self.light });
        }
        self.panel((0.29, 0.395), (0.55, 0.02), 0.02, self.mid);
        self.lines((0.14, 0.47), 0.70, 0.055, &[0.55, 0.95, 0.80, 0.88, 0.62, 0.75], 3, self.light);
        let (x, y, size) = (self.x(0.70), self.y(0.655), 0.11 * self.unit());
        let mut pointer = PathBuilder::new();
        pointer.move_to(x, y);
        for (across, down) in [(0.0, 1.0), (0.25, 0.78), (0.42, 1.15), (0.58, 1.07), (0.42, 0.72), (0.74, 0.70)] {
            pointer.line_to(x + across * size, y + down * size);
        }
        pointer.close();
        self.canvas.fill(pointer, self.ground);
    }

    fn graphic(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.ground);
        self.panel((0.0, 0.0), (0.03, 1.0), 0.0, self.mark);
    }

    fn establishing(&mut self) {
        self.panel((0.0, 0.0), (1.0, 1.0), 0.0, self.far);
        self.disc((0.70, 0.47), 0.11, self.mark);
        self.shape(
            &[(0.0, 0.66), (0.25, 0.52), (0.45, 0.63), (0.72, 0.55), (1.0, 0.66), (1.0, 1.0), (0.0, 1.0)],
            self.mid,
        );
        self.shape(&[(0.0, 0.80), (0.30, 0.69), (0.60, 0.77), (1.0, 0.68), (1.0, 1.0), (0.0, 1.0)], self.near);
        // The camera moves.
        self.line(&[(0.32, 0.90), (0.68, 0.90)], 0.016, self.bright);
        let shape = self.frame.width / self.frame.height;
        self.line(&[(0.62, 0.90 - 0.06 * shape), (0.68, 0.90), (0.62, 0.90 + 0.06 * shape)], 0.016, self.bright);
    }
}
