//! What the scorer sees of a text: n-grams of characters and words, its shape, and classes of words with where they stand.
//!
//! One pass, no allocation: every feature goes straight to a [`Sink`], which adds up weights, collects for training, or attributes
//! to words. Case is read only where a word shouts, so that a headline and the same words as a sentence score alike.
//! Next: [`super::model`].

use super::classes::{self, CLASSES, FUNCTION, word_hash};

/// Number of shape features.
pub(super) const SHAPES: usize = 34;
/// Number of dense features: shape, then three for each class: anywhere, as first word, among the last three.
pub(super) const DENSE: usize = SHAPES + 3 * CLASSES;

/// Longest text that is read, in bytes: hooks are shorter on every platform, and time stays bounded.
const LONGEST_BYTES: usize = 1_200;
/// Longest word that is read, in bytes.
const LONGEST_WORD: usize = 40;

/// What kind of thing a hashed feature is. Each group is brought to unit length on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// Two to five characters within a word and the spaces around it.
    Characters = 0,
    /// One to three neighbouring words and marks.
    Words = 1,
}

/// Number of groups.
pub(super) const GROUPS: usize = 2;

/// Takes the features of a text, in order. `word` counts from 0.
pub(super) trait Sink {
    /// A hashed feature.
    fn feature(&mut self, group: Group, hash: u32, word: usize);
    /// A word: its bytes in the trimmed text from `start` to `end`, and the hash of its lower case.
    fn word(&mut self, start: usize, end: usize, hash: u32);
}

/// Dense features: shares and presences around 0 to 2.
pub(super) type Dense = [f32; DENSE];

/// Names of the shape features, as an explanation says them.
pub(super) static SHAPE_NAMES: [&str; SHAPES] = [
    "length",
    "length",
    "length",
    "length",
    "length",
    "length",
    "length",
    "longer words",
    "a question mark",
    "ends as a question",
    "an exclamation mark",
    "a comma",
    "several commas",
    "a colon",
    "an ellipsis",
    "ends with a full stop",
    "several sentences",
    "several sentences",
    "a quotation",
    "a parenthesis",
    "a dash",
    "a number",
    "starts with a number",
    "money",
    "a per cent sign",
    "a hashtag or mention",
    "a word in capitals",
    "verbs in -ing",
    "verbs in -ed",
    "adverbs in -ly",
    "abstract nouns",
    "short words",
    "long words",
    "repeated words",
];

/// Reads a text into a sink; answers its dense features.
pub(super) fn read(text: &str, sink: &mut impl Sink) -> Dense {
    let mut end = text.len().min(LONGEST_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end).unwrap_or_default().trim();
    let mut reader = Reader::new(sink);
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        reader.character(at, character, next);
    }
    reader.end_word(text.len());
    reader.finish()
}

struct Reader<'s, S> {
    sink: &'s mut S,
    /// The word being read, in lower case, after a space.
    buffer: [u8; LONGEST_WORD + 2],
    length: usize,
    start: usize,
    capitals: usize,
    /// Hashes of the two tokens before this one.
    before: [u32; 2],
    counts: Counts,
    last: [u32; 3],
    first_classes: u32,
    last_classes: [u32; 3],
    class_counts: [u16; CLASSES],
    previous_character: char,
}

/// What is counted on the way.
#[derive(Default)]
struct Counts {
    characters: usize,
    words: usize,
    letters: usize,
    short: usize,
    long: usize,
    repeated: usize,
    shouted: usize,
    numbers: usize,
    starts_with_number: bool,
    suffix_ing: usize,
    suffix_ed: usize,
    suffix_ly: usize,
    suffix_abstract: usize,
    question: usize,
    exclamation: usize,
    comma: usize,
    colon: usize,
    ellipsis: usize,
    stops: usize,
    quotes: usize,
    parentheses: usize,
    dashes: usize,
    money: usize,
    per_cent: usize,
    references: usize,
    last_mark: char,
}

/// Where a text begins.
const START: u32 = 0x9e37_79b9;

impl<'s, S: Sink> Reader<'s, S> {
    fn new(sink: &'s mut S) -> Self {
        Self {
            sink,
            buffer: [b' '; LONGEST_WORD + 2],
            length: 0,
            start: 0,
            capitals: 0,
            before: [START; 2],
            counts: Counts::default(),
            last: [START; 3],
            first_classes: 0,
            last_classes: [0; 3],
            class_counts: [0; CLASSES],
            previous_character: ' ',
        }
    }

    fn character(&mut self, at: usize, character: char, next: char) {
        self.counts.characters += 1;
        let inner_mark = matches!(character, '\'' | '’') && self.length > 0 && next.is_alphanumeric();
        if character.is_alphanumeric() || inner_mark {
            if self.length == 0 {
                self.start = at;
                self.capitals = 0;
            }
            self.capitals += usize::from(character.is_uppercase());
            if inner_mark {
                self.push(b'\'');
            } else if character.is_ascii() {
                self.push(character.to_ascii_lowercase() as u8);
            } else {
                for lower in character.to_lowercase() {
                    let mut bytes = [0u8; 4];
                    lower.encode_utf8(&mut bytes).bytes().for_each(|byte| self.push(byte));
                }
            }
            self.counts.last_mark = ' ';
        } else {
            self.end_word(at);
            if !character.is_whitespace() {
                self.mark(character, next);
            }
        }
        self.previous_character = character;
    }

    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.buffer.get_mut(1 + self.length).filter(|_| self.length < LONGEST_WORD) {
            *slot = byte;
            self.length += 1;
        }
    }

    fn mark(&mut self, character: char, next: char) {
        let counts = &mut self.counts;
        let (count, token) = match character {
            '?' => (&mut counts.question, '?'),
            '!' => (&mut counts.exclamation, '!'),
            ',' => (&mut counts.comma, ','),
            ':' => (&mut counts.colon, ':'),
            '…' => (&mut counts.ellipsis, '…'),
            '.' if next == '.' && self.previous_character != '.' => (&mut counts.ellipsis, '…'),
            '.' if next == '.' || self.previous_character == '.' => return,
            '.' => (&mut counts.stops, '.'),
            '"' | '“' | '”' | '«' | '»' | '\'' | '‘' | '’' => (&mut counts.quotes, '"'),
            '(' | '[' => (&mut counts.parentheses, '('),
            '—' | '–' | '-' => (&mut counts.dashes, '-'),
            '$' | '€' | '£' => (&mut counts.money, '$'),
            '%' => (&mut counts.per_cent, '%'),
            '#' | '@' => (&mut counts.references, '#'),
            _ => return,
        };
        *count += 1;
        // A closing quotation mark or parenthesis does not hide how the sentence ends.
        if !matches!(token, '"' | '(') {
            counts.last_mark = token;
        }
        self.token((token as u32).wrapping_mul(0x85eb_ca6b));
    }

    /// Single, pair and triple of tokens that end here.
    fn token(&mut self, hash: u32) {
        let word = self.counts.words;
        let pair = mix(self.before[0], hash);
        self.sink.feature(Group::Words, hash, word);
        self.sink.feature(Group::Words, pair, word);
        self.sink.feature(Group::Words, mix(self.before[1], pair) ^ 0x5bd1_e995, word);
        self.before = [hash, self.before[0]];
    }

    fn end_word(&mut self, end: usize) {
        if self.length == 0 {
            return;
        }
        let length = std::mem::take(&mut self.length);
        let buffer = self.buffer;
        let padded = buffer.get(..=length).unwrap_or_default();
        let bytes = padded.get(1..).unwrap_or_default();
        let number = bytes.iter().all(u8::is_ascii_digit);
        let hash = word_hash(bytes);
        let classes = classes::of(hash);
        let at = self.counts.words;
        for start in 0..=length {
            let mut hash = 0x811c_9dc5u32;
            for offset in 0..5 {
                let byte = match padded.get(start + offset) {
                    Some(byte) => *byte,
                    None if start + offset == length + 1 => b' ',
                    None => break,
                };
                hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
                if offset > 0 {
                    self.sink.feature(Group::Characters, hash, at);
                }
            }
        }
        self.sink.word(self.start, end, hash);
        self.token(if number { 0x0000_4e55 } else { hash });
        self.count_word(bytes, hash, classes, number);
    }

    fn count_word(&mut self, bytes: &[u8], hash: u32, classes: u32, number: bool) {
        let counts = &mut self.counts;
        let at = counts.words;
        counts.letters += bytes.len();
        counts.short += usize::from(bytes.len() <= 3);
        counts.long += usize::from(bytes.len() >= 8);
        counts.repeated += usize::from(classes & FUNCTION == 0 && self.last.contains(&hash));
        counts.shouted += usize::from(bytes.len() > 2 && self.capitals == bytes.len());
        counts.numbers += usize::from(number);
        counts.starts_with_number |= number && at == 0;
        counts.suffix_ing += usize::from(bytes.ends_with(b"ing") && bytes.len() > 4);
        counts.suffix_ed += usize::from(bytes.ends_with(b"ed") && bytes.len() > 3);
        counts.suffix_ly += usize::from(bytes.ends_with(b"ly") && bytes.len() > 3);
        let is_abstract = [&b"tion"[..], b"ment", b"ity", b"ness", b"ism", b"ions", b"ance"];
        counts.suffix_abstract += usize::from(is_abstract.iter().any(|suffix| bytes.ends_with(suffix)));
        if at == 0 {
            self.first_classes = classes;
        }
        self.last = [hash, self.last[0], self.last[1]];
        self.last_classes = [classes, self.last_classes[0], self.last_classes[1]];
        for (class, count) in self.class_counts.iter_mut().enumerate() {
            *count += u16::from(classes & (1 << class) != 0);
        }
        counts.words += 1;
    }

    fn finish(self) -> Dense {
        let counts = self.counts;
        let mut dense = [0.0; DENSE];
        let (shape, classed) = dense.split_at_mut(SHAPES);
        shape.copy_from_slice(&counts.shape());
        let count = counts.words.max(1) as f32;
        let slots = classed.as_chunks_mut::<3>().0;
        for (class, ([anywhere, opens, closes], found)) in slots.iter_mut().zip(self.class_counts).enumerate() {
            let bit = 1u32 << class;
            *anywhere = 0.5 * flag(found > 0) + (f32::from(found) * 4.0 / count).min(2.0);
            *opens = flag(self.first_classes & bit != 0);
            *closes = flag(self.last_classes.iter().any(|classes| classes & bit != 0));
        }
        dense
    }
}

impl Counts {
    fn shape(&self) -> [f32; SHAPES] {
        let words = self.words.max(1) as f32;
        let share = |count: usize| (count as f32 * 4.0 / words).min(2.0);
        let length = self.characters as f32;
        let over = |limit: f32| ((length - limit) / 40.0).clamp(0.0, 2.0);
        [
            (length / 80.0).min(2.0),
            (words / 14.0).min(2.0),
            over(30.0),
            over(50.0),
            over(70.0),
            over(90.0),
            over(110.0),
            (self.letters as f32 / words / 5.0).min(2.0),
            flag(self.question > 0),
            flag(self.last_mark == '?'),
            flag(self.exclamation > 0),
            flag(self.comma > 0),
            flag(self.comma > 1),
            flag(self.colon > 0),
            flag(self.ellipsis > 0),
            flag(self.last_mark == '.'),
            flag(self.sentences() > 1),
            flag(self.sentences() > 2),
            flag(self.quotes > 1),
            flag(self.parentheses > 0),
            flag(self.dashes > 0),
            flag(self.numbers > 0),
            flag(self.starts_with_number),
            flag(self.money > 0),
            flag(self.per_cent > 0),
            flag(self.references > 0),
            flag(self.shouted > 0 && self.shouted * 2 < self.words),
            share(self.suffix_ing),
            share(self.suffix_ed),
            share(self.suffix_ly),
            share(self.suffix_abstract),
            share(self.short),
            share(self.long),
            share(self.repeated),
        ]
    }

    fn sentences(&self) -> usize {
        let closed = self.stops + self.question + self.exclamation + self.ellipsis;
        closed + usize::from(!matches!(self.last_mark, '.' | '?' | '!' | '…'))
    }
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

fn mix(left: u32, right: u32) -> u32 {
    (left.rotate_left(13).wrapping_mul(0x85eb_ca6b) ^ right).wrapping_mul(0x9e37_79b1)
}
