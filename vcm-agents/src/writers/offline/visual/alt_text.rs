//! What a picture shows, for people who cannot see it: what kind of picture, every word in it, and the photo. Next: [`super::words`].

use vcm_core::{
    brief::Brief,
    copy::Copy,
    visuals::{Card, CardTemplate, Slide},
};

use super::{
    super::{grammar, material::Story},
    content::{self, Content},
    slides,
    words::Words,
};

/// Longest text for a whole carousel; each slide has a full one of its own.
const CAROUSEL_CHARS: usize = 900;

/// What a copy's visual says.
pub(super) enum Told {
    Card(Content),
    Slides(Vec<Content>),
}

impl Told {
    pub(super) fn of(brief: &Brief, story: &Story, copy: &Copy) -> Self {
        match slides::contents(brief, story, copy) {
            Some(contents) => Self::Slides(contents),
            None => Self::Card(content::of_card(brief, story, copy)),
        }
    }
}

/// A card in words.
pub(super) fn of_card(card: &Card, words: &Words) -> String {
    let headline = plain(&grammar::as_sentence(&card.headline));
    let line = |line: &String| plain(&grammar::as_sentence(line));
    let lines = || card.lines.iter().map(line).collect::<Vec<_>>().join(" ");
    let labelled = || {
        let label = |index: usize| card.labels.get(index).map(|label| format!("{label}: ")).unwrap_or_default();
        let texts = card.lines.iter().enumerate();
        texts.map(|(index, text)| label(index) + &line(text)).collect::<Vec<_>>().join(" ")
    };
    let numbered = || {
        let texts = card.lines.iter().enumerate();
        texts.map(|(index, text)| format!("{}. {}", index + 1, line(text))).collect::<Vec<_>>().join(" ")
    };
    let title = || match headline.as_str() {
        "" => ".".to_owned(),
        _ => words.titled.replace("{title}", &quoted(&card.headline)),
    };
    let text = match card.template {
        CardTemplate::Statement | CardTemplate::Cover | CardTemplate::Closing => {
            format!("{} {headline} {}", words.text_card, lines())
        }
        CardTemplate::Announcement => format!("{} {headline} {}", words.news_card, lines()),
        CardTemplate::Question => format!("{} {headline} {}", words.question_card, lines()),
        CardTemplate::Quote => {
            let by = card.lines.first().map(|name| words.by.replace("{name}", name)).unwrap_or_default();
            format!("{} “{headline}” {by}", words.quote_card)
        }
        CardTemplate::Statistic => {
            let figure = card.figure.as_deref().unwrap_or_default();
            format!("{} {headline} {}", words.figure_card.replace("{figure}", figure), lines())
        }
        CardTemplate::Step => {
            let mark = card.figure.as_deref().or(card.labels.first().map(String::as_str)).unwrap_or_default();
            format!("{mark}. {headline} {}", lines()).trim_start_matches(". ").to_owned()
        }
        CardTemplate::List => format!("{}{} {}", words.list_card, title(), lines()),
        CardTemplate::Timeline => format!("{}{} {}", words.timeline_card, title(), labelled()),
        CardTemplate::Steps => format!("{}{} {}", words.steps_card, title(), numbered()),
        CardTemplate::Comparison => format!("{}{} {}", words.comparison_card, title(), labelled()),
    };
    let photo = card.photo.as_ref().filter(|photo| !photo.alt_text.is_empty());
    let photo = photo.map(|photo| format!(" {} {}", words.photo, grammar::as_sentence(&photo.alt_text)));
    grammar::single_spaced(&(text + &photo.unwrap_or_default()))
}

/// A slide in words, with its place.
pub(super) fn of_slide(card: &Card, words: &Words) -> String {
    let place = card
        .page
        .map(|page| words.slide.replace("{number}", &page.number.to_string()).replace("{of}", &page.of.to_string()));
    let place = place.unwrap_or_default();
    let shown = match card.template {
        CardTemplate::Cover | CardTemplate::Closing => {
            let said = Card { template: CardTemplate::Statement, ..card.clone() };
            of_card(&said, words).trim_start_matches(words.text_card).trim().to_owned()
        }
        _ => of_card(card, words),
    };
    grammar::single_spaced(&format!("{place} {shown}"))
}

/// A carousel in words: how many slides, and what they say, as far as it goes.
pub(super) fn of_carousel(slides: &[Slide], words: &Words) -> String {
    let mut text = words.carousel.replace("{count}", &slides.len().to_string());
    for slide in slides {
        if text.chars().count() + slide.alt_text.chars().count() < CAROUSEL_CHARS {
            text.push(' ');
            text.push_str(&slide.alt_text);
        }
    }
    text
}

/// Code is set in another face, which a voice does not say.
fn plain(text: &str) -> String {
    text.replace('`', "")
}

fn quoted(title: &str) -> String {
    let title = plain(title);
    if grammar::ends_sentence(&title) { format!("“{title}”") } else { format!("“{title}.”") }
}
