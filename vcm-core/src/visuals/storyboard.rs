//! Storyboards: a short video as shots with times, words and pictures in prose. Who plans one: [`crate::ports::Writer`]. The
//! kit holds each as JSON, its captions as SRT and a contact sheet. Next: [`super`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Palette;
use crate::platform::Platform;

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
    /// Where text may stand without the platform's buttons and captions over it; none where it is not known.
    #[serde(default)]
    pub safe_area: Option<SafeArea>,
    /// The rate at which the voice-over is timed, numbers and symbols counted as they are spoken. Default 150.
    #[serde(default = "default_words_per_minute")]
    pub words_per_minute: u32,
    /// The shots in order, without gaps.
    pub shots: Vec<Shot>,
    /// The music's mood.
    pub music_mood: String,
    /// Extra footage that helps the cut.
    pub b_roll: Vec<String>,
    /// Brand colours of the contact sheet.
    pub palette: Palette,
}

/// A rectangle of the frame, in pixels of the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SafeArea {
    /// Left edge.
    pub x_px: u32,
    /// Top edge.
    pub y_px: u32,
    /// Width.
    pub width_px: u32,
    /// Height.
    pub height_px: u32,
}

impl SafeArea {
    /// The part of a frame that the platform's player leaves free, on the cautious side: margins are those that the
    /// platforms' advertising guides ask for, rounded up (TikTok in-feed; Shorts; Reels, which Facebook shares); elsewhere a
    /// tenth on every side, the title-safe area of television (SMPTE ST 2046-1 asks for 5 %).
    pub fn of(platform: Platform, width_px: u32, height_px: u32) -> Self {
        // Thousandths of width or height: left, top, right, bottom.
        let (left, top, right, bottom) = match platform {
            Platform::Tiktok => (60, 135, 150, 255),
            Platform::YoutubeShorts => (60, 150, 180, 350),
            Platform::Instagram | Platform::Facebook => (65, 140, 130, 350),
            _ => (100, 100, 100, 100),
        };
        let part = |length: u32, share: u32| (u64::from(length) * u64::from(share)).div_ceil(1000) as u32;
        let (x_px, y_px) = (part(width_px, left), part(height_px, top));
        Self {
            x_px,
            y_px,
            width_px: width_px.saturating_sub(x_px + part(width_px, right)),
            height_px: height_px.saturating_sub(y_px + part(height_px, bottom)),
        }
    }
}

/// One shot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Shot {
    /// Start in milliseconds.
    pub start_ms: u32,
    /// Length in milliseconds.
    pub duration_ms: u32,
    /// What the frame shows, for the drawing on the contact sheet.
    #[serde(default)]
    pub kind: ShotKind,
    /// Framing in words, such as "close-up".
    pub framing: String,
    /// What happens.
    pub action: String,
    /// Text on screen; short, broken into lines that fit the safe area.
    pub on_screen_text: String,
    /// What is said; it fits the shot at the storyboard's rate. Empty for a shot that only shows.
    pub voice_over: String,
    /// Captions with times relative to the video.
    pub captions: Vec<Caption>,
    /// Ids of proof points or paths into the brief that the words rest on. Empty for words that claim nothing.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// What a frame shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShotKind {
    /// A face that speaks, close.
    CloseUp,
    /// A person from the waist up.
    #[default]
    Medium,
    /// A person in a place.
    Wide,
    /// Past a person's shoulder, at what they look at.
    OverShoulder,
    /// Hands that do something.
    Hands,
    /// An object that fills the frame.
    Detail,
    /// A table from above.
    TopDown,
    /// A recording of a screen.
    Screen,
    /// Large text on a plain ground.
    Graphic,
    /// A place or a picture without people.
    Establishing,
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

fn default_words_per_minute() -> u32 {
    150
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_safe_area_lies_inside_the_frame_whatever_its_size() {
        for platform in Platform::ALL {
            for (width, height) in [(1080, 1920), (1, 1), (0, 0), (1920, 1080), (u32::MAX, u32::MAX)] {
                let area = SafeArea::of(*platform, width, height);
                assert!(u64::from(area.x_px) + u64::from(area.width_px) <= u64::from(width).max(1), "{area:?}");
                assert!(u64::from(area.y_px) + u64::from(area.height_px) <= u64::from(height).max(1), "{area:?}");
            }
        }
        let phone = SafeArea::of(Platform::Tiktok, 1080, 1920);
        assert_eq!((phone.x_px, phone.y_px, phone.width_px, phone.height_px), (65, 260, 853, 1170));
    }
}
