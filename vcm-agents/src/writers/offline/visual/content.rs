//! The words of a card: those of the copy's own facts, so that text and picture say the same. Next: [`super::slides`].

use vcm_core::{
    angles::Archetype,
    brief::Brief,
    copy::Copy,
    visuals::{Card, CardTemplate},
};

use super::{
    super::{
        grammar,
        material::{Fact, Story},
    },
    wants_headline_only,
    words::Words,
};

/// Longest headline in characters that is still read on a card.
pub(super) const HEADLINE_CHARS: usize = 90;

/// Longest supporting line in characters.
pub(super) const LINE_CHARS: usize = 110;

/// What a card says.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    pub(super) template: CardTemplate,
    pub(super) headline: String,
    pub(super) emphasis: Option<String>,
    pub(super) lines: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) figure: Option<String>,
}

impl Content {
    /// The card that says it, on a plain one.
    pub(super) fn on(self, plain: Card) -> Card {
        // A name that the headline says already is not said twice.
        let kicker = plain.kicker.filter(|name| !self.headline.contains(name.as_str()));
        Card {
            template: self.template,
            headline: self.headline,
            emphasis: self.emphasis,
            lines: self.lines,
            labels: self.labels,
            figure: self.figure,
            kicker,
            ..plain
        }
    }

    /// Whether a photo leaves the words enough room.
    pub(super) fn takes_a_photo(&self) -> bool {
        !matches!(
            self.template,
            CardTemplate::List | CardTemplate::Steps | CardTemplate::Timeline | CardTemplate::Comparison
        )
    }
}

/// Whether the copy tells a fact.
pub(super) fn told(copy: &Copy) -> impl Fn(&Fact) -> bool + '_ {
    |fact| copy.sentences.iter().any(|sentence| sentence.text.contains(fact.text.as_str()))
}

/// The copy's first sentence, without what would lead on.
pub(super) fn hook(copy: &Copy) -> String {
    let hook =
        copy.sentences.iter().map(|sentence| sentence.text.as_str()).find(|text| Some(*text) != copy.title.as_deref());
    hook.unwrap_or_default().trim_end_matches(':').to_owned()
}

/// The words of a copy's only card.
pub(super) fn of_card(brief: &Brief, story: &Story, copy: &Copy) -> Content {
    let told = told(copy);
    let first = story.facts.iter().find(|fact| told(fact)).or(story.facts.first());
    let hook = hook(copy);
    if wants_headline_only(copy) {
        return headline_only(&hook, brief);
    }
    let words = Words::of(&brief.locale);
    let name = grammar::single_spaced(&brief.product.name);
    let content = match story.archetype {
        Archetype::HowTo if story.steps.len() >= 2 => {
            let lines = fitting(story.steps.iter().map(|step| step.text.clone()), 6);
            (lines.len() == story.steps.len()).then(|| Content {
                template: CardTemplate::Steps,
                headline: steps_title(&name, story.steps.len(), words),
                lines,
                ..Content::default()
            })
        }
        Archetype::List => {
            let lines = fitting(story.facts.iter().filter(|fact| told(fact)).map(|fact| fact.text.clone()), 4);
            (lines.len() >= 2).then(|| Content {
                template: CardTemplate::List,
                headline: short_or(&hook, &name),
                emphasis: Some(name.clone()),
                lines,
                ..Content::default()
            })
        }
        Archetype::BeforeAfter | Archetype::Comparison => sides(story, words),
        Archetype::Myth | Archetype::Contrarian => story.pair.as_ref().and_then(|pair| {
            let lines = fitting([unquoted(&pair.first.text), pair.second.text.clone()].into_iter(), 2);
            (lines.len() == 2).then(|| Content {
                template: CardTemplate::Comparison,
                lines,
                labels: vec![words.myth.to_owned(), words.fact.to_owned()],
                ..Content::default()
            })
        }),
        Archetype::Quote => story.quotation.as_ref().map(|quotation| Content {
            template: CardTemplate::Quote,
            headline: quotation.words.text.clone(),
            lines: vec![quotation.attribution.clone()],
            ..Content::default()
        }),
        Archetype::Story if story.events.len() >= 2 => {
            let events = story.events.iter().filter(|event| event.fact.text.chars().count() <= LINE_CHARS).take(5);
            let (labels, lines): (Vec<_>, Vec<_>) =
                events.map(|event| (event.when.clone(), event.fact.text.clone())).unzip();
            (lines.len() >= 2).then(|| Content {
                template: CardTemplate::Timeline,
                headline: short_or(&hook, &name),
                emphasis: Some(name.clone()),
                lines,
                labels,
                ..Content::default()
            })
        }
        Archetype::Objection => {
            story.pair.as_ref().filter(|pair| pair.first.text.chars().count() <= HEADLINE_CHARS).map(|pair| Content {
                template: CardTemplate::Question,
                headline: pair.first.text.clone(),
                emphasis: marked(&pair.first, &pair.first.text),
                lines: fitting(std::iter::once(pair.second.text.clone()), 1),
                ..Content::default()
            })
        }
        Archetype::Question => Some(Content {
            template: CardTemplate::Question,
            headline: short_or(&hook, &name),
            emphasis: Some(name.clone()),
            ..Content::default()
        }),
        Archetype::Announcement => first.and_then(statement).map(|content| Content {
            template: CardTemplate::Announcement,
            labels: vec![words.new.to_owned()],
            ..content
        }),
        Archetype::Offer | Archetype::Seasonal => {
            story.offer.as_ref().filter(|offer| offer.text.chars().count() <= HEADLINE_CHARS).map(|offer| Content {
                template: CardTemplate::Announcement,
                headline: offer.text.clone(),
                lines: brief
                    .offer
                    .iter()
                    .filter_map(|offer| offer.code.as_ref())
                    .map(|code| format!("{} {code}", words.code))
                    .collect(),
                ..Content::default()
            })
        }
        _ => None,
    };
    content
        .or_else(|| first.and_then(statistic))
        .or_else(|| first.and_then(statement))
        .unwrap_or_else(|| headline_only(&hook, brief))
}

fn sides(story: &Story, words: &Words) -> Option<Content> {
    let pair = story.pair.as_ref()?;
    let lines = fitting([pair.first.text.clone(), pair.second.text.clone()].into_iter(), 2);
    let changes = story.tells_a_change();
    let labels = if changes { vec![words.then.to_owned(), words.now.to_owned()] } else { Vec::new() };
    let topic = pair.second.topic.as_deref().or(pair.first.topic.as_deref()).map(grammar::capitalised);
    let headline = topic.unwrap_or_else(|| if changes { words.then_and_now } else { words.side_by_side }.to_owned());
    (lines.len() == 2).then_some(Content {
        template: CardTemplate::Comparison,
        headline,
        lines,
        labels,
        ..Content::default()
    })
}

/// "Rust 1.85 in five steps".
pub(super) fn steps_title(name: &str, count: usize, words: &Words) -> String {
    grammar::capitalised(&words.in_steps.replace("{name}", name).replace("{count}", &words.count(count)))
}

/// A figure in large type with its fact, or with the fact's topic where the fact is too long.
pub(super) fn statistic(fact: &Fact) -> Option<Content> {
    let figure = fact.figure.clone()?;
    let topic = fact.topic.as_deref().map(grammar::capitalised).filter(|topic| topic.chars().count() <= HEADLINE_CHARS);
    let headline = if fact.text.chars().count() <= HEADLINE_CHARS { fact.text.clone() } else { topic? };
    Some(Content { template: CardTemplate::Statistic, headline, figure: Some(figure), ..Content::default() })
}

/// A short fact in large type.
pub(super) fn statement(fact: &Fact) -> Option<Content> {
    (fact.text.chars().count() <= HEADLINE_CHARS).then(|| Content {
        headline: fact.text.clone(),
        emphasis: marked(fact, &fact.text),
        ..Content::default()
    })
}

/// What stands out in a fact: its figure, else its topic, where the text has it.
fn marked(fact: &Fact, text: &str) -> Option<String> {
    let all = text.chars().count();
    [&fact.figure, &fact.topic]
        .into_iter()
        .flatten()
        .find(|phrase| text.contains(phrase.as_str()) && phrase.chars().count() * 5 <= all * 3)
        .cloned()
}

fn headline_only(hook: &str, brief: &Brief) -> Content {
    let template = if hook.ends_with('?') { CardTemplate::Question } else { CardTemplate::Statement };
    let name = grammar::single_spaced(&brief.product.name);
    Content { template, headline: short_or(hook, &name), emphasis: Some(name), ..Content::default() }
}

/// A text if it is short enough for a headline.
pub(super) fn short_or(text: &str, otherwise: &str) -> String {
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

fn unquoted(text: &str) -> String {
    text.trim_matches(['“', '”', '"']).to_owned()
}
