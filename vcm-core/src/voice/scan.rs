//! One pass over a text: sentences, words by class, marks, emoji, layout. Everything a voice is measured from.
//!
//! A sentence ends at `.`, `!`, `?` or `…` before white space (not after an abbreviation), and at a line break. Links, mentions
//! and hashtags are no words. Words are known by their hash: a candidate is scanned without making a string. Next:
//! [`super::profile`].

use super::{
    habits::{Habit, Opening},
    languages::{self, Language, Table, class},
};
use crate::platform::emoji_sequences;

/// What one text holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Scan {
    /// Words in each sentence that has any.
    pub(super) sentence_words: Vec<u32>,
    /// Sentences with each habit of sentences, 0 or 1 for a habit of posts.
    pub(super) counts: [u32; Habit::COUNT],
    /// Words, without links, mentions and hashtags.
    pub(super) words: u32,
    /// Words of more than 7 letters.
    pub(super) long_words: u32,
    /// Words of each kind, for formality.
    pub(super) informal: u32,
    pub(super) formal: u32,
    /// Contractions, and places that could have been one and are not.
    pub(super) contracted: u32,
    pub(super) contractible: u32,
    /// Words that address the reader as one or the other.
    pub(super) familiar_address: u32,
    pub(super) formal_address: u32,
    /// Emoji, as byte ranges.
    pub(super) emoji: Vec<std::ops::Range<usize>>,
    /// How it begins; none without a word or sign.
    pub(super) opening: Option<Opening>,
    /// Marks that lines of lists begin with.
    pub(super) list_marks: Vec<char>,
    /// Hash and byte range of every word, in order.
    pub(super) tokens: Vec<Token>,
    /// Byte ranges of the sentences that hold words or tags, when they were asked for.
    spans: Option<Vec<SentenceSpan>>,
}

/// Where a sentence stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SentenceSpan {
    /// Bytes, without white space at the ends.
    pub(super) range: std::ops::Range<usize>,
    pub(super) words: u32,
}

impl SentenceSpan {
    fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range.clone()).unwrap_or_default()
    }

    /// Whether it ends in a question mark, emoji and closing marks behind it aside.
    pub(super) fn is_question(&self, text: &str) -> bool {
        let bare = self.text(text).trim_end_matches(|c: char| {
            !c.is_alphanumeric() && !matches!(c, '?' | '？' | '.' | '!' | '…' | ':' | ';' | ',')
        });
        bare.trim_end_matches('!').ends_with(['?', '？'])
    }

    /// Whether it holds nothing but hashtags, mentions and links.
    pub(super) fn is_tags(&self, text: &str) -> bool {
        let is_tag = |piece: &str| {
            piece.starts_with(['#', '@']) || starts_with_link(piece) || !piece.contains(char::is_alphanumeric)
        };
        self.text(text).split_whitespace().all(is_tag)
    }
}

/// A word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// [`languages::hash`] of the word in lower case with straight apostrophes.
    pub(super) hash: u64,
    pub(super) start: u32,
    pub(super) end: u32,
    /// [`class`] bits.
    pub(super) classes: u16,
    pub(super) capital: bool,
}

impl Token {
    /// Its bytes.
    pub(super) fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its text, as it is written.
    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl Scan {
    /// Sentences with words.
    pub(super) fn sentences(&self) -> u32 {
        self.sentence_words.len() as u32
    }

    /// Mean words a sentence; none without words.
    pub(super) fn mean_sentence_words(&self) -> Option<f64> {
        let count = self.sentence_words.len();
        (count > 0).then(|| f64::from(self.sentence_words.iter().sum::<u32>()) / count as f64)
    }

    /// How formally it is written, 0 (chat) to 1 (official), 0.5 for plain prose: a surface index. Long words and words of formal
    /// writing raise it, contractions, words of easy talk, exclamation marks and emoji lower it.
    pub(super) fn formality(&self) -> Option<f64> {
        if self.words == 0 {
            return None;
        }
        let words = f64::from(self.words);
        let sentences = f64::from(self.sentences().max(1));
        let long = f64::from(self.long_words) / words;
        let a_word = |count: u32| (f64::from(count) / words * 10.0).min(1.0);
        let a_sentence = |habit: Habit| f64::from(self.count(habit)) / sentences;
        let up = 0.8 * (long - 0.22) + 0.3 * a_word(self.formal + self.formal_address);
        let down = 0.3 * a_word(self.informal)
            + 0.3 * a_word(self.contracted)
            + 0.15 * a_word(self.familiar_address)
            + 0.12 * a_sentence(Habit::Exclamation)
            + 0.1 * a_sentence(Habit::Emoji);
        Some((0.5 + up - down).clamp(0.0, 1.0))
    }

    pub(super) fn count(&self, habit: Habit) -> u32 {
        self.counts.get(habit as usize).copied().unwrap_or(0)
    }

    fn add(&mut self, habit: Habit) {
        if let Some(count) = self.counts.get_mut(habit as usize) {
            *count += 1;
        }
    }

    /// Reads a text.
    pub(super) fn of(text: &str, language: Language) -> Self {
        Self::read(text, language, None)
    }

    /// Reads a text and says where its sentences stand.
    pub(super) fn with_sentences(text: &str, language: Language) -> (Self, Vec<SentenceSpan>) {
        let mut scan = Self::read(text, language, Some(Vec::new()));
        let spans = scan.spans.take().unwrap_or_default();
        (scan, spans)
    }

    fn read(text: &str, language: Language, spans: Option<Vec<SentenceSpan>>) -> Self {
        let mut scan = Scan { emoji: emoji_of(text), spans, ..Self::default() };
        let mut reader = Reader {
            language,
            table: language.table(),
            scan: &mut scan,
            sentence: Sentence::default(),
            first: None,
            from: 0,
        };
        let mut start = 0;
        for line in text.split('\n') {
            reader.line(text, line, start);
            start += line.len() + 1;
        }
        let first = reader.first;
        scan.layout(text);
        scan.opening = scan.opening_of(text, first);
        scan
    }

    /// Habits of the whole post.
    fn layout(&mut self, text: &str) {
        let body = text.trim();
        let layout = [
            (Habit::LineBreak, body.contains('\n')),
            (Habit::BlankLine, body.contains("\n\n") || body.contains("\r\n\r\n")),
            (Habit::List, self.list_marks.len() > 1),
            (Habit::RepeatedMark, ["!!", "??", "!?", "?!"].iter().any(|marks| body.contains(marks))),
        ];
        for (habit, _) in layout.into_iter().filter(|(_, held)| *held) {
            self.add(habit);
        }
        for habit in [Habit::Hashtag, Habit::Mention, Habit::Link] {
            if let Some(count) = self.counts.get_mut(habit as usize) {
                *count = (*count).min(1);
            }
        }
    }

    fn opening_of(&self, text: &str, first: Option<First>) -> Option<Opening> {
        let body = text.trim_start();
        let at = text.len() - body.len();
        let sign = body.chars().next()?;
        if self.emoji.first().is_some_and(|emoji| emoji.start == at) {
            return Some(Opening::Emoji);
        }
        if matches!(sign, '#' | '@') || starts_with_link(body) {
            return Some(Opening::Tag);
        }
        if matches!(sign, '"' | '“' | '„' | '«' | '‘' | '”') {
            return Some(Opening::Quote);
        }
        let first = first?;
        let word = self.tokens.first()?;
        let digits = body.trim_start_matches(['$', '€', '£', '~', '+']).starts_with(|c: char| c.is_ascii_digit());
        Some(if digits || word.classes & class::NUMBER != 0 {
            Opening::Number
        } else if first.question {
            Opening::Question
        } else if word.classes & class::IMPERATIVE != 0 && first.words > 1 {
            Opening::Imperative
        } else if first.exclamation {
            Opening::Exclamation
        } else if word.classes & (class::WE | class::I) != 0 {
            Opening::Speaker
        } else if word.classes & (class::YOU | class::FAMILIAR | class::FORMAL_ADDRESS) != 0 {
            Opening::Reader
        } else if self.begins_with_name(text) {
            Opening::Name
        } else {
            Opening::Statement
        })
    }

    /// A capitalised word that is no function word, followed by another one or spelt with a capital or digit inside.
    fn begins_with_name(&self, text: &str) -> bool {
        let Some(first) = self.tokens.first().filter(|word| word.capital && word.classes & class::FUNCTION == 0) else {
            return false;
        };
        let spelling = text.get(first.start as usize..first.end as usize).unwrap_or_default();
        let own = spelling.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit());
        own || self.tokens.get(1).is_some_and(|next| {
            let between = text.get(first.end as usize..next.start as usize);
            between == Some(" ")
                && (next.capital || text.as_bytes().get(next.start as usize).is_some_and(u8::is_ascii_digit))
        })
    }
}

/// What a text's opening is told from.
#[derive(Debug, Clone, Copy)]
struct First {
    question: bool,
    exclamation: bool,
    words: u32,
}

/// What the sentence at hand has shown so far.
#[derive(Debug, Clone, Copy, Default)]
struct Sentence {
    words: u32,
    habits: u32,
    classes: u16,
}

struct Reader<'a> {
    language: Language,
    table: &'static Table,
    scan: &'a mut Scan,
    sentence: Sentence,
    first: Option<First>,
    /// Where the sentence at hand begins.
    from: usize,
}

impl Reader<'_> {
    fn line(&mut self, text: &str, line: &str, start: usize) {
        let body = line.trim_start();
        let mark =
            list_mark(body, || self.scan.emoji.iter().any(|emoji| emoji.start == start + line.len() - body.len()));
        self.scan.list_marks.extend(mark);
        let skip = if mark.is_some() { line.len() - body.len() + list_mark_len(body) } else { 0 };
        let mut at = start + skip;
        self.from = at;
        let end = start + line.len();
        while at < end {
            at = self.piece(text, at, end);
        }
        self.end_sentence(text, end);
    }

    /// Reads a word, link, tag or mark at `at`, and says where the next one begins.
    fn piece(&mut self, text: &str, at: usize, end: usize) -> usize {
        let rest = text.get(at..end).unwrap_or_default();
        let Some(character) = rest.chars().next() else { return end };
        let after = at + character.len_utf8();
        if character.is_alphanumeric() {
            if matches!(character, 'h' | 'H' | 'w' | 'W') && starts_with_link(rest) {
                self.scan.add(Habit::Link);
                return at + rest.find(char::is_whitespace).unwrap_or(rest.len());
            }
            return self.word(rest, at);
        }
        let is_tag = |c: char| c.is_alphanumeric() || c == '_';
        if matches!(character, '#' | '@') && text.get(after..end).is_some_and(|name| name.starts_with(is_tag)) {
            let name = text.get(after..end).unwrap_or_default();
            self.scan.add(if character == '#' { Habit::Hashtag } else { Habit::Mention });
            return after + name.find(|c| !is_tag(c)).unwrap_or(name.len());
        }
        self.mark(text, character, at, after, end);
        after
    }

    fn word(&mut self, rest: &str, at: usize) -> usize {
        let (mut hash, mut length, mut letters, mut upper, mut digits) = (languages::EMPTY, 0, 0u32, 0u32, 0u32);
        let mut characters = rest.char_indices().peekable();
        while let Some((offset, character)) = characters.next() {
            let joins = matches!(character, '\'' | '’')
                && offset > 0
                && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !(character.is_alphanumeric() || joins) {
                break;
            }
            length = offset + character.len_utf8();
            if joins {
                hash = languages::step(hash, '\'');
                continue;
            }
            letters += u32::from(character.is_alphabetic());
            upper += u32::from(character.is_uppercase());
            digits += u32::from(character.is_numeric());
            if character.is_ascii() {
                hash = languages::step(hash, character.to_ascii_lowercase());
            } else {
                hash = character.to_lowercase().fold(hash, languages::step);
            }
        }
        let mut classes = self.table.classes(hash);
        let capital = rest.starts_with(char::is_uppercase);
        if classes & class::CAPITAL_ONLY != 0 {
            // At the start of a sentence the capital says nothing.
            let told = capital && self.sentence.words > 0;
            classes = if told { classes | class::YOU } else { classes & !class::FORMAL_ADDRESS };
        }
        let before = self.scan.tokens.last().map_or(0, |token| token.hash);
        let contractible = self.sentence.words > 0 && self.table.is_contractible(before, hash)
            || self.sentence.words == 0 && self.table.is_contractible(0, hash);
        let scan = &mut *self.scan;
        scan.words += 1;
        scan.long_words += u32::from(letters > 7);
        scan.informal += u32::from(classes & class::INFORMAL != 0);
        scan.formal += u32::from(classes & class::FORMAL != 0);
        scan.contracted += u32::from(classes & class::CONTRACTION != 0);
        scan.contractible += u32::from(contractible);
        scan.familiar_address += u32::from(classes & class::FAMILIAR != 0);
        scan.formal_address += u32::from(classes & class::FORMAL_ADDRESS != 0);
        scan.tokens.push(Token { hash, start: at as u32, end: (at + length) as u32, classes, capital });
        self.sentence.words += 1;
        self.sentence.classes |= classes;
        if digits > 0 {
            self.see(Habit::Number);
        }
        // Two capitals may be a country or a state: shouting and acronyms alike begin at three.
        if upper == letters && letters > 2 {
            self.see(Habit::AllCaps);
        }
        at + length.max(1)
    }

    fn mark(&mut self, text: &str, character: char, at: usize, after: usize, end: usize) {
        let next = text.get(after..end).and_then(|rest| rest.chars().next());
        let closes = next
            .is_none_or(|next| next.is_whitespace() || matches!(next, '"' | '”' | '’' | '\'' | ')' | '»' | ']' | '“'));
        match character {
            '!' | '！' => self.see(Habit::Exclamation),
            '?' | '？' => self.see(Habit::Question),
            '…' => self.see(Habit::Ellipsis),
            '.' if next == Some('.') => self.see(Habit::Ellipsis),
            '—' | '–' => self.see(Habit::Dash),
            '-' if next == Some(' ') && text.get(..at).is_some_and(|head| head.ends_with(' ')) => self.see(Habit::Dash),
            '-' if next == Some('-') => self.see(Habit::Dash),
            ',' => self.see(Habit::Comma),
            ':' if closes => self.see(Habit::Colon),
            ';' => self.see(Habit::Semicolon),
            '(' => self.see(Habit::Parenthesis),
            '"' | '“' | '”' | '«' | '»' | '„' => self.see(Habit::Quote),
            _ => {}
        }
        let ends = match character {
            '!' | '?' | '！' | '？' | '。' => true,
            '.' | '…' => closes && !(character == '.' && self.after_abbreviation(text, at)),
            _ => false,
        };
        if ends && closes {
            self.end_sentence(text, after);
        } else if self.scan.emoji.binary_search_by_key(&at, |emoji| emoji.start).is_ok() {
            self.see(Habit::Emoji);
        }
    }

    fn after_abbreviation(&self, text: &str, at: usize) -> bool {
        let Some(last) = self.scan.tokens.last().filter(|token| token.end as usize == at) else { return false };
        let Some(word) = text.get(last.start as usize..at).filter(|word| word.len() <= 6) else { return false };
        self.language.is_abbreviation(&word.to_lowercase())
    }

    fn see(&mut self, habit: Habit) {
        self.sentence.habits |= 1 << (habit as u32);
    }

    fn end_sentence(&mut self, text: &str, end: usize) {
        let sentence = std::mem::take(&mut self.sentence);
        self.keep_span(text, end, sentence.words);
        if sentence.words == 0 {
            // Marks and emoji behind the last sentence of a line belong to it.
            self.scan.late(sentence.habits);
            return;
        }
        let held = |habit: Habit| sentence.habits & (1 << (habit as u32)) != 0;
        self.first.get_or_insert(First {
            question: held(Habit::Question),
            exclamation: held(Habit::Exclamation),
            words: sentence.words,
        });
        self.scan.sentence_words.push(sentence.words);
        let speaks = |bits: u16| sentence.classes & bits != 0;
        let persons = [
            (Habit::We, speaks(class::WE)),
            (Habit::I, speaks(class::I)),
            (Habit::You, speaks(class::YOU)),
            (Habit::Third, !speaks(class::WE | class::I | class::YOU)),
        ];
        for habit in Habit::ALL {
            let person = persons.iter().any(|(person, held)| *person == habit && *held);
            if held(habit) || person {
                self.scan.add(habit);
            }
        }
    }
}

impl Reader<'_> {
    /// Notes where the sentence stood, when somebody asked. Marks and emoji alone are no sentence.
    fn keep_span(&mut self, text: &str, end: usize, words: u32) {
        let from = std::mem::replace(&mut self.from, end);
        let Some(spans) = &mut self.scan.spans else { return };
        let piece = text.get(from..end).unwrap_or_default();
        let body =
            piece.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | ')' | ']' | '»'));
        let start = from + piece.len() - body.len();
        let body = body.trim_end();
        if body.contains(char::is_alphanumeric) {
            spans.push(SentenceSpan { range: start..start + body.len(), words });
        }
    }
}

impl Scan {
    /// Habits that show up after the sentence they belong to.
    fn late(&mut self, habits: u32) {
        let sentences = self.sentences();
        for habit in Habit::ALL {
            if habits & (1 << (habit as u32)) != 0
                && let Some(count) = self.counts.get_mut(habit as usize)
            {
                *count = (*count + 1).min(sentences.max(1));
            }
        }
    }
}

fn starts_with_link(text: &str) -> bool {
    let head = |length: usize| text.get(..length).map(str::to_ascii_lowercase).unwrap_or_default();
    head(7) == "http://" || head(8) == "https://" || head(4) == "www."
}

/// The mark that a line of a list begins with; a number stands for all numbers, an emoji for all emoji.
fn list_mark(line: &str, begins_with_emoji: impl Fn() -> bool) -> Option<char> {
    let mut characters = line.chars();
    let first = characters.next()?;
    let spaced = characters.next().is_some_and(char::is_whitespace);
    match first {
        '-' | '–' | '—' | '*' | '•' | '·' | '▪' | '◦' | '‣' | '→' | '✓' | '✔' if spaced => {
            Some(first)
        }
        digit if digit.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let numbered = (rest.starts_with(". ") || rest.starts_with(") ")) && line.len() - rest.len() <= 2;
            numbered.then_some('1')
        }
        other if !other.is_ascii() && begins_with_emoji() => Some('😀'),
        _ => None,
    }
}

/// Bytes of a mark that are no part of the line's sentence; emoji are read as such.
fn list_mark_len(line: &str) -> usize {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return digits + 1;
    }
    match line.chars().next() {
        Some(mark @ ('-' | '–' | '—' | '*' | '•' | '·' | '▪' | '◦' | '‣' | '→')) => mark.len_utf8(),
        _ => 0,
    }
}

/// Emoji of a text. The exact search is costly and most posts have only curly quotes and accents, so one look decides.
fn emoji_of(text: &str) -> Vec<std::ops::Range<usize>> {
    let may_be = |c: char| matches!(u32::from(c), 0x00a9 | 0x00ae | 0x203c | 0x2049 | 0x20e3 | 0x2122..=0x2bff | 0x3030..=0x303d | 0x3297..=0x3299 | 0x1f000..=0x1faff);
    if text.is_ascii() || !text.chars().any(may_be) { Vec::new() } else { emoji_sequences(text) }
}
