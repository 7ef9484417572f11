//! Still visuals: which layout, which words, in the brand's colours. Next: [`super::storyboard`].

use vcm_core::{
    angles::Archetype,
    brief::{Brief, Factor},
    copy::Copy,
    ports::writer::VisualTask,
    visuals::{Asset, AssetContent, Card, CardTemplate, Palette},
};

use super::{
    grammar, limits,
    material::{Fact, Story},
    story_of,
    voice::Voice,
};

/// Longest headline in characters that is still read on a card.
const HEADLINE_CHARS: usize = 90;

/// Longest supporting line in characters.
const LINE_CHARS: usize = 110;

/// Designs the card of a copy.
pub(super) fn design(task: &VisualTask<'_>) -> Asset {
    let brief = task.spark.brief;
    let voice = Voice::new(brief, task.spark.rejections);
    let story = story_of(brief, task.angle, &voice);
    let (width_px, height_px) = limits::card_size(task.copy.platform, task.spark.now);
    let content = content(brief, &story, task.copy);
    let seed = task.spark.seed.stream(&format!("card/{}/{}", task.spark.round, task.copy.key)).next_u64();
    let card = Card {
        template: content.template,
        width_px,
        height_px,
        kicker: Some(grammar::single_spaced(&brief.product.name))
            .filter(|name| !content.headline.contains(name.as_str())),
        headline: content.headline,
        lines: content.lines,
        figure: content.figure,
        footer: footer(brief),
        palette: palette(brief),
        watermark: brief.brand.watermark.clone(),
        seed,
    };
    Asset {
        key: format!("card-{}", task.copy.key),
        copy: task.copy.key.clone(),
        platform: task.copy.platform,
        alt_text: alt_text(&card),
        content: AssetContent::Card(card),
    }
}

/// The brand's colours.
pub(super) fn palette(brief: &Brief) -> Palette {
    Palette {
        primary: brief.brand.primary.clone(),
        accent: brief.brand.accent.clone(),
        paper: brief.brand.paper.clone(),
    }
}

/// What the visual of a copy will show.
pub(super) fn alt_text_of_copy(brief: &Brief, story: &Story, copy: &Copy) -> String {
    let content = content(brief, story, copy);
    alt_text(&Card {
        template: content.template,
        width_px: 0,
        height_px: 0,
        kicker: None,
        headline: content.headline,
        lines: content.lines,
        figure: content.figure,
        footer: None,
        palette: palette(brief),
        watermark: None,
        seed: 0,
    })
}

struct Content {
    template: CardTemplate,
    headline: String,
    lines: Vec<String>,
    figure: Option<String>,
}

/// Words of the card: those of the copy's own facts, so that text and picture say the same.
fn content(brief: &Brief, story: &Story, copy: &Copy) -> Content {
    let told = |fact: &Fact| copy.sentences.iter().any(|sentence| sentence.text.contains(fact.text.as_str()));
    let first = story.facts.iter().find(|fact| told(fact)).or(story.facts.first());
    let hook =
        copy.sentences.iter().map(|sentence| sentence.text.as_str()).find(|text| Some(*text) != copy.title.as_deref());
    let hook = hook.unwrap_or_default().trim_end_matches(':').to_owned();
    if copy.factors.get(&Factor::Visual).is_some_and(|level| level == "headline") {
        return headline_only(&hook, brief);
    }
    let name = grammar::single_spaced(&brief.product.name);
    let content = match story.archetype {
        Archetype::HowTo if story.steps.len() >= 2 => {
            let lines = fitting(story.steps.iter().map(|step| step.text.clone()), 6);
            (lines.len() == story.steps.len()).then(|| Content {
                template: CardTemplate::Steps,
                headline: grammar::capitalised(&format!("{name} in {} steps", grammar::count_word(story.steps.len()))),
                lines,
                figure: None,
            })
        }
        Archetype::List => {
            let lines = fitting(story.facts.iter().filter(|fact| told(fact)).map(|fact| fact.text.clone()), 4);
            (lines.len() >= 2).then(|| Content {
                template: CardTemplate::List,
                headline: short_or(&hook, &name),
                lines,
                figure: None,
            })
        }
        Archetype::BeforeAfter | Archetype::Comparison => story.pair.as_ref().and_then(|pair| {
            let lines = fitting([pair.first.text.clone(), pair.second.text.clone()].into_iter(), 2);
            (lines.len() == 2).then(|| Content {
                template: CardTemplate::Comparison,
                headline: if story.tells_a_change() { "Then and now" } else { "Side by side" }.into(),
                lines,
                figure: None,
            })
        }),
        Archetype::Quote => story.quotation.as_ref().map(|quotation| Content {
            template: CardTemplate::Quote,
            headline: quotation.words.text.clone(),
            lines: vec![quotation.attribution.clone()],
            figure: None,
        }),
        Archetype::Story if story.events.len() >= 2 => {
            let lines = fitting(story.events.iter().map(|event| format!("{}: {}", event.when, event.fact.text)), 4);
            (lines.len() >= 2).then(|| Content {
                template: CardTemplate::List,
                headline: short_or(&hook, &name),
                lines,
                figure: None,
            })
        }
        Archetype::Myth | Archetype::Contrarian => {
            story.pair.as_ref().filter(|pair| pair.first.text.chars().count() <= HEADLINE_CHARS).map(|pair| Content {
                template: CardTemplate::Statement,
                headline: format!("Myth: “{}”", grammar::without_stop(&pair.first.text)),
                lines: fitting(std::iter::once(pair.second.text.clone()), 1),
                figure: None,
            })
        }
        Archetype::Objection => {
            story.pair.as_ref().filter(|pair| pair.first.text.chars().count() <= HEADLINE_CHARS).map(|pair| Content {
                template: CardTemplate::Question,
                headline: pair.first.text.clone(),
                lines: fitting(std::iter::once(pair.second.text.clone()), 1),
                figure: None,
            })
        }
        Archetype::Question => Some(Content {
            template: CardTemplate::Question,
            headline: short_or(&hook, &name),
            lines: Vec::new(),
            figure: None,
        }),
        Archetype::Offer | Archetype::Seasonal => {
            story.offer.as_ref().filter(|offer| offer.text.chars().count() <= HEADLINE_CHARS).map(|offer| Content {
                template: CardTemplate::Statement,
                headline: offer.text.clone(),
                lines: brief
                    .offer
                    .iter()
                    .filter_map(|offer| offer.code.as_ref())
                    .map(|code| format!("Code: {code}"))
                    .collect(),
                figure: None,
            })
        }
        _ => None,
    };
    content
        .or_else(|| first.and_then(statistic))
        .or_else(|| first.and_then(statement))
        .unwrap_or_else(|| headline_only(&hook, brief))
}

fn statistic(fact: &Fact) -> Option<Content> {
    let figure = fact.figure.clone()?;
    let headline =
        fact.topic.as_deref().map(grammar::capitalised).filter(|topic| topic.chars().count() <= HEADLINE_CHARS);
    let headline = if fact.text.chars().count() <= HEADLINE_CHARS { fact.text.clone() } else { headline? };
    Some(Content { template: CardTemplate::Statistic, headline, lines: Vec::new(), figure: Some(figure) })
}

fn statement(fact: &Fact) -> Option<Content> {
    (fact.text.chars().count() <= HEADLINE_CHARS).then(|| Content {
        template: CardTemplate::Statement,
        headline: fact.text.clone(),
        lines: Vec::new(),
        figure: None,
    })
}

fn headline_only(hook: &str, brief: &Brief) -> Content {
    let template = if hook.ends_with('?') { CardTemplate::Question } else { CardTemplate::Statement };
    Content {
        template,
        headline: short_or(hook, &grammar::single_spaced(&brief.product.name)),
        lines: Vec::new(),
        figure: None,
    }
}

fn short_or(text: &str, otherwise: &str) -> String {
    if !text.is_empty() && text.chars().count() <= HEADLINE_CHARS {
        text.to_owned()
    } else {
        grammar::capitalised(otherwise)
    }
}

/// The lines that fit, in order; a line that is too long is left out whole.
fn fitting(lines: impl Iterator<Item = String>, most: usize) -> Vec<String> {
    lines.filter(|line| line.chars().count() <= LINE_CHARS).take(most).collect()
}

fn footer(brief: &Brief) -> Option<String> {
    let url = &brief.links.first()?.url;
    let bare = url
        .trim()
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches('/');
    let host = bare.split(['/', '?', '#']).next().unwrap_or(bare);
    Some(if bare.chars().count() <= 40 { bare } else { host }.to_owned()).filter(|text| !text.is_empty())
}

fn alt_text(card: &Card) -> String {
    let headline = grammar::as_sentence(&card.headline);
    let lines = || card.lines.iter().map(|line| grammar::as_sentence(line)).collect::<Vec<_>>().join(" ");
    let text = match card.template {
        CardTemplate::Statement => format!("A text card. It reads: {headline} {}", lines()),
        CardTemplate::Question => format!("A card with a question: {headline} {}", lines()),
        CardTemplate::Quote => format!("A quotation card: “{headline}” By {}", lines()),
        CardTemplate::Statistic => {
            format!(
                "A card with the figure {} in large type. Below it: {headline}",
                card.figure.as_deref().unwrap_or_default()
            )
        }
        CardTemplate::List => format!("A list card titled {} The entries: {}", quoted(&card.headline), lines()),
        CardTemplate::Steps => {
            let steps: Vec<String> = card
                .lines
                .iter()
                .enumerate()
                .map(|(at, line)| format!("{}. {}", at + 1, grammar::as_sentence(line)))
                .collect();
            format!("A card with numbered steps titled {} {}", quoted(&card.headline), steps.join(" "))
        }
        CardTemplate::Comparison => {
            let mut columns = card.lines.iter().map(|line| grammar::as_sentence(line));
            let (then, now) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
            if card.headline == "Then and now" {
                format!("A card in two columns. Left, then: {then} Right, now: {now}")
            } else {
                format!("A card in two columns. Left: {then} Right: {now}")
            }
        }
    };
    grammar::single_spaced(&text)
}

fn quoted(title: &str) -> String {
    if grammar::ends_sentence(title) { format!("“{title}”") } else { format!("“{title}.”") }
}
