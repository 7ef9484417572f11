//! Names that break careless writers: punctuation at the end, possessives, foreign scripts, code, emoji, extreme length.

use crate::hash::SeededRandom;

const NAMES: &[&str] = &[
    "Yippee!",
    "Who's There?",
    "Crumb & Co.",
    "Miller Inc.",
    "O'Neill's",
    "James",
    "“Nest”",
    "iKiosk",
    "adidoo",
    "NOAH-X",
    "SPAM",
    "日本語版",
    "東京ベーカリー",
    "العربية",
    "Ünïcode & Söhne",
    "`cargo-nest`",
    "100% Cotton",
    "<angle> mode",
    "{braces} mode",
    "e-bike.example",
    "A/B @home",
    "naive_snake_case",
    "👩\u{200d}🚀 Orbit",
    "7 Sisters",
    "C++20",
    "hour by hour",
    "Wait… What",
    "Ümlaut",
    "École d'Été",
    "R2-D2 #2",
    "The Very Long Name That Somebody Chose For The Whole Project",
    "Donaudampfschifffahrtsgesellschaftskapitaenskajuetenschluess",
];

/// One odd name of at most 60 characters.
pub(super) fn name(random: &mut SeededRandom) -> &'static str {
    NAMES[random.below(NAMES.len())]
}

/// A URL of a kind that people paste: with a query, a fragment, percent signs, brackets, or very long.
pub(super) fn url(id: &str, random: &mut SeededRandom) -> String {
    match random.below(7) {
        0 => format!("https://{id}.example.org/?utm_source=post&utm_medium=social&page=2"),
        1 => format!("https://www.example.com/{id}/caf%C3%A9_(guide)#part-2"),
        2 => format!("https://{id}.example.net/{}", "a-long-path-/".repeat(12)),
        _ => format!("https://{id}.example.org/"),
    }
}
