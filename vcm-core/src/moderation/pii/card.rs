//! Payment card numbers: issuer prefix, length of that issuer, Luhn digit (ISO/IEC 7812).

use super::{
    PiiType,
    checksum::{digits, luhn},
    form::Number,
};

pub(super) const NUMBERS: &[Number] = &[Number {
    kind: PiiType::CreditCard,
    country: "",
    forms: &[
        ("#{12,19}", 0.9),
        ("#### #### #### #{1,4}", 0.9),
        ("####-####-####-#{1,4}", 0.9),
        ("#### #### #### #### #{1,3}", 0.9),
        ("####-####-####-####-#{1,3}", 0.9),
        ("#### ###### #{4,5}", 0.9),
        ("####-######-#{4,5}", 0.9),
        ("#### #### ####", 0.9),
        ("####-####-####", 0.9),
    ],
    check: |bytes, score| {
        let digits = digits(bytes);
        (is_issued(&digits) && luhn(&digits)).then_some(score)
    },
    context: &[
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
    ],
}];

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
