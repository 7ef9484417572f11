use rstest::rstest;

use super::*;

/// Harmless words stand in for the real ones.
fn lexicon() -> Lexicon {
    let terms = [
        ("badger", TermKind::Profanity, Severity::Strong, 0.8),
        ("otter", TermKind::Slur, Severity::Severe, 0.9),
        ("mole", TermKind::Profanity, Severity::Mild, 0.3),
        ("newt", TermKind::Profanity, Severity::Strong, 0.7),
        ("grey seal pup", TermKind::Profanity, Severity::Strong, 0.7),
        ("барсук", TermKind::Foreign, Severity::Strong, 0.7),
        ("獾子", TermKind::Foreign, Severity::Strong, 0.7),
    ];
    Lexicon::from_terms(terms, |word| ["went", "other"].contains(&word))
}

fn found(text: &str) -> Vec<(u32, u32)> {
    lexicon().find(&Views::of(text)).iter().map(|hit| (hit.start, hit.end)).collect()
}

#[rstest]
#[case::plain("you badger, you", &[(4, 10)])]
#[case::capitals("BADGER", &[(0, 6)])]
#[case::possessive("the badger's den", &[(4, 10)])]
#[case::hashtag("#badger", &[(1, 7)])]
#[case::homoglyph("you bаdgеr", &[(4, 10)])]
#[case::whole_script_homoglyph("you оttеr", &[(4, 9)])]
#[case::zero_width("b\u{200b}adg\u{200b}er", &[(0, 8)])]
#[case::full_width("ｂａｄｇｅｒ", &[(0, 6)])]
#[case::leet("b4dg3r", &[(0, 6)])]
#[case::leet_symbols("b@dger!!", &[(0, 6)])]
#[case::dots("b.a.d.g.e.r", &[(0, 11)])]
#[case::spaces("what a b a d g e r", &[(7, 18)])]
#[case::dash("bad-ger", &[(0, 7)])]
#[case::repeats("baaaadgerrr", &[(0, 11)])]
#[case::doubled("baadger", &[(0, 7)])]
#[case::double_kept("ottttter", &[(0, 8)])]
#[case::star("b*dger", &[(0, 6)])]
#[case::two_stars("b*dg*r.", &[(0, 6)])]
#[case::swap("bagder", &[(0, 6)])]
#[case::phrase("a grey   seal pup", &[(2, 17)])]
#[case::other_script("это барсук", &[(4, 10)])]
#[case::no_spaces("我看到獾子了", &[(3, 5)])]
fn obvious_and_disguised_terms_are_found(#[case] text: &str, #[case] spans: &[(u32, u32)]) {
    assert_eq!(found(text), spans);
}

#[rstest]
#[case::inside_a_word("badgering honeybadger badgers'")]
#[case::across_words("bad german beer")]
#[case::real_word_that_is_a_swap("we went there")]
#[case::phrase_cut_short("a grey seal")]
#[case::number("0773")]
#[case::genuine_cyrillic("Сегодня оттер стол")]
#[case::sentence_end("It was bad. German beer helped")]
#[case::emphasis_markup("*bad* *ger*")]
#[case::mention_of_another("@badgerfan and @otters_of_oslo")]
fn ordinary_words_pass(#[case] text: &str) {
    assert_eq!(found(text), [], "{text}");
}

#[test]
fn the_stored_form_reads_back() {
    let lexicon = lexicon();
    let again = Lexicon::from_bytes(&lexicon.to_bytes());
    assert_eq!(again.len(), lexicon.len());
    assert_eq!(again.find(&Views::of("a b4dger and an otter")), lexicon.find(&Views::of("a b4dger and an otter")));
}
