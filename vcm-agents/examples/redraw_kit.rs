//! Draws a kit again from its `kit.json` and says how long each step took: for looking at cards, and for profiling.
//!
//! `cargo run --release -p vcm-agents --example redraw_kit -- KIT FOLDER`

use std::{path::Path, time::Instant};

use vcm_agents::{
    export::{KitFiles, RenderOptions, read_kit, write_directory, write_zip_file},
    visuals::{Pictures, render_card},
};
use vcm_core::{Error, ErrorKind, Result};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kit, folder] = arguments.as_slice() else {
        return Err(Error::new(ErrorKind::InvalidInput, "start", "usage: redraw_kit KIT FOLDER"));
    };
    let kit = read_kit(Path::new(kit))?;
    let cards: Vec<_> = kit.content.assets.iter().flat_map(vcm_core::visuals::Asset::cards).collect();

    let start = Instant::now();
    let files = KitFiles::new(&kit, &RenderOptions::default())?;
    println!("{:>8.1} ms  every file, from cold", milliseconds(start));

    let start = Instant::now();
    let mut bytes = 0;
    for card in &cards {
        bytes += render_card(card, &Pictures::none())?.len();
    }
    let count = cards.len().max(1);
    println!(
        "{:>8.1} ms  a card on one core, warm ({count} cards, {} kB each)",
        milliseconds(start) / count as f64,
        bytes / count / 1000
    );

    let start = Instant::now();
    write_directory(&files, Path::new(folder))?;
    println!("{:>8.1} ms  into a folder", milliseconds(start));
    let start = Instant::now();
    write_zip_file(&files, &Path::new(folder).join("kit.zip"))?;
    println!("{:>8.1} ms  into a ZIP", milliseconds(start));
    Ok(())
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}
