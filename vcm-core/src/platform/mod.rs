//! The ten platforms and their rules.
//!
//! One file a platform holds its rules as dated data with their sources; [`rules`] evaluates them as of a day. Around them:
//! [`text_length`] counts a text the way its platform does, [`check_post`] proves that a post keeps every rule,
//! [`split_thread`] makes a thread of a long text, and [`entities`] finds links, mentions and tags by twitter-text's rules.
//! Read [`rules`] first, then [`mod@length`], `weighted`, `split`. Next: [`crate::campaign`].

use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

mod bluesky;
mod check;
mod emoji;
pub mod entities;
mod facebook;
mod instagram;
pub mod length;
mod linkedin;
mod mastodon;
mod pinterest;
pub mod rule;
pub mod split;
mod threads;
mod tiktok;
pub mod weighted;
mod x;
mod youtube_shorts;

pub(crate) use emoji::emoji_sequences;

pub use check::{check_post, link_count, valid_hashtag};
pub use length::{LengthOptions, TextField, TextLength, count, text_length};
pub use rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, Rules, TextLimit, rules};
pub use split::{Numbering, SplitOptions, split_thread};

/// A platform that posts go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// X, formerly Twitter.
    X,
    /// Instagram.
    Instagram,
    /// TikTok.
    Tiktok,
    /// LinkedIn.
    Linkedin,
    /// YouTube Shorts.
    YoutubeShorts,
    /// A Facebook page.
    Facebook,
    /// Threads.
    Threads,
    /// Pinterest.
    Pinterest,
    /// Bluesky.
    Bluesky,
    /// Mastodon.
    Mastodon,
}

impl Platform {
    /// Every platform, in the order that kits and reports list them.
    pub const ALL: &'static [Platform] = &[
        Platform::X,
        Platform::Instagram,
        Platform::Tiktok,
        Platform::Linkedin,
        Platform::YoutubeShorts,
        Platform::Facebook,
        Platform::Threads,
        Platform::Pinterest,
        Platform::Bluesky,
        Platform::Mastodon,
    ];

    /// The stable code, as in briefs, keys and file names.
    pub fn as_str(self) -> &'static str {
        match self {
            Platform::X => "x",
            Platform::Instagram => "instagram",
            Platform::Tiktok => "tiktok",
            Platform::Linkedin => "linkedin",
            Platform::YoutubeShorts => "youtube_shorts",
            Platform::Facebook => "facebook",
            Platform::Threads => "threads",
            Platform::Pinterest => "pinterest",
            Platform::Bluesky => "bluesky",
            Platform::Mastodon => "mastodon",
        }
    }

    /// The name as people write it.
    pub fn label(self) -> &'static str {
        match self {
            Platform::X => "X",
            Platform::Instagram => "Instagram",
            Platform::Tiktok => "TikTok",
            Platform::Linkedin => "LinkedIn",
            Platform::YoutubeShorts => "YouTube Shorts",
            Platform::Facebook => "Facebook",
            Platform::Threads => "Threads",
            Platform::Pinterest => "Pinterest",
            Platform::Bluesky => "Bluesky",
            Platform::Mastodon => "Mastodon",
        }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Platform {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.iter().copied().find(|platform| platform.as_str() == text).ok_or_else(|| {
            let codes: Vec<_> = Self::ALL.iter().map(|platform| platform.as_str()).collect();
            Error::invalid_field("parse_platform", "platform", format_args!("{text:?}"), codes.join(", "))
        })
    }
}
