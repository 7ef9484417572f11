//! The offline writer: a seeded grammar over the facts of the brief. No key, no network, no model, no cost.
//!
//! Facts are said word for word. Everything else is phrases of a [`language`] that ask, point or arrange and claim nothing. Read
//! [`material`] (what may be said), [`angles`] (which stories there are), [`frameworks`] (in which order a story is told),
//! [`hooks`], [`openings`], [`ends`] (the pieces of a post), [`forms`] (what a post looks like on each platform), [`draft`] (a post
//! and its variants), [`choice`] (which draft is kept, and why), then [`visual`] and [`storyboard`]. [`select`] keeps one kit from
//! saying the same thing twice.

mod angles;
mod archetypes;
mod choice;
mod draft;
mod emoji;
mod ends;
mod forms;
mod frameworks;
mod grammar;
mod hooks;
mod kinship;
mod language;
mod limits;
mod links;
mod material;
mod openings;
mod select;
mod sentences;
mod slots;
mod storyboard;
mod visual;
mod voice;

use async_trait::async_trait;
use vcm_core::{
    angles::{Angle, Archetype},
    brief::Brief,
    campaign::{Effect, Usage},
    copy::Copy,
    error::{Error, ErrorKind, Result},
    ports::writer::{AnglesTask, CopyTask, StoryboardTask, VisualTask, Writer, WriterId, Written},
    visuals::{Asset, Storyboard},
};

use self::slots as frames;
pub use self::storyboard::suited_length_ms;
use self::{draft::Bench, limits::Room, material::Story, select::Ledger, voice::Voice};

/// Writes angles, copy, cards and storyboards from the brief alone. A pure function of its task: the same task gives the same
/// work, byte for byte.
#[derive(Debug, Clone, Copy, Default)]
pub struct OfflineWriter;

impl OfflineWriter {
    /// Locales it writes, by language. Anything else is refused with [`ErrorKind::Unsupported`].
    pub const LANGUAGES: &'static [&'static str] = &["en", "es", "de", "fr", "pt"];
}

#[async_trait]
impl Writer for OfflineWriter {
    fn id(&self) -> WriterId {
        WriterId { name: "offline-writer".into(), version: 1 }
    }

    fn effect(&self) -> Effect {
        Effect::Pure
    }

    fn task_cost_micros(&self) -> u64 {
        0
    }

    async fn angles(&self, task: AnglesTask<'_>) -> Result<Written<Vec<Angle>>> {
        check_locale(task.spark.brief, "write_angles")?;
        Ok(free(angles::find(&task)))
    }

    async fn copy(&self, task: CopyTask<'_>) -> Result<Written<Vec<Copy>>> {
        check_locale(task.spark.brief, "write_copy")?;
        write(&task).map(free)
    }

    async fn visual(&self, task: VisualTask<'_>) -> Result<Written<Asset>> {
        check_locale(task.spark.brief, "write_visual")?;
        Ok(free(visual::design(&task)))
    }

    async fn storyboard(&self, task: StoryboardTask<'_>) -> Result<Written<Storyboard>> {
        check_locale(task.spark.brief, "write_storyboard")?;
        Ok(free(storyboard::plan(&task)))
    }
}

fn free<T>(work: T) -> Written<T> {
    Written { work, usage: Usage::default() }
}

fn check_locale(brief: &Brief, operation: &'static str) -> Result<()> {
    if language::of(&brief.locale).is_some() {
        return Ok(());
    }
    let names: Vec<&str> = language::ALL
        .iter()
        .filter_map(|language| vcm_core::locale::Language::from_code(language.code))
        .map(vcm_core::locale::Language::name)
        .collect();
    let message = format!(
        "the offline writer writes {} only; use a locale of one of these, such as en-GB, or a writer over a text model",
        names.join(", ")
    );
    Err(Error::new(ErrorKind::Unsupported, operation, message).with("locale", &brief.locale))
}

fn write(task: &CopyTask<'_>) -> Result<Vec<Copy>> {
    if task.variants.is_empty() {
        return Ok(Vec::new());
    }
    let brief = task.spark.brief;
    let voice = Voice::new(brief, task.spark.rejections);
    let mut story = story_of(brief, task.angle, &voice);
    let ledger = Ledger::new(task.earlier, task.history, task.platform);
    let room = Room::new(task.platform, task.spark.now, task.max_chars, task.hashtag_room);
    story.keep(|fact| !room.refuses(&fact.text));
    let bench = Bench { task, voice: &voice, story: &story, ledger: &ledger, room };
    // Where the story cannot be told on this platform, or only in words that stand there already, any fact of the brief that
    // can be told is better.
    let found = match choice::best_of(&bench) {
        Some(copies) if choice::novelty(&copies) >= choice::NEW_ENOUGH => Some(copies),
        told => {
            let mut open = open_story(brief, task.angle, &voice);
            open.keep(|fact| !room.refuses(&fact.text));
            open.facts.sort_by_key(|fact| ledger.told_here(fact.key()));
            let other = choice::best_of(&Bench { story: &open, ..bench });
            match (told, other) {
                (Some(told), Some(other)) if choice::novelty(&told) >= choice::novelty(&other) => Some(told),
                (told, other) => other.or(told),
            }
        }
    };
    found.ok_or_else(|| {
        Error::invalid_field(
            "write_copy",
            "proof_points",
            format_args!("nothing that fits a post on {}", task.platform.label()),
            "at least one fact without banned words that fits the platform's limit together with a first line and the hashtags",
        )
        .with("angle", &task.angle.key)
    })
}

/// The angle's story; all facts of the brief when the angle names none that may be said.
fn story_of(brief: &Brief, angle: &Angle, voice: &Voice) -> Story {
    let story = Story::of(brief, angle, voice);
    if story.is_empty() { open_story(brief, angle, voice) } else { story }
}

/// Every fact of the brief, told plainly.
fn open_story(brief: &Brief, angle: &Angle, voice: &Voice) -> Story {
    let mut open = angle.clone();
    open.archetype = Archetype::Proof;
    open.sources = std::iter::once("product.summary".to_owned())
        .chain(brief.proof_points.iter().map(|proof| proof.id.clone()))
        .chain(angle.sources.iter().cloned())
        .collect();
    Story::of(brief, &open, voice)
}
