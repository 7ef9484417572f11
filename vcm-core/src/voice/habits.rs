//! What a writer does or does not do, and how posts begin. Next: [`super::scan`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! habits {
    ($($(#[$doc:meta])* $name:ident => $phrase:literal),+ $(,)?) => {
        /// Something that a sentence or a post has or has not.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[repr(u8)]
        pub enum Habit { $($(#[$doc])* $name),+ }

        impl Habit {
            /// Every habit.
            pub const ALL: [Habit; Self::COUNT] = [$(Habit::$name),+];

            pub(super) const COUNT: usize = [$(Habit::$name),+].len();

            /// The habit as a noun phrase that follows "with": "an exclamation mark".
            pub fn phrase(self) -> &'static str {
                match self { $(Habit::$name => $phrase),+ }
            }
        }
    };
}

habits! {
    /// A sentence with an exclamation mark.
    Exclamation => "an exclamation mark",
    /// A sentence with a question mark.
    Question => "a question mark",
    /// A sentence with a comma.
    Comma => "a comma",
    /// A sentence with a dash between words.
    Dash => "a dash",
    /// A sentence with a colon.
    Colon => "a colon",
    /// A sentence with a semicolon.
    Semicolon => "a semicolon",
    /// A sentence with a parenthesis.
    Parenthesis => "a parenthesis",
    /// A sentence with an ellipsis.
    Ellipsis => "an ellipsis",
    /// A sentence with quotation marks.
    Quote => "quotation marks",
    /// A sentence with an emoji.
    Emoji => "an emoji",
    /// A sentence with a word of three or more letters in capitals.
    AllCaps => "a word in capitals",
    /// A sentence with a number in figures.
    Number => "a number",
    /// A sentence that says we.
    We => "\"we\"",
    /// A sentence that says I.
    I => "\"I\"",
    /// A sentence that speaks to the reader.
    You => "\"you\"",
    /// A sentence that says neither.
    Third => "neither speaker nor reader",
    /// A post of several lines.
    LineBreak => "line breaks",
    /// A post with blank lines.
    BlankLine => "blank lines",
    /// A post with a list.
    List => "a list",
    /// A post with doubled marks ("!!", "?!").
    RepeatedMark => "doubled marks",
    /// A post with hashtags.
    Hashtag => "hashtags",
    /// A post with mentions.
    Mention => "mentions",
    /// A post with a link.
    Link => "a link",
}

impl Habit {
    /// Whether it is counted by sentence; the others are counted by post.
    pub fn is_of_sentences(self) -> bool {
        (self as u8) < (Habit::LineBreak as u8)
    }
}

macro_rules! openings {
    ($($(#[$doc:meta])* $name:ident => $phrase:literal),+ $(,)?) => {
        /// How a post begins. The first that holds, in this order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[repr(u8)]
        pub enum Opening { $($(#[$doc])* $name),+ }

        impl Opening {
            /// Every way to begin.
            pub const ALL: [Opening; Self::COUNT] = [$(Opening::$name),+];

            pub(super) const COUNT: usize = [$(Opening::$name),+].len();

            /// The way as a phrase that follows "begins with".
            pub fn phrase(self) -> &'static str {
                match self { $(Opening::$name => $phrase),+ }
            }
        }
    };
}

openings! {
    /// An emoji.
    Emoji => "an emoji",
    /// A hashtag, mention or link.
    Tag => "a hashtag, mention or link",
    /// A quotation mark.
    Quote => "a quotation",
    /// A number, in figures or words.
    Number => "a number",
    /// A first sentence that is a question.
    Question => "a question",
    /// A verb that calls on the reader.
    Imperative => "a call to the reader",
    /// A first sentence with an exclamation mark.
    Exclamation => "an exclamation",
    /// "We" or "I".
    Speaker => "the speaker",
    /// "You" or "your".
    Reader => "the reader",
    /// A name.
    Name => "a name",
    /// Anything else.
    Statement => "a statement",
}
