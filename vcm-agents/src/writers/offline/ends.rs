//! How a post ends: closing question and call to action, and the titles of Shorts and pins. Next: [`super::draft`].

use vcm_core::{
    angles::Archetype,
    brief::{Factor, Link},
    copy::Framework,
    hash::SeededRandom,
    platform::Platform,
};

use super::{
    draft::{Bench, goal},
    language::{Frames, Titles},
    limits, links,
    material::shared_words,
    select::Choice,
    slots::Slots,
    voice::Voice,
};

/// The end of one post.
#[derive(Debug)]
pub(super) struct Ending<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) slots: &'a Slots,
    pub(super) link: Option<&'a Link>,
    pub(super) turn: usize,
    pub(super) framework: Framework,
    /// The post lists what one can do.
    pub(super) choices: bool,
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
        // Two questions in one short post are one too many.
        let asked = hooks.iter().any(|hook| hook.level == "question") && self.bench.task.platform != Platform::Linkedin;
        if !wants || asked && !self.turn.is_multiple_of(5) || self.framework == Framework::Poll {
            return None;
        }
        let voice = self.bench.voice;
        let questions = voice.language.phrases.questions;
        // A question for the sake of a question is skipped over; among colleagues one about the matter is answered.
        let professional = |choice: &Choice| {
            let at = choice.id.rsplit('.').next().and_then(|at| at.parse::<usize>().ok());
            at.and_then(|at| questions.open.get(at)).is_some_and(|frame| frame.starts_with('@'))
        };
        let mut all = self.slots.fill_all("ask.open", questions.open, voice);
        all.retain(professional);
        for choice in &mut all {
            choice.cost = 1.0;
        }
        let (name, own) = self.own_questions();
        all.extend(self.slots.fill_all(&format!("ask.{name}"), own, voice));
        all.retain(|choice| {
            hooks.iter().all(|hook| hook.text != choice.text && shared_words(&hook.text, &choice.text) < 2)
        });
        self.bench.ledger.choose(all, random)
    }

    fn own_questions(&self) -> (&'static str, Frames) {
        use Framework as F;
        let questions = self.bench.voice.language.phrases.questions;
        if self.choices {
            return ("choices", questions.choices);
        }
        match self.framework {
            F::Story => ("story", questions.story),
            F::List | F::Numbers => ("list", questions.list),
            F::MythFact => ("myth", questions.myth),
            F::Objection | F::Faq => ("objection", questions.objection),
            F::DataPoint => ("figure", questions.figure),
            F::Quote => ("quote", questions.quote),
            F::BeforeAfterBridge => ("change", questions.change),
            F::ProblemSolution | F::OpenLetter => ("problem", questions.problem),
            F::Trend => ("trend", questions.trend),
            _ => ("own", &[]),
        }
    }

    /// A call to action for each level, with the link that follows it. `None` when nothing can be said.
    pub(super) fn calls(&self, levels: usize, random: &mut SeededRandom) -> Option<Vec<(Choice, String)>> {
        let task = self.bench.task;
        let voice = self.bench.voice;
        let calls = voice.language.phrases.calls;
        let follows = limits::follows_links(task.platform);
        let url = self.link.filter(|_| follows).map(|link| link.url.trim().to_owned()).unwrap_or_default();
        let goal = goal(task.spark.brief, voice);
        let acts = self.link.is_some_and(|link| links::one_acts_there(goal, &link.label));
        let mut all = match (task.platform, self.link) {
            (Platform::Pinterest, _) => self.fill("call.pin", calls.pin, 0.0),
            _ if self.framework == Framework::Poll => self.fill("call.vote", calls.vote, 0.0),
            (_, None) => self.fill("call.keep", calls.keep, 0.0),
            (_, Some(_)) if !follows && acts => self.fill("call.bio_act", calls.bio_act, 0.0),
            (_, Some(_)) if !follows => self.fill("call.bio", calls.bio, 0.0),
            (_, Some(_)) if acts => {
                let mut all = self.fill(&format!("call.{goal:?}").to_lowercase(), calls.linked(goal), 0.0);
                all.extend(self.fill("call.point", calls.point, 1.5));
                all
            }
            (_, Some(_)) => {
                let mut all = self.fill("call.read", calls.read, 0.0);
                // What one reads is read; all else is looked at.
                all.extend(self.fill("call.point", calls.point, if all.is_empty() { 0.0 } else { 3.0 }));
                all
            }
        };
        for choice in &mut all {
            choice.cost += self.bench.length_cost(&choice.text);
        }
        let named_first = self.bench.arm(Factor::Cta);
        let mut chosen: Vec<Choice> = Vec::new();
        for at in 0..levels {
            let wanted = if named_first == (at % 2 == 0) { "named" } else { "plain" };
            let unused = |choice: &&Choice| chosen.iter().all(|other| other.id != choice.id);
            let fits = |choice: &&Choice| levels == 1 || at >= 2 || choice.level == wanted;
            let pool: Vec<Choice> = all.iter().filter(unused).filter(fits).cloned().collect();
            let pool = if pool.is_empty() { all.iter().filter(unused).cloned().collect() } else { pool };
            // With one call only, the other level does without.
            let Some(mut choice) = self.bench.ledger.choose(pool, random) else { break };
            // Two calls of one kind are two levels all the same.
            if chosen.iter().any(|other| other.level == choice.level) {
                choice.level = "other";
            }
            chosen.push(choice);
        }
        if chosen.is_empty() {
            return None;
        }
        // Votes go into the replies.
        let url = if self.framework == Framework::Poll { String::new() } else { url };
        Some(chosen.into_iter().map(|choice| (choice, url.clone())).collect())
    }

    /// Calls that need no link, where there is no room for one and calls are what is tested.
    pub(super) fn short_calls(&self, levels: usize, random: &mut SeededRandom) -> Option<Vec<(Choice, String)>> {
        let mut all = self.fill("call.keep", self.bench.voice.language.phrases.calls.keep, 0.0);
        let mut chosen: Vec<(Choice, String)> = Vec::new();
        for at in 0..levels {
            let Some(mut choice) = self.bench.ledger.choose(all.clone(), random) else { break };
            all.retain(|other| other.id != choice.id);
            choice.level = if at == 0 { "plain" } else { "other" };
            chosen.push((choice, String::new()));
        }
        (!chosen.is_empty()).then_some(chosen)
    }

    fn fill(&self, row: &str, frames: Frames, cost: f64) -> Vec<Choice> {
        let named = |choice: &Choice| {
            let at = choice.id.rsplit('.').next().and_then(|at| at.parse::<usize>().ok());
            at.and_then(|at| frames.get(at)).is_some_and(|frame| frame.contains("abel}") || frame.contains("readable}"))
        };
        let mut all = self.slots.fill_all(row, frames, self.bench.voice);
        for choice in &mut all {
            choice.level = if named(choice) { "named" } else { "plain" };
            // Readers like to know where a link leads.
            choice.cost = cost + if choice.level == "plain" && row == "call.point" { 0.5 } else { 0.0 };
        }
        all
    }
}

/// Every title that can be filled.
pub(super) fn titles(archetype: Archetype, platform: Platform, slots: &Slots, voice: &Voice) -> Vec<Choice> {
    let titles = voice.language.phrases.titles;
    let (name, own) = own_titles(titles, archetype);
    let (row, open) =
        if platform == Platform::Pinterest { ("title.pin", titles.pins) } else { ("title.short", titles.shorts) };
    let mut all = slots.fill_all(&format!("title.{name}"), own, voice);
    all.extend(slots.fill_all(row, open, voice).into_iter().map(|choice| Choice {
        // The shared topic titles stand back where the archetype has titles of its own.
        cost: if own.is_empty() { 0.0 } else { 4.0 } + if choice.text.len() < 12 { 1.0 } else { 0.0 },
        ..choice
    }));
    all.extend(
        slots.fill_all("title.plain", titles.plain, voice).into_iter().map(|choice| Choice { cost: 6.0, ..choice }),
    );
    all
}

fn own_titles(titles: &Titles, archetype: Archetype) -> (&'static str, Frames) {
    match archetype {
        Archetype::HowTo | Archetype::Checklist => ("steps", titles.steps),
        Archetype::Myth | Archetype::Contrarian => ("myth", titles.myth),
        Archetype::Objection | Archetype::Faq => ("objection", titles.objection),
        Archetype::Story | Archetype::BehindTheScenes => ("story", titles.story),
        Archetype::List | Archetype::Numbers => ("list", titles.list),
        Archetype::BeforeAfter => ("change", titles.change),
        Archetype::Comparison => ("comparison", titles.comparison),
        Archetype::Question | Archetype::Problem | Archetype::Spotlight | Archetype::OpenLetter => {
            ("want", titles.want)
        }
        Archetype::Announcement | Archetype::Explainer => ("announcement", titles.announcement),
        Archetype::Quote => ("quote", titles.quote),
        Archetype::Offer | Archetype::Seasonal => ("offer", titles.offer),
        _ => ("own", &[]),
    }
}
