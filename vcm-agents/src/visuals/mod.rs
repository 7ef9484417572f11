//! Visuals: cards, carousels, contact sheets and crops as PNG, the same bytes on every machine.
//!
//! Read in this order: [`fonts`] (what ships), [`text`] (runs and their widths), [`breaks`], [`balance`], [`line`] and [`lines`] (breaking
//! and balance), [`colour`] (contrast), [`outlines`] and [`canvas`] (drawing), [`picture`] (pixels and files), [`art`] (decoration), [`composition`] and
//! [`frame`] (division), [`marks`] and [`stack`] (fitting), [`templates`], [`card`], [`carousel`], [`contact_sheet`]; for pictures
//! from outside [`decode`], [`saliency`], [`crop`], [`photo`].

mod art;
mod balance;
mod breaks;
mod canvas;
mod card;
mod carousel;
mod colour;
mod composition;
mod contact_sheet;
mod crop;
mod decode;
mod fonts;
mod frame;
mod line;
mod lines;
mod marks;
mod outlines;
mod photo;
mod picture;
mod saliency;
mod stack;
mod templates;
mod text;

pub use self::{
    card::render_card,
    carousel::render_carousel,
    contact_sheet::render_contact_sheet,
    crop::crop_to,
    decode::{MAX_PICTURE_BYTES, clean_picture},
    photo::Pictures,
};
#[cfg(feature = "export")]
pub(crate) use self::{
    card::render_card_with_preview, carousel::render_carousel_with_preview,
    contact_sheet::render_contact_sheet_with_preview,
};

/// The characters of a text that the shipped fonts cannot draw, in order, each once. Pictures leave them out, so a reviewer
/// should be told.
pub fn uncovered_characters(text: &str) -> Vec<char> {
    text::uncovered(text)
}

#[cfg(test)]
mod tests;
