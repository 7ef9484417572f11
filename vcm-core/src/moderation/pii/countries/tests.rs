use proptest::prelude::*;
use rstest::rstest;

use super::{super::*, *};

fn all() -> PiiOptions {
    PiiOptions { candidates: true, ..PiiOptions::default() }
}

fn scores(text: &str, kind: &str) -> Vec<f64> {
    detect(text, &all()).iter().filter(|span| span.kind.as_str() == kind).map(|span| span.score).collect()
}

/// Numbers that issuers and standards print as examples, or that were made up and given the right check digit. `wrong` has another one,
/// or breaks the form.
#[rstest]
#[case("US_ITIN", "912-70-1234", "912-40-1234")]
#[case("ABA_ROUTING_NUMBER", "021000021", "021000022")]
#[case("US_NPI", "1234567893", "1234567894")]
#[case("US_MBI", "1EG4-TE5-MK73", "1SG4-TE5-MK73")]
#[case("MEDICAL_LICENSE", "AB1234563", "AB1234564")]
#[case("UK_NHS", "943 476 5919", "943 476 5918")]
#[case("UK_NINO", "AB 12 34 56 C", "GB 12 34 56 C")]
#[case("UK_DRIVING_LICENCE", "MORGA657054SM9IJ", "MORGA667054SM9IJ")]
#[case("UK_POSTCODE", "SW1A 2AA", "QV1A 2AA")]
#[case("CA_SIN", "130 692 544", "130 692 545")]
#[case("CA_POSTAL_CODE", "K1A 0B1", "D1A 0B1")]
#[case("AU_ABN", "51 824 753 556", "51 824 753 557")]
#[case("AU_ACN", "004 085 616", "004 085 617")]
#[case("AU_TFN", "123 456 782", "123 456 783")]
#[case("DE_TAX_ID", "36574261809", "36574261808")]
#[case("DE_HEALTH_INSURANCE", "A123456780", "A123456781")]
#[case("DE_PASSPORT", "C01X00T41", "C01X00T42")]
#[case("DE_VAT_ID", "DE136695976", "DE036695976")]
#[case("ES_NIF", "12345678Z", "12345678A")]
#[case("ES_NIE", "X1234567L", "X1234567M")]
#[case("IT_FISCAL_CODE", "RSSMRA85T10A562S", "RSSMRA85Z10A562S")]
#[case("FI_PERSONAL_IDENTITY_CODE", "131052-308T", "131052-308U")]
#[case("SE_PERSONNUMMER", "811228-9874", "811228-9873")]
#[case("PL_PESEL", "44051401359", "44051401358")]
#[case("TR_NATIONAL_ID", "10000000146", "10000000147")]
#[case("IN_GSTIN", "27AAPFU0939F1ZV", "57AAPFU0939F1ZV")]
#[case("IN_PAN", "ACUPA7085R", "ACUPA708R5")]
#[case("SG_UEN", "197401143C", "197401143D")]
#[case("ZA_ID_NUMBER", "8001015009087", "8001015009088")]
#[case("KR_RRN", "960121-1234567", "961321-1234567")]
#[case("UUID", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "f47ac10b-58cc-0372-a567-0e02b2c3d479")]
#[case("MAC_ADDRESS", "00:1B:44:11:3A:B7", "FF:FF:FF:FF:FF:FF")]
#[case("CREDIT_CARD", "4111 1111 1111 1111", "4111 1111 1111 1112")]
fn a_number_is_known_by_form_and_check(#[case] kind: &str, #[case] value: &str, #[case] wrong: &str) {
    assert_eq!(scores(value, kind).len(), 1, "{value}");
    assert!(scores(wrong, kind).is_empty(), "{wrong}");
}

#[rstest]
#[case("US_PASSPORT", "912803456", "passport number 912803456")]
#[case("AU_TFN", "123456782", "tax file number 123456782")]
#[case("US_BANK_NUMBER", "945456787654", "account number 945456787654")]
#[case("DE_PLZ", "10115", "Postleitzahl 10115")]
#[case("DE_KFZ", "B AB 1234", "Kennzeichen B AB 1234")]
#[case("KR_PASSPORT", "M12345678", "대한민국 여권 M12345678")]
fn a_common_form_takes_a_word_that_names_it(#[case] kind: &str, #[case] value: &str, #[case] named: &str) {
    let unnamed = format!("we have sold {value} of them since then");
    assert!(scores(&unnamed, kind).is_empty(), "{unnamed}");
    assert!(scores(named, kind).iter().all(|score| *score >= 0.6) && scores(named, kind).len() == 1, "{named}");
    assert!(scores(value, kind).iter().all(|score| *score < 0.5), "alone it is only a candidate");
}

#[test]
fn a_configured_country_needs_no_word() {
    let text = "we have noted 123456782 for you";
    let of = |countries: &[&str]| {
        let countries = countries.iter().map(|code| (*code).to_owned()).collect();
        detect(text, &PiiOptions { countries, ..PiiOptions::default() })
    };
    assert_eq!(of(&[]), []);
    assert_eq!(of(&["au"])[0].kind, PiiType::AuTfn);
    let wrong = PiiOptions { countries: vec!["AU".into(), "Mars".into()], ..PiiOptions::default() };
    assert!(wrong.validate().unwrap_err().to_string().contains("Mars"));
}

/// The row of a type.
fn number(kind: PiiType) -> &'static Number {
    ALL.iter().copied().flatten().find(|number| number.kind == kind).unwrap()
}

/// Types whose last digit checks the others, with their length.
const CHECKED: &[(PiiType, usize)] = &[
    (PiiType::UsNpi, 10),
    (PiiType::UkNhs, 10),
    (PiiType::CaSin, 9),
    (PiiType::AuAcn, 9),
    (PiiType::AuTfn, 9),
    (PiiType::DeTaxId, 11),
    (PiiType::PlPesel, 11),
    (PiiType::TrNationalId, 11),
    (PiiType::ThTnin, 13),
    (PiiType::KrBrn, 10),
    (PiiType::InAadhaar, 12),
    (PiiType::NgNin, 11),
    (PiiType::ItVatCode, 11),
    (PiiType::ZaIdNumber, 13),
    (PiiType::AbaRoutingNumber, 9),
];

proptest! {
    #[test]
    fn of_ten_last_digits_at_most_one_is_right(body in prop::collection::vec(0u8..10, 12)) {
        for (kind, length) in CHECKED {
            let number = number(*kind);
            let right = (0..10u8).filter(|last| {
                let mut digits: Vec<u8> = body.iter().take(length - 1).map(|digit| digit + b'0').collect();
                digits.push(last + b'0');
                (number.check)(&digits, 0.5).is_some()
            });
            prop_assert!(right.count() <= 1, "{kind}");
        }
    }

    #[test]
    fn no_check_panics(bytes in "[0-9A-Z?^]{0,40}") {
        for number in ALL.iter().copied().flatten() {
            let score = (number.check)(bytes.as_bytes(), 0.5);
            prop_assert!(score.is_none_or(|score| (0.0..=1.0).contains(&score)), "{}", number.kind);
        }
    }

    #[test]
    fn candidates_lie_in_the_text(text in "(?:[A-Z]{1,3}|[0-9]{1,14}|[-/.:+ @#_%é]|passport |tax id |여권|\u{200b}|👩\u{200d}💻|::1|e\u{301}){0,24}") {
        let length = text.chars().count() as u32;
        let options = PiiOptions { urls: true, dates: true, candidates: true, ..PiiOptions::default() };
        let spans = detect(&text, &options);
        for span in &spans {
            prop_assert!(span.start < span.end && span.end <= length && (0.0..=1.0).contains(&span.score), "{span:?}");
        }
        let kept = without_overlaps(&spans);
        prop_assert!(kept.windows(2).all(|pair| pair[0].end <= pair[1].start));
        let keyed = redact_keyed(&text, &spans, b"key");
        prop_assert_eq!(&keyed, &redact_keyed(&text, &spans, b"key"));
    }
}
