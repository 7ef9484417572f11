//! Singapore, Thailand and the Philippines.

use super::{
    super::{
        PiiType,
        checksum::{digits, number, weighted},
        form::Number,
    },
    unchecked, varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::SgNricFin,
        country: "SG",
        forms: &[("@#######@", 0.5)],
        check: singapore_person,
        context: &["fin", "fin#", "nric", "nric#"],
    },
    Number {
        kind: PiiType::SgUen,
        country: "SG",
        forms: &[("########@", 0.45), ("#########@", 0.5), ("@##@@####@", 0.55), ("@##@@#####", 0.4)],
        check: singapore_entity,
        context: &["uen", "unique entity number", "business registration", "acra"],
    },
    Number {
        kind: PiiType::ThTnin,
        country: "TH",
        forms: &[("#############", 0.45), ("#-####-#####-##-#", 0.7), ("# #### ##### ## #", 0.6)],
        check: thai,
        context: &[
            "thai national id",
            "thai id number",
            "thai id",
            "tnin",
            "เลขประจำตัวประชาชน",
            "เลขบัตรประชาชน",
            "รหัสปชช",
        ],
    },
    Number {
        kind: PiiType::PhTin,
        country: "PH",
        forms: &[("###-###-###", 0.1), ("###-###-###-###", 0.2), ("#########", 0.02), ("############", 0.02)],
        check: philippine_tax,
        context: &[
            "tin",
            "taxpayer identification number",
            "bir",
            "taxpayer id",
            "tax id",
            "rdo",
            "revenue district office",
        ],
    },
    Number {
        kind: PiiType::PhUmid,
        country: "PH",
        forms: &[("####-#######-#", 0.5), ("############", 0.1)],
        check: varied,
        context: &[
            "umid",
            "unified multi-purpose id",
            "crn",
            "common reference number",
            "sss",
            "gsis",
            "philhealth",
            "pag-ibig",
            "umid number",
        ],
    },
    Number {
        kind: PiiType::PhPassport,
        country: "PH",
        forms: &[("@#######@", 0.1), ("@@#######", 0.1)],
        check: unchecked,
        context: &[
            "passport",
            "passport number",
            "passport no",
            "passport#",
            "travel document",
            "philippine passport",
            "pasaporte",
            "dfa",
        ],
    },
];

/// Letter in front says when and to whom it was given; weights 2, 7, 6, 5, 4, 3, 2 pick the letter behind, which makes it sure.
fn singapore_person(bytes: &[u8], score: f64) -> Option<f64> {
    let first = *bytes.first()?;
    let sum = weighted(&digits(bytes), &[2, 7, 6, 5, 4, 3, 2]);
    let (offset, letters): (u32, &[u8]) = match first {
        b'S' => (0, b"JZIHGFEDCBA"),
        b'T' => (4, b"JZIHGFEDCBA"),
        b'F' => (0, b"XWUTRQPNMLK"),
        b'G' => (4, b"XWUTRQPNMLK"),
        b'M' => (3, b"KLJNPQRTUWX"),
        // No such letter is given out: worth a look only where it is called one.
        _ => return Some(0.1),
    };
    let place = if first == b'M' { 10 - (sum + offset) % 11 } else { (sum + offset) % 11 };
    let checked = letters.get(place as usize) == bytes.last();
    Some(if checked { 0.7 } else { score.min(0.25) })
}

/// The three forms of entity numbers, each with its weights and letters (ACRA).
fn singapore_entity(bytes: &[u8], score: f64) -> Option<f64> {
    let pick = |letters: &[u8], sum: u32| letters.get(sum as usize % 11).copied();
    let value = |byte: u8| {
        b"ABCDEFGHJKLMNPQRSTUVWX0123456789".iter().position(|known| *known == byte).map(|place| place as u32)
    };
    let expected = match (bytes.len(), bytes.first()?) {
        (9, _) => pick(b"XMKECAWLJDB", weighted(&digits(bytes), &[10, 4, 9, 3, 8, 2, 7, 1])),
        (_, b'0'..=b'9') => {
            let since = number(bytes, 0..4);
            (1800..=2099).contains(&since).then_some(())?;
            pick(b"ZKCMDNERGWH", weighted(&digits(bytes), &[10, 8, 6, 4, 9, 7, 5, 3, 1]))
        }
        (_, b'T' | b'S' | b'R') => {
            let weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
            let values: Option<Vec<u32>> = bytes.iter().take(9).map(|byte| value(*byte)).collect();
            let sum: u32 = values?.iter().zip(weights).map(|(value, weight)| value * weight).sum();
            b"ABCDEFGHJKLMNPQRSTUVWX0123456789".get((sum + 6) as usize % 11).copied()
        }
        _ => None,
    };
    (expected.as_ref() == bytes.last()).then_some(score)
}

/// Kind of person, province and district, weights 13 to 2, modulus 11 (Department of Provincial Administration).
fn thai(bytes: &[u8], score: f64) -> Option<f64> {
    let province = number(bytes, 1..3);
    let given = matches!(province, 10..=19 | 20..=27 | 30..=49 | 50..=58 | 60..=67 | 70..=77 | 80..=86 | 90..=96);
    let sum = weighted(&digits(bytes), &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let checked = (11 - sum % 11) % 10 == number(bytes, 12..13);
    (bytes.first() != Some(&b'0') && given && checked && varied(bytes, score).is_some()).then_some(score)
}

/// A branch code of twelve digits starts with zeros or is small; not every digit the same.
fn philippine_tax(bytes: &[u8], score: f64) -> Option<f64> {
    varied(bytes, score)
}
