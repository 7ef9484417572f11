//! The folded view: NFKC and lower case, without what does not show. Next: `variants`.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::Cell;

/// `text` folded as the first view is, without the map: for terms that are compared with views.
pub fn fold_text(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    fold_cells(text).0.into_iter().map(|cell| cell.character).collect()
}

/// The folded code points with their original spans, and the spans of hidden characters inside Latin words.
pub(super) fn fold_cells(text: &str) -> (Vec<Cell>, Vec<(u32, u32)>) {
    let mut cells = Vec::with_capacity(text.len());
    let mut hidden: Vec<(u32, u32)> = Vec::new();
    let mut characters = text.chars().zip(0u32..).peekable();
    let mut cluster = String::new();
    while let Some((character, start)) = characters.next() {
        let bare = characters.peek().is_none_or(|(next, _)| next.is_ascii() || !is_combining_mark(*next));
        if bare && (character.is_ascii() || matches!(character, '–' | '—' | '‘' | '’' | '“' | '”' | '•'))
        {
            let plain = if matches!(character, '‘' | '’') { '\'' } else { character.to_ascii_lowercase() };
            cells.push(Cell { character: plain, start, end: start + 1 });
            continue;
        }
        let before = cells.last().map(|cell: &Cell| cell.character);
        if is_invisible(character) {
            let after = characters.peek().map(|(next, _)| *next);
            // A joiner has a meaning between Arabic or Indic letters and inside emoji; only between Latin letters it hides.
            if is_joiner(character) && !before.is_some_and(is_latin) && before.is_some_and(char::is_alphabetic) {
                cells.push(Cell { character, start, end: start + 1 });
            } else if before.is_some_and(is_latin) && after.is_some_and(|next| is_latin(next) || is_invisible(next)) {
                note(&mut hidden, start, start + 1);
            }
            continue;
        }
        cluster.clear();
        cluster.push(character);
        let mut end = start + 1;
        while let Some((mark, _)) = characters.next_if(|(next, _)| is_combining_mark(*next) || is_conjoining(*next)) {
            cluster.push(mark);
            end += 1;
        }
        let keeps_marks = !is_latin(character) && character.is_alphabetic();
        let mut first = true;
        for composed in cluster.nfkc() {
            // Marks that do not compose with a Latin letter or a symbol are decoration ("Zalgo"); in other scripts they spell.
            if is_combining_mark(composed) && !first && !keeps_marks {
                if before.is_some_and(is_latin) || is_latin(character) {
                    note(&mut hidden, start, end);
                }
                continue;
            }
            first = false;
            if matches!(composed, '’' | '‘' | 'ʼ') {
                cells.push(Cell { character: '\'', start, end });
            } else if composed == 'ß' || composed == 'ẞ' {
                cells.extend(['s', 's'].map(|character| Cell { character, start, end }));
            } else {
                let lower = composed.to_lowercase().filter(|lower| keeps_marks || !is_combining_mark(*lower));
                cells.extend(lower.map(|character| Cell { character, start, end }));
            }
        }
    }
    (cells, hidden)
}

fn note(hidden: &mut Vec<(u32, u32)>, start: u32, end: u32) {
    match hidden.last_mut() {
        Some(last) if last.1 >= start => last.1 = end.max(last.1),
        _ => hidden.push((start, end)),
    }
}

/// Latin letters, also as mathematical, full-width or enclosed forms: those that NFKC turns into Latin.
pub(super) fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character,
            'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{1d400}'..='\u{1d6a5}'
            | 'Ⓐ'..='ⓩ' | '⒜'..='⒵')
}

/// Characters that do not show: Unicode `Default_Ignorable_Code_Point` and the other format controls (DerivedCoreProperties).
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Hangul vowels and finals, which compose with the letter before them.
fn is_conjoining(character: char) -> bool {
    matches!(character, '\u{1161}'..='\u{11ff}')
}
