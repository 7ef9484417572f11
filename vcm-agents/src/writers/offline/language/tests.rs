//! What every language is held to.

use std::collections::BTreeSet;

use vcm_core::angles::Archetype;

use super::{ALL, Language, Row};

const SLOTS: &[&str] = &[
    "product",
    "category",
    "a_category",
    "audience",
    "pain",
    "pain_gerund",
    "want",
    "want3",
    "does",
    "task",
    "topic",
    "subject",
    "figure",
    "belief",
    "belief_bare",
    "doubt",
    "before",
    "before_undated",
    "when",
    "n",
    "until",
    "label",
    "readable",
    "speaker",
    "trend",
    "code",
    "words",
    "offer",
];

fn rows(language: &Language) -> Vec<&'static Row> {
    let h = language.phrases.hooks;
    vec![
        &h.announcement,
        &h.explainer,
        &h.benefit,
        &h.want,
        &h.myth,
        &h.contrarian,
        &h.objection,
        &h.faq,
        &h.before,
        &h.versus,
        &h.side_by_side,
        &h.how_to,
        &h.checklist,
        &h.list,
        &h.numbers,
        &h.story,
        &h.behind,
        &h.question,
        &h.proof,
        &h.data_point,
        &h.quote,
        &h.problem,
        &h.letter,
        &h.fit,
        &h.poll,
        &h.offer,
        &h.deadline,
        &h.trend,
    ]
}

fn frames(language: &Language) -> Vec<&'static str> {
    let phrases = language.phrases;
    let (joins, asks, calls, titles) = (phrases.joins, phrases.questions, phrases.calls, phrases.titles);
    let lists = [
        joins.further,
        joins.answer,
        joins.fact,
        joins.now,
        joins.does,
        joins.does_list,
        joins.facts_list,
        joins.wants_list,
        asks.open,
        asks.story,
        asks.list,
        asks.choices,
        asks.myth,
        asks.objection,
        asks.figure,
        asks.quote,
        asks.change,
        asks.problem,
        asks.trend,
        calls.read,
        calls.point,
        calls.sign_up,
        calls.buy,
        calls.join,
        calls.bio,
        calls.bio_act,
        calls.keep,
        calls.pin,
        calls.vote,
        titles.shorts,
        titles.pins,
        titles.plain,
        titles.steps,
        titles.myth,
        titles.objection,
        titles.story,
        titles.list,
        titles.change,
        titles.comparison,
        titles.want,
        titles.announcement,
        titles.quote,
        titles.offer,
    ];
    let singles = [joins.step, joins.code, joins.until, joins.filed];
    rows(language)
        .into_iter()
        .flat_map(|row| row.ask.iter().chain(row.say))
        .chain(lists.into_iter().flatten())
        .copied()
        .chain(singles)
        .chain(phrases.angles.iter().flat_map(|(_, title, premise)| [*title, *premise]))
        .collect()
}

#[test]
fn slots_are_closed_and_known() {
    for language in ALL {
        let pronouns: BTreeSet<&str> = language.phrases.pronouns.iter().map(|(name, ..)| *name).collect();
        for frame in frames(language) {
            assert_eq!(frame.matches('{').count(), frame.matches('}').count(), "{}: {frame}", language.code);
            for piece in frame.split('{').skip(1) {
                let (slot, _) = piece.split_once('}').unwrap_or_else(|| panic!("open slot: {frame}"));
                let bare = slot.rsplit(' ').next().unwrap_or(slot).to_lowercase();
                let known = slot.contains('|') || SLOTS.contains(&bare.as_str()) || pronouns.contains(bare.as_str());
                assert!(known, "{}: {slot} in {frame}", language.code);
            }
        }
    }
}

#[test]
fn every_row_has_a_choice_of_questions_and_of_statements() {
    for language in ALL {
        for row in rows(language) {
            assert!(row.ask.len() >= 3, "{}: {}.ask", language.code, row.id);
            assert!(row.say.len() >= 3, "{}: {}.say", language.code, row.id);
        }
    }
}

#[test]
fn frames_are_spelt_cleanly_and_said_once() {
    for language in ALL {
        for row in rows(language) {
            let all: Vec<&str> = row.ask.iter().chain(row.say).copied().collect();
            let distinct: BTreeSet<&str> = all.iter().copied().collect();
            assert_eq!(all.len(), distinct.len(), "{}: {} says something twice", language.code, row.id);
        }
        for frame in frames(language) {
            assert_eq!(frame.trim(), frame, "{}: spaces around {frame:?}", language.code);
            assert!(!frame.contains("  "), "{}: two spaces in {frame:?}", language.code);
        }
    }
}

#[test]
fn every_archetype_has_a_title_and_a_premise() {
    let told = [
        Archetype::Announcement,
        Archetype::Contrarian,
        Archetype::HowTo,
        Archetype::Myth,
        Archetype::BehindTheScenes,
        Archetype::BeforeAfter,
        Archetype::List,
        Archetype::Question,
        Archetype::Proof,
        Archetype::Story,
        Archetype::Objection,
        Archetype::Comparison,
        Archetype::Seasonal,
        Archetype::DataPoint,
        Archetype::Quote,
        Archetype::Problem,
        Archetype::Offer,
        Archetype::Trend,
        Archetype::Faq,
        Archetype::Explainer,
        Archetype::Checklist,
        Archetype::Numbers,
        Archetype::Spotlight,
        Archetype::Fit,
        Archetype::Poll,
        Archetype::OpenLetter,
    ];
    for language in ALL {
        for archetype in told {
            let named = language.phrases.angles.iter().any(|(other, ..)| *other == archetype);
            assert!(named, "{}: {archetype:?}", language.code);
        }
    }
}

#[test]
fn english_frames_praise_nothing_and_use_no_cliches() {
    const WORDS: &[&str] = &[
        "amazing",
        "incredible",
        "ultimate",
        "game-changer",
        "game changer",
        "unlock",
        "dive in",
        "everyone",
        "thrilled",
        "excited",
        "revolution",
        "seamless",
        "fast-paced",
        "leverage",
        "elevate",
        "supercharge",
        "must-have",
        "—",
        "!",
        "never before",
        "guaranteed",
        "#1",
        "insane",
    ];
    for frame in frames(&super::en::ENGLISH) {
        let lower = frame.to_lowercase();
        let found = WORDS.iter().find(|word| lower.contains(**word));
        assert!(found.is_none() || lower.contains("for everyone who"), "{frame}");
    }
}

fn language(code: &str) -> &'static Language {
    ALL.iter().copied().find(|language| language.code == code).unwrap()
}

#[test]
fn spanish_questions_open_as_they_close() {
    for frame in frames(language("es")) {
        assert_eq!(frame.matches('¿').count(), frame.matches('?').count(), "{frame}");
        assert_eq!(frame.matches('¡').count(), frame.matches('!').count(), "{frame}");
    }
}

#[test]
fn french_sets_a_space_before_high_punctuation() {
    for frame in frames(language("fr")) {
        let mut before = ' ';
        for c in frame.chars() {
            // "{address:tu|vous}" is a slot, not a sentence.
            let slot = before == 's' && frame.contains("address:") && c == ':';
            if matches!(c, ':' | ';' | '!' | '?' | '»') && !slot {
                assert!(before.is_whitespace(), "{frame}");
            }
            before = c;
        }
    }
}

#[test]
fn one_reader_is_addressed_in_one_way() {
    for (code, words) in [
        ("es", &["tu", "tus", "ti", "te", "usted", "su", "sus"][..]),
        ("fr", &["tu", "ton", "ta", "tes", "toi", "te", "vous", "votre", "vos"][..]),
    ] {
        for frame in frames(language(code)) {
            let outside: String =
                frame.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, text)| text)).collect();
            for word in outside.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
                // "En sus propias palabras", "su historia": the possessor is not the reader.
                let others = code == "es"
                    && (outside.contains("sus propias")
                        || outside.contains("su historia")
                        || outside.contains("sus respuestas")
                        || outside.contains("su último día"));
                assert!(!words.contains(&word) || others, "{code}: {word:?} in {frame:?} must follow the address");
            }
        }
    }
}

#[test]
fn romance_prepositions_never_stand_before_their_article() {
    let wrong = [
        ("es", &["de el ", "a el "][..]),
        ("fr", &["de le ", "de les ", "à le ", "à les ", "de a", "de e", "de é"][..]),
        ("pt", &["de o ", "de a ", "em o ", "em a ", "por o ", "a a "][..]),
    ];
    for (code, forbidden) in wrong {
        let values: &[&str] = match code {
            "es" => &["el museo", "la sala", "los cuadros", "OpenStreetMap"],
            "fr" => &["le musée", "la salle", "les tableaux", "l’écran", "OpenStreetMap", "étudier"],
            _ => &["o museu", "a sala", "os quadros", "as obras", "OpenStreetMap"],
        };
        let grammar = language(code).grammar;
        for frame in frames(language(code)) {
            for value in values {
                let filled: String = frame
                    .split('{')
                    .enumerate()
                    .map(|(at, piece)| match piece.split_once('}') {
                        Some((slot, text)) if at > 0 && !slot.contains('|') => {
                            // The other slots hold no article: audiences, infinitives, names, counts.
                            const NOUNS: &[&str] =
                                &["product", "topic", "subject", "pain", "label", "readable", "trend"];
                            let name = slot.rsplit(' ').next().unwrap_or(slot).to_lowercase();
                            let bare = !NOUNS.contains(&name.as_str());
                            let value = if bare { "Noor" } else { value };
                            let joined = match slot.rsplit_once(' ') {
                                Some((preposition, _)) => grammar.join(preposition, value),
                                None => value.to_owned(),
                            };
                            format!("{joined}{text}")
                        }
                        Some((_, text)) => text.to_owned(),
                        None => piece.to_owned(),
                    })
                    .collect();
                for phrase in forbidden {
                    let at = filled.find(phrase);
                    let whole = at.is_some_and(|at| at == 0 || filled[..at].ends_with(' '));
                    assert!(!whole, "{code}: {filled}");
                }
            }
        }
    }
}
