//! What stands before a block of a stack: bullets, numbers, dots, and the surfaces behind it. Next: [`super::stack`].

use super::{
    canvas::{Area, Canvas},
    colour::Scheme,
    fonts::Weight,
    lines::{Block, Measured},
    stack::Mark,
};

/// Room that a rule and the space under it take, in sizes of the text.
pub(super) const RULE_ROOM: f32 = 0.75;

/// How far a block moves in for its mark.
pub(super) fn indent(mark: Mark, size: f32) -> f32 {
    match mark {
        Mark::None | Mark::Quotation | Mark::Rule => 0.0,
        Mark::Bullet | Mark::Dot => size * 1.05,
        // Labels are set a little smaller than what they label.
        Mark::Indent => size * 1.05 * 0.86,
        Mark::Number(_) => size * 1.85,
        Mark::Chip => size * 0.7,
        Mark::Pill => size * 0.85,
    }
}

/// Room above and below the text of a surface.
pub(super) fn pad(mark: Mark, size: f32) -> f32 {
    match mark {
        Mark::Chip => size * 0.45,
        Mark::Pill => size * 0.30,
        _ => 0.0,
    }
}

/// How far from the edge the middle of a mark is that a line may join.
pub(super) fn centre(mark: Mark, size: f32) -> Option<f32> {
    match mark {
        Mark::Number(_) => Some(size * 0.66),
        Mark::Dot => Some(size * 0.24),
        _ => None,
    }
}

/// Draws the mark of a block that has `area`; returns where the block's text starts.
pub(super) fn draw(canvas: &mut Canvas, scheme: &Scheme, mark: Mark, block: &Block, area: Area, indent: f32) -> f32 {
    let y = area.y;
    let size = block.size;
    let middle = y + block.line_height() / 2.0;
    let edge = if block.right_to_left { area.right() } else { area.x };
    let inward = if block.right_to_left { -1.0 } else { 1.0 };
    let at_edge = |width: f32| if block.right_to_left { edge - width } else { edge };
    match mark {
        Mark::None | Mark::Indent | Mark::Quotation => {}
        Mark::Bullet => {
            let side = size * 0.36;
            let square = Area { x: at_edge(side), y: middle - side / 2.0, width: side, height: side };
            canvas.panel(square, side * 0.25, scheme.mark);
        }
        Mark::Dot => {
            let x = edge + inward * size * 0.24;
            canvas.disc(x, middle, size * 0.24, scheme.mark);
            canvas.disc(x, middle, size * 0.11, scheme.ground);
        }
        Mark::Number(number) => {
            let side = size * 1.32;
            let disc = Area { x: at_edge(side), y: middle - side / 2.0, width: side, height: side };
            canvas.panel(disc, side / 2.0, scheme.mark);
            let label = Measured::new(&number.to_string(), Weight::ExtraBold).wrap(size * 0.7, side);
            canvas.centred(&label, disc, scheme.on_mark);
        }
        Mark::Chip | Mark::Pill => {
            let width = block.width + 2.0 * indent;
            let surface = Area { x: at_edge(width), y, width, height: area.height };
            if mark == Mark::Chip {
                canvas.panel(surface, size * 0.4, scheme.panel);
            } else {
                let round = (surface.height / 2.0).min(block.line_height() / 2.0 + size * 0.30);
                canvas.panel(surface, round, scheme.mark);
            }
        }
        Mark::Rule => {
            let width = size * 1.6;
            let bar = Area { x: at_edge(width), y: y + size * 0.06, width, height: size * 0.13 };
            canvas.panel(bar, bar.height / 2.0, scheme.mark);
            return y + size * RULE_ROOM;
        }
    }
    y
}
