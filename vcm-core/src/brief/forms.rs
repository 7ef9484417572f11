//! Grammatical forms that fields ask for, in the language of the brief: infinitive, noun phrase without article.
//!
//! The offline writer sets a field's words into its own sentences ("you can {does}", "para {wants}"), so a wrong form there is a
//! broken sentence in every post. The checks look at endings and first words only. They are made to let through every right
//! phrase and to name the slips that people make (a "to" or "zu" too many, an article, a finite verb); they do not parse.
//! Which field has which form is in [`super::validate`].

use super::rules::starts_with_word;
use crate::locale::Language;

/// What is allowed instead of `phrase`, when it is no infinitive phrase as the writer needs one; `None` when it is right.
pub(super) fn infinitive(language: Language, phrase: &str) -> Option<&'static str> {
    match language {
        Language::English => starts_with_word(phrase, &["to"]).then_some("an infinitive phrase without \"to\""),
        Language::Spanish => {
            let led = starts_with_word(phrase, &["a", "de", "para", "por", "que"]);
            let noun = no_article(language, phrase).is_some();
            (led || noun || !first_words(phrase, 3).any(is_spanish_infinitive)).then_some(
                "an infinitive phrase, with its verb in -ar, -er or -ir at the front, such as \"ahorrar tiempo\"",
            )
        }
        Language::French => {
            // "à", "de" and "pour" would stand twice; "d'" and "pour" are the same slip.
            let led =
                starts_with_word(phrase, &["à", "de", "pour", "que"]) || starts_with(phrase, &["d'", "d’", "qu'"]);
            (led || !first_words(phrase, 5).any(is_french_infinitive)).then_some(
                "an infinitive phrase, with its verb in -er, -ir, -oir or -re at the front, such as \"gagner du temps\"",
            )
        }
        Language::Portuguese => {
            let led = starts_with_word(phrase, &["a", "de", "para", "por", "que"]);
            (led || !first_words(phrase, 3).any(is_portuguese_infinitive)).then_some(
                "an infinitive phrase, with its verb in -ar, -er, -ir or -or at the front, such as \"poupar tempo\"",
            )
        }
        Language::German => {
            // "um Zeit zu sparen" brings its own conjunction; "um die Welt reisen" does not.
            let led = starts_with_word(phrase, &["um"]) && phrase.split_whitespace().any(|word| word == "zu");
            let bare_zu = words(phrase).nth_back(1) == Some("zu") && !phrase.contains(',');
            (led || bare_zu || !phrase.split(',').filter_map(|part| words(part).next_back()).any(is_german_infinitive))
                .then_some("an infinitive phrase without \"zu\", its verb at the end, such as \"Zeit sparen\"")
        }
    }
}

/// What is allowed instead of `phrase`, when it starts with an article; `None` when it does not.
pub(super) fn no_article(language: Language, phrase: &str) -> Option<&'static str> {
    let articles: &[&str] = match language {
        Language::English => &["a", "an", "the"],
        Language::Spanish => &["el", "la", "los", "las", "lo", "un", "una", "unos", "unas"],
        Language::French => &["le", "la", "les", "un", "une", "des", "du"],
        Language::Portuguese => &["o", "a", "os", "as", "um", "uma", "uns", "umas"],
        Language::German => {
            &["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"]
        }
    };
    let elided = language == Language::French && starts_with(phrase, &["l'", "l’"]);
    (elided || starts_with_word(phrase, articles)).then_some("a noun phrase without article")
}

fn is_spanish_infinitive(word: &str) -> bool {
    // Pronouns are written onto the verb: "verlo", "conectarse", "decírselo".
    const PRONOUNS: &[&str] = &["me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les"];
    let is_verb = |word: &str| {
        ["ar", "er", "ir", "ír", "ár", "ér"].iter().any(|end| word.ends_with(end)) && (word.len() > 2 || word == "ir")
    };
    let lower = word.to_lowercase();
    let once = |word: &str| PRONOUNS.iter().filter_map(|end| word.strip_suffix(end)).any(is_verb);
    is_verb(&lower) || once(&lower) || PRONOUNS.iter().filter_map(|end| lower.strip_suffix(end)).any(once)
}

fn is_french_infinitive(word: &str) -> bool {
    let lower = word.to_lowercase();
    // "s'inscrire", "l’installer"
    let bare = lower.rsplit(['\'', '’']).next().unwrap_or_default();
    bare.chars().count() > 3 && ["er", "ir", "ïr", "re"].iter().any(|end| bare.ends_with(end))
}

fn is_portuguese_infinitive(word: &str) -> bool {
    let lower = word.to_lowercase();
    // "conectar-se"; before "lo" and "la" the verb loses its r: "encontrá-lo", "fazê-la", "ouvi-los".
    let (verb, pronoun) = lower.split_once('-').unwrap_or((&lower, ""));
    let before_lo = pronoun.starts_with("lo") || pronoun.starts_with("la");
    ["ar", "er", "ir", "or", "ôr"].iter().any(|end| verb.ends_with(end)) && (verb.len() > 2 || verb == "ir")
        || before_lo && ["á", "ê", "i", "í", "ô"].iter().any(|end| verb.ends_with(end))
}

fn is_german_infinitive(word: &str) -> bool {
    // Every infinitive ends in -n: "sparen", "handeln", "ändern", "tun".
    word.chars().count() > 2 && word.to_lowercase().ends_with('n')
}

/// The first words, without punctuation at their ends.
fn first_words(phrase: &str, count: usize) -> impl Iterator<Item = &str> {
    words(phrase).take(count)
}

fn words(phrase: &str) -> impl DoubleEndedIterator<Item = &str> {
    phrase.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty())
}

fn starts_with(phrase: &str, starts: &[&str]) -> bool {
    let lower = phrase.to_lowercase();
    starts.iter().any(|start| lower.starts_with(start))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(Language::English, &["write async closures", "tour the museum"], &["to write", "To write"])]
    #[case(
        Language::Spanish,
        &["ahorrar tiempo", "no perder el hilo", "conectarse sin cables", "verlo todo", "ir más rápido", "decírselo a todos",
          "reír", "Oír las voces", "dejar de esperar", "volver a empezar", "ya no esperar"],
        &["para ahorrar tiempo", "de ahorrar", "ahorro de tiempo", "ahorran tiempo", "que ahorre", "un lugar", "lo"]
    )]
    #[case(
        Language::French,
        &["gagner du temps", "se connecter", "s'inscrire", "s’inscrire", "ne plus attendre", "y voir clair", "haïr", "lire",
          "mieux comprendre", "l'installer", "savoir où aller", "en finir avec l'attente", "ne pas se laisser distraire"],
        &["pour gagner du temps", "de gagner", "à lire", "d'apprendre", "gain de temps", "gagne du temps", "un mur"]
    )]
    #[case(
        Language::Portuguese,
        &["poupar tempo", "não perder nada", "conectar-se", "encontrá-lo", "fazê-la", "ouvi-los", "pôr tudo em ordem", "ir",
          "se conectar", "compor músicas"],
        &["para poupar", "de poupar", "poupa tempo", "economia de tempo", "a poupar"]
    )]
    #[case(
        Language::German,
        &["Zeit sparen", "ohne Pause handeln", "sehen, was passiert", "lernen, Rust zu schreiben", "etwas tun",
          "um die Welt reisen", "schneller ans Ziel kommen"],
        &["um Zeit zu sparen", "Zeit zu sparen", "spart Zeit", "Zeitersparnis", "schnell"]
    )]
    fn infinitives_have_the_languages_form(#[case] language: Language, #[case] right: &[&str], #[case] wrong: &[&str]) {
        for phrase in right {
            assert_eq!(infinitive(language, phrase), None, "{phrase:?} is right");
        }
        for phrase in wrong {
            assert!(infinitive(language, phrase).is_some(), "{phrase:?} is wrong");
        }
    }

    #[rstest]
    #[case(Language::English, &["library event", "Themed evening"], &["a library event", "The event"])]
    #[case(Language::Spanish, &["telescopio espacial", "láser", "unidad"], &["un telescopio", "La biblioteca"])]
    #[case(Language::French, &["télescope spatial", "lessive"], &["un télescope", "l'atlas", "L’atlas", "des cartes"])]
    #[case(Language::Portuguese, &["telescópio espacial", "ópera"], &["o telescópio", "A biblioteca", "uma ópera"])]
    #[case(Language::German, &["Weltraumteleskop", "Derby"], &["ein Weltraumteleskop", "Die Nacht"])]
    fn articles_are_found(#[case] language: Language, #[case] right: &[&str], #[case] wrong: &[&str]) {
        for phrase in right {
            assert_eq!(no_article(language, phrase), None, "{phrase:?} is right");
        }
        for phrase in wrong {
            assert!(no_article(language, phrase).is_some(), "{phrase:?} is wrong");
        }
    }
}
