//! How much room a post has. Next: [`super::forms`].

use vcm_core::{brief::EmojiPolicy, platform::Platform};

/// Most characters of one part, in the platform's own count.
pub(super) fn part_limit(platform: Platform, account_limit: Option<u32>) -> usize {
    let limit = match platform {
        Platform::X => 280,
        Platform::Instagram | Platform::Tiktok => 2200,
        Platform::Linkedin => 3000,
        Platform::YoutubeShorts => 5000,
        Platform::Facebook => 5000,
        Platform::Threads | Platform::Mastodon => 500,
        Platform::Pinterest => 800,
        Platform::Bluesky => 300,
    };
    account_limit.map_or(limit, |own| own as usize)
}

/// Most characters of a title.
pub(super) const TITLE_CHARS: usize = 100;

/// Length of a text in the platform's own count, never less than what the platform counts.
pub(super) fn text_length(platform: Platform, text: &str) -> usize {
    match platform {
        Platform::X => text
            .chars()
            .map(|c| if (c as u32) < 0x1100 || (0x2000..=0x201f).contains(&(c as u32)) { 1 } else { 2 })
            .sum(),
        Platform::Linkedin => text.chars().map(|c| if "\\|{}@[]()<>#*_~".contains(c) { 2 } else { 1 }).sum(),
        Platform::Threads | Platform::YoutubeShorts => text.len(),
        Platform::Tiktok => text.encode_utf16().count(),
        _ => text.chars().count(),
    }
}

/// Whether links in the text can be followed there.
pub(super) fn follows_links(platform: Platform) -> bool {
    !matches!(platform, Platform::Instagram | Platform::Tiktok | Platform::Pinterest)
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
