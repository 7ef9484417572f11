//! How a campaign sounds. Next: [`super::brand`], how it looks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::voice::HouseRule;

/// How the brand speaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct BrandVoice {
    /// Traits of the voice, at most 3. Default: plain.
    #[schemars(length(max = 3))]
    pub tone: Vec<Tone>,
    /// Who speaks. Default: we.
    pub person: Person,
    /// How many emoji. Default: sparing.
    pub emoji: EmojiPolicy,
    /// Words and phrases that copy never uses, whatever their case.
    pub banned_words: Vec<String>,
    /// Words and phrases that every post must contain, at most 3 ("Rust").
    #[schemars(length(max = 3))]
    pub required_words: Vec<String>,
    /// House rules, at most 20, each as its code or the plain sentence: "never start with a question", "no exclamation marks",
    /// "sentences of at most 14 words". What is allowed is listed in [`HouseRule`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub rules: Vec<HouseRule>,
    /// Posts that sound right, as models for the voice: it is measured from them. Five and more tell much, one tells a little.
    pub examples: Vec<String>,
}

impl Default for BrandVoice {
    fn default() -> Self {
        Self {
            tone: vec![Tone::Plain],
            person: Person::We,
            emoji: EmojiPolicy::Sparing,
            banned_words: Vec::new(),
            required_words: Vec::new(),
            rules: Vec::new(),
            examples: Vec::new(),
        }
    }
}

/// A trait of a voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Short words, no decoration.
    Plain,
    /// Friendly, contractions, second person.
    Warm,
    /// Light and quick.
    Playful,
    /// Short declarative sentences with weight.
    Bold,
    /// Measured, no contractions, no exclamation marks.
    Formal,
    /// Precise terms, no simplification.
    Technical,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Person {
    /// "We shipped …"
    We,
    /// "I shipped …"
    I,
    /// The product is spoken of in the third person.
    Third,
}

/// How many emoji copy may carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EmojiPolicy {
    /// None at all.
    None,
    /// At most one a post.
    Sparing,
    /// Up to three a post where the platform is used to it.
    Free,
}

/// Hashtags without `#`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct HashtagPolicy {
    /// Always considered first.
    pub r#use: Vec<String>,
    /// Never used.
    pub avoid: Vec<String>,
}
