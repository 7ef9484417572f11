//! The body of a post: the facts of a story in the order and dress of its archetype. Next: [`super::draft`].

use vcm_core::{angles::Archetype, brief::Brief, hash::SeededRandom};

use super::{
    forms::{Beat, Line},
    frames::Slots,
    grammar,
    hooks::fill_all,
    material::{Fact, Story, day_in_words},
    select::{Choice, Ledger},
    stock::joins,
    voice::Voice,
};

/// Lead-ins, labels and marks for one post, chosen so that none comes again soon.
#[derive(Debug, Clone)]
pub(super) struct Joins {
    answer: Choice,
    fact: Choice,
    now: Choice,
    further: Choice,
    does: Option<Choice>,
    then_now: (String, &'static str, &'static str),
    bullet: &'static str,
}

impl Joins {
    /// Chooses what was used least.
    pub(super) fn choose(ledger: &Ledger, slots: &Slots, voice: &Voice, random: &mut SeededRandom) -> Self {
        let mut least = |row: &str, frames: &[&str]| {
            ledger.choose(fill_all(row, frames, slots, voice), random).unwrap_or_else(|| Choice {
                id: String::new(),
                text: String::new(),
                sources: Vec::new(),
                level: "plain",
                cost: 0.0,
            })
        };
        let answer = least("join.answer", joins::ANSWER);
        let fact = least("join.fact", joins::FACT);
        let now = least("join.now", joins::NOW);
        let further = least("join.further", joins::FURTHER);
        let does = ledger.choose(fill_all("join.does", joins::DOES, slots, voice), random);
        let labels: Vec<Choice> = joins::THEN_NOW
            .iter()
            .enumerate()
            .map(|(at, _)| Choice {
                id: format!("join.then_now.{at}"),
                text: String::new(),
                sources: Vec::new(),
                level: "plain",
                cost: 0.0,
            })
            .collect();
        let label = ledger.choose(labels, random).map(|choice| choice.id).unwrap_or_default();
        let at = label.rsplit('.').next().and_then(|at| at.parse::<usize>().ok()).unwrap_or(0);
        let (then, now_label) = joins::THEN_NOW.get(at).copied().unwrap_or(("Before:", "Now:"));
        let bullet = random.pick(joins::BULLETS).copied().unwrap_or("• ");
        Self { answer, fact, now, further, does, then_now: (label, then, now_label), bullet }
    }
}

/// What stays in the body whatever the room.
pub(super) struct Plan {
    /// Facts that stay.
    pub(super) core: Vec<Beat>,
    /// Facts that may follow, the best first.
    pub(super) extras: Vec<Fact>,
    /// Entries of a list, of which some may be left out when there is no room.
    pub(super) items: Vec<Beat>,
    /// Fewest entries that make sense.
    pub(super) fewest_items: usize,
    /// The entries are dated events.
    pub(super) dated: bool,
}

/// Plans the body. `carried`: the hook says the first half of the pair. `led`: facts get lead-ins.
pub(super) fn plan(
    brief: &Brief,
    story: &Story,
    facts: &[Fact],
    joins: &Joins,
    carried: bool,
    led: bool,
    tested: bool,
) -> Plan {
    let mut plan = Plan {
        core: Vec::new(),
        extras: facts.to_vec(),
        items: Vec::new(),
        fewest_items: 0,
        dated: story.archetype == Archetype::Story,
    };
    let lead_in = |choice: &Choice| led.then(|| choice.clone());
    match story.archetype {
        Archetype::Myth | Archetype::Contrarian if story.pair.is_some() => {
            plan.core.extend(story.pair.iter().map(|pair| prose(&pair.second, lead_in(&joins.fact))));
        }
        Archetype::Objection if story.pair.is_some() => {
            plan.core.extend(story.pair.iter().map(|pair| prose(&pair.second, None)));
        }
        Archetype::BeforeAfter | Archetype::Comparison if story.pair.is_some() => {
            let Some(pair) = &story.pair else { return plan };
            if carried {
                plan.core.push(prose(
                    &pair.second,
                    lead_in(&joins.now)
                        .filter(|_| tested && story.tells_a_change())
                        .filter(|_| ![&pair.first, &pair.second].iter().any(|fact| grammar::dates_itself(&fact.text))),
                ));
            } else {
                let (id, then, now) = &joins.then_now;
                let dated = grammar::dates_itself(&pair.first.text);
                for (label, fact) in [(then, &pair.first), (now, &pair.second)] {
                    let mut line = line(fact);
                    if led && dated && tested {
                        "→".clone_into(&mut line.marker);
                    } else if (led || !tested) && !dated && story.tells_a_change() {
                        (*label).clone_into(&mut line.marker);
                        line.patterns.push(id.clone());
                    }
                    plan.core.push(Beat { line, item: true });
                }
            }
        }
        Archetype::HowTo => {
            plan.items = numbered(&story.steps, led);
            plan.fewest_items = story.steps.len();
        }
        Archetype::Story => {
            plan.items = story
                .events
                .iter()
                .map(|event| Beat { line: dated(&event.when, &event.fact, led), item: true })
                .collect();
            plan.fewest_items = 2;
        }
        Archetype::BehindTheScenes => {
            plan.core.extend(
                story.events.iter().map(|event| Beat { line: dated(&event.when, &event.fact, led), item: false }),
            );
        }
        Archetype::List => {
            plan.extras.clear();
            plan.items = if led { numbered(facts, false) } else { bulleted(facts, joins.bullet) };
            plan.fewest_items = 2.min(facts.len());
        }
        Archetype::Quote => {
            if let Some(quotation) = &story.quotation {
                let words = Line { text: format!("“{}”", quotation.words.text), ..line(&quotation.words) };
                let who = Line {
                    text: format!("— {}", grammar::capitalised(&quotation.attribution)),
                    ..line(&quotation.words)
                };
                plan.core.push(Beat { line: words, item: true });
                plan.core.push(Beat { line: who, item: true });
            }
        }
        Archetype::Offer | Archetype::Seasonal => {
            if let (Some(offer), Some(text)) = (&brief.offer, &story.offer) {
                plan.core.push(prose(text, None));
                plan.core.extend(terms(brief, offer, text).map(|line| Beat { line, item: false }));
            }
        }
        Archetype::Problem => {
            if let Some(does) = &joins.does {
                let line = Line {
                    text: does.text.clone(),
                    sources: does.sources.clone(),
                    patterns: vec![does.id.clone()],
                    ..Line::default()
                };
                plan.core.push(Beat { line, item: false });
            }
        }
        _ => {}
    }
    if plan.core.is_empty() && plan.items.is_empty() && !plan.extras.is_empty() {
        let first = plan.extras.remove(0);
        plan.core.push(prose(&first, None));
    }
    plan
}

/// The body with `count` further facts or entries. `tested`: a led body must differ from a plain one.
pub(super) fn with_count(plan: &Plan, joins: &Joins, count: usize, led: bool, tested: bool) -> Vec<Beat> {
    let mut beats = plan.core.clone();
    let nothing_further = plan.items.is_empty() && (count == 0 || plan.extras.is_empty());
    if led
        && tested
        && nothing_further
        && let Some(beat) = beats.iter_mut().find(|beat| !beat.item && beat.line.marker.is_empty())
    {
        beat.line.marker.clone_from(&joins.answer.text);
        beat.line.patterns.push(joins.answer.id.clone());
    }
    if plan.items.is_empty() {
        for (at, fact) in plan.extras.iter().take(count).enumerate() {
            // A lead-in only where it is what is tested: people who write one fact after the other need none.
            beats.push(prose(
                fact,
                (led && at == 0 && tested && !fact.text.contains(": ")).then(|| joins.further.clone()),
            ));
        }
    } else {
        let kept = count.max(plan.fewest_items).min(plan.items.len());
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
    }
    beats
}

fn terms<'a>(brief: &'a Brief, offer: &'a vcm_core::brief::Offer, text: &Fact) -> impl Iterator<Item = Line> + 'a {
    let said = text.text.to_lowercase();
    let sources = text.sources.clone();
    let code =
        offer.code.as_deref().filter(|code| !said.contains(&code.to_lowercase())).map(|code| format!("Code: {code}."));
    let until = offer.until.map(|until| day_in_words(until, &brief.locale));
    let until = until.filter(|until| !said.contains(&until.to_lowercase())).map(|until| format!("Until {until}."));
    [code, until].into_iter().flatten().map(move |text| Line { text, sources: sources.clone(), ..Line::default() })
}

fn line(fact: &Fact) -> Line {
    Line { text: fact.text.clone(), sources: fact.sources.clone(), ..Line::default() }
}

fn prose(fact: &Fact, lead_in: Option<Choice>) -> Beat {
    let mut line = line(fact);
    if let Some(lead_in) = lead_in {
        line.marker = lead_in.text;
        line.patterns.push(lead_in.id);
    }
    Beat { line, item: false }
}

fn dated(when: &str, fact: &Fact, led: bool) -> Line {
    Line { marker: if led { format!("{when} →") } else { format!("{when}:") }, ..line(fact) }
}

fn numbered(facts: &[Fact], spelt: bool) -> Vec<Beat> {
    facts
        .iter()
        .enumerate()
        .map(|(at, fact)| {
            let marker = if spelt { format!("Step {}:", at + 1) } else { format!("{}.", at + 1) };
            Beat { line: Line { marker, ..line(fact) }, item: true }
        })
        .collect()
}

fn bulleted(facts: &[Fact], mark: &str) -> Vec<Beat> {
    facts.iter().map(|fact| Beat { line: Line { marker: mark.to_owned(), ..line(fact) }, item: true }).collect()
}
