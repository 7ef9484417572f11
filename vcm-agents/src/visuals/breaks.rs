//! Where a line may break, and where it should not although it may.
//!
//! Latin, Arabic, Hebrew, Cyrillic, Korean and the scripts of India break at spaces. Chinese and Japanese break between characters,
//! except where kinsoku forbids it (JIS X 4051 and W3C's requirements for Japanese layout, 3.1.7 and 3.1.8): no line starts with a
//! closing bracket, a small kana or a full stop, none ends with an opening bracket. Next: [`super::balance`].

use unicode_segmentation::UnicodeSegmentation;

/// Characters that no line starts with: closing brackets, stops and commas, marks of iteration and length, small kana, dividers.
const NO_START: &str = "、。，．・：；？！」』）》〉】〕｝〗〙〟’”»›)]},.!?:;%‰％℃°…‥ーゝゞ々〻ヽヾ〜～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ‐゠–—―ｰ｡､｣･ｧｨｩｪｫｬｭｮｯ";

/// Characters that no line ends with: opening brackets and signs that belong to what follows.
const NO_END: &str = "「『（《〈【〔｛〖〘〝‘“«‹([{¥￥$£€#＃@＠№";

/// Small words that a line does not end with: articles, prepositions and conjunctions of the languages that the writer knows.
/// Words of one or two letters need no entry.
const SMALL: &[&str] = &[
    "the", "and", "for", "but", "nor", "with", "from", "into", "onto", "over", "than", "that", "your", "our", "its",
    "their", "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "und", "mit", "von", "für", "bei",
    "aus", "zum", "zur", "les", "des", "une", "aux", "par", "pour", "dans", "avec", "los", "las", "del", "una", "con",
    "por", "para", "como", "dos", "das", "uma", "com", "nos", "nas",
];

/// The pieces of a word between which a line may break.
pub(super) fn unbreakable(word: &str) -> Vec<String> {
    if word.is_ascii() {
        return if word.is_empty() { Vec::new() } else { vec![word.to_owned()] };
    }
    let mut pieces: Vec<String> = Vec::new();
    for grapheme in word.graphemes(true) {
        let first = grapheme.chars().next().unwrap_or_default();
        let last = pieces.last().and_then(|last| last.chars().next_back());
        match (pieces.last_mut(), last) {
            (Some(piece), Some(last)) if !may_break(last, first) => piece.push_str(grapheme),
            _ => pieces.push(grapheme.to_owned()),
        }
    }
    pieces
}

/// Price of a line end after `piece` when `next` follows: 0 after a clause, 1 where it reads badly.
pub(super) fn price(piece: &str, next: &str, spaced: bool) -> f32 {
    let (Some(last), Some(first)) = (piece.chars().next_back(), next.chars().next()) else { return 0.0 };
    if !spaced {
        return price_between(last, first);
    }
    let word = piece.trim_matches(|character: char| !character.is_alphanumeric());
    let letters = word.chars().count();
    let clause_ends = matches!(last, '.' | ',' | ':' | ';' | '!' | '?' | '…' | '—' | '–' | '،' | '؛' | '؟' | '।');
    if clause_ends {
        return -0.35;
    }
    let is_number =
        word.chars().all(|character| character.is_numeric() || matches!(character, '.' | ',')) && letters > 0;
    if is_number && first.is_alphabetic() {
        return 1.0;
    }
    let small = word.chars().all(char::is_alphabetic) && letters <= 2 && word.chars().all(|letter| letter < '\u{0590}');
    if small || SMALL.contains(&word.to_lowercase().as_str()) { 0.8 } else { 0.15 }
}

/// In Japanese a phrase mostly ends where kana meet an ideograph, and a word of katakana is one piece.
fn price_between(last: char, first: char) -> f32 {
    let is_katakana = |character: char| matches!(character, '\u{30A0}'..='\u{30FF}');
    let is_hiragana = |character: char| matches!(character, '\u{3040}'..='\u{309F}');
    if "、。，．！？」』）：；".contains(last) {
        -0.5
    } else if is_katakana(last) && is_katakana(first) {
        1.5
    } else if is_hiragana(last) && !is_hiragana(first) {
        0.0
    } else if is_hiragana(first) {
        1.0
    } else {
        0.6
    }
}

fn may_break(last: char, first: char) -> bool {
    (is_ideograph(first) || is_ideograph(last))
        && !NO_START.contains(first)
        && !NO_END.contains(last)
        // A number stays with its counter, and dashes and dots stay in one.
        && !(last.is_ascii_digit() && is_ideograph(first))
        && !(last == first && matches!(last, '…' | '—' | '―' | '‥'))
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinsoku_holds() {
        for (word, expected) in [
            ("日本語", vec!["日", "本", "語"]),
            ("「今日」は。", vec!["「今", "日」", "は。"]),
            ("キャッシュ", vec!["キャッ", "シュ"]),
            ("2024年に", vec!["2024年", "に"]),
            ("（東京）", vec!["（東", "京）"]),
            ("Rustの本", vec!["Rust", "の", "本"]),
            ("한국어", vec!["한국어"]),
            ("plain", vec!["plain"]),
            ("", vec![]),
        ] {
            assert_eq!(unbreakable(word), expected, "{word}");
        }
    }

    #[test]
    fn lines_end_where_they_read_well() {
        for (piece, next, better_piece, better_next) in
            [("the", "map", "map", "shows"), ("18", "segments", "segments", "of"), ("word", "and", "end.", "And")]
        {
            assert!(price(piece, next, true) > price(better_piece, better_next, true), "{piece} {next}");
        }
        assert!(price_between('カ', 'キ') > price_between('は', '新'));
    }
}
