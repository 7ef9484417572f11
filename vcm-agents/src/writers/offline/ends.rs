//! How a post ends: closing question, call to action, link; and the titles of Shorts and pins. Next: [`super::draft`].

use vcm_core::{angles::Archetype, brief::Link, hash::SeededRandom, platform::Platform};

use super::{
    draft::{Bench, goal},
    frames::Slots,
    hooks::fill_all,
    limits,
    material::shared_words,
    select::Choice,
    stock::{ends, titles},
    voice::Voice,
};

/// The end of one post.
#[derive(Debug)]
pub(super) struct Ending<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) slots: &'a Slots,
    pub(super) link: Option<&'a Link>,
    pub(super) turn: usize,
}

impl Ending<'_> {
    /// A closing question, on platforms and in posts that want one; never one that a hook asks already.
    pub(super) fn ask(&self, hooks: &[Choice], random: &mut SeededRandom) -> Option<Choice> {
        let wants = match self.bench.task.platform {
            Platform::Linkedin => true,
            Platform::Threads | Platform::Facebook => !self.turn.is_multiple_of(4),
            Platform::Instagram | Platform::Tiktok => self.turn.is_multiple_of(2),
            Platform::Mastodon => self.turn.is_multiple_of(3),
            Platform::X | Platform::Bluesky => self.bench.task.spark.brief.links.is_empty(),
            Platform::YoutubeShorts | Platform::Pinterest => false,
        };
        if !wants {
            return None;
        }
        let voice = self.bench.voice;
        let archetype = self.bench.story.archetype;
        let mut all = fill_all("ask", ends::ASK, self.slots, voice);
        for choice in &mut all {
            // What a colleague would ask in a meeting comes first among colleagues.
            let at = choice.id.rsplit('.').next().and_then(|at| at.parse::<usize>().ok());
            let professional = at.and_then(|at| ends::ASK.get(at)).is_some_and(|frame| frame.starts_with('@'));
            choice.cost = if professional { -0.5 } else { 1.5 };
        }
        all.extend(fill_all(
            &format!("ask.{archetype:?}").to_lowercase(),
            ends::own_questions(archetype),
            self.slots,
            voice,
        ));
        all.retain(|choice| {
            hooks.iter().all(|hook| hook.text != choice.text && shared_words(&hook.text, &choice.text) < 2)
        });
        self.bench.ledger.choose(all, random)
    }

    /// A call to action for each level, with the link that follows it. `None` when nothing can be said.
    pub(super) fn calls(&self, levels: usize, random: &mut SeededRandom) -> Option<Vec<(Choice, String)>> {
        let task = self.bench.task;
        let brief = task.spark.brief;
        let voice = self.bench.voice;
        let link = self.link;
        let follows = limits::follows_links(task.platform);
        let url = link.filter(|_| follows).map(|link| link.url.trim().to_owned()).unwrap_or_default();
        let fill = |row: &str, frames: &[&'static str], cost: f64| -> Vec<Choice> {
            frames
                .iter()
                .zip(0..)
                .filter_map(|(frame, at): (&&'static str, usize)| {
                    let filled = self.slots.fill(frame, voice)?;
                    let level = if frame.contains("abel}") { "named" } else { "plain" };
                    Some(Choice { id: format!("{row}.{at}"), text: filled.text, sources: Vec::new(), level, cost })
                })
                .collect()
        };
        let goal = goal(brief, voice);
        let mut all = match (task.platform, link) {
            (Platform::Pinterest, _) => fill("call.pin", ends::PIN, 0.0),
            (_, None) => fill("call.keep", ends::KEEP, 0.0),
            (_, Some(_)) if !follows => {
                let mut all = fill("call.bio", ends::BIO, 0.0);
                // One signs up at a page, and does not read it.
                if !ends::linked(goal).is_empty() {
                    all.retain(|choice| !choice.text.to_lowercase().contains("read"));
                }
                all
            }
            (_, Some(_)) => {
                let mut all = fill(&format!("call.{goal:?}").to_lowercase(), ends::linked(goal), 0.0);
                if all.is_empty() {
                    all.extend(fill("call.read", ends::READ, 0.0));
                }
                all.extend(fill("call.point", ends::POINT, 1.0));
                all
            }
        };
        for choice in &mut all {
            choice.cost += self.bench.length_cost(&choice.text);
        }
        let named_first = self.bench.arm(vcm_core::brief::Factor::Cta);
        let mut chosen: Vec<Choice> = Vec::new();
        for at in 0..levels {
            let wanted = if named_first == (at % 2 == 0) { "named" } else { "plain" };
            let unused = |choice: &&Choice| chosen.iter().all(|other| other.id != choice.id);
            let fits = |choice: &&Choice| levels == 1 || at >= 2 || choice.level == wanted;
            let pool: Vec<Choice> = all.iter().filter(unused).filter(fits).cloned().collect();
            let pool = if pool.is_empty() { all.iter().filter(unused).cloned().collect() } else { pool };
            chosen.push(self.bench.ledger.choose(pool, random)?);
        }
        Some(chosen.into_iter().map(|choice| (choice, url.clone())).collect())
    }
}

/// Every title that can be filled.
pub(super) fn titles(archetype: Archetype, platform: Platform, slots: &Slots, voice: &Voice) -> Vec<Choice> {
    let own = titles::own(archetype);
    let (row, open) =
        if platform == Platform::Pinterest { ("title.pin", titles::PINS) } else { ("title.short", titles::SHORTS) };
    let mut all = fill_all(&format!("title.{archetype:?}").to_lowercase(), own, slots, voice);
    all.extend(fill_all(row, open, slots, voice).into_iter().map(|choice| Choice {
        // The shared topic titles stand back where the archetype has titles of its own.
        cost: if own.is_empty() { 0.0 } else { 4.0 } + if choice.text.len() < 12 { 1.0 } else { 0.0 },
        ..choice
    }));
    all.extend(
        fill_all("title.plain", titles::PLAIN, slots, voice).into_iter().map(|choice| Choice { cost: 6.0, ..choice }),
    );
    all
}
