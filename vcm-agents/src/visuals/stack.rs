//! A stack: blocks under each other, scaled together until they fit. Next: [`super::templates`].

use super::{
    canvas::{Area, Canvas, Ink},
    colour::Scheme,
    fonts::Weight,
    lines::{Block, Measured},
    marks,
};

/// What stands before a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Bullet,
    Number(u32),
    /// A dot on a line, for dates.
    Dot,
    /// Nothing, but as far in as the text after a dot.
    Indent,
    /// The block stands on a rounded panel of its own.
    Chip,
    /// The block stands on a pill in the colour that stands out.
    Pill,
    /// A quotation mark instead of text.
    Quotation,
    /// A short thick line above the block.
    Rule,
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
    most_lines: usize,
    /// It belongs to the part above: no room is spread between them.
    close: bool,
}

impl Part {
    /// A text at its largest size.
    pub(super) fn new(text: &str, weight: Weight, size: f32) -> Self {
        Self {
            text: Measured::new(text, weight),
            size,
            gap: 0.0,
            mark: Mark::None,
            tone: Tone::Text,
            whole: false,
            most_lines: usize::MAX,
            close: false,
        }
    }

    /// A large quotation mark.
    pub(super) fn quotation(size: f32) -> Self {
        let part = Self::new("“", Weight::ExtraBold, size);
        Self { mark: Mark::Quotation, tone: Tone::Mark, ..part }
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

    /// In at most `count` lines if a size that is not too small allows it.
    pub(super) fn in_lines(self, count: usize) -> Self {
        Self { most_lines: count.max(1), ..self }
    }

    /// With the words of `phrase` standing out.
    pub(super) fn with_strong(self, phrase: Option<&str>) -> Self {
        match phrase {
            Some(phrase) => Self { text: self.text.with_strong(phrase), ..self },
            None => self,
        }
    }

    /// A headline is worth a smaller size when it then breaks better or takes no more lines than it may: the size that reads best,
    /// down to three fifths.
    fn better(&self, first: Block, size: f32, least: f32, room: f32) -> Block {
        let cost = |block: &Block| {
            let over = block.lines.len().saturating_sub(self.most_lines) as f32;
            let smaller = 1.0 - block.size / size;
            over * 0.5 + block.badness + 0.42 * smaller + 1.2 * smaller * smaller
        };
        let mut best = (cost(&first), first);
        for step in 1..=8 {
            let smaller = size * (1.0 - 0.05 * step as f32);
            if smaller < least {
                break;
            }
            let block = self.text.wrap_at_least(smaller, (smaller * 0.6).max(least.min(smaller)), room);
            let found = cost(&block);
            if found < best.0 {
                best = (found, block);
            }
        }
        best.1
    }

    /// Stays with the part above when room is spread.
    pub(super) fn close(self) -> Self {
        Self { close: true, ..self }
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
    /// Most room that is added to a gap when there is room left.
    spread: f32,
    /// A line joins the marks.
    joined: bool,
}

struct Placed {
    block: Block,
    gap: f32,
    indent: f32,
    pad: f32,
    mark: Mark,
    tone: Tone,
    close: bool,
}

impl Placed {
    fn height(&self) -> f32 {
        match self.mark {
            Mark::Quotation => self.block.size * 0.42,
            Mark::Rule => self.block.height() + self.block.size * marks::RULE_ROOM,
            _ => self.block.height() + 2.0 * self.pad,
        }
    }
}

impl Stack {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Room that is left goes between the parts, at most `most` to each gap.
    pub(super) fn spread(self, most: f32) -> Self {
        Self { spread: most, ..self }
    }

    /// A line joins the marks of the parts.
    pub(super) fn joined(self) -> Self {
        Self { joined: true, ..self }
    }

    pub(super) fn push(&mut self, part: Part) {
        if !part.text.is_empty() {
            self.parts.push(part);
        }
    }

    pub(super) fn extend(&mut self, parts: impl Iterator<Item = Part>) {
        parts.for_each(|part| self.push(part));
    }

    /// Draws the stack with `share` of the room that is left above it: 0 at the top, 1 at the bottom. `least` is the smallest size
    /// of text.
    pub(super) fn draw_at(&self, canvas: &mut Canvas, scheme: &Scheme, area: Area, least: f32, share: f32) {
        self.draw_scaled(canvas, scheme, area, least, share, 1.0);
    }

    /// As [`Self::draw_at`], from `scale` of the sizes down: stacks beside each other then have one size.
    pub(super) fn draw_scaled(
        &self,
        canvas: &mut Canvas,
        scheme: &Scheme,
        area: Area,
        least: f32,
        share: f32,
        scale: f32,
    ) {
        let (mut placed, _) = self.fit(area, least, scale);
        let mut left = (area.height - total(&placed)).max(0.0);
        let gaps = placed.iter().skip(1).filter(|part| !part.close).count();
        if self.spread > 0.0 && gaps > 0 {
            let added = (left / (gaps + 1) as f32).min(self.spread);
            for part in placed.iter_mut().skip(1).filter(|part| !part.close) {
                part.gap += added;
                left -= added;
            }
        }
        draw_placed(canvas, scheme, &placed, Area { y: area.y + left.max(0.0) * share, ..area }, self.joined);
    }

    /// Draws the stack at the top of `area` and tells its height.
    pub(super) fn draw_at_top(&self, canvas: &mut Canvas, scheme: &Scheme, area: Area, least: f32) -> f32 {
        let (placed, _) = self.fit(area, least, 1.0);
        draw_placed(canvas, scheme, &placed, area, self.joined);
        total(&placed)
    }

    /// The scale of the sizes at which the stack fits `area`.
    pub(super) fn scale_for(&self, area: Area, least: f32) -> f32 {
        self.fit(area, least, 1.0).1
    }

    fn fit(&self, area: Area, least: f32, scale: f32) -> (Vec<Placed>, f32) {
        let mut scale = scale;
        loop {
            let mut placed = self.place(area, scale, least);
            if total(&placed) <= area.height {
                return (placed, scale);
            }
            if scale < 0.14 {
                shorten(&mut placed, area);
                return (placed, scale);
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
                let indent = marks::indent(part.mark, size);
                let pad = marks::pad(part.mark, size);
                let is_panel = matches!(part.mark, Mark::Chip | Mark::Pill);
                let room = area.width - indent - if is_panel { indent } else { 0.0 };
                let smallest = if part.whole { least.min(size) } else { (size * 0.6).max(least.min(size)) };
                let block = part.text.wrap_at_least(size, smallest, room);
                let block = if part.most_lines < usize::MAX { part.better(block, size, least, room) } else { block };
                let gap = if index == 0 { 0.0 } else { part.gap * scale };
                Placed { block, gap, indent, pad, mark: part.mark, tone: part.tone, close: part.close }
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
        let width = area.width - last.indent * if last.pad > 0.0 { 2.0 } else { 1.0 };
        if surplus < lines {
            last.block.keep_lines(lines - surplus, width);
        } else if alone {
            last.block.keep_lines(1, width);
            return;
        } else {
            placed.pop();
        }
    }
}

fn draw_placed(canvas: &mut Canvas, scheme: &Scheme, placed: &[Placed], area: Area, joined: bool) {
    if joined {
        join(canvas, scheme, placed, area);
    }
    let mut y = area.y;
    for part in placed {
        y += part.gap;
        let block = &part.block;
        let loud = if canvas.is_large(block.size, block.weight) { scheme.mark } else { scheme.accent };
        let fill = match part.tone {
            Tone::Text => scheme.text,
            Tone::Quiet => scheme.quiet,
            Tone::Accent => scheme.accent,
            Tone::Mark => loud,
        };
        if part.mark == Mark::Quotation {
            // The sign hangs high in its line: it is lifted so that its ink, not its line, takes the room.
            canvas.block(block, area, y - block.size * 0.24, fill);
            canvas.trim_last_text(y, part.height());
            y += part.height();
            continue;
        }
        let text_area = if block.right_to_left {
            Area { width: area.width - part.indent, ..area }
        } else {
            Area { x: area.x + part.indent, width: area.width - part.indent, ..area }
        };
        let top = marks::draw(canvas, scheme, part.mark, block, Area { y, height: part.height(), ..area }, part.indent);
        let ink = match part.mark {
            Mark::Chip => Ink::from(scheme.panel_text),
            Mark::Pill => Ink::from(scheme.on_mark),
            _ => Ink { text: fill, code: Some(scheme.panel), strong: Some(loud) },
        };
        canvas.block(block, text_area, top + part.pad, ink);
        y += part.height();
    }
}

/// A line behind the marks, from the first to the last.
fn join(canvas: &mut Canvas, scheme: &Scheme, placed: &[Placed], area: Area) {
    let mut y = area.y;
    let mut ends: Option<(f32, f32)> = None;
    let mut place = (0.0, 0.0);
    for part in placed {
        y += part.gap;
        if let Some(inward) = marks::centre(part.mark, part.block.size) {
            let middle = y + part.block.line_height() / 2.0;
            ends = Some((ends.map_or(middle, |(start, _)| start), middle));
            let x = if part.block.right_to_left { area.right() - inward } else { area.x + inward };
            place = (x, part.block.size * 0.07);
        }
        y += part.height();
    }
    if let Some((start, end)) = ends.filter(|(start, end)| end > start) {
        let (x, width) = place;
        canvas.panel(Area { x: x - width / 2.0, y: start, width, height: end - start }, 0.0, scheme.line);
    }
}
