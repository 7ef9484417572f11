//! Calls to action and closing questions. A link, where there is one, follows the frame.

use vcm_core::{angles::Archetype, brief::GoalKind};

/// Pointers to something to read, before a clickable link.
pub(in super::super) const READ: &[&str] = &[
    "Read {readable}:",
    "More in {label}:",
    "The details:",
    "Full details:",
    "Read more:",
    "Details here:",
    "More on this:",
    "More here:",
    "For more, see {label}:",
    "Want the details? See {label}:",
    "Find out more:",
    "Learn more:",
    "You'll find more in {label}:",
    "See {label} for more:",
    "All the details:",
    "Want to know more?",
    "There's more in {label}:",
    "Read on in {readable}:",
    "Start with {readable}:",
    "Bookmark {label}:",
];

/// Pointers to anything, before a clickable link.
pub(in super::super) const POINT: &[&str] =
    &["See {label}:", "Have a look:", "See for yourself:", "Take a look at {label}:", "{Label}:", "Start here:"];

/// Calls before a clickable link, by goal; [`READ`] and [`POINT`] come after them.
pub(in super::super) fn linked(goal: GoalKind) -> &'static [&'static str] {
    match goal {
        GoalKind::Signups => &[
            "Sign up here:",
            "Register here:",
            "Ready to sign up?",
            "Sign up when you're ready:",
            "You can sign up here:",
            "Want to sign up?",
            "To sign up, go here:",
            "Join here:",
            "Ready? Sign up here:",
            "Get started here:",
            "Ready to start?",
            "Count yourself in:",
            "Want to join?",
            "If you'd like to join, go here:",
        ],
        GoalKind::Sales => &[
            "Get {product} here:",
            "Find {product} here:",
            "Get yours:",
            "Ready? Go here:",
            "Here's where to get {product}:",
            "Take a look and decide:",
            "Get started here:",
            "Your next step:",
            "Pick it up here:",
            "Have a look and choose:",
            "Want it? Go here:",
            "Interested? Go here:",
            "Make it yours:",
            "Choose yours here:",
            "To get {product}, go here:",
            "Ready when you are:",
            "Convinced? Go here:",
            "Here's where to find it:",
        ],
        GoalKind::Community => &[
            "Join in:",
            "Take part:",
            "Come along:",
            "Get involved:",
            "Here's where to join in:",
            "Be part of it:",
            "Bring your questions:",
            "Find the others here:",
            "Come and take part:",
            "Jump in here:",
            "Join the others:",
            "Want to take part?",
            "Here's the way in:",
            "Add your part:",
            "There's room for you:",
            "Meet the others here:",
            "Want in? Here's the link:",
            "Say hello:",
            "Your turn to join in:",
        ],
        GoalKind::Traffic | GoalKind::Awareness | GoalKind::Engagement => &[],
    }
}

/// Calls on platforms where links cannot be followed.
pub(in super::super) const BIO: &[&str] = &[
    "Link in bio.",
    "{Label}: link in bio.",
    "More via the link in bio.",
    "For the details, tap the link in bio.",
    "You'll find {label} via the link in bio.",
    "Want more? Link in bio.",
    "See {label}: link in bio.",
    "Details via the link in bio.",
    "Tap the link in bio for {label}.",
    "More in {label}. Link in bio.",
    "Looking for {label}? Link in bio.",
    "All the details: link in bio.",
    "The link to {label} is in the bio.",
    "Read {readable} via the link in bio.",
    "Find {label} via the link in bio.",
];

/// Calls that need no link.
pub(in super::super) const KEEP: &[&str] = &[
    "Save this for later.",
    "Send this to someone who should see it.",
    "Save this post for when you need it.",
    "@Share it with a colleague.",
    "Send this to a friend.",
    "Bookmark this.",
    "Pass it on.",
    "@Share it with your team.",
    "Know someone who needs this? Send it over.",
    "Tell {us} what you think.",
    "Questions? Ask away.",
    "Let {us} know how it goes.",
    "Add your own below.",
    "Drop your questions below.",
];

/// Closing calls of pins; the pin itself carries the link.
pub(in super::super) const PIN: &[&str] = &[
    "Save this pin for later.",
    "Tap through to {label}.",
    "Save it to your board.",
    "Open the pin for {label}.",
    "Click through for {label}.",
    "Save it and come back.",
];

/// Closing questions that fit any post. `@` marks one for a professional network.
pub(in super::super) const ASK: &[&str] = &[
    "What would you add?",
    "What's your take?",
    "What would you like to know next?",
    "@Who on your team should see this?",
    "@How does your team handle {topic}?",
    "@Would this change how your team works?",
    "@What's your team's take on {topic}?",
    "@Is {topic} on your team's list?",
    "What question should {we} answer next?",
    "@How would you explain {subject} to a colleague?",
    "@Does that match your experience?",
    "Who would you share this with?",
    "What do you think about {subject}?",
    "Which detail stands out to you?",
    "What else should people know about {subject}?",
    "What should the next post about {product} cover?",
    "What do you wish more people knew about {product}?",
    "Is there a part you'd like {us} to explain?",
    "What should {we} write about next?",
    "@Which {product} question comes up most for you?",
    "@What would you tell someone new to {topic}?",
    "Who else should know this?",
    "@Where does {topic} come up in your work?",
];

/// Closing questions of an archetype; they come before [`ASK`].
pub(in super::super) fn own_questions(archetype: Archetype) -> &'static [&'static str] {
    match archetype {
        Archetype::HowTo => &[
            "Which step are you on?",
            "Which step would you like to see in detail?",
            "How far did you get?",
            "Did it work for you?",
            "Which step took you longest?",
        ],
        Archetype::Story => &[
            "Which of these dates do you remember?",
            "Which date would you add?",
            "Which moment would you have liked to see?",
        ],
        Archetype::List => &[
            "Which one is new to you?",
            "Which one would you add?",
            "Which of them surprised you?",
            "Which one did you know already?",
            "Which one would you tell a friend first?",
            "@Which of these would you show a colleague?",
            "Which point is missing?",
            "@Which one matters most in your work?",
        ],
        Archetype::Myth | Archetype::Contrarian => {
            &["Where did you first hear it?", "Which myth should {we} take up next?", "Who still needs to hear this?"]
        }
        Archetype::Objection => &[
            "Does that answer it?",
            "What else would you ask?",
            "What's your next question?",
            "Which doubt should {we} take up next?",
        ],
        Archetype::DataPoint => &[
            "Did you expect that number?",
            "What number would you have guessed?",
            "Which number should {we} look at next?",
        ],
        Archetype::Quote => &["Do you agree?", "Who would you like to hear from next?", "Would you say the same?"],
        Archetype::BeforeAfter => &["What does this change for you?", "Does this change anything for you?"],
        Archetype::Problem | Archetype::Question => &[
            "How do you deal with {pain} today?",
            "What have you tried so far?",
            "@How does your team {want}?",
            "How do you {want} today?",
        ],
        Archetype::Offer | Archetype::Seasonal => &["Are you in?", "Any questions before you start?"],
        Archetype::Trend => &[
            "What's your view on {trend}?",
            "What would you add to the talk about {trend}?",
            "Where do you stand on {trend}?",
        ],
        _ => &[],
    }
}
