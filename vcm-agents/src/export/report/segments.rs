//! A text cut where anything begins or ends: links, findings, what differs from the other variant, the notes of a sentence, the
//! fold. Next: [`super::posts`].

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use vcm_core::{
    copy::{Copy, Sentence},
    moderation::Verdict,
    platform::entities::extract_entities,
};

use super::sources::Sources;

/// A run of text that is shown in one way.
#[derive(Debug, Default, Clone, Serialize, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent marks of one piece of text, each shown on its own")]
pub(super) struct Segment {
    pub(super) text: String,
    /// A link, mention or tag.
    entity: bool,
    /// Words of a finding.
    mark: bool,
    /// Words that the other variant does not have.
    differs: bool,
    /// Behind "more".
    folded: bool,
    /// The fold is right before it.
    fold: bool,
    /// Numbers of the sources of the sentence that ends with it.
    notes: Vec<usize>,
}

/// What is known about the texts of one copy.
#[derive(Debug)]
pub(super) struct Annotations<'a> {
    pub(super) copy: &'a Copy,
    pub(super) verdict: Option<&'a Verdict>,
    pub(super) sources: &'a Sources,
    /// Sentences of the other variants of the same post; none when there is no other.
    pub(super) others: Option<BTreeSet<&'a str>>,
}

/// Where the sentences of a copy stand: part, first and last code point, sentence.
type Places<'a> = Vec<(usize, usize, usize, &'a Sentence)>;

impl Annotations<'_> {
    /// The parts and, last, the title when there is one: the order in which moderation counts them.
    pub(super) fn cut(&self, fold: Option<usize>) -> (Vec<Vec<Segment>>, Option<Vec<Segment>>) {
        let parts = self.copy.published_parts();
        let title = self.copy.title.clone().filter(|title| !title.trim().is_empty());
        // Sentences are looked for in the title first: it is read first.
        let mut texts: Vec<&str> = title.iter().map(String::as_str).collect();
        let titles = texts.len();
        texts.extend(parts.iter().map(String::as_str));
        let places = places(&texts, &self.copy.sentences);
        let mut cut: Vec<Vec<Segment>> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| {
                let part = if at < titles { parts.len() } else { at - titles };
                self.segments(text, at, part, &places, fold.filter(|_| at == titles))
            })
            .collect();
        let title = (titles == 1).then(|| cut.remove(0));
        (cut, title)
    }

    fn segments(&self, text: &str, at: usize, part: usize, places: &Places<'_>, fold: Option<usize>) -> Vec<Segment> {
        let characters: Vec<char> = text.chars().collect();
        let length = characters.len();
        let mut cuts: BTreeSet<usize> = BTreeSet::from([0, length]);
        let mut within = |start: usize, end: usize| {
            let (start, end) = (start.min(length), end.min(length));
            cuts.extend([start, end]);
            (start, end)
        };
        let entities: Vec<_> = extract_entities(text).iter().map(|entity| within(entity.start, entity.end)).collect();
        let findings = self.verdict.iter().flat_map(|verdict| &verdict.findings);
        let marks: Vec<_> = findings
            .filter(|finding| finding.part == Some(part as u32) && finding.end > finding.start)
            .map(|finding| within(finding.start as usize, finding.end as usize))
            .collect();
        let mut differing = Vec::new();
        let mut notes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (_, start, end, sentence) in places.iter().filter(|(place, ..)| *place == at) {
            let (start, end) = within(*start, *end);
            if self.others.as_ref().is_some_and(|others| !others.contains(sentence.text.trim())) {
                differing.push((start, end));
            }
            notes.insert(end, self.sources.numbers(&sentence.sources));
        }
        if let Some(fold) = fold {
            within(fold, fold);
        }
        let cuts: Vec<usize> = cuts.into_iter().collect();
        let inside =
            |spans: &[(usize, usize)], start: usize| spans.iter().any(|(from, to)| (*from..*to).contains(&start));
        cuts.windows(2)
            .filter_map(|pair| {
                let &[start, end] = pair else { return None };
                Some(Segment {
                    text: characters.get(start..end)?.iter().collect(),
                    entity: inside(&entities, start),
                    mark: inside(&marks, start),
                    differs: inside(&differing, start),
                    folded: fold.is_some_and(|fold| start >= fold),
                    fold: fold == Some(start),
                    notes: notes.remove(&end).unwrap_or_default(),
                })
            })
            .collect()
    }
}

/// Sentences in order, each after the one before it; one that is not found where it should be is looked for from the top.
fn places<'a>(texts: &[&str], sentences: &'a [Sentence]) -> Places<'a> {
    let mut places = Vec::new();
    let (mut at, mut byte) = (0, 0);
    for sentence in sentences {
        let wanted = sentence.text.trim();
        let find = |from: usize, byte: usize| {
            texts.iter().enumerate().skip(from).find_map(|(index, text)| {
                let offset = if index == from { byte } else { 0 };
                text.get(offset..).and_then(|rest| rest.find(wanted)).map(|found| (index, offset + found))
            })
        };
        let Some((index, start)) = (if wanted.is_empty() { None } else { find(at, byte).or_else(|| find(0, 0)) })
        else {
            continue;
        };
        (at, byte) = (index, start + wanted.len());
        let points =
            |end: usize| texts.get(index).and_then(|text| text.get(..end)).map_or(0, |text| text.chars().count());
        places.push((index, points(start), points(byte), sentence));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(text: &str) -> Sentence {
        Sentence { text: text.to_owned(), sources: vec!["a".to_owned()] }
    }

    #[test]
    fn sentences_are_found_in_order_across_parts() {
        let sentences = ["Héllo.", "Run it.", "Run it.", "Not there.", "End."].map(sentence);
        let found: Vec<_> = places(&["Héllo.\n1. Run it.", "2. Run it. End."], &sentences)
            .into_iter()
            .map(|(at, start, end, _)| (at, start, end))
            .collect();
        assert_eq!(found, [(0, 0, 6), (0, 10, 17), (1, 3, 10), (1, 11, 15)]);
    }
}
