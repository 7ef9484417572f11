//! The voice that the brief asks for: emoji, person, banned and required words, a formal tone.

use unicode_segmentation::UnicodeSegmentation;
use vcm_core::{
    brief::{EmojiPolicy, Person, Tone},
    copy::Copy,
};

use super::{Block, Remark, typography::words};
use crate::kits::Kit;

/// Words of the writer that say "we" and "I".
const WE: &[(&str, &[&str])] = &[
    ("en", &["we", "us", "our", "ours", "we're", "we've", "we'd", "we'll"]),
    ("es", &["nosotros", "nosotras", "nuestro", "nuestra", "nuestros", "nuestras"]),
    ("de", &["wir", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unseres"]),
    ("fr", &["nous", "notre", "nos"]),
    ("pt", &["nós", "nosso", "nossa", "nossos", "nossas"]),
];
const I: &[(&str, &[&str])] = &[
    ("en", &["i", "my", "me", "mine", "i'm", "i've", "i'd", "i'll"]),
    ("es", &["yo", "mi", "mis"]),
    ("de", &["ich", "mir", "mich", "mein", "meine", "meinen", "meinem"]),
    ("fr", &["je", "mon", "ma", "mes", "j'ai"]),
    ("pt", &["eu", "meu", "minha", "meus", "minhas"]),
];

pub(crate) fn check(kit: &Kit, copy: &Copy, blocks: &[Block<'_>]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let voice = &kit.brief.voice;
    let own: String = blocks.iter().map(Block::own_words).collect::<Vec<_>>().join("\n");
    // Graphemes, as readers count: a family is one emoji.
    let emoji = own.graphemes(true).filter(|grapheme| is_emoji(grapheme)).count();
    let most = match voice.emoji {
        EmojiPolicy::None => 0,
        EmojiPolicy::Sparing => copy.parts.len(),
        EmojiPolicy::Free => 3 * copy.parts.len(),
    };
    if emoji > most {
        remarks.push(("too many emoji", format!("{emoji}, at most {most}")));
    }
    let own_words: Vec<String> = words(&own).iter().map(|(_, word)| word.to_lowercase().replace('’', "'")).collect();
    let says = |list: &[(&str, &[&str])]| -> Option<String> {
        let (_, list) = list.iter().find(|(code, _)| *code == kit.language)?;
        own_words.iter().find(|word| list.contains(&word.as_str())).cloned()
    };
    let wrong = match voice.person {
        Person::We => says(I),
        Person::I => says(WE),
        Person::Third => says(WE).or_else(|| says(I)),
    };
    // A reader may ask in the first person ("How do I …?").
    if let Some(word) = wrong.filter(|word| word != "i" || voice.person == Person::We) {
        remarks.push(("wrong person", format!("{word} where {:?} speaks", voice.person)));
    }
    let formal = voice.tone.contains(&Tone::Formal);
    if formal && own.contains('!') {
        remarks.push(("exclamation in a formal voice", own.clone()));
    }
    // The 's of "team's" is a possessive.
    let with_s =
        ["it's", "that's", "here's", "what's", "there's", "let's", "who's", "how's", "where's", "she's", "he's"];
    let contracted = |word: &&String| {
        ["n't", "'re", "'ve", "'ll", "'d", "'m"].iter().any(|end| word.ends_with(end))
            || with_s.contains(&word.as_str())
    };
    if let Some(word) = own_words.iter().find(|word| formal && kit.language == "en" && contracted(word)) {
        remarks.push(("contraction in a formal voice", word.clone()));
    }
    let text = without_links(&copy.full_text()).to_lowercase();
    for banned in &voice.banned_words {
        if !crate::given::occurrences(&text, &banned.to_lowercase()).is_empty() {
            remarks.push(("banned word", banned.clone()));
        }
    }
    for required in &voice.required_words {
        if !copy.full_text().to_lowercase().contains(&required.to_lowercase()) {
            remarks.push(("required word missing", required.clone()));
        }
    }
    remarks
}

fn without_links(text: &str) -> String {
    text.split(' ').flat_map(|word| word.split('\n')).filter(|word| !word.contains("://")).collect::<Vec<_>>().join(" ")
}

fn is_emoji(grapheme: &str) -> bool {
    grapheme.chars().any(|c| {
        matches!(u32::from(c), 0x1F300..=0x1FAFF | 0x2600..=0x27BF | 0x2B50 | 0x2B55 | 0x1F1E6..=0x1F1FF | 0x231A..=0x23FF)
    }) && !matches!(grapheme, "✓" | "✔" | "✗" | "→")
}
