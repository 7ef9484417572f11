//! Visuals: cards and storyboards as data. Pixels are made by vcm-agents when the kit is written. Next: [`crate::hashtags`].

mod storyboard;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::storyboard::{Caption, SafeArea, Shot, ShotKind, Storyboard};
use crate::platform::Platform;

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Asset {
    /// `card-<copy key>` or `storyboard-<copy key>`; also its file name in the kit.
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

/// What an asset is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AssetContent {
    /// A still image laid out from text.
    Card(Card),
    /// A plan for a video.
    Storyboard(Storyboard),
}

/// A still image laid out from text and brand colours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Card {
    /// The layout.
    pub template: CardTemplate,
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
    /// Small line above, such as the product's name.
    pub kicker: Option<String>,
    /// The main text.
    pub headline: String,
    /// Supporting lines, bullets or steps.
    pub lines: Vec<String>,
    /// The big figure of a statistic card.
    pub figure: Option<String>,
    /// Small line below, such as a link or a source.
    pub footer: Option<String>,
    /// Brand colours, `#rrggbb`.
    pub palette: Palette,
    /// Text in the corner.
    pub watermark: Option<String>,
    /// Chooses background and details.
    pub seed: u64,
}

/// Colours of a card, `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Palette {
    /// Main colour.
    pub primary: String,
    /// Accent colour.
    pub accent: String,
    /// Light surface.
    pub paper: String,
}

/// Layouts of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CardTemplate {
    /// One strong sentence.
    Statement,
    /// A quotation with its author.
    Quote,
    /// A big figure and what it means.
    Statistic,
    /// A headline and bullets.
    List,
    /// Numbered steps.
    Steps,
    /// Two columns: then and now.
    Comparison,
    /// A question.
    Question,
}
