//! X, Threads, Bluesky, Mastodon: short, and in threads where a story has several beats.

use vcm_core::platform::Platform;

use super::{Line, Paragraph, Part, Pieces, alone, body, runs_on};

/// One post.
pub(super) fn post(platform: Platform, pieces: &Pieces) -> Part {
    let has_items = pieces.body.iter().any(|beat| beat.item);
    // Half of the posts that have no list run the hook straight into the fact, as people type.
    let flowing = !has_items && runs_on(&pieces.hook) && pieces.turn % 2 == 1 && platform != Platform::X;
    let mut part = if flowing {
        let lines =
            std::iter::once(pieces.hook.clone()).chain(pieces.body.iter().take(1).map(|beat| beat.line.clone()));
        let mut part = vec![Paragraph { lines: lines.collect(), tight: false }];
        part.extend(body(pieces.body.get(1..).unwrap_or_default(), 2));
        part
    } else {
        let mut part = vec![alone(&pieces.hook)];
        part.extend(body(&pieces.body, if platform == Platform::X { 1 } else { 2 }));
        part
    };
    part.extend(pieces.filed.iter().map(alone));
    // A question invites replies and stands last, except where the link makes the preview.
    let (first, last) =
        if platform == Platform::Threads { (&pieces.call, &pieces.ask) } else { (&pieces.ask, &pieces.call) };
    part.extend(first.iter().map(alone));
    part.extend(last.iter().map(alone));
    part
}

/// Hook first, then one beat or two a part, then call and question.
pub(super) fn thread(pieces: &Pieces) -> Option<Vec<Part>> {
    if pieces.body.len() < 3 {
        return None;
    }
    // The hook pays off in the first post already: a reader who stops there has learned something.
    let (first, rest) = pieces.body.split_at(1);
    let mut parts: Vec<Part> = Vec::new();
    let mut opening = vec![alone(&pieces.hook)];
    opening.extend(first.iter().map(|beat| alone(&beat.line)));
    parts.push(opening);
    // Short beats go two to a part: a post of one short line is not worth a swipe.
    let chars: usize = rest.iter().map(|beat| beat.line.shown().chars().count()).sum();
    let short = rest.len() >= 2 && chars / rest.len() < 100;
    let per_part = rest.len().div_ceil(4).max(if short { 2 } else { 1 });
    parts.extend(rest.chunks(per_part).map(|beats| body(beats, 1)));
    let ending: Vec<&Line> = [&pieces.filed, &pieces.ask, &pieces.call].into_iter().flatten().collect();
    if ending.is_empty() {
        return Some(parts);
    }
    parts.push(ending.into_iter().map(alone).collect());
    Some(parts)
}
