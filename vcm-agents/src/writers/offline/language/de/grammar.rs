//! German grammar that phrases need: cases of names that bring their article, lists, dates.
//!
//! A noun's gender is known only where the definite article stands before it. So "das Deutsche Museum" is declined ("im
//! Deutschen Museum"), and a name without article stands as it is ("mit LibreOffice"). What would need more is left to frames
//! that ask for the nominative.

use jiff::civil::Date;

use super::super::{
    super::sentences::{capitalised, single_spaced},
    Grammar,
};

/// The rules of German.
#[derive(Debug)]
pub(super) struct German;

impl Grammar for German {
    /// "ein" or "eine" needs the gender.
    fn with_article(&self, _phrase: &str) -> Option<String> {
        None
    }

    /// Prepositions by the case they take; `akk` is the bare accusative, `ohne` the phrase without its article.
    fn join(&self, preposition: &str, value: &str) -> String {
        let lower = preposition.to_lowercase();
        let joined = match lower.as_str() {
            "akk" => accusative(value),
            "ohne" => without_article(value),
            "in_akk" => format!("in {}", accusative(value)),
            "über" | "um" if is_clause(value) => format!("dar{lower}, {}", uncapitalised(value)),
            "über" | "um" if is_infinitive(value) => format!("{lower} Folgendes: {value}"),
            "für" | "über" | "um" | "auf" | "gegen" => format!("{lower} {}", accusative(value)),
            _ => contracted(&lower, &dative(value)),
        };
        if preposition.starts_with(char::is_uppercase) { capitalised(&joined) } else { joined }
    }

    fn list(&self, items: &[&str], or: bool) -> String {
        let conjunction = if or { "oder" } else { "und" };
        match items {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [head @ .., last] => format!("{} {conjunction} {last}", head.join(", ")),
        }
    }

    fn count_word(&self, count: usize) -> String {
        const WORDS: &[&str] =
            &["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"];
        WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
    }

    /// "Immer noch auf Updates warten?" takes an infinitive phrase.
    fn is_gerund(&self, phrase: &str) -> bool {
        is_infinitive(phrase)
    }

    fn can_be_said_to_you(&self, phrase: &str) -> bool {
        const THIRD: &[&str] = &["sich", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres", "ihnen", "sie"];
        !words(phrase).any(|word| THIRD.contains(&word.to_lowercase().as_str()))
    }

    fn is_clause(&self, phrase: &str) -> bool {
        is_clause(phrase)
    }

    fn tells_past(&self, sentence: &str) -> bool {
        const PAST: &[&str] = &[
            "war",
            "waren",
            "wurde",
            "wurden",
            "hatte",
            "hatten",
            "gab",
            "musste",
            "mussten",
            "konnte",
            "konnten",
            "durfte",
            "durften",
            "kostete",
            "kosteten",
            "dauerte",
            "dauerten",
            "brauchte",
            "brauchten",
            "ging",
            "gingen",
            "kam",
            "kamen",
            "stand",
            "standen",
            "lag",
            "lagen",
            "lief",
            "liefen",
            "blieb",
            "blieben",
            "hieß",
            "hießen",
            "früher",
            "damals",
            "einst",
            "bisher",
            "vorher",
        ];
        let first = words(sentence).next().unwrap_or_default().to_lowercase();
        matches!(first.as_str(), "vor" | "bis") && dates_itself(sentence)
            || words(sentence).any(|word| PAST.contains(&word.to_lowercase().as_str()))
    }

    fn dates_itself(&self, sentence: &str) -> bool {
        dates_itself(sentence)
    }

    /// After a date the verb comes first ("Im Mai 2015 erschien …"), so only an event that begins with its verb joins.
    fn on_date(&self, when: &str, event: &str) -> Option<String> {
        const VERBS: &[&str] = &[
            "wurde",
            "wurden",
            "erschien",
            "erschienen",
            "begann",
            "begannen",
            "startete",
            "starteten",
            "eröffnete",
            "gründete",
            "gründeten",
            "kam",
            "kamen",
            "ging",
            "gingen",
            "veröffentlichte",
            "veröffentlichten",
            "war",
            "waren",
            "zog",
            "zogen",
            "folgte",
            "folgten",
            "entstand",
            "entstanden",
            "öffnete",
            "öffneten",
            "stellte",
            "stellten",
            "gab",
            "beschloss",
            "beschlossen",
            "nahm",
            "nahmen",
            "wechselte",
            "wechselten",
        ];
        let (when, event) = (single_spaced(when), single_spaced(event));
        let first = words(&event).next().unwrap_or_default().to_lowercase();
        VERBS.contains(&first.as_str()).then(|| {
            let day = when.starts_with(|c: char| c.is_ascii_digit()) && !is_year(&when);
            let when = if day { format!("am {when}") } else { when };
            format!("{} {}", capitalised(&when), uncapitalised(&event))
        })
    }

    fn without_preposition(&self, when: &str) -> String {
        let when = single_spaced(when);
        let lower = when.to_lowercase();
        let bare = ["im jahr ", "im jahre ", "am ", "im ", "in "]
            .iter()
            .find(|word| lower.starts_with(*word))
            .and_then(|word| when.get(word.len()..));
        capitalised(bare.unwrap_or(&when))
    }

    fn is_readable(&self, label: &str) -> bool {
        const READ: &[&str] = &[
            "leitfaden",
            "handbuch",
            "anleitung",
            "ankündigung",
            "mitteilung",
            "meldung",
            "beitrag",
            "artikel",
            "bericht",
            "geschichte",
            "buch",
            "dokumentation",
            "blog",
            "hinweise",
            "notizen",
            "interview",
            "studie",
            "rezension",
            "faq",
            "kapitel",
            "chronik",
            "lexikon",
            "ratgeber",
            "einführung",
            "übersicht",
        ];
        let lower = label.to_lowercase();
        words(&lower).any(|word| READ.iter().any(|read| word.ends_with(read)))
    }

    fn day_in_words(&self, date: Date, locale: &str) -> String {
        vcm_core::locale::day_month(date, locale)
    }

    /// Swiss spelling has no ß.
    fn finish(&self, text: String, locale: &str) -> String {
        if locale.eq_ignore_ascii_case("de-ch") { text.replace('ß', "ss") } else { text }
    }
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty())
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Whether the phrase is a question word with its clause ("wie es funktioniert").
fn is_clause(phrase: &str) -> bool {
    const OPENERS: &[&str] = &[
        "was", "wie", "wer", "wo", "warum", "wieso", "weshalb", "wann", "welche", "welcher", "welches", "welchen",
        "ob", "wessen", "wem", "wen", "woher", "wohin", "womit", "wofür", "wovon", "woran", "worauf", "worum",
    ];
    let first = words(phrase).next().unwrap_or_default().to_lowercase();
    // "wie es geht" has its verb at the end; "Was?" and "Was nun" have none.
    OPENERS.contains(&first.as_str()) && words(phrase).count() > 2
}

/// Whether the phrase is an infinitive phrase ("auf Updates warten"): its last word is a verb, and nouns have capitals.
fn is_infinitive(phrase: &str) -> bool {
    let last = words(phrase).next_back().unwrap_or_default();
    !phrase.contains(',')
        && words(phrase).count() > 1
        && last.starts_with(char::is_lowercase)
        && ["en", "ern", "eln", "tun"].iter().any(|end| last.ends_with(end))
}

/// Whether the sentence says by itself when it holds ("Vor 2024 …", "Seit Mai …", "Früher …").
fn dates_itself(sentence: &str) -> bool {
    const ADVERBS: &[&str] = &[
        "früher",
        "heute",
        "jetzt",
        "damals",
        "einst",
        "bisher",
        "vorher",
        "zuvor",
        "seither",
        "seitdem",
        "mittlerweile",
        "inzwischen",
        "nun",
        "anfangs",
        "ursprünglich",
        "lange",
        "bislang",
        "künftig",
        "ab",
    ];
    let mut all = words(sentence).map(str::to_lowercase);
    let (first, second) = (all.next().unwrap_or_default(), all.next().unwrap_or_default());
    let early = sentence.split_whitespace().take(5);
    let year = early.into_iter().any(|word| word.trim_matches(|c: char| !c.is_ascii_digit()).len() == 4);
    ADVERBS.contains(&first.as_str())
        || matches!(first.as_str(), "seit" | "mit") && !second.is_empty()
        || matches!(first.as_str(), "vor" | "bis" | "nach" | "im" | "in" | "am" | "zwischen" | "anfang" | "ende")
            && year
}

/// The article of a phrase and what follows it; `None` without a definite article.
fn article(phrase: &str) -> Option<(String, &str)> {
    let (first, rest) = phrase.split_once(' ')?;
    let first = first.to_lowercase();
    matches!(first.as_str(), "der" | "die" | "das").then_some((first, rest))
}

/// The accusative: it differs from the nominative where a masculine article or adjective stands at the front.
fn accusative(phrase: &str) -> String {
    match article(phrase) {
        Some((first, rest)) if first == "der" => format!("den {}", weak_noun(&adjectives_in(rest, "en"))),
        Some((first, rest)) => format!("{first} {rest}"),
        None => strong_masculine(phrase),
    }
}

/// The dative of a phrase with its article; without one as it stands, which is right for names.
fn dative(phrase: &str) -> String {
    match article(phrase) {
        Some((first, rest)) if first != "die" => format!("dem {}", weak_noun(&adjectives_in(rest, "en"))),
        Some((_, rest)) if is_plural(rest) => format!("den {}", adjectives_in(rest, "en")),
        Some((_, rest)) => format!("der {}", adjectives_in(rest, "en")),
        None => phrase.to_owned(),
    }
}

/// The phrase without its article, its adjectives with the endings that the article had: "der neue Import", "neuer Import".
fn without_article(phrase: &str) -> String {
    match article(phrase) {
        Some((first, rest)) if first == "der" => adjectives_in(rest, "er"),
        Some((first, rest)) if first == "das" => adjectives_in(rest, "es"),
        // After "die", plural adjectives end in -en and lose the n; feminine ones keep their -e.
        Some((_, rest)) if is_plural(rest) => adjectives_in(rest, "e"),
        Some((_, rest)) => rest.to_owned(),
        None => phrase.to_owned(),
    }
}

/// Adjectives at the front (words in -e or -en before the noun) with another ending.
fn adjectives_in(rest: &str, ending: &str) -> String {
    let all: Vec<&str> = rest.split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(all.len());
    let mut open = true;
    for (at, word) in all.iter().enumerate() {
        let next_is_noun = all.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_alphabetic()))
            && all.get(at + 1..).is_some_and(|after| {
                after
                    .iter()
                    .take_while(|word| !FOLLOWERS.contains(word))
                    .any(|word| word.starts_with(char::is_uppercase))
            });
        let root = word.strip_suffix("en").or_else(|| word.strip_suffix('e'));
        let can_agree = word.starts_with(char::is_lowercase) || is_name_adjective(word);
        if let Some(root) = root.filter(|root| open && next_is_noun && can_agree && root.len() > 2) {
            out.push(format!("{root}{ending}"));
        } else {
            open = false;
            out.push((*word).to_owned());
        }
    }
    out.join(" ")
}

/// Whether a word with a capital is an adjective that is part of a name ("das Deutsche Museum") rather than a noun before a
/// genitive ("die Karte Berlins").
fn is_name_adjective(word: &str) -> bool {
    const ROOTS: &[&str] = &[
        "Deutsch",
        "Alt",
        "Neu",
        "Lang",
        "Groß",
        "Klein",
        "Grün",
        "Rot",
        "Blau",
        "Weiß",
        "Schwarz",
        "Erst",
        "Zweit",
        "Dritt",
        "Frei",
        "Offen",
        "Jung",
        "Hoh",
        "Digital",
        "National",
        "International",
        "Zentral",
        "Golden",
        "Best",
        "Letzt",
        "Gemeinsam",
        "Bunt",
        "Still",
        "Stark",
    ];
    let root = word.strip_suffix("en").or_else(|| word.strip_suffix('e')).unwrap_or(word);
    root.ends_with("isch") || ROOTS.contains(&root)
}

/// Words that begin what follows a noun: after them nothing agrees with its article.
const FOLLOWERS: &[&str] = &[
    "der", "die", "das", "des", "dem", "den", "von", "vom", "zu", "zum", "zur", "für", "in", "im", "mit", "auf", "aus",
    "an", "am", "bei", "und", "oder", "ohne", "über", "nach", "vor", "um", "als", "wie", "seit", "unter",
];

/// Whether what follows "die" is plural: adjectives in -en say so, else a noun in -en or -ern that is not feminine by its form.
fn is_plural(rest: &str) -> bool {
    let mut all = rest.split(' ');
    let first = all.next().unwrap_or_default();
    let next = all.next();
    let noun_follows = next.is_some_and(|word| word.starts_with(char::is_uppercase));
    if noun_follows && first.starts_with(char::is_lowercase) {
        return first.ends_with("en");
    }
    [
        "ungen", "ionen", "eiten", "äten", "ien", "ten", "nen", "hen", "len", "gen", "ben", "ken", "den", "sen", "ern",
        "eln",
    ]
    .iter()
    .any(|end| first.ends_with(end))
}

/// "freier Zugang" → "freien Zugang"; only where the adjective's form leaves no doubt.
fn strong_masculine(phrase: &str) -> String {
    const NO_ADJECTIVES: &[&str] = &[
        "weniger", "immer", "aller", "über", "unter", "hinter", "mehrer", "außer", "wieder", "lieber", "einiger",
        "vieler", "hinüber", "aber", "oder", "jeder", "dieser", "welcher",
    ];
    match phrase.split_once(' ') {
        Some((first, rest))
            if first.ends_with("er")
                && first.starts_with(char::is_lowercase)
                && rest.starts_with(char::is_uppercase)
                && !NO_ADJECTIVES.contains(&first) =>
        {
            let root = if matches!(first, "unser" | "euer") { first } else { first.trim_end_matches("er") };
            format!("{root}en {rest}")
        }
        _ => phrase.to_owned(),
    }
}

/// Masculine nouns that take -n or -en outside the nominative.
fn weak_noun(phrase: &str) -> String {
    const WEAK: &[(&str, &str)] =
        &[("Name", "Namen"), ("Herr", "Herrn"), ("Mensch", "Menschen"), ("Gedanke", "Gedanken"), ("Kunde", "Kunden")];
    let (head, tail) = phrase.split_once(' ').map_or((phrase, None), |(head, tail)| (head, Some(tail)));
    let Some((_, declined)) = WEAK.iter().find(|(noun, _)| *noun == head) else { return phrase.to_owned() };
    tail.map_or_else(|| (*declined).to_owned(), |tail| format!("{declined} {tail}"))
}

/// "zu dem" → "zum", as one says it.
fn contracted(preposition: &str, phrase: &str) -> String {
    let fused = match (preposition, phrase.split_once(' ')) {
        ("zu", Some(("dem", rest))) => Some(("zum", rest)),
        ("zu", Some(("der", rest))) => Some(("zur", rest)),
        ("von", Some(("dem", rest))) => Some(("vom", rest)),
        ("bei", Some(("dem", rest))) => Some(("beim", rest)),
        ("in", Some(("dem", rest))) => Some(("im", rest)),
        ("an", Some(("dem", rest))) => Some(("am", rest)),
        _ => None,
    };
    fused.map_or_else(|| format!("{preposition} {phrase}"), |(word, rest)| format!("{word} {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_declined_where_their_article_tells_the_gender() {
        for (preposition, value, expected) in [
            ("mit", "LibreOffice", "mit LibreOffice"),
            ("Mit", "LibreOffice", "Mit LibreOffice"),
            ("mit", "das Deutsche Museum", "mit dem Deutschen Museum"),
            ("von", "das Deutsche Museum", "vom Deutschen Museum"),
            ("bei", "der Tag der offenen Tür", "beim Tag der offenen Tür"),
            ("zu", "die Alte Pinakothek", "zur Alten Pinakothek"),
            ("zu", "die Lange Nacht der Museen", "zur Langen Nacht der Museen"),
            ("mit", "die Karte Berlins", "mit der Karte Berlins"),
            ("bei", "die Bayerische Staatsoper", "bei der Bayerischen Staatsoper"),
            ("mit", "die offenen Karten", "mit den offenen Karten"),
            ("mit", "die Karten", "mit den Karten"),
            ("hinter", "die Stadtbibliothek", "hinter der Stadtbibliothek"),
            ("akk", "der neue Import", "den neuen Import"),
            ("akk", "Der Leitfaden", "den Leitfaden"),
            ("akk", "die Versionshinweise", "die Versionshinweise"),
            ("in_akk", "das Handbuch", "in das Handbuch"),
            ("über", "freier Zugang", "über freien Zugang"),
            ("über", "weniger Papier", "über weniger Papier"),
            ("über", "unser Verein", "über unseren Verein"),
            ("über", "teure Lizenzen", "über teure Lizenzen"),
            ("über", "wie LibreOffice entstand", "darüber, wie LibreOffice entstand"),
            ("um", "auf Updates warten", "um Folgendes: auf Updates warten"),
            ("ohne", "der neue Import", "neuer Import"),
            ("ohne", "das offene Format", "offenes Format"),
            ("ohne", "die Sprachen von LibreOffice", "Sprachen von LibreOffice"),
            ("ohne", "die neuen Formate", "neue Formate"),
            ("akk", "der Name", "den Namen"),
        ] {
            assert_eq!(German.join(preposition, value), expected);
        }
    }

    #[test]
    fn lists_have_no_serial_comma() {
        assert_eq!(German.list(&[], false), "");
        assert_eq!(German.list(&["a"], false), "a");
        assert_eq!(German.list(&["a", "b", "c"], true), "a, b oder c");
    }

    #[test]
    fn infinitives_are_told_from_nouns_and_relative_clauses() {
        for (phrase, expected) in [
            ("ewig auf Updates warten", true),
            ("teure Lizenzen", false),
            ("Dateien, die sich nicht öffnen lassen", false),
            ("Warten", false),
        ] {
            assert_eq!(German.is_gerund(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn wants_of_third_persons_are_not_said_to_the_reader() {
        assert!(German.can_be_said_to_you("Texte als PDF speichern"));
        assert!(!German.can_be_said_to_you("ihre Vereinskasse führen"));
        assert!(!German.can_be_said_to_you("sich anmelden"));
    }

    #[test]
    fn clauses_begin_with_a_question_word() {
        assert!(German.is_clause("wie es funktioniert"));
        assert!(!German.is_clause("Wiesen im Sommer"));
    }

    #[test]
    fn events_join_their_dates_only_with_the_verb_in_front() {
        for (when, event, expected) in [
            ("im Mai 2015", "Erschien Rust 1.0.", Some("Im Mai 2015 erschien Rust 1.0.")),
            (
                "28. September 2010",
                "wurde das Projekt gegründet.",
                Some("Am 28. September 2010 wurde das Projekt gegründet."),
            ),
            ("2012", "wurde die Stiftung gegründet.", Some("2012 wurde die Stiftung gegründet.")),
            ("im Mai 2015", "Rust 1.0 erschien.", None),
        ] {
            assert_eq!(German.on_date(when, event).as_deref(), expected);
        }
        for (when, expected) in
            [("am 3. Mai 2015", "3. Mai 2015"), ("im Jahr 1903", "1903"), ("Frühjahr 2020", "Frühjahr 2020")]
        {
            assert_eq!(German.without_preposition(when), expected);
        }
    }

    #[test]
    fn the_past_is_heard_in_the_verb_or_the_date() {
        for (sentence, past, dated) in [
            ("Früher lag die Karte im Archiv.", true, true),
            ("Vor 2012 gab es keine Stiftung.", true, true),
            ("Die Karte liegt im Netz.", false, false),
            ("Seit 2012 gibt es eine Stiftung.", false, true),
            ("Die Ausgabe dauerte eine Woche.", true, false),
        ] {
            assert_eq!(German.tells_past(sentence), past, "{sentence}");
            assert_eq!(German.dates_itself(sentence), dated, "{sentence}");
        }
    }

    #[test]
    fn days_and_spelling_follow_the_country() {
        let day = jiff::civil::date(2027, 1, 3);
        assert_eq!(German.day_in_words(day, "de-DE"), "3. Januar");
        assert_eq!(German.day_in_words(day, "de-AT"), "3. Jänner");
        assert_eq!(German.finish("Zum Abschließen:".into(), "de-CH"), "Zum Abschliessen:");
    }

    #[test]
    fn what_one_reads_is_named_by_the_end_of_the_noun() {
        assert!(German.is_readable("die Versionshinweise"));
        assert!(German.is_readable("der Leitfaden zum Umstieg"));
        assert!(!German.is_readable("die Projektseite"));
    }
}
