//! Where a paragraph breaks so that its lines come out about equally long and none ends badly.
//!
//! The fewest lines that fit are kept; among all ways to break into that many, the one with the least raggedness is taken (the sum
//! of squared differences from the mean, as in D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines", 1981, without
//! hyphenation), with a price on breaks that read badly: after an article or preposition, between a number and its unit, inside a
//! marked phrase, before a lonely last word. Next: [`super::lines`].

use std::ops::Range;

/// A word as breaking sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Width in ems.
    pub(super) ems: f32,
    /// Width of the space before it, when it does not start a line.
    pub(super) space_ems: f32,
    /// Price of a break after it: 0 where a line likes to end, about 1 where it reads badly.
    pub(super) price: f32,
}

/// Above this many words a paragraph is broken greedily: it is far too long for a card anyway.
const MOST_PIECES: usize = 360;

/// A last line shorter than this share of the widest looks left over.
pub(super) const LEFT_OVER: f32 = 0.38;

/// Weight of a badly read break beside the raggedness, which is measured in squared shares of the width.
const PRICE: f32 = 0.10;

/// Weight of a last line that looks left over.
const LEFT_OVER_PRICE: f32 = 0.25;

/// The lines of a paragraph, each as a range of pieces, of at most `limit` ems where pieces allow it; and how badly it is broken: 0
/// for one line, about 0.1 a line that reads badly.
pub(super) fn lines(pieces: &[Piece], limit: f32) -> (Vec<Range<usize>>, f32) {
    let greedy = greedy(pieces, limit);
    if greedy.len() < 2 || pieces.len() > MOST_PIECES {
        return (greedy, 0.0);
    }
    best(pieces, limit, greedy.len()).unwrap_or((greedy, 1.0))
}

/// Width of a line in ems.
pub(super) fn width(pieces: &[Piece], line: &Range<usize>) -> f32 {
    let words = pieces.get(line.clone()).unwrap_or_default();
    let spaces: f32 = words.iter().skip(1).map(|word| word.space_ems).sum();
    words.iter().map(|word| word.ems).sum::<f32>() + spaces
}

fn greedy(pieces: &[Piece], limit: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (index, piece) in pieces.iter().enumerate() {
        if index == start {
            used = piece.ems;
        } else if used + piece.space_ems + piece.ems <= limit {
            used += piece.space_ems + piece.ems;
        } else {
            lines.push(start..index);
            (start, used) = (index, piece.ems);
        }
    }
    if start < pieces.len() {
        lines.push(start..pieces.len());
    }
    lines
}

/// Dynamic programming over the end of the last line, one row a line.
fn best(pieces: &[Piece], limit: f32, count: usize) -> Option<(Vec<Range<usize>>, f32)> {
    let total = width(pieces, &(0..pieces.len()));
    let mean = total / count as f32;
    let unreached = (f32::INFINITY, 0_usize);
    let mut rows: Vec<Vec<(f32, usize)>> = Vec::with_capacity(count + 1);
    let mut first = vec![unreached; pieces.len() + 1];
    *first.first_mut()? = (0.0, 0);
    rows.push(first);
    for line in 1..=count {
        let before = rows.last()?;
        let mut row = vec![unreached; pieces.len() + 1];
        for (start, (cost, _)) in before.iter().enumerate() {
            if !cost.is_finite() {
                continue;
            }
            let mut used = 0.0;
            for (end, piece) in pieces.iter().enumerate().skip(start) {
                used += piece.ems + if end > start { piece.space_ems } else { 0.0 };
                if used > limit && end > start {
                    break;
                }
                let last = end + 1 == pieces.len();
                if last != (line == count) {
                    continue;
                }
                let off = (used - mean) / limit;
                let mut price = off * off;
                if last {
                    // A last line a little shorter than the others is how text ends.
                    price *= if used < mean { 0.7 } else { 1.2 };
                    let lonely = end == start && piece.ems < mean * 0.6;
                    if lonely || used < mean * LEFT_OVER {
                        price += LEFT_OVER_PRICE;
                    }
                } else {
                    price += piece.price * PRICE;
                }
                let reached = row.get_mut(end + 1)?;
                if cost + price < reached.0 {
                    *reached = (cost + price, start);
                }
            }
        }
        rows.push(row);
    }
    let mut lines = Vec::with_capacity(count);
    let mut end = pieces.len();
    let badness = rows.last()?.last()?.0;
    for row in rows.iter().skip(1).rev() {
        let (cost, start) = row.get(end)?;
        if !cost.is_finite() {
            return None;
        }
        lines.push(*start..end);
        end = *start;
    }
    lines.reverse();
    (end == 0).then_some((lines, badness))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces(widths: &[f32]) -> Vec<Piece> {
        widths.iter().map(|ems| Piece { ems: *ems, space_ems: 0.3, price: 0.0 }).collect()
    }

    #[test]
    fn lines_are_about_equal() {
        // Greedy would fill the first two lines and leave one word over.
        let words = pieces(&[3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0]);
        assert_eq!(greedy(&words, 10.0), vec![0..3, 3..6, 6..7]);
        let (found, _) = lines(&words, 10.0);
        assert_eq!(found.len(), 3);
        assert!(found.last().is_some_and(|last| last.len() > 1), "{found:?}");
    }

    #[test]
    fn a_line_does_not_end_after_a_small_word_when_it_can_be_helped() {
        let mut words = pieces(&[3.0, 3.0, 1.0, 3.0, 3.0, 3.0]);
        words[2].price = 1.0;
        let (found, _) = lines(&words, 11.0);
        assert!(found.iter().all(|line| line.end != 3), "{found:?}");
    }

    proptest! {
        #[test]
        fn every_word_is_kept_in_order_and_no_line_is_too_wide(widths in proptest::collection::vec(0.1f32..6.0, 0..60), limit in 6.0f32..30.0) {
            let words = pieces(&widths);
            let (found, _) = lines(&words, limit);
            prop_assert_eq!(found.len(), greedy(&words, limit).len());
            let mut next = 0;
            for line in &found {
                prop_assert_eq!(line.start, next);
                prop_assert!(line.len() == 1 || width(&words, line) <= limit + 1e-3);
                next = line.end;
            }
            prop_assert_eq!(next, words.len());
        }
    }
}
