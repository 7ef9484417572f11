//! Contact sheets: a storyboard on one picture, frame by frame, that a person can film from. Next: [`schematic`], then
//! [`super::crop_to`].
//!
//! Four columns of 348 px on a page of 1600 px: on a phone a column fills the screen and its text is as large as a page's. What
//! is said, music and extra footage are marked by signs, not by words, so a sheet reads in the language of its storyboard.

mod schematic;
#[cfg(test)]
mod tests;

use resvg::tiny_skia::PathBuilder;
use vcm_core::{
    Result,
    visuals::{SafeArea, Shot, ShotKind, Storyboard},
};

use super::{
    canvas::{Area, Canvas},
    colour::{Colour, Ground, Scheme},
    fonts::Weight,
    lines::Measured,
    stack::{Mark, Part, Stack},
};

const PAGE_WIDTH: f32 = 1600.0;
const COLUMNS: usize = 4;
const MARGIN: f32 = 56.0;
const GUTTER: f32 = 32.0;
const COLUMN: f32 = (PAGE_WIDTH - 2.0 * MARGIN - (COLUMNS - 1) as f32 * GUTTER) / COLUMNS as f32;
/// Tallest frame: 9:16 in a column.
const TALLEST: f32 = COLUMN * 16.0 / 9.0;
/// Space between a frame and its notes, and between rows.
const GAP: f32 = 18.0;
const ROW_GAP: f32 = 52.0;
/// Tallest notes; longer ones are set smaller.
const NOTES: f32 = 430.0;
const LEAST: f32 = 15.0;
const CORNER: f32 = 20.0;
/// Size of text on screen, as a share of the frame's width: 62 px at 1080.
const SCREEN_TEXT: f32 = 62.0 / 1080.0;
/// More shots than this do not make a readable sheet; the JSON beside it has all.
const MOST_SHOTS: usize = 20;

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
    let page = Scheme::new(&storyboard.palette, Ground::Paper);
    let shots: Vec<&Shot> = storyboard.shots.iter().take(MOST_SHOTS).collect();
    let frame = frame_size(storyboard);
    let inner = PAGE_WIDTH - 2.0 * MARGIN;
    // Heights are found by drawing on a sheet that is thrown away.
    let mut scratch = Canvas::new(1, 1, page.ground);
    let top = MARGIN + header(&mut scratch, storyboard, &page, inner) + 44.0;
    let mut rows: Vec<(f32, f32)> = Vec::new();
    let mut y = top;
    for row in shots.chunks(COLUMNS) {
        let tallest = row.iter().map(|shot| notes(&mut scratch, shot, &page, (0.0, 0.0), NOTES)).fold(0.0, f32::max);
        rows.push((y, tallest));
        y += frame.1 + GAP + tallest + ROW_GAP;
    }
    let foot_height = foot(&mut scratch, storyboard, &page, y);
    let mut canvas = Canvas::new(PAGE_WIDTH as u32, (y + foot_height + MARGIN).ceil() as u32, page.ground);
    header(&mut canvas, storyboard, &page, inner);
    for (row, (y, height)) in shots.chunks(COLUMNS).zip(&rows) {
        for (column, shot) in row.iter().enumerate() {
            let x = MARGIN + column as f32 * (COLUMN + GUTTER);
            let picture = Area { x, y: *y, width: frame.0, height: frame.1 };
            draw_frame(&mut canvas, storyboard, shot, &page, picture);
            notes(&mut canvas, shot, &page, (x, y + frame.1 + GAP), *height);
        }
    }
    for (index, _) in shots.iter().enumerate() {
        let (column, row) = (index % COLUMNS, index / COLUMNS);
        let y = rows.get(row).map_or(top, |(y, _)| *y);
        number(&mut canvas, index + 1, &page, MARGIN + column as f32 * (COLUMN + GUTTER), y);
    }
    foot(&mut canvas, storyboard, &page, y);
    canvas
}

/// Width and height of a frame in its own shape, within a column.
fn frame_size(storyboard: &Storyboard) -> (f32, f32) {
    let shape = (storyboard.width_px.max(1) as f32 / storyboard.height_px.max(1) as f32).clamp(0.45, 2.4);
    let height = (COLUMN / shape).min(TALLEST);
    (height * shape, height)
}

fn header(canvas: &mut Canvas, storyboard: &Storyboard, page: &Scheme, width: f32) -> f32 {
    let area = Area { x: MARGIN, y: MARGIN, width, height: 200.0 };
    canvas.panel(Area { height: 8.0, width: 84.0, ..area }, 4.0, page.mark);
    let mut stack = Stack::new();
    stack.push(Part::new(&storyboard.title, Weight::ExtraBold, 50.0));
    let count = storyboard.shots.len();
    let shown = if count > MOST_SHOTS { format!("# 1–{MOST_SHOTS} / {count}") } else { format!("# 1–{count}") };
    let facts = format!(
        "{}  ·  {shown}  ·  {} × {}  ·  {} wpm",
        clock(storyboard.duration_ms),
        storyboard.width_px,
        storyboard.height_px,
        storyboard.words_per_minute
    );
    stack.push(Part::new(&facts, Weight::SemiBold, 26.0).quiet().after(10.0));
    28.0 + stack.draw_at_top(canvas, page, Area { y: area.y + 28.0, height: area.height - 28.0, ..area }, LEAST)
}

/// The picture of a shot: what is seen, in outline, and the text on screen where it will stand.
fn draw_frame(canvas: &mut Canvas, storyboard: &Storyboard, shot: &Shot, page: &Scheme, picture: Area) {
    let dark = Scheme::new(&storyboard.palette, Ground::Primary);
    canvas.panel(picture, CORNER, dark.ground);
    schematic::draw(canvas, shot.kind, picture, &dark);
    let safe = safe_area(storyboard, picture);
    ticks(canvas, safe, dark.quiet);
    screen_text(canvas, shot, &dark, safe, picture.width);
    schematic::round_off(canvas, picture, CORNER, page.ground);
}

/// The safe area on the frame as drawn; a tenth is kept on every side where there is none.
fn safe_area(storyboard: &Storyboard, picture: Area) -> Area {
    let (width, height) = (storyboard.width_px.max(1), storyboard.height_px.max(1));
    let inside = |safe: &SafeArea| {
        let fits = |start: u32, length: u32, whole: u32| {
            length > 0 && u64::from(start) + u64::from(length) <= u64::from(whole)
        };
        fits(safe.x_px, safe.width_px, width) && fits(safe.y_px, safe.height_px, height)
    };
    let Some(safe) = storyboard.safe_area.filter(|safe| inside(safe)) else {
        return picture.inset(picture.width * 0.1);
    };
    let (across, down) = (picture.width / width as f32, picture.height / height as f32);
    Area {
        x: picture.x + safe.x_px as f32 * across,
        y: picture.y + safe.y_px as f32 * down,
        width: safe.width_px as f32 * across,
        height: safe.height_px as f32 * down,
    }
}

/// The corners of the safe area.
fn ticks(canvas: &mut Canvas, safe: Area, colour: Colour) {
    let length = (safe.width * 0.06).min(safe.height * 0.06);
    for (x, inward) in [(safe.x, 1.0), (safe.right(), -1.0)] {
        for (y, down) in [(safe.y, 1.0), (safe.bottom(), -1.0)] {
            let mut builder = PathBuilder::new();
            builder.move_to(x + inward * length, y);
            builder.line_to(x, y);
            builder.line_to(x, y + down * length);
            canvas.stroke(builder, colour, 2.0);
        }
    }
}

/// The text in its own lines on a label, at the top of the safe area; alone on the frame it stands large in the middle.
fn screen_text(canvas: &mut Canvas, shot: &Shot, dark: &Scheme, safe: Area, frame_width: f32) {
    let alone = shot.kind == ShotKind::Graphic;
    let size = frame_width * SCREEN_TEXT * if alone { 1.45 } else { 1.0 };
    let pad = frame_width * 0.028;
    let text = Area {
        x: safe.x + pad,
        y: safe.y + pad,
        width: (safe.width - 2.0 * pad).max(1.0),
        height: (safe.height - 2.0 * pad).max(1.0) * if alone { 1.0 } else { 0.45 },
    };
    let mut stack = Stack::new();
    for (index, line) in shot.on_screen_text.lines().enumerate() {
        // A label over its text stands out from it.
        let part = Part::new(line, Weight::ExtraBold, size);
        stack.push(if index == 0 && shot.on_screen_text.contains('\n') && alone { part.figure() } else { part });
    }
    if alone {
        stack.draw_at(canvas, dark, text, 9.0, 0.5);
        return;
    }
    let mut scratch = Canvas::new(1, 1, dark.ground);
    let height = stack.draw_at_top(&mut scratch, dark, text, 9.0);
    let width = scratch.text_areas.iter().map(|area| area.width).fold(0.0, f32::max);
    if width > 0.0 {
        let left = scratch.text_areas.iter().map(|area| area.x).fold(f32::INFINITY, f32::min);
        let label = Area { x: left - pad, y: safe.y, width: width + 2.0 * pad, height: height + 2.0 * pad };
        canvas.panel(label, pad * 0.8, dark.ground);
        stack.draw_at_top(canvas, dark, text, 9.0);
    }
}

/// The shot's number on the frame's corner.
fn number(canvas: &mut Canvas, number: usize, page: &Scheme, x: f32, y: f32) {
    let badge = Area { x: x + 12.0, y: y + 12.0, width: 46.0, height: 46.0 };
    canvas.panel(badge, 23.0, page.mark);
    let label = Measured::new(&number.to_string(), Weight::ExtraBold).wrap(24.0, 44.0);
    canvas.centred(&label, badge, page.on_mark);
}

/// Time, framing, action and voice under a frame; tells their height.
fn notes(canvas: &mut Canvas, shot: &Shot, page: &Scheme, (x, y): (f32, f32), height: f32) -> f32 {
    let area = Area { x, y, width: COLUMN, height };
    let end = shot.start_ms.saturating_add(shot.duration_ms);
    let time = Measured::new(&format!("{} – {}", clock(shot.start_ms), clock(end)), Weight::ExtraBold)
        .wrap(26.0, COLUMN * 0.68);
    let length = Measured::new(&format!("{} s", seconds(shot.duration_ms)), Weight::SemiBold).wrap(22.0, COLUMN * 0.3);
    canvas.block(&time, area, y, page.text);
    let right = Area { x: area.right() - length.width, width: length.width, ..area };
    canvas.block(&length, right, y + 3.0, page.quiet);
    let mut used = time.height() + 4.0;
    let mut stack = Stack::new();
    stack.push(Part::new(&shot.framing, Weight::SemiBold, 23.0).accented());
    stack.push(Part::new(&shot.action, Weight::Regular, 22.0).after(4.0));
    let voice = shot.voice_over.trim();
    // What is said keeps its part of the room.
    let left = height - used;
    let kept = if voice.is_empty() { 0.0 } else { left * 0.4 };
    used += stack.draw_at_top(canvas, page, Area { y: y + used, height: left - kept, ..area }, LEAST);
    if !voice.is_empty() {
        used += 14.0;
        let mut said = Stack::new();
        said.push(Part::new(voice, Weight::SemiBold, 23.0));
        let block = Area { x: x + 44.0, y: y + used, width: COLUMN - 44.0, height: (height - used).max(1.0) };
        let tall = said.draw_at_top(canvas, page, block, LEAST);
        loudspeaker(canvas, x, y + used + 3.0, page.accent);
        used += tall;
    }
    used
}

/// Music and extra footage; tells the height.
fn foot(canvas: &mut Canvas, storyboard: &Storyboard, page: &Scheme, y: f32) -> f32 {
    let inner = PAGE_WIDTH - 2.0 * MARGIN;
    canvas.panel(Area { x: MARGIN, y, width: inner, height: 3.0 }, 1.5, page.shape);
    let top = y + 34.0;
    let half = (inner - GUTTER) / 2.0;
    let mut mood = Stack::new();
    mood.push(Part::new(&storyboard.music_mood, Weight::SemiBold, 24.0));
    let left = Area { x: MARGIN + 60.0, y: top, width: half * 0.8 - 60.0, height: 200.0 };
    let music = mood.draw_at_top(canvas, page, left, LEAST);
    note(canvas, MARGIN + 4.0, top, page.accent);
    let mut footage = Stack::new();
    footage.extend(
        storyboard
            .b_roll
            .iter()
            .take(9)
            .map(|line| Part::new(line, Weight::Regular, 23.0).marked(Mark::Bullet).after(6.0)),
    );
    let x = MARGIN + half * 0.8 + GUTTER;
    let right = Area { x: x + 64.0, y: top, width: PAGE_WIDTH - MARGIN - x - 64.0, height: 360.0 };
    let rolls = footage.draw_at_top(canvas, page, right, LEAST);
    if rolls > 0.0 {
        film(canvas, x, top + 2.0, page);
    }
    34.0 + music.max(rolls).max(40.0)
}

fn loudspeaker(canvas: &mut Canvas, x: f32, y: f32, colour: Colour) {
    let mut builder = PathBuilder::new();
    builder.move_to(x + 1.0, y + 9.0);
    builder.line_to(x + 8.0, y + 9.0);
    builder.line_to(x + 17.0, y + 2.0);
    builder.line_to(x + 17.0, y + 26.0);
    builder.line_to(x + 8.0, y + 19.0);
    builder.line_to(x + 1.0, y + 19.0);
    builder.close();
    canvas.fill(builder, colour);
    for reach in [5.0, 10.0] {
        let mut wave = PathBuilder::new();
        wave.move_to(x + 18.0 + reach * 0.7, y + 14.0 - reach);
        wave.quad_to(x + 20.0 + reach * 1.4, y + 14.0, x + 18.0 + reach * 0.7, y + 14.0 + reach);
        canvas.stroke(wave, colour, 2.6);
    }
}

fn note(canvas: &mut Canvas, x: f32, y: f32, colour: Colour) {
    for (dx, dy) in [(7.0, 29.0), (28.0, 25.0)] {
        canvas.disc(x + dx, y + dy, 6.5, colour);
    }
    let mut stems = PathBuilder::new();
    stems.move_to(x + 12.0, y + 28.0);
    stems.line_to(x + 12.0, y + 6.0);
    stems.line_to(x + 33.0, y + 2.0);
    stems.line_to(x + 33.0, y + 24.0);
    canvas.stroke(stems, colour, 3.6);
}

fn film(canvas: &mut Canvas, x: f32, y: f32, page: &Scheme) {
    canvas.panel(Area { x, y, width: 44.0, height: 30.0 }, 5.0, page.accent);
    for row in [y + 3.0, y + 22.0] {
        for hole in 0..4 {
            canvas.panel(Area { x: x + 4.0 + hole as f32 * 10.0, y: row, width: 6.0, height: 5.0 }, 1.5, page.ground);
        }
    }
}

/// `0:07.5`: minutes, seconds and, when there are any, tenths.
fn clock(milliseconds: u32) -> String {
    let tenths = milliseconds.saturating_add(50) / 100;
    let (minutes, rest) = (tenths / 600, tenths % 600);
    let fraction = if rest % 10 > 0 { format!(".{}", rest % 10) } else { String::new() };
    format!("{minutes}:{:02}{fraction}", rest / 10)
}

fn seconds(milliseconds: u32) -> String {
    let text = format!("{:.1}", f64::from(milliseconds) / 1000.0);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
