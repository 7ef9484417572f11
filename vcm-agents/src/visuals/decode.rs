//! Pictures from outside: decoded within limits, turned upright, and rid of everything that is not pixels. Next: [`super::crop`].

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops::FilterType,
};
use vcm_core::{Error, ErrorKind, Result};

/// Most bytes of a picture file.
pub const MAX_PICTURE_BYTES: u64 = 32 * 1024 * 1024;

/// Largest side of a picture that is read, in pixels.
const MAX_SIDE_PX: u32 = 12_000;

/// Most pixels of a picture that is read: a file of a few kilobytes can claim any number.
const MAX_PIXELS: u64 = 50_000_000;

/// Most memory that decoding may take, in bytes.
const MAX_DECODED_BYTES: u64 = 256 * 1024 * 1024;

/// Longest side that is kept, in pixels: the largest card needs no more.
const KEPT_SIDE_PX: u32 = 2400;

/// Quality of kept photos, 1 to 100.
const KEPT_QUALITY: u8 = 92;

const ALLOWED: &str = "a PNG, JPEG or WebP of at most 32 MiB, 50 million pixels and 12,000 pixels a side";

/// A picture of a brief as it is kept with a campaign: turned upright as its EXIF says, at most 2,400 pixels a side, JPEG or, with
/// transparency, PNG. Nothing else of the file is kept: no place, camera, time or thumbnail.
///
/// # Errors
/// [`ErrorKind::InvalidInput`] when the bytes are no PNG, JPEG or WebP, are beyond 32 MiB, 50 million pixels or 12,000 a side, or the
/// shorter side has fewer than `least_px` pixels.
pub fn clean_picture(bytes: &[u8], least_px: u32) -> Result<Vec<u8>> {
    let picture = decode(bytes)?;
    if picture.width().min(picture.height()) < least_px {
        let found = format!("{} × {} pixels", picture.width(), picture.height());
        let allowed = format!("a picture of at least {least_px} pixels on its shorter side");
        return Err(Error::invalid_field("clean_picture", "picture", found, allowed));
    }
    let long = picture.width().max(picture.height());
    let picture =
        if long > KEPT_SIDE_PX { picture.resize(KEPT_SIDE_PX, KEPT_SIDE_PX, FilterType::Lanczos3) } else { picture };
    let mut kept = Vec::new();
    let (width, height) = (picture.width(), picture.height());
    let has_holes = picture.color().has_alpha() && picture.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255);
    let written = if has_holes {
        PngEncoder::new(&mut kept).write_image(&picture.to_rgba8(), width, height, ExtendedColorType::Rgba8)
    } else {
        JpegEncoder::new_with_quality(&mut kept, KEPT_QUALITY).write_image(
            &picture.to_rgb8(),
            width,
            height,
            ExtendedColorType::Rgb8,
        )
    };
    written.map_err(|error| {
        Error::new(ErrorKind::Unexpected, "clean_picture", "the picture cannot be encoded").caused_by(error)
    })?;
    Ok(kept)
}

/// The pixels of a picture file, upright.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage> {
    let refused = |found: String| Error::invalid_field("read_picture", "picture", found, ALLOWED);
    let invalid = |error: image::ImageError| refused(error.to_string()).caused_by(error);
    if bytes.len() as u64 > MAX_PICTURE_BYTES {
        return Err(refused(format!("{} bytes", bytes.len())));
    }
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| Error::new(ErrorKind::Io, "read_picture", "the picture cannot be read").caused_by(error))?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PX);
    limits.max_image_height = Some(MAX_SIDE_PX);
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(invalid)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS || width.max(height) > MAX_SIDE_PX || width.min(height) == 0 {
        return Err(refused(format!("{width} × {height} pixels")));
    }
    let orientation = decoder.orientation().map_err(invalid)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(invalid)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visuals::picture::encode_png;

    /// A JPEG that is wider than tall, whose EXIF says that it must be turned by 90°, and names a camera.
    fn sideways() -> Vec<u8> {
        let pixels = vec![200_u8; 40 * 20 * 3];
        let mut jpeg = Vec::new();
        JpegEncoder::new(&mut jpeg).write_image(&pixels, 40, 20, ExtendedColorType::Rgb8).expect("a JPEG");
        let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
        exif.extend(b"\x01\x0f\0\x02\0\0\0\x08\0\0\0\x26"); // maker, 8 letters, at 38
        exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"); // orientation 6
        exif.extend(b"\0\0\0\0SECRETS\0");
        let mut marked = jpeg[..2].to_vec();
        marked.extend([0xFF, 0xE1]);
        marked.extend(((exif.len() + 2) as u16).to_be_bytes());
        marked.extend(&exif);
        marked.extend(&jpeg[2..]);
        marked
    }

    #[test]
    fn a_photo_is_turned_upright_and_its_exif_is_gone() {
        let given = sideways();
        assert!(given.windows(7).any(|bytes| bytes == b"SECRETS"));
        let kept = clean_picture(&given, 20).expect("a picture");
        assert!(!kept.windows(4).any(|bytes| bytes == b"Exif") && !kept.windows(7).any(|bytes| bytes == b"SECRETS"));
        let read = image::load_from_memory(&kept).expect("a picture");
        assert_eq!((read.width(), read.height()), (20, 40));
        assert!(clean_picture(&given, 21).is_err());
    }

    #[test]
    fn what_claims_too_many_pixels_is_refused_before_it_is_decoded() {
        let mut bomb = encode_png(&[0; 12], 2, 2).expect("a PNG");
        // The header's width and height, and a checksum that still holds.
        bomb[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10]);
        let sum = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        for bytes in [&bomb[..], b"not a picture", b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"] {
            assert_eq!(clean_picture(bytes, 1).expect_err("refused").kind(), ErrorKind::InvalidInput, "{bytes:.20?}");
        }
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
        })
    }
}
