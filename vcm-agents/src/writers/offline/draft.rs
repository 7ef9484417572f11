//! One post with its variants: chooses frames and facts, lays them out, and fits them to the room there is.
//!
//! Variants share everything but the factors in which they differ. When a post is too long, whole facts go, then the question,
//! then the call; a sentence is never cut. Next: [`super::visual`].

use std::collections::{BTreeMap, BTreeSet};

use vcm_core::{
    angles::Archetype,
    brief::{Brief, Factor, GoalKind},
    copy::{Copy, CopyFormat, Framework, Sentence},
    hash::SeededRandom,
    platform::Platform,
    ports::writer::{CopyTask, VariantSpec},
};

use super::{
    emoji,
    ends::{self, Ending},
    forms::{self, Beat, Line, Part, Pieces},
    frameworks::{self, Joins, Sources},
    hooks,
    limits::Room,
    links,
    material::{Fact, Story, shared_words},
    openings::{self, Wish},
    select::{Choice, Ledger},
    sentences::single_spaced,
    slots::Slots,
    voice::Voice,
};

/// How much a draft tries to say.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches, each tried on its own")]
pub(super) struct Ambition {
    /// How the body is built.
    pub(super) framework: Framework,
    /// Facts beyond the core, or entries of a list.
    pub(super) facts: usize,
    /// Lists what the product does, where the framework has room for it.
    pub(super) block: bool,
    /// Ends with a question.
    pub(super) ask: bool,
    /// Ends with a call to action.
    pub(super) call: bool,
    /// Several posts in a row.
    pub(super) thread: bool,
}

/// Everything that a draft is made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bench<'a> {
    pub(super) task: &'a CopyTask<'a>,
    pub(super) voice: &'a Voice,
    pub(super) story: &'a Story,
    pub(super) ledger: &'a Ledger,
    pub(super) room: Room,
}

/// The levels that variants ask for: level 0 is that of variant `a`. Variants that differ in the same factors get a further
/// level each; variants of a factorial design share theirs.
pub(super) fn level(variants: &[VariantSpec], at: usize, factor: Factor) -> usize {
    let Some(variant) = variants.get(at).filter(|variant| variant.differs_in.contains(&factor)) else { return 0 };
    let twins = variants.iter().take(at).filter(|other| other.differs_in == variant.differs_in).count();
    1 + twins
}

impl Bench<'_> {
    /// Writes all variants, or `None` when they do not fit or no frame can be used.
    pub(super) fn write(&self, ambition: Ambition, mut random: SeededRandom) -> Option<Vec<Copy>> {
        let task = self.task;
        let brief = task.spark.brief;
        let variants = task.variants;
        let levels = |factor| (0..variants.len()).map(|at| level(variants, at, factor)).max().unwrap_or(0) + 1;
        let turn = random.below(1 << 16);
        let framework = ambition.framework;
        let facts = self.ordered_facts(&mut random);
        let carried = self.hook_carries(framework, &mut random);
        let lead = self.story.pair.as_ref().map(|pair| &pair.second).or(facts.first());
        let mut slots = hooks::slots(brief, self.story, lead, task.topic, (self.voice, turn));
        slots.drop_values(|value| self.room.refuses(value));
        // Bodies first: hooks count their entries.
        let joins = Joins::choose(self.ledger, &slots, self.voice, &mut random);
        let tested = levels(Factor::Body) > 1;
        let led_first = if tested { self.arm(Factor::Body) } else { random.below(2) == 1 };
        let mut body_levels: Vec<(Vec<Beat>, &str)> = Vec::new();
        for at in 0..levels(Factor::Body) {
            // In a thread every post shows which one it is.
            let counted = !tested && ambition.thread && framework == Framework::List;
            let led = led_first == (at % 2 == 0) || counted;
            let from = Sources {
                brief,
                story: self.story,
                facts: &facts,
                joins: &joins,
                slots: &slots,
                voice: self.voice,
                platform: task.platform,
                carried,
                led,
                tested,
                turn,
            };
            let plan = frameworks::plan(framework, from)?;
            if ambition.block && plan.block.is_empty() {
                return None;
            }
            let body = frameworks::with_count(&plan, from, ambition.facts, ambition.block);
            body_levels.push((body, if led { "led" } else { "plain" }));
        }
        let shared_body = &body_levels.first()?.0;
        // A topic may be named only where its fact is told.
        let told = |lead: &&Fact| shared_body.iter().any(|beat| beat.line.text == lead.text);
        let first = shared_body.iter().find_map(|beat| facts.iter().find(|fact| fact.text == beat.line.text));
        let lead = lead.filter(told).or(first);
        slots = hooks::slots(brief, self.story, lead, task.topic, (self.voice, turn));
        slots.drop_values(|value| self.room.refuses(value));
        slots.professional = task.platform == Platform::Linkedin;
        let entries = shared_body.iter().filter(|beat| beat.item && !beat.tight).count();
        let whole = !matches!(framework, Framework::HowTo | Framework::Checklist) || entries == self.story.steps.len();
        if entries >= 2 && whole && !ambition.block {
            slots.set("n", self.voice.language.grammar.count_word(entries));
        }
        let wish = Wish { framework, beats: shared_body, carried, levels: levels(Factor::Hook), body_tested: tested };
        let hooks = self.hooks(&slots, wish, &mut random)?;
        let ending = Ending {
            bench: self,
            slots: &slots,
            link: links::link_for(brief, self.voice, lead),
            turn,
            framework,
            choices: ambition.block || framework == Framework::Poll,
        };
        let ask = ambition.ask.then(|| ending.ask(&hooks, &mut random)).flatten();
        let calls = match (ambition.call, levels(Factor::Cta)) {
            (true, levels) => ending.calls(levels, &mut random)?,
            (false, 1) => Vec::new(),
            (false, levels) => ending.short_calls(levels, &mut random)?,
        };
        let titles = self.titles(&slots, &mut random);
        let emoji = emoji::choose(self.story.archetype, task.platform, self.voice, ambition.thread, &mut random);

        let pieces_of = |at: usize, filed: Option<&Line>| -> Option<Pieces> {
            let hook = hooks.get(level(variants, at, Factor::Hook))?;
            let (body, _) = body_levels.get(level(variants, at, Factor::Body))?;
            let call = calls.get(level(variants, at, Factor::Cta));
            let mut pieces = Pieces {
                hook: to_line(hook),
                // A hook that is the first fact itself takes it out of the body.
                body: body.iter().skip(usize::from(openings::is_direct(hook))).cloned().collect(),
                ask: ask.as_ref().map(to_line),
                call: call.map(|(choice, tail)| Line { tail: tail.clone(), ..to_line(choice) }),
                filed: filed.cloned(),
                turn,
            };
            emoji.put_on(&mut pieces);
            Some(pieces)
        };
        let title = titles.as_ref().map(to_line);
        let all: Vec<Pieces> = (0..variants.len()).map(|at| pieces_of(at, None)).collect::<Option<_>>()?;
        // What one variant lacks is filed in all of them: they differ in their factor and in nothing else.
        let filed = self.filed(&all, title.as_ref(), ambition.thread)?;
        variants
            .iter()
            .enumerate()
            .map(|(at, variant)| {
                let parts = self.lay_out(&pieces_of(at, filed.as_ref())?, ambition.thread)?;
                let hook = hooks.get(level(variants, at, Factor::Hook))?;
                let (_, body_level) = body_levels.get(level(variants, at, Factor::Body))?;
                let call = calls.get(level(variants, at, Factor::Cta));
                let mut factors = BTreeMap::from([
                    (Factor::Hook, hook.level.to_owned()),
                    (Factor::Body, (*body_level).to_owned()),
                    (Factor::Cta, call.map_or("none", |(choice, _)| choice.level).to_owned()),
                ]);
                let visual = (level(variants, at, Factor::Visual) + usize::from(self.arm(Factor::Visual))) % 2;
                let visual = if levels(Factor::Visual) == 1 { 0 } else { visual };
                factors.insert(Factor::Visual, if visual == 0 { "content" } else { "headline" }.to_owned());
                Some(self.copy(variant, framework, title.as_ref(), &parts, factors))
            })
            .collect()
    }

    /// Which arm a level of a factor is, the same for every post of the campaign, so that arms can be compared.
    pub(super) fn arm(&self, factor: Factor) -> bool {
        self.task.spark.seed.stream(&format!("arm/{factor:?}")).below(2) == 1
    }

    /// The story's facts: least told here first, short ones first where room is short.
    fn ordered_facts(&self, random: &mut SeededRandom) -> Vec<Fact> {
        let room = self.room.limit();
        let mut facts: Vec<(f64, Fact)> = self
            .story
            .facts
            .iter()
            .enumerate()
            .map(|(at, fact)| {
                let told = f64::from(self.ledger.told_here(fact.key()));
                let length = fact.text.chars().count() as f64 / f64::from(room.max(1));
                let near = self.nearness(fact);
                (0.25 * at as f64 + 0.8 * told + 2.5 * length + 0.9 * random.unit() - 2.5 * near, fact.clone())
            })
            .collect();
        // An introduction goes on with what it has just named.
        if let (Archetype::Announcement, Some(first)) = (self.story.archetype, self.story.facts.first()) {
            for (cost, fact) in &mut facts {
                *cost -= if self.story.kinship.related(&first.text, None, &fact.text) { 1.5 } else { 0.0 };
            }
        }
        // Here the first fact is what the angle is about.
        let fixed = usize::from(matches!(
            self.story.archetype,
            Archetype::Announcement | Archetype::Proof | Archetype::DataPoint | Archetype::Trend
        ));
        for (cost, _) in facts.iter_mut().take(fixed) {
            *cost = -1.0;
        }
        facts.sort_by(|a, b| a.0.total_cmp(&b.0));
        // Around a problem or an offer only what belongs to it, or what the product is.
        if matches!(
            self.story.archetype,
            Archetype::Problem | Archetype::Question | Archetype::OpenLetter | Archetype::Offer | Archetype::Seasonal
        ) {
            let related = |fact: &Fact| self.nearness(fact) > 0.0;
            if facts.iter().any(|(_, fact)| related(fact)) {
                facts.retain(|(_, fact)| related(fact));
            }
        }
        // A fact about something else reads as chance: better fewer facts.
        if let Some((told, topic)) = self.story.anchor() {
            facts.retain(|(_, fact)| {
                told.contains(fact.text.as_str()) || self.story.kinship.related(&told, topic.as_deref(), &fact.text)
            });
        }
        // Two facts that say the same would read as a stutter.
        let mut kept: Vec<Fact> = Vec::new();
        let pair_text = self.story.pair.as_ref().map(|pair| pair.second.text.clone());
        let offer_text = self.story.offer.as_ref().map(|offer| offer.text.clone());
        for (_, fact) in facts {
            let said = kept.iter().map(|other| &other.text).chain(&pair_text).chain(&offer_text);
            if said.into_iter().all(|text| {
                vcm_core::text::similarity::word_jaccard(text, &fact.text) < 0.45 && told_share(text, &fact.text) < 0.65
            }) {
                kept.push(fact);
            }
        }
        kept
    }

    /// How much a fact has to do with what the angle asks about, in shared words; 0 for angles that ask about nothing.
    fn nearness(&self, fact: &Fact) -> f64 {
        let pains = match self.story.archetype {
            Archetype::Problem | Archetype::OpenLetter => self.story.pains.get(..1),
            Archetype::Question => self.story.wants.get(..1),
            _ => None,
        };
        let near =
            pains.unwrap_or_default().iter().map(|pain| self.story.kinship.shared(pain, &fact.text)).max().unwrap_or(0);
        // One shared word is chance. What the product is goes with any problem.
        if near >= 2 {
            near as f64
        } else if fact.key() == "product.summary" && self.story.archetype != Archetype::Announcement {
            0.7
        } else {
            0.0
        }
    }

    /// Whether the hook says the first half of a pair.
    fn hook_carries(&self, framework: Framework, random: &mut SeededRandom) -> bool {
        match framework {
            _ if self.story.pair.is_none() => false,
            _ if frameworks::must_carry(framework) => true,
            Framework::BeforeAfterBridge | Framework::Comparison if !self.story.tells_a_change() => false,
            Framework::BeforeAfterBridge => random.below(10) < 6,
            Framework::Comparison => random.below(10) < 3,
            _ => false,
        }
    }

    fn titles(&self, slots: &Slots, random: &mut SeededRandom) -> Option<Choice> {
        if !matches!(self.task.platform, Platform::YoutubeShorts | Platform::Pinterest) {
            return None;
        }
        let fits = |choice: &Choice| self.room.takes_title(&choice.text);
        let all = ends::titles(self.story.archetype, self.task.platform, slots, self.voice);
        let title = self.ledger.choose(all.into_iter().filter(fits).collect(), random);
        // A name is at most 60 characters; one with angle brackets is shown without them.
        title.or_else(|| {
            let name: String = self.task.spark.brief.product.name.chars().filter(|c| !matches!(c, '<' | '>')).collect();
            Some(Choice {
                id: "title.name".into(),
                text: single_spaced(&name),
                sources: Vec::new(),
                level: "plain",
                cost: 0.0,
            })
        })
    }

    /// The post as parts, whatever their length.
    fn parts(&self, pieces: &Pieces, thread: bool) -> Option<Vec<Part>> {
        if thread { forms::thread(pieces) } else { Some(vec![forms::post(self.task.platform, pieces)]) }
    }

    /// A line with the required words that any of the variants lacks; none where nothing is missing.
    #[expect(clippy::option_option, reason = "no line is needed, or none can be written")]
    fn filed(&self, all: &[Pieces], title: Option<&Line>, thread: bool) -> Option<Option<Line>> {
        let mut missing: Vec<&str> = Vec::new();
        for pieces in all {
            let parts = self.parts(pieces, thread)?;
            let texts = title.map(Line::shown).into_iter().chain(parts.iter().map(forms::shown));
            for word in self.voice.missing(&texts.collect::<Vec<_>>().join("\n")) {
                if !missing.contains(&word) {
                    missing.push(word);
                }
            }
        }
        if missing.is_empty() {
            return Some(None);
        }
        let language = self.voice.language;
        let mut slots = Slots::new(false);
        slots.set("words", language.grammar.list(&missing, false));
        let filed = slots.fill(language.phrases.joins.filed, self.voice)?;
        Some(Some(Line { text: filed.text, ..Line::default() }))
    }

    /// The parts; `None` when one is too long.
    fn lay_out(&self, pieces: &Pieces, thread: bool) -> Option<Vec<Part>> {
        let parts = self.parts(pieces, thread)?;
        let last = parts.len().saturating_sub(1);
        let fits = parts.iter().enumerate().all(|(at, part)| {
            let text = forms::shown(part);
            self.room.takes(&text, at == last)
        });
        (fits && parts.len() <= 6).then_some(parts)
    }

    fn copy(
        &self,
        variant: &VariantSpec,
        framework: Framework,
        title: Option<&Line>,
        parts: &[Part],
        factors: BTreeMap<Factor, String>,
    ) -> Copy {
        let task = self.task;
        let lines: Vec<&Line> =
            title.into_iter().chain(parts.iter().flatten().flat_map(|paragraph| &paragraph.lines)).collect();
        let patterns: BTreeSet<String> =
            lines.iter().flat_map(|line| line.patterns.iter().cloned()).filter(|id| !id.is_empty()).collect();
        let format = match task.platform {
            _ if parts.len() > 1 => CopyFormat::Thread,
            Platform::Tiktok | Platform::YoutubeShorts => CopyFormat::Video,
            Platform::Pinterest => CopyFormat::Pin,
            _ => CopyFormat::Post,
        };
        let mut copy = Copy {
            key: format!("{}-{}-{}", task.platform, task.angle.key, variant.name),
            angle: task.angle.key.clone(),
            platform: task.platform,
            variant: variant.name.clone(),
            format,
            title: title.map(Line::shown),
            parts: parts.iter().map(forms::shown).collect(),
            hashtags: Vec::new(),
            alt_text: None,
            factors,
            sentences: lines
                .iter()
                .filter(|line| !line.text.is_empty())
                .map(|line| Sentence { text: line.text.clone(), sources: line.sources.clone() })
                .collect(),
            patterns: patterns.into_iter().collect(),
            framework: Some(framework),
            selection: None,
        };
        copy.alt_text = Some(super::visual::alt_text_of_copy(task.spark.brief, self.story, &copy));
        copy
    }
}

/// The goal that calls to action serve: the most important one, plain pointers after a rejection as pushy.
pub(super) fn goal(brief: &Brief, voice: &Voice) -> GoalKind {
    let first = brief.goals.first().map_or(GoalKind::Awareness, |goal| goal.kind);
    if voice.reserved && matches!(first, GoalKind::Sales | GoalKind::Signups) { GoalKind::Awareness } else { first }
}

fn to_line(choice: &Choice) -> Line {
    Line {
        text: choice.text.clone(),
        sources: choice.sources.clone(),
        patterns: vec![choice.id.clone()],
        ..Line::default()
    }
}

/// Share of the fact's content words that the text has already.
fn told_share(text: &str, fact: &str) -> f64 {
    let words = vcm_core::text::words::content_stems(fact).len().max(1);
    shared_words(fact, text) as f64 / words as f64
}
