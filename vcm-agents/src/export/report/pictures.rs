//! Pictures small enough for the page. Next: [`super::plots`].
//!
//! Pictures come as small JPEGs from where they are drawn and go into the page as they are; only where they are too much
//! together are they made smaller, all by the same share.

use std::io::Cursor;

use base64::Engine;
use image::{DynamicImage, ImageDecoder, ImageReader, codecs::jpeg::JpegEncoder, imageops};
use rayon::prelude::*;
use serde::Serialize;
use vcm_core::visuals::{Asset, AssetContent};

use super::super::picture_paths;

/// Width in pixels in which pictures of cards are handed in; contact sheets, which hold small print, come twice as wide.
pub(in crate::export) const PREVIEW_PX: u32 = 400;

/// Quality of pictures that had to be made smaller, 1 to 100.
const SMALLER_QUALITY: u8 = 72;

/// Smallest share of its width that a picture is shrunk to; below it nothing can be seen.
const LEAST_SHARE: f64 = 0.25;

/// A picture of the page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Picture<'a> {
    path: String,
    alt_text: &'a str,
    width: u32,
    height: u32,
    is_sheet: bool,
    /// A data URI; none when there is no room, or no picture was drawn.
    data: Option<String>,
}

/// One entry an asset, in their order. `previews` are JPEGs, `room` the bytes that the page has left.
pub(super) fn pictures<'a>(assets: &'a [Asset], previews: &[Option<Vec<u8>>], room: usize) -> Vec<Picture<'a>> {
    let given = |index: usize| previews.get(index).and_then(Option::as_deref);
    let total: usize = (0..assets.len()).filter_map(given).map(|jpeg| encoded_len(jpeg.len())).sum();
    // Bytes grow a little slower than pixels: a tenth of the room is kept for that.
    let share = if total <= room { 1.0 } else { (0.9 * room as f64 / total as f64).sqrt() };
    let made: Vec<Option<(Vec<u8>, u32, u32)>> = (0..assets.len())
        .into_par_iter()
        .map(|index| {
            let jpeg = given(index)?;
            if share < 1.0 { smaller(jpeg, share.max(LEAST_SHARE)) } else { measured(jpeg) }
        })
        .collect();
    let mut left = room;
    assets
        .iter()
        .zip(made)
        .map(|(asset, made)| {
            let blank = Picture {
                path: picture_paths(asset).into_iter().next().unwrap_or_default(),
                alt_text: &asset.alt_text,
                width: 0,
                height: 0,
                is_sheet: matches!(asset.content, AssetContent::Storyboard(_)),
                data: None,
            };
            match made.filter(|(jpeg, ..)| encoded_len(jpeg.len()) <= left) {
                Some((jpeg, width, height)) => {
                    left -= encoded_len(jpeg.len());
                    Picture { width, height, data: Some(data_uri(&jpeg)), ..blank }
                }
                None => blank,
            }
        })
        .collect()
}

/// Bytes of a data URI of so many bytes.
fn encoded_len(bytes: usize) -> usize {
    bytes.div_ceil(3) * 4 + 32
}

fn data_uri(jpeg: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", base64::engine::general_purpose::STANDARD.encode(jpeg))
}

/// The picture as it is, with its size.
fn measured(jpeg: &[u8]) -> Option<(Vec<u8>, u32, u32)> {
    let reader = ImageReader::new(Cursor::new(jpeg)).with_guessed_format().ok()?;
    let (width, height) = reader.into_decoder().ok()?.dimensions();
    Some((jpeg.to_vec(), width, height))
}

fn smaller(jpeg: &[u8], share: f64) -> Option<(Vec<u8>, u32, u32)> {
    let picture = image::load_from_memory(jpeg).ok()?;
    let side = |length: u32| ((f64::from(length) * share).round() as u32).max(1);
    let (width, height) = (side(picture.width()), side(picture.height()));
    let small =
        DynamicImage::ImageRgb8(imageops::resize(&picture.to_rgb8(), width, height, imageops::FilterType::Triangle));
    let mut bytes = Vec::with_capacity(jpeg.len());
    small.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, SMALLER_QUALITY)).ok()?;
    Some((bytes, width, height))
}
