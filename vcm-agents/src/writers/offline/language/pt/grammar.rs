//! Portuguese grammar that phrases need: contractions, lists, what is past, what dates itself.

use jiff::civil::Date;

use super::super::{Grammar, romance};

/// The rules of Portuguese.
#[derive(Debug)]
pub(super) struct Portuguese;

/// Words that a date with its preposition starts with.
const DATED: &[&str] = &["em", "no", "na", "a", "desde", "até", "após", "antes", "depois", "entre", "durante"];

impl Grammar for Portuguese {
    fn with_article(&self, _: &str) -> Option<String> {
        // The gender of a noun cannot be read off it.
        None
    }

    fn join(&self, preposition: &str, value: &str) -> String {
        const CONTRACTIONS: &[(&str, &str, &str)] = &[
            ("de", "o ", "do "),
            ("de", "a ", "da "),
            ("de", "os ", "dos "),
            ("de", "as ", "das "),
            ("em", "o ", "no "),
            ("em", "a ", "na "),
            ("em", "os ", "nos "),
            ("em", "as ", "nas "),
            ("a", "o ", "ao "),
            ("a", "a ", "à "),
            ("a", "os ", "aos "),
            ("a", "as ", "às "),
            ("por", "o ", "pelo "),
            ("por", "a ", "pela "),
            ("por", "os ", "pelos "),
            ("por", "as ", "pelas "),
        ];
        romance::contracted(preposition, value, CONTRACTIONS).unwrap_or_else(|| format!("{preposition} {value}"))
    }

    fn list(&self, items: &[&str], or: bool) -> String {
        romance::list("pt", items, or)
    }

    fn count_word(&self, count: usize) -> String {
        const WORDS: &[&str] =
            &["zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"];
        WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
    }

    fn is_gerund(&self, phrase: &str) -> bool {
        // What one does is an infinitive in Portuguese; these nouns only look like one.
        const NOUNS: &[&str] = &["lugar", "lar", "mulher", "prazer", "bar", "mar", "ar", "açúcar", "líder", "colher"];
        romance::words(phrase).next().is_some_and(|first| {
            let verb = first.split('-').next().unwrap_or_default();
            ["ar", "er", "ir"].iter().any(|end| verb.ends_with(end)) && !NOUNS.contains(&verb)
        })
    }

    fn can_be_said_to_you(&self, phrase: &str) -> bool {
        // The reader is a third person too: «se» and «seu» fit.
        !romance::has_word(phrase, &["deles", "delas", "lhes"])
    }

    fn is_clause(&self, phrase: &str) -> bool {
        let lower = phrase.to_lowercase();
        romance::starts_with(
            phrase,
            &["como", "quem", "onde", "quando", "quanto", "quantos", "quantas", "qual", "quais", "se"],
        ) || lower.starts_with("por que")
            || lower.starts_with("o que ")
    }

    fn tells_past(&self, sentence: &str) -> bool {
        const PAST: &[&str] = &[
            "era",
            "eram",
            "foi",
            "foram",
            "havia",
            "haviam",
            "tinha",
            "tinham",
            "podia",
            "podiam",
            "fazia",
            "faziam",
            "devia",
            "deviam",
            "existia",
            "existiam",
            "servia",
            "permitia",
            "permitiam",
            "exigia",
            "exigiam",
            "dependia",
            "ia",
            "iam",
            "via",
            "viam",
            "teve",
            "fez",
            "custou",
            "demorou",
        ];
        romance::starts_with(sentence, &["antes", "até", "antigamente", "outrora", "anteriormente"])
            || romance::words(sentence).any(|word| {
                PAST.contains(&word.as_str()) || (word.len() > 4 && (word.ends_with("ava") || word.ends_with("avam")))
            })
    }

    fn dates_itself(&self, sentence: &str) -> bool {
        const STARTS: &[&str] = &[
            "antes",
            "até",
            "depois",
            "desde",
            "agora",
            "hoje",
            "ontem",
            "após",
            "durante",
            "antigamente",
            "outrora",
            "anteriormente",
            "há",
            "já",
        ];
        romance::starts_with(sentence, STARTS) || romance::starts_with_date(sentence, &["em", "no", "na", "a", "com"])
    }

    fn on_date(&self, when: &str, event: &str) -> Option<String> {
        romance::on_date(
            when,
            event,
            "em",
            DATED,
            &["o", "a", "os", "as", "um", "uma", "foi", "sua", "seu", "este", "esta"],
        )
    }

    fn without_preposition(&self, when: &str) -> String {
        romance::without_preposition(when, &["em ", "no ", "na ", "a "])
    }

    fn is_readable(&self, label: &str) -> bool {
        const READ: &[&str] = &[
            "guia",
            "artigo",
            "relatório",
            "blog",
            "blogue",
            "livro",
            "documentação",
            "manual",
            "notas",
            "nota",
            "história",
            "estudo",
            "reportagem",
            "comunicado",
            "entrevista",
            "tutorial",
            "documento",
            "anúncio",
            "perguntas",
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
    fn prepositions_contract_with_the_article() {
        for (preposition, value, expected) in [
            ("de", "o telescópio", "do telescópio"),
            ("de", "a biblioteca", "da biblioteca"),
            ("em", "os museus", "nos museus"),
            ("a", "a cidade", "à cidade"),
            ("por", "o guia", "pelo guia"),
            ("de", "O Globo", "de O Globo"),
            ("de", "oceanos", "de oceanos"),
        ] {
            assert_eq!(Portuguese.join(preposition, value), expected);
        }
    }

    #[test]
    fn events_join_their_dates() {
        for (when, event, expected) in [
            ("em maio de 2015", "O museu abriu.", Some("Em maio de 2015, o museu abriu.")),
            ("2012", "a primeira carta saiu.", Some("Em 2012, a primeira carta saiu.")),
            ("maio de 2015", "o museu abriu.", None),
        ] {
            assert_eq!(Portuguese.on_date(when, event).as_deref(), expected);
        }
        assert!(Portuguese.tells_past("O trajeto demorava dois dias."));
    }
}
