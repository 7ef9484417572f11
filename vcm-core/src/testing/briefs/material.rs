//! The phrases of the generator, one file a language in `domains/`. Read [`super::marks`] for the marks in them.

use std::sync::OnceLock;

use serde::Deserialize;

/// Languages that briefs can be generated in.
pub const LANGUAGES: &[&str] = &["en", "es", "de", "fr", "pt"];

const FILES: &[(&str, &str)] = &[
    ("en", include_str!("domains/en.toml")),
    ("es", include_str!("domains/es.toml")),
    ("de", include_str!("domains/de.toml")),
    ("fr", include_str!("domains/fr.toml")),
    ("pt", include_str!("domains/pt.toml")),
];

/// All phrases of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Language {
    pub(super) domain: Vec<Domain>,
    pub(super) odd: Odd,
}

/// A field that briefs come from, with material for every part of a brief. `::` separates the fields of an entry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Domain {
    pub(super) id: String,
    pub(super) names: Vec<String>,
    pub(super) plural_names: Vec<String>,
    pub(super) category: String,
    pub(super) summary: String,
    pub(super) does: Vec<String>,
    /// `name :: pain | pain :: want | want`
    pub(super) audiences: Vec<String>,
    /// `topic :: statement`, as are features and results.
    pub(super) facts: Vec<String>,
    pub(super) features: Vec<String>,
    pub(super) results: Vec<String>,
    /// `topic :: words :: who`
    pub(super) quotes: Vec<String>,
    pub(super) steps: Vec<String>,
    /// `belief :: fact`
    pub(super) myths: Vec<String>,
    /// `question :: answer`
    pub(super) objections: Vec<String>,
    /// `before :: after`
    pub(super) comparisons: Vec<String>,
    /// `when :: event`
    pub(super) milestones: Vec<String>,
    pub(super) offer: String,
    pub(super) label: String,
}

/// Material with odd characters or of extreme length, for any domain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Odd {
    pub(super) facts: Vec<String>,
    pub(super) audiences: Vec<String>,
    pub(super) banned: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) long_fact: String,
    pub(super) long_topic: String,
    pub(super) labels: Vec<String>,
    pub(super) examples: Vec<String>,
    pub(super) tags: Vec<String>,
}

/// The phrases of a language of [`LANGUAGES`].
pub(super) fn language(code: &str) -> &'static Language {
    static ALL: OnceLock<Vec<Language>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        FILES
            .iter()
            .map(|(code, text)| toml::from_str(text).unwrap_or_else(|error| panic!("{code}: {error}")))
            .collect()
    });
    let at = FILES.iter().position(|(known, _)| *known == code);
    &all[at.unwrap_or_else(|| panic!("no material for {code}"))]
}

/// Locales of a language, all of which its writer must take.
pub(super) fn locales(code: &str) -> &'static [&'static str] {
    match code {
        "en" => &["en-US", "en-GB", "en-AU"],
        "es" => &["es-ES", "es-MX"],
        "de" => &["de-DE", "de-AT", "de-CH"],
        "fr" => &["fr-FR", "fr-CA"],
        "pt" => &["pt-BR", "pt-PT"],
        _ => panic!("no locales for {code}"),
    }
}
