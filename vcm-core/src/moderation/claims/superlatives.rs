//! Words that claim first place or certainty, and the turns of phrase in which they claim nothing.

/// A superlative in a text. Positions are bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Superlative {
    /// What grounds it: the same word in a source.
    pub(super) stem: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Words that always claim.
const ABSOLUTE: &[&str] = &[
    "biggest",
    "cheapest",
    "cleanest",
    "easiest",
    "fastest",
    "finest",
    "greatest",
    "guarantee",
    "guaranteed",
    "guarantees",
    "healthiest",
    "highest",
    "largest",
    "lightest",
    "longest",
    "lowest",
    "quickest",
    "quietest",
    "richest",
    "safest",
    "simplest",
    "slimmest",
    "smallest",
    "smartest",
    "smoothest",
    "softest",
    "strongest",
    "thinnest",
    "tallest",
    "toughest",
    "unbeatable",
    "unbeaten",
    "unmatched",
    "unparalleled",
    "unrivaled",
    "unrivalled",
    "unsurpassed",
    "world-class",
    "world-leading",
    "market-leading",
    "industry-leading",
    "award-winning",
    "foolproof",
    "flawless",
    "infallible",
    "risk-free",
    "revolutionary",
    "groundbreaking",
];

/// Adjectives after "most" that make it a claim. "Most people" is a quantity.
const MOST: &[&str] = &[
    "accurate",
    "advanced",
    "affordable",
    "awarded",
    "beautiful",
    "beloved",
    "comfortable",
    "complete",
    "comprehensive",
    "downloaded",
    "durable",
    "effective",
    "efficient",
    "innovative",
    "loved",
    "popular",
    "powerful",
    "recommended",
    "reliable",
    "reviewed",
    "secure",
    "successful",
    "sustainable",
    "trusted",
    "used",
    "versatile",
    "viewed",
    "watched",
];

/// After "best", "first" and "only" these make a turn of phrase.
const BEST_OF_SPEECH: &[&str] = &[
    "practice",
    "practices",
    "wishes",
    "regards",
    "friend",
    "friends",
    "man",
    "before",
    "of",
    "known",
    "seller",
    "sellers",
    "efforts",
    "effort",
    "bet",
    "foot",
    "self",
    "guess",
];
const FIRST_OF_SPEECH: &[&str] = &[
    "aid",
    "class",
    "day",
    "days",
    "draft",
    "drop",
    "few",
    "floor",
    "glance",
    "half",
    "hand",
    "hour",
    "impression",
    "impressions",
    "language",
    "line",
    "look",
    "move",
    "name",
    "night",
    "one",
    "part",
    "place",
    "post",
    "principles",
    "question",
    "reaction",
    "sentence",
    "sight",
    "step",
    "steps",
    "thing",
    "things",
    "thought",
    "time",
    "timers",
    "try",
    "week",
    "weekend",
    "word",
    "year",
    "hurdle",
    "project",
    "program",
    "version",
];
const ONLY_OF_SPEECH: &[&str] =
    &["difference", "question", "problem", "issue", "catch", "downside", "exception", "limit", "constant", "thing"];

/// Superlatives that stand in a text in any turn of phrase: for texts that carry facts.
pub(super) fn all(text: &str) -> Vec<Superlative> {
    scan(text, true)
}

/// Superlatives that claim something.
pub(super) fn claimed(text: &str) -> Vec<Superlative> {
    scan(text, false)
}

struct Word<'a> {
    lower: String,
    original: &'a str,
    start: usize,
    end: usize,
}

fn scan(text: &str, any_turn: bool) -> Vec<Superlative> {
    let words = words(text);
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.lower.as_str());
        let next = words.get(index + 1).map_or("", |word| word.lower.as_str());
        // Words are neighbours only inside a sentence.
        let breaks = words.get(index + 1).is_none_or(|next| {
            text.get(word.end..next.start).is_none_or(|gap| gap.contains(['.', '!', '?', '\n', ':', ';', ',']))
        });
        let next = if breaks { "" } else { next };
        let mut push = |stem: &'static str, start: usize, end: usize| found.push(Superlative { stem, start, end });
        let lower = word.lower.as_str();
        if let Some(stem) = ABSOLUTE.iter().find(|known| **known == lower) {
            push(if stem.starts_with("guarantee") { "guarantee" } else { stem }, word.start, word.end);
            continue;
        }
        // Tags and links name things.
        let own = any_turn || !word.original.starts_with(['#', '@']);
        match lower {
            "best"
                if own
                    && (any_turn
                        || !(BEST_OF_SPEECH.contains(&next)
                            || matches!(
                                previous,
                                "at" | "do" | "your" | "my" | "our" | "their" | "works" | "work" | "all"
                            ))) =>
            {
                push("best", word.start, word.end);
            }
            "first" => {
                let worlds = previous.ends_with("'s") || previous.ends_with("’s");
                let claims = (matches!(previous, "the") && !next.is_empty() && !FIRST_OF_SPEECH.contains(&next))
                    || next == "ever"
                    || worlds;
                if any_turn || claims {
                    push("first", word.start, word.end);
                }
            }
            "first-ever" | "world-first" => push("first", word.start, word.end),
            "only" if any_turn || (previous == "the" && !ONLY_OF_SPEECH.contains(&next)) => {
                push("only", word.start, word.end);
            }
            "most" => {
                if let Some(adjective) = words.get(index + 1).filter(|word| MOST.contains(&word.lower.as_str())) {
                    push("most", word.start, adjective.end);
                }
            }
            "number"
                if next == "one"
                    && (any_turn || matches!(previous, "the" | "world's" | "is" | "as" | "your" | "our")) =>
            {
                push("number one", word.start, words.get(index + 1).map_or(word.end, |word| word.end));
            }
            "#1" | "no.1" => push("number one", word.start, word.end),
            "leading" if previous == "the" || previous.ends_with("'s") || previous.ends_with("’s") || any_turn => {
                push("leading", word.start, word.end);
            }
            "world's" | "world’s" if MOST.contains(&next) => push("world's", word.start, word.end),
            _ => {}
        }
    }
    found
}

/// Words with the signs that belong to them: `#1`, `world's`, `risk-free`.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut begin: Option<usize> = None;
    for (place, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = character.is_alphanumeric() || matches!(character, '\'' | '’' | '-' | '#' | '@' | '.' | '_');
        match (begin, inside) {
            (None, true) => begin = Some(place),
            (Some(from), false) => {
                begin = None;
                let raw = text.get(from..place).unwrap_or_default();
                let trimmed = raw.trim_end_matches(['.', '-', '\'', '’']);
                let core = trimmed.trim_start_matches(['.', '-', '\'', '’']);
                let start = from + (trimmed.len() - core.len());
                if !core.is_empty() {
                    words.push(Word { lower: core.to_lowercase(), original: core, start, end: start + core.len() });
                }
            }
            _ => {}
        }
    }
    words
}
