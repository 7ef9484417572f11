//! What every storyboard holds, over generated stories: time, speech, captions, text on screen, grounding.

use proptest::prelude::*;
use vcm_core::{
    angles::{Angle, Archetype},
    brief::{Brief, Comparison, Milestone, Myth, Objection, ProofPoint},
    copy::{Copy, Sentence},
    hash::Seed,
    platform::Platform,
    ports::writer::Spark,
    testing::{briefs, fixtures},
};

use super::{
    super::sentences::{as_sentence, single_spaced},
    captions::is_readable,
    *,
};

const ARCHETYPES: [Archetype; 18] = [
    Archetype::Announcement,
    Archetype::Contrarian,
    Archetype::HowTo,
    Archetype::Myth,
    Archetype::BehindTheScenes,
    Archetype::BeforeAfter,
    Archetype::List,
    Archetype::Question,
    Archetype::Proof,
    Archetype::Story,
    Archetype::Objection,
    Archetype::Comparison,
    Archetype::Seasonal,
    Archetype::DataPoint,
    Archetype::Quote,
    Archetype::Problem,
    Archetype::Offer,
    Archetype::Trend,
];

/// Sentences of one to forty words: plain, with figures, code, long words, other scripts.
fn sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-z]{1,9}",
        1 => "[a-z]{10,30}",
        1 => "[0-9]{1,6}([.,][0-9]{1,3})?",
        1 => "`[a-z]{2,6} --[a-z]{2,8}`",
        1 => Just("−233 °C,".to_owned()),
        1 => Just("(café),".to_owned()),
        1 => Just("東京の地図".to_owned()),
        1 => Just("-->".to_owned()),
    ];
    prop::collection::vec(word, 1..40).prop_map(|words| words.join(" "))
}

fn case() -> impl Strategy<Value = (Brief, Angle, Copy)> {
    let material = (
        prop::collection::vec(sentence(), 1..8),
        prop::collection::vec(sentence(), 10),
        "[A-Za-z]{1,12}( [A-Za-z]{1,12}){0,4}",
    );
    (material, 0..ARCHETYPES.len(), any::<bool>(), any::<bool>()).prop_map(
        |((facts, others, name), archetype, shorts, linked)| {
            let mut brief = briefs::runnable();
            brief.product.name = name;
            let sample = brief.proof_points[0].clone();
            brief.proof_points = facts
                .iter()
                .enumerate()
                .map(|(at, fact)| ProofPoint {
                    id: format!("fact-{at}"),
                    statement: fact.clone(),
                    figure: fact
                        .split_whitespace()
                        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
                        .map(str::to_owned),
                    ..sample.clone()
                })
                .collect();
            let proof = "fact-0".to_owned();
            brief.steps = others.iter().take(5).cloned().collect();
            brief.myths = vec![Myth { belief: others[5].clone(), fact: others[6].clone(), proof: proof.clone() }];
            brief.objections = vec![Objection {
                question: format!("{}?", others[7]),
                answer: others[8].clone(),
                proof: proof.clone(),
            }];
            brief.comparisons = vec![Comparison { before: others[8].clone(), after: others[9].clone(), proof }];
            brief.milestones = (0..4)
                .map(|at| Milestone {
                    when: format!("in {}", 2010 + at),
                    event: others[at].clone(),
                    source: "https://example.com/".into(),
                })
                .collect();
            if !linked {
                brief.links.clear();
            }
            let archetype = ARCHETYPES[archetype];
            let mut sources: Vec<String> = match archetype {
                Archetype::HowTo => (0..5).map(|at| format!("steps[{at}]")).collect(),
                Archetype::Story | Archetype::BehindTheScenes => (0..4).map(|at| format!("milestones[{at}]")).collect(),
                Archetype::Myth | Archetype::Contrarian => vec!["myths[0]".into()],
                Archetype::Objection => vec!["objections[0]".into()],
                Archetype::BeforeAfter | Archetype::Comparison => vec!["comparisons[0]".into()],
                _ => vec![],
            };
            sources.extend(brief.proof_points.iter().map(|proof| proof.id.clone()));
            let angle = Angle { archetype, sources, ..fixtures::angle("angle-1") };
            let copy = Copy {
                platform: if shorts { Platform::YoutubeShorts } else { Platform::Tiktok },
                sentences: vec![Sentence { text: as_sentence(&facts[0]), sources: vec!["fact-0".into()] }],
                ..fixtures::copy("tiktok-angle-1-a")
            };
            (brief, angle, copy)
        },
    )
}

fn planned(brief: &Brief, angle: &Angle, copy: &Copy, duration_ms: u32) -> Storyboard {
    let now = "2026-11-20T09:00:00Z".parse().unwrap();
    let spark = Spark { brief, seed: Seed(7), now, round: 0, rejections: &[] };
    plan(&StoryboardTask { spark, angle, copy, duration_ms })
}

/// Every text of a brief that may be said as a fact.
fn sayable(brief: &Brief) -> String {
    let mut all: Vec<&str> = vec![&brief.product.summary];
    all.extend(brief.proof_points.iter().map(|proof| proof.statement.as_str()));
    all.extend(brief.steps.iter().map(String::as_str));
    all.extend(brief.myths.iter().flat_map(|myth| [myth.belief.as_str(), &myth.fact]));
    all.extend(brief.objections.iter().flat_map(|objection| [objection.question.as_str(), &objection.answer]));
    all.extend(brief.comparisons.iter().flat_map(|pair| [pair.before.as_str(), &pair.after]));
    all.extend(brief.milestones.iter().map(|event| event.event.as_str()));
    single_spaced(&all.join("\n").replace('`', "")).to_lowercase()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn every_storyboard_holds_its_rules((brief, angle, copy) in case()) {
        let known = sayable(&brief);
        let suited = suited_length_ms(&brief, &angle, &copy);
        prop_assert!(LENGTHS_MS.contains(&suited));
        for duration_ms in LENGTHS_MS {
            let board = planned(&brief, &angle, &copy, duration_ms);
            prop_assert_eq!(&board, &planned(&brief, &angle, &copy, duration_ms));
            let mut at_ms = 0;
            for shot in &board.shots {
                prop_assert_eq!(shot.start_ms, at_ms, "no gap and no overlap");
                at_ms += shot.duration_ms;
                prop_assert!(shot.duration_ms >= SHORTEST_MS);
                let spoken_ms = speech_ms(&shot.voice_over, board.words_per_minute);
                prop_assert!(spoken_ms <= shot.duration_ms, "{} takes {spoken_ms} of {}", shot.voice_over, shot.duration_ms);
                prop_assert!(!shot.framing.is_empty() && !shot.action.is_empty());
                prop_assert!(!shot.action.contains(['{', '}']), "{}", shot.action);
                prop_assert!(shot.on_screen_text.lines().count() <= screen::LINES);
                prop_assert!(shot.on_screen_text.lines().all(|line| line.chars().count() <= screen::LINE_CHARS));
                // What is cited is said word for word, a label aside.
                if !shot.sources.is_empty() && shot.start_ms > 0 {
                    let said = shot.voice_over.to_lowercase();
                    let bare = said.trim_end_matches('.');
                    let unlabelled = bare.split_once(": ").map_or(bare, |(_, text)| text);
                    prop_assert!(known.contains(bare) || known.contains(unlabelled), "{said}");
                }
            }
            prop_assert_eq!(at_ms, duration_ms);
            let first = &board.shots[0];
            prop_assert!(first.duration_ms <= EDGE_MS && !first.voice_over.is_empty());
            let captions: Vec<_> = board.shots.iter().flat_map(|shot| &shot.captions).collect();
            for pair in captions.windows(2) {
                prop_assert!(pair[0].end_ms <= pair[1].start_ms, "captions overlap: {pair:?}");
            }
            for caption in &captions {
                prop_assert!(caption.text.lines().count() <= 2);
                prop_assert!(caption.text.lines().all(|line| line.chars().count() <= captions::LINE_CHARS));
                prop_assert!(is_readable(caption), "{caption:?}");
            }
            let said: String = board.shots.iter().map(|shot| shot.voice_over.split_whitespace().collect::<String>()).collect();
            let read: String = captions.iter().map(|caption| caption.text.split_whitespace().collect::<String>()).collect();
            prop_assert_eq!(said, read, "captions say what the voice says");
            #[cfg(feature = "export")]
            {
                let read = crate::export::read_srt(&crate::export::srt(&board));
                prop_assert_eq!(read.map(|read| read.len()), Ok(captions.len()));
            }
        }
    }
}

#[test]
fn a_brief_can_ask_for_a_length() {
    let mut brief = briefs::runnable();
    let angle = Angle { archetype: Archetype::Proof, sources: vec!["date".into()], ..fixtures::angle("angle-1") };
    let copy = Copy { platform: Platform::Tiktok, sentences: vec![], ..fixtures::copy("tiktok-angle-1-a") };
    assert_eq!(suited_length_ms(&brief, &angle, &copy), 15_000);
    brief.platforms[2].video_seconds = Some(60);
    assert_eq!(suited_length_ms(&brief, &angle, &copy), 60_000);
}

#[test]
fn a_how_to_tells_its_steps_in_order_and_none_after_a_gap() {
    let brief = briefs::runnable();
    let sources = vec!["steps[0]".into(), "steps[1]".into(), "steps[2]".into()];
    let angle = Angle { archetype: Archetype::HowTo, sources, ..fixtures::angle("angle-1") };
    let copy = Copy { platform: Platform::Tiktok, sentences: vec![], ..fixtures::copy("tiktok-angle-1-a") };
    let length = suited_length_ms(&brief, &angle, &copy);
    let board = planned(&brief, &angle, &copy, length);
    let shown: Vec<&str> = board
        .shots
        .iter()
        .filter(|shot| shot.sources.iter().any(|id| id.starts_with("steps")))
        .map(|shot| shot.on_screen_text.as_str())
        .collect();
    assert_eq!(
        shown,
        ["Step 1 of 3\nrustup update stable", "Step 2 of 3\ncargo fix --edition", "Step 3 of 3\nedition = \"2024\""]
    );
    assert!(board.shots.iter().all(|shot| !shot.voice_over.contains('`')));
}
