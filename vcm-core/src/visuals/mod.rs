//! Visuals: cards and storyboards as data. Pixels are made by vcm-agents when the kit is written. Next: [`crate::hashtags`].

mod card;
mod storyboard;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    card::{Card, CardTemplate, Carousel, Insets, Motif, Page, Palette, Photo, Slide, safe_area},
    storyboard::{Caption, SafeArea, Shot, ShotKind, Storyboard},
};
use crate::platform::Platform;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Asset {
    /// `card-<copy key>`, `carousel-<copy key>` or `storyboard-<copy key>`; also its file name in the kit.
    pub key: String,
    /// Key of the copy it belongs to.
    pub copy: String,
    /// Where it is posted.
    pub platform: Platform,
    /// For people who cannot see it.
    pub alt_text: String,
    /// What it is.
    #[serde(flatten)]
    pub content: AssetContent,
}

impl Asset {
    /// Its still images in order: one of a card, every slide of a carousel, none of a storyboard.
    pub fn cards(&self) -> Vec<&Card> {
        match &self.content {
            AssetContent::Card(card) => vec![card],
            AssetContent::Carousel(carousel) => carousel.slides.iter().map(|slide| &slide.card).collect(),
            AssetContent::Storyboard(_) => Vec::new(),
        }
    }
}

/// What an asset is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AssetContent {
    /// A still image laid out from text.
    Card(Card),
    /// Several still images that are swiped through.
    Carousel(Carousel),
    /// A plan for a video.
    Storyboard(Storyboard),
}
