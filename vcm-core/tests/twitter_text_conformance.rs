//! Our entities and counting against twitter-text's published conformance suites: every case of validate.yml and
//! extract.yml.
//!
//! The suites are not part of this repository. `VCM_DATA` names the folder that holds `twitter-text/conformance`; by
//! default it is `shared/data` beside the checkout. Run with `--features conformance-data`.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};
use vcm_core::platform::{
    entities::{
        Entity, extract_cashtags, extract_hashtags, extract_mentions, extract_reply, extract_urls, is_valid_hashtag,
        is_valid_list, is_valid_url, is_valid_username,
    },
    weighted::{WeightedConfig, weighted_length},
};

const VALIDATE: &str = "validate.yml";
const EXTRACT: &str = "extract.yml";

#[derive(Deserialize)]
struct Suites {
    tests: serde_json::Map<String, Value>,
}

#[derive(Deserialize)]
struct Case {
    description: String,
    text: String,
    #[serde(default)]
    expected: Value,
}

fn suites(file: &str) -> serde_json::Map<String, Value> {
    let folder = std::env::var_os("VCM_DATA")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data")), PathBuf::from);
    let path = folder.join("twitter-text/conformance").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}. Set VCM_DATA to the folder that holds twitter-text/conformance/{file} (from \
             github.com/twitter/twitter-text), or leave the feature conformance-data off.",
            path.display()
        )
    });
    let suites: Suites = serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    suites.tests
}

/// Every case of a suite through `answer`; all that differ are listed.
fn check(file: &str, name: &str, count: usize, answer: impl Fn(&str) -> Value) {
    let cases = suites(file).remove(name).unwrap_or_else(|| panic!("{file} has no suite {name}"));
    let cases: Vec<Case> = serde_json::from_value(cases).unwrap();
    assert_eq!(cases.len(), count, "{file} {name}: number of cases");
    let different: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let found = answer(&case.text);
            (found != case.expected).then(|| format!("{}: {found} is not {}", case.description, case.expected))
        })
        .collect();
    assert!(different.is_empty(), "{file} {name}: {} of {count} differ\n{}", different.len(), different.join("\n"));
}

fn values(entities: &[Entity<'_>]) -> Value {
    json!(entities.iter().map(|entity| entity.value).collect::<Vec<_>>())
}

fn indexed(entities: &[Entity<'_>], key: &str) -> Value {
    let one = |entity: &Entity<'_>| json!({ key: entity.value, "indices": [entity.start, entity.end] });
    json!(entities.iter().map(one).collect::<Vec<_>>())
}

fn measured(text: &str, config: &WeightedConfig) -> Value {
    let length = weighted_length(text, config);
    json!({
        "weightedLength": length.weighted_length,
        "valid": length.valid,
        "permillage": length.permillage,
        "displayRangeStart": 0,
        "displayRangeEnd": length.display_range_end,
        "validRangeStart": 0,
        "validRangeEnd": length.valid_range_end,
    })
}

#[test]
fn validate_tweets_by_configuration_1() {
    check(VALIDATE, "tweets", 8, |text| json!(weighted_length(text, &WeightedConfig::V1).valid));
}

#[test]
fn validate_usernames() {
    check(VALIDATE, "usernames", 4, |text| json!(is_valid_username(text)));
}

#[test]
fn validate_lists() {
    check(VALIDATE, "lists", 5, |text| json!(is_valid_list(text)));
}

#[test]
fn validate_hashtags() {
    check(VALIDATE, "hashtags", 7, |text| json!(is_valid_hashtag(text)));
}

#[test]
fn validate_urls() {
    check(VALIDATE, "urls", 24, |text| json!(is_valid_url(text, true)));
}

#[test]
fn validate_urls_without_protocol() {
    check(VALIDATE, "urls_without_protocol", 5, |text| json!(is_valid_url(text, false)));
}

#[test]
fn validate_weighted_by_configuration_2() {
    check(VALIDATE, "WeightedTweetsCounterTest", 20, |text| measured(text, &WeightedConfig::V2));
}

#[test]
fn validate_weighted_with_discounted_emoji_by_configuration_3() {
    check(VALIDATE, "WeightedTweetsWithDiscountedEmojiCounterTest", 22, |text| measured(text, &WeightedConfig::V3));
}

#[test]
fn validate_directional_markers() {
    check(VALIDATE, "UnicodeDirectionalMarkerCounterTest", 2, |text| measured(text, &WeightedConfig::V3));
}

#[test]
fn extract_mentions_suites() {
    check(EXTRACT, "mentions", 23, |text| values(&extract_mentions(text)));
    check(EXTRACT, "mentions_with_indices", 3, |text| indexed(&extract_mentions(text), "screen_name"));
    check(EXTRACT, "mentions_or_lists_with_indices", 5, |text| {
        let one = |mention: &Entity<'_>| json!({ "screen_name": mention.value, "list_slug": mention.list, "indices": [mention.start, mention.end] });
        json!(extract_mentions(text).iter().map(one).collect::<Vec<_>>())
    });
}

#[test]
fn extract_replies() {
    check(EXTRACT, "replies", 13, |text| json!(extract_reply(text)));
}

#[test]
fn extract_urls_suites() {
    check(EXTRACT, "urls", 91, |text| values(&extract_urls(text)));
    check(EXTRACT, "urls_with_indices", 10, |text| indexed(&extract_urls(text), "url"));
    check(EXTRACT, "urls_with_directional_markers", 2, |text| indexed(&extract_urls(text), "url"));
    check(EXTRACT, "tco_urls_with_params", 5, |text| values(&extract_urls(text)));
}

#[test]
fn extract_hashtags_suites() {
    check(EXTRACT, "hashtags", 65, |text| values(&extract_hashtags(text)));
    check(EXTRACT, "hashtags_from_astral", 3, |text| values(&extract_hashtags(text)));
    check(EXTRACT, "hashtags_with_indices", 8, |text| indexed(&extract_hashtags(text), "hashtag"));
}

#[test]
fn extract_cashtags_suites() {
    check(EXTRACT, "cashtags", 8, |text| values(&extract_cashtags(text)));
    check(EXTRACT, "cashtags_with_indices", 2, |text| indexed(&extract_cashtags(text), "cashtag"));
}

#[test]
fn every_suite_is_run() {
    let source = include_str!("twitter_text_conformance.rs");
    for file in [VALIDATE, EXTRACT] {
        for name in suites(file).keys() {
            assert!(source.contains(&format!("\"{name}\"")), "{file} {name} is not run");
        }
    }
}
