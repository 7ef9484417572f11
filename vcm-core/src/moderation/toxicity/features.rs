//! What the model looks at: words, pairs of words, character n-grams, signs, and how the text is written.
//!
//! [`read`] walks a text once and tells a [`Reader`]; the model adds weights up as it goes, the trainer collects. Next:
//! [`super::identity`].

use super::{
    Reading,
    identity::{GROUP, is_group},
};
use crate::{
    moderation::lexicon::{Hit, Severity, TermKind},
    text::views::{View, Word},
};

/// Number of dense features.
pub const DENSE: usize = 16;

/// Texts longer than this are scored by their first words: a post is shorter on every platform, and time stays bounded.
const LONGEST_WORDS: usize = 4_000;

/// Longer words are read by their first bytes.
pub const LONGEST_WORD_BYTES: usize = 30;

/// Takes in the features of a text, in its order.
pub trait Reader {
    /// A word in lower case, with its hash.
    fn word(&mut self, hash: u64, text: &[u8]);

    /// Something that is no word: an emoji, a run of exclamation marks, a link, a mention.
    fn sign(&mut self, hash: u64);

    /// Two neighbours.
    fn pair(&mut self, hash: u64);
}

/// Hash of the start of a text, the left neighbour of its first word.
pub const START: u64 = 0x51ed_270b_9f3c_6d47;
/// Hash of a link.
pub const LINK: u64 = 0x7c01_9a4e_22d5_b18b;
/// Hash of a mention.
pub const MENTION: u64 = 0x1f83_d9ab_fb41_bd6b;

/// Tells `reader` the features of the folded view. Links and mentions say who, not what: each is one sign, whatever it holds; so is the name of a group of people.
pub fn read(view: &View, words: &[Word], reader: &mut impl Reader) {
    let text = view.text();
    let mut place = 0usize;
    let mut told = Told { reader, previous: START };
    for word in words.iter().take(LONGEST_WORDS) {
        let (start, end) = (word.byte_start as usize, word.byte_end as usize);
        if start < place {
            // Inside a link.
            continue;
        }
        let between = text.get(place..start).unwrap_or_default();
        let mention = between.ends_with('@') && !text.get(..start - 1).is_some_and(|head| head.ends_with(is_inner));
        signs(between, |hash| told.sign(hash));
        place = end;
        if view.word_text(word).starts_with(['h', 'w']) && is_link(text.get(start..).unwrap_or_default()) {
            let rest = text.get(start..).unwrap_or_default();
            place = rest.find(char::is_whitespace).map_or(text.len(), |length| start + length);
            told.sign(LINK);
        } else if mention {
            told.sign(MENTION);
        } else if is_group(word.hash) {
            told.sign(GROUP);
        } else {
            let bytes = text.as_bytes().get(start..end).unwrap_or_default();
            told.word(word.hash, bytes.get(..LONGEST_WORD_BYTES).unwrap_or(bytes));
        }
    }
    if words.len() <= LONGEST_WORDS {
        signs(text.get(place..).unwrap_or_default(), |hash| told.sign(hash));
    }
}

/// Tells a reader each thing, and its pair with what stands before.
struct Told<'a, R> {
    reader: &'a mut R,
    previous: u64,
}

impl<R: Reader> Told<'_, R> {
    fn word(&mut self, hash: u64, text: &[u8]) {
        self.reader.word(hash, text);
        self.pair(hash);
    }

    fn sign(&mut self, hash: u64) {
        self.reader.sign(hash);
        self.pair(hash);
    }

    fn pair(&mut self, hash: u64) {
        self.reader.pair(hash_pair(self.previous, hash));
        self.previous = hash;
    }
}

/// Runs of `!` and `?` by length (one, two, more), and every symbol beyond ASCII that is no punctuation of running text.
fn signs(between: &str, mut sign: impl FnMut(u64)) {
    // Most gaps are one space.
    if between.len() <= 1 && !matches!(between.as_bytes(), b"!" | b"?") {
        return;
    }
    let mut run: Option<(char, u64)> = None;
    for character in between.chars() {
        match (character, &mut run) {
            ('!' | '?', Some((known, length))) if *known == character => *length += 1,
            ('!' | '?', _) => {
                if let Some((known, length)) = run.replace((character, 1)) {
                    sign(hash_sign(known, length));
                }
            }
            _ => {
                if let Some((known, length)) = run.take() {
                    sign(hash_sign(known, length));
                }
                if character > '\u{2190}' && character != '\u{fffd}' {
                    sign(hash_sign(character, 1));
                }
            }
        }
    }
    if let Some((known, length)) = run {
        sign(hash_sign(known, length));
    }
}

fn hash_sign(character: char, length: u64) -> u64 {
    (u64::from(character) << 2 | length.min(3)).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d
}

/// Hash of two neighbours.
pub fn hash_pair(left: u64, right: u64) -> u64 {
    (left.rotate_left(29) ^ right).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

fn is_inner(character: char) -> bool {
    character.is_alphanumeric()
}

fn is_link(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    (bytes.starts_with(b"http") && (bytes.get(4..7) == Some(b"://") || bytes.get(4..8) == Some(b"s://")))
        || bytes.starts_with(b"www.")
}

/// Number of character n-grams of a word of so many bytes.
pub fn gram_count(bytes: usize) -> u32 {
    let padded = bytes.min(LONGEST_WORD_BYTES) as u32 + 2;
    (2..=5).map(|length| (padded + 1).saturating_sub(length)).sum()
}

/// Hashes of the n-grams of 2 to 5 bytes of a word with a space around it.
pub fn each_gram(word: &[u8], mut visit: impl FnMut(u32)) {
    let mut padded = [b' '; LONGEST_WORD_BYTES + 2];
    let length = word.len().min(LONGEST_WORD_BYTES) + 2;
    for (slot, byte) in padded.iter_mut().skip(1).zip(word.iter().take(LONGEST_WORD_BYTES)) {
        *slot = *byte;
    }
    for start in 0..length - 1 {
        let mut hash = 0x811c_9dc5u32;
        for (index, byte) in padded.iter().take(length).skip(start).take(5).enumerate() {
            hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
            if index > 0 {
                visit((hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d));
            }
        }
    }
}

/// How the text is written, and what the lexicon found in it, as numbers that the model weighs.
pub fn dense(reading: &Reading<'_>) -> [f32; DENSE] {
    let Reading { text, view, words, hits, hidden } = *reading;
    let best = |filter: &dyn Fn(&Hit) -> bool| {
        hits.iter().filter(|hit| filter(hit)).map(|hit| hit.entry.weight).fold(0.0f32, f32::max)
    };
    let mut features = [0.0; DENSE];
    if !hits.is_empty() {
        let english = |hit: &Hit| hit.entry.kind != TermKind::Foreign;
        let lexicon = [
            best(&english),
            best(&|hit| hit.entry.severity == Severity::Severe),
            best(&|hit| hit.entry.severity == Severity::Strong),
            best(&|hit| hit.entry.severity == Severity::Mild),
            best(&|hit| hit.is_disguised()),
            best(&|hit| hit.entry.kind == TermKind::Foreign),
            (hits.iter().filter(|hit| english(hit)).count() as f32).min(4.0) / 4.0,
            best(&|hit| hit.entry.swapped),
        ];
        for (slot, value) in features.iter_mut().zip(lexicon) {
            *slot = value;
        }
    }
    let addressed = words.iter().any(|word| {
        word.byte_end - word.byte_start <= 4
            && matches!(view.word_text(word), "you" | "your" | "u" | "ur" | "ya" | "yall")
    });
    let style = Style::of(text);
    let lexicon = features.first().copied().unwrap_or_default();
    let rest = [
        f32::from(u8::from(addressed)),
        if addressed { lexicon } else { 0.0 },
        style.capitals,
        if style.capitals > 0.5 { lexicon } else { 0.0 },
        style.exclamations,
        style.questions,
        libm::logf(1.0 + words.len() as f32) / 5.0,
        f32::from(u8::from(hidden)),
    ];
    for (slot, value) in features.iter_mut().skip(8).zip(rest) {
        *slot = value;
    }
    features
}

/// How a text is written.
struct Style {
    /// Share of capitals among its ASCII letters; 0 below ten letters.
    capitals: f32,
    /// Exclamation marks, up to four, in quarters.
    exclamations: f32,
    /// Question marks, up to four, in quarters.
    questions: f32,
}

impl Style {
    fn of(original: &str) -> Self {
        let (mut upper, mut lower, mut exclamations, mut questions) = (0u32, 0u32, 0u32, 0u32);
        for byte in original.bytes() {
            upper += u32::from(byte.is_ascii_uppercase());
            lower += u32::from(byte.is_ascii_lowercase());
            exclamations += u32::from(byte == b'!');
            questions += u32::from(byte == b'?');
        }
        let letters = upper + lower;
        Self {
            capitals: if letters < 10 { 0.0 } else { upper as f32 / letters as f32 },
            exclamations: exclamations.min(4) as f32 / 4.0,
            questions: questions.min(4) as f32 / 4.0,
        }
    }
}
