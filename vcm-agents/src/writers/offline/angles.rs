//! Which angles a brief has the material for, and in which order.
//!
//! Every candidate names the material it rests on; the choice is greedy: richness and goal, minus what is used already. An
//! angle whose own material is used up is never chosen, so a brief with few facts gives few angles. Next: [`super::hooks`].

use vcm_core::{
    angles::{Angle, Archetype, FunnelStage},
    brief::{Brief, ProofKind},
    hash::SeededRandom,
    ports::writer::AnglesTask,
    text::similarity::word_jaccard,
};

use super::{
    archetypes::{family, fits, funnel},
    kinship::Kinship,
    language::content_stems,
    material::shared_words,
    sentences::{as_sentence, single_spaced, without_stop},
    slots::Slots,
    voice::Voice,
};

/// Marks a trend topic among the material of a candidate; it is not a source.
const TOPIC: &str = "topic:";

/// An angle that could be.
#[derive(Debug, Clone)]
struct Candidate {
    archetype: Archetype,
    title: String,
    premise: String,
    /// What it cannot do without.
    core: Vec<String>,
    /// What goes with it but may be used by others too.
    beside: Vec<String>,
    topic: Option<String>,
    /// What further facts have to do with, where the core says too little: the words of a trend.
    about: String,
    /// How much there is to tell, about 0 to 1.
    richness: f64,
}

impl Candidate {
    fn new(archetype: Archetype, core: Vec<String>, richness: f64) -> Self {
        let (title, premise, about) = (String::new(), String::new(), String::new());
        Self { archetype, title, premise, core, beside: Vec::new(), topic: None, about, richness }
    }
}

/// The angles of the task, best first.
pub(super) fn find(task: &AnglesTask<'_>) -> Vec<Angle> {
    let brief = task.spark.brief;
    let voice = Voice::new(brief, task.spark.rejections);
    let mut random = task.spark.seed.stream(&format!("angles/{}", task.spark.round));
    let mut candidates = candidates(task, &voice);
    let jitter: Vec<f64> = candidates.iter().map(|_| 0.25 * random.unit()).collect();
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut scores: Vec<f64> = jitter;
    while chosen.len() < usize::from(task.count) {
        let best = candidates
            .iter()
            .zip(&scores)
            .enumerate()
            .filter_map(|(at, (candidate, jitter))| Some((at, score(candidate, brief, &chosen)? + jitter)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let Some((at, _)) = best else { break };
        scores.remove(at);
        chosen.push(candidates.remove(at));
    }
    let cores: Vec<String> = chosen.iter().flat_map(|candidate| candidate.core.clone()).collect();
    let mut lent: Vec<String> = Vec::new();
    chosen
        .into_iter()
        .enumerate()
        .map(|(at, candidate)| {
            let support = support(&candidate, brief, &voice, &cores, &mut lent, &mut random);
            Angle {
                key: format!("angle-{}", at + 1),
                archetype: candidate.archetype,
                title: candidate.title,
                premise: candidate.premise,
                sources: candidate
                    .core
                    .into_iter()
                    .filter(|source| !source.starts_with(TOPIC))
                    .chain(candidate.beside)
                    .chain(support)
                    .collect(),
                topic: candidate.topic,
                funnel: funnel(candidate.archetype),
            }
        })
        .collect()
}

/// `None` when the candidate has nothing of its own left.
fn score(candidate: &Candidate, brief: &Brief, chosen: &[Candidate]) -> Option<f64> {
    let used = |source: &String| chosen.iter().any(|other| other.core.contains(source));
    let fresh = candidate.core.iter().filter(|source| !used(source)).count();
    let listed = matches!(
        candidate.archetype,
        Archetype::List | Archetype::Numbers | Archetype::Faq | Archetype::Poll | Archetype::Fit
    );
    let needed = match candidate.archetype {
        Archetype::List | Archetype::Numbers => 3.min(candidate.core.len()),
        Archetype::Faq | Archetype::Poll | Archetype::Fit => 2.min(candidate.core.len()),
        _ => 1,
    };
    // A pair is its belief, doubt or comparison; the proof behind it may have been told.
    let own_used = candidate.core.first().is_some_and(used) && !listed;
    if fresh < needed || own_used {
        return None;
    }
    let same = chosen.iter().filter(|other| other.archetype == candidate.archetype).count() as f64;
    let kin = chosen.iter().filter(|other| family(other.archetype) == family(candidate.archetype)).count() as f64;
    let goals: f64 = brief
        .goals
        .iter()
        .zip([0.6, 0.3, 0.15])
        .map(|(goal, weight)| if fits(goal.kind, candidate.archetype) { weight } else { 0.0 })
        .sum();
    let freshness = fresh as f64 / candidate.core.len().max(1) as f64;
    Some(candidate.richness + goals + 0.4 * freshness - 0.9 * same - 0.35 * kin)
}

/// Facts that go with the angle: those no other angle is about first, then nearest in words.
fn support(
    candidate: &Candidate,
    brief: &Brief,
    voice: &Voice,
    cores: &[String],
    lent: &mut Vec<String>,
    random: &mut SeededRandom,
) -> Vec<String> {
    let wanted: usize = match candidate.archetype {
        Archetype::Faq | Archetype::Poll | Archetype::Fit | Archetype::Numbers => 0,
        Archetype::List | Archetype::Story | Archetype::Quote => 1,
        Archetype::Offer | Archetype::Seasonal | Archetype::HowTo | Archetype::Checklist => 2,
        _ => 3,
    };
    let about = format!("{} {}", core_text(brief, &candidate.core), candidate.about);
    let needs = matches!(candidate.archetype, Archetype::Problem | Archetype::Question | Archetype::OpenLetter);
    let kinship = Kinship::of(brief);
    let open = matches!(
        candidate.archetype,
        Archetype::Announcement | Archetype::Explainer | Archetype::List | Archetype::Offer | Archetype::Seasonal
    );
    let mut pool: Vec<(f64, &str)> = brief
        .proof_points
        .iter()
        .filter(|proof| proof.kind != ProofKind::Quote && voice.allows(&proof.statement))
        .filter(|proof| !candidate.core.contains(&proof.id) && !candidate.beside.contains(&proof.id))
        .map(|proof| {
            let uses = lent.iter().filter(|id| **id == proof.id).count() as f64;
            let told = if cores.contains(&proof.id) { 0.4 } else { 0.0 };
            let near = word_jaccard(&about, &proof.statement).max(0.5 * stem_overlap(&about, &proof.statement));
            // The same statement in other words would be said twice.
            let echo = if near > 0.5 { 9.0 } else { 0.0 };
            let strange = match (kinship.related(&about, None, &proof.statement), open) {
                (true, _) => 0.0,
                (false, true) => 1.0,
                (false, false) => 3.0,
            };
            let asked = if needs { 1.5 * shared_words(&about, &proof.statement) as f64 } else { 0.0 };
            (told + 0.5 * uses + echo + strange - 1.5 * near - asked + 0.1 * random.unit(), proof.id.as_str())
        })
        .filter(|(cost, _)| *cost < 2.5)
        .collect();
    pool.sort_by(|a, b| a.0.total_cmp(&b.0));
    let taken: Vec<String> = pool.into_iter().take(wanted).map(|(_, id)| id.to_owned()).collect();
    lent.extend(taken.iter().cloned());
    taken
}

/// Share of the statement's content words that the text has, too.
fn stem_overlap(text: &str, statement: &str) -> f64 {
    let (text, statement) = (content_stems(text), content_stems(statement));
    statement.iter().filter(|stem| text.contains(stem)).count() as f64 / statement.len().max(1) as f64
}

/// Whether the figure counts or measures something, rather than naming a year or a version.
fn measures(figure: &str) -> bool {
    let digits = figure.chars().filter(char::is_ascii_digit).count();
    let other = figure.chars().any(|c| !c.is_ascii_digit() && c != '.');
    let year = figure
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4 && matches!(number.get(..2), Some("18" | "19" | "20")));
    !year && (digits == 0 || other || figure.matches('.').count() < 2)
}

fn core_text(brief: &Brief, core: &[String]) -> String {
    let voiceless = Angle {
        key: String::new(),
        archetype: Archetype::Proof,
        title: String::new(),
        premise: String::new(),
        sources: core.to_vec(),
        topic: None,
        funnel: FunnelStage::Awareness,
    };
    let mut plain = brief.clone();
    plain.voice.banned_words.clear();
    let story = super::material::Story::of(&plain, &voiceless, &Voice::new(&plain, &[]));
    let facts = story.facts.iter().map(|fact| fact.text.as_str());
    let pair = story.pair.iter().map(|pair| pair.second.text.as_str());
    let needs = core.iter().any(|source| source.starts_with("audiences["));
    let one = core.iter().any(|source| source.contains(".pains["));
    let wanted = core.iter().any(|source| source.contains(".wants["));
    let wants = story.wants.iter().take(usize::from(wanted)).map(String::as_str);
    let pains = story
        .pains
        .iter()
        .take(if !needs || wanted {
            0
        } else if one {
            1
        } else {
            3
        })
        .map(String::as_str);
    facts.chain(pair).chain(pains).chain(wants).collect::<Vec<_>>().join(" ")
}

/// Names candidates in the brief's language.
struct Namer<'a> {
    voice: &'a Voice,
    base: Slots,
}

impl Namer<'_> {
    fn name(&self, archetype: Archetype, values: &[(&'static str, &str)]) -> (String, String) {
        let mut slots = self.base.clone();
        for (slot, value) in values {
            slots.set(slot, *value);
        }
        let fill = |frame: &str| slots.fill(frame, self.voice).map(|filled| filled.text);
        let found = self.voice.language.phrases.angles.iter().find(|(other, ..)| *other == archetype);
        let (title, premise) = found.map_or(("{Product}", "{Product}"), |(_, title, premise)| (*title, *premise));
        let title = fill(title).or_else(|| fill("{Product}")).unwrap_or_default();
        let premise = fill(premise).unwrap_or_else(|| title.clone());
        (title, premise)
    }
}

fn candidates(task: &AnglesTask<'_>, voice: &Voice) -> Vec<Candidate> {
    let brief = task.spark.brief;
    let grammar = voice.language.grammar;
    let product = single_spaced(&brief.product.name);
    let mut base = Slots::new(brief.product.plural);
    base.set("product", product.clone());
    if let Some(audience) = brief.audiences.first() {
        base.set("audience", single_spaced(&audience.name));
    }
    let namer = Namer { voice, base };
    let mut all = Vec::new();
    let mut add = |archetype, values: &[(&'static str, &str)], core: Vec<String>, richness: f64| {
        let (title, premise) = namer.name(archetype, values);
        all.push(Candidate { title, premise, ..Candidate::new(archetype, core, richness) });
    };
    let kinship = Kinship::of(brief);
    let allowed = |text: &str| !text.trim().is_empty() && voice.allows(text);
    let facts: Vec<_> =
        brief.proof_points.iter().filter(|proof| proof.kind != ProofKind::Quote && allowed(&proof.statement)).collect();

    if allowed(&brief.product.summary) && !facts.is_empty() {
        add(Archetype::Announcement, &[], vec!["product.summary".into()], 0.9);
        add(Archetype::Explainer, &[], vec!["product.summary".into()], 0.7);
    }
    for (at, myth) in brief.myths.iter().enumerate().filter(|(_, myth)| allowed(&myth.belief) && allowed(&myth.fact)) {
        let belief = without_stop(&single_spaced(&myth.belief)).to_owned();
        let core = vec![format!("myths[{at}]"), myth.proof.clone()];
        add(Archetype::Myth, &[("belief_bare", &belief)], core.clone(), 0.9);
        add(Archetype::Contrarian, &[("belief_bare", &belief)], core, 0.7);
    }
    let doubts: Vec<usize> = (0..brief.objections.len())
        .filter(|at| brief.objections.get(*at).is_some_and(|doubt| allowed(&doubt.question) && allowed(&doubt.answer)))
        .collect();
    for at in &doubts {
        let Some(doubt) = brief.objections.get(*at) else { continue };
        let core = vec![format!("objections[{at}]"), doubt.proof.clone()];
        add(Archetype::Objection, &[("doubt", &single_spaced(&doubt.question))], core, 0.8);
    }
    if doubts.len() >= 2 {
        let core: Vec<String> = doubts.iter().take(3).map(|at| format!("objections[{at}]")).collect();
        add(Archetype::Faq, &[("n", &grammar.count_word(core.len()))], core, 0.65);
    }
    for (at, pair) in
        brief.comparisons.iter().enumerate().filter(|(_, pair)| allowed(&pair.before) && allowed(&pair.after))
    {
        let core = vec![format!("comparisons[{at}]"), pair.proof.clone()];
        let after = without_stop(&pair.after).to_owned();
        let about =
            brief.proof_points.iter().find(|proof| proof.id == pair.proof).and_then(|proof| proof.topic.as_deref());
        let about = about.map_or(after, single_spaced);
        if grammar.tells_past(&pair.before) {
            add(Archetype::BeforeAfter, &[("topic", &about)], core.clone(), 0.85);
        }
        add(Archetype::Comparison, &[("topic", &about)], core, 0.7);
    }
    let steps: Vec<String> = (0..brief.steps.len())
        .filter(|at| brief.steps.get(*at).is_some_and(|step| allowed(step)))
        .map(|at| format!("steps[{at}]"))
        .collect();
    // With a step left out, the others lead nowhere.
    if steps.len() >= 2 && steps.len() == brief.steps.len() {
        let n = grammar.count_word(steps.len());
        add(Archetype::HowTo, &[("n", &n)], steps.clone(), 0.95);
        add(Archetype::Checklist, &[("n", &n)], steps, 0.6);
    }
    let events: Vec<String> = (0..brief.milestones.len())
        .filter(|at| brief.milestones.get(*at).is_some_and(|event| allowed(&event.event)))
        .map(|at| format!("milestones[{at}]"))
        .collect();
    if events.len() >= 3 {
        add(Archetype::Story, &[], events.clone(), 0.85);
    }
    if let Some(last) = events.last().filter(|_| !facts.is_empty()) {
        add(Archetype::BehindTheScenes, &[], vec![last.clone()], 0.65);
    }
    for proof in &facts {
        let about = proof.topic.as_deref().map_or_else(|| product.clone(), single_spaced);
        if let Some(figure) = proof.figure.as_ref().filter(|figure| measures(figure)) {
            let values = [("figure", figure.as_str()), ("subject", about.as_str())];
            add(Archetype::DataPoint, &values, vec![proof.id.clone()], 0.8);
        }
        let strength = match proof.kind {
            ProofKind::Result => 0.75,
            ProofKind::Feature => 0.55,
            _ => 0.5,
        };
        add(Archetype::Proof, &[("subject", &about)], vec![proof.id.clone()], strength);
    }
    let figures: Vec<String> = facts
        .iter()
        .filter(|proof| proof.figure.as_deref().is_some_and(measures))
        .take(5)
        .map(|proof| proof.id.clone())
        .collect();
    if figures.len() >= 3 {
        add(Archetype::Numbers, &[("n", &grammar.count_word(figures.len()))], figures, 0.8);
    }
    if facts.len() >= 3 {
        let ids: Vec<String> = facts.iter().take(7).map(|proof| proof.id.clone()).collect();
        add(Archetype::List, &[], ids, 0.75);
    }
    for proof in brief.proof_points.iter().filter(|proof| proof.kind == ProofKind::Quote && allowed(&proof.statement)) {
        if let Some(who) = &proof.attribution {
            let who = who.split(',').next().unwrap_or_default().trim();
            add(Archetype::Quote, &[("speaker", who)], vec![proof.id.clone()], 0.75);
        }
    }
    for (at, does) in brief.product.does.iter().enumerate().filter(|(_, does)| allowed(does)) {
        // A benefit without a fact behind it is a promise.
        let behind = facts.iter().map(|proof| (kinship.shared(does, &proof.statement), *proof));
        if let Some((_, proof)) = behind.filter(|(shared, _)| *shared >= 2).max_by_key(|(shared, _)| *shared) {
            let bare = without_stop(&single_spaced(does)).to_owned();
            let core = vec![format!("product.does[{at}]"), proof.id.clone()];
            add(Archetype::Spotlight, &[("does", &bare)], core, 0.7);
        }
    }
    let does: Vec<String> = (0..brief.product.does.len())
        .filter(|at| brief.product.does.get(*at).is_some_and(|does| allowed(does)))
        .take(4)
        .map(|at| format!("product.does[{at}]"))
        .collect();
    if does.len() >= 3 {
        add(Archetype::Poll, &[], does, 0.5);
    }
    for (at, audience) in brief.audiences.iter().enumerate().filter(|_| !facts.is_empty()) {
        let name = single_spaced(&audience.name);
        let wants: Vec<(usize, &String)> =
            audience.wants.iter().enumerate().filter(|(_, want)| allowed(want)).collect();
        for (want_at, want) in &wants {
            // A question that the facts have nothing to say about ends in the air.
            if !facts.iter().any(|proof| kinship.shared(want, &proof.statement) >= 2) {
                continue;
            }
            let values = [("want3", want.trim()), ("audience", name.as_str())];
            add(Archetype::Question, &values, vec![format!("audiences[{at}].wants[{want_at}]")], 0.6);
        }
        let fitting: Vec<String> = wants
            .iter()
            .filter(|(_, want)| grammar.can_be_said_to_you(want))
            .take(4)
            .map(|(want_at, _)| format!("audiences[{at}].wants[{want_at}]"))
            .collect();
        if fitting.len() >= 2 {
            add(Archetype::Fit, &[("audience", &name)], fitting, 0.5);
        }
        for (pain_at, pain) in audience.pains.iter().enumerate().filter(|(_, pain)| allowed(pain)) {
            // A problem that nothing in the brief answers is not an angle.
            let answers = facts.iter().map(|proof| &proof.statement).chain(&brief.product.does);
            let answered = answers.map(|answer| shared_words(pain, answer)).max().unwrap_or(0);
            if answered < 2 {
                continue;
            }
            let core = vec![format!("audiences[{at}].pains[{pain_at}]")];
            let values = [("pain", pain.trim()), ("audience", name.as_str())];
            add(Archetype::Problem, &values, core.clone(), 0.6);
            add(Archetype::OpenLetter, &values, core, 0.4);
        }
    }
    if let Some(offer) = brief.offer.as_ref().filter(|offer| allowed(&offer.text)) {
        add(Archetype::Offer, &[("offer", &as_sentence(&offer.text))], vec!["offer".into()], 0.8);
        if offer.until.is_some() {
            add(Archetype::Seasonal, &[], vec!["offer".into()], 0.7);
        }
    }
    for topic in task.topics.iter().filter(|topic| topic.relevance >= 0.2).take(8) {
        // The brief's own name for it: labels are bags of words from strangers. A topic that no fact has anything to say on
        // is somebody else's conversation.
        let about = format!("{} {} {}", topic.label, topic.terms.join(" "), topic.medoid);
        let nearest = facts
            .iter()
            .map(|proof| (kinship.shared(&about, &proof.statement), *proof))
            .filter(|(shared, _)| *shared >= 2)
            .max_by_key(|(shared, _)| *shared);
        let Some((proof, label)) = nearest.and_then(|(_, proof)| Some((proof, proof.topic.as_deref()?))) else {
            continue;
        };
        if grammar.is_clause(label) || !voice.allows(label) {
            continue;
        }
        let core = vec![format!("{TOPIC}{}", topic.key), proof.id.clone()];
        let (title, premise) = namer.name(Archetype::Trend, &[("trend", label)]);
        let richness = 0.6 + 0.3 * topic.score.clamp(0.0, 1.0);
        let bare = Candidate::new(Archetype::Trend, core, richness);
        all.push(Candidate { about, title, premise, topic: Some(topic.key.clone()), ..bare });
    }
    for candidate in &mut all {
        let introduces = matches!(
            candidate.archetype,
            Archetype::Offer | Archetype::Problem | Archetype::OpenLetter | Archetype::Fit | Archetype::Poll
        );
        if introduces && allowed(&brief.product.summary) {
            candidate.beside.push("product.summary".into());
        }
    }
    all
}
