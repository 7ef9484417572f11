//! Where a word may break without a space: between ideographs and kana. Next: [`super::lines`].

use unicode_segmentation::UnicodeSegmentation;

/// The pieces of a word between which a line may break: around ideographs and kana, never before closing or after opening
/// punctuation (the core of JIS X 4051).
pub(super) fn unbreakable(word: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut open = true;
    for grapheme in word.graphemes(true) {
        let first = grapheme.chars().next().unwrap_or_default();
        let joins =
            open || closes(first) || pieces.last().is_some_and(|last| !breaks_around(last.chars().next_back(), first));
        match pieces.last_mut() {
            Some(last) if joins => last.push_str(grapheme),
            _ => pieces.push(grapheme.to_owned()),
        }
        open = matches!(first, '「' | '『' | '（' | '《' | '〈' | '【' | '“' | '‘' | '(' | '[');
    }
    pieces
}

fn breaks_around(before: Option<char>, after: char) -> bool {
    is_ideograph(after) || before.is_some_and(is_ideograph)
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

fn closes(character: char) -> bool {
    "、。，．・：；？！」』）》〉】”’)],.!?:;%ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…".contains(character)
}
