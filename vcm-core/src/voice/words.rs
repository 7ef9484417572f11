//! Parts of a voice in words, for kits and terminals. Next: [`super::drift`].

use super::{
    habits::{Habit, Opening},
    profile::{Usual, VoiceProfile},
    scan::Scan,
    score::Part,
};

/// What the voice has.
pub(super) fn of_profile(part: Part, profile: &VoiceProfile) -> String {
    let habit = |habit: Habit| profile.habit(habit);
    let sentences = |one: Habit, phrase: &str| {
        let share = habit(one);
        if share.cases > 0.0 { format!("{} of sentences {phrase}", percent(share.share)) } else { unknown() }
    };
    match part {
        Part::SentenceLength if profile.sentence_words.cases > 0.0 => {
            format!("{} words a sentence", figure(profile.sentence_words.mean))
        }
        Part::PostLength if profile.post_words.cases > 0.0 => {
            format!("{} words a post", figure(profile.post_words.mean))
        }
        Part::Person if habit(Habit::We).cases > 0.0 => {
            let shares = [("we", Habit::We), ("I", Habit::I), ("you", Habit::You), ("neither", Habit::Third)];
            shares.map(|(word, one)| format!("{word} {}", percent(habit(one).share))).join(", ")
        }
        Part::Contractions if profile.contractions.cases > 0.0 => {
            format!("{} of places contracted", percent(profile.contractions.share))
        }
        Part::Emoji => match usual(&profile.emoji, 5) {
            set if set.is_empty() => sentences(Habit::Emoji, "with an emoji"),
            set => format!("{}: {set}", sentences(Habit::Emoji, "with an emoji")),
        },
        Part::Exclamations => sentences(Habit::Exclamation, "with an exclamation mark"),
        Part::Questions => sentences(Habit::Question, "with a question mark"),
        Part::Punctuation => most_usual(profile, &PUNCTUATION, "sentences"),
        Part::Layout => most_usual(profile, &LAYOUT, "posts"),
        Part::Opening if !profile.openings.is_empty() => {
            let mut ways: Vec<(Opening, f64)> =
                profile.openings.iter().map(|(way, share)| (*way, share.share)).collect();
            ways.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let listed = ways.iter().take(3).filter(|(_, share)| *share > 0.0);
            listed.map(|(way, share)| format!("{} {}", way.phrase(), percent(*share))).collect::<Vec<_>>().join(", ")
        }
        Part::Formality if profile.formality.cases > 0.0 => register(profile.formality.mean),
        Part::Address if profile.formal_address.cases > 0.0 => {
            if profile.formal_address.share > 0.5 {
                "formal".into()
            } else {
                "familiar".into()
            }
        }
        Part::Vocabulary if !profile.characteristic_words.is_empty() => usual(&profile.characteristic_words, 6),
        _ => unknown(),
    }
}

/// What the text has.
pub(super) fn of_text(part: Part, text: &str, scan: &Scan, profile: &VoiceProfile) -> String {
    let sentences = f64::from(scan.sentences().max(1));
    let share = |habit: Habit| f64::from(scan.count(habit)) / sentences;
    if scan.words == 0 {
        return unknown();
    }
    match part {
        Part::SentenceLength => {
            scan.mean_sentence_words().map_or_else(unknown, |mean| format!("{} words a sentence", figure(mean)))
        }
        Part::PostLength => format!("{} words", scan.words),
        Part::Person => {
            let shares = [("we", Habit::We), ("I", Habit::I), ("you", Habit::You), ("neither", Habit::Third)];
            shares.map(|(word, habit)| format!("{word} {}", percent(share(habit)))).join(", ")
        }
        Part::Contractions => match scan.contracted + scan.contractible {
            0 => "no place for one".into(),
            places => format!("{} of {places} places contracted", scan.contracted),
        },
        Part::Emoji => match scan.emoji.iter().filter_map(|range| text.get(range.clone())).collect::<Vec<_>>() {
            none if none.is_empty() => "none".into(),
            found => found.join(" "),
        },
        Part::Exclamations => format!("{} of sentences with an exclamation mark", percent(share(Habit::Exclamation))),
        Part::Questions => format!("{} of sentences with a question mark", percent(share(Habit::Question))),
        Part::Punctuation => held(scan, &PUNCTUATION),
        Part::Layout => held(scan, &LAYOUT),
        Part::Opening => scan.opening.map_or_else(unknown, |way| way.phrase().to_owned()),
        Part::Formality => scan.formality().map_or_else(unknown, register),
        Part::Address => match (scan.formal_address, scan.familiar_address) {
            (0, 0) => "no word of address".into(),
            (_, 0) => "formal".into(),
            (0, _) => "familiar".into(),
            _ => "both formal and familiar".into(),
        },
        Part::Vocabulary => {
            let in_text = |word: &&Usual| {
                let hash = super::languages::hash(&word.text);
                scan.tokens.iter().any(|token| token.hash == hash)
            };
            let shared: Vec<&str> =
                profile.characteristic_words.iter().filter(in_text).take(6).map(|word| word.text.as_str()).collect();
            if shared.is_empty() { "none of its words".into() } else { shared.join(", ") }
        }
    }
}

/// "chatty", "plain" or "official", with the figure.
pub(super) fn register(formality: f64) -> String {
    let name = match formality {
        low if low < 0.3 => "chatty",
        low if low < 0.42 => "easy",
        middle if middle < 0.58 => "plain",
        high if high < 0.75 => "measured",
        _ => "official",
    };
    format!("{name} ({formality:.2})")
}

pub(super) const PUNCTUATION: [Habit; 9] = [
    Habit::Comma,
    Habit::Dash,
    Habit::Colon,
    Habit::Semicolon,
    Habit::Parenthesis,
    Habit::Ellipsis,
    Habit::Quote,
    Habit::AllCaps,
    Habit::Number,
];

pub(super) const LAYOUT: [Habit; 6] =
    [Habit::LineBreak, Habit::BlankLine, Habit::List, Habit::Hashtag, Habit::Mention, Habit::Link];

fn most_usual(profile: &VoiceProfile, habits: &[Habit], of: &str) -> String {
    let mut shares: Vec<(Habit, f64)> =
        habits.iter().filter_map(|habit| Some((*habit, profile.habits.get(habit)?.share))).collect();
    if shares.is_empty() {
        return unknown();
    }
    shares.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let listed: Vec<String> = shares
        .iter()
        .take(3)
        .filter(|(_, share)| *share >= 0.05)
        .map(|(habit, share)| format!("{} in {}", habit.phrase(), percent(*share)))
        .collect();
    if listed.is_empty() { "none to speak of".into() } else { format!("{} of {of}", listed.join(", ")) }
}

fn held(scan: &Scan, habits: &[Habit]) -> String {
    let held: Vec<&str> = habits.iter().filter(|habit| scan.count(**habit) > 0).map(|habit| habit.phrase()).collect();
    if held.is_empty() { "none".into() } else { held.join(", ") }
}

fn usual(list: &[Usual], most: usize) -> String {
    list.iter().take(most).map(|one| one.text.as_str()).collect::<Vec<_>>().join(" ")
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// One decimal below ten, none above.
pub(super) fn figure(value: f64) -> String {
    if value < 9.95 { format!("{value:.1}") } else { format!("{value:.0}") }
}

/// What nothing is known of.
pub(super) const UNKNOWN: &str = "unknown";

fn unknown() -> String {
    UNKNOWN.to_owned()
}
