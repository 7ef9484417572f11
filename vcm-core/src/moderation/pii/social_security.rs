//! US social security numbers. They carry no check digit; areas, groups and serials that are never given out are left out.

use std::sync::LazyLock;

use regex::Regex;

use super::{Candidate, PiiType, context::Context, digits_of, stands_alone};

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{3}\.[0-9]{2}\.[0-9]{4}|[0-9]{3} [0-9]{2} [0-9]{4}|[0-9]{9}").ok()
});
static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    Context::new(&[
        "social security",
        "social-security",
        "ssn",
        "ssns",
        "ss#",
        "ssid",
        "ssa",
        "taxpayer",
        "tin",
        "itin",
    ])
});

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let Some(form) = FORM.as_ref() else { return };
    for hit in form.find_iter(text) {
        let (start, end) = (hit.start(), hit.end());
        if !stands_alone(text, start, end) || !is_issued(&digits_of(hit.as_str())) {
            continue;
        }
        let score = match (hit.as_str().len(), CONTEXT.near(text, start, end)) {
            (9, true) => 0.85,
            (9, false) => continue,
            (_, true) => 0.95,
            (_, false) => 0.6,
        };
        found.push(Candidate { kind: PiiType::UsSsn, start, end, score });
    }
}

/// Not 000, 666 or 9xx, no zero group or serial (SSA, randomisation of 2011), and none of the numbers printed as examples.
fn is_issued(digits: &[u8]) -> bool {
    let number = digits.iter().fold(0u32, |number, digit| number * 10 + u32::from(*digit));
    let (area, group, serial) = (number / 1_000_000, number / 10_000 % 100, number % 10_000);
    !matches!(area, 0 | 666 | 900..)
        && group != 0
        && serial != 0
        && !matches!(number, 123_456_789 | 78_051_120 | 219_099_999)
}
