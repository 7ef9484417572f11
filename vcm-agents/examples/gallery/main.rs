//! Draws the gallery in docs: every layout, several sizes, two brands, many scripts, a photo, a carousel. For looking at after a
//! change, and for showing.
//!
//! `cargo run --release -p vcm-agents --example gallery -- docs/gallery`

mod cards;
mod scene;

use std::{fmt::Write, fs, path::Path};

use vcm_agents::visuals::{Pictures, render_card};
use vcm_core::{Error, ErrorKind, Result};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder] = arguments.as_slice() else {
        return Err(Error::new(ErrorKind::InvalidInput, "start", "usage: gallery FOLDER"));
    };
    let folder = Path::new(folder);
    let failed =
        |error: std::io::Error| Error::new(ErrorKind::Io, "gallery", "a file cannot be written").caused_by(error);
    fs::create_dir_all(folder).map_err(failed)?;
    let mut pictures = Pictures::none();
    pictures.insert("scene.jpg", scene::photo()?);
    pictures.insert("logo.png", scene::logo()?);
    let mut page = String::from(
        "# Gallery\n\nMade by `cargo run --release -p vcm-agents --example gallery -- docs/gallery`. The words are made up for the \
         pictures; a drawn scene stands in for a photo. Cards are drawn at half their posted size here.\n",
    );
    let mut bytes = 0;
    for section in cards::sections() {
        // Writing to a String cannot fail.
        let _ = writeln!(page, "\n## {}\n\n{}\n", section.title, section.note);
        for (name, alt_text, card) in section.cards {
            let png = render_card(&card, &pictures).map_err(|error| error.with("card", &name))?;
            bytes += png.len();
            fs::write(folder.join(format!("{name}.png")), png).map_err(failed)?;
            let width = card.width_px.min(400);
            let _ = writeln!(page, "<img src=\"{name}.png\" width=\"{width}\" alt=\"{alt_text}\">");
        }
    }
    page.push_str(
        "\n## Contact sheets and reports\n\nThey are drawn by their own commands and stand here when those write into this folder.\n",
    );
    fs::write(folder.join("README.md"), page).map_err(failed)?;
    println!("{} kB of pictures", bytes / 1000);
    Ok(())
}
