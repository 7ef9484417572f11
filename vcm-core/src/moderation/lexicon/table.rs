//! The stored form of the lexicon: hashes, sorted, with a bit filter in front.
//!
//! Ten bytes an entry: the hash of the key (8), a code of kind and severity (1), the weight in 255ths (1). A key is a word, a
//! phrase, a word with repeats cut, a swap of two neighbours in a word, the first word of a phrase, or an allowed word.

use std::collections::BTreeMap;

use crate::text::views::{self, Views, fold_text};

/// Longest phrase in words.
pub(super) const LONGEST_PHRASE: usize = 6;

const FILTER_BITS: u64 = 1 << 19;

/// What a term is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermKind {
    /// Coarse language and insults.
    Profanity,
    /// A word that demeans a group of people.
    Slur,
    /// A term of another language than English.
    Foreign,
}

/// What a term asks for where it stands undisguised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Often harmless: it only counts in the score, unless it was disguised.
    Mild,
    /// A reviewer should look.
    Strong,
    /// Must be looked at before approval.
    Severe,
}

/// What the lexicon says about a term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// What it is about.
    pub kind: TermKind,
    /// What it asks for.
    pub severity: Severity,
    /// Share of labelled posts with the term that were offensive, shrunk towards its list's mean; 0 to 1.
    pub weight: f32,
    /// True when the key is a swap of two neighbouring letters of the term.
    pub swapped: bool,
}

/// A term to build a lexicon of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    hash: u64,
    code: u8,
    weight: u8,
}

/// Words and phrases by hash.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    hashes: Vec<u64>,
    records: Vec<(u8, u8)>,
    filter: Vec<u64>,
}

// Bits of a record's code.
const SEVERITY: u8 = 0b11;
const KIND: u8 = 0b1100;
const SWAPPED: u8 = 0b1_0000;
const OPENS: u8 = 0b10_0000;
const TERM: u8 = 0b100_0000;

// Salts that keep the kinds of key apart in one table.
const SALT_OPENS: u64 = 0x9e6c_63d0_876a_4f21;
const SALT_COLLAPSED: u64 = 0x5851_f42d_4c95_7f2d;
const SALT_COLLAPSED_PLAIN: u64 = 0x1405_7b7e_f767_814f;

impl Lexicon {
    /// A lexicon of `terms`: text, kind, severity and weight (0 to 1). A term with several words matches as a phrase. `is_word`
    /// says which strings are ordinary words: no trick is undone to read a term where it stands.
    pub fn from_terms<'a>(
        terms: impl IntoIterator<Item = (&'a str, TermKind, Severity, f32)>,
        is_word: impl Fn(&str) -> bool,
    ) -> Self {
        let mut table: BTreeMap<u64, (u8, u8)> = BTreeMap::new();
        let mut add = |hash: u64, code: u8, weight: u8| {
            let entry = table.entry(hash).or_insert((code, weight));
            let term = if code & TERM != 0
                && (entry.0 & TERM == 0 || entry.0 & SWAPPED > code & SWAPPED || weight > entry.1)
            {
                (code | (entry.0 & OPENS), weight)
            } else {
                (entry.0 | (code & OPENS), entry.1)
            };
            *entry = term;
        };
        for (text, kind, severity, weight) in terms {
            let views = Views::of(&fold_text(text));
            let Some(view) = views.folded() else { continue };
            let words = view.words();
            let words: Vec<&str> = words.iter().map(|word| view.word_text(word)).collect();
            let code = TERM | (severity as u8) | ((kind as u8) << 2);
            let weight = (weight.clamp(0.0, 1.0) * 255.0) as u8;
            match words.as_slice() {
                [word] => {
                    add(hash_word(word), code, weight);
                    let collapsed = collapse(word);
                    if word.chars().count() >= 4 && severity >= Severity::Strong {
                        if collapsed.chars().count() >= 3 && !is_word(&collapsed) {
                            add(hash_word(&collapsed) ^ SALT_COLLAPSED, code, weight);
                            if collapsed == *word {
                                add(hash_word(&collapsed) ^ SALT_COLLAPSED_PLAIN, code, weight);
                            }
                        } else if collapsed == *word {
                            add(hash_word(&collapsed) ^ SALT_COLLAPSED, code, weight);
                        }
                    }
                    // A mild term that is rarely meant (see `lexicon_finding`) is no finding in disguise either.
                    let meant = severity >= Severity::Strong || weight >= (0.4 * 255.0) as u8;
                    if word.chars().count() >= 4 && meant {
                        for swapped in swaps(word).filter(|swapped| !is_word(swapped)) {
                            add(hash_word(&swapped), code | SWAPPED, weight);
                        }
                    }
                }
                [first, rest @ ..] if words.len() <= LONGEST_PHRASE => {
                    let first = hash_word(first);
                    add(first ^ SALT_OPENS, OPENS, 0);
                    let whole = rest.iter().fold(first, |hash, word| hash_next(hash, hash_word(word)));
                    add(whole, code, weight);
                }
                _ => {}
            }
        }
        let records = table.into_iter().map(|(hash, (code, weight))| Record { hash, code, weight });
        Self::from_records(records)
    }

    fn from_records(records: impl Iterator<Item = Record>) -> Self {
        let mut lexicon = Self { filter: vec![0; (FILTER_BITS / 64) as usize], ..Self::default() };
        for record in records {
            let bit = record.hash % FILTER_BITS;
            if let Some(word) = lexicon.filter.get_mut((bit / 64) as usize) {
                *word |= 1 << (bit % 64);
            }
            lexicon.hashes.push(record.hash);
            lexicon.records.push((record.code, record.weight));
        }
        lexicon
    }

    /// Reads the stored form. A cut entry at the end is left out.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let (entries, _) = bytes.as_chunks::<10>();
        Self::from_records(entries.iter().map(|[a, b, c, d, e, f, g, h, code, weight]| Record {
            hash: u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]),
            code: *code,
            weight: *weight,
        }))
    }

    /// The stored form: ten bytes an entry, by rising hash.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.hashes.len() * 10);
        for (hash, (code, weight)) in self.hashes.iter().zip(&self.records) {
            bytes.extend(hash.to_le_bytes());
            bytes.extend([*code, *weight]);
        }
        bytes
    }

    /// Number of entries, variants included.
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// True when it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    fn record(&self, hash: u64) -> Option<(u8, u8)> {
        let bit = hash % FILTER_BITS;
        if self.filter.get((bit / 64) as usize)? & (1 << (bit % 64)) == 0 {
            return None;
        }
        self.records.get(self.hashes.binary_search(&hash).ok()?).copied()
    }

    /// The term, or swap of a term, with this hash.
    pub(super) fn word(&self, hash: u64) -> Option<Entry> {
        let (code, weight) = self.record(hash).filter(|(code, _)| code & TERM != 0)?;
        Some(Entry {
            kind: match (code & KIND) >> 2 {
                0 => TermKind::Profanity,
                1 => TermKind::Slur,
                _ => TermKind::Foreign,
            },
            severity: match code & SEVERITY {
                0 => Severity::Mild,
                1 => Severity::Strong,
                _ => Severity::Severe,
            },
            weight: f32::from(weight) / 255.0,
            swapped: code & SWAPPED != 0,
        })
    }

    /// True when a phrase begins with the word of this hash.
    pub(super) fn opens_phrase(&self, hash: u64) -> bool {
        self.record(hash ^ SALT_OPENS).is_some()
    }

    /// The term whose form without repeats has this hash. A doubled letter is a disguise only of terms that double none.
    pub(super) fn collapsed(&self, hash: u64, chars: u32, emphasis: bool) -> Option<Entry> {
        let salt = if emphasis { SALT_COLLAPSED } else { SALT_COLLAPSED_PLAIN };
        (chars >= 3).then(|| self.word(hash ^ salt)).flatten()
    }
}

/// Hash of a folded word.
pub(super) fn hash_word(word: &str) -> u64 {
    views::hash_word(word.as_bytes())
}

/// Hash of a phrase from the hash of its words so far and of the next word.
pub(super) fn hash_next(hash: u64, next: u64) -> u64 {
    (hash.rotate_left(23) ^ next).wrapping_mul(0x94d0_49bb_1331_11eb)
}

fn collapse(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for character in word.chars() {
        if !out.ends_with(character) {
            out.push(character);
        }
    }
    out
}

/// The word with each pair of neighbouring letters swapped.
fn swaps(word: &str) -> impl Iterator<Item = String> {
    let characters: Vec<char> = word.chars().collect();
    (1..characters.len()).filter_map(move |index| {
        let mut swapped = characters.clone();
        swapped.swap(index - 1, index);
        (swapped != characters).then(|| swapped.into_iter().collect())
    })
}
