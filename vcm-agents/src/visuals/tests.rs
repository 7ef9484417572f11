//! Every card keeps its text inside and readable, at every size, in every script, whatever the text.

use image::{ExtendedColorType, ImageEncoder, RgbImage, codecs::png::PngEncoder};
use proptest::prelude::*;
use vcm_core::{
    ErrorKind,
    platform::Platform,
    visuals::{Card, CardTemplate, Carousel, Motif, Page, Palette, Photo, Slide, safe_area},
};

use super::{
    Pictures,
    canvas::{Area, PlacedText},
    card::layout,
    colour::{Colour, LARGE_CONTRAST, TEXT_CONTRAST},
    picture::Picture,
    render_card, render_carousel,
};

/// Where a card goes and how large it is: every platform's card, and the full-screen formats.
const PLACES: [(Platform, u32, u32); 9] = [
    (Platform::X, 1600, 900),
    (Platform::Instagram, 1080, 1350),
    (Platform::Instagram, 1080, 1920),
    (Platform::Tiktok, 1080, 1920),
    (Platform::YoutubeShorts, 1080, 1920),
    (Platform::Linkedin, 1080, 1080),
    (Platform::Facebook, 1200, 630),
    (Platform::Pinterest, 1000, 1500),
    (Platform::Mastodon, 1600, 900),
];

/// What people write that layouts break on: long words, every direction, no spaces, marks, nothing at all.
const HOSTILE: [&str; 12] = [
    "Short",
    "",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Every word of this sentence has a place, and there are a great many of them, far more than a card was ever made for.",
    "تبقى جميع المكتبات مفتوحة حتى منتصف الليل في كل أنحاء المدينة.",
    "כל הספריות פתוחות הלילה עד חצות, גם באי.",
    "市内の図書館は、今夜すべて「真夜中」まで開いています。ぜひお越しください。",
    "오늘 밤 모든 도서관이 자정까지 문을 엽니다.",
    "आज रात सभी पुस्तकालय आधी रात तक खुले रहेंगे।",
    "คืนนี้ห้องสมุดทุกแห่งเปิดถึงเที่ยงคืนและมีการอ่านหนังสือสำหรับเด็ก",
    "🎉🎉 שלום world 日本語 `code` 🦀",
    "W͎̅i̷t̴h̵ ̶m̸a̵r̷k̴s̷ \u{202e}reversed\u{202c} and `a lone back-tick",
];

fn card(
    template: CardTemplate,
    (platform, width, height): (Platform, u32, u32),
    headline: &str,
    lines: &[String],
) -> Card {
    Card {
        template,
        width_px: width,
        height_px: height,
        kicker: Some("A product".into()),
        headline: headline.into(),
        emphasis: headline.split(' ').next_back().map(str::to_owned),
        lines: lines.to_vec(),
        labels: vec!["Before".into(), "A label that is rather long".into()],
        figure: Some("10–100×".into()),
        footer: Some("example.org/a/rather/long/path/to/a/page".into()),
        palette: Palette { primary: "#1f2a44".into(), accent: "#ff6b4a".into(), paper: "#fbf7f0".into() },
        watermark: Some("@handle".into()),
        motif: Motif::ALL[headline.len() % 8],
        safe_area: safe_area(platform, width, height),
        seed: u64::from(width) + headline.len() as u64,
        ..Card::default()
    }
}

/// The first text that leaves the card or stands under the platform's own buttons.
fn text_outside(card: &Card) -> Option<String> {
    let canvas = layout(card, &Pictures::none()).expect("a layout");
    let (width, height) = (card.width_px as f32, card.height_px as f32);
    let safe = card.safe_area;
    let (left, top) = (safe.left as f32, safe.top as f32);
    let (right, bottom) = (width - safe.right as f32, height - safe.bottom as f32);
    let outside = |area: &&Area| {
        area.x < left - 0.5 || area.right() > right + 0.5 || area.y < top - 0.5 || area.bottom() > bottom + 0.5
    };
    canvas.text_areas.iter().find(outside).map(|area| format!("{area:?} in {width}×{height}"))
}

/// The first text with too little contrast to any pixel behind it (WCAG 2.2, level AA).
fn unreadable(card: &Card, pictures: &Pictures) -> Option<String> {
    let canvas = layout(card, pictures).expect("a layout");
    let large: Vec<bool> = canvas.texts.iter().map(|text| canvas.is_large(text.size, text.weight)).collect();
    let texts = canvas.texts.clone();
    let behind = canvas.without_text().draw().expect("a picture");
    texts.into_iter().zip(large).find_map(|(text, large)| {
        let least = if large { LARGE_CONTRAST } else { TEXT_CONTRAST };
        let found = worst_contrast(&behind, &text);
        (found < least - 1e-6).then(|| format!("{found:.2} of {least} for {text:?}"))
    })
}

fn worst_contrast(behind: &Picture, text: &PlacedText) -> f64 {
    let Area { x, y, width, height } = text.area;
    let mut worst = f64::INFINITY;
    for row in (y.max(0.0) as u32..(y + height) as u32).step_by(3) {
        for column in (x.max(0.0) as u32..(x + width) as u32).step_by(3) {
            let Some(pixel) = behind.pixels.pixel(column, row) else { continue };
            worst = worst.min(text.colour.contrast(Colour::rgb(pixel.red(), pixel.green(), pixel.blue())));
        }
    }
    worst
}

fn noise() -> Pictures {
    let picture = RgbImage::from_fn(640, 480, |x, y| {
        let mixed = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503) ^ (x * y);
        image::Rgb(if (x / 40 + y / 40) % 2 == 0 {
            [255; 3]
        } else {
            [mixed as u8, (mixed >> 8) as u8, (mixed >> 16) as u8]
        })
    });
    let mut png = Vec::new();
    PngEncoder::new(&mut png).write_image(&picture, 640, 480, ExtendedColorType::Rgb8).expect("a PNG");
    let mut pictures = Pictures::none();
    pictures.insert("noise.png", png);
    pictures
}

#[test]
fn text_stays_inside_and_clear_of_the_platforms_own_buttons() {
    let lines: Vec<String> =
        (0..12).map(|index| format!("Point {index}: {}", HOSTILE[index % HOSTILE.len()])).collect();
    for template in CardTemplate::ALL {
        for place in PLACES {
            for (index, headline) in HOSTILE.iter().enumerate() {
                let card = card(template, place, headline, &lines[..index]);
                assert_eq!(text_outside(&card), None, "{template:?} {place:?} {headline:.20}");
            }
        }
    }
}

#[test]
fn every_text_reads_on_what_is_behind_it() {
    let pictures = noise();
    let palettes = [
        ["#1f2a44", "#ff6b4a", "#fbf7f0"],
        ["#ffffff", "#ffff00", "#000000"],
        ["#808080", "#7f7f7f", "#818181"],
        ["#00ff00", "#ff0000", "#0000ff"],
    ];
    for (index, template) in CardTemplate::ALL.into_iter().enumerate() {
        for (number, [primary, accent, paper]) in palettes.into_iter().enumerate() {
            let small = [(Platform::Instagram, 432, 540), (Platform::X, 640, 360), (Platform::Tiktok, 432, 768)];
            let place = small[(index + number) % 3];
            let palette = Palette { primary: primary.into(), accent: accent.into(), paper: paper.into() };
            let lines = ["It was like this.".to_owned(), "Now it is `so`.".to_owned()];
            let text = card(template, place, "All 34 branches stay open until midnight", &lines);
            for photo in [None, Some(Photo { file: "noise.png".into(), focus: None, alt_text: String::new() })] {
                for seed in 0..2 {
                    let card = Card { seed, palette: palette.clone(), photo: photo.clone(), ..text.clone() };
                    assert_eq!(
                        unreadable(&card, &pictures),
                        None,
                        "{template:?} {palette:?} {seed} {}",
                        photo.is_some()
                    );
                }
            }
        }
    }
}

#[test]
fn the_same_card_gives_the_same_png_of_the_size_asked_for() {
    let place = (Platform::X, 600, 400);
    let card = card(CardTemplate::Statistic, place, "faster <&> \"safer\" 🚀", &["مرحبا".to_owned()]);
    let png = render_card(&card, &Pictures::none()).expect("a PNG");
    assert_eq!(png, render_card(&card, &Pictures::none()).expect("a PNG"));
    let picture = image::load_from_memory(&png).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (600, 400));
}

#[test]
fn a_carousel_is_a_png_a_slide_and_a_picture_that_is_not_there_is_named() {
    let slide = |number: u32| {
        let card = card(CardTemplate::Step, (Platform::Linkedin, 400, 400), "One step", &[]);
        Slide { card: Card { page: Some(Page { number, of: 3 }), ..card }, alt_text: "A step.".into() }
    };
    let carousel = Carousel { slides: (1..=3).map(slide).collect() };
    assert_eq!(render_carousel(&carousel, &Pictures::none()).expect("slides").len(), 3);
    let alone = Carousel { slides: vec![slide(1)] };
    assert_eq!(render_carousel(&alone, &Pictures::none()).expect_err("refused").kind(), ErrorKind::InvalidInput);
    let card = Card { logo: Some("logo.png".into()), ..slide(1).card };
    let error = render_card(&card, &Pictures::none()).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert!(error.to_string().contains("logo.png"), "{error}");
}

#[test]
fn impossible_sizes_are_refused_with_every_field() {
    let impossible = card(CardTemplate::Quote, (Platform::X, 0, 100_000), "x", &[]);
    let error = render_card(&impossible, &Pictures::none()).expect_err("refused");
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert_eq!(error.violations().len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_text_stays_inside(
        template in 0usize..12, place in 0usize..9, seed in any::<u64>(),
        headline in "\\PC{0,200}|[A-Za-z]{0,300}|[\u{5d0}-\u{5ea}\u{627}-\u{64a} a-z🚀日本。「」]{0,120}",
        lines in proptest::collection::vec("\\PC{0,80}", 0..5),
    ) {
        let card = Card { seed, ..card(CardTemplate::ALL[template], PLACES[place], &headline, &lines) };
        prop_assert_eq!(text_outside(&card), None);
    }
}
