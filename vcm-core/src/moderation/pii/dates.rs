//! Dates of birth: a date that the words before it call one. Other dates are no personal data.

use std::sync::LazyLock;

use regex::Regex;

use super::{Candidate, PiiType, context::Context, stands_alone};

const MONTH: &str = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)(?:[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:[0-9]{{4}}|[0-9]{{2}})|[0-9]{{4}}[/.-][0-9]{{1,2}}[/.-][0-9]{{1,2}}|[0-9]{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{MONTH}\.?,?[ -][0-9]{{4}}|{MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}})"
    ))
    .ok()
});
static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    Context::new(&["born", "born on", "birth", "dob", "d.o.b", "birthday", "birthdate", "date of birth"])
});

pub(super) fn find(text: &str, found: &mut Vec<Candidate>) {
    let Some(form) = FORM.as_ref() else { return };
    for hit in form.find_iter(text) {
        if stands_alone(text, hit.start(), hit.end()) && CONTEXT.before(text, hit.start()) {
            found.push(Candidate { kind: PiiType::DateOfBirth, start: hit.start(), end: hit.end(), score: 0.8 });
        }
    }
}
