//! United States: social security and tax numbers, banks, health care, passports and driving licences.

use super::{
    super::{
        PiiType,
        checksum::{digits, luhn, number, weighted},
        form::Number,
    },
    unchecked, varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::UsSsn,
        country: "US",
        forms: &[
            ("###-##-####", 0.6),
            ("###.##.####", 0.55),
            ("### ## ####", 0.55),
            ("#########", 0.1),
            ("###-######", 0.1),
            ("#####-####", 0.1),
        ],
        check: social_security,
        context: &["social security", "social-security", "ssn", "ssns", "ss#", "ssid", "ssa", "taxpayer", "tin"],
    },
    Number {
        kind: PiiType::UsItin,
        country: "US",
        forms: &[
            ("9##-##-####", 0.5),
            ("9## ## ####", 0.5),
            ("9##-######", 0.1),
            ("9## ######", 0.1),
            ("9####-####", 0.1),
            ("9#### ####", 0.1),
            ("9########", 0.2),
        ],
        check: taxpayer,
        context: &["itin", "individual taxpayer", "taxpayer", "tax id", "taxid", "tin"],
    },
    Number {
        kind: PiiType::AbaRoutingNumber,
        country: "US",
        forms: &[("#########", 0.4), ("####-####-#", 0.5)],
        check: routing,
        context: &["routing", "aba", "rtn", "transit", "wire", "bank", "bankofamerica", "ach"],
    },
    Number {
        kind: PiiType::UsBankNumber,
        country: "US",
        forms: &[("#{8,17}", 0.05)],
        check: unchecked,
        context: &[
            "bank account",
            "account number",
            "account no",
            "account #",
            "account#",
            "account is",
            "acct",
            "checking account",
            "savings account",
            "bank",
        ],
    },
    Number {
        kind: PiiType::UsPassport,
        country: "US",
        forms: &[("#########", 0.05), ("@########", 0.1)],
        check: unchecked,
        context: &["passport", "passport number", "passport#", "travel document"],
    },
    Number {
        kind: PiiType::UsDriverLicense,
        country: "US",
        forms: &[
            ("@#{3,14}", 0.2),
            ("@@#{2,7}", 0.2),
            ("##@@@#{5,6}", 0.2),
            ("###@@####", 0.2),
            ("#{7}@", 0.2),
            ("#{8}@", 0.2),
            ("#{9}@", 0.2),
            ("@#{6}@", 0.2),
            ("@@#{6}@", 0.2),
            ("@@@@@@@###@@", 0.2),
            ("@#{3}-#{3}-#{2}-#{3}-#{1}", 0.2),
            ("@#{3}-#{4}-#{4}", 0.2),
            ("@#{4}-#{5}-#{5}", 0.2),
            ("@-#{3}-#{3}-#{3}-#{3}", 0.2),
            ("#{6,14}", 0.01),
            ("#{16}", 0.01),
        ],
        check: unchecked,
        context: &[
            "driver license",
            "driver's license",
            "drivers license",
            "driver’s license",
            "driver licence",
            "driving license",
            "driver",
            "license",
            "permit",
            "lic",
            "dls",
            "cdls",
            "lic#",
            "driving",
        ],
    },
    Number {
        kind: PiiType::UsNpi,
        country: "US",
        forms: &[("##########", 0.35), ("####-###-###", 0.4), ("#### ### ###", 0.4)],
        check: provider,
        context: &[
            "npi",
            "national provider",
            "provider",
            "npi number",
            "provider id",
            "provider identifier",
            "taxonomy",
        ],
    },
    Number {
        kind: PiiType::UsMbi,
        country: "US",
        forms: &[("#@*#@*#@@##", 0.45), ("#@*#-@*#-@@##", 0.5)],
        check: beneficiary,
        context: &["medicare", "mbi", "beneficiary", "cms", "medicaid", "hic", "hicn"],
    },
    Number {
        kind: PiiType::MedicalLicense,
        country: "US",
        forms: &[("@@#######", 0.5), ("@9#######", 0.5)],
        check: prescriber,
        context: &["medical", "certificate", "dea"],
    },
    Number {
        kind: PiiType::UsHealthInsuranceMemberId,
        country: "US",
        forms: &[
            ("@{1,5}#{5,12}", 0.1),
            ("@{1,5}-#{5,12}", 0.1),
            ("@@@#{3}@#{5}", 0.1),
            ("@@@#{3}@*#{4}", 0.1),
            ("@@@-*{5,12}", 0.1),
        ],
        check: varied,
        context: &[
            "member id",
            "member number",
            "member",
            "subscriber",
            "subscriber id",
            "insurance",
            "policy",
            "policy number",
        ],
    },
    Number {
        kind: PiiType::UsPriorAuthorizationNumber,
        country: "US",
        forms: &[("PA#{6,12}", 0.1), ("PA-#{6,12}", 0.1), ("#{6,12}", 0.02)],
        check: unchecked,
        context: &[
            "prior authorization",
            "prior auth",
            "preauthorization",
            "pre-auth",
            "authorization number",
            "authorization no",
            "authorization id",
            "authorization #",
            "authorization:",
            "authorization",
        ],
    },
    Number {
        kind: PiiType::UsClaimNumber,
        country: "US",
        forms: &[("CLM#{6,15}", 0.1), ("CLM-#{6,15}", 0.1), ("#{6,15}", 0.02)],
        check: unchecked,
        context: &["claim number", "claim no", "claim id", "claim #", "claim:", "medical claim", "healthcare claim"],
    },
    Number {
        kind: PiiType::UsPrescriptionNumber,
        country: "US",
        forms: &[("RX#{6,12}", 0.1), ("RX-#{6,12}", 0.1), ("#{6,12}", 0.02)],
        check: unchecked,
        context: &[
            "rx",
            "rx#",
            "rx number",
            "prescription number",
            "prescription no",
            "prescription id",
            "prescription #",
            "prescription:",
        ],
    },
    Number {
        kind: PiiType::UsReferralNumber,
        country: "US",
        forms: &[
            ("REF#{6,12}", 0.1),
            ("REF-#{6,12}", 0.1),
            ("INF#{6,12}", 0.1),
            ("INF-#{6,12}", 0.1),
            ("#{6,12}", 0.02),
        ],
        check: unchecked,
        context: &["referral number", "referral no", "referral id", "referral #", "referral:", "infusion referral"],
    },
    Number {
        kind: PiiType::UsProviderTaxId,
        country: "US",
        forms: &[("##-#######", 0.1), ("#########", 0.02)],
        check: employer,
        context: &[
            "provider tax id",
            "provider tax",
            "provider tin",
            "provider ein",
            "billing provider",
            "tax id",
            "ein",
        ],
    },
];

/// Not 000, 666 or 9xx, no zero group or serial (SSA, randomisation of 2011), and none of the numbers printed as examples.
fn social_security(bytes: &[u8], score: f64) -> Option<f64> {
    let whole = number(bytes, 0..9);
    let (area, group, serial) = (number(bytes, 0..3), number(bytes, 3..5), number(bytes, 5..9));
    let example = matches!(whole, 123_456_789 | 987_654_320..=987_654_329 | 78_051_120 | 219_099_999);
    let given = !matches!(area, 0 | 666 | 900..) && group != 0 && serial != 0 && !example;
    (given && varied(bytes, score).is_some()).then_some(score)
}

/// 9xx with a group that the IRS gives out: 50 to 65, 70 to 88, 90 to 92, 94 to 99.
fn taxpayer(bytes: &[u8], score: f64) -> Option<f64> {
    matches!(number(bytes, 3..5), 50..=65 | 70..=88 | 90..=92 | 94..=99).then_some(score)
}

/// Federal Reserve district in front, and weights 3, 7, 1 to a multiple of ten (ABA).
fn routing(bytes: &[u8], score: f64) -> Option<f64> {
    let district = matches!(number(bytes, 0..2), 1..=12 | 21..=32 | 61..=72 | 80);
    let checked = weighted(&digits(bytes), &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10);
    (district && checked && varied(bytes, score).is_some()).then_some(score)
}

/// Starts with 1 or 2, Luhn behind the prefix 80840 of US health (45 CFR 162.406).
fn provider(bytes: &[u8], score: f64) -> Option<f64> {
    let mut prefixed = vec![8, 0, 8, 4, 0];
    prefixed.extend(digits(bytes));
    // Nine of the ten digits the same: a number that somebody typed to fill a field.
    let mut sorted = digits(bytes);
    sorted.sort_unstable();
    let placeholder = sorted.first() == sorted.get(8) || sorted.get(1) == sorted.get(9);
    (matches!(bytes.first(), Some(b'1' | b'2')) && luhn(&prefixed) && !placeholder).then_some(score)
}

/// No S, L, O, I, B or Z, and no zero in front (CMS, MBI format).
fn beneficiary(bytes: &[u8], score: f64) -> Option<f64> {
    let letters = bytes.iter().all(|byte| !b"SLOIBZ".contains(byte));
    (letters && bytes.first() != Some(&b'0')).then_some(score)
}

/// Registrant type in front; sum of digits 1, 3, 5 and twice that of 2, 4, 6 ends in digit 7 (DEA).
fn prescriber(bytes: &[u8], score: f64) -> Option<f64> {
    let kind = bytes.first().is_some_and(|byte| b"ABCDEFGHJKLMPRSTUX".contains(byte));
    let digits = digits(bytes.get(2..).unwrap_or_default());
    let check = digits.get(6).map(|digit| u32::from(*digit));
    (kind && check == Some(weighted(&digits, &[1, 2, 1, 2, 1, 2]) % 10)).then_some(score)
}

/// Prefixes of employer numbers that campuses of the IRS give out.
fn employer(bytes: &[u8], score: f64) -> Option<f64> {
    let prefix = number(bytes, 0..2);
    (!matches!(prefix, 0 | 7..=9 | 17..=19 | 28 | 29 | 49 | 69 | 70 | 78 | 79 | 89 | 96 | 97)).then_some(score)
}
