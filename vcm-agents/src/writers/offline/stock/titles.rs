//! Titles of Shorts and pins.

/// Titles of YouTube Shorts, at most 100 characters when filled.
pub(in super::super) const SHORTS: &[&str] = &[
    "{Topic}: what to know",
    "{Product}: {subject}",
    "A quick look at {subject}",
    "{Topic}, explained",
    "{Topic} in under a minute",
    "What to know about {subject}",
    "{Topic} with {product}",
    "{Product} in under a minute",
    "The facts on {subject}",
    "About {subject}",
    "{Product}, briefly",
    "{Product}: a quick look",
    "{Subject} ({product})",
    "{Subject}: the facts",
    "One minute on {topic}",
    "{Product} for {audience}",
    "Short and clear: {topic}",
    "{Topic}: the short version",
    "{Topic} for {audience}",
    "{Product}: what to know",
];

/// Titles of pins: the words people search for first.
pub(in super::super) const PINS: &[&str] = &[
    "{Product}: {subject}",
    "{Topic}: a guide for {audience}",
    "{Product} for {audience}",
    "{Topic} in {product}",
    "{Product}: facts and sources",
    "{Topic}: facts to keep",
    "How to {does} with {product}",
    "{Subject} | {Product}",
    "{Product} explained: {subject}",
    "{Product}: notes on {subject}",
    "{Product}: {category} facts",
    "How to {does}",
    "{Product} facts for {audience}",
    "{Topic}, short and clear",
    "{Product}: a quick guide",
    "{Product}: what to know",
];

/// Titles of how-to posts.
pub(in super::super) const HOW_TO: &[&str] = &[
    "How to start with {product}",
    "{Product}: getting started in {n} steps",
    "{Product} step by step",
    "{N} steps to get started with {product}",
    "Getting started with {product}",
    "{Product}: a {n}-step how-to",
    "Start with {product} in {n} steps",
    "{Product} how-to for {audience}",
];

/// Titles of myth posts.
pub(in super::super) const MYTH: &[&str] = &[
    "Myth or fact? {belief_bare}",
    "Myth check: {belief_bare}",
    "“{belief_bare}”: true or false?",
    "{Topic}: myth and fact",
    "{Product}: a myth, checked",
    "Myth vs fact: {topic}",
    "{Product} myths: {subject}",
    "Fact check: {subject}",
];

/// Titles of question-and-answer posts.
pub(in super::super) const QUESTION: &[&str] = &[
    "{doubt}",
    "{Product}: {doubt}",
    "{Product}: a question, answered",
    "{doubt} The answer",
    "{Product} Q&A: {subject}",
    "Your question about {product}, answered",
];
