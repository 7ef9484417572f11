//! Syntax of single values: texts without hidden characters, URLs, hashtags, colours, ids, file names.
//!
//! Each returns `Some(what is allowed)` when the value is wrong, `None` when it is right. [`super::validate`] says which field
//! is held to which check.

/// What is wrong with the characters of a one-line text (or of a text with line breaks), if anything.
///
/// Control characters and characters that show nothing (bidirectional controls, zero-width and tag characters, fillers) can
/// hide an instruction or a banned word from a reviewer. Joiners are allowed between two characters that are not ASCII, where
/// emoji and many scripts need them; flags made of tag characters are not.
pub(super) fn hidden_character(text: &str, line_breaks: bool) -> Option<String> {
    let mut before: Option<char> = None;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let joins = matches!(c, '\u{200c}' | '\u{200d}')
            && before.is_some_and(|c| !c.is_ascii())
            && characters.peek().is_some_and(|c| !c.is_ascii());
        let wrong = (c.is_control() && !(line_breaks && c == '\n')) || (is_invisible(c) && !joins);
        if wrong {
            let lines = if line_breaks { "text" } else { "one line of text" };
            return Some(format!("{lines} without control or invisible characters (found U+{:04X})", u32::from(c)));
        }
        before = Some(c);
    }
    None
}

fn is_invisible(c: char) -> bool {
    matches!(u32::from(c),
        0x00AD | 0x034F | 0x061C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
        | 0x2028..=0x202E | 0x2060..=0x206F | 0x2800 | 0x3164 | 0xFE00..=0xFE0E | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB
        | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF
        // private use and noncharacters: no font agrees on what they show
        | 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xF0000..=0x0010_FFFF
    ) || u32::from(c) & 0xFFFE == 0xFFFE
}

/// An http or https URL with a host, at most 2,048 characters, no user name or password in it.
pub(super) fn url(text: &str) -> Option<String> {
    const ALLOWED: &str =
        "an http or https URL with a host, at most 2,048 characters, such as https://example.org/page";
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let scheme = if lower.starts_with("https://") { 8 } else { 7 };
    let rest = text.get(scheme..).filter(|_| lower.starts_with("https://") || lower.starts_with("http://"));
    let authority = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let readable = text.chars().count() <= 2048
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || is_invisible(c) || "\"<>\\^`{|}".contains(c));
    (!readable || !authority.is_some_and(is_authority)).then(|| ALLOWED.to_owned())
}

fn is_authority(authority: &str) -> bool {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let named = |label: &str| {
        !label.is_empty()
            && label.chars().count() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let is_host = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => host.strip_suffix('.').unwrap_or(host).split('.').all(named),
    };
    is_host && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

/// A hashtag without its `#`: one word of letters, digits and `_`, not digits alone, at most 100 characters.
pub(super) fn hashtag(text: &str) -> Option<String> {
    const ALLOWED: &str =
        "one word without # or spaces: letters, digits and _, not digits alone, at most 100 characters";
    let right = (1..=100).contains(&text.chars().count())
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || c.is_ascii_punctuation() && c != '_')
        && text.chars().any(char::is_alphabetic);
    if right { hidden_character(text, false) } else { Some(ALLOWED.to_owned()) }
}

/// A colour as `#rrggbb`.
pub(super) fn colour(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    (digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit())).then(|| "a colour as #rrggbb".to_owned())
}

/// An id: 1 to 64 letters, digits, `.`, `_` or `-`.
pub(super) fn id(text: &str) -> Option<String> {
    let right = (1..=64).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
    (!right).then(|| "1 to 64 letters, digits, `.`, `_` or `-`".to_owned())
}

/// A zone of the time-zone database.
pub(super) fn time_zone(name: &str) -> Option<String> {
    let right = !name.is_empty() && jiff::tz::TimeZone::get(name).is_ok();
    (!right).then(|| "an IANA time zone such as Europe/Berlin".to_owned())
}

/// A data file beside the brief: a relative path inside the brief's folder, with one of `extensions`.
///
/// Absolute paths and `..` are refused: a brief travels between machines and people, and must not be able to name a file of
/// the machine that runs it.
pub(super) fn data_file(path: &str, extensions: &[&str]) -> Option<String> {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let right = (1..=512).contains(&path.len())
        && !path.contains(['\\', ':'])
        && hidden_character(path, false).is_none()
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
        && extensions.contains(&extension.as_str());
    (!right).then(|| {
        format!(
            "a relative path with `/` inside the brief's folder, without `..`, ending in .{}",
            extensions.join(" or .")
        )
    })
}

/// Whether `phrase` occurs in `text` as whole words, whatever the case.
pub(super) fn contains_phrase(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (text.to_lowercase(), phrase.to_lowercase());
    if phrase.is_empty() {
        return false;
    }
    text.match_indices(&phrase).any(|(start, found)| {
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        let after = text.get(start + found.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_all(check: impl Fn(&str) -> Option<String>, right: &[&str], wrong: &[&str]) {
        for text in right {
            assert_eq!(check(text), None, "{text:?} is right");
        }
        for text in wrong {
            assert!(check(text).is_some(), "{text:?} is wrong");
        }
    }

    #[test]
    fn urls_need_a_web_scheme_and_a_host() {
        let right = ["https://rust-lang.org", "HTTP://a.b:8080/x?y#z", "https://[::1]/", "https://bücher.example/ü"];
        let wrong = [
            "",
            "rust-lang.org",
            "ftp://a.b",
            "https://",
            "https:///x",
            "https://a b",
            "https://u:p@a.b",
            "http://a..b",
        ];
        check_all(url, &right, &wrong);
        check_all(
            url,
            &[],
            &["https://a.b:99999", "javascript:alert(1)", "https://-a.b", "https://a.b/\u{202e}x", "é://a"],
        );
    }

    #[test]
    fn hashtags_are_one_word() {
        check_all(
            hashtag,
            &["RustLang", "rust_2024", "東京", "été", "हिन्दी"],
            &["", "#Rust", "two words", "2024", "c++", "a.b", "_"],
        );
    }

    #[test]
    fn hidden_characters_are_found_and_emoji_kept() {
        let right = ["plain", "naïve 東京 🦀", "👩\u{200d}🚀", "❤\u{fe0f}", "می\u{200c}خواهم"];
        let wrong =
            ["a\0", "a\tb", "a\nb", "a\u{200b}b", "\u{202e}abc", "a\u{e0041}", "a\u{200d}b", "\u{ad}", "\u{feff}"];
        check_all(|text| hidden_character(text, false), &right, &wrong);
        assert_eq!(hidden_character("two\nlines", true), None);
    }

    #[test]
    fn data_files_stay_beside_the_brief() {
        let wrong = [
            "",
            "/etc/x.csv",
            "../x.csv",
            "a/../x.csv",
            "a\\x.csv",
            "C:x.csv",
            "x.txt",
            "x",
            "./x.csv",
            "a//x.csv",
            "\0.csv",
        ];
        check_all(|path| data_file(path, &["csv", "jsonl"]), &["x.csv", "data/x.JSONL"], &wrong);
    }

    #[test]
    fn phrases_match_whole_words_only() {
        assert!(contains_phrase("A Game Changer!", "game changer"));
        assert!(!contains_phrase("Bestiary", "best"));
    }
}
