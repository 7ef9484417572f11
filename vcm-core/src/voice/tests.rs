use super::*;

fn english(texts: &[&str]) -> VoiceProfile {
    VoiceProfile::measure(texts, Language::English).unwrap()
}

#[test]
fn figures_of_a_small_voice() {
    let voice = english(&["We shipped it! It's fast — you'll see. 🚀", "Do you want more? We've got more."]);
    assert_eq!((voice.texts, voice.words), (2, 14));
    assert!((voice.sentence_words.mean - 3.5).abs() < 1e-9, "{voice:?}");
    assert!((voice.habit(Habit::Exclamation).share - 0.25).abs() < 1e-9, "{voice:?}");
    assert!((voice.habit(Habit::We).share - 0.5).abs() < 1e-9, "{voice:?}");
    assert!((voice.habit(Habit::You).share - 0.5).abs() < 1e-9, "{voice:?}");
    assert!((voice.contractions.share - 1.0).abs() < 1e-9, "{voice:?}");
    assert_eq!(voice.emoji[0].text, "🚀");
    assert!((voice.opening(Opening::Speaker).share - 0.0).abs() < 1e-9, "{voice:?}");
}
