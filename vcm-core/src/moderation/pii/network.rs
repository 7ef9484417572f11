//! IP addresses, versions 4 and 6, with the zone or prefix length that is written behind them.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Candidate, PiiOptions, PiiType};

pub(super) fn find(text: &str, options: &PiiOptions, found: &mut Vec<Candidate>) {
    let bytes = text.as_bytes();
    let inside = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
    let mut place = 0;
    while let Some(from) = bytes.get(place..).and_then(|rest| rest.iter().position(|byte| inside(*byte))) {
        let start = place + from;
        let length = bytes.get(start..).unwrap_or_default().iter().take_while(|byte| inside(**byte)).count();
        place = start + length;
        if length >= 2 {
            check(text, start, place, options, found);
        }
    }
}

fn check(text: &str, from: usize, to: usize, options: &PiiOptions, found: &mut Vec<Candidate>) {
    let glued = |character: char| character.is_alphanumeric() || character == '_';
    let Some(run) = text.get(from..to) else { return };
    if run.bytes().filter(|byte| matches!(byte, b'.' | b':')).count() < 2
        || text.get(..from).and_then(|head| head.chars().next_back()).is_some_and(glued)
    {
        return;
    }
    let next = text.get(to..).and_then(|tail| tail.chars().next());
    // A sentence may end right after an address, and a port or a label may touch it.
    let trimmed = run.trim_end_matches('.');
    let candidate = trimmed.strip_suffix(':').filter(|head| !head.ends_with(':')).unwrap_or(trimmed);
    let (body, start) = match candidate.strip_prefix(':').filter(|rest| !rest.starts_with(':')) {
        Some(rest) => (rest, from + 1),
        None => (candidate, from),
    };
    let address = match body.split_once(':') {
        Some((address, port)) if address.contains('.') && port.bytes().all(|byte| byte.is_ascii_digit()) => address,
        _ => body,
    };
    let end = start + address.len();
    if end == to && next.is_some_and(glued) {
        return;
    }
    let score = if address.parse::<Ipv4Addr>().is_ok() {
        match (is_version(text, start), options.candidates) {
            (false, _) => 0.8,
            (true, true) => 0.3,
            (true, false) => return,
        }
    } else if address.matches(':').count() >= 2 && address.parse::<Ipv6Addr>().is_ok() {
        if address.bytes().any(|byte| byte.is_ascii_digit()) {
            0.8
        } else if options.candidates && address == "::" && names_it(text) {
            // The address of no machine; `::` is also code and decoration.
            0.1
        } else {
            return;
        }
    } else if let Some(length) = dotted_run(address).filter(|_| options.candidates && !is_version(text, start)) {
        // Five numbers or more may number a chapter.
        found.push(Candidate { kind: PiiType::IpAddress, start, end: start + length, score: 0.3 });
        return;
    } else {
        return;
    };
    let end = end + suffix(text.get(end..).unwrap_or_default(), address.contains(':'));
    found.push(Candidate { kind: PiiType::IpAddress, start, end, score });
}

/// Bytes of the zone (`%eth0`) or prefix length (`/64`) behind an address.
fn suffix(rest: &str, version_6: bool) -> usize {
    let take = |from: usize, allowed: fn(u8) -> bool| rest.bytes().skip(from).take_while(|byte| allowed(*byte)).count();
    let zone = if version_6 && rest.starts_with('%') { take(1, |byte| byte.is_ascii_alphanumeric()) } else { 0 };
    let zone = if zone > 0 { zone + 1 } else { 0 };
    if rest.as_bytes().get(zone) != Some(&b'/') {
        return zone;
    }
    let digits = take(zone + 1, |byte| byte.is_ascii_digit());
    let length = rest.get(zone + 1..zone + 1 + digits).and_then(|digits| digits.parse::<u32>().ok());
    let most = if version_6 { 128 } else { 32 };
    if length.is_some_and(|length| length <= most) { zone + 1 + digits } else { zone }
}

/// Bytes of the first four of more than four dotted octets.
fn dotted_run(text: &str) -> Option<usize> {
    let (fourth, _) = text.match_indices('.').nth(3)?;
    let head = text.get(..fourth)?;
    (!text.contains(':') && head.parse::<Ipv4Addr>().is_ok()).then_some(fourth)
}

fn names_it(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair.eq_ignore_ascii_case(b"ip"))
        || text.trim().bytes().all(|byte| matches!(byte, b':' | b'/' | b'0'..=b'9'))
}

/// "version 1.2.3.4" is no address.
fn is_version(text: &str, start: usize) -> bool {
    let head = text.get(..start).unwrap_or_default().trim_end();
    ["version", "release", "ver.", "build"].iter().any(|word| {
        head.len() >= word.len()
            && head.get(head.len() - word.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    })
}
