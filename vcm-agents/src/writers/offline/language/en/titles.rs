//! Titles of Shorts and pins.

use super::super::Titles;

pub(super) static TITLES: Titles = Titles {
    shorts: &[
        "{Topic}, explained",
        "{Topic} in under a minute",
        "What to know about {subject}",
        "{Product}: {subject}",
        "{Topic}: what to know",
        "{Topic}: the short version",
    ],
    pins: &[
        "{Product}: {subject}",
        "{Topic}: a guide for {audience}",
        "{Topic}: what to know",
        "{Topic}, explained",
        "{Product} facts: {subject}",
    ],
    plain: &[
        "{Product}: what to know",
        "{Product} for {audience}",
        "{Product} at a glance",
        "{Product} in brief",
        "{Product}: a quick guide",
    ],
    steps: &[
        "How to {task}",
        "How to {task} in {n} steps",
        "How to get started with {product}",
        "{Product}: getting started in {n} steps",
        "{Product}, step by step",
    ],
    myth: &[
        "Myth or fact? {belief_bare}",
        "“{belief_bare}”: true or false?",
        "{Topic}: myth and fact",
        "{Product} myths: {subject}",
    ],
    objection: &["{doubt}", "{Product}: {doubt}", "{Product} Q&A: {subject}", "{Product}: your questions, answered"],
    story: &["The story of {product}", "{Product}: a timeline", "A short history of {product}", "How {product} began"],
    list: &["{N} facts about {product}", "{N} things to know about {product}", "{Product} in {n} facts"],
    change: &["{Topic}: then and now", "{Topic}, before and after", "What changed: {topic}"],
    comparison: &["{Topic}: a comparison", "{Topic}, side by side", "{Topic}: the difference"],
    want: &["How to {want}", "{Product}: how to {want}", "What to do about {pain}", "How to {does} with {product}"],
    announcement: &["What {is|are} {product}?", "Meet {product}", "{Product} explained", "{Product} in under a minute"],
    quote: &["{Speaker} on {subject}", "{Product}: in the words of {speaker}"],
    offer: &["{Product}: the offer", "{Product}: how to get started"],
};
