//! A drawn picture: as PNG, and as a small JPEG for the report. Next: [`super::card`].
//!
//! Cards are flat colours and the soft edges between them, so they are stored with a palette: a third of the bytes to pack, and
//! files of a third of the size. A picture with more colours than a palette has is stored as it is.

use image::{DynamicImage, ImageBuffer, Rgba, codecs::jpeg::JpegEncoder, imageops};
use png::{BitDepth, ColorType, Compression, DeflateCompression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::Pixmap;
use vcm_core::{Error, ErrorKind, Result};

use super::colour::Colour;

/// Colours of a palette (PNG, third edition, 11.2.2).
const MOST_COLOURS: usize = 256;

/// Quality of the small JPEG, 1 to 100.
const PREVIEW_QUALITY: u8 = 72;

/// Pixels with what is known about them.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) pixels: Pixmap,
    /// Colours of whole surfaces, each once: they are kept exactly.
    pub(super) flat: Vec<Colour>,
    /// Emoji have shades that a palette would turn into steps.
    pub(super) has_emoji: bool,
    /// A photo has more colours than a palette.
    pub(super) has_photo: bool,
}

impl Picture {
    /// The picture as PNG.
    pub(super) fn png(&self) -> Result<Vec<u8>> {
        let (width, height) = (self.pixels.width(), self.pixels.height());
        // Edges keep 32 shades a channel, or 16 where many colours meet.
        let shades: &[u32] = match (self.has_photo, self.has_emoji) {
            (true, _) => &[],
            (false, true) => &[3],
            (false, false) => &[3, 4],
        };
        for dropped_bits in shades {
            if let Some((palette, indices)) = self.indexed(*dropped_bits) {
                return encode_indexed(&palette, &indices, width, height);
            }
        }
        encode_png(&self.rgb(), width, height)
    }

    /// A JPEG that is `width` pixels wide, or the picture's own width if that is less.
    pub(super) fn preview(&self, width: u32) -> Result<Vec<u8>> {
        let failed = |error: image::ImageError| {
            Error::new(ErrorKind::Unexpected, "preview", "the picture cannot be encoded").caused_by(error)
        };
        let (full_width, full_height) = (self.pixels.width(), self.pixels.height());
        let width = width.clamp(1, full_width);
        let height = (u64::from(full_height) * u64::from(width) / u64::from(full_width)).max(1) as u32;
        // Opaque pixels are the same with their colours multiplied by alpha or not.
        let Some(full) = ImageBuffer::<Rgba<u8>, &[u8]>::from_raw(full_width, full_height, self.pixels.data()) else {
            return Err(Error::new(ErrorKind::Unexpected, "preview", "the picture has no pixels"));
        };
        let small = DynamicImage::ImageRgba8(imageops::thumbnail(&full, width, height)).into_rgb8();
        let mut bytes = Vec::with_capacity(16 * 1024);
        small.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, PREVIEW_QUALITY)).map_err(failed)?;
        Ok(bytes)
    }

    /// The ground covers everything, so every pixel is opaque and needs no alpha channel.
    fn rgb(&self) -> Vec<u8> {
        self.pixels.data().chunks_exact(4).filter_map(|pixel| pixel.first_chunk::<3>()).flatten().copied().collect()
    }

    /// A palette and an index for every pixel; none when there are more colours.
    fn indexed(&self, dropped_bits: u32) -> Option<(Vec<u8>, Vec<u8>)> {
        let bits = 8 - dropped_bits;
        let flat: Vec<[u8; 3]> = self.flat.iter().map(|colour| colour.channels()).collect();
        // A bucket holds the index of its colours plus one; the sums give their mean.
        let mut buckets = vec![0_u16; 1 << (3 * bits)];
        let mut sums: Vec<[u64; 4]> = vec![[0; 4]; flat.len()];
        let mut indices = Vec::with_capacity(self.pixels.data().len() / 4);
        let (mut last, mut index) = ([0_u8; 4], 0_u16);
        for pixel in self.pixels.data().as_chunks::<4>().0 {
            // Most pixels are as the one before them.
            if *pixel != last {
                last = *pixel;
                let [red, green, blue, _] = *pixel;
                index = if let Some(position) = flat.iter().position(|colour| *colour == [red, green, blue]) {
                    position as u16
                } else {
                    let share = |channel: u8| usize::from(channel >> dropped_bits);
                    let bucket = buckets.get_mut(share(red) << (2 * bits) | share(green) << bits | share(blue))?;
                    if *bucket == 0 {
                        if sums.len() >= MOST_COLOURS {
                            return None;
                        }
                        sums.push([0; 4]);
                        *bucket = sums.len() as u16;
                    }
                    let sum = sums.get_mut(usize::from(*bucket) - 1)?;
                    for (total, channel) in sum.iter_mut().zip([red, green, blue, 1]) {
                        *total += u64::from(channel);
                    }
                    *bucket - 1
                };
            }
            indices.push(index as u8);
        }
        let mean = |[red, green, blue, count]: [u64; 4]| [red, green, blue].map(|sum| (sum / count.max(1)) as u8);
        let palette = flat.iter().copied().chain(sums.into_iter().skip(flat.len()).map(mean)).flatten().collect();
        Some((palette, indices))
    }
}

/// RGB pixels as PNG.
pub(super) fn encode_png(rgb: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(rgb.len() / 16);
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    write(encoder, rgb)?;
    Ok(bytes)
}

fn encode_indexed(palette: &[u8], indices: &[u8], width: u32, height: u32) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(indices.len() / 16);
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(DeflateCompression::Level(1));
    write(encoder, indices)?;
    Ok(bytes)
}

fn write(encoder: Encoder<'_, &mut Vec<u8>>, data: &[u8]) -> Result<()> {
    let failed = |error: EncodingError| {
        Error::new(ErrorKind::Unexpected, "encode_png", "the picture cannot be encoded").caused_by(error)
    };
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(data).map_err(failed)?;
    writer.finish().map_err(failed)
}
