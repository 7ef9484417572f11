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
            "{N} steps. Follow along:",
            "A {n}-step walkthrough:",
            "From zero to {product} in {n} steps:",
            "Getting started takes {n} steps:",
            "{N} things to do, in this order:",
            "The {n}-step version:",
            "Try it yourself. {N} steps:",
            "{N} steps, no detours:",
        ],
    },
    Stock {
        id: "hook.howto.start",
        level: "statement",
        frames: &[
            "How to get started with {product}:",
            "A short how-to for {product}:",
            "Getting started with {product}, step by step:",
            "Your first minutes with {product}:",
            "A checklist for {audience}:",
            "Here's how to begin:",
            "Step by step, so you can copy it:",
            "A walkthrough you can keep:",
        ],
    },
    Stock {
        id: "hook.howto.question",
        level: "question",
        frames: &[
            "How do you get started with {product}?",
            "Ready to start with {product}?",
            "Where do you begin with {product}?",
            "New to {product}? Start here.",
            "Want to try it yourself?",
            "What's the first step with {product}?",
            "Got {product} on your list? Here's how to begin.",
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
            "{N} notes on {product}:",
            "{Product}: {n} things to remember.",
            "{N} things about {product} for {audience}:",
            "If you remember {n} things about {product}, make it these:",
            "{N} lines on {product}:",
            "{N} details from {product}:",
            "{Product}, summed up in {n} points:",
            "{N} short ones about {product}:",
            "{N} points for your next conversation about {product}:",
            "{N} things {audience} can take from {product}:",
        ],
    },
    Stock {
        id: "hook.list.intro",
        level: "statement",
        frames: &[
            "The short list on {product}:",
            "A quick tour of {product}:",
            "{Product}, point by point:",
            "Notes for {audience}:",
            "A round-up for {audience}:",
            "Worth bookmarking:",
            "A cheat sheet for {product}:",
            "What's inside {product}:",
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
            "Which of these would you have guessed?",
            "Where to begin with {product}?",
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
            "It starts here: {when}.",
            "A short history of {product}:",
            "How {product} got here:",
            "{When}. That's where this story begins.",
            "{Product}, from the beginning:",
            "A timeline of {product}:",
            "Some history before the news:",
            "The road to {product}:",
            "{Product}: a timeline.",
            "The long view:",
            "From {when} to today:",
            "A few dates from the story of {product}:",
            "History, in order:",
        ],
    },
    Stock {
        id: "hook.story.question",
        level: "question",
        frames: &[
            "How did {product} come about?",
            "Do you know how {product} began?",
            "Where does the story of {product} begin?",
            "How did we get here?",
            "Want the back story of {product}?",
            "Which of these dates do you remember?",
            "How far back do you go with {product}?",
            "What happened on the way to {product}?",
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
            "The part of {product} you don't see at first:",
            "Behind the name {product}:",
            "The making of {product}, in one chapter:",
            "A page from the history of {product}:",
            "From the archive:",
            "A look back to {when}.",
            "{When}: a moment in the story of {product}.",
            "How it came to this:",
            "The background to {product}:",
            "Some background for {audience}:",
            "Backstage with {product}:",
        ],
    },
    Stock {
        id: "hook.behind.question",
        level: "question",
        frames: &[
            "What went on behind {product}?",
            "Ever wondered what's behind {product}?",
            "Curious how {product} came to be?",
            "How much of the story behind {product} do you know?",
            "Want to look behind {product}?",
            "What's the story here?",
            "Did you catch this part of the story?",
            "What came before {product}?",
            "Do you like a bit of history?",
        ],
    },
];

/// Hooks of questions to readers; `{pains}` and `{wants}` are choices.
pub(in super::super) const QUESTION: &[Stock] = &[
    Stock {
        id: "hook.question.choice",
        level: "question",
        frames: &[
            "What costs you more time: {pains_or}?",
            "Which bothers you most: {pains_or}?",
            "Be honest: {pains_or}?",
            "Pick one to never deal with again: {pains_or}.",
            "What would you fix first: {pains_or}?",
            "Which is worse: {pains_or}?",
            "A question for {audience}: {pains_or}?",
            "What's the bigger headache: {pains_or}?",
            "If you could drop one, which would it be: {pains_or}?",
            "Which one do you know best: {pains_or}?",
        ],
    },
    Stock {
        id: "hook.question.goal",
        level: "goal",
        frames: &[
            "What matters more to you: to {wants_or}?",
            "Where would you start: {wants_or}?",
            "What's first on your list: to {wants_or}?",
            "Which would help you most: to {wants_or}?",
            "Given one free afternoon, would you {wants_or}?",
            "What are you working towards: to {wants_or}?",
            "A question for {audience}: would you rather {wants_or}?",
            "Would you rather {wants_or}?",
            "Choose one: {wants_or}.",
        ],
    },
    Stock {
        id: "hook.question.choice_statement",
        level: "statement",
        frames: &[
            "A choice for {audience}: {pains_or}.",
            "Name your pick: {pains_or}.",
            "Vote for the one you'd drop first: {pains_or}.",
            "{Pains_or}. Pick the one that bothers you most.",
            "One to choose: {wants_or}.",
            "A small poll for {audience}: {pains_or}.",
            "Rank these: {pains_and}.",
        ],
    },
    Stock {
        id: "hook.question.open",
        level: "open",
        frames: &[
            "An honest question for {audience}: how do you handle {pain}?",
            "{We'd} like to know: how do you deal with {pain}?",
            "How do you get around {pain}?",
            "What's your own way of dealing with {pain}?",
            "What have you tried against {pain}?",
            "What would you tell a newcomer about {pain}?",
            "How would your week look without {pain}?",
            "Where does {pain} hit you hardest?",
            "What do {audience} do about {pain}?",
            "Tell {us}: what do you do about {pain}?",
            "Question of the day: what's your answer to {pain}?",
        ],
    },
];
