//! What was found, counted and shown so that it can be fixed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::checks::Finding;

/// Findings that stay: kind, a part of what was found, and why it is right as it is.
const ALLOWED: &[(&str, &str, &str)] = &[(
    "same text on two platforms",
    "youtube_shorts-angle-6-a",
    "an offer with one sentence beside it: the brief has nothing else to say there",
)];

/// Examples shown of each kind.
const SHOWN: usize = 3;

/// How many findings, and in which copies.
type Count<'a> = (usize, BTreeSet<(u64, &'a str)>);

pub(crate) fn is_allowed(finding: &Finding) -> bool {
    ALLOWED.iter().any(|(kind, part, _)| finding.kind == *kind && finding.what.contains(part))
}

/// Findings and copies concerned, by kind and language.
pub(crate) fn tally(copies: usize, open: &[Finding], allowed: &[Finding]) -> String {
    let mut kinds: BTreeMap<(&str, &str), Count<'_>> = BTreeMap::new();
    for finding in open {
        let entry = kinds.entry((&finding.kind, finding.language)).or_default();
        entry.0 += 1;
        entry.1.insert((finding.seed, &finding.copy));
    }
    let mut table = format!("{copies} copies, {} findings, {} allowed\n", open.len(), allowed.len());
    writeln!(table, "{:<34} {:<4} {:>8} {:>7}", "kind", "lang", "findings", "copies").unwrap();
    for ((kind, language), (count, places)) in kinds {
        writeln!(table, "{kind:<34} {language:<4} {count:>8} {:>7}", places.len()).unwrap();
    }
    table
}

/// A few findings of every kind, with the seed that makes the brief again.
pub(crate) fn examples(open: &[Finding]) -> String {
    let mut shown: BTreeMap<(&str, &str), Vec<&Finding>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for finding in open {
        let list = shown.entry((&finding.kind, finding.language)).or_default();
        if list.len() < SHOWN && seen.insert((&finding.kind, &finding.what)) {
            list.push(finding);
        }
    }
    let mut text = String::from("briefs::generated(language, seed) makes the brief again\n");
    for ((kind, language), findings) in shown {
        writeln!(text, "\n== {kind} ({language})").unwrap();
        for finding in findings {
            writeln!(text, "-- seed {}, {}: {}\n{}", finding.seed, finding.copy, finding.what, finding.text).unwrap();
        }
    }
    text
}
