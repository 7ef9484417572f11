//! How a card is divided: a field of decoration or a photo, and the room that is left for text.
//!
//! The less a card says, the more of it is decorated; a card full of text has only a strip along an edge, or nothing. Text never
//! stands on decoration. Next: [`super::frame`].

use vcm_core::{
    hash::Seed,
    visuals::{Card, CardTemplate},
};

use super::{canvas::Area, text::is_right_to_left};

/// The division of a card.
#[derive(Debug, Clone, Copy)]
pub(super) struct Composition {
    /// Where decoration or a photo stands.
    pub(super) art: Option<Area>,
    /// What is left, up to the card's edges.
    pub(super) room: Area,
    /// Where text that does not fill its room stands: 0 at the top, 1 at the bottom.
    pub(super) anchor: f32,
    /// The photo fills the card and text stands on it.
    pub(super) full_photo: bool,
}

/// How much a card says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Load {
    Light,
    Medium,
    Heavy,
}

/// Divides a card.
pub(super) fn compose(card: &Card) -> Composition {
    let (width, height) = (card.width_px as f32, card.height_px as f32);
    let whole = Area { x: 0.0, y: 0.0, width, height };
    let mut random = Seed(card.seed).stream("card composition");
    let load = load(card);
    let choice = random.below(6);
    let poster = matches!(
        card.template,
        CardTemplate::Statement
            | CardTemplate::Question
            | CardTemplate::Quote
            | CardTemplate::Cover
            | CardTemplate::Announcement
    );
    let plain = Composition { art: None, room: whole, anchor: 0.5, full_photo: false };
    let wide = width >= height * 1.25;
    if card.photo.is_some() && poster && !wide && load < Load::Heavy && choice < 4 {
        // The words keep to the lower half, so that the photo is seen.
        let top = (height * 0.44).round();
        let room = Area { y: top, height: height - top, ..whole };
        return Composition { anchor: 1.0, full_photo: true, room, ..plain };
    }
    // Now and then large type alone is the picture.
    if card.photo.is_none() && card.template == CardTemplate::Statement && load == Load::Light && choice == 0 {
        return plain;
    }
    if wide { beside(card, load, whole) } else { above_or_below(card, load, whole, random.below(2) == 0) }
}

fn load(card: &Card) -> Load {
    let count = |text: &String| text.chars().count();
    let total = count(&card.headline) + card.lines.iter().chain(&card.labels).map(count).sum::<usize>();
    let wide = card.headline.chars().filter(|character| *character >= '\u{2E80}').count();
    let (light, medium) = match card.template {
        CardTemplate::Comparison => return Load::Heavy,
        CardTemplate::List | CardTemplate::Steps | CardTemplate::Timeline => (0, 150),
        CardTemplate::Step | CardTemplate::Statistic => (110, 190),
        _ => (84, 150),
    };
    // An ideograph says as much as about two letters, and takes their room.
    match total + wide {
        total if total <= light => Load::Light,
        total if total <= medium => Load::Medium,
        _ => Load::Heavy,
    }
}

/// Decoration beside the text, where reading ends.
fn beside(card: &Card, load: Load, whole: Area) -> Composition {
    let share = match (load, card.photo.is_some()) {
        (Load::Light, true) => 0.46,
        (Load::Light, false) => 0.36,
        (Load::Medium, true) => 0.38,
        (Load::Medium, false) => 0.26,
        (Load::Heavy, true) => 0.24,
        (Load::Heavy, false) => 0.055,
    };
    let art_width = (whole.width * share).round();
    let rest = whole.width - art_width;
    let (art_x, room_x) = if is_right_to_left(&card.headline) { (0.0, art_width) } else { (rest, 0.0) };
    Composition {
        art: Some(Area { x: art_x, width: art_width, ..whole }),
        room: Area { x: room_x, width: rest, ..whole },
        anchor: 0.5,
        full_photo: false,
    }
}

/// Decoration over or under the text. Where a player's own buttons lie over the card, it starts behind them.
fn above_or_below(card: &Card, load: Load, whole: Area, above: bool) -> Composition {
    let portrait = whole.height > whole.width * 1.1;
    let photo = card.photo.is_some();
    let share = match (load, portrait) {
        (Load::Light, true) => 0.38,
        (Load::Light, false) => 0.32,
        (Load::Medium, true) => 0.25,
        (Load::Medium, false) => 0.20,
        (Load::Heavy, _) if photo => 0.16,
        (Load::Heavy, _) => 0.05,
    } + if photo && load < Load::Heavy { 0.08 } else { 0.0 };
    let covered = (card.safe_area.top as f32, card.safe_area.bottom as f32);
    let above = above || photo;
    let hidden = if above { covered.0 } else { covered.1 };
    let free = (whole.height - covered.0 - covered.1).max(1.0);
    let art_height = (hidden + free * if hidden > 0.0 { share * 0.8 } else { share }).round();
    let rest = whole.height - art_height;
    let (art_y, room_y) = if above { (0.0, art_height) } else { (rest, 0.0) };
    let short = matches!(
        card.template,
        CardTemplate::Statement
            | CardTemplate::Question
            | CardTemplate::Cover
            | CardTemplate::Announcement
            | CardTemplate::Closing
    );
    Composition {
        art: Some(Area { y: art_y, height: art_height, ..whole }),
        room: Area { y: room_y, height: rest, ..whole },
        anchor: if short && load == Load::Light { if above { 0.85 } else { 0.25 } } else { 0.5 },
        full_photo: false,
    }
}
