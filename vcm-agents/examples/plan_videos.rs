//! Plans the videos of a brief and draws their contact sheets, for looking at them: every angle, at the length that suits it or at
//! the one given.
//!
//! ```text
//! cargo run -p vcm-agents --example plan_videos -- BRIEF.toml FOLDER [--seed N] [--seconds 15|30|60] [--platform tiktok]
//! ```

use std::{error::Error, path::Path};

use vcm_agents::{
    visuals::render_contact_sheet,
    writers::{OfflineWriter, offline::suited_length_ms},
};
use vcm_core::{
    brief::{Brief, BriefFormat, parse},
    hash::Seed,
    ports::writer::{AnglesTask, CopyTask, Spark, StoryboardTask, VariantSpec, Writer},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1).cloned();
    let [path, folder, ..] = arguments.as_slice() else { return Err("usage: plan_videos BRIEF.toml FOLDER".into()) };
    let brief: Brief = parse(&std::fs::read_to_string(path)?, BriefFormat::Toml)?;
    let seed = Seed(option("--seed").map_or(Ok(1), |seed| seed.parse())?);
    let platform = serde_json::from_value(option("--platform").unwrap_or_else(|| "tiktok".into()).into())?;
    let spark = Spark { brief: &brief, seed, now: jiff::Timestamp::UNIX_EPOCH, round: 0, rejections: &[] };
    std::fs::create_dir_all(folder)?;
    let variants = [VariantSpec { name: "a".into(), differs_in: Vec::new() }];
    let mut earlier = Vec::new();
    for angle in OfflineWriter.angles(AnglesTask { spark, topics: &[], count: brief.angles }).await?.work {
        let task = CopyTask {
            spark,
            angle: &angle,
            topic: None,
            platform,
            variants: &variants,
            earlier: &earlier,
            voice: None,
            history: &[],
            hashtag_room: 40,
            max_chars: None,
        };
        let Ok(written) = OfflineWriter.copy(task).await else { continue };
        for copy in &written.work {
            let duration_ms = match option("--seconds") {
                Some(seconds) => seconds.parse::<u32>()? * 1_000,
                None => suited_length_ms(&brief, &angle, copy),
            };
            let board =
                OfflineWriter.storyboard(StoryboardTask { spark, angle: &angle, copy, duration_ms }).await?.work;
            println!("\n{} {:?} {} s: {}", copy.key, angle.archetype, duration_ms / 1_000, board.title);
            for shot in &board.shots {
                println!(
                    "  {:>5.1} {:>4.1}  {:<22} [{}] “{}”  {}  {:?}",
                    f64::from(shot.start_ms) / 1e3,
                    f64::from(shot.duration_ms) / 1e3,
                    shot.framing,
                    shot.on_screen_text.replace('\n', " / "),
                    shot.voice_over,
                    shot.action,
                    shot.sources
                );
            }
            println!("  music: {}\n  b-roll: {}", board.music_mood, board.b_roll.join(" | "));
            std::fs::write(Path::new(folder).join(format!("{}.png", copy.key)), render_contact_sheet(&board)?)?;
        }
        earlier.extend(written.work);
    }
    Ok(())
}
