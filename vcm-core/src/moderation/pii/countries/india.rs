//! India.

use super::{
    super::{
        PiiType,
        checksum::{digits, number, verhoeff},
        form::Number,
    },
    unchecked, varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::InAadhaar,
        country: "IN",
        forms: &[("############", 0.35), ("#### #### ####", 0.5), ("####-####-####", 0.5), ("####:####:####", 0.4)],
        check: aadhaar,
        context: &["aadhaar", "aadhar", "uidai"],
    },
    Number {
        kind: PiiType::InGstin,
        country: "IN",
        forms: &[("##@@@@@####@*Z*", 0.7)],
        check: goods_and_services,
        context: &["gstin", "gstins", "gst", "goods and services tax", "gst number", "gst registration"],
    },
    Number {
        kind: PiiType::InPan,
        country: "IN",
        forms: &[("@@@@@####@", 0.5), ("**********", 0.01)],
        check: permanent_account,
        context: &["permanent account number", "pan", "pan card"],
    },
    Number {
        kind: PiiType::InPassport,
        country: "IN",
        forms: &[("@#######", 0.1), ("@## #####", 0.15)],
        check: passport,
        context: &["passport", "indian passport", "passport number"],
    },
    Number {
        kind: PiiType::InVoter,
        country: "IN",
        forms: &[("@@@#######", 0.25)],
        check: unchecked,
        context: &["voter", "epic", "elector photo identity card", "vote", "voter id"],
    },
    Number {
        kind: PiiType::InVehicleRegistration,
        country: "IN",
        forms: &[
            ("@####", 0.01),
            ("@@####", 0.01),
            ("I#####", 0.01),
            ("@@@####", 0.2),
            ("#{1,3}CD#{2,4}", 0.4),
            ("#{1,3}CC#{2,4}", 0.4),
            ("#{1,3}UN#{2,4}", 0.4),
            ("@@#@{1,3}####", 0.45),
            ("@@##@{1,2}####", 0.5),
            ("@@ ## @{1,2} ####", 0.5),
            ("@@-##-@{1,2}-####", 0.5),
            ("##BH####@{1,2}", 0.5),
            ("##@######@", 0.45),
        ],
        check: vehicle,
        context: &["rto", "vehicle", "plate", "registration"],
    },
];

/// Two to nine in front, no palindrome, Verhoeff (UIDAI).
fn aadhaar(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let palindrome = digits.iter().eq(digits.iter().rev());
    (digits.first().is_some_and(|digit| *digit >= 2) && !palindrome && verhoeff(&digits)).then_some(score)
}

/// Code of a state, a PAN, a serial, Z, and a check character, which makes it sure (GSTN).
fn goods_and_services(bytes: &[u8], score: f64) -> Option<f64> {
    let value = |byte: u8| char::from(byte).to_digit(36).unwrap_or(0);
    let sum: u32 = bytes
        .iter()
        .take(14)
        .zip([1, 2].iter().cycle())
        .map(|(byte, factor)| value(*byte) * factor)
        .map(|product| product / 36 + product % 36)
        .sum();
    let checked = bytes.last().is_some_and(|last| value(*last) == (36 - sum % 36) % 36);
    matches!(number(bytes, 0..2), 1..=38 | 97 | 99).then_some(if checked { 0.95 } else { score })
}

/// The fourth letter says whose it is (Income Tax Department). Anything else of ten signs is only taken where it is called one.
fn permanent_account(bytes: &[u8], score: f64) -> Option<f64> {
    if score < super::super::form::LISTED {
        let four_digits = bytes.windows(4).any(|run| run.iter().all(u8::is_ascii_digit));
        return (four_digits && bytes.iter().any(u8::is_ascii_uppercase)).then_some(score);
    }
    let holder = bytes.get(3).is_some_and(|letter| b"ABCFGHJLPT".contains(letter));
    Some(if holder { score } else { 0.2 })
}

/// No zero behind the letter and none at the end.
fn passport(bytes: &[u8], score: f64) -> Option<f64> {
    (bytes.get(1) != Some(&b'0') && bytes.last() != Some(&b'0')).then_some(score)
}

/// State or series codes of the Central Motor Vehicles Rules; no serial of zeros.
fn vehicle(bytes: &[u8], score: f64) -> Option<f64> {
    const STATES: &[&[u8; 2]] = &[
        b"AN", b"AP", b"AR", b"AS", b"BR", b"CG", b"CH", b"DD", b"DL", b"DN", b"GA", b"GJ", b"HP", b"HR", b"JH", b"JK",
        b"KA", b"KL", b"LA", b"LD", b"MH", b"ML", b"MN", b"MP", b"MZ", b"NL", b"OD", b"OR", b"PB", b"PY", b"RJ", b"SK",
        b"TG", b"TN", b"TR", b"TS", b"UA", b"UK", b"UP", b"WB",
    ];
    let serial = bytes.iter().rev().skip_while(|byte| byte.is_ascii_uppercase()).take(4).any(|byte| *byte != b'0');
    let state = bytes.get(..2).is_some_and(|front| STATES.iter().any(|known| known.as_slice() == front));
    let in_state = bytes.get(1).is_some_and(u8::is_ascii_uppercase) && bytes.get(2).is_some_and(u8::is_ascii_digit);
    let military = bytes.len() == 10
        && bytes.first().is_some_and(u8::is_ascii_digit)
        && bytes.get(3).is_some_and(u8::is_ascii_digit);
    let military = !military || bytes.get(2).is_some_and(|letter| b"ABCDEFHKPRX".contains(letter));
    let known = !in_state || state || bytes.len() <= 6;
    (serial && military && known && varied(bytes, score).is_some()).then_some(score)
}
