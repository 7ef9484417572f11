//! Everything of a storyboard that is language: one struct, one instance for each language. Facts are the brief's own words.
//!
//! Slots in braces are filled from the story: `{product}`, `{topic}`, `{figure}`, `{when}`, `{speaker}`, `{label}`, `{doubt}` in
//! what is said, `{figure}`, `{topic}`, `{when}`, `{host}`, `{footage}`, `{label}` in directions. A line whose slot has no value is not used.
//! To add a language, write an instance and name it in [`phrases`]. Next: [`super::direct`].

mod de;
mod en;
mod es;
mod fr;
mod pt;

use vcm_core::visuals::ShotKind;

/// The language of a brief's locale; English where there is no instance for it.
pub(super) fn phrases(locale: &str) -> &'static Phrases {
    let language = locale.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    match language.as_str() {
        "de" => &de::GERMAN,
        "es" => &es::SPANISH,
        "fr" => &fr::FRENCH,
        "pt" => &pt::PORTUGUESE,
        _ => &en::ENGLISH,
    }
}

/// The words of a language.
#[derive(Debug)]
pub(super) struct Phrases {
    /// Rate of a calm presenter; the voice-over is timed by it.
    pub(super) words_per_minute: u32,
    /// Names of framings.
    pub(super) framings: Framings,
    /// What is said first, by kind of story.
    pub(super) hooks: Hooks,
    /// What is said last.
    pub(super) calls: Calls,
    /// Words in front of a fact that tell how to take it.
    pub(super) labels: Labels,
    /// What happens in a shot.
    pub(super) scenes: Scenes,
    /// What the music is like.
    pub(super) moods: Moods,
    /// Extra footage.
    pub(super) footage: Footage,
    /// Words by which figures and steps are told apart.
    pub(super) units: Units,
}

/// Names of framings, as a shot list has them.
#[derive(Debug)]
pub(super) struct Framings {
    pub(super) close_up: &'static str,
    pub(super) medium: &'static str,
    pub(super) wide: &'static str,
    pub(super) over_shoulder: &'static str,
    pub(super) hands: &'static str,
    pub(super) detail: &'static str,
    pub(super) top_down: &'static str,
    pub(super) screen: &'static str,
    pub(super) graphic: &'static str,
    pub(super) establishing: &'static str,
}

impl Framings {
    pub(super) fn of(&self, kind: ShotKind) -> &'static str {
        match kind {
            ShotKind::CloseUp => self.close_up,
            ShotKind::Medium => self.medium,
            ShotKind::Wide => self.wide,
            ShotKind::OverShoulder => self.over_shoulder,
            ShotKind::Hands => self.hands,
            ShotKind::Detail => self.detail,
            ShotKind::TopDown => self.top_down,
            ShotKind::Screen => self.screen,
            ShotKind::Graphic => self.graphic,
            ShotKind::Establishing => self.establishing,
        }
    }
}

/// Lines that can be said in under three seconds.
#[derive(Debug)]
pub(super) struct Hooks {
    pub(super) myth: &'static [&'static str],
    pub(super) figure: &'static [&'static str],
    pub(super) objection: &'static [&'static str],
    pub(super) how_to: &'static [&'static str],
    pub(super) story: &'static [&'static str],
    pub(super) change: &'static [&'static str],
    pub(super) comparison: &'static [&'static str],
    pub(super) quote: &'static [&'static str],
    pub(super) problem: &'static [&'static str],
    pub(super) offer: &'static [&'static str],
    pub(super) any: &'static [&'static str],
    /// Said when nothing else fits the time.
    pub(super) last: &'static str,
}

/// Lines that end a video in under three seconds.
#[derive(Debug)]
pub(super) struct Calls {
    /// Where viewers can follow a link, or find it named.
    pub(super) link: &'static [&'static str],
    /// Where the link stands in the profile.
    pub(super) profile_link: &'static [&'static str],
    /// Without a link.
    pub(super) plain: &'static [&'static str],
}

/// Labels, spoken and shown.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) myth: &'static str,
    pub(super) fact: &'static str,
    pub(super) before: &'static str,
    pub(super) after: &'static str,
    pub(super) question: &'static str,
    pub(super) answer: &'static str,
    pub(super) offer: &'static str,
    /// With `{number}` and `{count}`.
    pub(super) step: &'static str,
}

/// A shot that can be filmed by two people with a phone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene {
    pub(super) kind: ShotKind,
    pub(super) action: &'static str,
}

/// Shots by what they have to carry.
#[derive(Debug)]
pub(super) struct Scenes {
    pub(super) hook: &'static [Scene],
    pub(super) belief: &'static [Scene],
    pub(super) truth: &'static [Scene],
    pub(super) question: &'static [Scene],
    pub(super) answer: &'static [Scene],
    pub(super) before: &'static [Scene],
    pub(super) after: &'static [Scene],
    pub(super) quotation: &'static [Scene],
    pub(super) offer: &'static [Scene],
    pub(super) screen_step: &'static [Scene],
    pub(super) hand_step: &'static [Scene],
    pub(super) event: &'static [Scene],
    /// A fact without a figure.
    pub(super) fact: &'static [Scene],
    /// The second half of a sentence.
    pub(super) second_half: &'static [Scene],
    pub(super) length: &'static [Scene],
    pub(super) distance: &'static [Scene],
    pub(super) weight: &'static [Scene],
    pub(super) temperature: &'static [Scene],
    pub(super) hours: &'static [Scene],
    pub(super) years: &'static [Scene],
    pub(super) money: &'static [Scene],
    pub(super) share: &'static [Scene],
    pub(super) few: &'static [Scene],
    pub(super) many: &'static [Scene],
    pub(super) date: &'static [Scene],
    /// Any other figure.
    pub(super) figure: &'static [Scene],
    /// A shot without words.
    pub(super) pause: &'static [Scene],
    pub(super) call: &'static [Scene],
}

/// Moods of music.
#[derive(Debug)]
pub(super) struct Moods {
    pub(super) warm: &'static str,
    pub(super) steady: &'static str,
    pub(super) curious: &'static str,
    pub(super) bright: &'static str,
    pub(super) calm: &'static str,
}

/// Extra footage, each line with its slots.
#[derive(Debug)]
pub(super) struct Footage {
    /// Of `{topic}`, taken from `{host}`.
    pub(super) topic_at: &'static str,
    /// From `{host}`.
    pub(super) host: &'static str,
    /// Of `{topic}`.
    pub(super) topic: &'static str,
    /// Of `{when}`.
    pub(super) event: &'static str,
    /// Of the page behind `{label}`.
    pub(super) page: &'static str,
    /// Of the work on the set.
    pub(super) hands: &'static str,
    /// Of a step, by `{number}`.
    pub(super) step: &'static str,
}

/// Words in lower case, compared as whole words, a trailing full stop aside.
#[derive(Debug)]
pub(super) struct Units {
    pub(super) length: &'static [&'static str],
    pub(super) distance: &'static [&'static str],
    pub(super) weight: &'static [&'static str],
    pub(super) temperature: &'static [&'static str],
    pub(super) hours: &'static [&'static str],
    pub(super) years: &'static [&'static str],
    pub(super) money: &'static [&'static str],
    pub(super) share: &'static [&'static str],
    pub(super) months: &'static [&'static str],
    /// "thousand", "million".
    pub(super) large: &'static [&'static str],
    /// Words of steps that are done on a screen.
    pub(super) screen: &'static [&'static str],
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::writers::offline::storyboard::speech::speech_ms;

    #[test]
    fn every_language_has_lines_that_can_be_said_in_time() {
        for locale in ["en-GB", "de", "es-MX", "fr_FR", "PT-br"] {
            let phrases = phrases(locale);
            let hooks = &phrases.hooks;
            let said = [hooks.myth, hooks.any, hooks.how_to, phrases.calls.plain, phrases.calls.profile_link];
            for lines in said {
                let short = lines.iter().filter(|line| !line.contains('{'));
                assert!(!lines.is_empty());
                for line in short {
                    let time = speech_ms(line, phrases.words_per_minute);
                    assert!(time <= 3_000, "{locale}: {line} takes {time} ms");
                }
            }
            assert!(speech_ms(hooks.last, phrases.words_per_minute) <= 3_000);
        }
    }
}
