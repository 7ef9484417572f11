//! What stands between facts: labels, lead-ins, marks.

use super::super::Joins;

pub(super) static JOINS: Joins = Joins {
    further: &["Also:", "And:", "Also worth knowing:", "One more thing:"],
    answer: &["In short:", "The short answer:", "In brief:", "In a nutshell:"],
    fact: &["Fact:", "The fact:", "In fact:", "What's true:"],
    now: &["Now:", "Today:", "And now:"],
    then_now: &[("Before:", "After:"), ("Then:", "Now:"), ("Before:", "Now:"), ("The old way:", "The new way:")],
    does: &["With {product}, you can {does}.", "You can {does} with {product}.", "{Product} {lets|let} you {does}."],
    does_list: &["With {product}, you can:", "What you can do with {product}:", "{Product} {lets|let} you:"],
    facts_list: &["Also good to know:", "More on {product}:", "What else to know:", "More facts about {product}:"],
    wants_list: &[
        "{Product} may be for you if you want to:",
        "Have a look if you want to:",
        "It's worth a look if you want to:",
        "You might like {product} if you want to:",
    ],
    bullets: &["•", "→", "–"],
    boxes: &["☐", "✅"],
    step: "Step {n}:",
    question_answer: ("Q:", "A:"),
    code: "Code: {code}.",
    until: "Until {until}.",
    filed: "Filed under: {words}.",
};
