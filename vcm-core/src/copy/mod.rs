//! Copy: the texts of posts, threads, scripts and pins. Next: [`crate::visuals`].

mod check;
mod selection;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::{
    check::{account_limit, check},
    selection::{Framework, Selection, SelectionPart},
};
use crate::{brief::Factor, platform::Platform};

/// One variant of one post.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Copy {
    /// `<platform>-<angle key>-<variant>`, such as `x-angle-2-a`.
    pub key: String,
    /// Key of its angle.
    pub angle: String,
    /// Where it is posted.
    pub platform: Platform,
    /// `a`, `b` …
    pub variant: String,
    /// Its form.
    pub format: CopyFormat,
    /// The title, on platforms that have one (YouTube Shorts, Pinterest).
    pub title: Option<String>,
    /// The text: one part, or the parts of a thread in order. Links are in it, hashtags are not: see [`Copy::published_parts`].
    pub parts: Vec<String>,
    /// Hashtags without `#`, chosen in `assembling`.
    pub hashtags: Vec<String>,
    /// What its visual shows, for people who cannot see it.
    pub alt_text: Option<String>,
    /// The level of each factor, such as `hook = "question"`. Two variants of one post differ in the experiment's factors only.
    pub factors: BTreeMap<Factor, String>,
    /// Every sentence with what it rests on.
    pub sentences: Vec<Sentence>,
    /// Ids of the phrases and frames it was made of, so that none shows through twice in one kit.
    pub patterns: Vec<String>,
    /// How the body is built; none after a person's edit or from a writer that does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub framework: Option<Framework>,
    /// Why this draft and not another; none from a writer that made only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<Selection>,
}

impl Copy {
    /// The parts as they are posted: hashtags, if any, close the last part after a blank line.
    pub fn published_parts(&self) -> Vec<String> {
        let mut parts = self.parts.clone();
        if let Some(last) = parts.last_mut()
            && !self.hashtags.is_empty()
        {
            last.push_str("\n\n");
            last.push_str(&hashtag_line(&self.hashtags));
        }
        parts
    }

    /// What a reader sees first: the title, else the first sentence, else the first line.
    pub fn hook(&self) -> &str {
        let first_part = self.parts.first().map_or("", |part| part.trim());
        let first_sentence = self.sentences.first().map_or("", |sentence| sentence.text.trim());
        match self.title.as_deref().map(str::trim) {
            Some(title) if !title.is_empty() => title,
            _ if !first_sentence.is_empty() && first_part.starts_with(first_sentence) => first_sentence,
            _ => first_part.lines().next().unwrap_or_default().trim(),
        }
    }

    /// All texts a reader sees, title first, joined by blank lines.
    pub fn full_text(&self) -> String {
        let mut texts: Vec<&str> = self.title.as_deref().into_iter().collect();
        let parts = self.published_parts();
        texts.extend(parts.iter().map(String::as_str));
        texts.join("\n\n")
    }
}

/// Hashtags as they stand in a post: `#one #two`.
pub fn hashtag_line(hashtags: &[String]) -> String {
    hashtags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
}

/// The form of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CopyFormat {
    /// One post or caption.
    Post,
    /// Several posts in a row.
    Thread,
    /// A caption for a vertical video, with a storyboard among the assets.
    Video,
    /// A titled pin.
    Pin,
}

/// A sentence and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sentence {
    /// The sentence as it stands in the copy.
    pub text: String,
    /// Ids of proof points or paths into the brief. Empty for sentences that claim nothing (a question, a call to action).
    pub sources: Vec<String>,
}
