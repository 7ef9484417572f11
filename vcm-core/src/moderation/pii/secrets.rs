//! Keys, tokens and passwords: by the prefix that their issuer gives them, or by context and entropy.

use std::{collections::BTreeMap, sync::LazyLock};

use aho_corasick::AhoCorasick;
use regex::Regex;

use super::{Candidate, PiiType};

/// Prefix and the number of characters that follow it: at least, at most. Forms as their issuers document them.
const PREFIXES: &[(&str, usize, usize)] = &[
    ("AKIA", 16, 16),
    ("ASIA", 16, 16), // AWS access keys
    ("ghp_", 36, 255),
    ("gho_", 36, 255),
    ("ghu_", 36, 255),
    ("ghs_", 36, 255),
    ("ghr_", 36, 255),
    ("github_pat_", 40, 255),
    ("glpat-", 20, 64), // GitLab
    ("xoxb-", 20, 255),
    ("xoxp-", 20, 255),
    ("xoxa-", 20, 255),
    ("xoxr-", 20, 255),
    ("xoxs-", 20, 255),
    ("xapp-", 20, 255), // Slack
    ("sk_live_", 16, 255),
    ("rk_live_", 16, 255),
    ("sk_test_", 16, 255),
    ("rk_test_", 16, 255),
    ("whsec_", 24, 255), // Stripe
    ("AIza", 35, 35),
    ("ya29.", 20, 400),
    ("GOCSPX-", 28, 28), // Google
    ("sk-", 32, 255),    // OpenAI, Anthropic and others
    ("SG.", 60, 80),     // SendGrid
    ("npm_", 36, 36),
    ("pypi-", 80, 255),
    ("hf_", 30, 60),
    ("dop_v1_", 64, 64),
    ("shpat_", 32, 32),
    ("EAACEdEose0cBA", 20, 255),
    ("AGE-SECRET-KEY-1", 58, 58),
];

static AUTOMATON: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(PREFIXES.iter().map(|(prefix, ..)| *prefix).chain(["eyJ", "-----BEGIN "])).ok());
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let names = r"pass(?:word|wd|phrase)|pwd|secret|(?:api|access|auth|private)[ _-]?(?:key|token)|client[ _-]?secret|bearer|token";
    Regex::new(&format!(
        r#"(?i)(?:^|[^a-z])(?:{names})(?:["']?\s?[:=]\s?["']?|\s(?:is\s)?["'`]?)([^\s"'`,;<>]{{8,200}})"#
    ))
    .ok()
});

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    if let Some(automaton) = AUTOMATON.as_ref() {
        for hit in automaton.find_iter(text) {
            let (start, prefix_end) = (hit.start(), hit.end());
            let glued = text.get(..start).and_then(|head| head.chars().next_back()).is_some_and(char::is_alphanumeric);
            let end = match PREFIXES.get(hit.pattern().as_usize()) {
                _ if glued => None,
                Some((_, least, most)) => keyed_end(text, prefix_end, *least, *most),
                None if text.get(start..prefix_end) == Some("eyJ") => json_web_token_end(text, start),
                None => private_key_end(text, start),
            };
            if let Some(end) = end {
                found.push(Candidate { kind: PiiType::Secret, start, end, score: 0.95 });
            }
        }
    }
    if let Some(named) = NAMED.as_ref() {
        for secret in named.captures_iter(text).filter_map(|captures| captures.get(1)) {
            let value = secret.as_str().trim_end_matches(['.', ')', '!', '?']);
            if looks_random(value) {
                let (start, end) = (secret.start(), secret.start() + value.len());
                found.push(Candidate { kind: PiiType::Secret, start, end, score: 0.8 });
            }
        }
    }
}

fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'+' | b'/' | b'=')
}

fn keyed_end(text: &str, from: usize, least: usize, most: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let run = rest.bytes().take_while(|byte| is_key_byte(*byte)).count();
    let body = rest.get(..run)?.trim_end_matches(['.', '-', '/', '=']);
    // A word after "sk-" is no key: keys mix letters and digits.
    let mixed = body.bytes().any(|byte| byte.is_ascii_digit()) && body.bytes().any(|byte| byte.is_ascii_alphabetic());
    ((least..=most).contains(&body.len()) && (mixed || least <= 16)).then_some(from + body.len())
}

/// Three Base64url pieces, the second a JSON object too (RFC 7519).
fn json_web_token_end(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let run =
        rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')).count();
    let body = rest.get(..run)?.trim_end_matches('.');
    let pieces: Vec<&str> = body.split('.').collect();
    match pieces.as_slice() {
        [head, payload, signature] if head.len() >= 10 && payload.starts_with("eyJ") && signature.len() >= 10 => {
            Some(from + body.len())
        }
        _ => None,
    }
}

/// From `-----BEGIN … PRIVATE KEY-----` to its end, or to the end of the text when it is cut.
fn private_key_end(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let (first, _) = rest.split_once('\n').unwrap_or((rest, ""));
    if !first.contains("PRIVATE KEY") {
        return None;
    }
    let end = rest.find("-----END").map(|end| {
        let tail = rest.get(end + 8..).unwrap_or_default();
        end + 8 + tail.find("-----").map_or(0, |close| close + 5)
    });
    Some(from + end.unwrap_or(rest.len()))
}

/// A value that a person would not write as prose: several kinds of character, and entropy above that of a word of its length.
fn looks_random(value: &str) -> bool {
    let digits = value.bytes().any(|byte| byte.is_ascii_digit());
    let letters = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let symbols = value.bytes().any(|byte| byte.is_ascii_punctuation());
    let is_link = value.contains("://") || value.starts_with("www.");
    !is_link && letters && digits && (entropy(value) >= 2.8 || symbols && entropy(value) >= 2.5)
}

/// Shannon entropy in bits a character.
fn entropy(value: &str) -> f64 {
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    value.chars().for_each(|character| *counts.entry(character).or_default() += 1);
    let total = value.chars().count() as f64;
    counts.values().map(|count| f64::from(*count) / total).map(|share| -share * libm::log2(share)).sum()
}
