//! Payment card numbers: issuer prefix, length of that issuer, Luhn digit (ISO/IEC 7812).

use std::sync::LazyLock;

use regex::Regex;

use super::{Candidate, PiiType, checksum::luhn, context::Context, digits_of, stands_alone};

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[0-9](?:[ -]?[0-9]){11,18}").ok());
static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    Context::new(&[
        "card",
        "credit",
        "debit",
        "visa",
        "mastercard",
        "amex",
        "american express",
        "maestro",
        "discover",
        "cc",
        "pan",
    ])
});

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let Some(form) = FORM.as_ref() else { return };
    for hit in form.find_iter(text) {
        let (start, end) = (hit.start(), hit.end());
        if !stands_alone(text, start, end) || !is_grouped(hit.as_str()) {
            continue;
        }
        let digits = digits_of(hit.as_str());
        if is_issued(&digits) && luhn(&digits) {
            let score = if CONTEXT.near(text, start, end) { 1.0 } else { 0.9 };
            found.push(Candidate { kind: PiiType::CreditCard, start, end, score });
        }
    }
}

/// One kind of separator, and groups as cards print them.
fn is_grouped(text: &str) -> bool {
    let groups: Vec<usize> = text.split([' ', '-']).map(str::len).collect();
    let mixed = text.contains(' ') && text.contains('-');
    !mixed
        && match groups.as_slice() {
            [_] | [4, 6, 4 | 5] => true,
            [first @ .., 1..=4] => first.len() >= 2 && first.iter().all(|group| *group == 4),
            _ => false,
        }
}

/// True when an issuer gives out numbers with this prefix and length.
fn is_issued(digits: &[u8]) -> bool {
    let prefix = digits.iter().take(4).fold(0u32, |number, digit| number * 10 + u32::from(*digit));
    let length = digits.len();
    match prefix {
        4000..=4999 => matches!(length, 13 | 16 | 19),
        5100..=5599 | 2221..=2720 => length == 16,
        // American Express; UATP.
        3400..=3499 | 3700..=3799 | 1000..=1999 | 2131 => length == 15,
        // Diners Club.
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => (14..=19).contains(&length),
        // JCB, Discover, UnionPay, Mir.
        3528..=3589 | 6011 | 6440..=6599 | 6200..=6299 | 8100..=8199 | 2200..=2204 => (16..=19).contains(&length),
        // Maestro.
        5000..=5099 | 5600..=5899 | 6000..=6999 => (12..=19).contains(&length),
        _ => false,
    }
}
