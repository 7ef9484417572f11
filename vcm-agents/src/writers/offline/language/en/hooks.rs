//! First lines. Each is a promise that the framework below it keeps.

use super::super::{Hooks, Row};

pub(super) static HOOKS: Hooks = Hooks {
    announcement: Row {
        id: "hook.announcement",
        ask: &[
            "Have you met {product}?",
            "Have you heard of {product}?",
            "Heard about {product} yet?",
            "Do you know {product}?",
        ],
        say: &[
            "Meet {product}.",
            "Say hello to {product}.",
            "{Product}, in brief:",
            "For {audience}: meet {product}.",
            "Here's {product}, in a few lines:",
            "{We'd} like you to meet {product}.",
        ],
    },
    explainer: Row {
        id: "hook.explainer",
        ask: &[
            "What {is|are} {product}?",
            "New to {product}?",
            "So what {is|are} {product}?",
            "What {is|are} {product}, exactly?",
        ],
        say: &[
            "{Product}, explained:",
            "{Product} from the beginning:",
            "If {product} {is|are} new to you, start here.",
            "A short introduction to {product}:",
            "{Product} in plain words:",
        ],
    },
    benefit: Row {
        id: "hook.benefit",
        ask: &[
            "Want to {does}?",
            "Did you know you can {does} with {product}?",
            "What if you could {does}?",
            "Looking to {does}?",
            "How would you {does}?",
        ],
        say: &[
            "With {product}, you can {does}.",
            "You can {does} with {product}.",
            "{Product} {lets|let} you {does}.",
            "One thing you can do with {product}: {does}.",
        ],
    },
    want: Row {
        id: "hook.want",
        ask: &[
            "Want to {want}?",
            "Trying to {want}?",
            "Looking for a way to {want}?",
            "Would you like to {want}?",
            "Is it on your list to {want}?",
        ],
        say: &[
            "If you want to {want}, this is for you.",
            "For {audience} who want to {want3}:",
            "This one is for {audience} who want to {want3}.",
            "If you'd like to {want}, read on.",
        ],
    },
    myth: Row {
        id: "hook.myth",
        ask: &[
            "True or false: “{belief}”",
            "Myth or fact? “{belief}”",
            "Ever been told this? “{belief}”",
            "Have you heard this one? “{belief}”",
            "“{belief_bare}”: true or false?",
            "Did you believe this too? “{belief}”",
        ],
        say: &[
            "Myth: “{belief}”",
            "“{belief}” That's a myth.",
            "“{belief}” Not so.",
            "A myth that won't go away: “{belief}”",
            "You may have heard this: “{belief}”",
            "Let's clear this up: “{belief}”",
            "Common belief: “{belief}”",
        ],
    },
    contrarian: Row {
        id: "hook.contrarian",
        ask: &[
            "Do you still believe “{belief_bare}”?",
            "How sure are you of this? “{belief}”",
            "Who still says this? “{belief}”",
            "Is it really true? “{belief}”",
        ],
        say: &[
            "“{belief}” The facts say otherwise.",
            "“{belief}” {We} disagree.",
            "“{belief}” Look again.",
            "It's time to stop saying this: “{belief}”",
            "{We'd} argue with this one: “{belief}”",
        ],
    },
    objection: Row {
        id: "hook.objection",
        ask: &[
            "{doubt}",
            "A fair question: {doubt}",
            "You may be wondering: {doubt}",
            "Good question: {doubt}",
            "A question worth asking: {doubt}",
            "Before you decide: {doubt}",
        ],
        say: &["“{doubt}” Here's the answer.", "“{doubt}” A straight answer:", "{Product}: {doubt}"],
    },
    faq: Row {
        id: "hook.faq",
        ask: &[
            "Questions about {product}?",
            "Got questions about {product}?",
            "Wondering about {product}?",
            "Still have questions about {product}?",
        ],
        say: &[
            "{N} questions about {product}, answered:",
            "{N} fair questions about {product}:",
            "Your questions about {product}, answered.",
            "{Product}: the questions people ask.",
        ],
    },
    before: Row {
        id: "hook.before",
        ask: &["Remember this? {before}", "Do you remember? {before}", "Remember how it was? {before}"],
        say: &[
            "{before}",
            "Before: {before_undated}",
            "Then: {before_undated}",
            "The old way: {before_undated}",
            "How it used to be: {before_undated}",
            "{before} Not any more.",
        ],
    },
    versus: Row {
        id: "hook.versus",
        ask: &["What changed with {product}?", "What's different now?", "{Topic}: what changed?"],
        say: &[
            "{Topic}, then and now:",
            "Then and now:",
            "{Topic}: before and after.",
            "What changed with {product}:",
            "A before and after:",
        ],
    },
    side_by_side: Row {
        id: "hook.side",
        ask: &["{Topic}: what's the difference?", "What's the difference?", "How do these two compare?"],
        say: &["{Topic}, side by side:", "{Topic}: a comparison.", "A quick comparison:", "Side by side:"],
    },
    how_to: Row {
        id: "hook.how_to",
        ask: &[
            "Want to {task}?",
            "Ready to {task}?",
            "How do you {task}?",
            "How does {product} work?",
            "New to {product}? This is how it works.",
            "Ready for {product}?",
        ],
        say: &[
            "How to {task}, in {n} steps:",
            "How to {task}, step by step:",
            "{N} steps to {task}:",
            "{Product} in {n} steps:",
            "{Product}, step by step:",
            "How {product} works, in {n} steps:",
            "{Product}: how it works.",
        ],
    },
    checklist: Row {
        id: "hook.checklist",
        ask: &[
            "Ready for {product}? Tick these off:",
            "How many of these have you done?",
            "Got everything? Check the list:",
        ],
        say: &[
            "Your checklist for {product}:",
            "A {product} checklist for {audience}:",
            "A checklist to keep:",
            "Tick these off to {task}:",
        ],
    },
    list: Row {
        id: "hook.list",
        ask: &[
            "What should you know about {product}?",
            "What is there to know about {product}?",
            "How well do you know {product}?",
        ],
        say: &[
            "{N} things to know about {product}:",
            "{N} facts about {product}:",
            "{Product} at a glance:",
            "{Product} in {n} points:",
            "The essentials on {product}:",
        ],
    },
    numbers: Row {
        id: "hook.numbers",
        ask: &[
            "How well do you know {product} in numbers?",
            "Which of these numbers surprises you?",
            "Do you know these numbers?",
        ],
        say: &[
            "{Product} in numbers:",
            "{Product} by the numbers:",
            "{N} numbers on {product}:",
            "{N} numbers to remember:",
        ],
    },
    story: Row {
        id: "hook.story",
        ask: &[
            "Do you remember how {product} began?",
            "How did {product} come about?",
            "Do you know the story of {product}?",
            "How did {product} get started?",
        ],
        say: &[
            "How {product} got here:",
            "A short history of {product}:",
            "{Product}: a timeline.",
            "The story of {product}, in {n} dates:",
            "{Product}, from {when} to today:",
        ],
    },
    behind: Row {
        id: "hook.behind",
        ask: &[
            "Do you know this part of the story of {product}?",
            "Ever wondered how {product} came to be?",
            "How did {product} get here?",
        ],
        say: &[
            "A look back at {product}:",
            "A page from the story of {product}:",
            "Behind {product}:",
            "Some background on {product}:",
        ],
    },
    question: Row {
        id: "hook.question",
        ask: &[
            "How do you {want}?",
            "A question for {audience}: how do you {want}?",
            "Want to {want}?",
            "Is there a good way to {want}?",
        ],
        say: &[
            "If you want to {want}, start here.",
            "For everyone who wants to {want3}:",
            "For {audience} who want to {want3}:",
            "One way to {want}:",
        ],
    },
    proof: Row {
        id: "hook.proof",
        ask: &[
            "Did you know this about {product}?",
            "Did you know this about {subject}?",
            "Did you know?",
            "What do you know about {subject}?",
            "Curious about {subject}?",
            "Have you looked into {topic}?",
            "Wondering about {subject}?",
        ],
        say: &[
            "Worth knowing about {subject}:",
            "On {subject}:",
            "Good to know about {product}:",
            "Good to know:",
            "A note on {subject}:",
            "From {product}:",
            "About {product}:",
        ],
    },
    data_point: Row {
        id: "hook.data",
        ask: &[
            "Did you know?",
            "Would you have guessed {figure}?",
            "What's behind this number? {Figure}.",
            "Did you expect {figure}?",
        ],
        say: &[
            "{Figure}.",
            "{Figure}: remember that number.",
            "One number to remember: {figure}.",
            "Today's number: {figure}.",
            "{Topic}, in one number: {figure}.",
        ],
    },
    quote: Row {
        id: "hook.quote",
        ask: &[
            "Do you agree with {speaker}?",
            "What does {speaker} say about {subject}?",
            "Who said this?",
            "Have you heard this one?",
        ],
        say: &[
            "{Speaker} put it like this:",
            "{Speaker} on {subject}:",
            "In the words of {speaker}:",
            "Words to keep:",
        ],
    },
    problem: Row {
        id: "hook.problem",
        ask: &[
            "Tired of {pain}?",
            "Still {pain_gerund}?",
            "{Pain}. Sound familiar?",
            "Fed up with {pain}?",
            "Had enough of {pain}?",
        ],
        say: &[
            "Let's talk about {pain}.",
            "The problem: {pain}.",
            "To anyone tired of {pain}:",
            "There is something you can do about {pain}.",
        ],
    },
    letter: Row {
        id: "hook.letter",
        ask: &[
            "Dear {audience}, tired of {pain}?",
            "Dear {audience}, may {we} ask: still {pain_gerund}?",
            "Dear {audience}, had enough of {pain}?",
        ],
        say: &[
            "Dear {audience}, let's talk about {pain}.",
            "Dear {audience}, this is about {pain}.",
            "A letter to {audience}, about {pain}.",
        ],
    },
    fit: Row {
        id: "hook.fit",
        ask: &[
            "Who {is|are} {product} for?",
            "{Is|Are} {product} for you?",
            "{Is|Are} {product} the right thing for you?",
            "Wondering whether {product} {is|are} for you?",
        ],
        say: &[
            "{Product} may be for you. Here's how to tell.",
            "A short check for {audience}.",
            "Not sure whether {product} {is|are} for you? Check the list.",
        ],
    },
    poll: Row {
        id: "hook.poll",
        ask: &[
            "What would you do first with {product}?",
            "Which would you try first?",
            "If you could pick only one, which would it be?",
            "Which of these sounds most like you?",
        ],
        say: &[
            "Pick one. {Product} can help you with each:",
            "A quick poll for {audience}:",
            "Time to choose:",
            "Choose your first thing to do with {product}:",
        ],
    },
    offer: Row {
        id: "hook.offer",
        ask: &[
            "Thinking about {product}?",
            "Ready for {product}?",
            "Want to {want}?",
            "Have you been thinking about {product}?",
        ],
        say: &[
            "Here's the offer:",
            "Good news for {audience}:",
            "For {audience} who have been thinking about {product}:",
            "A note for {audience}:",
        ],
    },
    deadline: Row {
        id: "hook.deadline",
        ask: &[
            "Is {until} in your calendar yet?",
            "Got plans before {until}?",
            "Do you have {until} marked?",
            "Free before {until}?",
        ],
        say: &[
            "Save the date: {until}.",
            "Mark the date: {until}.",
            "{Until} is the last day.",
            "Until {until}:",
            "One date to remember: {until}.",
        ],
    },
    trend: Row {
        id: "hook.trend",
        ask: &[
            "Have you been following {trend}?",
            "Seen the talk about {trend}?",
            "Keeping up with {trend}?",
            "Reading about {trend}?",
        ],
        say: &[
            "People are talking about {trend}. Some background:",
            "Reading about {trend}? This belongs next to it.",
            "For anyone following {trend}:",
            "Something to add on {trend}:",
        ],
    },
};
