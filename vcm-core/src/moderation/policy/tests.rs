use jiff::civil::date;
use rstest::rstest;

use super::*;
use crate::{platform::Platform, text::views::Views};

fn found(text: &str, situation: Situation<'_>) -> Vec<(String, String)> {
    let rules = Rules::compile(&PolicyPack::shipped().unwrap()).unwrap();
    let views = Views::of(text);
    let view = views.folded().unwrap();
    let mut excused = Vec::new();
    rules.excuse(view, &mut excused);
    let characters: Vec<char> = text.chars().collect();
    let hits = rules.find(view, situation, &excused);
    hits.iter()
        .map(|hit| (hit.rule.id.clone(), characters[hit.start as usize..hit.end as usize].iter().collect()))
        .collect()
}

#[rstest]
#[case("🎧 In partnership with Acme: new sounds", &[("disclosure.paid_partnership", "In partnership with")])]
#[case("In partnership with Acme: new sounds #ad", &[])]
#[case("In partnership with Acme: #adventure", &[("disclosure.paid_partnership", "In partnership with")])]
#[case("It CURES most kinds of diabetes!", &[("health.cure_claim", "CURES most kinds of diabetes")])]
#[case("A manicure treats you well", &[])]
#[case("Lose 10 kg in two weeks", &[("health.weight_loss_rate", "Lose 10 kg in two weeks")])]
#[case("Don't lose 10 minutes", &[])]
#[case("Double your money", &[("finance.guaranteed_return", "Double your money")])]
#[case("Our giveaway starts now", &[("giveaways.terms_missing", "giveaway")])]
#[case("Our giveaway starts now. Terms apply: example.com/terms", &[])]
#[case("Bake bread at home", &[])]
fn shipped_rules_find_what_they_say(#[case] text: &str, #[case] expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(id, span)| ((*id).to_owned(), (*span).to_owned())).collect();
    assert_eq!(found(text, Situation::default()), expected);
}

#[test]
fn rules_keep_to_their_region_and_platform() {
    let text = "Buy crypto today. Tag 3 friends!";
    let ids = |situation| found(text, situation).into_iter().map(|hit| hit.0).collect::<Vec<_>>();
    let with = |region, platform| Situation { region, platform, as_of: Some(date(2026, 3, 1)), ..Situation::default() };
    assert_eq!(ids(with(None, None)).len(), 2, "an unknown situation is held to every rule");
    assert_eq!(ids(with(Some("DE"), Some(Platform::X))), ["finance.crypto_risk"]);
    assert_eq!(ids(with(Some("US"), Some(Platform::Facebook))), ["giveaways.tag_or_share_to_enter"]);
}

/// Ids are part of the interface: packs of users replace rules by them, and verdicts on record name them.
#[test]
fn shipped_ids_stay() {
    let packs = PolicyPack::shipped().unwrap();
    let ids: Vec<&str> = packs.iter().flat_map(|pack| &pack.rules).map(|rule| rule.id.as_str()).collect();
    insta::assert_snapshot!(ids.join("\n"));
}

#[test]
fn suitability_rules_wait_for_a_brand_that_does_not_tolerate_them() {
    let with = |tolerance| Situation { tolerance, ..Situation::default() };
    let ids = |text, tolerance| found(text, with(tolerance)).into_iter().map(|hit| hit.0).collect::<Vec<_>>();
    assert_eq!(ids("Vodka night", None), Vec::<String>::new());
    assert_eq!(ids("Vodka night", Some(Risk::Medium)), Vec::<String>::new());
    assert_eq!(ids("Vodka night", Some(Risk::Low)), ["suitability.drugs.medium"]);
    assert_eq!(ids("Cracked software here", Some(Risk::High)), ["suitability.piracy.floor"]);
    assert_eq!(
        ids("Cracked software here", Some(Risk::Floor)),
        ["suitability.piracy.floor"],
        "the floor is never tolerated"
    );
}

const PACK: &str = r#"
name = "own"
version = "1"
[[rule]]
id = "own.badger"
category = "house"
any = ["badger"]
applies = { from = "2026-01-01", until = "2026-12-31" }
decision = "quarantine"
message = "No badgers."
source = "house rules"
"#;

#[test]
fn a_user_pack_is_dated_and_replaces_rules_of_its_id() {
    let own = PolicyPack::parse(PACK).unwrap();
    let off = PolicyPack::parse(&PACK.replace("quarantine", "allow")).unwrap();
    let views = Views::of("A badger");
    let count = |packs: &[PolicyPack], as_of| {
        let rules = Rules::compile(packs).unwrap();
        rules.find(views.folded().unwrap(), Situation { as_of: Some(as_of), ..Situation::default() }, &[]).len()
    };
    assert_eq!(count(std::slice::from_ref(&own), date(2026, 6, 1)), 1);
    assert_eq!(count(std::slice::from_ref(&own), date(2027, 1, 1)), 0);
    assert_eq!(count(&[own, off], date(2026, 6, 1)), 0);
}

#[rstest]
#[case::no_toml("name = ", "(pack)")]
#[case::unknown_field(&PACK.replace("category", "colour"), "rule 1 (own.badger)")]
#[case::bad_decision(&PACK.replace("quarantine", "perhaps"), "rule 1 (own.badger).decision")]
#[case::no_phrase(&PACK.replace("any = [\"badger\"]", ""), "rule 1 (own.badger).any")]
#[case::empty_phrase(&PACK.replace("[\"badger\"]", "[\" \"]"), "rule 1 (own.badger).any")]
#[case::bad_pattern(&PACK.replace("any = [\"badger\"]", "pattern = '(badger'"), "rule 1 (own.badger).pattern")]
#[case::empty_pattern(&PACK.replace("any = [\"badger\"]", "pattern = 'b*'"), "rule 1 (own.badger).pattern")]
#[case::no_source(&PACK.replace("house rules", ""), "rule 1 (own.badger).source")]
#[case::dates_turned(&PACK.replace("2026-12-31", "2025-12-31"), "rule 1 (own.badger).applies.until")]
#[case::bad_region(&PACK.replace("from =", "regions = [\"Germany\"], from ="), "rule 1 (own.badger).applies.regions")]
#[case::twice(&format!("{PACK}{}", &PACK[PACK.find("[[").unwrap()..]), "rule 2 (own.badger).id")]
fn an_invalid_pack_names_the_rule(#[case] text: &str, #[case] field: &str) {
    let error = PolicyPack::parse(text).unwrap_err();
    assert!(error.violations()[0].field.starts_with(field), "{error}");
}
