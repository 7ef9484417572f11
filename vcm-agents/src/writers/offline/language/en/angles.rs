//! Titles and premises of angles, as a reviewer reads them.

use vcm_core::angles::Archetype as A;

pub(super) static ANGLES: &[(A, &str, &str)] = &[
    (A::Announcement, "Meet {product}", "Introduces {product} with what it is and what can be checked about it."),
    (A::Explainer, "What is {product}?", "Explains {product} to people who never heard of it."),
    (A::Myth, "Myth: {belief_bare}", "Answers the belief “{belief_bare}” with the fact."),
    (A::Contrarian, "Against: {belief_bare}", "Argues against “{belief_bare}”."),
    (A::Objection, "{doubt}", "Takes the doubt “{doubt}” seriously and answers it."),
    (A::Faq, "Questions about {product}", "Answers {n} questions that readers have."),
    (A::BeforeAfter, "{Topic}: then and now", "How it was, and how it is now."),
    (A::Comparison, "{Topic}: a comparison", "Puts two statements side by side."),
    (A::HowTo, "How to start with {product}", "Walks through {n} steps."),
    (A::Checklist, "Checklist for {product}", "Lists {n} steps to tick off."),
    (A::Story, "The story of {product}", "Tells how it came about, in dates."),
    (A::BehindTheScenes, "Behind {product}", "Looks at one moment behind it."),
    (A::DataPoint, "{Figure}: {subject}", "One number, {figure}, and what it stands for."),
    (A::Numbers, "{Product} in numbers", "Puts {n} figures side by side."),
    (A::Proof, "Proof: {subject}", "States one fact about {subject} that can be checked."),
    (A::Spotlight, "Spotlight: {does}", "Shows that one can {does}, and the fact behind it."),
    (A::List, "What to know about {product}", "Lists what can be said about {product}."),
    (A::Quote, "In the words of {speaker}", "Lets {speaker} speak."),
    (A::Question, "Question: how to {want3}", "Asks {audience} how they {want3}, and answers with what the facts say."),
    (A::Problem, "Problem: {pain}", "Names {pain} and shows what there is against it."),
    (A::OpenLetter, "A letter to {audience}", "Speaks to {audience} about {pain}."),
    (A::Fit, "Whom {product} is for", "Lets {audience} check whether it is for them."),
    (A::Poll, "Poll: what to do first", "Lets readers choose between things one can do with {product}."),
    (A::Offer, "The offer", "{Offer}"),
    (A::Seasonal, "The date", "Ties the offer to its last day."),
    (A::Trend, "Trend: {trend}", "Picks up the talk about {trend}."),
];
