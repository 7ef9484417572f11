//! The report as a page: sound for screen readers and keyboards, safe whatever the brief says, small, and the same every time.

#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests may panic")]

#[allow(dead_code, reason = "other tests use the rest")]
mod fixtures;

use std::collections::{BTreeMap, BTreeSet};

use fixtures::kit;
use rstest::rstest;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use vcm_agents::export::{KitFiles, RenderOptions};
use vcm_core::kit::{Kit, KitCost, KitStatus};

const STYLE: &str = include_str!("../src/export/report/templates/style.css");

fn page_of(kit: &Kit, images: bool) -> String {
    let files = KitFiles::new(kit, &RenderOptions { images }).expect("files");
    String::from_utf8(files.get("report.html").expect("a report").to_vec()).expect("UTF-8")
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|_| panic!("{selector}"));
    page.select(&selector).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The kit with its brief changed.
fn with_brief(change: impl FnOnce(&mut Value)) -> Kit {
    let mut kit = kit(KitStatus::Draft);
    let mut brief = serde_json::to_value(&kit.content.brief).expect("JSON");
    change(&mut brief);
    kit.content.brief = serde_json::from_value(brief).expect("a brief");
    kit
}

#[test]
fn the_page_is_sound_for_screen_readers_and_keyboards() {
    let source = page_of(&kit(KitStatus::Draft), true);
    let page = Html::parse_document(&source);
    assert_eq!(select(&page, "h1").len(), 1);
    for landmark in ["header", "nav[aria-label]", "main#main", "footer"] {
        assert_eq!(select(&page, landmark).len(), 1, "{landmark}");
    }
    let first = select(&page, "body > *")[0];
    assert_eq!((first.value().name(), first.value().attr("href")), ("a", Some("#main")), "the skip link comes first");
    let mut level = 0;
    for heading in select(&page, "h1, h2, h3, h4, h5, h6") {
        let next: u8 = heading.value().name()[1..].parse().expect("a level");
        assert!(next <= level + 1, "h{next} after h{level}: {}", words(heading));
        assert!(!words(heading).is_empty(), "{}", heading.html());
        level = next;
    }
    for header in select(&page, "th") {
        assert!(matches!(header.value().attr("scope"), Some("col" | "row")), "{}", header.html());
    }
    for table in select(&page, "table") {
        assert_eq!(
            table.select(&Selector::parse("caption").expect("a selector")).count(),
            1,
            "a table without caption"
        );
    }
    for picture in select(&page, "img") {
        assert!(picture.value().attr("alt").is_some_and(|alt| !alt.is_empty()), "a picture without alt text");
    }
    for picture in select(&page, "svg") {
        let named = picture.value().attr("aria-label").or(picture.value().attr("aria-labelledby"));
        assert!(picture.value().attr("role") == Some("img") && named.is_some(), "a drawing without a name");
    }
    for section in select(&page, "main > section") {
        let title = section.value().attr("aria-labelledby").expect("a name");
        assert_eq!(select(&page, &format!("h2#{title}")).len(), 1, "{title}");
    }
    for control in select(&page, "details") {
        let first = control.children().find_map(ElementRef::wrap).expect("a child");
        assert_eq!(first.value().name(), "summary");
    }
    assert!(STYLE.contains(":focus-visible{outline:"));
}

#[test]
fn ids_are_unique_and_every_link_inside_the_page_leads_somewhere() {
    let source = page_of(&kit(KitStatus::Draft), true);
    let page = Html::parse_document(&source);
    let mut ids = BTreeSet::new();
    for element in select(&page, "[id]") {
        let id = element.value().attr("id").expect("an id");
        assert!(ids.insert(id.to_owned()), "{id} stands twice");
    }
    for link in select(&page, "a[href^='#'], use[href^='#']") {
        let target = link.value().attr("href").expect("a target").trim_start_matches('#').to_owned();
        assert!(ids.contains(&target), "#{target} leads nowhere");
    }
    for named in select(&page, "[aria-labelledby]") {
        for id in named.value().attr("aria-labelledby").expect("ids").split(' ') {
            assert!(ids.contains(id), "{id} names nothing");
        }
    }
}

#[test]
fn every_chart_has_a_title_a_description_and_a_table() {
    let source = page_of(&kit(KitStatus::Draft), false);
    let page = Html::parse_document(&source);
    let charts = select(&page, "figure.chart");
    assert!(charts.len() >= 3, "hours, days and ladder");
    for chart in charts {
        for part in ["svg > title", "svg > desc", "details table tbody tr td", "figcaption"] {
            assert!(chart.select(&Selector::parse(part).expect("a selector")).next().is_some(), "{part}");
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_loaded() {
    let mut kit = with_brief(|brief| {
        brief["name"] = json!("<script>alert(1)</script>\" onload=\"alert(1)");
        brief["locale"] = json!("\"><script>");
        brief["brand"] = json!({"primary": "#000000;background:url(x)", "accent": "</style>", "paper": "#ffffff"});
        brief["links"] = json!([{"id": "l", "url": "javascript:alert(1)", "label": "<img src=x onerror=alert(1)>"}]);
        brief["accounts"] = json!([{"id": "@astral", "platform": "x", "handle": "<svg onload=alert(1)>"}]);
        for (at, place) in
            ["javascript:alert(1)", "data:text/html,<script>", " https://spaced.example", "https://good.example/<b>"]
                .iter()
                .enumerate()
        {
            let proof = json!({"id": format!("p{at}\"><b>"), "statement": "</p><script>", "source": place});
            brief["proof_points"].as_array_mut().expect("a list").push(proof);
        }
    });
    kit.content.schedule.hours.iter_mut().for_each(|hour| hour.account = "</svg><script>alert(1)</script>".into());
    let source = page_of(&kit, true);
    let page = Html::parse_document(&source);
    assert!(select(&page, "script, iframe, object, embed, link, base, form, foreignObject").is_empty());
    assert_eq!(select(&page, "style").len(), 1);
    let mut links = BTreeSet::new();
    for element in select(&page, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name} in {}", element.value().name());
            let embedded = value.starts_with("data:image/jpeg;base64,");
            match name {
                "src" => assert!(embedded, "{value}"),
                "href" if element.value().name() == "image" => assert!(embedded, "{value}"),
                "href" if !value.starts_with('#') => {
                    links.insert(value.to_owned());
                }
                "style" => assert!(!value.contains("url"), "{value}"),
                _ => {}
            }
        }
    }
    let expected =
        BTreeSet::from(["https://github.com/astral-sh/uv".to_owned(), "https://good.example/<b>".to_owned()]);
    assert_eq!(links, expected, "only web addresses become links");
    let policy = select(&page, "meta[http-equiv='Content-Security-Policy']")[0].value().attr("content");
    assert_eq!(policy, Some("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
}

#[rstest]
#[case::british("en-GB", "en-GB", "en-GB")]
#[case::german("de", "en", "de")]
#[case::arabic("ar-EG", "en", "ar-EG")]
fn the_page_and_the_copy_name_their_languages(#[case] locale: &str, #[case] root: &str, #[case] copy: &str) {
    let kit = with_brief(|brief| brief["locale"] = json!(locale));
    let source = page_of(&kit, false);
    let page = Html::parse_document(&source);
    assert_eq!(select(&page, "html")[0].value().attr("lang"), Some(root));
    let mocks = select(&page, ".mock");
    assert!(!mocks.is_empty());
    for mock in mocks {
        assert_eq!(mock.value().attr("lang"), Some(copy));
        assert_eq!(mock.value().attr("dir"), Some(if locale.starts_with("ar") { "rtl" } else { "ltr" }));
    }
}

#[test]
fn every_sentence_leads_to_its_source() {
    let kit = kit(KitStatus::Draft);
    let source = page_of(&kit, false);
    let page = Html::parse_document(&source);
    for copy in &kit.content.copies {
        let notes = select(&page, &format!("article[id='{}'] .notes a", copy.key));
        assert!(!notes.is_empty(), "{} names no source", copy.key);
        assert_eq!(notes[0].value().attr("href"), Some("#source-1"));
    }
    let listed = words(select(&page, "#source-1")[0]);
    for part in ["Installs are 10 to 100 times faster.", "github.com/astral-sh/uv", "in 10 posts"] {
        assert!(listed.contains(part), "{listed}");
    }
}

#[test]
fn evidence_is_marked_where_it_stands() {
    let source = page_of(&kit(KitStatus::Draft), false);
    let page = Html::parse_document(&source);
    let looks = select(&page, "#moderation .look");
    assert_eq!(looks.len(), 1);
    assert!(words(looks[0]).contains("claim.superlative"));
    for place in ["#moderation mark", "article[id='x-angle-1-a'] mark"] {
        assert_eq!(words(select(&page, place)[0]), "|' /C c", "{place}");
    }
}

#[test]
fn what_a_writer_says_about_its_choice_is_shown_and_else_absent() {
    let without = page_of(&kit(KitStatus::Draft), false);
    assert!(!without.contains("class=\"readings\""));
}

#[test]
fn an_offline_kit_costs_nothing_and_says_so() {
    let mut kit = kit(KitStatus::Draft);
    let cost = |kit: &Kit| {
        let source = page_of(kit, false);
        words(select(&Html::parse_document(&source), "#cost")[0])
    };
    assert!(cost(&kit).contains("does not say what it cost"));
    kit.cost = Some(KitCost { spent_micros: 0, limit_micros: Some(2_000_000), calls: vec![] });
    assert!(cost(&kit).contains("$0.00 Everything was made offline"), "{}", cost(&kit));
    let lines = json!([{"tool": "Copy.generate", "answered_by": "model-1", "steps": 3, "usage":
        {"input_tokens": 12000, "output_tokens": 900, "images": 0, "cost_micros": 1_250_000}}]);
    kit.cost = Some(KitCost {
        spent_micros: 1_250_000,
        limit_micros: None,
        calls: serde_json::from_value(lines).expect("lines"),
    });
    let told = cost(&kit);
    for part in ["3 steps reached outside and cost $1.25.", "model-1", "12,000 tokens in, 900 out"] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn the_page_advises_on_what_the_brief_lacks() {
    let source = page_of(&kit(KitStatus::Draft), false);
    let page = Html::parse_document(&source);
    let fields: Vec<String> = select(&page, ".advice code").into_iter().map(words).collect();
    for field in ["history", "proof_points[].figure", "links", "milestones"] {
        assert!(fields.iter().any(|found| found == field), "{field} in {fields:?}");
    }
}

#[test]
fn posts_stand_on_their_days() {
    let kit = kit(KitStatus::Draft);
    let source = page_of(&kit, false);
    let page = Html::parse_document(&source);
    assert_eq!(
        select(&page, ".month caption").into_iter().map(words).collect::<Vec<_>>(),
        ["November 2026", "December 2026"]
    );
    assert_eq!(select(&page, ".month li a").len(), kit.content.schedule.entries.len());
}

#[test]
fn the_same_kit_gives_the_same_page() {
    let kit = kit(KitStatus::Approved);
    assert!(page_of(&kit, true) == page_of(&kit, true));
    assert!(!page_of(&kit, false).contains("Draft. Not approved"));
}

/// Twelve stories on five platforms in two variants, a picture for each story and platform, texts as long as posts get; and ten
/// times that.
#[rstest]
#[case::as_large_as_campaigns_get(12, 5, 600, true)]
#[case::far_larger(24, 10, 2_500, false)]
fn the_page_stays_under_two_megabytes(
    #[case] angles: usize,
    #[case] platforms: usize,
    #[case] chars: usize,
    #[case] whole: bool,
) {
    let mut kit = kit(KitStatus::Draft);
    let (copy, card) = (kit.content.copies[0].clone(), kit.content.assets[0].clone());
    kit.content.copies.clear();
    kit.content.assets.clear();
    for platform in &vcm_core::platform::Platform::ALL[..platforms] {
        for angle in 1..=angles {
            for variant in ["a", "b"] {
                let mut copy = copy.clone();
                copy.key = format!("{platform}-angle-{angle}-{variant}");
                (copy.platform, copy.angle, copy.variant) = (*platform, format!("angle-{angle}"), variant.into());
                copy.parts = vec!["A sentence of some length stands here. ".repeat(chars / 39)];
                kit.content.copies.push(copy);
            }
            let mut card = card.clone();
            card.key = format!("card-{platform}-{angle}");
            (card.copy, card.platform) = (format!("{platform}-angle-{angle}-a"), *platform);
            kit.content.assets.push(card);
        }
    }
    kit.content.schedule = serde_json::from_value(json!({"entries": [], "unplaced": [], "objective": 0.0, "bound": 0.0, "optimality_gap": 0.0, "hours": [], "notes": []})).expect("a schedule");
    let source = page_of(&kit, true);
    assert!(source.len() < 2_000_000, "{}", source.len());
    let page = Html::parse_document(&source);
    assert_eq!(select(&page, "article.post").len() == kit.content.copies.len(), whole);
    assert_eq!(select(&page, "svg.picture image").len() == kit.content.assets.len(), whole);
}

#[test]
fn text_has_enough_contrast_in_light_dark_and_print() {
    let schemes: Vec<BTreeMap<&str, [f64; 3]>> = STYLE.split(":root{").skip(1).map(variables).collect();
    assert_eq!(schemes.len(), 3, "light, dark, print");
    for scheme in &schemes {
        let inks = ["ink", "quiet", "accent", "good", "warn", "bad", "differs", "entity"];
        let grounds = ["paper", "card", "soft"];
        let pairs = inks.iter().flat_map(|ink| grounds.iter().map(move |ground| (*ink, *ground)));
        for (ink, ground) in pairs.chain([("markink", "mark")]) {
            let found = contrast(scheme[ink], scheme[ground]);
            assert!(found >= 4.5, "{ink} on {ground}: {found:.2}");
        }
    }
}

/// The colours that a rule sets as variables.
fn variables(rule: &str) -> BTreeMap<&str, [f64; 3]> {
    let body = rule.split('}').next().expect("a body");
    body.split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(":#"))
        .map(|(name, hex)| {
            let doubled: String =
                if hex.len() == 3 { hex.chars().flat_map(|digit| [digit, digit]).collect() } else { hex.to_owned() };
            let channel =
                |at: usize| f64::from(u8::from_str_radix(&doubled[at..at + 2], 16).expect("a channel")) / 255.0;
            (name, [channel(0), channel(2), channel(4)])
        })
        .collect()
}

/// WCAG 2.2, contrast ratio.
fn contrast(left: [f64; 3], right: [f64; 3]) -> f64 {
    let linear = |share: f64| if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) };
    let luminance =
        |[red, green, blue]: [f64; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (left, right) = (luminance(left), luminance(right));
    (left.max(right) + 0.05) / (left.min(right) + 0.05)
}
