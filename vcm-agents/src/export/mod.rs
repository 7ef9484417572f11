//! The kit as files: made in memory, written as a folder or a ZIP, and read back.
//!
//! The same kit gives the same bytes: names are sorted, times fixed, and nothing reads the clock. Read in this order:
//! [`KitFiles`] here (which files there are), `names` (what they may be called), `tables`, `calendar`, `copies`, `hooks`, `voice` and
//! `report` (what is in them), `storyboards` (plans and captions of videos), `write` and `read` (how they reach the disk and come
//! back).

mod calendar;
mod copies;
mod hooks;
mod names;
mod read;
mod report;
mod storyboards;
mod tables;
mod target;
mod voice;
mod write;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use rayon::prelude::*;
use serde::Serialize;
use vcm_core::{
    Error, ErrorKind, Result,
    hash::ContentHash,
    kit::Kit,
    visuals::{Asset, AssetContent},
};

#[cfg(test)]
pub(crate) use self::storyboards::{srt, tests::read_srt};
pub use self::{
    read::read_kit,
    target::{check_folder, check_zip_file, write_zip_file},
    write::{write_directory, write_zip},
};
use crate::visuals::{
    Pictures, render_card_with_preview, render_carousel_with_preview, render_contact_sheet_with_preview,
};

/// The file that lists every other file with its SHA-256, in the form that `sha256sum --check` reads. Written last.
pub const CHECKSUMS: &str = "CHECKSUMS.sha256";

/// The file that holds the whole kit.
pub const KIT_JSON: &str = "kit.json";

/// What to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RenderOptions {
    /// Draw cards and contact sheets as PNG. Default true; without, storyboards are still written as JSON and SRT.
    pub images: bool,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { images: true }
    }
}

/// Every file of a kit: path inside the kit (with `/`) and bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitFiles {
    files: BTreeMap<String, Vec<u8>>,
}

impl KitFiles {
    /// Makes every file of `kit`. Pictures are drawn on all cores, each encoded and dropped before the next.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] when a card has an impossible size or two assets would have one file name.
    pub fn new(kit: &Kit, options: &RenderOptions) -> Result<Self> {
        Self::with_pictures(kit, options, &Pictures::none())
    }

    /// As [`Self::new`], for a kit whose cards have the brief's photos and logo in them.
    ///
    /// # Errors
    /// As [`Self::new`], and [`ErrorKind::NotFound`] when a picture that a card names is not among `pictures`.
    pub fn with_pictures(kit: &Kit, options: &RenderOptions, pictures: &Pictures) -> Result<Self> {
        let mut files = BTreeMap::new();
        let content = &kit.content;
        check_asset_names(&content.assets)?;
        files.insert(KIT_JSON.to_owned(), pretty_json(kit)?);
        files.insert("schedule.csv".to_owned(), tables::schedule_csv(kit)?);
        files.insert("hashtags.csv".to_owned(), tables::hashtags_csv(kit)?);
        files.insert("schedule.ics".to_owned(), calendar::schedule_ics(kit));
        files.insert("experiments.json".to_owned(), pretty_json(&content.experiments)?);
        files.extend(copies::markdown_files(kit));
        let assets: Vec<Result<AssetFiles>> =
            content.assets.par_iter().map(|asset| asset_files(asset, *options, pictures)).collect();
        let mut previews = Vec::with_capacity(assets.len());
        for made in assets {
            let made = made?;
            files.extend(made.files);
            previews.push(made.preview);
        }
        let report = report::report_html(kit, &previews)?;
        files.insert("report.html".to_owned(), report);
        let checksums = files.iter().fold(String::new(), |mut text, (path, bytes)| {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}  {path}", ContentHash::of_bytes(bytes));
            text
        });
        files.insert(CHECKSUMS.to_owned(), checksums.into_bytes());
        Ok(Self { files })
    }

    /// Paths and bytes, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The bytes of one file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }
}

/// What is made of one asset.
#[derive(Default)]
struct AssetFiles {
    files: Vec<(String, Vec<u8>)>,
    /// A small JPEG for the report.
    preview: Option<Vec<u8>>,
}

/// Path of the picture of an asset.
fn picture_path(key: &str) -> String {
    format!("assets/{}.png", names::file_name(key))
}

/// Paths of the pictures of an asset, in order: one a slide for a carousel.
fn picture_paths(asset: &Asset) -> Vec<String> {
    match &asset.content {
        AssetContent::Carousel(carousel) => {
            let name = names::file_name(&asset.key);
            (1..=carousel.slides.len()).map(|number| format!("assets/{name}-{number:02}.png")).collect()
        }
        AssetContent::Card(_) | AssetContent::Storyboard(_) => vec![picture_path(&asset.key)],
    }
}

fn asset_files(asset: &Asset, options: RenderOptions, pictures: &Pictures) -> Result<AssetFiles> {
    let mut made = AssetFiles::default();
    if let AssetContent::Storyboard(storyboard) = &asset.content {
        made.files.extend(storyboards::files(&names::file_name(&asset.key), storyboard)?);
    }
    if options.images {
        let one = |(png, preview): (Vec<u8>, Vec<u8>)| (vec![png], preview);
        let (drawn, preview) = match &asset.content {
            AssetContent::Card(card) => render_card_with_preview(card, pictures, report::PREVIEW_PX).map(one),
            AssetContent::Carousel(carousel) => render_carousel_with_preview(carousel, pictures, report::PREVIEW_PX),
            AssetContent::Storyboard(storyboard) => {
                render_contact_sheet_with_preview(storyboard, 2 * report::PREVIEW_PX).map(one)
            }
        }
        .map_err(|error| error.with("asset", &asset.key))?;
        made.files.extend(picture_paths(asset).into_iter().zip(drawn));
        made.preview = Some(preview);
    }
    Ok(made)
}

fn check_asset_names(assets: &[Asset]) -> Result<()> {
    let mut taken = BTreeSet::new();
    for (index, asset) in assets.iter().enumerate() {
        if !taken.insert(names::file_name(&asset.key)) {
            let field = format!("content.assets[{index}].key");
            return Err(Error::invalid_field("kit_files", field, &asset.key, "a key with a file name of its own"));
        }
    }
    Ok(())
}

fn pretty_json<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)
        .map_err(|error| Error::new(ErrorKind::Unexpected, "kit_files", "not valid as JSON").caused_by(error))?;
    bytes.push(b'\n');
    Ok(bytes)
}
