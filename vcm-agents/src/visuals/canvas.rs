//! A picture in the making: SVG text that is drawn once and encoded as PNG. Next: [`super::card`].

use std::fmt::Write;

use resvg::{tiny_skia, usvg};
use vcm_core::{Error, ErrorKind, Result};

use super::{colour::Colour, fonts::fonts, lines::Block, text::write_line};

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

/// An SVG being written.
#[derive(Debug)]
pub(super) struct Canvas {
    svg: String,
    width: u32,
    height: u32,
    /// Where text was put, for the test that none leaves the picture.
    pub(super) text_areas: Vec<Area>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32, ground: Colour) -> Self {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}" fill="{}"/>"#,
            ground.hex()
        );
        Self { svg, width, height, text_areas: Vec::new() }
    }

    /// Adds SVG made by this crate.
    pub(super) fn shape(&mut self, svg: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.svg.write_fmt(svg);
    }

    /// A filled rectangle with round corners.
    pub(super) fn panel(&mut self, area: Area, radius: f32, fill: Colour) {
        self.shape(format_args!(
            r#"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{:.1}" rx="{radius:.1}" fill="{}"/>"#,
            area.x,
            area.y,
            area.width,
            area.height,
            fill.hex()
        ));
    }

    /// A block of lines with its top at `y`: at the left of `area`, or at its right when read from right to left.
    pub(super) fn block(&mut self, block: &Block, area: Area, y: f32, fill: Colour) {
        for (index, line) in block.lines.iter().enumerate() {
            let width = super::text::width_ems(line, block.weight) * block.size;
            let x = if block.right_to_left { area.right() - width } else { area.x };
            write_line(&mut self.svg, line, block.weight, block.size, x, y + block.baseline(index), &fill.hex());
            let top = y + index as f32 * block.line_height();
            self.text_areas.push(Area { x, y: top, width, height: block.line_height() });
        }
    }

    /// A block of lines centred in `area`, both ways.
    pub(super) fn centred(&mut self, block: &Block, area: Area, fill: Colour) {
        let top = area.y + (area.height - block.height()) / 2.0;
        for (index, line) in block.lines.iter().enumerate() {
            let width = super::text::width_ems(line, block.weight) * block.size;
            let x = area.x + (area.width - width) / 2.0;
            write_line(&mut self.svg, line, block.weight, block.size, x, top + block.baseline(index), &fill.hex());
            self.text_areas.push(Area {
                x,
                y: top + index as f32 * block.line_height(),
                width,
                height: block.line_height(),
            });
        }
    }

    /// The picture as PNG.
    pub(super) fn into_png(mut self) -> Result<Vec<u8>> {
        self.svg.push_str("</svg>");
        let tree = usvg::Tree::from_str(&self.svg, &fonts().usvg_options()).map_err(|error| {
            Error::new(ErrorKind::Unexpected, "render_visual", "the drawing is not valid").caused_by(error)
        })?;
        let mut pixels = tiny_skia::Pixmap::new(self.width, self.height).ok_or_else(|| {
            Error::new(ErrorKind::Unexpected, "render_visual", "no memory for the picture")
                .with("width_px", self.width)
                .with("height_px", self.height)
        })?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
        // The ground covers everything, so every pixel is opaque and needs no alpha channel.
        let opaque: Vec<u8> =
            pixels.data().chunks_exact(4).filter_map(|pixel| pixel.first_chunk::<3>()).flatten().copied().collect();
        encode_png(&opaque, self.width, self.height)
    }
}

/// RGB pixels as PNG.
pub(super) fn encode_png(rgb: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
    let failed = |error: png::EncodingError| {
        Error::new(ErrorKind::Unexpected, "encode_png", "the picture cannot be encoded").caused_by(error)
    };
    let mut bytes = Vec::with_capacity(rgb.len() / 16);
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(rgb).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}
