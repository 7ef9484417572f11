//! The voice of a kit and of a copy as a person would say it, for the Markdown files and the report.

use std::fmt::Write;

use vcm_core::voice::{CopyVoice, HouseRule, VoiceReading, drift::rules_in_words};

/// `0.71 of 1 (0.5 could be anybody's); sentences are 21 words long on average, asked 12; breaks: it starts with a question`.
pub(super) fn in_words(voice: &CopyVoice) -> String {
    let mut words = format!("{:.2} of 1 (0.5 could be anybody's)", voice.score);
    for difference in &voice.differences {
        let _ = write!(words, "; {}", difference.text);
    }
    if !voice.breaks.is_empty() {
        let broken: Vec<&str> = voice.breaks.iter().map(|one| one.message.as_str()).collect();
        let _ = write!(words, "; breaks: {}", broken.join(", "));
    }
    words
}

/// What was asked, on what it rests, and where all copies together differ from it.
pub(super) fn kit_in_words(reading: &VoiceReading, rules: &[HouseRule]) -> Vec<String> {
    let rests = match reading.measured_from {
        0 => "declared in the brief; posts in `voice.examples` would let it be measured".to_owned(),
        1 => "measured from 1 text".to_owned(),
        texts => format!("measured from {texts} texts"),
    };
    let mut lines = vec![format!("Voice asked: {rests}")];
    lines.extend(rules_in_words(rules).map(|rules| format!("House rules: {rules}")));
    lines.push(if reading.differences.is_empty() {
        format!("Voice produced: {:.2} of 1 on average, no difference to speak of", reading.score)
    } else {
        let differences: Vec<&str> = reading.differences.iter().map(|one| one.text.as_str()).collect();
        format!("Voice produced: {:.2} of 1 on average; {}", reading.score, differences.join("; "))
    });
    lines
}
