//! The score of a hook as a person would say it, for the Markdown files and the report.

use std::fmt::Write;

use vcm_core::hooks::HookScore;

/// `0.61 of 1 (0.5 is the mean headline); helped by a question mark; held back by length, the word “we”`.
pub(super) fn in_words(scored: &HookScore) -> String {
    if scored.trust <= 0.0 {
        return "none: most of its words are unknown to the scorer, which learned from English headlines".to_owned();
    }
    let named = |helps: bool| -> Vec<&str> {
        let moved = scored.moved_by.iter().filter(|moved| (moved.log_odds > 0.0) == helps);
        moved.map(|moved| moved.what.as_str()).collect()
    };
    let mut words = format!("{:.2} of 1 (0.5 is the mean headline)", scored.score);
    for (lead, names) in [("helped by", named(true)), ("held back by", named(false))] {
        if !names.is_empty() {
            let _ = write!(words, "; {lead} {}", names.join(", "));
        }
    }
    if scored.trust < 1.0 {
        words.push_str("; some of its words are unknown to the scorer");
    }
    words
}

#[cfg(test)]
mod tests {
    use vcm_core::hooks::Contribution;

    use super::*;

    #[test]
    fn what_helps_and_what_holds_back_are_told_apart() {
        let moved = |what: &str, log_odds: f64| Contribution { what: what.to_owned(), log_odds };
        let moved_by = vec![moved("length", -0.3), moved("a question mark", 0.2), moved("the word “we”", -0.1)];
        let scored = HookScore { score: 0.45, trust: 1.0, moved_by };
        assert_eq!(
            in_words(&scored),
            "0.45 of 1 (0.5 is the mean headline); helped by a question mark; held back by length, the word “we”"
        );
        let unknown = HookScore { score: 0.5, trust: 0.0, moved_by: Vec::new() };
        assert!(in_words(&unknown).starts_with("none:"));
    }
}
