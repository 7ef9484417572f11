//! What a reviewer should look at before approval: verdicts with the words that they are about, like ones together.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Serialize;
use vcm_core::{
    kit::Kit,
    moderation::{Finding, ModerationDecision, Verdict},
    visuals::AssetContent,
};

use super::{super::tables::code, posts};

/// Characters shown on each side of the words of a finding.
const EXCERPT_CHARS: usize = 48;

/// Subjects with the same findings.
#[derive(Debug, Serialize)]
pub(super) struct Look<'a> {
    subjects: Vec<Subject<'a>>,
    decision: &'static str,
    findings: Vec<Excerpt<'a>>,
}

#[derive(Debug, Serialize)]
struct Subject<'a> {
    key: &'a str,
    is_post: bool,
}

/// A finding and its words, with a little of what stands around them.
#[derive(Debug, Serialize, PartialEq)]
struct Excerpt<'a> {
    message: &'a str,
    kind: String,
    fix: Option<&'a str>,
    rule: &'a str,
    before: String,
    marked: String,
    after: String,
}

/// What makes two verdicts alike: how strict they are, and their rules with the words.
type Likeness<'a> = (Reverse<ModerationDecision>, Vec<(&'a str, String)>);

/// Verdicts that ask for a look, the strictest first.
pub(super) fn looks(kit: &Kit) -> Vec<Look<'_>> {
    let mut groups: BTreeMap<Likeness<'_>, Look<'_>> = BTreeMap::new();
    for verdict in kit.content.verdicts.iter().filter(|verdict| verdict.decision != ModerationDecision::Allow) {
        let (parts, is_post) = checked_parts(kit, verdict);
        let findings: Vec<Excerpt<'_>> = verdict.findings.iter().map(|finding| excerpt(finding, &parts)).collect();
        let same = findings.iter().map(|found| (found.rule, found.marked.clone())).collect();
        let look = groups.entry((Reverse(verdict.decision), same)).or_insert_with(|| Look {
            subjects: Vec::new(),
            decision: posts::decision(verdict.decision),
            findings,
        });
        look.subjects.push(Subject { key: &verdict.subject, is_post });
    }
    groups.into_values().collect()
}

/// The texts of a subject in the order in which moderation read them (`crate::tools`), and whether it is a post.
fn checked_parts<'a>(kit: &'a Kit, verdict: &Verdict) -> (Vec<String>, bool) {
    let content = &kit.content;
    if let Some(copy) = content.copies.iter().find(|copy| copy.key == verdict.subject) {
        let mut parts = copy.published_parts();
        parts.extend(copy.title.clone());
        parts.extend(copy.alt_text.clone());
        return (parts, true);
    }
    let Some(asset) = content.assets.iter().find(|asset| asset.key == verdict.subject) else {
        return (Vec::new(), false);
    };
    let mut parts: Vec<&'a str> = Vec::new();
    match &asset.content {
        AssetContent::Card(card) => parts.extend(card.texts()),
        AssetContent::Carousel(carousel) => {
            for slide in &carousel.slides {
                parts.extend(slide.card.texts());
                parts.push(&slide.alt_text);
            }
        }
        AssetContent::Storyboard(storyboard) => {
            parts.push(&storyboard.title);
            for shot in &storyboard.shots {
                parts.extend([shot.on_screen_text.as_str(), shot.voice_over.as_str()]);
            }
        }
    }
    parts.push(&asset.alt_text);
    (parts.into_iter().map(str::to_owned).collect(), false)
}

/// Spans count code points. A finding about a whole text has no words of its own.
fn excerpt<'a>(finding: &'a Finding, parts: &[String]) -> Excerpt<'a> {
    let part = finding.part.and_then(|part| parts.get(part as usize));
    let characters: Vec<char> = part.map(|part| part.chars().collect()).unwrap_or_default();
    let end = (finding.end as usize).min(characters.len());
    let start = (finding.start as usize).min(end);
    let text = |from: usize, to: usize| -> String { characters.get(from..to).unwrap_or_default().iter().collect() };
    let (mut before, mut after) = (String::new(), String::new());
    if start < end {
        let (first, last) = (start.saturating_sub(EXCERPT_CHARS), (end + EXCERPT_CHARS).min(characters.len()));
        before = if first > 0 { format!("…{}", text(first, start)) } else { text(first, start) };
        after = if last < characters.len() { format!("{}…", text(end, last)) } else { text(end, last) };
    }
    Excerpt {
        message: &finding.message,
        kind: super::format::words(&code(&finding.kind)),
        fix: finding.fix.as_deref(),
        rule: &finding.rule,
        before,
        marked: text(start, end),
        after,
    }
}
