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
            "How much do you know about {subject}?",
            "Curious about {subject}?",
            "Wondering about {subject}?",
            "What would you ask about {subject}?",
            "Interested in {topic}?",
            "Have you come across {topic}?",
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
            "For anyone following {topic}:",
            "A detail about {topic}:",
            "{Topic}, for {audience}:",
            "A few words on {subject}.",
            "A closer look at {subject}:",
            "About {subject}:",
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
            "Looking for a way to {want}?",
            "Hoping to {want}?",
            "Would you like to {want}?",
        ],
    },
    Stock {
        id: "hook.want.statement",
        level: "statement",
        frames: &[
            "For {audience} who want to {want3}:",
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
            "How well do you know {product}?",
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
        frames: &["A detail from {product}:", "About {product}:", "More on {product}:", "{Product}, up close:"],
    },
];
