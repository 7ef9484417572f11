//! Which rule a post breaks, platform by platform.

use jiff::civil::date;
use rstest::rstest;

use super::*;

const DAY: Date = date(2026, 6, 1);

/// Fields of the violations of a post.
fn broken(platform: Platform, parts: &[&str], title: Option<&str>, hashtags: &[&str], day: Date) -> Vec<String> {
    let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
    let violations = check_post(platform, &owned(parts), title, &owned(hashtags), day, None);
    violations.into_iter().map(|violation| violation.field).collect()
}

#[rstest]
#[case::x(Platform::X, None)]
#[case::instagram(Platform::Instagram, None)]
#[case::tiktok(Platform::Tiktok, None)]
#[case::linkedin(Platform::Linkedin, None)]
#[case::youtube(Platform::YoutubeShorts, Some("A title"))]
#[case::facebook(Platform::Facebook, None)]
#[case::threads(Platform::Threads, None)]
#[case::pinterest(Platform::Pinterest, Some("A title"))]
#[case::bluesky(Platform::Bluesky, None)]
#[case::mastodon(Platform::Mastodon, None)]
fn a_plain_post_breaks_nothing(#[case] platform: Platform, #[case] title: Option<&str>) {
    let post = "Version 2 is out. https://example.com/notes\n\n#rust";
    assert_eq!(broken(platform, &[post], title, &["rust"], DAY), Vec::<String>::new());
}

#[rstest]
#[case::too_long(Platform::X, vec!["語".repeat(141)], None, &["parts[0]"])]
#[case::second_part_too_long(Platform::X, vec!["ok".to_owned(), "a".repeat(281)], None, &["parts[1]"])]
#[case::no_thread(Platform::Pinterest, vec!["one".to_owned(), "two".to_owned()], None, &["parts"])]
#[case::no_part(Platform::Bluesky, vec![], None, &["parts"])]
#[case::empty_part(Platform::Bluesky, vec![String::new()], None, &["parts[0]"])]
#[case::bytes(Platform::Bluesky, vec!["👩‍👩‍👧‍👦".repeat(121)], None, &["parts[0]"])]
#[case::title_missing(Platform::YoutubeShorts, vec!["text".to_owned()], None, &["title"])]
#[case::title_too_long(Platform::YoutubeShorts, vec!["text".to_owned()], Some("a".repeat(101)), &["title"])]
#[case::no_title_there(Platform::X, vec!["text".to_owned()], Some("title".to_owned()), &["title"])]
#[case::angle_brackets(Platform::YoutubeShorts, vec!["a < b".to_owned()], Some("b > a".to_owned()), &["parts[0]", "title"])]
#[case::long_link(Platform::Pinterest, vec![format!("https://example.com/{}", "a".repeat(2_100))], None,
    &["parts[0]", "parts[0].links"])]
fn text_and_title(
    #[case] platform: Platform,
    #[case] parts: Vec<String>,
    #[case] title: Option<String>,
    #[case] fields: &[&str],
) {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    assert_eq!(broken(platform, &parts, title.as_deref(), &[], DAY), fields);
}

#[rstest]
#[case::instagram_five(Platform::Instagram, 5, DAY, true)]
#[case::instagram_six(Platform::Instagram, 6, DAY, false)]
#[case::instagram_thirty_before(Platform::Instagram, 30, date(2025, 12, 17), true)]
#[case::instagram_more_before(Platform::Instagram, 31, date(2025, 12, 17), false)]
#[case::tiktok_six(Platform::Tiktok, 6, DAY, false)]
#[case::threads_two(Platform::Threads, 2, DAY, false)]
#[case::youtube_sixty_one(Platform::YoutubeShorts, 61, DAY, false)]
fn hashtag_caps(#[case] platform: Platform, #[case] tags: usize, #[case] day: Date, #[case] valid: bool) {
    let title = rules(platform, day).title_required.value.then_some("Title");
    let chosen: Vec<String> = (0..tags).map(|n| format!("t{n}")).collect();
    let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
    let in_text = chosen.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ");
    assert_eq!(broken(platform, &["text"], title, &chosen, day).is_empty(), valid, "as chosen tags");
    assert_eq!(broken(platform, &[&in_text], title, &[], day).is_empty(), valid, "in the text");
}

#[rstest]
#[case::five(5, DAY, true)]
#[case::six(6, DAY, false)]
#[case::six_before(6, date(2025, 12, 21), true)]
fn links_on_threads(#[case] links: usize, #[case] day: Date, #[case] valid: bool) {
    let text = vec!["https://example.com"; links].join(" ");
    assert_eq!(broken(Platform::Threads, &[&text], None, &[], day).is_empty(), valid);
    assert_eq!(link_count(&text) as usize, links);
}

#[test]
fn a_keyword_list_that_is_too_long() {
    let tags: Vec<String> = (0..50).map(|n| format!("keyword{n:03}")).collect();
    let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
    assert_eq!(broken(Platform::YoutubeShorts, &["text"], Some("Title"), &tags, DAY), ["hashtags"]);
}

#[rstest]
#[case(Platform::X, "rust", true)]
#[case(Platform::X, "4chan_is_not_this", true)]
#[case(Platform::X, "2024", false)]
#[case(Platform::X, "", false)]
#[case(Platform::X, "two words", false)]
#[case(Platform::X, "semi-colon", false)]
#[case(Platform::X, "#twice", false)]
#[case(Platform::X, "日本語", true)]
#[case(Platform::Instagram, "café_2024", true)]
#[case(Platform::Instagram, "100", false)]
#[case(Platform::Mastodon, "2024", false)]
#[case(Platform::Mastodon, "rust2024", true)]
#[case(Platform::Linkedin, "data_science", false)]
#[case(Platform::Linkedin, "DataScience", true)]
#[case(Platform::Bluesky, "c++ish", true)]
#[case(Platform::Bluesky, "tag.", false)]
#[case(Platform::Bluesky, "🦀rust", true)]
#[case(Platform::Threads, "a&b", false)]
fn hashtag_form(#[case] platform: Platform, #[case] tag: &str, #[case] valid: bool) {
    assert_eq!(valid_hashtag(platform, tag), valid);
    let fields = broken(platform, &["text"], None, &[tag], DAY);
    assert_eq!(!fields.contains(&"hashtags[0]".to_owned()), valid);
}

#[rstest]
#[case::graphemes("é".repeat(64), true)]
#[case::too_many_graphemes("é".repeat(65), false)]
#[case::too_many_bytes(format!("a{}", "👩‍👩‍👧‍👦".repeat(26)), false)]
fn a_tag_on_bluesky_has_two_limits(#[case] tag: String, #[case] valid: bool) {
    assert_eq!(valid_hashtag(Platform::Bluesky, &tag), valid);
}

#[test]
fn a_violation_says_what_was_found_and_what_is_allowed() {
    let violations = check_post(Platform::X, &["a".repeat(300)], None, &[], DAY, None);
    assert_eq!(violations[0].to_string(), "parts[0]: found length 300; allowed: at most 280 as X counts");
}

#[test]
fn the_account_limit_counts() {
    let long = ["a".repeat(300)];
    assert!(check_post(Platform::X, &long, None, &[], DAY, Some(4_000)).is_empty());
    assert!(!check_post(Platform::Mastodon, &long, None, &[], DAY, Some(200)).is_empty());
}
