//! Telephone numbers: international form, national forms with plausible groups, and bare numbers that context names.
//!
//! The form comes first: a number without `+` needs groups like a telephone number's, or a word such as "call" near it. Then the
//! numbering plans ([`plans`]) say whether a country gives it out, which raises the score; a country code that no country has ends it.

mod plans;

use std::sync::LazyLock;

use regex::Regex;

pub use self::plans::PhoneRegions;
use self::plans::{International, Line};
use super::{Candidate, LIKELY, PiiOptions, PiiType, context::Context};

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:\+\s?|\(\s?\+?)?[0-9](?:[ \u{a0}]?[().\-/–‑]{0,2}[ \u{a0}]?[0-9]){4,18}(?:\s?(?:x|ext\.?|extension)\s?[0-9]{1,6})?",
    )
    .ok()
});
static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    Context::new(&[
        "phone",
        "phones",
        "telephone",
        "tel",
        "call",
        "calling",
        "call me",
        "mobile",
        "cell",
        "cellphone",
        "cellular",
        "fax",
        "whatsapp",
        "sms",
        "text me",
        "text us",
        "dial",
        "hotline",
        "helpline",
        "ring",
        "reach me",
        "reach us",
        "reach you",
        "reach him",
        "reach her",
        "reach",
        "answering at",
        "contact",
        "contact number",
        "phone number",
        "my number",
        "voicemail",
        "office",
        "landline",
        "telefon",
        "telefono",
        "teléfono",
        "téléphone",
        "handy",
        "appelez",
        "llama",
        "ph",
        "cep",
        "cep no",
        "gsm",
        "celular",
        "móvil",
        "portable",
        "cellulare",
    ])
});

pub(super) fn find(text: &str, options: &PiiOptions, found: &mut Vec<Candidate>) {
    let Some(form) = FORM.as_ref() else { return };
    for hit in form.find_iter(text) {
        let (start, mut end) = (hit.start(), hit.end());
        let number = split_extension(hit.as_str());
        let extension = number.len() < hit.as_str().len();
        if !extension {
            end = start + number.len();
        }
        if touches_word(text, start, end) || is_amount(text, start, end) {
            continue;
        }
        let context = CONTEXT.near(text, start, end);
        let Some(form) = score(number, extension, context) else { continue };
        let (planned, line) = in_plan(number, form, options);
        let score = if context { (planned + 0.35).min(1.0) } else { planned };
        let bare = options.candidates && start == 0 && end == text.trim_end().len();
        if score < LIKELY && !(bare && line.is_some()) {
            continue;
        }
        found.push(Candidate { kind: PiiType::PhoneNumber, start, end, score });
        if let Some(("ZA", line)) = line.filter(|_| options.candidates) {
            let kind = if line == Line::Mobile { PiiType::ZaMobileNumber } else { PiiType::ZaTelephoneNumber };
            found.push(Candidate { kind, start, end, score });
        }
    }
}

/// The score of a form, with what the numbering plans say of the number; and whose number it is.
fn in_plan<'a>(number: &str, form: f64, options: &'a PiiOptions) -> (f64, Option<(&'a str, Line)>) {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let dialled =
        if number.trim_start_matches('(').starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    if let Some(digits) = dialled {
        return match plans::international(digits) {
            International::Valid(region, line) => (form.max(0.85), Some((region, line))),
            // Without signs between its digits it is as well another number that starts with two zeros.
            International::Possible if !number.contains(|c: char| !c.is_ascii_digit()) => (form.min(LIKELY), None),
            International::Possible => (form, None),
            International::Unknown => (form.min(0.3), None),
        };
    }
    match plans::national(&digits, &options.phone_regions) {
        Some(known) => ((form + 0.1).min(0.9), Some(known)),
        None => (form, None),
    }
}

/// The number without its extension.
fn split_extension(text: &str) -> &str {
    let place = text.find(|character: char| character.is_ascii_alphabetic()).unwrap_or(text.len());
    text.get(..place).unwrap_or(text).trim_end()
}

/// How sure the form makes, or none when it is something else.
fn score(number: &str, extension: bool, context: bool) -> Option<f64> {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let groups: Vec<&str> =
        number.split(|character: char| !character.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let first = groups.first()?;
    let form = if number.starts_with(['+']) || number.starts_with("(+") {
        // E.164: 7 to 15 digits, no leading zero.
        ((7..=15).contains(&digits) && !first.starts_with('0')).then_some(0.75)?
    } else if first.starts_with("00") && !first.starts_with("000") && (9..=17).contains(&digits) {
        0.7
    } else if !(6..=14).contains(&digits) || is_date(&groups, number) || is_plain_series(number, &sizes, context) {
        return None;
    } else if (digits >= 8 && balanced(number)) || (extension && digits >= 9) {
        0.65
    } else {
        let last_long = sizes.last().is_some_and(|last| *last >= 2);
        let grouped = sizes.len() >= 2 && sizes.iter().all(|size| *size <= 4) && last_long;
        match (sizes.len(), digits) {
            (3, 10) if matches!(sizes.as_slice(), [3, 3, 4]) => 0.65,
            (4, 11) if matches!(sizes.as_slice(), [1, 3, 3, 4]) => 0.65,
            // A trunk zero in front and groups behind it.
            (2.., 9..) if first.starts_with('0') => 0.55,
            (4.., 9..) if grouped => 0.45,
            (2, 7) if matches!(sizes.as_slice(), [3, 4]) && number.contains('-') => 0.4,
            (1, 10..=11) => 0.25,
            _ => 0.2,
        }
    };
    Some(form)
}

/// A date or a span of years, not a number to call.
fn is_date(groups: &[&str], number: &str) -> bool {
    let value = |group: &&str| group.parse::<u32>().unwrap_or(0);
    let year = |group: &&str| group.len() == 4 && matches!(value(group), 1900..=2099);
    match groups {
        [a, b] => year(a) && year(b),
        [a, b, c] => {
            let small = |group: &&str| group.len() <= 2 && (1..=31).contains(&value(group));
            (year(a) && small(b) && small(c))
                || (small(a) && small(b) && (year(c) || (c.len() == 2 && number.contains('/'))))
        }
        // "1984-06-15 09" goes on as a time.
        [a, b, c, ..] => year(a) && b.len() == 2 && c.len() == 2 && number.contains('-'),
        [_] => number.starts_with("20") && number.len() == 8 || number.len() == 6 && number.starts_with("20"),
        [] => true,
    }
}

/// "1.000.000" and "12 500 000" are amounts; "1/2/3/4" is a list.
fn is_plain_series(number: &str, sizes: &[usize], context: bool) -> bool {
    let social_security = matches!(sizes, [3, 2, 4]);
    let thousands = number.contains(['.', ' ', '\u{a0}'])
        && !number.contains(['-', '/', '('])
        && matches!(sizes, [1..=3, rest @ ..] if !rest.is_empty() && rest.iter().all(|size| *size == 3))
        && !number.starts_with('0');
    let list = sizes.iter().filter(|size| **size == 1).count() >= 2;
    let decimal = sizes.len() == 2 && number.contains('.') && !number.contains('-');
    let digits = sizes.iter().sum::<usize>();
    social_security || (thousands && digits != 9 && !(context && digits == 8)) || list || decimal
}

fn balanced(number: &str) -> bool {
    let opened = number.find('(');
    let closed = number.find(')');
    matches!((opened, closed), (Some(opened), Some(closed)) if opened < closed)
}

/// True when the number is glued to a word, or is a piece of a longer number.
fn touches_word(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|head| head.chars().next_back());
    let mut after = text.get(end..).unwrap_or_default().chars();
    let next = after.next();
    before.is_some_and(|character| {
        character.is_alphanumeric() || matches!(character, '_' | '#' | '@' | '=' | '.' | '&' | '%')
    }) || next.is_some_and(|character| character.is_alphanumeric() || matches!(character, '_' | '@' | '%' | '€' | '$'))
        || matches!(next, Some('.' | ',' | ':' | '/'))
            && after.next().is_some_and(|character| character.is_ascii_digit())
}

/// True after a currency sign.
fn is_amount(text: &str, start: usize, _end: usize) -> bool {
    text.get(..start).is_some_and(|head| head.trim_end_matches(' ').ends_with(['$', '€', '£', '¥', '₹', '#', '№', ',']))
        && !text.get(..start).is_some_and(|head| head.ends_with("\\,"))
        && !text.get(..start).is_some_and(|head| head.ends_with(", "))
}
