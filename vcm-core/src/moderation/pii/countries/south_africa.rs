//! South Africa and Nigeria.

use super::{
    super::{
        PiiType,
        checksum::{digits, is_date, luhn, number, verhoeff},
        form::Number,
    },
    unchecked, varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::ZaIdNumber,
        country: "ZA",
        forms: &[("#############", 0.55), ("###### #### ###", 0.6), ("###### #### ## #", 0.6)],
        check: identity,
        context: &["identity number", "id number", "south african id", "rsa id", "smart id", "national id", "identity"],
    },
    Number {
        kind: PiiType::ZaCompanyRegistration,
        country: "ZA",
        forms: &[
            ("####/######/##", 0.45),
            ("CK####/######", 0.4),
            ("K####/######", 0.35),
            ("T####/######", 0.35),
            ("W####/######", 0.35),
            ("B####/######", 0.35),
            ("M####/######", 0.35),
            ("N####/######", 0.35),
            ("NR####/######", 0.35),
        ],
        check: company,
        context: &[
            "cipc",
            "company registration",
            "registration number",
            "close corporation",
            "company reg",
            "enterprise number",
        ],
    },
    Number {
        kind: PiiType::ZaDriverLicense,
        country: "ZA",
        forms: &[("#{6,10}@{1,4}", 0.2), ("#{6,10}@{2,3}*{1,2}", 0.2), ("#{6,10}@#{1,4}", 0.2)],
        check: driving,
        context: &[
            "driving licence",
            "driving license",
            "driver's licence",
            "driver's license",
            "drivers licence",
            "drivers license",
            "enatis",
            "natis",
            "licence number",
            "license number",
            "licence",
            "license",
        ],
    },
    Number {
        kind: PiiType::ZaIncomeTaxNumber,
        country: "ZA",
        forms: &[("##########", 0.05)],
        check: income_tax,
        context: &["sars", "tax reference", "income tax", "tax number", "itr", "taxpayer", "tax registration"],
    },
    Number {
        kind: PiiType::ZaVatNumber,
        country: "ZA",
        forms: &[("4#########", 0.1)],
        check: unchecked,
        context: &["vat", "vat number", "vat registration", "tax invoice", "sars", "value added tax"],
    },
    Number {
        kind: PiiType::ZaPassport,
        country: "ZA",
        forms: &[("A########", 0.1), ("D########", 0.1), ("M########", 0.1), ("T########", 0.1)],
        check: varied,
        context: &["passport", "passport number", "travel document", "dha", "south african passport", "rsa passport"],
    },
    Number {
        kind: PiiType::ZaTrafficRegisterNumber,
        country: "ZA",
        forms: &[("#############", 0.05)],
        check: |bytes, score| if identity(bytes, score).is_none() { varied(bytes, score) } else { None },
        context: &["traffic register", "traffic register number", "trn", "enatis", "natis", "vehicle register"],
    },
    Number {
        kind: PiiType::ZaLicensePlate,
        country: "ZA",
        forms: &[
            ("@{2,4}#{2,4}@{2,4}", 0.3),
            ("@@ ## @@ @@", 0.35),
            ("@@##@@ @@", 0.3),
            ("@@ ##@@ @@", 0.3),
            ("@@ ## @@@@", 0.3),
            ("@{2,3} #{2,3} @@", 0.25),
            ("@{2,3}#{2,3} @@", 0.25),
            ("@{2,3} #{2,3}@@", 0.2),
            ("#{2,3} @{2,3} EC", 0.3),
            ("#{2,3}@{2,3} EC", 0.3),
            ("#{2,3} @{2,3}EC", 0.2),
            ("#{2,3}@{2,3}EC", 0.25),
        ],
        check: plate,
        context: &[
            "licence plate",
            "license plate",
            "number plate",
            "registration",
            "vehicle registration",
            "natis",
            "enatis",
            "plate number",
        ],
    },
    Number {
        kind: PiiType::NgNin,
        country: "NG",
        forms: &[("###########", 0.25)],
        check: nigerian,
        context: &[
            "nin",
            "national identification number",
            "national identity number",
            "nimc",
            "national identity",
            "nigeria id",
            "nigerian identification",
        ],
    },
    Number {
        kind: PiiType::NgVehicleRegistration,
        country: "NG",
        forms: &[("@@@-###@@", 0.5), ("@@@ ###@@", 0.45), ("@@@###@@", 0.4)],
        check: unchecked,
        context: &[
            "plate number",
            "vehicle registration",
            "license plate",
            "number plate",
            "plate",
            "vehicle",
            "registration",
        ],
    },
];

/// Birth date, citizenship 0 to 2, an eight or nine, Luhn (Department of Home Affairs).
fn identity(bytes: &[u8], score: f64) -> Option<f64> {
    let dated = is_date(None, number(bytes, 2..4), number(bytes, 4..6));
    let citizen = matches!(bytes.get(10), Some(b'0'..=b'2')) && matches!(bytes.get(11), Some(b'8' | b'9'));
    (dated && citizen && luhn(&digits(bytes))).then_some(score)
}

/// A year from 1800 on in front.
fn company(bytes: &[u8], score: f64) -> Option<f64> {
    let from = bytes.iter().position(u8::is_ascii_digit)?;
    let year = number(bytes, from..from + 4);
    ((1800..=2099).contains(&year) && (from > 0 || year >= 1900)).then_some(score)
}

fn driving(bytes: &[u8], score: f64) -> Option<f64> {
    (8..=15).contains(&bytes.len()).then_some(score)
}

fn income_tax(bytes: &[u8], score: f64) -> Option<f64> {
    (matches!(bytes.first(), Some(b'0'..=b'3' | b'9')) && varied(bytes, score).is_some()).then_some(score)
}

/// Ends with the code of a province.
fn plate(bytes: &[u8], score: f64) -> Option<f64> {
    let province = bytes.get(bytes.len().checked_sub(2)?..)?;
    ["GP", "ZN", "WP", "EC", "NC", "FS", "LP", "MP", "NW"]
        .iter()
        .any(|known| known.as_bytes() == province)
        .then_some(score)
}

/// Verhoeff (NIMC).
fn nigerian(bytes: &[u8], score: f64) -> Option<f64> {
    (verhoeff(&digits(bytes)) && varied(bytes, score).is_some()).then_some(score)
}
