//! Crops: a given picture cut to a platform's size with its subject kept in the frame. Next: [`crate::export`].

use std::io::Cursor;

use image::{ImageReader, Limits, RgbImage, imageops};
use vcm_core::{Error, ErrorKind, Result};

use super::{card::check_size, picture::encode_png};

/// Largest side of a picture that is read, in pixels.
const MAX_SIDE_PX: u32 = 12_000;

/// Most memory that decoding may take, in bytes.
const MAX_DECODED_BYTES: u64 = 512 * 1024 * 1024;

/// Side of the small copy that detail is measured in.
const SAMPLE_PX: u32 = 96;

/// Cuts a PNG, JPEG or WebP to `width` × `height` pixels: the largest window of that shape, placed where there is most detail,
/// then scaled. Returns PNG.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] when the bytes are no such picture, a side is over 12,000 pixels, or the size asked for is not 200
/// to 4096 pixels.
pub fn crop_to(bytes: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
    check_size("crop_to", width, height)?;
    let picture = decode(bytes)?;
    let (full_width, full_height) = picture.dimensions();
    let scale = (f64::from(full_width) / f64::from(width)).min(f64::from(full_height) / f64::from(height));
    let window_width = ((f64::from(width) * scale).round() as u32).clamp(1, full_width);
    let window_height = ((f64::from(height) * scale).round() as u32).clamp(1, full_height);
    let (x, y) = most_detail(&picture, window_width, window_height);
    let window = imageops::crop_imm(&picture, x, y, window_width, window_height).to_image();
    let scaled = imageops::resize(&window, width, height, imageops::FilterType::CatmullRom);
    encode_png(scaled.as_raw(), width, height)
}

fn decode(bytes: &[u8]) -> Result<RgbImage> {
    let invalid = |error: image::ImageError| {
        Error::invalid_field("crop_to", "picture", &error, "a PNG, JPEG or WebP of at most 12,000 pixels a side")
            .caused_by(error)
    };
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| Error::new(ErrorKind::Io, "crop_to", "the picture cannot be read").caused_by(error))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PX);
    limits.max_image_height = Some(MAX_SIDE_PX);
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    reader.limits(limits);
    Ok(reader.decode().map_err(invalid)?.to_rgb8())
}

/// Where the window holds most detail (sum of brightness differences between neighbours), nearest the middle when equal.
fn most_detail(picture: &RgbImage, window_width: u32, window_height: u32) -> (u32, u32) {
    let (width, height) = picture.dimensions();
    let (free_x, free_y) = (width - window_width, height - window_height);
    if free_x == 0 && free_y == 0 {
        return (0, 0);
    }
    let small = imageops::grayscale(&imageops::thumbnail(picture, SAMPLE_PX, SAMPLE_PX));
    // Only one axis has room: detail is summed across the other, and the window slides.
    let along_x = free_x > 0;
    let mut profile = vec![0.0_f64; SAMPLE_PX as usize];
    for (x, y, pixel) in small.enumerate_pixels() {
        for (near_x, near_y) in [(x + 1, y), (x, y + 1)] {
            if let Some(near) = small.get_pixel_checked(near_x, near_y)
                && let Some(sum) = profile.get_mut(if along_x { x } else { y } as usize)
            {
                *sum += f64::from(pixel.0[0].abs_diff(near.0[0]));
            }
        }
    }
    let share =
        if along_x { f64::from(window_width) / f64::from(width) } else { f64::from(window_height) / f64::from(height) };
    let length = ((share * f64::from(SAMPLE_PX)).round() as usize).clamp(1, profile.len());
    let places = profile.len() - length;
    let detail = |start: usize| profile.iter().skip(start).take(length).sum::<f64>();
    let total: f64 = profile.iter().sum();
    let best = (0..=places)
        .max_by(|one, two| {
            let worth =
                |start: usize| detail(start) - 0.1 * total * ((start as f64 / places.max(1) as f64) - 0.5).abs();
            worth(*one).total_cmp(&worth(*two))
        })
        .unwrap_or(places / 2);
    let offset = best as f64 / places.max(1) as f64;
    if places == 0 {
        return (free_x / 2, free_y / 2);
    }
    ((f64::from(free_x) * offset) as u32, (f64::from(free_y) * offset) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture_with_detail_at(left: u32) -> Vec<u8> {
        let picture = RgbImage::from_fn(900, 300, |x, y| {
            let busy = x >= left && x < left + 200 && (x / 8 + y / 8) % 2 == 0;
            image::Rgb(if busy { [0, 0, 0] } else { [240, 240, 240] })
        });
        encode_png(picture.as_raw(), 900, 300).expect("a PNG")
    }

    #[test]
    fn the_subject_stays_in_the_frame() {
        for left in [0, 350, 700] {
            let cropped = crop_to(&picture_with_detail_at(left), 300, 300).expect("a crop");
            let read = image::load_from_memory(&cropped).expect("a PNG").to_rgb8();
            assert_eq!(read.dimensions(), (300, 300));
            let dark = read.pixels().filter(|pixel| pixel.0[0] < 100).count();
            assert!(dark > 200 * 300 / 2 * 8 / 10, "detail at {left}: {dark} dark pixels");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for (bytes, width) in [(&b"not a picture"[..], 300), (&[][..], 300), (&picture_with_detail_at(0)[..], 0)] {
            let error = crop_to(bytes, width, 300).expect_err("refused");
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
        }
    }
}
