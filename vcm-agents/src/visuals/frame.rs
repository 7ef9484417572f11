//! What every card has around its body: margins, the name above, the link and the mark below, the place in a carousel.
//!
//! Next: [`super::templates`].

use std::sync::Arc;

use resvg::tiny_skia::{PathBuilder, Pixmap};
use vcm_core::visuals::{Card, CardTemplate, Page};

use super::{
    canvas::{Area, Canvas},
    colour::Scheme,
    fonts::Weight,
    lines::{Block, Measured},
    text::is_right_to_left,
};

/// Where things may stand, and how large they are.
pub(super) struct Frame {
    pub(super) area: Area,
    /// Side of a square with the card's area: what type sizes are shares of.
    pub(super) unit: f32,
    /// The smallest size of text: about 9 pixels where the card is as wide as a phone.
    pub(super) least: f32,
    /// Where text that does not fill its room stands.
    pub(super) anchor: f32,
    /// The card's main text is read from right to left.
    pub(super) right_to_left: bool,
    /// Type alone is the picture.
    pub(super) type_only: bool,
}

impl Frame {
    /// The frame of a card whose text has `room`, up to the card's edges.
    pub(super) fn new(card: &Card, room: Area, anchor: f32) -> Self {
        let (width, height) = (card.width_px as f32, card.height_px as f32);
        let margin = width.min(height) * 0.075;
        let safe = card.safe_area;
        let left = (room.x + margin).max(safe.left as f32);
        let top = (room.y + margin).max(safe.top as f32 + margin * 0.3);
        let right = (room.right() - margin).min(width - safe.right as f32);
        let bottom = (room.bottom() - margin).min(height - safe.bottom as f32 - margin * 0.3);
        // Impossible margins leave a sliver in the middle rather than nothing.
        let span = |start: f32, end: f32, whole: f32| {
            if end - start >= whole * 0.1 { (start, end - start) } else { (whole * 0.3, whole * 0.4) }
        };
        let ((x, inner_width), (y, inner_height)) = (span(left, right, width), span(top, bottom, height));
        let unit = (width * height).sqrt();
        Self {
            area: Area { x, y, width: inner_width, height: inner_height },
            unit,
            least: unit * 0.022,
            anchor,
            right_to_left: is_right_to_left(&card.headline),
            type_only: false,
        }
    }

    /// Size of the small lines.
    fn small(&self) -> f32 {
        self.unit * 0.0265
    }
}

/// Draws the lines above and below; returns what is left for the body.
pub(super) fn draw(
    canvas: &mut Canvas,
    card: &Card,
    scheme: &Scheme,
    frame: &Frame,
    logo: Option<&Arc<Pixmap>>,
) -> Area {
    let above = header(canvas, card, scheme, frame, logo);
    let below = footer(canvas, card, scheme, frame);
    Area { y: frame.area.y + above, height: (frame.area.height - above - below).max(1.0), ..frame.area }
}

/// The name and the place in the carousel; returns the height used.
fn header(canvas: &mut Canvas, card: &Card, scheme: &Scheme, frame: &Frame, logo: Option<&Arc<Pixmap>>) -> f32 {
    let (area, size) = (frame.area, frame.small());
    let page = card.page.map(|page| format!("{}/{}", page.number, page.of));
    let page = small_line(page.as_deref(), Weight::SemiBold, size, area.width * 0.3);
    let right = page.as_ref().map_or(0.0, |page| page.width + size);
    let mut used = 0.0_f32;
    let mut taken = 0.0;
    if let Some(logo) = logo {
        let (width, height) = (logo.width() as f32, logo.height() as f32);
        let x = if frame.right_to_left { area.right() - width } else { area.x };
        canvas.pixels(Arc::clone(logo), x, area.y);
        taken = width + size * 0.7;
        used = height;
    }
    // A logo says the name, unless there is plenty of room beside it.
    let room = area.width - right - taken;
    let kicker = card.kicker.as_deref().filter(|_| taken == 0.0 || room > area.width * 0.5);
    let dot = if taken == 0.0 { size * 1.05 } else { 0.0 };
    if let Some(kicker) = small_line(kicker, Weight::SemiBold, size, (room - dot).max(1.0)) {
        let height = kicker.height().max(used);
        let top = area.y + (height - kicker.height()) / 2.0;
        let backwards = frame.right_to_left;
        if dot > 0.0 {
            let side = size * 0.56;
            let x = if backwards { area.right() - side } else { area.x };
            let middle = top + kicker.line_height() / 2.0;
            canvas.panel(Area { x, y: middle - side / 2.0, width: side, height: side }, side * 0.22, scheme.mark);
        }
        let start = taken + dot;
        let x = if backwards { area.right() - start - kicker.width } else { area.x + start };
        canvas.block(&kicker, Area { x, width: kicker.width, ..area }, top, scheme.quiet);
        used = height;
    }
    if let Some(page) = page {
        let x = if frame.right_to_left { area.x } else { area.right() - page.width };
        let height = used.max(page.height());
        canvas.block(
            &page,
            Area { x, width: page.width, ..area },
            area.y + (height - page.height()) / 2.0,
            scheme.quiet,
        );
        used = height;
    }
    if used > 0.0 { used + size * 1.2 } else { 0.0 }
}

/// The link and the mark, or where the carousel is; returns the height used.
fn footer(canvas: &mut Canvas, card: &Card, scheme: &Scheme, frame: &Frame) -> f32 {
    let (area, size) = (frame.area, frame.small());
    let mark = small_line(card.watermark.as_deref(), Weight::SemiBold, size * 0.94, area.width * 0.56);
    let first = card.template == CardTemplate::Cover && card.page.is_some();
    let steps = card.page.filter(|page| !first && (2..=20).contains(&page.of));
    // The closing slide shows its link as a button in the body.
    let link = card.footer.as_deref().filter(|_| card.page.is_none());
    let arrow = size * 2.4;
    let own = if first { arrow } else { mark.as_ref().map_or(0.0, |mark| mark.width) };
    let left = area.width - own - size * 1.5;
    let link = small_line(link, Weight::Regular, size, left);
    let tallest = [&link, &mark].into_iter().flatten().map(Block::height).fold(0.0, f32::max);
    let tallest = if first {
        tallest.max(arrow)
    } else if steps.is_some() {
        tallest.max(size)
    } else {
        tallest
    };
    if tallest <= 0.0 {
        return 0.0;
    }
    let middle = area.bottom() - tallest / 2.0;
    let start = |width: f32| if frame.right_to_left { area.right() - width } else { area.x };
    let end = |width: f32| if frame.right_to_left { area.x } else { area.right() - width };
    if let Some(link) = &link {
        let place = Area { x: start(link.width), width: link.width, ..area };
        canvas.block(link, place, middle - link.height() / 2.0, scheme.quiet);
    }
    if let Some(page) = steps {
        progress(canvas, scheme, page, (start(0.0), middle), size * 0.42, frame.right_to_left);
    }
    if let Some(mark) = &mark {
        let x = if first { start(mark.width) } else { end(mark.width) };
        canvas.block(mark, Area { x, width: mark.width, ..area }, middle - mark.height() / 2.0, scheme.accent);
    }
    if first {
        swipe(canvas, scheme, end(arrow) + arrow / 2.0, middle, arrow / 2.0, frame.right_to_left);
    }
    tallest + size * 1.2
}

/// A dot for every slide, the current one long.
fn progress(canvas: &mut Canvas, scheme: &Scheme, page: Page, (x, y): (f32, f32), dot: f32, right_to_left: bool) {
    let mut at = 0.0;
    for number in 1..=page.of {
        let width = if number == page.number { dot * 3.0 } else { dot };
        let left = if right_to_left { x - at - width } else { x + at };
        let colour = if number == page.number { scheme.mark } else { scheme.line };
        canvas.panel(Area { x: left, y: y - dot / 2.0, width, height: dot }, dot / 2.0, colour);
        at += width + dot * 0.8;
    }
}

/// A disc with an arrow: there is more to see.
fn swipe(canvas: &mut Canvas, scheme: &Scheme, x: f32, y: f32, radius: f32, right_to_left: bool) {
    canvas.disc(x, y, radius, scheme.mark);
    let forward = if right_to_left { -1.0 } else { 1.0 };
    let reach = radius * 0.46 * forward;
    let mut builder = PathBuilder::new();
    builder.move_to(x - reach, y);
    builder.line_to(x + reach, y);
    builder.move_to(x + reach * 0.2, y - radius * 0.36);
    builder.line_to(x + reach, y);
    builder.line_to(x + reach * 0.2, y + radius * 0.36);
    canvas.stroke(builder, scheme.on_mark, radius * 0.15);
}

/// A text of at most two lines.
fn small_line(text: Option<&str>, weight: Weight, size: f32, width: f32) -> Option<Block> {
    let measured = Measured::new(text?, weight);
    if measured.is_empty() {
        return None;
    }
    let mut block = measured.wrap(size, width);
    block.keep_lines(2, width);
    Some(block)
}
