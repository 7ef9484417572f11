//! Mastodon. Every instance sets its own limit; the default is 500, and links and mentions have fixed prices.

use super::rule::{CountMethod, HashtagAlphabet, HashtagForm, MediaLimits, PixelSize, Rule, RuleSet, TextLimit};

const INSTANCE: &str = "https://docs.joinmastodon.org/entities/Instance/ (configuration)";
const POSTING: &str = "https://docs.joinmastodon.org/user/posting/";

pub(super) static RULES: RuleSet = RuleSet {
    text: &[Rule::stated(
        TextLimit { max: 500, count: CountMethod::Mastodon, max_bytes: None, raisable_to: Some(1_000_000) },
        INSTANCE,
    )
    .noting(
        "The instance's own figure is in configuration.statuses.max_characters, the price of a URL in \
             characters_reserved_per_url (23). That the rest counts in graphemes is from memory.",
    )],
    title: &[Rule::reported(None, POSTING)],
    title_required: &[Rule::reported(false, POSTING)],
    alt_text: &[Rule::stated(Some(TextLimit::of(1_500, CountMethod::CodePoints)), INSTANCE)],
    hashtag_cap: &[Rule::reported(None, "no cap seen")],
    hashtag_form: &[Rule::stated(HashtagForm::of(HashtagAlphabet::Words), POSTING).noting("Not digits only.")],
    keyword_list_max_chars: &[Rule::reported(None, POSTING)],
    link_cap: &[Rule::reported(None, "no cap seen")],
    link_max_chars: &[Rule::reported(None, "no limit seen")],
    card_sizes: &[Rule::reported(&[PixelSize::new(1600, 900)], "vcm's choice: 16:9")],
    video_size: &[Rule::reported(PixelSize::new(1080, 1920), "vcm's choice: vertical video, one master for all")],
    media: &[Rule::stated(
        MediaLimits {
            max_images: 4,
            max_image_bytes: Some(16_000_000),
            max_video_bytes: Some(99_000_000),
            max_video_seconds: None,
            required: false,
        },
        INSTANCE,
    )
    .noting("16 MiB and 99 MB by default; read as 1,000,000 bytes a megabyte, the stricter reading.")],
    threads: &[Rule::reported(true, POSTING)],
    daily_posts: &[Rule::reported(Some(200), "BrightBean default (third party)")],
    forbidden_characters: &[Rule::reported(&[], POSTING)],
    newlines_kept: &[Rule::reported(true, POSTING)],
};
