//! Web addresses: with a scheme, with `www.`, or a bare domain under a well-known ending.

use super::{Candidate, PiiType, email::is_domain};

/// Endings taken for a domain without a scheme. Others need one: "end.Next" is no address.
const ENDINGS: &[&str] = &[
    "ai", "app", "at", "au", "be", "biz", "blog", "br", "ca", "ch", "cn", "co", "com", "cz", "de", "dev", "dk", "edu",
    "es", "eu", "fi", "fr", "gov", "hu", "ie", "il", "in", "info", "io", "it", "jp", "kr", "link", "ly", "me", "mil",
    "mx", "net", "nl", "no", "nz", "online", "org", "pl", "pt", "ro", "ru", "se", "shop", "site", "store", "tech",
    "tv", "uk", "us", "xyz", "za",
];

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let mut place = 0;
    for word in text.split(|character: char| {
        character.is_whitespace() || matches!(character, '"' | '<' | '>' | '“' | '”' | '«' | '»')
    }) {
        let start = place;
        place += word.len();
        place += text.get(place..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if word.contains('.') {
            check(word, start, found);
        }
    }
}

fn check(word: &str, start: usize, found: &mut Vec<Candidate>) {
    let opening = word.len() - word.trim_start_matches(['(', '[', '{', '\'', ',', '*', '_', '-', '|']).len();
    let scheme = word.find("http://").or_else(|| word.find("https://"));
    let begin = scheme.unwrap_or(opening);
    let Some(body) = word.get(begin..) else { return };
    let mut body = body.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', ']', '}', '|', '…']);
    if !body.contains('(') {
        body = body.trim_end_matches(')');
    }
    let host_part = body.strip_prefix("https://").or_else(|| body.strip_prefix("http://")).unwrap_or(body);
    let host = host_part.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let ending = host.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let score = if !is_domain(host)
        || host.contains('@')
        || !host.chars().all(|character| character.is_alphanumeric() || matches!(character, '.' | '-'))
    {
        return;
    } else if host_part.len() < body.len() {
        0.8
    } else if ENDINGS.binary_search(&ending.as_str()).is_ok() {
        0.5
    } else {
        return;
    };
    found.push(Candidate { kind: PiiType::Url, start: start + begin, end: start + begin + body.len(), score });
}
