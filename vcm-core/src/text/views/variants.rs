//! The views beyond the folded one. Each undoes one trick, and only in words that show it. Next: [`crate::moderation`].

use std::ops::Range;

use unicode_security::{MixedScript, skeleton};

use super::{Cell, View, ViewKind, fold::is_latin, is_word};

/// Words longer than this are not undone: nothing that long hides a word, and work stays linear.
const LONGEST_WORD: usize = 48;

/// Which tricks a folded text may hold, found in one pass over its bytes. A trick seen may be none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says that one trick may be there; they are independent")]
pub(super) struct Tricks {
    foreign: bool,
    leet: bool,
    repeats: bool,
    separated: bool,
    stars: bool,
}

impl Tricks {
    pub(super) fn any(self) -> bool {
        self.foreign || self.leet || self.repeats || self.separated || self.stars
    }

    /// Bytes that are not ASCII count as letters: what stands beside them may be a trick.
    pub(super) fn scan(folded: &str) -> Self {
        let mut tricks = Self { foreign: !folded.is_ascii(), ..Self::default() };
        tricks.leet = tricks.foreign && folded.contains(['€', '£', '¢', '¡']);
        let (mut second, mut last, mut run, mut singles) = (b' ', b' ', 1u8, 0u8);
        for byte in folded.bytes().chain(*b"  ") {
            let byte = byte.to_ascii_lowercase();
            let letter = is_letter(byte);
            run = if byte == last { run.saturating_add(1) } else { 1 };
            tricks.repeats |= letter && run >= 2 && byte.is_ascii() && (run >= 3 || !is_common_double(byte));
            let between = is_letter(second) && letter;
            match last {
                b'0' | b'1' | b'3' | b'4' | b'5' | b'7' | b'8' | b'9' | b'$' => {
                    tricks.leet |= letter || is_letter(second);
                }
                b'!' | b'|' | b'+' => tricks.leet |= letter,
                // At the front of a word it is a mention, unless no mention is likely to begin so.
                b'@' => tricks.leet |= letter && (second.is_ascii_alphanumeric() || byte == b's'),
                b'*' => {
                    tricks.stars |= is_letter(second);
                    tricks.separated |= between;
                }
                b'-' | b'_' | b'.' | b'~' | b'/' => tricks.separated |= between,
                _ => {}
            }
            // Three single letters in a row, whatever stands between them.
            if letter && !is_letter(last) && !last.is_ascii_digit() {
                singles = singles.saturating_add(1);
                tricks.separated |= singles >= 3;
            } else if letter || byte.is_ascii_digit() {
                singles = 0;
            }
            (second, last) = (last, byte);
        }
        tricks
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || !byte.is_ascii()
}

/// Letters that English doubles often: two of them are no reason to look closer.
fn is_common_double(letter: u8) -> bool {
    matches!(letter, b'e' | b'f' | b'g' | b'l' | b'm' | b'n' | b'o' | b'p' | b'r' | b's' | b't' | b'c' | b'd' | b'b')
}

/// Appends every view that differs from the folded cells.
pub(super) fn push_variants(views: &mut Vec<View>, folded: &[Cell]) {
    let Some(tricks) = views.first().map(|view| Tricks::scan(&view.text)) else { return };
    let skeleton_cells = if tricks.foreign { skeleton_view(folded) } else { None };
    if let Some(cells) = &skeleton_cells {
        views.push(View::from_cells(ViewKind::Skeleton, cells));
    }
    let base = skeleton_cells.as_deref().unwrap_or(folded);
    // What a look-alike stood for may belong to another trick.
    let tricks = views.last().map_or(tricks, |view| Tricks::scan(&view.text));
    if tricks.leet {
        for (kind, ambiguous) in [(ViewKind::Leet, 'i'), (ViewKind::LeetAsL, 'l')] {
            if let Some(cells) = leet_view(base, ambiguous) {
                let same =
                    views.last().is_some_and(|view| view.text.chars().eq(cells.iter().map(|cell| cell.character)));
                if !same {
                    views.push(View::from_cells(kind, &cells));
                }
            }
        }
    }
    if tricks.repeats {
        let cuts = [(ViewKind::RepeatsToTwo, 3, 2), (ViewKind::RunsToOne, 3, 1), (ViewKind::RepeatsToOne, 2, 1)];
        for (kind, least, keep) in cuts {
            if let Some(cells) = repeats_view(base, least, keep) {
                views.push(View::from_cells(kind, &cells));
            }
        }
    }
    if tricks.separated
        && let Some((cells, spelled)) = joined_view(base)
    {
        views.push(View { spelled, ..View::from_cells(ViewKind::Joined, &cells) });
    }
    if tricks.stars && base.iter().any(|cell| cell.character == '*') {
        views.push(View::from_cells(ViewKind::Starred, base));
    }
}

/// Index ranges of runs of cells that satisfy `inside`.
fn runs(cells: &[Cell], inside: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = None;
    for (index, cell) in cells.iter().enumerate() {
        match (begin, inside(cell.character)) {
            (None, true) => begin = Some(index),
            (Some(from), false) => {
                found.push(from..index);
                begin = None;
            }
            _ => {}
        }
    }
    found.extend(begin.map(|from| from..cells.len()));
    found
}

/// Copies `cells` with some ranges replaced; `None` when nothing is.
fn rewrite(
    cells: &[Cell],
    words: Vec<Range<usize>>,
    change: impl Fn(&[Cell]) -> Option<Vec<Cell>>,
) -> Option<Vec<Cell>> {
    let mut out = Vec::new();
    let (mut done, mut changed) = (0, false);
    for word in words {
        let Some(new) = cells.get(word.clone()).filter(|word| word.len() <= LONGEST_WORD).and_then(&change) else {
            continue;
        };
        changed = true;
        out.extend_from_slice(cells.get(done..word.start).unwrap_or_default());
        out.extend(new);
        done = word.end;
    }
    changed.then(|| {
        out.extend_from_slice(cells.get(done..).unwrap_or_default());
        out
    })
}

/// Look-alikes turned into the Latin letters they imitate: in words that mix scripts, and in words of another script that
/// imitate Latin from first to last letter while the rest of the text is Latin.
fn skeleton_view(cells: &[Cell]) -> Option<Vec<Cell>> {
    // Plain letters and their accents imitate nothing.
    if cells.iter().all(|cell| cell.character.is_ascii() || is_latin(cell.character) || !is_word(cell.character)) {
        return None;
    }
    let words = runs(cells, is_word);
    let imitations = |word: &[Cell]| word.iter().map(|cell| imitated(cell.character)).collect::<Option<Vec<char>>>();
    let mut latin = 0usize;
    let mut genuine = 0usize;
    for word in &words {
        let word = cells.get(word.clone()).unwrap_or_default();
        if word.iter().any(|cell| is_latin(cell.character)) {
            latin += 1;
        } else if imitations(word).is_none() {
            genuine += 1;
        }
    }
    rewrite(cells, words, |word| {
        if word.iter().all(|cell| cell.character.is_ascii() || is_latin(cell.character)) {
            return None;
        }
        let text: String = word.iter().map(|cell| cell.character).collect();
        let has_latin = word.iter().any(|cell| is_latin(cell.character));
        let disguised = if has_latin { !text.is_single_script() } else { latin > 0 && genuine == 0 && word.len() >= 3 };
        if !disguised {
            return None;
        }
        if !has_latin {
            let letters = imitations(word)?;
            return Some(word.iter().zip(letters).map(|(cell, character)| Cell { character, ..*cell }).collect());
        }
        Some(
            word.iter()
                .map(|cell| Cell { character: imitated(cell.character).unwrap_or(cell.character), ..*cell })
                .collect(),
        )
    })
}

/// The ASCII character that `character` imitates, if it is one character by UTS #39.
fn imitated(character: char) -> Option<char> {
    if character.is_ascii() {
        return Some(character);
    }
    let mut buffer = [0; 4];
    let mut prototype = skeleton(character.encode_utf8(&mut buffer));
    match (prototype.next(), prototype.next()) {
        (Some(only), None) if only.is_ascii() => Some(only.to_ascii_lowercase()),
        _ => None,
    }
}

/// Digits and symbols read as letters, in words with at least as many letters as them.
fn leet_view(cells: &[Cell], ambiguous: char) -> Option<Vec<Cell>> {
    let words = runs(cells, |character| is_word(character) || leet_letter(character, ambiguous).is_some());
    rewrite(cells, words, |word| {
        // "great!!!" ends in punctuation, "wow!!" too: signs at the end are not letters. "a$$" is.
        let end =
            word.iter().rposition(|cell| !matches!(cell.character, '!' | '|' | '+' | '@')).map_or(0, |last| last + 1);
        let (core, tail) = word.split_at_checked(end)?;
        let letters = core.iter().filter(|cell| cell.character.is_alphabetic()).count();
        let signs = core.iter().filter(|cell| leet_letter(cell.character, ambiguous).is_some()).count();
        if signs == 0 || letters < signs || core.len() < 3 {
            return None;
        }
        let read = core
            .iter()
            .map(|cell| Cell { character: leet_letter(cell.character, ambiguous).unwrap_or(cell.character), ..*cell });
        Some(read.chain(tail.iter().copied()).collect())
    })
}

fn leet_letter(character: char, ambiguous: char) -> Option<char> {
    Some(match character {
        '0' => 'o',
        '1' | '!' | '|' | '¡' => ambiguous,
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        '9' => 'g',
        '£' => 'l',
        '¢' => 'c',
        _ => return None,
    })
}

/// Runs of at least `least` times the same letter cut to `keep`.
fn repeats_view(cells: &[Cell], least: usize, keep: usize) -> Option<Vec<Cell>> {
    rewrite(cells, runs(cells, char::is_alphabetic), |word| {
        let mut out: Vec<Cell> = Vec::with_capacity(word.len());
        for run in word.chunk_by(|a, b| a.character == b.character) {
            let kept = if run.len() >= least { keep } else { run.len() };
            out.extend(run.iter().take(kept));
            if let (Some(cut), Some(end)) = (out.last_mut(), run.last()) {
                cut.end = end.end;
            }
        }
        (out.len() < word.len()).then_some(out)
    })
}

/// Single letters and fragments joined again, with the starts of the words that came from single letters.
fn joined_view(cells: &[Cell]) -> Option<(Vec<Cell>, Vec<u32>)> {
    let words = runs(cells, is_word);
    let mut out: Vec<Cell> = Vec::new();
    let mut spelled = Vec::new();
    let (mut done, mut index) = (0, 0);
    while let Some(first) = words.get(index) {
        let (count, letters_only) = chain_length(cells, words.get(index..).unwrap_or_default());
        if count < 2 {
            index += 1;
            continue;
        }
        out.extend_from_slice(cells.get(done..first.start).unwrap_or_default());
        if letters_only {
            spelled.push(out.len() as u32);
        }
        for word in words.iter().skip(index).take(count) {
            out.extend_from_slice(cells.get(word.clone()).unwrap_or_default());
            done = word.end;
        }
        index += count;
    }
    (done > 0).then(|| {
        out.extend_from_slice(cells.get(done..).unwrap_or_default());
        (out, spelled)
    })
}

/// How many of `words` from the first on are pieces of one, and whether all are single letters.
fn chain_length(cells: &[Cell], words: &[Range<usize>]) -> (usize, bool) {
    let single = |word: &Range<usize>| word.len() == 1;
    let gap = |pair: &[Range<usize>]| match pair {
        [left, right] => cells.get(left.end..right.start).unwrap_or_default(),
        _ => &[],
    };
    let is_letters = |word: &Range<usize>| {
        cells.get(word.clone()).is_some_and(|cells| cells.iter().all(|cell| cell.character.is_alphabetic()))
    };
    let same_gap = |pair: &[Range<usize>]| {
        let first = words.get(..2).map(gap).unwrap_or_default();
        gap(pair).iter().map(|cell| cell.character).eq(first.iter().map(|cell| cell.character))
    };
    // Single letters: the same separator between all, of one to three characters, also a space.
    let singles = 1 + words
        .windows(2)
        .take(LONGEST_WORD)
        .take_while(|pair| {
            pair.iter().all(|word| single(word) && is_letters(word))
                && (1..=3).contains(&gap(pair).len())
                && gap(pair).iter().all(|cell| is_separator(cell.character))
                && same_gap(pair)
        })
        .count();
    if singles >= 3 {
        return (singles, true);
    }
    // Fragments: one separator that is not a space; a dot joins only next to a single letter, as it also ends sentences.
    let fragments = 1 + words
        .windows(2)
        .take(8)
        .take_while(|pair| {
            pair.iter().all(is_letters)
                && match gap(pair) {
                    [cell] => match cell.character {
                        '-' | '_' | '*' | '~' | '+' => true,
                        '.' | '/' => pair.iter().any(single),
                        _ => false,
                    },
                    _ => false,
                }
        })
        .count();
    (fragments, false)
}

fn is_separator(character: char) -> bool {
    matches!(character, ' ' | '.' | '-' | '_' | '*' | '~' | '/' | ',' | '|' | '+' | '•' | '·' | '\u{a0}')
}
