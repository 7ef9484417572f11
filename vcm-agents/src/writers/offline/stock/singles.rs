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
            "A short introduction to {product}.",
            "If {product} {is|are} new to you, start here.",
            "For {audience}: {product}.",
            "{We'd} like to introduce {product}.",
            "News for {audience}: {product}.",
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
            "What {is|are} {product} for?",
            "What can you do with {product}?",
            "Have you looked at {product} yet?",
            "What should you know about {product}?",
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
            "Good to know about {subject}:",
            "One to remember about {subject}:",
            "A fact you can check:",
            "A detail about {subject} you can look up:",
        ],
    },
    Stock {
        id: "hook.proof.question",
        level: "question",
        frames: &["Want something you can check?", "Did you know this about {subject}?"],
    },
];

/// Hooks that show the figure.
pub(in super::super) const DATA_POINT: &[Stock] = &[
    Stock {
        id: "hook.data.figure",
        level: "number",
        frames: &[
            "{Figure}.",
            "{Topic}: {figure}.",
            "Remember this number: {figure}.",
            "One number on {subject}: {figure}.",
            "{Topic} in one number: {figure}.",
            "{Figure}. Here's what that's about.",
            "Number of the day: {figure}.",
        ],
    },
    Stock {
        id: "hook.data.question",
        level: "question",
        frames: &[
            "What's behind {figure}?",
            "Did you know this about {subject}?",
            "Want {subject} in one number?",
            "What does {figure} stand for?",
            "Can you place this number? {Figure}.",
            "Would you have guessed {figure}?",
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
            "A quote to keep:",
            "{Speaker}, in one line:",
            "Heard from {speaker}:",
            "{Speaker} said it like this:",
            "{We} couldn't put it better:",
            "Over to {speaker}.",
            "On {subject}, from {speaker}:",
            "Quote of the day:",
        ],
    },
    Stock {
        id: "hook.quote.question",
        level: "question",
        frames: &[
            "Have you come across this quote?",
            "What does {speaker} say about {subject}?",
            "Do you agree with {speaker}?",
            "Have you heard what {speaker} said?",
            "What would you reply to {speaker}?",
            "Who said this?",
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
            "Familiar with {pain}?",
            "Still {pain_gerund}?",
            "Still putting up with {pain}?",
            "What can you do about {pain}?",
            "What do you do about {pain}?",
            "Tired of {pain}?",
        ],
    },
    Stock {
        id: "hook.problem.statement",
        level: "statement",
        frames: &[
            "Let's talk about {pain}.",
            "The problem: {pain}.",
            "Dear {audience}, about {pain}:",
            "To anyone stuck with {pain}:",
            "About {pain}:",
            "On {pain}, and what you can do about it:",
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
            "The offer, in one line:",
            "Here's the offer:",
            "Good to know before you decide on {product}:",
            "Here's the deal:",
        ],
    },
    Stock {
        id: "hook.offer.question",
        level: "question",
        frames: &[
            "How do you get started with {product}?",
            "Wondering what {product} {costs|cost}?",
            "Thinking about {product}?",
            "Ready for {product}?",
            "Want in?",
            "Want to {want}?",
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
            "What's the date to remember?",
            "How long have you got? Until {until}.",
            "Do you have the date? {Until}.",
            "What's your plan until {until}?",
            "Is the date in your notes? {Until}.",
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
            "For anyone reading about {trend}:",
            "A fact for the talk about {trend}:",
            "On {trend}:",
            "Something to add on {trend}:",
            "Reading about {trend}? Here's some background.",
            "Following {trend}? This belongs next to it.",
            "{Trend} keeps coming up. Here's the background.",
            "There's talk about {trend}. Here's a fact to go with it.",
            "Adding to the conversation about {trend}:",
        ],
    },
    Stock {
        id: "hook.trend.question",
        level: "question",
        frames: &[
            "Have you seen the talk about {trend}?",
            "Following the discussion about {trend}?",
            "Seen the posts about {trend}?",
            "What's your view on {trend}?",
            "What does {trend} mean for {audience}?",
            "Keeping up with {trend}?",
            "Reading up on {trend}?",
        ],
    },
];
