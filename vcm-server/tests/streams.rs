//! JSON Lines in, JSON Lines out: bad lines, pipes that close, standard input, large inputs.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

mod common;

use common::{Desk, failed, json_lines};
use rstest::rstest;
use serde_json::json;

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_rest_goes_on() {
    let input = concat!(
        "{\"id\": 1, \"text\": \"one\"}\n",
        "\n",
        "not JSON\n",
        "{\"id\": 4}\n",
        "{\"id\": [5], \"text\": \"five\", \"extra\": true}\n",
        "{\"text\": \"six, without an id or a line end\"}",
    );
    let said = Desk::new().vcm_with(&["length", "--platform", "bluesky", "-"], input);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let answers = json_lines(&said.out);
    assert_eq!(answers[0], json!({"id": 1, "length": 3, "limit": 300, "valid": true}));
    assert_eq!((answers[1]["line"].as_u64(), answers[1]["error"]["kind"].as_str()), (Some(3), Some("invalid_input")));
    assert_eq!(answers[2]["line"], 4);
    assert!(answers[2]["error"]["message"].as_str().unwrap().contains("`text`"), "{:?}", answers[2]);
    assert_eq!((&answers[3]["id"], &answers[3]["length"]), (&json!([5]), &json!(4)));
    assert_eq!(answers[4]["id"], json!(null));
    assert_eq!(answers.len(), 5);
}

#[rstest]
#[case::moderate(&["moderate"])]
#[case::split(&["split", "--platform", "x"])]
#[case::embed(&["embed"])]
#[case::cluster(&["trends", "cluster"])]
fn every_verb_answers_bad_lines_alike(#[case] arguments: &[&str]) {
    let said = Desk::new().vcm_with(arguments, "{\"id\":\"a\",\"text\":\"fine\"}\n{\"id\":\"b\"\n");
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let answers = json_lines(&said.out);
    assert_eq!(answers[0]["id"], "a");
    assert_eq!((&answers[1]["line"], &answers[1]["error"]["kind"]), (&json!(2), &json!("invalid_input")));
    assert!(said.out.lines().nth(1).unwrap().starts_with("{\"line\":2,"), "{said:?}");
}

#[rstest]
#[case::moderate(&["moderate"])]
#[case::cluster(&["trends", "cluster"])]
#[case::length(&["length", "--platform", "x"])]
fn nothing_in_gives_nothing_out(#[case] arguments: &[&str]) {
    let said = Desk::new().vcm_with(arguments, "");
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
}

#[test]
fn bytes_that_are_not_text_are_a_bad_line() {
    let said = Desk::new().shell("printf '\\xff\\xfe\\n{\"text\":\"ok\"}\\n' | \"$VCM\" length --platform x");
    assert_eq!(said.code, 1);
    assert_eq!(json_lines(&said.out)[0]["error"]["message"], "the line is not UTF-8");
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let desk = Desk::new();
    let line = "{\"id\": 1, \"text\": \"the same text again and again\"}\n";
    desk.write("many.jsonl", &line.repeat(20_000));
    for verb in ["length --platform x many.jsonl", "completions bash", "schema kit", "--help"] {
        let said = desk.shell(&format!("set -o pipefail; \"$VCM\" {verb} | head -n 1"));
        assert_eq!((said.out.lines().count(), said.err.as_str()), (1, ""), "{verb}: {said:?}");
    }
    // Nobody reads errors either.
    let said = desk.shell("\"$VCM\" show nothing 2>&1 >/dev/null | true; exit ${PIPESTATUS[0]}");
    assert_eq!(said.code, 1, "{said:?}");
}

#[rstest]
#[case::a_missing_file(&["moderate", "nowhere.jsonl"], "io", "nowhere.jsonl")]
#[case::a_missing_corpus(&["hashtags", "rank", "--corpus", "nowhere.jsonl"], "io", "nowhere.jsonl")]
#[case::too_many_tags(&["hashtags", "rank", "--corpus", "c.jsonl", "--top", "0"], "invalid_input", "1 to 1000")]
#[case::a_bad_corpus(&["hashtags", "rank", "--corpus", "bad.jsonl"], "invalid_input", "bad.jsonl")]
#[case::a_bad_plan(&["slots", "recommend", "--history", "h.csv", "--plan", "plan.json"], "invalid_input", "Europe/Berln")]
#[case::no_such_zone(&["slots", "recommend", "--history", "h.csv", "--plan", "plan.json", "--tz", "Mars"], "invalid_input", "Mars")]
#[case::a_bad_history(&["slots", "recommend", "--history", "bad.csv", "--plan", "plan.json"], "invalid_input", "bad.csv")]
#[case::a_bad_experiment(&["experiment", "plan", "experiment.json"], "invalid_input", "baseline_rate")]
#[case::an_experiment_of_no_kind(&["experiment", "analyze", "experiment.json"], "invalid_input", "test")]
fn bad_inputs_of_the_engines_are_named(#[case] arguments: &[&str], #[case] kind: &str, #[case] named: &str) {
    let desk = Desk::new();
    desk.write("c.jsonl", "");
    desk.write("bad.jsonl", "{}\n");
    desk.write("h.csv", "account,at,format,engagement\n");
    desk.write("bad.csv", "account,at,format,engagement\na,not a time,link,1\n");
    desk.write("plan.json", "{\"tz\": \"Europe/Berln\", \"now\": \"today\"}");
    desk.write("experiment.json", "{\"test\": \"proportions\", \"baseline_rate\": 2, \"alpha\": 3}");
    let said = desk.vcm(arguments);
    failed(&said, kind);
    assert!(said.err.contains(named), "{named} in {said:?}");
    assert_eq!(said.out, "");
}

#[test]
fn every_wrong_field_of_a_plan_is_named_at_once() {
    let desk = Desk::new();
    desk.write("h.csv", "account,at,format,engagement\n");
    desk.write(
        "plan.json",
        "{\"tz\": \"Mars\", \"now\": \"today\", \"half_life_days\": -1, \"posts\": [{\"id\": \"a\"}]}",
    );
    let said = desk.vcm(&["slots", "recommend", "--history", "h.csv", "--plan", "plan.json"]);
    failed(&said, "invalid_input");
    for field in ["tz", "now", "half_life_days", "start", "end"] {
        assert!(said.err.contains(&format!("\n  {field}: found")), "{field} in {said:?}");
    }
}
