//! The two variants of a post differ in the named factor and in nothing else.

use std::collections::BTreeSet;

use vcm_core::{brief::Factor, copy::Copy};

use super::{Finding, shown};
use crate::kits::Kit;

pub(crate) fn check(kit: &Kit) -> Vec<Finding> {
    let mut found = Vec::new();
    for (a, b) in kit.pairs() {
        if let Some(what) = difference(kit.factor, a, b) {
            let what = format!("{what}\n{}\n   and", shown(a));
            found.push(Finding::of_copy("variants", kit, b, &what));
        }
    }
    let single = kit.copies.iter().filter(|copy| copy.variant == "a").count() * 2 != kit.copies.len();
    if single && kit.refused.is_empty() {
        found.push(Finding::of_kit("variants", kit, "a post without its second variant", ""));
    }
    found
}

fn difference(factor: Factor, a: &Copy, b: &Copy) -> Option<String> {
    if a.format != b.format {
        return Some(format!("{factor:?}: another form"));
    }
    for (name, level) in &a.factors {
        let same = b.factors.get(name) == Some(level);
        if same == (*name == factor) {
            let word = if same { "the same" } else { "another" };
            return Some(format!("{factor:?}: {word} level of {name:?}: {level}"));
        }
    }
    let (said_a, said_b) = (said(a), said(b));
    let only_a: Vec<&&str> = said_a.difference(&said_b).collect();
    let only_b: Vec<&&str> = said_b.difference(&said_a).collect();
    // The title is a line of its own; the hook is what the text begins with.
    let untitled = |copy: &Copy, text: &str| copy.title.as_deref() != Some(text);
    let first =
        |copy: &Copy| copy.sentences.iter().map(|sentence| sentence.text.clone()).find(|text| untitled(copy, text));
    match factor {
        // A fact may be a hook: then it is one sentence against none.
        Factor::Hook if only_a.len() > 1 || only_b.len() > 1 => Some(format!("Hook: {only_a:?} became {only_b:?}")),
        Factor::Hook if first(a) == first(b) => Some("Hook: the first sentence is the same".to_owned()),
        Factor::Cta if only_a.len() > 1 || only_b.len() > 1 => Some(format!("Cta: {only_a:?} became {only_b:?}")),
        Factor::Cta | Factor::Body if a.parts == b.parts => Some(format!("{factor:?}: the text is the same")),
        Factor::Cta | Factor::Body if first(a) != first(b) => Some(format!("{factor:?}: the hook changed, too")),
        Factor::Visual if a.parts != b.parts || a.title != b.title => Some("Visual: the text changed".to_owned()),
        _ => None,
    }
}

fn said(copy: &Copy) -> BTreeSet<&str> {
    copy.sentences.iter().map(|sentence| sentence.text.as_str()).collect()
}
