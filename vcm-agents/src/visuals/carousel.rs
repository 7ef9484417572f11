//! Carousels: every slide drawn as a card, all on one file name with a number. Next: [`super::contact_sheet`].

use rayon::prelude::*;
use vcm_core::{Error, Result, visuals::Carousel};

use super::{card::layout, photo::Pictures};

/// Most slides of a carousel: the largest number that a platform takes.
const MOST_SLIDES: usize = 20;

/// Draws every slide as PNG, in order, on all cores.
///
/// # Errors
/// [`vcm_core::ErrorKind::InvalidInput`] when there are not 2 to 20 slides; else as [`super::render_card`].
pub fn render_carousel(carousel: &Carousel, pictures: &Pictures) -> Result<Vec<Vec<u8>>> {
    check(carousel)?;
    carousel.slides.par_iter().map(|slide| layout(&slide.card, pictures)?.draw()?.png()).collect()
}

fn check(carousel: &Carousel) -> Result<()> {
    let count = carousel.slides.len();
    if (2..=MOST_SLIDES).contains(&count) {
        return Ok(());
    }
    Err(Error::invalid_field(
        "render_carousel",
        "slides",
        format!("a list of {count}"),
        format!("2 to {MOST_SLIDES} slides"),
    ))
}

/// As [`render_carousel`], and a JPEG of the first slide that is `preview_px` wide.
///
/// # Errors
/// As [`render_carousel`].
#[cfg(feature = "export")]
pub(crate) fn render_carousel_with_preview(
    carousel: &Carousel,
    pictures: &Pictures,
    preview_px: u32,
) -> Result<(Vec<Vec<u8>>, Vec<u8>)> {
    check(carousel)?;
    let drawn: Vec<(Vec<u8>, Option<Vec<u8>>)> = carousel
        .slides
        .par_iter()
        .enumerate()
        .map(|(index, slide)| {
            let picture = layout(&slide.card, pictures)?.draw()?;
            let preview = (index == 0).then(|| picture.preview(preview_px)).transpose()?;
            Ok((picture.png()?, preview))
        })
        .collect::<Result<_>>()?;
    let mut slides = Vec::with_capacity(drawn.len());
    let mut first = Vec::new();
    for (png, preview) in drawn {
        slides.push(png);
        first.extend(preview.unwrap_or_default());
    }
    Ok((slides, first))
}
