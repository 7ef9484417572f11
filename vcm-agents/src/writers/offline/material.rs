//! The facts that an angle may state, looked up in the brief by the sources it cites.
//!
//! A fact is taken word for word; only white space and a missing full stop are put right. Facts with a banned word are left
//! out. Next: [`super::angles`].

use jiff::civil::Date;
use vcm_core::{
    angles::{Angle, Archetype},
    brief::{Brief, ProofKind, ProofPoint},
    text::words::content_stems,
};

use super::{grammar, kinship::Kinship, voice::Voice};

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
        Self { text: grammar::as_sentence(text), sources, topic: None, figure: None }
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
            offer: None,
            pains: Vec::new(),
            wants: Vec::new(),
            audience: None,
            kinship: Kinship::of(brief),
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
            story.add(brief, source);
        }
        // The proof behind an answer says the same as the answer.
        if let Some(pair) = &story.pair {
            story.facts.retain(|fact| !pair.second.sources.iter().any(|source| source == fact.key()));
        }
        story.keep(|fact| voice.allows(&fact.text));
        story
    }

    /// Whether there is nothing to state.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty()
            && self.pair.is_none()
            && self.steps.is_empty()
            && self.events.is_empty()
            && self.quotation.is_none()
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
        self.pair.as_ref().is_some_and(|pair| grammar::tells_past(&pair.first.text))
    }

    fn add(&mut self, brief: &Brief, source: &str) {
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
            self.events.extend(brief.milestones.get(at).map(|event| Event {
                when: without_preposition(&event.when),
                fact: Fact::new(&grammar::capitalised(event.event.trim()), vec![source.to_owned()]),
            }));
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
        self.offer.take_if(|offer| !passes(offer));
    }
}

/// A proof point as a fact.
pub(super) fn proof_fact(proof: &ProofPoint) -> Fact {
    Fact {
        topic: proof.topic.as_deref().map(grammar::single_spaced).filter(|topic| !topic.is_empty()),
        figure: proof.figure.as_deref().map(grammar::single_spaced).filter(|figure| !figure.is_empty()),
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

/// A day as copy writes it in the brief's locale: "March 31" in American English, "31 March" elsewhere.
pub(super) fn day_in_words(date: Date, locale: &str) -> String {
    const MONTHS: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::from(date.month().unsigned_abs()).saturating_sub(1)).copied().unwrap_or("");
    if locale.eq_ignore_ascii_case("en-us") || locale.eq_ignore_ascii_case("en") {
        format!("{month} {}", date.day())
    } else {
        format!("{} {month}", date.day())
    }
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
    Quotation { words: Fact { text: grammar::as_sentence(bare), ..proof_fact(proof) }, attribution: attribution.into() }
}

fn allowed(voice: &Voice, text: &str) -> Option<String> {
    let text = grammar::single_spaced(text);
    (!text.is_empty() && voice.allows(&text)).then_some(text)
}

/// Moves the entry that a source names to the front.
fn lead_with(items: &mut [String], sources: &[String], path_end: impl Fn(usize) -> String) {
    let named = (0..items.len()).find(|at| sources.iter().any(|source| source.ends_with(&path_end(*at))));
    if let Some(head) = named.and_then(|at| items.get_mut(..=at)) {
        head.rotate_right(1);
    }
}

fn without_preposition(when: &str) -> String {
    let when = grammar::single_spaced(when);
    let lower = when.to_lowercase();
    let bare =
        ["in ", "on ", "at "].iter().find(|word| lower.starts_with(*word)).and_then(|word| when.get(word.len()..));
    grammar::capitalised(bare.unwrap_or(&when))
}
