//! X. Weighted counting after twitter-text; a post can grow into a thread.

use jiff::civil::date;

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const CONFIG: &str = "twitter-text config/v3.json (github.com/twitter/twitter-text)";
const TWITTER_TEXT: &str = "twitter-text conformance/extract.yml (github.com/twitter/twitter-text)";
const MEDIA: &str = "https://docs.x.com/x-api/media";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::stated(
        TextLimit { max: 280, count: CountMethod::Weighted, max_bytes: None, raisable_to: Some(25_000) },
        CONFIG,
    )
    .since(date(2018, 10, 11))
    .noting(
        "Long posts of X Premium need the account's own limit: sources disagree (Postiz 4,000, Shoutrrr 25,000), so \
                 280 holds unless the account states its limit.",
    )],
    title: &[Rule::reported(None, CONFIG)],
    title_required: &[Rule::reported(false, CONFIG)],
    alt_text: &[Rule::reported(
        Some(TextLimit::of(1_000, CountMethod::CodePoints)),
        "https://docs.x.com/x-api/media (media metadata; from memory)",
    )],
    hashtag_cap: &[Rule::reported(None, "no cap seen")],
    hashtag_form: &[Rule::stated(HashtagForm::of(HashtagAlphabet::TwitterText), TWITTER_TEXT)],
    keyword_list_max_chars: &[Rule::reported(None, CONFIG)],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::reported(Some(4_096), "twitter-text, longest URL that is recognised")],
    card_sizes: &[Rule::reported(
        &[PixelSize::new(1600, 900)],
        "vcm's choice: 16:9 is shown uncropped in the timeline",
    )],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: vertical video, one master for all")],
    media: &[Rule::stated(
        MediaLimits {
            max_images: 4,
            max_image_bytes: Some(5_000_000),
            max_video_bytes: Some(512_000_000),
            max_video_seconds: Some(140),
            required: false,
        },
        MEDIA,
    )
    .noting("4 images or 1 GIF (15 MB) or 1 video; MB read as 1,000,000 bytes, the stricter reading.")],
    threads: &[Rule::reported(true, "https://docs.x.com/x-api/posts")],
    daily_posts: &[Rule::reported(None, "the quota depends on the API plan")],
    forbidden_characters: &[Rule::stated(&['\u{FFFE}', '\u{FEFF}', '\u{FFFF}'], CONFIG)],
    newlines_kept: &[Rule::reported(true, TWITTER_TEXT)],
};
