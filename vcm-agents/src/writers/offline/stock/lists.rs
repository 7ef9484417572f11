//! Hooks of archetypes that put several things in a row: how-to, list, story, behind the scenes, question.

use super::super::frames::Stock;

/// Hooks of how-to posts. `{n}` is the number of steps.
pub(in super::super) const HOW_TO: &[Stock] = &[
    Stock {
        id: "hook.howto.steps",
        level: "number",
        frames: &[
            "{N} steps, start to finish:",
            "{Product} in {n} steps:",
            "How to get started with {product}, in {n} steps:",
            "Your {n}-step start with {product}:",
            "A {n}-step walkthrough:",
            "The {n}-step version:",
            "Try it yourself. {N} steps:",
        ],
    },
    Stock {
        id: "hook.howto.start",
        level: "statement",
        frames: &[
            "How to get started with {product}:",
            "A short how-to for {product}:",
            "Getting started with {product}, step by step:",
            "A checklist for {audience}:",
            "Here's how to begin:",
        ],
    },
    Stock {
        id: "hook.howto.question",
        level: "question",
        frames: &[
            "Need a place to start with {product}?",
            "How do you get started with {product}?",
            "Ready to start with {product}?",
            "Where do you begin with {product}?",
            "New to {product}? Start here.",
            "Want to try it yourself?",
            "What's the first step with {product}?",
            "Want to see how it's done?",
            "Not sure where to start?",
        ],
    },
];

/// Hooks of list posts. `{n}` is the number of entries that follow.
pub(in super::super) const LIST: &[Stock] = &[
    Stock {
        id: "hook.list.count",
        level: "number",
        frames: &[
            "{N} things to know about {product}:",
            "{N} facts about {product}:",
            "{Product} in {n} sentences:",
            "{Product}: {n} things to remember.",
            "{N} things about {product} for {audience}:",
            "If you remember {n} things about {product}, make it these:",
            "{Product}, summed up in {n} points:",
        ],
    },
    Stock {
        id: "hook.list.intro",
        level: "statement",
        frames: &[
            "The short list on {product}:",
            "{Product}, point by point:",
            "A round-up for {audience}:",
            "{Product} at a glance:",
            "The highlights of {product}:",
        ],
    },
    Stock {
        id: "hook.list.question",
        level: "question",
        frames: &[
            "How many of these did you know about {product}?",
            "Which of these is news to you?",
            "What do you need to know about {product}?",
            "Short on time? Here's the list.",
            "How well do you know {product}?",
            "What should {audience} know about {product}?",
        ],
    },
];

/// Hooks of stories: dated events follow.
pub(in super::super) const STORY: &[Stock] = &[
    Stock {
        id: "hook.story.time",
        level: "story",
        frames: &[
            "The story of {product}, in dates:",
            "A short history of {product}:",
            "How {product} got here:",
            "{Product}, from the beginning:",
            "A timeline of {product}:",
            "{Product}: a timeline.",
            "From {when} to today:",
            "A few dates from the story of {product}:",
        ],
    },
    Stock {
        id: "hook.story.question",
        level: "question",
        frames: &[
            "When does the story of {product} begin?",
            "Do you remember how {product} began?",
            "Do you know these dates?",
            "How did {product} come about?",
            "Do you know how {product} began?",
            "Where does the story of {product} begin?",
            "Want the back story of {product}?",
            "Which of these dates do you remember?",
        ],
    },
];

/// Hooks of looks behind the scenes.
pub(in super::super) const BEHIND: &[Stock] = &[
    Stock {
        id: "hook.behind.look",
        level: "story",
        frames: &[
            "Behind {product}:",
            "A look behind {product}:",
            "What stands behind {product}:",
            "Behind the name {product}:",
            "A page from the history of {product}:",
            "From the archive:",
            "A look back to {when}.",
            "{When}: a moment in the story of {product}.",
            "The background to {product}:",
            "Some background for {audience}:",
        ],
    },
    Stock {
        id: "hook.behind.question",
        level: "question",
        frames: &[
            "Where does {product} come from?",
            "What is the back story of {product}?",
            "How did {product} get here?",
            "Do you know this chapter of the story?",
            "What happened behind the scenes of {product}?",
            "Ever wondered what's behind {product}?",
            "Curious how {product} came to be?",
            "How much of the story behind {product} do you know?",
            "Want to look behind {product}?",
            "Did you catch this part of the story?",
            "What came before {product}?",
        ],
    },
];

/// Hooks of questions to readers about something they want; the facts have something to say on it.
pub(in super::super) const QUESTION: &[Stock] = &[
    Stock {
        id: "hook.question.open",
        level: "question",
        frames: &[
            "A question for {audience}: how do you {want}?",
            "How do you {want} today?",
            "Is there a way to {want}?",
            "Do you want to {want}?",
        ],
    },
    Stock {
        id: "hook.question.statement",
        level: "statement",
        frames: &[
            "For everyone who wants to {want3}:",
            "If you want to {want}, start here.",
            "For {audience} trying to {want3}:",
            "Where to start if you want to {want}:",
            "A starting point for {audience} who want to {want3}:",
        ],
    },
];
