//! Facebook pages.

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const THIRD_PARTIES: &str = "Postiz, BrightBean and Shoutrrr sources (third parties)";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::reported(TextLimit::of(63_206, CountMethod::Utf16Units), THIRD_PARTIES).noting(
        "\"Characters\": UTF-16 units are the strictest reading. Mixpost's 5,000 is a setting of its own, not a limit of \
             the platform.",
    )],
    title: &[Rule::reported(None, THIRD_PARTIES)],
    title_required: &[Rule::reported(false, THIRD_PARTIES)],
    alt_text: &[Rule::reported(None, "no limit seen")],
    hashtag_cap: &[Rule::reported(None, "no cap seen")],
    hashtag_form: &[Rule::reported(HashtagForm::of(HashtagAlphabet::Words), "from memory")],
    keyword_list_max_chars: &[Rule::reported(None, THIRD_PARTIES)],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::reported(None, "no limit seen")],
    card_sizes: &[Rule::reported(&[PixelSize::new(1200, 630)], "vcm's choice: 1.91:1, the shape of a link preview")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: Reels are 9:16")],
    media: &[Rule::reported(
        MediaLimits {
            max_images: 10,
            max_image_bytes: None,
            max_video_bytes: None,
            max_video_seconds: None,
            required: false,
        },
        THIRD_PARTIES,
    )
    .noting("10 photos or 1 video.")],
    threads: &[Rule::reported(false, THIRD_PARTIES)],
    daily_posts: &[Rule::reported(Some(200), "BrightBean default (third party)")],
    forbidden_characters: &[Rule::reported(&[], "none seen")],
    newlines_kept: &[Rule::reported(true, "from memory")],
};
