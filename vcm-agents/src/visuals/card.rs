//! Cards: a scheme of colours, a division of the surface, a frame and a body, at any size.
//!
//! Text is tried at falling sizes until it fits, so it is never cut off; only past the smallest readable size is it shortened,
//! with an ellipsis. Next: [`super::composition`].

use vcm_core::{
    Error, Result,
    error::Violation,
    hash::Seed,
    visuals::{Card, CardTemplate},
};

use super::{
    art,
    canvas::{Area, Canvas},
    colour::{ArtColours, Colour, Ground, Scheme},
    composition::{Composition, compose},
    frame::{self, Frame},
    photo::{Pictures, behind_text},
    templates,
};

/// Smallest and largest side of a card in pixels.
const SIDES_PX: std::ops::RangeInclusive<u32> = 200..=4096;

/// Draws a card as PNG. The same card and pictures give the same bytes on every machine.
///
/// # Errors
/// [`vcm_core::ErrorKind::InvalidInput`] when a side is not 200 to 4096 pixels; [`vcm_core::ErrorKind::NotFound`] when a picture that
/// the card names is not among `pictures`.
pub fn render_card(card: &Card, pictures: &Pictures) -> Result<Vec<u8>> {
    layout(card, pictures)?.draw()?.png()
}

/// As [`render_card`], and a JPEG of it that is `preview_px` wide.
///
/// # Errors
/// As [`render_card`].
#[cfg(feature = "export")]
pub(crate) fn render_card_with_preview(
    card: &Card,
    pictures: &Pictures,
    preview_px: u32,
) -> Result<(Vec<u8>, Vec<u8>)> {
    let picture = layout(card, pictures)?.draw()?;
    Ok((picture.png()?, picture.preview(preview_px)?))
}

/// The card laid out, not yet drawn.
pub(super) fn layout(card: &Card, pictures: &Pictures) -> Result<Canvas> {
    check_size("render_card", card.width_px, card.height_px)?;
    let whole = Area { x: 0.0, y: 0.0, width: card.width_px as f32, height: card.height_px as f32 };
    let ground = ground(card);
    let composition = compose(card);
    let type_only = composition.art.is_none() && !composition.full_photo;
    let frame = Frame { type_only, ..Frame::new(card, composition.room, composition.anchor) };
    let mut scheme = Scheme::new(&card.palette, ground);
    let mut canvas = Canvas::new(card.width_px, card.height_px, scheme.ground);
    match (&card.photo, composition.art) {
        (Some(_), _) if composition.full_photo => scheme = Scheme::on_photo(&card.palette, behind_text()),
        (Some(photo), Some(area)) => canvas.pixels(pictures.cropped(photo, area)?, area.x, area.y),
        _ => decorate(&mut canvas, card, &composition, ground),
    }
    let logo = card.logo.as_deref().map(|file| pictures.logo(file, &frame, &scheme)).transpose()?;
    let body = frame::draw(&mut canvas, card, &scheme, &frame, logo.as_ref());
    templates::draw(&mut canvas, card, &scheme, &frame, body);
    if let Some(photo) = card.photo.as_ref().filter(|_| composition.full_photo) {
        let pixels = pictures.under_text(photo, whole, &canvas.text_areas, &card.palette)?;
        canvas.behind_all(pixels);
    }
    Ok(canvas)
}

/// Refuses pictures that nobody can read or that no memory holds.
pub(super) fn check_size(operation: &'static str, width: u32, height: u32) -> Result<()> {
    let allowed = format!("{} to {}", SIDES_PX.start(), SIDES_PX.end());
    let violations: Vec<Violation> = [("width_px", width), ("height_px", height)]
        .into_iter()
        .filter(|(_, side)| !SIDES_PX.contains(side))
        .map(|(field, side)| Violation::new(field, side, allowed.clone()))
        .collect();
    if violations.is_empty() { Ok(()) } else { Err(Error::invalid_input(operation, violations)) }
}

fn decorate(canvas: &mut Canvas, card: &Card, composition: &Composition, ground: Ground) {
    let Some(area) = composition.art else { return };
    let other = Seed(card.seed).stream("card art colours").below(2) == 1;
    let colours = ArtColours::new(&card.palette, ground, other);
    let share = card.figure.as_deref().filter(|_| card.template == CardTemplate::Statistic).and_then(art::share_of);
    let has_room = area.width.min(area.height) > canvas.short() * 0.15;
    if let Some(share) = share.filter(|_| has_room && is_of_a_whole(card)) {
        art::draw_gauge(canvas, area, share, colours);
    } else {
        // The slides of a carousel are divided alike and decorated each in its own way.
        let page = card.page.map_or(0, |page| u64::from(page.number));
        art::draw(canvas, area, card.motif, colours, card.seed ^ page);
    }
}

/// Whether the figure is said to be a share of something: "35 % of readers" and not "35 % faster". Only then is a ring true.
fn is_of_a_whole(card: &Card) -> bool {
    let Some(figure) = card.figure.as_deref() else { return false };
    let after = card.headline.split_once(figure).map(|(_, after)| after.trim_start()).unwrap_or_default();
    ["of ", "der ", "aller ", "des ", "de ", "von ", "dos ", "das "].iter().any(|word| after.starts_with(word))
}

fn ground(card: &Card) -> Ground {
    let choices: &[Ground] = match card.template {
        CardTemplate::Statement | CardTemplate::Question | CardTemplate::Announcement => {
            &[Ground::Primary, Ground::Primary, Ground::Paper, Ground::Accent]
        }
        CardTemplate::Statistic | CardTemplate::Quote => &[Ground::Primary, Ground::Paper],
        CardTemplate::List | CardTemplate::Steps | CardTemplate::Comparison | CardTemplate::Timeline => {
            &[Ground::Paper, Ground::Primary]
        }
        // The slides of a carousel alternate by themselves: cover and closing frame the points.
        CardTemplate::Cover | CardTemplate::Closing => &[Ground::Primary],
        CardTemplate::Step => &[Ground::Paper],
    };
    Seed(card.seed).stream("card ground").pick(choices).copied().unwrap_or(Ground::Primary)
}

/// The colour of a plate under a logo that would not be seen.
pub(super) fn plate(scheme: &Scheme) -> Colour {
    if scheme.ground.luminance() > 0.35 { Colour::INK } else { Colour::WHITE }
}
