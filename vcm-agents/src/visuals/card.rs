//! Cards: one layout a template, at any size.
//!
//! Every layout is a stack of blocks in the area that a platform's own buttons leave free. The stack is tried at falling
//! scales until it fits, so text is never cut off; only past the smallest readable size is it shortened, with an ellipsis.
//! Next: [`super::contact_sheet`].

use vcm_core::{
    Error, Result,
    error::Violation,
    hash::Seed,
    visuals::{Card, CardTemplate},
};

use super::{
    background,
    canvas::{Area, Canvas},
    colour::{Ground, Scheme},
    fonts::Weight,
    lines::{Block, Measured},
    stack::{Mark, Part, Stack},
};

/// Smallest and largest side of a card in pixels.
const SIDES_PX: std::ops::RangeInclusive<u32> = 200..=4096;

/// Draws a card as PNG. The same card gives the same bytes on every machine.
///
/// # Errors
/// [`vcm_core::ErrorKind::InvalidInput`] when a side is not 200 to 4096 pixels.
pub fn render_card(card: &Card) -> Result<Vec<u8>> {
    layout(card)?.draw()?.png()
}

/// As [`render_card`], and a JPEG of it that is `preview_px` wide.
///
/// # Errors
/// As [`render_card`].
#[cfg(feature = "export")]
pub(crate) fn render_card_with_preview(card: &Card, preview_px: u32) -> Result<(Vec<u8>, Vec<u8>)> {
    let picture = layout(card)?.draw()?;
    Ok((picture.png()?, picture.preview(preview_px)?))
}

/// The card laid out, not yet drawn.
pub(super) fn layout(card: &Card) -> Result<Canvas> {
    check_size("render_card", card.width_px, card.height_px)?;
    let (width, height) = (card.width_px as f32, card.height_px as f32);
    let scheme = Scheme::new(&card.palette, ground(card));
    let mut canvas = Canvas::new(card.width_px, card.height_px, scheme.ground);
    background::draw(&mut canvas, &scheme, width, height, card.seed);
    let frame = Frame::new(width, height);
    let body = header_and_footer(&mut canvas, card, &scheme, &frame);
    match card.template {
        CardTemplate::Comparison if card.lines.len() >= 2 => comparison(&mut canvas, card, &scheme, &frame, body),
        _ => stack(card, &frame).draw_at(&mut canvas, &scheme, body, frame.least, anchor(card)),
    }
    Ok(canvas)
}

/// Refuses pictures that nobody can read or that no memory holds.
pub(super) fn check_size(operation: &'static str, width: u32, height: u32) -> Result<()> {
    let allowed = format!("{} to {}", SIDES_PX.start(), SIDES_PX.end());
    let violations: Vec<Violation> = [("width_px", width), ("height_px", height)]
        .into_iter()
        .filter(|(_, side)| !SIDES_PX.contains(side))
        .map(|(field, side)| Violation::new(field, side, allowed.clone()))
        .collect();
    if violations.is_empty() { Ok(()) } else { Err(Error::invalid_input(operation, violations)) }
}

/// Where things may stand, and how large they are.
pub(super) struct Frame {
    area: Area,
    /// Side of a square with the card's area: what type sizes are shares of.
    unit: f32,
    /// The smallest size that can be read on a phone.
    least: f32,
    tall: bool,
}

impl Frame {
    fn new(width: f32, height: f32) -> Self {
        let tall = height > width * 1.6;
        let margin = width.min(height) * 0.08;
        // Vertical video players cover the top 14 % and the bottom 20 % with their own text and buttons.
        let (top, bottom) = if tall { (height * 0.14, height * 0.20) } else { (margin, margin) };
        let area = Area { x: margin, y: top, width: width - 2.0 * margin, height: height - top - bottom };
        let unit = (width * height).sqrt();
        Self { area, unit, least: unit * 0.0145, tall }
    }
}

fn ground(card: &Card) -> Ground {
    let choices: &[Ground] = match card.template {
        CardTemplate::Statement | CardTemplate::Question => &[Ground::Primary, Ground::Accent, Ground::Paper],
        CardTemplate::Statistic | CardTemplate::Quote => &[Ground::Primary, Ground::Paper],
        CardTemplate::List | CardTemplate::Steps | CardTemplate::Comparison => &[Ground::Paper, Ground::Primary],
    };
    Seed(card.seed).stream("card ground").pick(choices).copied().unwrap_or(Ground::Primary)
}

/// Where short cards put their text: the middle, or, for variety, the top or the bottom.
fn anchor(card: &Card) -> f32 {
    match card.template {
        CardTemplate::Statement | CardTemplate::Question | CardTemplate::Quote => {
            Seed(card.seed).stream("card anchor").pick(&[0.5, 0.5, 0.12, 0.92]).copied().unwrap_or(0.5)
        }
        _ => 0.5,
    }
}

/// Short sentences are set larger: a card with four words at the size of forty looks empty.
fn loudness(card: &Card) -> f32 {
    let louder: f32 = match card.headline.chars().count() {
        0..=14 => 1.55,
        15..=24 => 1.35,
        25..=38 => 1.18,
        39..=52 => 1.06,
        _ => 1.0,
    };
    // In a narrow card larger type only makes more lines.
    if card.height_px > card.width_px { 1.0 + (louder - 1.0) * 0.6 } else { louder }
}

/// A figure as its number and the unit after it. A short unit, such as `%` or `×`, stays with its number.
fn number_and_unit(figure: &str) -> (&str, Option<&str>) {
    match figure.trim().split_once(char::is_whitespace) {
        Some((number, unit)) if number.chars().any(char::is_numeric) && unit.trim().chars().count() > 2 => {
            (number, Some(unit.trim()))
        }
        _ => (figure.trim(), None),
    }
}

/// Draws the lines above and below; returns what is left for the body.
fn header_and_footer(canvas: &mut Canvas, card: &Card, scheme: &Scheme, frame: &Frame) -> Area {
    let mut body = frame.area;
    let size = frame.unit * 0.029;
    if let Some(kicker) = small_line(card.kicker.as_deref(), Weight::SemiBold, size, body.width * 0.9) {
        let bar = Area { x: body.x, y: body.y, width: size * 2.2, height: size * 0.2 };
        let x = if kicker.right_to_left { body.right() - bar.width } else { body.x };
        canvas.panel(Area { x, ..bar }, bar.height / 2.0, scheme.mark);
        canvas.block(&kicker, body, body.y + size * 0.55, scheme.quiet);
        let used = size * 0.55 + kicker.height() + size * 1.1;
        body.y += used;
        body.height -= used;
    }
    let small = size * 0.88;
    let mark = small_line(card.watermark.as_deref(), Weight::SemiBold, small, body.width * 0.55);
    let left = body.width - mark.as_ref().map_or(0.0, |mark| mark.width + small * 1.5);
    let footer = small_line(card.footer.as_deref(), Weight::Regular, small, left);
    if footer.is_some() || mark.is_some() {
        let tallest = [&footer, &mark].into_iter().flatten().map(Block::height).fold(0.0, f32::max);
        let top = body.bottom() - tallest;
        if let Some(footer) = &footer {
            canvas.block(footer, Area { width: left, ..body }, top + tallest - footer.height(), scheme.quiet);
        }
        if let Some(mark) = &mark {
            let x = body.right() - mark.width;
            let top = top + tallest - mark.height();
            canvas.block(mark, Area { x, width: mark.width, ..body }, top, scheme.accent);
        }
        body.height -= tallest + size * 1.1;
    }
    body
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

/// The parts of a card's body, top to bottom, in shares of the unit.
fn stack(card: &Card, frame: &Frame) -> Stack {
    let unit = frame.unit;
    let lines = |size: f32, mark: Mark| {
        card.lines
            .iter()
            .map(move |line| Part::new(line, Weight::Regular, unit * size).marked(mark).after(unit * 0.020))
    };
    let mut stack = Stack::new();
    match card.template {
        CardTemplate::Statement | CardTemplate::Comparison => {
            let size = unit * 0.104 * loudness(card);
            stack.push(Part::new(&card.headline, Weight::ExtraBold, size));
            stack.extend(lines(0.040, Mark::None).map(|part| part.quiet().after(unit * 0.026)));
        }
        CardTemplate::Question => {
            let size = unit * 0.100 * loudness(card);
            stack.push(Part::new(&card.headline, Weight::ExtraBold, size));
            stack.extend(
                lines(0.040, Mark::Chip).enumerate().map(
                    |(index, part)| {
                        if index == 0 { part.after(unit * 0.045) } else { part }
                    },
                ),
            );
        }
        CardTemplate::Quote => {
            stack.push(Part::quotation(unit * 0.16));
            let size = unit * 0.074 * loudness(card);
            stack.push(Part::new(&card.headline, Weight::SemiBold, size).after(unit * 0.02));
            stack.extend(lines(0.036, Mark::None).map(|part| part.quiet().after(unit * 0.030)));
        }
        CardTemplate::Statistic => {
            if let Some(figure) = &card.figure {
                let (number, unit_name) = number_and_unit(figure);
                stack.push(Part::new(number, Weight::ExtraBold, unit * 0.32).figure().whole());
                if let Some(name) = unit_name {
                    stack.push(Part::new(name, Weight::ExtraBold, unit * 0.115).figure().whole().after(unit * -0.035));
                }
            }
            stack.push(Part::new(&card.headline, Weight::SemiBold, unit * 0.062).after(unit * 0.016));
            stack.extend(lines(0.038, Mark::None).map(|part| part.quiet().after(unit * 0.022)));
        }
        CardTemplate::List | CardTemplate::Steps => {
            stack.push(Part::new(&card.headline, Weight::ExtraBold, unit * 0.074));
            let steps = card.template == CardTemplate::Steps;
            let mark = |index: usize| if steps { Mark::Number(index as u32 + 1) } else { Mark::Bullet };
            for (index, line) in card.lines.iter().enumerate() {
                let gap = if index == 0 { 0.048 } else { 0.028 };
                stack.push(Part::new(line, Weight::Regular, unit * 0.046).marked(mark(index)).after(unit * gap));
            }
        }
    }
    stack
}

/// A headline over two panels, beside each other or, on tall cards, below each other.
fn comparison(canvas: &mut Canvas, card: &Card, scheme: &Scheme, frame: &Frame, body: Area) {
    let unit = frame.unit;
    let mut head = Stack::new();
    head.push(Part::new(&card.headline, Weight::ExtraBold, unit * 0.070));
    let gap = unit * 0.03;
    let stacked = frame.tall || body.height > body.width * 0.8;
    let used = head.draw_at_top(canvas, scheme, Area { height: body.height * 0.36, ..body }, frame.least);
    let top = body.y + used + if used > 0.0 { gap * 1.4 } else { 0.0 };
    let rest = Area { y: top, height: (body.bottom() - top).max(1.0), ..body };
    let (width, height) =
        if stacked { (rest.width, (rest.height - gap) / 2.0) } else { ((rest.width - gap) / 2.0, rest.height) };
    let middle = card.lines.len().div_ceil(2);
    let (then, now) = card.lines.split_at_checked(middle).unwrap_or_default();
    for (index, lines) in [then, now].into_iter().enumerate() {
        let shift = index as f32;
        let panel = if stacked {
            Area { y: rest.y + shift * (height + gap), width, height, ..rest }
        } else {
            Area { x: rest.x + shift * (width + gap), width, height, ..rest }
        };
        let colours = if index == 0 {
            Scheme { ground: scheme.panel, text: scheme.panel_text, ..*scheme }
        } else {
            Scheme {
                ground: scheme.mark,
                text: scheme.on_mark,
                quiet: scheme.on_mark,
                accent: scheme.on_mark,
                mark: scheme.on_mark,
                on_mark: scheme.mark,
                panel: scheme.mark,
                ..*scheme
            }
        };
        canvas.panel(panel, unit * 0.028, colours.ground);
        let mut stack = Stack::new();
        let mark = if index == 0 { Mark::Cross } else { Mark::Check };
        for line in lines {
            stack.push(Part::new(line, Weight::SemiBold, unit * 0.048).marked(mark).after(unit * 0.022));
        }
        stack.draw(canvas, &colours, panel.inset(unit * 0.036), frame.least);
    }
}
