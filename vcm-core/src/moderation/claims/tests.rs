use rstest::rstest;

use super::*;

fn grounding() -> Grounding {
    let mut grounding = Grounding::default();
    for text in [
        "Builds are 35 % faster than in 2023.",
        "More than 1,000 teams use it; it costs €4.50.",
        "It has three parts.",
        "The first stable release came on 2015-05-15.",
        "Ada said: “It weaves algebraic patterns.”",
        "Two million downloads",
        "2026-10-05",
    ] {
        grounding.add_text(text);
    }
    grounding
}

fn claims(text: &str) -> Vec<(ClaimKind, String)> {
    let characters: Vec<char> = text.chars().collect();
    ungrounded(text, &grounding())
        .iter()
        .map(|claim| (claim.kind, characters[claim.start as usize..claim.end as usize].iter().collect()))
        .collect()
}

#[rstest]
#[case::percent("Now 35% faster")]
#[case::percent_word("Now 35 percent faster")]
#[case::thousands("1000 teams, 1k teams, 1 000 teams")]
#[case::price("From €4.50")]
#[case::spelled_in_brief("All 3 parts")]
#[case::million("2M downloads, 2 million downloads")]
#[case::year("Since 2023, and 2015")]
#[case::date("See you on 5 October 2026, or 5.10.2026")]
#[case::list("3 reasons, 7 ways and 5 quick tips")]
#[case::thread("1/5 Read on\n2/5 and on (3/5)")]
#[case::ordinals("1. Mix\n2) Bake\n3: Eat")]
#[case::steps("Step 4: bake. Day 12 of waiting")]
#[case::times("At 18:30, 6 pm or 9:15 am")]
#[case::names("UTF-8, H2O, MP3, x86, B2B and GPT4")]
#[case::links("https://example.com/2031/77 example.com/45 #100DaysOfCode @user77 a9@example.com")]
#[case::keycaps("1️⃣ Mix 2️⃣ Bake")]
#[case::grounded_first("The first stable release")]
#[case::turns_of_speech(
    "First, do your best. The first time, best practices, only if you like, at first sight, most people"
)]
#[case::grounded_quote("“It weaves algebraic patterns”")]
#[case::short_quote("A “new” idea")]
#[case::prose_numbers("One of two ways; the three of us")]
fn what_the_brief_carries_or_no_one_claims_passes(#[case] text: &str) {
    assert_eq!(claims(text), []);
}

#[rstest]
#[case::percent("Now 40% faster", &[(ClaimKind::Number, "40%")])]
#[case::percent_of_bare("1000% better", &[(ClaimKind::Number, "1000%")])]
#[case::money("Save $99 today", &[(ClaimKind::Number, "99")])]
#[case::large("Join 12,500 teams", &[(ClaimKind::Number, "12,500")])]
#[case::multiple("10x faster", &[(ClaimKind::Number, "10")])]
#[case::multiple_words("five times faster", &[(ClaimKind::Number, "five")])]
#[case::version("Version 9.7 is out", &[(ClaimKind::Number, "9.7")])]
#[case::best("The best oven 🔥", &[(ClaimKind::Superlative, "best")])]
#[case::only("The only oven you need", &[(ClaimKind::Superlative, "only")])]
#[case::guaranteed("Results guaranteed!", &[(ClaimKind::Superlative, "guaranteed")])]
#[case::number_one("We are #1", &[(ClaimKind::Superlative, "#1"), (ClaimKind::Number, "1")])]
#[case::most("The most trusted oven", &[(ClaimKind::Superlative, "most trusted")])]
#[case::quote("“It changed how we all work”, she said", &[(ClaimKind::Quotation, "It changed how we all work")])]
#[case::quote_straight("\"I never looked back at it\"", &[(ClaimKind::Quotation, "I never looked back at it")])]
fn other_claims_are_found(#[case] text: &str, #[case] expected: &[(ClaimKind, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(kind, span)| (*kind, (*span).to_owned())).collect();
    assert_eq!(claims(text), expected);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,80}|[0-9., %a“”\"#k\n/-]{0,60}") {
        let length = text.chars().count() as u32;
        for claim in ungrounded(&text, &Grounding::default()) {
            proptest::prop_assert!(claim.start < claim.end && claim.end <= length);
        }
    }
}
