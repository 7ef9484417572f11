//! Uses the engines without a campaign: count as each platform counts, split a long text, moderate it.
//!
//! `cargo run -p example-engines-alone`

use jiff::civil::date;
use vcm_core::{
    Result,
    moderation::{ModerationInput, Moderator},
    platform::{LengthOptions, Numbering, Platform, SplitOptions, split_thread, text_length},
};

fn main() -> Result<()> {
    let today = date(2026, 11, 22);
    let text = "Cycle lanes, café hours, step-free doors: 👩🏽‍🚀 everything on the map was put there by somebody. \
                https://www.openstreetmap.org/about is where to begin.";
    for platform in Platform::ALL {
        let length = text_length(*platform, text, &LengthOptions::new(today));
        println!("{:<15} {:>4} of {}", platform.label(), length.length, length.limit);
    }

    let mut options = SplitOptions::new(today);
    options.numbering = Numbering::End;
    for part in split_thread(Platform::Bluesky, &format!("{text} ").repeat(4), &options)? {
        println!("\n{part}");
    }

    let verdict = Moderator::new(Vec::new())?
        .moderate(&ModerationInput::text("post", &["Write to jane.doe@example.org for the list."]));
    println!("\n{:?}", verdict.decision);
    for finding in verdict.findings {
        println!("{}: {}", finding.rule, finding.message);
    }
    Ok(())
}
