//! Colours and their contrast (WCAG 2.2, relative luminance and contrast ratio). Next: [`super::canvas`].

use resvg::tiny_skia::Color;
use vcm_core::visuals::Palette;

/// Least contrast of text with what is behind it (WCAG 2.2, success criterion 1.4.3, level AA).
pub(super) const TEXT_CONTRAST: f64 = 4.5;

/// Least contrast of large text (as above) and of marks that carry meaning (success criterion 1.4.11).
pub(super) const LARGE_CONTRAST: f64 = 3.0;

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    pub(super) const WHITE: Self = Self { red: 255, green: 255, blue: 255 };
    pub(super) const INK: Self = Self { red: 17, green: 20, blue: 28 };

    /// Reads `#rrggbb` or `#rgb`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self { red: (value >> 16) as u8, green: (value >> 8) as u8, blue: value as u8 }),
            3 => Some(Self {
                red: (value >> 8 & 15) as u8 * 17,
                green: (value >> 4 & 15) as u8 * 17,
                blue: (value & 15) as u8 * 17,
            }),
            _ => None,
        }
    }

    /// From channels.
    pub(super) fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// As `#rrggbb`.
    fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// Without transparency.
    pub(super) fn opaque(self) -> Color {
        Color::from_rgba8(self.red, self.green, self.blue, 255)
    }

    /// Red, green and blue.
    pub(super) fn channels(self) -> [u8; 3] {
        [self.red, self.green, self.blue]
    }

    /// This colour with `share` (0 to 1) of `other` in it.
    pub(super) fn mix(self, other: Self, share: f64) -> Self {
        let blend = |from: u8, to: u8| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
        Self {
            red: blend(self.red, other.red),
            green: blend(self.green, other.green),
            blue: blend(self.blue, other.blue),
        }
    }

    /// Relative luminance, 0 to 1.
    pub(super) fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio with another colour, 1 to 21.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The first of `wanted` that has `least` contrast with every one of `behind`; failing that, the nearest mixture of the first
    /// with black or white that has.
    fn readable(wanted: &[Self], behind: &[Self], least: f64) -> Self {
        let worst = |colour: Self| behind.iter().map(|back| colour.contrast(*back)).fold(f64::INFINITY, f64::min);
        if let Some(found) = wanted.iter().find(|colour| worst(**colour) >= least) {
            return *found;
        }
        let best = if worst(Self::WHITE) >= worst(Self::INK) { Self::WHITE } else { Self::INK };
        let first = wanted.first().copied().unwrap_or(best);
        (1..=10)
            .map(|step| first.mix(best, f64::from(step) / 10.0))
            .find(|mixed| worst(*mixed) >= least)
            .unwrap_or(best)
    }
}

/// The colours of one picture, chosen from a palette so that every text reads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scheme {
    pub(super) ground: Colour,
    /// Shapes on the ground, near to it.
    pub(super) shape: Colour,
    pub(super) text: Colour,
    /// Supporting text.
    pub(super) quiet: Colour,
    /// Text that stands out.
    pub(super) accent: Colour,
    /// Figures, signs and filled surfaces that stand out: so large that they need less contrast.
    pub(super) mark: Colour,
    /// A panel on the ground.
    pub(super) panel: Colour,
    pub(super) panel_text: Colour,
    /// Text on a filled surface in the mark colour.
    pub(super) on_mark: Colour,
    /// Hairlines and tracks: seen, and no more.
    pub(super) line: Colour,
}

/// The colours of a decorated field: its ground, and three that are told apart on it. No text stands there.
#[derive(Debug, Clone, Copy)]
pub(super) struct ArtColours {
    pub(super) ground: Colour,
    pub(super) inks: [Colour; 3],
}

impl ArtColours {
    /// Colours of the brand for a field on a card with `ground`; `other` chooses the second of two ways.
    pub(super) fn new(palette: &Palette, ground: Ground, other: bool) -> Self {
        let [primary, accent, paper] = brand(palette);
        let (back, inks) = match (ground, other) {
            (Ground::Primary, false) | (Ground::Paper, true) => (accent, [primary, paper, accent.mix(primary, 0.28)]),
            (Ground::Primary, true) => (primary.mix(paper, 0.10), [accent, paper, primary.mix(accent, 0.45)]),
            (Ground::Paper | Ground::Accent, false) => (primary, [accent, paper, primary.mix(accent, 0.40)]),
            (Ground::Accent, true) => (paper, [primary, accent.mix(primary, 0.25), accent]),
        };
        // A colour that cannot be told from the field is moved away from it.
        let apart = |ink: Colour| {
            let away = if back.luminance() > 0.35 { Colour::INK } else { Colour::WHITE };
            (0..=6)
                .map(|step| ink.mix(away, f64::from(step) * 0.1))
                .find(|ink| ink.contrast(back) >= 1.25)
                .unwrap_or(away)
        };
        Self { ground: back, inks: inks.map(apart) }
    }
}

/// Main colour, accent and paper; colours that cannot be read fall back to the defaults of a brief.
fn brand(palette: &Palette) -> [Colour; 3] {
    let defaults = Palette::default();
    let read =
        |given: &str, otherwise: &str| Colour::parse(given).or_else(|| Colour::parse(otherwise)).unwrap_or(Colour::INK);
    [
        read(&palette.primary, &defaults.primary),
        read(&palette.accent, &defaults.accent),
        read(&palette.paper, &defaults.paper),
    ]
}

/// Which colour of the palette the ground takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    Primary,
    Paper,
    Accent,
}

impl Scheme {
    /// A scheme for `ground`.
    pub(super) fn new(palette: &Palette, ground: Ground) -> Self {
        let [primary, accent, paper] = brand(palette);
        let (back, tint, fronts, mark) = match ground {
            Ground::Primary => (primary, accent, [paper, Colour::WHITE, Colour::INK], accent),
            Ground::Paper => (paper, accent, [primary, Colour::INK, Colour::WHITE], accent),
            Ground::Accent => (accent, primary, [primary, paper, Colour::INK], paper),
        };
        let ends = [Colour::WHITE, Colour::INK];
        let share = if ground == Ground::Paper { 0.13 } else { 0.16 };
        let shape = tinted(back, tint, share, |shape| {
            fronts
                .iter()
                .chain(&ends)
                .any(|front| front.contrast(back) >= TEXT_CONTRAST && front.contrast(shape) >= TEXT_CONTRAST)
        });
        let behind = [back, shape];
        let text =
            Colour::readable(&[fronts[0], fronts[1], fronts[2], Colour::WHITE, Colour::INK], &behind, TEXT_CONTRAST);
        let panel = tinted(back, text, 0.10, |panel| text.contrast(panel) >= TEXT_CONTRAST);
        let every = [back, shape, panel];
        let strong = Colour::readable(&[mark, fronts[0], text], &every, TEXT_CONTRAST);
        let near = nearest_mark(mark, &every, TEXT_CONTRAST).unwrap_or(strong);
        let filled = match ground {
            Ground::Accent => text,
            _ => nearest_mark(mark, &every, LARGE_CONTRAST).unwrap_or(near),
        };
        Self {
            ground: back,
            shape,
            text,
            quiet: Colour::readable(&[text.mix(back, 0.22), text], &behind, TEXT_CONTRAST),
            accent: if ground == Ground::Accent { text } else { near },
            mark: filled,
            panel,
            panel_text: Colour::readable(&[text], &[panel], TEXT_CONTRAST),
            on_mark: Colour::readable(&[back, Colour::WHITE, Colour::INK], &[filled], TEXT_CONTRAST),
            line: back.mix(text, 0.22),
        }
    }

    /// As seen on this scheme's panel.
    pub(super) fn panel_scheme(&self) -> Self {
        let accent = Colour::readable(&[self.accent, self.panel_text], &[self.panel], TEXT_CONTRAST);
        Self {
            ground: self.panel,
            text: self.panel_text,
            quiet: self.panel_text,
            accent,
            panel: self.ground,
            panel_text: self.text,
            ..*self
        }
    }

    /// As seen on a surface in this scheme's mark colour.
    pub(super) fn mark_scheme(&self) -> Self {
        let text = self.on_mark;
        Self {
            ground: self.mark,
            shape: self.mark,
            text,
            quiet: text,
            accent: text,
            mark: text,
            on_mark: self.mark,
            panel: self.mark,
            panel_text: text,
            line: self.mark.mix(text, 0.3),
        }
    }

    /// A scheme for text on a photo that is nowhere lighter than `behind`.
    pub(super) fn on_photo(palette: &Palette, behind: Colour) -> Self {
        let palette = Palette { primary: behind.hex(), ..palette.clone() };
        let scheme = Self::new(&palette, Ground::Primary);
        Self { ground: behind, shape: behind, text: Colour::WHITE, quiet: Colour::WHITE, ..scheme }
    }
}

/// `back` with `share` of `tint` in it, or with less where `reads` asks for less; `back` itself when nothing else reads.
fn tinted(back: Colour, tint: Colour, share: f64, reads: impl Fn(Colour) -> bool) -> Colour {
    [1.0, 0.75, 0.5, 0.25]
        .into_iter()
        .map(|part| back.mix(tint, share * part))
        .find(|mixed| reads(*mixed))
        .unwrap_or(back)
}

/// The mark colour moved just far enough to be read, so that it stays the brand's; none when it would have to change so far that
/// it turns into another colour.
fn nearest_mark(mark: Colour, behind: &[Colour], least: f64) -> Option<Colour> {
    let reads = |colour: &Colour| behind.iter().all(|back| colour.contrast(*back) >= least);
    // Darker, a bright colour soon turns brown; lighter, it stays itself for longer.
    (0..=6)
        .flat_map(|step| [(Colour::INK, 4), (Colour::WHITE, 6)].map(|end| (step, end)))
        .filter(|(step, (_, most))| step <= most)
        .map(|(step, (end, _))| mark.mix(end, f64::from(step) * 0.09))
        .find(reads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_the_published_one() {
        let colour = |text| Colour::parse(text).expect("a colour");
        assert!((colour("#000").contrast(colour("#ffffff")) - 21.0).abs() < 1e-9);
        assert!((colour("#777777").contrast(Colour::WHITE) - 4.478).abs() < 0.01);
        for bad in ["", "red", "#12", "#zzzzzz", "123456", "#é2"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_scheme_reads_whatever_the_palette() {
        let tones =
            ["#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#ffee00", "#1f2a44", "#767676", "bad"];
        for primary in tones {
            for accent in tones {
                for paper in tones {
                    let palette = Palette { primary: primary.into(), accent: accent.into(), paper: paper.into() };
                    for ground in [Ground::Primary, Ground::Paper, Ground::Accent] {
                        let scheme = Scheme::new(&palette, ground);
                        for (front, back, least) in [
                            (scheme.text, scheme.ground, TEXT_CONTRAST),
                            (scheme.text, scheme.shape, TEXT_CONTRAST),
                            (scheme.quiet, scheme.ground, TEXT_CONTRAST),
                            (scheme.quiet, scheme.shape, TEXT_CONTRAST),
                            (scheme.accent, scheme.ground, TEXT_CONTRAST),
                            (scheme.mark, scheme.ground, LARGE_CONTRAST),
                            (scheme.mark, scheme.shape, LARGE_CONTRAST),
                            (scheme.on_mark, scheme.mark, LARGE_CONTRAST),
                            (scheme.panel_text, scheme.panel, TEXT_CONTRAST),
                        ] {
                            let found = front.contrast(back);
                            assert!(found >= least, "{palette:?} {ground:?}: {front:?} on {back:?} has {found}");
                        }
                    }
                }
            }
        }
    }
}
