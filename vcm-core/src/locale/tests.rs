//! What a reader of each language and region sees.

use jiff::civil::{date, time};
use rstest::rstest;

use super::*;

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).unwrap()
}

/// With every space that does not break shown, so that a table of expectations can be read.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "~").replace('\u{202f}', "≈")
}

#[rstest]
#[case("en-US", "March 31", "Tuesday, March 31", "March 31, 2026", "Tuesday, March 31, 2026", "March 2026")]
#[case("en-GB", "31 March", "Tuesday 31 March", "31 March 2026", "Tuesday 31 March 2026", "March 2026")]
#[case(
    "es-ES",
    "31 de marzo",
    "martes 31 de marzo",
    "31 de marzo de 2026",
    "martes 31 de marzo de 2026",
    "marzo de 2026"
)]
#[case(
    "es-MX",
    "31 de marzo",
    "martes 31 de marzo",
    "31 de marzo de 2026",
    "martes 31 de marzo de 2026",
    "marzo de 2026"
)]
#[case("de-DE", "31. März", "Dienstag, 31. März", "31. März 2026", "Dienstag, 31. März 2026", "März 2026")]
#[case("de-AT", "31. März", "Dienstag, 31. März", "31. März 2026", "Dienstag, 31. März 2026", "März 2026")]
#[case("fr-FR", "31 mars", "mardi 31 mars", "31 mars 2026", "mardi 31 mars 2026", "mars 2026")]
#[case("fr-CA", "31 mars", "mardi 31 mars", "31 mars 2026", "mardi 31 mars 2026", "mars 2026")]
#[case(
    "pt-BR",
    "31 de março",
    "terça-feira, 31 de março",
    "31 de março de 2026",
    "terça-feira, 31 de março de 2026",
    "março de 2026"
)]
#[case(
    "pt-PT",
    "31 de março",
    "terça-feira, 31 de março",
    "31 de março de 2026",
    "terça-feira, 31 de março de 2026",
    "março de 2026"
)]
fn days_are_written_as_in_prose(
    #[case] tag: &str,
    #[case] day_month: &str,
    #[case] weekday: &str,
    #[case] year: &str,
    #[case] full: &str,
    #[case] month_year: &str,
) {
    let (locale, day) = (locale(tag), date(2026, 3, 31));
    let styles = [DateStyle::DAY_MONTH, DateStyle::WEEKDAY_DAY_MONTH, DateStyle::DAY_MONTH_YEAR, DateStyle::FULL];
    assert_eq!(styles.map(|style| locale.date(day, style)), [day_month, weekday, year, full]);
    assert_eq!(locale.month_year(day), month_year);
}

#[rstest]
#[case("en-US", "on March 31", "on Tuesday, March 31", "until March 31", "until Tuesday, March 31")]
#[case("es-ES", "el 31 de marzo", "el martes 31 de marzo", "hasta el 31 de marzo", "hasta el martes 31 de marzo")]
#[case("de-DE", "am 31. März", "am Dienstag, dem 31. März", "bis zum 31. März", "bis Dienstag, den 31. März")]
#[case("fr-FR", "le 31 mars", "le mardi 31 mars", "jusqu’au 31 mars", "jusqu’au mardi 31 mars")]
#[case("pt-BR", "em 31 de março", "na terça-feira, 31 de março", "até 31 de março", "até terça-feira, 31 de março")]
fn days_stand_in_a_sentence(
    #[case] tag: &str,
    #[case] on: &str,
    #[case] on_weekday: &str,
    #[case] until: &str,
    #[case] until_weekday: &str,
) {
    let (locale, day) = (locale(tag), date(2026, 3, 31));
    assert_eq!(locale.on_day(day, DateStyle::DAY_MONTH), on);
    assert_eq!(locale.on_day(day, DateStyle::WEEKDAY_DAY_MONTH), on_weekday);
    assert_eq!(locale.until_day(day, DateStyle::DAY_MONTH), until);
    assert_eq!(locale.until_day(day, DateStyle::WEEKDAY_DAY_MONTH), until_weekday);
}

#[test]
fn the_first_of_a_month_is_an_ordinal_where_it_is_one() {
    let first = date(2026, 8, 1);
    for (tag, expected) in [
        ("fr", "le 1er août"),
        ("fr-CA", "le 1er août"),
        ("pt-BR", "em 1º de agosto"),
        ("pt", "em 1º de agosto"),
        ("pt-PT", "em 1 de agosto"),
        ("es-ES", "el 1 de agosto"),
        ("de-CH", "am 1. August"),
    ] {
        assert_eq!(locale(tag).on_day(first, DateStyle::DAY_MONTH), expected);
    }
    assert_eq!(locale("fr").on_day(first, DateStyle::FULL), "le samedi 1er août 2026");
    // Only the day is an ordinal: not the 11th, not a year that starts with 1.
    assert_eq!(locale("fr").date(date(1911, 8, 11), DateStyle::DAY_MONTH_YEAR), "11 août 1911");
    // Saturday and Sunday are masculine in Portuguese.
    assert_eq!(locale("pt-BR").on_day(first, DateStyle::WEEKDAY_DAY_MONTH), "no sábado, 1º de agosto");
    assert_eq!(locale("pt-BR").on_day(date(2026, 8, 2), DateStyle::WEEKDAY_DAY_MONTH), "no domingo, 2 de agosto");
}

#[rstest]
#[case("en-US", "March 3–7", "from March 3 to 7", "March 30 – April 2", "from March 30 to April 2")]
#[case("en-GB", "3–7 March", "from 3 to 7 March", "30 March – 2 April", "from 30 March to 2 April")]
#[case("es-ES", "3–7 de marzo", "del 3 al 7 de marzo", "30 de marzo – 2 de abril", "del 30 de marzo al 2 de abril")]
#[case("de-DE", "3.–7. März", "vom 3. bis 7. März", "30. März – 2. April", "vom 30. März bis 2. April")]
#[case("fr-FR", "3–7 mars", "du 3 au 7 mars", "30 mars – 2 avril", "du 30 mars au 2 avril")]
#[case("pt-BR", "3–7 de março", "de 3 a 7 de março", "30 de março – 2 de abril", "de 30 de março a 2 de abril")]
fn spans_name_the_month_once(
    #[case] tag: &str,
    #[case] heading: &str,
    #[case] sentence: &str,
    #[case] two_months: &str,
    #[case] two_months_sentence: &str,
) {
    let (locale, third, seventh) = (locale(tag), date(2026, 3, 3), date(2026, 3, 7));
    let (from, to) = (date(2026, 3, 30), date(2026, 4, 2));
    assert_eq!(locale.date_range(third, seventh, false), heading);
    assert_eq!(locale.from_day_to_day(third, seventh, false), sentence);
    assert_eq!(locale.date_range(from, to, false), two_months);
    assert_eq!(locale.from_day_to_day(from, to, false), two_months_sentence);
}

#[test]
fn a_span_says_the_year_once_unless_there_are_two() {
    let american = locale("en-US");
    let (third, seventh) = (date(2026, 3, 3), date(2026, 3, 7));
    assert_eq!(american.date_range(third, seventh, true), "March 3–7, 2026");
    assert_eq!(american.from_day_to_day(third, seventh, true), "from March 3 to 7, 2026");
    assert_eq!(locale("fr").from_day_to_day(date(2026, 3, 1), seventh, true), "du 1er au 7 mars 2026");
    let across = (date(2026, 12, 30), date(2027, 1, 2));
    assert_eq!(locale("de").from_day_to_day(across.0, across.1, false), "vom 30. Dezember 2026 bis 2. Januar 2027");
    assert_eq!(locale("es").date_range(across.0, across.1, false), "30 de diciembre de 2026 – 2 de enero de 2027");
    // One day is a day, and a span the wrong way round is still written.
    assert_eq!(american.date_range(third, third, false), "March 3");
    assert_eq!(locale("fr").from_day_to_day(third, third, false), "le 3 mars");
    assert_eq!(american.date_range(seventh, third, false), "March 7–3");
}

#[rstest]
#[case("en-US", "6~PM", "6:30~PM", "9:05~AM", "12~AM")]
#[case("en-GB", "18:00", "18:30", "09:05", "00:00")]
#[case("en-AU", "6~pm", "6:30~pm", "9:05~am", "12~am")]
#[case("es-ES", "18:00", "18:30", "9:05", "0:00")]
#[case("es-MX", "6~p.m.", "6:30~p.m.", "9:05~a.m.", "12~a.m.")]
#[case("de-DE", "18~Uhr", "18:30~Uhr", "09:05~Uhr", "0~Uhr")]
#[case("fr-FR", "18~h", "18~h~30", "9~h~05", "0~h")]
#[case("fr-CA", "18~h", "18~h~30", "9~h~05", "0~h")]
#[case("pt-BR", "18h", "18h30", "9h05", "0h")]
#[case("pt-PT", "18:00", "18:30", "09:05", "00:00")]
fn times_follow_the_regions_clock(
    #[case] tag: &str,
    #[case] six: &str,
    #[case] half_past: &str,
    #[case] morning: &str,
    #[case] midnight: &str,
) {
    let times = [time(18, 0, 0, 0), time(18, 30, 0, 0), time(9, 5, 59, 0), time(0, 0, 0, 0)];
    assert_eq!(times.map(|time| seen(&locale(tag).time_of_day(time))), [six, half_past, morning, midnight]);
}

#[rstest]
#[case("en-US", "1,500.5", "15,000.25", "1,234,567", "-5", "12.5%")]
#[case("es-ES", "1500,5", "15.000,25", "1.234.567", "-5", "12,5~%")]
#[case("es-MX", "1,500.5", "15,000.25", "1,234,567", "-5", "12.5%")]
#[case("es-AR", "1.500,5", "15.000,25", "1.234.567", "-5", "12,5%")]
#[case("de-DE", "1.500,5", "15.000,25", "1.234.567", "-5", "12,5~%")]
#[case("fr-FR", "1≈500,5", "15≈000,25", "1≈234≈567", "-5", "12,5~%")]
#[case("pt-BR", "1.500,5", "15.000,25", "1.234.567", "-5", "12,5%")]
#[case("pt-PT", "1500,5", "15~000,25", "1~234~567", "-5", "12,5%")]
fn numbers_have_the_regions_separators(
    #[case] tag: &str,
    #[case] four_digits: &str,
    #[case] five_digits: &str,
    #[case] millions: &str,
    #[case] negative: &str,
    #[case] percent: &str,
) {
    let locale = locale(tag);
    assert_eq!(seen(&locale.decimal(1500.5, 2)), four_digits);
    assert_eq!(seen(&locale.decimal(15000.25, 2)), five_digits);
    assert_eq!(seen(&locale.integer(1_234_567)), millions);
    assert_eq!(locale.integer(-5), negative);
    assert_eq!(seen(&locale.percent(0.125, 1)), percent);
}

#[test]
fn odd_numbers_are_written_without_surprises() {
    let english = locale("en");
    let cases: [(f64, u8, &str); 8] = [
        (0.0, 2, "0"),
        (-0.001, 2, "0"),
        (2.50, 2, "2.5"),
        (1.999, 2, "2"),
        (0.1 + 0.2, 3, "0.3"),
        (f64::NAN, 2, "NaN"),
        (f64::INFINITY, 2, "inf"),
        (1e21, 0, "1,000,000,000,000,000,000,000"),
    ];
    for (number, digits, expected) in cases {
        assert_eq!(english.decimal(number, digits), expected);
    }
    assert_eq!(english.integer(i64::MIN), "-9,223,372,036,854,775,808");
}

#[rstest]
#[case("en", [Plural::Other, Plural::One, Plural::Other, Plural::Other], Plural::Other)]
#[case("de", [Plural::Other, Plural::One, Plural::Other, Plural::Other], Plural::Other)]
#[case("es", [Plural::Other, Plural::One, Plural::Other, Plural::Many], Plural::Other)]
#[case("fr", [Plural::One, Plural::One, Plural::Other, Plural::Many], Plural::One)]
#[case("pt-BR", [Plural::One, Plural::One, Plural::Other, Plural::Many], Plural::One)]
#[case("pt-PT", [Plural::Other, Plural::One, Plural::Other, Plural::Many], Plural::Other)]
fn nouns_follow_their_number(#[case] tag: &str, #[case] counts: [Plural; 4], #[case] one_and_a_half: Plural) {
    assert_eq!([0, 1, 2, 2_000_000].map(|count| locale(tag).plural(count)), counts);
    assert_eq!(locale(tag).plural_of_decimal(1.5, 1), one_and_a_half);
}

#[rstest]
#[case("en-US", "a, b, and c", "a, b, or c", "a and b")]
#[case("en-GB", "a, b and c", "a, b or c", "a and b")]
#[case("es-ES", "a, b y c", "a, b o c", "a y b")]
#[case("de-DE", "a, b und c", "a, b oder c", "a und b")]
#[case("fr-FR", "a, b et c", "a, b ou c", "a et b")]
#[case("pt-BR", "a, b e c", "a, b ou c", "a e b")]
fn lists_are_joined(#[case] tag: &str, #[case] and: &str, #[case] or: &str, #[case] two: &str) {
    let locale = locale(tag);
    assert_eq!(locale.join_and(&["a", "b", "c"]), and);
    assert_eq!(locale.join_or(&["a", "b", "c"]), or);
    assert_eq!(locale.join_and(&["a".to_owned(), "b".to_owned()]), two);
    assert_eq!(locale.join_and(&["a"]), "a");
    let none: [&str; 0] = [];
    assert_eq!(locale.join_and(&none), "");
}

#[test]
fn spanish_changes_its_and_and_or_before_the_same_sound() {
    let spanish = locale("es");
    for (items, and) in [
        (["España", "Italia"], "España e Italia"),
        (["padre", "hijo"], "padre e hijo"),
        (["agua", "hielo"], "agua y hielo"),
        (["hoy", "ayer"], "hoy y ayer"),
    ] {
        assert_eq!(spanish.join_and(&items), and);
    }
    assert_eq!(spanish.join_or(&["siete", "ocho"]), "siete u ocho");
    assert_eq!(spanish.join_or(&["mujer", "hombre"]), "mujer u hombre");
}

#[rstest]
#[case("en-US", "“Ada”", "“He said ‘yes’ twice.”")]
#[case("es-ES", "«Ada»", "«He said “yes” twice.»")]
#[case("es-MX", "“Ada”", "“He said ‘yes’ twice.”")]
#[case("de-DE", "„Ada“", "„He said ‚yes‘ twice.“")]
#[case("de-CH", "«Ada»", "«He said ‹yes› twice.»")]
#[case("fr-FR", "«~Ada~»", "«~He said “yes” twice.~»")]
#[case("fr-CH", "«Ada»", "«He said ‹yes› twice.»")]
#[case("pt-BR", "“Ada”", "“He said ‘yes’ twice.”")]
#[case("pt-PT", "«Ada»", "«He said “yes” twice.»")]
fn quotations_have_the_regions_marks(#[case] tag: &str, #[case] plain: &str, #[case] nested: &str) {
    let locale = locale(tag);
    for given in ["Ada", "\"Ada\"", "“Ada”", "„Ada“", "«\u{a0}Ada\u{a0}»", "»Ada«", " Ada "] {
        assert_eq!(seen(&locale.quote(given)), plain, "{given}");
    }
    for given in ["He said \"yes\" twice.", "He said “yes” twice.", "He said « yes » twice."] {
        assert_eq!(seen(&locale.quote(given)), nested, "{given}");
    }
}

#[test]
fn marks_that_do_not_pair_are_left_alone() {
    let english = locale("en");
    assert_eq!(english.quote("a 5\" pipe"), "“a 5\" pipe”");
    assert_eq!(english.quote("\"A\" and \"B\""), "“‘A’ and ‘B’”");
    assert_eq!(english.quote("it's Ada’s"), "“it's Ada’s”");
    assert_eq!(english.quote(""), "“”");
    assert_eq!(english.quote("\""), "“\"”");
}

#[rstest]
#[case("en_GB", "did you mean `en-GB`?")]
#[case("pt_BR.UTF-8", "did you mean `pt-BR`?")]
#[case("Spanish", "did you mean `es`?")]
#[case("français", "did you mean `fr`?")]
#[case("english!", "a BCP-47 language tag such as en-GB")]
#[case("", "a BCP-47 language tag such as en-GB")]
#[case("e", "a BCP-47 language tag such as en-GB")]
#[case("en-", "a BCP-47 language tag such as en-GB")]
#[case("-en", "a BCP-47 language tag such as en-GB")]
#[case("en-GB-GB", "a BCP-47 language tag such as en-GB")]
#[case("en-u", "a BCP-47 language tag such as en-GB")]
#[case("12", "a BCP-47 language tag such as en-GB")]
#[case("und", "a BCP-47 language tag such as en-GB")]
#[case("x-own", "a BCP-47 language tag such as en-GB")]
fn what_is_no_tag_is_refused_with_a_way_out(#[case] text: &str, #[case] allowed: &str) {
    let error = Locale::parse(text).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.violations()[0].allowed.contains(allowed), "{error}");
    assert_eq!(error.violations()[0].field, "locale");
}

#[test]
fn tags_are_read_in_any_case_and_kept_in_the_canonical_one() {
    for (text, tag, language, region) in [
        ("EN-gb", "en-GB", Language::English, Some("GB")),
        ("es-419", "es-419", Language::Spanish, Some("419")),
        ("de-CH-1996", "de-CH-1996", Language::German, Some("CH")),
        ("pt", "pt", Language::Portuguese, None),
        ("fr-Latn-CA", "fr-Latn-CA", Language::French, Some("CA")),
    ] {
        let locale = locale(text);
        assert_eq!((locale.tag().as_str(), locale.language(), locale.region()), (tag, language, region));
    }
}

#[test]
fn languages_that_are_not_written_are_refused_by_name() {
    for tag in ["it-IT", "ja", "zh-Hant-TW", "sl-rozaj-biske"] {
        assert_eq!(check(tag), None, "{tag} is a tag");
        let error = Locale::parse(tag).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert!(error.to_string().contains("es (Spanish)"), "{error}");
    }
}

#[test]
fn a_day_in_an_unknown_language_is_written_in_the_iso_form() {
    let day = date(2026, 3, 31);
    assert_eq!(day_month(day, "en-US"), "March 31");
    assert_eq!(day_month(day, "en-GB"), "31 March");
    assert_eq!(day_month(day, "ja"), "2026-03-31");
    assert_eq!(day_month(day, "not a tag"), "2026-03-31");
}

#[test]
fn every_day_of_a_leap_year_and_odd_years_are_written() {
    for language in Language::ALL {
        let locale = locale(language.code());
        let mut day = date(2028, 1, 1);
        let mut written = Vec::new();
        while day.year() == 2028 {
            written.push(locale.date(day, DateStyle::DAY_MONTH));
            day = day.tomorrow().unwrap();
        }
        written.sort();
        written.dedup();
        assert_eq!(written.len(), 366, "{language:?}");
    }
    for day in [date(-9999, 1, 1), date(0, 2, 29), date(9999, 12, 31)] {
        assert!(!locale("fr").date(day, DateStyle::FULL).is_empty());
    }
}
