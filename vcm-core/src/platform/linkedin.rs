//! LinkedIn posts. The limit holds after escaping, so brackets, underscores and hashtags cost more than they look.

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const LITTLE_TEXT: &str =
    "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format";
const POSTS: &str = "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::stated(TextLimit::of(3_000, CountMethod::LittleText), LITTLE_TEXT)
        .noting("A hashtag is counted as its template, the form in which it stays a hashtag.")],
    title: &[Rule::reported(None, POSTS)],
    title_required: &[Rule::reported(false, POSTS)],
    alt_text: &[Rule::reported(
        Some(TextLimit::of(4_086, CountMethod::CodePoints)),
        "from memory: altText of MultiImage",
    )],
    hashtag_cap: &[Rule::reported(None, "no cap seen")],
    hashtag_form: &[Rule::reported(HashtagForm::of(HashtagAlphabet::LettersAndDigits), "from memory")
        .noting("Underscores are reserved characters of little text, so none is the stricter reading.")],
    keyword_list_max_chars: &[Rule::reported(None, POSTS)],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::reported(None, "no limit seen")],
    card_sizes: &[Rule::reported(
        &[PixelSize::new(1200, 1200), PixelSize::new(1200, 627)],
        "vcm's choice: square for a picture, 1.91:1 for a link preview",
    )],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: vertical video, one master for all")],
    media: &[Rule::reported(
        MediaLimits {
            max_images: 9,
            max_image_bytes: None,
            max_video_bytes: None,
            max_video_seconds: None,
            required: false,
        },
        "unipost documentation (third party)",
    )
    .noting("Sources disagree: unipost 9 pictures, postbreeze 20. The stricter holds.")],
    threads: &[Rule::reported(false, POSTS)],
    daily_posts: &[Rule::reported(Some(100), "BrightBean default (third party)")
        .noting("Another third party says 150: the stricter holds.")],
    forbidden_characters: &[Rule::reported(&[], LITTLE_TEXT)],
    newlines_kept: &[Rule::reported(true, "from memory")],
};
