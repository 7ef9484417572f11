//! TikTok videos: a caption without title, counted in UTF-16 units.

use jiff::civil::date;

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const POST: &str = "https://developers.tiktok.com/doc/content-posting-api-reference-direct-post";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::reported(TextLimit::of(2_200, CountMethod::Utf16Units), POST).noting(
        "The caption of a video; that UTF-16 units are counted is from memory. A photo post has a title of 90 and a description of 4,000 (third party) instead.",
    )],
    title: &[Rule::reported(None, POST)],
    title_required: &[Rule::reported(false, POST)],
    alt_text: &[Rule::reported(None, "none seen")],
    hashtag_cap: &[
        Rule::reported(None, "no cap seen before August 2025"),
        Rule::reported(Some(5), "third parties; no official page")
            .since(date(2025, 8, 1))
            .noting("August 2025, day unknown: the first of the month is the stricter reading."),
    ],
    hashtag_form: &[Rule::reported(HashtagForm::of(HashtagAlphabet::Words), "from memory")],
    keyword_list_max_chars: &[Rule::reported(None, POST)],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::reported(None, "no limit seen")],
    card_sizes: &[Rule::reported(&[PixelSize::new(1080, 1920)], "vcm's choice: 9:16 fills the screen")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: 9:16 fills the screen")],
    media: &[Rule::stated(
        MediaLimits {
            max_images: 35,
            max_image_bytes: None,
            max_video_bytes: None,
            max_video_seconds: None,
            required: true,
        },
        POST,
    )
    .noting("1 video or 1 to 35 photos. The longest video of an account is in creator_info.")],
    threads: &[Rule::reported(false, POST)],
    daily_posts: &[Rule::reported(Some(15), "BrightBean and zernio documentation (third parties)")],
    forbidden_characters: &[Rule::reported(&[], "none seen")],
    newlines_kept: &[Rule::reported(
        false,
        "ayrshare and zernio documentation (third parties): line breaks are dropped",
    )],
};
