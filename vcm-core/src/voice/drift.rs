//! Drift: the voice that was asked for beside the one that was produced, with the largest differences in words. Next:
//! [`super::rules`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Habit, HouseRule, Language, Opening, Part, RuleViolation, Share, TargetVoice, VoicePart, VoiceProfile, VoiceScore,
    rules,
    words::{self, figure, percent},
};
use crate::{brief::BrandVoice, copy::Copy};

/// How much a figure of one voice differs from another's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VoiceDifference {
    /// The part of the voice.
    pub part: Part,
    /// In words: "sentences are 21 words long on average, asked 12".
    pub text: String,
    /// In standard errors of a text of this length, with room for chance; differences below 1.5 are not listed.
    pub size: f64,
}

/// The voice of a kit's copies beside the one that was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VoiceReading {
    /// Texts that the asked voice was measured from: the brief's examples, edits, own earlier posts. 0 when it is only declared.
    pub measured_from: u32,
    /// The asked voice, part by part, in words.
    pub asked: Vec<AskedPart>,
    /// Mean score of the copies, 0 to 1; 0.5 could be anybody's.
    pub score: f64,
    /// Where all copies together differ most from what was asked, at most 5.
    pub differences: Vec<VoiceDifference>,
    /// Each copy, in the order of the copies.
    pub copies: Vec<CopyVoice>,
}

/// A part of the asked voice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AskedPart {
    /// Which.
    pub part: Part,
    /// In words.
    pub voice: String,
}

/// The voice of one copy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CopyVoice {
    /// Key of the copy.
    pub copy: String,
    /// How alike it is to the asked voice, 0 to 1; 0.5 could be anybody's.
    pub score: f64,
    /// The parts of the score; those that show nothing are left out.
    pub parts: Vec<FoundPart>,
    /// Where it differs most, at most 3.
    pub differences: Vec<VoiceDifference>,
    /// House rules, banned and required words that it breaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<RuleViolation>,
}

/// A part of a copy's score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FoundPart {
    /// Which; what was asked stands beside the reading's `asked`.
    pub part: Part,
    /// What the copy has, in words.
    pub found: String,
    /// 0 to 1; 0.5 is no evidence.
    pub score: f64,
    /// How much it counts.
    pub weight: f64,
}

/// Differences below this many standard errors are chance.
const LEAST: f64 = 1.5;

/// Reads the voice of copies. Hashtags are chosen later and elsewhere and do not count.
pub fn read(target: &TargetVoice, voice: &BrandVoice, copies: &[Copy]) -> VoiceReading {
    let profile = target.profile();
    let language = profile.language;
    let texts: Vec<String> = copies.iter().map(spoken).collect();
    let readings: Vec<CopyVoice> =
        copies.iter().zip(&texts).map(|(copy, text)| read_one(target, voice, copy, text)).collect();
    let produced = VoiceProfile::measure(&texts, language);
    let mut all = produced.map(|produced| differences(profile, &produced)).unwrap_or_default();
    all.truncate(5);
    let mean = readings.iter().map(|copy| copy.score).sum::<f64>() / readings.len().max(1) as f64;
    let asked = Part::ALL.into_iter().map(|part| AskedPart { part, voice: words::of_profile(part, profile) });
    VoiceReading {
        measured_from: profile.texts,
        asked: asked.filter(|one| one.voice != words::UNKNOWN).collect(),
        score: if readings.is_empty() { 0.5 } else { (mean * 10_000.0).round() / 10_000.0 },
        differences: all,
        copies: readings,
    }
}

/// Reads the voice of one copy.
pub fn read_copy(target: &TargetVoice, voice: &BrandVoice, copy: &Copy) -> CopyVoice {
    read_one(target, voice, copy, &spoken(copy))
}

fn read_one(target: &TargetVoice, voice: &BrandVoice, copy: &Copy, text: &str) -> CopyVoice {
    let profile = target.profile();
    let VoiceScore { score, parts } = target.similarity(text);
    let shows = |part: &VoicePart| (part.score - 0.5).abs() > 1e-9;
    let found =
        |part: VoicePart| FoundPart { part: part.name, found: part.found, score: part.score, weight: part.weight };
    let mut own = VoiceProfile::measure(&[text], profile.language)
        .map(|produced| differences(profile, &produced))
        .unwrap_or_default();
    own.truncate(3);
    CopyVoice {
        copy: copy.key.clone(),
        score,
        parts: parts.into_iter().filter(shows).map(found).collect(),
        differences: own,
        breaks: rules::check_copy(voice, profile.language, &copy.parts),
    }
}

/// What a voice is heard in: the parts, without title and hashtags.
pub fn spoken(copy: &Copy) -> String {
    copy.parts.join("\n\n")
}

/// Sentences of a text, in order, as they stand in it.
pub fn sentences(text: &str, language: Language) -> Vec<&str> {
    let (_, spans) = super::scan::Scan::with_sentences(text, language);
    spans.into_iter().filter_map(|span| text.get(span.range)).collect()
}

/// Where `produced` differs from `asked`, largest first. What one of them does not show is no difference.
pub fn differences(asked: &VoiceProfile, produced: &VoiceProfile) -> Vec<VoiceDifference> {
    let mut found = Vec::new();
    let mut add = |part: Part, size: f64, text: String| {
        if size >= LEAST {
            found.push(VoiceDifference { part, text, size: (size * 100.0).round() / 100.0 });
        }
    };
    let known = |one: f64, other: f64| one > 0.0 && other > 0.0;
    let (own, want) = (produced.sentence_words, asked.sentence_words);
    if known(own.cases, want.cases) && known(own.mean, want.mean) {
        let size = libm::log(own.mean / want.mean).abs() / error(0.15, 0.5, own.cases);
        let text = format!("sentences are {} words long on average, asked {}", figure(own.mean), figure(want.mean));
        add(Part::SentenceLength, size, text);
    }
    for (part, habit) in HABITS {
        let (own, want) = (produced.habit(habit), asked.habit(habit));
        if known(own.cases, want.cases) {
            let things = if habit.is_of_sentences() { "sentences" } else { "posts" };
            let verb = if matches!(habit, Habit::We | Habit::I | Habit::You) { "say" } else { "have" };
            let phrase = habit.phrase();
            let text = format!("{} of {things} {verb} {phrase}, asked {}", percent(own.share), percent(want.share));
            add(part, share_size(own, want, 0.08), text);
        }
    }
    let (own, want) = (produced.contractions, asked.contractions);
    if known(own.cases, want.cases) {
        let text = format!("{} of places are contracted, asked {}", percent(own.share), percent(want.share));
        add(Part::Contractions, share_size(own, want, 0.15), text);
    }
    let (own, want) = (produced.formal_address, asked.formal_address);
    if known(own.cases, want.cases) {
        let name = |share: Share| if share.share > 0.5 { "formally" } else { "familiarly" };
        if name(own) != name(want) {
            let text = format!("the reader is addressed {}, asked {}", name(own), name(want));
            add(Part::Address, share_size(own, want, 0.1), text);
        }
    }
    let (own, want) = (produced.formality, asked.formality);
    if known(own.cases, want.cases) {
        let size = (own.mean - want.mean).abs() / error(0.06, 0.12, own.cases);
        let text = format!("the tone is {}, asked {}", words::register(own.mean), words::register(want.mean));
        add(Part::Formality, size, text);
    }
    for way in Opening::ALL {
        let (own, want) = (produced.opening(way), asked.opening(way));
        if known(own.cases, want.cases) && own.cases >= 3.0 {
            let text =
                format!("{} of posts begin with {}, asked {}", percent(own.share), way.phrase(), percent(want.share));
            add(Part::Opening, share_size(own, want, 0.12), text);
        }
    }
    found.sort_by(|a, b| b.size.total_cmp(&a.size).then(a.part.cmp(&b.part)).then(a.text.cmp(&b.text)));
    found
}

/// Habits whose difference is worth a sentence.
const HABITS: [(Part, Habit); 11] = [
    (Part::Exclamations, Habit::Exclamation),
    (Part::Questions, Habit::Question),
    (Part::Emoji, Habit::Emoji),
    (Part::Person, Habit::We),
    (Part::Person, Habit::I),
    (Part::Person, Habit::You),
    (Part::Punctuation, Habit::Dash),
    (Part::Punctuation, Habit::Colon),
    (Part::Punctuation, Habit::Semicolon),
    (Part::Punctuation, Habit::Parenthesis),
    (Part::Punctuation, Habit::AllCaps),
];

/// Difference of shares in standard errors of the produced one; `room` is the difference that does not matter.
fn share_size(own: Share, want: Share, room: f64) -> f64 {
    let likely = want.share.clamp(0.05, 0.95);
    (own.share - want.share).abs() / error(room, (likely * (1.0 - likely)).sqrt(), own.cases)
}

fn error(room: f64, deviation: f64, cases: f64) -> f64 {
    (room * room + deviation * deviation / cases.max(1.0)).sqrt()
}

/// House rules in one line, for pages that name what was asked; none when there are none.
pub fn rules_in_words(rules: &[HouseRule]) -> Option<String> {
    let sentences: Vec<String> = rules.iter().map(|rule| rule.sentence()).collect();
    (!sentences.is_empty()).then(|| sentences.join("; "))
}
