//! The fonts that ship with the crate, and which of them draws a character.
//!
//! Headless hosts have no fonts and two hosts never have the same ones, so system fonts are never read: the same card gives
//! the same pixels everywhere. Inter sets Latin, Cyrillic and Greek; Noto sets Arabic, Hebrew, Devanagari, Bengali, Tamil,
//! Telugu, Gujarati, Gurmukhi, Kannada, Malayalam, Thai, Armenian, Georgian, common Chinese, Japanese and Korean, and emoji in
//! colour. `assets/fonts/README.md` says what is covered. Next: [`super::text`].

use std::sync::{Arc, LazyLock, OnceLock};

use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::{self, fontdb};
use skrifa::{GlyphId, MetadataProvider, outline::DrawSettings};

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
    /// Shaping tables; made when the face first sets text.
    shaping: OnceLock<ShaperData>,
    charmap: skrifa::charmap::Charmap<'static>,
    outlines: skrifa::outline::OutlineGlyphCollection<'static>,
    units_per_em: f32,
}

/// A shape of a run, in ems from the run's start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    id: GlyphId,
    pub(super) x_ems: f32,
    pub(super) y_ems: f32,
}

/// The shipped fonts. A face is read when a text first needs it: most cards need three of twenty-two.
pub(super) struct Fonts {
    faces: Vec<OnceLock<Option<Face>>>,
    emoji: OnceLock<Arc<fontdb::Database>>,
}

static FONTS: LazyLock<Fonts> =
    LazyLock::new(|| Fonts { faces: SHIPPED.iter().map(|_| OnceLock::new()).collect(), emoji: OnceLock::new() });

/// The fonts of this process.
pub(super) fn fonts() -> &'static Fonts {
    &FONTS
}

impl Face {
    /// A shipped file that cannot be read is caught by the test below; at run time it is only not used.
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = harfrust::FontRef::new(bytes).ok()?;
        let readable = skrifa::FontRef::new(bytes).ok()?;
        let metrics = readable.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        Some(Self {
            font,
            shaping: OnceLock::new(),
            charmap: readable.charmap(),
            outlines: readable.outline_glyphs(),
            units_per_em: f32::from(metrics.units_per_em.max(1)),
        })
    }

    fn covers(&self, text: &str) -> bool {
        text.chars().all(|character| is_invisible(character) || self.charmap.map(character).is_some())
    }
}

impl Fonts {
    fn face(&self, index: usize) -> Option<&Face> {
        self.faces.get(index)?.get_or_init(|| Face::read(SHIPPED.get(index)?.bytes)).as_ref()
    }

    /// The face that draws all of a grapheme in this weight, if any does. `emoji` asks for the coloured form.
    pub(super) fn face_for(&self, grapheme: &str, weight: Weight, emoji: bool) -> Option<FaceIndex> {
        let find = |wants_emoji: Option<bool>| {
            SHIPPED.iter().enumerate().position(|(index, shipped)| {
                shipped.weights.contains(&weight)
                    && wants_emoji.is_none_or(|wanted| wanted == shipped.emoji)
                    && self.face(index).is_some_and(|face| face.covers(grapheme))
            })
        };
        let preferred = if emoji { find(Some(true)) } else { None };
        preferred.or_else(|| find(None)).map(FaceIndex)
    }

    /// Shapes a run of one face and direction: its glyphs from left to right and its advance in ems.
    pub(super) fn shape(&self, face: FaceIndex, text: &str, right_to_left: bool) -> (Vec<Glyph>, f32) {
        let Some(face) = self.face(face.0) else { return (Vec::new(), 0.0) };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let shaping = face.shaping.get_or_init(|| ShaperData::new(&face.font));
        let shaped = shaping.shaper(&face.font).build().shape(buffer, ShapeOptions::new());
        // Units are summed as integers, so that rounding does not depend on the order of runs.
        let mut pen = 0_i64;
        let mut glyphs = Vec::with_capacity(shaped.len());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            glyphs.push(Glyph {
                id: GlyphId::new(info.glyph_id),
                x_ems: (pen + i64::from(position.x_offset)) as f32 / face.units_per_em,
                y_ems: position.y_offset as f32 / face.units_per_em,
            });
            pen += i64::from(position.x_advance);
        }
        (glyphs, pen as f32 / face.units_per_em)
    }

    /// Draws a glyph's outline, in font units with y up.
    pub(super) fn outline(&self, face: FaceIndex, glyph: Glyph, pen: &mut impl skrifa::outline::OutlinePen) {
        let Some(outline) = self.face(face.0).and_then(|face| face.outlines.get(glyph.id)) else { return };
        let settings =
            DrawSettings::unhinted(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        // A glyph whose outline is broken stays blank, as its neighbours show.
        let _ = outline.draw(settings, pen);
    }

    /// Units of an em of a face.
    pub(super) fn units_per_em(&self, face: FaceIndex) -> f32 {
        self.face(face.0).map_or(1.0, |face| face.units_per_em)
    }

    /// Options for drawing emoji, whose layers and gradients the SVG library knows. Nothing outside the shipped face is looked at.
    pub(super) fn emoji_options(&self) -> usvg::Options<'static> {
        let database = self.emoji.get_or_init(|| {
            let mut database = fontdb::Database::new();
            for shipped in SHIPPED.iter().filter(|shipped| shipped.emoji) {
                database.load_font_source(fontdb::Source::Binary(Arc::new(shipped.bytes)));
            }
            Arc::new(database)
        });
        usvg::Options {
            fontdb: Arc::clone(database),
            font_resolver: usvg::FontResolver {
                select_font: Box::new(|_, database| database.faces().next().map(|face| face.id)),
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
    fonts().face(face.0).is_some_and(|face| face.covers(text))
}

/// Whether a face draws emoji: its space is as wide as an emoji and is not used.
pub(super) fn is_emoji_face(face: FaceIndex) -> bool {
    SHIPPED.get(face.0).is_some_and(|shipped| shipped.emoji)
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
        assert_eq!((0..SHIPPED.len()).find(|index| fonts().face(*index).is_none()), None);
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
            assert!(is_emoji_face(face), "{emoji}");
        }
    }

    #[test]
    fn advances_grow_with_text() {
        let face = fonts().face_for("a", Weight::Regular, false).expect("a face");
        let (_, short) = fonts().shape(face, "word", false);
        assert!(short > 1.5 && short < 3.5, "{short}");
        assert!(fonts().shape(face, "wordword", false).1 > 1.9 * short);
    }
}
