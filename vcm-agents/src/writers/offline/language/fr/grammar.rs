//! French grammar that phrases need: contraction, elision, dates, spaces before high punctuation.

use jiff::civil::Date;

use super::super::{
    super::sentences::{capitalised, single_spaced},
    Grammar,
};

/// No-break space, narrow: inside « » and before ? ! : ;
const NARROW: char = '\u{202f}';

/// The rules of French.
#[derive(Debug)]
pub(super) struct French;

impl Grammar for French {
    /// "un" or "une" needs the gender.
    fn with_article(&self, _phrase: &str) -> Option<String> {
        None
    }

    /// "de" and "à" contract with "le" and "les"; "de" elides. "sur" sets off what has no article.
    fn join(&self, preposition: &str, value: &str) -> String {
        let article = value.split_once(' ').map(|(first, rest)| (first.to_lowercase(), rest));
        match (preposition, &article) {
            ("de", Some((first, rest))) if first == "le" => format!("du {rest}"),
            ("de", Some((first, rest))) if first == "les" => format!("des {rest}"),
            // "de" swallows the article of an indefinite plural: "assez de licences".
            ("de", Some((first, rest))) if first == "des" => join_de(rest),
            ("à", Some((first, rest))) if first == "le" => format!("au {rest}"),
            ("à", Some((first, rest))) if first == "les" => format!("aux {rest}"),
            ("de", _) => join_de(value),
            ("sur", _) if !has_determiner(value) && value.starts_with(char::is_lowercase) => {
                format!("sur le sujet « {value} »")
            }
            _ => format!("{preposition} {value}"),
        }
    }

    fn list(&self, items: &[&str], or: bool) -> String {
        let conjunction = if or { "ou" } else { "et" };
        match items {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [head @ .., last] => format!("{} {conjunction} {last}", head.join(", ")),
        }
    }

    fn count_word(&self, count: usize) -> String {
        const WORDS: &[&str] = &["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
        WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
    }

    /// "Encore attendre une mise à jour ?" takes an infinitive phrase.
    fn is_gerund(&self, phrase: &str) -> bool {
        const NOUNS: &[&str] = &[
            "papier",
            "clavier",
            "dossier",
            "fichier",
            "courrier",
            "calendrier",
            "loyer",
            "foyer",
            "loisir",
            "souvenir",
            "avenir",
            "désir",
            "plaisir",
            "titre",
            "lettre",
            "centre",
            "livre",
            "nombre",
            "membre",
            "cadre",
            "ordre",
            "manière",
            "matière",
            "première",
            "dernière",
            "affaire",
            "horaire",
            "salaire",
            "facture",
            "rupture",
            "chiffre",
            "cher",
            "hiver",
            "amer",
            "quartier",
            "chantier",
            "métier",
            "premier",
            "dernier",
            "entre",
            "contre",
            "autre",
            "notre",
            "votre",
            "quatre",
            "guerre",
            "terre",
            "pierre",
            "frontière",
            "lecture",
            "écriture",
            "ouverture",
            "panier",
            "sentier",
            "atelier",
            "cahier",
            "être",
        ];
        let mut all = phrase.split_whitespace();
        let first = all.next().unwrap_or_default().to_lowercase();
        let bare = first.rsplit(['\'', '’']).next().unwrap_or_default();
        let verb = if matches!(first.as_str(), "se" | "ne" | "devoir") {
            all.next().unwrap_or_default().to_lowercase()
        } else {
            bare.to_owned()
        };
        verb.chars().count() > 3
            && ["er", "ir", "oir", "re"].iter().any(|end| verb.ends_with(end))
            && !NOUNS.contains(&verb.as_str())
    }

    fn can_be_said_to_you(&self, phrase: &str) -> bool {
        const THIRD: &[&str] = &["se", "s", "leur", "leurs", "son", "sa", "ses", "eux", "elles"];
        !words(phrase).any(|word| THIRD.contains(&word.to_lowercase().as_str()))
    }

    fn is_clause(&self, phrase: &str) -> bool {
        const OPENERS: &[&str] = &[
            "comment", "pourquoi", "où", "quand", "qui", "que", "qu", "combien", "si", "quel", "quelle", "quels",
            "quelles",
        ];
        OPENERS.contains(&words(phrase).next().unwrap_or_default().to_lowercase().as_str())
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
            "devait",
            "devaient",
            "fut",
            "furent",
            "coûtait",
            "coûtaient",
            "prenait",
            "prenaient",
            "durait",
            "duraient",
            "faisait",
            "faisaient",
            "venait",
            "venaient",
            "allait",
            "allaient",
            "restait",
            "restaient",
            "existait",
            "existaient",
            "autrefois",
            "jadis",
        ];
        let first = words(sentence).next().unwrap_or_default().to_lowercase();
        first == "avant"
            || first == "jusqu" && dates_itself(sentence)
            || words(sentence).any(|word| PAST.contains(&word.to_lowercase().as_str()))
    }

    fn dates_itself(&self, sentence: &str) -> bool {
        dates_itself(sentence)
    }

    /// "En mai 2015, …", "Le 3 mai 2015, …".
    fn on_date(&self, when: &str, event: &str) -> Option<String> {
        let (when, event) = (single_spaced(when), single_spaced(event));
        let lower = when.to_lowercase();
        let leads =
            ["en ", "le ", "au ", "à ", "dans ", "depuis ", "après ", "avant ", "dès ", "vers ", "début ", "fin "]
                .iter()
                .any(|word| lower.starts_with(word));
        let when = if leads {
            when
        } else if is_year(&when) || starts_with_month(&lower) {
            format!("en {when}")
        } else if lower.starts_with(|c: char| c.is_ascii_digit()) {
            format!("le {when}")
        } else {
            return None;
        };
        (!event.is_empty()).then(|| format!("{}, {}", capitalised(&when), mid_sentence(&event)))
    }

    fn without_preposition(&self, when: &str) -> String {
        let when = single_spaced(when);
        let lower = when.to_lowercase();
        let bare =
            ["en ", "le ", "au "].iter().find(|word| lower.starts_with(*word)).and_then(|word| when.get(word.len()..));
        capitalised(bare.unwrap_or(&when))
    }

    fn label(&self, text: &str) -> String {
        format!("{text}\u{a0}:")
    }

    fn is_readable(&self, label: &str) -> bool {
        const READ: &[&str] = &[
            "guide",
            "annonce",
            "article",
            "billet",
            "manuel",
            "documentation",
            "notice",
            "récit",
            "rapport",
            "livre",
            "blog",
            "notes",
            "entretien",
            "interview",
            "étude",
            "tutoriel",
            "dossier",
            "faq",
            "histoire",
            "communiqué",
            "présentation",
            "biographie",
            "reportage",
        ];
        words(label).any(|word| READ.contains(&word.to_lowercase().as_str()))
    }

    fn day_in_words(&self, date: Date, locale: &str) -> String {
        vcm_core::locale::day_month(date, locale)
    }

    /// No-break spaces where the frame has a space: a mark that follows a word without one, as in a link or a time, stays.
    fn finish(&self, text: String, locale: &str) -> String {
        let canadian = locale.eq_ignore_ascii_case("fr-ca");
        let mut out = String::with_capacity(text.len() + 8);
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            match (c, rest.peek()) {
                // In Canada these three follow the word directly.
                (' ', Some('?' | '!' | ';')) if canadian => {}
                (' ', Some('?' | '!' | ';' | ':' | '»')) => out.push(NARROW),
                ('«', Some(' ')) => {
                    out.push('«');
                    out.push(NARROW);
                    rest.next();
                }
                _ => out.push(c),
            }
        }
        out
    }
}

const MONTHS: &[&str] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn starts_with_month(lower: &str) -> bool {
    MONTHS.iter().any(|month| lower.starts_with(month))
}

/// "de" with what follows, elided before a vowel or a silent h.
fn join_de(value: &str) -> String {
    if elides(value) { format!("d'{value}") } else { format!("de {value}") }
}

/// Whether a word before `value` loses its e. An h is taken as silent in common words only: names keep "de".
fn elides(value: &str) -> bool {
    const FULL: &[&str] = &["onze", "onzième", "oui", "yaourt", "yoga", "ouistiti", "uhlan", "un", "une"];
    const SILENT: &[&str] = &[
        "habit",
        "habill",
        "habitu",
        "harmon",
        "herb",
        "hériter",
        "hésit",
        "heur",
        "hier",
        "histoire",
        "historique",
        "hiver",
        "homme",
        "honneur",
        "honnête",
        "hôpital",
        "horaire",
        "horizon",
        "horloge",
        "hôte",
        "huile",
        "humain",
        "humid",
        "humour",
        "hydr",
        "hygiène",
        "hypo",
        "haïti",
        "homolog",
        "honor",
        "hôtel",
        "hébergement",
        "héberger",
    ];
    let first = value.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    match first.chars().next() {
        Some('h') => SILENT.iter().any(|silent| first.starts_with(silent)),
        // "d'une", "d'un": the article elides, the figure one does not.
        Some(_) if matches!(first.as_str(), "un" | "une") => true,
        Some('y') => first == "y",
        Some(c) => "aàâeéèêëiîïoôöuùûüœæ".contains(c) && !FULL.contains(&first.as_str()),
        None => false,
    }
}

fn has_determiner(value: &str) -> bool {
    const DETERMINERS: &[&str] = &[
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "des",
        "du",
        "ce",
        "cet",
        "cette",
        "ces",
        "notre",
        "nos",
        "votre",
        "vos",
        "mon",
        "ma",
        "mes",
        "tout",
        "tous",
        "toute",
        "toutes",
        "chaque",
        "plusieurs",
        "quelques",
    ];
    DETERMINERS.contains(&words(value).next().unwrap_or_default().to_lowercase().as_str())
}

/// The sentence as it goes on after "En 2012, ": a first word that is only an article or a pronoun loses its capital.
fn mid_sentence(sentence: &str) -> String {
    const SMALL: &[&str] = &[
        "Le", "La", "Les", "L", "Un", "Une", "Des", "Il", "Elle", "Ils", "Elles", "On", "Nous", "Ce", "Cette", "Ces",
        "Son", "Sa", "Ses", "Notre", "Nos", "C",
    ];
    let first = sentence.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if SMALL.contains(&first) {
        let mut chars = sentence.chars();
        return chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect());
    }
    sentence.to_owned()
}

/// Whether the sentence says by itself when it holds ("Avant 2024, …", "Depuis mai, …", "En 2013, …").
fn dates_itself(sentence: &str) -> bool {
    const ADVERBS: &[&str] = &[
        "avant",
        "autrefois",
        "jadis",
        "aujourd",
        "maintenant",
        "désormais",
        "depuis",
        "jusqu",
        "longtemps",
        "hier",
        "auparavant",
        "naguère",
        "dès",
        "après",
        "avec",
        "initialement",
    ];
    let first = words(sentence).next().unwrap_or_default().to_lowercase();
    let year =
        sentence.split_whitespace().take(4).any(|word| word.trim_matches(|c: char| !c.is_ascii_digit()).len() == 4);
    ADVERBS.contains(&first.as_str())
        || matches!(first.as_str(), "en" | "le" | "au" | "entre" | "fin" | "début") && year
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_contract_and_elide() {
        for (preposition, value, expected) in [
            ("de", "le musée d'Orsay", "du musée d'Orsay"),
            ("de", "les Archives nationales", "des Archives nationales"),
            ("de", "l'Atlas", "de l'Atlas"),
            ("de", "la tour Eiffel", "de la tour Eiffel"),
            ("de", "LibreOffice", "de LibreOffice"),
            ("de", "OpenStreetMap", "d'OpenStreetMap"),
            ("de", "apprendre l'anglais", "d'apprendre l'anglais"),
            ("de", "habiter en ville", "d'habiter en ville"),
            ("de", "hausser le ton", "de hausser le ton"),
            ("de", "écrire", "d'écrire"),
            ("de", "y voir clair", "d'y voir clair"),
            ("de", "des licences à payer", "de licences à payer"),
            ("de", "une pause", "d'une pause"),
            ("de", "11 euros", "de 11 euros"),
            ("à", "le Louvre", "au Louvre"),
            ("à", "les Archives", "aux Archives"),
            ("à", "la Villette", "à la Villette"),
            ("sur", "l'accès libre", "sur l'accès libre"),
            ("sur", "accès libre", "sur le sujet « accès libre »"),
        ] {
            assert_eq!(French.join(preposition, value), expected);
        }
    }

    #[test]
    fn high_punctuation_gets_a_narrow_space_and_links_none() {
        for (locale, text, expected) in [
            ("fr-FR", "Vrai ? « Oui » : 12:30", "Vrai\u{202f}? «\u{202f}Oui\u{202f}»\u{202f}: 12:30"),
            ("fr-CA", "Vrai ? Le sujet : « Oui »", "Vrai? Le sujet\u{202f}: «\u{202f}Oui\u{202f}»"),
            ("fr-FR", "Voir https://exemple.fr/?a=b", "Voir https://exemple.fr/?a=b"),
        ] {
            assert_eq!(French.finish(text.into(), locale), expected);
        }
    }

    #[test]
    fn infinitives_are_told_from_nouns() {
        for (phrase, expected) in [
            ("attendre une réponse", true),
            ("se perdre dans les menus", true),
            ("fichier illisible", false),
            ("licences trop chères", false),
        ] {
            assert_eq!(French.is_gerund(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn events_join_their_dates() {
        for (when, event, expected) in [
            ("en mai 2015", "Rust 1.0 est publié.", Some("En mai 2015, Rust 1.0 est publié.")),
            ("12 mai 1889", "La tour ouvre au public.", Some("Le 12 mai 1889, la tour ouvre au public.")),
            ("2012", "L'association est créée.", Some("En 2012, l'association est créée.")),
            ("printemps 2020", "Le site ouvre.", None),
        ] {
            assert_eq!(French.on_date(when, event).as_deref(), expected);
        }
        assert_eq!(French.without_preposition("le 12 mai 1889"), "12 mai 1889");
        assert_eq!(French.without_preposition("en mai 2015"), "Mai 2015");
    }

    #[test]
    fn the_past_is_heard_in_the_verb_or_the_date() {
        for (sentence, past, dated) in [
            ("Avant 2012, il n'y avait pas de fondation.", true, true),
            ("La carte était aux archives.", true, false),
            ("La carte est en ligne.", false, false),
            ("Depuis 2012, il y a une fondation.", false, true),
        ] {
            assert_eq!(French.tells_past(sentence), past, "{sentence}");
            assert_eq!(French.dates_itself(sentence), dated, "{sentence}");
        }
    }

    #[test]
    fn reflexive_wants_are_not_said_to_the_reader() {
        assert!(French.can_be_said_to_you("gagner du temps"));
        assert!(!French.can_be_said_to_you("s'inscrire en ligne"));
        assert!(!French.can_be_said_to_you("gérer leur budget"));
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal() {
        assert_eq!(French.day_in_words(jiff::civil::date(2027, 3, 1), "fr-FR"), "1er mars");
        assert_eq!(French.day_in_words(jiff::civil::date(2027, 3, 2), "fr-FR"), "2 mars");
    }

    #[test]
    fn lists_and_clauses() {
        assert_eq!(French.list(&["a", "b", "c"], false), "a, b et c");
        assert!(French.is_clause("comment ça marche"));
        assert!(!French.is_clause("la marche"));
    }
}
