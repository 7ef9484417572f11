//! Entities as a table of our own; twitter-text's suites run in `tests/twitter_text_conformance.rs`.

use rstest::rstest;

use super::*;

#[rstest]
#[case::with_protocol("see http://example.com/a", &["http://example.com/a"])]
#[case::without("see example.com/a now", &["example.com/a"])]
#[case::not_a_domain("file.txt v1.2 etc.and", &[])]
#[case::full_stop_stays_out("https://example.com/a.", &["https://example.com/a"])]
#[case::query_and_fragment("https://example.com/a?b=c&d=e#f", &["https://example.com/a?b=c&d=e#f"])]
#[case::port("http://example.com:8080/x", &["http://example.com:8080/x"])]
#[case::brackets("(https://example.com/a_(b))", &["https://example.com/a_(b)"])]
#[case::open_bracket("https://example.com/a(b", &["https://example.com/a"])]
#[case::mail_is_none("write to jo.doe@example.com", &[])]
#[case::after_an_at("@example.com", &[])]
#[case::in_a_sentence_without_spaces("詳細はexample.comで", &["example.com"])]
#[case::then_a_protocol("詳細https://example.com/x", &["https://example.com/x"])]
#[case::international("https://пример.рф/путь", &["https://пример.рф/путь"])]
#[case::two_beside("example.com example.org", &["example.com", "example.org"])]
#[case::upper_case("HTTPS://EXAMPLE.COM", &["HTTPS://EXAMPLE.COM"])]
#[case::empty_label("http://example..com", &[])]
#[case::label_too_long("http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com", &[])]
fn urls(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(extract_urls(text).iter().map(|url| url.text).collect::<Vec<_>>(), expected);
}

#[rstest]
#[case("#one and #two_2", &["one", "two_2"])]
#[case("no#tag &#39; ok", &[])]
#[case("#1 #2024", &[])]
#[case("(#in) “#quoted”", &["in", "quoted"])]
#[case("＃全角 #日本語。", &["全角", "日本語"])]
#[case("https://example.com/#anchor #tag", &["tag"])]
#[case("#a#b", &[])]
#[case("1️⃣ #tag #️⃣", &["tag"])]
fn hashtags(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(extract_hashtags(text).iter().map(|tag| tag.value).collect::<Vec<_>>(), expected);
}

#[rstest]
#[case("@ada and @grace_h.", &["ada", "grace_h"])]
#[case("ada@example.com", &[])]
#[case("RT@ada: art@ada", &["ada"])]
#[case("@ada@social.example", &[])]
#[case("・@ada、", &["ada"])]
fn mentions(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(extract_mentions(text).iter().map(|mention| mention.value).collect::<Vec<_>>(), expected);
}

#[rstest]
#[case("$ACME and $brk.b!", &["ACME", "brk.b"])]
#[case("$5 US$10 $TOOLONGNAME", &[])]
#[case("x$ACME", &[])]
fn cashtags(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(extract_cashtags(text).iter().map(|tag| tag.value).collect::<Vec<_>>(), expected);
}

#[test]
fn offsets_are_code_points_and_bytes() {
    let [url, tag] = extract_entities("é😀 https://a.com #é")[..] else { panic!("two entities") };
    assert_eq!((url.start, url.end, url.start_byte, url.end_byte), (3, 16, 7, 20));
    assert_eq!((tag.start, tag.end, tag.start_byte, tag.end_byte), (17, 19, 21, 24));
}

#[test]
fn a_tag_inside_a_link_is_the_links() {
    let kinds: Vec<_> = extract_entities("example.com/#x @a $B #c").iter().map(|entity| entity.kind).collect();
    assert_eq!(kinds, [EntityKind::Url, EntityKind::Mention, EntityKind::Cashtag, EntityKind::Hashtag]);
}
