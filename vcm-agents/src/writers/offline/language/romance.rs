//! What the grammars of Spanish, French and Portuguese share: reading a phrase by its words, joining a date to its event.

use vcm_core::locale::Locale;

use super::super::sentences::{capitalised, single_spaced};

/// The words of a phrase in lower case, without punctuation at their ends.
pub(super) fn words(phrase: &str) -> impl Iterator<Item = String> + '_ {
    phrase
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
}

/// Whether the first word is one of these.
pub(super) fn starts_with(phrase: &str, starts: &[&str]) -> bool {
    words(phrase).next().is_some_and(|first| starts.contains(&first.as_str()))
}

/// Whether any word is one of these.
pub(super) fn has_word(phrase: &str, listed: &[&str]) -> bool {
    words(phrase).any(|word| listed.contains(&word.as_str()))
}

/// Whether the phrase starts with one of these prepositions and a year stands near ("en mayo de 2015", "à la fin de 1998").
pub(super) fn starts_with_date(sentence: &str, prepositions: &[&str]) -> bool {
    let year = |word: &String| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    starts_with(sentence, prepositions) && words(sentence).take(6).any(|word| year(&word))
}

/// A dated event as one sentence: the date with its preposition, a comma, the event.
///
/// `in_year` goes before a bare year; `prepositions` start a date that has one already. An event's first word loses its
/// capital when it is one of `small` (articles, pronouns).
pub(super) fn on_date(when: &str, event: &str, in_year: &str, prepositions: &[&str], small: &[&str]) -> Option<String> {
    let (when, event) = (single_spaced(when), single_spaced(event));
    let event = match event.split_once(' ') {
        Some((first, rest)) if small.contains(&first.to_lowercase().as_str()) => {
            format!("{} {rest}", first.to_lowercase())
        }
        _ => event,
    };
    let when = if when.len() == 4 && when.bytes().all(|b| b.is_ascii_digit()) {
        format!("{in_year} {when}")
    } else if starts_with(&when, prepositions) {
        when
    } else {
        return None;
    };
    (!event.is_empty()).then(|| format!("{}, {event}", capitalised(&when)))
}

/// The date without a leading preposition or article, capitalised.
pub(super) fn without_preposition(when: &str, leads: &[&str]) -> String {
    let when = single_spaced(when);
    let lower = when.to_lowercase();
    let bare = leads.iter().find(|lead| lower.starts_with(*lead)).and_then(|lead| when.get(lead.len()..));
    capitalised(bare.unwrap_or(&when))
}

/// Items joined as the locale does.
pub(super) fn list(code: &str, items: &[&str], or: bool) -> String {
    match Locale::parse(code) {
        Ok(locale) if or => locale.join_or(items),
        Ok(locale) => locale.join_and(items),
        Err(_) => items.join(", "),
    }
}

/// A preposition before a value, with the first of `contractions` (preposition, article, both) that fits; `None` when none does.
///
/// Only an article in lower case contracts: with a capital it belongs to a name («de El Escorial»).
pub(super) fn contracted(preposition: &str, value: &str, contractions: &[(&str, &str, &str)]) -> Option<String> {
    contractions.iter().find_map(|(before, article, both)| {
        let rest = value.strip_prefix(article).filter(|_| *before == preposition)?;
        Some(format!("{both}{rest}"))
    })
}

/// Words of Spanish, French and Portuguese that say nothing about the topic and are no words of content in English either.
///
/// The engines know English stop words only; without these, every two Spanish sentences would seem to share "de" and "la".
/// Elided articles stay with their noun, as UAX #29 splits words.
pub(in super::super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "al", "ao", "aos", "as", "até", "au", "aux", "avec", "ce", "ces", "cette", "com", "como", "con", "da",
    "dans", "das", "de", "del", "des", "desde", "do", "dos", "du", "e", "el", "elle", "elles", "em", "en", "entre",
    "es", "est", "esta", "estas", "este", "estos", "está", "están", "et", "foi", "fue", "ha", "han", "hasta", "hay",
    "il", "ils", "isso", "isto", "jusqu", "la", "las", "le", "les", "leur", "leurs", "lo", "los", "mais", "mas",
    "muy", "más", "na", "nas", "ne", "nem", "no", "nos", "não", "o", "on", "ont", "os", "ou", "par", "para", "pas",
    "pela", "pelo", "plus", "por", "pour", "qu", "que", "qui", "sa", "sans", "se", "sem", "ser", "ses", "seu", "seus",
    "si", "sin", "sobre", "son", "sont", "sous", "su", "sua", "suas", "sur", "sus", "são", "tem", "têm", "u", "um",
    "uma", "umas", "un", "una", "unas", "une", "unos", "uns", "y", "ya", "à", "às", "é", "été", "être",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted_for_the_search() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(is_function_word("de") && is_function_word("não") && !is_function_word("museo"));
    }
}
