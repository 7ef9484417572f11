//! YouTube Shorts: a title, a description, and a keyword list.

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const VIDEOS: &str = "https://developers.google.com/youtube/v3/docs/videos";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::reported(TextLimit::of(5_000, CountMethod::Utf8Bytes), VIDEOS)
        .noting("The description. That bytes are counted is from memory; they are the stricter reading.")],
    title: &[Rule::reported(Some(TextLimit::of(100, CountMethod::Utf16Units)), VIDEOS)
        .noting("\"Characters\": UTF-16 units are never fewer than code points, so they are the stricter reading.")],
    title_required: &[Rule::reported(true, VIDEOS)],
    alt_text: &[Rule::reported(None, "none seen")],
    hashtag_cap: &[Rule::reported(Some(60), "from memory: beyond 60, all hashtags are ignored")],
    hashtag_form: &[Rule::reported(HashtagForm::of(HashtagAlphabet::Words), "from memory")],
    keyword_list_max_chars: &[Rule::reported(Some(500), VIDEOS)
        .noting("All keywords with their separators; a keyword with a space counts its quotes too.")],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::reported(None, "no limit seen")],
    card_sizes: &[Rule::reported(&[PixelSize::new(1080, 1920)], "vcm's choice: 9:16 fills the screen")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: 9:16 fills the screen")],
    media: &[Rule::reported(
        MediaLimits {
            max_images: 0,
            max_image_bytes: None,
            max_video_bytes: None,
            max_video_seconds: Some(180),
            required: true,
        },
        "ayrshare, loopi and post-mate documentation (third parties)",
    )
    .noting("Vertical or square and at most 3 minutes make a video a Short; the API has no flag for it.")],
    threads: &[Rule::reported(false, VIDEOS)],
    daily_posts: &[Rule::reported(Some(50), "BrightBean default (third party)")],
    forbidden_characters: &[Rule::reported(&['<', '>'], VIDEOS)],
    newlines_kept: &[Rule::reported(true, "from memory")],
};
