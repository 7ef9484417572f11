//! Derives the tables that moderation ships: `lexicon.bin` and `toxicity.bin` in `vcm-core/src/moderation`.
//!
//! `VCM_DATA=<folder> cargo run --release -p vcm-core --example train_moderation -- lexicon|model|measure`
//!
//! `lexicon` first, then `model` (it takes the lexicon as it is compiled in, so build again in between); `measure` prints what the
//! shipped tables reach on splits that training never sees. The folder holds the labelled sets named in `data.rs`. Only hashes and
//! weights leave it. The same data gives the same tables: the only randomness is a seeded shuffle.
#![expect(
    clippy::disallowed_methods,
    reason = "a tool, not part of the pure crate: it reads files and the environment"
)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a tool run by hand: a broken data folder ends it at once"
)]

mod data;
mod lexicon;
mod measure;
mod model;

fn main() {
    let folder = std::env::var("VCM_DATA").expect("VCM_DATA names the folder of the labelled data");
    let data = data::Data::new(folder);
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/src/moderation");
    match std::env::args().nth(1).as_deref() {
        Some("lexicon") => {
            std::fs::write(format!("{tables}/lexicon/lexicon.bin"), lexicon::build(&data)).expect("write the lexicon");
        }
        Some("model") => {
            std::fs::write(format!("{tables}/toxicity.bin"), model::train(&data)).expect("write the model");
        }
        Some("measure") => measure::print(&data),
        other => {
            eprintln!("lexicon, model or measure, not {other:?}");
            std::process::exit(2);
        }
    }
}
