//! Cards and carousels as data: which layout, which words, whose colours. Next: [`super`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{brief::Brand, platform::Platform};

/// A still image laid out from text and brand colours.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// Words of the headline that stand out in the accent colour, character for character; none when it has no such words.
    #[serde(default)]
    pub emphasis: Option<String>,
    /// Supporting lines, bullets or steps.
    pub lines: Vec<String>,
    /// Short names of the lines, in the same order: the sides of a comparison, the dates of a timeline. May be shorter than `lines`.
    #[serde(default)]
    pub labels: Vec<String>,
    /// The big figure of a statistic card, or the number of a step.
    pub figure: Option<String>,
    /// Small line below, such as a link or a source.
    pub footer: Option<String>,
    /// Brand colours, `#rrggbb`.
    pub palette: Palette,
    /// Text in the corner.
    pub watermark: Option<String>,
    /// The family of shapes it is decorated with. The cards of one kit share a few.
    #[serde(default)]
    pub motif: Motif,
    /// Edges that the platform's own interface covers; no text stands there.
    #[serde(default)]
    pub safe_area: Insets,
    /// Which slide of a carousel it is.
    #[serde(default)]
    pub page: Option<Page>,
    /// The brand's logo: the name of a picture file of the brief.
    #[serde(default)]
    pub logo: Option<String>,
    /// A photo in it.
    #[serde(default)]
    pub photo: Option<Photo>,
    /// Chooses ground, composition and details.
    pub seed: u64,
}

impl Card {
    /// Every text in it, in reading order.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = self.kicker.as_deref().into_iter().collect();
        texts.extend(Some(self.headline.as_str()).filter(|headline| !headline.is_empty()));
        texts.extend(self.lines.iter().chain(&self.labels).map(String::as_str));
        texts.extend(self.figure.as_deref());
        texts.extend(self.footer.as_deref());
        texts
    }
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

impl Default for Palette {
    /// The colours of a brief that names none.
    fn default() -> Self {
        let Brand { primary, accent, paper, .. } = Brand::default();
        Self { primary, accent, paper }
    }
}

/// Layouts of cards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CardTemplate {
    /// One strong sentence.
    #[default]
    Statement,
    /// A quotation with its author.
    Quote,
    /// A big figure and what it means.
    Statistic,
    /// A headline and bullets.
    List,
    /// Numbered steps.
    Steps,
    /// Two sides: then and now, belief and fact.
    Comparison,
    /// A question.
    Question,
    /// News: what is new, with a label that says so.
    Announcement,
    /// One step or point: its number large, its text beside it.
    Step,
    /// Dated events under each other; the dates are the labels.
    Timeline,
    /// The first slide of a carousel.
    Cover,
    /// The last slide of a carousel: the call, and where to go.
    Closing,
}

impl CardTemplate {
    /// Every layout.
    pub const ALL: [Self; 12] = [
        Self::Statement,
        Self::Quote,
        Self::Statistic,
        Self::List,
        Self::Steps,
        Self::Comparison,
        Self::Question,
        Self::Announcement,
        Self::Step,
        Self::Timeline,
        Self::Cover,
        Self::Closing,
    ];
}

/// Families of shapes. Each is drawn from the card's seed, so that no two cards are the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Motif {
    /// A grid of quarter and half circles.
    #[default]
    Tiles,
    /// Nested arcs.
    Arcs,
    /// Layered waves.
    Waves,
    /// Lines of equal height, as on a map.
    Contours,
    /// Rounded bars in a rhythm.
    Bars,
    /// Rays from a point.
    Rays,
    /// Circles on their orbits.
    Orbits,
    /// Dots that grow and fade.
    Halftone,
}

impl Motif {
    /// Every family.
    pub const ALL: [Self; 8] =
        [Self::Tiles, Self::Arcs, Self::Waves, Self::Contours, Self::Bars, Self::Rays, Self::Orbits, Self::Halftone];
}

/// Room along the four edges, in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Insets {
    /// At the top.
    pub top: u32,
    /// At the right.
    pub right: u32,
    /// At the bottom.
    pub bottom: u32,
    /// At the left.
    pub left: u32,
}

/// Which slide of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Page {
    /// From 1.
    pub number: u32,
    /// How many slides there are.
    pub of: u32,
}

/// A photo of the brief in a card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Photo {
    /// The name of a picture file of the brief.
    pub file: String,
    /// The point that stays in the frame, as shares of width and height from the upper left; none leaves it to an estimate.
    #[serde(default)]
    pub focus: Option<[f64; 2]>,
    /// What it shows, for people who cannot see it.
    #[serde(default)]
    pub alt_text: String,
}

/// Slides that are swiped through.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Carousel {
    /// 2 to 20 slides: a cover, one point a slide, a closing slide.
    pub slides: Vec<Slide>,
}

/// One slide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Slide {
    /// What it shows.
    pub card: Card,
    /// For people who cannot see it.
    pub alt_text: String,
}

/// The edges of a full-screen vertical picture (9:16 and taller) that a platform's interface covers. Zero for other shapes, which
/// are shown in a feed with nothing over them.
///
/// In shares of the sides: TikTok 7 % top, 25 % bottom, 13 % right, 6 % left (its advertising specification's in-feed safe zone of
/// 1080 × 1920 with a caption); YouTube Shorts 15 %, 35 %, 18 % and 5 % (Google Ads' Shorts safe area); Instagram and Facebook 14 %
/// top, 35 % bottom, 6 % left and right (Meta's advice for reels). Other platforms show vertical pictures in the feed.
pub fn safe_area(platform: Platform, width_px: u32, height_px: u32) -> Insets {
    let vertical = u64::from(height_px) * 10 > u64::from(width_px) * 16;
    let [top, right, bottom, left] = match platform {
        _ if !vertical => return Insets::default(),
        Platform::Tiktok => [7, 13, 25, 6],
        Platform::YoutubeShorts => [15, 18, 35, 5],
        Platform::Instagram | Platform::Facebook => [14, 6, 35, 6],
        _ => return Insets::default(),
    };
    let share = |side: u32, percent: u32| (u64::from(side) * u64::from(percent)).div_ceil(100) as u32;
    Insets {
        top: share(height_px, top),
        right: share(width_px, right),
        bottom: share(height_px, bottom),
        left: share(width_px, left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_full_screen_formats_are_covered() {
        for (platform, size, expected) in [
            (Platform::Tiktok, (1080, 1920), [135, 141, 480, 65]),
            (Platform::YoutubeShorts, (1080, 1920), [288, 195, 672, 54]),
            (Platform::Instagram, (1080, 1920), [269, 65, 672, 65]),
            (Platform::Instagram, (1080, 1350), [0; 4]),
            (Platform::X, (1080, 1920), [0; 4]),
            (Platform::Tiktok, (u32::MAX, u32::MAX), [0; 4]),
        ] {
            let [top, right, bottom, left] = expected;
            assert_eq!(safe_area(platform, size.0, size.1), Insets { top, right, bottom, left }, "{platform} {size:?}");
        }
    }
}
