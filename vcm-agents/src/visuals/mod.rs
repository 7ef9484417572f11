//! Visuals: cards, contact sheets and crops as PNG, the same bytes on every machine.
//!
//! Read in this order: [`fonts`] (what ships), [`text`] (runs and their widths), [`breaks`] and [`lines`] (breaking and balance), [`colour`]
//! (contrast), [`canvas`] (drawing), [`picture`] (pixels and files), [`background`], [`stack`] (fitting), [`card`], [`contact_sheet`], [`crop`].

mod background;
mod breaks;
mod canvas;
mod card;
mod colour;
mod contact_sheet;
mod crop;
mod fonts;
mod lines;
mod picture;
mod stack;
mod text;

pub use self::{card::render_card, contact_sheet::render_contact_sheet, crop::crop_to};
#[cfg(feature = "export")]
pub(crate) use self::{card::render_card_with_preview, contact_sheet::render_contact_sheet_with_preview};

/// The characters of a text that the shipped fonts cannot draw, in order, each once. Pictures leave them out, so a reviewer
/// should be told.
pub fn uncovered_characters(text: &str) -> Vec<char> {
    text::uncovered(text)
}

#[cfg(test)]
mod tests;
