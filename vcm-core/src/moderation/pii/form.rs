//! Numbers by form: what a number looks like, how it is checked, and which words name it.
//!
//! A text is cut into words once; a run of words has a shape (the lengths of its words and the signs between them), and the
//! shape finds the forms that it may have. So the cost of a text does not grow with the number of types. The types stand in
//! `countries`, a table each.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{Candidate, PiiOptions, PiiType, context::Words, countries};

/// A number that is found by its form.
#[derive(Debug)]
pub(super) struct Number {
    pub(super) kind: PiiType,
    /// ISO 3166 code of the country that gives it out; empty when no country does.
    pub(super) country: &'static str,
    /// Forms and how sure each makes when `check` accepts and nothing around it says more. A form below [`LISTED`] is too common to
    /// be taken for the number without a word that names it.
    ///
    /// `#` is a digit, `@` a letter, `^` a letter or umlaut, `*` a letter or digit; `{2,4}` repeats what is before it; a letter,
    /// digit or sign stands for itself.
    pub(super) forms: &'static [(&'static str, f64)],
    /// Looks at the letters (in upper case) and digits without signs, and gives the score of the form back, a better one, or none.
    pub(super) check: fn(&[u8], f64) -> Option<f64>,
    /// Words that name it.
    pub(super) context: &'static [&'static str],
}

/// Below this score a form is only found when a word names it, its country is configured, or the text is nothing else.
pub(super) const LISTED: f64 = 0.3;
/// Most words in a form: what a shape of 64 bits holds.
#[cfg(test)]
const MOST_WORDS: usize = 6;
/// Most letters and digits in a form.
const MOST_CHARACTERS: usize = 40;

#[derive(Debug)]
struct Form {
    number: usize,
    /// The characters of the form without its signs.
    classes: Vec<u8>,
    score: f64,
}

#[derive(Debug)]
struct Forms {
    numbers: Vec<&'static Number>,
    /// Forms of each shape, in the order of shapes.
    by_shape: Vec<(u64, Vec<Form>)>,
    /// For each length of a first word: the most words a form that starts so has.
    most_words: Vec<usize>,
    words: Words,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let numbers: Vec<&'static Number> = countries::ALL.iter().copied().flatten().collect();
    let mut by_shape: BTreeMap<u64, Vec<Form>> = BTreeMap::new();
    let mut most_words = vec![0; MOST_CHARACTERS + 1];
    for (index, number) in numbers.iter().enumerate() {
        for (template, score) in number.forms {
            for form in expand(template) {
                let (shape, first, words) = shape_of(&form);
                let classes = form.bytes().filter(|byte| sign(*byte).is_none()).collect();
                by_shape.entry(shape).or_default().push(Form { number: index, classes, score: *score });
                if let Some(most) = most_words.get_mut(first) {
                    *most = words.max(*most);
                }
            }
        }
    }
    let words = Words::new(numbers.iter().map(|number| number.context));
    Forms { numbers, by_shape: by_shape.into_iter().collect(), most_words, words }
});

/// A word of a text: letters, digits and underscores. Scripts without spaces between words end it.
#[derive(Debug, Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
    characters: usize,
    digits: usize,
    lower: bool,
    /// The sign that joins it to the word before, 0 when there is none or more than one.
    joined: u8,
}

pub(super) fn find(text: &str, options: &PiiOptions, found: &mut Vec<Candidate>) {
    let forms = &*FORMS;
    let words = words_of(text);
    let mut named = None;
    let bare = is_bare(text, &words);
    for first in 0..words.len() {
        let rest = words.get(first..).unwrap_or_default();
        let Some(word) = rest.first() else { break };
        let most = forms.most_words.get(word.characters).copied().unwrap_or(0);
        if most == 0 || rest.iter().take(3).all(|word| word.digits == 0) || after_sign(text, word.start) {
            continue;
        }
        let mut shape = 0;
        for (count, last) in rest.iter().take(most).enumerate() {
            if count > 0 {
                let Some(code) = sign(last.joined) else { break };
                shape = shape << 3 | code;
            }
            if last.characters > MOST_CHARACTERS {
                break;
            }
            shape = shape << 6 | last.characters as u64;
            let Ok(place) = forms.by_shape.binary_search_by_key(&shape, |(shape, _)| *shape) else { continue };
            let run = rest.get(..=count).unwrap_or_default();
            let Some((_, known)) = forms.by_shape.get(place) else { continue };
            if run.iter().all(|word| word.digits == 0) || goes_on(&words, first, count, run) {
                continue;
            }
            let compact = compact(text, run);
            let lower = run.iter().any(|word| word.lower);
            let prose = run.iter().any(|word| word.lower && word.digits == 0) && !bare;
            for form in known.iter().filter(|form| fits(&form.classes, &compact)) {
                let Some(number) = forms.numbers.get(form.number) else { continue };
                let Some(score) = (number.check)(&compact, form.score).filter(|score| !prose || *score >= 0.5) else {
                    continue;
                };
                let named = named.get_or_insert_with(|| forms.words.find(text));
                let context = named.near(form.number, word.start, last.end);
                let configured = options.countries.iter().any(|country| country.eq_ignore_ascii_case(number.country));
                // Lower-case letters are how words are written, not numbers of documents.
                let plain = score >= LISTED && !(lower && score < 0.8);
                let score = match (context, configured) {
                    (true, _) => (score + 0.45).clamp(0.6, 0.98),
                    (false, true) => (score + 0.3).clamp(0.5, 0.95),
                    (false, false) if plain || (bare && options.candidates) => score,
                    (false, false) => continue,
                };
                found.push(Candidate { kind: number.kind, start: word.start, end: last.end, score });
            }
        }
    }
}

/// True when the text is a value or a few, not a sentence: a cell of a table, a field of a form.
fn is_bare(text: &str, words: &[Word]) -> bool {
    text.len() <= 64 && words.len() <= 8 && words.iter().all(|word| word.digits > 0 || word.characters <= 3)
}

/// A sign in front that makes the number a piece of a link, a handle or an amount.
fn after_sign(text: &str, start: usize) -> bool {
    text.get(..start)
        .and_then(|head| head.chars().next_back())
        .is_some_and(|before| matches!(before, '/' | '&' | '@' | '%' | '?' | '$' | '€' | '£' | '¥' | '₹' | '\\'))
}

/// True when the number goes on before or behind: it is a piece of a longer one.
fn goes_on(words: &[Word], first: usize, count: usize, run: &[Word]) -> bool {
    let inner = run.get(1).map(|word| word.joined);
    // Another number may stand a space away; the same sign as inside, or one that joins, makes it one number.
    let glued = |joined: u8, other: &Word, apart: bool| match joined {
        b'-' | b'/' | b':' | b'+' | b'.' => other.digits > 0,
        b' ' => inner == Some(b' ') && other.digits == other.characters && !apart,
        _ => false,
    };
    let before = words.get(first).filter(|word| sign(word.joined).is_some());
    let previous = first.checked_sub(1).and_then(|place| words.get(place));
    let next = words.get(first + count + 1).filter(|word| sign(word.joined).is_some());
    before.zip(previous).is_some_and(|(word, previous)| {
        glued(word.joined, previous, sign(previous.joined).is_some_and(|_| previous.joined != b' '))
    }) || next.is_some_and(|next| glued(next.joined, next, other_number(words, first + count + 2)))
}

/// True when the word at `place` is joined to the one before by a sign other than a space.
fn other_number(words: &[Word], place: usize) -> bool {
    words.get(place).is_some_and(|word| word.joined != b' ' && sign(word.joined).is_some())
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    // The sign since the last word, 0 when it cannot join.
    let (mut between, mut signs) = (0u8, 0u32);
    for (place, character) in text.char_indices() {
        let inside = if character.is_ascii() {
            character.is_ascii_alphanumeric() || character == '_'
        } else {
            is_spaced_letter(character)
        };
        match (&mut open, inside) {
            (Some(word), true) => {
                word.characters += 1;
                word.digits += usize::from(character.is_ascii_digit());
                word.lower |= character.is_lowercase();
            }
            (None, true) => {
                let joined = if signs == 1 { between } else { 0 };
                open = Some(Word {
                    start: place,
                    end: place,
                    characters: 1,
                    digits: usize::from(character.is_ascii_digit()),
                    lower: character.is_lowercase(),
                    joined,
                });
            }
            (Some(word), false) => {
                words.push(Word { end: place, ..*word });
                open = None;
                (between, signs) = (if character.is_ascii() { character as u8 } else { 0 }, 1);
            }
            (None, false) => signs += 1,
        }
    }
    words.extend(open.map(|word| Word { end: text.len(), ..word }));
    words
}

/// Letters of scripts that put spaces between words; a particle may follow a number directly in the others.
fn is_spaced_letter(character: char) -> bool {
    character.is_alphanumeric()
        && !matches!(character, '\u{0e00}'..='\u{0eff}' | '\u{1100}'..='\u{11ff}' | '\u{3000}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}')
}

/// Code of a sign that may stand inside a form.
fn sign(byte: u8) -> Option<u64> {
    Some(match byte {
        b' ' => 1,
        b'-' => 2,
        b'/' => 3,
        b'.' => 4,
        b':' => 5,
        b'+' => 6,
        _ => return None,
    })
}

/// Shape, length of the first word, number of words.
fn shape_of(form: &str) -> (u64, usize, usize) {
    let (mut shape, mut length, mut first, mut words) = (0u64, 0usize, 0usize, 1usize);
    for byte in form.bytes() {
        if let Some(code) = sign(byte) {
            shape = (shape << 6 | length as u64) << 3 | code;
            first = if words == 1 { length } else { first };
            (length, words) = (0, words + 1);
        } else {
            length += 1;
        }
    }
    (shape << 6 | length as u64, if words == 1 { length } else { first }, words)
}

/// A form for each number of repeats.
fn expand(template: &str) -> Vec<String> {
    let Some((head, rest)) = template.split_once('{') else { return vec![template.to_owned()] };
    let Some((range, tail)) = rest.split_once('}') else { return Vec::new() };
    let (least, most) = range.split_once(',').unwrap_or((range, range));
    let (Ok(least), Ok(most)) = (least.parse::<usize>(), most.parse::<usize>()) else { return Vec::new() };
    let mut head = head.to_owned();
    let Some(repeated) = head.pop() else { return Vec::new() };
    let tails = expand(tail);
    (least..=most)
        .flat_map(|times| tails.iter().map(move |tail| (times, tail)))
        .map(|(times, tail)| format!("{head}{}{tail}", repeated.to_string().repeat(times)))
        .collect()
}

fn compact(text: &str, run: &[Word]) -> Vec<u8> {
    run.iter()
        .filter_map(|word| text.get(word.start..word.end))
        .flat_map(str::chars)
        .map(|character| match character {
            'ä' | 'ö' | 'ü' | 'Ä' | 'Ö' | 'Ü' => b'^',
            _ if character.is_ascii() => character.to_ascii_uppercase() as u8,
            _ => b'?',
        })
        .collect()
}

fn fits(classes: &[u8], compact: &[u8]) -> bool {
    classes.len() == compact.len()
        && classes.iter().zip(compact).all(|(class, byte)| match class {
            b'#' => byte.is_ascii_digit(),
            b'@' => byte.is_ascii_uppercase(),
            b'^' => byte.is_ascii_uppercase() || *byte == b'^',
            b'*' => byte.is_ascii_alphanumeric(),
            class => class == byte,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_expand_and_have_shapes() {
        assert_eq!(expand("#{2}-@{1,2}"), ["##-@", "##-@@"]);
        assert_eq!(shape_of("##-@@").0, shape_of("AB-12").0);
        assert_ne!(shape_of("##-@@").0, shape_of("## @@").0);
        assert_eq!(shape_of("## @@ #").2, 3);
    }

    #[test]
    fn every_number_has_forms_that_can_be_reached() {
        for number in countries::ALL.iter().copied().flatten() {
            assert!(!number.forms.is_empty(), "{}", number.kind);
            for (template, score) in number.forms {
                let expanded = expand(template);
                assert!(!expanded.is_empty() && (0.0..=1.0).contains(score), "{template}");
                for form in expanded {
                    let (_, first, words) = shape_of(&form);
                    assert!(words <= MOST_WORDS && first <= MOST_CHARACTERS, "{form}");
                }
            }
            assert!(number.context.iter().all(|word| *word == word.to_lowercase()), "{}", number.kind);
        }
    }
}
