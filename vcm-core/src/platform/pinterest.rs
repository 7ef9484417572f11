//! Pinterest pins: title, description and a picture that carries both.

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const API: &str = "pinterest/api-description v5.23.0 (github.com/pinterest/api-description)";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::stated(TextLimit::of(800, CountMethod::Utf16Units), API).noting(
        "The description. \"Characters\": UTF-16 units are the strictest reading. The 500 of other tools is older than \
             this version of the API.",
    )],
    title: &[Rule::stated(Some(TextLimit::of(100, CountMethod::Utf16Units)), API)],
    title_required: &[Rule::reported(false, API)],
    alt_text: &[Rule::stated(Some(TextLimit::of(500, CountMethod::Utf16Units)), API)],
    hashtag_cap: &[Rule::reported(None, "no cap seen")],
    hashtag_form: &[Rule::reported(HashtagForm::of(HashtagAlphabet::Words), "from memory")],
    keyword_list_max_chars: &[Rule::reported(None, API)],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::stated(Some(2_048), API)],
    card_sizes: &[Rule::reported(&[PixelSize::new(1000, 1500)], "vcm's choice: 2:3, taller pins are cut")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: 9:16")],
    media: &[Rule::stated(
        MediaLimits {
            max_images: 5,
            max_image_bytes: None,
            max_video_bytes: None,
            max_video_seconds: None,
            required: true,
        },
        API,
    )
    .noting("1 picture, or a carousel of 2 to 5; a video needs a cover picture.")],
    threads: &[Rule::reported(false, API)],
    daily_posts: &[Rule::reported(Some(100), "BrightBean default (third party)")],
    forbidden_characters: &[Rule::reported(&[], "none seen")],
    newlines_kept: &[Rule::reported(true, "from memory")],
};
