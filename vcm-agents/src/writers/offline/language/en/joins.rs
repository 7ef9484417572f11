//! What stands between facts: labels, lead-ins, marks.

use super::super::Joins;

pub(super) static JOINS: Joins = Joins {
    further: &["Also:", "And:", "Also worth knowing:", "One more thing:"],
    answer: &["In short:", "The short answer:", "In brief:", "Here's what there is to know:"],
    fact: &["Fact:", "The fact:", "In fact:", "What's true:"],
    now: &["Now:", "Today:", "And now:"],
    then_now: &[("Before:", "After:"), ("Then:", "Now:"), ("Before:", "Now:"), ("The old way:", "The new way:")],
    does: &[
        "With {product}, you can {does}.",
        "You can {does} with {product}.",
        "{Product} {lets|let} you {does}.",
        "You can use {product} to {does}.",
    ],
    does_list: &[
        "With {product}, you can:",
        "What you can do with {product}:",
        "{Product} {lets|let} you:",
        "You can use {product} to:",
    ],
    facts_list: &["The essentials:", "A few facts:", "What to know:", "The details:", "In short:"],
    wants_list: &[
        "{Product} may be for you if you want to:",
        "Have a look if you want to:",
        "It's worth a look if you want to:",
        "You might like {product} if you want to:",
    ],
    bullets: &["•", "→", "–"],
    boxes: &["☐", "✅"],
    step: "{n}.",
    question_answer: ("Q:", "A:"),
    code: "Code: {code}.",
    until: "Until {until}.",
    filed: "Filed under: {words}.",
};
