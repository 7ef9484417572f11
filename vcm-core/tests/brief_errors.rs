//! What a wrong brief is told: every wrong field at once, with its path, what was found and what is allowed.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};
use vcm_core::{
    ErrorKind,
    brief::{Brief, BriefFormat, from_value, parse},
};

/// A small brief that is right.
fn right() -> Value {
    json!({
        "name": "Small",
        "product": { "name": "A", "category": "thing", "summary": "A is a thing." },
        "audiences": [{ "name": "people" }],
        "goals": [{ "kind": "awareness" }],
        "platforms": [{ "platform": "x" }, { "platform": "mastodon" }],
        "proof_points": [{ "id": "p", "statement": "It has 35 % more.", "source": "https://example.org/p", "figure": "35 %" }],
        "schedule": { "start": "2026-12-01", "end": "2026-12-21", "time_zone": "Europe/Berlin" },
    })
}

/// `right()` with each `path = value` put in; a path ends in a field name, and missing tables on the way are made.
fn with(changes: &[(&str, Value)]) -> Value {
    let mut brief = right();
    for (path, value) in changes {
        let mut place = &mut brief;
        for step in path.split('.') {
            if place.is_null() {
                *place = json!({});
            }
            place = match (step.parse::<usize>(), place) {
                (Ok(index), Value::Array(items)) => items.get_mut(index).unwrap(),
                (_, fields) => fields.as_object_mut().unwrap().entry(step).or_insert(Value::Null),
            };
        }
        *place = value.clone();
    }
    brief
}

fn said(value: Value) -> Vec<String> {
    let Err(error) = from_value(value) else { return Vec::new() };
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    error.violations().iter().map(ToString::to_string).collect()
}

#[test]
fn the_small_brief_is_right() {
    assert_eq!(said(right()), Vec::<String>::new());
    assert_eq!(said(with(&[("$schema", json!("brief.schema.json"))])), Vec::<String>::new());
}

const DAY: &str = "a date such as 2026-12-01";
const ZONE: &str = "an IANA time zone such as Europe/Berlin";

#[rstest]
// shape: names, types, values of fixed lists
#[case("nmae", json!("x"), r#"nmae: found "x"; allowed: a known field; did you mean `name`?"#)]
#[case("schedule.timezone", json!("UTC"), r#"schedule.timezone: found "UTC"; allowed: a known field; did you mean `time_zone`?"#)]
#[case("goals.0.wizard", json!(1), "goals[0].wizard: found 1; allowed: one of the fields due, kind, metric, target")]
#[case("product.name", json!(3), "product.name: found 3; allowed: a text")]
#[case("product", json!([]), "product: found a list of 0; allowed: a table of fields")]
#[case("audiences", json!({"name": "x"}), "audiences: found a table with name; allowed: a list")]
#[case("product.plural", json!("yes"), r#"product.plural: found "yes"; allowed: true or false"#)]
#[case("goals.0.target", json!("many"), r#"goals[0].target: found "many"; allowed: a number"#)]
#[case("platforms.1.posts_per_week", json!(300), "platforms[1].posts_per_week: found 300; allowed: a whole number from 1 to 50")]
#[case("platforms.1.posts_per_week", json!(0), "platforms[1].posts_per_week: found 0; allowed: a whole number from 1 to 50")]
#[case("platforms.1.posts_per_week", json!(2.5), "platforms[1].posts_per_week: found 2.5; allowed: a whole number from 1 to 50")]
#[case("platforms", json!([{"platform": "tiktok", "video_seconds": 20}]), "platforms[0].video_seconds: found 20; allowed: 15, 30 or 60")]
#[case("platforms", json!([{"platform": "tiktok", "video_seconds": 300}]), "platforms[0].video_seconds: found 300; allowed: a whole number from 15 to 60")]
#[case("platforms.0.video_seconds", json!(30), "platforms[0].video_seconds: found 30; allowed: nothing here: only tiktok and youtube_shorts posts are videos")]
#[case("angles", json!(25), "angles: found 25; allowed: a whole number from 1 to 24")]
#[case("seed", json!(-1), "seed: found -1; allowed: a whole number from 0 to 18446744073709551615")]
#[case("schedule.start", json!("1.12.2026"), &format!(r#"schedule.start: found "1.12.2026"; allowed: {DAY}"#))]
#[case("schedule.start", json!("2026-02-30"), &format!(r#"schedule.start: found "2026-02-30"; allowed: {DAY}"#))]
#[case("voice.person", json!("you"), r#"voice.person: found "you"; allowed: one of we, i, third"#)]
#[case("voice", json!(null), "voice: found null; allowed: a table of fields")]
// rules
#[case("name", json!(""), r#"name: found ""; allowed: 1 to 120 characters"#)]
#[case("name", json!(" "), r#"name: found " "; allowed: 1 to 120 characters"#)]
#[case("name", json!("x".repeat(121)), "name: found 121 characters; allowed: 1 to 120 characters")]
#[case("product.name", json!("A "), r#"product.name: found "A "; allowed: a text without spaces at its ends"#)]
#[case("product.name", json!("x".repeat(61)), "product.name: found 61 characters; allowed: 1 to 60 characters")]
#[case("product.summary", json!("A\u{202e}B."), r#"product.summary: found "A\u{202e}B."; allowed: one line of text without control or invisible characters (found U+202E)"#)]
#[case("product.summary", json!("A\0B."), r#"product.summary: found "A\0B."; allowed: one line of text without control or invisible characters (found U+0000)"#)]
#[case("voice.examples", json!(["one\ntwo\u{e0041}"]), r#"voice.examples[0]: found "one\ntwo\u{e0041}"; allowed: text without control or invisible characters (found U+E0041)"#)]
#[case("product.category", json!("a thing"), r#"product.category: found "a thing"; allowed: a noun phrase without article"#)]
#[case("product.does", json!(["to fly"]), r#"product.does[0]: found "to fly"; allowed: an infinitive phrase without "to""#)]
#[case("audiences", json!([]), "audiences: found a list of 0; allowed: 1 to 5 entries")]
#[case("goals", json!([{"kind": "sales"}, {"kind": "sales"}, {"kind": "sales"}, {"kind": "sales"}]), "goals: found a list of 4; allowed: 1 to 3 entries")]
#[case("goals.0.target", json!(0), "goals[0].target: found 0; allowed: a number above 0")]
#[case("goals.0.due", json!("2026-11-30"), "goals[0].due: found 2026-11-30; allowed: a day from schedule.start (2026-12-01) on")]
#[case("audiences.0.time_zones", json!({"Europe/Berlin": 0, "UTC": 1}), r#"audiences[0].time_zones["Europe/Berlin"]: found 0; allowed: a share above 0"#)]
#[case("audiences.0.time_zones", json!({"Mars/Olympus": 1}), &format!(r#"audiences[0].time_zones["Mars/Olympus"]: found "Mars/Olympus"; allowed: {ZONE}"#))]
#[case("platforms.1.platform", json!("x"), "platforms[1].platform: found x; allowed: each platform once per account; platforms[0] has it already")]
#[case("platforms.0.account", json!("main"), r#"platforms[0].account: found "main"; allowed: an id of accounts on x; there is none"#)]
#[case("accounts", json!([{"id": "a", "platform": "x"}, {"id": "b", "platform": "x"}]), "platforms[0].account: found nothing; allowed: one of the accounts on x: a, b")]
#[case("accounts", json!([{"id": "a b", "platform": "x"}]), r#"accounts[0].id: found "a b"; allowed: 1 to 64 letters, digits, `.`, `_` or `-`"#)]
#[case("accounts", json!([{"id": "a", "platform": "x", "handle": "@a"}]), r#"accounts[0].handle: found "@a"; allowed: a handle without leading @ and without spaces"#)]
#[case("accounts", json!([{"id": "a", "platform": "x"}, {"id": "a", "platform": "mastodon"}]), r#"accounts[1].id: found "a"; allowed: an id of its own; accounts[0] has this one"#)]
#[case("voice.tone", json!(["plain", "warm", "bold", "formal"]), "voice.tone: found a list of 4; allowed: 0 to 3 entries")]
#[case("voice.tone", json!(["plain", "plain"]), "voice.tone[1]: found plain; allowed: each trait once")]
#[case("voice.required_words", json!(["a", "b", "c", "d"]), "voice.required_words: found a list of 4; allowed: 0 to 3 entries")]
#[case("voice.banned_words", json!(["thing"]), r#"product.summary: found "A is a thing."; allowed: a text without "thing", which voice.banned_words bans"#)]
#[case("voice", json!({"banned_words": ["Best"], "required_words": ["the best tool"]}), r#"voice.required_words[0]: found "the best tool"; allowed: a text without "Best", which voice.banned_words bans"#)]
#[case("brand.accent", json!("red"), r#"brand.accent: found "red"; allowed: a colour as #rrggbb"#)]
#[case("proof_points.0.figure", json!("36 %"), r#"proof_points[0].figure: found "36 %"; allowed: a figure that occurs in the statement, character for character"#)]
#[case("proof_points.0.statement", json!(format!("35 %{}", "x".repeat(240))), "proof_points[0].statement: found 244 characters; allowed: 1 to 240 characters")]
#[case("proof_points.0.source", json!("ftp://a.b"), r#"proof_points[0].source: found "ftp://a.b"; allowed: an http or https URL with a host, at most 2,048 characters, such as https://example.org/page"#)]
#[case("proof_points.0.kind", json!("quote"), "proof_points[0].attribution: found nothing; allowed: who said it; a quote needs one")]
#[case("myths", json!([{"belief": "B.", "fact": "F.", "proof": "q1"}]), r#"myths[0].proof: found "q1"; allowed: an id of proof_points"#)]
#[case("objections", json!([{"question": "Q?", "answer": "A.", "proof": "P"}]), r#"objections[0].proof: found "P"; allowed: an id of proof_points; did you mean `p`?"#)]
#[case("links", json!([{"id": "a", "url": "example.org", "label": "it"}]), r#"links[0].url: found "example.org"; allowed: an http or https URL with a host, at most 2,048 characters, such as https://example.org/page"#)]
#[case("offer", json!({"text": "Free.", "until": "2026-01-01"}), "offer.until: found 2026-01-01; allowed: a day from schedule.start (2026-12-01) on")]
#[case("hashtags", json!({"use": ["#Rust"]}), r##"hashtags.use[0]: found "#Rust"; allowed: one word without # or spaces: letters, digits and _, not digits alone, at most 100 characters"##)]
#[case("hashtags", json!({"use": ["Rust"], "avoid": ["rust"]}), r#"hashtags.use[0]: found "Rust"; allowed: a tag that hashtags.avoid does not list"#)]
#[case("schedule.end", json!("2026-11-30"), "schedule.end: found 2026-11-30; allowed: a day from schedule.start (2026-12-01) to 366 days after it")]
#[case("schedule.end", json!("2027-12-03"), "schedule.end: found 2027-12-03; allowed: a day from schedule.start (2026-12-01) to 366 days after it")]
#[case("schedule.time_zone", json!("Berlin"), &format!(r#"schedule.time_zone: found "Berlin"; allowed: {ZONE}"#))]
#[case("schedule.quiet_hours", json!([{"from": "08:00", "to": "20:00"}, {"from": "20:00", "to": "08:00"}]), "schedule.quiet_hours: found the whole day; allowed: spans that leave part of the day free")]
#[case("schedule.quiet_hours", json!([{"from": "08:00", "to": "08:00"}]), "schedule.quiet_hours[0].to: found 08:00:00; allowed: another time than `from`")]
#[case("schedule.quiet_hours", json!([{"from": "25:00", "to": "08:00"}]), r#"schedule.quiet_hours[0].from: found "25:00"; allowed: a time of day such as 22:00"#)]
#[case("schedule.daily_cap", json!(0), "schedule.daily_cap: found 0; allowed: a whole number from 1 to 50")]
#[case("locale", json!("en_GB"), r#"locale: found "en_GB"; allowed: a BCP-47 language tag such as en-GB; did you mean `en-GB`?"#)]
#[case("locale", json!("Spanish"), r#"locale: found "Spanish"; allowed: a BCP-47 language tag such as en-GB; did you mean `es`?"#)]
#[case("experiment", json!({"metric": "clicks", "baseline_rate": 1, "impressions_per_post": 10}), "experiment.baseline_rate: found 1; allowed: a share above 0 and below 1")]
#[case("experiment", json!({"metric": "clicks", "baseline_rate": 0.5, "impressions_per_post": 10, "relative_lift": 1.0}), "experiment.relative_lift: found 1; allowed: below 1.00: the lifted rate is a share below 1")]
#[case("experiment", json!({"metric": "clicks", "baseline_rate": 0.5, "impressions_per_post": 10, "relative_lift": 0}), "experiment.relative_lift: found 0; allowed: a number above 0, such as 0.2 for 20 %")]
#[case("experiment", json!({"metric": "clicks", "baseline_rate": 0.5, "impressions_per_post": 10, "factors": ["hook", "hook"]}), "experiment.factors[1]: found hook; allowed: each factor once")]
#[case("history", json!(["../secret.csv"]), r#"history[0]: found "../secret.csv"; allowed: a relative path with `/` inside the brief's folder, without `..`, ending in .csv or .jsonl or .ndjson"#)]
#[case("trends", json!(["/etc/x.jsonl"]), r#"trends[0]: found "/etc/x.jsonl"; allowed: a relative path with `/` inside the brief's folder, without `..`, ending in .jsonl or .ndjson"#)]
fn one_wrong_field_is_one_violation(#[case] path: &str, #[case] value: Value, #[case] expected: &str) {
    assert_eq!(said(with(&[(path, value)])), [expected]);
}

#[rstest]
#[case("es", "para ahorrar", "un museo", r#"product.category: found "un museo"; allowed: a noun phrase without article
product.does[0]: found "para ahorrar"; allowed: an infinitive phrase, with its verb in -ar, -er or -ir at the front, such as "ahorrar tiempo""#)]
#[case("fr-CA", "gain de temps", "l’atlas", r#"product.category: found "l’atlas"; allowed: a noun phrase without article
product.does[0]: found "gain de temps"; allowed: an infinitive phrase, with its verb in -er, -ir, -oir or -re at the front, such as "gagner du temps""#)]
#[case("de", "Zeit zu sparen", "die Nacht", r#"product.category: found "die Nacht"; allowed: a noun phrase without article
product.does[0]: found "Zeit zu sparen"; allowed: an infinitive phrase without "zu", its verb at the end, such as "Zeit sparen""#)]
#[case("pt-BR", "poupar tempo", "museu", "")]
#[case("ja", "to save time", "the museum", "")]
fn forms_are_those_of_the_briefs_language(
    #[case] locale: &str,
    #[case] does: &str,
    #[case] category: &str,
    #[case] expected: &str,
) {
    let mut brief = with(&[("locale", json!(locale)), ("product.category", json!(category))]);
    brief["product"]["does"] = json!([does]);
    brief["audiences"] = json!([{"name": "people"}]);
    assert_eq!(said(brief).join("\n"), expected);
}

#[test]
fn everything_wrong_is_said_at_once_shapes_and_rules() {
    let mut brief = with(&[
        ("name", json!(7)),
        ("angels", json!(6)),
        ("platforms.1.platform", json!("linkdin")),
        ("platforms.0.posts_per_week", json!("daily")),
        ("locale", json!("english!")),
        ("myths", json!([{"belief": "B.", "fact": "F.", "proof": "nowhere"}])),
        ("schedule.time_zone", json!("Nowhere")),
    ]);
    brief.as_object_mut().unwrap().remove("goals");
    insta::assert_snapshot!(said(brief).join("\n"), @r#"
    angels: found 6; allowed: a known field; did you mean `angles`?
    name: found 7; allowed: a text
    platforms[0].posts_per_week: found "daily"; allowed: a whole number from 1 to 50
    platforms[1].platform: found "linkdin"; allowed: one of x, instagram, tiktok, linkedin, youtube_shorts, facebook, threads, pinterest, bluesky, mastodon; did you mean `linkedin`?
    goals: found nothing; allowed: a list (this field is required)
    myths[0].proof: found "nowhere"; allowed: an id of proof_points
    schedule.time_zone: found "Nowhere"; allowed: an IANA time zone such as Europe/Berlin
    locale: found "english!"; allowed: a BCP-47 language tag such as en-GB
    "#);
}

#[test]
fn an_empty_brief_is_told_what_it_needs() {
    let error = parse("", BriefFormat::Toml).unwrap_err();
    let fields: Vec<_> = error.violations().iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, ["name", "product", "audiences", "goals", "platforms", "schedule"]);
}

#[rstest]
#[case::toml_value(BriefFormat::Toml, "name = \"a\"\nangles = \n", &["line 2, column 10"])]
#[case::toml_twice(BriefFormat::Toml, "name = 1\nname = 2", &["line 2, column 1"])]
#[case::toml_several(BriefFormat::Toml, "a = \nb = [1\n\nc = \"x", &["line 1, column 5", "line 4, column 1"])]
#[case::toml_nul(BriefFormat::Toml, "name = \"\0\"", &["line 1, column 9"])]
#[case::toml_big_number(BriefFormat::Toml, "angles = 99999999999999999999", &["line 1, column 10"])]
#[case::toml_date(BriefFormat::Toml, "x = 2026-02-30", &["line 1, column 5"])]
#[case::toml_nan(BriefFormat::Toml, "[experiment]\nbaseline_rate = nan\nrelative_lift = -inf", &["experiment.baseline_rate", "experiment.relative_lift"])]
#[case::json_end(BriefFormat::Json, "{\n  \"name\": ", &["line 2, column 10"])]
#[case::json_twice(BriefFormat::Json, "{\"goals\": [{\"kind\": \"sales\", \"kind\": \"awareness\"}]}", &["line 1, column 35"])]
#[case::json_nan(BriefFormat::Json, "{\"angles\": NaN}", &["line 1, column 12"])]
#[case::json_huge(BriefFormat::Json, "{\"angles\": 1e999}", &["line 1, column 16"])]
#[case::json_rest(BriefFormat::Json, "{} {}", &["line 1, column 4"])]
#[case::json_list(BriefFormat::Json, "[]", &["document"])]
fn broken_text_is_located(#[case] format: BriefFormat, #[case] text: &str, #[case] expected: &[&str]) {
    let error = parse(text, format).unwrap_err();
    let fields: Vec<_> = error.violations().iter().map(|violation| violation.field.as_str()).collect();
    assert_eq!(fields, expected, "{error}");
}

#[test]
fn hostile_text_is_refused_in_bounded_effort() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    let texts = [
        (BriefFormat::Json, deep("[", "]")),
        (BriefFormat::Json, deep("{\"a\":", "}")),
        (BriefFormat::Json, format!("{{\"platforms\":[{}1]}}", "1,".repeat(400_000))),
        (BriefFormat::Json, format!("{{\"{}\":1}}", "x".repeat(900_000))),
        (BriefFormat::Json, format!("{{\"name\":\"{}\"}}", "é".repeat(500_000))),
        (BriefFormat::Toml, format!("a = {}", deep("[", "]"))),
        (BriefFormat::Toml, format!("{}a = 1", "a.".repeat(400_000))),
        (BriefFormat::Toml, "[[platforms]]\n".repeat(60_000)),
        (BriefFormat::Toml, "x".repeat(1 << 20)),
        (BriefFormat::Toml, "\u{feff}\0".to_owned()),
        (BriefFormat::Json, " ".repeat((1 << 20) + 1)),
    ];
    for (format, text) in texts {
        let error = parse(&text, format).unwrap_err();
        assert!((1..=100).contains(&error.violations().len()));
        assert!(error.to_string().len() < 100_000);
    }
}

#[test]
fn toml_writes_dates_and_times_with_or_without_quotes() {
    let text = |start: &str, from: &str| {
        format!(
            "name = 'a'\naudiences = [{{ name = 'b' }}]\ngoals = [{{ kind = 'sales' }}]\nplatforms = [{{ platform = 'x' }}]\n\
             product = {{ name = 'c', category = 'd', summary = 'E.' }}\n\
             [schedule]\nstart = {start}\nend = 2026-12-24\ntime_zone = 'UTC'\nquiet_hours = [{{ from = {from}, to = '07:00' }}]"
        )
    };
    let plain: Brief = parse(&text("2026-12-01", "22:00:00"), BriefFormat::Toml).unwrap();
    assert_eq!(parse(&text("'2026-12-01'", "'22:00'"), BriefFormat::Toml).unwrap(), plain);
}

/// Any JSON, and JSON that is nearly a brief.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "(2026-1[0-9]-[0-9]{2}|[0-2][0-9]:[0-5][0-9]|Europe/Berlin|https?://[a-z.:/@\\[\\]]{0,9}|#[0-9a-f]{6}|x|p)"
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        let names = "(name|product|platforms|platform|schedule|start|end|voice|tone|id|proof|goals|kind|quiet_hours|from|[a-z]{1,4})";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(names, inner, 0..6).prop_map(|map| json!(map)),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_is_a_brief_or_a_list_of_violations(value in any_json()) {
        if let Err(error) = from_value(value) {
            prop_assert!(!error.violations().is_empty());
        }
    }

    #[test]
    fn a_brief_with_one_wild_field_never_panics(field in 0usize..30, value in any_json()) {
        let schema = vcm_core::brief::schema();
        let name = schema["properties"].as_object().unwrap().keys().nth(field).cloned().unwrap_or_else(|| "other".into());
        if let Err(error) = from_value(with(&[(&name, value)])) {
            prop_assert!(!error.violations().is_empty());
        }
    }

    #[test]
    fn any_text_never_panics(text in "\\PC{0,200}", toml in any::<bool>()) {
        let _ = parse(&text, if toml { BriefFormat::Toml } else { BriefFormat::Json });
    }
}
