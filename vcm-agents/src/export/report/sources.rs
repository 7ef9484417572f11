//! The numbered notes: every source that a sentence cites gets a number, in the order in which a reader meets it. Next:
//! [`super::posts`].

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use vcm_core::{
    brief::{Brief, is_link},
    kit::{Kit, KitContent},
};

/// Sources by number.
#[derive(Debug, Default)]
pub(super) struct Sources {
    numbers: BTreeMap<String, usize>,
    listed: Vec<Source>,
}

/// One source.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(super) struct Source {
    number: usize,
    /// The id of a proof point, or a path into the brief.
    id: String,
    /// What it says.
    statement: String,
    /// Who said it.
    attribution: Option<String>,
    /// Where it can be checked, as the brief gives it.
    place: String,
    /// The address, if it can be followed.
    link: Option<String>,
    /// The address as it is shown.
    link_text: String,
    /// Posts that cite it.
    posts: usize,
}

impl Sources {
    /// Numbers everything that the kit's sentences cite, then the proof points that none cites.
    pub(super) fn of(kit: &Kit) -> Self {
        let content = &kit.content;
        let brief = serde_json::to_value(&content.brief).unwrap_or_default();
        let mut sources = Self::default();
        let cited = content.copies.iter().flat_map(|copy| &copy.sentences).flat_map(|sentence| &sentence.sources);
        for id in cited.chain(content.brief.proof_points.iter().map(|proof| &proof.id)) {
            if !sources.numbers.contains_key(id) {
                let number = sources.listed.len() + 1;
                sources.numbers.insert(id.clone(), number);
                sources.listed.push(source(&content.brief, &brief, number, id, posts_that_cite(content, id)));
            }
        }
        sources
    }

    /// The numbers of some ids, in rising order.
    pub(super) fn numbers(&self, ids: &[String]) -> Vec<usize> {
        let mut numbers: Vec<usize> = ids.iter().filter_map(|id| self.numbers.get(id).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// All, by number.
    pub(super) fn listed(&self) -> &[Source] {
        &self.listed
    }
}

fn posts_that_cite(content: &KitContent, id: &str) -> usize {
    let cites = |copy: &&vcm_core::copy::Copy| {
        copy.sentences.iter().any(|sentence| sentence.sources.iter().any(|source| source == id))
    };
    content.copies.iter().filter(cites).count()
}

fn source(brief: &Brief, tree: &Value, number: usize, id: &str, posts: usize) -> Source {
    let proof_of = |wanted: &str| brief.proof_points.iter().find(|proof| proof.id == wanted);
    let mut source = Source {
        number,
        id: id.to_owned(),
        statement: String::new(),
        attribution: None,
        place: "the brief".to_owned(),
        link: None,
        link_text: String::new(),
        posts,
    };
    if let Some(proof) = proof_of(id) {
        source.statement.clone_from(&proof.statement);
        source.attribution.clone_from(&proof.attribution);
        source.place.clone_from(&proof.source);
    } else if let Some(found) = at_path(tree, id) {
        source.statement = in_words(found);
        // A belief, a doubt or a comparison is backed by a proof point; an event has a source of its own.
        let backed = found.get("proof").and_then(Value::as_str).and_then(proof_of).map(|proof| proof.source.as_str());
        let own = ["source", "url"].iter().find_map(|key| found.get(key)).and_then(Value::as_str);
        if let Some(place) = own.or(backed) {
            place.clone_into(&mut source.place);
        }
    }
    if is_link(&source.place) {
        source.link = Some(source.place.clone());
        source.link_text = shown_address(&source.place);
    }
    source
}

/// An address without its scheme and without a closing slash.
pub(super) fn shown_address(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    bare.strip_suffix('/').unwrap_or(bare).to_owned()
}

/// The value at `steps[0]` or `audiences[0].wants[1]`.
fn at_path<'a>(tree: &'a Value, path: &str) -> Option<&'a Value> {
    let mut found = tree;
    for part in path.split('.') {
        let mut pieces = part.split('[');
        found = found.get(pieces.next()?)?;
        for index in pieces {
            found = found.get(index.strip_suffix(']')?.parse::<usize>().ok()?)?;
        }
    }
    Some(found)
}

/// What an entry of the brief says: its texts in the order in which a reader wants them.
fn in_words(value: &Value) -> String {
    const TOLD: &[&str] = &[
        "statement",
        "belief",
        "fact",
        "question",
        "answer",
        "before",
        "after",
        "when",
        "event",
        "text",
        "label",
        "name",
        "summary",
    ];
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let texts: Vec<&str> = TOLD.iter().filter_map(|key| fields.get(*key)).filter_map(Value::as_str).collect();
            let joint = if fields.contains_key("event") { ": " } else { " " };
            texts.join(joint)
        }
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join("; "),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn paths_into_the_brief_are_read() {
        let tree = json!({"steps": ["One.", "Two."], "audiences": [{"wants": ["rest"]}], "myths": [{"belief": "B.", "fact": "F.", "proof": "a"}]});
        for (path, expected) in [
            ("steps[1]", Some("Two.")),
            ("audiences[0].wants[0]", Some("rest")),
            ("myths[0]", Some("B. F.")),
            ("steps[9]", None),
            ("steps[", None),
            ("", None),
        ] {
            assert_eq!(at_path(&tree, path).map(in_words).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn addresses_are_shown_without_their_scheme() {
        assert_eq!(shown_address("https://example.org/a/"), "example.org/a");
    }
}
