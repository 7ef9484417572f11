//! The brief's pictures in cards: photos cut to their place, a scrim under text, the logo on a plate where it would not be seen.
//!
//! A picture is decoded when a card first needs it and shared by all. Next: [`super::card`].

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use image::{DynamicImage, RgbImage, RgbaImage, imageops};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use vcm_core::{
    Error, ErrorKind, Result,
    visuals::{Palette, Photo},
};

use super::{
    canvas::Area,
    card::plate,
    colour::{Colour, Scheme},
    crop::crop,
    decode::decode,
    frame::Frame,
};

/// Lightest that a photo may be behind text, as relative luminance: white has a contrast of 7 there.
const BEHIND_TEXT: f64 = 0.095;

/// Least contrast of a logo with the card, below which it gets a plate.
const LOGO_CONTRAST: f64 = 2.0;

/// The pictures that cards name, by the names the brief gives them.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    files: BTreeMap<String, Arc<Loaded>>,
}

#[derive(Debug)]
struct Loaded {
    bytes: Vec<u8>,
    decoded: OnceLock<Option<DynamicImage>>,
}

impl Pictures {
    /// No pictures: enough for cards that name none.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds a picture file; [`super::clean_picture`] makes one of any file. It is decoded when a card first needs it.
    pub fn insert(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), Arc::new(Loaded { bytes, decoded: OnceLock::new() }));
    }

    /// Whether there is a picture of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    fn get(&self, name: &str) -> Result<&DynamicImage> {
        let loaded = self.files.get(name).ok_or_else(|| Error::not_found("render_card", "picture", name))?;
        loaded.decoded.get_or_init(|| decode(&loaded.bytes).ok()).as_ref().ok_or_else(|| {
            Error::new(ErrorKind::DataCorrupt, "render_card", "the picture cannot be decoded").with("picture", name)
        })
    }

    fn cut(&self, photo: &Photo, area: Area) -> Result<RgbImage> {
        let (left, top) = (area.x.round(), area.y.round());
        let (width, height) = (area.right().round() - left, area.bottom().round() - top);
        let picture = self.get(&photo.file)?;
        match picture {
            DynamicImage::ImageRgb8(pixels) => Ok(crop(pixels, width as u32, height as u32, photo.focus)),
            other => Ok(crop(&other.to_rgb8(), width as u32, height as u32, photo.focus)),
        }
    }

    /// A photo cut to the size of `area`.
    pub(super) fn cropped(&self, photo: &Photo, area: Area) -> Result<Arc<Pixmap>> {
        pixmap(self.cut(photo, area)?.enumerate_rows().map(|(_, row)| row.map(|(_, _, pixel)| pixel.0)))
    }

    /// A photo cut to the size of a whole card, darkened where `texts` stand so that nothing behind them is lighter than
    /// [`behind_text`] says.
    pub(super) fn under_text(
        &self,
        photo: &Photo,
        whole: Area,
        texts: &[Area],
        palette: &Palette,
    ) -> Result<Arc<Pixmap>> {
        let picture = self.cut(photo, whole)?;
        let dark = scrim_colour(palette);
        let shares = scrim(&picture, dark, texts);
        let rows = picture.enumerate_rows().zip(shares);
        pixmap(rows.map(|((_, row), share)| {
            row.map(move |(_, _, pixel)| {
                let [red, green, blue] = pixel.0;
                Colour::rgb(red, green, blue).mix(dark, share).channels()
            })
        }))
    }

    /// A logo in the frame's size, on a plate when the card would swallow it.
    pub(super) fn logo(&self, file: &str, frame: &Frame, scheme: &Scheme) -> Result<Arc<Pixmap>> {
        let picture = self.get(file)?;
        let height = frame.unit * 0.056;
        let most = frame.area.width * 0.4;
        let scale = (f64::from(height) / f64::from(picture.height())).min(f64::from(most) / f64::from(picture.width()));
        let side = |full: u32| (f64::from(full) * scale).round().max(1.0) as u32;
        let logo = resized(&picture.to_rgba8(), side(picture.width()), side(picture.height()));
        if seen(&logo, scheme.ground) >= LOGO_CONTRAST {
            return premultiplied(&logo, None);
        }
        premultiplied(&logo, Some(plate(scheme)))
    }
}

/// The lightest that a photo is behind text.
pub(super) fn behind_text() -> Colour {
    // A grey of luminance 0.0953: ((0.345 + 0.055) / 1.055)^2.4.
    Colour::rgb(88, 88, 88)
}

/// The main colour, so dark that it can cover anything.
fn scrim_colour(palette: &Palette) -> Colour {
    let main = Colour::parse(&palette.primary).unwrap_or(Colour::INK);
    (0..=10)
        .map(|step| main.mix(Colour::INK, f64::from(step) / 10.0))
        .find(|dark| dark.luminance() <= BEHIND_TEXT * 0.35)
        .unwrap_or(Colour::INK)
}

/// For every row the share of the scrim: as much as the texts need there, and softly less around them.
fn scrim(picture: &RgbImage, dark: Colour, texts: &[Area]) -> Vec<f64> {
    let height = picture.height() as usize;
    let mut needed = vec![0.0_f64; height];
    for ((index, row), need) in picture.enumerate_rows().map(|(index, row)| (index as f32, row)).zip(&mut needed) {
        if !texts.iter().any(|area| index + 1.5 >= area.y && index - 1.5 <= area.bottom()) {
            continue;
        }
        // The largest of each channel: no pixel of the row is lighter.
        let mut most = [0_u8; 3];
        for (_, _, pixel) in row {
            for (most, channel) in most.iter_mut().zip(pixel.0) {
                *most = (*most).max(channel);
            }
        }
        let [red, green, blue] = most;
        let lightest = Colour::rgb(red, green, blue);
        let enough = |step: &u32| lightest.mix(dark, f64::from(*step) / 50.0).luminance() <= BEHIND_TEXT;
        *need = f64::from((0..=50).find(enough).unwrap_or(50)) / 50.0;
    }
    // The largest need within reach, falling off with distance, so that no edge of the scrim is seen.
    let reach = height as f64 * 0.24;
    let mut shares = vec![0.0_f64; height];
    let mut spread = |order: &mut dyn Iterator<Item = usize>| {
        let mut held: Option<(f64, f64)> = None;
        for index in order {
            let own = needed.get(index).copied().unwrap_or(0.0);
            let (need, away) = match held {
                Some((need, away)) if fall(need, away + 1.0, reach) > own => (need, away + 1.0),
                _ => (own, 0.0),
            };
            held = Some((need, away));
            if let Some(share) = shares.get_mut(index) {
                *share = share.max(fall(need, away, reach));
            }
        }
    };
    spread(&mut (0..height));
    spread(&mut (0..height).rev());
    // A photo behind text is always calmed a little.
    shares.iter().map(|share| share.max(0.12)).collect()
}

fn fall(need: f64, away: f64, reach: f64) -> f64 {
    let left = (1.0 - away / reach).max(0.0);
    need * left * left * (3.0 - 2.0 * left)
}

/// Mean contrast of what is drawn of a logo with the ground.
fn seen(logo: &RgbaImage, ground: Colour) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for pixel in logo.pixels().filter(|pixel| pixel.0[3] > 127) {
        let [red, green, blue, _] = pixel.0;
        sum += Colour::rgb(red, green, blue).contrast(ground);
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { 21.0 }
}

fn resized(picture: &RgbaImage, width: u32, height: u32) -> RgbaImage {
    imageops::resize(picture, width, height, imageops::FilterType::Lanczos3)
}

fn pixmap<R: Iterator<Item = [u8; 3]>>(rows: impl ExactSizeIterator<Item = R>) -> Result<Arc<Pixmap>> {
    let height = rows.len();
    let mut data = Vec::new();
    for row in rows {
        data.extend(row.flat_map(|[red, green, blue]| [red, green, blue, 255]));
    }
    let width = data.len() / 4 / height.max(1);
    let size = resvg::tiny_skia::IntSize::from_wh(width as u32, height as u32);
    let pixels = size.and_then(|size| Pixmap::from_vec(data, size));
    pixels.map(Arc::new).ok_or_else(|| Error::new(ErrorKind::Unexpected, "render_card", "the photo has no pixels"))
}

/// A picture with transparency, on a plate with round corners or on nothing.
fn premultiplied(picture: &RgbaImage, ground: Option<Colour>) -> Result<Arc<Pixmap>> {
    let edge = ground.map_or(0, |_| (picture.height() / 5).max(2));
    let no_memory = || Error::new(ErrorKind::Unexpected, "render_card", "no memory for the logo");
    let (width, height) = (picture.width() + 2 * edge, picture.height() + 2 * edge);
    let mut pixels = Pixmap::new(width, height).ok_or_else(no_memory)?;
    if let Some(colour) = ground {
        let mut canvas = super::canvas::Canvas::transparent(width, height);
        let whole = Area { x: 0.0, y: 0.0, width: width as f32, height: height as f32 };
        canvas.panel(whole, edge as f32 * 1.2, colour);
        pixels = canvas.draw()?.pixels;
    }
    let mut logo = Pixmap::new(picture.width(), picture.height()).ok_or_else(no_memory)?;
    for (target, pixel) in logo.pixels_mut().iter_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = pixel.0;
        let times = |channel: u8| (u16::from(channel) * u16::from(alpha) / 255) as u8;
        if let Some(colour) = PremultipliedColorU8::from_rgba(times(red), times(green), times(blue), alpha) {
            *target = colour;
        }
    }
    let (paint, still) = (resvg::tiny_skia::PixmapPaint::default(), resvg::tiny_skia::Transform::identity());
    pixels.draw_pixmap(edge as i32, edge as i32, logo.as_ref(), &paint, still, None);
    Ok(Arc::new(pixels))
}
