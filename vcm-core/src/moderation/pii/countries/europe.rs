//! Spain, Italy, Finland, Sweden, Poland and Turkey.

use super::{
    super::{
        PiiType,
        checksum::{digits, is_date, luhn, number, weighted},
        form::Number,
    },
    by_luhn, unchecked, varied,
};

pub(super) const NUMBERS: &[Number] = &[
    Number {
        kind: PiiType::EsNif,
        country: "ES",
        forms: &[
            ("########@", 0.55),
            ("########-@", 0.6),
            ("#######@", 0.3),
            ("#######-@", 0.4),
            ("##.###.###-@", 0.6),
        ],
        check: spanish_letter,
        context: &["documento nacional de identidad", "dni", "nif", "identificación"],
    },
    Number {
        kind: PiiType::EsNie,
        country: "ES",
        forms: &[("@#######@", 0.55), ("@#######-@", 0.6), ("@-#######-@", 0.6)],
        check: spanish_foreigner,
        context: &["número de identificación de extranjero", "nie"],
    },
    Number {
        kind: PiiType::EsPassport,
        country: "ES",
        forms: &[("@@@######", 0.05)],
        check: unchecked,
        context: &["pasaporte", "passport", "número de pasaporte", "passport number"],
    },
    Number {
        kind: PiiType::ItFiscalCode,
        country: "IT",
        forms: &[("@@@@@@**@**@***@", 0.5)],
        check: fiscal_code,
        context: &["codice fiscale", "cf"],
    },
    Number {
        kind: PiiType::ItVatCode,
        country: "IT",
        forms: &[
            ("###########", 0.2),
            ("IT###########", 0.5),
            ("### #### ####", 0.2),
            ("##### ######", 0.2),
            ("## ### ### ###", 0.2),
        ],
        check: by_luhn,
        context: &["piva", "partita iva", "p.iva", "p. iva", "pi", "vat"],
    },
    Number {
        kind: PiiType::ItDriverLicense,
        country: "IT",
        forms: &[("@@#######@", 0.25), ("U1*******@", 0.25)],
        check: italian_driving,
        context: &["patente", "patente di guida", "licenza", "licenza di guida"],
    },
    Number {
        kind: PiiType::ItIdentityCard,
        country: "IT",
        forms: &[("@@#######", 0.02), ("@@ #######", 0.02), ("#######@@", 0.02), ("@@#####@@", 0.05)],
        check: unchecked,
        context: &[
            "carta",
            "carta d'identità",
            "identità",
            "elettronica",
            "cie",
            "documento",
            "riconoscimento",
            "espatrio",
        ],
    },
    Number {
        kind: PiiType::ItPassport,
        country: "IT",
        forms: &[("@@#######", 0.02)],
        check: unchecked,
        context: &["passaporto", "viaggio", "viaggiare", "documento", "dogana"],
    },
    Number {
        kind: PiiType::FiPersonalIdentityCode,
        country: "FI",
        forms: &[("######-###*", 0.6), ("######+###*", 0.6), ("######@###*", 0.6)],
        check: finnish,
        context: &["hetu", "henkilötunnus", "personbeteckningen", "personal identity code"],
    },
    Number {
        kind: PiiType::SePersonnummer,
        country: "SE",
        forms: &[
            ("######-####", 0.5),
            ("######+####", 0.5),
            ("##########", 0.3),
            ("########-####", 0.6),
            ("########+####", 0.6),
            ("############", 0.45),
        ],
        check: swedish_person,
        context: &[
            "personnummer",
            "svenskt personnummer",
            "svensk id",
            "pnr",
            "personal identity number",
            "samordningsnummer",
        ],
    },
    Number {
        kind: PiiType::SeOrganisationsnummer,
        country: "SE",
        forms: &[("######-####", 0.4), ("##########", 0.2)],
        check: swedish_organisation,
        context: &["organisationsnummer", "orgnr", "org nr", "org.nr", "företagsnummer"],
    },
    Number {
        kind: PiiType::PlPesel,
        country: "PL",
        forms: &[("###########", 0.45)],
        check: pesel,
        context: &["pesel"],
    },
    Number {
        kind: PiiType::TrNationalId,
        country: "TR",
        forms: &[("###########", 0.55)],
        check: turkish,
        context: &[
            "tc kimlik",
            "t.c. kimlik",
            "kimlik no",
            "kimlik numarası",
            "tckn",
            "tc no",
            "nüfus cüzdanı",
            "national id",
            "turkish id",
            "türk kimlik",
        ],
    },
    Number {
        kind: PiiType::TrLicensePlate,
        country: "TR",
        forms: &[
            ("## @{1,3} #{2,4}", 0.2),
            ("##@{1,3}#{2,4}", 0.2),
            ("##-@{1,3}-#{2,4}", 0.25),
            ("## @{1,3}#{2,4}", 0.2),
            ("##@{1,3} #{2,4}", 0.2),
        ],
        check: turkish_plate,
        context: &[
            "plaka",
            "araç plakası",
            "plaka numarası",
            "plakalı",
            "license plate",
            "number plate",
            "plate",
            "taşıt plakası",
            "kayıt",
        ],
    },
];

const SPANISH_LETTERS: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE";

/// The number modulo 23 picks the letter (Real Decreto 1553/2005).
fn spanish_letter(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = bytes.len().checked_sub(1)?;
    let letter = SPANISH_LETTERS.get(number(bytes, 0..digits) as usize % 23);
    (letter == bytes.last()).then_some(score)
}

/// As above, X, Y and Z in front being 0, 1 and 2 (Orden INT/2058/2008).
fn spanish_foreigner(bytes: &[u8], score: f64) -> Option<f64> {
    let front = b"XYZ".iter().position(|letter| Some(letter) == bytes.first())? as u32;
    let letter = SPANISH_LETTERS.get((front * 10_000_000 + number(bytes, 1..8)) as usize % 23);
    (letter == bytes.last()).then_some(score)
}

/// Letters for digits where codes would collide (omocodia).
fn omocodia(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        _ => b"LMNPQRSTUV".iter().position(|letter| *letter == byte).map(|digit| digit as u32),
    }
}

/// Six letters of the name, year, month letter, day (plus 40 for women), place, check letter (DM 23/12/1976).
fn fiscal_code(bytes: &[u8], score: f64) -> Option<f64> {
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let value = |place: usize| bytes.get(place).copied().and_then(omocodia);
    let month = bytes.get(8).and_then(|letter| b"ABCDEHLMPRST".iter().position(|known| known == letter))? as u32 + 1;
    let day = value(9)? * 10 + value(10)?;
    value(6).and(value(7)).and(value(12)).and(value(13)).and(value(14))?;
    if !is_date(None, month, if day > 40 { day - 40 } else { day }) {
        return None;
    }
    let alphabetic = |byte: &u8| u32::from(byte.wrapping_sub(if byte.is_ascii_digit() { b'0' } else { b'A' }));
    let sum: u32 = bytes
        .iter()
        .take(15)
        .enumerate()
        .map(|(place, byte)| match place % 2 {
            0 => ODD.get(alphabetic(byte) as usize).copied().unwrap_or(0),
            _ => alphabetic(byte),
        })
        .sum();
    let checked = bytes.last().is_some_and(|last| u32::from(last.wrapping_sub(b'A')) == sum % 26);
    Some(if checked { 0.95 } else { score })
}

fn italian_driving(bytes: &[u8], score: f64) -> Option<f64> {
    let newer = bytes.starts_with(b"U1");
    let allowed = bytes.iter().skip(2).take(7).all(|byte| byte.is_ascii_digit() || (newer && !b"AIOQV".contains(byte)));
    allowed.then_some(score)
}

/// Date of birth, sign of the century, serial of 002 to 999, remainder by 31 (Digital and Population Data Services Agency).
fn finnish(bytes: &[u8], score: f64) -> Option<f64> {
    const CHECK: &[u8] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let separated = bytes.len() == 11;
    if separated && !bytes.get(6).is_some_and(|sign| b"ABCDEFYXWVU".contains(sign)) {
        return None;
    }
    let from = if separated { 7 } else { 6 };
    let (date, serial) = (number(bytes, 0..6), number(bytes, from..from + 3));
    let dated = is_date(None, date / 100 % 100, date / 10_000);
    let check = CHECK.get(((date * 1000 + serial) % 31) as usize);
    (dated && serial >= 2 && check == bytes.last()).then_some(score)
}

/// Date (day plus 60 for a coordination number) and Luhn over the last ten digits (Skatteverket SKV 704).
fn swedish_person(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    let century = (digits.len() == 12).then(|| number(bytes, 0..2));
    let short = digits.get(digits.len().checked_sub(10)?..)?;
    let two = |place: usize| Some(u32::from(*short.get(place)?) * 10 + u32::from(*short.get(place + 1)?));
    let (year, month, day) = (two(0)?, two(2)?, two(4)?);
    let year = century.map(|century| century * 100 + year);
    let dated = is_date(year, month, if day > 60 { day - 60 } else { day });
    let lived = century.is_none_or(|century| (18..=20).contains(&century));
    (dated && lived && luhn(short)).then_some(score)
}

/// Third digit 2 or more, so that it is no date, and Luhn (Bolagsverket).
fn swedish_organisation(bytes: &[u8], score: f64) -> Option<f64> {
    let digits = digits(bytes);
    (digits.get(2).is_some_and(|digit| *digit >= 2) && luhn(&digits) && varied(bytes, score).is_some()).then_some(score)
}

/// Date with the century in the month, weights 1, 3, 7, 9 (Ministry of Digital Affairs).
fn pesel(bytes: &[u8], score: f64) -> Option<f64> {
    let month = number(bytes, 2..4);
    let dated = is_date(None, month % 20, number(bytes, 4..6));
    let sum = weighted(&digits(bytes), &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
    (dated && sum.is_multiple_of(10)).then_some(score)
}

/// No zero in front; digit 10 checks the first nine, digit 11 the first ten (Nüfus ve Vatandaşlık İşleri).
fn turkish(bytes: &[u8], score: f64) -> Option<f64> {
    let digits: Vec<i32> = digits(bytes).into_iter().map(i32::from).collect();
    let every_other = |from: usize| digits.iter().take(9).skip(from).step_by(2).sum::<i32>();
    let tenth = (every_other(0) * 7 - every_other(1)).rem_euclid(10);
    let eleventh = digits.iter().take(10).sum::<i32>() % 10;
    let checked = digits.get(9) == Some(&tenth) && digits.get(10) == Some(&eleventh);
    (digits.first() != Some(&0) && checked).then_some(score)
}

/// Province 01 to 81; no Q, W or X.
fn turkish_plate(bytes: &[u8], score: f64) -> Option<f64> {
    let letters = bytes.iter().all(|byte| !b"QWX".contains(byte));
    (letters && (1..=81).contains(&number(bytes, 0..2))).then_some(score)
}
