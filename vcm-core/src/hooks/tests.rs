use rstest::rstest;

use super::{
    chance, compare,
    learn::{HeadlineTest, TestArm, decided_pairs, learn},
    score, strength,
    table::HookTable,
};
use crate::hash::ContentHash;

/// Printed by `examples/train_hooks train`, checked against the data by `train_hooks check`.
const TABLE_HASH: &str = "bcbdff3917b1632991397acd7606e2128dfb124a49b1a0bfa9340b312e618e56";

fn arm(headline: &str, image: &str, impressions: u64, clicks: u64) -> TestArm {
    TestArm { headline: headline.to_owned(), image: image.to_owned(), impressions, clicks }
}

/// Tests in which the headline that asks wins, whatever it asks.
fn questions_win() -> Vec<HeadlineTest> {
    let things =
        ["bread", "maps", "rivers", "bikes", "songs", "ships", "trees", "clocks", "lamps", "tides", "foxes", "roads"];
    let test = |(block, thing): (usize, &&str)| HeadlineTest {
        block: block as u32,
        arms: vec![
            arm(&format!("Do you know your {thing}?"), "a", 4_000, 120),
            arm(&format!("All about the {thing}"), "a", 4_000, 60),
        ],
    };
    things.iter().enumerate().map(test).collect()
}

#[test]
fn the_shipped_table_is_the_one_that_was_declared() {
    assert_eq!(ContentHash::of_bytes(&HookTable::shipped().to_bytes()).0, TABLE_HASH);
    assert_ne!(*HookTable::shipped(), HookTable::silent());
}

#[test]
fn a_table_of_another_length_or_version_is_none() {
    let bytes = HookTable::shipped().to_bytes();
    assert_eq!(HookTable::from_bytes(&bytes).as_ref(), Some(HookTable::shipped()));
    assert_eq!(HookTable::from_bytes(&bytes[..bytes.len() - 1]), None);
    assert_eq!(HookTable::from_bytes(b"vcmhook1"), None);
    assert_eq!(HookTable::from_bytes(&[&b"vcmhook9"[..], &bytes[8..]].concat()), None);
    assert!(bytes.len() < 2_000_000);
}

#[test]
fn a_comparison_and_its_reverse_are_one_chance() {
    let (first, second) =
        ("She Opened The Box. What Was In It Changed The Town.", "Annual report on the town's archive");
    assert!((compare(first, second) + compare(second, first) - 1.0).abs() < 1e-12);
    assert!((compare(first, first) - 0.5).abs() < 1e-12);
    let difference = strength(first).log_odds - strength(second).log_odds;
    assert!((compare(first, second) - chance(difference)).abs() < 1e-12);
    assert!(score(first).score > score(second).score, "a gap and a person beat a label");
}

#[test]
fn case_does_not_count() {
    let title = "Here's What Happens When You Ask A Room Full Of Kids To Draw A Scientist";
    assert_eq!(strength(title), strength(&title.to_lowercase()));
}

#[rstest]
#[case::german("Warum unsere Nachbarn plötzlich alle ihre Gärten umgraben und was dahinter steckt")]
#[case::spanish("Por qué todos nuestros vecinos están cavando sus jardines y qué hay detrás")]
#[case::japanese("近所の人がみんな庭を掘り返している理由")]
#[case::arabic("لماذا يحفر جميع جيراننا حدائقهم")]
#[case::marks("?!?! ... —— 🎉🎉🎉")]
#[case::empty("")]
fn what_is_not_known_is_neutral_and_says_so(#[case] text: &str) {
    let scored = score(text);
    assert!((scored.score - 0.5).abs() < 1e-12 && scored.trust == 0.0, "{scored:?}");
    assert!(scored.moved_by.is_empty());
}

#[test]
fn english_is_trusted_and_the_score_says_what_moved_it() {
    let scored = score("Do you know what your neighbours are building? Watch this and find out.");
    assert!(scored.trust > 0.9, "{scored:?}");
    assert_eq!(scored.moved_by.len(), 3);
    assert!(scored.moved_by.windows(2).all(|pair| pair[0].log_odds.abs() >= pair[1].log_odds.abs()));
}

#[rstest]
#[case::long("word ".repeat(100_000))]
#[case::one_word("é".repeat(50_000))]
#[case::marks("….!?,:;\"'(".repeat(5_000))]
#[case::apostrophes("a'".repeat(5_000))]
#[case::control("\u{0}\u{202e}\u{feff}".repeat(100))]
fn huge_and_hostile_texts_have_a_score(#[case] text: String) {
    let scored = score(&text);
    assert!((0.0..=1.0).contains(&scored.score) && (0.0..=1.0).contains(&scored.trust), "{scored:?}");
}

#[test]
fn what_wins_tests_is_learned_and_carries_over_to_other_words() {
    let table = learn(&questions_win());
    let asks = table.strength("Do you know your bees?");
    let tells = table.strength("All about the bees");
    assert!(asks.log_odds > tells.log_odds + 0.5, "{asks:?} {tells:?}");
    assert_eq!(learn(&questions_win()), table, "the same tests give the same table");
}

#[test]
fn nothing_to_learn_from_is_a_table_that_abstains() {
    let one_arm = HeadlineTest { block: 1, arms: vec![arm("Only one", "a", 1_000, 10)] };
    let nothing_shown =
        HeadlineTest { block: 1, arms: vec![arm("One here", "a", 0, 0), arm("Another here", "a", 0, 9)] };
    assert_eq!(learn(&[]), HookTable::silent());
    assert!(learn(&[one_arm]).strength("Only one").trust.abs() < f64::EPSILON);
    assert!(learn(&[nothing_shown]).strength("One here").log_odds.is_finite());
}

#[rstest]
#[case::clear(120, 60, "a", "a", 1)]
#[case::too_close(62, 60, "a", "a", 0)]
#[case::other_image(120, 60, "a", "b", 0)]
#[case::no_clicks(0, 0, "a", "a", 0)]
fn decided_pairs_differ_significantly_under_one_image(
    #[case] clicks: u64,
    #[case] other: u64,
    #[case] image: &str,
    #[case] other_image: &str,
    #[case] expected: usize,
) {
    let arms = vec![arm("First", image, 4_000, clicks), arm("Second", other_image, 4_000, other)];
    let tests = [HeadlineTest { block: 0, arms }];
    let found = decided_pairs(&tests);
    assert_eq!(found.len(), expected);
    assert!(found.iter().all(|pair| (pair.winner, pair.loser) == ("First", "Second")));
}
