//! Times of day: "6 PM", "18:00", "18 h 30", "18 Uhr".
//!
//! Whether a region counts to 12 or to 24 and how it writes that is CLDR's. Prose departs from it in three languages: French
//! writes "18 h 30" with spaces that do not break (Imprimerie nationale, *Lexique des règles typographiques*), Brazil "18h30"
//! (Manual de Redação da Presidência da República), German adds "Uhr" (DIN 5008). Next: [`super::number`].

use icu_datetime::{NoCalendarFormatter, fieldsets::T, options::TimePrecision};
use jiff::civil::Time;

use super::{Language, Locale};

const NO_BREAK_SPACE: char = '\u{a0}';

impl Locale {
    /// A time of day to the minute; seconds are left out. Full hours are written short where the language does ("6 PM", "18 h",
    /// "18 Uhr", "18h").
    pub fn time_of_day(&self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self.language {
            Language::French if minute == 0 => format!("{hour}{NO_BREAK_SPACE}h"),
            Language::French => format!("{hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minute:02}"),
            Language::Portuguese if self.is_brazilian() && minute == 0 => format!("{hour}h"),
            Language::Portuguese if self.is_brazilian() => format!("{hour}h{minute:02}"),
            Language::German if minute == 0 => format!("{hour}{NO_BREAK_SPACE}Uhr"),
            Language::German => format!("{}{NO_BREAK_SPACE}Uhr", self.by_tables(time)),
            _ => self.by_tables(time),
        }
    }

    fn by_tables(&self, time: Time) -> String {
        let fields = T::short().with_time_precision(TimePrecision::MinuteOptional);
        let (hour, minute) = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
        let formatter = NoCalendarFormatter::try_new((&self.tag).into(), fields);
        let written = match (formatter, icu_datetime::input::Time::try_new(hour, minute, 0, 0)) {
            (Ok(formatter), Ok(time)) => formatter.format(&time).to_string(),
            _ => format!("{hour:02}:{minute:02}"),
        };
        // CLDR's narrow no-break space before "PM" is missing in many fonts; the wide one is in all of them.
        let written = written.replace('\u{202f}', "\u{a0}");
        // "06 p.m.", as CLDR has it for Mexico, is a clock's display, not prose; nor does Spanish prose write "09:05".
        let clock = written.ends_with(|c: char| c.is_ascii_digit()) && self.language != Language::Spanish;
        match written.strip_prefix('0') {
            Some(short) if !clock => short.to_owned(),
            _ => written,
        }
    }
}
