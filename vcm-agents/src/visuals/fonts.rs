//! The fonts that ship with the crate, and which of them draws a character.
//!
//! Headless hosts have no fonts and two hosts never have the same ones, so system fonts are never read: the same card gives
//! the same pixels everywhere. Inter sets Latin, Cyrillic and Greek; Noto sets Arabic, Hebrew, Devanagari, Bengali, Tamil,
//! Telugu, Gujarati, Gurmukhi, Kannada, Malayalam, Thai, Armenian, Georgian, common Chinese, Japanese and Korean, and emoji in
//! colour. `assets/fonts/README.md` says what is covered. Next: [`super::text`].

use std::sync::{Arc, LazyLock};

use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::{self, fontdb};
use skrifa::MetadataProvider;

/// Strokes of a text. Scripts with one weight use it for all three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Weight {
    Regular,
    SemiBold,
    ExtraBold,
}

/// Index of a face in the shipped list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FaceIndex(usize);

struct Shipped {
    bytes: &'static [u8],
    weights: &'static [Weight],
    emoji: bool,
}

macro_rules! shipped {
    ($($file:literal for $($weight:ident)|+ $(, $emoji:ident)?;)+) => {
        &[$(Shipped {
            bytes: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file)),
            weights: &[$(Weight::$weight),+],
            emoji: shipped!(@emoji $($emoji)?),
        }),+]
    };
    (@emoji) => { false };
    (@emoji emoji) => { true };
}

/// In order of preference: the first face that has a character draws it.
static SHIPPED: &[Shipped] = shipped! {
    "Inter-Regular.otf" for Regular;
    "Inter-SemiBold.otf" for SemiBold;
    "Inter-ExtraBold.otf" for ExtraBold;
    "NotoSansArabic-Regular.ttf" for Regular;
    "NotoSansArabic-Bold.ttf" for SemiBold | ExtraBold;
    "NotoSansHebrew-Regular.ttf" for Regular;
    "NotoSansHebrew-Bold.ttf" for SemiBold | ExtraBold;
    "NotoSansDevanagari-Regular.ttf" for Regular;
    "NotoSansDevanagari-Bold.ttf" for SemiBold | ExtraBold;
    "NotoSansThai-Regular.ttf" for Regular;
    "NotoSansThai-Bold.ttf" for SemiBold | ExtraBold;
    "NotoSansCJKjp-Bold.otf" for Regular | SemiBold | ExtraBold;
    "NotoColorEmoji.ttf" for Regular | SemiBold | ExtraBold, emoji;
    "NotoSansArmenian-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansGeorgian-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansBengali-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansTamil-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansTelugu-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansGujarati-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansGurmukhi-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansKannada-Bold.ttf" for Regular | SemiBold | ExtraBold;
    "NotoSansMalayalam-Bold.ttf" for Regular | SemiBold | ExtraBold;
};

struct Face {
    font: harfrust::FontRef<'static>,
    data: ShaperData,
    charmap: skrifa::charmap::Charmap<'static>,
    units_per_em: f32,
    weights: &'static [Weight],
    emoji: bool,
}

/// The loaded fonts: for measuring, and as the database that draws.
pub(super) struct Fonts {
    faces: Vec<Face>,
    database: Arc<fontdb::Database>,
    ids: Vec<fontdb::ID>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::load);

/// The fonts, read once.
pub(super) fn fonts() -> &'static Fonts {
    &FONTS
}

impl Fonts {
    fn load() -> Self {
        let mut fonts = Self { faces: Vec::new(), database: Arc::default(), ids: Vec::new() };
        let mut database = fontdb::Database::new();
        for shipped in SHIPPED {
            let added = database.load_font_source(fontdb::Source::Binary(Arc::new(shipped.bytes)));
            // A shipped file that cannot be read is caught by the test below; at run time it is only not used.
            let (Ok(font), Ok(readable), Some(id)) =
                (harfrust::FontRef::new(shipped.bytes), skrifa::FontRef::new(shipped.bytes), added.first())
            else {
                continue;
            };
            let metrics =
                readable.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
            fonts.faces.push(Face {
                data: ShaperData::new(&font),
                font,
                charmap: readable.charmap(),
                units_per_em: f32::from(metrics.units_per_em.max(1)),
                weights: shipped.weights,
                emoji: shipped.emoji,
            });
            fonts.ids.push(*id);
        }
        fonts.database = Arc::new(database);
        fonts
    }

    /// The face that draws all of a grapheme in this weight, if any does. `emoji` asks for the coloured form.
    pub(super) fn face_for(&self, grapheme: &str, weight: Weight, emoji: bool) -> Option<FaceIndex> {
        let find = |wants_emoji: Option<bool>| {
            self.faces.iter().position(|face| {
                face.weights.contains(&weight)
                    && wants_emoji.is_none_or(|wanted| wanted == face.emoji)
                    && covers(face, grapheme)
            })
        };
        let preferred = if emoji { find(Some(true)) } else { None };
        preferred.or_else(|| find(None)).map(FaceIndex)
    }

    /// The advance of a run in ems of its face. `right_to_left` gives the direction of the run.
    pub(super) fn advance(&self, face: FaceIndex, text: &str, right_to_left: bool) -> f32 {
        let Some(face) = self.faces.get(face.0) else { return 0.0 };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let shaped = face.data.shaper(&face.font).build().shape(buffer, ShapeOptions::new());
        let units: i64 = shaped.glyph_positions().iter().map(|position| i64::from(position.x_advance)).sum();
        units as f32 / face.units_per_em
    }

    /// Options for drawing: families are named by [`family`], and nothing outside the shipped faces is looked at.
    pub(super) fn usvg_options(&self) -> usvg::Options<'_> {
        usvg::Options {
            fontdb: Arc::clone(&self.database),
            font_resolver: usvg::FontResolver {
                select_font: Box::new(|font, _| {
                    let named = font.families().iter().find_map(|family| match family {
                        usvg::FontFamily::Named(name) => name.strip_prefix("face")?.parse::<usize>().ok(),
                        _ => None,
                    });
                    self.ids.get(named.unwrap_or(0)).copied()
                }),
                // Runs are cut so that each has one face; falling back would draw what was not measured.
                select_fallback: Box::new(|_, _, _| None),
            },
            image_href_resolver: usvg::ImageHrefResolver {
                resolve_data: Box::new(|_, _, _| None),
                resolve_string: Box::new(|_, _| None),
            },
            ..usvg::Options::default()
        }
    }
}

/// Whether a face has every visible character of a text.
pub(super) fn has(face: FaceIndex, text: &str) -> bool {
    fonts().faces.get(face.0).is_some_and(|face| covers(face, text))
}

/// Whether a face draws emoji: its space is as wide as an emoji and is not used.
pub(super) fn is_emoji_face(face: FaceIndex) -> bool {
    fonts().faces.get(face.0).is_some_and(|face| face.emoji)
}

fn covers(face: &Face, text: &str) -> bool {
    text.chars().all(|character| is_invisible(character) || face.charmap.map(character).is_some())
}

/// The family name of a face in a drawing.
pub(super) fn family(face: FaceIndex) -> String {
    format!("face{}", face.0)
}

/// Whether a character has no shape of its own: joiners, selectors, directional marks.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{00AD}' | '\u{FEFF}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_face_can_be_read() {
        assert_eq!(fonts().faces.len(), SHIPPED.len());
        assert_eq!(fonts().ids.len(), SHIPPED.len());
    }

    #[test]
    fn every_promised_script_has_a_face_in_every_weight() {
        let samples = "Aéя Ωعשकবতతಕമગਕไհქ日本語简繁體한글ー「」（）%€→•“”–…✓";
        for weight in [Weight::Regular, Weight::SemiBold, Weight::ExtraBold] {
            for character in samples.chars() {
                assert!(fonts().face_for(&character.to_string(), weight, false).is_some(), "{character} {weight:?}");
            }
        }
        for emoji in ["🚀", "😀", "🎉", "❤️", "✅", "👍", "🫶"] {
            let face = fonts().face_for(emoji, Weight::Regular, true).expect("an emoji face");
            assert!(fonts().faces[face.0].emoji, "{emoji}");
        }
    }

    #[test]
    fn advances_grow_with_text() {
        let face = fonts().face_for("a", Weight::Regular, false).expect("a face");
        let short = fonts().advance(face, "word", false);
        assert!(short > 1.5 && short < 3.5, "{short}");
        assert!(fonts().advance(face, "wordword", false) > 1.9 * short);
    }
}
