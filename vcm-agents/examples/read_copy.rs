//! Prints every copy of a brief the way an editor reads them, with the angles they tell.
//!
//! ```text
//! cargo run -p vcm-agents --example read_copy -- BRIEF.toml [--seed N] [--variants hook,body,cta,visual] [--platform x] [--visuals] [--trends FILE.jsonl]
//! ```

use std::{error::Error, process::ExitCode};

use vcm_agents::writers::OfflineWriter;
use vcm_core::{
    brief::{Brief, BriefFormat, Factor, parse},
    copy::Copy,
    hash::Seed,
    ports::writer::{AnglesTask, CopyTask, Spark, StoryboardTask, VariantSpec, VisualTask, Writer},
    text::similarity::near_duplicate_score,
    trends::{self, TopicOptions, TrendText},
    visuals::AssetContent,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match read().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn read() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1).cloned();
    let path = arguments.first().ok_or("usage: read_copy BRIEF.toml [--seed N] [--variants hook,body,cta,visual]")?;
    let brief: Brief = parse(&std::fs::read_to_string(path)?, BriefFormat::Toml)?;
    let seed = Seed(option("--seed").map_or(Ok(brief.seed.unwrap_or(0)), |seed| seed.parse())?);
    let mut variants = vec![VariantSpec { name: "a".into(), differs_in: Vec::new() }];
    if let Some(factors) = option("--variants") {
        let factors: Result<Vec<Factor>, _> =
            factors.split(',').map(|name| serde_json::from_value(serde_json::Value::String(name.into()))).collect();
        variants.push(VariantSpec { name: "b".into(), differs_in: factors? });
    }
    let only = option("--platform");
    let writer = OfflineWriter;
    let spark = Spark { brief: &brief, seed, now: jiff::Timestamp::UNIX_EPOCH, round: 0, rejections: &[] };
    let mut texts: Vec<TrendText> = Vec::new();
    if let Some(path) = option("--trends") {
        for line in std::fs::read_to_string(path)?.lines().filter(|line| !line.trim().is_empty()) {
            texts.push(serde_json::from_str(line)?);
        }
    }
    let newest = texts.iter().filter_map(|text| text.at).max().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let topics = trends::topics(&texts, &trends::brief_keywords(&brief), newest, &TopicOptions::default());
    for topic in &topics {
        println!("{} {:?} relevance {:.2} score {:.2}", topic.key, topic.label, topic.relevance, topic.score);
    }
    let angles = writer.angles(AnglesTask { spark, topics: &topics, count: brief.angles }).await?.work;
    for angle in &angles {
        println!(
            "{} {:?} | {} | {} | {}",
            angle.key,
            angle.archetype,
            angle.title,
            angle.premise,
            angle.sources.join(", ")
        );
    }
    let mut kit: Vec<Copy> = Vec::new();
    for angle in &angles {
        for plan in &brief.platforms {
            let task = CopyTask {
                spark,
                angle,
                topic: topics.iter().find(|topic| Some(&topic.key) == angle.topic.as_ref()),
                platform: plan.platform,
                variants: &variants,
                earlier: &kit,
                voice: None,
                history: &[],
                hashtag_room: 40,
                max_chars: None,
            };
            let copies = writer.copy(task).await?.work;
            for copy in &copies {
                let shown = only.as_ref().is_none_or(|only| only == plan.platform.as_str());
                let nearest = kit
                    .iter()
                    .map(|other| near_duplicate_score(&copy.full_text(), &other.full_text()))
                    .fold(0.0, f64::max);
                if shown {
                    println!("\n──── {} · {:?} · {:?} · nearest {nearest:.2}", copy.key, angle.archetype, copy.format);
                    if let Some(title) = &copy.title {
                        println!("[{title}]");
                    }
                    println!("{}", copy.parts.join("\n  ~\n"));
                }
                if shown && arguments.iter().any(|argument| argument == "--visuals") {
                    let asset = writer.visual(VisualTask { spark, angle, copy }).await?.work;
                    if let AssetContent::Card(card) = &asset.content {
                        println!(
                            "  card {:?} | {:?} | {:?} | {:?}",
                            card.template, card.headline, card.lines, card.figure
                        );
                    }
                    println!("  alt {}", asset.alt_text);
                    if copy.format == vcm_core::copy::CopyFormat::Video {
                        let board =
                            writer.storyboard(StoryboardTask { spark, angle, copy, duration_ms: 30_000 }).await?.work;
                        for shot in &board.shots {
                            println!(
                                "  shot {:>5}+{:<5} [{}] {} | {}",
                                shot.start_ms, shot.duration_ms, shot.on_screen_text, shot.voice_over, shot.action
                            );
                        }
                    }
                }
            }
            kit.extend(copies);
        }
    }
    let mut uses: std::collections::BTreeMap<&str, u32> = std::collections::BTreeMap::new();
    for pattern in kit.iter().filter(|copy| copy.variant == "a").flat_map(|copy| &copy.patterns) {
        *uses.entry(pattern).or_default() += 1;
    }
    let again: Vec<_> = uses.iter().filter(|(_, count)| **count > 1).collect();
    println!("\n{} copies, {} patterns, {} used again: {again:?}", kit.len(), uses.len(), again.len());
    Ok(())
}
