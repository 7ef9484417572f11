//! Lists, labels and quotations: facts in the dress that a framework gives them. Next: [`super::joins`].

use vcm_core::brief::Offer;

use super::{
    super::{
        forms::{Beat, Line},
        material::{Event, Fact, Pair, Phrase, Quotation},
        select::Choice,
        sentences::capitalised,
        slots::Slots,
        voice::Voice,
    },
    Sources, entry,
};

/// Most entries of a list inside a post.
const MOST_ENTRIES: usize = 4;

/// A fact as a line.
pub(super) fn line(fact: &Fact) -> Line {
    Line { text: fact.text.clone(), sources: fact.sources.clone(), ..Line::default() }
}

/// A chosen phrase as a line.
pub(super) fn line_of(choice: &Choice) -> Line {
    Line {
        text: choice.text.clone(),
        sources: choice.sources.clone(),
        patterns: vec![choice.id.clone()],
        ..Line::default()
    }
}

/// A chosen phrase as a sentence of the body.
pub(super) fn phrase(choice: &Choice) -> Beat {
    Beat { line: line_of(choice), item: false, tight: false }
}

/// A fact as a sentence of the body.
pub(super) fn prose(fact: &Fact, lead_in: Option<Choice>) -> Beat {
    let mut line = line(fact);
    if let Some(lead_in) = lead_in {
        line.marker = lead_in.text;
        line.patterns.push(lead_in.id);
    }
    Beat { line, item: false, tight: false }
}

/// Entries with a mark.
pub(super) fn marked(facts: &[Fact], mark: &str) -> Vec<Beat> {
    marked_refs(&facts.iter().collect::<Vec<_>>(), mark)
}

/// Entries with a mark.
pub(super) fn marked_refs(facts: &[&Fact], mark: &str) -> Vec<Beat> {
    facts.iter().map(|fact| item(Line { marker: mark.to_owned(), ..line(fact) })).collect()
}

/// Entries with numbers; `label` such as "Step {n}:".
pub(super) fn numbered(facts: &[Fact], label: Option<&str>) -> Vec<Beat> {
    facts
        .iter()
        .enumerate()
        .map(|(at, fact)| {
            let number = (at + 1).to_string();
            let marker = label.map_or_else(|| format!("{number}."), |label| label.replace("{n}", &number));
            item(Line { marker, ..line(fact) })
        })
        .collect()
}

/// Phrases as entries with a mark; `capital`: each begins like a sentence.
pub(super) fn phrases(phrases: &[Phrase], mark: &str, capital: bool) -> Vec<Beat> {
    phrases
        .iter()
        .take(MOST_ENTRIES)
        .map(|phrase| {
            let text = if capital { entry(&phrase.text) } else { phrase.text.clone() };
            item(Line { marker: mark.to_owned(), text, sources: vec![phrase.source.clone()], ..Line::default() })
        })
        .collect()
}

/// Choices with letters.
pub(super) fn lettered(phrases: &[Phrase]) -> Vec<Beat> {
    phrases
        .iter()
        .take(MOST_ENTRIES)
        .zip(["A)", "B)", "C)", "D)"])
        .map(|(phrase, letter)| {
            item(Line {
                marker: letter.to_owned(),
                text: entry(&phrase.text),
                sources: vec![phrase.source.clone()],
                ..Line::default()
            })
        })
        .collect()
}

/// Questions with their answers, two lines each.
pub(super) fn questions(pairs: &[Pair], voice: &Voice, labelled: bool) -> Vec<Beat> {
    let (question, answer) = voice.language.phrases.joins.question_answer;
    let label = |label: &str| if labelled { label.to_owned() } else { String::new() };
    pairs
        .iter()
        .take(3)
        .flat_map(|pair| {
            [
                Beat { line: Line { marker: label(question), ..line(&pair.first) }, item: true, tight: false },
                Beat { line: Line { marker: label(answer), ..line(&pair.second) }, item: true, tight: true },
            ]
        })
        .collect()
}

/// A dated event: "May 2015: Rust 1.0 was released."
pub(super) fn dated(event: &Event, led: bool, voice: &Voice) -> Beat {
    let marker = if led { format!("{} →", event.when) } else { voice.language.grammar.label(&event.when) };
    item(Line { marker, ..line(&event.fact) })
}

/// How it is now, after a hook that says how it was.
pub(super) fn now(pair: &Pair, from: Sources<'_>) -> Beat {
    let grammar = from.voice.language.grammar;
    let labelled = from.led
        && from.tested
        && from.story.tells_a_change()
        && ![&pair.first, &pair.second].iter().any(|fact| grammar.dates_itself(&fact.text));
    prose(&pair.second, labelled.then(|| from.joins.now.clone()))
}

/// Both halves, with labels where they do not say by themselves which is which.
pub(super) fn then_and_now(pair: &Pair, from: Sources<'_>) -> Vec<Beat> {
    let grammar = from.voice.language.grammar;
    let (id, then, now) = &from.joins.then_now;
    let dated = grammar.dates_itself(&pair.first.text);
    [(then, &pair.first), (now, &pair.second)]
        .into_iter()
        .map(|(label, fact)| {
            let mut line = line(fact);
            if from.led && dated && from.tested {
                "→".clone_into(&mut line.marker);
            } else if (from.led || !from.tested) && !dated && from.story.tells_a_change() {
                (*label).clone_into(&mut line.marker);
                line.patterns.push(id.clone());
            }
            item(line)
        })
        .collect()
}

/// Words and who said them; the name first where bodies are tested and this one leads in.
pub(super) fn quotation(quotation: &Quotation, voice: &Voice, named_first: bool) -> Vec<Beat> {
    let words = Line { text: voice.quoted(&quotation.words.text), ..line(&quotation.words) };
    if named_first {
        let marker = voice.language.grammar.label(&capitalised(&quotation.attribution));
        return vec![item(Line { marker, ..words })];
    }
    let who = Line { text: format!("— {}", capitalised(&quotation.attribution)), ..line(&quotation.words) };
    vec![item(words), Beat { line: who, item: true, tight: true }]
}

/// Code and last day of an offer, where its text does not say them; `dated`: the hook says the day.
pub(super) fn terms(offer: &Offer, text: &Fact, dated: bool, voice: &Voice) -> Vec<Beat> {
    let said = text.text.to_lowercase();
    let joins = voice.language.phrases.joins;
    let mut slots = Slots::new(false);
    if let Some(code) = offer.code.as_deref().filter(|code| !said.contains(&code.to_lowercase())) {
        slots.set("code", code.trim());
    }
    let until = offer.until.map(|until| voice.language.grammar.day_in_words(until, &voice.locale));
    if let Some(until) = until.filter(|until| !dated && !said.contains(&until.to_lowercase())) {
        slots.set("until", until);
    }
    [joins.code, joins.until]
        .into_iter()
        .filter_map(|frame| slots.fill(frame, voice))
        .map(|filled| Beat {
            line: Line { text: filled.text, sources: text.sources.clone(), ..Line::default() },
            item: false,
            tight: false,
        })
        .collect()
}

/// "With it, you can:" and what one can do; empty with fewer than two such phrases.
pub(super) fn does_block(from: Sources<'_>) -> Vec<Beat> {
    let does = &from.brief.product.does;
    let Some(lead) = &from.joins.does_list else { return Vec::new() };
    let phrases: Vec<Phrase> = does
        .iter()
        .enumerate()
        .filter(|(_, does)| !does.trim().is_empty() && from.voice.allows(does))
        .map(|(at, does)| Phrase {
            text: super::without_stop(&super::super::sentences::single_spaced(does)).to_owned(),
            source: format!("product.does[{at}]"),
        })
        .collect();
    if phrases.len() < 2 {
        return Vec::new();
    }
    let mut beats = vec![Beat { line: line_of(lead), item: false, tight: false }];
    beats.extend(self::phrases(&phrases, &from.joins.bullet, false));
    beats
}

fn item(line: Line) -> Beat {
    Beat { line, item: true, tight: false }
}
