//! Holds texts to house rules. Next: [`super::phrases`].

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{HouseRule, find_phrase};
use crate::{
    brief::BrandVoice,
    voice::{
        Language,
        languages::class,
        scan::{Scan, SentenceSpan, Token},
    },
};

/// A rule that a text breaks, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleViolation {
    /// Code of the rule: of [`HouseRule`], or `banned_word` or `required_word`.
    pub rule: String,
    /// What is wrong, in a sentence.
    pub message: String,
    /// Which part of a thread, from 0.
    pub part: usize,
    /// Where it begins in the part, in bytes.
    pub start: usize,
    /// Where it ends; equal to `start` when something is missing.
    pub end: usize,
}

/// Every place where the text breaks the rule, in order. The text is a whole post; its parts in a thread are held to the rules by
/// [`check_copy`].
pub fn check(rule: HouseRule, text: &str, language: Language) -> Vec<RuleViolation> {
    check_part(rule, text, language, Place { first: true, last: true, part: 0 })
}

/// Everything in which a post breaks the voice's rules, banned words and required words; `parts` are those of a thread, or one. Rules
/// on the start hold for the first part, rules on the end for the last, required words for the whole. A title is looked at for
/// banned words by the caller.
pub fn check_copy<T: AsRef<str>>(voice: &BrandVoice, language: Language, parts: &[T]) -> Vec<RuleViolation> {
    let mut found = Vec::new();
    for (part, text) in parts.iter().enumerate() {
        let text = text.as_ref();
        let place = Place { first: part == 0, last: part + 1 == parts.len(), part };
        for rule in &voice.rules {
            found.extend(check_part(*rule, text, language, place));
        }
        for word in &voice.banned_words {
            let spans = find_phrase(text, word).into_iter();
            found.extend(spans.map(|span| RuleViolation {
                rule: "banned_word".into(),
                message: format!("{:?} is banned", text.get(span.clone()).unwrap_or(word)),
                part,
                start: span.start,
                end: span.end,
            }));
        }
    }
    for word in &voice.required_words {
        if parts.iter().all(|text| find_phrase(text.as_ref(), word).is_empty()) {
            let message = format!("{word:?} is required and missing");
            found.push(RuleViolation { rule: "required_word".into(), message, part: 0, start: 0, end: 0 });
        }
    }
    found
}

#[derive(Clone, Copy)]
struct Place {
    first: bool,
    last: bool,
    part: usize,
}

fn check_part(rule: HouseRule, text: &str, language: Language, place: Place) -> Vec<RuleViolation> {
    use HouseRule as R;
    let (scan, sentences) = Scan::with_sentences(text, language);
    let said = |message: &str, spans: Vec<Range<usize>>| -> Vec<RuleViolation> {
        let violation = |span: Range<usize>| RuleViolation {
            rule: rule.code(),
            message: message.to_owned(),
            part: place.part,
            start: span.start,
            end: span.end,
        };
        spans.into_iter().map(violation).collect()
    };
    let first = sentences.first().filter(|_| place.first);
    let last = sentences.iter().rfind(|one| !one.is_tags(text)).filter(|_| place.last);
    let questions = || sentences.iter().filter(|one| one.is_question(text));
    match rule {
        R::NeverStartWithAQuestion => {
            said("it starts with a question", spans(first.filter(|one| one.is_question(text))))
        }
        R::NeverStartWithAnEmoji => {
            let start = text.len() - text.trim_start().len();
            let emoji = scan.emoji.first().filter(|emoji| place.first && emoji.start == start);
            said("it starts with an emoji", emoji.cloned().into_iter().collect())
        }
        R::NeverStartWithAHashtag => {
            let body = text.trim_start();
            let start = text.len() - body.len();
            let tag = (place.first && body.starts_with('#'))
                .then(|| start..start + body.find(char::is_whitespace).unwrap_or(body.len()));
            said("it starts with a hashtag", tag.into_iter().collect())
        }
        R::AlwaysEndWithAQuestion => {
            said("it does not end with a question", spans(last.filter(|one| !one.is_question(text))))
        }
        R::NeverEndWithAQuestion => said("it ends with a question", spans(last.filter(|one| one.is_question(text)))),
        R::NoQuestions => said("it asks a question", questions().map(|one| one.range.clone()).collect()),
        R::NoExclamationMarks => said("it has an exclamation mark", marks(text, &['!', '¡', '！'])),
        R::NoAllCapsWords => {
            let shouted = |token: &&Token| is_shouted(token.text(text));
            said("a word is in capitals", scan.tokens.iter().filter(shouted).map(Token::range).collect())
        }
        R::NoEmoji => said("it has an emoji", scan.emoji),
        R::NoSemicolons => said("it has a semicolon", marks(text, &[';', '；'])),
        R::NoDashes => said("it has a dash", dashes(text)),
        R::NoEllipses => {
            let mut spans = marks(text, &['…']);
            spans.extend(text.match_indices("...").map(|(at, found)| at..at + found.len()));
            spans.sort_by_key(|span| span.start);
            said("it has an ellipsis", spans)
        }
        R::NoContractions => said("a contraction could be written out", classed(&scan, class::CONTRACTION)),
        R::NumbersAsFigures => {
            let spelled = scan.tokens.iter().filter(|token| token.classes & class::NUMBER != 0);
            let spelled = spelled.filter(|token| !IS_ALSO_ARTICLE.contains(&token.text(text).to_lowercase().as_str()));
            said("a number is written as a word", spelled.map(Token::range).collect())
        }
        R::OxfordComma | R::NoOxfordComma if language == Language::English => {
            let wanted = rule == R::OxfordComma;
            let message = if wanted { "a list lacks the Oxford comma" } else { "a list has an Oxford comma" };
            said(message, lists(text, &scan, &sentences, !wanted))
        }
        R::OxfordComma | R::NoOxfordComma => Vec::new(),
        R::FormalAddress => said("the reader is addressed familiarly", address(&scan, text, class::FAMILIAR)),
        R::InformalAddress => said("the reader is addressed formally", address(&scan, text, class::FORMAL_ADDRESS)),
        R::MaxSentenceWords(most) => {
            let long = sentences.iter().filter(|one| one.words > most);
            let violation = |one: &SentenceSpan| RuleViolation {
                rule: rule.code(),
                message: format!("a sentence has {} words, {most} are allowed", one.words),
                part: place.part,
                start: one.range.start,
                end: one.range.end,
            };
            long.map(violation).collect()
        }
    }
}

/// Number words that are an article or a pronoun just as often.
const IS_ALSO_ARTICLE: &[&str] = &["one", "un", "uno", "eins", "um", "dois", "neuf", "million", "millionen", "cent"];

/// Abbreviations that everybody writes in capitals are no shouting.
const ABBREVIATIONS: &[&str] = &[
    "API", "CEO", "CTO", "DIY", "EUR", "FAQ", "GBP", "GDPR", "GPU", "CPU", "HTML", "HTTP", "HTTPS", "CSS", "IBM",
    "JSON", "KPI", "LED", "LLM", "LGBT", "NASA", "NATO", "NHS", "PDF", "PNG", "QR", "RSVP", "SDK", "SEO", "SQL", "TSA",
    "UEFA", "URL", "USA", "USB", "USD", "UTC", "VIP", "VPN", "XML", "YAML", "ESA", "BBC", "DNA", "RNA", "GPS", "GMT",
    "CET", "RAM", "SSD", "CLI", "GNU", "MIT", "NGO", "OSM",
];

/// Capitals throughout, four letters or more, and no known abbreviation; three letters are taken for an abbreviation.
fn is_shouted(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 3
        && !word.chars().any(|c| c.is_lowercase() || c.is_numeric())
        && word.chars().any(char::is_uppercase)
        && !ABBREVIATIONS.contains(&word)
}

fn spans(sentence: Option<&SentenceSpan>) -> Vec<Range<usize>> {
    sentence.map(|one| one.range.clone()).into_iter().collect()
}

fn marks(text: &str, marks: &[char]) -> Vec<Range<usize>> {
    text.match_indices(marks).map(|(at, found)| at..at + found.len()).collect()
}

/// Dashes between words; one between figures ("9–17") is a range, one at the start of a line a list mark.
fn dashes(text: &str) -> Vec<Range<usize>> {
    let lone = |at: usize, length: usize| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + length..).unwrap_or_default();
        let range = before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit());
        let line_start = before.trim_end_matches([' ', '\t']).ends_with('\n') || before.trim().is_empty();
        !range && !line_start
    };
    let mut found: Vec<Range<usize>> = text
        .match_indices(['—', '–'])
        .chain(text.match_indices(" - ").map(|(at, _)| (at + 1, "-")))
        .filter(|(at, dash)| lone(*at, dash.len()))
        .map(|(at, dash)| at..at + dash.len())
        .collect();
    found.sort_by_key(|span| span.start);
    found
}

fn classed(scan: &Scan, bits: u16) -> Vec<Range<usize>> {
    scan.tokens.iter().filter(|token| token.classes & bits != 0).map(Token::range).collect()
}

/// Words of address, without those that are another word just as often.
fn address(scan: &Scan, text: &str, bits: u16) -> Vec<Range<usize>> {
    const AMBIGUOUS: &[&str] = &["ihr", "seu", "sua", "seus", "suas", "vos", "eres", "os"];
    let held = scan.tokens.iter().filter(|token| token.classes & bits != 0);
    held.filter(|token| !AMBIGUOUS.contains(&token.text(text).to_lowercase().as_str())).map(Token::range).collect()
}

/// Words that begin a clause, not a list: "After lunch, Tom and Ann left" is no list of three.
const CLAUSE_STARTS: &[&str] = &[
    "after",
    "although",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "despite",
    "during",
    "for",
    "from",
    "if",
    "in",
    "now",
    "on",
    "once",
    "since",
    "so",
    "then",
    "there",
    "today",
    "tomorrow",
    "until",
    "when",
    "where",
    "while",
    "with",
    "without",
    "yesterday",
];

/// Conjunctions of lists "a, b and c" (`with_comma` false) or "a, b, and c" (true): items of at most four words, the first of which may
/// stand at the end of a clause.
fn lists(text: &str, scan: &Scan, sentences: &[SentenceSpan], with_comma: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for sentence in sentences {
        let within =
            |token: &&Token| sentence.range.start <= token.start as usize && (token.end as usize) <= sentence.range.end;
        let tokens: Vec<&Token> = scan.tokens.iter().filter(within).collect();
        let starts_clause =
            tokens.first().is_some_and(|token| CLAUSE_STARTS.contains(&token.text(text).to_lowercase().as_str()));
        let comma_after = |at: usize| {
            let (Some(this), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
            text.get(this.end as usize..next.start as usize).is_some_and(|between| between.trim() == ",")
        };
        let commas: Vec<usize> = (0..tokens.len()).filter(|at| comma_after(*at)).collect();
        for (at, token) in tokens.iter().enumerate() {
            if !matches!(token.text(text), "and" | "or") || at == 0 {
                continue;
            }
            let has_comma = comma_after(at - 1);
            // The comma that parts the last items but one: before the item that the conjunction follows.
            let earlier: Vec<usize> = commas.iter().copied().filter(|comma| *comma + 1 < at).collect();
            let parted = earlier.iter().rev().find(|comma| **comma + 1 < at && (!has_comma || **comma != at - 1));
            let Some(parted) = parted else { continue };
            let item_words = at - 1 - parted;
            let lone_intro = starts_clause && earlier.len() == 1 && !has_comma;
            if has_comma == with_comma && (1..=4).contains(&item_words) && !lone_intro {
                found.push(token.range());
            }
        }
    }
    found
}
