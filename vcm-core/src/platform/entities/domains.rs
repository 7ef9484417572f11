//! Top-level domains, and how long a label is once it is written in ASCII.
//!
//! The list of top-level domains is IANA's, from the `tld` crate, which follows it; internationalised ones stand there in
//! punycode and are decoded once.

use std::{collections::BTreeMap, sync::LazyLock};

/// Longest label of a domain, in ASCII characters (RFC 1035).
const MAX_LABEL_CHARS: usize = 63;

/// Internationalised top-level domains in Unicode by their first character, longest first.
static INTERNATIONAL: LazyLock<BTreeMap<char, Vec<Vec<char>>>> = LazyLock::new(|| {
    let mut domains: BTreeMap<char, Vec<Vec<char>>> = BTreeMap::new();
    for domain in tld::TLD.iter().filter_map(|domain| decode(domain.strip_prefix("xn--")?)) {
        if let Some(&first) = domain.first() {
            domains.entry(first).or_default().push(domain);
        }
    }
    for group in domains.values_mut() {
        group.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }
    domains
});

/// Length of the top-level domain that `label` begins with. `after` stands behind the label.
///
/// What follows the domain must not continue it: no ASCII letter or digit, no `@`, `+` or `-`.
pub(super) fn top_level_domain_len(label: &[char], after: Option<char>) -> Option<usize> {
    let ends = |length: usize| {
        let next = label.get(length).copied().or(after);
        !next.is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '@' | '+' | '-'))
    };
    if label.len() > 4 && label.iter().take(4).map(char::to_ascii_lowercase).eq("xn--".chars()) {
        let length = label.iter().position(|&c| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(label.len());
        return (length > 4).then_some(length);
    }
    let ascii = label.iter().take(MAX_LABEL_CHARS + 1).take_while(|c| c.is_ascii_alphanumeric()).count();
    if ascii > 1 && ascii <= MAX_LABEL_CHARS && ends(ascii) {
        let domain: String = label.iter().take(ascii).map(char::to_ascii_lowercase).collect();
        if tld::exist(&domain) {
            return Some(ascii);
        }
    }
    let group = INTERNATIONAL.get(label.first()?)?;
    group.iter().find(|domain| label.starts_with(domain) && ends(domain.len())).map(Vec::len)
}

/// Whether a label fits into 63 characters once it is written in ASCII (RFC 3490). Empty labels do not.
pub(super) fn label_fits(label: &[char]) -> bool {
    if label.is_empty() || label.len() > MAX_LABEL_CHARS {
        return false;
    }
    label.iter().all(char::is_ascii) || encoded_len(label).is_some_and(|length| length <= MAX_LABEL_CHARS)
}

// Punycode, RFC 3492.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + 38)
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

/// Characters of `xn--` and the punycode of `label`; none when it cannot be encoded.
fn encoded_len(label: &[char]) -> Option<usize> {
    let basic = label.iter().filter(|c| c.is_ascii()).count() as u32;
    let mut length = 4 + basic as usize + usize::from(basic > 0);
    let (mut n, mut delta, mut bias, mut handled) = (INITIAL_N, 0_u32, INITIAL_BIAS, basic);
    while (handled as usize) < label.len() {
        let next = label.iter().map(|&c| u32::from(c)).filter(|&c| c >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for &character in label {
            let point = u32::from(character);
            if point < n {
                delta = delta.checked_add(1)?;
            } else if point == n {
                let (mut q, mut k) = (delta, BASE);
                loop {
                    length += 1;
                    let t = threshold(k, bias);
                    if q < t {
                        break;
                    }
                    q = (q - t) / (BASE - t);
                    k += BASE;
                }
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(length)
}

fn decode(encoded: &str) -> Option<Vec<char>> {
    let (basic, extended) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut decoded: Vec<char> = basic.chars().collect();
    let (mut n, mut i, mut bias) = (INITIAL_N, 0_u32, INITIAL_BIAS);
    let mut digits = extended.bytes();
    while let Some(first) = digits.next() {
        let (before, mut weight, mut k, mut byte) = (i, 1_u32, BASE, first);
        loop {
            let digit = match byte {
                b'a'..=b'z' => u32::from(byte - b'a'),
                b'0'..=b'9' => u32::from(byte - b'0') + 26,
                _ => return None,
            };
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let t = threshold(k, bias);
            if digit < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
            k += BASE;
            byte = digits.next()?;
        }
        let points = decoded.len() as u32 + 1;
        bias = adapt(i - before, points, before == 0);
        n = n.checked_add(i / points)?;
        i %= points;
        decoded.insert(i as usize, char::from_u32(n)?);
        i += 1;
    }
    Some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn characters(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[rstest::rstest]
    #[case("com", Some(3))]
    #[case("COM", Some(3))]
    #[case("comあ", Some(3))]
    #[case("comx", None)]
    #[case("com-x", None)]
    #[case("xn--p1ai", Some(8))]
    #[case("рф", Some(2))]
    #[case("中国語", Some(2))]
    #[case("x", None)]
    #[case("", None)]
    fn begins_with_a_top_level_domain(#[case] label: &str, #[case] length: Option<usize>) {
        assert_eq!(top_level_domain_len(&characters(label), None), length);
    }

    #[rstest::rstest]
    #[case("bücher", "xn--bcher-kva")]
    #[case("рф", "xn--p1ai")]
    #[case("münchen", "xn--mnchen-3ya")]
    #[case("例え", "xn--r8jz45g")]
    fn punycode_both_ways(#[case] label: &str, #[case] ascii: &str) {
        assert_eq!(encoded_len(&characters(label)), Some(ascii.len()));
        assert_eq!(decode(&ascii[4..]).unwrap(), characters(label));
    }
}
