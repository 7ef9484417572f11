//! A long text as a thread: parts that each keep the platform's limits, broken where a reader would pause.
//!
//! Links, mentions, hashtags, emoji and graphemes are never broken. A part ends at the end of a paragraph if one ends in its
//! second half, else of a line, a sentence, a word; only a word longer than a whole part is broken inside. One pass over the
//! text finds the places and adds up what the text costs up to each; packing is then arithmetic. Next: [`super::check`].

use std::ops::{Add, Sub};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    Platform,
    entities::{EntityKind, extract_entities, extract_urls},
    length::{LengthOptions, TextLength, full_handles, measure, unit_cost},
    rule::{CountMethod, Rules, rules},
};
use crate::error::{Error, ErrorKind, Result};

const OPERATION: &str = "split_thread";
/// Where a text costs more in its part than the sum of its pieces (a link that only the break made one), the parts are made
/// shorter by the excess, at most this often.
const MAX_ATTEMPTS: u32 = 12;

/// Whether and where parts say which one they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// Parts carry no number.
    #[default]
    None,
    /// `1/5 ` in front.
    Front,
    /// ` 1/5` at the end.
    End,
}

/// How a thread is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SplitOptions {
    /// The day whose rules apply.
    pub as_of: Date,
    /// The account's own limit, see [`LengthOptions::max_chars`].
    pub max_chars: Option<u32>,
    /// Whether parts are numbered. A text that fits into one part never is. The number counts within the limit.
    pub numbering: Numbering,
}

impl SplitOptions {
    /// By the rules of `as_of`, not numbered.
    pub fn new(as_of: Date) -> Self {
        Self { as_of, max_chars: None, numbering: Numbering::None }
    }
}

/// The text in parts that each are valid by [`super::text_length`], and hold no more links than the platform takes.
///
/// White space at the breaks is dropped; nothing else is. A last part that would be a stub takes over text from the one
/// before it where the text allows.
///
/// # Errors
/// `invalid_input` when the text is blank, has a forbidden character, or has a link, mention, hashtag or character that alone
/// is over the limit; `unsupported` when it is too long for one post and the platform has no threads.
///
/// ```
/// use jiff::civil::date;
/// use vcm_core::platform::{Numbering, Platform, SplitOptions, split_thread};
/// let options = SplitOptions { max_chars: Some(30), numbering: Numbering::End, ..SplitOptions::new(date(2026, 1, 1)) };
/// let parts = split_thread(Platform::X, "One thing first. Then another thing. And a last one.", &options).unwrap();
/// assert_eq!(parts, ["One thing first. 1/3", "Then another thing. 2/3", "And a last one. 3/3"]);
/// ```
pub fn split_thread(platform: Platform, text: &str, options: &SplitOptions) -> Result<Vec<String>> {
    let rules = rules(platform, options.as_of);
    let length_options = LengthOptions { max_chars: options.max_chars, ..LengthOptions::new(options.as_of) };
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::invalid_field(OPERATION, "text", "no text", "at least 1 character"));
    }
    let forbidden = rules.forbidden_characters.value;
    if let Some(character) = text.chars().find(|character| forbidden.contains(character)) {
        return Err(Error::invalid_field(
            OPERATION,
            "text",
            format_args!("{character:?}"),
            format!("no {forbidden:?}"),
        ));
    }
    let whole = measure(&rules, text, &length_options);
    let limits = Cost {
        units: u64::from(whole.limit),
        bytes: whole.max_bytes.map_or(u64::MAX, u64::from),
        links: rules.link_cap.value.map_or(u64::MAX, u64::from),
    };
    let split = Split { text, rules: &rules, options: &length_options, numbering: options.numbering, whole };
    split.parts(limits)
}

/// What a stretch of text uses up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cost {
    units: u64,
    bytes: u64,
    links: u64,
}

impl Cost {
    fn fits(self, limits: Cost) -> bool {
        self.units <= limits.units && self.bytes <= limits.bytes && self.links <= limits.links
    }

    /// At least half of what `limits` allow, in units or bytes.
    fn fills_half(self, limits: Cost) -> bool {
        self.units * 2 >= limits.units || self.bytes >= limits.bytes / 2
    }
}

impl Add for Cost {
    type Output = Cost;

    fn add(self, other: Cost) -> Cost {
        Cost { units: self.units + other.units, bytes: self.bytes + other.bytes, links: self.links + other.links }
    }
}

impl Sub for Cost {
    type Output = Cost;

    fn sub(self, other: Cost) -> Cost {
        Cost {
            units: self.units.saturating_sub(other.units),
            bytes: self.bytes.saturating_sub(other.bytes),
            links: self.links.saturating_sub(other.links),
        }
    }
}

/// How good a place is to break at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// Inside a word that is longer than a part.
    Inside,
    Word,
    Sentence,
    Line,
    Paragraph,
}

/// A place to break at: the part before it ends at `end`, the next begins at `next`.
#[derive(Debug, Clone, Copy)]
struct Break {
    end: usize,
    next: usize,
    level: Level,
    /// Cost of the text up to `end`, and up to `next`.
    upto: Cost,
    from: Cost,
}

struct Split<'a> {
    text: &'a str,
    rules: &'a Rules,
    options: &'a LengthOptions,
    numbering: Numbering,
    /// The length of `text`.
    whole: TextLength,
}

impl Split<'_> {
    fn parts(&self, limits: Cost) -> Result<Vec<String>> {
        if Self::excess(self.text, self.whole, limits).is_none() {
            return Ok(vec![self.text.to_owned()]);
        }
        if !self.rules.threads.value {
            let name = self.rules.platform.label();
            let message = format!("the text is too long for one post, and {name} has no threads");
            return Err(Error::new(ErrorKind::Unsupported, OPERATION, message).with("limit", limits.units));
        }
        // No fewer parts than the whole divided by the limit: a first guess at the digits that saves passes.
        let whole = self.whole;
        let fewest = (u64::from(whole.length) / limits.units.max(1)).max(u64::from(whole.bytes) / limits.bytes.max(1));
        let (mut digits, mut margin) = (u64::from(fewest.max(1).ilog10()) + 1, 0);
        for _ in 0..MAX_ATTEMPTS {
            let number = if self.numbering == Numbering::None { 0 } else { 2 * digits + 2 };
            let budget = Cost {
                units: limits.units.saturating_sub(number + margin),
                bytes: limits.bytes.saturating_sub(number + margin),
                links: limits.links,
            };
            let breaks = self.breaks(budget);
            let chosen = balance(&breaks, pack(self.text, &breaks, budget)?, budget);
            let needed = u64::from(chosen.len().max(1).ilog10()) + 1;
            if self.numbering != Numbering::None && needed > digits {
                digits = needed;
                continue;
            }
            let parts = self.numbered(&breaks, &chosen);
            let excess = parts
                .iter()
                .filter_map(|part| Self::excess(part, measure(self.rules, part, self.options), limits))
                .max();
            match excess {
                None => return Ok(parts),
                Some(excess) => margin += excess,
            }
        }
        Err(Error::new(ErrorKind::Unsupported, OPERATION, "no way to break the text keeps every part within the limit")
            .with("limit", limits.units))
    }

    /// By how much `part` is over a limit, if it is.
    fn excess(part: &str, measured: TextLength, limits: Cost) -> Option<u64> {
        let bytes = measured.max_bytes.map_or(0, |max_bytes| measured.bytes.saturating_sub(max_bytes));
        let units = measured.length.saturating_sub(measured.limit);
        let too_many_links = limits.links < u64::MAX && extract_urls(part).len() as u64 > limits.links;
        (!measured.valid || too_many_links).then(|| u64::from(units.max(bytes).max(1)))
    }

    fn numbered(&self, breaks: &[Break], chosen: &[usize]) -> Vec<String> {
        let (mut start, total) = (0, chosen.len());
        let chosen = chosen.iter().filter_map(|&index| breaks.get(index));
        let mut parts = Vec::with_capacity(total);
        for (index, place) in chosen.enumerate() {
            let part = self.text.get(start..place.end).unwrap_or_default();
            parts.push(match self.numbering {
                _ if total == 1 => part.to_owned(),
                Numbering::None => part.to_owned(),
                Numbering::Front => format!("{}/{total} {part}", index + 1),
                Numbering::End => format!("{part} {}/{total}", index + 1),
            });
            start = place.next;
        }
        parts
    }

    /// Every place where the text may break, in order; the last is its end. Places inside a word are kept only where the word
    /// is over `budget`.
    fn breaks(&self, budget: Cost) -> Vec<Break> {
        let method = self.rules.text.value.count;
        let mut breaks: Vec<Break> = Vec::new();
        let mut cost = Cost::default();
        // Of the word that is being read: where it begins, what was spent before it, how many breaks were known.
        let (mut word_cost, mut word_breaks) = (cost, 0);
        let mut previous: Option<Atom<'_>> = None;
        for atom in atoms(self.text) {
            let before = cost;
            cost = cost + atom.cost(method);
            if atom.is_space() {
                let goes_on = previous.as_ref().is_some_and(Atom::is_space);
                if let Some(open) = breaks.last_mut().filter(|_| goes_on) {
                    (open.next, open.from) = (atom.end, cost);
                } else {
                    drop_inside(&mut breaks, word_breaks, before - word_cost, budget);
                    let level = Level::Word;
                    breaks.push(Break { end: atom.start, next: atom.end, level, upto: before, from: cost });
                }
                (word_cost, word_breaks) = (cost, breaks.len());
            } else if let Some(previous) = previous.as_ref().filter(|previous| !previous.is_space()) {
                let level = level_between(previous.text, atom.text);
                breaks.push(Break { end: atom.start, next: atom.start, level, upto: before, from: before });
            }
            previous = Some(atom);
        }
        drop_inside(&mut breaks, word_breaks, cost - word_cost, budget);
        for place in breaks.iter_mut().filter(|place| place.next > place.end) {
            place.level = level_of_space(self.text, place.end, place.next);
        }
        let end = self.text.len();
        breaks.push(Break { end, next: end, level: Level::Paragraph, upto: cost, from: cost });
        breaks
    }
}

/// Forgets the places inside the last word, unless the word has to be broken.
fn drop_inside(breaks: &mut Vec<Break>, word_breaks: usize, word: Cost, budget: Cost) {
    if word.fits(budget) && breaks.len() > word_breaks {
        let of_word = breaks.split_off(word_breaks);
        breaks.extend(of_word.into_iter().filter(|place| place.level > Level::Inside));
    }
}

/// What cannot be broken: an entity, or a grapheme.
struct Atom<'text> {
    start: usize,
    end: usize,
    text: &'text str,
    is_link: bool,
}

impl Atom<'_> {
    fn is_space(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }

    fn cost(&self, method: CountMethod) -> Cost {
        Cost {
            units: u64::from(unit_cost(method, self.text)),
            bytes: self.text.len() as u64,
            links: u64::from(self.is_link),
        }
    }
}

/// The text as atoms. Where a grapheme reaches into an entity, they are one atom.
fn atoms(text: &str) -> impl Iterator<Item = Atom<'_>> {
    let mut whole: Vec<(usize, usize, bool)> = extract_entities(text)
        .iter()
        .map(|entity| (entity.start_byte, entity.end_byte, entity.kind == EntityKind::Url))
        .chain(full_handles(text).into_iter().map(|handle| (handle.start, handle.end, false)))
        .collect();
    whole.sort_unstable();
    let mut whole = whole.into_iter().peekable();
    let mut graphemes = text.grapheme_indices(true).peekable();
    std::iter::from_fn(move || {
        let (start, grapheme) = graphemes.next()?;
        let (mut end, mut is_link) = (start + grapheme.len(), false);
        loop {
            while let Some((_, entity_end, link)) = whole.next_if(|&(entity_start, ..)| entity_start < end) {
                is_link |= link;
                let target = end.max(entity_end);
                while let Some((next, grapheme)) = graphemes.next_if(|&(next, _)| next < target) {
                    end = next + grapheme.len();
                }
                end = end.max(target);
            }
            if whole.peek().is_none_or(|&(entity_start, ..)| entity_start >= end) {
                break;
            }
        }
        Some(Atom { start, end, text: text.get(start..end).unwrap_or_default(), is_link })
    })
}

/// Level of a break between two atoms with nothing between them: scripts without spaces break between most characters.
fn level_between(before: &str, after: &str) -> Level {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return Level::Inside };
    let opens = matches!(last, '「' | '『' | '（' | '【' | '〈' | '《' | '［' | '｛' | '(' | '[' | '“' | '‘');
    let sticks =
        matches!(first, 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ァ' | 'ィ' | 'ゥ')
            || matches!(first, 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ー' | '々' | '〜' | '…')
            || matches!(
                first,
                '、' | '。' | '，' | '．' | '！' | '？' | '：' | '；' | '）' | '」' | '』' | '】' | '〉' | '》'
            )
            || matches!(first, '］' | '｝' | ')' | ']' | '”' | '’' | '!' | '?' | ',' | '.' | ':' | ';');
    if opens || sticks {
        Level::Inside
    } else if matches!(last, '。' | '！' | '？') {
        Level::Sentence
    } else if is_wide_script(last) || is_wide_script(first) {
        Level::Word
    } else {
        Level::Inside
    }
}

/// Chinese and Japanese, which set no spaces between words.
fn is_wide_script(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}')
        || matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FF60}')
        || matches!(character, '\u{20000}'..='\u{3FFFF}')
}

fn level_of_space(text: &str, start: usize, end: usize) -> Level {
    let newlines = text.get(start..end).unwrap_or_default().matches('\n').count();
    if newlines > 0 {
        return if newlines > 1 { Level::Paragraph } else { Level::Line };
    }
    let closing = |c: char| matches!(c, '"' | '\'' | ')' | ']' | '”' | '’' | '»' | '」' | '』' | '）');
    let before = text.get(..start).unwrap_or_default().trim_end_matches(closing);
    let ended = before.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', '۔']);
    // A small letter goes on with the sentence: what ended was an abbreviation.
    let goes_on = text.get(end..).and_then(|after| after.chars().next()).is_some_and(char::is_lowercase);
    if ended && !goes_on { Level::Sentence } else { Level::Word }
}

/// Indices of the breaks that end the parts. Each part takes as much as fits and ends at the best place in its second half.
fn pack(text: &str, breaks: &[Break], budget: Cost) -> Result<Vec<usize>> {
    let mut chosen = Vec::new();
    let (mut start, mut first, mut spent) = (0, 0, Cost::default());
    while first < breaks.len() {
        let (mut best, mut fallback): (Option<(Level, usize)>, Option<usize>) = (None, None);
        for (index, place) in breaks.iter().enumerate().skip(first) {
            let cost = place.upto - spent;
            if !cost.fits(budget) {
                break;
            }
            fallback = Some(index);
            let last = index + 1 == breaks.len();
            if last || (cost.fills_half(budget) && best.is_none_or(|(level, _)| place.level >= level)) {
                best = Some((place.level, index));
            }
        }
        let Some(index) = best.map(|(_, index)| index).or(fallback) else {
            let whole = breaks.get(first).and_then(|place| text.get(start..place.end)).unwrap_or_default();
            return Err(Error::invalid_field(
                OPERATION,
                "text",
                format_args!("{whole:?}"),
                format!(
                    "no link, mention, hashtag or character that costs more than {}",
                    budget.units.min(budget.bytes)
                ),
            ));
        };
        let Some(place) = breaks.get(index) else { break };
        chosen.push(index);
        (start, first, spent) = (place.next, index + 1, place.from);
    }
    Ok(chosen)
}

/// Moves the last break back when the last part is a stub and a place at least as good shares the text more evenly.
fn balance(breaks: &[Break], mut chosen: Vec<usize>, budget: Cost) -> Vec<usize> {
    let &[.., index, last] = chosen.as_slice() else { return chosen };
    let (Some(current), Some(end)) = (breaks.get(index).copied(), breaks.get(last).copied()) else { return chosen };
    let before = chosen.len().checked_sub(3).and_then(|at| chosen.get(at)).and_then(|&at| breaks.get(at));
    let spent = before.map_or(Cost::default(), |place| place.from);
    let first = chosen.len().checked_sub(3).and_then(|at| chosen.get(at)).map_or(0, |&at| at + 1);
    let stub = end.upto - current.from;
    let whole = (end.upto - spent).units;
    if stub.units * 3 >= budget.units || stub.units * 3 >= whole {
        return chosen;
    }
    let worst = current.level.min(Level::Sentence);
    let candidates = breaks.iter().enumerate().take(index).skip(first).filter(|(_, place)| {
        let (head, tail) = (place.upto - spent, end.upto - place.from);
        place.level >= worst && head.fits(budget) && tail.fits(budget) && head.units.min(tail.units) * 3 >= whole
    });
    let best = candidates.max_by_key(|&(at, place)| {
        let (head, tail) = (place.upto - spent, end.upto - place.from);
        (place.level, std::cmp::Reverse(head.units.abs_diff(tail.units)), at)
    });
    if let Some((at, _)) = best
        && let Some(slot) = chosen.iter_mut().rev().nth(1)
    {
        *slot = at;
    }
    chosen
}

#[cfg(test)]
mod tests;
