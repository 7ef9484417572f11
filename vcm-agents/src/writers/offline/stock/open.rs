//! Hooks for any archetype, built from the topic of the first fact, the audience's wants, or the product.

use super::super::frames::Stock;

/// Hooks about the first fact's topic.
pub(in super::super) const TOPIC: &[Stock] = &[
    Stock {
        id: "hook.topic.question",
        level: "question",
        frames: &[
            "What do you know about {subject}?",
            "Have you looked at {topic} yet?",
            "When did you last think about {subject}?",
            "How much do you know about {subject}?",
            "Curious about {subject}?",
            "Got a minute for {topic}?",
            "Wondering about {subject}?",
            "What would you ask about {subject}?",
            "Reading up on {subject}?",
            "Interested in {topic}?",
            "Have you come across {topic}?",
            "Any thoughts on {subject}?",
            "What comes to mind when you hear “{topic}”?",
            "Ever asked yourself about {subject}?",
            "Want to know more about {subject}?",
            "Do you know {subject}?",
        ],
    },
    Stock {
        id: "hook.topic.statement",
        level: "statement",
        frames: &[
            "A quick note on {subject}.",
            "Let's talk about {subject}.",
            "Something to know about {subject}:",
            "Today's subject: {topic}.",
            "For anyone following {topic}:",
            "The facts on {subject}.",
            "A detail about {topic}:",
            "{Topic}, for {audience}:",
            "{Topic}. Here's the part to remember:",
            "A few words on {subject}.",
            "If {topic} matters to you, read on.",
            "Note to {audience}: {topic}.",
            "A closer look at {subject}:",
            "About {subject}:",
            "{Subject}, explained in a sentence or two:",
            "This post is about {subject}.",
            "A line on {subject} for your notes:",
            "Here's the thing about {subject}:",
            "Let's clear up {subject}.",
        ],
    },
];

/// Hooks about what the audience wants.
pub(in super::super) const WANT: &[Stock] = &[
    Stock {
        id: "hook.want.question",
        level: "question",
        frames: &[
            "Want to {want}?",
            "Trying to {want}?",
            "How do you {want}?",
            "What would it take to {want}?",
            "Looking for a way to {want}?",
            "Planning to {want}?",
            "Is it your plan to {want}?",
            "What helps you {want}?",
            "Hoping to {want}?",
            "Would you like to {want}?",
            "What do you need to {want}?",
        ],
    },
    Stock {
        id: "hook.want.statement",
        level: "statement",
        frames: &[
            "You want to {want}. Read on.",
            "The goal: {want}.",
            "For {audience} who want to {want3}:",
            "Say you want to {want}.",
            "To {want} is a good plan.",
            "For the days when you want to {want}:",
            "If you're trying to {want}:",
            "One for {audience} who want to {want3}.",
        ],
    },
];

/// Hooks about the product.
pub(in super::super) const PRODUCT: &[Stock] = &[
    Stock {
        id: "hook.product.question",
        level: "question",
        frames: &[
            "Looking into {product}?",
            "How well do you know {product}?",
            "Following {product}?",
            "What do {audience} get from {product}?",
            "Do you know this about {product}?",
            "What would you ask about {product}?",
            "Have you tried {product}?",
            "Curious about {product}?",
        ],
    },
    Stock {
        id: "hook.product.statement",
        level: "statement",
        frames: &[
            "A note on {product}.",
            "A detail from {product}:",
            "For {audience}:",
            "About {product}:",
            "More on {product}:",
            "Here's one about {product}.",
            "{Product}, up close:",
            "From the notes on {product}:",
            "Another look at {product}:",
        ],
    },
];
