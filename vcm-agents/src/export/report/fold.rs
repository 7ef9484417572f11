//! Where a platform's app hides the rest of a text behind "more".
//!
//! No platform documents this, and it moves with the app, the screen and the letters; the figures are what the apps are commonly
//! seen to do, and the page says "about here". Next: [`super::posts`].

use unicode_segmentation::UnicodeSegmentation;
use vcm_core::platform::Platform;

/// How much of a text a platform shows at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fold {
    graphemes: usize,
    lines: usize,
}

fn fold(platform: Platform) -> Option<Fold> {
    let fold = |graphemes, lines| Some(Fold { graphemes, lines });
    match platform {
        Platform::Linkedin => fold(210, 3),
        Platform::Instagram => fold(125, 3),
        Platform::Facebook => fold(477, 5),
        Platform::Tiktok | Platform::YoutubeShorts => fold(100, 2),
        Platform::Pinterest => fold(100, 3),
        // Longer posts of paying accounts only.
        Platform::X => fold(280, usize::MAX),
        Platform::Threads | Platform::Bluesky | Platform::Mastodon => None,
    }
}

/// Text this short past the fold is not hidden: there would be nothing to gain.
const LEAST_HIDDEN: usize = 12;

/// The code point at which the text is folded; none where all of it shows.
pub(super) fn fold_at(platform: Platform, text: &str) -> Option<usize> {
    let fold = fold(platform)?;
    let (mut graphemes, mut lines, mut points) = (0, 1, 0);
    let mut last_space = None;
    let total = text.chars().count();
    for grapheme in text.graphemes(true) {
        let at_line_end = grapheme.contains('\n');
        if at_line_end && lines == fold.lines {
            return (total - points > LEAST_HIDDEN).then_some(points);
        }
        if graphemes == fold.graphemes {
            // A word is not cut unless the text is one word.
            return (total - points > LEAST_HIDDEN).then(|| last_space.unwrap_or(points));
        }
        if grapheme.chars().all(char::is_whitespace) {
            last_space = Some(points);
        }
        lines += usize::from(at_line_end);
        graphemes += 1;
        points += grapheme.chars().count();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fold_by_length_and_by_lines() {
        let long = "word ".repeat(100);
        let lines = "one\n\ntwo\nthree\nand quite a lot more";
        for (platform, text, expected) in [
            (Platform::Linkedin, long.as_str(), Some(209)),
            (Platform::Instagram, long.as_str(), Some(124)),
            (Platform::Linkedin, lines, Some(8)),
            (Platform::Facebook, lines, None),
            (Platform::Bluesky, long.as_str(), None),
            (Platform::Linkedin, "short", None),
            (Platform::Linkedin, "", None),
            (Platform::Linkedin, "one\n\ntwo\nend", None),
        ] {
            assert_eq!(fold_at(platform, text), expected, "{platform} {text:?}");
        }
    }
}
