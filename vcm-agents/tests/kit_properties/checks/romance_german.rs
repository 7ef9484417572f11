//! Grammar of Spanish, German, French and Portuguese as far as rules over words can tell: contractions, elision, doubled
//! articles, paired marks, and one form of address in a text.

use super::{
    Block, Remark,
    typography::{around, words},
};

/// Two words, and the one that they become.
type Melted = (&'static str, &'static str, &'static str);

/// Two words that a language melts into one, in the writer's words or where it puts in the brief's.
const MELTED: &[(&str, &[Melted])] = &[
    ("es", &[("de", "el", "del"), ("a", "el", "al")]),
    ("fr", &[("de", "le", "du"), ("de", "les", "des"), ("à", "le", "au"), ("à", "les", "aux")]),
    (
        "pt",
        &[
            ("de", "o", "do"),
            ("de", "a", "da"),
            ("de", "os", "dos"),
            ("de", "as", "das"),
            ("em", "o", "no"),
            ("em", "a", "na"),
            ("em", "os", "nos"),
            ("em", "as", "nas"),
            ("a", "o", "ao"),
            ("a", "os", "aos"),
            ("por", "o", "pelo"),
            ("por", "a", "pela"),
            ("por", "os", "pelos"),
            ("por", "as", "pelas"),
        ],
    ),
];

/// Words that never stand side by side: two articles, or an article and a preposition that has swallowed one.
const ARTICLES: &[(&str, &[&str])] = &[
    ("es", &["el", "la", "los", "las", "un", "una", "del", "al"]),
    (
        "de",
        &["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "im", "am", "zum", "zur"],
    ),
    ("fr", &["le", "la", "les", "un", "une", "du", "des", "au", "aux"]),
    (
        "pt",
        &[
            "o", "os", "as", "um", "uma", "do", "da", "dos", "das", "no", "na", "nos", "nas", "ao", "aos", "pelo",
            "pela",
        ],
    ),
];

/// French words that lose their vowel before another.
const ELIDED: &[&str] = &["le", "la", "de", "que", "je", "ne", "se", "me", "te", "ce", "jusque", "lorsque", "puisque"];

/// Words that begin with a vowel or a mute h and are still not elided before.
const ASPIRATED: &[&str] =
    &["onze", "oui", "huit", "haut", "hors", "héros", "harpe", "hasard", "hall", "handicap", "halte", "un", "une", "y"];

/// Forms of address that must not meet in one text.
const ADDRESS: &[(&str, &[&str], &[&str])] = &[
    (
        "de",
        &["du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner"],
        &["Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"],
    ),
    ("es", &["tú", "tu", "tus", "te", "ti", "contigo"], &["usted", "ustedes"]),
    ("fr", &["tu", "te", "ton", "ta", "tes", "toi"], &["vous", "votre", "vos"]),
    ("pt", &["tu", "teu", "tua", "teus", "tuas", "ti", "contigo"], &["você", "vocês"]),
];

pub(crate) fn check(block: &Block<'_>, language: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    pairs(block, language, &mut remarks);
    address(block, language, &mut remarks);
    if language == "es" {
        opening_marks(block, &mut remarks);
    }
    if matches!(language, "de") && block.own_words().contains('”') {
        remarks.push(("quotes of another language", "”".to_owned()));
    }
    remarks
}

fn of<'a, T: ?Sized>(table: &'a [(&str, &'a T)], language: &str) -> Option<&'a T> {
    table.iter().find(|(code, _)| *code == language).map(|(_, rules)| *rules)
}

fn pairs(block: &Block<'_>, language: &str, remarks: &mut Vec<Remark>) {
    let melted = of(MELTED, language).unwrap_or(&[]);
    let articles = of(ARTICLES, language).unwrap_or(&[]);
    for pair in words(block.text).windows(2) {
        let [(start, first), (at, second)] = [pair[0], pair[1]];
        let between = &block.text[start + first.len()..at];
        if between != " " || block.is_given(start, at + second.len()) {
            continue;
        }
        let (a, b) = (first.to_lowercase(), second.to_lowercase());
        if let Some((_, _, one)) = melted.iter().find(|(x, y, _)| *x == a && *y == b)
            // "El" that belongs to a name stays ("de El Salvador").
            && (second == b || language != "es")
        {
            remarks.push(("not contracted", format!("{a} {b} → {one}: {}", around(block.text, start))));
        }
        if articles.contains(&a.as_str())
            && articles.contains(&b.as_str())
            && second == b
            && !relative(language, &a, &b)
        {
            remarks.push(("two articles", around(block.text, start)));
        }
        if language == "fr" && ELIDED.contains(&a.as_str()) && elides(&b) {
            remarks.push(("not elided", around(block.text, start)));
        }
        if language == "fr" && a == "si" && matches!(b.as_str(), "il" | "ils") {
            remarks.push(("not elided", around(block.text, start)));
        }
        let euphony = language == "es"
            && ((a == "y" && starts_with_i(&b)) || (a == "o" && (b.starts_with('o') || b.starts_with("ho"))));
        if euphony {
            remarks.push(("y → e, o → u", around(block.text, start)));
        }
    }
}

/// "die, die", "der das …": German relative pronouns look like articles; only after "im, am, zum, zur" is it surely wrong.
fn relative(language: &str, a: &str, b: &str) -> bool {
    match language {
        "de" => {
            !matches!(a, "im" | "am" | "zum" | "zur" | "ein" | "eine" | "einen" | "einem" | "einer")
                && !matches!(b, "ein" | "eine")
                || matches!(b, "im" | "am" | "zum" | "zur")
        }
        // "o" and "a" are pronouns, too.
        "pt" => a == "o" || a == "as" || a == "os",
        _ => false,
    }
}

/// Words with a mute h, by how they begin; before all others that start with h nothing is elided.
const MUTE_H: &[&str] = &["heu", "hi", "hom", "hon", "hôt", "hab", "hes", "hor", "hum"];

fn elides(word: &str) -> bool {
    let vowel = word.starts_with(|c: char| "aeiouyàâäéèêëîïôöùûüœ".contains(c));
    let mute = MUTE_H.iter().any(|start| word.starts_with(start));
    let plain = word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-');
    (vowel || mute) && plain && !ASPIRATED.iter().any(|start| word.starts_with(start))
}

fn starts_with_i(word: &str) -> bool {
    let i = word.starts_with('i') || word.starts_with("hi") || word.starts_with('í') || word.starts_with("hí");
    i && !word.starts_with("hie") && !word.starts_with("ia") && !word.starts_with("io")
}

fn address(block: &Block<'_>, language: &str, remarks: &mut Vec<Remark>) {
    let Some((_, close, polite)) = ADDRESS.iter().find(|(code, _, _)| *code == language) else { return };
    let own = block.own_words();
    let mut sentence_start = true;
    let (mut familiar, mut formal) = (None, None);
    let spoken = words(&own);
    for (at, (start, word)) in spoken.iter().enumerate() {
        if at > 0 {
            let (before, previous) = spoken[at - 1];
            sentence_start = own[before + previous.len()..*start].contains(['.', '!', '?', '\n', ':', '…', '□']);
        }
        if close.contains(&word.to_lowercase().as_str()) {
            familiar = Some(*word);
        }
        // "Sie" that starts a sentence may be "they".
        let is_polite = if language == "de" {
            polite.contains(word) && !sentence_start
        } else {
            polite.contains(&word.to_lowercase().as_str())
        };
        if is_polite {
            formal = Some(*word);
        }
    }
    if let (Some(familiar), Some(formal)) = (familiar, formal) {
        remarks.push(("two forms of address", format!("{familiar} and {formal}")));
    }
}

fn opening_marks(block: &Block<'_>, remarks: &mut Vec<Remark>) {
    let own = |c: char| block.text.char_indices().filter(|(at, found)| *found == c && !block.mask[*at]).count();
    for (open, close) in [('¿', '?'), ('¡', '!')] {
        // A name may end in a mark of its own; what is counted is the writer's.
        let bare: String = block.text.split_whitespace().filter(|word| !word.contains("://")).collect();
        if own(open) != own(close) && bare.matches(open).count() != bare.matches(close).count() {
            remarks.push((
                "opening mark missing",
                format!("{open}{close}: {}", around(block.text, block.text.find(close).unwrap_or(0))),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use vcm_core::testing::briefs;

    use super::*;
    use crate::given::Given;

    fn kinds(language: &str, text: &str) -> Vec<&'static str> {
        let given = Given::new(&briefs::runnable());
        check(&Block::new(&given, text), language).into_iter().map(|(kind, _)| kind).collect()
    }

    #[test]
    fn each_fault_is_found() {
        for (language, text, kind) in [
            ("es", "La historia de el horno.", "not contracted"),
            ("es", "Voy a el taller.", "not contracted"),
            ("es", "Por qué?", "opening mark missing"),
            ("es", "Sencillo y increíble.", "y → e, o → u"),
            ("es", "Cuéntaselo a tu vecino y a usted.", "two forms of address"),
            ("de", "Lies, was du willst, bevor Sie gehen.", "two forms of address"),
            ("de", "Mehr im der Anleitung.", "two articles"),
            ("de", "Er sagt ”ja”.", "quotes of another language"),
            ("fr", "L'histoire de le four.", "not contracted"),
            ("fr", "Ce que il faut savoir.", "not elided"),
            ("fr", "Le ami du quartier.", "not elided"),
            ("fr", "Dites-le à votre voisin et à toi.", "two forms of address"),
            ("pt", "Está em o forno.", "not contracted"),
            ("pt", "Passa por a rua.", "not contracted"),
        ] {
            assert!(kinds(language, text).contains(&kind), "{text:?} has {:?}", kinds(language, text));
        }
    }

    #[test]
    fn sound_texts_pass() {
        for (language, text) in [
            ("es", "¿Por qué del horno? ¡Así! Padres e hijos, madera y hierro."),
            ("de", "Die Leute, die das lesen. Sie wissen, was du weißt."),
            ("fr", "L'ami du quartier, le héros d'hier et le onze. Vous et votre ville."),
            ("pt", "No forno, do bairro. Você e a sua rua. A que horas?"),
        ] {
            assert_eq!(kinds(language, text), Vec::<&str>::new(), "{text}");
        }
    }
}
