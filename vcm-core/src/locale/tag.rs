//! Language tags: what is one, what a slip probably meant, and which languages are written.
//!
//! The grammar is Unicode's BCP 47 locale identifier (UTS #35 §3.2), which leaves out RFC 5646's grandfathered tags, extended
//! languages and tags that are private from their first letter: none of them says how to write a date. Next: [`super::date`].

/// The languages that vcm writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// German.
    German,
    /// French.
    French,
    /// Portuguese.
    Portuguese,
}

impl Language {
    /// Every language, in the order in which docs list them.
    pub const ALL: [Self; 5] = [Self::English, Self::Spanish, Self::German, Self::French, Self::Portuguese];

    /// The ISO 639-1 code: `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::German => "de",
            Self::French => "fr",
            Self::Portuguese => "pt",
        }
    }

    /// The English name: "English".
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Spanish",
            Self::German => "German",
            Self::French => "French",
            Self::Portuguese => "Portuguese",
        }
    }

    /// The language of a lower-case ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language that a tag names, if it is a valid tag of one of these.
    pub fn of_tag(tag: &str) -> Option<Self> {
        parse(tag).and_then(|tag| Self::from_code(tag.id.language.as_str()))
    }
}

/// What is allowed instead, when `text` is not a language tag. `None` when it is one, whatever its language.
///
/// A tag that a person probably meant is named: `en_GB` asks for `en-GB`, `Spanish` for `es`.
pub fn check(text: &str) -> Option<String> {
    const ALLOWED: &str = "a BCP-47 language tag such as en-GB";
    if parse(text).is_some() {
        return None;
    }
    Some(meant(text).map_or_else(|| ALLOWED.to_owned(), |meant| format!("{ALLOWED}; did you mean `{meant}`?")))
}

/// The tag in canonical form.
pub(super) fn parse(text: &str) -> Option<icu_locale_core::Locale> {
    // ICU4X reads `en_GB` and language names of five to eight letters as tags, but BCP 47 has no `_` and the registry no such
    // language.
    let language = text.split('-').next().unwrap_or_default();
    if text.len() > 64 || text.contains('_') || !(2..=3).contains(&language.len()) {
        return None;
    }
    let tag = icu_locale_core::Locale::try_from_str(text).ok()?;
    (!tag.id.language.is_unknown()).then_some(tag)
}

/// "en, es, de, fr or pt (English, …)", for messages.
pub(super) fn list_of_languages() -> String {
    let names: Vec<String> =
        Language::ALL.iter().map(|language| format!("{} ({})", language.code(), language.name())).collect();
    format!("there are {}", names.join(", "))
}

/// The tag that a text of another form stands for.
fn meant(text: &str) -> Option<String> {
    const NAMES: [(Language, &[&str]); 5] = [
        (Language::English, &["english", "inglés", "englisch", "anglais", "inglês"]),
        (Language::Spanish, &["spanish", "español", "espanol", "castellano", "spanisch", "espagnol"]),
        (Language::German, &["german", "deutsch", "alemán", "allemand", "alemão"]),
        (Language::French, &["french", "français", "francais", "francés", "französisch", "francês"]),
        (Language::Portuguese, &["portuguese", "português", "portugues", "portugués", "portugiesisch", "portugais"]),
    ];
    if text.len() > 64 {
        return None;
    }
    let lower = text.to_lowercase();
    let named = NAMES.iter().find(|(_, names)| names.iter().any(|name| lower.trim() == *name));
    if let Some((language, _)) = named {
        return Some(language.code().to_owned());
    }
    // `en_GB.UTF-8`, the form of the environment's variables.
    let dashed = text.split(['.', '@']).next().unwrap_or_default().trim().replace('_', "-");
    parse(&dashed).filter(|_| dashed != text).map(|tag| tag.to_string())
}
