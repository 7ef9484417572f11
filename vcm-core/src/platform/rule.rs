//! The form of a rule: a value with its source and the day it took effect, and what all rules of one platform add up to.
//!
//! Platforms change their limits, and old campaigns must still be judged by the rules of their day, so every rule is a
//! list of dated values and [`rules`] picks the ones in force. Next: [`super::x`] for a filled-in set, then
//! [`mod@super::length`].

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Platform, bluesky, facebook, instagram, linkedin, mastodon, pinterest, threads, tiktok, x, youtube_shorts,
};

/// A value that a platform prescribes, and how we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rule<T> {
    /// What is prescribed.
    pub value: T,
    /// First day it holds; none when it held for as long as anything is known. Where nobody says when a change took
    /// effect, the day it was read.
    pub effective: Option<Date>,
    /// Where it was read.
    pub source: &'static str,
    /// Read in the platform's own documentation or code. Otherwise a third party says so, or nobody that can be named.
    pub verified: bool,
    /// What to know beside it, such as sources that disagree. Empty when there is nothing.
    pub note: &'static str,
}

impl<T> Rule<T> {
    /// A rule that the platform itself states.
    pub(super) const fn stated(value: T, source: &'static str) -> Self {
        Self { value, effective: None, source, verified: true, note: "" }
    }

    /// A rule that the platform was not seen to state.
    pub(super) const fn reported(value: T, source: &'static str) -> Self {
        Self { value, effective: None, source, verified: false, note: "" }
    }

    /// The same rule, in force from `effective` on.
    pub(super) const fn since(mut self, effective: Date) -> Self {
        self.effective = Some(effective);
        self
    }

    /// The same rule with something to know beside it.
    pub(super) const fn noting(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

/// How a platform counts a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountMethod {
    /// twitter-text configuration 3: NFC first; Latin and general punctuation 1, everything else 2, an emoji sequence 2,
    /// a URL 23.
    Weighted,
    /// Extended grapheme clusters (UAX #29).
    Graphemes,
    /// Unicode code points.
    CodePoints,
    /// UTF-16 code units.
    Utf16Units,
    /// UTF-8 bytes.
    Utf8Bytes,
    /// Code points after escaping for LinkedIn's "little text": a reserved character costs 2, a hashtag becomes
    /// `{hashtag|\#|tag}`.
    LittleText,
    /// Code points, but an emoji sequence counts its UTF-8 bytes (Threads).
    EmojiAsBytes,
    /// Mastodon: graphemes, a URL costs 23, a mention costs its local part only.
    Mastodon,
}

/// The limit of one text field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TextLimit {
    /// Most units of `count`.
    pub max: u32,
    /// What is counted.
    pub count: CountMethod,
    /// Most UTF-8 bytes, where the platform has a second limit.
    pub max_bytes: Option<u32>,
    /// How far an account or instance may raise `max` (X Premium, a Mastodon instance). None: `max` is the same for everyone.
    pub raisable_to: Option<u32>,
}

impl TextLimit {
    /// `max` units of `count`, the same for every account.
    pub(super) const fn of(max: u32, count: CountMethod) -> Self {
        Self { max, count, max_bytes: None, raisable_to: None }
    }
}

/// Which characters a hashtag may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HashtagAlphabet {
    /// What twitter-text takes: letters, marks, digits, underscore and a few joiners; at least one letter.
    TwitterText,
    /// Letters, marks, digits and underscore.
    Words,
    /// Letters, marks and digits.
    LettersAndDigits,
    /// Anything but white space and invisible characters; not ending in punctuation.
    AnythingVisible,
}

/// What a hashtag looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct HashtagForm {
    /// Its characters.
    pub alphabet: HashtagAlphabet,
    /// Most graphemes, without `#`.
    pub max_graphemes: Option<u32>,
    /// Most UTF-8 bytes, without `#`.
    pub max_bytes: Option<u32>,
}

impl HashtagForm {
    /// Tags of `alphabet` without a length limit of their own.
    pub(super) const fn of(alphabet: HashtagAlphabet) -> Self {
        Self { alphabet, max_graphemes: None, max_bytes: None }
    }
}

/// Width and height of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PixelSize {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl PixelSize {
    /// `width` x `height` pixels.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }
}

/// Pictures and videos of one post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct MediaLimits {
    /// Most pictures.
    pub max_images: u32,
    /// Most bytes of one picture.
    pub max_image_bytes: Option<u64>,
    /// Most bytes of a video.
    pub max_video_bytes: Option<u64>,
    /// Longest video, in seconds.
    pub max_video_seconds: Option<u32>,
    /// A post without a picture or video is refused.
    pub required: bool,
}

macro_rules! rule_fields {
    ($($(#[$doc:meta])* $field:ident: $type:ty),+ $(,)?) => {
        /// Every rule of one platform, each with the values it had over time, oldest first.
        #[derive(Debug)]
        pub(super) struct RuleSet { $(pub(super) $field: &'static [Rule<$type>]),+ }

        /// The rules of one platform as of one day.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        pub struct Rules {
            /// Whose rules.
            pub platform: Platform,
            /// The day they are evaluated for.
            pub as_of: Date,
            $($(#[$doc])* pub $field: Rule<$type>),+
        }

        impl RuleSet {
            fn as_of(&self, platform: Platform, as_of: Date) -> Rules {
                Rules { platform, as_of, $($field: in_force(self.$field, as_of, UNKNOWN.$field)),+ }
            }
        }

        /// What holds where a platform's file lists no value at all; see `every_rule_is_listed` in the tests.
        struct Unknown { $($field: Rule<$type>),+ }
    };
}

rule_fields! {
    /// The text of a post, or of each part of a thread.
    text: TextLimit,
    /// The title; none where posts have no title.
    title: Option<TextLimit>,
    /// A post without a title is refused.
    title_required: bool,
    /// The description of a picture for people who cannot see it; none where it is not known.
    alt_text: Option<TextLimit>,
    /// Most hashtags in one post; none where there is no cap.
    hashtag_cap: Option<u32>,
    /// What a hashtag looks like.
    hashtag_form: HashtagForm,
    /// Most characters of all hashtags together when they are sent as the keyword list, separators included.
    keyword_list_max_chars: Option<u32>,
    /// Most links in one post.
    link_cap: Option<u32>,
    /// Longest link, in characters.
    link_max_chars: Option<u32>,
    /// Sizes of a still card in pixels, preferred first.
    card_sizes: &'static [PixelSize],
    /// Size of a video frame in pixels.
    video_size: PixelSize,
    /// Pictures and videos.
    media: MediaLimits,
    /// A post can continue in replies to itself, so a long text may be split into a thread.
    threads: bool,
    /// Most posts of one account in 24 hours; none where it is not known.
    daily_posts: Option<u32>,
    /// Characters that the platform refuses in text and title.
    forbidden_characters: &'static [char],
    /// Line breaks in the text are shown.
    newlines_kept: bool,
}

/// The strictest reading of "nothing known", so that a gap in a table never lets something through.
static UNKNOWN: Unknown = Unknown {
    text: Rule::reported(TextLimit::of(0, CountMethod::Utf8Bytes), ""),
    title: Rule::reported(None, ""),
    title_required: Rule::reported(false, ""),
    alt_text: Rule::reported(None, ""),
    hashtag_cap: Rule::reported(None, ""),
    hashtag_form: Rule::reported(HashtagForm::of(HashtagAlphabet::LettersAndDigits), ""),
    keyword_list_max_chars: Rule::reported(None, ""),
    link_cap: Rule::reported(None, ""),
    link_max_chars: Rule::reported(None, ""),
    card_sizes: Rule::reported(&[], ""),
    video_size: Rule::reported(PixelSize::new(1080, 1920), ""),
    media: Rule::reported(
        MediaLimits {
            max_images: 1,
            max_image_bytes: None,
            max_video_bytes: None,
            max_video_seconds: None,
            required: false,
        },
        "",
    ),
    threads: Rule::reported(false, ""),
    daily_posts: Rule::reported(None, ""),
    forbidden_characters: Rule::reported(&[], ""),
    newlines_kept: Rule::reported(true, ""),
};

/// The last value in force on `as_of`; before the first dated one, the oldest that is known.
fn in_force<T: Copy>(history: &[Rule<T>], as_of: Date, unknown: Rule<T>) -> Rule<T> {
    let current = history.iter().rfind(|rule| rule.effective.is_none_or(|effective| effective <= as_of));
    current.or(history.first()).copied().unwrap_or(unknown)
}

fn rule_set(platform: Platform) -> &'static RuleSet {
    match platform {
        Platform::X => &x::RULES,
        Platform::Instagram => &instagram::RULES,
        Platform::Tiktok => &tiktok::RULES,
        Platform::Linkedin => &linkedin::RULES,
        Platform::YoutubeShorts => &youtube_shorts::RULES,
        Platform::Facebook => &facebook::RULES,
        Platform::Threads => &threads::RULES,
        Platform::Pinterest => &pinterest::RULES,
        Platform::Bluesky => &bluesky::RULES,
        Platform::Mastodon => &mastodon::RULES,
    }
}

/// The rules of `platform` in force on `as_of`.
///
/// ```
/// use jiff::civil::date;
/// use vcm_core::platform::{Platform, rules};
/// assert_eq!(rules(Platform::Instagram, date(2025, 12, 17)).hashtag_cap.value, Some(30));
/// assert_eq!(rules(Platform::Instagram, date(2025, 12, 18)).hashtag_cap.value, Some(5));
/// ```
pub fn rules(platform: Platform, as_of: Date) -> Rules {
    rule_set(platform).as_of(platform, as_of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_rule_is_listed() {
        for &platform in Platform::ALL {
            let rules = serde_json::to_value(rules(platform, date(2026, 6, 1))).unwrap();
            for (name, rule) in rules.as_object().unwrap() {
                if let Some(source) = rule.get("source") {
                    assert_ne!(source, "", "{platform}.{name} names no source");
                }
            }
        }
    }

    #[rstest::rstest]
    #[case::instagram_before(Platform::Instagram, date(2025, 12, 17), Some(30))]
    #[case::instagram_from(Platform::Instagram, date(2025, 12, 18), Some(5))]
    #[case::tiktok_before(Platform::Tiktok, date(2025, 7, 31), None)]
    #[case::tiktok_from(Platform::Tiktok, date(2025, 8, 1), Some(5))]
    #[case::threads(Platform::Threads, date(2026, 1, 1), Some(1))]
    #[case::youtube(Platform::YoutubeShorts, date(2026, 1, 1), Some(60))]
    #[case::x(Platform::X, date(2026, 1, 1), None)]
    fn hashtag_cap_on_a_day(#[case] platform: Platform, #[case] day: Date, #[case] cap: Option<u32>) {
        assert_eq!(rules(platform, day).hashtag_cap.value, cap);
    }

    #[rstest::rstest]
    #[case::before(date(2025, 12, 21), None)]
    #[case::from(date(2025, 12, 22), Some(5))]
    fn threads_link_cap_on_a_day(#[case] day: Date, #[case] cap: Option<u32>) {
        assert_eq!(rules(Platform::Threads, day).link_cap.value, cap);
    }

    #[rstest::rstest]
    #[case::at_launch(date(2024, 10, 1), Some(50_000_000))]
    #[case::then(date(2025, 6, 1), Some(100_000_000))]
    #[case::now(date(2026, 12, 1), Some(300_000_000))]
    fn bluesky_video_on_a_day(#[case] day: Date, #[case] max_video_bytes: Option<u64>) {
        assert_eq!(rules(Platform::Bluesky, day).media.value.max_video_bytes, max_video_bytes);
    }

    #[test]
    fn histories_are_in_order() {
        fn ordered<T>(history: &[Rule<T>]) -> bool {
            history.windows(2).all(|pair| pair[0].effective < pair[1].effective)
        }
        for &platform in Platform::ALL {
            let set = rule_set(platform);
            assert!(ordered(set.text) && ordered(set.hashtag_cap) && ordered(set.link_cap) && ordered(set.media));
        }
    }
}
