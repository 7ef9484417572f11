//! Every card keeps its text inside, at every size, whatever the text.

use proptest::prelude::*;
use vcm_core::{
    ErrorKind,
    visuals::{Card, CardTemplate, Palette},
};

use super::{card::layout, render_card};

const TEMPLATES: [CardTemplate; 7] = [
    CardTemplate::Statement,
    CardTemplate::Quote,
    CardTemplate::Statistic,
    CardTemplate::List,
    CardTemplate::Steps,
    CardTemplate::Comparison,
    CardTemplate::Question,
];

const SIZES: [(u32, u32); 7] =
    [(1600, 900), (1080, 1350), (1080, 1920), (1200, 627), (1000, 1500), (1080, 1080), (1200, 630)];

fn card(template: CardTemplate, size: (u32, u32), headline: &str, lines: &[String]) -> Card {
    Card {
        template,
        width_px: size.0,
        height_px: size.1,
        kicker: Some("A product".into()),
        headline: headline.into(),
        lines: lines.to_vec(),
        figure: Some("10–100×".into()),
        footer: Some("example.org/a/rather/long/path/to/a/page".into()),
        palette: Palette { primary: "#1f2a44".into(), accent: "#ff6b4a".into(), paper: "#fbf7f0".into() },
        watermark: Some("@handle".into()),
        seed: u64::from(size.0) + headline.len() as u64,
    }
}

/// The first text that leaves the card or, on tall cards, the area that players leave free.
fn text_outside(card: &Card) -> Option<String> {
    let canvas = layout(card).expect("a layout");
    let (width, height) = (card.width_px as f32, card.height_px as f32);
    let (top, bottom) = if height > width * 1.6 { (height * 0.14, height * 0.80) } else { (0.0, height) };
    let outside = |area: &&super::canvas::Area| {
        area.x < -0.5 || area.right() > width + 0.5 || area.y < top - 0.5 || area.bottom() > bottom + 0.5
    };
    canvas.text_areas.iter().find(outside).map(|area| format!("{area:?} in {width}×{height}"))
}

#[test]
fn text_stays_inside_for_every_template_and_size() {
    let long = "Every word of this sentence has a place. ".repeat(40);
    let lines: Vec<String> = (0..12)
        .map(|index| format!("Point {index} with Pneumonoultramicroscopicsilicovolcanoconiosis{}", "x".repeat(90)))
        .collect();
    for template in TEMPLATES {
        for size in SIZES {
            for (headline, lines) in
                [("Short", &[][..]), ("", &[][..]), (long.as_str(), &lines[..]), ("שלום 🎉 日本語", &lines[..3])]
            {
                let card = card(template, size, headline, lines);
                assert_eq!(text_outside(&card), None, "{template:?} {size:?} {headline:.20}");
            }
        }
    }
}

#[test]
fn the_same_card_gives_the_same_png_of_the_size_asked_for() {
    let card = card(CardTemplate::Statistic, (600, 400), "faster <&> \"safer\" 🚀", &["مرحبا".to_owned()]);
    let png = render_card(&card).expect("a PNG");
    assert_eq!(png, render_card(&card).expect("a PNG"));
    let picture = image::load_from_memory(&png).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (600, 400));
}

#[test]
fn impossible_sizes_are_refused_with_every_field() {
    let error = render_card(&card(CardTemplate::Quote, (0, 100_000), "x", &[])).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(error.violations().len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_text_stays_inside(
        template in 0usize..7, size in 0usize..7,
        headline in "\\PC{0,200}|[A-Za-z]{0,300}",
        lines in proptest::collection::vec("\\PC{0,80}", 0..5),
    ) {
        let card = card(TEMPLATES[template], SIZES[size], &headline, &lines);
        prop_assert_eq!(text_outside(&card), None);
    }
}
