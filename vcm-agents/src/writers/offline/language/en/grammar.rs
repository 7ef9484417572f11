//! English grammar that phrases need: articles, lists, contractions, gerunds, dates.

use jiff::civil::Date;

use super::super::{
    super::sentences::{capitalised, single_spaced},
    Grammar,
};

/// The rules of English.
#[derive(Debug)]
pub(super) struct English;

impl Grammar for English {
    fn with_article(&self, phrase: &str) -> Option<String> {
        Some(with_article(phrase))
    }

    fn list(&self, items: &[&str], or: bool) -> String {
        join_list(items, if or { "or" } else { "and" })
    }

    fn count_word(&self, count: usize) -> String {
        count_word(count)
    }

    fn formal(&self, text: &str) -> String {
        written_out(text)
    }

    fn is_gerund(&self, phrase: &str) -> bool {
        is_gerund(phrase)
    }

    fn can_be_said_to_you(&self, phrase: &str) -> bool {
        !has_third_person(phrase)
    }

    fn is_clause(&self, phrase: &str) -> bool {
        is_clause(phrase)
    }

    fn tells_past(&self, sentence: &str) -> bool {
        tells_past(sentence)
    }

    fn dates_itself(&self, sentence: &str) -> bool {
        dates_itself(sentence)
    }

    fn on_date(&self, when: &str, event: &str) -> Option<String> {
        let when = single_spaced(when);
        let event = mid_sentence(&single_spaced(event));
        let leads = ["in ", "on ", "at ", "since ", "from ", "after ", "before ", "until ", "between "]
            .iter()
            .any(|word| when.to_lowercase().starts_with(word));
        let year = when.len() == 4 && when.chars().all(|c| c.is_ascii_digit());
        let when = if leads {
            when
        } else if year {
            format!("in {when}")
        } else {
            return None;
        };
        (!event.is_empty()).then(|| format!("{}, {event}", capitalised(&when)))
    }

    fn without_preposition(&self, when: &str) -> String {
        let when = single_spaced(when);
        let lower = when.to_lowercase();
        let bare =
            ["in ", "on ", "at "].iter().find(|word| lower.starts_with(*word)).and_then(|word| when.get(word.len()..));
        capitalised(bare.unwrap_or(&when))
    }

    fn is_readable(&self, label: &str) -> bool {
        label.split(|c: char| !c.is_alphanumeric()).any(|word| READ.iter().any(|read| word.eq_ignore_ascii_case(read)))
    }

    fn day_in_words(&self, date: Date, locale: &str) -> String {
        let month = MONTHS.get(usize::from(date.month().unsigned_abs()).saturating_sub(1)).copied().unwrap_or("");
        if is_american(locale) { format!("{month} {}", date.day()) } else { format!("{} {month}", date.day()) }
    }

    fn finish(&self, text: String, locale: &str) -> String {
        if is_american(locale) { text.replace("”.", ".”").replace("”,", ",”") } else { text }
    }
}

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Nouns for things that one reads.
const READ: &[&str] = &[
    "guide",
    "announcement",
    "post",
    "article",
    "paper",
    "rfc",
    "story",
    "report",
    "book",
    "docs",
    "documentation",
    "blog",
    "notes",
    "manual",
    "handbook",
    "interview",
    "study",
    "changelog",
    "tutorial",
    "review",
    "essay",
    "faq",
];

/// The sentence as it goes on after "In 2012, ": a first word that is only an article or a pronoun loses its capital.
fn mid_sentence(sentence: &str) -> String {
    const SMALL: &[&str] = &["The", "A", "An", "It", "We", "They", "Our", "Its", "This", "These", "Their", "He", "She"];
    match sentence.split_once(' ') {
        Some((first, rest)) if SMALL.contains(&first) => format!("{} {rest}", first.to_lowercase()),
        _ => sentence.to_owned(),
    }
}

/// Full stops and commas go inside closing quotation marks, and the month before the day.
fn is_american(locale: &str) -> bool {
    locale.eq_ignore_ascii_case("en-us") || locale.eq_ignore_ascii_case("en")
}

/// The noun phrase with "a" or "an" in front, by the sound its first word begins with.
fn with_article(phrase: &str) -> String {
    format!("{} {phrase}", if starts_with_vowel_sound(phrase) { "an" } else { "a" })
}

/// `a`, `a or b`, `a, b, or c`, with the serial comma.
fn join_list(items: &[&str], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first, second] => format!("{first} {conjunction} {second}"),
        [head @ .., last] => format!("{}, {conjunction} {last}", head.join(", ")),
    }
}

/// Whether the phrase begins with a gerund ("waiting for builds"), so that it can follow "still" or "spend time".
fn is_gerund(phrase: &str) -> bool {
    const NOUNS: &[&str] = &[
        "nothing",
        "something",
        "anything",
        "everything",
        "king",
        "ring",
        "string",
        "thing",
        "spring",
        "morning",
        "evening",
        "opening",
        "closing",
        "training",
        "housing",
        "parking",
        "funding",
        "banking",
        "marketing",
        "licensing",
        "meeting",
        "building",
        "wing",
        "ceiling",
        "meaning",
        "pricing",
    ];
    let first = phrase.split_whitespace().next().unwrap_or("").to_lowercase();
    first.len() > 4 && first.ends_with("ing") && !NOUNS.contains(&first.as_str())
}

/// Whether the phrase speaks of a third person ("ship their code"), so that it does not fit beside "you".
fn has_third_person(phrase: &str) -> bool {
    phrase.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|word| {
        matches!(word.to_lowercase().as_str(), "their" | "them" | "they" | "themselves" | "his" | "her" | "its")
    })
}

/// Whether the sentence says by itself when it holds ("Before 2024, …", "In 2013, …"), so that a label would say it twice.
fn dates_itself(sentence: &str) -> bool {
    let mut words =
        sentence.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    matches!(
        first.as_str(),
        "before"
            | "until"
            | "after"
            | "since"
            | "now"
            | "today"
            | "once"
            | "previously"
            | "formerly"
            | "earlier"
            | "originally"
            | "from"
            | "with"
            | "by"
            | "then"
    ) || matches!(first.as_str(), "in" | "back")
        && (second.starts_with(|c: char| c.is_numeric()) || second == "the" || second == "in")
        || first == "in"
            && sentence.split_whitespace().take(4).any(|word| word.trim_matches(|c: char| !c.is_numeric()).len() == 4)
}

/// Whether the sentence is about the past: it dates itself so, or its verb does.
fn tells_past(sentence: &str) -> bool {
    const PAST: &[&str] = &[
        "was", "were", "did", "had", "took", "meant", "could", "cost", "came", "went", "made", "got", "kept",
        "used to", "needed", "required", "ran", "began", "stood", "held", "built", "bought", "brought", "sent",
        "wrote", "showed",
    ];
    let lower = sentence.to_lowercase();
    let starts = ["before ", "until ", "once ", "previously", "formerly", "earlier", "originally", "in the past"];
    starts.iter().any(|start| lower.starts_with(start))
        || PAST.iter().any(|word| lower.split(|c: char| !c.is_alphanumeric()).any(|other| other == *word))
        || lower.contains(" used to ")
}

/// Whether the phrase is a clause ("who runs the project"), which fits after "about" but not everywhere a noun does.
fn is_clause(phrase: &str) -> bool {
    let first = phrase.split_whitespace().next().unwrap_or("").to_lowercase();
    matches!(first.as_str(), "what" | "how" | "who" | "where" | "why" | "when" | "which" | "whether" | "whose")
}

/// A count in words up to ten, in figures above.
fn count_word(count: usize) -> String {
    const WORDS: &[&str] = &["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// Contractions written out, for a formal voice.
fn written_out(text: &str) -> String {
    const PAIRS: &[(&str, &str)] = &[
        ("can't", "cannot"),
        ("won't", "will not"),
        ("let's", "let us"),
        ("Let's", "Let us"),
        ("I'm", "I am"),
        ("I'd", "I would"),
        ("'d ", " would "),
        ("n't", " not"),
        ("'re", " are"),
        ("'ve", " have"),
        ("'ll", " will"),
        ("hat's", "hat is"),
        ("ere's", "ere is"),
        ("t's", "t is"),
        ("ho's", "ho is"),
        ("hen's", "hen is"),
    ];
    PAIRS.iter().fold(text.to_owned(), |text, (short, long)| text.replace(short, long))
}

fn starts_with_vowel_sound(phrase: &str) -> bool {
    const CONSONANT: &[&str] =
        &["uni", "use", "usa", "user", "util", "euro", "eu", "one", "once", "ubi", "ufo", "uk", "us"];
    const VOWEL: &[&str] = &["hour", "honest", "honour", "honor", "heir"];
    let first = phrase.split_whitespace().next().unwrap_or("");
    let lower = first.to_lowercase();
    let letters: Vec<char> = first.chars().take_while(|c| c.is_alphanumeric()).collect();
    // Spelt out letter by letter: an HTML page, an SQL query, an X account.
    if letters.len() <= 4 && letters.iter().all(|c| c.is_uppercase()) && !letters.is_empty() {
        return letters.first().is_some_and(|c| "AEFHILMNORSX".contains(*c));
    }
    if lower.starts_with('8') || lower.starts_with("11") || lower.starts_with("18") {
        return true;
    }
    if lower.starts_with("unin") || lower.starts_with("unim") {
        return true;
    }
    if CONSONANT.iter().any(|start| if start.len() <= 2 { lower == *start } else { lower.starts_with(start) }) {
        return false;
    }
    VOWEL.iter().any(|start| lower.starts_with(start)) || lower.starts_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_follow_the_sound() {
        for (phrase, expected) in [
            ("programming language release", "a programming language release"),
            ("open-source editor", "an open-source editor"),
            ("hour of music", "an hour of music"),
            ("university course", "a university course"),
            ("uninteresting day", "an uninteresting day"),
            ("HTML parser", "an HTML parser"),
            ("one-day festival", "a one-day festival"),
            ("European museum", "a European museum"),
        ] {
            assert_eq!(with_article(phrase), expected);
        }
    }

    #[test]
    fn lists_take_the_serial_comma() {
        assert_eq!(join_list(&[], "or"), "");
        assert_eq!(join_list(&["a"], "or"), "a");
        assert_eq!(join_list(&["a", "b"], "or"), "a or b");
        assert_eq!(join_list(&["a", "b", "c"], "and"), "a, b, and c");
    }

    #[test]
    fn contractions_are_written_out_whole() {
        assert_eq!(
            written_out("Here's what you're after. It's fine, isn't it? Let's go. Who's in?"),
            "Here is what you are after. It is fine, is not it? Let us go. Who is in?"
        );
        assert_eq!(written_out("We'd ask. You can't."), "We would ask. You cannot.");
    }

    #[test]
    fn gerunds_are_told_from_nouns() {
        assert!(is_gerund("waiting for slow builds"));
        assert!(!is_gerund("string handling"));
        assert!(!is_gerund("slow builds"));
    }

    #[test]
    fn events_join_their_dates() {
        for (when, event, expected) in [
            ("in May 2015", "Rust 1.0 was released.", Some("In May 2015, Rust 1.0 was released.")),
            ("2012", "the first store opened.", Some("In 2012, the first store opened.")),
            ("May 2015", "Rust 1.0 was released.", None),
        ] {
            assert_eq!(English.on_date(when, event).as_deref(), expected);
        }
    }
}
