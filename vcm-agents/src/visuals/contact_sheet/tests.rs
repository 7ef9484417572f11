//! Contact sheets keep their text on the page, and the text on screen in the safe area.

use vcm_core::{
    platform::Platform,
    visuals::{Palette, SafeArea, Shot, ShotKind, Storyboard},
};

use super::*;

const KINDS: [ShotKind; 10] = [
    ShotKind::CloseUp,
    ShotKind::Medium,
    ShotKind::Wide,
    ShotKind::OverShoulder,
    ShotKind::Hands,
    ShotKind::Detail,
    ShotKind::TopDown,
    ShotKind::Screen,
    ShotKind::Graphic,
    ShotKind::Establishing,
];

fn storyboard(text: &str, shots: u32, (width_px, height_px): (u32, u32)) -> Storyboard {
    let shot = |index: u32| Shot {
        start_ms: index * 3000,
        duration_ms: 3000,
        kind: KINDS[index as usize % KINDS.len()],
        framing: text.into(),
        action: text.into(),
        on_screen_text: text.into(),
        voice_over: text.into(),
        captions: vec![],
        sources: vec![],
    };
    Storyboard {
        title: text.into(),
        duration_ms: shots * 3000,
        width_px,
        height_px,
        safe_area: Some(SafeArea::of(Platform::YoutubeShorts, width_px, height_px)),
        words_per_minute: 150,
        shots: (0..shots).map(shot).collect(),
        music_mood: text.into(),
        b_roll: vec![text.into(); 12],
        palette: Palette { primary: "#1f2a44".into(), accent: "#ff6b4a".into(), paper: "#fbf7f0".into() },
    }
}

#[test]
fn all_text_stays_on_the_page() {
    let long = "Every word of this sentence has a place on the sheet. ".repeat(8);
    for (text, most) in [("Short", 25), (long.as_str(), 4), ("שלום 🎉", 17), ("", 25), ("x".repeat(300).as_str(), 1)]
    {
        for (shots, size) in [(0, (1080, 1920)), (1, (1080, 1920)), (17, (1920, 1080)), (25, (0, 0)), (4, (1080, 1080))]
        {
            let shots = shots.min(most);
            let sheet = layout(&storyboard(text, shots, size));
            let (width, height) = sheet.size();
            let outside = |area: &&Area| {
                area.x < 0.0 || area.y < 0.0 || area.right() > width + 0.5 || area.bottom() > height + 0.5
            };
            assert_eq!(sheet.text_areas.iter().find(outside), None, "{text} {shots} {size:?}");
        }
    }
}

#[test]
fn text_on_screen_stays_in_the_safe_area() {
    let lines = "Question\nWill it all come to\nmore than I would\nthink?";
    for text in ["85 °C", lines, "WWWWWWWWWWWWWWWWWWWWWW\nWWWWWWWWWWWWWWWWWWWWWW\nW\nW", "Straßenbahnhaltestelle"] {
        for kind in KINDS {
            let board = storyboard(text, 1, (1080, 1920));
            let shot = Shot { kind, ..board.shots[0].clone() };
            let picture = Area { x: 100.0, y: 50.0, width: COLUMN, height: TALLEST };
            let safe = safe_area(&board, picture);
            let dark = Scheme::new(&board.palette, Ground::Primary);
            let mut canvas = Canvas::new(2000, 2000, dark.ground);
            screen_text(&mut canvas, &shot, &dark, safe, picture.width);
            assert!(!canvas.text_areas.is_empty());
            for area in &canvas.text_areas {
                assert!(
                    area.x >= safe.x
                        && area.y >= safe.y
                        && area.right() <= safe.right() + 0.5
                        && area.bottom() <= safe.bottom() + 0.5,
                    "{kind:?} {text}: {area:?} in {safe:?}"
                );
            }
        }
    }
}

#[test]
fn a_sheet_is_a_picture_and_the_same_one_every_time() {
    let board = storyboard("Two words", 3, (1080, 1920));
    let png = render_contact_sheet(&board).expect("a picture");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(png, render_contact_sheet(&board).expect("a picture"));
}

#[test]
fn times_read_as_on_a_clock() {
    for (milliseconds, expected) in
        [(0, "0:00"), (7_500, "0:07.5"), (60_000, "1:00"), (59_970, "1:00"), (9_960, "0:10")]
    {
        assert_eq!(clock(milliseconds), expected);
    }
}
