//! A stack: blocks under each other, scaled together until they fit. Next: [`super::card`].

use resvg::tiny_skia::PathBuilder;

use super::{
    canvas::{Area, Canvas, Ink},
    colour::{Colour, Scheme},
    fonts::Weight,
    lines::{Block, Measured},
};

/// What stands before a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Bullet,
    Number(u32),
    Check,
    Cross,
    /// The block stands on a rounded panel of its own.
    Chip,
    /// A quotation mark instead of text.
    Quotation,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Text,
    Quiet,
    Accent,
    Mark,
}

/// One block of a stack.
#[derive(Debug, Clone)]
pub(super) struct Part {
    text: Measured,
    size: f32,
    gap: f32,
    mark: Mark,
    tone: Tone,
    whole: bool,
}

impl Part {
    /// A text at its largest size.
    pub(super) fn new(text: &str, weight: Weight, size: f32) -> Self {
        Self { text: Measured::new(text, weight), size, gap: 0.0, mark: Mark::None, tone: Tone::Text, whole: false }
    }

    /// A large quotation mark.
    pub(super) fn quotation(size: f32) -> Self {
        Self {
            text: Measured::new("“", Weight::ExtraBold),
            size,
            gap: 0.0,
            mark: Mark::Quotation,
            tone: Tone::Mark,
            whole: false,
        }
    }

    /// Leaves `gap` above.
    pub(super) fn after(self, gap: f32) -> Self {
        Self { gap, ..self }
    }

    pub(super) fn marked(self, mark: Mark) -> Self {
        Self { mark, ..self }
    }

    /// On one line: the size falls as far as it must.
    pub(super) fn whole(self) -> Self {
        Self { whole: true, text: self.text.unbroken(), ..self }
    }

    pub(super) fn quiet(self) -> Self {
        Self { tone: Tone::Quiet, ..self }
    }

    pub(super) fn accented(self) -> Self {
        Self { tone: Tone::Accent, ..self }
    }

    /// In the colour of figures, which are always large.
    pub(super) fn figure(self) -> Self {
        Self { tone: Tone::Mark, ..self }
    }
}

/// Blocks under each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Stack {
    parts: Vec<Part>,
}

struct Placed {
    block: Block,
    gap: f32,
    indent: f32,
    pad: f32,
    mark: Mark,
    tone: Tone,
}

impl Placed {
    fn height(&self) -> f32 {
        match self.mark {
            Mark::Quotation => self.block.size * 0.42,
            _ => self.block.height() + 2.0 * self.pad,
        }
    }
}

impl Stack {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn push(&mut self, part: Part) {
        if !part.text.is_empty() {
            self.parts.push(part);
        }
    }

    pub(super) fn extend(&mut self, parts: impl Iterator<Item = Part>) {
        parts.for_each(|part| self.push(part));
    }

    /// Draws the stack in the vertical middle of `area`. `least` is the smallest size of text.
    pub(super) fn draw(&self, canvas: &mut Canvas, scheme: &Scheme, area: Area, least: f32) {
        self.draw_at(canvas, scheme, area, least, 0.5);
    }

    /// Draws the stack with `share` of the room that is left above it: 0 at the top, 1 at the bottom.
    pub(super) fn draw_at(&self, canvas: &mut Canvas, scheme: &Scheme, area: Area, least: f32, share: f32) {
        let placed = self.fit(area, least);
        let left = (area.height - total(&placed)).max(0.0);
        draw_placed(canvas, scheme, &placed, Area { y: area.y + left * share, ..area });
    }

    /// Draws the stack at the top of `area` and tells its height.
    pub(super) fn draw_at_top(&self, canvas: &mut Canvas, scheme: &Scheme, area: Area, least: f32) -> f32 {
        let placed = self.fit(area, least);
        draw_placed(canvas, scheme, &placed, area);
        total(&placed)
    }

    fn fit(&self, area: Area, least: f32) -> Vec<Placed> {
        let mut scale = 1.0_f32;
        loop {
            let mut placed = self.place(area, scale, least);
            if total(&placed) <= area.height {
                return placed;
            }
            if scale < 0.14 {
                shorten(&mut placed, area);
                return placed;
            }
            scale *= 0.96;
        }
    }

    fn place(&self, area: Area, scale: f32, least: f32) -> Vec<Placed> {
        self.parts
            .iter()
            .enumerate()
            .map(|(index, part)| {
                let size = (part.size * scale).max(least);
                let indent = match part.mark {
                    Mark::None | Mark::Quotation => 0.0,
                    Mark::Bullet => size * 1.0,
                    Mark::Number(_) | Mark::Check | Mark::Cross => size * 1.75,
                    Mark::Chip => size * 0.7,
                };
                let pad = if part.mark == Mark::Chip { size * 0.35 } else { 0.0 };
                let room = area.width - indent - if part.mark == Mark::Chip { indent } else { 0.0 };
                let smallest = if part.whole { least.min(size) } else { size * 0.6 };
                let block = part.text.wrap_at_least(size, smallest, room);
                let gap = if index == 0 { 0.0 } else { part.gap * scale };
                Placed { block, gap, indent, pad, mark: part.mark, tone: part.tone }
            })
            .collect()
    }
}

fn total(placed: &[Placed]) -> f32 {
    placed.iter().map(|part| part.gap + part.height()).sum()
}

/// At the smallest size: whole parts go from the end, and the last that stays is cut with an ellipsis.
fn shorten(placed: &mut Vec<Placed>, area: Area) {
    while total(placed) > area.height {
        let over = total(placed) - area.height;
        let alone = placed.len() == 1;
        let Some(last) = placed.last_mut() else { return };
        let lines = last.block.lines.len();
        let surplus = (over / last.block.line_height()).ceil() as usize;
        if surplus < lines {
            let width = area.width - last.indent;
            last.block.keep_lines(lines - surplus, width);
        } else if alone {
            last.block.keep_lines(1, area.width - last.indent);
            return;
        } else {
            placed.pop();
        }
    }
}

fn draw_placed(canvas: &mut Canvas, scheme: &Scheme, placed: &[Placed], area: Area) {
    let mut y = area.y;
    for part in placed {
        y += part.gap;
        let fill = match part.tone {
            Tone::Text => scheme.text,
            Tone::Quiet => scheme.quiet,
            Tone::Accent => scheme.accent,
            Tone::Mark => scheme.mark,
        };
        let block = &part.block;
        let text_area = if block.right_to_left {
            Area { width: area.width - part.indent, ..area }
        } else {
            Area { x: area.x + part.indent, width: area.width - part.indent, ..area }
        };
        let middle = y + part.pad + block.line_height() / 2.0;
        let edge = if block.right_to_left { area.right() } else { area.x };
        let inward = if block.right_to_left { -1.0 } else { 1.0 };
        match part.mark {
            Mark::None => {}
            Mark::Quotation => {
                // The sign hangs high in its line: it is lifted so that its ink, not its line, takes the room.
                canvas.block(block, area, y - block.size * 0.24, fill);
                y += part.height();
                continue;
            }
            Mark::Bullet => {
                let side = block.size * 0.30;
                let x = if block.right_to_left { edge - side } else { edge };
                let dot = Area { x, y: middle - side / 2.0, width: side, height: side };
                canvas.panel(dot, side * 0.3, scheme.mark);
            }
            Mark::Number(number) => {
                let side = block.size * 1.3;
                let x = if block.right_to_left { edge - side } else { edge };
                let disc = Area { x, y: middle - side / 2.0, width: side, height: side };
                canvas.panel(disc, side / 2.0, scheme.mark);
                let label = Measured::new(&number.to_string(), Weight::ExtraBold).wrap(block.size * 0.68, side);
                canvas.centred(&label, disc, scheme.on_mark);
            }
            Mark::Check | Mark::Cross => {
                let radius = block.size * 0.5;
                sign(canvas, part.mark, edge + inward * radius, middle, radius, scheme.mark);
            }
            Mark::Chip => {
                let width = block.width + 2.0 * part.indent;
                let x = if block.right_to_left { area.right() - width } else { area.x };
                let chip = Area { x, y, width, height: part.height() };
                canvas.panel(chip, block.size * 0.5, scheme.panel);
            }
        }
        let ink = if part.mark == Mark::Chip {
            Ink { text: scheme.panel_text, code: None }
        } else {
            Ink { text: fill, code: Some(scheme.panel) }
        };
        canvas.block(block, text_area, y + part.pad, ink);
        y += part.height();
    }
}

/// A tick or a cross.
fn sign(canvas: &mut Canvas, mark: Mark, x: f32, y: f32, radius: f32, colour: Colour) {
    let mut builder = PathBuilder::new();
    if mark == Mark::Check {
        builder.move_to(x - radius * 0.7, y);
        builder.line_to(x - radius * 0.2, y + radius * 0.5);
        builder.line_to(x + radius * 0.75, y - radius * 0.5);
    } else {
        let reach = radius * 0.55;
        builder.move_to(x - reach, y - reach);
        builder.line_to(x + reach, y + reach);
        builder.move_to(x + reach, y - reach);
        builder.line_to(x - reach, y + reach);
    }
    canvas.stroke(builder, colour, radius * 0.3);
}
