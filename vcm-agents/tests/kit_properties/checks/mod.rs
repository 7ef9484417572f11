//! The checks. Each looks at one thing, names what it found, and has a test that shows it can find it.

mod duplicates;
mod english;
mod grounding;
mod limits;
mod romance_german;
mod typography;
mod variants;
mod voice;

use vcm_core::copy::Copy;

use super::{given::Given, kits::Kit};

/// Something that an editor would strike out.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) kind: String,
    pub(crate) language: &'static str,
    pub(crate) seed: u64,
    pub(crate) copy: String,
    pub(crate) what: String,
    pub(crate) text: String,
}

impl Finding {
    pub(crate) fn of_kit(kind: &str, kit: &Kit, what: &str, text: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            language: kit.language,
            seed: kit.seed,
            copy: "kit".to_owned(),
            what: what.to_owned(),
            text: text.to_owned(),
        }
    }

    pub(crate) fn of_copy(kind: &str, kit: &Kit, copy: &Copy, what: &str) -> Self {
        Self { copy: copy.key.clone(), ..Self::of_kit(kind, kit, what, &shown(copy)) }
    }
}

/// A remark about a text: its kind and the words concerned.
pub(crate) type Remark = (&'static str, String);

/// One text of a copy (title or part), with the characters that come from the brief.
pub(crate) struct Block<'a> {
    pub(crate) text: &'a str,
    pub(crate) mask: Vec<bool>,
}

impl<'a> Block<'a> {
    pub(crate) fn new(given: &Given, text: &'a str) -> Self {
        Self { text, mask: given.mask(text) }
    }

    /// Whether a span is the brief's from end to end.
    pub(crate) fn is_given(&self, start: usize, end: usize) -> bool {
        self.mask[start..end.max(start)].iter().all(|given| *given)
    }

    /// The text with all that comes from the brief blanked by `□`, one for each piece.
    pub(crate) fn own_words(&self) -> String {
        let mut own = String::new();
        for (at, c) in self.text.char_indices() {
            if !self.mask[at] {
                own.push(c);
            } else if !own.ends_with('□') {
                own.push('□');
            }
        }
        own
    }
}

/// All findings in a kit.
pub(crate) fn run(kit: &Kit) -> Vec<Finding> {
    let given = Given::new(&kit.brief);
    let mut found: Vec<Finding> =
        kit.refused.iter().map(|refused| Finding::of_kit("refused", kit, refused, "")).collect();
    for copy in &kit.copies {
        let blocks: Vec<Block<'_>> =
            copy.title.iter().chain(&copy.parts).map(|text| Block::new(&given, text)).collect();
        let mut remarks = limits::check(kit, copy);
        for block in &blocks {
            remarks.extend(typography::check(block, kit.language));
            remarks.extend(match kit.language {
                "en" => english::check(block, &given, &kit.brief),
                language => romance_german::check(block, language),
            });
        }
        remarks.extend(grounding::check(kit, copy, &given, &blocks));
        remarks.extend(voice::check(kit, copy, &blocks));
        // Canada sets no space before high marks but the colon, which is the same in every frame.
        if kit.brief.locale.eq_ignore_ascii_case("fr-CA") {
            remarks.retain(|(kind, _)| *kind != "French space");
        }
        found.extend(remarks.into_iter().map(|(kind, what)| Finding::of_copy(kind, kit, copy, &what)));
    }
    found.extend(variants::check(kit));
    found.extend(duplicates::check(kit));
    found
}

/// A copy as it is printed in a report.
pub(crate) fn shown(copy: &Copy) -> String {
    let title = copy.title.iter().map(|title| format!("[title] {title}"));
    let texts: Vec<String> = title.chain(copy.parts.iter().cloned()).collect();
    let indented = |line: &str| format!("   | {line}");
    texts.join("\n~\n").lines().map(indented).collect::<Vec<_>>().join("\n")
}
