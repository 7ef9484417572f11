//! Lead-ins, labels and marks for one post, chosen so that none comes again soon. Next: [`super::super::ends`].

use vcm_core::hash::SeededRandom;

use super::super::{
    language::Frames,
    select::{Choice, Ledger},
    slots::Slots,
    voice::Voice,
};

/// What stands between the facts of one post.
#[derive(Debug, Clone)]
pub(in super::super) struct Joins {
    pub(super) answer: Choice,
    pub(super) fact: Choice,
    pub(super) now: Choice,
    pub(super) further: Choice,
    pub(super) does: Option<Choice>,
    pub(super) does_list: Option<Choice>,
    pub(super) facts_list: Option<Choice>,
    pub(super) wants_list: Option<Choice>,
    pub(super) then_now: (String, &'static str, &'static str),
    pub(super) bullet: String,
    pub(super) box_mark: String,
}

impl Joins {
    /// Chooses what was used least.
    pub(in super::super) fn choose(ledger: &Ledger, slots: &Slots, voice: &Voice, random: &mut SeededRandom) -> Self {
        let joins = voice.language.phrases.joins;
        let mut one = |row: &str, frames: Frames| ledger.choose(slots.fill_all(row, frames, voice), random);
        let answer = one("join.answer", joins.answer).unwrap_or_else(nothing);
        let fact = one("join.fact", joins.fact).unwrap_or_else(nothing);
        let now = one("join.now", joins.now).unwrap_or_else(nothing);
        let further = one("join.further", joins.further).unwrap_or_else(nothing);
        let does = one("join.does", joins.does);
        let does_list = one("join.does_list", joins.does_list);
        let facts_list = one("join.facts_list", joins.facts_list);
        let wants_list = one("join.wants_list", joins.wants_list);
        let labels: Vec<Choice> = (0..joins.then_now.len())
            .filter(|at| joins.then_now.get(*at).is_some_and(|(then, now)| voice.allows(then) && voice.allows(now)))
            .map(|at| Choice { id: format!("join.then_now.{at}"), ..nothing() })
            .collect();
        let label = ledger.choose(labels, random).map(|choice| choice.id).unwrap_or_default();
        let at = label.rsplit('.').next().and_then(|at| at.parse::<usize>().ok()).unwrap_or(0);
        let (then, now_label) = joins.then_now.get(at).copied().unwrap_or_default();
        let bullet = random.pick(joins.bullets).copied().unwrap_or("•").to_owned();
        let box_mark = random.pick(joins.boxes).copied().unwrap_or("☐").to_owned();
        let then_now = (label, then, now_label);
        Self { answer, fact, now, further, does, does_list, facts_list, wants_list, then_now, bullet, box_mark }
    }
}

fn nothing() -> Choice {
    Choice { id: String::new(), text: String::new(), sources: Vec::new(), level: "plain", cost: 0.0 }
}
