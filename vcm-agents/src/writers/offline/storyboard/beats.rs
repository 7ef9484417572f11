//! What the video tells, in order: a hook, facts that have to do with each other, a call. Next: [`super::direct`].

use vcm_core::{angles::Archetype, brief::Brief, copy::Copy, hash::SeededRandom, text::words::content_stems};

use super::{
    super::{
        frames::Slots,
        grammar, hooks, limits, links,
        material::{Fact, Story, proof_fact},
        select::Choice,
        voice::Voice,
    },
    phrases::Phrases,
    screen,
    speech::speech_ms,
};

/// Longest hook and longest call.
pub(super) const EDGE_MS: u32 = 3_000;

/// A sentence is cut into two shots when it takes longer.
const LONG_SHOT_MS: u32 = 6_000;

/// Shortest part that is worth a cut.
const SHORT_PART_MS: u32 = 1_700;

/// Breath after a shot's words.
pub(super) const BREATH_MS: u32 = 250;

/// Shortest shot that an eye can follow.
pub(super) const SHORTEST_MS: u32 = 1_800;

/// What a beat does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Hook,
    Belief,
    Truth,
    Question,
    Answer,
    Before,
    After,
    Quotation,
    Offer,
    Step,
    Event,
    Fact,
    /// The rest of the sentence before.
    SecondHalf,
    /// A picture without words.
    Pause,
    Call,
}

/// One thing said.
#[derive(Debug, Clone)]
pub(super) struct Beat {
    pub(super) role: Role,
    pub(super) said: String,
    pub(super) shown: String,
    pub(super) sources: Vec<String>,
    pub(super) topic: Option<String>,
    pub(super) figure: Option<String>,
    pub(super) when: Option<String>,
    /// Where the fact is published.
    pub(super) host: Option<String>,
    /// The brief marks a part of it as code.
    pub(super) has_code: bool,
}

impl Beat {
    fn new(role: Role, said: String, shown: String, sources: Vec<String>) -> Self {
        Self { role, said, shown, sources, topic: None, figure: None, when: None, host: None, has_code: false }
    }

    /// Least time of the shot.
    pub(super) fn least_ms(&self, phrases: &Phrases) -> u32 {
        let said = speech_ms(&self.said, phrases.words_per_minute);
        match self.role {
            Role::Hook | Role::Call => said.saturating_add(BREATH_MS).clamp(SHORTEST_MS, EDGE_MS),
            _ => said.saturating_add(BREATH_MS).max(SHORTEST_MS),
        }
    }
}

/// What a video is made from.
pub(super) struct Telling<'a> {
    pub(super) brief: &'a Brief,
    pub(super) story: &'a Story,
    pub(super) copy: &'a Copy,
    pub(super) voice: &'a Voice,
    pub(super) phrases: &'static Phrases,
}

impl Telling<'_> {
    /// Time that the video takes with everything its post tells.
    pub(super) fn wanted_ms(&self) -> u32 {
        let core = self.core().concat();
        core.iter().map(|beat| beat.least_ms(self.phrases)).fold(2 * EDGE_MS, u32::saturating_add)
    }

    /// Time of everything that belongs together, whether the post tells it or not.
    pub(super) fn possible_ms(&self) -> u32 {
        let core = self.core();
        let more = self.more(&core).concat();
        more.iter().map(|beat| beat.least_ms(self.phrases)).fold(self.wanted_ms(), u32::saturating_add)
    }

    /// Hook, what fits between, and call. Every beat has its least time within `duration_ms`.
    pub(super) fn beats(&self, duration_ms: u32, random: &mut SeededRandom) -> Vec<Beat> {
        let core = self.core();
        let lead = lead_of(&core);
        let slots = self.slots(lead.as_ref(), random);
        let hook = self.hook(&slots, random);
        let call = self.call(&slots, lead.as_ref(), random);
        let edges = hook.least_ms(self.phrases).saturating_add(call.least_ms(self.phrases));
        let mut room = duration_ms.saturating_sub(edges);
        let asked =
            |unit: &Vec<Beat>| unit.first().is_some_and(|beat| beat.role == Role::Question && hook.said == beat.said);
        let core: Vec<Vec<Beat>> = core
            .into_iter()
            .map(|unit| {
                if asked(&unit) { unit.into_iter().filter(|beat| beat.role != Role::Question).collect() } else { unit }
            })
            .collect();
        let mut told = self.fit(core.clone(), &mut room);
        for unit in self.more(&core) {
            take(&mut told, unit, &mut room, self.phrases);
        }
        // A little is better than nothing: any fact that fits.
        if told.is_empty() {
            let mut all: Vec<Vec<Beat>> = self.story.facts.iter().map(|fact| self.fact_unit(fact)).collect();
            all.sort_by_key(|unit| time(unit, self.phrases));
            if let Some(shortest) = all.into_iter().next() {
                take(&mut told, shortest, &mut room, self.phrases);
            }
        }
        std::iter::once(hook).chain(told.into_iter().flatten()).chain([call]).collect()
    }

    /// What the story is about, in units that are told whole or not at all.
    fn core(&self) -> Vec<Vec<Beat>> {
        let (story, labels) = (self.story, &self.phrases.labels);
        let mut units: Vec<Vec<Beat>> = Vec::new();
        if let Some(pair) = &story.pair {
            let (first, second, named) = match story.archetype {
                Archetype::Objection => ((Role::Question, labels.question), (Role::Answer, labels.answer), false),
                Archetype::BeforeAfter | Archetype::Comparison => {
                    // Two things side by side are neither then nor now.
                    let change = story.tells_a_change();
                    (
                        (Role::Before, if change { labels.before } else { "" }),
                        (Role::After, if change { labels.after } else { "" }),
                        change,
                    )
                }
                _ => ((Role::Belief, labels.myth), (Role::Truth, labels.fact), true),
            };
            // A listener does not see the label: a belief must never be heard as a fact.
            let spoken = named && !self.voice.language.grammar.dates_itself(&pair.first.text);
            let topic = pair.first.topic.clone().or_else(|| pair.second.topic.clone());
            let opening = Fact { topic, ..pair.first.clone() };
            let mut unit = self.pair_beats(&opening, first, spoken, None);
            let figure = self.figure_of(&pair.second);
            unit.extend(self.pair_beats(&pair.second, second, spoken, figure));
            units.push(unit);
        }
        if let Some(quotation) = &story.quotation {
            let mut beat = self.beat(Role::Quotation, &quotation.words);
            beat.shown = screen::first_fitting([quotation.words.text.as_str(), quotation.attribution.as_str()]);
            units.push(self.parts(&beat));
        }
        if let Some(offer) = &story.offer {
            let mut beat = self.beat(Role::Offer, offer);
            beat.shown = screen::first_fitting([offer.text.as_str(), labels.offer]);
            units.push(self.parts(&beat));
        }
        let count = story.steps.len().to_string();
        for (at, step) in story.steps.iter().enumerate() {
            let mut beat = self.beat(Role::Step, step);
            let label = labels.step.replace("{number}", &(at + 1).to_string()).replace("{count}", &count);
            beat.shown = screen::labelled(&label, code_in(&step.text).or(Some(step.text.as_str())));
            units.push(self.parts(&beat));
        }
        for event in &story.events {
            let mut beat = self.beat(Role::Event, &event.fact);
            beat.said = format!("{}: {}", event.when, beat.said);
            beat.shown = screen::labelled(&event.when, Some(grammar::without_stop(&event.fact.text)));
            beat.when = Some(event.when.clone());
            units.push(self.parts(&beat));
        }
        if units.is_empty() {
            let told =
                |fact: &&Fact| self.copy.sentences.iter().any(|sentence| sentence.text.contains(fact.text.as_str()));
            let lead = story.facts.iter().find(told).or_else(|| story.facts.first());
            units.extend(lead.map(|lead| self.fact_unit(lead)));
            // What the post strings together is told here only where it has to do with the lead.
            if let Some(lead) = lead {
                let rest = story.facts.iter().filter(told).filter(|fact| fact.key() != lead.key());
                let mut said = vec![lead.clone()];
                for fact in rest {
                    if self.belongs(&said, fact) {
                        units.push(self.fact_unit(fact));
                        said.push(fact.clone());
                    }
                }
            }
        }
        units
    }

    /// Further facts that have to do with what is told: the angle's own, then those of the brief.
    fn more(&self, core: &[Vec<Beat>]) -> Vec<Vec<Beat>> {
        // Steps, dates, and offers are complete in themselves.
        if core.is_empty() || !self.story.steps.is_empty() || !self.story.events.is_empty() {
            return Vec::new();
        }
        let mut said: Vec<Fact> = core
            .iter()
            .map(|unit| {
                let text = unit.iter().map(|beat| beat.said.as_str()).collect::<Vec<_>>().join(" ");
                let topic = unit.iter().find_map(|beat| beat.topic.clone());
                Fact { topic, ..Fact::new(&text, unit.iter().flat_map(|beat| beat.sources.clone()).collect()) }
            })
            .collect();
        let of_brief = self.brief.proof_points.iter().filter(|proof| proof.attribution.is_none()).map(proof_fact);
        let mut units = Vec::new();
        for fact in self.story.facts.iter().cloned().chain(of_brief) {
            let cited = said.iter().any(|other| other.sources.iter().any(|source| source == fact.key()));
            if !cited && self.voice.allows(&fact.text) && self.belongs(&said, &fact) {
                units.push(self.fact_unit(&fact));
                said.push(fact);
            }
        }
        units
    }

    /// Whether a fact goes on from what is said, and says something new.
    fn belongs(&self, said: &[Fact], fact: &Fact) -> bool {
        let stems = content_stems(&fact.text);
        let heard: Vec<_> = said.iter().flat_map(|other| content_stems(&other.text)).collect();
        let known = stems.iter().filter(|stem| heard.contains(stem)).count();
        let repeats = known * 10 > stems.len() * 7;
        let Some(lead) = said.first() else { return true };
        !repeats && self.story.kinship.related(&lead.text, lead.topic.as_deref(), &fact.text)
    }

    fn beat(&self, role: Role, fact: &Fact) -> Beat {
        let mut beat = Beat::new(role, plain(&fact.text), String::new(), fact.sources.clone());
        beat.has_code = code_in(&fact.text).is_some();
        beat.topic.clone_from(&fact.topic);
        beat.figure.clone_from(&fact.figure);
        beat.host = fact.sources.iter().find_map(|id| self.host(id));
        beat
    }

    fn fact_unit(&self, fact: &Fact) -> Vec<Beat> {
        let mut beat = self.beat(Role::Fact, fact);
        beat.figure = self.figure_of(fact);
        let topic = fact.topic.as_deref().map(grammar::capitalised);
        beat.shown = match (&beat.figure, &topic) {
            (Some(figure), Some(topic)) => screen::labelled(figure, Some(topic)),
            _ => screen::first_fitting(beat.figure.iter().chain(&topic).map(String::as_str)),
        };
        if beat.shown.is_empty() {
            let category = grammar::capitalised(&grammar::single_spaced(&self.brief.product.category));
            let category = if fact.key() == "product.summary" { category } else { String::new() };
            beat.shown = screen::first_fitting([fact.text.as_str(), category.as_str()]);
        }
        self.parts(&beat)
    }

    fn pair_beats(&self, fact: &Fact, (role, label): (Role, &str), spoken: bool, figure: Option<String>) -> Vec<Beat> {
        let mut beat = self.beat(role, fact);
        if spoken && !label.is_empty() {
            beat.said = format!("{label}: {}", beat.said);
        }
        let topic = fact.topic.as_deref().map(grammar::capitalised);
        let sentence = grammar::without_stop(&fact.text);
        let below = [Some(sentence), figure.as_deref(), topic.as_deref()]
            .into_iter()
            .flatten()
            .find(|text| screen::fitted(text).is_some_and(|lines| lines.lines().count() < screen::LINES));
        beat.shown = screen::labelled(label, below);
        beat.figure = figure;
        self.parts(&beat)
    }

    /// The figure of a fact that its own words have.
    fn figure_of(&self, fact: &Fact) -> Option<String> {
        let of_proof = || {
            let proofs =
                fact.sources.iter().filter_map(|id| self.brief.proof_points.iter().find(|proof| proof.id == *id));
            proofs.filter_map(|proof| proof.figure.as_deref()).map(grammar::single_spaced).next()
        };
        fact.figure.clone().or_else(of_proof).filter(|figure| fact.text.contains(figure.as_str()))
    }

    /// The site on which a proof point is published.
    fn host(&self, id: &str) -> Option<String> {
        let source = &self.brief.proof_points.iter().find(|proof| proof.id == id)?.source;
        let (scheme, rest) = source.split_once("://")?;
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let host = host.strip_prefix("www.").unwrap_or(host);
        (scheme.starts_with("http") && host.contains('.')).then(|| host.to_owned())
    }

    /// A long sentence in two shots and more, cut where a speaker pauses.
    fn parts(&self, beat: &Beat) -> Vec<Beat> {
        let rate = self.phrases.words_per_minute;
        let mut parts: Vec<String> = vec![beat.said.clone()];
        let mut at = 0;
        while let Some(part) = parts.get(at) {
            match halves(part, rate) {
                Some((head, tail)) if speech_ms(part, rate) > LONG_SHOT_MS => {
                    parts.splice(at..=at, [head, tail]);
                }
                _ => at += 1,
            }
        }
        // A figure is shown when it is said.
        let topic = beat.topic.as_deref().map(grammar::capitalised);
        let label =
            beat.shown.lines().next().filter(|line| beat.figure.as_deref() != Some(*line) && beat.role != Role::Fact);
        let without_figure = screen::labelled(label.unwrap_or_default(), topic.as_deref());
        let shows_figure =
            beat.figure.as_ref().is_some_and(|figure| beat.shown.replace('\n', " ").contains(figure.as_str()));
        let beats = parts.into_iter().enumerate().map(|(at, said)| {
            let has_figure = beat.figure.as_ref().is_some_and(|figure| said.contains(figure.as_str()));
            let figure = beat.figure.clone().filter(|_| has_figure);
            let role = if at == 0 { beat.role } else { Role::SecondHalf };
            let shown = if shows_figure && !has_figure { without_figure.clone() } else { beat.shown.clone() };
            Beat { role, said, shown, figure, ..beat.clone() }
        });
        beats.collect()
    }

    /// What fits of the core, in order.
    fn fit(&self, core: Vec<Vec<Beat>>, room: &mut u32) -> Vec<Vec<Beat>> {
        let mut told: Vec<Vec<Beat>> = Vec::new();
        let story = self.story;
        if !story.events.is_empty() && story.steps.is_empty() && story.pair.is_none() {
            // A story keeps its beginning and its end; dates between them go, the last first.
            let mut units = core;
            while units.len() > 1 && time(&units.concat(), self.phrases) > *room {
                let dropped = if units.len() > 2 { units.len() - 2 } else { 1 };
                units.remove(dropped);
            }
            for unit in units {
                take(&mut told, unit, room, self.phrases);
            }
            return told;
        }
        for unit in core {
            let is_step = unit.first().is_some_and(|beat| beat.role == Role::Step);
            if take(&mut told, unit.clone(), room, self.phrases) {
                continue;
            }
            // Steps after one that is left out make no sense.
            if is_step {
                break;
            }
            // A truth stands without its myth, a now without its then; an answer without its question does not.
            let second: Vec<Beat> =
                unit.into_iter().skip_while(|beat| !matches!(beat.role, Role::Truth | Role::After)).collect();
            take(&mut told, second, room, self.phrases);
        }
        told
    }

    fn slots(&self, lead: Option<&Fact>, random: &mut SeededRandom) -> Slots {
        let mut slots = hooks::slots(self.brief, self.story, lead, None, (self.voice, random.below(1 << 16)));
        slots.drop_values(|value| value.contains('`'));
        slots
    }

    fn hook(&self, slots: &Slots, random: &mut SeededRandom) -> Beat {
        let hooks = &self.phrases.hooks;
        let own = match self.story.archetype {
            Archetype::Myth | Archetype::Contrarian => hooks.myth,
            Archetype::DataPoint => hooks.figure,
            Archetype::Objection => hooks.objection,
            Archetype::HowTo => hooks.how_to,
            Archetype::Story | Archetype::BehindTheScenes => hooks.story,
            Archetype::BeforeAfter if self.story.tells_a_change() => hooks.change,
            Archetype::BeforeAfter | Archetype::Comparison => hooks.comparison,
            Archetype::Quote => hooks.quote,
            Archetype::Problem => hooks.problem,
            Archetype::Offer | Archetype::Seasonal => hooks.offer,
            _ => &[],
        };
        let choice = self
            .spoken("storyboard.own", own, slots, random)
            .or_else(|| self.spoken("storyboard.any", hooks.any, slots, random));
        let (said, sources) =
            choice.map_or_else(|| (self.voice.say(hooks.last), Vec::new()), |choice| (choice.text, choice.sources));
        let said = plain(&said);
        Beat::new(
            Role::Hook,
            said.clone(),
            screen::first_fitting([said.as_str(), grammar::single_spaced(&self.brief.product.name).as_str()]),
            sources,
        )
    }

    fn call(&self, slots: &Slots, lead: Option<&Fact>, random: &mut SeededRandom) -> Beat {
        let calls = &self.phrases.calls;
        let link = links::link_for(self.brief, self.voice, lead).map(links::label);
        let lines = match (&link, limits::follows_links(self.copy.platform)) {
            (None, _) => calls.plain,
            (Some(_), true) => calls.link,
            (Some(_), false) => calls.profile_link,
        };
        let choice = self.spoken("storyboard.call", lines, slots, random);
        let choice = choice.or_else(|| self.spoken("storyboard.plain", calls.plain, slots, random));
        let said = choice.map(|choice| choice.text).unwrap_or_default();
        let label = link.as_deref().map(grammar::capitalised).unwrap_or_default();
        let name = grammar::capitalised(&grammar::single_spaced(&self.brief.product.name));
        let shown = screen::first_fitting([label.as_str(), name.as_str(), said.as_str()]);
        Beat { topic: link, ..Beat::new(Role::Call, said, shown, Vec::new()) }
    }

    /// A line that can be said in time, about the matter at hand where there is one.
    fn spoken(&self, row: &str, lines: &[&str], slots: &Slots, random: &mut SeededRandom) -> Option<Choice> {
        let mut all = slots.fill_all(row, lines, self.voice);
        all.retain(|choice| speech_ms(&choice.text, self.phrases.words_per_minute) <= EDGE_MS);
        let fixed: Vec<String> =
            lines.iter().filter(|line| !line.contains('{')).map(|line| self.voice.say(line)).collect();
        let own: Vec<Choice> = all.iter().filter(|choice| !fixed.contains(&choice.text)).cloned().collect();
        let pool = if own.is_empty() { all } else { own };
        random.pick(&pool).cloned()
    }
}

/// What the video is about: the first beat with a topic.
fn lead_of(core: &[Vec<Beat>]) -> Option<Fact> {
    let beat = core.first()?.iter().find(|beat| beat.topic.is_some()).or(core.first()?.first())?;
    Some(Fact {
        topic: beat.topic.clone(),
        figure: beat.figure.clone(),
        text: beat.said.clone(),
        sources: beat.sources.clone(),
    })
}

fn time(unit: &[Beat], phrases: &Phrases) -> u32 {
    unit.iter().map(|beat| beat.least_ms(phrases)).fold(0, u32::saturating_add)
}

/// Takes a unit if there is room for all of it.
fn take(told: &mut Vec<Vec<Beat>>, unit: Vec<Beat>, room: &mut u32, phrases: &Phrases) -> bool {
    let needed = time(&unit, phrases);
    if unit.is_empty() || needed > *room {
        return false;
    }
    *room -= needed;
    told.push(unit);
    true
}

/// The sentence as it is spoken: marks of code are for readers.
fn plain(text: &str) -> String {
    text.replace('`', "")
}

/// The first piece of code in a text.
fn code_in(text: &str) -> Option<&str> {
    text.split('`').nth(1).filter(|code| !code.trim().is_empty())
}

/// A text cut in two at the pause nearest to its middle, when both parts are long enough.
fn halves(text: &str, rate: u32) -> Option<(String, String)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let open = |before: &str| {
        let count = |sign: char| before.matches(sign).count();
        count('“') > count('”') || count('(') > count(')') || count('"') % 2 == 1 || count('«') > count('»')
    };
    let mut best: Option<(usize, usize)> = None;
    for four in chars.windows(4) {
        let [(_, last), (_, mark), (space, between), (_, next)] = four else { continue };
        let pauses = matches!(mark, ',' | ';' | ':' | '.' | '?' | '!' | '–' | '—');
        // "December 25, 2021" is one phrase.
        if !pauses || *between != ' ' || (last.is_ascii_digit() && next.is_ascii_digit()) {
            continue;
        }
        let (head, tail) = text.split_at(*space);
        if open(head) || speech_ms(head, rate) < SHORT_PART_MS || speech_ms(tail, rate) < SHORT_PART_MS {
            continue;
        }
        // A full stop is worth a way off the middle.
        let off = space.abs_diff(text.len() / 2) / if matches!(mark, '.' | '?' | '!') { 3 } else { 1 };
        if best.is_none_or(|(least, _)| off < least) {
            best = Some((off, *space));
        }
    }
    let (_, at) = best?;
    let (head, tail) = text.split_at(at);
    Some((head.trim().to_owned(), tail.trim().to_owned()))
}
