//! Pictures small enough for the page: all of them at the largest width at which they fit together. Next: [`super::plots`].
//!
//! Cards are flat colours, so a palette keeps them sharp at a fraction of a photograph's bytes.

use std::collections::BTreeMap;

use base64::Engine;
use image::{DynamicImage, imageops};
use png::{BitDepth, ColorType, Compression, Encoder};
use rayon::prelude::*;
use serde::Serialize;
use vcm_core::visuals::{Asset, AssetContent};

use super::super::picture_paths;

/// Width in pixels in which pictures are handed in.
pub(in crate::export) const PREVIEW_PX: u32 = 640;

/// Widths of a card that are tried, largest first.
const WIDTHS_PX: &[u32] = &[420, 340, 280, 220, 160, 110];

/// A contact sheet holds several frames and small print.
const SHEET_FACTOR: u32 = 2;

/// Most colours of a picture.
const MOST_COLOURS: usize = 64;

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
    let decoded: Vec<Option<DynamicImage>> = assets
        .par_iter()
        .enumerate()
        .map(|(index, _)| image::load_from_memory(previews.get(index)?.as_ref()?).ok())
        .collect();
    let sheet = |asset: &Asset| matches!(asset.content, AssetContent::Storyboard(_));
    let at_width = |width: u32| -> Vec<Option<(String, u32, u32)>> {
        let shrink = |(asset, picture): (&Asset, &Option<DynamicImage>)| {
            let width = if sheet(asset) { width * SHEET_FACTOR } else { width };
            picture.as_ref().and_then(|picture| data_uri(picture, width))
        };
        assets.par_iter().zip(&decoded).map(shrink).collect()
    };
    let size = |made: &[Option<(String, u32, u32)>]| made.iter().flatten().map(|(data, ..)| data.len()).sum::<usize>();
    let mut made = Vec::new();
    for width in first_width(&decoded, assets, room) {
        made = at_width(*width);
        if size(&made) <= room {
            break;
        }
    }
    let mut left = room;
    let blank = |asset: &'a Asset| Picture {
        path: picture_paths(asset).into_iter().next().unwrap_or_default(),
        alt_text: &asset.alt_text,
        width: 0,
        height: 0,
        is_sheet: sheet(asset),
        data: None,
    };
    assets
        .iter()
        .zip(made.into_iter().chain(std::iter::repeat(None)))
        .map(|(asset, made)| match made.filter(|(data, ..)| data.len() <= left) {
            Some((data, width, height)) => {
                left -= data.len();
                Picture { width, height, data: Some(data), ..blank(asset) }
            }
            None => blank(asset),
        })
        .collect()
}

/// Widths from the first that may fit by a guess from below, so that no time goes into those that cannot.
fn first_width(decoded: &[Option<DynamicImage>], assets: &[Asset], room: usize) -> &'static [u32] {
    /// Fewest bytes that a pixel of a card took in any kit looked at.
    const LEAST_BYTES_A_PIXEL: f64 = 0.03;
    let guess = |width: u32| -> f64 {
        let pixels = decoded.iter().zip(assets).filter_map(|(picture, asset)| {
            let picture = picture.as_ref()?;
            let factor = if matches!(asset.content, AssetContent::Storyboard(_)) { SHEET_FACTOR } else { 1 };
            let width = f64::from((width * factor).min(picture.width()));
            Some(width * width * f64::from(picture.height()) / f64::from(picture.width().max(1)))
        });
        pixels.sum::<f64>() * LEAST_BYTES_A_PIXEL * 4.0 / 3.0
    };
    let fits = WIDTHS_PX.iter().position(|width| guess(*width) <= room as f64).unwrap_or(WIDTHS_PX.len() - 1);
    WIDTHS_PX.get(fits..).unwrap_or_default()
}

fn data_uri(picture: &DynamicImage, width: u32) -> Option<(String, u32, u32)> {
    let width = width.clamp(1, picture.width().max(1));
    let height = (u64::from(picture.height()) * u64::from(width) / u64::from(picture.width().max(1))).max(1) as u32;
    let small = imageops::resize(&picture.to_rgb8(), width, height, imageops::FilterType::Triangle);
    let png = indexed_png(small.as_raw(), width, height)?;
    let data = base64::engine::general_purpose::STANDARD.encode(png);
    Some((format!("data:image/png;base64,{data}"), width, height))
}

/// RGB pixels as a PNG with a palette of their most frequent shades.
fn indexed_png(rgb: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    let pixels = rgb.as_chunks::<3>().0;
    let bucket = |pixel: &[u8; 3]| pixel.map(|channel| channel >> 4);
    let mut sums: BTreeMap<[u8; 3], [u64; 4]> = BTreeMap::new();
    for pixel in pixels {
        let sum = sums.entry(bucket(pixel)).or_default();
        for (total, channel) in sum.iter_mut().zip(pixel.iter().chain(&[1])) {
            *total += u64::from(*channel);
        }
    }
    let mut frequent: Vec<([u8; 3], [u64; 4])> = sums.iter().map(|(key, sum)| (*key, *sum)).collect();
    frequent.sort_by_key(|(key, sum)| (std::cmp::Reverse(sum[3]), *key));
    frequent.truncate(MOST_COLOURS);
    let palette: Vec<[u8; 3]> = frequent
        .iter()
        .map(|(_, [red, green, blue, count])| [red, green, blue].map(|sum| (sum / (*count).max(1)) as u8))
        .collect();
    let nearest = |key: &[u8; 3]| {
        let far = |colour: &[u8; 3]| -> i32 {
            colour.iter().zip(key).map(|(a, b)| (i32::from(*a) - (i32::from(*b) * 16 + 8)).pow(2)).sum()
        };
        let best = palette.iter().enumerate().min_by_key(|(_, colour)| far(colour));
        best.map_or(0, |(index, _)| index as u8)
    };
    let indices: BTreeMap<[u8; 3], u8> = sums
        .keys()
        .map(|key| {
            (*key, frequent.iter().position(|(kept, _)| kept == key).map_or_else(|| nearest(key), |at| at as u8))
        })
        .collect();
    let mut table = vec![0_u8; 4096];
    for ([red, green, blue], index) in &indices {
        let at = usize::from(*red) << 8 | usize::from(*green) << 4 | usize::from(*blue);
        *table.get_mut(at)? = *index;
    }
    let data: Vec<u8> = pixels
        .iter()
        .map(|pixel| {
            let [red, green, blue] = bucket(pixel);
            table.get(usize::from(red) << 8 | usize::from(green) << 4 | usize::from(blue)).copied().unwrap_or(0)
        })
        .collect();
    let mut bytes = Vec::with_capacity(16 * 1024);
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_compression(Compression::Balanced);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&data).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
