//! The facts that an angle may state, looked up in the brief by the sources it cites.
//!
//! A fact is taken word for word; only white space and a missing full stop are put right. Facts with a banned word are left
//! out. Next: [`super::angles`].

use vcm_core::{
    angles::{Angle, Archetype},
    brief::{Brief, ProofKind, ProofPoint},
};

use super::{
    kinship::Kinship,
    language::content_stems,
    sentences::{as_sentence, capitalised, single_spaced},
    voice::Voice,
};

/// A sentence that may be stated, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    /// The sentence, word for word.
    pub(super) text: String,
    /// Proof ids or paths into the brief.
    pub(super) sources: Vec<String>,
    /// What it is about, as a noun phrase.
    pub(super) topic: Option<String>,
    /// Its figure, as shown big.
    pub(super) figure: Option<String>,
}

impl Fact {
    /// A fact without topic and figure.
    pub(super) fn new(text: &str, sources: Vec<String>) -> Self {
        Self { text: as_sentence(text), sources, topic: None, figure: None }
    }

    /// The first source, by which uses are counted.
    pub(super) fn key(&self) -> &str {
        self.sources.first().map_or("", String::as_str)
    }
}

/// A belief or doubt with its answer, or a then with its now.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// The belief, the doubt, or how it was.
    pub(super) first: Fact,
    /// The fact, the answer, or how it is.
    pub(super) second: Fact,
}

/// A dated event.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// When, without a preposition: "May 2015".
    pub(super) when: String,
    /// What happened.
    pub(super) fact: Fact,
    /// Both in one sentence: "In May 2015, Rust 1.0 was released."
    pub(super) sentence: Option<Fact>,
}

/// A phrase of the brief that is not a sentence, with its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The phrase, without a stop.
    pub(super) text: String,
    /// Its path into the brief.
    pub(super) source: String,
}

/// What somebody said.
#[derive(Debug, Clone)]
pub(super) struct Quotation {
    /// The words, without quotation marks.
    pub(super) words: Fact,
    /// Who said them.
    pub(super) attribution: String,
}

/// What an angle has to tell.
#[derive(Debug, Clone)]
pub(super) struct Story {
    /// The kind of story.
    pub(super) archetype: Archetype,
    /// Plain facts, the angle's own first.
    pub(super) facts: Vec<Fact>,
    /// Belief and fact, doubt and answer, then and now, by archetype.
    pub(super) pair: Option<Pair>,
    /// Steps in order.
    pub(super) steps: Vec<Fact>,
    /// Events in order.
    pub(super) events: Vec<Event>,
    /// A quotation.
    pub(super) quotation: Option<Quotation>,
    /// Several doubts with their answers.
    pub(super) questions: Vec<Pair>,
    /// What one does with the product, as the angle cites it.
    pub(super) does: Vec<Phrase>,
    /// What readers may want, as the angle cites it; only what can be said to "you".
    pub(super) wanted: Vec<Phrase>,
    /// The offer, when the angle is about it.
    pub(super) offer: Option<Fact>,
    /// What bothers the audience that the angle speaks to.
    pub(super) pains: Vec<String>,
    /// What that audience wants.
    pub(super) wants: Vec<String>,
    /// The audience's name.
    pub(super) audience: Option<String>,
    /// Which facts belong together.
    pub(super) kinship: Kinship,
    /// The pair's first half is past.
    changed: bool,
}

impl Story {
    /// Looks up everything the angle cites. Sources that the brief does not have are skipped.
    pub(super) fn of(brief: &Brief, angle: &Angle, voice: &Voice) -> Self {
        let mut story = Self {
            archetype: angle.archetype,
            facts: Vec::new(),
            pair: None,
            steps: Vec::new(),
            events: Vec::new(),
            quotation: None,
            questions: Vec::new(),
            does: Vec::new(),
            wanted: Vec::new(),
            offer: None,
            pains: Vec::new(),
            wants: Vec::new(),
            audience: None,
            kinship: Kinship::of(brief),
            changed: false,
        };
        let audience = angle.sources.iter().find_map(|source| index_of(source, "audiences[")).unwrap_or(0);
        if let Some(audience) = brief.audiences.get(audience) {
            story.audience = allowed(voice, &audience.name);
            story.pains = audience.pains.iter().filter_map(|pain| allowed(voice, pain)).collect();
            story.wants = audience.wants.iter().filter_map(|want| allowed(voice, want)).collect();
            lead_with(&mut story.pains, &angle.sources, |at| format!(".pains[{at}]"));
            lead_with(&mut story.wants, &angle.sources, |at| format!(".wants[{at}]"));
        }
        for source in &angle.sources {
            story.add(brief, source, voice);
        }
        // The proof behind an answer says the same as the answer.
        if let Some(pair) = &story.pair {
            story.facts.retain(|fact| !pair.second.sources.iter().any(|source| source == fact.key()));
        }
        story.keep(|fact| voice.allows(&fact.text));
        story.changed = story.pair.as_ref().is_some_and(|pair| voice.language.grammar.tells_past(&pair.first.text));
        story
    }

    /// Whether there is nothing to state.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty()
            && self.pair.is_none()
            && self.steps.is_empty()
            && self.events.is_empty()
            && self.quotation.is_none()
            && self.questions.is_empty()
            && self.does.is_empty()
            && self.wanted.is_empty()
            && self.offer.is_none()
    }

    /// What every further fact has to do with, and its topic; `None` where any fact of the brief may follow.
    pub(super) fn anchor(&self) -> Option<(String, Option<String>)> {
        if let Some(pair) = &self.pair {
            return Some((format!("{} {}", pair.first.text, pair.second.text), pair.second.topic.clone()));
        }
        let lead = match self.archetype {
            Archetype::Quote => self.quotation.as_ref().map(|quotation| &quotation.words),
            Archetype::DataPoint | Archetype::Proof | Archetype::Trend => self.facts.first(),
            _ => None,
        }?;
        Some((format!("{} {}", lead.text, lead.topic.as_deref().unwrap_or_default()), lead.topic.clone()))
    }

    /// Whether the hook may speak of the pair's first half as something past.
    pub(super) fn tells_a_change(&self) -> bool {
        self.changed
    }

    fn add(&mut self, brief: &Brief, source: &str, voice: &Voice) {
        let grammar = voice.language.grammar;
        if let Some(proof) = brief.proof_points.iter().find(|proof| proof.id == source) {
            match &proof.attribution {
                Some(attribution) if proof.kind == ProofKind::Quote => {
                    if self.archetype == Archetype::Quote && self.quotation.is_none() {
                        self.quotation = Some(quotation(proof, attribution));
                    }
                }
                _ => self.facts.push(proof_fact(proof)),
            }
        } else if source == "product.summary" {
            self.facts.push(Fact::new(&brief.product.summary, vec![source.to_owned()]));
        } else if source == "offer" {
            self.offer = brief.offer.as_ref().map(|offer| Fact::new(&offer.text, vec![source.to_owned()]));
        } else if let Some(at) = index_of(source, "steps[") {
            self.steps.extend(brief.steps.get(at).map(|step| Fact::new(step, vec![source.to_owned()])));
        } else if let Some(at) = index_of(source, "milestones[") {
            self.events.extend(brief.milestones.get(at).map(|event| {
                Event {
                    when: grammar.without_preposition(&event.when),
                    fact: Fact::new(&capitalised(event.event.trim()), vec![source.to_owned()]),
                    sentence: grammar
                        .on_date(&event.when, &event.event)
                        .map(|sentence| Fact::new(&sentence, vec![source.to_owned()])),
                }
            }));
        } else if let Some(at) = index_of(source, "product.does[") {
            let does = brief.product.does.get(at).and_then(|does| allowed(voice, does));
            self.does.extend(does.map(|text| Phrase { text: unstopped(&text), source: source.to_owned() }));
        } else if source.starts_with("objections[") && self.archetype == Archetype::Faq {
            self.questions.extend(pair(brief, source));
        } else if source.contains(".wants[") {
            let want = index_of(source, "audiences[").and_then(|at| brief.audiences.get(at));
            let at =
                source.split(".wants[").nth(1).and_then(|rest| rest.split(']').next()).and_then(|at| at.parse().ok());
            let want = want.zip(at).and_then(|(audience, at): (_, usize)| audience.wants.get(at));
            let want = want.and_then(|want| allowed(voice, want)).filter(|want| grammar.can_be_said_to_you(want));
            self.wanted.extend(want.map(|text| Phrase { text: unstopped(&text), source: source.to_owned() }));
        } else if self.pair.is_none() {
            self.pair = pair(brief, source);
        }
    }

    /// Keeps what passes; a pair stands or falls as a whole.
    pub(super) fn keep(&mut self, passes: impl Fn(&Fact) -> bool) {
        self.facts.retain(&passes);
        self.steps.retain(&passes);
        self.events.retain(|event| passes(&event.fact));
        self.pair.take_if(|pair| !passes(&pair.first) || !passes(&pair.second));
        self.quotation.take_if(|quotation| !passes(&quotation.words));
        self.questions.retain(|pair| passes(&pair.first) && passes(&pair.second));
        self.offer.take_if(|offer| !passes(offer));
    }
}

/// A proof point as a fact.
pub(super) fn proof_fact(proof: &ProofPoint) -> Fact {
    Fact {
        topic: proof.topic.as_deref().map(single_spaced).filter(|topic| !topic.is_empty()),
        figure: proof.figure.as_deref().map(single_spaced).filter(|figure| !figure.is_empty()),
        ..Fact::new(&proof.statement, vec![proof.id.clone()])
    }
}

/// How many content words two texts share.
pub(super) fn shared_words(a: &str, b: &str) -> usize {
    let b = content_stems(b);
    let mut a = content_stems(a);
    a.sort();
    a.dedup();
    a.iter().filter(|stem| b.contains(stem)).count()
}

/// The number in `steps[3]` after the prefix `steps[`.
pub(super) fn index_of(source: &str, prefix: &str) -> Option<usize> {
    source.strip_prefix(prefix)?.split(']').next()?.parse().ok()
}

fn pair(brief: &Brief, source: &str) -> Option<Pair> {
    let (first, second, proof) = if let Some(at) = index_of(source, "myths[") {
        let myth = brief.myths.get(at)?;
        (&myth.belief, &myth.fact, &myth.proof)
    } else if let Some(at) = index_of(source, "objections[") {
        let objection = brief.objections.get(at)?;
        (&objection.question, &objection.answer, &objection.proof)
    } else {
        let comparison = brief.comparisons.get(index_of(source, "comparisons[")?)?;
        (&comparison.before, &comparison.after, &comparison.proof)
    };
    let proof = brief.proof_points.iter().find(|point| point.id == *proof);
    let sources: Vec<String> = std::iter::once(source.to_owned()).chain(proof.map(|proof| proof.id.clone())).collect();
    let mut answer = Fact::new(second, sources.clone());
    answer.topic = proof.and_then(|proof| proof.topic.clone());
    Some(Pair { first: Fact::new(first, sources), second: answer })
}

fn quotation(proof: &ProofPoint, attribution: &str) -> Quotation {
    let bare = proof.statement.trim().trim_matches(['"', '“', '”', '‘']);
    Quotation { words: Fact { text: as_sentence(bare), ..proof_fact(proof) }, attribution: attribution.into() }
}

fn allowed(voice: &Voice, text: &str) -> Option<String> {
    let text = single_spaced(text);
    (!text.is_empty() && voice.allows(&text)).then_some(text)
}

/// Moves the entry that a source names to the front.
fn lead_with(items: &mut [String], sources: &[String], path_end: impl Fn(usize) -> String) {
    let named = (0..items.len()).find(|at| sources.iter().any(|source| source.ends_with(&path_end(*at))));
    if let Some(head) = named.and_then(|at| items.get_mut(..=at)) {
        head.rotate_right(1);
    }
}

/// A phrase as it stands within a sentence: without a stop at its end.
fn unstopped(phrase: &str) -> String {
    super::sentences::without_stop(phrase).to_owned()
}
