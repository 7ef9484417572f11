//! Links in a text, by twitter-text's grammar: an optional protocol, a domain that ends in a known top-level domain, port,
//! path, query.
//!
//! A run of characters that may stand in a host is cut into labels once; where a link could begin inside it is then looked
//! up, not tried out, so a megabyte without a space costs no more than one with.

use super::{
    Entity, EntityKind, Scan,
    characters::{is_cyrillic, is_directional, is_latin_accent, is_punctuation, is_refused, is_space},
    domains::{label_fits, top_level_domain_len},
};

/// Longest link that counts as one, in UTF-16 units, protocol counted twice as twitter-text does.
const MAX_URL_UNITS: usize = 4_096;
const MAX_TCO_SLUG_CHARS: usize = 40;

/// Every link, in order, without overlap. Links without `http://` or `https://` count when their domain is ASCII or
/// accented Latin.
///
/// ```
/// use vcm_core::platform::entities::extract_urls;
/// let links: Vec<_> = extract_urls("See example.com/a, or https://bücher.com.").iter().map(|url| url.text).collect();
/// assert_eq!(links, ["example.com/a", "https://bücher.com"]);
/// ```
pub fn extract_urls(text: &str) -> Vec<Entity<'_>> {
    if !text.contains('.') {
        return Vec::new();
    }
    let scan = Scan::new(text);
    let mut found = Vec::new();
    let mut run = Run::default();
    // `from` is where the last match ended: the character before a link must not belong to it.
    let (mut from, mut start) = (0, 0);
    while start < scan.len() {
        let preceded = start == 0 || (start > from && scan.before(start).is_some_and(may_precede));
        if !preceded {
            start += 1;
            continue;
        }
        let protocol = protocol_len(&scan, start);
        if protocol > 0
            && let Some(domain_end) = run.domain_end(&scan, start + protocol)
        {
            let tail = Tail::read(&scan, domain_end);
            push_with_protocol(&scan, start, protocol, domain_end, tail, &mut found);
            (from, start) = (tail.end, tail.end + 1);
        } else if let Some(domain_end) = run.domain_end(&scan, start) {
            let tail = Tail::read(&scan, domain_end);
            push_without_protocol(&scan, start, domain_end, tail, &mut found);
            (from, start) = (tail.end, tail.end + 1);
        } else {
            start = run.next_start(&scan, start);
        }
    }
    found
}

fn may_precede(character: char) -> bool {
    !(character.is_ascii_alphanumeric() || matches!(character, '@' | '＠' | '$' | '#' | '＃') || is_refused(character))
}

fn protocol_len(scan: &Scan<'_>, start: usize) -> usize {
    ["https://", "http://"].into_iter().find(|protocol| scan.has(start, protocol)).map_or(0, str::len)
}

fn push_with_protocol<'text>(
    scan: &Scan<'text>,
    start: usize,
    protocol: usize,
    domain_end: usize,
    tail: Tail,
    found: &mut Vec<Entity<'text>>,
) {
    if !fits(scan, start, protocol, start + protocol, domain_end, tail) {
        return;
    }
    let mut end = tail.end;
    // A t.co link is its slug and a query: nothing else after it belongs to it.
    let slug = start + protocol + "t.co/".len();
    if scan.has(start + protocol, "t.co/") {
        let slug_end = scan.end_of(slug, |c| c.is_ascii_alphanumeric());
        if slug_end - slug > MAX_TCO_SLUG_CHARS {
            return;
        }
        if slug_end > slug {
            end = query_end(scan, slug_end).unwrap_or(slug_end);
        }
    }
    found.push(scan.entity(EntityKind::Url, start, end));
}

/// Without a protocol only the parts of the domain that are ASCII or accented Latin count, so that a domain inside a
/// sentence without spaces is found and the sentence is not.
fn push_without_protocol<'text>(
    scan: &Scan<'text>,
    start: usize,
    domain_end: usize,
    tail: Tail,
    found: &mut Vec<Entity<'text>>,
) {
    let before = start.checked_sub(1).and_then(|index| scan.at(index));
    if before.is_some_and(|c| matches!(c, '-' | '_' | '.' | '/'))
        || !fits(scan, start, "https://".len(), start, domain_end, tail)
    {
        return;
    }
    let domains = latin_domains(scan, start, domain_end);
    let last = domains.len().saturating_sub(1);
    for (index, &(domain_start, end)) in domains.iter().enumerate() {
        let end = if index == last && tail.has_path && end == domain_end { tail.end } else { end };
        found.push(scan.entity(EntityKind::Url, domain_start, end));
    }
}

fn fits(scan: &Scan<'_>, start: usize, protocol: usize, domain: usize, domain_end: usize, tail: Tail) -> bool {
    let host = scan.slice(domain, domain_end);
    if scan.has(domain, "xn--") && latin_domains(scan, domain, domain_end).is_empty() {
        return false;
    }
    let units: usize = scan.slice(start, tail.end).iter().map(|c| c.len_utf16()).sum();
    protocol + units <= MAX_URL_UNITS && host.split(|&c| c == '.').all(label_fits)
}

/// Parts of a domain made of ASCII or accented Latin labels and a top-level domain.
fn latin_domains(scan: &Scan<'_>, start: usize, end: usize) -> Vec<(usize, usize)> {
    let latin = |c: char| c == '-' || c.is_ascii_alphanumeric() || is_latin_accent(c);
    let mut found = Vec::new();
    let mut chain = start;
    while chain < end {
        if !scan.at(chain).is_some_and(latin) {
            chain += 1;
            continue;
        }
        // A chain of Latin labels, each with a full stop behind it; the last top-level domain behind one ends the match.
        let (mut label, mut best) = (chain, None);
        let broken = loop {
            let label_end = scan.end_of(label, latin).min(end);
            if label_end == label || label_end >= end || scan.at(label_end) != Some('.') {
                break label_end;
            }
            label = label_end + 1;
            let stop = scan.end_of(label, |c| c != '.').min(end);
            if let Some(length) = top_level_domain_len(scan.slice(label, stop), None) {
                best = Some(label + length);
            }
        };
        if let Some(best) = best {
            found.push((chain, best));
        }
        chain = broken.max(best.unwrap_or(0)).max(chain + 1);
    }
    found
}

/// A run of characters that may stand in a host, cut into labels.
#[derive(Default)]
struct Run {
    start: usize,
    end: usize,
    labels: Vec<Label>,
}

struct Label {
    start: usize,
    end: usize,
    /// Neither end is a hyphen or underscore: usable as a subdomain.
    whole: bool,
    /// The last character is not a hyphen or underscore.
    ends_well: bool,
    last_underscore: Option<usize>,
    top_level_domain_len: Option<usize>,
    /// First label from here on that is not `whole`.
    next_broken: usize,
    /// Last label up to here that holds a top-level domain and follows a registrable name.
    last_domain: Option<usize>,
}

fn is_host_character(character: char) -> bool {
    matches!(character, '.' | '-' | '_') || is_domain_character(character)
}

fn is_domain_character(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || !(is_punctuation(character) || is_space(character) || is_refused(character) || is_directional(character))
}

impl Run {
    /// End of the longest domain that begins at `start`.
    fn domain_end(&mut self, scan: &Scan<'_>, start: usize) -> Option<usize> {
        if !scan.at(start).is_some_and(is_domain_character) {
            return None;
        }
        if !(self.start <= start && start < self.end) {
            *self = Self::read(scan, start);
        }
        let index = self.labels.partition_point(|label| label.end <= start);
        let label = self.labels.get(index)?;
        if start < label.start || !label.ends_well {
            return None;
        }
        let last = self.labels.get(index + 1)?.next_broken.min(self.labels.len() - 1);
        let holder = match self.labels.get(last)?.last_domain {
            Some(holder) if holder >= index + 2 => holder,
            // The first label is the registrable name: an underscore in it rules that out.
            _ if label.last_underscore.is_none_or(|underscore| underscore < start) => index + 1,
            _ => return None,
        };
        let holder = self.labels.get(holder)?;
        Some(holder.start + holder.top_level_domain_len?)
    }

    /// Where to look next when no domain begins at `start`.
    fn next_start(&self, scan: &Scan<'_>, start: usize) -> usize {
        let index = self.labels.partition_point(|label| label.end <= start);
        let Some(label) = self.labels.get(index).filter(|label| label.start <= start && start < label.end) else {
            return start + 1;
        };
        if let Some(underscore) = label.last_underscore
            && underscore >= start
        {
            return underscore + 1;
        }
        // Nothing else in this label can begin one, but a protocol may stand at its end.
        if scan.has(label.end, "://") {
            for protocol in ["https", "http"] {
                let protocol_start = label.end.saturating_sub(protocol.len());
                if protocol_start > start && scan.has(protocol_start, protocol) {
                    return protocol_start;
                }
            }
        }
        label.end.max(start + 1)
    }

    fn read(scan: &Scan<'_>, start: usize) -> Self {
        let end = scan.end_of(start, is_host_character);
        let mut labels: Vec<Label> = Vec::new();
        let mut label_start = start;
        while label_start <= end {
            let label_end = scan.end_of(label_start, |c| c != '.').min(end);
            let characters = scan.slice(label_start, label_end);
            let ends_well = characters.last().copied().is_some_and(is_domain_character);
            let follows_name = labels.last().is_some_and(|name| name.whole && name.last_underscore.is_none());
            let top_level_domain_len = top_level_domain_len(characters, scan.at(label_end));
            let last_domain = match labels.last() {
                _ if top_level_domain_len.is_some() && follows_name => Some(labels.len()),
                previous => previous.and_then(|label| label.last_domain),
            };
            labels.push(Label {
                start: label_start,
                end: label_end,
                whole: ends_well && characters.first().copied().is_some_and(is_domain_character),
                ends_well,
                last_underscore: characters.iter().rposition(|&c| c == '_').map(|index| label_start + index),
                top_level_domain_len,
                next_broken: 0,
                last_domain,
            });
            label_start = label_end + 1;
        }
        let mut next_broken = labels.len();
        for (index, label) in labels.iter_mut().enumerate().rev() {
            if !label.whole {
                next_broken = index;
            }
            label.next_broken = next_broken;
        }
        Self { start, end, labels }
    }
}

/// What follows the domain of a link.
#[derive(Clone, Copy)]
struct Tail {
    end: usize,
    has_path: bool,
}

impl Tail {
    fn read(scan: &Scan<'_>, domain_end: usize) -> Self {
        let mut end = domain_end;
        if scan.at(end) == Some(':') {
            let port_end = scan.end_of(end + 1, |c| c.is_ascii_digit());
            if port_end > end + 1 {
                end = port_end;
            }
        }
        let has_path = scan.at(end) == Some('/');
        if has_path {
            end = path_end(scan, end);
        }
        Self { end: query_end(scan, end).unwrap_or(end), has_path }
    }
}

fn is_path_character(character: char) -> bool {
    is_path_end(character)
        || matches!(character, '!' | '*' | '\'' | ';' | ':' | ',' | '.' | '$' | '%' | '[' | ']' | '\u{2013}')
        || matches!(character, '~' | '@' | '|' | '&')
}

fn is_path_end(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '+' | '-' | '=' | '_' | '#' | '/')
        || is_cyrillic(character)
        || is_latin_accent(character)
}

/// End of the path that begins with the slash at `slash`: the last place where it may end, so that a full stop or an
/// unbalanced bracket stays outside.
fn path_end(scan: &Scan<'_>, slash: usize) -> usize {
    let mut end = slash + 1;
    let mut index = end;
    while let Some(character) = scan.at(index) {
        if character == '(' {
            let Some(closed) = balanced_end(scan, index) else { break };
            index = closed;
            end = closed;
        } else if is_path_character(character) {
            index += 1;
            if is_path_end(character) {
                end = index;
            }
        } else {
            break;
        }
    }
    end
}

/// End of `(…)` or `(…(…)…)`.
fn balanced_end(scan: &Scan<'_>, open: usize) -> Option<usize> {
    let inner = scan.end_of(open + 1, is_path_character);
    match scan.at(inner)? {
        ')' => (inner > open + 1).then_some(inner + 1),
        '(' => {
            let deepest = scan.end_of(inner + 1, is_path_character);
            if deepest == inner + 1 || scan.at(deepest) != Some(')') {
                return None;
            }
            let outer = scan.end_of(deepest + 1, is_path_character);
            (scan.at(outer) == Some(')')).then_some(outer + 1)
        }
        _ => None,
    }
}

/// End of the query that begins at `mark`, if there is one.
fn query_end(scan: &Scan<'_>, mark: usize) -> Option<usize> {
    if scan.at(mark) != Some('?') {
        return None;
    }
    let ends = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '&' | '=' | '#' | '/');
    let stop = scan.end_of(mark + 1, |c| {
        ends(c)
            || matches!(c, '!' | '?' | '*' | '\'' | '@' | '(' | ')' | ';' | ':' | '+' | '$' | '%' | '[' | ']')
            || matches!(c, '.' | ',' | '~' | '|')
    });
    scan.slice(mark + 1, stop).iter().rposition(|&c| ends(c)).map(|last| mark + 2 + last)
}
