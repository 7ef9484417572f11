//! Spanish grammar that phrases need: contractions, lists, what is past, what dates itself.

use jiff::civil::Date;

use super::super::{Grammar, romance};

/// The rules of Spanish.
#[derive(Debug)]
pub(super) struct Spanish;

/// Words that a date with its preposition starts with.
const DATED: &[&str] = &["en", "el", "desde", "hasta", "tras", "antes", "después", "entre", "a", "durante", "hacia"];

impl Grammar for Spanish {
    fn with_article(&self, _: &str) -> Option<String> {
        // The gender of a noun cannot be read off it.
        None
    }

    fn join(&self, preposition: &str, value: &str) -> String {
        romance::contracted(preposition, value, &[("de", "el ", "del "), ("a", "el ", "al ")])
            .unwrap_or_else(|| format!("{preposition} {value}"))
    }

    fn list(&self, items: &[&str], or: bool) -> String {
        romance::list("es", items, or)
    }

    fn count_word(&self, count: usize) -> String {
        const WORDS: &[&str] =
            &["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"];
        WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
    }

    fn is_gerund(&self, phrase: &str) -> bool {
        // What one does is an infinitive in Spanish; these nouns only look like one.
        const NOUNS: &[&str] =
            &["lugar", "hogar", "mujer", "taller", "placer", "bar", "mar", "azúcar", "líder", "cáncer"];
        romance::words(phrase).next().is_some_and(|first| {
            ["ar", "er", "ir"].iter().any(|end| first.ends_with(end)) && !NOUNS.contains(&first.as_str())
        })
    }

    fn can_be_said_to_you(&self, phrase: &str) -> bool {
        !romance::has_word(phrase, &["su", "sus", "suyo", "suya", "suyos", "suyas", "se", "les"])
            && !romance::words(phrase).any(|word| ["arse", "erse", "irse"].iter().any(|end| word.ends_with(end)))
    }

    fn is_clause(&self, phrase: &str) -> bool {
        const STARTS: &[&str] = &[
            "cómo", "qué", "quién", "quiénes", "dónde", "cuándo", "cuánto", "cuánta", "cuántos", "cuántas", "cuál",
            "si",
        ];
        romance::starts_with(phrase, STARTS) || phrase.to_lowercase().starts_with("por qué")
    }

    fn tells_past(&self, sentence: &str) -> bool {
        const PAST: &[&str] = &[
            "era",
            "eran",
            "fue",
            "fueron",
            "había",
            "habían",
            "hubo",
            "tenía",
            "tenían",
            "tuvo",
            "podía",
            "podían",
            "hacía",
            "hacían",
            "debía",
            "debían",
            "existía",
            "existían",
            "servía",
            "servían",
            "permitía",
            "permitían",
            "exigía",
            "exigían",
            "requería",
            "requerían",
            "dependía",
            "dependían",
            "iba",
            "iban",
            "veía",
            "veían",
            "hizo",
            "costó",
            "tardó",
            "duró",
        ];
        romance::starts_with(sentence, &["antes", "hasta", "antaño", "anteriormente"])
            || romance::words(sentence).any(|word| {
                PAST.contains(&word.as_str()) || (word.len() > 4 && (word.ends_with("aba") || word.ends_with("aban")))
            })
    }

    fn dates_itself(&self, sentence: &str) -> bool {
        const STARTS: &[&str] = &[
            "antes",
            "hasta",
            "después",
            "desde",
            "ahora",
            "hoy",
            "ayer",
            "tras",
            "durante",
            "hace",
            "anteriormente",
            "entonces",
            "ya",
            "antaño",
        ];
        romance::starts_with(sentence, STARTS) || romance::starts_with_date(sentence, &["en", "el", "a", "con"])
    }

    fn on_date(&self, when: &str, event: &str) -> Option<String> {
        romance::on_date(
            when,
            event,
            "en",
            DATED,
            &["el", "la", "los", "las", "un", "una", "se", "su", "sus", "esta", "este"],
        )
    }

    fn without_preposition(&self, when: &str) -> String {
        romance::without_preposition(when, &["en ", "el "])
    }

    fn is_readable(&self, label: &str) -> bool {
        const READ: &[&str] = &[
            "guía",
            "artículo",
            "informe",
            "blog",
            "entrada",
            "libro",
            "documentación",
            "manual",
            "notas",
            "nota",
            "historia",
            "estudio",
            "reportaje",
            "comunicado",
            "entrevista",
            "tutorial",
            "documento",
            "anuncio",
            "preguntas",
            "crónica",
        ];
        romance::has_word(label, READ)
    }

    fn day_in_words(&self, date: Date, locale: &str) -> String {
        vcm_core::locale::day_month(date, locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn de_and_a_contract_with_el_but_not_with_a_name() {
        for (preposition, value, expected) in [
            ("de", "el telescopio", "del telescopio"),
            ("a", "el telescopio", "al telescopio"),
            ("de", "la biblioteca", "de la biblioteca"),
            ("de", "El Escorial", "de El Escorial"),
            ("de", "elefantes", "de elefantes"),
        ] {
            assert_eq!(Spanish.join(preposition, value), expected);
        }
    }

    #[test]
    fn reflexives_and_third_persons_are_not_said_to_the_reader() {
        assert!(Spanish.can_be_said_to_you("ahorrar tiempo"));
        assert!(!Spanish.can_be_said_to_you("conectarse sin cables"));
        assert!(!Spanish.can_be_said_to_you("mejorar su código"));
    }

    #[test]
    fn events_join_their_dates() {
        for (when, event, expected) in [
            (
                "en mayo de 2015",
                "Se publicó la primera versión.",
                Some("En mayo de 2015, se publicó la primera versión."),
            ),
            ("2012", "el museo abrió.", Some("En 2012, el museo abrió.")),
            ("mayo de 2015", "el museo abrió.", None),
        ] {
            assert_eq!(Spanish.on_date(when, event).as_deref(), expected);
        }
        assert_eq!(Spanish.without_preposition("en mayo de 2015"), "Mayo de 2015");
        assert_eq!(Spanish.list(&["a", "Italia"], false), "a e Italia");
    }
}
