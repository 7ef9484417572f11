//! The example briefs are valid, rich enough to write a campaign from, and cover every platform between them.
#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "a test that reads the examples")]

use std::{collections::BTreeSet, fs, path::PathBuf};

use vcm_core::{
    brief::{Brief, BriefFormat, parse},
    platform::Platform,
};

fn examples() -> Vec<(String, Brief)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/briefs");
    let mut examples: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let brief = parse(&fs::read_to_string(path).unwrap(), BriefFormat::Toml);
            (name.clone(), brief.unwrap_or_else(|error| panic!("{name}: {error}")))
        })
        .collect();
    examples.sort_by(|left, right| left.0.cmp(&right.0));
    examples
}

#[test]
fn every_example_is_rich_in_material() {
    for (name, brief) in examples() {
        assert!((8..=14).contains(&brief.proof_points.len()), "{name}: proof points");
        assert!((2..=3).contains(&brief.myths.len()), "{name}: myths");
        assert!((2..=3).contains(&brief.objections.len()), "{name}: objections");
        assert!((2..=3).contains(&brief.comparisons.len()), "{name}: comparisons");
        assert!((3..=5).contains(&brief.milestones.len()), "{name}: milestones");
        assert!(brief.steps.is_empty() || (4..=6).contains(&brief.steps.len()), "{name}: steps");
        // One visits a monument: there is nothing that one does with it.
        let used = !brief.product.does.is_empty() || brief.product.category.starts_with("monument");
        assert!(!brief.links.is_empty() && used, "{name}: links and uses");
        assert!(brief.proof_points.iter().any(|proof| proof.figure.is_some()), "{name}: a figure for a card");
        for proof in &brief.proof_points {
            assert!(proof.source.starts_with("https://"), "{name}: {} has a public source", proof.id);
            assert!(proof.topic.is_some(), "{name}: {} has a topic for hooks", proof.id);
        }
    }
}

#[test]
fn sentences_are_copy_that_can_stand_alone() {
    for (name, brief) in examples() {
        let sentences = brief.proof_points.iter().map(|proof| &proof.statement).chain([&brief.product.summary]);
        let facts = brief.myths.iter().flat_map(|myth| [&myth.belief, &myth.fact]);
        let turns = brief.comparisons.iter().flat_map(|comparison| [&comparison.before, &comparison.after]);
        let answers = brief.objections.iter().map(|objection| &objection.answer);
        for sentence in sentences.chain(facts).chain(turns).chain(answers).chain(&brief.steps) {
            assert!(sentence.ends_with(['.', '!', '?']), "{name}: {sentence:?} ends like a sentence");
            assert!(!sentence.starts_with(char::is_lowercase), "{name}: {sentence:?} starts like a sentence");
        }
        for objection in &brief.objections {
            assert!(objection.question.ends_with('?'), "{name}: {:?} is a question", objection.question);
        }
    }
}

#[test]
fn the_examples_cover_every_platform_and_both_kinds_of_input() {
    let examples = examples();
    let used: BTreeSet<Platform> =
        examples.iter().flat_map(|(_, brief)| brief.platforms.iter().map(|plan| plan.platform)).collect();
    assert_eq!(examples.len(), 7);
    assert_eq!(used.len(), Platform::ALL.len(), "missing platforms; used are {used:?}");
    assert!(examples.iter().any(|(_, brief)| !brief.history.is_empty() && !brief.trends.is_empty()));
}

#[test]
fn a_brief_survives_json() {
    for (name, brief) in examples() {
        let json = serde_json::to_string(&brief).unwrap();
        assert_eq!(parse(&json, BriefFormat::Json).unwrap(), brief, "{name}");
    }
}
