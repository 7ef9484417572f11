//! Spans of days: "March 3–7", "del 3 al 7 de marzo", "vom 30. März bis 2. April".
//!
//! ICU4X has no interval formatter, so the joining is here; the days are [`super::date`]'s. Next: [`super::time`].

use jiff::civil::Date;

use super::{DateStyle, Language, Locale};

impl Locale {
    /// A span as a heading has it: "March 3–7", "3–7 de marzo", "3.–7. März", "March 30 – April 2".
    ///
    /// The year is written when `year` says so, and always when the two days have different ones. The same day twice is that
    /// day; a last day before the first one is written as given.
    pub fn date_range(&self, first: Date, last: Date, year: bool) -> String {
        let style = DateStyle { weekday: false, year };
        if first == last {
            return self.date(first, style);
        }
        if !same_month(first, last) {
            let (first, last) = self.two_days(first, last, year);
            return format!("{first} – {last}");
        }
        if self.month_comes_first() {
            let whole = self.date(first, style);
            return replace_first_day(&whole, first, &format!("{}–{}", first.day(), last.day()));
        }
        format!("{}–{}", self.day_number(first), self.date(last, style))
    }

    /// A span as a sentence has it: "from March 3 to 7", "del 3 al 7 de marzo", "du 3 au 7 mars", "vom 3. bis 7. März",
    /// "de 3 a 7 de março".
    ///
    /// Years as in [`Locale::date_range`]; the same day twice is [`Locale::on_day`].
    pub fn from_day_to_day(&self, first: Date, last: Date, year: bool) -> String {
        let style = DateStyle { weekday: false, year };
        if first == last {
            return self.on_day(first, style);
        }
        let (from, to) = if !same_month(first, last) {
            self.two_days(first, last, year)
        } else if self.month_comes_first() {
            let whole = self.date(first, style);
            let to = if year { format!("{}, {}", last.day(), last.year()) } else { last.day().to_string() };
            let from = if year { self.date(first, DateStyle::DAY_MONTH) } else { whole };
            (from, to)
        } else {
            (self.day_number(first), self.date(last, style))
        };
        match self.language {
            Language::English => format!("from {from} to {to}"),
            Language::Spanish => format!("del {from} al {to}"),
            Language::French => format!("du {from} au {to}"),
            Language::German => format!("vom {from} bis {to}"),
            Language::Portuguese => format!("de {from} a {to}"),
        }
    }

    /// Both days in full; within one year, the year stands once, at the end.
    fn two_days(&self, first: Date, last: Date, year: bool) -> (String, String) {
        let differs = first.year() != last.year();
        let first = self.date(first, DateStyle { weekday: false, year: differs });
        let last = self.date(last, DateStyle { weekday: false, year: year || differs });
        (first, last)
    }
}

fn same_month(first: Date, last: Date) -> bool {
    first.year() == last.year() && first.month() == last.month()
}

/// Puts `days` where `whole` ("March 3, 2026") has the day's number.
fn replace_first_day(whole: &str, day: Date, days: &str) -> String {
    let (month, rest) = whole.split_once(' ').unwrap_or(("", whole));
    let rest = rest.strip_prefix(&day.day().to_string()).unwrap_or_default();
    format!("{month} {days}{rest}")
}
