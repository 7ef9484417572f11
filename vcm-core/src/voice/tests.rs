use super::*;
use crate::brief::{BrandVoice, EmojiPolicy, Tone};

fn voice_of(texts: &[&str], language: Language) -> VoiceProfile {
    VoiceProfile::measure(texts, language).unwrap()
}

fn english(texts: &[&str]) -> VoiceProfile {
    voice_of(texts, Language::English)
}

const LOUD: &[&str] = &[
    "Yay! We did it! You're all invited! 🎉",
    "Big news! We've got cake! Come and grab a slice! 🎉",
    "You guys! It's here! Don't miss it! 🎂",
    "So happy! We can't wait to see you! 🎉",
    "Cake time! Who's in? We're baking all night! 🎂",
];

const CALM: &[&str] = &[
    "The committee has published its annual report; the figures are available in the appendix, together with the methodology.",
    "Applications for the research programme are accepted until the thirtieth of September, subject to the conditions below.",
    "The exhibition, which was prepared over three years, documents the development of the institution since its foundation.",
    "Visitors are requested to register in advance; the number of participants is limited for conservation reasons.",
];

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
    assert!((voice.opening(Opening::Question).share - 0.5).abs() < 1e-9, "{voice:?}");
}

#[test]
fn nothing_measured_from_nothing() {
    for texts in [&[] as &[&str], &[""], &["🎉 — …"], &["https://a.b #tag @name"]] {
        assert_eq!(VoiceProfile::measure(texts, Language::English), None, "{texts:?}");
    }
}

/// How a post begins.
#[rstest::rstest]
#[case("Did you know?", Opening::Question)]
#[case("Join us tonight.", Opening::Imperative)]
#[case("Seven days left.", Opening::Number)]
#[case("€5 is enough.", Opening::Number)]
#[case("What a day!", Opening::Exclamation)]
#[case("We are here.", Opening::Speaker)]
#[case("Your library is open.", Opening::Reader)]
#[case("Ada Lovelace wrote it.", Opening::Name)]
#[case("OpenStreetMap is free.", Opening::Name)]
#[case("“Open the gate.”", Opening::Quote)]
#[case("🎉 Open.", Opening::Emoji)]
#[case("#rust is out.", Opening::Tag)]
#[case("https://a.b is up.", Opening::Tag)]
#[case("The gate is open.", Opening::Statement)]
fn openings(#[case] text: &str, #[case] way: Opening) {
    assert!((english(&[text]).opening(way).share - 1.0).abs() < 1e-9, "{text}: {:?}", english(&[text]).openings);
}

/// Sentences end where a reader would say, in each language.
#[rstest::rstest]
#[case("en", "Version 1.85 is out, e.g. for Mr. Smith. Try it!", 2)]
#[case("en", "One line\nanother line", 2)]
#[case("de", "Das gilt z. B. ab 9 Uhr. Kommt!", 2)]
#[case("es", "¿Listos? ¡Vamos! La Sra. Pérez espera.", 3)]
#[case("fr", "M. Dupont arrive. On commence ?", 2)]
#[case("pt", "O Dr. Silva chega. Vamos?", 2)]
fn sentences(#[case] language: &str, #[case] text: &str, #[case] count: usize) {
    assert_eq!(
        drift::sentences(text, Language::of(language)).len(),
        count,
        "{:?}",
        drift::sentences(text, Language::of(language))
    );
}

/// Familiar and formal address: share of the formal.
#[rstest::rstest]
#[case("de", "Kommst du? Bring deine Freunde.", 0.0)]
#[case("de", "Wir freuen uns, wenn Sie Ihre Freunde bringen.", 1.0)]
#[case("es", "Tú decides con tu voto.", 0.0)]
#[case("es", "Le esperamos a usted.", 1.0)]
#[case("fr", "Tu viens avec tes amis ?", 0.0)]
#[case("fr", "Vous venez avec vos amis ?", 1.0)]
#[case("pt", "Traz os teus amigos, tu sabes.", 0.0)]
#[case("pt", "Convidamos o senhor.", 1.0)]
fn address(#[case] language: &str, #[case] text: &str, #[case] formal: f64) {
    let share = voice_of(&[text], Language::of(language)).formal_address;
    assert!(share.cases > 0.0 && (share.share - formal).abs() < 1e-9, "{share:?}");
}

#[test]
fn a_voice_knows_its_own_texts_from_anothers() {
    let (loud, calm) = (TargetVoice::new(english(&LOUD[..4])), TargetVoice::new(english(&CALM[..3])));
    let (own, other) = (LOUD[4], CALM[3]);
    assert!(
        loud.score(own) > 0.55 && loud.score(other) < 0.45,
        "{:?}\n{:?}",
        loud.similarity(own),
        loud.similarity(other)
    );
    assert!(
        calm.score(other) > 0.55 && calm.score(own) < 0.45,
        "{:?}\n{:?}",
        calm.similarity(other),
        calm.similarity(own)
    );
    assert!((loud.similarity(own).score - loud.score(own)).abs() < 1e-4);
}

#[test]
#[expect(clippy::float_cmp, reason = "what shows nothing is exactly neutral")]
fn a_part_without_evidence_is_neutral() {
    let loud = english(LOUD);
    let nothing = similarity(&loud, "");
    assert_eq!(nothing.score, 0.5);
    assert!(nothing.parts.iter().all(|part| part.score == 0.5), "{nothing:?}");
    let plain = similarity(&loud, "The gate is open.");
    for part in [Part::Address, Part::Contractions] {
        let found = plain.parts.iter().find(|one| one.name == part).unwrap();
        assert_eq!(found.score, 0.5, "{found:?}");
    }
    // A voice of which nothing is known says nothing about its words.
    let unknown = similarity(&VoiceProfile::unknown(Language::English), CALM[0]);
    assert!((unknown.score - 0.5).abs() < 0.2, "{unknown:?}");
}

#[test]
fn examples_weigh_more_than_edits_and_those_more_than_the_past() {
    let exclaims = |voice: &BrandVoice, edited: &[String], history: &[String]| {
        let sources = VoiceSources { voice, language: Language::English, edited, history };
        VoiceProfile::target(sources).habit(Habit::Exclamation).share
    };
    let calm = |_| "The gate is open all day.".to_owned();
    let history: Vec<String> = (0..500).map(calm).collect();
    let loud = vec!["Come now! Run!".to_owned(); 5];
    let bare = BrandVoice::default();
    let shown = BrandVoice { examples: loud.clone(), ..BrandVoice::default() };
    let by_past = exclaims(&bare, &[], &history);
    let by_edits = exclaims(&bare, &loud, &history);
    let by_examples = exclaims(&shown, &[], &history);
    assert!(by_past < 0.05 && by_past < by_edits && by_edits < by_examples, "{by_past} {by_edits} {by_examples}");
    assert!(by_examples > 0.3, "500 old posts do not drown out five examples: {by_examples}");
}

#[test]
fn what_is_only_declared_stands_in_where_no_text_shows_it() {
    let declared = |tone, emoji| {
        let voice = BrandVoice { tone: vec![tone], emoji, ..BrandVoice::default() };
        TargetVoice::new(VoiceProfile::declared(&voice, Language::English))
    };
    let (formal, playful) = (declared(Tone::Formal, EmojiPolicy::None), declared(Tone::Playful, EmojiPolicy::Free));
    assert!(formal.score(CALM[0]) > playful.score(CALM[0]));
    assert!(playful.score(LOUD[0]) > formal.score(LOUD[0]));
    assert!(playful.profile().characteristic_words.is_empty());
}

#[test]
fn drift_is_told_in_words_and_the_largest_comes_first() {
    let differences = drift::differences(&english(LOUD), &english(CALM));
    let told: Vec<&str> = differences.iter().map(|one| one.text.as_str()).collect();
    let holds = |part: &str| told.iter().any(|text| text.contains(part));
    assert!(holds("sentences are 1") && holds("words long on average, asked"), "{told:?}");
    assert!(holds("0 % of sentences have an exclamation mark, asked"), "{told:?}");
    assert!(differences.is_sorted_by(|a, b| a.size >= b.size));
    assert_eq!(drift::differences(&english(LOUD), &english(LOUD)), []);
}

proptest::proptest! {
    #[test]
    fn any_text_has_a_score_and_the_same_one_again(text in "\\PC{0,120}", language in 0usize..6) {
        let language = [
            Language::English, Language::Spanish, Language::German, Language::French, Language::Portuguese, Language::Other,
        ][language];
        let target = TargetVoice::new(voice_of(LOUD, language));
        let score = target.similarity(&text);
        proptest::prop_assert!((0.0..=1.0).contains(&score.score));
        proptest::prop_assert_eq!(&score, &target.similarity(&text));
        if let Some(own) = VoiceProfile::measure(&[&text], language) {
            let _ = drift::differences(&own, target.profile());
        }
    }
}
