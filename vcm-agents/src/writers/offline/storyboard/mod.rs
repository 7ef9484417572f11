//! Videos: shots that fill the time exactly, each with what is said, shown, filmed and captioned.
//!
//! Read [`beats`] (what is told, in which order), [`speech`] (how long it takes to say), [`captions`] and [`screen`] (what is
//! read), [`direct`] with [`phrases`] (what is filmed). Here beats become shots. A hook is spoken in the first three seconds.

mod beats;
mod captions;
mod direct;
mod phrases;
mod screen;
mod speech;
#[cfg(test)]
mod tests;

use vcm_core::{
    angles::{Angle, Archetype},
    brief::Brief,
    copy::Copy,
    platform::Platform,
    ports::writer::StoryboardTask,
    visuals::{SafeArea, Shot, Storyboard},
};

use self::{
    beats::{BREATH_MS, Beat, EDGE_MS, Role, SHORTEST_MS, Telling},
    direct::Director,
    phrases::Phrases,
    speech::speech_ms,
};
use super::{language::Grammar, limits, material::Story, story_of, visual::palette, voice::Voice};

/// Lengths of a planned video.
const LENGTHS_MS: [u32; 3] = [15_000, 30_000, 60_000];

/// Shortest plan: hook and call.
const LEAST_MS: u32 = 2 * EDGE_MS;

/// Time that a shot may stand longer than its words, and the call in all.
const HOLD_MS: u32 = 1_600;

/// Longest shot without words.
const PAUSE_MS: u32 = 4_000;

/// The length in milliseconds (15,000, 30,000 or 60,000) that suits the video of a copy: what the brief asks for on the platform; else the shortest that holds all that the post
/// tells, and on YouTube Shorts, where people search and stay, the next one when the brief has enough more on the matter to
/// fill it.
pub fn suited_length_ms(brief: &Brief, angle: &Angle, copy: &Copy) -> u32 {
    let mut plans = brief.platforms.iter().filter(|plan| plan.platform == copy.platform);
    if let Some(seconds) = plans.find_map(|plan| plan.video_seconds) {
        return u32::from(seconds) * 1_000;
    }
    let voice = Voice::new(brief, &[]);
    let story = story_of(brief, angle, &voice);
    let telling = Telling { brief, story: &story, copy, voice: &voice, phrases: phrases::phrases(&brief.locale) };
    let [short, middle, long] = LENGTHS_MS;
    let holds = |time: u32| {
        if time <= short {
            short
        } else if time <= middle {
            middle
        } else {
            long
        }
    };
    let wanted = holds(telling.wanted_ms());
    let possible = telling.possible_ms();
    let next = holds(wanted + 1);
    // Nine tenths of the longer one: less would be pictures without words.
    if copy.platform == Platform::YoutubeShorts && possible >= next / 10 * 9 { next } else { wanted }
}

/// Plans the video of a copy.
pub(super) fn plan(task: &StoryboardTask<'_>) -> Storyboard {
    let brief = task.spark.brief;
    let phrases = phrases::phrases(&brief.locale);
    let voice = Voice::new(brief, task.spark.rejections);
    let story = story_of(brief, task.angle, &voice);
    let mut random = task.spark.seed.stream(&format!("storyboard/{}/{}", task.spark.round, task.copy.key));
    let duration_ms = task.duration_ms.max(LEAST_MS);
    let telling = Telling { brief, story: &story, copy: task.copy, voice: &voice, phrases };
    let told = telling.beats(duration_ms, &mut random);
    let label = told.last().and_then(|call| call.topic.clone());
    let b_roll = b_roll(&told, label.as_deref(), (phrases, voice.language.grammar));
    let events = told.iter().filter(|beat| beat.when.is_some() && beat.role == Role::Event).count();
    let most_pauses = if events > 0 { events.min(b_roll.len()) } else { b_roll.len() };
    let timed = timed(told, duration_ms, most_pauses, phrases);
    let mut director = Director::new((phrases, voice.language.grammar), label, &b_roll, random.below(1 << 16))
        .prepared(timed.iter().map(|(beat, _)| beat));
    let mut start_ms = 0;
    let shots = timed
        .into_iter()
        .map(|(beat, length_ms)| {
            let shot = shot(&beat, start_ms, length_ms, &mut director);
            start_ms += length_ms;
            shot
        })
        .collect();
    let (width_px, height_px) = limits::video_size(task.copy.platform, task.spark.now);
    Storyboard {
        title: task.copy.title.clone().unwrap_or_else(|| task.angle.title.clone()),
        duration_ms,
        width_px,
        height_px,
        safe_area: Some(SafeArea::of(task.copy.platform, width_px, height_px)),
        words_per_minute: phrases.words_per_minute,
        shots,
        music_mood: mood(&story, &voice, phrases).to_owned(),
        b_roll,
        palette: palette(brief),
    }
}

/// Gives every beat its time, to the millisecond: what its words need, then a hold, then shots without words, each with footage of
/// its own; what is still left all shots but the hook share.
fn timed(told: Vec<Beat>, duration_ms: u32, most_pauses: usize, phrases: &Phrases) -> Vec<(Beat, u32)> {
    let least = |beats: &[Beat]| beats.iter().map(|beat| u64::from(beat.least_ms(phrases))).sum::<u64>();
    let hold = |beat: &Beat| match beat.role {
        Role::Hook => u64::from(EDGE_MS - beat.least_ms(phrases).min(EDGE_MS)),
        Role::Pause => u64::from(PAUSE_MS - SHORTEST_MS),
        // Doing a step takes longer than naming it.
        Role::Step => 2 * u64::from(HOLD_MS),
        _ => u64::from(HOLD_MS),
    };
    let duration = u64::from(duration_ms);
    let spare = duration.saturating_sub(least(&told));
    let holds: u64 = told.iter().map(hold).sum();
    let wanted = spare.saturating_sub(holds).div_ceil(u64::from(PAUSE_MS)).min(most_pauses as u64) as usize;
    let beats = with_pauses(told, wanted);
    let spare = duration.saturating_sub(least(&beats));
    let holds: u64 = beats.iter().map(hold).sum();
    // What holds cannot take is shared by all shots but the hook.
    let weights: Vec<u64> =
        beats.iter().map(|beat| if spare > holds && beat.role == Role::Hook { 0 } else { hold(beat) }).collect();
    let total: u64 = weights.iter().sum::<u64>().max(1);
    let (mut before, mut given, mut at) = (0, 0, 0);
    let count = beats.len();
    beats
        .into_iter()
        .zip(weights)
        .enumerate()
        .map(|(index, (beat, weight))| {
            before += weight;
            let share = spare * before / total - given;
            given += share;
            let mut length = u64::from(beat.least_ms(phrases)) + share;
            if index + 1 == count {
                length = duration.saturating_sub(at);
            }
            at += length;
            (beat, length as u32)
        })
        .collect()
}

/// Puts shots without words after facts, evenly, never between a belief and its truth and never between two halves.
fn with_pauses(told: Vec<Beat>, count: usize) -> Vec<Beat> {
    let ends = |at: usize| {
        let here = told.get(at).is_some_and(|beat| {
            !matches!(beat.role, Role::Hook | Role::Call | Role::Belief | Role::Question | Role::Before)
        });
        let next = told
            .get(at + 1)
            .is_some_and(|beat| !matches!(beat.role, Role::SecondHalf | Role::After | Role::Truth | Role::Answer));
        here && next
    };
    let mut places: Vec<usize> = (0..told.len()).filter(|at| ends(*at)).collect();
    if places.is_empty() {
        places.extend(told.len().checked_sub(2));
    }
    let pause = Beat {
        role: Role::Pause,
        said: String::new(),
        shown: String::new(),
        sources: Vec::new(),
        topic: None,
        figure: None,
        when: None,
        host: None,
        has_code: false,
    };
    let slots = places.len().max(1);
    let mut beats = Vec::with_capacity(told.len() + count);
    for (at, beat) in told.into_iter().enumerate() {
        // A picture after a date is of that time.
        let pause = Beat { when: beat.when.clone(), ..pause.clone() };
        beats.push(beat);
        if let Some(place) = places.iter().position(|place| *place == at) {
            // The first places get one more when they do not come out even.
            let here = count / slots + usize::from(place < count % slots);
            beats.extend(std::iter::repeat_n(pause.clone(), here));
        }
    }
    beats
}

fn shot(beat: &Beat, start_ms: u32, duration_ms: u32, director: &mut Director<'_>) -> Shot {
    let (kind, framing, action) = director.direct(beat);
    let spoken_ms = speech_ms(&beat.said, director.phrases.words_per_minute).min(duration_ms);
    // Words of a shot end a breath before the cut where there is time.
    let end_ms = start_ms + duration_ms.saturating_sub(BREATH_MS / 2).max(spoken_ms);
    Shot {
        start_ms,
        duration_ms,
        kind,
        framing,
        action,
        on_screen_text: beat.shown.clone(),
        voice_over: beat.said.clone(),
        captions: captions::captions(&beat.said, start_ms, spoken_ms, end_ms),
        sources: beat.sources.clone(),
    }
}

fn mood<'a>(story: &Story, voice: &Voice, phrases: &'a Phrases) -> &'a str {
    let moods = &phrases.moods;
    match story.archetype {
        Archetype::Story | Archetype::BehindTheScenes | Archetype::Quote => moods.warm,
        Archetype::HowTo | Archetype::List => moods.steady,
        Archetype::Myth | Archetype::Contrarian | Archetype::Objection | Archetype::Question => moods.curious,
        _ if voice.casual => moods.bright,
        _ => moods.calm,
    }
}

/// Footage for every fact told, once for each matter.
fn b_roll(told: &[Beat], label: Option<&str>, (phrases, grammar): (&Phrases, &dyn Grammar)) -> Vec<String> {
    let footage = &phrases.footage;
    let mut all: Vec<String> = Vec::new();
    for (at, beat) in told.iter().enumerate() {
        let line = match (beat.role, &beat.topic, &beat.when) {
            (Role::Event, _, Some(when)) => footage.event.replace("{when}", when),
            (Role::Step, ..) => {
                let number = told.iter().take(at + 1).filter(|beat| beat.role == Role::Step).count();
                footage.step.replace("{number}", &number.to_string())
            }
            (Role::Hook | Role::Call | Role::SecondHalf | Role::Pause, ..) => continue,
            (_, Some(topic), _) if grammar.is_clause(topic) => match &beat.host {
                Some(host) => footage.host.replace("{host}", host),
                None => continue,
            },
            (_, Some(topic), _) => match &beat.host {
                Some(host) => footage.topic_at.replace("{topic}", topic).replace("{host}", host),
                None => footage.topic.replace("{topic}", topic),
            },
            _ => continue,
        };
        if !all.contains(&line) {
            all.push(line);
        }
    }
    all.truncate(5);
    all.extend(label.map(|label| footage.page.replace("{label}", label)));
    all.push(footage.hands.to_owned());
    all
}
