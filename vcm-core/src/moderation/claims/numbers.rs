//! Figures as people write them, in one form: `1,000`, `1 000`, `1k` and "thousand" are 1000; `35 %` and "35 percent" are 35%.

/// A figure in a text. Positions are bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: String,
    /// True when it is a year, or a day or month beside a month's name or in a written date.
    pub(super) date: bool,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a list in copy may count: "3 reasons" is a promise about the post, not about the product.
const COUNTED: &[&str] = &[
    "angles",
    "answers",
    "examples",
    "facts",
    "hacks",
    "ideas",
    "lessons",
    "minutes read",
    "mistakes",
    "myths",
    "parts",
    "points",
    "posts",
    "questions",
    "quick",
    "reasons",
    "rules",
    "secrets",
    "signs",
    "steps",
    "stories",
    "takeaways",
    "things",
    "thoughts",
    "tips",
    "tricks",
    "truths",
    "ways",
    "words",
];

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Every figure of a text, in digits or words: for texts that carry facts.
pub(super) fn all(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> = in_digits(text).into_iter().map(|(number, _)| number).collect();
    found.extend(in_words(text));
    found
}

/// The figures of a text that claim something.
pub(super) fn claimed(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> =
        in_digits(text).into_iter().filter(|(_, claim)| *claim).map(|(number, _)| number).collect();
    // Small numbers in words are prose ("one of two ways"), unless they multiply.
    found.extend(
        in_words(text).into_iter().filter(|number| number.value.ends_with(['%', 'x']) || number.value.len() > 2),
    );
    found
}

/// Figures in digits, each with whether it claims something.
fn in_digits(text: &str) -> Vec<(Number, bool)> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(offset) = text.get(place..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = place + offset;
        let (digits, mut end) = read_digits(text, start);
        let word_start = text.get(..start).map_or(0, |head| {
            head.rfind(char::is_whitespace)
                .map_or(0, |space| space + head.get(space..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8))
        });
        let lead = text.get(word_start..start).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        let (value, unit_bytes) = with_unit(&digits, after);
        end += unit_bytes;
        let claim = !is_link_or_tag(text, word_start)
            && !is_name(lead, text.get(end..).unwrap_or_default())
            && !is_frame(text, start, end, &value);
        let date = is_date(text, start, end, &value);
        found.push((Number { value, date, start, end }, claim));
        place = end.max(start + 1);
    }
    found
}

/// The figure at `start` without thousands separators, and where it ends.
fn read_digits(text: &str, start: usize) -> (String, usize) {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let mut digits = String::new();
    let mut place = start;
    let mut decimals = false;
    while let Some(byte) = bytes.get(place) {
        match byte {
            b'0'..=b'9' => digits.push(char::from(*byte)),
            // Three digits and no more after the sign: thousands. Else a point is a point, a comma too.
            b',' | b'\'' | b' ' if thousands(bytes, place) && !decimals && place - start <= 3 * (digits.len() + 1) => {}
            b',' if digit(place + 1)
                && !decimals
                && !thousands(bytes, place)
                && bytes.get(place + 3).is_none_or(|b| !b.is_ascii_digit()) =>
            {
                decimals = true;
                digits.push('.');
            }
            b'.' if digit(place + 1) => {
                decimals = true;
                digits.push('.');
            }
            _ => break,
        }
        place += 1;
    }
    let trimmed = digits.trim_start_matches('0');
    let whole = if trimmed.is_empty() || trimmed.starts_with('.') { format!("0{trimmed}") } else { trimmed.to_owned() };
    (whole, place)
}

fn thousands(bytes: &[u8], sign: usize) -> bool {
    (1..=3).all(|step| bytes.get(sign + step).is_some_and(u8::is_ascii_digit))
        && bytes.get(sign + 4).is_none_or(|byte| !byte.is_ascii_digit())
}

/// The figure in units of one, with `%` kept, and the bytes that its unit takes.
fn with_unit(digits: &str, after: &str) -> (String, usize) {
    let gap = after.len() - after.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']).len();
    let unit = after.get(gap..).unwrap_or_default();
    let word: String = unit.chars().take_while(|character| character.is_alphabetic()).take(12).collect();
    if unit.starts_with('%') && gap <= 3 {
        return (format!("{digits}%"), gap + 1);
    }
    let lower = word.to_lowercase();
    if is_multiple(after) {
        return (format!("{digits}x"), 0);
    }
    let factor: f64 = match (lower.as_str(), gap) {
        ("percent" | "pct", _) => return (format!("{digits}%"), gap + word.len()),
        ("per", _) if unit.get(3..).is_some_and(|rest| rest.trim_start().starts_with("cent")) => {
            return (format!("{digits}%"), gap + 3 + unit.get(3..).and_then(|rest| rest.find("cent")).unwrap_or(0) + 4);
        }
        ("k", 0) | ("thousand", _) => 1e3,
        ("m" | "mn", 0) | ("million" | "mio", _) => 1e6,
        ("b" | "bn", 0) | ("billion", _) => 1e9,
        ("hundred", _) => 1e2,
        _ => return (digits.to_owned(), 0),
    };
    let value = digits.parse::<f64>().map_or_else(|_| digits.to_owned(), |value| plain(value * factor));
    (value, gap + word.len())
}

/// A number without needless decimals.
fn plain(value: f64) -> String {
    let rounded = value.round();
    if (value - rounded).abs() < 1e-6 && rounded.abs() < 1e15 { format!("{rounded:.0}") } else { value.to_string() }
}

/// Links, hashtags, mentions and e-mail addresses are names.
fn is_link_or_tag(text: &str, word_start: usize) -> bool {
    let word = text.get(word_start..).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    let inner = word.trim_start_matches(['(', '[', '"', '“']);
    // "#1" is a claim; "#100days" is a tag.
    let tag = inner.starts_with('#') && inner.chars().any(char::is_alphabetic);
    tag || inner.starts_with('@')
        || inner.contains("://")
        || inner.starts_with("www.")
        || (inner.contains('/') && inner.contains('.') && inner.chars().any(char::is_alphabetic))
        || inner.contains('@')
}

/// "H2O", "UTF-8", "x86", "3D", "2nd": digits that belong to a word.
fn is_name(lead: &str, after: &str) -> bool {
    let glued_before = lead.chars().next_back().is_some_and(char::is_alphabetic);
    let version = matches!(lead.trim_start_matches(['(', '[']), "v" | "V");
    let hyphened =
        lead.ends_with('-') && lead.chars().any(char::is_alphabetic) && lead.trim_end_matches('-').len() <= 4;
    let next: String = after.chars().take_while(|character| character.is_alphabetic()).collect();
    let glued_after = !next.is_empty()
        && !matches!(
            next.to_lowercase().as_str(),
            "x" | "kg"
                | "km"
                | "g"
                | "mg"
                | "h"
                | "s"
                | "ms"
                | "min"
                | "mb"
                | "gb"
                | "tb"
                | "hrs"
                | "lbs"
                | "m"
                | "cm"
                | "mm"
        );
    (glued_before && !version)
        || hyphened
        || glued_after
        || after.starts_with('\u{fe0f}')
        || after.starts_with('\u{20e3}')
}

/// "10x" and "ten times" multiply: a claim of its own, whatever else the figure counts.
fn is_multiple(after: &str) -> bool {
    after.starts_with(['x', 'X', '×']) && !after.chars().nth(1).is_some_and(char::is_alphabetic)
        || matches!(next_word(after).as_str(), "times" | "fold")
}

/// A year, a day or month beside a month's name, or a date in digits.
fn is_date(text: &str, start: usize, end: usize, value: &str) -> bool {
    let year = value.len() == 4 && (value.starts_with("19") || value.starts_with("20"));
    let month = |word: &str| {
        let short: String = word.chars().take(3).collect();
        word.len() >= 3 && MONTHS.contains(&short.as_str())
    };
    let tail = text.get(end..).unwrap_or_default();
    let head = text.get(..start).unwrap_or_default();
    let previous =
        head.split_whitespace().next_back().map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase());
    let ordinal = tail.trim_start_matches(['s', 't', 'n', 'd', 'r', 'h', '.']);
    year || value.matches('.').count() == 2 || month(&next_word(ordinal)) || previous.is_some_and(|word| month(&word))
}

/// Numbering, times, idioms and counts of the post's own list.
fn is_frame(text: &str, start: usize, end: usize, value: &str) -> bool {
    let head = text.get(..start).unwrap_or_default();
    let tail = text.get(end..).unwrap_or_default();
    let line_start = head.rsplit('\n').next().is_some_and(|line| line.trim().is_empty());
    let small = value.len() <= 2 && !value.ends_with('%');
    // "1." and "1)" at the start of a line, "(2/7)" and "2/7" anywhere small.
    if small
        && line_start
        && (tail.starts_with(['.', ')', ':', '/']) || tail.starts_with(" –") || tail.starts_with(" -"))
    {
        return true;
    }
    let beside = |sign: char| {
        let right = tail.strip_prefix(sign).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let left = head.strip_suffix(sign).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
        right || left
    };
    if small && (beside('/') || beside(':') || beside('h')) {
        return true;
    }
    let previous = head.split_whitespace().next_back().map(str::to_lowercase).unwrap_or_default();
    let next = next_word(tail);
    let clock = matches!(next.as_str(), "am" | "pm" | "a" | "p" | "uhr" | "o'clock")
        && small
        && (next.len() > 1 || tail.trim_start().get(1..2) == Some("."));
    let numbered = matches!(
        previous.trim_matches(|c: char| !c.is_alphanumeric()),
        "step"
            | "part"
            | "day"
            | "tip"
            | "no"
            | "number"
            | "question"
            | "reason"
            | "chapter"
            | "lesson"
            | "week"
            | "slide"
            | "scene"
            | "shot"
            | "thread"
            | "post"
    );
    let counts = small
        && (COUNTED.contains(&next.as_str()) || second_word(tail).is_some_and(|word| COUNTED.contains(&word.as_str())));
    clock || (small && numbered) || counts
}

fn next_word(text: &str) -> String {
    let text = text.trim_start_matches([' ', '-', '\u{a0}']);
    text.chars().take_while(|c| c.is_alphabetic() || *c == '\'').flat_map(char::to_lowercase).collect()
}

fn second_word(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    words.next()?;
    words.next().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

/// Figures in English words: "three", "twenty-one", "two hundred", "five million", "ten percent".
fn in_words(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut current: Option<(f64, f64, usize, usize)> = None;
    let mut place = 0;
    let mut flush = |current: &mut Option<(f64, f64, usize, usize)>, percent: Option<usize>| {
        if let Some((total, part, start, end)) = current.take() {
            let sign = if percent.is_some() { "%" } else { "" };
            let end = percent.unwrap_or(end);
            let times = percent.is_none() && is_multiple(text.get(end..).unwrap_or_default());
            let sign = if times { "x" } else { sign };
            found.push(Number { value: format!("{}{sign}", plain(total + part)), date: false, start, end });
        }
    };
    for piece in text.split_inclusive(|character: char| !character.is_alphabetic()) {
        let word = piece.trim_end_matches(|character: char| !character.is_alphabetic());
        let (start, end) = (place, place + word.len());
        place += piece.len();
        let separated = piece.len() - word.len();
        let lower = word.to_ascii_lowercase();
        let unit = SMALL.iter().position(|known| *known == lower).map(|value| value as f64);
        let ten = TENS.iter().position(|known| *known == lower).map(|value| (value as f64 + 2.0) * 10.0);
        match (lower.as_str(), unit.or(ten), current.as_mut()) {
            (_, Some(value), Some((_, part, _, last)))
                if *part % 100.0 == 0.0 || (*part % 10.0 == 0.0 && value < 10.0) =>
            {
                *part += value;
                *last = end;
            }
            (_, Some(value), _) => {
                flush(&mut current, None);
                current = Some((0.0, value, start, end));
            }
            ("hundred", _, Some((_, part, _, last))) => {
                *part *= 100.0;
                *last = end;
            }
            ("thousand" | "million" | "billion", _, Some((total, part, _, last))) => {
                let factor = match lower.as_str() {
                    "thousand" => 1e3,
                    "million" => 1e6,
                    _ => 1e9,
                };
                *total += *part * factor;
                *part = 0.0;
                *last = end;
            }
            ("percent" | "per cent", _, Some(_)) => flush(&mut current, Some(end)),
            ("and", _, Some((total, part, ..))) if *total + *part >= 100.0 => {}
            ("", ..) => {}
            _ => flush(&mut current, None),
        }
        if separated > 0 && piece.ends_with(['.', ',', ';', '!', '?', '\n', ':']) {
            flush(&mut current, None);
        }
    }
    flush(&mut current, None);
    found
}
