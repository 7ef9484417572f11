//! Slots of a story: which of the brief's phrases go with the facts at hand. Next: [`super::openings`].

use vcm_core::{angles::Archetype, brief::Brief, trends::TrendTopic};

use super::{
    frameworks, links,
    material::{Fact, Story, shared_words},
    sentences::{single_spaced, without_stop},
    slots::Slots,
    voice::Voice,
};

/// Values for every slot that the brief and the story can fill. `lead` is the first fact of the body, `turn` a number that
/// rotates through pains, wants and the like.
pub(super) fn slots(
    brief: &Brief,
    story: &Story,
    lead: Option<&Fact>,
    topic: Option<&TrendTopic>,
    (voice, turn): (&Voice, usize),
) -> Slots {
    let product = &brief.product;
    let grammar = voice.language.grammar;
    let mut slots = Slots::new(product.plural);
    slots.set("product", single_spaced(&product.name));
    let category = single_spaced(&product.category);
    if let Some(category) = grammar.with_article(&category) {
        slots.set("a_category", category);
    }
    slots.set("category", category);
    // Phrases go with the facts at hand: a hook about one thing before a fact about another reads as chance.
    let about = about(story, lead);
    let named = matches!(story.archetype, Archetype::Problem | Archetype::OpenLetter);
    let pain = if named {
        story.pains.first().map(String::as_str)
    } else {
        nearest(&story.pains, &about, turn).map(|(_, p)| p)
    };
    let to_answer = match pain {
        Some(pain) if named => pain.to_owned(),
        pain => format!("{} {about}", pain.unwrap_or_default()),
    };
    if let Some(does) = story.does.first() {
        slots.set_sourced("does", does.text.clone(), std::slice::from_ref(&does.source));
    } else if let Some((at, does)) = nearest(&product.does, &to_answer, turn) {
        slots.set_sourced("does", within(does), &[format!("product.does[{at}]")]);
    }
    if let Some((at, task)) = frameworks::task_of(story, brief).filter(|_| !story.steps.is_empty()) {
        slots.set_sourced("task", task, &[format!("product.does[{at}]")]);
    }
    if let Some(audience) = &story.audience {
        slots.set("audience", audience.clone());
    }
    if let Some(pain) = pain {
        slots.set("pain", within(pain));
        if grammar.is_gerund(pain) {
            slots.set("pain_gerund", within(pain));
        }
    }
    let want = if story.archetype == Archetype::Question {
        story.wants.first().map(String::as_str)
    } else {
        nearest(&story.wants, &about, turn).map(|(_, want)| want)
    };
    if let Some(want) = want {
        slots.set("want3", within(want));
        if grammar.can_be_said_to_you(want) {
            slots.set("want", within(want));
        }
    }
    if let Some(lead) = lead {
        set_topic(&mut slots, lead.topic.as_deref(), voice);
        if let Some(figure) = &lead.figure {
            slots.set_sourced("figure", figure.clone(), &lead.sources);
        }
    }
    if let Some(pair) = &story.pair {
        let (slot, text) = match story.archetype {
            Archetype::Objection => ("doubt", &pair.first.text),
            Archetype::BeforeAfter | Archetype::Comparison => ("before", &pair.first.text),
            _ => ("belief", &pair.first.text),
        };
        slots.set_sourced(slot, text.clone(), &pair.first.sources);
        if !grammar.dates_itself(text) {
            slots.set_sourced("before_undated", text.clone(), &pair.first.sources);
        }
        slots.set_sourced("belief_bare", without_stop(&pair.first.text).to_owned(), &pair.first.sources);
    }
    if let Some(event) = story.events.first() {
        slots.set_sourced("when", event.when.clone(), &event.fact.sources);
    }
    if let Some(quotation) = &story.quotation {
        // "Ada Lovelace, mathematician" is introduced by name.
        let name = quotation.attribution.split(',').next().unwrap_or("").trim();
        slots.set_sourced("speaker", name, &quotation.words.sources);
        set_topic(&mut slots, quotation.words.topic.as_deref(), voice);
    }
    if let Some(until) = brief.offer.as_ref().and_then(|offer| offer.until) {
        slots.set_sourced("until", grammar.day_in_words(until, &brief.locale), &["offer".to_owned()]);
    }
    if let Some(label) = links::link_for(brief, voice, lead).map(links::label) {
        if grammar.is_readable(&label) {
            slots.set("readable", label.clone());
        }
        slots.set("label", label);
    }
    // What strangers call it is never shown: the brief has a name for what its fact is about.
    if topic.is_some()
        && let Some(label) = lead.and_then(|lead| lead.topic.as_deref()).filter(|label| !grammar.is_clause(label))
    {
        slots.set("trend", label);
    }
    slots
}

/// The words of everything that the story tells first.
fn about(story: &Story, lead: Option<&Fact>) -> String {
    let pair = story.pair.iter().map(|pair| pair.second.text.as_str());
    let steps = story.steps.iter().map(|step| step.text.as_str());
    let all = lead.map(|lead| lead.text.as_str()).into_iter().chain(pair).chain(steps);
    all.chain(story.offer.iter().map(|offer| offer.text.as_str())).collect::<Vec<_>>().join(" ")
}

/// Topics that are clauses fit `{subject}` only.
fn set_topic(slots: &mut Slots, topic: Option<&str>, voice: &Voice) {
    if let Some(topic) = topic {
        slots.set("subject", topic);
        if !voice.language.grammar.is_clause(topic) {
            slots.set("topic", topic);
        }
    }
}

/// The phrase that shares most words with `about`, with its index; `turn` decides between equals. `None` when none shares any.
fn nearest<'a>(phrases: &'a [String], about: &str, turn: usize) -> Option<(usize, &'a str)> {
    let turned = turn.checked_rem(phrases.len())?;
    let shared = |at: usize| phrases.get(at).map_or(0, |phrase| shared_words(phrase, about));
    let at = (0..phrases.len()).max_by_key(|at| (shared(*at), *at == turned))?;
    phrases.get(at).filter(|_| shared(at) > 0).map(|phrase| (at, phrase.as_str()))
}

/// A phrase as it stands within a sentence: without a stop at its end.
fn within(phrase: &str) -> String {
    without_stop(&single_spaced(phrase)).to_owned()
}
