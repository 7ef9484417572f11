//! Whether a whole text is one user name, list, hashtag or link.
//!
//! [`is_valid_url`] is stricter than [`super::extract_urls`]: it follows RFC 3986 to the last character and takes any
//! top-level domain.

use super::{extract_hashtags, extract_mentions};

/// `text` is `@name` and nothing else.
pub fn is_valid_username(text: &str) -> bool {
    matches!(extract_mentions(text).as_slice(), [only] if only.text == text && only.list.is_empty())
}

/// `text` is `@name/list` and nothing else.
pub fn is_valid_list(text: &str) -> bool {
    matches!(extract_mentions(text).as_slice(), [only] if only.text == text && !only.list.is_empty())
}

/// `text` is one hashtag, sign included, by X's rules.
pub fn is_valid_hashtag(text: &str) -> bool {
    matches!(extract_hashtags(text).as_slice(), [only] if only.text == text)
}

/// `text` is one link by RFC 3986 with Unicode domains. Without `require_protocol`, `example.com/a` counts too.
pub fn is_valid_url(text: &str, require_protocol: bool) -> bool {
    let (scheme, rest) = match text.split_once("://") {
        Some((scheme, rest)) if !scheme.contains(['/', '?', '#']) => (Some(scheme), rest),
        _ => (None, text),
    };
    match scheme {
        Some(scheme) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {}
        None if !require_protocol => {}
        _ => return false,
    }
    let authority_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(authority_end);
    let (before_fragment, fragment) = tail.split_once('#').unwrap_or((tail, ""));
    let (path, query) = before_fragment.split_once('?').unwrap_or((before_fragment, ""));
    is_authority(authority)
        && all_allowed(path, is_path_character)
        && all_allowed(query, |c| is_path_character(c) || c == '?')
        && all_allowed(fragment, |c| is_path_character(c) || c == '?')
}

/// Every character is allowed, and every `%` begins an escape of two hexadecimal digits.
fn all_allowed(text: &str, allowed: impl Fn(char) -> bool) -> bool {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let fine = if character == '%' {
            (0..2).all(|_| rest.next().is_some_and(|digit| digit.is_ascii_hexdigit()))
        } else {
            allowed(character)
        };
        if !fine {
            return false;
        }
    }
    true
}

fn is_path_character(character: char) -> bool {
    matches!(character, '/' | ':' | '@' | '|') || is_unreserved(character) || is_sub_delimiter(character)
}

fn is_unreserved(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '.' | '_' | '~' | '\u{400}'..='\u{4FF}')
}

fn is_sub_delimiter(character: char) -> bool {
    matches!(character, '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=')
}

fn is_authority(authority: &str) -> bool {
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    if !all_allowed(user, |c| is_unreserved(c) || is_sub_delimiter(c) || c == ':') {
        return false;
    }
    if let Some(bracketed) = host.strip_prefix('[') {
        let Some((address, port)) = bracketed.split_once(']') else { return false };
        return is_port(port) && address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let (name, port) = host.find(':').map_or((host, ""), |colon| host.split_at(colon));
    is_port(port) && is_host(name)
}

/// Empty, or a colon and up to five digits.
fn is_port(port: &str) -> bool {
    port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|digits| (1..=5).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit()))
}

fn is_host(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    if labels.iter().all(|label| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit())) {
        return labels.len() == 4 && labels.iter().all(|octet| octet.parse::<u8>().is_ok());
    }
    let [subdomains @ .., domain, top] = labels.as_slice() else { return false };
    let letter = |c: char| c.is_ascii_alphabetic() || !c.is_ascii();
    let inner = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii();
    let label = |text: &str, middle: fn(char) -> bool| {
        text.starts_with(inner) && text.ends_with(inner) && text.chars().all(|c| inner(c) || middle(c))
    };
    subdomains.iter().all(|text| label(text, |c| matches!(c, '-' | '_')))
        && label(domain, |c| c == '-')
        && top.starts_with(letter)
        && top.chars().count() >= 2
        && label(top, |c| c == '-')
}
