//! The form of a post on each platform: which pieces it has, in which order, with which breaks.
//!
//! [`short`] holds X, Threads, Bluesky and Mastodon, [`long`] LinkedIn and Facebook, [`seen`] the platforms that lead with a
//! picture or video. Next: [`super::draft`].

mod long;
mod seen;
mod short;

use vcm_core::platform::Platform;

/// A sentence on its way into a post.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Line {
    /// What stands before it and is not part of the sentence: a lead-in, a number, a bullet, an emoji.
    pub(super) marker: String,
    /// The sentence.
    pub(super) text: String,
    /// What stands after it and is not part of the sentence: a link, an emoji.
    pub(super) tail: String,
    /// What it rests on.
    pub(super) sources: Vec<String>,
    /// Ids of the frames it was made of.
    pub(super) patterns: Vec<String>,
}

impl Line {
    /// Marker, sentence and tail as they stand in the post.
    pub(super) fn shown(&self) -> String {
        [self.marker.trim(), self.text.as_str(), self.tail.trim()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Lines that stand together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    /// The lines, one space between them.
    pub(super) lines: Vec<Line>,
    /// Follows the paragraph before without a blank line.
    pub(super) tight: bool,
}

/// One post: its paragraphs.
pub(super) type Part = Vec<Paragraph>;

/// A fact in the body.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Beat {
    /// The fact.
    pub(super) line: Line,
    /// Stands on a line of its own, as entries of a list do.
    pub(super) item: bool,
    /// Follows the line before without a blank line, whatever that is.
    pub(super) tight: bool,
}

/// Everything that a post is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pieces {
    /// The first line.
    pub(super) hook: Line,
    /// The facts.
    pub(super) body: Vec<Beat>,
    /// The closing question.
    pub(super) ask: Option<Line>,
    /// The call to action.
    pub(super) call: Option<Line>,
    /// A line that holds required words, when nothing else does.
    pub(super) filed: Option<Line>,
    /// Chooses between layouts that are equally good.
    pub(super) turn: usize,
}

/// Lays the pieces out as one post in the form of the platform.
pub(super) fn post(platform: Platform, pieces: &Pieces) -> Part {
    match platform {
        Platform::X | Platform::Threads | Platform::Bluesky | Platform::Mastodon => short::post(platform, pieces),
        Platform::Linkedin => long::linkedin(pieces),
        Platform::Facebook => long::facebook(pieces),
        Platform::Instagram => seen::instagram(pieces),
        Platform::Tiktok => seen::tiktok(pieces),
        Platform::YoutubeShorts => seen::shorts(pieces),
        Platform::Pinterest => seen::pin(pieces),
    }
}

/// Lays the pieces out as a thread, for platforms that have threads; `None` with too little to tell.
pub(super) fn thread(pieces: &Pieces) -> Option<Vec<Part>> {
    short::thread(pieces)
}

/// The text of a post.
pub(super) fn shown(part: &Part) -> String {
    let mut text = String::new();
    for paragraph in part {
        if !text.is_empty() {
            text.push_str(if paragraph.tight { "\n" } else { "\n\n" });
        }
        text.push_str(&paragraph.lines.iter().map(Line::shown).collect::<Vec<_>>().join(" "));
    }
    text
}

/// A paragraph of one line after a blank line.
fn alone(line: &Line) -> Paragraph {
    Paragraph { lines: vec![line.clone()], tight: false }
}

/// Body paragraphs: list entries each on a line, prose `together` lines to a paragraph.
fn body(beats: &[Beat], together: usize) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut prose = 0;
    for (at, beat) in beats.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| beats.get(before));
        // A question opens a paragraph of its own, its answer does not.
        let follows_pair =
            beats.get(at + 1).is_some_and(|after| after.tight) && before.is_some_and(|before| before.tight);
        let after_item = before.is_some_and(|before| before.item || before.line.text.ends_with(':')) && !follows_pair;
        if beat.item {
            paragraphs.push(Paragraph { lines: vec![beat.line.clone()], tight: beat.tight || after_item });
            prose = 0;
        } else if prose > 0 && prose < together && !beats.get(at + 1).is_some_and(|after| after.item) {
            if let Some(last) = paragraphs.last_mut() {
                last.lines.push(beat.line.clone());
            }
            prose += 1;
        } else {
            paragraphs.push(alone(&beat.line));
            prose = 1;
        }
    }
    paragraphs
}

/// Whether a line of the hook can run on into the body: it ends as a sentence does.
fn runs_on(hook: &Line) -> bool {
    hook.tail.is_empty() && hook.text.ends_with(['.', '?', '!', ':', '”', '“', '»'])
}
