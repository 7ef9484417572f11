//! Dates, numbers and lists as the page writes them. Everything that depends on the language of the page's own words is in this
//! file. Next: [`super::overview`].

use jiff::civil::{Date, DateTime};
use vcm_core::platform::Platform;

/// Languages written from right to left (CLDR, scripts Arab, Hebr, Thaa, Nkoo, Syrc).
const RIGHT_TO_LEFT: &[&str] = &["ar", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// `2026-12-01` as `1 December 2026`.
pub(super) fn date(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// `2026-12-01` as `Tue 1 Dec`.
pub(super) fn day(day: Date) -> String {
    day.strftime("%a %-d %b").to_string()
}

/// `2026-12` as `December 2026`.
pub(super) fn month(first: Date) -> String {
    first.strftime("%B %Y").to_string()
}

/// `Tue 1 Dec 2026, 07:00` for `2026-12-01T07:00`; what is no such time stays as it is.
pub(super) fn moment(local: &str) -> String {
    local.parse::<DateTime>().map_or_else(|_| local.to_owned(), |at| at.strftime("%a %-d %b %Y, %H:%M").to_string())
}

/// The two ends of a span of days: `1 to 21 December 2026`, shorter where they share month or year.
pub(super) fn span(first: Date, last: Date) -> String {
    let opening = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.strftime("%-d").to_string(),
        (true, false) => first.strftime("%-d %B").to_string(),
        _ => date(first),
    };
    if first == last { date(first) } else { format!("{opening} to {}", date(last)) }
}

/// `13806.2` as `13,806`.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "unknown".to_owned();
    }
    let digits = format!("{:.0}", value.abs());
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if value < 0.0 && digits != "0" { format!("\u{2212}{grouped}") } else { grouped }
}

/// `0.255` as `26 %`; shares below one in ten keep a digit.
pub(super) fn percent(share: f64) -> String {
    let value = share * 100.0;
    let shown =
        if value.abs() < 10.0 && (value - value.round()).abs() > 0.05 { format!("{value:.1}") } else { number(value) };
    format!("{shown}\u{a0}%")
}

/// A log ratio as a signed change without its sign of percent: `0.0677` is `+7`.
pub(super) fn change(log_ratio: f64) -> String {
    let value = (log_ratio.exp() - 1.0) * 100.0;
    match value.round() {
        rounded if rounded > 0.0 => format!("+{}", number(rounded)),
        rounded if rounded < 0.0 => number(rounded),
        _ => "0".to_owned(),
    }
}

/// Millionths of a US dollar as `$1.50`; amounts below a cent keep four digits.
pub(super) fn money(micros: u64) -> String {
    let dollars = micros as f64 / 1e6;
    if micros > 0 && micros < 10_000 {
        return format!("${dollars:.4}");
    }
    let cents = (dollars * 100.0).round() as u64;
    format!("${}.{:02}", number((cents / 100) as f64), cents % 100)
}

/// `a, b and c`.
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// `1 post`, `45 posts`.
pub(super) fn count(many: usize, one: &str, more: &str) -> String {
    format!("{} {}", number(many as f64), if many == 1 { one } else { more })
}

/// `angle-1` of a code such as `before_after` in words.
pub(super) fn words(code: &str) -> String {
    code.replace('_', " ")
}

/// A platform's name where there is little room.
pub(super) fn short_name(platform: Platform) -> &'static str {
    match platform {
        Platform::YoutubeShorts => "Shorts",
        other => other.label(),
    }
}

/// Languages of the page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub(super) struct Languages {
    /// Of the page's own words, which are English: the brief's locale where that is English too.
    pub(super) page: String,
    /// Of the brief and its copy.
    pub(super) copy: String,
    /// Direction of the copy: `ltr` or `rtl`.
    pub(super) direction: &'static str,
}

/// Languages for the brief's locale. What is no language tag becomes `und`, undetermined.
pub(super) fn languages(locale: &str) -> Languages {
    let plain = !locale.is_empty()
        && locale.len() <= 35
        && locale
            .split('-')
            .all(|part| !part.is_empty() && part.len() <= 8 && part.chars().all(|c| c.is_ascii_alphanumeric()));
    let copy = if plain { locale.to_owned() } else { "und".to_owned() };
    let language = copy.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let direction = if RIGHT_TO_LEFT.contains(&language.as_str()) { "rtl" } else { "ltr" };
    let page = if language == "en" { copy.clone() } else { "en".to_owned() };
    Languages { page, copy, direction }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as on;

    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        for (value, expected) in
            [(0.0, "0"), (999.4, "999"), (1000.0, "1,000"), (13_806.18, "13,806"), (-1234.0, "−1,234"), (-0.2, "0")]
        {
            assert_eq!(number(value), expected);
        }
        for (share, expected) in
            [(0.25, "25\u{a0}%"), (0.012, "1.2\u{a0}%"), (0.02, "2\u{a0}%"), (12.0, "1,200\u{a0}%")]
        {
            assert_eq!(percent(share), expected);
        }
        for (micros, expected) in [(0, "$0.00"), (1, "$0.0000"), (2_500, "$0.0025"), (1_234_567_890, "$1,234.57")] {
            assert_eq!(money(micros), expected);
        }
        for (log_ratio, expected) in [(0.0, "0"), (0.0665, "+7"), (-0.118, "−11"), (0.001, "0")] {
            assert_eq!(change(log_ratio), expected);
        }
    }

    #[test]
    fn spans_say_what_they_share_once() {
        assert_eq!(span(on(2026, 12, 1), on(2026, 12, 21)), "1 to 21 December 2026");
        assert_eq!(span(on(2026, 11, 23), on(2026, 12, 6)), "23 November to 6 December 2026");
        assert_eq!(span(on(2026, 12, 7), on(2027, 1, 8)), "7 December 2026 to 8 January 2027");
        assert_eq!(span(on(2026, 12, 7), on(2026, 12, 7)), "7 December 2026");
        assert_eq!(moment("2026-12-01T07:00"), "Tue 1 Dec 2026, 07:00");
        assert_eq!(moment("<soon>"), "<soon>");
    }

    #[test]
    fn lists_and_counts() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!((list(&["a"]), list::<&str>(&[])), ("a".to_owned(), String::new()));
        assert_eq!((count(1, "post", "posts"), count(0, "post", "posts")), ("1 post".to_owned(), "0 posts".to_owned()));
    }

    #[test]
    fn the_page_is_english_and_the_copy_what_it_is() {
        for (locale, page, copy, direction) in [
            ("en-GB", "en-GB", "en-GB", "ltr"),
            ("de", "en", "de", "ltr"),
            ("ar-EG", "en", "ar-EG", "rtl"),
            ("he", "en", "he", "rtl"),
            ("\" onload=x", "en", "und", "ltr"),
            ("", "en", "und", "ltr"),
        ] {
            let expected = Languages { page: page.to_owned(), copy: copy.to_owned(), direction };
            assert_eq!(languages(locale), expected, "{locale}");
        }
    }
}
