//! Slots of a story, and the hooks that its archetype can open with. Next: [`super::draft`].

use vcm_core::{angles::Archetype, brief::Brief, trends::TrendTopic};

use super::{
    frames::{Slots, Stock},
    grammar, links,
    material::{Fact, Story, day_in_words, shared_words},
    select::Choice,
    stock::{lists, open, pairs, singles},
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
    let mut slots = Slots::new(product.plural);
    slots.american = brief.locale.eq_ignore_ascii_case("en-us") || brief.locale.eq_ignore_ascii_case("en");
    slots.set("product", grammar::single_spaced(&product.name));
    slots.set("category", grammar::single_spaced(&product.category));
    slots.set("a_category", grammar::with_article(&grammar::single_spaced(&product.category)));
    // Phrases go with the facts at hand: a hook about one thing before a fact about another reads as chance.
    let about = about(story, lead);
    let pain = if story.archetype == Archetype::Problem {
        story.pains.first().map(String::as_str)
    } else {
        nearest(&story.pains, &about, turn, false).map(|(_, pain)| pain)
    };
    let task = format!("{} {about}", pain.unwrap_or_default());
    if let Some((at, does)) = nearest(
        &product.does,
        if story.archetype == Archetype::Problem { pain.unwrap_or_default() } else { &task },
        turn,
        true,
    ) {
        slots.set_sourced("does", lower_clause(does), &[format!("product.does[{at}]")]);
    }
    if let Some(audience) = &story.audience {
        slots.set("audience", audience.clone());
    }
    if let Some(pain) = pain {
        slots.set("pain", lower_clause(pain));
        if grammar::is_gerund(pain) {
            slots.set("pain_gerund", lower_clause(pain));
        }
    }
    let want = if story.archetype == Archetype::Question {
        story.wants.first().map(String::as_str)
    } else {
        nearest(&story.wants, &about, turn, false).map(|(_, want)| want)
    };
    if let Some(want) = want {
        slots.set("want3", lower_clause(want));
        if !grammar::has_third_person(want) {
            slots.set("want", lower_clause(want));
        }
    }
    if let Some(lead) = lead {
        set_topic(&mut slots, lead.topic.as_deref());
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
        if !grammar::dates_itself(text) {
            slots.set_sourced("before_undated", text.clone(), &pair.first.sources);
        }
        slots.set_sourced("belief_bare", grammar::without_stop(&pair.first.text).to_owned(), &pair.first.sources);
    }
    if let Some(event) = story.events.first() {
        slots.set_sourced("when", event.when.clone(), &event.fact.sources);
    }
    if let Some(quotation) = &story.quotation {
        // "Ada Lovelace, mathematician" is introduced by name.
        let name = quotation.attribution.split(',').next().unwrap_or("").trim();
        slots.set_sourced("speaker", name, &quotation.words.sources);
        set_topic(&mut slots, quotation.words.topic.as_deref());
    }
    if let Some(until) = brief.offer.as_ref().and_then(|offer| offer.until) {
        slots.set_sourced("until", day_in_words(until, &brief.locale), &["offer".to_owned()]);
    }
    if let Some(label) = links::link_for(brief, voice, lead).map(links::label) {
        if links::is_readable(&label) {
            slots.set("readable", label.clone());
        }
        slots.set("label", label);
    }
    // What strangers call it is never shown: the brief has a name for what its fact is about.
    if topic.is_some()
        && let Some(label) = lead.and_then(|lead| lead.topic.as_deref()).filter(|label| !grammar::is_clause(label))
    {
        slots.set("trend", label);
    }
    slots
}

/// Rows of hooks for a story, each with what speaks against it. `carried`: the hook itself must carry belief, doubt or before.
pub(super) fn rows(story: &Story, carried: bool) -> Vec<(&'static Stock, f64)> {
    let own: &[Stock] = match story.archetype {
        Archetype::Announcement => singles::ANNOUNCEMENT,
        Archetype::Contrarian => pairs::CONTRARIAN,
        Archetype::HowTo => lists::HOW_TO,
        Archetype::Myth => pairs::MYTH,
        Archetype::BehindTheScenes => lists::BEHIND,
        Archetype::BeforeAfter | Archetype::Comparison => match (carried, story.tells_a_change()) {
            (true, true) => pairs::BEFORE,
            (false, true) => pairs::VERSUS,
            (_, false) => pairs::SIDE_BY_SIDE,
        },
        Archetype::List => lists::LIST,
        Archetype::Question => lists::QUESTION,
        Archetype::Story => lists::STORY,
        Archetype::Objection => pairs::OBJECTION,
        Archetype::Seasonal => singles::SEASONAL,
        Archetype::DataPoint => singles::DATA_POINT,
        Archetype::Quote => singles::QUOTE,
        Archetype::Problem => singles::PROBLEM,
        Archetype::Offer => singles::OFFER,
        Archetype::Trend => singles::TREND,
        _ => singles::PROOF,
    };
    let mut rows: Vec<(&'static Stock, f64)> = own.iter().map(|stock| (stock, 0.0)).collect();
    let open: &[(&'static [Stock], f64)] = match story.archetype {
        _ if carried => &[],
        Archetype::Proof => &[(open::TOPIC, 0.0), (open::WANT, 0.8), (open::PRODUCT, 3.0)],
        Archetype::Announcement => &[(open::WANT, 1.0), (open::PRODUCT, 2.0)],
        Archetype::Problem => &[(open::WANT, 0.6), (open::TOPIC, 4.0)],
        Archetype::Question => &[(open::WANT, 0.0)],
        Archetype::Offer | Archetype::Seasonal | Archetype::HowTo => &[(open::WANT, 1.0)],
        Archetype::Trend => &[(open::TOPIC, 3.0)],
        Archetype::Story | Archetype::List | Archetype::Quote | Archetype::DataPoint => &[(open::PRODUCT, 3.0)],
        _ => &[(open::TOPIC, 1.5), (open::PRODUCT, 3.0)],
    };
    for (stocks, cost) in open {
        rows.extend(stocks.iter().map(|stock| (stock, *cost)));
    }
    rows
}

/// Every frame of the rows that can be filled, with ids.
pub(super) fn choices(rows: &[(&'static Stock, f64)], slots: &Slots, voice: &Voice) -> Vec<Choice> {
    rows.iter()
        .flat_map(|(stock, cost)| {
            fill_all(stock.id, stock.frames, slots, voice).into_iter().map(move |mut choice| {
                choice.level = stock.level;
                choice.cost += cost;
                choice
            })
        })
        .collect()
}

/// Every frame that can be filled, with the id `<row>.<position>` and the level `plain`.
pub(super) fn fill_all(row: &str, frames: &[&str], slots: &Slots, voice: &Voice) -> Vec<Choice> {
    frames
        .iter()
        .enumerate()
        .filter_map(|(at, frame)| {
            let filled = slots.fill(frame, voice)?;
            Some(Choice {
                id: format!("{row}.{at}"),
                text: filled.text,
                sources: filled.sources,
                level: "plain",
                cost: 0.0,
            })
        })
        .collect()
}

/// The words of everything that the story tells first.
fn about(story: &Story, lead: Option<&Fact>) -> String {
    let pair = story.pair.iter().map(|pair| pair.second.text.as_str());
    let steps = story.steps.iter().map(|step| step.text.as_str());
    let all = lead.map(|lead| lead.text.as_str()).into_iter().chain(pair).chain(steps);
    all.chain(story.offer.iter().map(|offer| offer.text.as_str())).collect::<Vec<_>>().join(" ")
}

/// Topics that are clauses fit `{subject}` only.
fn set_topic(slots: &mut Slots, topic: Option<&str>) {
    if let Some(topic) = topic {
        slots.set("subject", topic);
        if !grammar::is_clause(topic) {
            slots.set("topic", topic);
        }
    }
}

/// The phrase that shares most words with `about`, with its index. By turn when none shares any: then only if `or_any`.
fn nearest<'a>(phrases: &'a [String], about: &str, turn: usize, or_any: bool) -> Option<(usize, &'a str)> {
    let turned = turn.checked_rem(phrases.len())?;
    let shared = |at: usize| phrases.get(at).map_or(0, |phrase| shared_words(phrase, about));
    let at = (0..phrases.len()).max_by_key(|at| (shared(*at), *at == turned))?;
    phrases.get(at).filter(|_| or_any || shared(at) > 0).map(|phrase| (at, phrase.as_str()))
}

/// A phrase as it stands within a sentence: without a stop at its end.
fn lower_clause(phrase: &str) -> String {
    grammar::without_stop(&grammar::single_spaced(phrase)).to_owned()
}
