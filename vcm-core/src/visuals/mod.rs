//! Visuals: cards and storyboards as data. Pixels are made by vcm-agents when the kit is written. Next: [`crate::hashtags`].

mod card;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::card::{Card, CardTemplate, Carousel, Insets, Motif, Page, Palette, Photo, Slide, safe_area};
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
#[expect(clippy::large_enum_variant, reason = "most assets are cards, and a kit has dozens: a box would save nothing")]
pub enum AssetContent {
    /// A still image laid out from text.
    Card(Card),
    /// Several still images that are swiped through.
    Carousel(Carousel),
    /// A plan for a video.
    Storyboard(Storyboard),
}

/// A plan for a short vertical video.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Storyboard {
    /// Working title.
    pub title: String,
    /// Length in milliseconds; the shots fill it exactly.
    pub duration_ms: u32,
    /// Width of the frame in pixels.
    pub width_px: u32,
    /// Height of the frame in pixels.
    pub height_px: u32,
    /// The shots in order, without gaps.
    pub shots: Vec<Shot>,
    /// The music's mood.
    pub music_mood: String,
    /// Extra footage that helps the cut.
    pub b_roll: Vec<String>,
    /// Brand colours of the contact sheet.
    pub palette: Palette,
}

/// One shot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Shot {
    /// Start in milliseconds.
    pub start_ms: u32,
    /// Length in milliseconds.
    pub duration_ms: u32,
    /// Framing, such as "close-up".
    pub framing: String,
    /// What happens.
    pub action: String,
    /// Text on screen; short.
    pub on_screen_text: String,
    /// What is said; it fits the shot at 150 words a minute.
    pub voice_over: String,
    /// Captions with times relative to the video.
    pub captions: Vec<Caption>,
}

/// One caption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Caption {
    /// Start in milliseconds from the video's start.
    pub start_ms: u32,
    /// End in milliseconds from the video's start.
    pub end_ms: u32,
    /// At most 42 characters a line, two lines.
    pub text: String,
}
