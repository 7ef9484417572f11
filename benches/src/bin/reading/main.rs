//! The reading protocol: sheets for blind readers, and the table of what they answered. docs/kit-quality.md says how a round goes.
//!
//! ```text
//! reading prepare --briefs DIR --out DIR --seed N [--model FILE] [--people FILE]
//! reading tally --key FILE --answers FILE [--answers FILE …]
//! ```
//! [`subjects`] reads briefs and what else was written about them, [`sheets`] writes sheet and key, [`tally`] counts.

mod sheets;
mod subjects;
mod tally;

use std::{collections::BTreeMap, error::Error, path::PathBuf};

use vcm_agents::Machine;
use vcm_core::{hash::Seed, id::OrgId, org::Actor};

/// Anything that ends a command with a message.
type Outcome<T> = Result<T, Box<dyn Error>>;

const USAGE: &str = "usage:
  reading prepare --briefs DIR --out DIR --seed N [--model FILE] [--people FILE]
  reading tally --key FILE --answers FILE [--answers FILE …]";

fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = words.split_first().ok_or(USAGE)?;
    let options = options(rest)?;
    match command.as_str() {
        "prepare" => tokio::runtime::Runtime::new()?.block_on(prepare(&options)),
        "tally" => {
            let answers = options.get("answers").ok_or(USAGE)?;
            println!("{}", tally::table(&path(&options, "key")?, answers)?);
            Ok(())
        }
        _ => Err(USAGE.into()),
    }
}

async fn prepare(options: &BTreeMap<String, Vec<String>>) -> Outcome<()> {
    let seed = Seed(one(options, "seed")?.parse()?);
    let model = options.get("model").and_then(|files| files.first()).map(PathBuf::from);
    let people = options.get("people").and_then(|files| files.first()).map(PathBuf::from);
    let subjects = subjects::read(&path(options, "briefs")?, model.as_deref(), people.as_deref())?;
    let out = path(options, "out")?;
    std::fs::create_dir_all(&out)?;
    let store = vcm_store::open("sqlite::memory:").await?;
    let desk = Machine::builder().store(store).build()?.workspace(OrgId::LOCAL, Actor::LOCAL);
    let mut key = BTreeMap::new();
    for subject in subjects {
        let copies = sheets::write_kit(&desk, &subject, seed).await?;
        let (sheet, entries) = sheets::sheet(&subject, &copies, seed);
        std::fs::write(out.join(format!("{}.md", subject.name)), sheet)?;
        key.insert(subject.name.clone(), entries);
    }
    std::fs::create_dir_all(out.join("key"))?;
    std::fs::write(out.join("key/key.json"), serde_json::to_string_pretty(&key)?)?;
    println!("{} sheets in {}; the key is in key/, which no reader may see", key.len(), out.display());
    Ok(())
}

fn options(words: &[String]) -> Outcome<BTreeMap<String, Vec<String>>> {
    let mut options: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for pair in words.chunks(2) {
        let [name, value] = pair else { return Err(USAGE.into()) };
        let name = name.strip_prefix("--").ok_or(USAGE)?;
        if !["briefs", "out", "seed", "model", "people", "key", "answers"].contains(&name) {
            return Err(format!("unknown option --{name}\n{USAGE}").into());
        }
        options.entry(name.to_owned()).or_default().push(value.clone());
    }
    Ok(options)
}

fn one<'a>(options: &'a BTreeMap<String, Vec<String>>, name: &str) -> Outcome<&'a str> {
    let values = options.get(name).map_or(&[][..], Vec::as_slice);
    match values {
        [value] => Ok(value),
        _ => Err(format!("--{name} once, please\n{USAGE}").into()),
    }
}

fn path(options: &BTreeMap<String, Vec<String>>, name: &str) -> Outcome<PathBuf> {
    one(options, name).map(PathBuf::from)
}
