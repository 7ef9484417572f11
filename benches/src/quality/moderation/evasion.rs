//! Evasion: posts with one word of a published list, that word disguised in seven ways, and the same posts with a neutral word.

use std::io;

use vcm_core::moderation::Moderator;

use super::{
    super::{Row, Setting},
    acts, obscenity, row,
    sets::Sets,
};

const POSTS: usize = 1_000;

/// A disguise: its name, and what it makes of a word.
type Trick = (&'static str, fn(&str) -> String);

const TRICKS: &[Trick] = &[
    ("none", str::to_owned),
    ("homoglyphs", |word| word.chars().map(look_alike).collect()),
    ("zero-width", |word| joined(word, "\u{200b}")),
    ("dots", |word| joined(word, ".")),
    ("spaces", |word| joined(word, " ")),
    ("repeats", |word| {
        word.chars().enumerate().flat_map(|(place, letter)| vec![letter; if place == 1 { 3 } else { 1 }]).collect()
    }),
    ("star", |word| {
        word.char_indices()
            .map(|(place, letter)| if place > 0 && "aeiou".contains(letter) { '*' } else { letter })
            .collect()
    }),
    ("swap", |word| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.swap(1, 2);
        letters.into_iter().collect()
    }),
];

pub(super) fn run(setting: &Setting, moderator: &Moderator, sets: &Sets<'_>, rows: &mut Vec<Row>) -> io::Result<()> {
    let terms: Vec<String> = sets
        .lines("toxicity/LDNOOBW/en")?
        .into_iter()
        .filter(|term| term.len() >= 4 && term.bytes().all(|byte| byte.is_ascii_lowercase()))
        .collect();
    let mut cases = Vec::new();
    for post in sets.unseen("davidson.jsonl.gz")? {
        let words = post.text.split(|character: char| !character.is_alphanumeric());
        let found: Vec<String> =
            words.filter(|word| terms.iter().any(|term| term == word)).map(str::to_owned).collect();
        if let [word] = found.as_slice() {
            cases.push((post.text.clone(), word.clone()));
        }
    }
    cases.truncate(POSTS);
    for (name, trick) in TRICKS {
        let disguised: Vec<String> = cases.iter().map(|(text, word)| text.replacen(word, &trick(word), 1)).collect();
        let neutral: Vec<String> = cases.iter().map(|(text, word)| text.replacen(word, &trick("flower"), 1)).collect();
        for (metric, texts) in [("recall", &disguised), ("false flags with a neutral word", &neutral)] {
            let share =
                |flags: &mut dyn Iterator<Item = bool>| flags.filter(|flag| *flag).count() as f64 / cases.len() as f64;
            let borrowed: Vec<&str> = texts.iter().map(String::as_str).collect();
            let theirs = obscenity(setting, &borrowed)?.map(|found| share(&mut found.into_iter()));
            let ours = share(&mut texts.iter().map(|text| acts(moderator, text)));
            let set = format!("Davidson unseen, {} posts, one listed word", cases.len());
            let metric = format!("{metric}, {name}");
            rows.push(row("evasion", &set, &metric, ours, theirs, "baseline: obscenity, when a Node is given"));
        }
    }
    Ok(())
}

fn joined(word: &str, between: &str) -> String {
    word.chars().map(String::from).collect::<Vec<_>>().join(between)
}

fn look_alike(letter: char) -> char {
    match letter {
        'a' => 'а',
        'e' => 'е',
        'o' => 'о',
        'c' => 'с',
        'p' => 'р',
        'i' => 'і',
        'x' => 'х',
        'y' => 'у',
        _ => letter,
    }
}
