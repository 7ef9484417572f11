//! How much room a post has, by the platform's dated rules. Next: [`super::forms`].

use jiff::{Timestamp, tz::TimeZone};
use vcm_core::{
    brief::EmojiPolicy,
    platform::{LengthOptions, Platform, TextField, rules, text_length},
};

/// The room of one post.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    platform: Platform,
    options: LengthOptions,
    hashtags: u32,
}

impl Room {
    /// The room on `platform` at `now`, with an account's own limit and room kept for hashtags in the last part.
    pub(super) fn new(platform: Platform, now: Timestamp, max_chars: Option<u32>, hashtags: u32) -> Self {
        let mut options = LengthOptions::new(now.to_zoned(TimeZone::UTC).date());
        options.max_chars = max_chars;
        Self { platform, options, hashtags }
    }

    /// Whether the text fits a part; the last part leaves room for hashtags.
    pub(super) fn takes(&self, text: &str, last: bool) -> bool {
        let measured = text_length(self.platform, text, &self.options);
        let kept = if last { self.hashtags } else { 0 };
        let bytes_fit = measured.max_bytes.is_none_or(|most| measured.bytes.saturating_add(kept) <= most);
        measured.valid && bytes_fit && measured.length.saturating_add(kept) <= measured.limit
    }

    /// Whether the text fits the title.
    pub(super) fn takes_title(&self, text: &str) -> bool {
        text_length(self.platform, text, &LengthOptions { field: TextField::Title, max_chars: None, ..self.options })
            .valid
    }

    /// Most units of one part.
    pub(super) fn limit(&self) -> u32 {
        text_length(self.platform, "", &self.options).limit
    }

    /// Whether the text has a character that the platform refuses.
    pub(super) fn refuses(&self, text: &str) -> bool {
        text.contains(rules(self.platform, self.options.as_of).forbidden_characters.value)
    }
}

/// Whether links in the text can be followed there.
pub(super) fn follows_links(platform: Platform) -> bool {
    !matches!(platform, Platform::Instagram | Platform::Tiktok | Platform::Pinterest)
}

/// Whether readers there know threads.
pub(super) fn has_threads(platform: Platform, now: Timestamp) -> bool {
    rules(platform, now.to_zoned(TimeZone::UTC).date()).threads.value
}

/// The size of a still visual in pixels.
pub(super) fn card_size(platform: Platform, now: Timestamp) -> (u32, u32) {
    let rules = rules(platform, now.to_zoned(TimeZone::UTC).date());
    rules.card_sizes.value.first().map_or((1200, 675), |size| (size.width, size.height))
}

/// The size of a video frame in pixels.
pub(super) fn video_size(platform: Platform, now: Timestamp) -> (u32, u32) {
    let size = rules(platform, now.to_zoned(TimeZone::UTC).date()).video_size.value;
    (size.width, size.height)
}

/// How many emoji a post carries at most.
pub(super) fn emoji_cap(platform: Platform, policy: EmojiPolicy) -> usize {
    let used_to = matches!(
        platform,
        Platform::Instagram | Platform::Tiktok | Platform::Facebook | Platform::Threads | Platform::X
    );
    match policy {
        EmojiPolicy::None => 0,
        EmojiPolicy::Sparing => usize::from(used_to),
        EmojiPolicy::Free => {
            if used_to {
                3
            } else {
                1
            }
        }
    }
}
