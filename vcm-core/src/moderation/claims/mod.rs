//! Claims without ground: a number, a superlative or a quotation in copy that neither the brief nor a source carries.
//!
//! `grounding` collects what may be said, `numbers` reads figures as people write them, `superlatives` knows the words that
//! claim first place. What is no claim passes: thread numbering, counts of a list, times, dates the brief gives, names with
//! digits, links. Next: [`super::brand`].

mod grounding;
mod numbers;
mod superlatives;

pub use self::grounding::Grounding;

/// A claim that nothing backs. Positions are code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// What is claimed.
    pub kind: ClaimKind,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Kinds of claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimKind {
    /// A figure.
    Number,
    /// "best", "first", "only", "guaranteed", "#1".
    Superlative,
    /// Words in quotation marks.
    Quotation,
}

/// The claims in `text` that `grounding` does not carry, in the order of the text.
pub fn ungrounded(text: &str, grounding: &Grounding) -> Vec<Claim> {
    let mut found: Vec<(ClaimKind, usize, usize)> = Vec::new();
    for number in numbers::claimed(text) {
        if !grounding.carries_number(&number) {
            found.push((ClaimKind::Number, number.start, number.end));
        }
    }
    for word in superlatives::claimed(text) {
        if !grounding.carries_superlative(word.stem) {
            found.push((ClaimKind::Superlative, word.start, word.end));
        }
    }
    for (start, end) in quotations(text) {
        if text.get(start..end).is_some_and(|quote| !grounding.carries_quotation(quote)) {
            found.push((ClaimKind::Quotation, start, end));
        }
    }
    found.sort_by_key(|claim| (claim.1, claim.2));
    let (mut bytes, mut characters) = (0, 0u32);
    found
        .into_iter()
        .map(|(kind, from, to)| {
            characters += text.get(bytes..from).map_or(0, |between| between.chars().count() as u32);
            bytes = from;
            let length = text.get(from..to).map_or(0, |claim| claim.chars().count() as u32);
            Claim { kind, start: characters, end: characters + length }
        })
        .collect()
}

/// Byte spans inside quotation marks with three words or more: fewer are a name or irony, not somebody's words.
fn quotations(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (place, character) in text.char_indices() {
        match (open, character) {
            (Some((closing, start)), _) if character == closing => {
                if text.get(start..place).is_some_and(|quote| quote.split_whitespace().count() >= 3) {
                    found.push((start, place));
                }
                open = None;
            }
            (_, '“') => open = Some(('”', place + '“'.len_utf8())),
            (_, '„') => open = Some(('“', place + '„'.len_utf8())),
            (_, '«') => open = Some(('»', place + '«'.len_utf8())),
            (None, '"') => open = Some(('"', place + 1)),
            // A quotation that is never closed in its paragraph is none.
            (Some(_), '\n') => open = None,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
