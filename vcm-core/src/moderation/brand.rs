//! The brand's own words: banned words that stand in a text, in any disguise, and required words that do not.
//!
//! Next: [`super::moderator`].

use crate::text::views::{ViewKind, Views, fold_text};

/// Spans of `phrase` in the views of a text, whole words in any case, in code points of the original. Of overlapping spans the
/// first stays.
pub(super) fn find_phrase(text: &str, views: &Views, phrase: &str) -> Vec<(u32, u32)> {
    let wanted = words(phrase);
    let Some(first) = wanted.first() else { return find_sign(text, phrase.trim()) };
    let mut found: Vec<(u32, u32)> = Vec::new();
    for view in views {
        // A view that cuts or stars words of the text is no evidence for words that differ by a doubled letter.
        if matches!(view.kind(), ViewKind::Starred | ViewKind::RepeatsToOne) {
            continue;
        }
        let tokens = view.words();
        for (index, token) in tokens.iter().enumerate() {
            if view.word_text(token) != first {
                continue;
            }
            let mut rest = tokens.iter().skip(index + 1);
            let mut end = token.end;
            let matches = wanted.iter().skip(1).all(|word| {
                rest.next().is_some_and(|next| {
                    end = next.end;
                    view.word_text(next) == word
                })
            });
            let span = view.original(token.start, end);
            if matches && found.iter().all(|known| span.1 <= known.0 || known.1 <= span.0) {
                found.push(span);
            }
        }
    }
    found.sort_unstable();
    found
}

/// True when `phrase` stands in one of the parts.
pub(super) fn contains(parts: &[Views], texts: &[&str], phrase: &str) -> bool {
    parts.iter().zip(texts).any(|(views, text)| !find_phrase(text, views, phrase).is_empty())
}

/// A phrase without letters (a sign, an emoji) has no words: it is looked for as it stands.
fn find_sign(text: &str, sign: &str) -> Vec<(u32, u32)> {
    if sign.is_empty() {
        return Vec::new();
    }
    let characters = |part: &str| part.chars().count() as u32;
    let starts = text.match_indices(sign).map(|(place, _)| text.get(..place).map_or(0, characters));
    starts.map(|start| (start, start + characters(sign))).collect()
}

fn words(phrase: &str) -> Vec<String> {
    let folded = fold_text(phrase);
    let views = Views::of(&folded);
    views
        .folded()
        .into_iter()
        .flat_map(|view| view.words().iter().map(|word| view.word_text(word).to_owned()).collect::<Vec<_>>())
        .collect()
}
