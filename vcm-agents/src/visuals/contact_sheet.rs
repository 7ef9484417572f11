//! Contact sheets: a storyboard on one picture, frame by frame, that a person can film from. Next: [`super::crop_to`].

use resvg::tiny_skia::PathBuilder;
use vcm_core::{
    Result,
    visuals::{Shot, Storyboard},
};

use super::{
    canvas::{Area, Canvas},
    colour::{Ground, Scheme},
    fonts::Weight,
    lines::Measured,
    stack::{Mark, Part, Stack},
};

const COLUMNS: usize = 3;
const MARGIN: f32 = 56.0;
const GUTTER: f32 = 28.0;
const COLUMN: f32 = 460.0;
/// Height of the frame drawn for a shot. Shots are 9:16; the frame is narrower than the column.
const FRAME: f32 = 420.0;
const NOTES: f32 = 210.0;
const HEADER: f32 = 190.0;
const LEAST: f32 = 15.0;
/// More shots than this do not make a readable sheet; the rest is counted in words. The JSON beside it has all.
const MOST_SHOTS: usize = 15;

/// Draws a storyboard as PNG: the frames in order with time, framing, text on screen, action and what is said.
///
/// # Errors
/// [`vcm_core::ErrorKind::Unexpected`] when there is no memory for the picture.
pub fn render_contact_sheet(storyboard: &Storyboard) -> Result<Vec<u8>> {
    layout(storyboard).draw()?.png()
}

/// As [`render_contact_sheet`], and a JPEG of it that is `preview_px` wide.
///
/// # Errors
/// As [`render_contact_sheet`].
#[cfg(feature = "export")]
pub(crate) fn render_contact_sheet_with_preview(
    storyboard: &Storyboard,
    preview_px: u32,
) -> Result<(Vec<u8>, Vec<u8>)> {
    let picture = layout(storyboard).draw()?;
    Ok((picture.png()?, picture.preview(preview_px)?))
}

pub(super) fn layout(storyboard: &Storyboard) -> Canvas {
    let shown = storyboard.shots.len().min(MOST_SHOTS);
    let rows = shown.div_ceil(COLUMNS).max(1);
    let width = 2.0 * MARGIN + COLUMNS as f32 * COLUMN + (COLUMNS - 1) as f32 * GUTTER;
    let height = MARGIN + HEADER + rows as f32 * (FRAME + NOTES + GUTTER) + MARGIN;
    let page = Scheme::new(&storyboard.palette, Ground::Paper);
    let dark = Scheme::new(&storyboard.palette, Ground::Primary);
    let mut canvas = Canvas::new(width as u32, height as u32, page.ground);
    header(&mut canvas, storyboard, &page, width);
    for (index, shot) in storyboard.shots.iter().take(shown).enumerate() {
        let (column, row) = ((index % COLUMNS) as f32, (index / COLUMNS) as f32);
        let cell = Area {
            x: MARGIN + column * (COLUMN + GUTTER),
            y: MARGIN + HEADER + row * (FRAME + NOTES + GUTTER),
            width: COLUMN,
            height: FRAME + NOTES,
        };
        frame(&mut canvas, storyboard, shot, index, &dark, cell);
        notes(&mut canvas, shot, &page, cell);
    }
    canvas
}

fn header(canvas: &mut Canvas, storyboard: &Storyboard, page: &Scheme, width: f32) {
    let area = Area { x: MARGIN, y: MARGIN, width: width - 2.0 * MARGIN, height: HEADER - 40.0 };
    canvas.panel(Area { height: 6.0, width: 72.0, ..area }, 3.0, page.mark);
    let mut stack = Stack::new();
    stack.push(Part::new(&storyboard.title, Weight::ExtraBold, 46.0));
    let left_out = storyboard.shots.len().saturating_sub(MOST_SHOTS);
    let more = if left_out > 0 { format!(" (first {MOST_SHOTS} shown)") } else { String::new() };
    let mut facts = format!(
        "{} · {} shots{more} · {}×{} · music: {}",
        clock(storyboard.duration_ms),
        storyboard.shots.len(),
        storyboard.width_px,
        storyboard.height_px,
        storyboard.music_mood
    );
    if !storyboard.b_roll.is_empty() {
        facts.push_str(" · extra footage: ");
        facts.push_str(&storyboard.b_roll.join(", "));
    }
    stack.push(Part::new(&facts, Weight::Regular, 21.0).quiet().after(10.0));
    stack.draw_at_top(canvas, page, Area { y: area.y + 22.0, height: area.height - 22.0, ..area }, LEAST);
}

/// The picture of a shot: its shape, its number and time, and the text on screen where it will stand.
fn frame(canvas: &mut Canvas, storyboard: &Storyboard, shot: &Shot, index: usize, dark: &Scheme, cell: Area) {
    let shape = (storyboard.width_px.max(1) as f32 / storyboard.height_px.max(1) as f32).clamp(0.4, COLUMN / FRAME);
    let picture = Area { width: FRAME * shape, height: FRAME, ..cell };
    canvas.panel(picture, 18.0, dark.ground);
    subject(canvas, &shot.framing.to_lowercase(), picture, dark);
    let number = Measured::new(&format!("{}", index + 1), Weight::ExtraBold).wrap(20.0, 40.0);
    let badge = Area { x: picture.x + 14.0, y: picture.y + 14.0, width: 38.0, height: 38.0 };
    canvas.panel(badge, 19.0, dark.mark);
    canvas.centred(&number, badge, dark.on_mark);
    let mut stack = Stack::new();
    stack.push(Part::new(&shot.on_screen_text, Weight::ExtraBold, 30.0));
    // The upper third: players put their own text and buttons at the bottom.
    let text = Area { x: picture.x + 18.0, y: picture.y + 66.0, width: picture.width - 36.0, height: FRAME * 0.34 };
    stack.draw_at_top(canvas, dark, text, LEAST);

    let side = Area {
        x: picture.right() + 18.0,
        y: cell.y + 8.0,
        width: (cell.right() - picture.right() - 18.0).max(1.0),
        height: FRAME - 16.0,
    };
    if side.width > 110.0 {
        let page = Scheme::new(&storyboard.palette, Ground::Paper);
        let mut facts = Stack::new();
        facts.push(Part::new(&clock(shot.start_ms), Weight::ExtraBold, 30.0));
        facts.push(Part::new(&format!("{} s", seconds(shot.duration_ms)), Weight::Regular, 20.0).quiet());
        facts.push(Part::new(&shot.framing, Weight::SemiBold, 22.0).accented().after(18.0));
        facts.draw_at_top(canvas, &page, side, LEAST);
    }
}

/// What the framing shows, in outline, so that the eye reads the cut: a screen, a table from above, or a person at the size
/// that the framing names.
fn subject(canvas: &mut Canvas, framing: &str, picture: Area, dark: &Scheme) {
    let Area { x, width, .. } = picture;
    let middle = x + width / 2.0;
    if framing.contains("screen") {
        let screen = Area { x: x + 26.0, y: picture.y + FRAME * 0.54, width: width - 52.0, height: FRAME * 0.32 };
        canvas.panel(screen, 10.0, dark.shape);
        for (row, share) in [0.5, 0.8, 0.65, 0.72].into_iter().enumerate() {
            let y = screen.y + 22.0 + row as f32 * 26.0;
            let bar = Area { x: screen.x + 18.0, y, width: (screen.width - 36.0) * share, height: 8.0 };
            canvas.panel(bar, 4.0, if row == 2 { dark.mark } else { dark.ground });
        }
        return;
    }
    if framing.contains("top-down") || framing.contains("overhead") || framing.contains("flat lay") {
        let table = Area { x: x + 22.0, y: picture.y + FRAME * 0.52, width: width - 44.0, height: FRAME * 0.38 };
        canvas.panel(table, 14.0, dark.shape);
        let sheet = Area { width: table.width * 0.46, height: table.height * 0.66, ..table.inset(20.0) };
        canvas.panel(sheet, 6.0, dark.ground);
        canvas.disc(table.right() - table.width * 0.22, table.bottom() - table.height * 0.3, 20.0, dark.ground);
        return;
    }
    // Radius of the head as a share of the frame's width, and where its centre is as a share of the height.
    let (head, level) = match framing {
        framing if framing.contains("extreme") || framing.contains("macro") => (0.40, 0.78),
        framing if framing.contains("medium") => (0.15, 0.58),
        framing if framing.contains("close") => (0.24, 0.62),
        framing if framing.contains("wide") || framing.contains("full") => (0.06, 0.70),
        _ => (0.13, 0.60),
    };
    let middle = match framing {
        framing if framing.contains("right of") => x + width * 0.68,
        framing if framing.contains("left of") => x + width * 0.32,
        _ => middle,
    };
    let (radius, centre) = (width * head, picture.y + FRAME * level);
    if head < 0.1 {
        // A person in a place: standing on a horizon.
        let ground = picture.y + FRAME * 0.86;
        let body = Area { x: middle - radius, y: centre + radius * 1.3, width: radius * 2.0, height: ground - centre };
        canvas.panel(Area { height: (ground - body.y).max(1.0), ..body }, radius, dark.shape);
        canvas.panel(Area { x: x + 18.0, y: ground, width: width - 36.0, height: 4.0 }, 2.0, dark.shape);
        canvas.disc(middle, centre, radius, dark.shape);
        return;
    }
    canvas.disc(middle, centre, radius, dark.shape);
    let shoulders = centre + radius * 1.28;
    let reach = (radius * 2.1).min(middle - x).min(picture.right() - middle);
    let floor = picture.bottom();
    if shoulders + 24.0 < floor {
        let mut builder = PathBuilder::new();
        builder.move_to(middle - reach, floor - 20.0);
        builder.cubic_to(middle - reach, shoulders, middle - radius, shoulders, middle, shoulders);
        builder.cubic_to(middle + radius, shoulders, middle + reach, shoulders, middle + reach, floor - 20.0);
        builder.close();
        canvas.fill(builder, dark.shape);
    }
}

/// Action and voice under the frame.
fn notes(canvas: &mut Canvas, shot: &Shot, page: &Scheme, cell: Area) {
    let area = Area { y: cell.y + FRAME + 16.0, height: NOTES - 30.0, ..cell };
    let mut stack = Stack::new();
    stack.push(Part::new(&shot.action, Weight::SemiBold, 22.0));
    if !shot.voice_over.trim().is_empty() {
        stack.push(Part::new(&shot.voice_over, Weight::Regular, 21.0).marked(Mark::Bullet).quiet().after(10.0));
    }
    stack.draw_at_top(canvas, page, area, LEAST);
}

/// `0:07.5`: minutes, seconds and, when there are any, tenths.
fn clock(milliseconds: u32) -> String {
    let (minutes, rest) = (milliseconds / 60_000, milliseconds % 60_000);
    let tenths = rest % 1000 / 100;
    let fraction = if tenths > 0 { format!(".{tenths}") } else { String::new() };
    format!("{minutes}:{:02}{fraction}", rest / 1000)
}

fn seconds(milliseconds: u32) -> String {
    let text = format!("{:.1}", f64::from(milliseconds) / 1000.0);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
