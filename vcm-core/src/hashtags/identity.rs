//! When two hashtags are the same, which are never used, and how a phrase becomes one. Next: [`super::index`].

use std::collections::BTreeSet;

use crate::{
    brief::Brief,
    text::words::{self, TokenKind},
};

/// The form under which a hashtag is counted: NFKC, case-folded, without `#`.
pub(super) fn folded(tag: &str) -> String {
    words::fold(tag.trim().trim_start_matches('#'))
}

/// The form under which two hashtags are one to a reader: folded, singular, without underscores. A ladder never holds two of one
/// identity.
pub fn identity(tag: &str) -> String {
    let joined = folded(tag).replace('_', "");
    let keep = joined.len() < 4 || ["ss", "us", "is", "ews", "ies"].iter().any(|ending| joined.ends_with(ending));
    match joined.strip_suffix('s') {
        Some(singular) if !keep => singular.to_owned(),
        _ if joined.len() > 5 && joined.ends_with("ies") => format!("{}y", joined.trim_end_matches("ies")),
        _ => joined,
    }
}

/// Why a hashtag is never recommended, if it is not: engagement bait and tags that platforms hide. The list is short on purpose; a
/// brief's `avoid` adds to it.
pub fn banned_reason(tag: &str) -> Option<&'static str> {
    let folded = folded(tag);
    let category = |list: &[&str]| list.contains(&folded.as_str());
    if category(ENGAGEMENT_BAIT) || is_exchange(&folded) {
        Some("engagement bait")
    } else if category(ADULT) {
        Some("adult content")
    } else if category(HARM) {
        Some("self-harm or drugs")
    } else {
        None
    }
}

const ENGAGEMENT_BAIT: &[&str] = &[
    "followme",
    "followback",
    "followus",
    "followtrain",
    "followers",
    "instafollow",
    "teamfollowback",
    "likesforlikes",
    "likes",
    "likeback",
    "tagsforlikes",
    "tagsforlikesapp",
    "tagblender",
    "instalike",
    "gainpost",
    "gaintrick",
    "gainwithus",
    "shoutout",
    "shoutouts",
    "alwaysfollowback",
    "pleasefollow",
    "retweetplease",
    "rtplease",
];
const ADULT: &[&str] = &["nsfw", "porn", "xxx", "nude", "nudes", "adult", "onlyfans", "sex", "sexy"];
const HARM: &[&str] =
    &["proana", "promia", "thinspo", "thinspiration", "selfharm", "selfharmm", "cutting", "pills", "420"];

/// "like4like", "followforfollow", "f4f": one word on both sides of a 4 or a "for".
fn is_exchange(tag: &str) -> bool {
    ["4", "for"].iter().any(|joint| {
        tag.split_once(joint).is_some_and(|(before, after)| {
            let before = before.strip_suffix('s').unwrap_or(before);
            let after = after.strip_suffix('s').unwrap_or(after);
            before == after
                && ["like", "l", "follow", "f", "sub", "s", "comment", "c", "spam", "shoutout", "share"]
                    .contains(&before)
        })
    })
}

/// A phrase as one hashtag in CamelCase, so that screen readers and people can tell the words: "async closures" →
/// `AsyncClosures`. Stop words and bare numbers are left out; capitals inside a word are kept. None when nothing is left or
/// more than four words or 30 characters are.
pub fn camel_case(phrase: &str) -> Option<String> {
    let kept: Vec<&str> = phrase
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().any(char::is_alphabetic) && !words::is_stop_word(&word.to_lowercase()))
        .collect();
    let capitalise = |word: &&str| {
        let mut characters = word.chars();
        characters.next().map(|first| first.to_uppercase().chain(characters).collect::<String>()).unwrap_or_default()
    };
    let tag: String = kept.iter().map(capitalise).collect();
    let fits = !tag.is_empty() && kept.len() <= 4 && tag.chars().count() <= 30;
    fits.then_some(tag)
}

/// What a brief says about hashtags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BriefTags {
    /// Tags to consider first, as the brief writes them, without `#`.
    pub preferred: Vec<String>,
    /// Tags made of the product's name and of the topics of its proof points.
    pub derived: Vec<String>,
    /// Tags never to use.
    pub avoided: Vec<String>,
}

impl BriefTags {
    /// The tags of a brief, each identity once, `use` before what is derived.
    pub fn of(brief: &Brief) -> Self {
        let bare =
            |tags: &[String]| tags.iter().map(|tag| tag.trim().trim_start_matches('#').to_owned()).collect::<Vec<_>>();
        let avoided = bare(&brief.hashtags.avoid);
        let mut seen: BTreeSet<String> = avoided.iter().map(|tag| identity(tag)).collect();
        let mut first_of_identity = |tag: &String| !tag.is_empty() && seen.insert(identity(tag));
        let mut preferred = bare(&brief.hashtags.r#use);
        preferred.retain(&mut first_of_identity);
        // What a single fact is about ("the evenings", "the bar") is nothing that anyone looks for.
        let phrases = [brief.product.name.as_str(), brief.product.category.as_str()].into_iter();
        let mut derived: Vec<String> = phrases.filter_map(camel_case).collect();
        derived.retain(&mut first_of_identity);
        Self { preferred, derived, avoided }
    }

    /// Whether the brief forbids the tag.
    pub(super) fn avoids(&self, tag: &str) -> bool {
        let wanted = identity(tag);
        self.avoided.iter().any(|avoided| identity(avoided) == wanted)
    }
}

/// The text of a post without what would give its hashtags away: words in order, in lower case.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    words::tokens(text).into_iter().filter(|token| token.kind == TokenKind::Word).map(|token| token.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_tag_share_an_identity() {
        for (a, b) in [("#Dogs", "dog"), ("Ｒｕｓｔ", "rust"), ("New_York", "newyork"), ("Parties", "party")] {
            assert_eq!(identity(a), identity(b), "{a} {b}");
        }
        for (a, b) in [("news", "new"), ("bus", "bu"), ("class", "clas")] {
            assert_ne!(identity(a), identity(b), "{a} {b}");
        }
    }

    #[test]
    fn bait_is_banned_and_look_alikes_are_not() {
        for tag in ["#Like4Like", "followforfollow", "F4F", "likes4likes", "FollowMe", "NSFW"] {
            assert!(banned_reason(tag).is_some(), "{tag}");
        }
        for tag in ["rust", "foodforthought", "4k", "web4", "essex", "likeminded"] {
            assert_eq!(banned_reason(tag), None, "{tag}");
        }
    }

    #[test]
    fn phrases_become_readable_tags() {
        for (phrase, tag) in [
            ("async closures", Some("AsyncClosures")),
            ("Rust 1.85", Some("Rust")),
            ("the Tate Modern late", Some("TateModernLate")),
            ("SQLite", Some("SQLite")),
            ("été à Paris", Some("ÉtéÀParis")),
            ("", None),
            ("2024", None),
            ("one very long phrase without any end in sight", None),
        ] {
            assert_eq!(camel_case(phrase).as_deref(), tag, "{phrase}");
        }
    }
}
