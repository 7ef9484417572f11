//! Germany.

use super::{
    super::{
        PiiType,
        checksum::{digits, icao, mod_11_10, number, weighted, weighted_cross},
        form::Number,
    },
    unchecked, varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::DeTaxId,
        country: "DE",
        forms: &[("###########", 0.35), ("## ### ### ###", 0.5)],
        check: tax_id,
        context: &[
            "steueridentifikationsnummer",
            "steuer-id",
            "steuerid",
            "steuerliche identifikationsnummer",
            "idnr",
            "steuer-idnr",
            "steuernummer",
            "bzst",
            "tax id",
        ],
    },
    Number {
        kind: PiiType::DeTaxNumber,
        country: "DE",
        forms: &[
            ("#############", 0.2),
            ("###/###/#####", 0.3),
            ("##/###/#####", 0.3),
            ("##{1,2}/###{1,2}/####{1,2}", 0.2),
            ("##/####/####", 0.3),
            ("###/####/####", 0.3),
        ],
        check: tax_number,
        context: &[
            "steuernummer",
            "steuer-nr",
            "steuer nr",
            "st.-nr",
            "st-nr",
            "finanzamt",
            "umsatzsteuer",
            "einkommensteuer",
            "körperschaftsteuer",
            "gewerbesteuer",
            "steuerbescheid",
        ],
    },
    Number {
        kind: PiiType::DeVatId,
        country: "DE",
        forms: &[
            ("DE#########", 0.5),
            ("DE ### ### ###", 0.5),
            ("DE-###-###-###", 0.45),
            ("DE.###.###.###", 0.45),
            ("DE #########", 0.45),
            ("DE-#########", 0.45),
            ("DE### ### ###", 0.45),
            ("DE.#########", 0.4),
        ],
        check: vat,
        context: &[
            "umsatzsteuer-identifikationsnummer",
            "ust-idnr",
            "ust-id",
            "ustidnr",
            "umsatzsteuer-id",
            "mehrwertsteuer",
            "vat",
            "vat-id",
            "vat id",
            "finanzamt",
            "rechnung",
        ],
    },
    Number {
        kind: PiiType::DeSocialSecurity,
        country: "DE",
        forms: &[("########@###", 0.55), ("## ###### @ ###", 0.55)],
        check: pension,
        context: &[
            "rentenversicherungsnummer",
            "sozialversicherungsnummer",
            "versicherungsnummer",
            "rvnr",
            "svnr",
            "sv-nummer",
            "rente",
            "rentenversicherung",
            "drv",
            "sozialversicherung",
        ],
    },
    Number {
        kind: PiiType::DeHealthInsurance,
        country: "DE",
        forms: &[("@#########", 0.45)],
        check: health,
        context: &[
            "krankenversicherungsnummer",
            "krankenversichertennummer",
            "versichertennummer",
            "kvnr",
            "krankenkasse",
            "krankenversicherung",
            "gesundheitskarte",
            "egk",
            "gkv",
            "versichertenkarte",
            "aok",
            "barmer",
        ],
    },
    Number {
        kind: PiiType::DePassport,
        country: "DE",
        forms: &[("@*******#", 0.35)],
        check: document,
        context: &[
            "reisepass",
            "pass",
            "passnummer",
            "reisepassnummer",
            "passport",
            "passport number",
            "pass-nr",
            "dokumentennummer",
            "mrz",
        ],
    },
    Number {
        kind: PiiType::DeIdCard,
        country: "DE",
        forms: &[("@*******#", 0.35), ("T########", 0.3)],
        check: identity_card,
        context: &[
            "personalausweis",
            "ausweis",
            "personalausweisnummer",
            "ausweisnummer",
            "dokumentennummer",
            "seriennummer",
            "npa",
            "identity card",
            "national id",
        ],
    },
    Number {
        kind: PiiType::DeFuehrerschein,
        country: "DE",
        forms: &[("@@########*", 0.3)],
        check: unchecked,
        context: &[
            "führerscheinnummer",
            "führerschein",
            "fahrerlaubnis",
            "fahrerlaubnisnummer",
            "kba",
            "driving licence",
            "driving license",
            "licence number",
            "license number",
        ],
    },
    Number {
        kind: PiiType::DeHandelsregister,
        country: "DE",
        forms: &[("HRA #{1,6}", 0.5), ("HRB #{1,6}", 0.5), ("HRA#{1,6}", 0.5), ("HRB#{1,6}", 0.5)],
        check: unchecked,
        context: &[
            "handelsregister",
            "handelsregisternummer",
            "amtsgericht",
            "registergericht",
            "registerauszug",
            "gmbh",
        ],
    },
    Number {
        kind: PiiType::DeKfz,
        country: "DE",
        forms: &[
            ("^{1,3} @{1,2} #{1,4}", 0.2),
            ("^{1,3} @{1,2} #{1,4}E", 0.2),
            ("^{1,3} @{1,2} #{1,4}H", 0.2),
            ("^{1,3}-@{1,2}-#{1,4}", 0.25),
            ("^{1,3}-@{1,2}-#{1,4}E", 0.25),
            ("^{1,3}-@{1,2}-#{1,4}H", 0.25),
            ("^{1,3}-@{1,2} #{1,4}", 0.25),
            ("^{1,3}-@{1,2} #{1,4}E", 0.25),
            ("^{1,3}-@{1,2} #{1,4}H", 0.25),
        ],
        check: unchecked,
        context: &[
            "kennzeichen",
            "kfz-kennzeichen",
            "kraftfahrzeugkennzeichen",
            "nummernschild",
            "zulassung",
            "kfz",
            "fahrzeug",
            "pkw",
            "lkw",
            "fahrzeugschein",
        ],
    },
    Number {
        kind: PiiType::DePlz,
        country: "DE",
        forms: &[("#####", 0.05)],
        check: postal_code,
        context: &[
            "plz",
            "postleitzahl",
            "postanschrift",
            "wohnort",
            "wohnanschrift",
            "lieferadresse",
            "rechnungsadresse",
            "adresse",
            "straße",
            "strasse",
            "hausnummer",
            "postfach",
        ],
    },
    Number {
        kind: PiiType::DeLanr,
        country: "DE",
        forms: &[("#########", 0.2)],
        check: physician,
        context: &[
            "arztnummer",
            "lanr",
            "lebenslange arztnummer",
            "arzt-nr",
            "arzt nr",
            "arzt-nummer",
            "vertragsarzt",
            "kassenarzt",
            "hausarzt",
            "facharzt",
            "rezept",
        ],
    },
    Number {
        kind: PiiType::DeBsnr,
        country: "DE",
        forms: &[("#########", 0.05)],
        check: varied,
        context: &[
            "betriebsstättennummer",
            "bsnr",
            "betriebsstätte",
            "praxisnummer",
            "arztpraxis",
            "praxis",
            "kassenärztliche vereinigung",
            "kv-nummer",
        ],
    },
];

/// No zero in front, no digit more than three times among the first ten, ISO 7064 MOD 11,10 (BZSt; § 139b AO).
fn tax_id(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let repeated = (0..10).any(|digit| digits.iter().take(10).filter(|known| **known == digit).count() > 3);
    (digits.first() != Some(&0) && !repeated && mod_11_10(&digits)).then_some(score)
}

/// The form of all tax offices starts with the number of the state, 01 to 16; the old forms carry no check of their own.
fn tax_number(bytes: &[u8], score: f64) -> Option<f64> {
    (bytes.len() != 13 || (1..=16).contains(&number(bytes, 0..2))).then_some(score)
}

/// ISO 7064 MOD 11,10 over the nine digits makes it sure; without it only the form speaks for it.
fn vat(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let given = digits.first() != Some(&0);
    given.then_some(if mod_11_10(&digits) { 0.85 } else { score })
}

/// Area, birth date (day plus 50 from a second number on), letter as two digits, serial; weights of § 4 VKVV, cross sums.
fn pension(bytes: &[u8], score: f64) -> Option<f64> {
    let letter = bytes.get(8)?.checked_sub(b'A')? + 1;
    let mut digits = digits(bytes.get(..8)?);
    digits.extend([letter / 10, letter % 10]);
    digits.extend(super::super::checksum::digits(bytes.get(9..)?));
    let dated = matches!(number(bytes, 2..4), 1..=31 | 51..=81) && (1..=12).contains(&number(bytes, 4..6));
    let check = digits.get(12).map(|digit| u32::from(*digit));
    let sum = weighted_cross(&digits, &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]);
    (dated && check == Some(sum % 10)).then_some(score)
}

/// Letter as two digits, weights 1 and 2, cross sums (GKV-Spitzenverband, Anlage 1 zu § 290 SGB V).
fn health(bytes: &[u8], score: f64) -> Option<f64> {
    let letter = bytes.first()?.checked_sub(b'A')? + 1;
    let mut all = vec![letter / 10, letter % 10];
    all.extend(digits(bytes.get(1..)?));
    let check = all.get(10).map(|digit| u32::from(*digit));
    (check == Some(weighted_cross(&all, &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10)).then_some(score)
}

/// The characters of German documents (no vowels, no B, D, Q, S) and the check digit of ICAO 9303.
fn document(bytes: &[u8], score: f64) -> Option<f64> {
    let first = bytes.first().is_some_and(u8::is_ascii_uppercase);
    let characters = bytes.iter().all(|byte| byte.is_ascii_digit() || b"CFGHJKLMNPRTVWXYZ".contains(byte));
    (first && characters && icao(bytes)).then_some(score)
}

fn identity_card(bytes: &[u8], score: f64) -> Option<f64> {
    // Cards before 2010: T and eight digits, the last of which checked nothing.
    let old = bytes.first() == Some(&b'T') && bytes.iter().skip(1).all(u8::is_ascii_digit);
    if old { Some(score.min(0.3)) } else { document(bytes, score) }
}

/// 01001 to 99998.
fn postal_code(bytes: &[u8], score: f64) -> Option<f64> {
    (1001..=99_998).contains(&number(bytes, 0..5)).then_some(score)
}

/// Weights 4 and 9 over six digits, complement to ten (KBV, Arztnummern-Richtlinie).
fn physician(bytes: &[u8], score: f64) -> Option<f64> {
    let sum = weighted(&digits(bytes), &[4, 9, 4, 9, 4, 9]);
    ((10 - sum % 10) % 10 == number(bytes, 6..7) && varied(bytes, score).is_some()).then_some(score)
}
