//! File names: what a key may become on a disk, and which paths a kit may contain.

use std::path::{Component, Path};

/// Longest file name made from a key, so that every file system takes it.
const MAX_NAME_CHARS: usize = 120;

/// A key as a file name: lower-case letters, digits, `_` and `-`; everything else becomes `-`. Never empty, never a device name
/// of Windows, never hidden.
pub(super) fn file_name(key: &str) -> String {
    let mut name: String = key
        .chars()
        .take(MAX_NAME_CHARS)
        .map(|character| match character.to_ascii_lowercase() {
            kept @ ('a'..='z' | '0'..='9' | '_' | '-') => kept,
            _ => '-',
        })
        .collect();
    let device = matches!(name.as_str(), "con" | "prn" | "aux" | "nul")
        || (name.len() == 4 && (name.starts_with("com") || name.starts_with("lpt")));
    if name.is_empty() || device || name.starts_with('-') {
        name.insert_str(0, "file");
    }
    name
}

/// Whether a path from a kit stays inside its folder: plain names joined by `/`, at most two folders deep.
pub(super) fn is_safe_path(path: &str) -> bool {
    let plain = |name: &str| {
        !name.is_empty()
            && name != "."
            && name != ".."
            && name.len() <= MAX_NAME_CHARS + 8
            && name.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.'))
    };
    path.split('/').count() <= 3
        && path.split('/').all(plain)
        && Path::new(path).components().all(|component| matches!(component, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_plain_names() {
        for (key, expected) in [
            ("card-x-angle-2-a", "card-x-angle-2-a"),
            ("../../etc/passwd", "------etc-passwd"),
            ("C:\\x", "c--x"),
            ("", "file"),
            ("nul", "filenul"),
            ("Ünï code", "-n--code"),
        ] {
            let name = file_name(key);
            assert!(name.ends_with(expected) || name == expected, "{key} became {name}");
            assert!(is_safe_path(&name), "{name}");
        }
    }

    #[test]
    fn paths_that_leave_the_folder_are_refused() {
        for bad in ["../x", "a/../b", "/etc/passwd", "a//b", "", ".", "C:\\x", "a\\b", "a/b/c/d", "x\0", "ü", "a b"] {
            assert!(!is_safe_path(bad), "{bad:?}");
        }
        for good in ["kit.json", "assets/card-x.png", "copy/x.md"] {
            assert!(is_safe_path(good), "{good}");
        }
    }
}
