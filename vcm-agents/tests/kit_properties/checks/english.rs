//! English grammar: Harper's rules over the writer's own words and the joints, and articles by sound.

use std::{cell::RefCell, collections::BTreeMap};

use harper_core::{
    Dialect, Document,
    linting::{LintGroup, LintKind, Linter},
    spell::FstDictionary,
};

use super::{
    Block, Remark,
    typography::{around, words},
};
use vcm_core::brief::Brief;

use crate::given::{Given, fold, occurrences};

/// Kinds of Harper's that are matters of taste or of a style guide, not of grammar.
const TASTE: &[LintKind] = &[LintKind::Readability, LintKind::Enhancement, LintKind::Style, LintKind::WordChoice];

/// Harper's false alarms: a part of its message, and of the words it points at.
const FALSE_ALARMS: &[(&str, &str)] = &[
    // "Make it yours" is an idiom.
    ("too many personal pronouns", "it yours"),
    // "For readers of “The Dispatch” who want …": the plural stands before the quote.
    ("Did you mean `wants`", "want"),
];

thread_local! {
    /// Rules by dialect. They hold caches, so each thread has its own.
    static RULES: RefCell<BTreeMap<&'static str, LintGroup>> = const { RefCell::new(BTreeMap::new()) };
}

pub(crate) fn check(block: &Block<'_>, given: &Given, brief: &Brief) -> Vec<Remark> {
    let mut remarks = articles(block);
    agreement(block, brief, &mut remarks);
    remarks.extend(harper(block, given, &brief.locale));
    remarks
}

/// The writer's verbs beside the product's name and beside a figure: "What is the Quiet Talks", "What does 90 objects stand for".
fn agreement(block: &Block<'_>, brief: &Brief, remarks: &mut Vec<Remark>) {
    let name = fold(&brief.product.name);
    let folded = fold(block.text);
    let (wrong_after, wrong_before) = if brief.product.plural {
        (["is", "has", "was", "does"], ["is", "does", "has", "was"])
    } else {
        (["are", "have", "were", "do"], ["are", "were", "have", ""])
    };
    for (start, end) in occurrences(&folded, &name) {
        let after = folded[end..].strip_prefix(' ').and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        let before =
            folded[..start].strip_suffix(' ').and_then(|rest| rest.rsplit([' ', '\n']).next()).unwrap_or_default();
        let own = |at: usize| !block.mask[at.min(block.mask.len() - 1)];
        if (wrong_after.contains(&after) && !after.is_empty() && own(end + 1))
            || (wrong_before.contains(&before) && !before.is_empty() && start >= 2 && own(start - 2))
        {
            remarks.push(("verb and name disagree", around(block.text, start)));
        }
    }
    for figure in brief.proof_points.iter().filter_map(|proof| proof.figure.as_deref()) {
        let counted = figure.ends_with('s') && figure.contains(' ');
        for (start, _) in if counted { occurrences(block.text, figure) } else { Vec::new() } {
            let before = block.text[..start].trim_end().rsplit([' ', '\n']).next().unwrap_or_default().to_lowercase();
            if matches!(before.as_str(), "does" | "is" | "was" | "has") && !block.mask[start - 2] {
                remarks.push(("verb and figure disagree", around(block.text, start)));
            }
        }
    }
}

fn harper(block: &Block<'_>, given: &Given, locale: &str) -> Vec<Remark> {
    let (code, dialect) = match locale {
        "en-GB" => ("en-GB", Dialect::British),
        "en-AU" => ("en-AU", Dialect::Australian),
        _ => ("en-US", Dialect::American),
    };
    let lints = RULES.with_borrow_mut(|rules| {
        let rules = rules.entry(code).or_insert_with(|| LintGroup::new_curated(FstDictionary::curated(), dialect));
        rules.lint(&Document::new_plain_english_curated(block.text))
    });
    // Harper counts characters.
    let places: Vec<usize> = block.text.char_indices().map(|(at, _)| at).chain([block.text.len()]).collect();
    let mut remarks = Vec::new();
    for lint in lints {
        let (start, end) = (places[lint.span.start], places[lint.span.end]);
        let words = &block.text[start..end];
        let bare = words.trim_matches(|c: char| !c.is_alphanumeric());
        // Capitals are looked at in `typography`, which knows names that end in a stop.
        let known = lint.lint_kind == LintKind::Capitalization
            || lint.lint_kind == LintKind::Spelling && (given.has(words) || given.has(bare));
        let false_alarm =
            FALSE_ALARMS.iter().any(|(message, part)| lint.message.contains(message) && words.contains(part));
        if TASTE.contains(&lint.lint_kind) || known || false_alarm || block.is_given(start, end) {
            continue;
        }
        remarks.push((
            "Harper",
            format!("{:?}: {} [{words}] {}", lint.lint_kind, lint.message, around(block.text, start)),
        ));
    }
    remarks
}

/// "a" before a vowel sound and "an" before none, in the writer's words and before what it puts in.
fn articles(block: &Block<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for pair in words(block.text).windows(2) {
        let [(start, article), (at, next)] = [pair[0], pair[1]];
        let given = block.is_given(start, at + next.len());
        let adjacent = block.text[start + article.len()..at].chars().all(|c| c == ' ' || c == '“' || c == '`');
        let wrong = match article {
            "a" | "A" => vowel_sound(next) == Some(true),
            "an" | "An" => vowel_sound(next) == Some(false),
            _ => false,
        };
        if wrong && adjacent && !given {
            remarks.push(("a or an", around(block.text, start)));
        }
    }
    remarks
}

fn vowel_sound(word: &str) -> Option<bool> {
    let lower = word.to_lowercase();
    let first = lower.chars().next()?;
    if !first.is_ascii_alphabetic() {
        return None;
    }
    let capitals = word.chars().take_while(char::is_ascii_uppercase).count();
    if capitals >= 2 || word.len() == 1 {
        // Read letter by letter; words in capitals that are read as words are few and short of vowels at the second place.
        let spelled = !word.chars().nth(1).is_some_and(|c| "AEIOU".contains(c));
        return spelled.then(|| "aefhilmnorsx".contains(first));
    }
    let silent_h = ["hour", "honest", "honour", "honor", "heir"].iter().any(|start| lower.starts_with(start));
    let consonant = ["uni", "use", "usu", "uti", "euro", "eu", "one", "once", "ubi"];
    let consonant = consonant.iter().any(|start| lower.starts_with(start))
        && !lower.starts_with("unin")
        && !lower.starts_with("unim");
    Some(silent_h || ("aeiou".contains(first) && !consonant))
}

#[cfg(test)]
mod tests {
    use vcm_core::testing::briefs;

    use super::*;

    fn found(text: &str) -> Vec<Remark> {
        let given = Given::new(&briefs::runnable());
        check(&Block::new(&given, text), &given, &briefs::runnable())
    }

    #[test]
    fn faults_in_own_words_are_found() {
        for text in
            ["Here is a idea.", "It took an year.", "The the end.", "What are Rust 1.85 about?", "Read an unit."]
        {
            assert!(!found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn facts_of_the_brief_are_not_judged() {
        assert_eq!(found("Async closures are stable: write `async || {}` and await the call."), Vec::new());
    }
}
