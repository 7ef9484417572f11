//! The cards of the gallery.

use vcm_core::{
    platform::Platform,
    visuals::{Card, CardTemplate, Motif, Page, Palette, Photo, safe_area},
};

/// Cards under one heading.
pub(crate) struct Section {
    pub(crate) title: &'static str,
    pub(crate) note: &'static str,
    /// File name, description, card.
    pub(crate) cards: Vec<(String, String, Card)>,
}

const WIDE: (u32, u32) = (800, 450);
const LINK: (u32, u32) = (600, 314);
const SQUARE: (u32, u32) = (540, 540);
const PORTRAIT: (u32, u32) = (540, 675);
const PIN: (u32, u32) = (500, 750);
const TALL: (u32, u32) = (540, 960);

/// Every section, in the order of the page.
pub(crate) fn sections() -> Vec<Section> {
    vec![
        Section { title: "Layouts", note: "Every layout, in two brands.", cards: layouts() },
        Section {
            title: "Families of shapes",
            note: "One card, eight families; a kit uses three of them.",
            cards: families(),
        },
        Section {
            title: "Sizes",
            note: "One card on the shapes that platforms show. On the tall ones, nothing stands under the player's own buttons.",
            cards: sizes(),
        },
        Section {
            title: "Scripts",
            note: "Right to left, breaking between characters, emoji in colour.",
            cards: scripts(),
        },
        Section {
            title: "Photos and a logo",
            note: "A photo of the brief, cut around its subject; a scrim keeps the contrast of text on it.",
            cards: photos(),
        },
        Section {
            title: "A carousel",
            note: "A cover, one point a slide, a closing slide with the call.",
            cards: carousel(),
        },
    ]
}

fn harbour() -> Palette {
    Palette { primary: "#12324a".into(), accent: "#ff7a45".into(), paper: "#f6f1e7".into() }
}

fn orchard() -> Palette {
    Palette { primary: "#1f4d3a".into(), accent: "#f2c14e".into(), paper: "#f7f5ec".into() }
}

fn card(template: CardTemplate, size: (u32, u32), headline: &str, seed: u64) -> Card {
    let second = seed % 2 == 1;
    Card {
        template,
        width_px: size.0,
        height_px: size.1,
        kicker: Some(if second { "Orchard Week" } else { "Harbour Library" }.into()),
        headline: headline.into(),
        footer: Some(if second { "orchard-week.example" } else { "library.example/night" }.into()),
        palette: if second { orchard() } else { harbour() },
        watermark: Some(if second { "@orchardweek" } else { "@harbourlibrary" }.into()),
        motif: if second { Motif::Waves } else { Motif::Tiles },
        seed,
        ..Card::default()
    }
}

fn named(name: impl Into<String>, card: Card) -> (String, String, Card) {
    let alt_text = card.texts().join(" · ").replace(['"', '<', '>', '`'], "");
    (name.into(), alt_text, card)
}

fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn layouts() -> Vec<(String, String, Card)> {
    let make = card;
    vec![
        named(
            "layout-statement",
            Card {
                emphasis: Some("until midnight".into()),
                ..make(CardTemplate::Statement, WIDE, "All 34 branches stay open until midnight.", 2)
            },
        ),
        named(
            "layout-quote",
            Card {
                lines: texts(&["Mira Holt, director of the city library"]),
                motif: Motif::Arcs,
                ..make(CardTemplate::Quote, SQUARE, "A library is the last warm room that asks nothing of you.", 3)
            },
        ),
        named(
            "layout-statistic",
            Card {
                figure: Some("34 branches".into()),
                motif: Motif::Halftone,
                ..make(CardTemplate::Statistic, WIDE, "Every branch in the city takes part, the island included.", 4)
            },
        ),
        named(
            "layout-statistic-share",
            Card {
                figure: Some("62 %".into()),
                ..make(CardTemplate::Statistic, SQUARE, "62 % of last year's visitors came for the first time.", 6)
            },
        ),
        named(
            "layout-list",
            Card {
                lines: texts(&[
                    "Seven old apple varieties to taste",
                    "A press that takes your own fruit",
                    "Grafting lessons at eleven and three",
                    "Cider from the first cold morning",
                ]),
                emphasis: Some("orchard week".into()),
                motif: Motif::Orbits,
                ..make(CardTemplate::List, PORTRAIT, "Four good reasons to come to orchard week", 5)
            },
        ),
        named(
            "layout-steps",
            Card {
                lines: texts(&[
                    "Pick a branch near you.",
                    "Bring a friend and a blanket.",
                    "Ask for the `night pass` at the desk.",
                    "Stay as long as you like.",
                ]),
                motif: Motif::Bars,
                ..make(CardTemplate::Steps, PORTRAIT, "The long night in four steps", 8)
            },
        ),
        named(
            "layout-comparison",
            Card {
                lines: texts(&["The branches close at seven in the evening.", "Tonight they close at midnight."]),
                labels: texts(&["Other days", "Tonight"]),
                motif: Motif::Contours,
                ..make(CardTemplate::Comparison, WIDE, "Opening hours", 10)
            },
        ),
        named(
            "layout-comparison-portrait",
            Card {
                lines: texts(&[
                    "You need a garden to grow apples.",
                    "A large pot on a balcony is enough for a dwarf tree.",
                ]),
                labels: texts(&["Myth", "Fact"]),
                ..make(CardTemplate::Comparison, PORTRAIT, "", 7)
            },
        ),
        named(
            "layout-question",
            Card {
                lines: texts(&["Yes. Every branch has a lift and a quiet room."]),
                motif: Motif::Rays,
                emphasis: Some("with a pram".into()),
                ..make(CardTemplate::Question, WIDE, "Can I come with a pram?", 12)
            },
        ),
        named(
            "layout-announcement",
            Card {
                labels: texts(&["New"]),
                lines: texts(&["From 23 November, at every branch."]),
                emphasis: Some("night pass".into()),
                motif: Motif::Rays,
                ..make(CardTemplate::Announcement, SQUARE, "One night pass opens every door.", 14)
            },
        ),
        named(
            "layout-timeline",
            Card {
                lines: texts(&[
                    "The first night, in three branches.",
                    "The island joins by ferry.",
                    "Readings in nine languages.",
                    "All 34 branches take part.",
                ]),
                labels: texts(&["2012", "2016", "2021", "2026"]),
                emphasis: Some("long night".into()),
                motif: Motif::Waves,
                ..make(CardTemplate::Timeline, PORTRAIT, "How the long night grew", 16)
            },
        ),
        named(
            "layout-step",
            Card {
                figure: Some("2".into()),
                motif: Motif::Bars,
                ..make(CardTemplate::Step, SQUARE, "Bring a friend and a blanket.", 18)
            },
        ),
    ]
}

fn families() -> Vec<(String, String, Card)> {
    Motif::ALL
        .iter()
        .enumerate()
        .map(|(index, motif)| {
            let name =
                serde_json::to_value(motif).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
            let card = card(CardTemplate::Statement, (640, 360), "Come late. Stay longer.", 21 + index as u64);
            named(format!("family-{name}"), Card { motif: *motif, emphasis: Some("Stay longer.".into()), ..card })
        })
        .collect()
}

fn sizes() -> Vec<(String, String, Card)> {
    [
        ("link", LINK, Platform::Facebook),
        ("square", SQUARE, Platform::Linkedin),
        ("portrait", PORTRAIT, Platform::Instagram),
        ("pin", PIN, Platform::Pinterest),
        ("tiktok", TALL, Platform::Tiktok),
        ("shorts", TALL, Platform::YoutubeShorts),
    ]
    .into_iter()
    .map(|(name, size, platform)| {
        let card = card(CardTemplate::Statement, size, "All 34 branches stay open until midnight.", 40);
        let safe_area = safe_area(platform, size.0, size.1);
        named(
            format!("size-{name}"),
            Card { safe_area, emphasis: Some("until midnight".into()), motif: Motif::Arcs, ..card },
        )
    })
    .collect()
}

fn scripts() -> Vec<(String, String, Card)> {
    let own = |card: Card, kicker: &str| Card { kicker: Some(kicker.into()), ..card };
    vec![
        named(
            "script-arabic",
            own(
                card(CardTemplate::Statement, SQUARE, "تبقى جميع المكتبات مفتوحة حتى منتصف الليل.", 42),
                "ليلة المكتبات",
            ),
        ),
        named(
            "script-hebrew",
            own(
                Card {
                    lines: texts(&["בוחרים ספרייה קרובה.", "מביאים חבר ושמיכה.", "נשארים כמה שרוצים."]),
                    ..card(CardTemplate::Steps, SQUARE, "ליל הספריות בשלושה צעדים", 44)
                },
                "ליל הספריות",
            ),
        ),
        named(
            "script-japanese",
            own(
                Card {
                    motif: Motif::Arcs,
                    ..card(CardTemplate::Statement, PORTRAIT, "市内の図書館は、今夜すべて真夜中まで開いています。", 46)
                },
                "図書館の夜",
            ),
        ),
        named(
            "script-chinese",
            own(
                Card {
                    lines: texts(&["选择一家离你最近的图书馆。", "带上一位朋友和一条毯子。", "想待多久就待多久。"]),
                    ..card(CardTemplate::List, SQUARE, "图书馆之夜，三件小事", 48)
                },
                "图书馆之夜",
            ),
        ),
        named(
            "script-hindi",
            own(card(CardTemplate::Question, WIDE, "क्या आप आज रात पुस्तकालय आएँगे?", 50), "पुस्तकालय की रात"),
        ),
        named(
            "script-emoji",
            Card {
                motif: Motif::Orbits,
                ..card(
                    CardTemplate::Statement,
                    SQUARE,
                    "Bring a blanket 🧣, a friend 👋 and your favourite book 📚.",
                    51,
                )
            },
        ),
    ]
}

fn photos() -> Vec<(String, String, Card)> {
    let photo =
        || Some(Photo { file: "scene.jpg".into(), focus: None, alt_text: "Hills under an evening sun.".into() });
    let logo = || Some("logo.png".to_owned());
    vec![
        named(
            "photo-statement",
            Card {
                photo: photo(),
                logo: logo(),
                emphasis: Some("until midnight".into()),
                ..card(CardTemplate::Statement, PORTRAIT, "All 34 branches stay open until midnight.", 60)
            },
        ),
        named(
            "photo-quote",
            Card {
                photo: photo(),
                lines: texts(&["Mira Holt, director of the city library"]),
                ..card(CardTemplate::Quote, WIDE, "A library is the last warm room that asks nothing of you.", 62)
            },
        ),
        named(
            "photo-statistic",
            Card {
                photo: photo(),
                logo: logo(),
                figure: Some("34 branches".into()),
                ..card(CardTemplate::Statistic, SQUARE, "Every branch takes part.", 65)
            },
        ),
    ]
}

fn carousel() -> Vec<(String, String, Card)> {
    let points = [
        "Pick a branch near you.",
        "Bring a friend and a blanket.",
        "Ask for the night pass at the desk.",
        "Stay as long as you like.",
    ];
    let of = points.len() as u32 + 2;
    let slide = |template, headline: &str, number: u32| Card {
        page: Some(Page { number, of }),
        motif: Motif::Tiles,
        ..card(template, (432, 540), headline, 70)
    };
    let mut slides = vec![named(
        "carousel-1",
        Card { emphasis: Some("four steps".into()), ..slide(CardTemplate::Cover, "The long night in four steps", 1) },
    )];
    for (index, point) in points.iter().enumerate() {
        let number = index as u32 + 2;
        slides.push(named(
            format!("carousel-{number}"),
            Card { figure: Some((index + 1).to_string()), ..slide(CardTemplate::Step, point, number) },
        ));
    }
    slides.push(named(format!("carousel-{of}"), slide(CardTemplate::Closing, "Find your branch for the night.", of)));
    slides
}
