//! Keys, tokens and passwords: by the prefix that their issuer gives them, inside a connection string, or by context and entropy.

use std::{collections::BTreeMap, sync::LazyLock};

use aho_corasick::{AhoCorasick, MatchKind};
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
    ("sk_", 40, 80),   // ElevenLabs, Clerk
    ("gsk_", 40, 80),  // Groq
    ("xai-", 60, 120), // xAI
    ("pplx-", 40, 80), // Perplexity
    ("r8_", 37, 40),   // Replicate
    ("glptt-", 20, 64),
    ("gldt-", 20, 64),
    ("glrt-", 20, 64), // GitLab triggers, deployments, runners
    ("xoxe-", 20, 255),
    ("xoxe.xoxp-", 20, 255), // Slack, rotating
    ("ABIA", 16, 16),
    ("ACCA", 16, 16),      // AWS, other kinds
    ("pk_live_", 16, 255), // Stripe
    ("sq0atp-", 22, 22),
    ("sq0csp-", 43, 43),
    ("EAAA", 60, 64), // Square
    ("shpca_", 32, 32),
    ("shppa_", 32, 32),
    ("shpss_", 32, 32), // Shopify
    ("doo_v1_", 64, 64),
    ("dor_v1_", 64, 64), // DigitalOcean
    ("dapi", 32, 34),    // Databricks
    ("dp.pt.", 40, 44),  // Doppler
    ("hvs.", 24, 255),
    ("hvb.", 24, 255), // Vault
    ("glc_", 32, 400),
    ("glsa_", 32, 64),    // Grafana
    ("nfp_", 36, 64),     // Netlify
    ("figd_", 36, 64),    // Figma
    ("lin_api_", 40, 40), // Linear
    ("ntn_", 40, 60),
    ("secret_", 43, 43),  // Notion
    ("PMAK-", 59, 64),    // Postman
    ("NRAK-", 27, 27),    // New Relic
    ("sntrys_", 40, 400), // Sentry
    ("phc_", 40, 50),
    ("phx_", 40, 50), // PostHog
    ("sbp_", 40, 48), // Supabase
    ("pscale_tkn_", 32, 64),
    ("pscale_pw_", 32, 64), // PlanetScale
    ("rubygems_", 48, 48),
    ("ATATT3", 100, 255), // Atlassian
    ("tfp_", 40, 64),     // Typeform
    ("EZAK", 54, 54),     // EasyPost
    ("FLWSECK-", 32, 64), // Flutterwave
    ("key-", 32, 32),     // Mailgun
    ("SK", 32, 32),       // Twilio: hexadecimal, see below
    ("AC", 32, 32),
];

static AUTOMATON: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // The longest, so that "sk_live_" is not taken for "sk_".
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(PREFIXES.iter().map(|(prefix, ..)| *prefix).chain(["eyJ", "-----BEGIN "]))
        .ok()
});
/// A piece of every name that [`NAMED`] looks for: most texts hold none, and the expression need not run.
static HINTS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let pieces = ["pass", "pwd", "secret", "key", "token", "bearer"];
    AhoCorasick::builder().ascii_case_insensitive(true).build(pieces).ok()
});
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
    for (place, _) in text.match_indices("://") {
        found.extend(connection_string(text, place));
    }
    if let Some(named) = NAMED.as_ref().filter(|_| HINTS.as_ref().is_some_and(|hints| hints.is_match(text))) {
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
    let hexadecimal =
        text.get(..from).is_some_and(|head| head.ends_with("SK") || head.ends_with("AC") || head.ends_with("key-"));
    if hexadecimal && !body.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
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

/// `scheme://user:password@host`, from the scheme to the host (RFC 3986 3.2.1), unless the password is a placeholder.
fn connection_string(text: &str, place: usize) -> Option<Candidate> {
    let scheme = text
        .get(..place)?
        .bytes()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-'))
        .count();
    let rest = text.get(place + 3..)?;
    let authority =
        rest.split(|c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | '<' | '>')).next()?;
    let (user_information, host) = authority.rsplit_once('@')?;
    let (_, password) = user_information.split_once(':')?;
    let placeholder = password.starts_with(['$', '{', '<', '%', '*', '[']) || password.eq_ignore_ascii_case("password");
    (scheme > 0 && !host.is_empty() && password.len() >= 3 && !placeholder).then_some(Candidate {
        kind: PiiType::Secret,
        start: place - scheme,
        end: place + 3 + authority.len(),
        score: 1.0,
    })
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
