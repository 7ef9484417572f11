//! What stands between facts: lead-ins of a second fact, of what the product does, labels and marks.

/// Lead-ins of a further fact; the fact follows as a sentence.
pub(in super::super) const FURTHER: &[&str] =
    &["Also:", "Plus:", "Also worth knowing:", "Good to know, too:", "And one more thing:", "One more:"];

/// Lead-ins of the first fact after a hook that asks.
pub(in super::super) const ANSWER: &[&str] =
    &["In short:", "The short answer:", "In one sentence:", "The facts:", "In brief:", "What there is to know:"];

/// Lead-ins of the fact after a belief.
pub(in super::super) const FACT: &[&str] = &["Fact:", "The fact:", "What's true:", "The reality:"];

/// Lead-ins of how it is now.
pub(in super::super) const NOW: &[&str] = &["Now:", "Today:", "And now:", "How it is now:"];

/// Labels of then and now.
pub(in super::super) const THEN_NOW: &[(&str, &str)] =
    &[("Before:", "After:"), ("Then:", "Now:"), ("Before:", "Now:"), ("The old way:", "The new way:")];

/// Sentences that say what the product does. They rest on `product.does`.
pub(in super::super) const DOES: &[&str] = &[
    "With {product}, you can {does}.",
    "{Product} {lets|let} you {does}.",
    "You can use {product} to {does}.",
    "You can {does} with {product}.",
    "Use {product} to {does}.",
];

/// Marks of list entries.
pub(in super::super) const BULLETS: &[&str] = &["• ", "- ", "– "];
