//! A story over several slides: a cover, one point a slide, a closing slide with the call. Next: [`super::alt_text`].

use vcm_core::{
    angles::Archetype,
    brief::Brief,
    copy::Copy,
    visuals::{Card, CardTemplate, Page, Photo, Slide},
};

use super::{
    super::{grammar, material::Story},
    alt_text,
    content::{self, Content, HEADLINE_CHARS},
    has_carousels, wants_headline_only,
    words::Words,
};

/// Longest text of one slide in characters.
const SLIDE_CHARS: usize = 240;

/// Fewest and most points between cover and closing slide.
const POINTS: std::ops::RangeInclusive<usize> = 3..=8;

/// The words of every slide, for a copy whose story has parts on a platform that has carousels.
pub(super) fn contents(brief: &Brief, story: &Story, copy: &Copy) -> Option<Vec<Content>> {
    if !has_carousels(copy.platform) || wants_headline_only(copy) {
        return None;
    }
    let words = Words::of(&brief.locale);
    let name = grammar::single_spaced(&brief.product.name);
    let hook = content::hook(copy);
    let numbered = |index: usize| Some((index + 1).to_string());
    let (title, points): (String, Vec<Content>) = match story.archetype {
        Archetype::HowTo => {
            let steps = story.steps.iter().enumerate();
            let points = steps.map(|(index, step)| point(&step.text, numbered(index))).collect();
            (content::steps_title(&name, story.steps.len(), words), points)
        }
        Archetype::List => {
            let told = content::told(copy);
            let facts = story.facts.iter().filter(|fact| told(fact)).enumerate();
            let points = facts
                .map(|(index, fact)| content::statistic(fact).unwrap_or_else(|| point(&fact.text, numbered(index))))
                .collect();
            (content::short_or(&hook, &name), points)
        }
        Archetype::Story => {
            let events = story.events.iter();
            let points = events
                .map(|event| Content { labels: vec![event.when.clone()], ..point(&event.fact.text, None) })
                .collect();
            (content::short_or(&hook, &name), points)
        }
        _ => return None,
    };
    let fits = |content: &Content| content.headline.chars().count() <= SLIDE_CHARS;
    if !POINTS.contains(&points.len()) || !points.iter().all(fits) {
        return None;
    }
    let cover =
        Content { template: CardTemplate::Cover, headline: title, emphasis: Some(name.clone()), ..Content::default() };
    let closing = Content { template: CardTemplate::Closing, headline: call(brief, copy, words), ..Content::default() };
    Some(std::iter::once(cover).chain(points).chain(std::iter::once(closing)).collect())
}

fn point(text: &str, figure: Option<String>) -> Content {
    Content { template: CardTemplate::Step, headline: text.to_owned(), figure, ..Content::default() }
}

/// The copy's own closing sentence where it is short and carries no link; else where the main link leads; else the name.
fn call(brief: &Brief, copy: &Copy, words: &Words) -> String {
    let last = copy.sentences.iter().rev().map(|sentence| sentence.text.trim()).find(|text| !text.is_empty());
    let asks = |text: &&str| {
        let short = text.chars().count() <= HEADLINE_CHARS && copy.sentences.len() > 1;
        short && !text.contains("://") && grammar::ends_sentence(text) && !text.ends_with(':')
    };
    let link = || brief.links.first().map(|link| words.see.replace("{label}", &grammar::single_spaced(&link.label)));
    last.filter(asks)
        .map(str::to_owned)
        .or_else(link)
        .unwrap_or_else(|| grammar::capitalised(&grammar::single_spaced(&brief.product.name)))
}

/// The slides, each with what it shows in words. Photos go on the cover and the closing slide.
pub(super) fn lay_out(
    plain: &Card,
    contents: Vec<Content>,
    words: &Words,
    photo: impl Fn(usize) -> Option<Photo>,
) -> Vec<Slide> {
    let of = contents.len() as u32;
    contents
        .into_iter()
        .enumerate()
        .map(|(index, content)| {
            let frames = matches!(content.template, CardTemplate::Cover);
            let page = Some(Page { number: index as u32 + 1, of });
            let photo = if frames { photo(index) } else { None };
            let card = Card { page, photo, ..content.on(plain.clone()) };
            Slide { alt_text: alt_text::of_slide(&card, words), card }
        })
        .collect()
}
