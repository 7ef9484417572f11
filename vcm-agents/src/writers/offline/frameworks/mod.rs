//! Frameworks: in which order a body tells what there is to tell. Next: [`blocks`] (lists and labels), [`joins`] (what stands
//! between facts), then [`super::draft`].
//!
//! A framework is tried only where the story has what it promises: a list has entries, a benefit has a fact behind it, a
//! problem has an answer. So a hook of the framework is always paid off by the body under it.

mod blocks;
mod joins;

use vcm_core::{
    angles::Archetype,
    brief::{Brief, GoalKind},
    copy::Framework,
    platform::Platform,
};

pub(super) use self::joins::Joins;
use super::{
    forms::{Beat, Line},
    material::{Fact, Story, shared_words},
    sentences::{capitalised, without_stop},
    slots::Slots,
    voice::Voice,
};

/// A body before it is cut to the room there is.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// What stays whatever the room.
    pub(super) core: Vec<Beat>,
    /// Facts that may follow, the best first.
    pub(super) extras: Vec<Fact>,
    /// Entries of a list, of which some may be left out when there is no room.
    pub(super) items: Vec<Beat>,
    /// Introduces the entries, where the hook does not.
    pub(super) items_lead: Option<Line>,
    /// Fewest entries that make sense.
    pub(super) fewest_items: usize,
    /// The entries are dated events.
    pub(super) dated: bool,
    /// The list is a block of its own, which goes whole or not at all.
    pub(super) block: Vec<Beat>,
}

/// What a plan is made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) brief: &'a Brief,
    pub(super) story: &'a Story,
    pub(super) facts: &'a [Fact],
    pub(super) joins: &'a Joins,
    pub(super) slots: &'a Slots,
    pub(super) voice: &'a Voice,
    pub(super) platform: Platform,
    /// The hook says the first half of the pair.
    pub(super) carried: bool,
    /// Facts get lead-ins.
    pub(super) led: bool,
    /// Bodies are what the experiment tests.
    pub(super) tested: bool,
    /// Turns through what is equally good.
    pub(super) turn: usize,
}

/// The frameworks that can tell the story, the archetype's own first.
pub(super) fn of(story: &Story, brief: &Brief, platform: Platform) -> Vec<Framework> {
    use Framework as F;
    let roomy = matches!(platform, Platform::Linkedin | Platform::Facebook | Platform::Instagram | Platform::Mastodon);
    let mut all = match story.archetype {
        Archetype::Announcement => vec![F::Announcement, F::Explainer, F::Aida],
        Archetype::Explainer => vec![F::Explainer],
        Archetype::Myth | Archetype::Contrarian => vec![F::MythFact],
        Archetype::HowTo => vec![F::HowTo],
        Archetype::Checklist => vec![F::Checklist],
        Archetype::BehindTheScenes => vec![F::BehindTheScenes],
        Archetype::BeforeAfter => vec![F::BeforeAfterBridge],
        Archetype::Comparison => vec![F::Comparison],
        Archetype::List => vec![F::List],
        Archetype::Numbers => vec![F::Numbers],
        Archetype::Question => vec![F::Question, F::Aida],
        Archetype::Story => vec![F::Story],
        Archetype::Objection => vec![F::Objection],
        Archetype::Faq => vec![F::Faq],
        Archetype::Seasonal => vec![F::Deadline],
        Archetype::DataPoint => vec![F::DataPoint],
        Archetype::Quote => vec![F::Quote],
        Archetype::Problem => vec![F::ProblemSolution],
        Archetype::OpenLetter => vec![F::OpenLetter, F::ProblemSolution],
        Archetype::Offer => vec![F::Offer, F::Aida],
        Archetype::Trend => vec![F::Trend],
        Archetype::Spotlight => vec![F::BenefitProof, F::Proof],
        Archetype::Fit => vec![F::Fit, F::Explainer],
        Archetype::Poll => vec![F::Poll],
        _ => vec![F::Proof],
    };
    let sells = brief.goals.first().is_some_and(|goal| matches!(goal.kind, GoalKind::Sales | GoalKind::Signups));
    if roomy && sells && story.archetype == Archetype::Problem {
        all.push(F::OpenLetter);
    }
    all
}

/// The row of hooks differs for one who argues.
pub(super) fn takes_sides(story: &Story) -> bool {
    story.archetype == Archetype::Contrarian
}

/// Whether the hook itself says the first half of a pair in this framework.
pub(super) fn must_carry(framework: Framework) -> bool {
    matches!(framework, Framework::MythFact | Framework::Objection)
}

/// The body of a framework; `None` where the story lacks what it promises.
pub(super) fn plan(framework: Framework, from: Sources<'_>) -> Option<Plan> {
    use Framework as F;
    let Sources { brief, story, facts, joins, .. } = from;
    let mut plan = Plan { extras: facts.to_vec(), ..Plan::default() };
    let lead_in = |choice: &super::select::Choice| from.led.then(|| choice.clone());
    match framework {
        F::MythFact => {
            plan.core.push(blocks::prose(&story.pair.as_ref()?.second, lead_in(&joins.fact)));
        }
        F::Objection => plan.core.push(blocks::prose(&story.pair.as_ref()?.second, None)),
        F::Faq => {
            if story.questions.len() < 2 {
                return None;
            }
            plan.extras.clear();
            plan.items = blocks::questions(&story.questions, from.voice, from.led);
            plan.fewest_items = 4;
        }
        F::BeforeAfterBridge | F::Comparison => {
            let pair = story.pair.as_ref()?;
            if from.carried {
                plan.core.push(blocks::now(pair, from));
            } else {
                plan.core.extend(blocks::then_and_now(pair, from));
            }
        }
        F::HowTo | F::Checklist => {
            if story.steps.len() < 2 {
                return None;
            }
            let boxes = framework == F::Checklist;
            plan.items = if boxes {
                blocks::marked(&story.steps, &joins.box_mark)
            } else {
                blocks::numbered(&story.steps, from.led.then_some(from.voice.language.phrases.joins.step))
            };
            plan.fewest_items = story.steps.len();
        }
        F::Story => {
            plan.items = story.events.iter().map(|event| blocks::dated(event, from.led, from.voice)).collect();
            plan.fewest_items = 2;
            plan.dated = true;
            if plan.items.len() < 2 {
                return None;
            }
        }
        F::BehindTheScenes => {
            plan.core.extend(story.events.iter().map(|event| match &event.sentence {
                Some(sentence) => blocks::prose(sentence, None),
                None => Beat { item: false, ..blocks::dated(event, from.led, from.voice) },
            }));
            if plan.core.is_empty() {
                return None;
            }
        }
        F::List | F::Numbers => {
            if facts.len() < 2 {
                return None;
            }
            plan.extras.clear();
            plan.items = if from.led { blocks::numbered(facts, None) } else { blocks::marked(facts, &joins.bullet) };
            plan.fewest_items = 2;
        }
        F::Quote => plan.core.extend(blocks::quotation(story.quotation.as_ref()?, from.voice, from.led && from.tested)),
        F::Offer | F::Deadline => {
            let (offer, text) = (brief.offer.as_ref()?, story.offer.as_ref()?);
            plan.core.push(blocks::prose(text, None));
            plan.core.extend(blocks::terms(offer, text, framework == F::Deadline, from.voice));
        }
        F::ProblemSolution | F::OpenLetter => {
            if !from.slots.has("pain") {
                return None;
            }
            let pain = story.pains.first()?;
            let answers = |text: &str| shared_words(pain, text) >= 1;
            match &joins.does {
                Some(does) if answers(&does.text) => plan.core.push(blocks::phrase(does)),
                _ if facts.iter().any(|fact| answers(&fact.text)) => {}
                _ if framework == F::OpenLetter && !facts.is_empty() => {}
                _ => return None,
            }
        }
        F::BenefitProof => {
            let does = story.does.first()?;
            let near = |fact: &Fact| shared_words(&does.text, &fact.text);
            // A fact that only says the benefit again proves nothing.
            let words = vcm_core::text::words::content_stems(&does.text).len();
            let says_more = |fact: &&Fact| near(fact) >= 2 && near(fact) < words.max(3);
            let best = facts.iter().filter(says_more).max_by_key(|fact| near(fact))?;
            plan.core.push(blocks::prose(best, None));
            plan.extras.retain(|fact| fact.text != best.text);
        }
        F::Aida => {
            let want = story.wants.first()?;
            let near = |fact: &Fact| shared_words(want, &fact.text);
            let best = facts.iter().max_by_key(|fact| near(fact)).filter(|fact| near(fact) >= 2)?;
            plan.core.push(blocks::prose(best, None));
            plan.extras.retain(|fact| fact.text != best.text);
        }
        F::Fit => {
            // Where line breaks are lost, entries without an end of their own run into each other.
            if story.wanted.len() < 2 || matches!(from.platform, Platform::Tiktok | Platform::Pinterest) {
                return None;
            }
            plan.items = blocks::phrases(&story.wanted, &joins.bullet, false);
            plan.fewest_items = 2;
            plan.items_lead = joins.wants_list.as_ref().map(blocks::line_of);
            plan.items_lead.as_ref()?;
            plan.extras.retain(|fact| fact.key() == "product.summary");
            plan.core.extend(plan.extras.first().map(|fact| blocks::prose(fact, None)));
            plan.extras.clear();
        }
        F::Poll => {
            if story.does.len() < 3 {
                return None;
            }
            plan.items = blocks::lettered(&story.does);
            plan.fewest_items = 3;
            plan.extras.clear();
        }
        _ => {}
    }
    if plan.core.is_empty() && plan.items.is_empty() {
        if plan.extras.is_empty() {
            return None;
        }
        let first = plan.extras.remove(0);
        plan.core.push(blocks::prose(&first, None));
    }
    if matches!(framework, F::Announcement | F::Explainer | F::Aida | F::OpenLetter | F::Offer) {
        plan.block = blocks::does_block(from);
        // What is said already is not listed again.
        let said =
            plan.core.iter().any(|beat| beat.line.sources.iter().any(|source| source.starts_with("product.does")));
        if said {
            plan.block.clear();
        }
    }
    Some(plan)
}

/// The body with `count` further facts or entries; `block`: with the list of what the product does. `tested`: a led body must
/// differ from a plain one.
pub(super) fn with_count(plan: &Plan, from: Sources<'_>, count: usize, block: bool) -> Vec<Beat> {
    let mut beats = plan.core.clone();
    let joins = from.joins;
    let nothing_further = plan.items.is_empty() && (count == 0 || plan.extras.is_empty());
    if from.led
        && from.tested
        && nothing_further
        && let Some(beat) = beats.iter_mut().find(|beat| !beat.item && beat.line.marker.is_empty())
    {
        beat.line.marker.clone_from(&joins.answer.text);
        beat.line.patterns.push(joins.answer.id.clone());
    }
    if !plan.items.is_empty() {
        beats.extend(plan.items_lead.iter().map(|line| Beat { line: line.clone(), item: false, tight: false }));
        let kept = count.max(plan.fewest_items).min(plan.items.len());
        // A question never stands without its answer.
        let kept = if plan.items.iter().any(|beat| beat.tight) { kept - kept % 2 } else { kept };
        // Of dated events the latest matter most, and the first says where it began; of all else the first ones.
        let skipped = if plan.dated { plan.items.len() - kept } else { 0 };
        beats.extend(
            plan.items
                .iter()
                .enumerate()
                .filter(|(at, _)| *at == 0 || *at > skipped)
                .take(kept)
                .map(|(_, beat)| beat.clone()),
        );
        return beats;
    }
    // Three facts and more read as a list where there is room for one.
    let roomy = matches!(from.platform, Platform::Linkedin | Platform::Facebook | Platform::Instagram);
    let taken: Vec<&Fact> = plan.extras.iter().take(count).collect();
    if roomy && taken.len() >= 3 && !from.tested && !block && !from.turn.is_multiple_of(3) {
        beats.extend(joins.facts_list.iter().map(|lead| Beat {
            line: blocks::line_of(lead),
            item: false,
            tight: false,
        }));
        beats.extend(blocks::marked_refs(&taken, &joins.bullet));
    } else {
        for (at, fact) in taken.into_iter().enumerate() {
            // A lead-in only where it is what is tested: people who write one fact after the other need none.
            let led = from.led && at == 0 && from.tested && !fact.text.contains(": ");
            beats.push(blocks::prose(fact, led.then(|| joins.further.clone())));
        }
    }
    if block {
        beats.extend(plan.block.iter().cloned());
    }
    beats
}

/// The infinitive phrase that the steps lead to: what the product does that shares most words with them.
pub(super) fn task_of(story: &Story, brief: &Brief) -> Option<(usize, String)> {
    let steps = story.steps.iter().map(|step| step.text.as_str()).collect::<Vec<_>>().join(" ");
    let near = |does: &String| shared_words(does, &steps);
    let (at, does) = brief.product.does.iter().enumerate().max_by_key(|(at, does)| (near(does), usize::MAX - at))?;
    let words = vcm_core::text::words::content_stems(does).len();
    (near(does) >= 2 && 10 * near(does) >= 6 * words).then(|| (at, without_stop(does).trim().to_owned()))
}

/// A phrase as an entry of a list.
fn entry(text: &str) -> String {
    capitalised(without_stop(text).trim())
}
