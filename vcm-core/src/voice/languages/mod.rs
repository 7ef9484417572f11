//! What a voice is read from in each language: who speaks to whom, contractions, address, register, how a post begins.
//!
//! One file a language, each a table of closed word lists in lower case with straight apostrophes. A text in a language without
//! a table is measured by what needs no words: lengths, marks, emoji, layout. Next: [`super::scan`].

mod english;
mod french;
mod german;
mod portuguese;
mod spanish;

use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language that voices are measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// German.
    German,
    /// French.
    French,
    /// Portuguese.
    Portuguese,
    /// Any other: measured without word lists.
    Other,
}

impl Language {
    /// The language of a BCP-47 tag such as `en-GB`, by its first part, whatever its case.
    pub fn of(locale: &str) -> Self {
        match locale.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Self::English,
            "es" => Self::Spanish,
            "de" => Self::German,
            "fr" => Self::French,
            "pt" => Self::Portuguese,
            _ => Self::Other,
        }
    }

    /// The ISO 639-1 code; `und` for [`Language::Other`].
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::German => "de",
            Self::French => "fr",
            Self::Portuguese => "pt",
            Self::Other => "und",
        }
    }

    fn words(self) -> Option<&'static LanguageWords> {
        Some(match self {
            Self::English => &english::WORDS,
            Self::Spanish => &spanish::WORDS,
            Self::German => &german::WORDS,
            Self::French => &french::WORDS,
            Self::Portuguese => &portuguese::WORDS,
            Self::Other => return None,
        })
    }

    /// The table of the language, made once.
    pub(super) fn table(self) -> &'static Table {
        static TABLES: [OnceLock<Table>; 6] = [const { OnceLock::new() }; 6];
        static NONE: Table = Table { classes: Vec::new(), contractible: Vec::new() };
        match TABLES.get(self as usize) {
            Some(table) => table.get_or_init(|| self.words().map_or_else(Table::default, Table::of)),
            None => &NONE,
        }
    }

    /// Whether a full stop after this word (in lower case) ends no sentence.
    pub(super) fn is_abbreviation(self, word: &str) -> bool {
        let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && word != "i";
        single || self.words().is_some_and(|words| words.abbreviations.split_ascii_whitespace().any(|one| one == word))
    }

    /// Whether the language tells a familiar from a formal "you" by words of its own.
    pub fn has_address(self) -> bool {
        self.words().is_some_and(|words| !words.formal_address.is_empty())
    }
}

/// Word lists of one language, words parted by spaces.
pub(super) struct LanguageWords {
    /// The speakers as a group, in every case.
    pub(super) we: &'static str,
    /// The speaker.
    pub(super) i: &'static str,
    /// The reader, in every form of address.
    pub(super) you: &'static str,
    /// Familiar address only.
    pub(super) familiar_address: &'static str,
    /// Formal address only. In German it counts with a capital inside a sentence only.
    pub(super) formal_address: &'static str,
    /// Contractions that the writer was free to write out.
    pub(super) contractions: &'static str,
    /// Places where such a contraction was possible and not used: two words, or one, each pair parted by a comma.
    pub(super) contractible: &'static str,
    /// Words of easy talk.
    pub(super) informal: &'static str,
    /// Words of formal writing.
    pub(super) formal: &'static str,
    /// Verbs that call on the reader when they begin a sentence.
    pub(super) imperatives: &'static str,
    /// Number words.
    pub(super) numbers: &'static str,
    /// Words that begin a sentence without being a name, and that carry no topic.
    pub(super) function: &'static str,
    /// Words that a full stop follows inside a sentence, without the stop.
    pub(super) abbreviations: &'static str,
}

/// Classes of a word, one bit each.
pub(super) mod class {
    pub(in crate::voice) const WE: u16 = 1;
    pub(in crate::voice) const I: u16 = 1 << 1;
    pub(in crate::voice) const YOU: u16 = 1 << 2;
    pub(in crate::voice) const FAMILIAR: u16 = 1 << 3;
    pub(in crate::voice) const FORMAL_ADDRESS: u16 = 1 << 4;
    pub(in crate::voice) const CONTRACTION: u16 = 1 << 5;
    pub(in crate::voice) const INFORMAL: u16 = 1 << 6;
    pub(in crate::voice) const FORMAL: u16 = 1 << 7;
    pub(in crate::voice) const IMPERATIVE: u16 = 1 << 8;
    pub(in crate::voice) const NUMBER: u16 = 1 << 9;
    pub(in crate::voice) const FUNCTION: u16 = 1 << 10;
    /// Formal address that is another word without its capital (German "sie").
    pub(in crate::voice) const CAPITAL_ONLY: u16 = 1 << 11;
}

/// Word lists by hash, sorted.
#[derive(Debug, Default)]
pub(super) struct Table {
    classes: Vec<(u64, u16)>,
    contractible: Vec<u64>,
}

impl Table {
    fn of(words: &LanguageWords) -> Self {
        let german = std::ptr::eq(words, &raw const german::WORDS);
        let formal = class::FORMAL_ADDRESS | if german { class::CAPITAL_ONLY } else { class::YOU };
        let lists = [
            (words.we, class::WE),
            (words.i, class::I),
            (words.you, class::YOU),
            (words.familiar_address, class::FAMILIAR | class::YOU),
            (words.formal_address, formal),
            (words.contractions, class::CONTRACTION),
            (words.informal, class::INFORMAL),
            (words.formal, class::FORMAL),
            (words.imperatives, class::IMPERATIVE),
            (words.numbers, class::NUMBER),
            (words.function, class::FUNCTION),
        ];
        let mut all: Vec<(u64, u16)> = lists
            .into_iter()
            .flat_map(|(list, bit)| list.split_ascii_whitespace().map(move |word| (hash(word), bit)))
            .collect();
        all.sort_unstable();
        let mut classes: Vec<(u64, u16)> = Vec::with_capacity(all.len());
        for (hash, bits) in all {
            match classes.last_mut() {
                Some(last) if last.0 == hash => last.1 |= bits,
                _ => classes.push((hash, bits)),
            }
        }
        let mut contractible: Vec<u64> = words
            .contractible
            .split(',')
            .filter_map(|place| {
                let mut parts = place.split_ascii_whitespace();
                let first = hash(parts.next()?);
                Some(parts.next().map_or(first, |second| pair(first, hash(second))))
            })
            .collect();
        contractible.sort_unstable();
        Self { classes, contractible }
    }

    /// Classes of the word with this hash.
    pub(super) fn classes(&self, hash: u64) -> u16 {
        let found = self.classes.binary_search_by_key(&hash, |entry| entry.0);
        found.ok().and_then(|at| self.classes.get(at)).map_or(0, |entry| entry.1)
    }

    /// Whether the word alone, or after the word before it, could have been contracted.
    pub(super) fn is_contractible(&self, before: u64, hash: u64) -> bool {
        self.contractible.binary_search(&hash).is_ok() || self.contractible.binary_search(&pair(before, hash)).is_ok()
    }
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a over the characters of a word.
pub(super) fn hash(word: &str) -> u64 {
    word.chars().fold(OFFSET, step)
}

/// The hash with one more character.
pub(super) fn step(hash: u64, character: char) -> u64 {
    (hash ^ u64::from(character)).wrapping_mul(PRIME)
}

/// The hash of no characters.
pub(super) const EMPTY: u64 = OFFSET;

fn pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(23) ^ second).wrapping_mul(PRIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("en-GB", Language::English)]
    #[case("DE", Language::German)]
    #[case("pt_BR", Language::Portuguese)]
    #[case("fr-CA", Language::French)]
    #[case("es-419", Language::Spanish)]
    #[case("ja", Language::Other)]
    #[case("", Language::Other)]
    fn languages_of_locales(#[case] locale: &str, #[case] language: Language) {
        assert_eq!(Language::of(locale), language);
    }

    #[test]
    fn lists_are_lower_case_with_straight_apostrophes() {
        for language in [Language::English, Language::Spanish, Language::German, Language::French, Language::Portuguese]
        {
            let words = language.words().unwrap();
            for list in
                [words.we, words.i, words.familiar_address, words.contractions, words.imperatives, words.function]
            {
                assert!(!list.is_empty() || language == Language::English, "{language:?}");
                assert_eq!(list, list.to_lowercase().replace('’', "'"), "{language:?}");
            }
        }
    }
}
