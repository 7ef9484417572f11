//! Videos: shots that fill the time exactly, each with what is said, shown and captioned.
//!
//! Speech is planned at 150 words a minute: a fact is taken only when there is time to say it whole. The hook is spoken in the
//! first three seconds.

use vcm_core::{
    angles::Archetype,
    hash::SeededRandom,
    ports::writer::StoryboardTask,
    visuals::{Caption, Shot, Storyboard},
};

use super::{
    grammar,
    hooks::{self, fill_all},
    limits, links,
    material::{Fact, Story},
    story_of,
    visual::palette,
    voice::Voice,
};

/// Speaking time of one word in milliseconds, at 150 words a minute.
const WORD_MS: u32 = 400;

/// Length of the first shot, in which the hook is spoken.
const HOOK_MS: u32 = 3_000;

/// Length of the last shot, in which the call is spoken.
const CALL_MS: u32 = 3_000;

/// Shortest shot that an eye can follow.
const SHORTEST_MS: u32 = 1_500;

/// Most characters of a caption or on-screen line.
const LINE_CHARS: usize = 42;

/// A shot before it has its time.
struct Beat {
    said: String,
    shown: String,
    /// Least time it takes.
    least_ms: u32,
    part: BeatPart,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum BeatPart {
    Hook,
    Fact,
    Step,
    Call,
}

/// Plans the video of a copy.
pub(super) fn plan(task: &StoryboardTask<'_>) -> Storyboard {
    let brief = task.spark.brief;
    let voice = Voice::new(brief, task.spark.rejections);
    let story = story_of(brief, task.angle, &voice);
    let mut random = task.spark.seed.stream(&format!("storyboard/{}/{}", task.spark.round, task.copy.key));
    let duration_ms = task.duration_ms.max(HOOK_MS + CALL_MS);
    let beats = beats(task, &story, &voice, duration_ms, &mut random);
    let name = grammar::single_spaced(&brief.product.name);
    let (width_px, height_px) = limits::video_size(task.copy.platform, task.spark.now);
    Storyboard {
        title: task.copy.title.clone().unwrap_or_else(|| task.angle.title.clone()),
        duration_ms,
        width_px,
        height_px,
        shots: shots(&beats, duration_ms, &name, &mut random),
        music_mood: mood(story.archetype, &voice).to_owned(),
        b_roll: b_roll(&story, &name),
        palette: palette(brief),
    }
}

fn beats(
    task: &StoryboardTask<'_>,
    story: &Story,
    voice: &Voice,
    duration_ms: u32,
    random: &mut SeededRandom,
) -> Vec<Beat> {
    let brief = task.spark.brief;
    let facts = told_first(story, task);
    let lead = facts.first().map(|(fact, _, _)| fact);
    let link_label = links::link_for(brief, voice, lead).map(links::label);
    let slots = hooks::slots(brief, story, lead, None, (voice, random.below(1 << 16)));
    let mut hook = spoken(own_hooks(story.archetype), "spoken.own", &slots, voice, HOOK_MS, random);
    if hook.is_empty() {
        hook = spoken(HOOKS, "spoken.hook", &slots, voice, HOOK_MS, random);
    }
    if hook.is_empty() {
        // The name is too long to say in the time, and there is no topic.
        hook = voice.say("Here's one to remember.");
    }
    let calls = if brief.links.is_empty() { CALLS } else { CALLS_WITH_LINK };
    let call = spoken(calls, "spoken.call", &slots, voice, CALL_MS, random);
    let name = grammar::single_spaced(&brief.product.name);
    let mut beats =
        vec![Beat { shown: screen_line(&hook, &name), said: hook, least_ms: HOOK_MS, part: BeatPart::Hook }];
    let mut left = duration_ms - HOOK_MS - CALL_MS;
    for (fact, shown, part) in facts {
        let least_ms = (words(&fact.text) * WORD_MS).max(SHORTEST_MS);
        if least_ms <= left {
            left -= least_ms;
            beats.push(Beat { said: fact.text, shown: screen_line(&shown, &name), least_ms, part });
        }
    }
    let label = link_label.map(|label| grammar::capitalised(&label));
    let shown = screen_line(&label.unwrap_or_else(|| name.clone()), &name);
    beats.push(Beat { said: call, shown, least_ms: CALL_MS, part: BeatPart::Call });
    beats
}

/// What can be said, with its on-screen line: the core of the story first.
fn told_first(story: &Story, task: &StoryboardTask<'_>) -> Vec<(Fact, String, BeatPart)> {
    let mut all: Vec<(Fact, String, BeatPart)> = Vec::new();
    if let Some(pair) = &story.pair {
        let labels = match story.archetype {
            Archetype::Objection => ("Q", "A"),
            Archetype::BeforeAfter | Archetype::Comparison if story.tells_a_change() => ("Then", "Now"),
            Archetype::BeforeAfter | Archetype::Comparison => ("1", "2"),
            _ => ("Myth", "Fact"),
        };
        for (fact, label) in [(&pair.first, labels.0), (&pair.second, labels.1)] {
            // A listener does not see the label: a belief must never be heard as a fact.
            let spoken = label.len() > 1 && !grammar::dates_itself(&pair.first.text);
            let text = if spoken { format!("{label}: {}", fact.text) } else { fact.text.clone() };
            all.push((Fact { text, ..fact.clone() }, label.to_owned(), BeatPart::Fact));
        }
    }
    if let Some(quotation) = &story.quotation {
        all.push((quotation.words.clone(), quotation.attribution.clone(), BeatPart::Fact));
    }
    all.extend(story.offer.iter().map(|offer| (offer.clone(), "The offer".to_owned(), BeatPart::Fact)));
    all.extend(
        story.steps.iter().enumerate().map(|(at, step)| (step.clone(), format!("Step {}", at + 1), BeatPart::Step)),
    );
    all.extend(story.events.iter().map(|event| {
        let said = Fact { text: format!("{}: {}", event.when, event.fact.text), ..event.fact.clone() };
        (said, event.when.clone(), BeatPart::Fact)
    }));
    let told = |fact: &Fact| task.copy.sentences.iter().any(|sentence| sentence.text.contains(fact.text.as_str()));
    let (first, then): (Vec<&Fact>, Vec<&Fact>) = story.facts.iter().partition(|fact| told(fact));
    all.extend(first.into_iter().chain(then).map(|fact| {
        let shown = fact.figure.clone().or_else(|| fact.topic.as_deref().map(grammar::capitalised)).unwrap_or_default();
        (fact.clone(), shown, BeatPart::Fact)
    }));
    all
}

/// A spoken line that fits the time; the name alone, or silence, when none does.
fn spoken(
    frames: &[&str],
    row: &str,
    slots: &super::frames::Slots,
    voice: &Voice,
    time_ms: u32,
    random: &mut SeededRandom,
) -> String {
    let mut all = fill_all(row, frames, slots, voice);
    all.retain(|choice| words(&choice.text) * WORD_MS <= time_ms);
    // Lines about the matter at hand come before lines that fit any video.
    let own: Vec<_> = all.iter().filter(|choice| choice.text.split_whitespace().count() > 2).cloned().collect();
    let pool = if own.is_empty() { all } else { own };
    random.pick(&pool).map(|choice| choice.text.clone()).unwrap_or_default()
}

/// Gives every beat its time: what it needs, and an even share of what is left over, to the millisecond.
fn shots(beats: &[Beat], duration_ms: u32, name: &str, random: &mut SeededRandom) -> Vec<Shot> {
    let needed: u32 = beats.iter().map(|beat| beat.least_ms).sum();
    let spare = duration_ms.saturating_sub(needed);
    // The hook keeps its three seconds; the others breathe.
    let sharing = beats.len().saturating_sub(1).max(1) as u32;
    let mut start_ms = 0;
    let turn = random.below(FRAMINGS.len());
    beats
        .iter()
        .enumerate()
        .map(|(at, beat)| {
            let last = at + 1 == beats.len();
            let share = if at == 0 { 0 } else { spare / sharing };
            let duration = if last { duration_ms - start_ms } else { beat.least_ms + share };
            let shot = Shot {
                start_ms,
                duration_ms: duration,
                framing: framing(beat.part, at, turn).to_owned(),
                action: action(beat, at, turn, name),
                on_screen_text: beat.shown.clone(),
                captions: captions(&beat.said, start_ms, duration),
                voice_over: beat.said.clone(),
            };
            start_ms += duration;
            shot
        })
        .collect()
}

/// Captions of at most two lines, timed by their words.
fn captions(said: &str, start_ms: u32, duration_ms: u32) -> Vec<Caption> {
    let mut lines: Vec<String> = Vec::new();
    for word in said.split_whitespace() {
        for piece in pieces(word) {
            match lines.last_mut() {
                Some(line) if line.chars().count() + 1 + piece.chars().count() <= LINE_CHARS => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                _ => lines.push(piece),
            }
        }
    }
    let total: u32 = lines.iter().map(|line| words(line)).sum::<u32>().max(1);
    let spoken_ms = (words(said) * WORD_MS).clamp(1, duration_ms.max(1));
    let mut said_words = 0;
    let mut captions: Vec<Caption> = Vec::new();
    for pair in lines.chunks(2) {
        let from = start_ms + spoken_ms * said_words / total;
        said_words += pair.iter().map(|line| words(line)).sum::<u32>();
        captions.push(Caption {
            start_ms: from,
            end_ms: start_ms + spoken_ms * said_words / total,
            text: pair.join("\n"),
        });
    }
    captions
}

/// A word in pieces that fit a line.
fn pieces(word: &str) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    chars.chunks(LINE_CHARS).map(|piece| piece.iter().collect()).collect()
}

/// A short line for the screen: the text when it fits, else the name when that fits, else nothing.
fn screen_line(text: &str, name: &str) -> String {
    [text, name]
        .into_iter()
        .find(|line| !line.is_empty() && line.chars().count() <= LINE_CHARS)
        .unwrap_or("")
        .to_owned()
}

fn words(text: &str) -> u32 {
    text.split_whitespace().count() as u32
}

fn framing(part: BeatPart, at: usize, turn: usize) -> &'static str {
    match part {
        BeatPart::Hook => "close-up, eye level, speaker to camera",
        BeatPart::Step => "over the shoulder, hands in frame",
        BeatPart::Call => "medium close-up, room for text in the upper third",
        BeatPart::Fact => FRAMINGS.get((at + turn) % FRAMINGS.len()).copied().unwrap_or("medium shot"),
    }
}

fn action(beat: &Beat, at: usize, turn: usize, name: &str) -> String {
    match beat.part {
        BeatPart::Hook => {
            "The speaker looks up and starts mid-movement; the text appears on the first word.".to_owned()
        }
        BeatPart::Step => {
            "The step is done on screen while the voice names it; the cursor or hand leads the eye.".to_owned()
        }
        BeatPart::Call => format!("The picture holds on {name}; the text stays until the end."),
        BeatPart::Fact => {
            ACTIONS.get((at + turn) % ACTIONS.len()).copied().unwrap_or("The text builds word by word.").to_owned()
        }
    }
}

fn mood(archetype: Archetype, voice: &Voice) -> &'static str {
    match archetype {
        Archetype::Story | Archetype::BehindTheScenes | Archetype::Quote => {
            "warm and unhurried, piano or soft guitar, about 80 bpm"
        }
        Archetype::HowTo | Archetype::List => "light and steady, muted beat, about 100 bpm",
        Archetype::Myth | Archetype::Contrarian | Archetype::Problem => {
            "curious, sparse percussion, a stop before the answer"
        }
        _ if voice.casual => "bright and playful, plucked strings, about 115 bpm",
        _ => "calm and confident, low synth, about 95 bpm",
    }
}

fn b_roll(story: &Story, name: &str) -> Vec<String> {
    let mut all = vec![format!("{name} in use, from two distances")];
    all.extend(
        story
            .facts
            .iter()
            .filter_map(|fact| fact.topic.as_ref())
            .take(3)
            .map(|topic| format!("A still or screen recording of {topic}")),
    );
    if let Some(event) = story.events.first() {
        all.push(format!("Archive picture, {}", event.when));
    }
    if let Some(audience) = &story.audience {
        all.push(format!("Hands at work: {audience}"));
    }
    all.dedup();
    all
}

const FRAMINGS: &[&str] = &[
    "medium shot, subject left of centre",
    "close-up of the detail",
    "wide shot, slow push in",
    "top-down on a desk",
    "screen capture, zoomed to the line that matters",
    "medium shot, subject right of centre",
];

const ACTIONS: &[&str] = &[
    "The speaker says it to camera; the text appears beside them.",
    "Cut to the thing itself; the text sits above it.",
    "The text builds word by word over a still background.",
    "A hand points at the detail the voice names.",
    "Slow push in while the text stays in place.",
];

/// Spoken hooks of an archetype; they come before [`HOOKS`].
fn own_hooks(archetype: Archetype) -> &'static [&'static str] {
    match archetype {
        Archetype::Myth | Archetype::Contrarian => &[
            "True or false? Listen closely.",
            "Let's check a popular belief.",
            "One myth, one fact.",
            "Have you heard this one, too?",
        ],
        Archetype::DataPoint => {
            &["Remember this number: {figure}.", "What's behind {figure}?", "One number: {figure}."]
        }
        Archetype::Objection => &["{doubt}", "A fair question, a straight answer.", "You may be asking yourself this."],
        Archetype::HowTo => {
            &["{Product}, step by step.", "Here's how to start with {product}.", "Follow along, step by step."]
        }
        Archetype::Story | Archetype::BehindTheScenes => {
            &["How did {product} come about?", "The story of {product}.", "It starts here: {when}."]
        }
        Archetype::BeforeAfter | Archetype::Comparison => {
            &["Then and now.", "What changed with {product}?", "Watch the difference."]
        }
        Archetype::Quote => &["In the words of {speaker}.", "Listen to {speaker}.", "One voice, one sentence."],
        Archetype::Problem => &["Tired of {pain}?", "Still {pain_gerund}?", "Let's talk about {pain}."],
        Archetype::Offer | Archetype::Seasonal => {
            &["Thinking about {product}?", "Mark the date: {until}.", "A note for {audience}."]
        }
        _ => &[],
    }
}

const HOOKS: &[&str] = &[
    "{Topic}, in a minute or less.",
    "Let's talk about {topic}.",
    "What do you know about {topic}?",
    "A word on {topic}.",
    "Curious about {topic}?",
    "Here's {topic}, quickly.",
    "Heard of {product}?",
    "This is about {product}.",
    "{Product}, briefly.",
    "Still {pain_gerund}?",
    "Tired of {pain}?",
    "Want to {want}?",
];

const CALLS: &[&str] = &[
    "Save this for later.",
    "Tell {us} what you think.",
    "Send this to a friend.",
    "Share it with your team.",
    "What would you add?",
];

const CALLS_WITH_LINK: &[&str] = &[
    "Read {label}.",
    "See {label}.",
    "Open {label} next.",
    "More in {label}.",
    "Follow the link for more.",
    "The link has the details.",
    "Tap through for the details.",
];
