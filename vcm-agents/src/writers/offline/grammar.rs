//! What visuals and storyboards need of a sentence, in one place. Next: [`super::sentences`].

use super::language::en::ENGLISH;
pub(super) use super::sentences::{as_sentence, capitalised, ends_sentence, single_spaced, without_stop};

pub(super) fn dates_itself(sentence: &str) -> bool {
    ENGLISH.grammar.dates_itself(sentence)
}

pub(super) fn count_word(count: usize) -> String {
    ENGLISH.grammar.count_word(count)
}

pub(super) fn is_clause(phrase: &str) -> bool {
    ENGLISH.grammar.is_clause(phrase)
}
