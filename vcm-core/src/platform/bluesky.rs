//! Bluesky: 300 graphemes and 3,000 bytes, both.

use jiff::civil::date;

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const POST: &str = "atproto lexicon app.bsky.feed.post (github.com/bluesky-social/atproto)";
const FACET: &str = "atproto lexicon app.bsky.richtext.facet (github.com/bluesky-social/atproto)";
const IMAGES: &str = "atproto lexicon app.bsky.embed.images (github.com/bluesky-social/atproto)";
const VIDEO: &str = "atproto lexicon app.bsky.embed.video (github.com/bluesky-social/atproto)";

const fn media(max_image_bytes: u64, max_video_bytes: Option<u64>, max_video_seconds: Option<u32>) -> MediaLimits {
    MediaLimits {
        max_images: 4,
        max_image_bytes: Some(max_image_bytes),
        max_video_bytes,
        max_video_seconds,
        required: false,
    }
}

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::stated(
        TextLimit { max: 300, count: CountMethod::Graphemes, max_bytes: Some(3_000), raisable_to: None },
        POST,
    )
    .noting("A link costs the text that shows it: the lexicon knows no fixed price for a URL.")],
    title: &[Rule::reported(None, POST)],
    title_required: &[Rule::reported(false, POST)],
    alt_text: &[Rule::reported(
        Some(TextLimit::of(2_000, CountMethod::Graphemes)),
        "from memory: limit of the official app",
    )],
    hashtag_cap: &[Rule::stated(None, POST).noting("8 more tags may stand beside the text.")],
    hashtag_form: &[Rule::stated(
        HashtagForm { alphabet: HashtagAlphabet::AnythingVisible, max_graphemes: Some(64), max_bytes: Some(640) },
        FACET,
    )],
    keyword_list_max_chars: &[Rule::reported(None, POST)],
    link_cap: &[Rule::stated(None, FACET)],
    link_max_chars: &[Rule::stated(None, FACET)],
    card_sizes: &[Rule::reported(&[PixelSize::new(1600, 900)], "vcm's choice: 16:9")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: vertical video, one master for all")],
    media: &[
        Rule::reported(media(1_000_000, None, None), IMAGES).noting("Before video; bytes from memory."),
        Rule::reported(media(1_000_000, Some(50_000_000), Some(60)), VIDEO)
            .since(date(2024, 9, 11))
            .noting("Video at its launch, from memory."),
        Rule::reported(media(1_000_000, Some(100_000_000), Some(180)), VIDEO)
            .since(date(2025, 3, 10))
            .noting("From memory."),
        Rule::stated(media(2_000_000, Some(300_000_000), Some(180)), VIDEO)
            .since(date(2026, 11, 22))
            .noting("The day it was read: the lexicons do not say when they changed. Video is MP4."),
    ],
    threads: &[Rule::reported(true, POST)],
    daily_posts: &[Rule::reported(Some(200), "BrightBean default (third party)")],
    forbidden_characters: &[Rule::reported(&[], POST)],
    newlines_kept: &[Rule::reported(true, "from memory")],
};
