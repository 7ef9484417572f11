//! LinkedIn and Facebook: room to breathe, a question to answer.

use super::{Line, Paragraph, Part, Pieces, alone, body, runs_on};

/// The first line carries it (more is folded away), one thought a paragraph, the link, and a question at the end.
pub(super) fn linkedin(pieces: &Pieces) -> Part {
    let mut part = vec![alone(&pieces.hook)];
    part.extend(body(&pieces.body, 1));
    part.extend(pieces.filed.iter().map(alone));
    part.extend(pieces.call.iter().map(alone));
    part.extend(pieces.ask.iter().map(alone));
    part
}

/// As one talks: the hook runs into the facts, then question and link.
pub(super) fn facebook(pieces: &Pieces) -> Part {
    let has_items = pieces.body.iter().any(|beat| beat.item);
    let mut part = if has_items || !runs_on(&pieces.hook) || pieces.turn.is_multiple_of(3) {
        let mut part = vec![alone(&pieces.hook)];
        part.extend(body(&pieces.body, 2));
        part
    } else {
        let (first, rest) = pieces.body.split_at(pieces.body.len().min(1));
        let lines: Vec<Line> =
            std::iter::once(pieces.hook.clone()).chain(first.iter().map(|beat| beat.line.clone())).collect();
        let mut part = vec![Paragraph { lines, tight: false }];
        part.extend(body(rest, 2));
        part
    };
    part.extend(pieces.filed.iter().map(alone));
    part.extend(pieces.ask.iter().map(alone));
    part.extend(pieces.call.iter().map(alone));
    part
}
