use super::*;
use crate::{brief::BrandVoice, voice::Language};

#[test]
fn every_rule_is_read_back_from_its_code_and_its_sentence() {
    for rule in HouseRule::PLAIN.iter().copied().chain([HouseRule::MaxSentenceWords(14)]) {
        assert_eq!(rule.code().parse::<HouseRule>().unwrap(), rule);
        assert_eq!(rule.sentence().parse::<HouseRule>().unwrap(), rule);
        assert_eq!(format!(" {}. ", rule.sentence().to_uppercase()).parse::<HouseRule>().unwrap(), rule);
        assert_eq!(serde_json::from_value::<HouseRule>(serde_json::to_value(rule).unwrap()).unwrap(), rule);
    }
    for (words, rule) in SAME {
        assert_eq!(words.parse::<HouseRule>().unwrap(), *rule);
    }
}

#[rstest::rstest]
#[case("")]
#[case("be nice")]
#[case("sentences of at most 2 words")]
#[case("sentences of at most 1000 words")]
#[case("sentences of at most many words")]
fn what_is_no_rule_is_refused_with_what_is_allowed(#[case] text: &str) {
    let error = text.parse::<HouseRule>().unwrap_err();
    assert!(error.violations()[0].allowed.contains("never start with a question"), "{error}");
}

/// Rule, language, text, the pieces that break it.
#[rstest::rstest]
#[case("never start with a question", "en", "Ready? Go.", &["Ready?"])]
#[case("never start with a question", "en", "Go. Ready?", &[])]
#[case("never start with a question", "es", "¿Listo? Vamos.", &["¿Listo?"])]
#[case("always end with a question", "en", "Go. Ready? #rust https://a.b", &[])]
#[case("always end with a question", "en", "Ready?\n\n#rust", &[])]
#[case("always end with a question", "en", "Ready? Go.", &["Go."])]
#[case("never end with a question", "en", "Go. Ready?", &["Ready?"])]
#[case("no questions", "en", "One? Two. Three?", &["One?", "Three?"])]
#[case("no exclamation marks", "es", "¡Hola!", &["¡", "!"])]
#[case("no all caps words", "en", "FREE stuff from NASA and the EU", &["FREE"])]
#[case("never start with an emoji", "en", " 🚀 Up. 🚀", &["🚀"])]
#[case("never start with an emoji", "en", "Up 🚀", &[])]
#[case("never start with a hashtag", "en", "#rust is out", &["#rust"])]
#[case("no emoji", "en", "Up 🚀 and 👩‍🚀", &["🚀", "👩‍🚀"])]
#[case("no semicolons", "en", "a; b", &[";"])]
#[case("no dashes", "en", "- item\n9–17 and a — b - c", &["—", "-"])]
#[case("no ellipses", "en", "wait… or...", &["…", "..."])]
#[case("no contractions", "en", "It’s Ann's, don't", &["It’s", "don't"])]
#[case("numbers as figures", "en", "one of seven, 8 of twelve", &["seven", "twelve"])]
#[case("oxford comma", "en", "We sell apples, pears and plums.", &["and"])]
#[case("oxford comma", "en", "We sell apples, pears, and plums.", &[])]
#[case("oxford comma", "en", "After lunch, Tom and Ann left.", &[])]
#[case("no oxford comma", "en", "We sell apples, pears, and plums.", &["and"])]
#[case("no oxford comma", "en", "It works, and it is fast.", &[])]
#[case("oxford comma", "de", "Äpfel, Birnen und Pflaumen.", &[])]
#[case("formal address", "de", "Komm zu uns, wir helfen dir. Sie lachen.", &["dir"])]
#[case("informal address", "de", "Wir helfen Ihnen. Sie lachen.", &["Ihnen"])]
#[case("informal address", "fr", "Venez avec vous.", &["vous"])]
#[case("formal address", "es", "Esto es para ti.", &["ti"])]
#[case("formal address", "en", "You and I.", &[])]
#[case("sentences of at most 3 words", "en", "One two three. One two three four.", &["One two three four."])]
#[case("no exclamation marks", "en", "", &[])]
fn rules_find_what_breaks_them(
    #[case] rule: &str,
    #[case] language: &str,
    #[case] text: &str,
    #[case] pieces: &[&str],
) {
    let found = check(rule.parse().unwrap(), text, Language::of(language));
    let found: Vec<&str> = found.iter().map(|violation| &text[violation.start..violation.end]).collect();
    assert_eq!(found, pieces, "{rule}: {text}");
}

#[test]
fn a_thread_is_held_to_rules_of_start_and_end_at_its_ends() {
    let voice = BrandVoice {
        rules: vec![HouseRule::NeverStartWithAQuestion, HouseRule::AlwaysEndWithAQuestion],
        banned_words: vec!["game changer".into(), "c++".into()],
        required_words: vec!["Rust".into(), "Zig".into()],
        ..BrandVoice::default()
    };
    let parts = ["Rust is out. A Game\nChanger!", "Why now? No C++ here.", "And you?"];
    let found: Vec<(String, usize)> =
        check_copy(&voice, Language::English, &parts).into_iter().map(|one| (one.rule, one.part)).collect();
    let expected = [("banned_word", 0), ("banned_word", 1), ("required_word", 0)];
    assert_eq!(found, expected.map(|(rule, part)| (rule.to_owned(), part)));
}

#[test]
fn phrases_are_whole_words_whatever_their_case() {
    assert_eq!(find_phrase("The BEST bestiary is best.", "best"), [4..8, 21..25]);
    assert_eq!(find_phrase("DON’T, don't", "don't"), [0..7, 9..14]);
    assert!(!contains_phrase("anything", "") && !contains_phrase("", "a"));
    assert!(contains_phrase("İstanbul", "İSTANBUL"));
    assert!(contains_phrase("→ go", "→"));
}

proptest::proptest! {
    #[test]
    fn any_text_is_checked_and_spans_are_of_the_text(text in "\\PC{0,80}", rule in 0usize..HouseRule::PLAIN.len()) {
        for language in [Language::English, Language::German, Language::Other] {
            for found in check(HouseRule::PLAIN[rule], &text, language) {
                proptest::prop_assert!(text.get(found.start..found.end).is_some());
            }
        }
        proptest::prop_assert!(find_phrase(&text, &text).len() <= 1);
    }
}
