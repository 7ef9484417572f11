use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn words(text: &str) -> Vec<(ViewKind, String, (u32, u32))> {
    let views = Views::of(text);
    let mut found = Vec::new();
    for view in &views {
        for word in view.words() {
            found.push((view.kind(), view.word_text(&word).to_owned(), view.original(word.start, word.end)));
        }
    }
    found
}

#[rstest]
#[case::plain("a Badger", ViewKind::Folded, (2, 8))]
#[case::full_width("a ｂａｄｇｅｒ", ViewKind::Folded, (2, 8))]
#[case::mathematical("a 𝓫𝓪𝓭𝓰𝓮𝓻", ViewKind::Folded, (2, 8))]
#[case::zero_width("a b\u{200b}a\u{200b}dger", ViewKind::Folded, (2, 10))]
#[case::soft_hyphen("bad\u{ad}ger", ViewKind::Folded, (0, 7))]
#[case::variation_selector("bad\u{fe0f}ger", ViewKind::Folded, (0, 7))]
#[case::stacked_marks("b\u{336}a\u{336}\u{335}dger", ViewKind::Folded, (0, 9))]
#[case::cyrillic("bаdgеr", ViewKind::Skeleton, (0, 6))]
#[case::greek("bαdger", ViewKind::Skeleton, (0, 6))]
#[case::leet("the b4dg3r!", ViewKind::Leet, (4, 10))]
#[case::at("b@dger", ViewKind::Leet, (0, 6))]
#[case::at_first("@badger b@dger", ViewKind::Leet, (8, 14))]
#[case::many_repeats("baaaaadger", ViewKind::RepeatsToOne, (0, 10))]
#[case::dots("a b.a.d.g.e.r!", ViewKind::Joined, (2, 13))]
#[case::spaces("the b a d g e r", ViewKind::Joined, (4, 15))]
#[case::dash("bad-ger", ViewKind::Joined, (0, 7))]
#[case::underscore("b_adger", ViewKind::Joined, (0, 7))]
fn a_disguised_word_is_read_and_mapped_back(#[case] text: &str, #[case] kind: ViewKind, #[case] span: (u32, u32)) {
    let found = words(text);
    assert!(found.contains(&(kind, "badger".into(), span)), "{found:?}");
}

#[rstest]
#[case::two("baadger", ViewKind::RepeatsToOne, "badger")]
#[case::to_two("boookkeeper", ViewKind::RepeatsToTwo, "bookkeeper")]
#[case::to_one("suuunny", ViewKind::RunsToOne, "sunny")]
#[case::star("b*dger", ViewKind::Starred, "b*dger")]
#[case::one_as_l("b1ack", ViewKind::LeetAsL, "black")]
fn other_views_hold(#[case] text: &str, #[case] kind: ViewKind, #[case] word: &str) {
    assert!(words(text).iter().any(|found| found.0 == kind && found.1 == word), "{:?}", words(text));
}

/// Nothing in these is a disguise, so the folded view is the only one and reads as the text in lower case.
#[rstest]
#[case::english("Scunthorpe is a town of 80,000 people, and its football club is old.")]
#[case::russian("Съешь же ещё этих мягких французских булок")]
#[case::russian_short("сор рос")]
#[case::greek("ξεσκεπάζω την ψυχοφθόρα βδελυγμία")]
#[case::arabic("نص حكيم له سر قاطع وذو شأن عظيم")]
#[case::persian_with_joiner("می\u{200c}خواهم")]
#[case::hindi("ऋषियों को सताने वाले दुष्ट राक्षसों")]
#[case::chinese("我能吞下玻璃而不伤身体")]
#[case::japanese("いろはにほへと ちりぬるを")]
#[case::korean("키스의 고유조건은 입술끼리 만나야 하고")]
#[case::french("Portez ce vieux whisky au juge blond qui fume à côté")]
#[case::spanish("El año que viene, mañana")]
fn genuine_text_is_left_alone(#[case] text: &str) {
    let views = Views::of(text);
    assert_eq!(views.folded().unwrap().text(), text.to_lowercase());
    assert!(views.hidden().is_empty());
    for view in views.iter().skip(1) {
        for word in view.words() {
            let word = view.word_text(&word);
            assert!(text.to_lowercase().contains(word), "{:?} made {word}", view.kind());
        }
    }
}

#[test]
fn numbers_and_names_are_not_read_as_letters() {
    for text in ["5 455", "a55", "1080p", "h264", "mp3", "24/7", "2,000"] {
        let leet = words(text).into_iter().filter(|word| matches!(word.0, ViewKind::Leet | ViewKind::LeetAsL));
        assert!(
            leet.clone().all(|word| !["ass", "sex"].contains(&word.1.as_str())),
            "{text}: {:?}",
            leet.collect::<Vec<_>>()
        );
    }
}

#[test]
fn hidden_characters_inside_latin_words_are_reported() {
    assert_eq!(Views::of("fi\u{200b}ne").hidden(), [(2, 3)]);
    assert_eq!(Views::of("👩\u{200d}💻 is ❤\u{fe0f}").hidden(), []);
}

proptest! {
    #[test]
    fn every_word_of_every_view_maps_into_the_text(text in "\\PC{0,60}|[a-c1!*. \u{200b}аеé\u{301}👩\u{200d}-]{0,60}") {
        let length = text.chars().count() as u32;
        for (kind, word, (start, end)) in words(&text) {
            prop_assert!(start < end && end <= length, "{kind:?} {word} {start}..{end} of {length}");
        }
    }
}
