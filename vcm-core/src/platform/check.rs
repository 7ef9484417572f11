//! Proof that a post keeps every rule of its platform: what the machine runs over all it emits.

use jiff::civil::Date;

use super::{
    Platform,
    entities::{extract_hashtags, extract_urls, is_letter_or_mark, is_valid_hashtag},
    length::{LengthOptions, TextField, measure},
    rule::{HashtagAlphabet, HashtagForm, Rules, rules},
};
use crate::error::Violation;
use unicode_segmentation::UnicodeSegmentation;

/// Every rule of `platform` that the post breaks; empty when it may be posted.
///
/// `parts` is the post as published, hashtags included: one text, or the parts of a thread. `hashtags` are the tags chosen
/// for it, without `#`. `max_chars` is the account's own limit, see [`LengthOptions::max_chars`].
pub fn check_post(
    platform: Platform,
    parts: &[String],
    title: Option<&str>,
    hashtags: &[String],
    as_of: Date,
    max_chars: Option<u32>,
) -> Vec<Violation> {
    let rules = rules(platform, as_of);
    let mut violations = Vec::new();
    check_parts(&rules, parts, max_chars, &mut violations);
    check_title(&rules, title, &mut violations);
    check_hashtags(&rules, parts, hashtags, &mut violations);
    violations
}

fn check_parts(rules: &Rules, parts: &[String], max_chars: Option<u32>, violations: &mut Vec<Violation>) {
    if parts.is_empty() && !rules.media.value.required {
        violations.push(Violation::new("parts", "none", "at least 1"));
    }
    if parts.len() > 1 && !rules.threads.value {
        violations.push(Violation::new("parts", parts.len(), format!("1: {} has no threads", rules.platform.label())));
    }
    let options = LengthOptions { max_chars, ..LengthOptions::new(rules.as_of) };
    for (index, part) in parts.iter().enumerate() {
        check_text(rules, part, &options, &format!("parts[{index}]"), violations);
        let links = extract_urls(part);
        if let Some(cap) = rules.link_cap.value
            && links.len() > cap as usize
        {
            violations.push(Violation::new(format!("parts[{index}].links"), links.len(), format!("at most {cap}")));
        }
        if let Some(max) = rules.link_max_chars.value {
            for link in links.iter().filter(|link| link.end - link.start > max as usize) {
                violations.push(Violation::new(
                    format!("parts[{index}].links"),
                    format_args!("a link of {} characters", link.end - link.start),
                    format!("at most {max} characters"),
                ));
            }
        }
    }
}

fn check_title(rules: &Rules, title: Option<&str>, violations: &mut Vec<Violation>) {
    match (title, rules.title.value) {
        (Some(title), Some(_)) => {
            let options = LengthOptions { field: TextField::Title, ..LengthOptions::new(rules.as_of) };
            check_text(rules, title, &options, "title", violations);
        }
        (Some(title), None) => {
            let allowed = format!("none: posts on {} have no title", rules.platform.label());
            violations.push(Violation::new("title", format_args!("{title:?}"), allowed));
        }
        (None, _) if rules.title_required.value => violations.push(Violation::new("title", "none", "a title")),
        (None, _) => {}
    }
}

fn check_text(rules: &Rules, text: &str, options: &LengthOptions, field: &str, violations: &mut Vec<Violation>) {
    let measured = measure(rules, text, options);
    if measured.valid {
        return;
    }
    let before = violations.len();
    if measured.length > measured.limit {
        violations.push(Violation::new(
            field,
            format_args!("length {}", measured.length),
            format!("at most {} as {} counts", measured.limit, rules.platform.label()),
        ));
    }
    if let Some(max_bytes) = measured.max_bytes.filter(|&max_bytes| measured.bytes > max_bytes) {
        violations.push(Violation::new(
            field,
            format_args!("{} bytes", measured.bytes),
            format!("at most {max_bytes} bytes"),
        ));
    }
    let forbidden = rules.forbidden_characters.value;
    if let Some(character) = text.chars().find(|character| forbidden.contains(character)) {
        violations.push(Violation::new(field, format_args!("{character:?}"), format!("no {forbidden:?}")));
    }
    if violations.len() == before {
        violations.push(Violation::new(field, "no text", "at least 1 character"));
    }
}

fn check_hashtags(rules: &Rules, parts: &[String], hashtags: &[String], violations: &mut Vec<Violation>) {
    let most_in_a_part = parts.iter().map(|part| extract_hashtags(part).len()).max().unwrap_or(0);
    let tags = most_in_a_part.max(hashtags.len());
    if let Some(cap) = rules.hashtag_cap.value
        && tags > cap as usize
    {
        violations.push(Violation::new("hashtags", format_args!("{tags} tags"), format!("at most {cap}")));
    }
    for (index, tag) in hashtags.iter().enumerate() {
        if !has_form(&rules.hashtag_form.value, tag) {
            violations.push(Violation::new(
                format!("hashtags[{index}]"),
                format_args!("{tag:?}"),
                form_in_words(&rules.hashtag_form.value),
            ));
        }
    }
    let listed: usize = hashtags.iter().map(|tag| tag.chars().count() + 1).sum();
    if let Some(max) = rules.keyword_list_max_chars.value
        && listed.saturating_sub(1) > max as usize
    {
        violations.push(Violation::new(
            "hashtags",
            format_args!("{} characters as a keyword list", listed - 1),
            format!("at most {max}"),
        ));
    }
}

/// How many links `text` has, by X's rules, which take links without a protocol too.
pub fn link_count(text: &str) -> u32 {
    u32::try_from(extract_urls(text).len()).unwrap_or(u32::MAX)
}

/// Whether `tag` (without `#`) works as one hashtag on `platform`, by its present rules.
///
/// ```
/// use vcm_core::platform::{Platform, valid_hashtag};
/// assert!(valid_hashtag(Platform::Mastodon, "rust_2024"));
/// assert!(!valid_hashtag(Platform::Mastodon, "2024"));
/// assert!(!valid_hashtag(Platform::Instagram, "two words"));
/// ```
pub fn valid_hashtag(platform: Platform, tag: &str) -> bool {
    has_form(&rules(platform, Date::MAX).hashtag_form.value, tag)
}

fn has_form(form: &HashtagForm, tag: &str) -> bool {
    let fits = form.max_bytes.is_none_or(|max| tag.len() <= max as usize)
        && form.max_graphemes.is_none_or(|max| tag.graphemes(true).count() <= max as usize);
    let word = |c: char| is_letter_or_mark(c) || c.is_numeric();
    fits && match form.alphabet {
        HashtagAlphabet::TwitterText => !tag.starts_with(['#', '＃']) && is_valid_hashtag(&format!("#{tag}")),
        HashtagAlphabet::Words => tag.chars().all(|c| word(c) || c == '_') && tag.chars().any(is_letter_or_mark),
        HashtagAlphabet::LettersAndDigits => tag.chars().all(word) && tag.chars().any(is_letter_or_mark),
        HashtagAlphabet::AnythingVisible => {
            let visible = |c: char| {
                !(c.is_whitespace()
                    || c.is_control()
                    || matches!(c, '#' | '＃' | '\u{AD}' | '\u{2060}' | '\u{200A}'..='\u{200F}' | '\u{20E2}'))
            };
            tag.chars().all(visible)
                && tag.chars().any(is_letter_or_mark)
                && tag.ends_with(|c| word(c) || !c.is_ascii())
        }
    }
}

fn form_in_words(form: &HashtagForm) -> String {
    let characters = match form.alphabet {
        HashtagAlphabet::TwitterText | HashtagAlphabet::Words => "letters, digits and underscore, at least one letter",
        HashtagAlphabet::LettersAndDigits => "letters and digits, at least one letter",
        HashtagAlphabet::AnythingVisible => "no white space, at least one letter, no punctuation at the end",
    };
    let graphemes = form.max_graphemes.map(|max| format!(", at most {max} characters")).unwrap_or_default();
    let bytes = form.max_bytes.map(|max| format!(", at most {max} bytes")).unwrap_or_default();
    format!("{characters}{graphemes}{bytes}")
}
