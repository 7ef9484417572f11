//! Days: "March 31", "el martes 31 de marzo", "31. März 2026".
//!
//! Names and order are CLDR's. Three things are put right by hand, because CLDR writes for user interfaces and copy is prose:
//! the weekday's place ("martes 31 de marzo", without the comma of a calendar's heading), the ordinal of a month's first day
//! ("1er mars", "1º de março"), and the words before a date ("on", "el", "le", "am", "em"). Next: [`super::range`].

use icu_calendar::Gregorian;
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{E, M, MD, YMD},
};
use jiff::civil::Date;

use super::{Language, Locale};

/// Which parts of a date are written beside day and month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DateStyle {
    /// The day of the week.
    pub weekday: bool,
    /// The year.
    pub year: bool,
}

impl DateStyle {
    /// "March 31".
    pub const DAY_MONTH: Self = Self { weekday: false, year: false };
    /// "March 31, 2026".
    pub const DAY_MONTH_YEAR: Self = Self { weekday: false, year: true };
    /// "Tuesday, March 31".
    pub const WEEKDAY_DAY_MONTH: Self = Self { weekday: true, year: false };
    /// "Tuesday, March 31, 2026".
    pub const FULL: Self = Self { weekday: true, year: true };
}

impl Locale {
    /// A day without any word before it: "31 de marzo", "1er mars", "Dienstag, 31. März 2026".
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        let day = self.with_ordinal(date, self.without_weekday(date, style.year));
        if style.weekday { format!("{}{}{day}", self.weekday(date), self.after_weekday()) } else { day }
    }

    /// A day as an adverbial: "on March 31", "el 31 de marzo", "le 31 mars", "am 31. März", "em 31 de março"; with the weekday
    /// "el martes 31 de marzo", "am Dienstag, dem 31. März", "na terça-feira, 31 de março".
    pub fn on_day(&self, date: Date, style: DateStyle) -> String {
        let day = self.date(date, style);
        match self.language {
            Language::English => format!("on {day}"),
            Language::Spanish => format!("el {day}"),
            Language::French => format!("le {day}"),
            Language::German if style.weekday => {
                let bare = self.date(date, DateStyle { weekday: false, ..style });
                format!("am {}, dem {bare}", self.weekday(date))
            }
            Language::German => format!("am {day}"),
            // sábado and domingo are masculine, the weekdays ("feiras") feminine.
            Language::Portuguese if style.weekday && date.weekday().to_sunday_zero_offset() % 6 == 0 => {
                format!("no {day}")
            }
            Language::Portuguese if style.weekday => format!("na {day}"),
            Language::Portuguese => format!("em {day}"),
        }
    }

    /// A last day: "until March 31", "hasta el 31 de marzo", "jusqu’au 31 mars", "bis zum 31. März", "até 31 de março".
    pub fn until_day(&self, date: Date, style: DateStyle) -> String {
        let day = self.date(date, style);
        match self.language {
            Language::English => format!("until {day}"),
            Language::Spanish => format!("hasta el {day}"),
            Language::French => format!("jusqu’au {day}"),
            Language::German if style.weekday => {
                let bare = self.date(date, DateStyle { weekday: false, ..style });
                format!("bis {}, den {bare}", self.weekday(date))
            }
            Language::German => format!("bis zum {day}"),
            Language::Portuguese => format!("até {day}"),
        }
    }

    /// The day of the week as it stands inside a sentence: "Tuesday", "martes", "Dienstag", "mardi", "terça-feira".
    pub fn weekday(&self, date: Date) -> String {
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&self.tag).into(), E::long());
        match (formatter, gregorian(date)) {
            (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
            _ => date.to_string(),
        }
    }

    /// Month and year: "March 2026", "marzo de 2026", "mars 2026", "März 2026", "março de 2026".
    pub fn month_year(&self, date: Date) -> String {
        // ICU4X 2.4 fails on its own month-and-year pattern for Brazil, so name and year are put together here.
        let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&self.tag).into(), M::long());
        let month = match (formatter, gregorian(date)) {
            (Ok(formatter), Some(day)) => formatter.format(&day).to_string(),
            _ => return date.to_string(),
        };
        match self.language {
            Language::Spanish | Language::Portuguese => format!("{month} de {}", date.year()),
            _ => format!("{month} {}", date.year()),
        }
    }

    /// The number of a day within its month, as it is written before the month: "3", "3." in German, "1er" in French.
    pub(super) fn day_number(&self, date: Date) -> String {
        match (self.language, date.day()) {
            (Language::German, day) => format!("{day}."),
            (Language::French, 1) => "1er".to_owned(),
            (Language::Portuguese, 1) if self.is_brazilian() => "1º".to_owned(),
            (_, day) => day.to_string(),
        }
    }

    /// Brazilian Portuguese is what a tag without a region means (CLDR's likely subtags).
    pub(super) fn is_brazilian(&self) -> bool {
        self.language == Language::Portuguese && matches!(self.region(), None | Some("BR"))
    }

    fn without_weekday(&self, date: Date, year: bool) -> String {
        let Some(day) = gregorian(date) else { return date.to_string() };
        let written = if year {
            FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&self.tag).into(), YMD::long())
                .map(|formatter| formatter.format(&day).to_string())
        } else {
            FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new((&self.tag).into(), MD::long())
                .map(|formatter| formatter.format(&day).to_string())
        };
        written.unwrap_or_else(|_| date.to_string())
    }

    /// The first of a month is an ordinal in French (Imprimerie nationale) and in Brazil (Manual de Redação da Presidência).
    fn with_ordinal(&self, date: Date, written: String) -> String {
        match (date.day(), written.strip_prefix("1 ")) {
            (1, Some(rest)) => format!("{} {rest}", self.day_number(date)),
            _ => written,
        }
    }

    fn after_weekday(&self) -> &'static str {
        match self.language {
            Language::Spanish | Language::French => " ",
            Language::English if !self.month_comes_first() => " ",
            _ => ", ",
        }
    }

    /// "March 31" rather than "31 March".
    pub(super) fn month_comes_first(&self) -> bool {
        // The first of a month, any month: the pattern starts with the name or with the number.
        self.language == Language::English
            && !self.without_weekday(Date::constant(2026, 3, 31), false).starts_with(|c: char| c.is_ascii_digit())
    }
}

/// ICU4X's date for a proleptic Gregorian one, which jiff's are.
fn gregorian(date: Date) -> Option<icu_calendar::Date<Gregorian>> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    icu_calendar::Date::try_new_gregorian(i32::from(date.year()), month, day).ok()
}
