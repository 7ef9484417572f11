//! English.

use vcm_core::visuals::ShotKind as K;

use super::{Calls, Footage, Framings, Hooks, Labels, Moods, Phrases, Scene, Scenes, Units};

const fn scene(kind: K, action: &'static str) -> Scene {
    Scene { kind, action }
}

/// English. 150 words a minute is the usual pace of narration.
pub(super) const ENGLISH: Phrases = Phrases {
    words_per_minute: 150,
    framings: Framings {
        close_up: "Close-up, to camera",
        medium: "Medium shot, to camera",
        wide: "Wide shot",
        over_shoulder: "Over the shoulder",
        hands: "Close-up of hands",
        detail: "Close-up of an object",
        top_down: "Top-down on a table",
        screen: "Screen recording",
        graphic: "Full-screen text",
        establishing: "B-roll, slow move",
    },
    hooks: Hooks {
        myth: &[
            "Have you heard this one, too?",
            "Myth or fact? You decide.",
            "Would you have believed this?",
            "Let's check a popular belief.",
        ],
        figure: &[
            "{figure}. Any idea what that is?",
            "What's behind {figure}?",
            "Remember this: {figure}.",
            "One number: {figure}.",
        ],
        objection: &["{doubt}", "A fair question about {topic}.", "A fair question, a straight answer."],
        how_to: &[
            "{product}: here's how to start.",
            "Here's how to start with {product}.",
            "Follow along, step by step.",
        ],
        story: &[
            "How did {product} come about?",
            "The story of {product}.",
            "It starts here: {when}.",
            "How did this come about?",
        ],
        change: &["{Topic}: then and now.", "Then and now.", "Watch what changed."],
        comparison: &["{Topic}: see the difference.", "Spot the difference.", "Put these two side by side."],
        quote: &["In the words of {speaker}.", "Listen to {speaker}.", "One voice, one sentence."],
        problem: &["Tired of {pain}?", "Still {pain_gerund}?", "{Pain}? Stay a moment."],
        offer: &["Thinking about {product}?", "Mark the date: {until}.", "A note for {audience}."],
        any: &[
            "Think you know {topic}?",
            "What do you know about {topic}?",
            "Curious about {topic}?",
            "Have a look at {topic}.",
            "Heard of {product}?",
            "This is {product}.",
            "Want to {want}?",
            "Tired of {pain}?",
        ],
        last: "Here's one to remember.",
    },
    calls: Calls {
        link: &[
            "Read {readable}.",
            "More in {label}.",
            "Next stop: {label}.",
            "Have a look at {label}.",
            "Follow the link for more.",
        ],
        profile_link: &["Link in bio: {label}.", "More through the link in bio.", "The link in bio has the details."],
        plain: &["Save this for later.", "Send this to a friend.", "What would you add?", "Share it with your team."],
    },
    labels: Labels {
        myth: "Myth",
        fact: "Fact",
        before: "Then",
        after: "Now",
        question: "Question",
        answer: "Answer",
        offer: "The offer",
        step: "Step {number} of {count}",
    },
    scenes: Scenes {
        hook: &[
            scene(
                K::CloseUp,
                "The speaker turns to the lens mid-movement and says it at once; the text is there from the first frame.",
            ),
            scene(
                K::CloseUp,
                "The speaker leans into the picture, close to the lens; the text is there from the first frame.",
            ),
            scene(
                K::CloseUp,
                "The phone is picked up off the table: the picture swings up to the speaker's face, who starts at once.",
            ),
        ],
        belief: &[
            scene(K::TopDown, "A hand writes the sentence on a sheet of paper and puts a question mark after it."),
            scene(K::Medium, "The speaker reads it off a card, holds it to the lens and raises an eyebrow."),
        ],
        truth: &[
            scene(K::TopDown, "A marker crosses the sentence out in one stroke and writes “{figure}” beside it."),
            scene(K::Medium, "The speaker tears the card in two and answers to the lens."),
            scene(K::CloseUp, "The speaker shakes their head, puts the card away and says it to the lens."),
        ],
        question: &[
            scene(K::OverShoulder, "The question stands as a comment on a phone; the speaker reads it aloud."),
            scene(K::Medium, "Someone off camera asks; the speaker listens and nods."),
        ],
        answer: &[
            scene(K::Medium, "The speaker lowers the phone and answers to the lens."),
            scene(K::CloseUp, "The speaker answers to the lens, without a cut, at an easy pace."),
        ],
        before: &[
            scene(K::TopDown, "A hand lays the first of two cards on the table: “{before}”."),
            scene(K::Medium, "The speaker stands at the left edge of the picture; the right half stays empty."),
        ],
        after: &[
            scene(K::TopDown, "The second card goes down beside the first; the camera slides across to it."),
            scene(K::Medium, "Jump cut: the speaker now stands at the right edge of the picture."),
        ],
        quotation: &[
            scene(K::Graphic, "The words come up line by line as they are read; the name comes last."),
            scene(K::OverShoulder, "Someone reads the sentence off a page; a finger follows the line."),
        ],
        offer: &[
            scene(K::Medium, "The speaker holds a card with the offer beside their face."),
            scene(K::Hands, "A hand turns a card over; the offer is on its back."),
        ],
        screen_step: &[
            scene(K::Screen, "The step in real time; zoom to the line or button that it is about."),
            scene(K::OverShoulder, "Past the speaker's shoulder at the screen while they do the step."),
            scene(K::Hands, "Fingers on the keyboard; the result appears on the screen behind them."),
        ],
        hand_step: &[
            scene(K::Hands, "Hands do the step, in one take, without a cut."),
            scene(K::TopDown, "The step from above; everything that is needed lies ready at the edge."),
            scene(K::OverShoulder, "Past the speaker's shoulder while they do the step."),
        ],
        event: &[
            scene(K::TopDown, "A finger runs along a timeline on paper and stops at “{when}”."),
            scene(K::Establishing, "A picture from that time, as a slow push in; “{when}” stands at its edge."),
        ],
        fact: &[
            scene(K::Detail, "A printed picture of {topic} fills the frame; slow push in."),
            scene(K::Screen, "The page on {host} scrolls and stops at the line that the voice reads."),
            scene(K::Medium, "The speaker says it to the lens and holds up a printed picture of {topic}."),
            scene(K::CloseUp, "The speaker says it to the lens; a hand counts along."),
            scene(K::OverShoulder, "Past the speaker's shoulder at the page on {host}; a finger points at the line."),
            scene(K::Medium, "The speaker says it to the lens and takes a step closer."),
        ],
        second_half: &[
            scene(K::CloseUp, "Jump cut, closer: the speaker finishes the sentence to the lens."),
            scene(
                K::OverShoulder,
                "Cut past the speaker's shoulder at the source on a laptop, the passage highlighted.",
            ),
            scene(K::Medium, "Jump cut, wider: the speaker finishes the sentence and shows it with both hands."),
        ],
        length: &[scene(
            K::Wide,
            "Two people pull a tape measure out to {figure} on the ground and stand at its ends.",
        )],
        distance: &[scene(
            K::TopDown,
            "Two objects at the ends of a table with a string between them; a finger travels along it.",
        )],
        weight: &[scene(K::Hands, "Hands lift a bag off the scales; the display reads {figure}.")],
        temperature: &[scene(K::Detail, "A thermometer fills the frame; “{figure}” stands beside it.")],
        hours: &[scene(K::Detail, "A clock in time-lapse; the light in the room changes.")],
        years: &[scene(K::Hands, "Hands leaf through a stack of calendars, faster and faster.")],
        money: &[scene(K::TopDown, "Coins and notes are laid out on the table until it is {figure}.")],
        share: &[scene(K::TopDown, "A hundred beans on the table; a hand slides {figure} of them to one side.")],
        few: &[scene(K::Hands, "Sticky notes go up on a wall in fast motion until it is {figure}.")],
        many: &[scene(K::Detail, "Grains of rice run into a glass bowl; “{figure}” stands above it.")],
        date: &[scene(K::Hands, "A hand circles {figure} on a wall calendar.")],
        figure: &[
            scene(K::Graphic, "“{figure}” alone on a plain ground, growing a little until the cut."),
            scene(K::TopDown, "A marker writes “{figure}” large on a sheet of paper."),
            scene(K::Medium, "The speaker says it and holds up a card with “{figure}”."),
        ],
        pause: &[scene(K::Establishing, "No words, music up. {footage}")],
        call: &[
            scene(K::Medium, "The speaker points at the text and holds the look until the end."),
            scene(K::Hands, "A phone held into the picture shows {label}; the thumb opens it."),
            scene(K::Screen, "The page behind the link opens on a phone; the text stays until the end."),
        ],
    },
    moods: Moods {
        warm: "Warm and unhurried: piano or soft guitar, about 80 bpm",
        steady: "Light and steady: muted beat, about 100 bpm, a small accent on every step",
        curious: "Curious: sparse percussion, about 95 bpm, a stop before the answer",
        bright: "Bright and playful: plucked strings, about 115 bpm",
        calm: "Calm and confident: low synth, about 95 bpm",
    },
    footage: Footage {
        topic_at: "Pictures of {topic} from {host} (check the licence)",
        host: "Pictures from {host} (check the licence)",
        topic: "A printed picture of {topic}, filmed from two distances",
        event: "A picture or a newspaper page from {when}",
        page: "A slow scroll through {label} on a phone",
        hands: "Hands, paper and marker on the table, close",
        step: "Step {number} once more, from a second angle",
    },
    units: Units {
        length: &[
            "m",
            "cm",
            "mm",
            "metre",
            "metres",
            "meter",
            "meters",
            "foot",
            "feet",
            "ft",
            "inch",
            "inches",
            "centimeters",
            "centimetres",
        ],
        distance: &[
            "km",
            "kilometer",
            "kilometers",
            "kilometre",
            "kilometres",
            "mile",
            "miles",
            "light-year",
            "light-years",
        ],
        weight: &["kg", "g", "kilogram", "kilograms", "gram", "grams", "pound", "pounds", "lb", "lbs"],
        temperature: &["°c", "°f", "k", "degrees", "celsius", "fahrenheit", "kelvin"],
        hours: &["second", "seconds", "minute", "minutes", "hour", "hours", "h", "day", "days", "night", "nights"],
        years: &["week", "weeks", "month", "months", "year", "years", "decade", "decades", "century", "centuries"],
        money: &["€", "$", "£", "euro", "euros", "dollar", "dollars", "cents", "eur", "usd", "gbp"],
        share: &["%", "percent"],
        months: &[
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        large: &["thousand", "million", "billion", "trillion", "thousands", "millions", "billions"],
        screen: &[
            "click", "tap", "website", "online", "app", "browser", "account", "download", "install", "upload", "type",
            "code", "file", "page", "caption", "editor", "log", "sign",
        ],
    },
};
