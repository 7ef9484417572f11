//! A drawn scene in the place of a photo, and a logo, so that the gallery needs no file from anywhere.

use image::{ExtendedColorType, ImageEncoder, RgbImage, RgbaImage, codecs::png::PngEncoder};
use vcm_agents::visuals::clean_picture;
use vcm_core::{Error, ErrorKind, Result};

/// Hills under an evening sun, which stands to the right.
pub(crate) fn photo() -> Result<Vec<u8>> {
    let (width, height) = (1500_u32, 1000_u32);
    let hill = |x: f32, level: f32, swell: f32, phase: f32| {
        level + swell * ((x * 3.1 + phase).sin() * 0.6 + (x * 7.3 + phase * 2.0).sin() * 0.3 + (x * 17.0).sin() * 0.06)
    };
    let picture = RgbImage::from_fn(width, height, |column, row| {
        let (x, y) = (column as f32 / height as f32, row as f32 / height as f32);
        let (away, low) = (((x - 1.05).powi(2) + (y - 0.36).powi(2)).sqrt(), y.clamp(0.0, 1.0));
        let glow = (-away * 3.2).exp();
        let mut colour =
            [0.30 + 0.55 * low + 0.5 * glow, 0.36 + 0.22 * low + 0.38 * glow, 0.58 - 0.16 * low + 0.12 * glow];
        if away < 0.085 {
            colour = [1.0, 0.93, 0.76];
        }
        for (index, (level, swell, phase)) in
            [(0.58, 0.05, 0.4), (0.68, 0.07, 2.2), (0.80, 0.06, 4.0), (0.92, 0.05, 5.3)].into_iter().enumerate()
        {
            let top = hill(x, level, swell, phase);
            if y > top {
                let near = index as f32 / 3.0;
                let light = 0.10 * (1.0 - ((y - top) * 9.0).min(1.0)) + 0.06 * glow;
                colour = [0.46 - 0.36 * near + light, 0.38 - 0.24 * near + light, 0.50 - 0.26 * near + light];
            }
        }
        let grain = ((column * 7919 + row * 104_729) % 97) as f32 / 97.0 * 0.02;
        image::Rgb(colour.map(|channel| ((channel + grain).clamp(0.0, 1.0) * 255.0) as u8))
    });
    clean_picture(&png(picture.as_raw(), width, height, ExtendedColorType::Rgb8)?, 320)
}

/// A ring with a dot, white on nothing.
pub(crate) fn logo() -> Result<Vec<u8>> {
    let picture = RgbaImage::from_fn(240, 240, |column, row| {
        let away = ((column as f32 - 119.5).powi(2) + (row as f32 - 119.5).powi(2)).sqrt();
        let inside = |low: f32, high: f32| {
            ((away - low + 0.5).clamp(0.0, 1.0) * (high - away + 0.5).clamp(0.0, 1.0) * 255.0) as u8
        };
        image::Rgba([255, 255, 255, inside(70.0, 116.0).max(inside(-1.0, 34.0))])
    });
    clean_picture(&png(picture.as_raw(), 240, 240, ExtendedColorType::Rgba8)?, 24)
}

fn png(pixels: &[u8], width: u32, height: u32, colour: ExtendedColorType) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(pixels, width, height, colour).map_err(|error| {
        Error::new(ErrorKind::Unexpected, "gallery", "the scene cannot be encoded").caused_by(error)
    })?;
    Ok(bytes)
}
