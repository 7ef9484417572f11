//! Quotation marks: “…”, „…“, «…», « … », and those inside others.
//!
//! The marks are CLDR 48's `delimiters`, which ICU4X does not carry, with the spaces that French sets inside (Imprimerie
//! nationale; none in Switzerland). This is the last file of the module.

use super::{Language, Locale};

/// The marks around a quotation, and around one inside it, with the spaces that belong to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotationMarks {
    /// Before a quotation.
    pub open: &'static str,
    /// After it.
    pub close: &'static str,
    /// Before a quotation inside a quotation.
    pub inner_open: &'static str,
    /// After it.
    pub inner_close: &'static str,
}

impl Locale {
    /// The marks of the language and region.
    pub fn quotation_marks(&self) -> QuotationMarks {
        let (open, close, inner_open, inner_close) = match (self.language, self.region_or_empty()) {
            (Language::German, "CH" | "LI") | (Language::French, "CH") => ("«", "»", "‹", "›"),
            (Language::German, _) => ("„", "“", "‚", "‘"),
            (Language::French, _) => ("«\u{a0}", "\u{a0}»", "“", "”"),
            (Language::Spanish, "" | "ES") | (Language::Portuguese, "PT" | "AO" | "MZ" | "CV") => ("«", "»", "“", "”"),
            _ => ("“", "”", "‘", "’"),
        };
        QuotationMarks { open, close, inner_open, inner_close }
    }

    /// A text as a quotation. Marks of double quotation inside it become the inner ones, so that no two of a kind nest; marks
    /// already around the whole text are replaced, not doubled.
    pub fn quote(&self, text: &str) -> String {
        let marks = self.quotation_marks();
        format!("{}{}{}", marks.open, with_inner_marks(unquoted(text.trim()), marks), marks.close)
    }
}

/// Marks that open a quotation somewhere, each with those that close it.
const PAIRS: [(char, &[char]); 5] = [('"', &['"']), ('“', &['”']), ('„', &['“', '”']), ('«', &['»']), ('»', &['«'])];

/// The text without a pair of marks around the whole of it.
fn unquoted(text: &str) -> &str {
    let inside = PAIRS.iter().find_map(|(open, closes)| text.strip_prefix(*open)?.strip_suffix(*closes));
    match inside {
        // "A" and "B" starts and ends with marks of two quotations.
        Some(inside) if !inside.contains(['"', '“', '”', '„', '«', '»']) => inside.trim(),
        _ => text,
    }
}

/// Replaces pairs of outer marks by the inner ones; a mark without a partner stays.
fn with_inner_marks(text: &str, marks: QuotationMarks) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((start, open)) = rest.char_indices().find(|(_, c)| PAIRS.iter().any(|(open, _)| open == c)) {
        let closes = PAIRS.iter().find(|(mark, _)| *mark == open).map_or(&[][..], |(_, closes)| *closes);
        let after = rest.get(start + open.len_utf8()..).unwrap_or_default();
        let Some((inside, beyond)) = after.split_once(closes) else { break };
        written.push_str(rest.get(..start).unwrap_or_default());
        written.push_str(marks.inner_open);
        written.push_str(inside.trim_matches([' ', '\u{a0}', '\u{202f}']));
        written.push_str(marks.inner_close);
        rest = beyond;
    }
    written.push_str(rest);
    written
}
