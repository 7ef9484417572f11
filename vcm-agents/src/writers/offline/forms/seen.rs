//! Instagram, TikTok, YouTube Shorts, Pinterest: the picture leads, the text goes with it.

use super::{super::sentences::ends_sentence, Line, Paragraph, Part, Pieces, alone, body};

/// The first line stands alone: it is what shows before "more".
pub(super) fn instagram(pieces: &Pieces) -> Part {
    let mut part = vec![alone(&pieces.hook)];
    part.extend(body(&pieces.body, 1));
    part.extend(pieces.filed.iter().map(alone));
    let mut ending: Vec<Paragraph> = pieces.ask.iter().chain(&pieces.call).map(alone).collect();
    if let [_, call] = ending.as_mut_slice() {
        call.tight = pieces.turn.is_multiple_of(2);
    }
    part.extend(ending);
    part
}

/// One paragraph: line breaks are lost on the way to TikTok.
pub(super) fn tiktok(pieces: &Pieces) -> Part {
    one_paragraph(pieces)
}

/// A description below the title: what it is, then where to go.
pub(super) fn shorts(pieces: &Pieces) -> Part {
    let mut part = vec![alone(&pieces.hook)];
    part.extend(body(&pieces.body, 2));
    part.extend(pieces.filed.iter().chain(&pieces.ask).chain(&pieces.call).map(alone));
    part
}

/// One paragraph of whole sentences, since it is read by search.
pub(super) fn pin(pieces: &Pieces) -> Part {
    one_paragraph(pieces)
}

fn one_paragraph(pieces: &Pieces) -> Part {
    let lines = std::iter::once(&pieces.hook)
        .chain(pieces.body.iter().map(|beat| &beat.line))
        .chain(&pieces.filed)
        .chain(&pieces.ask)
        .chain(&pieces.call)
        .map(|line| match line.marker.trim() {
            "•" | "-" | "–" => Line { marker: String::new(), ..line.clone() },
            marker if marker.len() > 3 && marker.ends_with('→') => {
                Line { marker: marker.replace('→', "–"), ..line.clone() }
            }
            _ => line.clone(),
        })
        .map(|line| {
            // Where line breaks are lost, an entry without an end runs into the next one.
            let open = line.tail.is_empty() && !ends_sentence(&line.text);
            if open { Line { text: format!("{}.", line.text), ..line } } else { line }
        })
        .collect();
    vec![Paragraph { lines, tight: false }]
}
