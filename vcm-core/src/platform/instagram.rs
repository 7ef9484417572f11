//! Instagram feed posts. A picture or video is required; links in captions are not clickable.

use jiff::civil::date;

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const MEDIA: &str =
    "https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media";

const CARD_SIZES: &[PixelSize] = &[PixelSize::new(1080, 1350)];

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::stated(TextLimit::of(2_200, CountMethod::CodePoints), MEDIA).noting(
        "\"Characters\": a third party (letmepost) counts graphemes; code points are never fewer, so they are the \
             stricter reading. Pass `CountMethod::Graphemes` to count the other way.",
    )],
    title: &[Rule::reported(None, MEDIA)],
    title_required: &[Rule::reported(false, MEDIA)],
    alt_text: &[Rule::reported(Some(TextLimit::of(1_000, CountMethod::CodePoints)), "from memory")],
    hashtag_cap: &[
        Rule::stated(Some(30), MEDIA),
        Rule::reported(Some(5), "https://www.socialmediatoday.com (2025-12-18)").since(date(2025, 12, 18)).noting(
            "Rolled out from this day on; enforcement by the API was not seen. Older pages still say 30; 5 is the \
                 stricter.",
        ),
    ],
    hashtag_form: &[Rule::reported(HashtagForm::of(HashtagAlphabet::Words), "from memory")],
    keyword_list_max_chars: &[Rule::reported(None, MEDIA)],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::reported(None, "no limit seen")],
    card_sizes: &[Rule::stated(CARD_SIZES, MEDIA).noting("4:5, the tallest feed format; 4:5 to 1.91:1.")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "from memory: Reels are 9:16")],
    media: &[Rule::reported(
        MediaLimits {
            max_images: 10,
            max_image_bytes: Some(8_000_000),
            max_video_bytes: None,
            max_video_seconds: Some(900),
            required: true,
        },
        MEDIA,
    )
    .noting(
        "A carousel has 2 to 10, JPEG only. Third parties give 15 minutes for a Reel; the byte limit is from memory.",
    )],
    threads: &[Rule::reported(false, MEDIA)],
    daily_posts: &[Rule::reported(Some(25), MEDIA).noting(
        "Older documentation says 25 in 24 hours, a third party 100: the stricter holds. The account's own figure is \
             in content_publishing_limit.",
    )],
    forbidden_characters: &[Rule::reported(&[], "none seen")],
    newlines_kept: &[Rule::reported(true, "from memory")],
};
