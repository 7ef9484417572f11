//! The offline writer: a seeded grammar over the facts of the brief. No key, no network, no model, no cost.
//!
//! Facts are said word for word. Everything else is frames from a phrase stock ([`stock`]) that ask, point or arrange and claim
//! nothing. Read [`material`] (what may be said), [`angles`] (which stories there are), [`hooks`], [`bodies`], [`ends`] (the
//! pieces of a post), [`forms`] (what a post looks like on each platform), [`draft`] (a post and its variants), then [`visual`]
//! and [`storyboard`]. [`select`] keeps one kit from saying the same thing twice.

mod angles;
mod archetypes;
mod bodies;
mod draft;
mod emoji;
mod ends;
mod forms;
mod frames;
mod grammar;
mod hooks;
mod kinship;
mod limits;
mod links;
mod material;
mod openings;
mod select;
mod stock;
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
    hash::SeededRandom,
    platform::Platform,
    ports::writer::{AnglesTask, CopyTask, StoryboardTask, VisualTask, Writer, WriterId, Written},
    visuals::{Asset, Storyboard},
};

pub use self::storyboard::suited_length_ms;
use self::{
    draft::{Ambition, Bench},
    limits::Room,
    material::Story,
    select::Ledger,
    voice::Voice,
};

/// Drafts made at most before the least similar one is taken.
const DRAFTS: usize = 8;

/// Similarity to an earlier copy from which another draft is made. Well below the score at which two texts count as
/// duplicates, since posts of one kit share facts on purpose.
const TOO_SIMILAR: f64 = 0.5;

/// Writes angles, copy, cards and storyboards from the brief alone. A pure function of its task: the same task gives the same
/// work, byte for byte.
#[derive(Debug, Clone, Copy, Default)]
pub struct OfflineWriter;

impl OfflineWriter {
    /// Locales it writes, by language. Anything else is refused with [`ErrorKind::Unsupported`].
    pub const LANGUAGES: &'static [&'static str] = &["en"];
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
    let language = brief.locale.split(['-', '_']).next().unwrap_or("").to_lowercase();
    if OfflineWriter::LANGUAGES.contains(&language.as_str()) {
        return Ok(());
    }
    let message =
        "the offline writer writes English only; use a locale such as en-US or en-GB, or a writer over a text model";
    Err(Error::new(ErrorKind::Unsupported, operation, message).with("locale", &brief.locale))
}

fn write(task: &CopyTask<'_>) -> Result<Vec<Copy>> {
    if task.variants.is_empty() {
        return Ok(Vec::new());
    }
    let brief = task.spark.brief;
    let voice = Voice::new(brief, task.spark.rejections);
    let mut story = story_of(brief, task.angle, &voice);
    let ledger = Ledger::new(task.earlier, task.platform);
    let room = Room::new(task.platform, task.spark.now, task.max_chars, task.hashtag_room);
    story.keep(|fact| !room.refuses(&fact.text));
    let bench = Bench { task, voice: &voice, story: &story, ledger: &ledger, room };
    let mut best: Option<(f64, Vec<Copy>)> = None;
    // A post without a call to action is a last resort: other frames are tried first.
    'drafts: for call in [true, false] {
        for attempt in 0..DRAFTS {
            let label = format!("copy/{}/{}/{}/{attempt}", task.spark.round, task.angle.key, task.platform);
            let random = task.spark.seed.stream(&label);
            // What sounds alike with all its facts may not with one less.
            let mut wanted = ambitions(task, &story, &voice, call, &random);
            let most = wanted.iter().map(|ambition| ambition.facts).max().unwrap_or(0);
            if attempt >= DRAFTS / 2 && wanted.iter().any(|ambition| ambition.facts < most) {
                wanted.retain(|ambition| ambition.facts < most);
            }
            let copies = wanted.into_iter().find_map(|ambition| bench.write(ambition, random.clone()));
            let Some(copies) = copies else { continue };
            // Below the bar one similarity is as good as another: only those near it are worked out.
            let nearest = |copy: &Copy| ledger.nearest(&copy.parts.join("\n"), 0.9 * TOO_SIMILAR);
            let nearest = copies.iter().map(nearest).fold(0.0, f64::max);
            if best.as_ref().is_none_or(|(least, _)| nearest < *least) {
                best = Some((nearest, copies));
            }
            if nearest < TOO_SIMILAR {
                break 'drafts;
            }
        }
        if best.is_some() {
            break;
        }
    }
    best.map(|(_, copies)| copies).ok_or_else(|| {
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
    if !story.is_empty() {
        return story;
    }
    let mut open = angle.clone();
    open.sources = std::iter::once("product.summary".to_owned())
        .chain(brief.proof_points.iter().map(|proof| proof.id.clone()))
        .chain(angle.sources.iter().cloned())
        .collect();
    Story::of(brief, &open, voice)
}

/// What to try, the richest first.
fn ambitions(task: &CopyTask<'_>, story: &Story, voice: &Voice, call: bool, random: &SeededRandom) -> Vec<Ambition> {
    let mut random = random.clone();
    let entries = story.steps.len().max(story.events.len());
    let listed = story.archetype == Archetype::List;
    let most = match task.platform {
        Platform::Linkedin => 2 + random.below(2),
        Platform::Facebook | Platform::Instagram | Platform::Mastodon => 1 + random.below(2),
        Platform::Pinterest | Platform::YoutubeShorts => 2,
        Platform::X | Platform::Threads | Platform::Bluesky | Platform::Tiktok => random.below(2),
    };
    let most = if listed { most + 2 } else { most };
    // Five dates in a row are too many where people swipe.
    let swiped = matches!(task.platform, Platform::Tiktok | Platform::Threads | Platform::Bluesky);
    let entries =
        if story.archetype == Archetype::Story && swiped { entries.min(2 + random.below(2)) } else { entries };
    let most = if voice.shorter { most / 2 } else { most }.max(entries);
    let threads = limits::has_threads(task.platform, task.spark.now);
    let told_in_threads = match story.archetype {
        Archetype::HowTo | Archetype::Story => entries >= 3,
        Archetype::List | Archetype::Announcement => story.facts.len() >= 3,
        _ => false,
    };
    // X readers know threads; elsewhere a thread is what is left when steps do not fit one post.
    let prefers = task.platform == Platform::X && !voice.shorter && told_in_threads;
    let thread = Ambition { facts: entries.max(story.facts.len().min(4)), ask: false, call, thread: true };
    let mut all = Vec::new();
    if prefers {
        all.push(thread);
    }
    for facts in (0..=most).rev() {
        all.push(Ambition { facts, ask: true, call, thread: false });
        all.push(Ambition { facts, ask: false, call, thread: false });
        if facts == entries && entries > 0 && !prefers && threads {
            all.push(thread);
        }
    }
    all
}
