//! Crops: a given picture cut to a platform's size with its subject kept in the frame. Next: [`super::photo`].

use image::{RgbImage, imageops};
use vcm_core::Result;

use super::{card::check_size, decode::decode, picture::encode_png, saliency::window};

/// Cuts a PNG, JPEG or WebP to `width` × `height` pixels: the largest window of that shape, around `focus` (shares of width and height
/// from the upper left, 0 to 1) or, without, around what stands out. A window that is smaller than the size asked for is enlarged
/// (Lanczos, three lobes), which keeps edges clean but adds no detail. Returns PNG without any of the file's own metadata.
///
/// # Errors
/// [`vcm_core::ErrorKind::InvalidInput`] when the bytes are no such picture or beyond 32 MiB, 50 million pixels or 12,000 pixels a
/// side, or the size asked for is not 200 to 4096 pixels.
pub fn crop_to(bytes: &[u8], width: u32, height: u32, focus: Option<[f64; 2]>) -> Result<Vec<u8>> {
    check_size("crop_to", width, height)?;
    encode_png(crop(&decode(bytes)?.to_rgb8(), width, height, focus).as_raw(), width, height)
}

/// As [`crop_to`], from pixels to pixels.
pub(super) fn crop(picture: &RgbImage, width: u32, height: u32, focus: Option<[f64; 2]>) -> RgbImage {
    let part = window(picture, width.max(1) as f32, height.max(1) as f32, focus);
    let part = imageops::crop_imm(picture, part.x, part.y, part.width, part.height);
    imageops::resize(&*part, width.max(1), height.max(1), imageops::FilterType::Lanczos3)
}

#[cfg(test)]
mod tests {
    use vcm_core::ErrorKind;

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
            let cropped = crop_to(&picture_with_detail_at(left), 300, 300, None).expect("a crop");
            let read = image::load_from_memory(&cropped).expect("a PNG").to_rgb8();
            assert_eq!(read.dimensions(), (300, 300));
            let dark = read.pixels().filter(|pixel| pixel.0[0] < 100).count();
            assert!(dark > 200 * 300 / 2 * 8 / 10, "detail at {left}: {dark} dark pixels");
        }
    }

    #[test]
    fn a_small_picture_is_enlarged_to_the_size_asked_for() {
        let read =
            image::load_from_memory(&crop_to(&picture_with_detail_at(0), 1200, 900, Some([0.0, 0.0])).expect("a crop"));
        assert_eq!(read.map(|picture| (picture.width(), picture.height())).ok(), Some((1200, 900)));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for (bytes, width) in [(&b"not a picture"[..], 300), (&[][..], 300), (&picture_with_detail_at(0)[..], 0)] {
            let error = crop_to(bytes, width, 300, None).expect_err("refused");
            assert_eq!(error.kind(), ErrorKind::InvalidInput);
        }
    }
}
