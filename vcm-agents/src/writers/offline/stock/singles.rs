//! Hooks of archetypes that tell one thing: announcement, proof, data point, quote, problem, offer, season, trend.

use super::super::frames::Stock;

/// Hooks of announcements.
pub(in super::super) const ANNOUNCEMENT: &[Stock] = &[
    Stock {
        id: "hook.announcement.meet",
        level: "statement",
        frames: &[
            "Meet {product}.",
            "This is {product}.",
            "{Product}, in brief:",
            "Say hello to {product}.",
            "{Product}: what it's about.",
            "A short introduction to {product}.",
            "If {product} {is|are} new to you, start here.",
            "For {audience}: {product}.",
            "Put {product} on your list.",
            "On the programme today: {product}.",
            "{Product}. Here's what's behind the name.",
            "{We'd} like to introduce {product}.",
            "A word about {product}.",
            "News for {audience}: {product}.",
            "Here {is|are} {product}.",
            "The short introduction:",
            "New here? Start with this.",
            "In case you're new here:",
            "First things first:",
            "An introduction for {audience}:",
        ],
    },
    Stock {
        id: "hook.announcement.question",
        level: "question",
        frames: &[
            "What {is|are} {product}?",
            "Have you met {product}?",
            "Heard of {product}?",
            "{Product}: what {is|are} it for?",
            "What can you do with {product}?",
            "Have you looked at {product} yet?",
            "What would you use {product} for?",
            "Got a minute for {product}?",
            "What should you know about {product}?",
            "What's the idea behind {product}?",
            "What's it all about?",
            "New to this? Here's the short version.",
            "Want the short introduction?",
            "Where should you begin?",
            "Want to know what it is, in a sentence?",
        ],
    },
];

/// Hooks before a single fact that proves something.
pub(in super::super) const PROOF: &[Stock] = &[
    Stock {
        id: "hook.proof.statement",
        level: "statement",
        frames: &[
            "For the record:",
            "A fact you can check:",
            "On {subject}, the facts:",
            "Proof beats promises.",
            "{Topic}, on the record:",
            "No adjectives, just the fact:",
            "Check this yourself:",
            "Here's what is on record about {subject}.",
            "Less talk, more evidence.",
            "{Topic}. The documented version:",
            "Evidence first:",
            "A detail about {subject} you can look up:",
        ],
    },
    Stock {
        id: "hook.proof.question",
        level: "question",
        frames: &[
            "Want something you can check?",
            "Did you know this about {subject}?",
            "What's actually documented about {subject}?",
            "Looking for facts on {subject}?",
            "Need a source for {subject}?",
            "What can you count on with {topic}?",
        ],
    },
];

/// Hooks that show the figure.
pub(in super::super) const DATA_POINT: &[Stock] = &[
    Stock {
        id: "hook.data.figure",
        level: "number",
        frames: &[
            "{Figure}.",
            "The number: {figure}.",
            "Remember this number: {figure}.",
            "{Figure}. No typo.",
            "If you like numbers: {figure}.",
            "Start with a number: {figure}.",
            "{Figure}, in context:",
            "Today's figure: {figure}.",
            "One number on {subject}: {figure}.",
            "{Topic} in one number: {figure}.",
            "Write this down: {figure}.",
            "{Figure}. Here's what that's about.",
            "{Figure}: the number behind {topic}.",
            "Number of the day: {figure}.",
            "A number for your next meeting: {figure}.",
            "{Figure}. That's the headline.",
        ],
    },
    Stock {
        id: "hook.data.question",
        level: "question",
        frames: &[
            "What's behind {figure}?",
            "Why remember {figure}?",
            "Can you place this number? {Figure}.",
            "What's the story behind {figure}?",
            "Ready for a number? {Figure}.",
            "Would you have guessed {figure}?",
            "Have you seen this number? {Figure}.",
            "{Figure}: higher or lower than you thought?",
        ],
    },
];

/// Hooks before a quotation.
pub(in super::super) const QUOTE: &[Stock] = &[
    Stock {
        id: "hook.quote.statement",
        level: "statement",
        frames: &[
            "In their own words:",
            "Words worth reading twice:",
            "A quote to keep:",
            "{Speaker}, in one line:",
            "Heard from {speaker}:",
            "{Speaker} said it like this:",
            "{We} couldn't put it better:",
            "Let {speaker} explain.",
            "Over to {speaker}.",
            "Listen to {speaker}:",
            "On {subject}, from {speaker}:",
            "A sentence that stays with you:",
            "Quote of the day:",
            "Directly quoted, nothing added:",
            "One voice on {subject}:",
        ],
    },
    Stock {
        id: "hook.quote.question",
        level: "question",
        frames: &[
            "What does {speaker} say about {subject}?",
            "Do you agree with {speaker}?",
            "Have you heard what {speaker} said?",
            "What would you reply to {speaker}?",
            "Would you sign this sentence?",
            "Who said this?",
            "Does this match what you see?",
            "How do you read this line from {speaker}?",
            "Remember this line?",
        ],
    },
];

/// Hooks that name a problem.
pub(in super::super) const PROBLEM: &[Stock] = &[
    Stock {
        id: "hook.problem.question",
        level: "question",
        frames: &[
            "Had enough of {pain}?",
            "How much of your week goes to {pain}?",
            "Familiar with {pain}?",
            "What would you do without {pain}?",
            "Ever lost an afternoon to {pain}?",
            "Still {pain_gerund}?",
            "Is there a way around {pain}?",
            "Still putting up with {pain}?",
            "Who else is done with {pain}?",
            "When was the last time you cursed {pain}?",
            "What's it like to work without {pain}?",
            "Tired of {pain}?",
            "Do you know the feeling? {Pain}, again.",
            "How do you plan around {pain}?",
        ],
    },
    Stock {
        id: "hook.problem.statement",
        level: "statement",
        frames: &[
            "Let's talk about {pain}.",
            "The problem: {pain}.",
            "This one is for {audience} who know {pain} too well.",
            "A few words on {pain}.",
            "{Pain}: if that's your day, read on.",
            "~Exhibit A: {pain}.",
            "Dear {audience}, about {pain}:",
            "{Pain}. You know how it goes.",
            "To anyone stuck with {pain}:",
            "The usual suspect: {pain}.",
            "Start with the problem: {pain}.",
        ],
    },
];

/// Hooks of offers.
pub(in super::super) const OFFER: &[Stock] = &[
    Stock {
        id: "hook.offer.statement",
        level: "statement",
        frames: &[
            "A note for {audience}:",
            "For {audience} who have been thinking about {product}:",
            "Worth knowing if {product} {is|are} on your list:",
            "About {product}, and what it takes to get in:",
            "The offer, in one line:",
            "Here's the offer:",
            "{Product}: the terms.",
            "Good to know before you decide on {product}:",
            "What you get and what it costs you:",
            "Here's the deal:",
            "Plain terms:",
        ],
    },
    Stock {
        id: "hook.offer.question",
        level: "question",
        frames: &[
            "Thinking about {product}?",
            "Is {product} on your list?",
            "What does {product} cost you?",
            "Ready for {product}?",
            "Want in?",
            "Want to {want}?",
            "What's the offer?",
            "Planning ahead?",
            "Still undecided about {product}?",
        ],
    },
];

/// Hooks tied to a date. `{until}` is a day.
pub(in super::super) const SEASONAL: &[Stock] = &[
    Stock {
        id: "hook.season.date",
        level: "statement",
        frames: &[
            "Mark the date: {until}.",
            "In your calendar: {until}.",
            "{Until} is the day to remember.",
            "Until {until}:",
            "Note the date: {until}.",
            "Save the date: {until}.",
            "A date for {audience}: {until}.",
            "Running until {until}:",
            "The calendar says {until}.",
            "Circle {until} in your calendar.",
            "{Until}. Put it where you'll see it.",
            "From now until {until}:",
            "One date to plan around: {until}.",
        ],
    },
    Stock {
        id: "hook.season.question",
        level: "question",
        frames: &[
            "What are you doing before {until}?",
            "Is {until} in your calendar yet?",
            "Got plans for {until}?",
            "Seen the date? {Until}.",
            "Do you plan by the calendar? Note {until}.",
            "Free before {until}?",
            "Have you looked at the calendar? {Until} it is.",
            "What's special about {until}?",
            "Will you make it before {until}?",
        ],
    },
];

/// Hooks that pick up a topic that is being talked about.
pub(in super::super) const TREND: &[Stock] = &[
    Stock {
        id: "hook.trend.statement",
        level: "statement",
        frames: &[
            "On the subject of {trend}:",
            "While {trend} is in the conversation:",
            "Adding to the conversation about {trend}:",
            "Something to add on {trend}:",
            "{Trend} keeps coming up. A fact to go with it:",
            "Reading about {trend}? Here's some background.",
            "Following {trend}? This belongs next to it.",
            "A footnote to {trend}:",
            "Since {trend} is being discussed:",
            "Joining the talk about {trend}:",
        ],
    },
    Stock {
        id: "hook.trend.question",
        level: "question",
        frames: &[
            "Following the discussion about {trend}?",
            "Have you seen the talk about {trend}?",
            "What's your view on {trend}?",
            "Is {trend} on your timeline, too?",
            "Where do you stand on {trend}?",
            "Reading up on {trend}?",
            "What does {trend} mean for {audience}?",
            "Keeping up with {trend}?",
            "Have an opinion on {trend}?",
        ],
    },
];
