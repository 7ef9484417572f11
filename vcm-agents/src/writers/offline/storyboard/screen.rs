//! Text on screen: few words, in lines that fit the safe area at a size that a phone shows well. Next: [`super::beats`].

use super::speech;

/// Most characters of a line: at 1080 px the safe areas are 740 px wide and more, so a line of 22 characters stands at 60 px,
/// about the size of a player's own titles.
pub(super) const LINE_CHARS: usize = 22;

/// Most lines.
pub(super) const LINES: usize = 4;

/// The text in lines, about equally long; none when it does not fit.
pub(super) fn fitted(text: &str) -> Option<String> {
    let text: String = text.replace('`', "");
    let words: Vec<&str> = speech::words(&text).collect();
    if words.is_empty() {
        return None;
    }
    let longest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0);
    let at_least = greedy(&words, LINE_CHARS).filter(|lines| lines.len() <= LINES)?.len();
    // The narrowest that needs no more lines is the most even.
    (longest..=LINE_CHARS)
        .filter_map(|width| greedy(&words, width))
        .find(|lines| lines.len() <= at_least)
        .map(|lines| lines.join("\n"))
}

/// A label on its own line over a text; the label alone where the text does not fit beneath it.
pub(super) fn labelled(label: &str, text: Option<&str>) -> String {
    let head = fitted(label);
    let below = text.and_then(fitted);
    match (head, below) {
        (Some(head), Some(below)) if head.lines().count() + below.lines().count() <= LINES => {
            format!("{head}\n{below}")
        }
        (Some(head), _) => head,
        (None, below) => below.unwrap_or_default(),
    }
}

/// The first of several texts that fits; empty when none does.
pub(super) fn first_fitting<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().find_map(fitted).unwrap_or_default()
}

fn greedy(words: &[&str], width: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        let length = word.chars().count();
        if length > width {
            return None;
        }
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push((*word).to_owned()),
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_come_out_in_even_lines_and_long_ones_not_at_all() {
        for (text, expected) in [
            ("85 °C", Some("85 °C")),
            ("1.5 million kilometers", Some("1.5 million kilometers")),
            ("Curious about the gold on Webb's mirrors?", Some("Curious about the gold\non Webb's mirrors?")),
            ("Run `cargo test`", Some("Run cargo test")),
            ("", None),
            ("Donaudampfschifffahrtsgesellschaft", None),
        ] {
            assert_eq!(fitted(text).as_deref(), expected, "{text}");
        }
        assert_eq!(fitted(&"many words ".repeat(12)), None);
    }

    #[test]
    fn a_label_stands_over_its_text_or_alone() {
        assert_eq!(labelled("Myth", Some("Webb circles the Earth")), "Myth\nWebb circles the Earth");
        assert_eq!(labelled("Myth", Some(&"many words ".repeat(8))), "Myth");
        assert_eq!(labelled("Myth", None), "Myth");
    }
}
