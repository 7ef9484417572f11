//! House rules: a small closed vocabulary of what copy must and must never do, as data. [`check`] holds a text to one rule,
//! [`check_copy`] holds a whole post to all of a brief's rules, its banned and its required words: the writer, the edit verb and the
//! report ask the same function.
//!
//! A rule is written as its code (`no_exclamation_marks`) or as the plain sentence ("no exclamation marks"); [`parse`](std::str::FromStr)
//! takes both, and other common wordings that mean exactly the same.

mod apply;
mod phrases;

use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use self::{
    apply::{RuleViolation, check, check_copy},
    phrases::{contains_phrase, find_phrase},
};
use crate::error::Error;

/// One rule of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HouseRule {
    /// The post's first sentence is no question.
    NeverStartWithAQuestion,
    /// The post does not begin with an emoji.
    NeverStartWithAnEmoji,
    /// The post does not begin with a hashtag.
    NeverStartWithAHashtag,
    /// The post's last sentence is a question; hashtags and links behind it do not count.
    AlwaysEndWithAQuestion,
    /// The post's last sentence is no question.
    NeverEndWithAQuestion,
    /// No question anywhere.
    NoQuestions,
    /// No exclamation mark anywhere.
    NoExclamationMarks,
    /// No word of three or more letters in capitals that is not an abbreviation the brief uses.
    NoAllCapsWords,
    /// No emoji anywhere.
    NoEmoji,
    /// No semicolon.
    NoSemicolons,
    /// No dash between words.
    NoDashes,
    /// No ellipsis.
    NoEllipses,
    /// No contraction that could be written out.
    NoContractions,
    /// Numbers above one are written in figures.
    NumbersAsFigures,
    /// A comma before the last item of a list of three or more (English).
    OxfordComma,
    /// No comma there (English).
    NoOxfordComma,
    /// The reader is addressed formally (Sie, usted, vous).
    FormalAddress,
    /// The reader is addressed familiarly (du, tú, tu).
    InformalAddress,
    /// No sentence has more words than this, 3 to 60.
    MaxSentenceWords(u32),
}

impl HouseRule {
    /// Every rule that takes no number.
    pub const PLAIN: &'static [HouseRule] = &[
        Self::NeverStartWithAQuestion,
        Self::NeverStartWithAnEmoji,
        Self::NeverStartWithAHashtag,
        Self::AlwaysEndWithAQuestion,
        Self::NeverEndWithAQuestion,
        Self::NoQuestions,
        Self::NoExclamationMarks,
        Self::NoAllCapsWords,
        Self::NoEmoji,
        Self::NoSemicolons,
        Self::NoDashes,
        Self::NoEllipses,
        Self::NoContractions,
        Self::NumbersAsFigures,
        Self::OxfordComma,
        Self::NoOxfordComma,
        Self::FormalAddress,
        Self::InformalAddress,
    ];

    /// The rule as a sentence: "never start with a question".
    pub fn sentence(self) -> String {
        match self {
            Self::NeverStartWithAQuestion => "never start with a question".into(),
            Self::NeverStartWithAnEmoji => "never start with an emoji".into(),
            Self::NeverStartWithAHashtag => "never start with a hashtag".into(),
            Self::AlwaysEndWithAQuestion => "always end with a question".into(),
            Self::NeverEndWithAQuestion => "never end with a question".into(),
            Self::NoQuestions => "no questions".into(),
            Self::NoExclamationMarks => "no exclamation marks".into(),
            Self::NoAllCapsWords => "no all caps words".into(),
            Self::NoEmoji => "no emoji".into(),
            Self::NoSemicolons => "no semicolons".into(),
            Self::NoDashes => "no dashes".into(),
            Self::NoEllipses => "no ellipses".into(),
            Self::NoContractions => "no contractions".into(),
            Self::NumbersAsFigures => "numbers as figures".into(),
            Self::OxfordComma => "oxford comma".into(),
            Self::NoOxfordComma => "no oxford comma".into(),
            Self::FormalAddress => "formal address".into(),
            Self::InformalAddress => "informal address".into(),
            Self::MaxSentenceWords(most) => format!("sentences of at most {most} words"),
        }
    }

    /// The stable code: the sentence with underscores.
    pub fn code(self) -> String {
        self.sentence().replace(' ', "_")
    }

    /// Whether no text can keep both rules.
    pub fn contradicts(self, other: Self) -> bool {
        use HouseRule as R;
        let clash = |a: R, b: R| {
            matches!(
                (a, b),
                (R::AlwaysEndWithAQuestion, R::NeverEndWithAQuestion | R::NoQuestions)
                    | (R::OxfordComma, R::NoOxfordComma)
                    | (R::FormalAddress, R::InformalAddress)
            )
        };
        clash(self, other) || clash(other, self)
    }

    /// What may stand in `voice.rules`, as a phrase that follows "allowed:".
    pub fn allowed() -> String {
        let plain: Vec<String> = Self::PLAIN.iter().map(|rule| rule.sentence()).collect();
        format!("one of: {}; sentences of at most N words (3 to 60)", plain.join("; "))
    }
}

/// Other wordings with exactly the same meaning.
const SAME: &[(&str, HouseRule)] = &[
    ("no question at the start", HouseRule::NeverStartWithAQuestion),
    ("no questions at the start", HouseRule::NeverStartWithAQuestion),
    ("never open with a question", HouseRule::NeverStartWithAQuestion),
    ("do not start with a question", HouseRule::NeverStartWithAQuestion),
    ("don't start with a question", HouseRule::NeverStartWithAQuestion),
    ("never begin with a question", HouseRule::NeverStartWithAQuestion),
    ("no emoji at the start", HouseRule::NeverStartWithAnEmoji),
    ("don't start with an emoji", HouseRule::NeverStartWithAnEmoji),
    ("do not start with an emoji", HouseRule::NeverStartWithAnEmoji),
    ("no hashtag at the start", HouseRule::NeverStartWithAHashtag),
    ("no hashtags at the start", HouseRule::NeverStartWithAHashtag),
    ("end with a question", HouseRule::AlwaysEndWithAQuestion),
    ("no question at the end", HouseRule::NeverEndWithAQuestion),
    ("don't end with a question", HouseRule::NeverEndWithAQuestion),
    ("do not end with a question", HouseRule::NeverEndWithAQuestion),
    ("never ask questions", HouseRule::NoQuestions),
    ("no exclamation mark", HouseRule::NoExclamationMarks),
    ("never use exclamation marks", HouseRule::NoExclamationMarks),
    ("no exclamation points", HouseRule::NoExclamationMarks),
    ("no all caps", HouseRule::NoAllCapsWords),
    ("no words in all caps", HouseRule::NoAllCapsWords),
    ("no words in capitals", HouseRule::NoAllCapsWords),
    ("never use emoji", HouseRule::NoEmoji),
    ("no emojis", HouseRule::NoEmoji),
    ("no semicolon", HouseRule::NoSemicolons),
    ("never use semicolons", HouseRule::NoSemicolons),
    ("no em dashes", HouseRule::NoDashes),
    ("no dash", HouseRule::NoDashes),
    ("no ellipsis", HouseRule::NoEllipses),
    ("never use contractions", HouseRule::NoContractions),
    ("write numbers as figures", HouseRule::NumbersAsFigures),
    ("use the oxford comma", HouseRule::OxfordComma),
    ("always use the oxford comma", HouseRule::OxfordComma),
    ("never use the oxford comma", HouseRule::NoOxfordComma),
    ("address readers formally", HouseRule::FormalAddress),
    ("address formal", HouseRule::FormalAddress),
    ("familiar address", HouseRule::InformalAddress),
    ("address informal", HouseRule::InformalAddress),
    ("address readers informally", HouseRule::InformalAddress),
];

/// How a limit on sentences may be said, before and after the number.
const SENTENCE_LIMITS: &[(&str, &str)] = &[
    ("sentences of at most ", " words"),
    ("sentences at most ", " words"),
    ("sentence at most ", " words"),
    ("no sentence longer than ", " words"),
    ("no sentences longer than ", " words"),
    ("at most ", " words a sentence"),
    ("at most ", " words per sentence"),
];

impl FromStr for HouseRule {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let said = text.to_lowercase().replace(['_', '-'], " ").replace('’', "'");
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = said.trim_end_matches(['.', '!']);
        let plain = Self::PLAIN.iter().copied().find(|rule| rule.sentence() == said);
        let same = || SAME.iter().find(|(words, _)| *words == said).map(|(_, rule)| *rule);
        let limit = || {
            SENTENCE_LIMITS.iter().find_map(|(before, after)| {
                let number: u32 = said.strip_prefix(before)?.strip_suffix(after)?.parse().ok()?;
                (3..=60).contains(&number).then_some(Self::MaxSentenceWords(number))
            })
        };
        plain
            .or_else(same)
            .or_else(limit)
            .ok_or_else(|| Error::invalid_field("parse_house_rule", "rule", format_args!("{text:?}"), Self::allowed()))
    }
}

impl fmt::Display for HouseRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl Serialize for HouseRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.code())
    }
}

impl<'de> Deserialize<'de> for HouseRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(Self::allowed()))
    }
}

impl JsonSchema for HouseRule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "HouseRule".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut examples: Vec<String> = Self::PLAIN.iter().map(|rule| rule.code()).collect();
        examples.push(Self::MaxSentenceWords(14).code());
        schemars::json_schema!({
            "type": "string",
            "format": HOUSE_RULE_FORMAT,
            "description": "A house rule, as its code or as the plain sentence.",
            "examples": examples,
        })
    }
}

/// The schema format that a brief's reader knows house rules by.
pub(crate) const HOUSE_RULE_FORMAT: &str = "house-rule";

#[cfg(test)]
mod tests;
