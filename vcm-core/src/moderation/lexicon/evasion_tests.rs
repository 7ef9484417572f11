//! Generated disguises of harmless stand-in words are seen through, with the span they have in the text as posted.

use proptest::prelude::*;

use super::*;

const WORDS: &[&str] = &["badger", "walnut", "pickle", "trumpet", "lantern", "orchid"];

fn lexicon() -> Lexicon {
    Lexicon::from_terms(WORDS.iter().map(|word| (*word, TermKind::Profanity, Severity::Strong, 0.8)), |_| false)
}

/// A disguise of a word; `place` chooses where, for those that touch one letter.
fn disguise(trick: usize, word: &str, place: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let each = |change: &dyn Fn(char) -> char| letters.iter().map(|letter| change(*letter)).collect::<String>();
    let between = |separator: &str| letters.iter().map(char::to_string).collect::<Vec<_>>().join(separator);
    let place = 1 + place % (letters.len() - 2);
    match trick {
        0 => each(&|letter| letter.to_ascii_uppercase()),
        1 => each(&|letter| match letter {
            'a' => 'а',
            'c' => 'с',
            'e' => 'е',
            'i' => 'і',
            'o' => 'о',
            'p' => 'р',
            other => other,
        }),
        2 => each(&|letter| char::from_u32(letter as u32 - 'a' as u32 + 'ａ' as u32).unwrap_or(letter)),
        3 => each(&|letter| match letter {
            'a' => '4',
            'e' => '3',
            'i' => '1',
            'o' => '0',
            't' => '7',
            other => other,
        }),
        4 => between("\u{200b}"),
        5 => between("\u{ad}"),
        6 => between("."),
        7 => between(" "),
        8 => between("-"),
        9 => between("_"),
        10 => between(" . "),
        11 => letters
            .iter()
            .enumerate()
            .flat_map(|(index, letter)| vec![*letter; if index == place { 4 } else { 1 }])
            .collect(),
        12 => letters.iter().enumerate().map(|(index, letter)| if index == place { '*' } else { *letter }).collect(),
        _ => {
            let mut swapped = letters.clone();
            swapped.swap(place, place + 1);
            swapped.into_iter().collect()
        }
    }
}

proptest! {
    #[test]
    fn a_disguise_is_found_where_it_stands(
        trick in 0usize..14,
        word in 0..WORDS.len(),
        place in 0usize..8,
        before in "(?:(?:so|we|the|Größe|это|🎉) ){0,4}",
        after in "(?: (?:is|and|früh|日本|!)){0,4}",
    ) {
        let disguised = disguise(trick, WORDS[word], place);
        let text = format!("{before}{disguised}{after}");
        let start = before.chars().count() as u32;
        let end = start + disguised.chars().count() as u32;
        let spans: Vec<_> = lexicon().find(&Views::of(&text)).iter().map(|hit| (hit.start, hit.end)).collect();
        prop_assert_eq!(spans, vec![(start, end)], "{}", text);
    }

    #[test]
    fn a_word_that_only_holds_a_term_passes(word in 0..WORDS.len(), head in "[bcdf]{1,3}[aeiou]", tail in "[aeiou]{1}[bcdf]{1,3}") {
        let term = WORDS[word];
        for text in [format!("{head}{term}"), format!("{term}{tail}"), format!("{head}{term}{tail}")] {
            prop_assert_eq!(lexicon().find(&Views::of(&text)), vec![], "{}", text);
        }
    }
}

/// Sentences in scripts whose letters look like Latin ones, or that have no spaces: nothing in them is a term in disguise.
#[rstest::rstest]
#[case::russian("Съешь же ещё этих мягких французских булок, да выпей чаю")]
#[case::ukrainian("Чуєш їх, доцю, га? Кумедна ж ти, прощайся без ґольфів!")]
#[case::greek("Ξεσκεπάζω την ψυχοφθόρα βδελυγμία")]
#[case::arabic("نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر")]
#[case::persian("می\u{200c}خواهم به خانه بروم")]
#[case::hindi("ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण")]
#[case::hebrew("דג סקרן שט בים מאוכזב ולפתע מצא חברה")]
#[case::chinese("我能吞下玻璃而不伤身体")]
#[case::japanese("今日はいい天気ですね。散歩に行きましょう")]
#[case::korean("키스의 고유조건은 입술끼리 만나야 하고 특별한 기술은 필요치 않다")]
#[case::turkish("Pijamalı hasta yağız şoföre çabucak güvendi")]
#[case::german("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich")]
#[case::polish("Zażółć gęślą jaźń")]
#[case::vietnamese("Do bạch kim rất quý nên sẽ dùng để lắp vô xương")]
fn other_languages_are_left_alone(#[case] text: &str) {
    let views = Views::of(text);
    assert_eq!(lexicon().find(&views), []);
    assert_eq!(Lexicon::shipped().find(&views), []);
    assert!(views.hidden().is_empty());
}
