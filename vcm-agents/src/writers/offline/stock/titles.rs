//! Titles of Shorts and pins: those of the archetype first, then those about the topic of the first fact.

use vcm_core::angles::Archetype;

/// Titles of YouTube Shorts, at most 100 characters when filled.
pub(in super::super) const SHORTS: &[&str] = &[
    "{Topic}: what to know",
    "{Topic}, explained",
    "{Topic} in under a minute",
    "What to know about {subject}",
    "{Product}: {subject}",
    "The facts on {subject}",
    "One minute on {topic}",
    "A quick look at {subject}",
    "{Topic}: the short version",
    "{Topic}: the facts",
];

/// Titles of pins: the words people search for first.
pub(in super::super) const PINS: &[&str] = &[
    "{Product}: {subject}",
    "{Subject} | {Product}",
    "{Product} explained: {subject}",
    "{Topic}: a guide for {audience}",
    "{Topic}: facts to keep",
    "{Topic}: what to know",
    "{Topic}, explained",
    "{Product} facts: {subject}",
    "{Topic}: facts for {audience}",
];

/// Titles where there is no topic.
pub(in super::super) const PLAIN: &[&str] = &[
    "{Product}: what to know",
    "{Product} for {audience}",
    "{Product}: a quick look",
    "{Product}: a quick guide",
    "{Product}: {category} facts",
    "{Product} in brief",
];

/// Titles that only posts of the archetype can have.
pub(in super::super) fn own(archetype: Archetype) -> &'static [&'static str] {
    match archetype {
        Archetype::HowTo => &[
            "How to start with {product}",
            "{Product}: getting started in {n} steps",
            "{Product} step by step",
            "{N} steps to get started with {product}",
            "Getting started with {product}",
            "{Product}: a {n}-step how-to",
            "{Product} how-to for {audience}",
        ],
        Archetype::Myth | Archetype::Contrarian => &[
            "Myth or fact? {belief_bare}",
            "Myth check: {belief_bare}",
            "“{belief_bare}”: true or false?",
            "{Topic}: myth and fact",
            "Myth vs fact: {topic}",
            "{Product} myths: {subject}",
            "Fact check: {subject}",
        ],
        Archetype::Objection => &[
            "{doubt}",
            "{doubt} The answer",
            "{Product}: {doubt}",
            "{Product} Q&A: {subject}",
            "{Product}: a question, answered",
        ],
        Archetype::Story | Archetype::BehindTheScenes => &[
            "The story of {product}",
            "{Product}: a timeline",
            "{Product}: key dates",
            "A short history of {product}",
            "How {product} began",
            "{Product} in dates",
        ],
        Archetype::List => &[
            "{N} facts about {product}",
            "{N} things to know about {product}",
            "{Product}: {n} facts to know",
            "{Product} in {n} facts",
        ],
        Archetype::BeforeAfter => {
            &["{Topic}: then and now", "{Topic}, before and after", "What changed: {topic}", "{Topic}: what changed"]
        }
        Archetype::Comparison => {
            &["{Topic}: a comparison", "{Topic}, compared", "{Topic}, side by side", "{Topic}: the difference"]
        }
        Archetype::Question => &["How to {want}: a starting point", "How do you {want}?", "{Topic}: what to know"],
        Archetype::Problem => &["What to do about {pain}", "{Product} and {pain}", "How to {does} with {product}"],
        Archetype::Announcement => &[
            "What {is|are} {product}?",
            "Meet {product}",
            "{Product}: what to know",
            "{Product} in under a minute",
            "{Product}: an introduction",
            "{Product} explained for {audience}",
        ],
        Archetype::Quote => &["A quote from {speaker}", "{Speaker} on {subject}", "{Product}: a quote from {speaker}"],
        Archetype::Offer | Archetype::Seasonal => &["{Product}: the offer", "{Product}: how to get started"],
        _ => &[],
    }
}
