//! Splits a text into words, hashtags, mentions and links, and brings words to one form.
//!
//! Every engine that compares texts starts here, so that "Café", "café" in decomposed form and "CAFÉ" are one word everywhere.
//! Next: [`super::similarity`].

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfkc};
use unicode_segmentation::UnicodeSegmentation;

/// What a piece of a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenKind {
    /// A word or a number.
    Word,
    /// A hashtag; the token's text is without `#`.
    Hashtag,
    /// A mention; the token's text is without `@`.
    Mention,
    /// A link, from its scheme or `www.` to the next white space.
    Url,
}

/// A piece of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its text in Unicode form NFKC. Words are lower-cased, the rest keeps its case.
    pub text: String,
}

/// The pieces of a text, in order. Punctuation, emoji and white space are left out.
///
/// Words follow UAX #29 (ideographs stand alone); a curly apostrophe is read as a straight one. A `#` starts a hashtag when a
/// letter, digit or underscore follows, none precedes it, and the tag holds at least one letter.
pub fn tokens(text: &str) -> Vec<Token> {
    let composed = compose(text);
    let mut found = Vec::with_capacity(composed.len() / 5);
    for chunk in composed.split_whitespace() {
        match url_start(chunk) {
            Some(start) => {
                let (before, url) = chunk.split_at_checked(start).unwrap_or((chunk, ""));
                split_chunk(before, &mut found);
                found.push(Token { kind: TokenKind::Url, text: url.to_owned() });
            }
            None => split_chunk(chunk, &mut found),
        }
    }
    found
}

/// The words of a text in lower case, hashtags among them (without `#`); links and mentions are left out.
pub fn words(text: &str) -> Vec<String> {
    tokens(text)
        .into_iter()
        .filter_map(|token| match token.kind {
            TokenKind::Word => Some(token.text),
            TokenKind::Hashtag => Some(token.text.to_lowercase()),
            TokenKind::Mention | TokenKind::Url => None,
        })
        .collect()
}

/// The stems of the words that carry meaning: [`words`] without stop words, each through [`stem`].
///
/// In a text with stop words of German, Spanish, French or Portuguese that English does not have, and with at least as many of
/// those as of English ones, theirs are left out as well. An English text is not touched by this.
pub fn content_stems(text: &str) -> Vec<String> {
    let words = words(text);
    let foreign = is_foreign(&words);
    let says_nothing = |word: &str| {
        is_stop_word(word) || foreign && (FOREIGN_STOP_WORDS.binary_search(&word).is_ok() || is_shared_stop_word(word))
    };
    words.into_iter().filter(|word| !says_nothing(word)).map(|word| stem(&word).into_owned()).collect()
}

/// Whether stop words that English does not have are in the majority.
fn is_foreign(words: &[String]) -> bool {
    let foreign = words.iter().filter(|word| FOREIGN_STOP_WORDS.binary_search(&word.as_str()).is_ok()).count();
    let english = words.iter().filter(|word| is_stop_word(word) && !is_shared_stop_word(word)).count();
    foreign > 0 && foreign >= english
}

/// Stop words of another language that are words or names in English, too: they decide nothing.
fn is_shared_stop_word(word: &str) -> bool {
    SHARED_STOP_WORDS.binary_search(&word).is_ok()
}

/// The hashtags of a text without `#`, in order, in the spelling of the text.
pub fn hashtags(text: &str) -> Vec<String> {
    tokens(text).into_iter().filter(|token| token.kind == TokenKind::Hashtag).map(|token| token.text).collect()
}

/// Unicode form NFKC in lower case: what makes two spellings the same.
pub fn fold(text: &str) -> String {
    let lower = compose(text).to_lowercase();
    // Lower-casing can leave a form that composes differently (İ gives i and a combining dot).
    if lower.is_ascii() { lower } else { lower.nfkc().collect() }
}

/// Whether an English word (in lower case) is so common that it says nothing about the topic. The list is closed-class words:
/// articles, pronouns, auxiliaries, prepositions, conjunctions, and the leftovers of contractions.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// The word without its English inflection: plural and third-person *s*, *-ed*, *-ing*, possessive. Light on purpose: two words
/// that only share a root ("nation", "national") stay apart. Words that are short, or not ASCII letters, come back unchanged.
pub fn stem(word: &str) -> Cow<'_, str> {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word);
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    if let Some(root) = word.strip_suffix("ies").filter(|root| root.len() > 1) {
        return Cow::Owned(format!("{root}y"));
    }
    let word = if let Some(root) = strip_plural(word) { root } else { word };
    for suffix in ["ing", "ed"] {
        if let Some(root) = word.strip_suffix(suffix).filter(|root| root.len() > 2 && has_vowel(root)) {
            return finish(root);
        }
    }
    match word.strip_suffix('e') {
        Some(root) if root.len() > 3 => Cow::Borrowed(root),
        _ => Cow::Borrowed(word),
    }
}

fn strip_plural(word: &str) -> Option<&str> {
    if ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        return None;
    }
    for ending in ["sses", "shes", "ches", "xes", "zes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es");
        }
    }
    word.strip_suffix('s')
}

/// The root as other forms leave it: without the doubled consonant ("planned" → "plan") and without a silent e.
fn finish(root: &str) -> Cow<'_, str> {
    let mut ends = root.bytes().rev();
    let (last, before) = (ends.next().unwrap_or_default(), ends.next().unwrap_or_default());
    let doubled = last == before && !matches!(last, b'l' | b's' | b'z' | b'e' | b'o');
    if doubled || (last == b'e' && root.len() > 4) {
        return Cow::Borrowed(root.get(..root.len() - 1).unwrap_or(root));
    }
    Cow::Borrowed(root)
}

fn has_vowel(root: &str) -> bool {
    root.bytes().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}

fn compose(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let straight =
        if text.contains(['’', 'ʼ']) { Cow::Owned(text.replace(['’', 'ʼ'], "'")) } else { Cow::Borrowed(text) };
    if is_nfkc(&straight) { straight } else { Cow::Owned(straight.nfkc().collect()) }
}

fn url_start(chunk: &str) -> Option<usize> {
    // Most chunks have neither mark: one look at the bytes decides.
    if !chunk.as_bytes().iter().any(|byte| matches!(byte, b':' | b'.')) {
        return None;
    }
    let lower = chunk.to_ascii_lowercase();
    ["http://", "https://"]
        .iter()
        .filter_map(|scheme| lower.find(scheme))
        .min()
        .or_else(|| lower.starts_with("www.").then_some(0))
}

fn split_chunk(chunk: &str, found: &mut Vec<Token>) {
    let mut rest = chunk;
    let mut preceded = false;
    while let Some(position) = rest.find(['#', '@']) {
        let (before, marked) = rest.split_at_checked(position).unwrap_or((rest, ""));
        split_words(before, found);
        preceded = before.chars().next_back().map_or(preceded, is_tag_character);
        let mut characters = marked.chars();
        let mark = characters.next();
        let body = characters.as_str();
        let length = body.find(|character| !is_tag_character(character)).unwrap_or(body.len());
        let (name, after) = body.split_at_checked(length).unwrap_or((body, ""));
        let is_tag = mark == Some('#') && name.chars().any(char::is_alphabetic);
        if preceded || !(is_tag || (mark == Some('@') && !name.is_empty())) {
            split_words(name, found);
        } else {
            let kind = if is_tag { TokenKind::Hashtag } else { TokenKind::Mention };
            found.push(Token { kind, text: name.to_owned() });
        }
        preceded = !name.is_empty() && mark == Some('@');
        rest = after;
    }
    split_words(rest, found);
}

fn is_tag_character(character: char) -> bool {
    character.is_alphanumeric()
        || character == '_'
        || (!character.is_ascii() && unicode_normalization::char::is_combining_mark(character))
}

fn split_words(text: &str, found: &mut Vec<Token>) {
    if text.is_empty() {
        return;
    }
    if text.is_ascii() {
        let lower = text.to_ascii_lowercase();
        let parts = lower.split(|character: char| !(character.is_ascii_alphanumeric() || character == '\''));
        let words = parts.map(|part| part.trim_matches('\'')).filter(|part| !part.is_empty());
        found.extend(words.map(|word| Token { kind: TokenKind::Word, text: word.to_owned() }));
    } else {
        found.extend(text.unicode_words().map(|word| Token { kind: TokenKind::Word, text: word.to_lowercase() }));
    }
}

/// Sorted, so that a binary search finds a word.
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "aren't", "as", "at", "be", "because",
    "been", "before", "being", "but", "by", "can", "can't", "could", "did", "didn't", "do", "does", "doesn't", "doing",
    "don't", "for", "from", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i",
    "i'd", "i'll", "i'm", "i've", "if", "in", "into", "is", "isn't", "it", "it's", "its", "just", "let's", "me",
    "more", "most", "my", "no", "nor", "not", "of", "off", "on", "once", "only", "or", "other", "our", "ours", "out",
    "over", "own", "rt", "s", "same", "she", "should", "so", "some", "such", "t", "than", "that", "that's", "the",
    "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "under",
    "until", "up", "us", "very", "via", "was", "wasn't", "we", "we're", "we've", "were", "what", "when", "where",
    "which", "while", "who", "whom", "why", "will", "with", "won't", "would", "you", "you're", "you've", "your",
    "yours",
];

/// Closed-class words of German, Spanish, French and Portuguese that are no words of English. Sorted.
const FOREIGN_STOP_WORDS: &[&str] = &[
    "aber", "ao", "aos", "até", "auch", "auf", "aus", "avec", "avez", "bei", "beim", "bist", "c'est", "ces", "cet",
    "cette", "comme", "cual", "cuando", "cómo", "d'un", "d'une", "damit", "dann", "dans", "daran", "darauf", "dass",
    "daß", "dein", "deine", "deinem", "deinen", "deiner", "denn", "deren", "desde", "dich", "diese", "diesem",
    "diesen", "dieser", "dieses", "doch", "durch", "dónde", "ein", "eine", "einem", "einen", "einer", "eines", "eles",
    "ellas", "ellos", "eran", "ese", "esta", "esto", "estos", "está", "están", "euch", "euer", "eure", "eux", "foram",
    "fueron", "für", "gegen", "gibt", "habe", "haben", "hace", "hasta", "hatte", "hatten", "há", "ihm", "ihn", "ihnen",
    "ihr", "ihre", "ihrem", "ihren", "ihrer", "ils", "isso", "ist", "isto", "jede", "jedem", "jeden", "jeder", "jedes",
    "já", "kann", "kannst", "keine", "keinen", "können", "könnte", "leur", "leurs", "lhe", "mehr", "mein", "mesmo",
    "meu", "mich", "minha", "mucho", "muito", "muss", "muy", "más", "même", "müssen", "n'est", "nem", "nicht", "noch",
    "nosotros", "notre", "nous", "numa", "nur", "não", "nós", "oder", "ohne", "où", "pela", "pelas", "pelo", "pelos",
    "pero", "porque", "qu'il", "qu'on", "quand", "quando", "que", "quel", "quelle", "quels", "quem", "qué", "s'est",
    "schon", "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seit", "selbst", "seu", "seus", "sich", "sind",
    "soll", "sollte", "sonst", "sont", "sua", "suas", "são", "sí", "só", "también", "também", "tiene", "tienen",
    "todos", "tous", "toute", "toutes", "très", "tus", "têm", "uma", "una", "und", "unos", "unser", "unsere", "unter",
    "você", "votre", "vous", "wann", "warum", "weil", "welche", "welcher", "welches", "wenn", "werden", "wie",
    "wieder", "wir", "wird", "worden", "wurde", "wurden", "zu", "zur", "zwischen", "à", "ça", "é", "él", "étaient",
    "était", "été", "être", "über",
];

/// Closed-class words of these languages that English has as well, in names ("Los Angeles", "Le Mans") if not otherwise. Sorted.
const SHARED_STOP_WORDS: &[&str] = &[
    "a", "al", "als", "also", "am", "an", "art", "as", "au", "aux", "bin", "bis", "c", "ce", "com", "come", "como",
    "con", "d", "da", "das", "de", "del", "dela", "dele", "dem", "den", "der", "des", "die", "dir", "do", "donde",
    "dont", "dort", "dos", "du", "e", "el", "ela", "ele", "ella", "elle", "elles", "em", "en", "entre", "er", "era",
    "es", "esa", "eso", "essa", "esse", "est", "este", "et", "eu", "fait", "foi", "fue", "ha", "han", "hast", "hat",
    "hay", "ich", "il", "im", "in", "j", "ja", "je", "kein", "l", "la", "las", "le", "les", "lo", "los", "lui", "m",
    "ma", "mais", "man", "mas", "me", "mes", "mi", "mine", "mir", "mis", "mit", "moi", "mon", "n", "na", "nach",
    "nada", "nas", "ne", "ni", "no", "nos", "num", "nun", "o", "ob", "on", "ont", "os", "ou", "par", "para", "pas",
    "per", "peut", "plus", "por", "pour", "qu", "qui", "s", "sa", "sans", "se", "sem", "ser", "sera", "ses", "si",
    "sie", "sin", "so", "sobre", "soi", "son", "sous", "su", "sur", "sus", "ta", "te", "tem", "tes", "ti", "todo",
    "toi", "ton", "tout", "tu", "um", "un", "une", "uno", "uns", "van", "viel", "vom", "von", "vor", "vos", "war",
    "was", "wer", "will", "wo", "y", "ya", "yo", "zum",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted_so_that_the_search_finds_them() {
        assert!(STOP_WORDS.is_sorted());
        assert!(FOREIGN_STOP_WORDS.is_sorted() && SHARED_STOP_WORDS.is_sorted());
        assert!(FOREIGN_STOP_WORDS.iter().all(|word| !is_stop_word(word) && !is_shared_stop_word(word)));
        assert!(is_stop_word("the") && is_stop_word("you've") && !is_stop_word("rust"));
    }

    #[test]
    fn pieces_of_a_post() {
        use TokenKind::{Hashtag, Mention, Url, Word};
        let cases: &[(&str, &[(TokenKind, &str)])] = &[
            ("", &[]),
            ("🎉 — …", &[]),
            ("Don’t STOP", &[(Word, "don't"), (Word, "stop")]),
            (
                "see(https://x.org/a#b) #Rust,#go",
                &[(Word, "see"), (Url, "https://x.org/a#b)"), (Hashtag, "Rust"), (Hashtag, "go")],
            ),
            ("@ada, hi @ada_l", &[(Mention, "ada"), (Word, "hi"), (Mention, "ada_l")]),
            ("mail a@b.org", &[(Word, "mail"), (Word, "a"), (Word, "b"), (Word, "org")]),
            ("#1 in C#, a#b #", &[(Word, "1"), (Word, "in"), (Word, "c"), (Word, "a"), (Word, "b")]),
            ("ＦＵＬＬ ﬁn Straße", &[(Word, "full"), (Word, "fin"), (Word, "straße")]),
            ("#日本 #été", &[(Hashtag, "日本"), (Hashtag, "été")]),
        ];
        for (text, expected) in cases {
            let got: Vec<_> = tokens(text).into_iter().map(|token| (token.kind, token.text)).collect();
            let expected: Vec<_> = expected.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect();
            assert_eq!(got, expected, "{text}");
        }
    }

    #[test]
    fn what_carries_meaning_in_other_languages() {
        for (text, expected) in [
            ("Die Dateien sind im Format der Stiftung.", &["dateien", "format", "stiftung"][..]),
            ("La carte est libre pour tous.", &["cart", "libr"]),
            ("El mapa es para todos.", &["mapa"]),
            ("O mapa é para você.", &["mapa"]),
            // English stays as it is, names and all.
            ("The war in Los Angeles", &["war", "los", "angel"]),
            ("die casting", &["die", "cast"]),
            ("Le Mans", &["le", "man"]),
        ] {
            assert_eq!(content_stems(text), expected, "{text}");
        }
    }

    #[test]
    fn inflections_of_a_word_share_a_stem() {
        for family in [
            &["plan", "plans", "planned", "planning", "plan's"][..],
            &["launch", "launches", "launched", "launching"],
            &["city", "cities"],
            &["release", "releases", "released", "releasing"],
            &["class", "classes"],
        ] {
            for word in family {
                assert_eq!(stem(word), stem(family[0]), "{word}");
            }
        }
        for word in ["bus", "this", "news", "crisis", "ring", "red", "été", "b2b"] {
            assert!(!stem(word).is_empty() && stem(word).len() + 1 >= word.len(), "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_splits_and_words_are_folded(text in "\\PC{0,80}") {
            for token in tokens(&text) {
                proptest::prop_assert!(!token.text.is_empty());
            }
            proptest::prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
