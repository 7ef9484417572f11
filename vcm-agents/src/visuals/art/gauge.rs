//! A ring filled to a share: a percentage as a chart instead of decoration. Next: [`super::super::composition`].

use std::f32::consts::{FRAC_PI_2, TAU};

use resvg::tiny_skia::PathBuilder;

use super::Field;

/// The share that a figure such as `35 %` or `99.5%` names, 0 to 1; none for anything else, ranges and rises above all included.
pub(in crate::visuals) fn share_of(figure: &str) -> Option<f32> {
    let number = figure.trim().strip_suffix('%')?.trim_end();
    let plain = number.replace(',', ".");
    let is_number = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let share = plain.parse::<f32>().ok().filter(|_| is_number)? / 100.0;
    (0.0..=1.0).contains(&share).then_some(share)
}

impl Field<'_> {
    pub(super) fn gauge(&mut self, share: f32) {
        let (x, y) = (self.width / 2.0, self.height / 2.0);
        let radius = self.short * 0.32;
        let stroke = radius * 0.42;
        let mut track = PathBuilder::new();
        track.push_circle(x, y, radius);
        let (back, front) = (self.ink(2), self.ink(1));
        self.canvas.stroke(track, back, stroke);
        if share <= 0.0 {
            return;
        }
        let mut filled = PathBuilder::new();
        let steps = (share * 120.0).ceil().max(2.0) as usize;
        for step in 0..=steps {
            let angle = share * TAU * step as f32 / steps as f32 - FRAC_PI_2;
            let (right, below) = (x + radius * angle.cos(), y + radius * angle.sin());
            if step == 0 {
                filled.move_to(right, below);
            } else {
                filled.line_to(right, below);
            }
        }
        self.canvas.stroke_flat(filled, front, stroke);
    }
}

#[cfg(test)]
mod tests {
    use super::share_of;

    #[test]
    fn only_a_plain_percentage_is_drawn() {
        for (figure, expected) in [
            ("35 %", Some(0.35)),
            ("99.5%", Some(0.995)),
            ("12,5 %", Some(0.125)),
            ("0%", Some(0.0)),
            ("135 %", None),
            ("+35 %", None),
            ("10–20 %", None),
            ("%", None),
            ("85 °C", None),
            ("1.2.3%", None),
        ] {
            assert_eq!(share_of(figure), expected, "{figure}");
        }
    }
}
