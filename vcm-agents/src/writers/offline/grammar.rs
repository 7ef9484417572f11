//! English grammar that frames and joins need: articles, lists, capitals, contractions, sentence ends.
//!
//! Facts are never changed by these: only the words between them are. Next: [`super::voice`].

/// The noun phrase with "a" or "an" in front, by the sound its first word begins with.
pub(super) fn with_article(phrase: &str) -> String {
    format!("{} {phrase}", if starts_with_vowel_sound(phrase) { "an" } else { "a" })
}

/// `a`, `a or b`, `a, b, or c`, with the serial comma.
pub(super) fn join_list(items: &[&str], conjunction: &str) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first, second] => format!("{first} {conjunction} {second}"),
        [head @ .., last] => format!("{}, {conjunction} {last}", head.join(", ")),
    }
}

/// The text with its first letter in upper case, unless the first word is spelt in a way of its own (`iOS`, `cargo-deny`).
pub(super) fn capitalised(text: &str) -> String {
    let first_word = text.split_whitespace().next().unwrap_or("");
    let bare = first_word.trim_end_matches([',', '.', ':', ';', '?', '!']);
    let own_spelling = bare.chars().skip(1).any(|c| c.is_uppercase() || matches!(c, '_' | ':' | '.' | '/' | '`'));
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !own_spelling && first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// The text as a sentence: trimmed, single spaces, and a full stop when it has no end mark.
pub(super) fn as_sentence(text: &str) -> String {
    let text = single_spaced(text);
    if text.is_empty() || ends_sentence(&text) { text } else { text + "." }
}

/// The sentence without its full stop, to stand inside another one.
pub(super) fn without_stop(sentence: &str) -> &str {
    sentence.trim_end().trim_end_matches('.')
}

/// Whether the text ends in a mark that closes a sentence, closing quotes and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    bare.ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

/// White space runs become one space; none at the ends.
pub(super) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the phrase begins with a gerund ("waiting for builds"), so that it can follow "still" or "spend time".
pub(super) fn is_gerund(phrase: &str) -> bool {
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
pub(super) fn has_third_person(phrase: &str) -> bool {
    phrase.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|word| {
        matches!(word.to_lowercase().as_str(), "their" | "them" | "they" | "themselves" | "his" | "her" | "its")
    })
}

/// Whether the sentence says by itself when it holds ("Before 2024, …", "In 2013, …"), so that a label would say it twice.
pub(super) fn dates_itself(sentence: &str) -> bool {
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
pub(super) fn tells_past(sentence: &str) -> bool {
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
pub(super) fn is_clause(phrase: &str) -> bool {
    let first = phrase.split_whitespace().next().unwrap_or("").to_lowercase();
    matches!(first.as_str(), "what" | "how" | "who" | "where" | "why" | "when" | "which" | "whether" | "whose")
}

/// A word said twice in a row ("the the"), if there is one. Numbers and words across a sentence end do not count.
pub(super) fn doubled_word(text: &str) -> Option<&str> {
    let mut last: Option<&str> = None;
    for line in text.lines() {
        last = None;
        for word in line.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if let Some(before) = last
                && !bare.is_empty()
                && bare.chars().all(char::is_alphabetic)
                && word.starts_with(|c: char| c.is_alphanumeric())
                && before.eq_ignore_ascii_case(bare)
            {
                return Some(bare);
            }
            last = word.ends_with(|c: char| c.is_alphanumeric()).then_some(bare);
        }
    }
    let _ = last;
    None
}

/// A count in words up to ten, in figures above.
pub(super) fn count_word(count: usize) -> String {
    const WORDS: &[&str] = &["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// Contractions written out, for a formal voice.
pub(super) fn written_out(text: &str) -> String {
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
    fn capitals_keep_names_with_a_spelling_of_their_own() {
        assert_eq!(capitalised("async closures"), "Async closures");
        assert_eq!(capitalised("iOS builds"), "iOS builds");
        assert_eq!(capitalised("std::env paths"), "std::env paths");
        assert_eq!(capitalised("über"), "Über");
        assert_eq!(capitalised("Rust"), "Rust");
    }

    #[test]
    fn sentences_get_one_end_mark() {
        assert_eq!(as_sentence("It is  out"), "It is out.");
        assert_eq!(as_sentence("Is it?"), "Is it?");
        assert_eq!(as_sentence("He said “yes.”"), "He said “yes.”");
        assert_eq!(without_stop("It is out."), "It is out");
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
    fn doubled_words_are_found_within_a_sentence_only() {
        assert_eq!(doubled_word("Read the the notes."), Some("the"));
        assert_eq!(doubled_word("That is it. It works."), None);
        assert_eq!(doubled_word("10 10 is not a word"), None);
        assert_eq!(doubled_word("the end\nend of story"), None);
    }

    #[test]
    fn gerunds_are_told_from_nouns() {
        assert!(is_gerund("waiting for slow builds"));
        assert!(!is_gerund("string handling"));
        assert!(!is_gerund("slow builds"));
    }
}
