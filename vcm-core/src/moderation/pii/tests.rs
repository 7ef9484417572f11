use proptest::prelude::*;
use rstest::rstest;

use super::*;

fn with_urls() -> PiiOptions {
    PiiOptions { urls: true, ..PiiOptions::default() }
}

fn found(text: &str) -> Vec<(&'static str, String)> {
    let characters: Vec<char> = text.chars().collect();
    detect(text, &with_urls())
        .iter()
        .map(|span| (span.kind.as_str(), characters[span.start as usize..span.end as usize].iter().collect()))
        .collect()
}

// Numbers here are those that issuers, standards and documentation print as examples.
#[rstest]
#[case::email("Write to Ada@example.com.", "EMAIL_ADDRESS", "Ada@example.com")]
#[case::email_tag("✉ first.last+tag@mail.example.co.uk!", "EMAIL_ADDRESS", "first.last+tag@mail.example.co.uk")]
#[case::email_unicode("grüße@bücher.example", "EMAIL_ADDRESS", "grüße@bücher.example")]
#[case::card("4111 1111 1111 1111", "CREDIT_CARD", "4111 1111 1111 1111")]
#[case::card_amex("3782-822463-10005", "CREDIT_CARD", "3782-822463-10005")]
#[case::card_plain("card 5555555555554444, exp", "CREDIT_CARD", "5555555555554444")]
#[case::card_maestro("6759649826438453", "CREDIT_CARD", "6759649826438453")]
#[case::iban("IBAN DE89 3704 0044 0532 0130 00 please", "IBAN_CODE", "DE89 3704 0044 0532 0130 00")]
#[case::iban_lower("my iban is gb82west12345698765432", "IBAN_CODE", "gb82west12345698765432")]
#[case::iban_then_word("NL91ABNA0417164300 and", "IBAN_CODE", "NL91ABNA0417164300")]
#[case::ssn("SSN 536-90-4399", "US_SSN", "536-90-4399")]
#[case::ssn_plain("my ssn is 536904399", "US_SSN", "536904399")]
#[case::ip4("ping 192.0.2.44.", "IP_ADDRESS", "192.0.2.44")]
#[case::ip4_port("at 192.0.2.44:8080", "IP_ADDRESS", "192.0.2.44")]
#[case::ip6("from 2001:db8::8a2e:370:7334, then", "IP_ADDRESS", "2001:db8::8a2e:370:7334")]
#[case::routing("routing number 021000021", "ABA_ROUTING_NUMBER", "021000021")]
#[case::account("bank account 945456787654", "US_BANK_NUMBER", "945456787654")]
#[case::bitcoin("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "CRYPTO", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
#[case::bech32("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "CRYPTO", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
#[case::ethereum("0x52908400098527886E0F7030069857D2E4169EE7", "CRYPTO", "0x52908400098527886E0F7030069857D2E4169EE7")]
#[case::birth("She was born on 10/12/1815 in London", "DATE_OF_BIRTH", "10/12/1815")]
#[case::birth_words("Date of birth: 10 December 1815", "DATE_OF_BIRTH", "10 December 1815")]
#[case::phone_international("+44 20 7946 0958", "PHONE_NUMBER", "+44 20 7946 0958")]
#[case::phone_us("(212) 555-0142", "PHONE_NUMBER", "(212) 555-0142")]
#[case::phone_dots("212.555.0142", "PHONE_NUMBER", "212.555.0142")]
#[case::phone_extension("001-212-555-0142x1711", "PHONE_NUMBER", "001-212-555-0142x1711")]
#[case::phone_trunk("030 23125 000", "PHONE_NUMBER", "030 23125 000")]
#[case::phone_context("Call 5550142 now", "PHONE_NUMBER", "5550142")]
#[case::phone_groups("Tel. 02.27.96.63.08", "PHONE_NUMBER", "02.27.96.63.08")]
#[case::url("see https://example.com/a?b=1).", "URL", "https://example.com/a?b=1")]
#[case::url_bare("see example.com, then", "URL", "example.com")]
fn personal_data_is_found(#[case] text: &str, #[case] kind: &str, #[case] value: &str) {
    assert_eq!(found(text), [(kind, value.to_owned())]);
}

/// Keys are put together here, so that scanners of this repository see none.
#[rstest]
#[case::aws("AKIA", "IOSFODNN7EXAMPLE")]
#[case::github("ghp_", "16C7e42F292c6912E7710c838347Ae178B4a")]
#[case::slack("xoxb-", "17653672481-19874698323-pdFZKVeTuE8sk7oOHcBrzzqgy")]
#[case::stripe("sk_test_", "4eC39HqLyjWDarjtT1zdp7dc")]
#[case::google("AIza", "SyA1234567890abcdefghijklmnopqrstuv")]
#[case::openai("sk-", "proj-abcdEFGH1234567890abcdEFGH1234567890")]
#[case::jwt("eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U")]
#[case::private_key("-----BEGIN ", "RSA PRIVATE KEY-----\nMIIEow==\n-----END RSA PRIVATE KEY-----")]
#[case::anthropic("sk-ant-", "api03-AbCdEf0123456789AbCdEf0123456789AbCdEf01")]
#[case::hugging_face("hf_", "AbCdEfGhIjKlMnOpQrStUvWxYz01234567")]
#[case::digital_ocean("dop_v1_", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
#[case::vault("hvs.", "CAESIJ0123456789AbCdEfGhIjKl")]
#[case::twilio("SK", "0123456789abcdef0123456789abcdef")]
#[case::connection("postgres:", "//app:s3cretPass@db.example.com")]
fn keys_are_found_by_their_prefix(#[case] prefix: &str, #[case] rest: &str) {
    let key = format!("{prefix}{rest}");
    assert_eq!(found(&format!("the key is\n{key} so")), [("SECRET", key.clone())]);
}

#[test]
fn passwords_are_found_by_context() {
    assert_eq!(found("password: hunter2xQ9!"), [("SECRET", "hunter2xQ9".to_owned())]);
    assert_eq!(found("The password is important and the secret is patience"), []);
}

#[rstest]
#[case::luhn_wrong("4111 1111 1111 1112")]
#[case::not_issued("9999999999999995")]
#[case::part_of_longer_number("411111111111111111111111")]
#[case::iban_check_wrong("GB82WEST12345698765431")]
#[case::iban_country_unknown("ZZ82WEST12345698765432")]
#[case::ssn_area_zero("000-12-3456")]
#[case::ssn_area_666("666-12-3456")]
#[case::ssn_example("123-45-6789")]
#[case::ssn_no_serial("536-90-0000")]
#[case::ip_octet("192.0.2.256")]
#[case::version("version 1.2.3.4")]
#[case::routing_check_wrong("routing 021000022 x")]
#[case::bitcoin_check_wrong("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")]
#[case::plain_date("Open from 2026-10-05 to 2026-10-09")]
#[case::years("The 2010-2014 figures")]
#[case::amount("1.000.000 users and $12 500 000, or 1,250,000 in all")]
#[case::time("At 10:30:45 on day 12")]
#[case::code_path("std::vec::Vec and a::b")]
#[case::emoji_digits("1️⃣ 2️⃣ 3️⃣ steps")]
#[case::price("Only €1299.00 until 31.12.2026")]
#[case::mention("@ada and @example")]
#[case::sentence("This is the end.Next we go on")]
#[case::no_password("redis://cache:6379 is up")]
#[case::placeholder("postgres://user:${PASSWORD}@db/x")]
#[case::article_id("SKU 12345678 in stock, size AC")]
#[case::statistic("It grew from 12 to 48 in 2024, 300 times")]
fn other_text_is_left_alone(#[case] text: &str) {
    assert_eq!(found(text), []);
}

#[test]
fn context_raises_the_score() {
    let score = |text| detect(text, &PiiOptions::default())[0].score;
    assert!(score("my social security number is 536-90-4399") > score("it is 536-90-4399"));
    assert!(score("call 212-555-0142") > score("it is 212-555-0142"));
}

#[test]
fn urls_are_found_only_when_asked_for() {
    assert_eq!(detect("see https://example.com", &PiiOptions::default()), []);
}

#[test]
fn redaction_says_what_was_there() {
    let text = "Ada: ada@example.com, (212) 555-0142.";
    let spans = detect(text, &PiiOptions::default());
    assert_eq!(redact(text, &spans, RedactMode::Redact), "Ada: <EMAIL_ADDRESS>, <PHONE_NUMBER>.");
    assert_eq!(redact(text, &spans, RedactMode::Mask), "Ada: ***************, **************.");
    let hashed = redact(text, &spans, RedactMode::Hash);
    assert_eq!(hashed, redact(text, &spans, RedactMode::Hash));
    assert!(hashed.starts_with("Ada: <EMAIL_ADDRESS:") && !hashed.contains("example"), "{hashed}");
}

#[test]
fn a_keyed_hash_is_stable_under_its_key_only() {
    let hash = |text: &str, key: &[u8]| redact_keyed(text, &detect(text, &PiiOptions::default()), key);
    let one = hash("4111 1111 1111 1111", b"a");
    assert_eq!(one, hash("4111-1111-1111-1111", b"a"), "the same number in another spelling");
    assert_ne!(one, hash("4111 1111 1111 1111", b"b"));
    assert!(one.starts_with("<CREDIT_CARD:") && one.len() == "<CREDIT_CARD:>".len() + 16, "{one}");
}

#[test]
fn every_type_has_its_own_code() {
    let mut codes: Vec<&str> = PiiType::ALL.iter().map(|kind| kind.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), PiiType::ALL.len());
    assert_eq!(serde_json::to_value(PiiType::UsSsn).unwrap(), "US_SSN");
}

#[test]
fn every_form_compiles() {
    for (text, kind) in [("4111111111111111", PiiType::CreditCard), ("DE89370400440532013000", PiiType::IbanCode)] {
        assert_eq!(detect(text, &PiiOptions::default())[0].kind, kind);
    }
}

proptest! {
    #[test]
    fn spans_lie_in_the_text_and_redaction_leaves_none(
        text in "\\PC{0,80}|(?:[a-z0-9@. +()é-]|call |ssn |4111111111111111|ada@example\\.com|\u{200b}){0,30}"
    ) {
        let length = text.chars().count() as u32;
        let spans = detect(&text, &with_urls());
        let mut last = 0;
        for span in &spans {
            prop_assert!(last <= span.start && span.start < span.end && span.end <= length);
            prop_assert!((0.0..=1.0).contains(&span.score));
            last = span.end;
        }
        let masked = redact(&text, &spans, RedactMode::Mask);
        prop_assert_eq!(masked.chars().count() as u32, length);
        for span in &spans {
            prop_assert!(masked.chars().skip(span.start as usize).take((span.end - span.start) as usize).all(|c| c == '*'));
        }
    }
}
