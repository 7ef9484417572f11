//! Threads by Meta. An emoji costs its UTF-8 bytes; one topic tag a post.

use jiff::civil::date;

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const POSTS: &str = "https://developers.facebook.com/documentation/threads/posts";
const OVERVIEW: &str = "https://developers.facebook.com/documentation/threads/overview";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::stated(TextLimit::of(500, CountMethod::EmojiAsBytes), OVERVIEW)
        .noting("A text attachment may have 10,000; vcm writes none.")],
    title: &[Rule::reported(None, POSTS)],
    title_required: &[Rule::reported(false, POSTS)],
    alt_text: &[Rule::reported(Some(TextLimit::of(1_000, CountMethod::CodePoints)), "from memory: alt_text")],
    hashtag_cap: &[Rule::stated(Some(1), POSTS).noting("Only the first tag becomes the topic.")],
    hashtag_form: &[Rule::reported(
        HashtagForm { alphabet: HashtagAlphabet::Words, max_graphemes: Some(50), max_bytes: None },
        POSTS,
    )
    .noting("1 to 50 characters, no full stop, no ampersand; length from memory.")],
    keyword_list_max_chars: &[Rule::reported(None, POSTS)],
    link_cap: &[
        Rule::reported(None, "no cap seen before 2025-12-22"),
        Rule::stated(Some(5), POSTS).since(date(2025, 12, 22)),
    ],
    link_max_chars: &[Rule::reported(None, "no limit seen")],
    card_sizes: &[Rule::reported(&[PixelSize::new(1080, 1350)], "vcm's choice: 4:5")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "from memory: 9:16 recommended")],
    media: &[Rule::reported(
        MediaLimits {
            max_images: 20,
            max_image_bytes: Some(8_000_000),
            max_video_bytes: Some(1_000_000_000),
            max_video_seconds: Some(300),
            required: false,
        },
        OVERVIEW,
    )
    .noting("A carousel of up to 20 is said by third parties; bytes and seconds are from memory.")],
    threads: &[Rule::reported(true, POSTS)],
    daily_posts: &[
        Rule::stated(Some(250), OVERVIEW).noting("And 1,000 replies, which is where the parts of a thread count.")
    ],
    forbidden_characters: &[Rule::reported(&[], "none seen")],
    newlines_kept: &[Rule::reported(true, "from memory")],
};
