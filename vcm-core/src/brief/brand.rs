//! How a campaign looks: colours, and the pictures that lie beside the brief. Next: [`super::validate`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    checks,
    rules::{Rules, quoted},
};

/// File endings of pictures.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp"];

/// Colours, marks and pictures for visuals. Colours are `#rrggbb`.
///
/// Text always has the contrast that WCAG 2.2 asks for at level AA (4.5; 3.0 for large text). A colour that is too near to what
/// is behind it is moved towards black or white in steps of 9 % until it reads; one that would turn into another colour on the
/// way gives place to the nearest colour of the brand that reads, or to white or near-black. The kit keeps the brand's own colours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Brand {
    /// Main colour, used for backgrounds. Default `#1f2a44`.
    #[schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$"))]
    pub primary: String,
    /// Accent colour, used for marks and figures. Default `#ff6b4a`.
    #[schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$"))]
    pub accent: String,
    /// Colour of light surfaces. Default `#fbf7f0`.
    #[schemars(regex(pattern = "^#[0-9A-Fa-f]{6}$"))]
    pub paper: String,
    /// Text in the corner of every visual; none by default.
    pub watermark: Option<String>,
    /// A logo for every visual: a picture file beside the brief, at least 24 pixels high and wide, best a PNG with a transparent ground. It stands on a light or dark
    /// plate when it would not be seen on the card. None by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Photos for the visuals, at most 12. Cards that fit use them in turn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 12))]
    pub photos: Vec<BrandPhoto>,
}

/// A photo for the visuals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BrandPhoto {
    /// A picture file beside the brief (`.png`, `.jpg`, `.jpeg` or `.webp`), by the rule of `history`: a relative path without `..`.
    /// At least 320 pixels on its shorter side; what it carries besides the picture (place, camera, time) is not kept.
    pub file: String,
    /// What it shows, 1 to 300 characters, as it would be told to someone who cannot see it.
    #[schemars(length(min = 1, max = 300))]
    pub alt: String,
    /// The point that must stay in the frame, as shares of width and height from the upper left: `[0.5, 0.3]`. None: estimated
    /// from where detail and colour stand out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<[f64; 2]>,
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            primary: "#1f2a44".into(),
            accent: "#ff6b4a".into(),
            paper: "#fbf7f0".into(),
            watermark: None,
            logo: None,
            photos: Vec::new(),
        }
    }
}

impl Brand {
    /// The picture files it names, each once, with the field that names it first.
    pub fn pictures(&self) -> Vec<(String, &str)> {
        let mut files: Vec<(String, &str)> = Vec::new();
        let logo = self.logo.iter().map(|file| ("brand.logo".to_owned(), file.as_str()));
        let photos = self.photos.iter().enumerate();
        let photos = photos.map(|(index, photo)| (format!("brand.photos[{index}].file"), photo.file.as_str()));
        for (field, file) in logo.chain(photos) {
            if files.iter().all(|(_, other)| *other != file) {
                files.push((field, file));
            }
        }
        files
    }

    pub(super) fn check(&self, rules: &mut Rules) {
        rules.checked("brand.primary", &self.primary, checks::colour);
        rules.checked("brand.accent", &self.accent, checks::colour);
        rules.checked("brand.paper", &self.paper, checks::colour);
        if let Some(watermark) = &self.watermark {
            rules.text("brand.watermark", watermark, 1, 40);
        }
        if let Some(logo) = &self.logo {
            rules.checked("brand.logo", logo, |file| checks::data_file(file, PICTURES));
        }
        rules.list("brand.photos", self.photos.len(), 0, 12);
        for (index, photo) in self.photos.iter().enumerate() {
            let field = format!("brand.photos[{index}]");
            rules.checked(format!("{field}.file"), &photo.file, |file| checks::data_file(file, PICTURES));
            rules.text(format!("{field}.alt"), &photo.alt, 1, 300);
            if let Some([x, y]) = photo.focus {
                rules.range(format!("{field}.focus[0]"), x, 0.0, 1.0);
                rules.range(format!("{field}.focus[1]"), y, 0.0, 1.0);
            }
            if self.photos.iter().take(index).any(|other| other.file == photo.file) {
                rules.add(format!("{field}.file"), quoted(&photo.file), "each photo once");
            }
        }
    }
}
