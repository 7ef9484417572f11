//! E-mail addresses.

use super::{Candidate, PiiType};

/// Finds addresses: a dot-atom, `@`, a domain whose last label is letters (RFC 5322 3.4.1 without quoted forms).
pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    for (at, _) in text.match_indices('@') {
        let (Some(head), Some(tail)) = (text.get(..at), text.get(at + 1..)) else { continue };
        let local: usize =
            head.chars().rev().take(64).take_while(|character| is_local(*character)).map(char::len_utf8).sum();
        let local_text = head.get(at - local..).unwrap_or_default().trim_start_matches(['.', '\'', '-']);
        let domain: usize = tail
            .chars()
            .take(255)
            .take_while(|character| character.is_alphanumeric() || matches!(character, '.' | '-'))
            .map(char::len_utf8)
            .sum();
        let domain_text = tail.get(..domain).unwrap_or_default().trim_end_matches(['.', '-']);
        if local_text.is_empty() || local_text.ends_with('.') || !is_domain(domain_text) {
            continue;
        }
        let (start, end) = (at - local_text.len(), at + 1 + domain_text.len());
        found.push(Candidate { kind: PiiType::EmailAddress, start, end, score: 1.0 });
    }
}

fn is_local(character: char) -> bool {
    character.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(character)
}

/// True for two or more labels, none empty or edged with a hyphen, the last of at least two letters.
pub(super) fn is_domain(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    labels.len() >= 2
        && labels
            .iter()
            .all(|label| !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-'))
        && labels.last().is_some_and(|last| {
            last.starts_with("xn--") || (last.chars().count() >= 2 && last.chars().all(char::is_alphabetic))
        })
}
