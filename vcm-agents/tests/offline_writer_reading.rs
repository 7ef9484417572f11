//! What a reader of a whole kit would object to, held over the example briefs and over sparse and odd ones.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, too"
)]

use std::collections::BTreeMap;

use vcm_agents::writers::OfflineWriter;
use vcm_core::{
    angles::Archetype,
    brief::{Brief, BriefFormat, parse},
    copy::Copy,
    hash::Seed,
    ports::writer::{AnglesTask, CopyTask, Spark, VariantSpec, Writer},
    text::similarity::near_duplicate_score,
    trends::{self, TopicOptions, TrendText, TrendTopic},
};

const BRIEFS: [&str; 3] = [
    include_str!("../../examples/briefs/rust-1-85.toml"),
    include_str!("../../examples/briefs/webb-five-years.toml"),
    include_str!("../../examples/briefs/openstreetmap.toml"),
];
const TRENDS: &str = include_str!("../../examples/briefs/rust-1-85-trends-sample.jsonl");

fn brief(text: &str) -> Brief {
    parse(text, BriefFormat::Toml).unwrap()
}

/// Every angle on every platform of the brief.
async fn kit(brief: &Brief, seed: u64, topics: &[TrendTopic]) -> Vec<(Archetype, Copy)> {
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    let spark = Spark { brief, seed: Seed(seed), now, round: 0, rejections: &[] };
    let angles = OfflineWriter.angles(AnglesTask { spark, topics, count: brief.angles }).await.unwrap().work;
    let variants = [VariantSpec { name: "a".into(), differs_in: Vec::new() }];
    let mut kit: Vec<(Archetype, Copy)> = Vec::new();
    for angle in &angles {
        for plan in &brief.platforms {
            let earlier: Vec<Copy> = kit.iter().map(|(_, copy)| copy.clone()).collect();
            let task = CopyTask {
                spark,
                angle,
                topic: topics.iter().find(|topic| Some(&topic.key) == angle.topic.as_ref()),
                platform: plan.platform,
                variants: &variants,
                earlier: &earlier,
                voice: None,
                history: &[],
                hashtag_room: 40,
                max_chars: None,
            };
            let copies = OfflineWriter.copy(task).await.unwrap_or_else(|error| panic!("{error}\n{angle:?}")).work;
            kit.extend(copies.into_iter().map(|copy| (angle.archetype, copy)));
        }
    }
    kit
}

#[tokio::test]
async fn posts_of_a_kit_are_not_told_twice() {
    for text in BRIEFS {
        let kit = kit(&brief(text), 4, &[]).await;
        for (at, (archetype, copy)) in kit.iter().enumerate() {
            for (_, other) in kit.iter().take(at) {
                let score = near_duplicate_score(&copy.full_text(), &other.full_text());
                // The same steps, dates and words of others are told whole on every platform.
                let whole = matches!(archetype, Archetype::HowTo | Archetype::Story | Archetype::Quote);
                let most = if copy.platform == other.platform {
                    0.8
                } else if whole {
                    1.0
                } else {
                    0.95
                };
                assert!(score < most, "{score}\n{}\n\n{}", copy.full_text(), other.full_text());
            }
        }
    }
}

#[tokio::test]
async fn no_post_repeats_itself_and_no_platform_its_openings() {
    for text in BRIEFS {
        let mut openings: BTreeMap<String, u32> = BTreeMap::new();
        let brief = brief(text);
        for (_, copy) in kit(&brief, 9, &[]).await {
            let text = copy.full_text();
            let told: Vec<&str> = copy.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
            for sentence in told.iter().filter(|sentence| Some(**sentence) != copy.title.as_deref()) {
                let body = copy.parts.join("\n");
                assert!(body.matches(sentence).count() <= 1, "twice: {sentence}\n{text}");
            }
            let hook = copy.sentences.iter().find(|sentence| Some(&sentence.text) != copy.title.as_ref()).unwrap();
            let end = hook.text.trim_end_matches(['”', '"', ')']);
            assert!(end.ends_with(['.', '?', ':', '!', '…']), "open end: {}\n{text}", hook.text);
            for label in ["Before: Before", "way: Before", "Now: In 2", "Then: Before", ": :", "?:"] {
                assert!(!text.contains(label) || label == "?:", "{label}\n{text}");
            }
            let opening: Vec<&str> = hook.text.split_whitespace().take(3).collect();
            *openings.entry(format!("{} {}", copy.platform, opening.join(" ").to_lowercase())).or_default() += 1;
        }
        let worn: Vec<_> = openings.iter().filter(|(_, count)| **count > 2).collect();
        assert!(worn.is_empty(), "{worn:?}");
    }
}

#[tokio::test]
async fn a_trend_is_named_in_the_briefs_own_words() {
    let brief = brief(BRIEFS[0]);
    let texts: Vec<TrendText> = TRENDS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let newest = texts.iter().filter_map(|text| text.at).max().unwrap();
    let topics = trends::topics(&texts, &trends::brief_keywords(&brief), newest, &TopicOptions::default());
    let kit = kit(&brief, 5, &topics).await;
    let trend: Vec<&Copy> =
        kit.iter().filter(|(archetype, _)| *archetype == Archetype::Trend).map(|(_, copy)| copy).collect();
    assert_eq!(trend.len(), brief.platforms.len(), "no trend angle");
    for copy in trend {
        assert!(topics.iter().all(|topic| !copy.full_text().contains(&topic.label)), "{}", copy.full_text());
    }
}

#[tokio::test]
async fn one_fact_gives_short_posts_and_no_error() {
    for name in
        ["Tool", "x", "C++ (draft) “7”", "Ünïcode & Söhne: a/b", "iOS", "日本語版", &"A long product name ".repeat(10)]
    {
        let mut brief = brief(BRIEFS[0]);
        brief.product.name = name.to_owned();
        brief.proof_points.truncate(1);
        brief.steps.clear();
        brief.myths.clear();
        brief.objections.clear();
        brief.comparisons.clear();
        brief.milestones.clear();
        brief.audiences.truncate(1);
        let kit = kit(&brief, 2, &[]).await;
        assert!(!kit.is_empty(), "{name}");
        for (_, copy) in kit {
            // A list of what the product does is not filler: the brief has it.
            let does = |sources: &[String]| sources.iter().any(|source| source.starts_with("product.does"));
            let stated = copy.sentences.iter().filter(|s| !s.sources.is_empty() && !does(&s.sources)).count();
            assert!(stated <= 3, "{name}: filler\n{}", copy.full_text());
            assert!(
                !copy.full_text().contains(['{', '|']) || copy.full_text().contains("async || {}"),
                "{}",
                copy.full_text()
            );
        }
    }
}
