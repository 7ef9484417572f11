//! Every way to count, as a table.

use jiff::civil::date;
use rstest::rstest;

use super::*;

#[rstest]
// Weighted: Latin 1, other scripts 2, emoji 2, URL 23.
#[case(CountMethod::Weighted, "", 0)]
#[case(CountMethod::Weighted, "hello", 5)]
#[case(CountMethod::Weighted, "Grüße", 5)]
#[case(CountMethod::Weighted, "e\u{301}", 1)]
#[case(CountMethod::Weighted, "Привет", 6)]
#[case(CountMethod::Weighted, "こんにちは", 10)]
#[case(CountMethod::Weighted, "wait… “ok” – yes", 17)]
#[case(CountMethod::Weighted, "🇫🇷🇫🇷", 4)]
#[case(CountMethod::Weighted, "👩‍🚀 lift-off", 11)]
#[case(CountMethod::Weighted, "see https://example.com/a?b=c#d now", 4 + 23 + 4)]
#[case(CountMethod::Weighted, "see example.com.", 4 + 23 + 1)]
#[case(CountMethod::Weighted, "me@example.com", 14)]
// Graphemes and code points.
#[case(CountMethod::Graphemes, "e\u{301}👩‍🚀\r\n", 3)]
#[case(CountMethod::CodePoints, "e\u{301}👩‍🚀\r\n", 7)]
#[case(CountMethod::Utf16Units, "a😀", 3)]
#[case(CountMethod::Utf8Bytes, "aé😀", 7)]
// Little text: reserved characters are escaped, a hashtag becomes a template.
#[case(CountMethod::LittleText, "plain", 5)]
#[case(CountMethod::LittleText, r"\|{}@[]()<>#*_~", 30)]
#[case(CountMethod::LittleText, "go #rust", 3 + 17)]
#[case(CountMethod::LittleText, "#a_b", 13 + 4)]
// Threads: an emoji costs its bytes, other characters 1.
#[case(CountMethod::EmojiAsBytes, "日本", 2)]
#[case(CountMethod::EmojiAsBytes, "ok 👍", 7)]
#[case(CountMethod::EmojiAsBytes, "👍🏽", 8)]
#[case(CountMethod::EmojiAsBytes, "1️⃣", 7)]
// Mastodon: links cost 23, mentions their local part.
#[case(CountMethod::Mastodon, "https://example.com", 23)]
#[case(CountMethod::Mastodon, "https://example.com/a/very/long/path/that/goes/on", 23)]
#[case(CountMethod::Mastodon, "hi @ada@social.example!", 8)]
#[case(CountMethod::Mastodon, "hi @ada@social.example.", 8)]
#[case(CountMethod::Mastodon, "mail ada@social.example", 23)]
#[case(CountMethod::Mastodon, "https://example.social/@ada@other.example", 23)]
#[case(CountMethod::Mastodon, "👩‍🚀", 1)]
fn counts(#[case] method: CountMethod, #[case] text: &str, #[case] length: u32) {
    assert_eq!(count(method, text), length, "{text:?}");
}

fn of(platform: Platform, text: &str) -> TextLength {
    text_length(platform, text, &LengthOptions::new(date(2026, 6, 1)))
}

#[rstest]
#[case::x_full(Platform::X, "a", 280, true)]
#[case::x_over(Platform::X, "a", 281, false)]
#[case::x_wide_full(Platform::X, "語", 140, true)]
#[case::x_wide_over(Platform::X, "語", 141, false)]
#[case::bluesky_full(Platform::Bluesky, "é", 300, true)]
#[case::bluesky_over(Platform::Bluesky, "a", 301, false)]
#[case::bluesky_bytes(Platform::Bluesky, "👩‍👩‍👧‍👦", 121, false)]
#[case::bluesky_bytes_fit(Platform::Bluesky, "👩‍👩‍👧‍👦", 120, true)]
#[case::mastodon_full(Platform::Mastodon, "é", 500, true)]
#[case::threads_full(Platform::Threads, "👍", 125, true)]
#[case::threads_over(Platform::Threads, "👍", 126, false)]
#[case::linkedin_full(Platform::Linkedin, "(", 1500, true)]
#[case::linkedin_over(Platform::Linkedin, "(", 1501, false)]
#[case::tiktok_full(Platform::Tiktok, "😀", 1100, true)]
#[case::tiktok_over(Platform::Tiktok, "😀", 1101, false)]
#[case::youtube_bytes(Platform::YoutubeShorts, "é", 2501, false)]
#[case::pinterest_full(Platform::Pinterest, "a", 800, true)]
#[case::instagram_over(Platform::Instagram, "a", 2201, false)]
#[case::facebook_full(Platform::Facebook, "a", 63_206, true)]
fn limits(#[case] platform: Platform, #[case] unit: &str, #[case] times: usize, #[case] valid: bool) {
    assert_eq!(of(platform, &unit.repeat(times)).valid, valid);
}

#[test]
fn an_account_limit_raises_only_where_accounts_differ() {
    let limit = |platform, own| {
        text_length(platform, "a", &LengthOptions { max_chars: Some(own), ..LengthOptions::new(date(2026, 6, 1)) })
            .limit
    };
    assert_eq!(limit(Platform::Mastodon, 5_000), 5_000);
    assert_eq!(limit(Platform::X, 4_000), 4_000);
    assert_eq!(limit(Platform::X, 1_000_000), 25_000);
    assert_eq!(limit(Platform::Bluesky, 5_000), 300);
    assert_eq!(limit(Platform::Bluesky, 200), 200);
}

#[test]
fn titles_and_forbidden_characters() {
    let title = LengthOptions { field: TextField::Title, ..LengthOptions::new(date(2026, 6, 1)) };
    assert!(text_length(Platform::YoutubeShorts, &"a".repeat(100), &title).valid);
    assert!(!text_length(Platform::YoutubeShorts, &"a".repeat(101), &title).valid);
    assert!(!text_length(Platform::YoutubeShorts, "a < b", &title).valid);
    assert!(!text_length(Platform::YoutubeShorts, "", &title).valid);
    assert_eq!(text_length(Platform::X, "a title", &title).limit, 0);
    assert!(!of(Platform::YoutubeShorts, "a > b").valid);
    assert!(!of(Platform::X, "bad \u{FFFE}").valid);
}

#[test]
fn an_empty_text_is_valid_where_the_post_is_a_picture() {
    assert!(!of(Platform::X, "").valid);
    assert!(of(Platform::Instagram, "").valid);
}
