//! A picture in the making: a list of shapes and lines of text, drawn once at the end. Next: [`super::picture`].

use std::sync::Arc;

use resvg::{
    tiny_skia::{FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PixmapPaint, Rect, Stroke, Transform},
    usvg,
};
use unicode_segmentation::UnicodeSegmentation;
use vcm_core::{Error, ErrorKind, Result};

use super::{
    colour::Colour,
    fonts::{Weight, fonts, is_emoji_face},
    line::{Line, Look},
    lines::Block,
    outlines::outlines,
    picture::Picture,
    text::{Run, runs, width_ems},
};

/// A circle's quarter as a cubic curve: how far its control points reach, as a share of the radius.
const QUARTER: f32 = 0.552_284_8;

/// Width of a phone in CSS pixels.
const PHONE_PX: f32 = 360.0;

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Area {
    pub(super) fn right(self) -> f32 {
        self.x + self.width
    }

    pub(super) fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// The area without `edge` on every side.
    pub(super) fn inset(self, edge: f32) -> Self {
        Self {
            x: self.x + edge,
            y: self.y + edge,
            width: (self.width - 2.0 * edge).max(1.0),
            height: (self.height - 2.0 * edge).max(1.0),
        }
    }
}

#[derive(Debug)]
enum Drawing {
    Fill(Path, Colour),
    Stroke(Path, Colour, f32, LineCap),
    /// Outlines of glyphs.
    Text(Path, Colour),
    /// A picture of its own with its upper left corner.
    Inset(Box<Canvas>, i32, i32),
    /// Pixels, which may be transparent, with their upper left corner.
    Pixels(Arc<Pixmap>, i32, i32),
    /// One grapheme with its left edge and baseline.
    Emoji {
        text: String,
        size: f32,
        x: f32,
        y: f32,
    },
}

/// Colours of a block: its text, what stands behind code, and words that stand out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    pub(super) text: Colour,
    pub(super) code: Option<Colour>,
    pub(super) strong: Option<Colour>,
}

impl From<Colour> for Ink {
    fn from(text: Colour) -> Self {
        Self { text, code: None, strong: None }
    }
}

/// A line of text as it stands, for the test of contrast.
#[cfg(test)]
#[derive(Debug, Clone, Copy)]
pub(super) struct PlacedText {
    pub(super) area: Area,
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) colour: Colour,
}

/// What will be drawn, in order.
#[derive(Debug)]
pub(super) struct Canvas {
    /// None leaves what is not drawn on transparent.
    ground: Option<Colour>,
    drawings: Vec<Drawing>,
    width: u32,
    height: u32,
    /// Where text was put, for the test that none leaves the picture.
    pub(super) text_areas: Vec<Area>,
    /// The same with sizes and colours.
    #[cfg(test)]
    pub(super) texts: Vec<PlacedText>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32, ground: Colour) -> Self {
        Self {
            ground: Some(ground),
            drawings: Vec::new(),
            width,
            height,
            text_areas: Vec::new(),
            #[cfg(test)]
            texts: Vec::new(),
        }
    }

    /// Without a ground.
    pub(super) fn transparent(width: u32, height: u32) -> Self {
        Self { ground: None, ..Self::new(width, height, Colour::INK) }
    }

    /// Width and height in pixels.
    #[cfg(test)]
    pub(super) fn size(&self) -> (f32, f32) {
        (self.width as f32, self.height as f32)
    }

    /// Fills what the builder has drawn.
    pub(super) fn fill(&mut self, builder: PathBuilder, colour: Colour) {
        self.drawings.extend(builder.finish().map(|path| Drawing::Fill(path, colour)));
    }

    /// Strokes what the builder has drawn, with round ends.
    pub(super) fn stroke(&mut self, builder: PathBuilder, colour: Colour, width: f32) {
        self.drawings.extend(builder.finish().map(|path| Drawing::Stroke(path, colour, width, LineCap::Round)));
    }

    /// As [`Self::stroke`], with ends that are cut off.
    pub(super) fn stroke_flat(&mut self, builder: PathBuilder, colour: Colour, width: f32) {
        self.drawings.extend(builder.finish().map(|path| Drawing::Stroke(path, colour, width, LineCap::Butt)));
    }

    /// Whether text of this size counts as large (WCAG 2.2: 24 CSS pixels, or 18.66 when bold) where the picture is shown as wide as
    /// a phone, 360 CSS pixels.
    pub(super) fn is_large(&self, size: f32, weight: Weight) -> bool {
        let shown = size * PHONE_PX / self.width.max(1) as f32;
        shown >= 24.0 || (shown >= 18.66 && weight == Weight::ExtraBold)
    }

    /// A filled circle.
    pub(super) fn disc(&mut self, x: f32, y: f32, radius: f32, colour: Colour) {
        let mut builder = PathBuilder::new();
        builder.push_circle(x, y, radius);
        self.fill(builder, colour);
    }

    /// A filled rectangle with round corners.
    pub(super) fn panel(&mut self, area: Area, radius: f32, colour: Colour) {
        let Area { x, y, width, height } = area;
        let (right, bottom) = (area.right(), area.bottom());
        let radius = radius.min(width / 2.0).min(height / 2.0);
        let mut builder = PathBuilder::new();
        if radius <= 0.0 {
            if let Some(rectangle) = Rect::from_xywh(x, y, width, height) {
                builder.push_rect(rectangle);
            }
        } else {
            let reach = radius * (1.0 - QUARTER);
            builder.move_to(x + radius, y);
            builder.line_to(right - radius, y);
            builder.cubic_to(right - reach, y, right, y + reach, right, y + radius);
            builder.line_to(right, bottom - radius);
            builder.cubic_to(right, bottom - reach, right - reach, bottom, right - radius, bottom);
            builder.line_to(x + radius, bottom);
            builder.cubic_to(x + reach, bottom, x, bottom - reach, x, bottom - radius);
            builder.line_to(x, y + radius);
            builder.cubic_to(x, y + reach, x + reach, y, x + radius, y);
            builder.close();
        }
        self.fill(builder, colour);
    }

    /// A picture of its own, cut off at its edges.
    pub(super) fn inset(&mut self, area: Area, draw: impl FnOnce(&mut Canvas), ground: Colour) {
        let (left, top) = (area.x.round(), area.y.round());
        let (width, height) = ((area.right().round() - left).max(1.0), (area.bottom().round() - top).max(1.0));
        let mut inner = Canvas::new(width as u32, height as u32, ground);
        draw(&mut inner);
        self.drawings.push(Drawing::Inset(Box::new(inner), left as i32, top as i32));
    }

    /// Pixels with their upper left corner at `x`, `y`.
    pub(super) fn pixels(&mut self, pixels: Arc<Pixmap>, x: f32, y: f32) {
        self.drawings.push(Drawing::Pixels(pixels, x.round() as i32, y.round() as i32));
    }

    /// Pixels behind everything, with the size of the canvas.
    pub(super) fn behind_all(&mut self, pixels: Arc<Pixmap>) {
        self.drawings.insert(0, Drawing::Pixels(pixels, 0, 0));
    }

    /// The shorter side in pixels.
    pub(super) fn short(&self) -> f32 {
        self.width.min(self.height) as f32
    }

    /// Leaves out every text: what stands behind it.
    #[cfg(test)]
    pub(super) fn without_text(mut self) -> Self {
        self.drawings.retain(|drawing| !matches!(drawing, Drawing::Text(..) | Drawing::Emoji { .. }));
        self
    }

    /// Says how high the ink of the last line is, where that is far less than its line.
    pub(super) fn trim_last_text(&mut self, y: f32, height: f32) {
        if let Some(area) = self.text_areas.last_mut() {
            (area.y, area.height) = (y, height);
            #[cfg(test)]
            if let Some(text) = self.texts.last_mut() {
                text.area = *area;
            }
        }
    }

    /// A block of lines with its top at `y`: at the left of `area`, or at its right when read from right to left.
    pub(super) fn block(&mut self, block: &Block, area: Area, y: f32, ink: impl Into<Ink>) {
        let ink = ink.into();
        self.lines(block, y, ink, |width| if block.right_to_left { area.right() - width } else { area.x });
    }

    /// A block of lines centred in `area`, both ways.
    pub(super) fn centred(&mut self, block: &Block, area: Area, ink: impl Into<Ink>) {
        let top = area.y + (area.height - block.height()) / 2.0;
        self.lines(block, top, ink.into(), |width| area.x + (area.width - width) / 2.0);
    }

    fn lines(&mut self, block: &Block, top: f32, ink: Ink, left: impl Fn(f32) -> f32) {
        for (index, line) in block.lines.iter().enumerate() {
            let width = line.width_ems(block.weight) * block.size;
            let x = left(width);
            self.line(line, block, x, top + block.baseline(index), ink);
            let y = top + index as f32 * block.line_height();
            let area = Area { x, y, width, height: block.line_height() };
            self.text_areas.push(area);
            #[cfg(test)]
            {
                let placed = |colour| PlacedText { area, size: block.size, weight: block.weight, colour };
                self.texts.push(placed(ink.text));
                let is_strong = line.pieces().iter().any(|(_, look)| *look == Look::Strong);
                self.texts.extend(ink.strong.filter(|_| is_strong).map(placed));
            }
        }
    }

    /// A line with its left edge at `x` and its baseline at `y`.
    fn line(&mut self, line: &Line, block: &Block, x: f32, y: f32, ink: Ink) {
        let size = block.size;
        let mut left = x;
        let (mut plain, mut strong) = (PathBuilder::new(), PathBuilder::new());
        for (piece, look) in line.pieces() {
            if let (Look::Code, Some(colour)) = (look, ink.code) {
                let width = width_ems(piece, block.weight) * size;
                let behind =
                    Area { x: left - size * 0.13, y: y - size * 0.86, width: width + size * 0.26, height: size * 1.13 };
                self.panel(behind, size * 0.2, colour);
            }
            let builder = if look == Look::Strong && ink.strong.is_some() { &mut strong } else { &mut plain };
            for run in runs(piece, block.weight) {
                if is_emoji_face(run.face) {
                    self.emoji(&run, size, left, y);
                } else {
                    outlines(builder, &run, size, left, y);
                }
                left += run.advance * size;
            }
        }
        for (builder, colour) in [(plain, ink.text), (strong, ink.strong.unwrap_or(ink.text))] {
            self.drawings.extend(builder.finish().map(|path| Drawing::Text(path, colour)));
        }
    }

    fn emoji(&mut self, run: &Run, size: f32, x: f32, y: f32) {
        let mut graphemes: Vec<&str> = run.text.graphemes(true).collect();
        if run.right_to_left {
            graphemes.reverse();
        }
        let mut left = x;
        for grapheme in graphemes {
            let (_, advance) = fonts().shape(run.face, grapheme, false);
            self.drawings.push(Drawing::Emoji { text: grapheme.to_owned(), size, x: left, y });
            left += advance * size;
        }
    }

    /// Draws everything.
    ///
    /// # Errors
    /// [`ErrorKind::Unexpected`] when there is no memory for the pixels.
    pub(super) fn draw(self) -> Result<Picture> {
        let mut pixels = Pixmap::new(self.width, self.height).ok_or_else(|| {
            Error::new(ErrorKind::Unexpected, "render_visual", "no memory for the picture")
                .with("width_px", self.width)
                .with("height_px", self.height)
        })?;
        if let Some(ground) = self.ground {
            pixels.fill(ground.opaque());
        }
        let flat = self.ground.into_iter().collect();
        let mut picture = Picture { pixels, flat, has_emoji: false, has_photo: false };
        for drawing in self.drawings {
            match drawing {
                Drawing::Fill(path, colour) | Drawing::Text(path, colour) => {
                    let paint = paint(colour, &mut picture.flat);
                    picture.pixels.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
                }
                Drawing::Stroke(path, colour, width, line_cap) => {
                    let paint = paint(colour, &mut picture.flat);
                    let stroke = Stroke { width, line_cap, line_join: LineJoin::Round, ..Stroke::default() };
                    picture.pixels.stroke_path(&path, &paint, &stroke, Transform::identity(), None);
                }
                Drawing::Inset(inner, x, y) => {
                    let inner = inner.draw()?;
                    blend(&mut picture.pixels, &inner.pixels, x, y);
                    for colour in inner.flat {
                        if !picture.flat.contains(&colour) {
                            picture.flat.push(colour);
                        }
                    }
                    picture.has_emoji |= inner.has_emoji;
                    picture.has_photo |= inner.has_photo;
                }
                Drawing::Pixels(inner, x, y) => {
                    picture.has_photo = true;
                    blend(&mut picture.pixels, &inner, x, y);
                }
                Drawing::Emoji { text, size, x, y } => {
                    picture.has_emoji = true;
                    draw_emoji(&mut picture.pixels, &text, size, x, y)?;
                }
            }
        }
        Ok(picture)
    }
}

fn blend(pixels: &mut Pixmap, inner: &Pixmap, x: i32, y: i32) {
    pixels.draw_pixmap(x, y, inner.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
}

fn paint(colour: Colour, flat: &mut Vec<Colour>) -> Paint<'static> {
    if !flat.contains(&colour) {
        flat.push(colour);
    }
    let mut paint = Paint::default();
    paint.set_color(colour.opaque());
    paint
}

fn draw_emoji(pixels: &mut Pixmap, text: &str, size: f32, x: f32, y: f32) -> Result<()> {
    // An emoji is one grapheme that the shipped face has: never a character that XML gives a meaning.
    let (width, height) = (pixels.width(), pixels.height());
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><text font-size="{size:.2}" x="{x:.2}" y="{y:.2}">{text}</text></svg>"#
    );
    let tree = usvg::Tree::from_str(&svg, &fonts().emoji_options()).map_err(|error| {
        Error::new(ErrorKind::Unexpected, "render_visual", "the drawing is not valid").caused_by(error)
    })?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(())
}
