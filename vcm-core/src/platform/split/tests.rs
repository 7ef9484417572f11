//! Threads: examples as a specification, then properties over arbitrary texts.

use jiff::civil::date;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::platform::{entities::Entity, text_length};

const DAY: Date = date(2026, 6, 1);

fn options(max_chars: u32, numbering: Numbering) -> SplitOptions {
    SplitOptions { as_of: DAY, max_chars: Some(max_chars), numbering }
}

#[rstest]
#[case::fits("Short.", 40, Numbering::End, &["Short."])]
#[case::sentences("First sentence here. Second sentence here. Third one.", 45, Numbering::None,
    &["First sentence here.", "Second sentence here. Third one."])]
#[case::paragraph_before_sentence("A first paragraph, long enough.\n\nThe second. It goes on and on here.", 50, Numbering::None,
    &["A first paragraph, long enough.", "The second. It goes on and on here."])]
#[case::words("one two three four five six seven", 15, Numbering::None, &["one two three", "four five six", "seven"])]
#[case::abbreviation("Use a tool, e.g. the small one here, for this.", 30, Numbering::None,
    &["Use a tool, e.g. the small one", "here, for this."])]
#[case::numbered_in_front("aaaa bbbb cccc", 9, Numbering::Front, &["1/3 aaaa", "2/3 bbbb", "3/3 cccc"])]
#[case::giant_word("ab aaaaaaaaaaaaaaa", 8, Numbering::None, &["ab aaaaa", "aaaaa", "aaaaa"])]
#[case::japanese("今日は晴れです。明日は雨でしょう。", 20, Numbering::None, &["今日は晴れです。", "明日は雨でしょう。"])]
#[case::link_stays_whole("Read it at https://example.com/a/b today", 36, Numbering::None,
    &["Read it at https://example.com/a/b", "today"])]
#[case::no_stub("Alpha beta gamma delta. Epsilon zeta eta. Theta iota.", 42, Numbering::None,
    &["Alpha beta gamma delta.", "Epsilon zeta eta. Theta iota."])]
fn on_x(#[case] text: &str, #[case] max_chars: u32, #[case] numbering: Numbering, #[case] parts: &[&str]) {
    assert_eq!(split_thread(Platform::X, text, &options(max_chars, numbering)).unwrap(), parts);
}

#[test]
fn ten_parts_leave_room_for_two_digits() {
    let text = vec!["word"; 40].join(" ");
    let parts = split_thread(Platform::Mastodon, &text, &options(20, Numbering::End)).unwrap();
    assert!(parts.len() >= 10);
    assert!(parts[0].ends_with(&format!(" 1/{}", parts.len())));
    assert!(parts.iter().all(|part| part.len() <= 20));
}

#[test]
fn bytes_are_a_limit_of_their_own() {
    let text = "👩‍👩‍👧‍👦".repeat(290);
    let parts = split_thread(Platform::Bluesky, &text, &SplitOptions::new(DAY)).unwrap();
    assert_eq!(parts.iter().map(|part| part.graphemes(true).count()).collect::<Vec<_>>(), [120, 85, 85]);
}

#[test]
fn links_are_shared_out_under_the_cap() {
    let text = (0..12).map(|n| format!("https://a.com/{n}")).collect::<Vec<_>>().join(" ");
    let parts = split_thread(Platform::Threads, &text, &SplitOptions::new(DAY)).unwrap();
    assert_eq!(parts.iter().map(|part| extract_urls(part).len()).collect::<Vec<_>>(), [5, 4, 3]);
}

#[rstest]
#[case::blank(Platform::X, "  \n ", ErrorKind::InvalidInput)]
#[case::forbidden(Platform::X, "a \u{FFFE} b", ErrorKind::InvalidInput)]
#[case::no_threads(Platform::Pinterest, &"word ".repeat(200), ErrorKind::Unsupported)]
#[case::giant_link(Platform::Bluesky, &format!("See https://example.com/{} now", "a".repeat(400)), ErrorKind::InvalidInput)]
#[case::giant_tag(Platform::Mastodon, &format!("#{}", "a".repeat(600)), ErrorKind::InvalidInput)]
#[case::giant_grapheme(Platform::Bluesky, &format!("e{}", "\u{301}".repeat(2_000)), ErrorKind::InvalidInput)]
fn refused(#[case] platform: Platform, #[case] text: &str, #[case] kind: ErrorKind) {
    assert_eq!(split_thread(platform, text, &SplitOptions::new(DAY)).unwrap_err().kind(), kind);
}

#[test]
fn a_limit_with_no_room_for_the_number_is_refused() {
    let error = split_thread(Platform::X, "some words here", &options(4, Numbering::End)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn texts(entities: &[Entity<'_>]) -> Vec<String> {
    entities.iter().map(|entity| entity.text.to_owned()).collect()
}

/// Words, entities, emoji and scripts with and without spaces, mixed.
fn post() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        6 => "[a-zA-Z]{1,12}[.,!?]?",
        1 => "https://example\\.com/[a-z0-9/]{0,40}",
        1 => "#[a-z]{1,15}",
        1 => "@[a-z]{1,12}",
        1 => "\\$[A-Z]{1,5}",
        1 => "[こ今日は晴。、]{1,12}",
        1 => Just("👩‍👩‍👧‍👦".to_owned()),
        1 => Just("🇫🇷👍🏽".to_owned()),
        1 => "[ა-ჰа-яé]{1,12}",
        1 => Just("@ada@social.example".to_owned()),
    ];
    prop::collection::vec((token, prop_oneof![8 => Just(" "), 1 => Just("\n"), 1 => Just("\n\n")]), 1..120)
        .prop_map(|tokens| tokens.into_iter().map(|(token, space)| token + space).collect())
}

fn threaded() -> impl Strategy<Value = Platform> {
    prop::sample::select(vec![Platform::X, Platform::Threads, Platform::Bluesky, Platform::Mastodon])
}

fn numbering() -> impl Strategy<Value = Numbering> {
    prop::sample::select(vec![Numbering::None, Numbering::Front, Numbering::End])
}

proptest! {
    #[test]
    fn every_part_is_valid(text in post(), platform in threaded(), numbering in numbering()) {
        let options = options(140, numbering);
        let length = LengthOptions { max_chars: options.max_chars, ..LengthOptions::new(DAY) };
        for part in split_thread(platform, &text, &options).unwrap() {
            let measured = text_length(platform, &part, &length);
            prop_assert!(measured.valid, "{part:?}: {measured:?}");
        }
    }

    #[test]
    fn words_and_entities_survive_in_order(text in post(), platform in threaded()) {
        let parts = split_thread(platform, &text, &options(140, Numbering::None)).unwrap();
        prop_assert_eq!(without_space(&parts.concat()), without_space(&text));
        let found: Vec<String> = parts.iter().flat_map(|part| texts(&extract_entities(part))).collect();
        prop_assert_eq!(found, texts(&extract_entities(&text)));
        if text.is_ascii() {
            let joined = parts.join(" ");
            prop_assert_eq!(words(&joined), words(&text));
        }
    }

    #[test]
    fn no_grapheme_is_broken(text in "\\PC{0,400}", platform in threaded()) {
        if let Ok(parts) = split_thread(platform, &text, &options(30, Numbering::None)) {
            let found: Vec<String> =
                parts.iter().flat_map(|part| part.graphemes(true)).map(without_space).filter(|g| !g.is_empty()).collect();
            let all: Vec<String> = text.graphemes(true).map(without_space).filter(|g| !g.is_empty()).collect();
            prop_assert_eq!(found, all);
        }
    }

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>(), max_chars in 0_u32..50, numbering in numbering()) {
        for &platform in Platform::ALL {
            let measured = text_length(platform, &text, &LengthOptions::new(DAY));
            prop_assert_eq!(measured.bytes as usize, text.len());
            let options = options(max_chars, numbering);
            let length = LengthOptions { max_chars: Some(max_chars), ..LengthOptions::new(DAY) };
            for part in split_thread(platform, &text, &options).unwrap_or_default() {
                prop_assert!(text_length(platform, &part, &length).valid, "{:?}", part);
            }
        }
    }

    #[test]
    fn entities_are_where_they_say(text in "[a-z@#$./:_ \\-é語。]{0,80}") {
        let characters: Vec<char> = text.chars().collect();
        let mut end = 0;
        for entity in extract_entities(&text) {
            prop_assert_eq!(&text[entity.start_byte..entity.end_byte], entity.text);
            prop_assert_eq!(characters[entity.start..entity.end].iter().collect::<String>(), entity.text);
            prop_assert!(entity.start >= end);
            end = entity.end;
        }
    }
}
