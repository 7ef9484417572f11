//! Hooks of archetypes that set one thing against another: myth, contrarian, objection, before and after, comparison.

use super::super::frames::Stock;

/// Hooks that carry the belief; the fact follows.
pub(in super::super) const MYTH: &[Stock] = &[
    Stock {
        id: "hook.myth.belief",
        level: "belief",
        frames: &[
            "Myth: “{belief}”",
            "“{belief}” Not so.",
            "The myth: “{belief}”",
            "“{belief}” That's a myth.",
            "A belief worth checking: “{belief}”",
            "“{belief}” Let's check that.",
            "“{belief_bare}”? The facts disagree.",
            "One myth less: “{belief}”",
            "Still going around: “{belief}”",
            "Time to retire this one: “{belief}”",
            "Please stop repeating this: “{belief}”",
            "“{belief}” Look again.",
            "Common belief, wrong answer: “{belief}”",
        ],
    },
    Stock {
        id: "hook.myth.test",
        level: "question",
        frames: &[
            "True or false: “{belief}”",
            "“{belief_bare}”: true or false?",
            "Do you believe this? “{belief}”",
            "Have you heard this one? “{belief}”",
            "Ever been told this? “{belief}”",
            "Fact or myth? “{belief}”",
            "Heard it before? “{belief}”",
            "Did you learn it this way? “{belief}”",
        ],
    },
];

/// Hooks of contrarian posts: the belief as the thing to argue with.
pub(in super::super) const CONTRARIAN: &[Stock] = &[
    Stock {
        id: "hook.contrarian.objecting",
        level: "contrast",
        frames: &[
            "“{belief}” {We'd} argue with that.",
            "“{belief}” The evidence points the other way.",
            "“{belief}” No.",
            "You can stop saying “{belief_bare}”.",
            "The case against “{belief_bare}”:",
            "“{belief}” {We} disagree.",
            "Not everything you hear holds: “{belief}”",
        ],
    },
    Stock {
        id: "hook.contrarian.question",
        level: "question",
        frames: &[
            "Should we still say “{belief_bare}”?",
            "How sure are you of “{belief_bare}”?",
            "Do you still believe “{belief_bare}”?",
            "What if “{belief_bare}” is wrong?",
            "Why do people still say “{belief_bare}”?",
            "Is “{belief_bare}” a fact or a habit?",
            "What would change your mind about “{belief_bare}”?",
            "Where does “{belief_bare}” come from, anyway?",
            "Who still believes “{belief_bare}”?",
        ],
    },
];

/// Hooks that carry the doubt; the answer follows.
pub(in super::super) const OBJECTION: &[Stock] = &[
    Stock {
        id: "hook.objection.doubt",
        level: "question",
        frames: &[
            "{doubt}",
            "“{doubt}”",
            "A fair question: {doubt}",
            "The first question to ask: {doubt}",
            "Before you decide: {doubt}",
            "You may be wondering: {doubt}",
            "Let's get this out of the way: {doubt}",
            "Q: {doubt}",
            "“{doubt}” Good question.",
            "Asked and answered: {doubt}",
            "It's natural to ask: {doubt}",
            "If you only ask one thing: {doubt}",
            "A question that deserves a straight answer: {doubt}",
            "Thinking it over? {doubt}",
        ],
    },
    Stock {
        id: "hook.objection.reply",
        level: "statement",
        frames: &[
            "A doubt worth taking seriously: {doubt}",
            "Somebody has to ask it: {doubt}",
            "An answer for everyone who wonders: {doubt}",
            "To anyone asking “{doubt}”:",
            "If you're asking “{doubt}”, read on.",
            "“{doubt}” A straight answer.",
            "Let's answer “{doubt}”",
            "A short reply to “{doubt}”",
            "“{doubt}” Let's look.",
        ],
    },
];

/// Hooks that carry how it was; how it is follows.
pub(in super::super) const BEFORE: &[Stock] = &[
    Stock {
        id: "hook.before.then",
        level: "contrast",
        frames: &[
            "Before: {before_undated}",
            "How it used to be: {before_undated}",
            "Then: {before_undated}",
            "The old way: {before_undated}",
            "Until now: {before_undated}",
            "The way it was: {before_undated}",
            "{before}",
            "{before} That has changed.",
            "{before} Here's what changed:",
            "Where things stood: {before_undated}",
        ],
    },
    Stock {
        id: "hook.before.question",
        level: "question",
        frames: &["Remember this? {before}", "Do you remember? {before}"],
    },
];

/// Hooks before a pair of then and now that stands in the body.
pub(in super::super) const VERSUS: &[Stock] = &[
    Stock {
        id: "hook.versus.look",
        level: "statement",
        frames: &[
            "Before and after, side by side.",
            "Then and now.",
            "{Topic}, then and now:",
            "A change in two lines.",
            "What changed with {product}:",
            "{Topic}: the before and the after.",
            "{Product}, before and after:",
            "The difference in two lines:",
            "A small before-and-after on {topic}:",
        ],
    },
    Stock {
        id: "hook.versus.question",
        level: "question",
        frames: &[
            "What's different with {product}?",
            "What has changed about {topic}?",
            "Can you spot the difference?",
            "What did {product} change?",
            "How did {topic} work before, and how now?",
            "What's the difference, in practice?",
        ],
    },
];

/// Hooks before two statements that are both true today.
pub(in super::super) const SIDE_BY_SIDE: &[Stock] = &[
    Stock {
        id: "hook.side.look",
        level: "statement",
        frames: &[
            "{Topic}, side by side:",
            "Put these two side by side:",
            "Compare these two:",
            "A comparison in two lines:",
            "{Topic}: see the difference.",
            "Two lines, one comparison:",
            "Side by side:",
            "{Topic}, in two lines:",
            "Read these two together:",
            "Here's how they compare:",
        ],
    },
    Stock {
        id: "hook.side.question",
        level: "question",
        frames: &[
            "Can you spot the difference?",
            "How do these two compare?",
            "What's the difference?",
            "Ready for a comparison?",
            "{Topic}: what's the difference?",
            "How big is the difference?",
            "Did you know how these two compare?",
            "Want to see the difference in two lines?",
        ],
    },
];
