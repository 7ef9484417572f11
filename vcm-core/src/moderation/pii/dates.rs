//! Dates: those that the words around them call a birthday, and, when asked for, all others. Other dates are no personal data.

use std::sync::LazyLock;

use regex::Regex;

use super::{Candidate, PiiOptions, PiiType, checksum::is_date, context::Context, stands_alone};

const MONTH: &str = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let time = r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?";
    Regex::new(&format!(
        r"(?i)(?:[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:[0-9]{{4}}|[0-9]{{2}})|[0-9]{{4}}[/.-][0-9]{{1,2}}[/.-][0-9]{{1,2}}(?:{time})?|[0-9]{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{MONTH}\.?,?[ -][0-9]{{2,4}}|{MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}|[0-9]{{1,2}}-{MONTH}|{MONTH}-[0-9]{{1,2}}|[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}}))"
    ))
    .ok()
});
static BIRTH: LazyLock<Context> = LazyLock::new(|| {
    Context::new(&[
        "born",
        "born on",
        "birth",
        "dob",
        "d.o.b",
        "birthday",
        "birthdate",
        "date of birth",
        "geboren",
        "geburtsdatum",
        "né le",
        "née le",
        "date de naissance",
        "fecha de nacimiento",
        "nacido",
        "nacida",
        "data di nascita",
        "nato il",
        "nata il",
    ])
});
static DATED: LazyLock<Context> =
    LazyLock::new(|| Context::new(&["today", "date", "dated", "on", "since", "until", "expires"]));

pub(super) fn find(text: &str, options: &PiiOptions, found: &mut Vec<Candidate>) {
    let Some(form) = FORM.as_ref() else { return };
    for hit in form.find_iter(text) {
        let (start, end) = (hit.start(), hit.end());
        let Some(score) = score(hit.as_str()).filter(|_| stands_alone(text, start, end)) else { continue };
        if score >= 0.5 && BIRTH.before(text, start) {
            found.push(Candidate { kind: PiiType::DateOfBirth, start, end, score: 0.8 });
        }
        // "5/21" is as often a share or a size.
        if options.dates && (score >= 0.5 || DATED.before(text, start) || text.len() == end - start) {
            found.push(Candidate { kind: PiiType::DateTime, start, end, score });
        }
    }
}

/// How sure the form is, or none when no month has such a day.
fn score(date: &str) -> Option<f64> {
    let date =
        date.split(['T', 't']).next().filter(|head| head.ends_with(|last: char| last.is_ascii_digit())).unwrap_or(date);
    if date.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return Some(0.6);
    }
    let parts: Vec<u32> = date.split(['/', '.', '-']).filter_map(|part| part.parse().ok()).collect();
    match *parts.as_slice() {
        [year, month, day] if year > 99 => is_date(Some(year), month, day).then_some(0.6),
        // Day or month first.
        [a, b, year] if is_date(None, a, b) || is_date(None, b, a) => {
            (year < 100 || (1800..=2199).contains(&year)).then_some(0.6)
        }
        [month, year] if year > 99 => ((1..=12).contains(&month) && (1800..=2199).contains(&year)).then_some(0.2),
        [a, b] => (is_date(None, a, b) || is_date(None, b, a)).then_some(0.1),
        _ => None,
    }
}
