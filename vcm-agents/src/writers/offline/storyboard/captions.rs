//! Captions: what is said, in pieces of two short lines that can be read while it is said. Next: [`super::screen`].
//!
//! The rules are those that broadcasters share: at most 42 characters a line and two lines, at most 20 characters a second
//! (17 is planned), at least a second on screen where the shot has one, breaks after punctuation rather than within a phrase,
//! no caption that is a lonely word.

use vcm_core::visuals::Caption;

use super::speech;

/// Most characters of a line.
pub(super) const LINE_CHARS: usize = 42;

/// Least time on screen.
const SHORTEST_MS: u32 = 1_000;

/// Words beyond this are cut into captions greedily: a fact has at most 300 characters.
const MOST_WORDS: usize = 240;

/// Captions of a shot: `said` from `start_ms` on, in `spoken_ms`, never beyond `end_ms`.
pub(super) fn captions(said: &str, start_ms: u32, spoken_ms: u32, end_ms: u32) -> Vec<Caption> {
    let words = pieces(said);
    let cut: Vec<String> = words.chunks(MOST_WORDS).flat_map(cut).collect();
    let total: u64 = cut.iter().map(|text| text.chars().count() as u64).sum();
    let room = end_ms.saturating_sub(start_ms);
    // Two captions need two seconds; one may stay a second even where it is said faster.
    let time = spoken_ms.max(SHORTEST_MS.saturating_mul(cut.len() as u32)).min(room);
    let mut before = 0_u64;
    let mut found: Vec<Caption> = Vec::with_capacity(cut.len());
    let at = |chars: u64| start_ms + (u64::from(time) * chars / total.max(1)) as u32;
    for text in cut {
        let from = at(before);
        before += text.chars().count() as u64;
        found.push(Caption { start_ms: from, end_ms: at(before), text });
    }
    found.retain(|caption| caption.start_ms < caption.end_ms);
    found
}

/// Words, those too long for a line in pieces.
fn pieces(said: &str) -> Vec<String> {
    speech::words(said)
        .flat_map(|word| {
            let chars: Vec<char> = word.chars().collect();
            chars.chunks(LINE_CHARS).map(|piece| piece.iter().collect::<String>()).collect::<Vec<_>>()
        })
        .collect()
}

/// Cuts words into captions: as few as there can be, about equally long, after punctuation where possible.
fn cut(words: &[String]) -> Vec<String> {
    let total: usize = words.iter().map(|word| word.chars().count() + 1).sum::<usize>().saturating_sub(1);
    let count = total.div_ceil(2 * LINE_CHARS).max(1);
    let wanted = total as f64 / count as f64;
    // Cheapest way to caption the first `end` words, and where its last caption begins.
    let mut best: Vec<(f64, usize)> = vec![(0.0, 0)];
    for end in 1..=words.len() {
        let mut cheapest = (f64::INFINITY, end - 1);
        for start in (0..end).rev() {
            let Some(lines) = lines(words.get(start..end).unwrap_or_default()) else { break };
            let length: usize = lines.iter().map(|line| line.chars().count()).sum();
            let off = (length as f64 - wanted) / wanted;
            let pause = if end == words.len() || ends_phrase(words.get(end - 1)) { 0.0 } else { 0.35 };
            let cost = best.get(start).map_or(f64::INFINITY, |(cost, _)| *cost) + 0.4 + off * off + pause;
            if cost < cheapest.0 {
                cheapest = (cost, start);
            }
        }
        best.push(cheapest);
    }
    let mut found = Vec::new();
    let mut end = words.len();
    while end > 0 {
        let start = best.get(end).map_or(0, |(_, start)| *start).min(end - 1);
        let text = words.get(start..end).unwrap_or_default();
        found.push(lines(text).unwrap_or_default().join("\n"));
        end = start;
    }
    found.reverse();
    found
}

/// One or two lines; none when the words need more. The lower line is the longer one, unless a phrase ends above.
fn lines(words: &[String]) -> Option<Vec<String>> {
    let whole = words.join(" ");
    if whole.chars().count() <= LINE_CHARS {
        return Some(vec![whole]);
    }
    let mut best: Option<(i64, Vec<String>)> = None;
    for at in 1..words.len() {
        let (upper, lower) = words.split_at(at);
        let (upper, lower) = (upper.join(" "), lower.join(" "));
        let (above, below) = (upper.chars().count(), lower.chars().count());
        if above > LINE_CHARS || below > LINE_CHARS {
            continue;
        }
        let phrase = if ends_phrase(words.get(at - 1)) { 0 } else { 12 };
        let top_heavy = if above > below { 3 } else { 0 };
        // An article or a preposition belongs to what follows.
        let dangling = if words.get(at - 1).is_some_and(|word| word.chars().count() <= 3) { 5 } else { 0 };
        let cost = (above as i64 - below as i64).abs() + phrase + top_heavy + dangling;
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, vec![upper, lower]));
        }
    }
    best.map(|(_, lines)| lines)
}

fn ends_phrase(word: Option<&String>) -> bool {
    word.is_some_and(|word| word.ends_with([',', ';', ':', '.', '?', '!', '…', '–', '—', '”', '»']))
}

/// Whether a caption keeps the fastest reading speed.
#[cfg(test)]
pub(super) fn is_readable(caption: &Caption) -> bool {
    let chars = caption.text.chars().filter(|c| *c != '\n').count() as u32;
    chars * 1_000 <= 20 * (caption.end_ms - caption.start_ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(said: &str) -> Vec<String> {
        captions(said, 0, 8_000, 9_000).into_iter().map(|caption| caption.text).collect()
    }

    #[test]
    fn captions_break_where_a_speaker_breathes() {
        assert_eq!(texts("Save this for later."), ["Save this for later."]);
        assert_eq!(
            texts(
                "Each of Webb's mirrors wears a microscopically thin layer of gold, because gold reflects infrared light well."
            ),
            [
                "Each of Webb's mirrors wears\na microscopically thin layer of gold,",
                "because gold reflects infrared light well."
            ]
        );
        assert!(texts("").is_empty());
    }

    #[test]
    fn no_word_is_lost_and_no_line_is_too_long() {
        let said =
            format!("{} Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen.", "a few words, and ".repeat(9));
        let found = captions(&said, 500, 20_000, 20_500);
        let read: String = found.iter().map(|caption| caption.text.replace('\n', " ") + " ").collect();
        assert_eq!(read.replace(' ', ""), said.replace(' ', ""));
        assert!(found.iter().all(|caption| caption.text.lines().count() <= 2));
        assert!(found.iter().flat_map(|caption| caption.text.lines()).all(|line| line.chars().count() <= LINE_CHARS));
        assert!(found.iter().all(is_readable));
        assert_eq!((found[0].start_ms, found.last().unwrap().end_ms), (500, 20_500));
    }
}
