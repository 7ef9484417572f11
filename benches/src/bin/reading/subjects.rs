//! What the readers read about: briefs, and what a small model and people wrote on the same subject.

use std::{collections::BTreeMap, fs, path::Path};

use flate2::read::GzDecoder;
use serde::Deserialize;
use vcm_core::brief::{self, Brief, BriefFormat};

use super::Outcome;

/// Beside the briefs: which post of the data people wrote on a brief's subject.
const PEOPLE: &str = "people.toml";

/// A brief with the posts that ours is picked against.
#[derive(Debug)]
pub(crate) struct Subject {
    pub(crate) name: String,
    pub(crate) brief: Brief,
    pub(crate) model_post: Option<String>,
    pub(crate) human_post: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Reference {
    page: String,
    status_id: String,
}

#[derive(Debug, Deserialize)]
struct Row {
    page: String,
    status_id: String,
    status_message: String,
}

/// Every brief of a folder, by name.
pub(crate) fn read(briefs: &Path, model: Option<&Path>, people: Option<&Path>) -> Outcome<Vec<Subject>> {
    let model_posts: BTreeMap<String, String> = match model {
        Some(file) => serde_json::from_str(&fs::read_to_string(file)?)?,
        None => BTreeMap::new(),
    };
    let mut human_posts = match people {
        Some(data) => people_posts(&briefs.join(PEOPLE), data)?,
        None => BTreeMap::new(),
    };
    let mut files: Vec<_> = fs::read_dir(briefs)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut subjects = Vec::new();
    for file in files {
        let path = file.path();
        if path.extension().is_none_or(|extension| extension != "toml") || file.file_name() == PEOPLE {
            continue;
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let brief = brief::parse(&fs::read_to_string(&path)?, BriefFormat::Toml)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let model_post = model_posts.get(&name).cloned();
        subjects.push(Subject { human_post: human_posts.remove(&name), model_post, name, brief });
    }
    Ok(subjects)
}

/// The posts that the side file names, from the gzipped table of pages' posts.
fn people_posts(references: &Path, data: &Path) -> Outcome<BTreeMap<String, String>> {
    let Ok(text) = fs::read_to_string(references) else { return Ok(BTreeMap::new()) };
    let references: BTreeMap<String, Reference> = toml::from_str(&text)?;
    let mut rows = csv::Reader::from_reader(GzDecoder::new(fs::File::open(data)?));
    let mut posts = BTreeMap::new();
    for row in rows.deserialize() {
        let row: Row = row?;
        let found = references.iter().find(|(_, it)| it.page == row.page && it.status_id == row.status_id);
        if let Some((name, _)) = found {
            posts.insert(name.clone(), row.status_message);
        }
    }
    match references.keys().find(|name| !posts.contains_key(*name)) {
        Some(missing) => Err(format!("the data has no post for {missing}").into()),
        None => Ok(posts),
    }
}
