//! IP addresses, versions 4 and 6.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Candidate, PiiType, stands_alone};

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let mut begin = None;
    for (place, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = character.is_ascii_hexdigit() || matches!(character, ':' | '.');
        match (begin, inside) {
            (None, true) => begin = Some(place),
            (Some(from), false) => {
                check(text, from, place, found);
                begin = None;
            }
            _ => {}
        }
    }
}

fn check(text: &str, from: usize, to: usize, found: &mut Vec<Candidate>) {
    let Some(run) = text.get(from..to) else { return };
    // A sentence may end right after an address, and a port or a label may touch it.
    let trimmed = run.trim_end_matches('.');
    let single_colon = trimmed.strip_suffix(':').filter(|head| !head.ends_with(':'));
    let candidate = single_colon.unwrap_or(trimmed);
    let (body, start) = match candidate.strip_prefix(':').filter(|rest| !rest.starts_with(':')) {
        Some(rest) => (rest, from + 1),
        None => (candidate, from),
    };
    let (address, port) = match body.split_once(':') {
        Some((address, port)) if address.contains('.') && port.bytes().all(|byte| byte.is_ascii_digit()) => {
            (address, true)
        }
        _ => (body, false),
    };
    let end = start + address.len();
    let score = if address.parse::<Ipv4Addr>().is_ok() {
        if !port && !stands_alone(text, start, end) || is_version(text, start) {
            return;
        }
        0.8
    } else if address.matches(':').count() >= 2 && address.parse::<Ipv6Addr>().is_ok() {
        // `a::b` is also code; an address has a digit, and no word touches it.
        if !address.bytes().any(|byte| byte.is_ascii_digit()) || !stands_alone(text, start, end) {
            return;
        }
        0.8
    } else {
        return;
    };
    found.push(Candidate { kind: PiiType::IpAddress, start, end, score });
}

/// "version 1.2.3.4" is no address.
fn is_version(text: &str, start: usize) -> bool {
    let head = text.get(..start).unwrap_or_default().trim_end();
    ["version", "release", "ver.", "build"].iter().any(|word| {
        head.len() >= word.len()
            && head.get(head.len() - word.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    })
}
