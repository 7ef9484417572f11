//! How long a text takes to say: words as they are spoken, at the rate of the language. Next: [`super::captions`].
//!
//! "1.5 million" is four words for a speaker ("one point five million") and "−233 °C" is seven, so counting what stands between
//! spaces would plan shots that are too short. Where a reading is a matter of taste the longer one is counted.

/// Letters after which a word counts as two: about the length of two words of English running text with the space between.
const WORD_LETTERS: u32 = 12;

/// Fastest comfortable reading of captions, in characters a second (adult programmes: 17 to 20 in broadcasters' guides). Speech
/// is never planned faster, so captions that follow it can be read.
pub(super) const CAPTION_CHARS_PER_SECOND: u32 = 17;

/// Time to say a text, in milliseconds.
pub(super) fn speech_ms(text: &str, words_per_minute: u32) -> u32 {
    let words = u64::from(spoken_words(text)) * 60_000;
    let read = text.chars().count() as u64 * 1_000;
    let spoken = words.div_ceil(u64::from(words_per_minute.max(1)));
    u32::try_from(spoken.max(read.div_ceil(u64::from(CAPTION_CHARS_PER_SECOND)))).unwrap_or(u32::MAX)
}

/// Words of a text as a speaker says them.
pub(super) fn spoken_words(text: &str) -> u32 {
    // French sets its question marks apart: they are not said.
    let said = |token: &&str| !token.chars().all(|c| matches!(c, '?' | '!' | ':' | ';' | '«' | '»'));
    words(text).filter(said).map(|token| token_words(token).max(1)).fold(0, u32::saturating_add)
}

/// What stands between spaces at which a line may break.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && !matches!(c, '\u{202F}' | '\u{A0}')).filter(|word| !word.is_empty())
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Run {
    Letters,
    Ideographs,
    Number,
    Other,
}

fn token_words(token: &str) -> u32 {
    let chars: Vec<char> = token.chars().collect();
    let kind_at = |at: usize| -> Run {
        let Some(&c) = chars.get(at) else { return Run::Other };
        let between_digits = |at: usize| {
            at > 0
                && chars.get(at - 1).is_some_and(char::is_ascii_digit)
                && chars.get(at + 1).is_some_and(char::is_ascii_digit)
        };
        match c {
            _ if c.is_ascii_digit() => Run::Number,
            '.' | ',' if between_digits(at) => Run::Number,
            '\'' | '’' => Run::Letters,
            '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' => Run::Ideographs,
            _ if c.is_alphabetic() => Run::Letters,
            _ => Run::Other,
        }
    };
    let (mut words, mut at) = (0_u32, 0);
    while at < chars.len() {
        let kind = kind_at(at);
        let start = at;
        at += 1;
        while kind != Run::Other && at < chars.len() && kind_at(at) == kind {
            at += 1;
        }
        let run = chars.get(start..at).unwrap_or_default();
        words = words.saturating_add(match kind {
            Run::Letters => letters(run),
            Run::Ideographs => (run.len() as u32).div_ceil(2),
            Run::Number => number(&run.iter().collect::<String>()),
            Run::Other => {
                let next = chars.get(at).copied().unwrap_or(' ');
                let after_letter = start > 0 && kind_at(start - 1) == Run::Letters;
                symbol(run.first().copied().unwrap_or(' '), next, after_letter)
            }
        });
    }
    words
}

fn letters(run: &[char]) -> u32 {
    let count = run.iter().filter(|c| c.is_alphabetic()).count() as u32;
    let spelt = (2..=5).contains(&count)
        && run.iter().all(|c| c.is_uppercase())
        && !run.iter().any(|c| "AEIOUÄÖÜÁÉÍÓÚ".contains(*c));
    // "HTML" is four syllables and more, which is what three words take.
    if spelt { (count * 2).div_ceil(3) } else { count.div_ceil(WORD_LETTERS) }
}

/// Signs that are said. A hyphen before a digit is a minus, a full stop within a word is a dot.
fn symbol(sign: char, next: char, after_letter: bool) -> u32 {
    match sign {
        '%' | '‰' | '&' | '+' | '=' | '@' | '#' | '€' | '$' | '£' | '¥' | '°' | '*' | '_' | '/' | '×' | '±' | '<'
        | '>' | '~' => 1,
        '-' | '−' if next.is_ascii_digit() => 1,
        '.' if after_letter && next.is_alphanumeric() => 1,
        _ => 0,
    }
}

/// A number with its separators: "1,500", "6.5", "1.85.0".
fn number(text: &str) -> u32 {
    let mut parts = text.split('.');
    let whole = parts.next().unwrap_or_default();
    let rest = parts.map(|part| 1 + comma_groups(part, true));
    rest.fold(comma_groups(whole, false), u32::saturating_add)
}

/// Digits with commas: groups of three belong to one number, anything else is a decimal comma.
fn comma_groups(text: &str, digit_by_digit: bool) -> u32 {
    let groups: Vec<&str> = text.split(',').collect();
    let digits = |text: &str| text.chars().count() as u32;
    match groups.as_slice() {
        [only] if digit_by_digit => digits(only),
        [head, rest @ ..] if !rest.is_empty() && !digit_by_digit && rest.iter().all(|group| group.len() == 3) => {
            integer(&format!("{head}{}", rest.concat()))
        }
        [head, rest @ ..] => rest.iter().fold(integer(head), |words, group| words + 1 + digits(group)),
        [] => 0,
    }
}

fn integer(digits: &str) -> u32 {
    let Ok(value) = digits.parse::<u64>() else { return digits.chars().count() as u32 };
    if digits.starts_with('0') && digits.len() > 1 || value >= 1_000_000_000_000 {
        return digits.chars().count() as u32;
    }
    // A year: "twenty twenty-one".
    if (1_100..2_100).contains(&value) {
        return 3;
    }
    let below_thousand = |value: u64| {
        let rest = value % 100;
        let tail = match rest {
            0 => 0,
            1..=20 => 1,
            _ if rest.is_multiple_of(10) => 1,
            _ => 2,
        };
        if value >= 100 { 2 + tail } else { tail }
    };
    let (mut words, mut left, mut scale) = (0, value, 0);
    while left > 0 {
        let group = left % 1_000;
        if group > 0 {
            words += below_thousand(group) + u32::from(scale > 0);
        }
        left /= 1_000;
        scale += 1;
    }
    words.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_symbols_count_as_they_are_spoken() {
        for (text, words) in [
            ("", 0),
            ("Save this for later.", 4),
            ("1.5 million", 4),
            ("6.5 meters", 4),
            ("−233 °C", 7),
            ("December 25, 2021", 6),
            ("1,500", 3),
            ("1,5", 3),
            ("1.85.0", 6),
            ("20 %", 2),
            ("€5", 2),
            ("HTML pages", 4),
            ("NASA found it", 3),
            ("Webb's opt-in", 3),
            ("esawebb.org", 3),
            ("microscopically thin", 3),
            ("999,999,999", 14),
            ("0042", 4),
            ("99999999999999999999999", 23),
            ("– … !", 2),
            ("Vrai ou faux ?", 3),
            ("Vrai ou faux\u{202F}?", 3),
            ("日本語です", 3),
        ] {
            assert_eq!(spoken_words(text), words, "{text:?}");
        }
    }

    #[test]
    fn speech_is_never_faster_than_captions_can_be_read() {
        assert_eq!(speech_ms("one two three four five", 150), 2_000);
        let long = "internationalised characterisation";
        assert_eq!(speech_ms(long, 150), 2_000);
        assert_eq!(speech_ms(long, 300), 2_000);
        assert_eq!(speech_ms("", 150), 0);
        assert_eq!(speech_ms("word", 0), 60_000);
    }
}
