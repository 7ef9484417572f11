//! Derives the tables that moderation ships: `lexicon.bin` and `toxicity.bin` in `vcm-core/src/moderation`.
//!
//! `VCM_DATA=<folder> cargo run --release -p vcm-core --example train_moderation -- train|tune|study|measure`
//!
//! `train` writes both; `tune` compares settings on one fold, `study` prints how well the model knows sets that are left out, `measure`
//! what the stored tables reach on splits that training never sees. The folder holds the labelled sets named in `data.rs`. Only
//! hashes and weights leave it. The same data gives the same tables: the only randomness is seeded.
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
mod regression;
mod vectors;

use vcm_core::moderation::{Moderator, lexicon::Lexicon, toxicity::ToxicityModel};

fn main() {
    let folder = std::env::var("VCM_DATA").expect("VCM_DATA names the folder of the labelled data");
    let data = data::Data::new(folder);
    let tables = concat!(env!("CARGO_MANIFEST_DIR"), "/src/moderation");
    let lexicon_file = format!("{tables}/lexicon/lexicon.bin");
    let model_file = format!("{tables}/toxicity/toxicity.bin");
    let stored_lexicon = || Lexicon::from_bytes(&std::fs::read(&lexicon_file).expect("the lexicon is there"));
    match std::env::args().nth(1).as_deref() {
        Some("train") => {
            let lexicon = lexicon::build(&data);
            std::fs::write(&lexicon_file, lexicon.to_bytes()).expect("write the lexicon");
            let model = model::train(&data, &lexicon);
            std::fs::write(&model_file, model.to_bytes()).expect("write the model");
        }
        Some("tune") => model::tune(&data, &stored_lexicon()),
        Some("study") => model::study(&data, &stored_lexicon()),
        Some("measure") => {
            let bytes = std::fs::read(&model_file).expect("the model is there");
            let model = ToxicityModel::from_bytes(&bytes).expect("the model is of this version");
            let moderator = Moderator::new(Vec::new()).expect("the shipped packs are valid");
            measure::print(&data, &moderator.with_lexicon(stored_lexicon()).with_model(model));
        }
        other => {
            eprintln!("train, tune, study or measure, not {other:?}");
            std::process::exit(2);
        }
    }
}
