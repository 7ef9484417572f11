//! French grammar that phrases need: contractions, elision, spaces before high punctuation, what is past, what dates itself.

use jiff::civil::Date;

use super::super::{Grammar, romance};

/// The rules of French.
#[derive(Debug)]
pub(super) struct French;

/// Words that a date with its preposition starts with.
const DATED: &[&str] =
    &["en", "le", "depuis", "dès", "après", "avant", "jusqu’en", "jusqu'en", "entre", "à", "au", "fin", "début"];

const NO_BREAK_SPACE: char = '\u{a0}';
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

impl Grammar for French {
    fn with_article(&self, _: &str) -> Option<String> {
        // The gender of a noun cannot be read off it.
        None
    }

    fn join(&self, preposition: &str, value: &str) -> String {
        const CONTRACTIONS: &[(&str, &str, &str)] =
            &[("de", "le ", "du "), ("de", "les ", "des "), ("à", "le ", "au "), ("à", "les ", "aux ")];
        if let Some(contracted) = romance::contracted(preposition, value, CONTRACTIONS) {
            return contracted;
        }
        // "de des cartes" is said "de cartes".
        let value = if preposition == "de" { value.strip_prefix("des ").unwrap_or(value) } else { value };
        match preposition {
            "de" if elides(value) => format!("d’{value}"),
            _ => format!("{preposition} {value}"),
        }
    }

    fn list(&self, items: &[&str], or: bool) -> String {
        romance::list("fr", items, or)
    }

    fn count_word(&self, count: usize) -> String {
        const WORDS: &[&str] = &["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
        WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
    }

    fn addresses_formally(&self, formal: bool, casual: bool) -> bool {
        formal || !casual
    }

    fn is_gerund(&self, phrase: &str) -> bool {
        // What one does is an infinitive in French; a noun phrase in the brief starts with its article or is one of these.
        const NOUNS: &[&str] =
            &["hier", "papier", "métier", "avenir", "plaisir", "loisir", "cuir", "titre", "mètre", "livre"];
        romance::words(phrase).next().is_some_and(|first| {
            let verb = ["er", "ir", "re"].iter().any(|end| first.ends_with(end)) && first.chars().count() > 3;
            (verb && !NOUNS.contains(&first.as_str())) || matches!(first.as_str(), "se" | "ne" | "devoir")
        })
    }

    fn can_be_said_to_you(&self, phrase: &str) -> bool {
        let lower = phrase.to_lowercase();
        !romance::has_word(phrase, &["se", "son", "sa", "ses", "leur", "leurs", "eux"])
            && !lower.starts_with("s’")
            && !lower.starts_with("s'")
    }

    fn is_clause(&self, phrase: &str) -> bool {
        let lower = phrase.to_lowercase();
        romance::starts_with(
            phrase,
            &["comment", "qui", "où", "pourquoi", "quand", "combien", "quel", "quelle", "quels", "quelles", "si"],
        ) || lower.starts_with("ce qu")
    }

    fn tells_past(&self, sentence: &str) -> bool {
        const PAST: &[&str] = &[
            "était",
            "étaient",
            "avait",
            "avaient",
            "fallait",
            "pouvait",
            "pouvaient",
            "faisait",
            "faisaient",
            "devait",
            "devaient",
            "existait",
            "existaient",
            "allait",
            "servait",
            "coûtait",
            "demandait",
            "exigeait",
            "dépendait",
            "fut",
            "furent",
            "permettait",
            "permettaient",
            "montrait",
            "montraient",
            "prenait",
            "durait",
            "restait",
            "restaient",
        ];
        romance::starts_with(sentence, &["avant", "jusqu’en", "jusqu'en", "autrefois", "jadis", "auparavant"])
            || romance::has_word(sentence, PAST)
            || romance::words(sentence).any(|word| word.split(['’', '\'']).any(|part| PAST.contains(&part)))
    }

    fn dates_itself(&self, sentence: &str) -> bool {
        const STARTS: &[&str] = &[
            "avant",
            "après",
            "depuis",
            "aujourd’hui",
            "aujourd'hui",
            "maintenant",
            "hier",
            "autrefois",
            "jadis",
            "auparavant",
            "désormais",
            "dès",
            "jusqu’en",
            "jusqu'en",
            "pendant",
            "durant",
        ];
        romance::starts_with(sentence, STARTS) || romance::starts_with_date(sentence, &["en", "le", "à", "au", "avec"])
    }

    fn on_date(&self, when: &str, event: &str) -> Option<String> {
        const SMALL: &[&str] =
            &["le", "la", "les", "un", "une", "des", "il", "elle", "ils", "elles", "on", "ce", "cette", "son", "sa"];
        romance::on_date(when, event, "en", DATED, SMALL)
    }

    fn without_preposition(&self, when: &str) -> String {
        romance::without_preposition(when, &["en ", "le "])
    }

    fn is_readable(&self, label: &str) -> bool {
        const READ: &[&str] = &[
            "guide",
            "article",
            "rapport",
            "blog",
            "billet",
            "livre",
            "documentation",
            "manuel",
            "notes",
            "note",
            "histoire",
            "étude",
            "reportage",
            "communiqué",
            "interview",
            "entretien",
            "tutoriel",
            "document",
            "annonce",
            "faq",
            "dossier",
        ];
        romance::has_word(label, READ)
            || romance::words(label)
                .any(|word| word.split(['’', '\'']).next_back().is_some_and(|end| READ.contains(&end)))
    }

    fn day_in_words(&self, date: Date, locale: &str) -> String {
        vcm_core::locale::day_month(date, locale)
    }

    fn finish(&self, text: String, locale: &str) -> String {
        spaced(&text, locale)
    }
}

/// Spaces that do not break before high punctuation and inside guillemets: wide before a colon and in guillemets, narrow before
/// the others (Imprimerie nationale). Canada sets none before `;`, `!` and `?` (Office québécois de la langue française).
fn spaced(text: &str, locale: &str) -> String {
    let canadian = locale.to_lowercase().ends_with("-ca");
    let mut written = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied();
        match (c, next) {
            (' ', Some(':' | '»')) => written.push(NO_BREAK_SPACE),
            (' ', Some(';' | '!' | '?')) if canadian => {}
            (' ', Some(';' | '!' | '?')) => written.push(NARROW_NO_BREAK_SPACE),
            ('«', Some(' ')) => {
                written.push(c);
                written.push(NO_BREAK_SPACE);
                characters.next();
            }
            _ => written.push(c),
        }
    }
    written
}

/// Whether "de" loses its vowel before the value.
fn elides(value: &str) -> bool {
    // A mute h cannot be told from an aspirated one by its letters.
    const MUTE: &[&str] = &[
        "heure", "histoire", "homme", "hôpital", "habit", "héberge", "hésit", "huile", "humain", "humid", "hiver",
        "horaire", "horloge", "hectare",
    ];
    const CLOSED: &[&str] = &["onze", "oui", "ouistiti", "yacht", "yaourt", "yoga", "youtube", "yougoslavie", "uhlan"];
    let lower = value.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    lower.starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'è', 'ê', 'à', 'â', 'î', 'ï', 'ô', 'û', 'œ', 'æ'])
        && !CLOSED.contains(&first)
        || MUTE.iter().any(|start| lower.starts_with(start))
        || first == "y"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn de_and_a_contract_and_elide() {
        for (preposition, value, expected) in [
            ("de", "le télescope", "du télescope"),
            ("de", "les cartes", "des cartes"),
            ("à", "le musée", "au musée"),
            ("à", "les musées", "aux musées"),
            ("de", "la bibliothèque", "de la bibliothèque"),
            ("de", "l’écran", "de l’écran"),
            ("de", "OpenStreetMap", "d’OpenStreetMap"),
            ("de", "apprendre", "d’apprendre"),
            ("de", "des heures d’attente", "d’heures d’attente"),
            ("de", "Hubble", "de Hubble"),
            ("de", "Le Havre", "de Le Havre"),
            ("de", "onze stations", "de onze stations"),
        ] {
            assert_eq!(French.join(preposition, value), expected);
        }
    }

    #[test]
    fn high_punctuation_has_its_space() {
        for (locale, text, expected) in [
            ("fr-FR", "Vrai ou faux ? « Oui » : non !", "Vrai ou faux\u{202f}? «\u{a0}Oui\u{a0}»\u{a0}: non\u{202f}!"),
            ("fr-CA", "Vrai ou faux ? Voici :", "Vrai ou faux? Voici\u{a0}:"),
            ("fr", "https://example.org?x=1", "https://example.org?x=1"),
        ] {
            assert_eq!(French.finish(text.to_owned(), locale), expected);
        }
    }

    #[test]
    fn readers_are_addressed_as_vous_unless_the_voice_is_casual() {
        assert!(French.addresses_formally(false, false));
        assert!(!French.addresses_formally(false, true));
        assert!(French.addresses_formally(true, true));
    }

    #[test]
    fn pronominal_verbs_are_not_said_to_the_reader() {
        assert!(French.can_be_said_to_you("gagner du temps"));
        assert!(!French.can_be_said_to_you("s’inscrire"));
        assert!(!French.can_be_said_to_you("améliorer leur code"));
    }

    #[test]
    fn events_join_their_dates() {
        for (when, event, expected) in [
            ("en mai 2015", "Le musée a ouvert.", Some("En mai 2015, le musée a ouvert.")),
            ("2012", "la première carte a paru.", Some("En 2012, la première carte a paru.")),
            ("mai 2015", "le musée a ouvert.", None),
        ] {
            assert_eq!(French.on_date(when, event).as_deref(), expected);
        }
        assert!(French.tells_past("Il fallait deux jours."));
        assert!(French.tells_past("C’était long."));
    }
}
