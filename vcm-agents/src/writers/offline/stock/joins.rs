//! What stands between facts: lead-ins of a second fact, of what the product does, labels and marks.

/// Lead-ins of a further fact; the fact follows as a sentence.
pub(in super::super) const FURTHER: &[&str] = &[
    "Also:",
    "Plus:",
    "One more:",
    "Also worth knowing:",
    "Then there's this:",
    "Another detail:",
    "And one more thing:",
    "Good to know, too:",
    "And there's this:",
    "For context:",
    "Worth adding:",
    "Related:",
    "While you're here:",
    "Side note:",
    "And this:",
];

/// Lead-ins of the first fact after a hook that asks.
pub(in super::super) const ANSWER: &[&str] = &[
    "The short answer:",
    "In short:",
    "The answer:",
    "Here's what's known:",
    "What the record says:",
    "The facts:",
    "Here goes:",
    "In one sentence:",
    "Briefly:",
    "Here's the answer:",
    "As it stands:",
    "A straight answer:",
    "What there is to say:",
    "First things first:",
    "To begin with:",
    "For a start:",
];

/// Lead-ins of the fact after a belief.
pub(in super::super) const FACT: &[&str] = &[
    "Fact:",
    "The fact:",
    "In fact:",
    "The facts:",
    "What's true:",
    "Here's the fact:",
    "What the record says:",
    "The reality:",
    "Actually:",
    "Instead:",
    "What holds:",
];

/// Lead-ins of how it is now.
pub(in super::super) const NOW: &[&str] =
    &["Now:", "Today:", "After:", "These days:", "The new way:", "And now:", "What changed:", "How it is now:"];

/// Labels of then and now.
pub(in super::super) const THEN_NOW: &[(&str, &str)] = &[
    ("Before:", "After:"),
    ("Then:", "Now:"),
    ("Old:", "New:"),
    ("Before:", "Now:"),
    ("The old way:", "The new way:"),
    ("Past:", "Present:"),
];

/// Sentences that say what the product does. They rest on `product.does`.
pub(in super::super) const DOES: &[&str] = &[
    "With {product}, you can {does}.",
    "{Product} {lets|let} you {does}.",
    "You can use {product} to {does}.",
    "What you can do with {product}: {does}.",
    "You can {does} with {product}.",
    "Use {product} to {does}.",
];

/// Marks of list entries.
pub(in super::super) const BULLETS: &[&str] = &["• ", "- ", "→ ", "▪ ", "– "];
