//! Decoration: families of shapes in the brand's colours, drawn from a seed into a field where no text stands.
//!
//! A field is cut off at its edges, so a family may draw beyond them. Each family decides its own grid from the field's shorter
//! side and looks right from a thin strip to a whole card. Families: [`geometric`] (tiles, arcs, bars, rays) and [`flowing`] (waves,
//! contours, orbits, halftone); [`gauge`] is a chart in a field's place. Next: [`super::composition`].

mod flowing;
mod gauge;
mod geometric;

use vcm_core::{
    hash::{Seed, SeededRandom},
    visuals::Motif,
};

pub(super) use self::gauge::share_of;
use super::{
    canvas::{Area, Canvas},
    colour::{ArtColours, Colour},
};

/// A field being drawn.
struct Field<'a> {
    canvas: &'a mut Canvas,
    colours: ArtColours,
    width: f32,
    height: f32,
    /// The shorter side.
    short: f32,
    random: SeededRandom,
}

/// Draws a family into `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, motif: Motif, colours: ArtColours, seed: u64) {
    within(canvas, area, colours, seed, |field| match motif {
        // A strip shows too little of what has a middle.
        Motif::Contours | Motif::Rays | Motif::Orbits if field.is_strip() => field.arcs(),
        Motif::Tiles => field.tiles(),
        Motif::Arcs => field.arcs(),
        Motif::Waves => field.waves(),
        Motif::Contours => field.contours(),
        Motif::Bars => field.bars(),
        Motif::Rays => field.rays(),
        Motif::Orbits => field.orbits(),
        Motif::Halftone => field.halftone(),
    });
}

/// Draws a ring that is filled to `share` (0 to 1) into `area`.
pub(super) fn draw_gauge(canvas: &mut Canvas, area: Area, share: f32, colours: ArtColours) {
    within(canvas, area, colours, 0, |field| field.gauge(share));
}

fn within(canvas: &mut Canvas, area: Area, colours: ArtColours, seed: u64, draw: impl FnOnce(&mut Field<'_>)) {
    let random = Seed(seed).stream("card art");
    canvas.inset(
        area,
        |canvas| {
            let (width, height) = (area.width, area.height);
            draw(&mut Field { canvas, colours, width, height, short: width.min(height), random });
        },
        colours.ground,
    );
}

impl Field<'_> {
    fn between(&mut self, low: f32, high: f32) -> f32 {
        low + self.random.unit() as f32 * (high - low)
    }

    fn below(&mut self, bound: usize) -> usize {
        self.random.below(bound)
    }

    /// One of the three inks.
    fn ink(&self, index: usize) -> Colour {
        self.colours.inks.get(index % 3).copied().unwrap_or(self.colours.ground)
    }

    /// Whether the field is a strip along an edge.
    fn is_strip(&self) -> bool {
        self.width.max(self.height) > self.short * 4.5
    }
}
